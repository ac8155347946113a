"""Measures period by period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from influence_graph.errors import MeasureError
from influence_graph.metrics.alignment import Alignment, alignment
from influence_graph.metrics.influence import reach, zone_share
from influence_graph.metrics.shifts import MONTHS, Period
from influence_graph.metrics.table import FEW, EventTable
from influence_graph.metrics.tone import PRIOR, tone

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = ["SERIES_COLUMNS", "alignment_over_time", "periods", "series"]

SERIES_COLUMNS = (
    "period", "start", "end", "actor", "other", "measure", "value", "low", "high", "n",
)  # fmt: skip
"""Columns of the rows of `series`."""


def periods(first: date, last: date, by: Period = "quarter") -> list[tuple[str, date, date]]:
    """Return the periods from one day to another, each with its name and its first and last day.

    Examples
    --------
    >>> [name for name, *_ in periods(date(2022, 12, 5), date(2023, 4, 1))]
    ['2022-Q4', '2023-Q1', '2023-Q2']
    """
    if by not in MONTHS:
        raise MeasureError(f"no period called {by!r}: use month, quarter or year")
    length = MONTHS[by]
    found = []
    month = (first.year * 12 + first.month - 1) // length * length
    while month <= last.year * 12 + last.month - 1:
        start = date(month // 12, month % 12 + 1, 1)
        after = month + length
        end = (
            date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
            if after // 12 <= date.max.year
            else date.max
        )
        name = {
            "month": f"{start.year}-{start.month:02d}",
            "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
            "year": f"{start.year}",
        }[by]
        found.append((name, start, end))
        month = after
    return found


def series(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    by: Period = "quarter",
    min_events: int = FEW,
    prior: float = PRIOR,
    resamples: int = 0,
    seed: int = 0,
    weight: str | None = "weight",
) -> list[tuple[Any, ...]]:
    """Return reach, tone and zone shares of each period, and the alignment at its end.

    Reach, tone and shares are measured from the period's own events alone. Alignment compares
    many pairs, which few periods have: it is measured from all events up to the period's end,
    and given for the pairs that have an event in the period.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges with ``start`` and ``end``; an event counts in the period of its
        middle day, an undated one in none.
    by : {"month", "quarter", "year"}
        Length of a period.
    min_events : int
        Dyads with fewer events in a period have no tone and no share there.
    prior : float
        Of the tone; within a period nothing decays.
    resamples, seed : int
        For the intervals of the alignment; 0 for none.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    list of tuple
        With the columns of `SERIES_COLUMNS`; periods without events have no rows.
    """
    table = EventTable.of(G, weight)
    days = table.day[table.day == table.day]
    if not len(days):
        return []
    first, last = (date.fromordinal(int(day)) for day in (days.min(), days.max()))
    rows: list[tuple[Any, ...]] = []
    for name, start, end in periods(first, last, by):
        part = table.within(start, end)
        if not len(part):
            continue
        when = (name, start.isoformat(), end.isoformat())
        dyads = part.dyads()
        events = dict(zip(dyads.actors, dyads.totals(dyads.events).tolist(), strict=True))
        for actor, partners in reach(part).items():
            if partners:
                n = int(events[actor])
                rows.append((*when, actor, None, "reach", partners, None, None, n))
        scores = tone(part, half_life=None, prior=prior, min_events=min_events)
        for (a, b), score in scores.items():
            rows.append((*when, a, b, "tone", score.value, score.low, score.high, score.n))
        for (a, b), share in zone_share(part, min_events=min_events).items():
            rows.append((*when, a, b, "zone_share", share.value, share.low, share.high, share.n))
    for name, start, end, pairs in alignment_over_time(
        table, by=by, min_events=min_events, resamples=resamples, seed=seed
    ):
        when = (name, start.isoformat(), end.isoformat())
        for (a, b), near in pairs.items():
            rows.append((*when, a, b, "alignment", near.value, near.low, near.high, near.n))
    return sorted(rows, key=lambda row: row[1])


def alignment_over_time(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    by: Period = "year",
    min_events: int = FEW,
    resamples: int = 0,
    seed: int = 0,
    weight: str | None = "weight",
) -> list[tuple[str, date, date, dict[tuple[Any, Any], Alignment]]]:
    """Return the alignment at the end of each period, of the pairs that have an event in it.

    Parameters
    ----------
    G, by, min_events, resamples, seed, weight
        As for `series`.

    Returns
    -------
    list of (name, start, end, dict)
        In the order of time; periods in which no alignment can be given are left out.
    """
    table = EventTable.of(G, weight)
    days = table.day[~np.isnan(table.day)]
    if not len(days):
        return []
    first, last = (date.fromordinal(int(day)) for day in (days.min(), days.max()))
    found = []
    for name, start, end in periods(first, last, by):
        dyads = table.within(start, end).dyads()
        if not len(dyads):
            continue
        touched = {dyads.pair(i) for i in range(len(dyads))}
        until = alignment(
            table.within(None, end), min_events=min_events, at=end, resamples=resamples, seed=seed
        )
        pairs = {pair: near for pair, near in until.items() if pair in touched}
        if pairs:
            found.append((name, start, end, pairs))
    return found
