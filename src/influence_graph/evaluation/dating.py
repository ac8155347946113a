"""How well claims are dated; for information, no part of the annotation scheme's figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from influence_graph.model import TimeSpan

__all__ = ["DateScore", "score_dates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScore:
    """Dates of the claims whose relation is right.

    Attributes
    ----------
    annotated, found : int
        Claims with a date, as annotated and as found.
    exact : int
        Both, and the same day, month or year.
    overlapping : int
        Both, and the intervals have a day in common; the exact ones included.
    """

    annotated: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0


def score_dates(pairs: Iterable[tuple[str | None, Any]]) -> DateScore:
    """Compare dates.

    Parameters
    ----------
    pairs : iterable of tuple of str or None
        Annotated and found date of each matched claim, as ISO 8601.
    """
    annotated = found = exact = overlapping = 0
    for gold, said in pairs:
        wanted, got = _interval(gold), _interval(said)
        annotated += wanted is not None
        found += got is not None
        if wanted is not None and got is not None:
            exact += wanted == got
            overlapping += wanted[0] <= got[1] and got[0] <= wanted[1]
    return DateScore(annotated=annotated, found=found, exact=exact, overlapping=overlapping)


def _interval(text: Any) -> tuple[date, date] | None:
    """Return first and last day of ``2023-01``, ``2023-01-09/2023-01-12`` or ``2023-01-09/..``."""
    if not isinstance(text, str) or not text:
        return None
    first, slash, last = text.partition("/")
    try:
        start = date.min if first == ".." else TimeSpan.parse(first).start
        end = date.max if last == ".." else TimeSpan.parse(last if slash else first).end
    except ValueError:
        return None
    return (start, end) if start is not None and end is not None else None
