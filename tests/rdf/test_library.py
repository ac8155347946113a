"""Each named query has a title, says what it asks for, and answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from influence_graph.errors import QueryError
from influence_graph.model import Actor, Article, Attribution, TimeSpan
from influence_graph.rdf.lexing import check_read_only
from influence_graph.rdf.library import NamedQuery, list_queries, named_query, run_named
from influence_graph.rdf.store import Store

from .records import ARTICLE, CLAIMS, DISTANCE, STATES, claim

SECOND = Article(
    text="Algiers received the junta. Rabat opposes Algiers. Paris supports Rabat. "
    "France loses influence over Niger, says Bamako. Rabat may meet the New Front.",
    origin="second.txt",
    publisher="Gazette",
    published=TimeSpan.parse("2023-02-20"),
    language="en",
)
MORE = (
    claim("DZA", "consultsWith", "MLI:MIL", "Algiers received the junta", SECOND),
    claim("MAR", "opposes", "DZA", "Rabat opposes Algiers", SECOND, confidence=0.4),
    claim("FRA", "supports", "MAR", "Paris supports Rabat", SECOND),
    claim(
        "FRA",
        "losesInfluenceOver",
        "NER",
        "France loses influence over Niger",
        SECOND,
        modality="reported",
        attribution=Attribution(text="Bamako", actor="MLI:GOV"),
    ),
    claim("MAR", "consultsWith", "NSAG:NEW-FRONT", "Rabat may meet", SECOND, modality="possible"),
)
VALUES = {
    "actor": "DZA",
    "state": "NER",
    "a": "MLI",
    "b": "DZA",
    "subject": "MLI:MIL",
    "relation": "distancesFrom",
    "object": "DZA",
    "speaker": "MLI",
}


@pytest.fixture(scope="module")
def store() -> Store:
    memory = Store.memory()
    caused = replace(DISTANCE, because_claim=CLAIMS[1].id, because=None)
    memory.replace_article(ARTICLE, [caused, *CLAIMS[1:]], STATES)
    memory.replace_article(SECOND, MORE, STATES)
    return memory


def answer(store: Store, name: str) -> list[dict[str, str]]:
    wanted = [parameter.name for parameter in named_query(name).parameters]
    return run_named(store, name, {k: v for k, v in VALUES.items() if k in wanted}).rows()


def test_there_are_at_least_fourteen() -> None:
    assert len(list_queries()) >= 14


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_each_has_title_description_and_example_and_only_reads(query: NamedQuery) -> None:
    assert query.title
    assert query.about.endswith(".")
    assert query.example
    check_read_only(query.text)


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_each_shows_the_columns_of_its_example(query: NamedQuery, store: Store) -> None:
    values = {p.name: VALUES[p.name] for p in query.parameters if p.name in VALUES}
    variables = set(run_named(store, query.name, values).variables)
    assert set(query.example.splitlines()[0].split()) <= variables


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_each_finds_something_in_the_example(query: NamedQuery, store: Store) -> None:
    assert answer(store, query.name)


def test_who_distances_from_an_actor(store: Store) -> None:
    assert answer(store, "distances-from") == [
        {
            "who": "actor:MLI-MIL",
            "day": "2023-02-15",
            "quote": "The Malian junta has distanced itself from Algiers",
        }
    ]


def test_a_symmetric_relation_approaches_in_both_directions(store: Store) -> None:
    assert [(row["who"], row["relation"]) for row in answer(store, "approaches")] == [
        ("actor:FRA", "ig:alignsWith"),
        ("actor:MLI-MIL", "ig:consultsWith"),
    ]


def test_the_timeline_of_two_actors_is_in_order_of_time(store: Store) -> None:
    assert [(row["day"], row["relation"]) for row in answer(store, "dyad-timeline")] == [
        ("2023-02-15", "ig:distancesFrom"),
        ("2023-02-20", "ig:consultsWith"),
    ]


def test_a_month_with_both_signs_is_a_contradiction(store: Store) -> None:
    assert answer(store, "contradictions") == [
        {
            "month": "2023-02",
            "one": "actor:DZA",
            "other": "actor:MLI",
            "closer": "Algiers received the junta",
            "apart": "The Malian junta has distanced itself from Algiers",
        }
    ]


def test_the_ally_of_my_rival(store: Store) -> None:
    assert {
        "rival": "actor:MAR",
        "hostility": "ig:opposes",
        "ally": "actor:FRA",
        "closeness": "ig:supports",
    } in answer(store, "ally-of-rival")


def test_a_cause_is_followed_to_its_words(store: Store) -> None:
    causes = {(row["subject"], row["cause"]) for row in answer(store, "causes")}
    assert causes == {("actor:MLI-MIL", "Algiers' rapprochement with Paris")}


def test_provenance_gives_quote_offsets_article_and_extractor(store: Store) -> None:
    (row,) = answer(store, "provenance")
    assert (row["start"], row["end"]) == ("0", "50")
    assert (row["headline"], row["publisher"]) == ("Bamako cools towards Algiers", "Example Letter")
    assert (row["extractor"], row["version"], row["review"]) == ("rules", "1.0", "ig:unreviewed")


def test_provenance_answers_for_the_triple_of_the_states_too(store: Store) -> None:
    values = {"subject": "MLI", "relation": "distancesFrom", "object": "DZA"}
    (row,) = run_named(store, "provenance", values).rows()
    assert row["claim"] == answer(store, "provenance")[0]["claim"]
    assert (row["who"], row["whom"]) == ("actor:MLI-MIL", "actor:DZA")


def test_provenance_does_not_take_an_organ_for_its_organisation(store: Store) -> None:
    text = "UNIFIL accuses Ghana. The UN accuses Ghana."
    article = Article(text=text, origin="third.txt", language="en")
    unifil = Actor(code="IGO:UNIFIL", kind="InternationalOrganization", acts_for="IGO:UN")
    memory = Store.memory(store.quads())
    memory.replace_article(
        article,
        [
            claim("IGO:UNIFIL", "accuses", "GHA:GOV", "UNIFIL accuses Ghana", article),
            claim("IGO:UN", "accuses", "GHA:GOV", "The UN accuses Ghana", article),
        ],
        {**STATES, "IGO:UNIFIL": unifil},
    )
    values = {"subject": "IGO:UN", "relation": "accuses", "object": "GHA"}
    rows = run_named(memory, "provenance", values).rows()
    assert [row["quote"] for row in rows] == ["The UN accuses Ghana"]


def test_no_named_query_counts_a_claim_of_roles_twice(store: Store) -> None:
    rows = {(row["from"], row["to"]): row["claims"] for row in answer(store, "hostile-dyads")}
    assert rows[("actor:MLI", "actor:DZA")] == "1"
    (month,) = answer(store, "monthly-balance")
    assert (month["closer"], month["apart"]) == ("1", "1")
    rivals = [row for row in answer(store, "ally-of-rival") if row["rival"] == "actor:MLI"]
    assert all(row["ally"] != "actor:MLI" for row in rivals)
    assert "actor:MLI-MIL" not in {row["rival"] for row in answer(store, "ally-of-rival")}


def test_branches_count_for_the_actor_they_belong_to(store: Store) -> None:
    rows = {row["actor"]: (row["acts"], row["is_acted_on"]) for row in answer(store, "most-active")}
    assert rows["actor:MLI"] == ("1", "2")


def test_the_hostile_pairs_sum_their_intensities(store: Store) -> None:
    rows = {(row["from"], row["to"]): row["intensity"] for row in answer(store, "hostile-dyads")}
    assert rows[("actor:MAR", "actor:DZA")] == "-5"
    assert rows[("actor:MLI", "actor:DZA")] == "-4"


def test_low_confidence_has_a_default(store: Store) -> None:
    assert [row["subject"] for row in answer(store, "to-review")] == ["actor:MAR"]
    assert len(run_named(store, "to-review", {"below": "1"}).rows()) == 10


def test_an_unknown_name_lists_the_names(store: Store) -> None:
    with pytest.raises(QueryError, match="use one of ally-of-rival, approaches"):
        run_named(store, "nonsense")


def test_a_missing_parameter_says_what_it_means(store: Store) -> None:
    with pytest.raises(QueryError, match="needs actor=VALUE: whom the others move away from"):
        run_named(store, "distances-from")


def test_an_unknown_parameter_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'who': it has actor"):
        run_named(store, "distances-from", {"actor": "DZA", "who": "MLI"})


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("to-review", {"below": "0) } DELETE WHERE { ?s ?p ?o } #"}),
        ("provenance", {"subject": "MLI", "relation": "x> ?y . SERVICE <x:", "object": "DZA"}),
    ],
)
def test_a_parameter_of_the_wrong_kind_is_refused(
    store: Store, name: str, values: dict[str, str]
) -> None:
    with pytest.raises(QueryError, match="is no"):
        run_named(store, name, values)


def test_any_text_is_a_safe_actor_code(store: Store) -> None:
    values = {"actor": "x> } DELETE WHERE { ?s ?p ?o } #"}
    assert run_named(store, "distances-from", values).rows() == []
