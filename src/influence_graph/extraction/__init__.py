"""From parsed sentences and mentions to claims, by lexicon and grammar."""

from __future__ import annotations

from influence_graph.extraction.lexicon import Entry, Example, Lexicon, load_lexicon
from influence_graph.extraction.rules import RuleExtractor

__all__ = ["Entry", "Example", "Lexicon", "RuleExtractor", "load_lexicon"]
