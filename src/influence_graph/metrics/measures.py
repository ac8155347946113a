"""All measures of a graph at once, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from influence_graph.metrics.alignment import Alignment, alignment
from influence_graph.metrics.balance import (
    Frustration,
    Triad,
    frustration,
    triad_counts,
    triads,
)
from influence_graph.metrics.blocs import Blocs, blocs
from influence_graph.metrics.centrality import eigenvector_centrality, hits, pagerank
from influence_graph.metrics.influence import (
    Said,
    Share,
    Trend,
    reach,
    said_influence,
    zone_mass,
    zone_share,
    zone_trend,
)
from influence_graph.metrics.shifts import Period, Shift, shifts
from influence_graph.metrics.table import FEW, EventTable
from influence_graph.metrics.tone import HALF_LIFE, PRIOR, Tone, tone

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = [
    "COLUMNS",
    "ActorRow",
    "DyadRow",
    "Measures",
    "Totals",
    "TrendRow",
    "ZoneRow",
    "measure",
]

COLUMNS = ("level", "actor", "other", "measure", "value", "low", "high", "n", "note")
"""Columns of `Measures.rows`, and of ``metrics.csv``."""

_NOTES = {
    "reach": "partners with at least one event",
    "zone_mass": "sum of its shares of the others' cooperative ties",
    "activity_pagerank": "activity, not influence",
    "activity_hub": "activity, not influence",
    "activity_authority": "activity, not influence",
    "activity_eigenvector": "activity, not influence",
}
_UNBALANCED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a graph holds.

    Attributes
    ----------
    actors, claims, events, articles, publishers : int
        Numbers; claims include denied ones, events do not, nor claims about influence.
    positive, negative : int
        Numbers of cooperative and of conflictual events.
    undated : int
        Events without any date.
    first, last : datetime.date or None
        Middle days of the first and last dated event.
    """

    actors: int
    claims: int
    events: int
    articles: int
    publishers: int
    positive: int
    negative: int
    undated: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One measure of one actor; ``n`` is the number of its events."""

    actor: Any
    measure: str
    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadRow:
    """Tone and alignment of two actors; see `tone` and `alignment`."""

    a: Any
    b: Any
    tone: Tone
    alignment: Alignment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRow:
    """The share that an actor has of another's cooperative ties; see `zone_share`."""

    actor: Any
    over: Any
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """How that share changed at a day; see `zone_trend`."""

    actor: Any
    over: Any
    split: date
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """All measures of a graph.

    Attributes
    ----------
    level : str
        ``actor`` or ``state``.
    min_events : int
        Dyads with fewer events have no scores here.
    totals : Totals
        What the graph holds.
    ranking : tuple of nodes
        By reach, then zone mass, then name.
    influence : dict
        Reach of each node as a part of the greatest, 0 to 1.
    actors : tuple of ActorRow
        One row per actor and measure, in the order of the ranking.
    dyads : tuple of DyadRow
        In the order of the names.
    zones : tuple of ZoneRow
        The greatest first.
    trends : tuple of TrendRow
        How those shares changed at the middle one of all dated events, the surest first.
    blocs : Blocs
    frustration : Frustration
    triads : tuple of int
        Numbers of balanced and unbalanced triads.
    unbalanced : tuple of Triad
        The strongest unbalanced ones, at most 50.
    shifts : tuple of Shift
    said : tuple of Said
        What articles say of influence.
    """

    level: str
    min_events: int
    totals: Totals
    ranking: tuple[Any, ...]
    influence: dict[Any, float]
    actors: tuple[ActorRow, ...]
    dyads: tuple[DyadRow, ...]
    zones: tuple[ZoneRow, ...]
    trends: tuple[TrendRow, ...]
    blocs: Blocs
    frustration: Frustration
    triads: tuple[int, int]
    unbalanced: tuple[Triad, ...]
    shifts: tuple[Shift, ...]
    said: tuple[Said, ...]

    def rows(self) -> list[tuple[Any, ...]]:
        """Return all tables as rows of one long table, with the columns of `COLUMNS`.

        What is unknown is None. Notes say what a number is not: ``few events`` marks a dyad
        below five.
        """
        level = self.level
        rows: list[tuple[Any, ...]] = [
            (level, r.actor, None, r.measure, r.value, r.low, r.high, r.n, _NOTES.get(r.measure))
            for r in self.actors
        ]
        for row in self.dyads:
            few = "few events" if row.tone.few else None
            pair = (level, row.a, row.b)
            t, n = row.tone, row.tone.n
            rows.append((*pair, "tone", t.value, t.low, t.high, n, few))
            rows.append((*pair, "positive_events", t.positive, None, None, n, few))
            rows.append((*pair, "negative_events", t.negative, None, None, n, few))
            if row.alignment:
                found = row.alignment
                rows.append((*pair, "alignment", found.value, found.low, found.high, n, few))
        rows += [
            (level, z.actor, z.over, "zone_share", z.share.value, z.share.low, z.share.high,
             z.share.n, "few ties" if z.share.few else None)
            for z in self.zones
        ]  # fmt: skip
        for moved in self.trends:
            before, after = moved.trend.before, moved.trend.after
            note = f"{moved.trend.verdict}; {before.value:.2f} before {moved.split}"
            rows.append(
                (level, moved.actor, moved.over, "zone_trend", after.value, after.low, after.high,
                 before.n + after.n, note)
            )  # fmt: skip
        for said in self.said:
            for name, keys, weight in (
                ("said_to_have_influence", said.gains, said.gain_weight),
                ("said_to_lose_influence", said.loses, said.loss_weight),
            ):
                if keys:
                    note = "what articles say; summed weight"
                    rows.append(
                        (level, said.actor, said.over, name, weight, None, None, len(keys), note)
                    )
        for shift in self.shifts:
            for one, two in shift.changes:
                note = f"share of cooperative events; {one.share:.2f} before {two.start}"
                rows.append(
                    (level, shift.a, shift.b, "shift", two.share, two.low, two.high,
                     shift.n, note)
                )  # fmt: skip
        rows += [
            (level, None, None, "modularity", self.blocs.modularity, None, None,
             self.blocs.events, None),
            (level, None, None, "bloc_stability", self.blocs.stability, None, None,
             self.blocs.events, "adjusted Rand index under resampling"),
            (level, None, None, "frustration", self.frustration.share, None, None,
             self.frustration.edges, "upper bound"),
            (level, None, None, "balanced_triads", self.triads[0], None, None,
             sum(self.triads), None),
        ]  # fmt: skip
        return rows


