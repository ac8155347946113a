"""The map of a dozen real-sized articles: allies near each other, labels that can be read.

From the curated claims, so that it says something of the map and not of the reading.
"""

from __future__ import annotations

import io
import math
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import fmean
from typing import Any, TypeAlias

import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph.exports.html import write_page
from influence_graph.exports.page.payload import payload
from influence_graph.ingest import read_articles
from influence_graph.metrics import Measures, measure
from influence_graph.model import Claim
from influence_graph.network import ClaimGraph, Level, dyads, project
from influence_graph.rdf.gazetteer import load_actors
from influence_graph.rdf.ontology import load_relations
from influence_graph.rdf.reading import claims_from_quads

from .test_browser import labels_overlap

Open: TypeAlias = Callable[..., Any]
LEVELS: tuple[Level, ...] = ("state", "actor")


@pytest.fixture(scope="module")
def graphs(root: Path) -> dict[Level, tuple[ClaimGraph, Measures]]:
    """The graph of the example articles at both levels, with its measures."""
    claims: list[Claim] = []
    for path in sorted((root / "graph" / "claims").glob("*.ttl")):
        claims += claims_from_quads(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    found: dict[Level, tuple[ClaimGraph, Measures]] = {}
    for level in LEVELS:
        graph = project(
            claims,
            relations={relation.name: relation for relation in load_relations()},
            actors={actor.code: actor for actor in load_actors()},
            articles={a.id: a for a in read_articles([root / "examples" / "articles"])},
            level=level,
        )
        found[level] = graph, measure(graph, resamples=0)
    return found


@pytest.fixture(scope="module")
def page(graphs: dict[Level, tuple[ClaimGraph, Measures]]) -> bytes:
    """The page of the states."""
    graph, measures = graphs["state"]
    stream = io.BytesIO()
    write_page(
        graph,
        stream,
        influence=measures.influence,
        blocs=measures.blocs,
        links=dyads(graph),
        shifts=measures.shifts,
    )
    return stream.getvalue()


@pytest.mark.parametrize("level", LEVELS)
def test_allies_stand_nearer_than_opponents(
    graphs: dict[Level, tuple[ClaimGraph, Measures]], level: Level
) -> None:
    graph, measures = graphs[level]
    rows = payload(graph, links=dyads(graph), influence=measures.influence, blocs=measures.blocs)
    places = {row["id"]: row.get("at") or row["far"] for row in rows["actors"]}
    net: defaultdict[tuple[str, str], float] = defaultdict(float)
    for u, v, data in graph.edges(data=True):
        net[min(u, v), max(u, v)] += data["valence"]

    def mean(sign: int) -> float:
        return fmean(
            math.dist(places[a], places[b]) for (a, b), value in net.items() if value * sign > 0
        )

    assert mean(+1) < 0.75 * mean(-1)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "share"), [((1500, 900), 0.95), ((1000, 700), 0.85)])
def test_labels_stand_clear_of_each_other_and_are_nearly_all_there(
    open_page: Open, page: bytes, size: tuple[int, int], share: float, language: str
) -> None:
    opened = open_page(page, f"lang={language}", size=size)
    assert labels_overlap(opened) == []
    shown = opened.evaluate("influenceGraph.onScreen().labels.length")
    assert shown >= share * opened.evaluate("influenceGraph.view().actors.length")
