"""Where the actors stand on a map: allies near each other, labels apart.

Only sums and elementwise arithmetic of numpy are used, so that the number of threads of a
linear algebra library changes nothing. The same graph gives the same places.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from influence_graph.exports.normalize import AnyGraph

__all__ = ["layout", "with_positions"]

_Floats: TypeAlias = NDArray[np.float64]

_SPACING = 170.0
"""Distance of two linked actors that is neither pulled nor pushed, in pixels."""
_ADVERSE = 0.04
_GRAVITY = 0.15
_STEPS = 300
_MOST = 1000
_GOLDEN = np.pi * (3.0 - np.sqrt(5.0))
_CHARACTER = 7.5
_HEIGHT = 44.0
_ROOM = 4.0


def layout(graph: AnyGraph, *, steps: int = _STEPS) -> dict[Any, tuple[float, float]]:
    """Return the place of each node in pixels, the centre of the map at (0, 0).

    Supportive links pull with their weight, adverse ones hardly; all actors push each other
    away, and a weak pull to the centre keeps separate parts together. Then boxes of the size of
    the labels are moved apart until none overlap.

    Parameters
    ----------
    graph : networkx graph
        Edges may have ``valence`` (signed), else ``sign`` and ``weight``; nodes ``label``.
    steps : int
        Iterations of the forces.

    Notes
    -----
    After Fruchterman and Reingold (1991), Software: Practice and Experience 21:1129. Beyond
    1,000 nodes only the 1,000 with the most links are moved by forces; the others stand around
    their strongest partner.
    """
    nodes = sorted(graph.nodes, key=lambda node: (str(node), type(node).__name__))
    n = len(nodes)
    if n == 0:
        return {}
    index = {node: i for i, node in enumerate(nodes)}
    net: dict[tuple[int, int], float] = {}
    for u, v, data in graph.edges(data=True):
        if u != v:
            pair = (min(index[u], index[v]), max(index[u], index[v]))
            net[pair] = net.get(pair, 0.0) + _valence(data)
    pairs = sorted(net)
    a = np.array([pair[0] for pair in pairs], dtype=np.int64)
    b = np.array([pair[1] for pair in pairs], dtype=np.int64)
    value = np.array([net[pair] for pair in pairs], dtype=np.float64)
    load = np.bincount(a, minlength=n) + np.bincount(b, minlength=n)
    moved = np.arange(n)
    if n > _MOST:
        moved = np.sort(np.argsort(-load, kind="stable")[:_MOST])
    places = np.zeros((n, 2))
    places[moved] = _forced(moved, a, b, value, n, steps)
    if n > _MOST:
        _attach(places, moved, a, b, value)
    widths = np.array([_width(graph.nodes[node], node) for node in nodes])
    # Drawn together as far as the labels leave room: what fills the screen can be read.
    room = _ROOM * _HEIGHT * float(widths.sum())
    extent = places.max(axis=0) - places.min(axis=0)
    taken = float(extent[0] * extent[1])
    if taken > room:
        places *= np.sqrt(room / taken)
    if n <= _MOST:
        places = _apart(places, widths)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    # Adding 0 turns -0.0 into 0.0.
    return {
        node: (round(float(x), 1) + 0.0, round(float(y), 1) + 0.0)
        for node, (x, y) in zip(nodes, places, strict=True)
    }


def with_positions(
    graph: AnyGraph,
    positions: Mapping[Any, tuple[float, float]] | None = None,
    **attributes: Mapping[Any, Any],
) -> AnyGraph:
    """Return a copy of a graph whose nodes have ``x`` and ``y``, for the exports.

    Parameters
    ----------
    graph : networkx graph
        Any; it stays unchanged.
    positions : dict, optional
        What `layout` returns; computed if not given.
    **attributes : Mapping
        Further attributes of nodes, such as ``influence={"MLI": 0.5}``.
    """
    places = layout(graph) if positions is None else positions
    copy = graph.copy()
    for node in copy.nodes:
        if node in places:
            copy.nodes[node]["x"], copy.nodes[node]["y"] = places[node]
        for name, values in attributes.items():
            if node in values:
                copy.nodes[node][name] = values[node]
    return copy


def _valence(data: dict[str, Any]) -> float:
    if "valence" in data:
        return float(data["valence"])
    return float(data.get("sign", 1)) * float(data.get("weight", 1.0))


def _width(data: dict[str, Any], node: Any) -> float:
    return 30.0 + _CHARACTER * min(len(str(data.get("label", node))), 40)


def _spiral(n: int) -> _Floats:
    """Return n places that fill a disc evenly."""
    turn = np.arange(n) + 0.5
    radius = _SPACING * 0.6 * np.sqrt(turn)
    return np.stack((radius * np.cos(turn * _GOLDEN), radius * np.sin(turn * _GOLDEN)), axis=1)


def _forced(
    moved: NDArray[Any], a: NDArray[Any], b: NDArray[Any], value: _Floats, n: int, steps: int
) -> _Floats:
    size = len(moved)
    where = np.full(n, -1)
    where[moved] = np.arange(size)
    kept = (where[a] >= 0) & (where[b] >= 0)
    i, j, value = where[a[kept]], where[b[kept]], value[kept]
    # Roots, so that one much-told link does not pull its ends into one point.
    pull = np.where(value > 0, np.sqrt(np.maximum(value, 0.0)) + 0.3, _ADVERSE)
    places = _spiral(size)
    if size > 300:
        steps = max(60, steps * 300 // size)
    heat = _SPACING * np.sqrt(size) / 4
    for step in range(steps):
        x, y = places[:, 0], places[:, 1]
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        squared = dx * dx + dy * dy
        np.fill_diagonal(squared, 1.0)
        push = _SPACING**2 / np.maximum(squared, 1.0)
        np.fill_diagonal(push, 0.0)
        move_x, move_y = (dx * push).sum(axis=1), (dy * push).sum(axis=1)
        lx, ly = x[j] - x[i], y[j] - y[i]
        force = pull * np.sqrt(lx * lx + ly * ly) / _SPACING
        for move, part in ((move_x, lx * force), (move_y, ly * force)):
            move += np.bincount(i, weights=part, minlength=size)
            move -= np.bincount(j, weights=part, minlength=size)
        move_x -= _GRAVITY * x * (1 + np.abs(x) / _SPACING)
        # Maps are wider than high.
        move_y -= 1.5 * _GRAVITY * y * (1 + np.abs(y) / _SPACING)
        length = np.maximum(np.sqrt(move_x**2 + move_y**2), 1e-9)
        limit = np.minimum(length, heat * (1 - step / steps)) / length
        places[:, 0] += move_x * limit
        places[:, 1] += move_y * limit
    return places


def _attach(
    places: _Floats, moved: NDArray[Any], a: NDArray[Any], b: NDArray[Any], value: _Floats
) -> None:
    """Put the nodes that no force moved around their strongest partner that has a place."""
    fixed = np.zeros(len(places), dtype=np.bool_)
    fixed[moved] = True
    partner: dict[int, tuple[float, int]] = {}
    for u, v, size in zip(a.tolist(), b.tolist(), np.abs(value).tolist(), strict=True):
        for one, other in ((u, v), (v, u)):
            if not fixed[one] and fixed[other]:
                partner[one] = max(partner.get(one, (-1.0, -1)), (size, -other))
    crowd: dict[int, int] = {}
    rim = float(np.abs(places[moved]).max()) + _SPACING
    for node in np.flatnonzero(~fixed).tolist():
        centre = -partner[node][1] if node in partner else -1
        count = crowd[centre] = crowd.get(centre, 0) + 1
        start = places[centre] if centre >= 0 else np.array([0.0, 0.0])
        radius = 40.0 * np.sqrt(count) + (0.0 if centre >= 0 else rim)
        turn = count * _GOLDEN
        places[node] = start + radius * np.array([np.cos(turn), np.sin(turn)])


def _apart(places: _Floats, widths: _Floats) -> _Floats:
    """Move boxes apart along the side that needs less, until none overlap."""
    places = places.copy()
    half = widths / 2
    need_x = half[:, None] + half[None, :]
    upper = np.triu(np.ones((len(places), len(places)), dtype=np.bool_), 1)
    for _ in range(400):
        dx = places[:, None, 0] - places[None, :, 0]
        dy = places[:, None, 1] - places[None, :, 1]
        over_x, over_y = need_x - np.abs(dx), _HEIGHT - np.abs(dy)
        overlap = upper & (over_x > 1e-6) & (over_y > 1e-6)
        if not overlap.any():
            break
        i, j = np.nonzero(overlap)
        sideways = over_x[i, j] < over_y[i, j]
        way_x = np.where(dx[i, j] >= 0, 1.0, -1.0) * (over_x[i, j] / 2 + 0.5) * sideways
        way_y = np.where(dy[i, j] >= 0, 1.0, -1.0) * (over_y[i, j] / 2 + 0.5) * ~sideways
        for axis, way in ((0, way_x), (1, way_y)):
            places[:, axis] += np.bincount(i, weights=way, minlength=len(places))
            places[:, axis] -= np.bincount(j, weights=way, minlength=len(places))
    return places