def measure(
    G: AnyGraph,  # noqa: N803 - the name that networkx users know
    *,
    min_events: int = FEW,
    at: date | None = None,
    half_life: float | None = HALF_LIFE,
    prior: float = PRIOR,
    by: Period = "quarter",
    resamples: int = 50,
    seed: int = 0,
    weight: str | None = "weight",
) -> Measures:
    """Return all measures of a graph of claims.

    Parameters
    ----------
    G : networkx graph
        Signed claims as edges; see `EventTable.of`.
    min_events : int
        Dyads with fewer events get no tone, alignment or zone share; asked for below five, they
        are marked.
    at : datetime.date, optional
        The day from which the age of events counts; the last one if not given.
    half_life, prior
        Of the tone.
    by : {"month", "quarter", "year"}
        Periods of the shifts.
    resamples : int
        For the intervals of alignment and the stability of blocs; 0 for none.
    seed : int
        Of everything random.
    weight : str or None
        Edge attribute to count with.
    """
    table = EventTable.of(G, weight)
    tones = tone(table, half_life=half_life, prior=prior, at=at, min_events=min_events)
    aligned = alignment(
        table,
        half_life=half_life,
        prior=prior,
        at=at,
        min_events=min_events,
        resamples=resamples,
        seed=seed,
    )
    shares = zone_share(table, min_events=min_events)
    partners, masses = reach(table), zone_mass(table)
    ranking = tuple(sorted(table.actors, key=lambda a: (-partners[a], -masses[a], str(a))))
    most = max(partners.values(), default=0)
    zones = [ZoneRow(actor=a, over=b, share=share) for (a, b), share in shares.items()]
    zones.sort(key=lambda row: -row.share.value)
    found = blocs(table, resamples=resamples, seed=seed, min_events=FEW)
    return Measures(
        level=str(G.graph.get("level", "actor")),
        min_events=min_events,
        totals=_totals(G, table),
        ranking=ranking,
        influence={a: partners[a] / most if most else 0.0 for a in ranking},
        actors=tuple(_actor_rows(table, ranking, found)),
        dyads=tuple(
            DyadRow(a=a, b=b, tone=score, alignment=aligned.get((a, b)))
            for (a, b), score in tones.items()
        ),
        zones=tuple(zones),
        trends=tuple(_trends(table, zones)),
        blocs=found,
        frustration=frustration(table, seed=seed),
        triads=triad_counts(table),
        unbalanced=tuple(triads(table, balanced=False, limit=_UNBALANCED)),
        shifts=tuple(shifts(table, by=by, min_events=min_events)),
        said=tuple(said_influence(G)),
    )


