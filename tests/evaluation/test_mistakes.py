"""Each claim that was missed, changed or made up is named once, by kind, with its sentence."""

from __future__ import annotations

from typing import Any

from influence_graph.evaluation import GoldDocument, Mistake, Seen, read_gold, score
from influence_graph.rdf.ontology import load_relations

RELATIONS = {r.name: r for r in load_relations()}
SYMMETRIC = frozenset(name for name, r in RELATIONS.items() if r.symmetric)
FIRST = "Bamako s'en prend à Alger."
SECOND = "Paris le soutient."
TEXT = f"{FIRST} {SECOND}"
SENTENCES = (
    Seen(0, len(FIRST), frozenset({"MLI:GOV", "DZA:GOV"})),
    Seen(len(FIRST) + 1, len(TEXT), frozenset({"FRA:GOV"})),
)


def claim(text: str, quote: str = "", **more: Any) -> dict[str, Any]:
    subject, relation, target, *modality = text.split()
    return {
        "subject": subject,
        "relation": relation,
        "object": target,
        "modality": modality[0] if modality else "asserted",
        "quote": quote,
        **more,
    }


def mistakes(
    gold: list[dict[str, Any]],
    found: list[dict[str, Any]],
    seen: tuple[Seen, ...] = SENTENCES,
) -> list[Mistake]:
    documents: list[GoldDocument] = read_gold(
        [{"id": "a", "text": TEXT, "claims": gold}], SYMMETRIC
    )
    return list(score(documents, {"a": found}, RELATIONS, seen={"a": seen}).errors)


def test_no_mistake_where_all_is_right() -> None:
    assert mistakes([claim("MLI accuses DZA")], [claim("MLI:GOV accuses DZA:GOV")]) == []


def test_the_same_relation_with_the_actors_swapped_is_a_wrong_direction() -> None:
    (one,) = mistakes([claim("MLI accuses DZA", FIRST)], [claim("DZA accuses MLI")])
    assert (one.kind, one.sentence) == ("wrong direction", FIRST)


def test_the_pair_with_another_relation_is_a_wrong_relation() -> None:
    (one,) = mistakes([claim("MLI accuses DZA", FIRST)], [claim("MLI supports DZA")])
    assert one.kind == "wrong relation"


def test_the_relation_with_one_right_actor_is_a_wrong_actor() -> None:
    (one,) = mistakes([claim("MLI accuses DZA", FIRST)], [claim("MLI accuses MAR")])
    assert one.kind == "wrong actor"


def test_a_right_claim_put_otherwise_is_a_mistake_of_modality() -> None:
    (one,) = mistakes([claim("MLI accuses DZA planned")], [claim("MLI accuses DZA")])
    assert one.kind == "modality"


def test_a_claim_whose_actors_are_both_seen_in_its_sentence_is_a_missed_claim() -> None:
    (one,) = mistakes([claim("MLI accuses DZA", "s'en prend à Alger")], [])
    assert (one.kind, one.sentence, one.unnamed) == ("missed claim", FIRST, ())


def test_a_claim_whose_actor_is_not_seen_in_its_sentence_is_a_missed_mention() -> None:
    (one,) = mistakes([claim("FRA supports MLI", "Paris le soutient")], [])
    assert (one.kind, one.sentence, one.unnamed) == ("missed mention", SECOND, ("MLI",))


def test_without_the_sentences_no_mention_is_told_as_missed() -> None:
    (one,) = mistakes([claim("FRA supports MLI", "Paris le soutient")], [], seen=())
    assert (one.kind, one.sentence) == ("missed claim", TEXT)


def test_what_nothing_annotated_is_near_to_is_spurious_and_shows_where_it_was_found() -> None:
    (one,) = mistakes([], [claim("FRA supports MLI", start=len(FIRST) + 1)])
    assert (one.kind, one.sentence) == ("spurious", SECOND)


def test_where_the_annotated_words_are_no_quote_a_short_text_is_shown_whole() -> None:
    (one,) = mistakes([claim("MLI accuses DZA", "prendre Alger")], [])
    assert one.sentence == TEXT


def test_each_claim_is_told_once() -> None:
    gold = [claim("MLI accuses DZA", FIRST), claim("DZA accuses MLI", FIRST)]
    told = mistakes(gold, [claim("MLI accuses NER")])
    assert [m.kind for m in told] == ["wrong actor", "missed claim"]
