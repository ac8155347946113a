"""Influence of states, against power and influence capacity."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.validity.data import Events, Truth
from benchmarks.validity.scoring import spearman
from benchmarks.validity.sections import Floor, Section
from influence_graph.metrics import (
    eigenvector_centrality,
    hits,
    pagerank,
    reach,
    zone_mass,
    zone_share,
)

__all__ = ["sections"]


def sections(events: Events, truth: Truth, first: int, last: int) -> Iterator[Section]:
    """Yield the tables for the years of the events."""
    yield _global(events, truth, first, last)
    yield _bilateral(events, truth, first, last)


def _global(events: Events, truth: Truth, first: int, last: int) -> Section:
    table = events.table
    power = _means(truth.cinc, first, last)
    states = sorted(state for state in table.actors if state in power)
    dyads = table.dyads()
    measures = {
        "**reach**": reach(table),
        "events": dict(zip(dyads.actors, dyads.totals(dyads.events), strict=True)),
        "activity: PageRank": pagerank(table),
        "activity: HITS authority": hits(table)[1],
        "activity: eigenvector": eigenvector_centrality(table),
        "zone mass": zone_mass(table),
    }
    figures = {
        name: spearman([values[s] for s in states], [power[s] for s in states])
        for name, values in measures.items()
    }
    top = set(sorted(states, key=lambda s: -power[s])[:20])
    rows = [
        (
            name,
            f"{value:.2f}",
            str(len(top & set(sorted(states, key=lambda s: (-measures[name][s], s))[:20]))),
        )
        for name, value in figures.items()
    ]
    return Section(
        title=f"Influence of a state and its power, {first} to {last}",
        text=f"Spearman's correlation with CINC over {len(states)} states, and how many of the "
        "twenty most powerful are among the measure's first twenty.",
        columns=("measure", "CINC, ρ", "of 20"),
        rows=rows,
        floors=[Floor("reach → CINC, ρ", figures["**reach**"], 0.75)],
    )


def _bilateral(events: Events, truth: Truth, first: int, last: int) -> Section:
    shares = zone_share(events.table, min_events=1)
    dyads = events.table.dyads()
    counts = {dyads.pair(i): float(np.log1p(dyads.events[i])) for i in range(len(dyads))}
    rows = []
    for giver in ("CHN", "RUS"):
        capacity = _means(
            {(s, y): v for (g, s, y), v in truth.capacity.items() if g == giver}, first, last
        )
        states = sorted(s for s in capacity if s in events.table.actors and s != giver)
        truths = [capacity[s] for s in states]
        share = [shares[giver, s].value if (giver, s) in shares else 0.0 for s in states]
        number = [counts.get((min(giver, s), max(giver, s)), 0.0) for s in states]
        rows.append(
            (
                giver,
                str(len(states)),
                f"{spearman(share, truths):.2f}",
                f"{spearman(number, truths):.2f}",
            )
        )
    return Section(
        title=f"Zone share and influence capacity, {first} to {last}",
        text="Spearman's correlation, over states, with the Formal Bilateral Influence Capacity "
        "of China and Russia. The share is no better than the number of events here; it is kept "
        "because it sums to a zone and has an interval.",
        columns=("over others", "states", "zone share, ρ", "*baseline* log(1 + events), ρ"),
        rows=rows,
    )


def _means(yearly: dict[tuple[str, int], float], first: int, last: int) -> dict[str, float]:
    """Return each state's mean over the years, or over the nearest years known."""
    years = sorted({year for _, year in yearly})
    inside = [year for year in years if first <= year <= last] or years[-1:]
    found: dict[str, list[float]] = {}
    for (state, year), value in yearly.items():
        if year in inside:
            found.setdefault(state, []).append(value)
    return {state: float(np.mean(values)) for state, values in found.items()}
