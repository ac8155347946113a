"""Events and dyads as arrays."""

from __future__ import annotations

from datetime import date

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from influence_graph.errors import MeasureError
from influence_graph.metrics import EventTable

from .builders import Row, rows, signed


def test_edges_of_one_event_are_one_event_with_the_greatest_weight() -> None:
    graph = signed([("A", "B", 1), ("A", "B", 1)], event="same")
    graph.edges["A", "B", "c0001"]["weight"] = 0.5
    table = EventTable.of(graph)
    assert table.weight.tolist() == [1.0]
    assert table.claims == (("c0000", "c0001"),)


def test_an_event_of_weight_zero_is_left_out() -> None:
    graph = signed([("A", "B", 1)])
    graph.edges["A", "B", "c0000"]["weight"] = 0.0
    assert len(EventTable.of(graph)) == 0


def test_what_is_said_of_influence_is_no_event() -> None:
    assert len(EventTable.of(signed([("A", "B", 1)], family="influence"))) == 0


def test_an_actor_that_deals_with_itself_is_refused() -> None:
    with pytest.raises(MeasureError, match="itself"):
        EventTable.of(signed([("A", "A", 1)]))


def test_a_plain_graph_takes_its_signs_from_its_weights() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("A", "B", weight=-2.0)
    table = EventTable.of(graph)
    assert (table.sign.tolist(), table.weight.tolist()) == ([-1], [2.0])


def test_a_dyad_sums_both_directions() -> None:
    dyads = EventTable.of(signed([("A", "B", 1), ("B", "A", 1), ("B", "A", -1)])).dyads()
    assert (dyads.positive.tolist(), dyads.negative.tolist()) == ([2.0], [1.0])
    assert dyads.events.tolist() == [3]


def test_a_symmetric_event_flows_both_ways_and_counts_once_in_its_dyad() -> None:
    table = EventTable.of(signed([("A", "B", 1)], symmetric=True))
    assert table.flow().toarray().tolist() == [[0, 1], [1, 0]]
    assert table.dyads().positive.tolist() == [1.0]


def test_a_directed_event_flows_one_way() -> None:
    table = EventTable.of(signed([("A", "B", 1)]))
    assert table.flow().toarray().tolist() == [[0, 1], [0, 0]]


def test_an_event_weighs_half_after_one_half_life() -> None:
    table = EventTable.of(signed([("A", "B", 1, "2020-01-01"), ("A", "B", 1, "2024-01-01")]))
    assert table.decayed(4.0).weight.tolist() == pytest.approx([0.5, 1.0], abs=1e-3)


def test_undated_and_later_events_do_not_decay() -> None:
    table = EventTable.of(signed([("A", "B", 1), ("A", "B", 1, "2024-01-01")]))
    assert table.decayed(1.0, at=date(2020, 1, 1)).weight.tolist() == [1.0, 1.0]


def test_a_half_life_must_be_positive() -> None:
    with pytest.raises(MeasureError, match="positive"):
        EventTable.of(signed([("A", "B", 1)])).decayed(0.0)


def test_a_window_includes_its_ends_and_no_undated_event() -> None:
    days = [("A", "B", 1, day) for day in ("2020-01-01", "2020-06-01", "2021-01-01")]
    table = EventTable.of(signed([*days, ("A", "B", 1)]))
    assert len(table.within(date(2020, 1, 1), date(2020, 6, 1))) == 2


@given(rows)
def test_every_event_is_in_one_dyad(drawn: list[Row]) -> None:
    dyads = EventTable.of(signed(drawn)).dyads()
    assert dyads.events.sum() == len(drawn)
    assert (dyads.a < dyads.b).all()
    assert np.allclose(dyads.positive + dyads.negative, dyads.events)
