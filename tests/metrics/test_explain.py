"""Why a score is what it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from influence_graph.errors import MeasureError
from influence_graph.metrics import (
    ACTOR_MEASURES,
    EventTable,
    explain,
    tone,
    zone_share,
)

from .builders import Row, rows, signed, times


def test_a_tone_is_explained_by_the_numbers_of_its_formula() -> None:
    # P = 3, N = 1, π = 3/4, k = 2: 2 (3 + 1.5) / 6 - 1 = 0.5
    found = explain(signed([*times(3, "A", "B", 1), ("A", "B", -1)]), "tone", "A", "B")
    assert list(found.numbers.values()) == pytest.approx([3, 1, 0.75, 2])
    assert found.value == pytest.approx(0.5)
    assert (found.n, found.few) == (4, True)


def test_the_order_of_the_two_does_not_matter_for_a_tone() -> None:
    graph = signed(times(5, "A", "B", -1))
    assert explain(graph, "tone", "A", "B").value == explain(graph, "tone", "B", "A").value


def test_the_one_hostile_event_takes_most_from_the_tone() -> None:
    found = explain(signed([*times(3, "A", "B", 1), ("A", "B", -1)]), "tone", "A", "B")
    first = found.terms[0]
    assert first.sign == -1
    assert first.adds is not None
    assert first.adds < 0


def test_what_an_event_adds_is_the_score_less_that_without_it() -> None:
    graph = signed([*times(3, "A", "B", 1), ("A", "B", -1)])
    without = tone(signed(times(3, "A", "B", 1)), min_events=1)["A", "B"].value
    found = explain(graph, "tone", "A", "B")
    assert found.terms[0].adds == pytest.approx(found.value - without)


def test_a_share_names_its_ties_and_those_with_nobody() -> None:
    # A has 2 of B's 3 cooperative ties: 2 / (3 + 5)
    graph = signed([*times(2, "A", "B", 1), ("B", "C", 1)])
    found = explain(graph, "zone_share", "A", "B")
    assert found.value == pytest.approx(0.25)
    assert list(found.numbers.values()) == pytest.approx([2, 3, 5])
    assert {(term.source, term.target) for term in found.terms} == {("A", "B"), ("B", "C")}


def test_an_only_event_with_a_partner_adds_one_to_the_reach() -> None:
    found = explain(signed([*times(2, "A", "B", 1), ("A", "C", -1)]), "reach", "A")
    assert [(term.target, term.adds) for term in found.terms] == [("C", 1), ("B", 0), ("B", 0)]


def test_every_term_names_its_claims() -> None:
    graph = signed(times(3, "A", "B", 1))
    found = explain(graph, "tone", "A", "B")
    assert {key for term in found.terms for key in term.claims} == {
        str(key) for *_, key in graph.edges(keys=True)
    }


@settings(max_examples=20, deadline=None)
@given(rows)
def test_every_score_of_an_actor_can_be_explained(drawn: list[Row]) -> None:
    table = EventTable.of(signed(drawn))
    for measure in ACTOR_MEASURES:
        for actor in table.actors:
            found = explain(table, measure, actor, most=2)
            assert len(found.terms) == min(found.n, 2)


@given(rows)
def test_shares_are_explained_as_they_are_measured(drawn: list[Row]) -> None:
    table = EventTable.of(signed(drawn))
    for (a, b), share in zone_share(table, min_events=1).items():
        assert explain(table, "zone_share", a, b, most=0).value == share.value


@pytest.mark.parametrize(
    ("measure", "actors", "problem"),
    [
        ("charm", ("A",), "no measure 'charm' of one actor"),
        ("tone", ("A",), "no measure 'tone' of one actor"),
        ("reach", ("A", "B"), "no measure 'reach' of two actors"),
        ("tone", ("A", "Z"), "'Z' is not in the graph"),
        ("tone", ("A", "C"), "there is no tone of 'A' and 'C'"),
    ],
)
def test_what_there_is_not_is_not_explained(
    measure: str, actors: tuple[str, ...], problem: str
) -> None:
    graph = signed([("A", "B", 1), ("B", "C", 1)])
    with pytest.raises(MeasureError, match=problem):
        explain(graph, measure, *actors)
