"""Events as arrays, and dyads as sums over them: where the arithmetic is done.

Actors are numbered in the order of their names, so that the same graph gives the same arrays
however it was built.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from influence_graph.errors import MeasureError

if TYPE_CHECKING:
    import networkx as nx

    AnyGraph: TypeAlias = nx.Graph[Any]

__all__ = ["DAYS_PER_YEAR", "FEW", "DyadTable", "EventTable", "Floats", "Ints", "named_edges"]

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

FEW = 5
"""Below so many events a dyad has no score unless asked for, and is then marked."""

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadTable:
    """Sums over the events of each pair of actors, in either direction.

    Attributes
    ----------
    actors : tuple
        Nodes of the graph, in order; arrays below hold indices into it.
    a, b : ndarray of int64, shape (dyads,)
        The pair, ``a < b``, in lexicographic order.
    positive, negative : ndarray of float64, shape (dyads,)
        Summed weights of cooperative and of conflictual events, >= 0.
    mass : ndarray of float64, shape (dyads,)
        Summed weights of all events, those without a sign included.
    goldstein : ndarray of float64, shape (dyads,)
        Sum of weight x Goldstein intensity (-10 to 10).
    events, n_positive, n_negative : ndarray of int64, shape (dyads,)
        Number of events, of cooperative and of conflictual ones.
    """

    actors: tuple[Hashable, ...]
    a: Ints
    b: Ints
    positive: Floats
    negative: Floats
    mass: Floats
    goldstein: Floats
    events: Ints
    n_positive: Ints
    n_negative: Ints

    def __len__(self) -> int:
        return len(self.a)

    def pair(self, index: int) -> tuple[Any, Any]:
        """Return the two nodes of a dyad."""
        return self.actors[self.a[index]], self.actors[self.b[index]]

    def matrix(self, values: Floats | Ints) -> sparse.csr_array:
        """Return a value per dyad as a symmetric matrix, shape (actors, actors)."""
        n = len(self.actors)
        rows, columns = np.concatenate((self.a, self.b)), np.concatenate((self.b, self.a))
        data = np.concatenate((values, values)).astype(np.float64)
        return sparse.csr_array((data, (rows, columns)), shape=(n, n))

    def totals(self, values: Floats | Ints) -> Floats:
        """Return the sum of a value over the dyads of each actor, shape (actors,)."""
        n = len(self.actors)
        one = np.bincount(self.a, weights=values, minlength=n)
        return np.asarray(one + np.bincount(self.b, weights=values, minlength=n), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """Events of a graph as arrays, one entry an event.

    Attributes
    ----------
    actors : tuple
        Nodes of the graph, in order of their names.
    source, target : ndarray of int64, shape (events,)
        Indices into `actors`; never equal.
    sign : ndarray of int64, shape (events,)
        +1 cooperative, -1 conflictual, 0 neither.
    weight : ndarray of float64, shape (events,)
        How much it counts, > 0.
    goldstein : ndarray of float64, shape (events,)
        Intensity, -10 to 10.
    day : ndarray of float64, shape (events,)
        Ordinal of the middle day (`datetime.date.toordinal`); NaN where it is unknown.
    symmetric : ndarray of bool, shape (events,)
        The event goes in both directions.
    claims : tuple of tuple of str
        Keys of the edges that tell each event.
    """

    actors: tuple[Hashable, ...]
    source: Ints
    target: Ints
    sign: Ints
    weight: Floats
    goldstein: Floats
    day: Floats
    symmetric: NDArray[np.bool_]
    claims: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, graph: AnyGraph | EventTable, weight: str | None = "weight") -> EventTable:
        """Return the events of a graph.

        Edges that share the attribute ``event`` are one event, told by several sources: the one
        with the greatest weight stands for it. Edges of weight 0 (denied) are left out, and so
        are those of the family ``influence``: they say who has sway over whom, not what was done.

        Parameters
        ----------
        graph : networkx graph or EventTable
            Edges may have ``sign`` (else the sign of the weight), ``intensity``, ``symmetric``
            (True in an undirected graph), ``start``, ``end`` (ISO dates), ``event``, ``family``.
        weight : str or None
            Edge attribute to count with; None or a missing one counts 1.

        Raises
        ------
        MeasureError
            An edge links an actor with itself.
        """
        if isinstance(graph, EventTable):
            return graph
        actors = tuple(sorted(graph.nodes, key=lambda node: (str(node), type(node).__name__)))
        index = {node: i for i, node in enumerate(actors)}
        undirected = not graph.is_directed()
        best: dict[str, tuple[float, str, int, int, dict[str, Any]]] = {}
        keys: dict[str, list[str]] = {}
        for u, v, name, data in named_edges(graph):
            if data.get("family") == "influence":
                continue
            if u == v:
                raise MeasureError(
                    f"an edge of {u!r} with itself: leave self-loops out, they measure nothing"
                )
            value = float(data.get(weight, 1.0)) if weight else 1.0
            if value == 0:
                continue
            event = str(data["event"]) if "event" in data else f"{u}\0{v}\0{name}"
            row = (-abs(value), name, index[u], index[v], data)
            keys.setdefault(event, []).append(name)
            if event not in best or row[:4] < best[event][:4]:
                best[event] = row
        ordered = sorted(best.items(), key=lambda item: (*item[1][2:4], item[0]))
        rows = [row for _, row in ordered]
        signs = [_sign(row[4], weight) for row in rows]
        return cls(
            actors=actors,
            source=np.array([row[2] for row in rows], dtype=np.int64),
            target=np.array([row[3] for row in rows], dtype=np.int64),
            sign=np.array(signs, dtype=np.int64),
            weight=np.array([-row[0] for row in rows], dtype=np.float64),
            goldstein=np.array(
                [
                    float(row[4].get("intensity", sign))
                    for row, sign in zip(rows, signs, strict=True)
                ],
                dtype=np.float64,
            ),
            day=np.array([_day(row[4]) for row in rows], dtype=np.float64),
            symmetric=np.array(
                [undirected or bool(row[4].get("symmetric")) for row in rows], dtype=np.bool_
            ),
            claims=tuple(tuple(sorted(keys[event])) for event, _ in ordered),
        )

    def __len__(self) -> int:
        return len(self.source)

    def last_day(self) -> float | None:
        """Return the ordinal of the last known day, None where no day is known."""
        known = self.day[~np.isnan(self.day)]
        return float(known.max()) if len(known) else None

    def within(self, start: date | None = None, end: date | None = None) -> Self:
        """Return the events whose middle day lies in a window, both ends included."""
        keep = np.ones(len(self), dtype=np.bool_)
        if start is not None:
            keep &= self.day >= start.toordinal()
        if end is not None:
            keep &= self.day < end.toordinal() + 1
        return self.take(keep)

    def take(self, keep: NDArray[np.bool_]) -> Self:
        """Return the events where `keep` is true; the actors stay."""
        return replace(
            self,
            source=self.source[keep],
            target=self.target[keep],
            sign=self.sign[keep],
            weight=self.weight[keep],
            goldstein=self.goldstein[keep],
            day=self.day[keep],
            symmetric=self.symmetric[keep],
            claims=tuple(c for c, k in zip(self.claims, keep, strict=True) if k)
            if self.claims
            else (),
        )

    def weighted(self, factor: Floats | Ints) -> Self:
        """Return the events with their weights multiplied; those that become 0 are left out."""
        changed = replace(self, weight=self.weight * factor)
        return changed.take(changed.weight > 0)

    def decayed(self, half_life: float | None, at: date | None = None) -> Self:
        """Return the events with older ones weighing less: ``2 ** (-age / half_life)``.

        Parameters
        ----------
        half_life : float or None
            In years, > 0; None for no decay.
        at : datetime.date, optional
            The day from which the age counts; the last known day if not given. Later events
            have age 0, and so have undated ones.
        """
        if half_life is None:
            return self
        if half_life <= 0:
            raise MeasureError(f"a half-life must be positive: {half_life} years")
        last = float(at.toordinal()) if at else self.last_day()
        if last is None:
            return self
        age = np.nan_to_num(np.maximum(last - self.day, 0.0), nan=0.0) / DAYS_PER_YEAR
        return replace(self, weight=self.weight * np.exp2(-age / half_life))

    def dyads(self) -> DyadTable:
        """Return the sums over each pair of actors, in either direction."""
        n = len(self.actors)
        low, high = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        keys, where = np.unique(low * n + high, return_inverse=True)
        size = len(keys)

        def total(values: NDArray[Any]) -> Floats:
            summed = np.bincount(where, weights=values, minlength=size)
            return np.asarray(summed, dtype=np.float64)

        def count(mask: NDArray[np.bool_]) -> Ints:
            return np.bincount(where[mask], minlength=size).astype(np.int64)

        return DyadTable(
            actors=self.actors,
            a=keys // n if n else keys,
            b=keys % n if n else keys,
            positive=total(self.weight * (self.sign > 0)),
            negative=total(self.weight * (self.sign < 0)),
            mass=total(self.weight),
            goldstein=total(self.weight * self.goldstein),
            events=count(np.ones(len(self), dtype=np.bool_)),
            n_positive=count(self.sign > 0),
            n_negative=count(self.sign < 0),
        )

    def flow(self, sign: int | None = None) -> sparse.csr_array:
        """Return the directed matrix of summed weights, shape (actors, actors).

        Parameters
        ----------
        sign : {1, -1, None}
            Only events of that sign.
        """
        return sparse.csr_array(self.entries(sign))

    def entries(self, sign: int | None = None) -> sparse.coo_array:
        """Return `flow` with an entry for each event, twice where it is symmetric.

        It is made much faster than the sums, and multiplies about as fast.
        """
        n = len(self.actors)
        kept = np.ones(len(self), dtype=np.bool_) if sign is None else self.sign == sign
        source, target, weight = self.source[kept], self.target[kept], self.weight[kept]
        both = self.symmetric[kept]
        if both.any():
            source, target, weight = (
                np.concatenate((source, target[both])),
                np.concatenate((target, source[both])),
                np.concatenate((weight, weight[both])),
            )
        # Half the width of an index, half the time.
        small = np.int32 if n < 2**31 else np.int64
        cells = (source.astype(small), target.astype(small))
        return sparse.coo_array((weight, cells), shape=(n, n))


def named_edges(graph: AnyGraph) -> Iterator[tuple[Any, Any, str, dict[str, Any]]]:
    """Yield source, target, name and attributes of each edge.

    The name is the key in a multigraph, else the position.
    """
    if graph.is_multigraph():
        for u, v, key, data in graph.edges(keys=True, data=True):  # type: ignore[call-overload]
            yield u, v, str(key), data
    else:
        for number, (u, v, data) in enumerate(graph.edges(data=True)):
            yield u, v, str(number), data


def _sign(data: dict[str, Any], weight: str | None) -> int:
    if "sign" in data:
        return int(np.sign(float(data["sign"])))
    return 1 if weight is None or float(data.get(weight, 1.0)) >= 0 else -1


def _day(data: dict[str, Any]) -> float:
    start, end = data.get("start"), data.get("end")
    days = [date.fromisoformat(str(day)[:10]).toordinal() for day in (start, end) if day]
    return sum(days) / len(days) if days else float("nan")
