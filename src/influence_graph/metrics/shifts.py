"""Shifts: when two actors began to deal with each other differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from scipy import special

from influence_graph.errors import MeasureError
from influence_graph.metrics.intervals import beta_greater, beta_interval
from influence_graph.metrics.table import FEW, EventTable, Floats, Ints

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = [
    "MONTHS",
    "PENALTY",
    "PRIOR_COUNTS",
    "Period",
    "Segment",
    "Shift",
    "segment_counts",
    "shifts",
]

Period: TypeAlias = Literal["month", "quarter", "year"]

PRIOR_COUNTS = (3.2, 0.8)
"""Cooperative and conflictual events expected of any period, before it is looked at."""
PENALTY = 3.0
"""Log evidence that each change must add; 2.5 % of sign-shuffled dyads alarm with it."""
_MIN_SIDE = 3
_SURE = 0.95
MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""Length of each period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A time in which two actors dealt with each other in one way.

    Attributes
    ----------
    start, end : datetime.date
        Days of its first and last event.
    positive, negative : int
        Numbers of cooperative and conflictual events.
    share, low, high : float
        Share of cooperative events with the prior added, and the ends of its interval, 0 to 1.
    claims : tuple of str
        Keys of the edges that tell them, in the order of time.
    """

    start: date
    end: date
    positive: int
    negative: int
    share: float
    low: float
    high: float
    claims: tuple[str, ...]

    @property
    def n(self) -> int:
        """Number of events."""
        return self.positive + self.negative


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What the events of two actors say of a change.

    Attributes
    ----------
    a, b : node
        The two, in the order of their names.
    verdict : {"shift", "steady", "too few"}
        ``too few``: fewer than six dated signed events, or fewer than asked for. ``steady``: no
        change that the data carry, which is not to say that there was none.
    segments : tuple of Segment
        One, or with the verdict ``shift`` two and more: each changes for sure (95 %) against
        the one before.
    n : int
        Number of dated signed events.
    """

    a: Any
    b: Any
    verdict: Literal["shift", "steady", "too few"]
    segments: tuple[Segment, ...]
    n: int

    @property
    def changes(self) -> tuple[tuple[Segment, Segment], ...]:
        """Each segment with the one before it."""
        return tuple(zip(self.segments, self.segments[1:], strict=False))


def shifts(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    by: Period = "quarter",
    min_events: int = FEW,
    prior: tuple[float, float] = PRIOR_COUNTS,
    penalty: float = PENALTY,
    min_periods: int = 2,
    level: float = 0.95,
    weight: str | None = "weight",
) -> list[Shift]:
    r"""Return what the events of each dyad say of a change, the surest changes first.

    Time is cut into segments of at least `min_periods` periods so that the summed evidence

    .. math:: \ln B(\alpha + P, \beta + N) - \ln B(\alpha, \beta)

    less `penalty` for each change is greatest. A change counts where both sides have at least
    three events and the shares differ with 95 % posterior probability.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges with ``start`` and ``end``; undated ones are left out.
    by : {"month", "quarter", "year"}
        Length of a period.
    min_events : int
        Dyads with fewer dated signed events get the verdict ``too few``.
    prior : (float, float)
        Beta prior of a segment: alpha, beta > 0.
    penalty : float
        Log evidence that each change must add.
    min_periods : int
        Least length of a segment, in periods.
    level : float
        Of the intervals.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    list of Shift
        One per dyad with a dated signed event: shifts, then steady ones, then those of which
        there is too little; within each by number of events, then by names.

    References
    ----------
    Fearnhead (2006), Statistics and Computing 16:203; Killick, Fearnhead and Eckley (2012),
    JASA 107:1590 (optimal partitioning).
    """
    if by not in MONTHS:
        raise MeasureError(f"no period called {by!r}: use month, quarter or year")
    table = EventTable.of(G, weight)
    table = table.take((table.sign != 0) & ~np.isnan(table.day))
    n = len(table.actors)
    key = np.minimum(table.source, table.target) * n + np.maximum(table.source, table.target)
    order = np.lexsort((table.day, key))
    cuts = np.flatnonzero(np.diff(key[order])) + 1
    found = []
    for rows in np.split(order, cuts) if len(order) else ():
        u, v = int(key[rows[0]]) // n, int(key[rows[0]]) % n
        parts = [rows]
        enough = len(rows) >= max(min_events, 2 * _MIN_SIDE)
        if enough:
            parts = _parts(table, rows, by, prior, penalty, min_periods)
        segments = tuple(_segment(table, part, prior, level) for part in parts)
        found.append(
            Shift(
                a=table.actors[u],
                b=table.actors[v],
                verdict=("shift" if len(segments) > 1 else "steady") if enough else "too few",
                segments=segments,
                n=len(rows),
            )
        )
    rank = {"shift": 0, "steady": 1, "too few": 2}
    found.sort(key=lambda shift: (rank[shift.verdict], -shift.n))
    return found


def segment_counts(
    positive: Floats,
    negative: Floats,
    *,
    prior: tuple[float, float] = PRIOR_COUNTS,
    penalty: float = PENALTY,
    min_periods: int = 2,
) -> list[int]:
    """Return where the segments with the greatest evidence begin, 0 first.

    Parameters
    ----------
    positive, negative : ndarray of float64, shape (periods,)
        Weights of the events of each period.
    prior, penalty, min_periods
        As for `shifts`.

    Examples
    --------
    >>> segment_counts(np.array([5.0, 5, 5, 0, 0, 0]), np.array([0.0, 0, 0, 5, 5, 5]))
    [0, 3]
    """
    periods = len(positive)
    sum_p = np.concatenate(([0.0], np.cumsum(positive)))
    sum_n = np.concatenate(([0.0], np.cumsum(negative)))
    base = special.betaln(*prior)
    best = np.full(periods + 1, -np.inf)
    best[0] = 0.0
    came = np.zeros(periods + 1, dtype=np.int64)
    first, last = np.arange(periods)[:, None], np.arange(1, periods + 1)[None, :]
    inside = last > first
    evidence = np.full((periods, periods), -np.inf)
    evidence[inside] = (
        special.betaln(
            prior[0] + (sum_p[last] - sum_p[first])[inside],
            prior[1] + (sum_n[last] - sum_n[first])[inside],
        )
        - base
    )
    for end in range(1, periods + 1):
        if end < min_periods and end < periods:
            continue
        begins = np.arange(max(end - min_periods, 0) + 1)
        total = best[begins] + evidence[begins, end - 1] - penalty * (begins > 0)
        # The first of equals: the longer segment, so that dust makes no change.
        chosen = int(np.flatnonzero(total >= total.max() - 1e-9)[0])
        best[end], came[end] = total[chosen], begins[chosen]
    cuts, at = [], periods
    while at > 0:
        at = int(came[at])
        cuts.append(at)
    return cuts[::-1] or [0]


def _parts(
    table: EventTable,
    rows: Ints,
    by: Period,
    prior: tuple[float, float],
    penalty: float,
    min_periods: int,
) -> list[Ints]:
    months = np.array([_month(day) for day in table.day[rows]]) // MONTHS[by]
    period = months - months[0]
    size = int(period[-1]) + 1
    weight, sign = table.weight[rows], table.sign[rows]
    begins = segment_counts(
        _sums(period, weight * (sign > 0), size),
        _sums(period, weight * (sign < 0), size),
        prior=prior,
        penalty=penalty,
        min_periods=min_periods,
    )
    parts = [part for part in np.split(rows, np.searchsorted(period, begins[1:])) if len(part)]
    # Neighbours that do not differ for sure, or of too few events, are one.
    at = 1
    while at < len(parts):
        if _differ(table, parts[at - 1], parts[at], prior):
            at += 1
        else:
            parts[at - 1 : at + 1] = [np.concatenate(parts[at - 1 : at + 1])]
            at = max(at - 1, 1)
    return parts


def _differ(table: EventTable, one: Ints, other: Ints, prior: tuple[float, float]) -> bool:
    if min(len(one), len(other)) < _MIN_SIDE:
        return False
    first, second = _beta(table, one, prior), _beta(table, other, prior)
    chance = beta_greater(first, second)
    return max(chance, 1 - chance) >= _SURE


def _beta(table: EventTable, rows: Ints, prior: tuple[float, float]) -> tuple[float, float]:
    weight, sign = table.weight[rows], table.sign[rows]
    return (
        prior[0] + float(weight[sign > 0].sum()),
        prior[1] + float(weight[sign < 0].sum()),
    )


def _segment(table: EventTable, rows: Ints, prior: tuple[float, float], level: float) -> Segment:
    alpha, beta = _beta(table, rows, prior)
    low, high = beta_interval(alpha, beta, level)
    return Segment(
        start=date.fromordinal(int(table.day[rows[0]])),
        end=date.fromordinal(int(table.day[rows[-1]])),
        positive=int((table.sign[rows] > 0).sum()),
        negative=int((table.sign[rows] < 0).sum()),
        share=alpha / (alpha + beta),
        low=float(low),
        high=float(high),
        claims=tuple(key for row in rows for key in table.claims[row]) if table.claims else (),
    )


def _sums(period: Ints, values: Floats, size: int) -> Floats:
    summed = np.bincount(period, weights=values, minlength=size)
    return np.asarray(summed, dtype=np.float64)


def _month(day: float) -> int:
    at = date.fromordinal(int(day))
    return at.year * 12 + at.month - 1
