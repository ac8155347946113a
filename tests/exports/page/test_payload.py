"""What the page is given: plain values, limits, addresses that may be links."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest

from influence_graph.exports.page.payload import Limits, payload
from influence_graph.metrics import Blocs, measure
from influence_graph.network import ClaimGraph, dyads

from .sample import HOSTILE, hostile, large, sample


def data_of(graph: ClaimGraph, **options: Any) -> dict[str, Any]:
    measures = measure(graph, resamples=0)
    return payload(
        graph,
        links=dyads(graph),
        influence=measures.influence,
        blocs=measures.blocs,
        shifts=measures.shifts,
        **options,
    )


def test_actors_come_by_influence() -> None:
    # partners: Mali 5 (France, Russia, Algeria, JNIM, Niger), Niger 4
    actors = data_of(sample())["actors"]
    assert [(actor["id"], actor["i"]) for actor in actors[:2]] == [("MLI", 1.0), ("NER", 0.8)]


def test_one_link_per_ordered_pair_with_its_claims() -> None:
    data = data_of(sample())
    pairs = [(data["actors"][k["s"]]["id"], data["actors"][k["t"]]["id"]) for k in data["links"]]
    assert len(pairs) == len(set(pairs)) == 11
    link = data["links"][pairs.index(("RUS", "MLI"))]
    assert [data["claims"][c]["q"] for c in link["c"]] == [
        "Wheat arrived in March.",
        "Moscow delivered four helicopters.",
    ]


def test_claims_share_relations_and_articles() -> None:
    data = data_of(sample())
    assert len(data["relations"]) == 4
    claim = data["claims"][0]
    assert data["relations"][claim["r"]]["sign"] in (1, -1)
    assert data["articles"][claim["a"]]["url"].startswith("https://example.org/")


def test_a_denied_claim_weighs_nothing_and_an_undated_one_has_no_day() -> None:
    claims = data_of(sample())["claims"]
    assert [c["v"] for c in claims if c["m"] == "denied"] == [0.0]
    assert [c["q"] for c in claims if "d" not in c] == ["France may send aid."]


def test_only_the_strongest_claims_of_a_link_keep_their_words() -> None:
    data = data_of(sample(), limits=Limits(quotes=1))
    link = next(k for k in data["links"] if len(k["c"]) == 2)
    first, second = (data["claims"][c] for c in link["c"])
    assert "q" in first
    assert "q" not in second
    assert "v" in second


def test_limits_cut_the_least_influential_and_the_weakest() -> None:
    data = data_of(large(60, 200, 300), limits=Limits(actors_kept=20, links_kept=30))
    assert len(data["actors"]) == 20
    assert len(data["links"]) <= 30
    assert data["totals"]["actors"] == 60
    assert data["totals"]["claims"] == 300


def test_the_top_actors_have_places_of_their_own() -> None:
    data = data_of(large(60, 200, 300), limits=Limits(top=10))
    assert all("at" in actor and "far" in actor for actor in data["actors"][:10])
    assert all("at" not in actor for actor in data["actors"][10:])


def test_a_claim_has_all_its_quotes_the_first_one_once() -> None:
    graph = sample()
    data = graph.edges["MLI", "FRA", "c0"]
    data["quotes"] = json.dumps([data["quote"], "Once more.", "Once more.", 7, " "])
    claims = {c["id"]: c for c in data_of(graph)["claims"]}
    assert claims["c0"]["q"] == "Bamako accused Paris of desertion."
    assert claims["c0"]["qs"] == ["Once more."]
    assert "qs" not in claims["c1"]


@pytest.mark.parametrize("senseless", ["", "x", "{}", "7", "[[1]]", "[" * 100_000, None])
def test_senseless_quotes_are_left_out(senseless: object) -> None:
    graph = sample()
    graph.edges["MLI", "FRA", "c0"]["quotes"] = senseless
    assert all("qs" not in claim for claim in data_of(graph)["claims"])


def test_acronyms_go_along_in_each_language() -> None:
    graph = sample()
    graph.nodes["IGO:ECOWAS"].update(short_en="ECOWAS", short_fr="CEDEAO")
    actors = {actor["id"]: actor for actor in data_of(graph)["actors"]}
    assert actors["IGO:ECOWAS"]["short"] == {"en": "ECOWAS", "fr": "CEDEAO"}
    assert "short" not in actors["MLI"]


def test_a_relation_brings_the_note_on_its_sign() -> None:
    data = data_of(sample(), notes={"aids": {"en": "Why.", "fr": "Pourquoi."}})
    notes = {r["id"]: (r.get("noteEn"), r.get("noteFr")) for r in data["relations"]}
    assert notes["aids"] == ("Why.", "Pourquoi.")
    assert notes["accuses"] == (None, None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" https://example.org", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[bad", False),
        ("https://e.org/" + "a" * 3000, False),
        (None, False),
    ],
)
def test_which_addresses_may_be_links(given: object, kept: bool) -> None:
    graph = sample()
    for *_, data in graph.edges(data=True):
        data["url"] = given
    urls = [article.get("url") for article in data_of(graph)["articles"]]
    assert urls == [given if kept else None] * len(urls)


def test_numbers_that_json_does_not_know_are_gone() -> None:
    graph = hostile()
    influence = dict.fromkeys(graph, float("nan"))
    data = payload(graph, links=dyads(graph), influence=influence, blocs=Blocs(together={}))
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_long_texts_are_cut_and_lone_surrogates_dropped() -> None:
    graph = sample()
    graph.nodes["MLI"]["label_en"] = "\ud800" + "x" * 1000
    label = data_of(graph)["actors"][0]["en"]
    assert len(label) == 200
    assert label.startswith("xxx")
    assert label.endswith("…")


def test_the_graph_stays_unchanged() -> None:
    graph, other = sample(), sample()
    data_of(graph, title=HOSTILE)
    assert nx.utils.graphs_equal(graph, other)


def test_an_empty_graph_has_empty_tables() -> None:
    data = data_of(nx.MultiDiGraph())
    assert (data["actors"], data["links"], data["claims"], data["blocs"]) == ([], [], [], [])


def test_yearly_alignments_are_those_of_pairs_with_a_link() -> None:
    near = {
        ("MLI", "RUS"): [("2022", 0.5049, 0.1, None), ("2023", float("nan"), None, None)],
        ("NER", "ZZZ"): [("2022", 1.0, None, None)],
    }
    data = data_of(sample(), alignments=near)
    (row,) = data["near"]
    assert {data["actors"][row["a"]]["id"], data["actors"][row["b"]]["id"]} == {"MLI", "RUS"}
    assert row["y"] == [["2022", 0.5, 0.1, None], ["2023", 0.0, None, None]]
