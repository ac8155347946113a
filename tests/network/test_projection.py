"""Every claim is an edge, with its weight, its time and its words."""

from __future__ import annotations

import json
from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.errors import MeasureError, OntologyError
from influence_graph.model import Actor, ActorName, Claim, Evidence, Source
from influence_graph.network import project, source_weight

from .builders import ACTORS, RELATIONS, article, claim, span


def test_the_key_of_an_edge_is_the_id_of_its_claim() -> None:
    said = claim("MLI", "distancesFrom", "DZA")
    graph = project([said], relations=RELATIONS, actors=ACTORS)
    assert list(graph.edges(keys=True)) == [("MLI", "DZA", said.id)]


def test_an_edge_carries_what_the_claim_and_its_article_say() -> None:
    told = article("News", "2023-02-15", "Gazette")
    said = claim(
        "MLI", "sanctions", "DZA", told=told, confidence=0.5, time="2023-01", because="a quarrel"
    )
    graph = project([said], relations=RELATIONS, actors=ACTORS, articles={told.id: told})
    data = graph.edges["MLI", "DZA", said.id]
    assert data["claim"] == said.id
    assert data["sign"] == -1
    assert data["weight"] == 0.5
    assert data["strength"] == 0.6
    assert data["valence"] == -0.3
    assert (data["start"], data["end"], data["dated"]) == ("2023-01-01", "2023-01-31", "event")
    assert (data["title"], data["publisher"], data["because"]) == ("News", "Gazette", "a quarrel")
    assert data["quote"] == "MLI sanctions DZA"


def test_an_undated_claim_has_the_date_of_its_article() -> None:
    told = article("News", "2023-02-15")
    graph = project(
        [claim("MLI", "accuses", "DZA", told=told)], relations=RELATIONS, articles={told.id: told}
    )
    (data,) = (data for *_, data in graph.edges(data=True))
    assert (data["start"], data["end"], data["dated"]) == (
        "2023-02-15",
        "2023-02-15",
        "publication",
    )


def test_a_time_that_is_open_at_its_end_ends_with_the_article() -> None:
    told = article("News", "2023-02-15")
    said = claim("MLI", "accuses", "DZA", told=told, time=span("2022-12-01", None))
    graph = project([said], relations=RELATIONS, articles={told.id: told})
    assert graph.edges["MLI", "DZA", said.id]["end"] == "2023-02-15"


