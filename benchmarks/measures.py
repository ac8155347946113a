"""Measures on a heavy-tailed signed graph, against networkx in the same run."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from benchmarks.timing import ROOT
from benchmarks.validity.grouping import planted
from influence_graph.metrics import (
    EventTable,
    alignment,
    blocs,
    eigenvector_centrality,
    hits,
    pagerank,
    shifts,
    tone,
)

__all__ = ["run"]

_SIZES = (250, 2_500, 25_000, 250_000)
_COMPARED = 25_000
_PICTURE = ROOT / "docs" / "images" / "growth.svg"


def heavy_tailed(n: int, events: int, *, seed: int = 0, years: int = 10) -> EventTable:
    """Return events between actors of whom few have most, four in five of them cooperative."""
    rng = np.random.default_rng(seed)
    load = 1.0 / np.arange(1, n + 1) ** 0.8
    one = rng.choice(n, events, p=load / load.sum())
    other = rng.choice(n, events, p=load / load.sum())
    kept = one != other
    one, other = one[kept], other[kept]
    sign = np.where(rng.random(len(one)) < 0.8, 1, -1)
    return EventTable(
        actors=tuple(range(n)),
        source=one.astype(np.int64),
        target=other.astype(np.int64),
        sign=sign.astype(np.int64),
        weight=rng.uniform(0.2, 1.0, len(one)),
        goldstein=sign * rng.uniform(1, 9, len(one)),
        day=(730_000 + rng.integers(0, 365 * years, len(one))).astype(np.float64),
        symmetric=np.zeros(len(one), dtype=np.bool_),
    )


def run() -> Iterator[str]:
    """Yield one line a measure; CPU seconds."""
    growth: dict[str, list[tuple[int, float]]] = {}
    for n in _SIZES:
        table = heavy_tailed(n, n * 7)
        graph = _directed(table) if n <= _COMPARED else None
        for name, ours, theirs in _pairs(table, graph):
            mine = _seconds(ours, 3 if n <= _COMPARED else 1)
            growth.setdefault(name, []).append((n, mine))
            line = f"{n:>7,} actors  {name:<11} {mine:8.4f} s"
            if theirs is not None:
                other = _seconds(theirs, 1)
                line += f"   networkx {other:8.3f} s   {other / mine:5.0f} times faster"
            yield line
    states = heavy_tailed(250, 460_000)
    yield f"460,000 events, 250 states: dyad table {_seconds(states.dyads):6.2f} s"
    yield f"                            tone       {_seconds(lambda: tone(states)):6.2f} s"
    yield f"                            alignment  {_seconds(lambda: alignment(states)):6.2f} s"
    spent = _seconds(lambda: shifts(states))
    pairs = len(shifts(states))
    yield f"                            shifts     {1000 * spent / pairs:6.2f} ms a dyad"
    for n in (2_000, 10_000):
        _, camps = planted(n, seed=0)
        spent = _seconds(lambda camps=camps: blocs(camps))  # type: ignore[misc]
        growth.setdefault("blocs", []).append((n, spent))
        yield f"{n:>7,} actors  blocs       {spent:8.2f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory of this run, networkx's graphs included: {peak:,.0f} MB"
    _draw(growth, _PICTURE)
    yield f"growth drawn in {_PICTURE.relative_to(ROOT)}"


def _pairs(
    table: EventTable, graph: nx.DiGraph[int] | None
) -> Iterator[tuple[str, Callable[[], Any], Callable[[], Any] | None]]:
    """Yield each measure with networkx's: the same events, the same tolerance."""
    yield (
        "PageRank",
        lambda: pagerank(table, directed=True, tol=1e-6),
        None if graph is None else lambda: nx.pagerank(graph, tol=1e-6, weight="weight"),
    )
    yield (
        "HITS",
        lambda: hits(table, tol=1e-8),
        None if graph is None else lambda: nx.hits(graph, max_iter=1000, tol=1e-8),
    )
    undirected = None if graph is None else graph.to_undirected()
    yield (
        "eigenvector",
        lambda: eigenvector_centrality(table, tol=1e-6),
        None
        if undirected is None
        else lambda: nx.eigenvector_centrality(
            undirected, max_iter=1000, tol=1e-6, weight="weight"
        ),
    )


def _directed(table: EventTable) -> nx.DiGraph[int]:
    """Return the cooperative events as networkx's own measures take them."""
    kept = table.take(table.sign > 0)
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(table.actors)))
    for a, b, weight in zip(
        kept.source.tolist(), kept.target.tolist(), kept.weight.tolist(), strict=True
    ):
        if graph.has_edge(a, b):
            graph[a][b]["weight"] += weight
        else:
            graph.add_edge(a, b, weight=weight)
    return graph


def _seconds(call: Callable[[], object], repeats: int = 1) -> float:
    times = []
    for _ in range(repeats):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def _draw(growth: dict[str, list[tuple[int, float]]], path: Path) -> None:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "influence-graph"
    figure = Figure(figsize=(6.5, 4.0), layout="constrained")
    place = figure.subplots()
    for name, points in growth.items():
        place.loglog([n for n, _ in points], [max(s, 1e-5) for _, s in points], "o-", label=name)
    place.set_xlabel("actors")
    place.set_ylabel("CPU seconds")
    place.legend(frameon=False)
    for side in ("top", "right"):
        place.spines[side].set_visible(False)
    figure.savefig(path, format="svg", metadata={"Date": None})
