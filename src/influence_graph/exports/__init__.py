"""A graph in the formats that other tools read, and a report in words."""

from __future__ import annotations

from influence_graph.exports.layout import layout, with_positions
from influence_graph.exports.report import report, write_report
from influence_graph.exports.tables import write_table
from influence_graph.exports.writers import SUFFIXES, WRITERS, Writer, write_graph

__all__ = [
    "SUFFIXES",
    "WRITERS",
    "Writer",
    "layout",
    "report",
    "with_positions",
    "write_graph",
    "write_report",
    "write_table",
]
