"""Blocs: who stands with whom, by signed modularity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from influence_graph.metrics.modularity import adjusted_rand, best_partition, signed_modularity
from influence_graph.metrics.table import FEW, EventTable, Ints

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["Blocs", "blocs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocs:
    """A partition of the actors.

    Attributes
    ----------
    members : tuple of tuple of nodes
        The blocs of two or more, the largest first, members in the order of their names.
    alone : tuple of nodes
        Actors with signed events that stand in no bloc.
    modularity : float
        Signed modularity, at most 1; near 0 the blocs mean little.
    stability : float or None
        Mean adjusted Rand index of the blocs found on resampled events: 1 always the same, 0 as
        by chance; None where it was not resampled.
    together : dict
        For each member of a bloc the share of resamplings, 0 to 1, in which it stands with its
        bloc-mates; empty where it was not resampled.
    events : int
        Number of signed events.
    """

    members: tuple[tuple[Any, ...], ...] = ()
    alone: tuple[Any, ...] = ()
    modularity: float = 0.0
    stability: float | None = None
    together: dict[Any, float]
    events: int = 0

    @property
    def numbers(self) -> dict[Any, int]:
        """Number of each member's bloc, from 1; who stands in none is left out."""
        return {node: i for i, bloc in enumerate(self.members, start=1) for node in bloc}

    def of(self, node: Any) -> int | None:
        """Return the number of a node's bloc, from 0; None where it stands in none."""
        return next((i for i, bloc in enumerate(self.members) if node in bloc), None)


def blocs(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    resamples: int = 0,
    seed: int = 0,
    min_events: int = FEW,
    weight: str | None = "weight",
) -> Blocs:
    r"""Return the blocs with the most signed modularity that were found.

    The weight of a dyad is :math:`w_{ij} = \ln(1 + P_{ij}) - \ln(1 + N_{ij})`, events of either
    direction without decay. Parts of a bloc that no friendly tie and no common friend or
    opponent links are blocs of their own.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    resamples : int
        Number of Poisson resamplings of the events for the stability; 0 for none.
    seed : int
        Of the search and the resampling.
    min_events : int
        Graphs with fewer signed events have no blocs.
    weight : str or None
        Edge attribute to count with.

    References
    ----------
    Gómez, Jensen and Arenas (2009), Phys. Rev. E 80:016114.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.Graph()
    >>> G.add_edges_from([("A", "B"), ("C", "D")], sign=1)
    >>> G.add_edges_from([("A", "C"), ("B", "D"), ("A", "D")], sign=-1)
    >>> blocs(G).members
    (('A', 'B'), ('C', 'D'))
    """
    table = EventTable.of(G, weight)
    signed = table.take(table.sign != 0)
    if len(signed) < min_events or not len(signed):
        return Blocs(together={}, events=len(signed))
    weights, nodes = _weights(signed)
    if not len(nodes):
        return Blocs(together={}, events=len(signed))
    labels, _ = best_partition(weights, seed=seed)
    labels = _linked(weights, labels)
    quality = signed_modularity(weights, labels)
    stability, together = _stability(signed, nodes, labels, resamples, seed)
    members: dict[int, list[int]] = {}
    for position, label in enumerate(labels):
        members.setdefault(int(label), []).append(position)
    groups = sorted(members.values(), key=lambda group: (-len(group), group[0]))
    named = [tuple(signed.actors[nodes[i]] for i in group) for group in groups]
    return Blocs(
        members=tuple(bloc for bloc in named if len(bloc) > 1),
        alone=tuple(bloc[0] for bloc in named if len(bloc) == 1),
        modularity=quality,
        stability=stability,
        together={
            signed.actors[nodes[i]]: float(together[i])
            for group in groups
            for i in group
            if len(group) > 1 and resamples
        },
        events=len(signed),
    )


def _weights(table: EventTable) -> tuple[sparse.csr_array, Ints]:
    """Return the weights between actors that have any, and those actors' indices."""
    dyads = table.dyads()
    matrix = dyads.matrix(np.log1p(dyads.positive) - np.log1p(dyads.negative))
    matrix.eliminate_zeros()
    nodes = np.flatnonzero(np.diff(matrix.indptr)).astype(np.int64)
    return sparse.csr_array(matrix[nodes][:, nodes]), nodes


def _linked(weights: sparse.csr_array, labels: Ints) -> Ints:
    """Return the blocs split into parts that something links.

    Modularity gains by putting actors together that merely have nothing to do with each other.
    Two of a bloc are linked by a friendly tie, or by ties of one sign with the same third.
    """
    n = len(labels)
    plus, minus = weights.maximum(0).sign(), (-weights).maximum(0).sign()
    alike = sparse.coo_array(plus + plus @ plus + minus @ minus)
    rows, columns = alike.coords
    same = labels[rows] == labels[columns]
    ones = np.ones(int(same.sum()))
    links = sparse.csr_array((ones, (rows[same], columns[same])), shape=(n, n))
    _, parts = csgraph.connected_components(links, directed=False)
    return np.asarray(parts, dtype=np.int64)


def _stability(
    table: EventTable, nodes: Ints, labels: Ints, resamples: int, seed: int
) -> tuple[float | None, Any]:
    n = len(table.actors)
    together, seen = np.zeros(len(nodes)), np.zeros(len(nodes))
    scores = []
    rng = np.random.default_rng(seed + 1)
    for turn in range(resamples):
        again = table.weighted(rng.poisson(1.0, len(table)))
        weights, some = _weights(again)
        if len(some) < 2:
            continue
        found, _ = best_partition(weights, seed=seed + turn, most=6, tries=1, merges=0)
        everywhere = np.full(n, -1, dtype=np.int64)
        everywhere[some] = _linked(weights, found)
        here = everywhere[nodes]
        present = here >= 0
        if present.sum() < 2:
            continue
        old, new = labels[present], here[present]
        scores.append(adjusted_rand(old, new))
        both = old * (int(new.max()) + 1) + new
        together[present] += np.bincount(both)[both] - 1
        seen[present] += np.bincount(old)[old] - 1
    share = np.divide(together, seen, out=np.zeros(len(nodes)), where=seen > 0)
    return (float(np.mean(scores)) if scores else None), share
