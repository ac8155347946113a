"""A dozen articles: what the measures say must be sensible, modest and readable.

Read from the curated claims, so that it says something of the measures and not of the reading.
"""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph.exports.report import report
from influence_graph.ingest import read_articles
from influence_graph.metrics import FEW, Measures, measure
from influence_graph.model import Claim
from influence_graph.network import ClaimGraph, dyads, project
from influence_graph.rdf.gazetteer import load_actors
from influence_graph.rdf.ontology import load_relations
from influence_graph.rdf.reading import claims_from_quads


@pytest.fixture(scope="module")
def graph(root: Path) -> ClaimGraph:
    """The graph of the example articles, states only."""
    claims: list[Claim] = []
    for path in sorted((root / "graph" / "claims").glob("*.ttl")):
        claims += claims_from_quads(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    return project(
        claims,
        relations={relation.name: relation for relation in load_relations()},
        actors={actor.code: actor for actor in load_actors()},
        articles={a.id: a for a in read_articles([root / "examples" / "articles"])},
        level="state",
    )


@pytest.fixture(scope="module")
def measures(graph: ClaimGraph) -> Measures:
    """All measures of it."""
    return measure(graph)


@pytest.fixture(scope="module")
def words(graph: ClaimGraph, measures: Measures) -> str:
    """The English report."""
    return report(graph, measures, dyads(graph), languages=("en",))


def test_the_actors_that_the_articles_are_about_come_first(measures: Measures) -> None:
    assert {"MLI", "DZA"} <= set(measures.ranking[:4])


def test_no_pair_below_five_events_has_a_score(measures: Measures) -> None:
    assert measures.dyads
    assert all(dyad.tone.n >= FEW for dyad in measures.dyads)
    assert all(zone.share.n >= FEW for zone in measures.zones)


def test_the_quarrel_is_hostile_and_the_partnership_friendly(measures: Measures) -> None:
    tones = {(dyad.a, dyad.b): dyad.tone for dyad in measures.dyads}
    assert tones["DZA", "MLI"].value < 0 < tones["MLI", "RUS"].value


def test_intervals_are_as_wide_as_few_events_make_them(measures: Measures) -> None:
    # At most a few dozen events a pair: no tone is known to within a fifth of the scale
    assert all(dyad.tone.high - dyad.tone.low > 0.4 for dyad in measures.dyads)


def test_a_change_is_named_only_with_enough_on_both_sides(measures: Measures) -> None:
    for shift in measures.shifts:
        if shift.verdict == "shift":
            assert all(segment.n >= 3 for segment in shift.segments)
        if shift.n < 6:
            assert shift.verdict == "too few"


def test_most_pairs_are_said_to_be_too_few(measures: Measures, words: str) -> None:
    few = [shift for shift in measures.shifts if shift.verdict == "too few"]
    assert len(few) > len(measures.shifts) / 2
    assert re.search(rf"\b{len(few)} pairs\b", words)


def test_the_opponents_stand_in_different_blocs(measures: Measures) -> None:
    number = measures.blocs.numbers
    assert number["DZA"] != number["MLI"]
    assert number["MLI"] == number["RUS"]


def test_the_report_says_what_it_does_not_know(words: str) -> None:
    assert "it says what they tell, not what the world is" in words
    assert "## What the data cannot tell" in words


def test_the_report_is_short_enough_to_be_read(words: str) -> None:
    assert len(words.split()) < 2500
    assert not re.search(r"\bnan\b|\bNone\b|\binf\b", words)


def test_every_number_of_the_report_has_a_sentence_behind_it(words: str) -> None:
    ties = words.split("\n## The strongest ties")[1].split("\n## ")[0]
    scores = re.findall(r"^\d\. .*\([+−]\d", ties, flags=re.MULTILINE)
    assert scores
    assert len(re.findall(r"^   - \*", ties, flags=re.MULTILINE)) >= len(scores)


def test_plain_networkx_works_on_it(graph: ClaimGraph) -> None:
    ranks = nx.pagerank(graph, weight="weight")
    assert max(ranks, key=ranks.__getitem__) in {"MLI", "DZA", "NER", "FRA"}
