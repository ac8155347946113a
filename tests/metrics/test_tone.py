"""How friendly or hostile two actors deal with each other."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from influence_graph.metrics import tone

from .builders import Row, rows, signed, times


def test_a_lone_dyad_is_drawn_toward_its_own_share() -> None:
    # p0 = 3/4 and no effects: 2 (3 + 2 x 3/4) / (4 + 2) - 1 = 1/2
    found = tone(signed([*times(3, "A", "B", 1), ("A", "B", -1)]), min_events=1)
    assert found["A", "B"].value == pytest.approx(0.5)
    assert found["A", "B"].expected == pytest.approx(0.5)


def test_the_prior_knows_how_an_actor_deals_with_others() -> None:
    # p0 = 1/2; effects solve 14 a + 4 b = 2, 18 b + 4 a + 4 c = 0, 14 c + 4 b = -2:
    # a = 1/7, b = 0, c = -1/7; tone(A, B) = 2 (4 + 2 (1/2 + 1/7)) / 6 - 1 = 16/21
    found = tone(signed([*times(4, "A", "B", 1), *times(4, "B", "C", -1)]), min_events=1)
    assert found["A", "B"].value == pytest.approx(16 / 21)
    assert found["B", "C"].value == pytest.approx(-16 / 21)


def test_old_events_count_less() -> None:
    early = [*times(3, "A", "B", -1, "2010-01-01"), *times(3, "A", "B", 1, "2020-01-01")]
    assert tone(signed(early))["A", "B"].value > 0
    assert tone(signed(early), half_life=None)["A", "B"].value == pytest.approx(0)


def test_nothing_below_five_events_unless_asked_and_then_marked() -> None:
    graph = signed([*times(4, "A", "B", 1), *times(5, "A", "C", 1)])
    assert list(tone(graph)) == [("A", "C")]
    asked = tone(graph, min_events=1)
    assert asked["A", "B"].few
    assert not asked["A", "C"].few


def test_an_empty_graph_has_no_tone() -> None:
    assert tone(nx.MultiDiGraph()) == {}


def test_five_hostile_events_alone_are_nearly_as_hostile_as_can_be() -> None:
    # The expectation is kept between .02 and .98: 2 (0 + 2 x .02) / 7 - 1
    assert tone(signed(times(5, "A", "B", -1)))["A", "B"].value == pytest.approx(0.08 / 7 - 1)


@given(rows)
def test_the_value_lies_in_its_interval_and_in_range(drawn: list[Row]) -> None:
    for score in tone(signed(drawn), min_events=1).values():
        assert -1 <= score.low <= score.high <= 1
        assert -1 <= score.value <= 1


@given(rows)
def test_flipping_every_sign_flips_every_tone(drawn: list[Row]) -> None:
    one = tone(signed(drawn), min_events=1)
    other = tone(signed([(u, v, -sign) for u, v, sign in drawn]), min_events=1)
    for pair, score in one.items():
        assert other[pair].value == pytest.approx(-score.value, abs=1e-9)


@given(rows)
def test_names_do_not_matter(drawn: list[Row]) -> None:
    renamed = {name: name for name in "ABCDEFG"} | dict(zip("ABCDEFG", "QPONMLK", strict=True))
    one = tone(signed(drawn), min_events=1)
    other = tone(signed([(renamed[u], renamed[v], s) for u, v, s in drawn]), min_events=1)
    for (u, v), score in one.items():
        pair = tuple(sorted((renamed[u], renamed[v])))
        assert other[pair].value == pytest.approx(score.value, abs=1e-9)  # type: ignore[index]


@given(rows)
def test_a_source_that_repeats_an_event_changes_nothing(drawn: list[Row]) -> None:
    graph = signed(drawn)
    for number, (*_, data) in enumerate(graph.edges(data=True)):
        data["event"] = f"e{number}"
    twice = graph.copy()
    for u, v, key, data in graph.edges(keys=True, data=True):
        twice.add_edge(u, v, key=f"{key}-again", **data)
    assert tone(twice, min_events=1) == tone(graph, min_events=1)
