"""Intervals of the calendar, counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.extraction.dating.calendar import (
    FINENESS,
    add_months,
    part,
    shifted,
    unit_around,
)
from influence_graph.model import TimeSpan


@pytest.mark.parametrize(
    ("unit", "interval"),
    [
        ("day", "2024-02-29"),
        ("week", "2024-02-26/2024-03-03"),
        ("weekend", "2024-03-02/2024-03-03"),
        ("month", "2024-02"),
        ("quarter", "2024-01-01/2024-03-31"),
        ("halfYear", "2024-01-01/2024-06-30"),
        ("year", "2024"),
        ("decade", "2020-01-01/2029-12-31"),
        ("century", "2001-01-01/2100-12-31"),
    ],
)
def test_the_unit_around_a_leap_day(unit: str, interval: str) -> None:
    assert unit_around(date(2024, 2, 29), unit).iso() == interval


def test_the_year_2000_ends_its_century() -> None:
    assert unit_around(date(2000, 1, 1), "century").iso() == "1901-01-01/2000-12-31"


@pytest.mark.parametrize(
    ("whole", "which", "interval"),
    [
        ("2022", "early", "2022-01-01/2022-03-31"),
        ("2022", "mid", "2022-05-01/2022-08-31"),
        ("2022", "late", "2022-10-01/2022-12-31"),
        ("2024-02", "late", "2024-02-21/2024-02-29"),
        ("2024-02-29", "late", "2024-02-29"),
    ],
)
def test_parts(whole: str, which: str, interval: str) -> None:
    assert part(TimeSpan.parse(whole), which).iso() == interval


def test_months_end_with_the_calendar() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    with pytest.raises(ValueError, match="out of the calendar"):
        add_months(date(9999, 12, 1), 1)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from([u for u in FINENESS if u not in ("season", "weekend")])


@given(DAYS, UNITS)
def test_a_unit_holds_its_day_and_meets_the_next(day: date, unit: str) -> None:
    here = unit_around(day, unit)
    assert here.start
    assert here.end
    assert here.start <= day <= here.end
    after = unit_around(shifted(here.start, unit, 1), unit)
    assert after.start
    assert (after.start - here.end).days == 1


@given(DAYS, UNITS, st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_in_its_whole(day: date, unit: str, which: str) -> None:
    whole = unit_around(day, unit)
    piece = part(whole, which)
    assert whole.start
    assert whole.end
    assert piece.start
    assert piece.end
    assert whole.start <= piece.start <= piece.end <= whole.end
