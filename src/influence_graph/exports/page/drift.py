"""How the map moves with the years: allies of a year come nearer, opponents give way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["drift"]

Point: TypeAlias = tuple[float, float]
Net: TypeAlias = dict[tuple[int, int], float]

_NEARER, _FARTHER = 0.6, 1.25
"""Distance of allies and of opponents in a year, as a part of that of the whole period."""
_CLOSEST = 110.0
"""Nearer than so many pixels nobody is drawn."""
_HOLD = 0.35
"""How much an actor holds to its place of the whole period, from 0 to 1."""
_ROUNDS = 60
_MOST_YEARS = 40


def drift(graph: nx.MultiDiGraph[Any], places: Mapping[Any, Point]) -> dict[int, dict[Any, Point]]:
    """Return the places of each year: those of the whole period, moved by the year's links.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        Claims as edges with ``valence``, ``start`` and ``end``; a claim counts in the year of
        its middle day.
    places : Mapping of node to (x, y)
        Of the whole period; who is not there is left out.

    Returns
    -------
    dict of year to dict of node to (x, y)
        From the first year with a claim to the last, none between left out; empty where there
        is one year only, or more than 40. Nobody moves in a year in which nothing is told of it.
    """
    nodes = list(places)
    index = {node: i for i, node in enumerate(nodes)}
    nets: dict[int, Net] = {}
    for source, target, data in graph.edges(data=True):
        year = _year(data)
        if year is None or source not in index or target not in index or source == target:
            continue
        a, b = sorted((index[source], index[target]))
        net = nets.setdefault(year, {})
        net[a, b] = net.get((a, b), 0.0) + float(data.get("valence", 0.0))
    if len(nets) < 2 or max(nets) - min(nets) >= _MOST_YEARS:
        return {}
    whole = np.array([places[node] for node in nodes], dtype=np.float64)
    return {
        year: dict(zip(nodes, _moved(whole, nets.get(year, {})), strict=True))
        for year in range(min(nets), max(nets) + 1)
    }


def _year(data: Mapping[str, Any]) -> int | None:
    try:
        first, last = date.fromisoformat(data["start"]), date.fromisoformat(data["end"])
    except (KeyError, TypeError, ValueError):
        return None
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2).year


def _moved(whole: NDArray[np.float64], net: Net) -> Sequence[Point]:
    """Move the ends of each link toward the distance that its sign asks for, round by round."""
    pairs = sorted(pair for pair, value in net.items() if value)
    places = whole.copy()
    if pairs:
        a = np.array([pair[0] for pair in pairs])
        b = np.array([pair[1] for pair in pairs])
        factor = np.array([_NEARER if net[pair] > 0 else _FARTHER for pair in pairs])
        apart = np.sqrt(((whole[a] - whole[b]) ** 2).sum(axis=1))
        wanted = np.maximum(apart * factor, np.minimum(apart, _CLOSEST))
        load = np.bincount(a, minlength=len(whole)) + np.bincount(b, minlength=len(whole))
        for _ in range(_ROUNDS):
            way = places[b] - places[a]
            now = np.maximum(np.sqrt((way**2).sum(axis=1)), 1.0)
            step = way * ((now - wanted) / now / 2)[:, None]
            for axis in (0, 1):
                move = np.bincount(a, weights=step[:, axis], minlength=len(whole))
                move -= np.bincount(b, weights=step[:, axis], minlength=len(whole))
                places[:, axis] += move / np.maximum(load, 1) / 2
                places[:, axis] += (whole[:, axis] - places[:, axis]) * (_HOLD / 4)
    return [(round(float(x)) + 0.0, round(float(y)) + 0.0) for x, y in places]
