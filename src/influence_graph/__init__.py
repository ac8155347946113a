"""Articles in, knowledge graph of political influence out."""

from __future__ import annotations

__version__ = "0.1.0"
