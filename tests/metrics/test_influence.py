"""With how many an actor deals, and how much of another's ties are with it."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from hypothesis import given

from influence_graph.metrics import reach, said_influence, zone_mass, zone_share, zone_trend

from .builders import Row, SignedGraph, rows, signed, times


def test_reach_counts_partners_not_events() -> None:
    graph = signed([*times(9, "A", "B", 1), ("C", "A", -1)])
    assert reach(graph) == {"A": 2, "B": 1, "C": 1}


def test_a_share_is_of_all_cooperative_ties_and_five_with_nobody() -> None:
    graph = signed([*times(3, "A", "B", 1), *times(2, "B", "C", 1), *times(9, "B", "D", -1)])
    found = zone_share(graph)
    assert found["A", "B"].value == pytest.approx(3 / 10)
    assert found["C", "B"].value == pytest.approx(2 / 10)
    assert found["A", "B"].n == 5
    # Wilson, 3 of 10
    assert (found["A", "B"].low, found["A", "B"].high) == pytest.approx((0.1078, 0.6032), abs=1e-4)


def test_a_zone_of_fewer_than_five_ties_is_shown_only_if_asked_and_marked() -> None:
    graph = signed(times(4, "A", "B", 1))
    assert zone_share(graph) == {}
    assert zone_share(graph, min_events=1)["A", "B"].few


def test_zone_mass_sums_the_shares() -> None:
    graph = signed([*times(5, "A", "B", 1), *times(5, "A", "C", 1)])
    assert zone_mass(graph) == pytest.approx({"A": 1.0, "B": 5 / 15, "C": 5 / 15})


@given(rows)
def test_the_shares_of_a_zone_sum_to_less_than_one(drawn: list[Row]) -> None:
    sums: dict[str, float] = {}
    for (_, over), share in zone_share(signed(drawn), min_events=0).items():
        sums[over] = sums.get(over, 0.0) + share.value
        assert share.low <= share.value <= share.high
    assert all(total < 1 for total in sums.values())


def test_a_trend_needs_intervals_apart() -> None:
    early = [*times(30, "A", "B", 1, "2020-01-01"), *times(5, "B", "C", 1, "2020-01-01")]
    late = [*times(5, "A", "B", 1, "2022-01-01"), *times(30, "B", "C", 1, "2022-01-01")]
    found = zone_trend(signed(early + late), date(2021, 1, 1))
    assert found["A", "B"].verdict == "loses"
    assert found["C", "B"].verdict == "gains"


def test_a_trend_of_few_ties_is_unclear() -> None:
    rows = [*times(3, "A", "B", 1, "2020-01-01"), *times(3, "B", "C", 1, "2022-01-01")]
    assert zone_trend(signed(rows), date(2021, 1, 1))["A", "B"].verdict == "unclear"


def test_what_articles_say_of_influence_stands_apart() -> None:
    graph = signed([("A", "B", -1), ("A", "B", 1), ("A", "B", -1)], family="influence")
    graph.edges["A", "B", "c0002"]["event"] = graph.edges["A", "B", "c0000"]["event"] = "e"
    (said,) = said_influence(graph)
    assert (said.gains, said.loses) == (("c0001",), ("c0000", "c0002"))
    assert (said.gain_weight, said.loss_weight) == (1.0, 1.0)
    assert reach(graph) == {"A": 0, "B": 0}


def test_an_empty_graph_has_no_influence() -> None:
    empty: SignedGraph = nx.MultiDiGraph()
    assert reach(empty) == {}
    assert zone_share(empty) == {}
    assert zone_mass(empty) == {}
    assert said_influence(empty) == []
