"""Room for each actor on the map: its shape with the label beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["LABEL_LINE", "Box", "label_lines", "node_size", "short_label", "spread"]

Floats: TypeAlias = NDArray[np.float64]

LABEL_LINE = 18
"""Longest line of a label on the map, in characters."""
_LINES = 2
_CHARACTER = 7.8
_LINE_HEIGHT = 16.0
_GAPS = (30.0, 8.0)
"""Between boxes, in pixels: for few actors, and for more than 60."""
_FEW = 60
_SIDEWAYS = 1.8
"""Maps are wider than high: a move to the side may be that much longer."""
_SCREEN = (780.0, 560.0)
"""Size of the map, in pixels, on which all labels find room."""
_FITS = 6
_ACRONYMS = ("IGO:", "NSAG:", "ORG:")
_FULL = 12
"""Longest name, in characters, that stands in full beside a known acronym."""
_MOST = 400
_ROUNDS = 600


def node_size(influence: float) -> float:
    """Return the radius of an actor in pixels, 9 to 39; its area grows with its influence."""
    return round(9.0 + 30.0 * float(np.sqrt(max(influence, 0.0))), 2)


def label_lines(label: str) -> list[str]:
    """Return a label as at most two short lines.

    Examples
    --------
    >>> label_lines("Alliance of Sahel States")
    ['Alliance of Sahel', 'States']
    >>> label_lines("an endless name of an organisation that nobody knows")
    ['an endless name of', 'an organisation…']
    """
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LABEL_LINE:
            lines[-1] += f" {word}"
        elif len(lines) == _LINES:
            lines[-1] = lines[-1][: LABEL_LINE - 1].rstrip() + "…"
            break
        else:
            lines.append(word)
    return [line if len(line) <= LABEL_LINE else line[: LABEL_LINE - 1] + "…" for line in lines]


def short_label(actor: Mapping[str, Any], language: str = "en") -> str:
    """Return the label for the map: an organisation's acronym where its name is long.

    Examples
    --------
    >>> eu = {"id": "IGO:EU", "en": "European Union", "fr": "Union européenne"}
    >>> eu["short"] = {"en": "EU", "fr": "UE"}
    >>> short_label(eu), short_label(eu, "fr")
    ('EU', 'UE')
    >>> short_label({"id": "IGO:ECOWAS", "en": "Economic Community of West African States"})
    'ECOWAS'
    """
    label = str(actor.get(language) or actor["en"])
    short = str((actor.get("short") or {}).get(language) or "")
    if short and len(label) > _FULL and len(short) * 2 <= len(label):
        return short
    code = str(actor["id"])
    fits = not any(line.endswith("…") for line in label_lines(label))
    if fits or not code.startswith(_ACRONYMS):
        return label
    acronym = code.partition(":")[2]
    return acronym if acronym.isupper() and len(acronym) <= LABEL_LINE else label


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place with the shape that stands there, and the label beneath."""

    x: float
    y: float
    size: float
    width: float
    height: float

    @classmethod
    def of(cls, actor: Mapping[str, Any], x: float, y: float) -> Self:
        """Return the box of an actor whose shape stands at a place."""
        lines = [label_lines(short_label(actor, language)) for language in ("en", "fr")]
        return cls(
            x=x,
            y=y,
            size=node_size(actor["i"]),
            width=max((len(line) for name in lines for line in name), default=0) * _CHARACTER,
            height=max(len(name) for name in lines) * _LINE_HEIGHT + 4,
        )


def spread(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Return places near the given ones where no shape or label covers another.

    Labels keep their size on the screen while shapes grow and shrink with the map: the room of
    a label is what it takes on a map that just fits a screen. Beyond 400 boxes the places stay:
    their labels are shown on demand only.
    """
    x = np.array([box.x for box in boxes])
    y = np.array([box.y for box in boxes])
    scale = 1.0
    for _ in range(_FITS if 1 < len(boxes) <= _MOST else 0):
        x, y = _apart(boxes, x, y, scale)
        sizes = np.array([box.size for box in boxes])
        wide = float((x + sizes).max() - (x - sizes).min()) + 120.0 / scale
        tall = float((y + sizes).max() - (y - sizes).min()) + 60.0 / scale
        scale = min(_SCREEN[0] / wide, _SCREEN[1] / tall, 1.5)
        scale = max(scale, 0.35)
    return [(round(float(a), 1) + 0.0, round(float(b), 1) + 0.0) for a, b in zip(x, y, strict=True)]


def _apart(boxes: Sequence[Box], x: Floats, y: Floats, scale: float) -> tuple[Floats, Floats]:
    """Move overlapping boxes apart, round by round, along the side that needs less."""
    size = np.array([box.size for box in boxes])
    below = size + np.array([box.height for box in boxes]) / scale
    gap = _GAPS[len(boxes) > _FEW] / scale
    half = np.maximum(size, np.array([box.width for box in boxes]) / 2 / scale) + gap / 2
    tall = (size + below) / 2 + gap / 4
    shift = (below - size) / 2
    x, y = x.copy(), y + shift
    upper = np.triu(np.ones((len(boxes), len(boxes)), dtype=np.bool_), 1)
    for _ in range(_ROUNDS):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        over_x = half[:, None] + half[None, :] - np.abs(dx)
        over_y = tall[:, None] + tall[None, :] - np.abs(dy)
        i, j = np.nonzero(upper & (over_x > 0) & (over_y > 0))
        if not len(i):
            break
        sideways = over_x[i, j] < over_y[i, j] * _SIDEWAYS
        way_x = np.where(dx[i, j] >= 0, 1.0, -1.0) * (over_x[i, j] / 2 + 0.5) * sideways
        way_y = np.where(dy[i, j] >= 0, 1.0, -1.0) * (over_y[i, j] / 2 + 0.5) * ~sideways
        for values, way in ((x, way_x), (y, way_y)):
            values += np.bincount(i, weights=way, minlength=len(boxes))
            values -= np.bincount(j, weights=way, minlength=len(boxes))
    return x, y - shift
