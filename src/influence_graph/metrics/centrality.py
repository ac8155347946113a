"""PageRank, HITS and eigenvector centrality: measures of activity, computed on arrays.

They follow how much an actor deals with others, not who bends to whom: on event data PageRank
and the number of events rank actors alike. They are kept because users ask for them, and are
labelled "activity".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from influence_graph.errors import MeasureError
from influence_graph.metrics.table import EventTable, Floats

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["eigenvector_centrality", "hits", "pagerank"]


def pagerank(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    alpha: float = 0.85,
    *,
    sign: int | None = 1,
    directed: bool = False,
    max_iter: int = 200,
    tol: float = 1e-12,
    weight: str | None = "weight",
) -> dict[Any, float]:
    """Return the PageRank of each node over cooperative events.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    alpha : float
        Damping, 0 to 1.
    sign : {1, -1, None}
        Which events to follow; None for all.
    directed : bool
        Follow events from subject to object only; otherwise in both directions.
    max_iter, tol : int, float
        Power iterations, and the change (L1) at which they stop.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    dict
        Sums to 1; nodes without events share what is teleported.

    Raises
    ------
    MeasureError
        No convergence within `max_iter` iterations.

    References
    ----------
    Page, Brin, Motwani, Winograd (1999), The PageRank Citation Ranking.

    Examples
    --------
    >>> import networkx as nx
    >>> {k: round(v, 3) for k, v in pagerank(nx.path_graph(3)).items()}
    {0: 0.257, 1: 0.486, 2: 0.257}
    """
    table = EventTable.of(G, weight)
    n = len(table.actors)
    if n == 0:
        return {}
    flow = _flow(table, sign, directed)
    out = np.asarray(flow.sum(axis=1)).ravel()
    with np.errstate(divide="ignore"):
        scale = np.where(out > 0, 1.0 / out, 0.0)
    back = flow.T
    dangling = out == 0
    rank = np.full(n, 1.0 / n)
    for _ in range(max_iter):
        lost = rank[dangling].sum()
        new = alpha * (back @ (rank * scale) + lost / n) + (1 - alpha) / n
        change = np.abs(new - rank).sum()
        rank = new / new.sum()
        if change < tol * n:
            return _named(table, rank)
    raise MeasureError(f"PageRank did not converge in {max_iter} iterations: raise max_iter")


def hits(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    sign: int | None = 1,
    max_iter: int = 1000,
    tol: float = 1e-10,
    weight: str | None = "weight",
) -> tuple[dict[Any, float], dict[Any, float]]:
    """Return hubs (who acts toward much-addressed actors) and authorities (whom hubs address).

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges, followed from subject to object, symmetric ones both ways.
    sign : {1, -1, None}
        Which events to follow; None for all.
    max_iter, tol : int, float
        Power iterations, and the change (L1) at which they stop. Where two parts of the graph
        weigh the same, the result is the mean that an even start leads to.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    hubs, authorities : dict
        Each sums to 1; all 0 where no event has the sign.

    References
    ----------
    Kleinberg (1999), J. ACM 46:604.
    """
    table = EventTable.of(G, weight)
    flow = table.entries(sign)
    back = flow.T
    n = len(table.actors)
    if n == 0 or flow.nnz == 0:
        zero = np.zeros(n)
        return _named(table, zero), _named(table, zero)
    hub = np.full(n, 1.0 / n)
    for _ in range(max_iter):
        authority = back @ hub
        new = flow @ authority
        new /= new.sum()
        change = np.abs(new - hub).sum()
        hub = new
        if change < tol:
            break
    authority = back @ hub
    return _named(table, hub), _named(table, authority / authority.sum())


def eigenvector_centrality(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    sign: int | None = 1,
    max_iter: int = 5000,
    tol: float = 1e-10,
    weight: str | None = "weight",
) -> dict[Any, float]:
    """Return the eigenvector centrality over cooperative events of either direction.

    Power iteration with the matrix A + sI, s the mean strength, so that bipartite graphs
    converge too; from an even start.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    sign : {1, -1, None}
        Which events to follow; None for all.
    max_iter, tol : int, float
        Power iterations, and the change (L1) at which they stop.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    dict
        Euclidean norm 1; all 0 where no event has the sign.

    References
    ----------
    Bonacich (1987), Am. J. Sociology 92:1170.
    """
    table = EventTable.of(G, weight)
    flow = _flow(table, sign, directed=False)
    n = len(table.actors)
    if n == 0 or flow.nnz == 0:
        return _named(table, np.zeros(n))
    strengths = np.asarray(flow.sum(axis=1)).ravel()
    shift = float(strengths.mean())
    place = np.where(strengths > 0, 1.0, 0.0) / np.sqrt(n)
    for _ in range(max_iter):
        new = flow @ place + shift * place
        new /= np.sqrt((new**2).sum())
        change = np.abs(new - place).sum()
        place = new
        if change < tol * n:
            break
    return _named(table, place)


def _flow(table: EventTable, sign: int | None, directed: bool) -> sparse.csr_array:
    if directed:
        flow = table.flow(sign)
    else:
        kept = table if sign is None else table.take(table.sign == sign)
        dyads = kept.dyads()
        flow = dyads.matrix(dyads.mass)
    flow.sum_duplicates()
    return flow


def _named(table: EventTable, values: Floats) -> dict[Any, float]:
    return dict(zip(table.actors, values.tolist(), strict=True))
