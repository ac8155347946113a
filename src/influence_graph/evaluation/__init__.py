"""How good the reading is, against annotated articles."""

from __future__ import annotations

from influence_graph.evaluation.calibration import Calibration, calibrate
from influence_graph.evaluation.gold import GoldClaim, GoldDocument, read_gold
from influence_graph.evaluation.matching import Level
from influence_graph.evaluation.mistakes import Mistake, Seen
from influence_graph.evaluation.scoring import LevelScore, RelationScore, Scores, score

__all__ = [
    "Calibration",
    "GoldClaim",
    "GoldDocument",
    "Level",
    "LevelScore",
    "Mistake",
    "RelationScore",
    "Scores",
    "Seen",
    "calibrate",
    "read_gold",
    "score",
]
