"""Articles from files, folders, web pages, feeds and standard input."""

from __future__ import annotations

from influence_graph.ingest.sources import read_articles

__all__ = ["read_articles"]
