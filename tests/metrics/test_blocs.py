"""Who stands with whom."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from influence_graph.metrics import EventTable, blocs, signed_modularity
from influence_graph.metrics.modularity import adjusted_rand, best_partition

from .builders import Row, rows, signed, times


def _matrix(entries: dict[tuple[int, int], float], n: int) -> sparse.csr_array:
    dense = np.zeros((n, n))
    for (i, j), value in entries.items():
        dense[i, j] = dense[j, i] = value
    return sparse.csr_array(dense)


def _friendly(graph: nx.Graph[int]) -> sparse.csr_array:
    return _matrix(dict.fromkeys(graph.edges, 1.0), len(graph))


def test_modularity_of_two_separate_pairs_is_a_half() -> None:
    # 2w+ = 4; inside 4; degrees of the blocs 2, 2: (4 - 8/4) / 4
    weights = _matrix({(0, 1): 1, (2, 3): 1}, 4)
    assert signed_modularity(weights, np.array([0, 0, 1, 1])) == pytest.approx(0.5)


def test_hostility_between_blocs_adds_to_modularity() -> None:
    # 2w+ = 2w- = 2; inside 2; - 2²/2; + (1² + 1²)/2; over 4
    weights = _matrix({(0, 1): 1, (0, 2): -1}, 3)
    assert signed_modularity(weights, np.array([0, 0, 1])) == pytest.approx(0.25)


def test_modularity_agrees_with_networkx_where_nothing_is_hostile() -> None:
    graph = nx.karate_club_graph()
    parts = [set(part) for part in nx.community.greedy_modularity_communities(graph, weight=None)]
    labels = np.zeros(len(graph), dtype=np.int64)
    for number, part in enumerate(parts):
        labels[list(part)] = number
    weights = _friendly(graph)
    expected = nx.community.modularity(graph, parts, weight=None)
    assert signed_modularity(weights, labels) == pytest.approx(expected)


def test_the_best_partition_of_the_karate_club_is_the_known_one() -> None:
    _, quality = best_partition(_friendly(nx.karate_club_graph()))
    assert quality == pytest.approx(0.41979, abs=1e-5)  # the optimum: Brandes et al. (2008)


def test_two_camps_are_found_whatever_their_names() -> None:
    rows = [
        row
        for u, v in combinations("ACEG", 2)
        for row in (*times(2, u, v, 1), *times(2, u.lower(), v.lower(), 1))
    ] + [(u, v.lower(), -1) for u in "ACEG" for v in "ACEG"]
    found = blocs(signed(rows))
    assert found.members == (("A", "C", "E", "G"), ("a", "c", "e", "g"))
    assert found.alone == ()


def test_actors_that_nothing_links_do_not_share_a_bloc() -> None:
    found = blocs(signed(times(3, "A", "B", -1) + times(3, "C", "D", -1)))
    assert found.members == ()
    assert found.alone == ("A", "B", "C", "D")


def test_a_common_opponent_links() -> None:
    found = blocs(signed(times(3, "A", "X", -1) + times(3, "B", "X", -1)))
    assert found.members == (("A", "B"),)
    assert found.alone == ("X",)


def test_stability_tells_clear_blocs_from_chance() -> None:
    camps = [
        row
        for u, v in combinations("ABCDWXYZ", 2)
        for row in times(6, u, v, 1 if (u < "M") == (v < "M") else -1)
    ]
    rng = np.random.default_rng(1)
    noise = [(u, v, int(rng.choice([-1, 1]))) for u, v in combinations("ABCDWXYZ", 2)]
    clear, unclear = blocs(signed(camps), resamples=20), blocs(signed(noise), resamples=20)
    assert clear.stability is not None
    assert unclear.stability is not None
    assert clear.stability > 0.9 > unclear.stability
    assert all(share > 0.9 for share in clear.together.values())


@pytest.mark.parametrize("sign", [1, -1])
def test_few_events_draw_no_blocs(sign: int) -> None:
    found = blocs(signed(times(4, "A", "B", sign)))
    assert (found.members, found.alone, found.events) == ((), (), 4)


def test_an_empty_graph_has_no_blocs() -> None:
    assert blocs(nx.MultiDiGraph(), resamples=3).members == ()


@given(rows)
@settings(max_examples=50, deadline=None)
def test_everybody_with_a_tie_stands_in_one_place(drawn: list[Row]) -> None:
    graph = signed(drawn)
    found = blocs(graph, min_events=1)
    placed = [*found.alone, *(node for bloc in found.members for node in bloc)]
    assert len(placed) == len(set(placed))
    dyads = EventTable.of(graph).dyads()
    tied = {dyads.pair(i)[k] for i in range(len(dyads)) for k in (0, 1)
            if dyads.positive[i] != dyads.negative[i]}  # fmt: skip
    assert set(placed) == tied


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_a_partition_agrees_with_itself(labels: list[int]) -> None:
    assert adjusted_rand(np.array(labels), np.array(labels)) == 1.0


def test_independent_partitions_agree_as_by_chance() -> None:
    # Of 4 things, 2 + 2 crossed with 2 + 2: (0 - 2 x 2 / 6) / (2 - 2/3) = -1/2
    assert adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) == pytest.approx(-0.5)


@pytest.mark.parametrize("size", [200, 700])
def test_planted_blocs_are_found(size: int) -> None:
    rng = np.random.default_rng(5)
    planted = rng.integers(0, 4, size)
    pairs = rng.integers(0, size, (8 * size, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    same = planted[pairs[:, 0]] == planted[pairs[:, 1]]
    signs = np.where(same ^ (rng.random(len(pairs)) < 0.1), 1.0, -1.0)
    dense = np.zeros((size, size))
    np.add.at(dense, (pairs[:, 0], pairs[:, 1]), signs)
    labels, _ = best_partition(sparse.csr_array(dense + dense.T), most=6, tries=1, merges=1)
    assert adjusted_rand(planted, labels) > 0.9
