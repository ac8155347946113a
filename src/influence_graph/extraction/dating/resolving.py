"""What an expression of time means: an interval, counted from the article's date or the text's.

An expression that would need what nobody knows (a weekday in an article dated to the month, "the
next day" after nothing) has no interval; a day is never invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from influence_graph.extraction.dating import calendar as cal
from influence_graph.extraction.dating.expressions import Expression
from influence_graph.extraction.dating.vocabulary import Vocabulary
from influence_graph.model import TimeSpan

__all__ = ["Context", "is_yearless", "resolve"]

_DAY = timedelta(days=1)
_FINER = {"year": "month", "decade": "year", "century": "year"}
"""The unit to which "the past three years" are rounded."""
_LAST = 9
"""Value of the ordinal "last"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from.

    Attributes
    ----------
    published : TimeSpan or None
        When the article appeared.
    tense : str
        Of the verb: ``past``, ``perfect``, ``present``, ``future`` or ``""``.
    told : TimeSpan or None
        The last date of the text before, for "two days later".
    frame : TimeSpan or None
        The year, month or day that the paragraph speaks of, for dates without a year.
    """

    published: TimeSpan | None = None
    tense: str = ""
    told: TimeSpan | None = None
    frame: TimeSpan | None = None

    @property
    def past(self) -> bool:
        """Tell whether the tense is one of the past."""
        return self.tense in ("past", "perfect")


def resolve(expression: Expression, context: Context, vocabulary: Vocabulary) -> TimeSpan | None:
    """Return the interval of an expression, None where it has none.

    Parameters
    ----------
    expression : Expression
        The words.
    context : Context
        Dates and tense around them.
    vocabulary : Vocabulary
        Says how many "a few" and "recent" ones are.
    """
    return _Resolver(context, vocabulary).span(expression)


def is_yearless(expression: Expression) -> bool:
    """Tell whether an expression lacks the year that it needs."""
    if expression.operation in ("day", "month", "season", "fraction"):
        return not ({"year", "time"} & set(expression.slots) or expression.name("direction"))
    found = [v for v in expression.slots.values() if isinstance(v, Expression)]
    return any(is_yearless(v) for v in found)


class _Resolver:
    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        self.context = context
        self.vocabulary = vocabulary

    def span(self, expression: Expression) -> TimeSpan | None:
        operation: Callable[[Expression], TimeSpan | None] = getattr(
            self, f"_{expression.operation}"
        )
        try:
            return operation(expression)
        except (ValueError, OverflowError):
            return None

    def _with(self, expression: Expression | None, **changes: object) -> TimeSpan | None:
        if expression is None:
            return None
        context = replace(self.context, **changes)  # type: ignore[arg-type]
        return _Resolver(context, self.vocabulary).span(expression)

    # -- anchors -------------------------------------------------------------------------------

    def _anchor(self, expression: Expression | None = None) -> tuple[date, date] | None:
        """Return first and last day of what the expression is counted from."""
        told = expression is not None and expression.name("base") == "text"
        known = self.context.told if told else self.context.published
        if known is None or known.start is None or known.end is None:
            return None
        return known.start, known.end

    def _unit(self, anchor: tuple[date, date] | None, unit: str, count: int) -> TimeSpan | None:
        """Return the unit that lies some units from the anchor, if the anchor tells which."""
        if anchor is None:
            return None
        first, last = (cal.unit_around(cal.shifted(day, unit, count), unit) for day in anchor)
        return first if first == last else None

    def _pick(self, candidates: Iterable[TimeSpan]) -> TimeSpan | None:
        """Return the one of several years that is meant, from frame, tense and publication."""
        known = sorted(candidates, key=lambda s: s.start or date.min)
        anchor = self._anchor()
        frame = self.context.frame
        if frame is not None and frame.start is not None:
            for found in known:
                if found.end and found.end >= frame.start:
                    late = anchor is not None and found.start and found.start > anchor[1]
                    if not late or self.context.tense == "future":
                        return found
                    break
        if anchor is None:
            return None
        if self.context.tense == "future":
            return next((s for s in known if s.end and s.end >= anchor[0]), None)
        limit = anchor[1] if self.context.past else cal.add_months(anchor[1], 3)
        return next((s for s in reversed(known) if s.start and s.start <= limit), None)

    def _near_years(self) -> list[int]:
        years: set[int] = set()
        anchor, frame = self._anchor(), self.context.frame
        if anchor is not None:
            years |= set(range(anchor[0].year - 4, anchor[1].year + 2))
        if frame is not None and frame.start is not None:
            years |= {frame.start.year, frame.start.year + 1}
        return sorted(y for y in years if date.min.year <= y < date.max.year)

    # -- dates ---------------------------------------------------------------------------------

    def _iso(self, expression: Expression) -> TimeSpan | None:
        day = date.fromisoformat(str(expression.slots["iso"]))
        return cal.span(day, day, "day") if day.year in cal.YEARS else None

    def _day(self, expression: Expression) -> TimeSpan | None:
        number, weekday = expression.number("day"), expression.number("weekday")
        month, year = expression.number("month"), expression.number("year")
        if number is None:
            return None
        if year is not None and month is not None:
            day = date(year, month, number)
            return cal.span(day, day, "day")
        if month is not None:
            days = _existing((y, month, number) for y in self._near_years())
        else:
            anchor = self._anchor()
            if anchor is None or weekday is None:
                return None
            months = (cal.add_months(anchor[1].replace(day=1), k) for k in (-2, -1, 0, 1))
            days = _existing((m.year, m.month, number) for m in months)
        if weekday is not None:
            matching = [d for d in days if d.isoweekday() == weekday]
            if month is None and not matching:
                return None
            days = matching or days
        return self._pick(cal.span(d, d, "day") for d in days)

    def _days(self, expression: Expression) -> TimeSpan | None:
        last = self._day(expression)
        first = expression.number("first")
        if last is None or last.start is None or first is None:
            return None
        return cal.span(last.start.replace(day=first), last.end)

    def _month(self, expression: Expression) -> TimeSpan | None:
        month, year = expression.number("month"), expression.number("year")
        if month is None:
            return None
        if year is not None:
            return cal.month(year, month)
        known = [cal.month(y, month) for y in self._near_years()]
        return self._directed(expression, known)

    def _season(self, expression: Expression) -> TimeSpan | None:
        name, year = expression.name("season"), expression.number("year")
        if name is None:
            return None
        if year is not None:
            return cal.season(name, year)
        return self._directed(expression, [cal.season(name, y) for y in self._near_years()])

    def _directed(self, expression: Expression, known: list[TimeSpan]) -> TimeSpan | None:
        """Choose among the same month or season of several years: last, this or next."""
        direction, anchor = expression.name("direction"), self._anchor()
        if direction is None:
            return self._pick(known)
        if anchor is None:
            return None
        if direction == "last":
            return next((s for s in reversed(known) if s.end and s.end < anchor[0]), None)
        if direction == "next":
            return next((s for s in known if s.start and s.start > anchor[1]), None)
        return min(known, key=lambda s: _distance(s, anchor), default=None)

    def _year(self, expression: Expression) -> TimeSpan | None:
        number = expression.number("year")
        return cal.year(number) if number is not None else None

    def _decade(self, expression: Expression) -> TimeSpan | None:
        number = expression.number("decade")
        return cal.decade(number) if number is not None else None

    def _century(self, expression: Expression) -> TimeSpan | None:
        number = expression.number("ordinal")
        if number is None or number * 100 not in cal.YEARS:
            return None
        return cal.unit_around(date(number * 100, 1, 1), "century")

    def _weekday(self, expression: Expression) -> TimeSpan | None:
        weekday, anchor = expression.number("weekday"), self._anchor()
        if weekday is None or anchor is None or anchor[0] != anchor[1]:
            return None
        day, direction = anchor[0], expression.name("direction")
        back = (day.isoweekday() - weekday) % 7
        if direction == "this":
            day += timedelta(days=weekday - day.isoweekday())
        elif direction == "next":
            day += timedelta(days=(7 - back) or 7)
        elif direction == "last":
            day -= timedelta(days=back or 7)
        elif self.context.tense == "future":
            day += timedelta(days=(7 - back) % 7)
        else:
            day -= timedelta(days=back)
        return cal.span(day, day, "day")

    def _fraction(self, expression: Expression) -> TimeSpan | None:
        ordinal, unit = expression.number("ordinal"), expression.name("unit")
        if ordinal is None or unit not in ("quarter", "halfYear"):
            return None
        count = 4 if unit == "quarter" else 2
        ordinal = count if ordinal == _LAST else ordinal
        if ordinal > count:
            return None
        month = (ordinal - 1) * (12 // count) + 1
        whole = self.span(expression.inner) if expression.inner else None
        if expression.inner is not None:
            if whole is None or whole.precision != "year" or whole.start is None:
                return None
            return cal.unit_around(whole.start.replace(month=month), unit)
        year = expression.number("year")
        if year is not None:
            return cal.unit_around(date(year, month, 1), unit)
        return self._pick(cal.unit_around(date(y, month, 1), unit) for y in self._near_years())

    def _part(self, expression: Expression) -> TimeSpan | None:
        which, unit = expression.name("part"), expression.name("unit")
        if which is None:
            return None
        if expression.inner is not None:
            whole = self.span(expression.inner)
        elif unit is not None:
            whole = self._unit(self._anchor(expression), unit, 0)
        else:
            whole = None
        return cal.part(whole, which) if whole is not None else None

    # -- counted from a date -------------------------------------------------------------------

    def _shift(self, expression: Expression) -> TimeSpan | None:
        unit = expression.name("unit")
        if unit is None:
            return None
        return self._unit(self._anchor(expression), unit, _shift_of(expression))

    def _earlier(self, expression: Expression) -> TimeSpan | None:
        whole, anchor = self._shift(expression), self._anchor()
        return cal.span(whole.start, anchor[1]) if whole and anchor else None

    def _later(self, expression: Expression) -> TimeSpan | None:
        whole, anchor = self._shift(expression), self._anchor()
        return cal.span(anchor[0], whole.end) if whole and anchor else None

    def _count(self, expression: Expression, unit: str) -> tuple[int, int]:
        """Return the least and most number of units."""
        number = expression.number("number")
        if number is not None:
            return number, number
        if "few" in expression.slots:
            return self.vocabulary.vague[unit]
        return 0, self.vocabulary.recent[unit]

    def _ago(self, expression: Expression) -> TimeSpan | None:
        unit, anchor = expression.name("unit"), self._anchor(expression)
        wanted = expression.name("tense")
        if unit is None or anchor is None or (wanted and wanted != self.context.tense):
            return None
        sign = -1 if expression.name("direction") == "last" else 1
        low, high = (sign * count for count in self._count(expression, unit))
        if low == high:
            return self._unit(anchor, unit, low)
        near, far = self._unit(anchor, unit, low), self._unit(anchor, unit, high)
        if near is None or far is None:
            return None
        return cal.span(far.start, near.end) if sign < 0 else cal.span(near.start, far.end)

    def _recent(self, expression: Expression) -> TimeSpan | None:
        unit, anchor = expression.name("unit"), self._anchor()
        if unit is None or anchor is None:
            return None
        most = self._count(expression, unit)[1]
        if expression.name("direction") == "next":
            last = cal.unit_around(cal.shifted(anchor[1], unit, most), _FINER.get(unit, unit))
            return cal.span(anchor[0], last.end)
        first = cal.unit_around(cal.shifted(anchor[0], unit, -most), _FINER.get(unit, unit))
        return cal.span(first.start, anchor[1])

    def _lasting(self, expression: Expression) -> TimeSpan | None:
        unit, anchor = expression.name("unit"), self._anchor()
        if unit is None or anchor is None:
            return None
        far = cal.shifted(anchor[0], unit, -self._count(expression, unit)[1])
        return cal.span(cal.unit_around(far, unit).start, None)

    def _duration(self, expression: Expression) -> TimeSpan | None:
        return self._lasting(expression) if self.context.tense == "perfect" else None

    # -- open on one side ----------------------------------------------------------------------

    def _since(self, expression: Expression) -> TimeSpan | None:
        tense = "future" if self.context.tense == "future" else "past"
        found = self._with(expression.inner, tense=tense)
        return cal.span(found.start, None) if found and found.start else None

    def _ahead(self, expression: Expression) -> TimeSpan | None:
        tense = self.context.tense if self.context.past else "future"
        return self._with(expression.inner, tense=tense)

    def _until(self, expression: Expression) -> TimeSpan | None:
        found = self._ahead(expression)
        return cal.span(None, found.end) if found and found.end else None

    def _before(self, expression: Expression) -> TimeSpan | None:
        inner = expression.inner
        if inner is not None and inner.operation == "part" and inner.name("part") == "late":
            return self._by(expression)  # before the end of it
        found = self._ahead(expression)
        return cal.span(None, found.start - _DAY) if found and found.start else None

    def _after(self, expression: Expression) -> TimeSpan | None:
        found = self.span(expression.inner) if expression.inner else None
        return cal.span(found.end + _DAY, None) if found and found.end else None

    def _by(self, expression: Expression) -> TimeSpan | None:
        found, anchor = self._ahead(expression), self._anchor()
        if found is None or found.end is None:
            return None
        start = anchor[0] if anchor and anchor[0] <= found.end and not self.context.past else None
        return cal.span(start, found.end)

    def _range(self, expression: Expression) -> TimeSpan | None:
        low, high = expression.slots.get("first"), expression.slots.get("last")
        if not isinstance(low, Expression) or not isinstance(high, Expression):
            return None
        last = self.span(high)
        if last is None or last.start is None or last.end is None:
            return None
        first = (
            self._with(
                low, published=cal.span(last.start, last.start, "day"), tense="past", frame=None
            )
            if is_yearless(low)
            else self.span(low)
        )
        if first is None or first.start is None or first.start > last.end:
            return None
        return cal.span(first.start, last.end)

    def _years(self, expression: Expression) -> TimeSpan | None:
        first, last = expression.number("first"), expression.number("last")
        short = expression.number("short")
        if first is None:
            return None
        if last is None:
            last = first // 100 * 100 + short if short is not None else first
        return cal.span(date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _existing(days: Iterable[tuple[int, int, int]]) -> list[date]:
    """Return the days that the calendar has."""
    found = []
    for year, month, day in days:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _distance(span: TimeSpan, anchor: tuple[date, date]) -> int:
    if span.start is None or span.end is None:
        return 0
    return max((span.start - anchor[1]).days, (anchor[0] - span.end).days, 0)


_SHIFTS: Mapping[str, int] = {"last": -1, "this": 0, "next": 1}


def _shift_of(expression: Expression) -> int:
    number = expression.rule.given.get("shift")
    if isinstance(number, int):
        return number
    return _SHIFTS.get(expression.name("direction") or "this", 0)
