"""Balance: whether friends of friends are friends, and how much of the graph defies two camps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from influence_graph.metrics.table import DyadTable, EventTable, Floats, Ints

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["Frustration", "Triad", "frustration", "triad_counts", "triads"]

_SHAKES = 2000
_WORSE = 0.05
# Beyond 250 actors fewer shakes, so that the time stays about the same.
_WORK = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Triad:
    """Three actors that all deal with each other.

    Attributes
    ----------
    nodes : tuple of three nodes
        In the order of their names.
    signs : tuple of three int
        Signs of the first and second, first and third, second and third.
    strength : float
        Weakest of the three net weights, without its sign, > 0.
    claims : tuple of str
        Keys of the edges that make it; empty where they have none.
    """

    nodes: tuple[Any, Any, Any]
    signs: tuple[int, int, int]
    strength: float
    claims: tuple[str, ...]

    @property
    def balanced(self) -> bool:
        """The product of the signs is positive: no friend has a friend for an enemy."""
        return self.signs[0] * self.signs[1] * self.signs[2] > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frustration:
    """How far a graph is from two camps, friendly inside and hostile between.

    Attributes
    ----------
    edges : int
        Number of dyads with a sign.
    frustrated : int
        Dyads that defy the best two camps found; an upper bound of the frustration index.
    camps : tuple of two tuples of nodes
        Those camps, in the order of the names; parts of the graph that have no signed dyad
        between them are placed independently of each other.
    """

    edges: int
    frustrated: int
    camps: tuple[tuple[Any, ...], tuple[Any, ...]]

    @property
    def share(self) -> float:
        """Frustrated dyads as a part of all, 0 (balanced) to 0.5; 0 where there are none."""
        return self.frustrated / self.edges if self.edges else 0.0


def triads(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    balanced: bool | None = None,
    limit: int | None = None,
    weight: str | None = "weight",
) -> list[Triad]:
    """Return the triads whose three dyads all have a sign, the strongest first.

    The sign of a dyad is that of its cooperative less its conflictual weight.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    balanced : bool, optional
        Only balanced ones, or only unbalanced ones.
    limit : int, optional
        At most so many.
    weight : str or None
        Edge attribute to count with.

    References
    ----------
    Cartwright and Harary (1956), Psychological Review 63:277.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.cycle_graph(3)
    >>> nx.set_edge_attributes(G, {(0, 1): 1, (0, 2): 1, (1, 2): -1}, "sign")
    >>> [t.balanced for t in triads(G)]
    [False]
    """
    table = EventTable.of(G, weight)
    dyads, net = _signed(table)
    nets: dict[tuple[int, int], float] = {}
    later: list[list[int]] = [[] for _ in table.actors]
    for a, b, value in zip(dyads.a.tolist(), dyads.b.tolist(), net.tolist(), strict=True):
        nets[a, b] = value
        later[a].append(b)
    found: list[tuple[float, int, int, int]] = []
    for a, partners in enumerate(later):
        for position, b in enumerate(partners):
            one = nets[a, b]
            for c in partners[position + 1 :]:
                third = nets.get((b, c))
                if third is None:
                    continue
                two = nets[a, c]
                if balanced is not None and (one * two * third > 0) != balanced:
                    continue
                found.append((-min(abs(one), abs(two), abs(third)), a, b, c))
    found.sort()
    claims = _claims(table) if table.claims else {}
    return [
        Triad(
            nodes=(table.actors[a], table.actors[b], table.actors[c]),
            signs=tuple(int(np.sign(nets[pair])) for pair in ((a, b), (a, c), (b, c))),  # type: ignore[arg-type]
            strength=-weakest,
            claims=tuple(key for pair in ((a, b), (a, c), (b, c)) for key in claims.get(pair, ())),
        )
        for weakest, a, b, c in found[:limit]
    ]


def triad_counts(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    weight: str | None = "weight",
) -> tuple[int, int]:
    """Return how many triads are balanced, and how many are not.

    From the traces of the cubes of the sign matrix and of its absolute values.
    """
    dyads, net = _signed(EventTable.of(G, weight))
    signs = dyads.matrix(np.sign(net))
    presence = abs(signs)
    closed = round(float((presence @ presence).multiply(presence).sum()) / 6)
    surplus = round(float((signs @ signs).multiply(signs).sum()) / 6)
    return (closed + surplus) // 2, (closed - surplus) // 2


def frustration(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    restarts: int = 30,
    seed: int = 0,
    weight: str | None = "weight",
) -> Frustration:
    """Return the two camps that the fewest dyads defy, as a local search finds them.

    A dyad defies the camps if it is friendly between them or hostile inside one. Single actors
    change camp while that helps, from `restarts` starts; then the best camps are shaken, a few
    actors at a time, and mended again.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    restarts : int
        Number of starts, the first with all in one camp.
    seed : int
        Of the other starts.
    weight : str or None
        Edge attribute to count with.

    References
    ----------
    Aref, Mason and Wilson (2020), Networks 75:95.
    """
    table = EventTable.of(G, weight)
    dyads, net = _signed(table)
    n, m = len(table.actors), len(dyads)
    matrix = dyads.matrix(np.sign(net))
    rng = np.random.default_rng(seed)
    best, camps = m + 1, np.ones(n)
    for turn in range(restarts if m else 0):
        start = np.ones(n) if turn == 0 else rng.choice(np.array([-1.0, 1.0]), n)
        side = _flipped(
            matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64), matrix.data, start
        )
        defied = int((side[dyads.a] * side[dyads.b] != np.sign(net)).sum())
        if defied < best:
            best, camps = defied, side
        if best == 0:
            break
    starts, columns = matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64)
    tied = np.flatnonzero(np.diff(starts))
    here, now = camps, best
    for _ in range(min(_SHAKES, 40 * len(tied), _WORK // max(n, 1)) if best and m else 0):
        start = here.copy()
        moved = _ball(
            starts, columns, int(rng.choice(tied)), int(rng.integers(2, 3 + len(tied) // 4))
        )
        start[moved] = -start[moved]
        side = _flipped(starts, columns, matrix.data, start)
        defied = int((side[dyads.a] * side[dyads.b] != np.sign(net)).sum())
        # Equal camps are taken too, and now and then one dyad worse: they lead across plateaus.
        if defied <= now or (defied == now + 1 and rng.random() < _WORSE):
            here, now = side, defied
        if now < best:
            best, camps = now, here
    if len(tied):
        camps = camps * camps[tied[0]]
    return Frustration(
        edges=m,
        frustrated=best if m else 0,
        camps=(
            tuple(table.actors[i] for i in tied if camps[i] > 0),
            tuple(table.actors[i] for i in tied if camps[i] < 0),
        ),
    )


def _ball(starts: Ints, columns: Ints, node: int, size: int) -> list[int]:
    """Return an actor and those nearest to it, `size` at most."""
    ball, seen = [node], {node}
    for member in ball:
        for near in columns[starts[member] : starts[member + 1]].tolist():
            if len(ball) >= size:
                return ball
            if near not in seen:
                seen.add(near)
                ball.append(near)
    return ball


def _flipped(starts: Ints, columns: Ints, signs: Floats, side: Floats) -> Floats:
    """Change the camp of the actor that this helps most, until it helps none."""
    field = np.add.reduceat(
        np.append(signs * side[columns], 0.0), np.minimum(starts[:-1], len(signs))
    )
    field[np.diff(starts) == 0] = 0.0
    gain = side * field
    while len(gain):
        node = int(gain.argmin())
        if gain[node] >= 0:
            break
        side[node] = -side[node]
        gain[node] = -gain[node]
        near = columns[starts[node] : starts[node + 1]]
        gain[near] += 2 * signs[starts[node] : starts[node + 1]] * side[near] * side[node]
    return side


def _signed(table: EventTable) -> tuple[DyadTable, Floats]:
    """Return the dyads whose weights do not cancel out, and their net weights."""
    dyads = table.take(table.sign != 0).dyads()
    net = dyads.positive - dyads.negative
    keep = np.abs(net) > 1e-12
    kept = {
        name: getattr(dyads, name)[keep]
        for name in (
            "a",
            "b",
            "positive",
            "negative",
            "mass",
            "goldstein",
            "events",
            "n_positive",
            "n_negative",
        )
    }
    return DyadTable(actors=dyads.actors, **kept), net[keep]


def _claims(table: EventTable) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], list[str]] = {}
    for u, v, sign, keys in zip(
        table.source.tolist(), table.target.tolist(), table.sign.tolist(), table.claims, strict=True
    ):
        if sign:
            found.setdefault((min(u, v), max(u, v)), []).extend(keys)
    return {pair: tuple(keys) for pair, keys in found.items()}
