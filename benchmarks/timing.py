"""Measures commands and calls: medians, in seconds."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["ROOT", "ratio", "time_call", "time_command"]

ROOT = Path(__file__).parents[1]


def time_command(command: Sequence[str], repeats: int = 5) -> tuple[float, float]:
    """Return median wall and CPU seconds of a command."""
    walls, cpus = [], []
    for _ in range(repeats):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        walls.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(walls), statistics.median(cpus)


def time_call(call: Callable[[], object], repeats: int = 3) -> float:
    """Return median CPU seconds of a call in this process."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times)


def ratio(ours: float, other: float) -> str:
    """Return how many times one is the other."""
    return f"{ours / other:.2f}x" if other else "-"
