"""Run all benchmarks: ``python -m benchmarks [NAME …]``."""

from __future__ import annotations

import sys

from benchmarks import measures, page, reading, startup, workspace

BENCHMARKS = {
    "startup": startup.run,
    "reading": reading.run,
    "workspace": workspace.run,
    "measures": measures.run,
    "page": page.run,
}

if __name__ == "__main__":
    wanted = sys.argv[1:] or list(BENCHMARKS)
    unknown = sorted(set(wanted) - set(BENCHMARKS))
    if unknown:
        sys.exit(f"unknown benchmark {unknown[0]!r}: use one of {', '.join(BENCHMARKS)}")
    for name in wanted:
        print(f"== {name}")
        for line in BENCHMARKS[name]():
            print(line)
