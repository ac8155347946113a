"""The order of the stages, and the functions that commands, scripts and notebooks call.

Each name is imported when it is first used, so that a command loads only what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from influence_graph.pipeline.asking import (
        Reason,
        find_actor,
        list_queries,
        query,
        why,
    )
    from influence_graph.pipeline.building import (
        BuildSummary,
        build,
    )
    from influence_graph.pipeline.extracting import (
        ExtractedRow,
        extract,
        write_lines,
    )
    from influence_graph.pipeline.measuring import (
        explained,
        measured,
        metrics_csv,
        metrics_json,
        metrics_report,
        series_csv,
        shifts,
    )
    from influence_graph.pipeline.plotting import (
        plot,
    )
    from influence_graph.pipeline.publishing import (
        export,
        render,
        validate,
    )
    from influence_graph.pipeline.reading import (
        Reader,
        Reading,
        ReadingOptions,
        read_claims,
    )
    from influence_graph.pipeline.scoring import (
        calibration_of,
        check_floors,
        evaluate,
        report_calibration,
        report_scores,
    )
    from influence_graph.pipeline.workspace import (
        Workspace,
    )

_HOME = {
    "Reason": "asking",
    "find_actor": "asking",
    "list_queries": "asking",
    "query": "asking",
    "why": "asking",
    "BuildSummary": "building",
    "build": "building",
    "ExtractedRow": "extracting",
    "extract": "extracting",
    "write_lines": "extracting",
    "explained": "measuring",
    "shifts": "measuring",
    "measured": "measuring",
    "metrics_csv": "measuring",
    "metrics_json": "measuring",
    "metrics_report": "measuring",
    "series_csv": "measuring",
    "plot": "plotting",
    "export": "publishing",
    "render": "publishing",
    "validate": "publishing",
    "Reader": "reading",
    "Reading": "reading",
    "ReadingOptions": "reading",
    "read_claims": "reading",
    "calibration_of": "scoring",
    "check_floors": "scoring",
    "evaluate": "scoring",
    "report_calibration": "scoring",
    "report_scores": "scoring",
    "Workspace": "workspace",
}
"""Module of each name."""

__all__ = [
    "BuildSummary",
    "ExtractedRow",
    "Reader",
    "Reading",
    "ReadingOptions",
    "Reason",
    "Workspace",
    "build",
    "calibration_of",
    "check_floors",
    "evaluate",
    "explained",
    "export",
    "extract",
    "find_actor",
    "list_queries",
    "measured",
    "metrics_csv",
    "metrics_json",
    "metrics_report",
    "plot",
    "query",
    "read_claims",
    "render",
    "report_calibration",
    "report_scores",
    "series_csv",
    "shifts",
    "validate",
    "why",
    "write_lines",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"influence_graph.pipeline.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
