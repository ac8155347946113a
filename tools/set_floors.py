"""Set the floors of ``influence-graph evaluate --floors`` to a little below what is measured now.

A floor is raised, never lowered, unless ``--lower`` says so; where a set has changed its floors are
set anew. Usage: ``python tools/set_floors.py benchmarks/evaluation_floors.toml GOLD...``
"""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path

from influence_graph.evaluation.floors import (
    SetFloors,
    digest,
    figures,
    read_floors,
    write_floors,
)
from influence_graph.pipeline import evaluate


def floor_below(value: float, margin: float) -> float:
    """Return a floor: the value less a margin, rounded down to two decimals, at least 0."""
    return max(math.floor(round((value - margin) * 100, 6)) / 100, 0.0)


def new_floors(
    path: Path, old: SetFloors | None, *, interstate: bool | None, margin: float, lower: bool
) -> SetFloors:
    """Measure a set and return its floors.

    Parameters
    ----------
    path : Path
        Annotated file.
    old : SetFloors or None
        Its floors until now.
    interstate : bool or None
        Leave out events inside one state; None where the set has none.
    margin : float
        How far below the measured value.
    lower : bool
        Let floors sink.
    """
    scores = evaluate(path, interstate=bool(interstate))
    measured = {name: value for name, value in figures(scores).items() if value is not None}
    floors = {name: floor_below(value, margin) for name, value in measured.items()}
    same = old is not None and old.sha256 == digest(path)
    if old is not None and same and not lower:
        floors = {name: max(value, old.floors.get(name, 0.0)) for name, value in floors.items()}
    for name, value in floors.items():
        print(f"{path.name}  {name:<20} measured {measured[name]:.4f}  floor {value:.2f}")
    made = SetFloors(file=path.name, sha256=digest(path), interstate=interstate, floors=floors)
    return replace(made, interstate=old.interstate) if old is not None else made


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("floors", type=Path)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--margin", type=float, default=0.02, help="default: 0.02")
    parser.add_argument("--lower", action="store_true", help="let floors sink")
    parser.add_argument("--interstate", action="store_true", help="for sets that are new here")
    arguments = parser.parse_args()
    floors: Path = arguments.floors
    sets = {one.file: one for one in read_floors(floors)} if floors.exists() else {}
    for path in arguments.gold:
        old = sets.get(path.name)
        interstate = old.interstate if old is not None else (arguments.interstate or None)
        sets[path.name] = new_floors(
            path, old, interstate=interstate, margin=arguments.margin, lower=arguments.lower
        )
    write_floors(floors, list(sets.values()))


if __name__ == "__main__":
    main()
