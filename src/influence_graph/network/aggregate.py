"""One signed link per ordered pair of actors, with the claims that make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import networkx as nx

__all__ = ["MINORITY", "DyadSummary", "aggregate", "dyads"]

MINORITY = 0.2
"""A link is contested where the weaker sign has at least this part of the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadSummary:
    """The link from one actor to another.

    Attributes
    ----------
    source, target : str
        Actor codes: nodes of the graph.
    claims : tuple of str
        Claim ids = edge keys of the graph (``graph.edges[source, target, id]``): what counts
        most first, then the newest, then by id.
    scores : Mapping of str to float
        What each claim adds: sign x strength x weight (= confidence x modality x source).
        Where several claims tell one event, the strongest counts and the others add 0.
    positive, negative : float
        Sum of the scores above 0, and of those below 0 without their sign; both >= 0.
    stance : {"supportive", "adverse", "contested", "none"}
        ``contested``: both signs, the minority at least 20 % of the sum. ``none``: nothing
        counts, for instance because all is denied.
    asserted : bool
        Some claim is asserted; a link without one is drawn dashed.
    events, articles : int
        Number of events told, denied ones left out, and of articles that tell them.
    relations : tuple of str
        Names of its relations, the most frequent first.
    start, end : str or None
        ISO dates of its earliest start and latest end.
    """

    source: str
    target: str
    claims: tuple[str, ...]
    scores: Mapping[str, float]
    positive: float
    negative: float
    stance: Literal["supportive", "adverse", "contested", "none"]
    asserted: bool
    events: int
    articles: int
    relations: tuple[str, ...]
    start: str | None
    end: str | None

    @property
    def net(self) -> float:
        """Sum of all scores."""
        return round(self.positive - self.negative, 6)

    @property
    def total(self) -> float:
        """Sum of all scores without their signs; the width of the link."""
        return round(self.positive + self.negative, 6)

    @property
    def contested(self) -> bool:
        """Both signs, the minority at least 20 %."""
        return self.stance == "contested"

    @property
    def dashed(self) -> bool:
        """No claim is asserted."""
        return not self.asserted


def dyads(graph: nx.MultiDiGraph[str]) -> list[DyadSummary]:
    """Return one link per ordered pair that has a claim, in the order of source and target.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        What `influence_graph.network.project` returns, or any part of it.
    """
    pairs: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        pairs.setdefault((source, target), []).append((str(key), data))
    return [_summary(source, target, pairs[source, target]) for source, target in sorted(pairs)]


def aggregate(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Return the graph with one edge per ordered pair, for tools that take no parallel edges.

    Nodes keep their attributes. Edges have ``label`` (the relations), ``weight`` (>= 0, the sum
    of all scores without sign), ``valence`` (their net sum), ``positive``, ``negative``,
    ``stance``, ``contested``, ``asserted``, ``claims`` (number), ``events``, ``articles``,
    ``start`` and ``end``.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        What `influence_graph.network.project` returns.
    """
    simple: nx.DiGraph[str] = nx.DiGraph(**graph.graph)
    simple.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True))
    for link in dyads(graph):
        known = {
            "label": ", ".join(link.relations),
            "weight": link.total,
            "valence": link.net,
            "positive": link.positive,
            "negative": link.negative,
            "stance": link.stance,
            "contested": link.contested,
            "asserted": link.asserted,
            "claims": len(link.claims),
            "events": link.events,
            "articles": link.articles,
        }
        if link.start and link.end:
            known |= {"start": link.start, "end": link.end}
        simple.add_edge(link.source, link.target, **known)
    return simple


def _summary(source: str, target: str, edges: list[tuple[str, dict[str, Any]]]) -> DyadSummary:
    best: dict[str, str] = {}
    for key, data in sorted(edges, key=lambda edge: (-abs(_valence(edge[1])), edge[0])):
        best.setdefault(str(data.get("event", key)), key)
    counted = set(best.values())
    scores = {key: _valence(data) if key in counted else 0.0 for key, data in edges}
    positive = round(sum(score for score in scores.values() if score > 0), 6)
    negative = round(-sum(score for score in scores.values() if score < 0), 6)
    order = sorted(edges, key=lambda edge: edge[0])
    order.sort(key=lambda edge: str(edge[1].get("start", "")), reverse=True)
    order.sort(key=lambda edge: -abs(scores[edge[0]]))
    live = [(key, data) for key, data in edges if data.get("modality") != "denied"]
    names = [str(data.get("relation", "")) for _, data in edges]
    return DyadSummary(
        source=source,
        target=target,
        claims=tuple(key for key, _ in order),
        scores={key: scores[key] for key, _ in order},
        positive=positive,
        negative=negative,
        stance=_stance(positive, negative),
        asserted=any(data.get("modality", "asserted") == "asserted" for _, data in edges),
        events=len({str(data.get("event", key)) for key, data in live}),
        articles=len({str(data.get("article", "")) for _, data in edges}),
        relations=tuple(sorted(set(names), key=lambda name: (-names.count(name), name))),
        start=min((str(d["start"]) for _, d in edges if "start" in d), default=None),
        end=max((str(d["end"]) for _, d in edges if "end" in d), default=None),
    )


def _valence(data: dict[str, Any]) -> float:
    if "valence" in data:
        return float(data["valence"])
    return float(data.get("sign", 1)) * float(data.get("weight", 1.0))


def _stance(
    positive: float, negative: float
) -> Literal["supportive", "adverse", "contested", "none"]:
    if positive == 0 and negative == 0:
        return "none"
    if min(positive, negative) > 0 and min(positive, negative) >= MINORITY * (positive + negative):
        return "contested"
    return "supportive" if positive > negative else "adverse"
