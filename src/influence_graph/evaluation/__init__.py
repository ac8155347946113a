"""How good the reading is, against annotated articles."""

from __future__ import annotations

from influence_graph.evaluation.gold import GoldClaim, GoldDocument, read_gold
from influence_graph.evaluation.scoring import Level, LevelScore, Scores, score

__all__ = ["GoldClaim", "GoldDocument", "Level", "LevelScore", "Scores", "read_gold", "score"]
