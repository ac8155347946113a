"""All measures at once, for graphs of every size."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings

from influence_graph.metrics import COLUMNS, measure

from .builders import Row, rows, signed, times


def test_the_rows_have_the_columns() -> None:
    graph = signed([*times(6, "A", "B", 1, "2020-01-01"), ("B", "C", -1, "2021-01-01")])
    found = measure(graph, resamples=3)
    assert all(len(row) == len(COLUMNS) for row in found.rows())
    named = {(row[1], row[2], row[3]): row[4] for row in found.rows()}
    assert named["B", None, "reach"] == 2
    assert named["A", "B", "positive_events"] == 6
    assert ("B", "C", "tone") not in named


def test_influence_is_reach_as_a_part_of_the_greatest() -> None:
    found = measure(signed([("A", "B", 1), ("A", "C", 1)]), resamples=0)
    assert found.influence == {"A": 1.0, "B": 0.5, "C": 0.5}
    assert found.ranking[0] == "A"


def test_dyads_asked_for_below_five_events_are_marked() -> None:
    found = measure(signed([("A", "B", 1)]), min_events=1, resamples=0)
    assert {row[-1] for row in found.rows() if row[3] == "tone"} == {"few events"}


def test_any_graph_of_networkx_is_measured() -> None:
    found = measure(nx.karate_club_graph(), min_events=1, resamples=0)
    assert found.ranking[0] == 33
    assert found.totals.negative == 0


def test_an_empty_graph_is_measured() -> None:
    found = measure(nx.MultiDiGraph())
    assert found.totals.claims == 0
    assert found.ranking == ()


@pytest.mark.parametrize("drawn", [[("A", "B", 1)], times(9, "A", "B", -1)])
def test_one_dyad_is_measured(drawn: list[Row]) -> None:
    assert measure(signed(drawn), resamples=2).totals.events == len(drawn)


def test_disconnected_parts_are_measured() -> None:
    found = measure(signed(times(5, "A", "B", 1) + times(5, "C", "D", -1)), resamples=2)
    assert found.blocs.members == (("A", "B"),)


@given(rows)
@settings(max_examples=30, deadline=None)
def test_any_graph_is_measured_without_touching_it(drawn: list[Row]) -> None:
    graph = signed(drawn)
    before = list(graph.copy().edges(keys=True, data=True))
    found = measure(graph, min_events=1, resamples=2)
    assert list(graph.edges(keys=True, data=True)) == before
    assert found.totals.events == len(drawn)
    assert all(low is None or low <= value <= high for *_, value, low, high, _, _ in found.rows())


def test_a_share_that_grew_for_sure_is_a_gain() -> None:
    early = [*times(60, "B", "C", 1, "2020-02-01"), *times(3, "A", "B", 1, "2020-03-01")]
    late = [*times(60, "A", "B", 1, "2022-02-01"), *times(3, "B", "C", 1, "2022-03-01")]
    found = measure(signed(early + late), resamples=0)
    verdicts = {(row.actor, row.over): row.trend.verdict for row in found.trends}
    assert verdicts["A", "B"] == "gains"
    assert verdicts["C", "B"] == "loses"
    assert found.trends[0].split.year == 2022


def test_without_dates_there_is_no_trend() -> None:
    assert measure(signed(times(9, "A", "B", 1)), resamples=0).trends == ()
