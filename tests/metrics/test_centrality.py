"""Activity: PageRank, HITS, eigenvector centrality."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from influence_graph.errors import MeasureError
from influence_graph.metrics import eigenvector_centrality, hits, pagerank

from .builders import SignedGraph, signed


def _random(seed: int) -> SignedGraph:
    rng = np.random.default_rng(seed)
    pairs = [*((i, i + 1) for i in range(19)), *rng.integers(0, 20, (60, 2)).tolist()]
    graph = signed([(int(u), int(v), 1) for u, v in pairs if u != v])
    for *_, data in graph.edges(data=True):
        data["weight"] = float(rng.uniform(0.1, 1))
    return graph


@pytest.mark.parametrize("seed", range(3))
def test_pagerank_agrees_with_networkx(seed: int) -> None:
    graph = _random(seed)
    expected = nx.pagerank(graph, weight="weight", tol=1e-12, max_iter=1000)
    assert pagerank(graph, directed=True) == pytest.approx(expected, abs=1e-8)


def test_undirected_pagerank_agrees_with_networkx() -> None:
    graph = nx.karate_club_graph()
    expected = nx.pagerank(graph, weight="weight", tol=1e-12, max_iter=1000)
    assert pagerank(graph) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_hits_agrees_with_networkx(seed: int) -> None:
    graph = _random(seed)
    simple: nx.DiGraph[int] = nx.DiGraph()
    for u, v, data in graph.edges(data=True):
        old = simple.get_edge_data(u, v, {"weight": 0.0})["weight"]
        simple.add_edge(u, v, weight=old + data["weight"])
    expected_hubs, expected_authorities = nx.hits(simple)
    hubs, authorities = hits(graph)
    assert hubs == pytest.approx(expected_hubs, abs=1e-6)
    assert authorities == pytest.approx(expected_authorities, abs=1e-6)


def test_eigenvector_centrality_agrees_with_networkx() -> None:
    graph = nx.karate_club_graph()
    expected = nx.eigenvector_centrality_numpy(graph, weight="weight")
    assert eigenvector_centrality(graph) == pytest.approx(expected, abs=1e-6)


def test_the_centre_of_a_star_is_its_hub_of_activity() -> None:
    # (1 - .85)/4 + .85 x 3 x leaf, leaf = .15/4 + .85 x centre / 3
    found = pagerank(nx.star_graph(3))
    leaf = (0.15 / 4 + 0.85 * 0.15 / 4 / 3) / (1 - 0.85**2)
    assert found[1] == pytest.approx(leaf)
    assert found[0] == pytest.approx(1 - 3 * leaf)


def test_bipartite_graphs_converge() -> None:
    found = eigenvector_centrality(nx.complete_bipartite_graph(2, 3))
    assert sum(value**2 for value in found.values()) == pytest.approx(1)


def test_hostile_events_are_not_followed() -> None:
    assert set(pagerank(signed([("A", "B", -1)])).values()) == {0.5}
    hubs, authorities = hits(signed([("A", "B", -1)]))
    assert hubs == authorities == {"A": 0.0, "B": 0.0}
    assert eigenvector_centrality(signed([("A", "B", -1)])) == {"A": 0.0, "B": 0.0}


def test_an_empty_graph_has_no_activity() -> None:
    empty: SignedGraph = nx.MultiDiGraph()
    assert pagerank(empty) == eigenvector_centrality(empty) == {}
    assert hits(empty) == ({}, {})


def test_no_convergence_is_an_error() -> None:
    with pytest.raises(MeasureError, match="max_iter"):
        pagerank(nx.path_graph(5), max_iter=1)
