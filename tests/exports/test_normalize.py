"""Attributes as every format can hold them."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import networkx as nx
import numpy as np
import pytest

from influence_graph.errors import ExportError
from influence_graph.exports.normalize import flatten


class _Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (True, True),
        (7, 7),
        (0.5, 0.5),
        ("é", "é"),
        ("a\x00b\x1f", "ab"),
        ("\ud800x\ufffe", "x"),
        (date(2023, 2, 1), "2023-02-01"),
        (datetime(2023, 2, 1, 9, 30), "2023-02-01T09:30:00"),  # noqa: DTZ001 - a plain value
        (Decimal("1.5"), 1.5),
        (np.int64(3), 3),
        (np.float32(0.5), 0.5),
        (np.bool_(True), True),
        (_Colour.RED, "red"),
        (["a", 1], "a; 1"),
        ({"b", "a"}, "a; b"),
        ({"k": date(2023, 2, 1)}, '{"k": "2023-02-01"}'),
        (2**70, str(2**70)),
    ],
)
def test_a_value_becomes_plain(value: Any, plain: Any) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("n", x=value)
    found = flatten(graph).nodes[0].attributes["x"]
    assert found == plain
    assert type(found) is type(plain)


@pytest.mark.parametrize("value", [None, math.nan, math.inf, Decimal("NaN")])
def test_what_is_no_value_is_left_out(value: Any) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("n", x=value)
    assert flatten(graph).nodes[0].attributes == {}


@pytest.mark.parametrize(
    ("values", "kind"),
    [((1, 2), int), ((1, 0.5), float), ((1, "a"), str), ((True, 1), str), ((True, False), bool)],
)
def test_an_attribute_has_one_type(values: tuple[Any, Any], kind: type) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", x=values[0])
    graph.add_node("b", x=values[1])
    flat = flatten(graph)
    assert flat.node_types == {"x": kind}
    assert {type(node.attributes["x"]) for node in flat.nodes} == {kind}


def test_an_attribute_does_not_hide_the_id() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="k", id="mine")
    assert flatten(graph).edges[0].attributes == {"id_": "mine"}


def test_the_id_of_an_edge_is_its_key_where_that_is_unique() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="k1")
    graph.add_edge("a", "b", key="k2")
    assert [edge.id for edge in flatten(graph).edges] == ["k1", "k2"]


def test_default_keys_give_unique_ids() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "c")])
    ids = [edge.id for edge in flatten(graph).edges]
    assert len(set(ids)) == 3


def test_nodes_with_one_id_as_text_are_refused() -> None:
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from([1, "1"])
    with pytest.raises(ExportError, match="two nodes"):
        flatten(graph)


def test_a_node_without_an_id_is_refused() -> None:
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_node("\x00")
    with pytest.raises(ExportError, match="no id"):
        flatten(graph)
