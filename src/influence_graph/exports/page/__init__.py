"""What the graph page is made of: its data, template, styles, scripts and words."""

from __future__ import annotations

from influence_graph.exports.page.assets import script, style, words
from influence_graph.exports.page.payload import Limits, payload

__all__ = ["Limits", "payload", "script", "style", "words"]
