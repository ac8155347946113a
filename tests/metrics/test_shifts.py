"""When two actors began to deal with each other differently."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln

from influence_graph.errors import MeasureError
from influence_graph.metrics import shifts
from influence_graph.metrics.intervals import beta_greater, beta_interval, wilson_interval
from influence_graph.metrics.shifts import segment_counts

from .builders import Row, signed, times


def _turn(friendly: int, hostile: int) -> list[Row]:
    early = [("A", "B", 1, f"2020-{month:02d}-10") for month in range(1, friendly + 1)]
    return early + [("B", "A", -1, f"2022-{month:02d}-10") for month in range(1, hostile + 1)]


def test_a_turn_from_friendly_to_hostile_is_a_shift_with_claims_on_both_sides() -> None:
    (shift,) = shifts(signed(_turn(6, 6)))
    assert shift.verdict == "shift"
    ((before, after),) = shift.changes
    assert (before.positive, before.negative, after.positive, after.negative) == (6, 0, 0, 6)
    assert (before.end.isoformat(), after.start.isoformat()) == ("2020-06-10", "2022-01-10")
    assert before.claims == tuple(f"c{i:04d}" for i in range(6))
    assert before.share == pytest.approx((3.2 + 6) / 10)


def test_four_claims_are_too_few_to_say() -> None:
    (shift,) = shifts(signed(_turn(2, 2)))
    assert shift.verdict == "too few"
    assert shift.n == 4
    assert shift.changes == ()


def test_one_quarrel_makes_no_shift() -> None:
    (shift,) = shifts(signed(_turn(10, 1)))
    assert shift.verdict == "steady"


def test_undated_events_say_nothing_of_time() -> None:
    assert shifts(signed(times(9, "A", "B", 1))) == []


def test_shifts_come_before_steady_dyads_and_those_before_the_few() -> None:
    steady = [("C", "D", 1, f"2020-{month:02d}-10") for month in range(1, 13)]
    few = [("E", "F", 1, "2020-01-10")]
    found = shifts(signed(few + steady + _turn(6, 6)))
    assert [(s.a, s.verdict) for s in found] == [("A", "shift"), ("C", "steady"), ("E", "too few")]


def test_an_unknown_period_is_an_error() -> None:
    with pytest.raises(MeasureError, match="quarter"):
        shifts(signed(_turn(1, 1)), by="week")  # type: ignore[arg-type]


def test_an_empty_graph_shifts_nothing() -> None:
    assert shifts(nx.MultiDiGraph()) == []


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=7))
@settings(deadline=None)
def test_the_segmentation_is_the_best_of_all(counts: list[tuple[int, int]]) -> None:
    positive = np.array([p for p, _ in counts], dtype=np.float64)
    negative = np.array([n for _, n in counts], dtype=np.float64)
    periods = len(counts)

    def evidence(begins: list[int]) -> float:
        total = -3.0 * (len(begins) - 1)
        for start, end in zip(begins, [*begins[1:], periods], strict=True):
            total += betaln(3.2 + positive[start:end].sum(), 0.8 + negative[start:end].sum())
            total -= betaln(3.2, 0.8)
        return float(total)

    every = [
        begins
        for mask in range(2 ** (periods - 1))
        if (begins := [0, *(i + 1 for i in range(periods - 1) if mask >> i & 1)])
        and all(b - a >= 2 for a, b in zip(begins, [*begins[1:], periods], strict=True))
    ]
    found = segment_counts(positive, negative)
    assert evidence(found) == pytest.approx(max(map(evidence, every)))


def test_shuffled_signs_rarely_alarm() -> None:
    rng = np.random.default_rng(3)
    days = [f"{2010 + i // 12}-{i % 12 + 1:02d}-05" for i in range(60)]
    rows = [
        (f"A{dyad}", f"B{dyad}", int(rng.choice([1, 1, 1, 1, -1])), day)
        for dyad in range(100)
        for day in days
    ]
    alarms = sum(shift.verdict == "shift" for shift in shifts(signed(rows)))
    assert alarms <= 5


def test_wilson_interval_of_nothing_is_everything() -> None:
    low, high = wilson_interval(0, 0)
    assert (float(low), float(high)) == (0.0, 1.0)


def test_beta_interval_is_central() -> None:
    low, high = beta_interval(2, 2, 0.5)
    assert float(low) + float(high) == pytest.approx(1)


def test_equal_betas_exceed_each_other_half_the_time() -> None:
    assert beta_greater((3, 4), (3, 4)) == pytest.approx(0.5, abs=1e-3)
