"""How soon the command answers, against Python itself and against importing rdflib."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import ratio, time_command

__all__ = ["run"]


def run() -> Iterator[str]:
    """Yield one line a measure."""
    command = str(Path(sys.executable).with_name("influence-graph"))
    bare, _ = time_command([sys.executable, "-c", "pass"], 9)
    click, _ = time_command([sys.executable, "-c", "import click"], 9)
    helping, _ = time_command([command, "--help"], 9)
    yield f"python -c pass            {bare:6.3f} s"
    yield f"python -c 'import click'  {click:6.3f} s"
    yield f"influence-graph --help    {helping:6.3f} s  {ratio(helping, click)} of importing click"
