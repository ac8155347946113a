"""The order of the stages, and the functions that commands, scripts and notebooks call."""

from __future__ import annotations

from influence_graph.pipeline.asking import Reason, find_actor, list_queries, query, why
from influence_graph.pipeline.building import BuildSummary, build
from influence_graph.pipeline.extracting import ExtractedRow, extract, write_lines
from influence_graph.pipeline.publishing import (
    export,
    measured,
    metrics_csv,
    metrics_report,
    render,
    validate,
)
from influence_graph.pipeline.reading import Reader, Reading, ReadingOptions, read_claims
from influence_graph.pipeline.scoring import evaluate, report_scores
from influence_graph.pipeline.workspace import Workspace

__all__ = [
    "BuildSummary",
    "ExtractedRow",
    "Reader",
    "Reading",
    "ReadingOptions",
    "Reason",
    "Workspace",
    "build",
    "evaluate",
    "export",
    "extract",
    "find_actor",
    "list_queries",
    "measured",
    "metrics_csv",
    "metrics_report",
    "query",
    "read_claims",
    "render",
    "report_scores",
    "validate",
    "why",
    "write_lines",
]
