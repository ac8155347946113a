"""Influence: with how many an actor deals, and how much of another's ties are with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from influence_graph.metrics.intervals import wilson_interval
from influence_graph.metrics.table import FEW, EventTable, named_edges

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = [
    "PRIOR_TIES",
    "Said",
    "Share",
    "Trend",
    "reach",
    "said_influence",
    "zone_mass",
    "zone_share",
    "zone_trend",
]

PRIOR_TIES = 5.0
"""Ties with nobody that are added to each actor's, so that one tie is no zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of an actor's cooperative ties are with another.

    Attributes
    ----------
    value : float
        0 to 1.
    low, high : float
        Ends of its Wilson interval.
    ties : float
        Summed weights of the cooperative events of the two.
    n : int
        Number of cooperative events of the second actor, with anyone.
    few : bool
        Fewer than five: no finding.
    """

    value: float
    low: float
    high: float
    ties: float
    n: int
    few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How a share changed between two periods.

    Attributes
    ----------
    before, after : Share
        The share in each period.
    verdict : {"gains", "loses", "unclear"}
        ``unclear`` where the intervals overlap, or a period has fewer than five ties.
    """

    before: Share
    after: Share
    verdict: Literal["gains", "loses", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What articles say of one actor's influence over another.

    Attributes
    ----------
    actor, over : node
        The two.
    gains, loses : tuple of str
        Keys of the claims that it has or gains influence, and of those that it loses it.
    gain_weight, loss_weight : float
        Their summed weights, claims of one event once.
    """

    actor: Any
    over: Any
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    gain_weight: float
    loss_weight: float


def reach(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    min_events: int = 1,
    weight: str | None = "weight",
) -> dict[Any, int]:
    """Return with how many others each actor has events.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    min_events : int
        Events that make a partner.
    weight : str or None
        Edge attribute; edges of weight 0 do not count.

    Examples
    --------
    >>> import networkx as nx
    >>> reach(nx.star_graph(3))
    {0: 3, 1: 1, 2: 1, 3: 1}
    """
    dyads = EventTable.of(G, weight).dyads()
    counts = dyads.totals((dyads.events >= min_events).astype(np.int64))
    return {actor: int(count) for actor, count in zip(dyads.actors, counts, strict=True)}


def zone_share(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    prior: float = PRIOR_TIES,
    min_events: int = FEW,
    level: float = 0.95,
    weight: str | None = "weight",
) -> dict[tuple[Any, Any], Share]:
    r"""Return the share that each actor A has of the cooperative ties of each actor B.

    .. math:: share_A(B) = \frac{P_{AB}}{\sum_C P_{CB} + 5}

    with P the summed weights of cooperative events of either direction. The five ties with
    nobody keep a small number of ties from looking like a zone; the Wilson interval counts them
    in.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    prior : float
        Ties with nobody, >= 0.
    min_events : int
        B's with fewer cooperative events are left out; those below five are marked ``few``.
    level : float
        Of the interval.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    dict
        Keyed by (A, B), only where P_AB > 0; the shares of one B sum to less than 1.
    """
    dyads = EventTable.of(G, weight).dyads()
    kept = np.flatnonzero(dyads.positive > 0)
    totals = dyads.totals(dyads.positive) + prior
    counts = dyads.totals(dyads.n_positive)
    found: dict[tuple[Any, Any], Share] = {}
    for a, b in ((dyads.a[kept], dyads.b[kept]), (dyads.b[kept], dyads.a[kept])):
        ties = dyads.positive[kept]
        low, high = wilson_interval(ties, totals[b], level)
        for i in np.flatnonzero(counts[b] >= min_events):
            found[dyads.actors[a[i]], dyads.actors[b[i]]] = Share(
                value=float(ties[i] / totals[b[i]]),
                low=float(low[i]),
                high=float(high[i]),
                ties=float(ties[i]),
                n=int(counts[b[i]]),
                few=bool(counts[b[i]] < FEW),
            )
    order = {actor: i for i, actor in enumerate(dyads.actors)}
    return {pair: found[pair] for pair in sorted(found, key=lambda p: (order[p[0]], order[p[1]]))}


def zone_mass(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    prior: float = PRIOR_TIES,
    weight: str | None = "weight",
) -> dict[Any, float]:
    """Return the sum of each actor's shares of all others (`zone_share`), small ones included."""
    table = EventTable.of(G, weight)
    mass = dict.fromkeys(table.actors, 0.0)
    for (actor, _), share in zone_share(table, prior=prior, min_events=0).items():
        mass[actor] += share.value
    return mass


def zone_trend(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    split: date,
    *,
    prior: float = PRIOR_TIES,
    level: float = 0.95,
    weight: str | None = "weight",
) -> dict[tuple[Any, Any], Trend]:
    """Return how shares changed from before a day to that day and after.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges with ``start`` and ``end``; undated ones count in neither period.
    split : datetime.date
        First day of the second period.
    prior, level, weight
        As for `zone_share`.

    Notes
    -----
    Telling a share of 15 % from one of 10 % takes about 690 ties a period: few data sets carry
    a verdict. Trends of shares were not confirmed by independent data; read them as a hint.
    """
    table = EventTable.of(G, weight)
    day = table.day
    with np.errstate(invalid="ignore"):
        one, two = table.take(day < split.toordinal()), table.take(day >= split.toordinal())
    before = zone_share(one, prior=prior, min_events=0, level=level)
    after = zone_share(two, prior=prior, min_events=0, level=level)
    ties = [part.dyads() for part in (one, two)]
    totals = [dict(zip(d.actors, d.totals(d.positive), strict=True)) for d in ties]
    counts = [dict(zip(d.actors, d.totals(d.n_positive), strict=True)) for d in ties]
    trends = {}
    for pair in [*before, *(pair for pair in after if pair not in before)]:
        shares = [
            known.get(pair) or _no_share(totals[i][pair[1]] + prior, int(counts[i][pair[1]]), level)
            for i, known in enumerate((before, after))
        ]
        trends[pair] = Trend(before=shares[0], after=shares[1], verdict=_verdict(*shares))
    return trends


def said_influence(G: AnyGraph) -> list[Said]:  # noqa: N803 - as networkx
    """Return what articles say of influence, in the order of the actors.

    Parameters
    ----------
    G : networkx graph
        Edges of the family ``influence`` say it: with sign +1 that the source has or gains
        influence over the target, with -1 that it loses it. Edges of weight 0 are left out.
    """
    found: dict[tuple[Any, Any], dict[int, list[tuple[str, str, float]]]] = {}
    for u, v, key, data in named_edges(G):
        weight = float(data.get("weight", 1.0))
        if data.get("family") != "influence" or weight == 0:
            continue
        row = (key, str(data.get("event", key)), weight)
        sides = found.setdefault((u, v), {1: [], -1: []})
        sides[1 if float(data.get("sign", 1)) > 0 else -1].append(row)
    return [
        Said(
            actor=u,
            over=v,
            gains=tuple(sorted(row[0] for row in sides[1])),
            loses=tuple(sorted(row[0] for row in sides[-1])),
            gain_weight=_once(sides[1]),
            loss_weight=_once(sides[-1]),
        )
        for (u, v), sides in sorted(found.items(), key=lambda item: tuple(map(str, item[0])))
    ]


def _once(rows: list[tuple[str, str, float]]) -> float:
    best: dict[str, float] = {}
    for _, event, weight in rows:
        best[event] = max(best.get(event, 0.0), weight)
    return round(sum(best[event] for event in sorted(best)), 6)


def _no_share(total: float, n: int, level: float) -> Share:
    low, high = wilson_interval(0.0, total, level)
    return Share(value=0.0, low=float(low), high=float(high), ties=0.0, n=n, few=n < FEW)


def _verdict(before: Share, after: Share) -> Literal["gains", "loses", "unclear"]:
    if before.few or after.few:
        return "unclear"
    if after.low > before.high:
        return "gains"
    return "loses" if after.high < before.low else "unclear"
