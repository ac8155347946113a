"""What the validation counts with."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.validity.grouping import exact_frustration
from benchmarks.validity.scoring import (
    area,
    bootstrap,
    rank_correlation,
    without_state_effects,
)
from benchmarks.validity.sections import Floor

from influence_graph.metrics import EventTable


def values(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=np.float64)


def test_the_area_is_the_chance_that_a_true_one_ranks_higher() -> None:
    # True: 3 and 1; false: 2 and 1. Of four comparisons two are won and one is a tie
    assert area(values(3, 2, 1, 1), values(1, 0, 1, 0)) == pytest.approx(2.5 / 4)


def test_an_observation_of_weight_two_is_two_observations() -> None:
    score, truth = values(3, 2, 1, 0), values(1, 0, 1, 0)
    doubled = area(values(3, 3, 2, 1, 0), values(1, 1, 0, 1, 0))
    assert area(score, truth, values(2, 1, 1, 1)) == pytest.approx(doubled)


def test_without_any_true_one_there_is_no_area() -> None:
    assert np.isnan(area(values(1, 2), values(0, 0)))


def test_ranks_that_agree_correlate_with_one() -> None:
    assert rank_correlation(values(1, 5, 9, 10), values(2, 3, 4, 90)) == pytest.approx(1)
    assert rank_correlation(values(1, 5, 9), values(9, 5, 1)) == pytest.approx(-1)


def test_state_effects_alone_leave_nothing() -> None:
    effect = {"A": 1.0, "B": 2.0, "C": 4.0, "D": 8.0}
    pairs = [(a, b) for a in effect for b in effect if a < b]
    found = without_state_effects(pairs, values(*(effect[a] + effect[b] for a, b in pairs)))
    assert found == pytest.approx(np.zeros(6), abs=1e-9)


def test_the_interval_of_a_perfect_score_is_that_score() -> None:
    pairs = [("A", "B"), ("A", "C"), ("B", "C"), ("C", "D"), ("A", "D"), ("B", "D")]
    score = values(1, 2, 3, 4, 5, 6)
    found = bootstrap(rank_correlation, pairs, score, score, draws=20)
    assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1))


def test_a_floor_fails_below_and_holds_at_its_value() -> None:
    assert Floor("at", 0.744, 0.74).holds
    assert not Floor("below", 0.73, 0.74).holds
    assert not Floor("unknown", float("nan"), 0.74).holds


def test_the_optimum_of_a_hostile_triangle_is_one() -> None:
    # Whatever the camps, two of three stand in the same one
    table = EventTable(
        actors=("A", "B", "C"),
        source=np.array([0, 0, 1]),
        target=np.array([1, 2, 2]),
        sign=np.array([-1, -1, -1]),
        weight=np.ones(3),
        goldstein=-np.ones(3),
        day=np.full(3, np.nan),
        symmetric=np.zeros(3, dtype=np.bool_),
    )
    assert exact_frustration(table) == 1
