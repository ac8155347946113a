"""A store holds what its articles say, and nothing else, whatever was done before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad
from rdflib import URIRef

from influence_graph.errors import QueryError, RecordError, WorkspaceError
from influence_graph.model import Actor, Article, Claim, Source
from influence_graph.rdf.mapping import direct_quad
from influence_graph.rdf.namespaces import actor_iri, claim_iri, expand, ig
from influence_graph.rdf.serialising import serialise
from influence_graph.rdf.store import Store

from .records import ARTICLE, CLAIMS, DISTANCE, PATIENT, STATES, claim, editions

OTHER = Article(text="Mali distances itself from Algeria, says Paris.", publisher="Gazette")
SAME_TRIPLE = claim("MLI:MIL", "distancesFrom", "DZA", "Mali distances itself", OTHER)


def filled() -> Store:
    store = Store.memory()
    store.replace_article(ARTICLE, CLAIMS, STATES)
    return store


def asks(store: Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}"))


def test_who_distances_from_algeria() -> None:
    rows = filled().query("SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }")
    assert {row["who"] for row in rows} == {actor_iri("MLI:MIL"), actor_iri("MLI")}


def test_who_distances_from_algeria_where_the_article_says_alger() -> None:
    store = Store.memory()
    store.replace_article(ARTICLE, [replace(DISTANCE, object="DZA:GOV")], STATES)
    rows = store.query("SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }")
    assert [row["who"] for row in rows] == [actor_iri("MLI")]


@pytest.mark.parametrize(
    "pattern",
    [
        "actor:MAR ig:supports ?x",  # possible
        "actor:RUS ig:aids ?x",  # planned
        "actor:GHA ig:threatens ?x",  # denied
    ],
)
def test_what_is_not_asserted_is_no_direct_triple(pattern: str) -> None:
    assert not asks(filled(), pattern)


def test_a_direct_triple_leads_to_claim_quote_and_article() -> None:
    rows = list(
        filled().query(
            "SELECT ?quote ?headline WHERE { actor:MLI-MIL ?p actor:DZA ."
            " ?claim rdf:subject actor:MLI-MIL ; rdf:predicate ?p ; rdf:object actor:DZA ;"
            " ig:evidence/oa:exact ?quote ; ig:article/schema:headline ?headline }"
        )
    )
    assert [(row["quote"].value, row["headline"].value) for row in rows] == [
        ("The Malian junta has distanced itself from Algiers", "Bamako cools towards Algiers")
    ]


def test_records_come_back_from_the_store() -> None:
    store = filled()
    assert list(store.claims()) == sorted(CLAIMS, key=lambda claim: claim.id)
    assert list(store.claims(ARTICLE.id)) == list(store.claims())
    assert dict(store.articles(lambda _: ARTICLE.text)) == {ARTICLE.id: ARTICLE}
    assert store.claim(DISTANCE.id) == DISTANCE
    assert store.claim("0000000000000000") is None
    assert store.sources() == (Source(name="Example Letter"),)
    assert [actor.code for actor in store.actors()][:2] == ["DZA", "FRA"]


def test_an_article_is_found_by_where_it_was_read() -> None:
    store = filled()
    assert store.article_of("letter.txt") == ARTICLE.id
    assert store.article_of("elsewhere.txt") is None


def test_saying_the_same_again_changes_nothing() -> None:
    store = filled()
    before = store.dump()
    store.replace_article(ARTICLE, CLAIMS, STATES)
    assert store.dump() == before


def test_the_dump_is_what_the_records_serialise_to() -> None:
    assert filled().dump() == serialise(CLAIMS, {ARTICLE.id: ARTICLE}, STATES, "trig")


def test_a_claim_that_is_found_no_more_goes_with_its_direct_triple() -> None:
    store = filled()
    store.replace_article(ARTICLE, CLAIMS[1:], STATES)
    assert store.claim(DISTANCE.id) is None
    assert not asks(store, "actor:MLI-MIL ig:distancesFrom actor:DZA")
    assert not asks(store, "actor:MLI ig:distancesFrom actor:DZA")


STATES_TRIPLE = "actor:MLI ig:distancesFrom actor:DZA"


@pytest.mark.parametrize(
    ("subject", "object_"), [("MLI", "DZA"), ("MLI:GOV", "DZA"), ("MLI", "DZA:GOV")]
)
def test_a_triple_of_states_stays_as_long_as_a_claim_of_the_states_or_their_roles_holds_it(
    subject: str, object_: str
) -> None:
    store = filled()
    store.replace_article(OTHER, [replace(SAME_TRIPLE, subject=subject, object=object_)], STATES)
    store.remove_article(ARTICLE.id)
    assert asks(store, STATES_TRIPLE)
    assert not asks(store, "actor:MLI-MIL ig:distancesFrom actor:DZA")
    store.remove_article(OTHER.id)
    assert len(store) == 0


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME_TRIPLE, modality="denied"),
        replace(SAME_TRIPLE, review="rejected"),
        replace(SAME_TRIPLE, relation="opposes"),
        replace(SAME_TRIPLE, subject="NER:MIL"),
        replace(SAME_TRIPLE, object="FRA:GOV"),
    ],
    ids=["denied", "rejected", "another relation", "another subject", "another object"],
)
def test_another_claim_does_not_hold_a_triple_of_states(other: Claim) -> None:
    store = filled()
    store.replace_article(OTHER, [other], STATES)
    store.remove_article(ARTICLE.id)
    assert not asks(store, STATES_TRIPLE)


def test_a_triple_of_roles_is_not_held_by_a_claim_of_their_states() -> None:
    store = filled()
    store.replace_article(OTHER, [replace(SAME_TRIPLE, subject="MLI")], STATES)
    store.remove_article(ARTICLE.id)
    assert not asks(store, "actor:MLI-MIL ig:distancesFrom actor:DZA")


def test_a_triple_of_states_leads_to_its_claim_through_the_roles_of_the_states() -> None:
    rows = filled().query(
        "SELECT ?quote WHERE { ?who org:unitOf* actor:MLI . ?whom org:unitOf* actor:DZA ."
        " ?claim rdf:subject ?who ; rdf:predicate ig:distancesFrom ; rdf:object ?whom ;"
        " ig:evidence/oa:exact ?quote }"
    )
    assert [row["quote"].value for row in rows] == [DISTANCE.evidence[0].quote]


def test_a_direct_triple_stays_as_long_as_another_article_says_it() -> None:
    store = filled()
    store.replace_article(OTHER, [SAME_TRIPLE], STATES)
    store.remove_article(ARTICLE.id)
    assert direct_quad(SAME_TRIPLE) in store.database
    store.remove_article(OTHER.id)
    assert len(store) == 0


def test_a_claim_that_is_only_possible_elsewhere_holds_no_direct_triple() -> None:
    store = filled()
    store.replace_article(OTHER, [replace(SAME_TRIPLE, modality="possible")], STATES)
    store.remove_article(ARTICLE.id)
    assert direct_quad(SAME_TRIPLE) not in store.database


def test_a_rejected_claim_holds_no_direct_triple() -> None:
    store = filled()
    store.replace_article(ARTICLE, [replace(DISTANCE, review="rejected")], STATES)
    assert direct_quad(DISTANCE) not in store.database
    assert store.claim(DISTANCE.id) == replace(DISTANCE, review="rejected")


def test_removing_what_is_not_there_is_no_error() -> None:
    assert not filled().remove_article("0000000000000000")


@PATIENT
@given(st.lists(editions(), max_size=3), st.data())
def test_any_history_ends_in_what_a_fresh_store_would_hold(
    made: list[tuple[Article, tuple[Claim, ...]]], data: st.DataObject
) -> None:
    store = Store.memory()
    held: dict[str, tuple[Article, tuple[Claim, ...]]] = {}
    for article, claims in [*made, *made]:
        if article.id in held and data.draw(st.booleans()):
            store.remove_article(article.id)
            held.pop(article.id)
        else:
            kept = tuple(c for c in claims if data.draw(st.booleans()))
            store.replace_article(article, kept, STATES)
            held[article.id] = (article, kept)
    fresh = Store.memory()
    for article, claims in reversed(held.values()):
        fresh.replace_article(article, claims, STATES)
    assert store.dump("nquads") == fresh.dump("nquads")


def test_a_better_description_of_an_actor_takes_the_place_of_the_old() -> None:
    store = filled()
    better = {**STATES, "DZA": Actor(code="DZA", kind="State", labels={"fr": "Algérie"})}
    store.replace_article(ARTICLE, CLAIMS, better)
    (found,) = [actor for actor in store.actors() if actor.code == "DZA"]
    assert found.labels == {"fr": "Algérie"}


def test_the_grades_of_a_source_outlive_a_new_edition() -> None:
    store = filled()
    graded = Source(name="Example Letter", reliability="B", credibility=2)
    assert store.put_source(graded)
    store.replace_article(ARTICLE, CLAIMS[:1], STATES)
    assert store.sources() == (graded,)
    assert not store.put_source(Source(name="Nobody"))


def test_claims_of_another_article_are_refused() -> None:
    with pytest.raises(WorkspaceError, match="belongs to article"):
        Store.memory().replace_article(OTHER, [DISTANCE])


def test_a_refused_article_leaves_the_store_as_it_was() -> None:
    store = filled()
    before = store.dump()
    with pytest.raises(RecordError):
        store.replace_article(ARTICLE, [replace(DISTANCE, relation="likes")], STATES)
    assert store.dump() == before


def test_the_ontology_is_there_for_queries_and_not_in_the_dump() -> None:
    store = filled()
    assert asks(store, "actor:MLI-MIL ?p ?x . ?p rdfs:subPropertyOf* ig:conflictualRelation")
    assert not any(quad.subject == ig("distancesFrom") for quad in store.quads())


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib of itself
def test_rdflib_sees_the_same_triples() -> None:
    dataset = filled().dataset()
    relation, algeria = URIRef(ig("distancesFrom").value), URIRef(actor_iri("DZA").value)
    answers = {actor_iri(code).value for code in ("MLI:MIL", "MLI")}
    assert {str(who) for who in dataset.subjects(relation, algeria)} == answers
    rows = dataset.query(f"SELECT ?who {{ ?who <{relation}> <{algeria}> }}")
    assert {str(row[0]) for row in rows} == answers  # type: ignore[index]


def test_a_wrong_query_names_its_place() -> None:
    with pytest.raises(QueryError, match="1:"):
        filled().query("SELECT WHERE")


def test_a_store_on_disk_keeps_changes(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.replace_article(ARTICLE, CLAIMS, STATES)
    with Store.read_only(tmp_path / "store") as store:
        assert store.dump() == filled().dump()
        assert Quad(claim_iri(DISTANCE.id), expand("rdf:type"), ig("Claim")) in store.database


def test_two_writers_are_one_too_many(tmp_path: Path) -> None:
    with (
        Store.open(tmp_path / "store"),
        pytest.raises(WorkspaceError, match="another influence-graph"),
        Store.open(tmp_path / "store"),
    ):
        pass


def test_a_closed_store_says_so() -> None:
    store = filled()
    store.close()
    with pytest.raises(WorkspaceError, match="closed"):
        store.dump()


def test_reading_where_there_is_no_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="build the workspace first"):
        Store.read_only(tmp_path)
