"""The order of the stages, and the functions that commands, scripts and notebooks call."""

from __future__ import annotations

from influence_graph.pipeline.extracting import ExtractedRow, extract, write_lines
from influence_graph.pipeline.reading import Reader, Reading, ReadingOptions, read_claims
from influence_graph.pipeline.scoring import evaluate, report_scores

__all__ = [
    "ExtractedRow",
    "Reader",
    "Reading",
    "ReadingOptions",
    "evaluate",
    "extract",
    "read_claims",
    "report_scores",
    "write_lines",
]
