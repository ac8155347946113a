"""Whether friends of friends are friends."""

from __future__ import annotations

from itertools import product

import networkx as nx
import pytest
from hypothesis import given, settings

from influence_graph.metrics import frustration, triad_counts, triads

from .builders import Row, SignedGraph, rows, signed


@pytest.mark.parametrize(
    ("signs", "balanced"),
    [((1, 1, 1), True), ((1, -1, -1), True), ((1, 1, -1), False), ((-1, -1, -1), False)],
)
def test_a_triad_is_balanced_if_the_product_of_its_signs_is_positive(
    signs: tuple[int, int, int], balanced: bool
) -> None:
    graph = signed([("A", "B", signs[0]), ("C", "A", signs[1]), ("B", "C", signs[2])])
    (triad,) = triads(graph)
    assert triad.balanced is balanced
    assert triad.signs == signs
    assert triad.claims == ("c0000", "c0001", "c0002")
    assert triad_counts(graph) == ((1, 0) if balanced else (0, 1))


def test_a_dyad_whose_events_cancel_out_has_no_sign() -> None:
    graph = signed([("A", "B", 1), ("A", "B", -1), ("B", "C", 1), ("A", "C", 1)])
    assert triads(graph) == []


def test_the_strongest_triads_come_first() -> None:
    weak = [("A", "B", 1), ("B", "C", 1), ("A", "C", -1)]
    strong = 2 * [("X", "Y", 1), ("Y", "Z", 1), ("X", "Z", -1)]
    found = triads(signed(weak + strong), balanced=False, limit=1)
    assert found[0].nodes == ("X", "Y", "Z")
    assert found[0].strength == 2


def test_two_camps_are_not_frustrated() -> None:
    found = frustration(signed([("A", "B", 1), ("A", "C", -1), ("B", "C", -1)]))
    assert found.frustrated == 0
    assert found.camps == (("A", "B"), ("C",))


def test_three_enemies_leave_one_dyad_frustrated() -> None:
    found = frustration(signed([("A", "B", -1), ("B", "C", -1), ("A", "C", -1)]))
    assert (found.frustrated, found.edges) == (1, 3)
    assert found.share == pytest.approx(1 / 3)


def test_an_empty_graph_is_balanced() -> None:
    empty: SignedGraph = nx.MultiDiGraph()
    assert triads(empty) == []
    assert triad_counts(empty) == (0, 0)
    assert frustration(empty).share == 0


@given(rows)
def test_the_counts_are_those_of_the_list(drawn: list[Row]) -> None:
    graph = signed(drawn)
    listed = [triad.balanced for triad in triads(graph)]
    assert triad_counts(graph) == (listed.count(True), listed.count(False))


@settings(deadline=None)
@given(rows)
def test_the_local_search_finds_the_optimum_of_small_graphs(drawn: list[Row]) -> None:
    graph = signed(drawn)
    found = frustration(graph)
    net: dict[tuple[str, str], int] = {}
    for u, v, sign in drawn:
        pair = (min(u, v), max(u, v))
        net[pair] = net.get(pair, 0) + sign
    edges = [(u, v, sign) for (u, v), sign in net.items() if sign]
    best = min(
        sum(
            sign * sides["ABCDEFG".index(u)] * sides["ABCDEFG".index(v)] < 0 for u, v, sign in edges
        )
        for sides in product((1, -1), repeat=7)
    )
    assert (found.frustrated, found.edges) == (best, len(edges))
