"""When something happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Self, TypeAlias

__all__ = ["Precision", "TimeSpan", "read_span"]

Precision: TypeAlias = Literal[
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "halfYear",
    "year",
    "decade",
    "century",
    "span",
    "tense",
]
"""How exactly the text dates an event; ``tense`` where it names no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something happens: a closed interval of days with its precision.

    Attributes
    ----------
    start, end : datetime.date or None
        First and last possible day; None where that side is open ("since 2022").
    precision : str
        The unit that the text names; ``span`` for an interval of several units or a part of
        one; ``tense`` where the text names no time, and only the tense of the verb places the
        event before, at or after the publication.
    """

    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a time span that ends before it starts: {self.start} > {self.end}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2023``, ``2023-02`` or ``2023-02-15`` (ISO 8601, reduced precision allowed).

        Raises
        ------
        ValueError
            The text is no such date.
        """
        parts = text.strip()[:10].split("-")
        if not parts[0].isdigit() or len(parts[0]) != 4:
            raise ValueError(f"no ISO date: {text!r}")
        year = int(parts[0])
        if len(parts) == 1:
            return cls(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
        month = int(parts[1])
        if len(parts) == 2:
            last = (
                date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
                if year < 9999
                else date(year, 12, 31).toordinal()
            )
            return cls(start=date(year, month, 1), end=date.fromordinal(last), precision="month")
        day = date(year, month, int(parts[2]))
        return cls(start=day, end=day, precision="day")

    def iso(self) -> str:
        """Return ``2023-01-09``, ``2023-01``, ``2022`` or ``start/end`` (``..`` = open)."""
        if self.start and self.precision in ("day", "month", "year") and self.end:
            width = {"day": 10, "month": 7, "year": 4}[self.precision]
            if TimeSpan.parse(self.start.isoformat()[:width]) == self:
                return self.start.isoformat()[:width]
        start = self.start.isoformat() if self.start else ".."
        end = self.end.isoformat() if self.end else ".."
        return f"{start}/{end}"


def read_span(text: str | None, precision: Precision | None) -> TimeSpan | None:
    """Read what `TimeSpan.iso` wrote; None where there is no date."""
    if not text:
        return None
    if "/" not in text:
        return TimeSpan.parse(text)
    start, _, end = text.partition("/")
    return TimeSpan(
        start=None if start == ".." else date.fromisoformat(start),
        end=None if end == ".." else date.fromisoformat(end),
        precision=precision or "span",
    )
