"""How near two actors stand."""

from __future__ import annotations

import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from influence_graph.metrics import EventTable, alignment
from influence_graph.metrics.alignment import affinity_embedding, signed_embedding, similarity

from .builders import SignedGraph, signed, times


def _camps() -> SignedGraph:
    """Two camps of four, friendly inside, hostile between."""
    rows = []
    for u, v in combinations("ABCDWXYZ", 2):
        same = (u < "M") == (v < "M")
        rows += times(6, u, v, 1 if same else -1) + times(1, u, v, -1 if same else 1)
    return signed(rows)


@pytest.mark.parametrize(("sign", "cosine"), [(1, 1.0), (-1, -1.0)])
def test_two_actors_stand_together_or_opposite(sign: int, cosine: float) -> None:
    # L = ± ln((1 + 1) / (1 x 1 / 2 + 1)): the leading vector is (1, ±1)
    places = signed_embedding(EventTable.of(signed([("A", "B", sign)])).dyads())
    assert (places**2).sum() == pytest.approx(np.log(4 / 3))
    norms = np.sqrt((places**2).sum(axis=1))
    assert places[0] @ places[1] / norms.prod() == pytest.approx(cosine)


@pytest.mark.parametrize("sign", [1, -1])
def test_affinity_counts_dealings_whatever_their_sign(sign: int) -> None:
    # L = ln((1 + 1) / (1 x 1 / 2 + 1)) between the two: the leading vector is (1, 1)
    places = affinity_embedding(EventTable.of(signed([("A", "B", sign)])).dyads())
    assert (places**2).sum() == pytest.approx(np.log(4 / 3))
    assert places[0] == pytest.approx(places[1])


def test_a_part_that_does_not_vary_adds_nothing() -> None:
    # All pairs have seven events: nobody is closer company than anybody else
    assert {score.affinity for score in alignment(_camps()).values()} == {0.0}


def test_two_that_treat_the_third_in_opposite_ways_are_as_unlike_as_can_be() -> None:
    # Intensities +4 (A, C), -4 (B, C): effects 4/11, -4/11, 0; D = ±40/121, range 80/121;
    # S(A, B) = 1 - 2 x 80/121 / 80/121 = -1; S(A, C) = 1 - 2 x 40/121 / 80/121 = 0
    dyads = EventTable.of(signed([("A", "C", 1), ("B", "C", -1)])).dyads()
    found = similarity(dyads, np.array([0, 0]), np.array([1, 2]))
    assert found.tolist() == pytest.approx([-1.0, 0.0])


def test_profiles_without_differences_cannot_be_compared() -> None:
    dyads = EventTable.of(signed([("A", "C", 1), ("B", "C", 1)])).dyads()
    assert np.isnan(similarity(dyads, np.array([0]), np.array([1]))).all()


def test_allies_are_more_aligned_than_opponents() -> None:
    found = alignment(_camps())
    inside = [score.value for (u, v), score in found.items() if (u < "M") == (v < "M")]
    between = [score.value for (u, v), score in found.items() if (u < "M") != (v < "M")]
    assert min(inside) > max(between)
    assert sum(inside) + sum(between) == pytest.approx(0, abs=1e-9)


def test_the_value_is_the_mean_of_its_parts_and_lies_in_its_interval() -> None:
    for score in alignment(_camps(), resamples=20).values():
        parts = (score.tone + score.embedding + score.similarity + score.affinity) / 4
        assert score.value == pytest.approx(parts)
        assert score.low is not None
        assert score.high is not None
        assert score.low <= score.value <= score.high


def test_few_dyads_are_too_few_to_compare() -> None:
    assert alignment(signed(times(9, "A", "B", 1) + times(9, "B", "C", -1))) == {}


def test_an_empty_graph_has_no_alignment() -> None:
    assert alignment(nx.MultiDiGraph()) == {}


def test_iteration_and_full_decomposition_agree() -> None:
    rng = np.random.default_rng(4)
    pairs = rng.integers(0, 80, (600, 2))
    graph = signed([(int(u), int(v), int(rng.choice([-1, 1]))) for u, v in pairs if u != v])
    dyads = EventTable.of(graph).dyads()
    iterated = signed_embedding(dyads)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[signed_embedding.__module__], "_DENSE", 1000)
        full = signed_embedding(dyads)
    assert np.allclose(iterated @ iterated.T, full @ full.T, atol=1e-8)
