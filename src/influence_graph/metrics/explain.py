"""Why a score is what it is: the numbers that made it, and what each event adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from influence_graph.errors import MeasureError
from influence_graph.metrics.alignment import alignment
from influence_graph.metrics.centrality import eigenvector_centrality, hits, pagerank
from influence_graph.metrics.influence import PRIOR_TIES, reach, zone_mass, zone_share
from influence_graph.metrics.table import FEW, EventTable
from influence_graph.metrics.tone import HALF_LIFE, PRIOR, tone

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["ACTOR_MEASURES", "PAIR_MEASURES", "Explanation", "Term", "explain"]

_Score = Callable[[EventTable], "float | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An event that a score rests on.

    Attributes
    ----------
    source, target : node
        Who did it, to whom.
    sign : int
        +1 cooperative, -1 conflictual, 0 neither.
    weight : float
        How much it counts, before any decay: confidence x modality x source, of its best claim.
    adds : float or None
        The score less what it would be without this event; None where there would be none.
    day : datetime.date or None
        Its middle day.
    claims : tuple of str
        Keys of the edges that tell it.
    """

    source: Any
    target: Any
    sign: int
    weight: float
    adds: float | None
    day: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a score is what it is.

    Attributes
    ----------
    measure : str
        One of `ACTOR_MEASURES` or `PAIR_MEASURES`.
    actors : tuple of one or two nodes
        Whose score it is; for a zone share first who has it, then over whom.
    value : float
        The score.
    low, high : float or None
        Ends of its interval, where it has one.
    numbers : Mapping of str to float
        What stands in its formula.
    n : int
        Number of events that touch it.
    few : bool
        A pair with fewer than five events: no finding.
    terms : tuple of Term
        Its events, those that add or take most first.
    """

    measure: str
    actors: tuple[Any, ...]
    value: float
    low: float | None
    high: float | None
    numbers: Mapping[str, float]
    n: int
    few: bool
    terms: tuple[Term, ...]


def _tone(table: EventTable, a: Any, b: Any) -> tuple[float, float, float, dict[str, float]] | None:
    found = tone(table, min_events=1)
    score = found.get((a, b)) or found.get((b, a))
    if score is None:
        return None
    dyads = table.decayed(HALF_LIFE).dyads()
    position = {actor: i for i, actor in enumerate(dyads.actors)}
    low, high = sorted((position[a], position[b]))
    row = int(np.flatnonzero((dyads.a == low) & (dyads.b == high))[0])
    numbers = {
        "cooperative weight P": float(dyads.positive[row]),
        "conflictual weight N": float(dyads.negative[row]),
        "expected share π": (score.expected + 1) / 2,
        "weight of the expectation k": PRIOR,
    }
    return score.value, score.low, score.high, numbers


def _alignment(
    table: EventTable, a: Any, b: Any
) -> tuple[float, float | None, float | None, dict[str, float]] | None:
    found = alignment(table, min_events=1)
    score = found.get((a, b)) or found.get((b, a))
    if score is None:
        return None
    numbers = {
        name: float(getattr(score, name))
        for name in ("tone", "embedding", "similarity", "affinity")
    }
    return score.value, score.low, score.high, numbers


def _zone_share(
    table: EventTable, a: Any, b: Any
) -> tuple[float, float, float, dict[str, float]] | None:
    share = zone_share(table, min_events=0).get((a, b))
    if share is None:
        return None
    numbers = {
        "cooperative ties of the two": share.ties,
        "all cooperative ties of the second": share.ties / share.value - PRIOR_TIES,
        "ties with nobody": PRIOR_TIES,
    }
    return share.value, share.low, share.high, numbers


_PAIR: dict[str, Callable[..., Any]] = {
    "tone": _tone,
    "alignment": _alignment,
    "zone_share": _zone_share,
}
_ACTOR: dict[str, Callable[[EventTable], Mapping[Any, float]]] = {
    "reach": reach,
    "zone_mass": zone_mass,
    "activity_pagerank": pagerank,
    "activity_hub": lambda table: hits(table)[0],
    "activity_authority": lambda table: hits(table)[1],
    "activity_eigenvector": eigenvector_centrality,
}

PAIR_MEASURES = tuple(_PAIR)
"""Scores of two actors that can be explained."""
ACTOR_MEASURES = tuple(_ACTOR)
"""Scores of one actor that can be explained."""


def explain(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    measure: str,
    a: Any,
    b: Any = None,
    *,
    most: int = 100,
    weight: str | None = "weight",
) -> Explanation:
    """Return the numbers and events that made a score.

    What an event adds is found by measuring again without it, everything else the same: so the
    parts need not add up to the whole.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    measure : str
        One of `ACTOR_MEASURES` or `PAIR_MEASURES`.
    a, b : node
        Whose score; `b` for scores of two. A zone share is that of `a` over `b`.
    most : int
        At most so many events are listed, the heaviest.
    weight : str or None
        Edge attribute to count with.

    Raises
    ------
    MeasureError
        No such measure or actor, or there is no such score to explain.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.MultiGraph([("A", "B"), ("A", "B"), ("A", "C")])
    >>> [(term.target, term.adds) for term in explain(G, "reach", "A").terms]
    [('C', 1.0), ('B', 0.0), ('B', 0.0)]
    """
    table = EventTable.of(G, weight)
    actors = (a,) if b is None else (a, b)
    wanted = PAIR_MEASURES if len(actors) == 2 else ACTOR_MEASURES
    if measure not in wanted:
        whose = "two actors" if len(actors) == 2 else "one actor"
        raise MeasureError(f"no measure {measure!r} of {whose}: use one of {', '.join(wanted)}")
    position = {actor: i for i, actor in enumerate(table.actors)}
    for actor in actors:
        if actor not in position:
            raise MeasureError(f"{actor!r} is not in the graph")
    low = high = None
    numbers: Mapping[str, float] = {}
    if b is None:
        value = float(_ACTOR[measure](table)[a])
    else:
        found = _PAIR[measure](table, a, b)
        if found is None:
            raise MeasureError(
                f"there is no {measure} of {a!r} and {b!r}: too few events, or none that counts"
            )
        value, low, high, numbers = found
    rows = _touching(table, [position[actor] for actor in actors], measure)
    order = sorted(rows.tolist(), key=lambda row: (-table.weight[row], row))[:most]

    def again(part: EventTable) -> float | None:
        if b is None:
            return float(_ACTOR[measure](part)[a])
        other = _PAIR[measure](part, a, b)
        return None if other is None else float(other[0])

    terms = [_term(table, row, value, again) for row in order]
    terms.sort(key=lambda term: -abs(term.adds) if term.adds is not None else -np.inf)
    return Explanation(
        measure=measure,
        actors=actors,
        value=value,
        low=low,
        high=high,
        numbers=numbers,
        n=len(rows),
        few=b is not None and len(rows) < FEW,
        terms=tuple(terms),
    )


def _touching(table: EventTable, positions: list[int], measure: str) -> Any:
    ends = [(table.source == p) | (table.target == p) for p in positions]
    if len(positions) == 1:
        return np.flatnonzero(ends[0])
    # A share is one of all that the second has; nearness rests on all that either does.
    if measure == "alignment":
        return np.flatnonzero(ends[0] | ends[1])
    return np.flatnonzero(ends[1] if measure == "zone_share" else ends[0] & ends[1])


def _term(table: EventTable, row: int, value: float, again: _Score) -> Term:
    keep = np.ones(len(table), dtype=np.bool_)
    keep[row] = False
    without = again(table.take(keep))
    day = table.day[row]
    return Term(
        source=table.actors[table.source[row]],
        target=table.actors[table.target[row]],
        sign=int(table.sign[row]),
        weight=float(table.weight[row]),
        adds=None if without is None else round(value - without, 9),
        day=None if np.isnan(day) else date.fromordinal(int(day)),
        claims=table.claims[row] if table.claims else (),
    )