def _trends(table: EventTable, zones: list[ZoneRow]) -> list[TrendRow]:
    days = np.sort(table.day[~np.isnan(table.day)])
    if not len(days) or days[0] == days[-1]:
        return []
    split = date.fromordinal(int(days[len(days) // 2]))
    found = zone_trend(table, split)
    rows = [
        TrendRow(actor=zone.actor, over=zone.over, split=split, trend=found[zone.actor, zone.over])
        for zone in zones
        if (zone.actor, zone.over) in found
    ]
    # Sorting is stable: within sure and unclear ones the greatest zones stay first.
    return sorted(rows, key=lambda row: row.trend.verdict == "unclear")


def _actor_rows(table: EventTable, ranking: tuple[Any, ...], found: Blocs) -> list[ActorRow]:
    dyads = table.dyads()
    events = dict(zip(dyads.actors, dyads.totals(dyads.events).astype(int).tolist(), strict=True))
    hubs, authorities = hits(table)
    columns: dict[str, dict[Any, Any]] = {
        "reach": reach(table),
        "zone_mass": zone_mass(table),
        "events": events,
        "positive_events": dict(
            zip(dyads.actors, dyads.totals(dyads.n_positive).tolist(), strict=True)
        ),
        "negative_events": dict(
            zip(dyads.actors, dyads.totals(dyads.n_negative).tolist(), strict=True)
        ),
        "activity_pagerank": pagerank(table),
        "activity_hub": hubs,
        "activity_authority": authorities,
        "activity_eigenvector": eigenvector_centrality(table),
        "bloc": found.numbers,
        "bloc_together": found.together,
    }
    return [
        ActorRow(
            actor=actor,
            measure=name,
            value=float(values[actor]),
            low=None,
            high=None,
            n=int(events[actor]),
        )
        for actor in ranking
        for name, values in columns.items()
        if actor in values
    ]


def _totals(graph: AnyGraph, table: EventTable) -> Totals:
    edges = [data for *_, data in graph.edges(data=True)]
    known = sorted(day for day in table.day.tolist() if day == day)
    return Totals(
        actors=graph.number_of_nodes(),
        claims=graph.number_of_edges(),
        events=len(table),
        articles=len({data["article"] for data in edges if data.get("article")}),
        publishers=len({data["publisher"] for data in edges if data.get("publisher")}),
        positive=int((table.sign > 0).sum()),
        negative=int((table.sign < 0).sum()),
        undated=len(table) - len(known),
        first=date.fromordinal(int(known[0])) if known else None,
        last=date.fromordinal(int(known[-1])) if known else None,
    )
