"""Dates in a sentence, as intervals: the first, small grammar.

Explicit dates only ("9 January 2023", "le 9 janvier", "in August 2022", "fin 2022", "2015"); a
missing year is the one that brings the date nearest to the day of publication.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from influence_graph.errors import LexiconError
from influence_graph.model import TimeSpan
from influence_graph.resources import resource

__all__ = ["DateReader", "load_dates"]


@dataclass(frozen=True, slots=True)
class DateReader:
    """Finds dates in text.

    Attributes
    ----------
    months : Mapping of str to int
        Lower-case names to 1 … 12.
    pattern : re.Pattern
        Day, month and year in the order of the language.
    parts : Mapping of str to tuple of int
        Words for a part of a year ("fin") to its first and last month.
    """

    months: Mapping[str, int]
    pattern: re.Pattern[str]
    parts: Mapping[str, tuple[int, int]]

    def find(self, text: str, published: TimeSpan | None) -> list[tuple[int, int, TimeSpan]]:
        """Return ``(start, end, span)`` for each date, in text order."""
        found = []
        for match in self.pattern.finditer(text):
            span = self._span(match, published)
            if span is not None:
                found.append((match.start(), match.end(), span))
        return found

    def _span(self, match: re.Match[str], published: TimeSpan | None) -> TimeSpan | None:
        groups = match.groupdict()
        name = groups.get("month") or groups.get("month2")
        day = groups.get("day") or groups.get("day2")
        year = groups.get("year") or groups.get("year2") or groups.get("alone")
        month = self.months[name.lower().rstrip(".")] if name else None
        if name and not name[0].isupper() and not day and not year and len(name) < 4:
            return None
        if month is None:
            return self._year(int(year), groups.get("part")) if year else None
        number = int(year) if year else _nearest_year(month, int(day) if day else 15, published)
        if number is None or not 1 <= number <= 9999:
            return None
        if day:
            if not 1 <= int(day) <= monthrange(number, month)[1]:
                return None
            only = date(number, month, int(day))
            return TimeSpan(start=only, end=only, precision="day")
        return TimeSpan(
            start=date(number, month, 1),
            end=date(number, month, monthrange(number, month)[1]),
            precision="month",
        )

    def _year(self, year: int, part: str | None) -> TimeSpan:
        if part is None:
            return TimeSpan(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
        first, last = self.parts[re.sub(r"\s+", " ", part.lower())]
        return TimeSpan(
            start=date(year, first, 1),
            end=date(year, last, monthrange(year, last)[1]),
            precision="span",
        )


def _nearest_year(month: int, day: int, published: TimeSpan | None) -> int | None:
    if published is None or (published.end or published.start) is None:
        return None
    reference = published.end or published.start
    assert reference is not None  # noqa: S101 - tells the type checker
    years = (reference.year - 1, reference.year, reference.year + 1)
    return min(
        (y for y in years if day <= monthrange(y, month)[1]),
        key=lambda y: (abs((date(y, month, day) - reference).days), y),
        default=None,
    )


@cache
def load_dates(language: str) -> DateReader:
    """Read ``ontology/lexicon/<language>/time.toml``.

    Raises
    ------
    LexiconError
        The file is missing or is no TOML.
    """
    path = resource(f"ontology/lexicon/{language}/time.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"no dates for language {language!r}: {path} is missing") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/time.toml: {error}") from error
    months = {name: i for i, names in enumerate(data["months"], start=1) for name in names}
    parts = {name: (int(first), int(last)) for name, first, last in data["parts"]}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    part = "|".join(sorted((re.escape(p).replace(r"\ ", r"\s+") for p in parts), key=len)[::-1])
    template: str = data["pattern"]
    capitalised = "|".join(
        sorted((re.escape(name.capitalize()) for name in months), key=len, reverse=True)
    )
    pattern = template.replace("{month}", month).replace("{part}", part)
    pattern = pattern.replace("{Month}", capitalised)
    return DateReader(months, re.compile(pattern, re.IGNORECASE), parts)
