"""Scores that must not be lost: floors pinned beside a digest of the set they were measured on."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from influence_graph.errors import RecordError
from influence_graph.evaluation.scoring import Scores

__all__ = ["FIGURES", "SetFloors", "digest", "figures", "read_floors", "write_floors"]

FIGURES: tuple[str, ...] = (
    "pair_f1",
    "signed_f1",
    "relation_precision",
    "relation_recall",
    "relation_f1",
    "relation_given_pair",
    "modality",
)
"""Names of the figures that may have a floor."""

_HEADER = """\
# Scores that must not be lost; `make eval` fails below them. Each set is pinned by its SHA-256:
# where a set changes, its floors mean nothing and are set anew with tools/set_floors.py.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFloors:
    """Floors of one set.

    Attributes
    ----------
    file : str
        Name of the annotated file.
    sha256 : str
        Digest of its bytes.
    interstate : bool or None
        Whether events inside one state are left out; None where the set has none.
    floors : Mapping of str to float
        Figure (one of `FIGURES`) to the least that it may be.
    """

    file: str
    sha256: str
    interstate: bool | None
    floors: Mapping[str, float]

    def fits(self, file: str, *, interstate: bool) -> bool:
        """Tell whether these are the floors of a file that was scored in this way."""
        return self.file == file and self.interstate in (None, interstate)

    def below(self, scores: Scores) -> list[str]:
        """Return a line for each figure that is below its floor."""
        measured = figures(scores)
        return [
            f"{self.file}: {name} {_told(measured[name])} is below its floor {floor:.3f}"
            for name, floor in self.floors.items()
            if measured[name] is None or measured[name] < floor  # type: ignore[operator]
        ]


def _told(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.4f}"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def figures(scores: Scores) -> dict[str, float | None]:
    """Return the figures of a set by name; None where it annotates none."""
    relation = scores.levels["relation"]
    right, judged = scores.modality
    return {
        "pair_f1": scores.levels["pair"].f1,
        "signed_f1": scores.levels["signed pair"].f1,
        "relation_precision": relation.precision,
        "relation_recall": relation.recall,
        "relation_f1": relation.f1,
        "relation_given_pair": scores.relation_given_pair,
        "modality": right / judged if judged else None,
    }


def read_floors(path: Path) -> list[SetFloors]:
    """Read a file of floors.

    Raises
    ------
    RecordError
        It is no TOML, holds no set, or a set is wrong.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        sets = [_set(raw) for raw in data["set"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(f"no floors: {error!r}", source=str(path)) from error
    if not sets:
        raise RecordError("no floors: it holds no set", source=str(path))
    return sets


def _set(raw: Mapping[str, Any]) -> SetFloors:
    floors = {str(name): float(value) for name, value in raw["floors"].items()}
    unknown = sorted(set(floors) - set(FIGURES))
    if unknown or not floors:
        raise ValueError(f"{raw['file']}: unknown figures {unknown}, known are {FIGURES}")
    return SetFloors(
        file=str(raw["file"]),
        sha256=str(raw["sha256"]),
        interstate=None if raw.get("interstate") is None else bool(raw["interstate"]),
        floors=floors,
    )


def write_floors(path: Path, sets: list[SetFloors]) -> None:
    """Write a file of floors.

    Parameters
    ----------
    path : Path
        The file.
    sets : list of SetFloors
        In the order to write.
    """
    parts = [_HEADER]
    for one in sets:
        parts.append(f'\n[[set]]\nfile = "{one.file}"\nsha256 = "{one.sha256}"\n')
        if one.interstate is not None:
            parts.append(f"interstate = {str(one.interstate).lower()}\n")
        parts.append("\n[set.floors]\n")
        parts += [f"{name} = {value:.3f}\n" for name, value in one.floors.items()]
    path.write_text("".join(parts), "utf-8")
