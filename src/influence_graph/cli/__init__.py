"""The command ``influence-graph``."""

from __future__ import annotations

from influence_graph.cli.group import main

__all__ = ["main"]
