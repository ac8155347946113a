"""When: expressions of time, what they mean, and which claim they date."""

from __future__ import annotations

from influence_graph.extraction.dating.reading import (
    ArticleDates,
    Dated,
    DateReader,
    load_dates,
)

__all__ = ["ArticleDates", "DateReader", "Dated", "load_dates"]
