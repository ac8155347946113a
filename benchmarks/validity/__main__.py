"""Run the validation: ``python -m benchmarks.validity FOLDER [--events FILE] [--write REPORT]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.validity import changes, dyadic, grouping, influential
from benchmarks.validity.data import load_events, load_truth
from benchmarks.validity.sections import Section

_HEAD = """# Validity

Made by `make validity`; the data are not part of the project. Written is what was found, good or
bad. The sample of events lacks many states as bare names, so no ranking of it is a finding.
"""


def measured(folder: Path, events: Path) -> Iterator[Section]:
    """Yield the sections of the report for one file of events."""
    loaded, truth = load_events(events), load_truth(folder)
    days = loaded.table.day
    first = date.fromordinal(int(days.min())).year
    last = date.fromordinal(int(days.max())).year
    yield from dyadic.sections(loaded, truth, first, last)
    yield from influential.sections(loaded, truth, first, last)
    yield from grouping.sections(loaded, truth, first, last)
    yield from changes.sections(loaded, first, last)


def main() -> int:
    """Print the report; 1 where a figure is below what is asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validity", description=__doc__)
    parser.add_argument("folder", type=Path, help="with the ground truth")
    parser.add_argument("--events", type=Path, help="default: each icews_*.tsv.gz of the folder")
    parser.add_argument("--write", type=Path, help="write the report here, too")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder} is not here: nothing to validate against", file=sys.stderr)
        return 0
    files = [options.events] if options.events else sorted(options.folder.glob("icews_*.tsv.gz"))
    parts, failed = [_HEAD], []
    for file in files:
        print(_HEAD if file == files[0] else "")
        for section in measured(options.folder, file):
            print(section.markdown(), flush=True)
            parts.append(section.markdown())
            failed += [floor for floor in section.floors if not floor.holds]
    if options.write:
        options.write.write_text("\n".join(parts), encoding="utf-8")
    for floor in failed:
        print(f"below: {floor.name} is {floor.value:.3f}, asked {floor.least}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
