"""Small graphs for the tests of the exports."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx as nx

ClaimGraph: TypeAlias = "nx.MultiDiGraph[str]"

HOSTILE = "=1+1 <script>alert(1)</script> & \"quotes\" 'x' ]]> \r\n\t [a](javascript:b) |*_`"


def claims() -> ClaimGraph:
    """Return a graph as the projection makes it: two parallel claims and one back."""
    graph: ClaimGraph = nx.MultiDiGraph(level="state")
    for code, label in (("MLI", "Mali"), ("DZA", "Algeria"), ("FRA", "France")):
        graph.add_node(code, label=label, label_en=label, label_fr=label, kind="State")
    common: dict[str, Any] = {
        "modality": "asserted",
        "confidence": 0.8,
        "weight": 0.8,
        "article": "a1",
        "title": "News",
        "publisher": "Gazette",
        "url": "https://example.org/a",
        "start": "2023-02-01",
        "end": "2023-02-28",
        "review": "unreviewed",
    }
    graph.add_edge(
        "MLI", "DZA", key="c1", relation="distancesFrom", relation_en="distances itself from",
        relation_fr="prend ses distances avec", label="distances itself from", sign=-1,
        valence=-0.32, family="stance", quote="the junta has taken its distance", **common,
    )  # fmt: skip
    graph.add_edge(
        "MLI", "DZA", key="c2", relation="rejects", relation_en="rejects", relation_fr="rejette",
        label="rejects", sign=-1, valence=-0.32, family="event", quote="a refusal", **common,
    )  # fmt: skip
    graph.add_edge(
        "DZA", "FRA", key="c3", relation="alignsWith", relation_en="aligns with",
        relation_fr="s'aligne sur", label="aligns with", sign=1, valence=0.4, family="stance",
        quote="a rapprochement", **common,
    )  # fmt: skip
    for *_, key, data in graph.edges(keys=True, data=True):
        data["claim"] = key
    return graph


def hostile() -> ClaimGraph:
    """Return a graph whose every text is hostile."""
    graph: ClaimGraph = nx.MultiDiGraph(level="state")
    graph.add_node("A", label=HOSTILE, kind=HOSTILE)
    graph.add_node("B", label=HOSTILE, kind=HOSTILE)
    graph.add_edge(
        "A", "B", key="c1", relation=HOSTILE, sign=-1, valence=-1.0, weight=1.0, quote=HOSTILE,
        title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", attribution=HOSTILE,
        modality="reported", start="2023-02-01", end="2023-02-01",
    )  # fmt: skip
    return graph
