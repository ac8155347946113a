"""Dates are compared as intervals."""

from __future__ import annotations

import pytest

from influence_graph.evaluation.dating import DateScore, score_dates


@pytest.mark.parametrize(
    ("gold", "found", "exact", "overlapping"),
    [
        ("2023-01-09", "2023-01-09", 1, 1),
        ("2023-01", "2023-01-01/2023-01-31", 1, 1),  # the same days
        ("2023-01", "2023-01-09", 0, 1),
        ("2023", "2022-10-01/..", 0, 1),
        ("2023-01", "2023-02", 0, 0),
        ("2023-01", "../2022-12-31", 0, 0),
    ],
)
def test_exact_is_the_same_days_and_overlapping_shares_one(
    gold: str, found: str, exact: int, overlapping: int
) -> None:
    expected = DateScore(annotated=1, found=1, exact=exact, overlapping=overlapping)
    assert score_dates([(gold, found)]) == expected


def test_what_is_not_dated_or_no_date_counts_on_its_side_only() -> None:
    found = score_dates([("2023", None), (None, "2023"), ("soon", "2023"), (None, None)])
    assert found == DateScore(annotated=1, found=2)
