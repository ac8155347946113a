"""Where the actors stand on a map."""

from __future__ import annotations

import sys
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from influence_graph.exports import layout, with_positions
from influence_graph.exports.layout import _HEIGHT, _width


def _camps() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for u, v in combinations("ABCDWXYZ", 2):
        graph.add_edge(u, v, valence=0.8 if (u < "M") == (v < "M") else -0.8)
    return graph


def test_allies_stand_nearer_than_opponents() -> None:
    places = {node: np.array(place) for node, place in layout(_camps()).items()}
    inside: list[float] = []
    between: list[float] = []
    for u, v in combinations("ABCDWXYZ", 2):
        distance = float(np.sqrt(((places[u] - places[v]) ** 2).sum()))
        (inside if (u < "M") == (v < "M") else between).append(distance)
    assert np.mean(inside) < np.mean(between)


def test_an_empty_graph_has_no_places_and_one_actor_stands_in_the_centre() -> None:
    assert layout(nx.Graph()) == {}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("A")
    assert layout(graph) == {"A": (0.0, 0.0)}


@given(st.integers(2, 40), st.integers(0, 100))
@settings(max_examples=20, deadline=None)
def test_labels_do_not_overlap(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph: nx.Graph[Any] = nx.Graph()
    for i in range(n):
        graph.add_node(i, label="x" * int(rng.integers(1, 30)))
    for u, v in rng.integers(0, n, (2 * n, 2)):
        if u != v:
            graph.add_edge(int(u), int(v), valence=float(rng.normal()))
    places = layout(graph)
    for u, v in combinations(graph.nodes, 2):
        need = (_width(graph.nodes[u], u) + _width(graph.nodes[v], v)) / 2
        dx, dy = (abs(places[u][k] - places[v][k]) for k in (0, 1))
        assert dx > need - 1 or dy > _HEIGHT - 1


def test_nodes_take_further_attributes_for_the_exports() -> None:
    graph = _camps()
    placed = with_positions(graph, influence={"A": 0.5}, bloc={"A": 1, "Z": 2})
    assert placed.nodes["A"]["influence"] == 0.5
    assert "influence" not in placed.nodes["B"]
    assert placed.nodes["Z"]["bloc"] == 2
    assert "x" not in graph.nodes["A"]


def test_the_order_of_insertion_does_not_matter() -> None:
    graph = _camps()
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from(reversed(list(graph.nodes)))
    other.add_edges_from((v, u, data) for u, v, data in reversed(list(graph.edges(data=True))))
    assert layout(graph) == layout(other)


def test_more_actors_than_forces_move_all_have_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[layout.__module__], "_MOST", 5)
    graph: nx.Graph[int] = nx.star_graph(20)
    graph.add_node(99)
    places = layout(graph)
    assert len(set(places.values())) == 22
