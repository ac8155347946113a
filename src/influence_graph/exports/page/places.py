"""Room for each actor on the map: its shape with the label beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

__all__ = ["LABEL_LINE", "Box", "label_lines", "node_size", "spread"]

LABEL_LINE = 18
"""Longest line of a label on the map, in characters."""
_LINES = 2
_CHARACTER = 8.0
_LINE_HEIGHT = 16.0
_GAP = 6.0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place with the room that it needs: to both sides, above, below."""

    x: float
    y: float
    side: float
    above: float
    below: float

    @classmethod
    def of(cls, actor: Mapping[str, Any], x: float, y: float) -> Self:
        """Return the box of an actor whose shape stands at a place."""
        size = node_size(actor["i"])
        names = [label_lines(actor["en"]), label_lines(actor.get("fr", actor["en"]))]
        width = max((len(line) for lines in names for line in lines), default=0) * _CHARACTER
        height = max(len(lines) for lines in names) * _LINE_HEIGHT
        return cls(x=x, y=y, side=max(size, width / 2), above=size, below=size + 4 + height)


def spread(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Return places near the given ones where no two boxes overlap.

    Each round moves overlapping boxes apart along the side that needs less. Beyond 400 boxes the
    places stay: their labels are shown on demand only.
    """
    if not boxes:
        return []
    x = np.array([box.x for box in boxes])
    y = np.array([box.y + (box.below - box.above) / 2 for box in boxes])
    half = np.array([box.side for box in boxes]) + _GAP / 2
    tall = np.array([(box.above + box.below) / 2 for box in boxes]) + _GAP / 2
    upper = np.triu(np.ones((len(boxes), len(boxes)), dtype=np.bool_), 1)
    for _ in range(_ROUNDS if len(boxes) <= _MOST else 0):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        over_x = half[:, None] + half[None, :] - np.abs(dx)
        over_y = tall[:, None] + tall[None, :] - np.abs(dy)
        i, j = np.nonzero(upper & (over_x > 0) & (over_y > 0))
        if not len(i):
            break
        sideways = over_x[i, j] < over_y[i, j]
        way_x = np.where(dx[i, j] >= 0, 1.0, -1.0) * (over_x[i, j] / 2 + 0.5) * sideways
        way_y = np.where(dy[i, j] >= 0, 1.0, -1.0) * (over_y[i, j] / 2 + 0.5) * ~sideways
        for values, way in ((x, way_x), (y, way_y)):
            values += np.bincount(i, weights=way, minlength=len(boxes))
            values -= np.bincount(j, weights=way, minlength=len(boxes))
    return [
        (round(float(a), 1) + 0.0, round(float(b - (box.below - box.above) / 2), 1) + 0.0)
        for a, b, box in zip(x, y, boxes, strict=True)
    ]
