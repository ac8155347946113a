"""Tone: how friendly or hostile two actors deal with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import linalg

from influence_graph.metrics.intervals import beta_interval
from influence_graph.metrics.table import FEW, DyadTable, EventTable, Floats, Ints

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["Tone", "additive_effects", "expected_share", "tone", "tone_values"]

HALF_LIFE = 2.0
"""In years. Next-year signs are forecast equally well from 1 to 5."""
PRIOR = 2.0
"""Weight of the expectation, in events. Next-year signs are forecast as well from 2 to 10, and
conflicts are told best with little of it."""
_SHRINKAGE = 10.0
_DENSE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """How two actors deal with each other.

    Attributes
    ----------
    value : float
        -1 (all hostile) to +1 (all friendly), drawn toward what is expected of the two.
    low, high : float
        Ends of its interval.
    expected : float
        What the actors' dealings with others let expect, -1 to +1.
    positive, negative : int
        Numbers of cooperative and of conflictual events.
    n : int
        Number of events.
    few : bool
        Fewer than five events: no finding.
    """

    value: float
    low: float
    high: float
    expected: float
    positive: int
    negative: int
    n: int
    few: bool


def tone(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    half_life: float | None = HALF_LIFE,
    prior: float = PRIOR,
    at: date | None = None,
    min_events: int = FEW,
    level: float = 0.95,
    weight: str | None = "weight",
) -> dict[tuple[Any, Any], Tone]:
    r"""Return the tone of each dyad.

    .. math:: \tau_{ij} = 2 \frac{P_{ij} + k \pi_{ij}}{P_{ij} + N_{ij} + k} - 1

    with :math:`P, N` the summed weights of cooperative and conflictual events in either
    direction, older ones halved every `half_life` years, and :math:`\pi_{ij}` the share of
    cooperative events that both actors' dealings with all let expect (`expected_share`). The
    interval is that of :math:`Beta(P + k\pi, N + k(1-\pi))`.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    half_life : float or None
        In years; None: no decay.
    prior : float
        Weight k of the expectation, in events, > 0.
    at : datetime.date, optional
        The day from which the age of events counts; the last one if not given.
    min_events : int
        Dyads with fewer events are left out; those below five are marked ``few``.
    level : float
        Of the interval.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    dict
        Keyed by pairs of nodes in the order of their names.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.MultiDiGraph([("A", "B", {"sign": -1})] * 5)
    >>> round(tone(G)["A", "B"].value, 3)
    -0.989
    """
    table = EventTable.of(G, weight).decayed(half_life, at)
    dyads = table.dyads()
    pi, values = tone_values(dyads, prior)
    low, high = beta_interval(dyads.positive + prior * pi, dyads.negative + prior * (1 - pi), level)
    return {
        dyads.pair(int(i)): Tone(
            value=float(values[i]),
            low=float(2 * low[i] - 1),
            high=float(2 * high[i] - 1),
            expected=float(2 * pi[i] - 1),
            positive=int(dyads.n_positive[i]),
            negative=int(dyads.n_negative[i]),
            n=int(dyads.events[i]),
            few=bool(dyads.events[i] < FEW),
        )
        for i in np.flatnonzero(dyads.events >= min_events)
    }


def tone_values(dyads: DyadTable, prior: float = PRIOR) -> tuple[Floats, Floats]:
    """Return the expected share and the tone of each dyad, arrays of shape (dyads,)."""
    pi = expected_share(dyads)
    signed = dyads.positive + dyads.negative
    return pi, 2 * (dyads.positive + prior * pi) / (signed + prior) - 1


def expected_share(dyads: DyadTable) -> Floats:
    r"""Return the share of cooperative events to expect of each dyad, 0.02 to 0.98.

    :math:`\pi_{ij} = p_0 + a_i + a_j`, with :math:`p_0` the share of all events and the
    :math:`a_i` of `additive_effects`; 0.5 where no event has a sign.
    """
    signed = dyads.positive + dyads.negative
    total = float(signed.sum())
    if total == 0:
        return np.full(len(dyads), 0.5)
    base = float(dyads.positive.sum()) / total
    effects = additive_effects(
        dyads.a, dyads.b, dyads.positive, signed, len(dyads.actors), base=base
    )
    expected = base + effects[dyads.a] + effects[dyads.b]
    return np.asarray(np.clip(expected, 0.02, 0.98), dtype=np.float64)


def additive_effects(
    a: Ints, b: Ints, total: Floats, mass: Floats, actors: int, *, base: float
) -> Floats:
    r"""Return each actor's effect in a model of additive effects, drawn toward 0.

    The fixed point of

    .. math:: a_i = \frac{\sum_j [T_{ij} - m_{ij}(b + a_j)]}{\sum_j m_{ij} + 10}

    solved directly, since repeated sweeps over it oscillate where the graph is bipartite.

    Parameters
    ----------
    a, b : ndarray of int64, shape (dyads,)
        Indices of the actors.
    total, mass : ndarray of float64, shape (dyads,)
        Sum of the value over the events of the dyad, and their number or weight.
    actors : int
        Number of actors.
    base : float
        Mean of the value over all events.

    Returns
    -------
    ndarray of float64, shape (actors,)
    """
    rest = total - mass * base
    right = np.bincount(a, weights=rest, minlength=actors) + np.bincount(
        b, weights=rest, minlength=actors
    )
    load = np.bincount(a, weights=mass, minlength=actors) + np.bincount(
        b, weights=mass, minlength=actors
    )
    diagonal = load + _SHRINKAGE
    if actors <= _DENSE:
        matrix = np.diag(diagonal)
        np.add.at(matrix, (a, b), mass)
        np.add.at(matrix, (b, a), mass)
        return np.asarray(np.linalg.solve(matrix, right), dtype=np.float64)

    def product(x: Floats) -> Floats:
        spread = np.bincount(a, weights=mass * x[b], minlength=actors)
        spread += np.bincount(b, weights=mass * x[a], minlength=actors)
        return np.asarray(diagonal * x + spread, dtype=np.float64)

    shape = (actors, actors)
    found, _ = linalg.cg(
        linalg.LinearOperator(shape, matvec=product, dtype=np.float64),
        right,
        rtol=1e-12,
        maxiter=500,
        M=linalg.LinearOperator(shape, matvec=lambda x: x / diagonal, dtype=np.float64),
    )
    return np.asarray(found, dtype=np.float64)
