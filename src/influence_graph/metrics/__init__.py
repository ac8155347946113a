"""Measures of a signed graph: influence, tone, alignment, blocs, balance, shifts.

Every function takes a networkx graph whose edges are signed events, as
`influence_graph.network.project` returns it, or an `EventTable` made of one.
"""

from __future__ import annotations

from influence_graph.metrics.alignment import Alignment, alignment
from influence_graph.metrics.balance import Frustration, Triad, frustration, triad_counts, triads
from influence_graph.metrics.blocs import Blocs, blocs
from influence_graph.metrics.centrality import eigenvector_centrality, hits, pagerank
from influence_graph.metrics.explain import (
    ACTOR_MEASURES,
    PAIR_MEASURES,
    Explanation,
    Term,
    explain,
)
from influence_graph.metrics.influence import (
    Said,
    Share,
    Trend,
    reach,
    said_influence,
    zone_mass,
    zone_share,
    zone_trend,
)
from influence_graph.metrics.measures import COLUMNS, Measures, measure
from influence_graph.metrics.modularity import signed_modularity
from influence_graph.metrics.series import SERIES_COLUMNS, alignment_over_time, series
from influence_graph.metrics.shifts import Segment, Shift, shifts
from influence_graph.metrics.table import FEW, DyadTable, EventTable
from influence_graph.metrics.tone import Tone, tone

__all__ = [
    "ACTOR_MEASURES",
    "COLUMNS",
    "FEW",
    "PAIR_MEASURES",
    "SERIES_COLUMNS",
    "Alignment",
    "Blocs",
    "DyadTable",
    "EventTable",
    "Explanation",
    "Frustration",
    "Measures",
    "Said",
    "Segment",
    "Share",
    "Shift",
    "Term",
    "Tone",
    "Trend",
    "Triad",
    "alignment",
    "alignment_over_time",
    "blocs",
    "eigenvector_centrality",
    "explain",
    "frustration",
    "hits",
    "measure",
    "pagerank",
    "reach",
    "said_influence",
    "series",
    "shifts",
    "signed_modularity",
    "tone",
    "triad_counts",
    "triads",
    "zone_mass",
    "zone_share",
    "zone_trend",
]
