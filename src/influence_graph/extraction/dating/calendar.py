"""Arithmetic on the calendar: the unit around a day, units later or earlier, parts of an interval.

Every function may raise ``ValueError`` or ``OverflowError`` at the ends of the calendar; the
resolver takes both as "no date".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from influence_graph.model import Precision, TimeSpan

__all__ = [
    "FINENESS",
    "YEARS",
    "add_months",
    "decade",
    "month",
    "part",
    "season",
    "shifted",
    "span",
    "unit_around",
    "year",
]

YEARS = range(1000, 2101)
"""Years that a text may name: other numbers are quantities."""

FINENESS: dict[str, int] = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "halfYear": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}
"""Units from the finest to the coarsest."""

_MONTHS = {"month": 1, "quarter": 3, "halfYear": 6, "year": 12, "decade": 120, "century": 1200}
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DAY = timedelta(days=1)


def span(start: date | None, end: date | None, precision: Precision = "span") -> TimeSpan:
    """Return an interval; short for the constructor."""
    return TimeSpan(start=start, end=end, precision=precision)


def add_months(day: date, count: int) -> date:
    """Return the same day some months later, or the last day of that month.

    Examples
    --------
    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    number = day.year * 12 + day.month - 1 + count
    year_, month_ = number // 12, number % 12 + 1
    if not date.min.year <= year_ <= date.max.year:
        raise ValueError(f"year {year_} is out of the calendar")
    return date(year_, month_, min(day.day, monthrange(year_, month_)[1]))


def month(year_: int, number: int) -> TimeSpan:
    """Return a month."""
    last = monthrange(year_, number)[1]
    return span(date(year_, number, 1), date(year_, number, last), "month")


def year(number: int) -> TimeSpan:
    """Return a year."""
    return span(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> TimeSpan:
    """Return ten years from one of them on."""
    return span(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def season(name: str, year_: int) -> TimeSpan:
    """Return three whole months; a winter begins in the December of its year.

    Examples
    --------
    >>> season("spring", 2023).iso()
    '2023-03-01/2023-05-31'
    """
    start = date(year_, _SEASON_STARTS[name], 1)
    return span(start, add_months(start, 3) - _DAY, "season")


def unit_around(day: date, unit: str) -> TimeSpan:
    """Return the week (from Monday), month, quarter … that holds a day.

    Examples
    --------
    >>> unit_around(date(2024, 6, 13), "week").iso()
    '2024-06-10/2024-06-16'
    """
    if unit == "day":
        return span(day, day, "day")
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        first = 5 if unit == "weekend" else 0
        return span(
            monday + timedelta(days=first),
            monday + timedelta(days=6),
            "span" if unit == "weekend" else "week",
        )
    if unit == "month":
        return month(day.year, day.month)
    if unit == "year":
        return year(day.year)
    if unit == "decade":
        return decade(day.year // 10 * 10)
    if unit == "century":
        first_year = (day.year - 1) // 100 * 100 + 1
        return span(date(first_year, 1, 1), date(first_year + 99, 12, 31), "century")
    size = _MONTHS[unit]
    start = date(day.year, (day.month - 1) // size * size + 1, 1)
    precision: Precision = "quarter" if unit == "quarter" else "halfYear"
    return span(start, add_months(start, size) - _DAY, precision)


def shifted(day: date, unit: str, count: int) -> date:
    """Return the day that lies some units later (earlier for a negative count)."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit in ("week", "weekend"):
        return day + timedelta(days=7 * count)
    return add_months(day, _MONTHS[unit] * count)


def part(whole: TimeSpan, which: str) -> TimeSpan:
    """Return the start, middle or end of an interval.

    Of a year these are its first, second and third, or fourth quarter (May to August for the
    middle); of anything else a third, in whole days of a month or week and whole years of a
    decade. A day has no parts.

    Examples
    --------
    >>> part(year(2022), "late").iso(), part(month(2022, 2), "early").iso()
    ('2022-10-01/2022-12-31', '2022-02-01/2022-02-10')
    """
    start, end = whole.start, whole.end
    if start is None or end is None or start == end:
        return whole
    if whole.precision == "year":
        first, last = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[which]
        return span(
            date(start.year, first, 1),
            date(start.year, last, monthrange(start.year, last)[1]),
        )
    if whole.precision == "month":
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day)}[which]
        return span(start.replace(day=low), start.replace(day=high))
    if whole.precision in ("decade", "century"):
        years = end.year - start.year + 1
        cut = {"early": (0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1)}[which]
        return span(
            date(start.year + round(years * cut[0]), 1, 1),
            date(start.year + round(years * cut[1]) - 1, 12, 31),
        )
    days = (end - start).days + 1
    third = max(days // 3, 1)
    if which == "early":
        return span(start, start + timedelta(days=third - 1))
    if which == "late":
        return span(end - timedelta(days=third - 1), end)
    return span(start + timedelta(days=third), max(end - timedelta(days=third), start + _DAY))
