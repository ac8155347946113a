"""One event that several articles tell is one event with several sources."""

from __future__ import annotations

from influence_graph.model import Article, Claim
from influence_graph.network import ClaimGraph, events, project

from .builders import RELATIONS, article, claim


def _graph(claims: list[Claim], *told: Article) -> ClaimGraph:
    return project(claims, relations=RELATIONS, articles={t.id: t for t in told})


def test_two_articles_of_one_week_tell_one_event() -> None:
    a, b = article("a", "2023-02-15", "Gazette"), article("b", "2023-02-17", "Courier")
    (event,) = events(
        _graph([claim("MLI", "accuses", "DZA", told=t, confidence=0.5) for t in (a, b)], a, b)
    )
    assert event.publishers == ("Courier", "Gazette")
    assert len(event.claims) == 2
    assert event.weight == 0.5


def test_articles_a_month_apart_tell_two_events() -> None:
    a, b = article("a", "2023-02-15"), article("b", "2023-03-17")
    assert len(events(_graph([claim("MLI", "accuses", "DZA", told=t) for t in (a, b)], a, b))) == 2


def test_a_symmetric_relation_told_from_both_sides_is_one_event() -> None:
    a, b = article("a", "2023-02-15"), article("b", "2023-02-16")
    claims = [
        claim("MLI", "consultsWith", "DZA", told=a),
        claim("DZA", "consultsWith", "MLI", told=b),
    ]
    assert len(events(_graph(claims, a, b))) == 1


def test_a_directed_relation_told_from_both_sides_is_two_events() -> None:
    a = article("a", "2023-02-15")
    claims = [claim("MLI", "accuses", "DZA", told=a), claim("DZA", "accuses", "MLI", told=a)]
    assert len(events(_graph(claims, a))) == 2


def test_a_whole_year_does_not_tie_two_days_together() -> None:
    claims = [
        claim("MLI", "accuses", "DZA", told=article(text), time=time)
        for text, time in (("a", "2023-02-15"), ("b", "2023-09-15"), ("c", "2023"))
    ]
    found = events(_graph(claims))
    assert sorted(len(event.claims) for event in found) == [1, 2]


def test_a_denial_is_not_the_event_that_it_denies() -> None:
    a = article("a", "2023-02-15")
    claims = [
        claim("MLI", "accuses", "DZA", told=a),
        claim("MLI", "accuses", "DZA", told=a, modality="denied"),
    ]
    assert len(events(_graph(claims, a))) == 2


def test_the_claim_with_most_weight_stands_for_the_event() -> None:
    a, b = article("a", "2023-02-15"), article("b", "2023-02-15")
    sure = claim("MLI", "accuses", "DZA", told=a)
    hearsay = claim("MLI", "accuses", "DZA", told=b, modality="reported")
    (event,) = events(_graph([sure, hearsay], a, b))
    assert (event.id, event.weight) == (sure.id, 1.0)


def test_undated_claims_of_one_relation_are_one_event() -> None:
    claims = [claim("MLI", "accuses", "DZA", told=article(text)) for text in ("a", "b")]
    assert len(events(_graph(claims))) == 1
