"""Claims as a signed network: every claim an edge, with its weight, its time and its words."""

from __future__ import annotations

from influence_graph.network.aggregate import DyadSummary, aggregate, dyads
from influence_graph.network.events import Event, events
from influence_graph.network.projection import ClaimGraph, Level, is_official, project
from influence_graph.network.weights import MODALITY_WEIGHTS, source_weight, strength

__all__ = [
    "MODALITY_WEIGHTS",
    "ClaimGraph",
    "DyadSummary",
    "Event",
    "Level",
    "aggregate",
    "dyads",
    "events",
    "is_official",
    "project",
    "source_weight",
    "strength",
]