def test_no_attribute_is_none_so_that_networkx_can_write_the_graph(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    graph = project([claim("MLI", "accuses", "DZA")], relations=RELATIONS)
    nx.write_graphml(graph, tmp_path_factory.mktemp("g") / "plain.graphml")
    assert all(v is not None for *_, data in graph.edges(data=True) for v in data.values())


def test_a_plain_call_of_networkx_works_on_the_graph() -> None:
    claims = [claim("MLI", "supports", "DZA"), claim("MLI", "consultsWith", "DZA", confidence=0.5)]
    graph = project(claims, relations=RELATIONS)
    assert nx.pagerank(graph, weight="weight")["DZA"] > 0.5


def test_nodes_have_labels_in_both_languages() -> None:
    graph = project([claim("MLI", "accuses", "ORG:X")], relations=RELATIONS, actors=ACTORS)
    assert graph.nodes["MLI"] == {
        "label": "Mali",
        "label_en": "Mali",
        "label_fr": "Mali",
        "kind": "State",
        "state": "MLI",
        "provisional": False,
    }
    assert graph.nodes["ORG:X"]["provisional"] is True


def test_a_role_of_a_known_state_is_labelled_after_it() -> None:
    graph = project([claim("DZA:MIL", "accuses", "MLI")], relations=RELATIONS, actors=ACTORS)
    node = graph.nodes["DZA:MIL"]
    assert (node["label_en"], node["label_fr"]) == ("Algeria (military)", "Algérie (armée)")
    assert (node["kind"], node["provisional"]) == ("Military", False)


@pytest.mark.parametrize(
    ("modality", "weight"),
    [("asserted", 0.8), ("reported", 0.48), ("planned", 0.32), ("possible", 0.24), ("denied", 0)],
)
def test_the_weight_is_confidence_times_modality(modality: str, weight: float) -> None:
    said = claim("MLI", "accuses", "DZA", modality=modality, confidence=0.8)
    graph = project([said], relations=RELATIONS)
    assert graph.edges["MLI", "DZA", said.id]["weight"] == pytest.approx(weight)


def test_the_grade_of_the_source_weighs_its_claims() -> None:
    told = article("News", "2023-02-15", "Rumour Mill")
    said = claim("MLI", "accuses", "DZA", told=told)
    graph = project(
        [said],
        relations=RELATIONS,
        articles={told.id: told},
        sources={"Rumour Mill": Source(name="Rumour Mill", reliability="C", credibility=3)},
    )
    assert graph.edges["MLI", "DZA", said.id]["weight"] == pytest.approx(0.36)


def test_a_source_without_grade_changes_nothing() -> None:
    assert source_weight(Source(name="x")) == 1.0


def test_a_rejected_claim_is_left_out_and_an_accepted_one_is_certain() -> None:
    bad = claim("MLI", "accuses", "DZA", review="rejected")
    good = claim("MLI", "accuses", "FRA", review="accepted", confidence=0.3)
    graph = project([bad, good], relations=RELATIONS)
    assert list(graph.edges) == [("MLI", "FRA", good.id)]
    assert graph.edges["MLI", "FRA", good.id]["weight"] == 1.0


def test_roles_and_branches_roll_up_and_a_state_says_nothing_of_itself() -> None:
    claims = [
        claim("MLI:MIL", "accuses", "DZA:GOV"),
        claim("MLI:MIL", "accuses", "MLI:OPP"),
        claim("IGO:UNIFIL", "consultsWith", "FRA"),
    ]
    graph = project(claims, relations=RELATIONS, actors=ACTORS, level="state")
    assert sorted(graph.edges(keys=False)) == [("IGO:UN", "FRA"), ("MLI", "DZA")]
    (data,) = graph["MLI"]["DZA"].values()
    assert (data["subject"], data["object"]) == ("MLI:MIL", "DZA:GOV")


def test_a_branch_of_a_branch_of_itself_does_not_hang() -> None:
    loop = {
        "ORG:A": Actor(code="ORG:A", kind="Organization", acts_for="ORG:B"),
        "ORG:B": Actor(code="ORG:B", kind="Organization", acts_for="ORG:A"),
    }
    graph = project(
        [claim("ORG:A", "accuses", "DZA")], relations=RELATIONS, actors=loop, level="state"
    )
    assert list(graph.nodes) == ["DZA", "ORG:B"]


def test_official_only_keeps_who_speaks_for_a_state_or_an_organisation() -> None:
    claims = [
        claim("MLI:CVL", "accuses", "FRA"),
        claim("NSAG:JNIM", "accuses", "FRA"),
        claim("MLI:GOV", "accuses", "FRA"),
        claim("IGO:UN", "accuses", "FRA"),
    ]
    graph = project(claims, relations=RELATIONS, official_only=True)
    assert list(graph.nodes) == ["FRA", "IGO:UN", "MLI:GOV"]


def test_a_window_keeps_what_overlaps_it_and_nothing_undated() -> None:
    claims = [
        claim("MLI", "accuses", "DZA", time="2022"),
        claim("MLI", "accuses", "FRA", time="2023-05-01"),
        claim("MLI", "supports", "FRA"),
    ]
    graph = project(claims, relations=RELATIONS, window=(date(2022, 12, 1), date(2023, 1, 31)))
    assert list(graph.edges(keys=False)) == [("MLI", "DZA")]


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(MeasureError, match="ends before it starts"):
        project([], relations=RELATIONS, window=(date(2023, 1, 2), date(2023, 1, 1)))


def test_an_unknown_relation_is_an_error_that_names_it() -> None:
    with pytest.raises(OntologyError, match="flattersShamelessly"):
        project([claim("MLI", "flattersShamelessly", "DZA")], relations=RELATIONS)


def test_a_claim_that_comes_twice_is_one_edge() -> None:
    said = claim("MLI", "accuses", "DZA")
    assert project([said, said], relations=RELATIONS).number_of_edges() == 1


def test_no_claims_give_an_empty_graph() -> None:
    assert project([], relations=RELATIONS).number_of_nodes() == 0


def test_all_that_an_article_says_for_a_claim_is_on_its_edge() -> None:
    once = claim("MLI", "accuses", "DZA")
    again = Evidence(article=once.article, start=30, end=40, quote='again: "x"')
    twice = once.with_evidence([again])
    graph = project([once], relations=RELATIONS)
    assert "quotes" not in graph.edges["MLI", "DZA", once.id]
    data = project([twice], relations=RELATIONS).edges["MLI", "DZA", twice.id]
    assert data["evidence"] == 2
    assert json.loads(data["quotes"]) == [data["quote"], 'again: "x"']
    assert data["quote"] == "MLI accuses DZA"


@pytest.mark.parametrize(
    ("code", "kind", "acronyms", "short"),
    [
        ("IGO:ECOWAS", "InternationalOrganization", "en:ECOWAS fr:Cédéao fr:CEDEAO es:CEDEAO",
         ("ECOWAS", "CEDEAO")),
        ("NSAG:AQIM", "NonStateArmedGroup", "en:AQIM fr:AQIM fr:AQMI", ("AQIM", "AQMI")),
        ("IGO:UN", "InternationalOrganization", "en:UNO en:UN fr:ONU", ("UN", "ONU")),
        ("IGO:AES", "InternationalOrganization", "mul:AES", ("AES", "AES")),
        ("ORG:X", "Organization", "fr:OX", (None, "OX")),
        ("USA", "State", "en:US fr:USA", (None, None)),
        ("PERSON:MBS", "Person", "en:MBS", (None, None)),
    ],
)  # fmt: skip
def test_an_organisation_has_the_acronym_of_each_language(
    code: str, kind: str, acronyms: str, short: tuple[str | None, str | None]
) -> None:
    names = tuple(
        ActorName(text=text, kind="acronym", language=language)
        for language, text in (part.split(":") for part in acronyms.split())
    )
    actor = Actor(code=code, kind=kind, labels={"en": "A name"}, names=names)
    graph = project([claim(code, "accuses", "DZA")], relations=RELATIONS, actors={code: actor})
    node = graph.nodes[code]
    assert (node.get("short_en"), node.get("short_fr")) == short


_TOLD = [article(f"n{i}", f"2023-02-{10 + i}") for i in range(4)]
_CLAIMS = [
    claim(a, r, b, told=t)
    for t in _TOLD
    for a, r, b in (
        ("MLI", "accuses", "DZA"),
        ("DZA", "consultsWith", "MLI"),
        ("MLI", "consultsWith", "DZA"),
        ("FRA", "supports", "DZA"),
    )
]


@given(st.permutations(_CLAIMS))
def test_the_order_of_the_claims_does_not_matter(mixed: list[Claim]) -> None:
    articles = {t.id: t for t in _TOLD}
    one = project(_CLAIMS, relations=RELATIONS, articles=articles)
    two = project(mixed, relations=RELATIONS, articles=articles)
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
