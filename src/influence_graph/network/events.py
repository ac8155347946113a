"""Corroboration: one event that several articles tell is one event with several sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NEWS_WEEK", "Event", "assign_events", "events"]

NEWS_WEEK = timedelta(days=6)
"""A claim dated by its article alone is taken to tell of the week that ends with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one or several claims tell.

    Attributes
    ----------
    id : str
        Id of the claim that stands for it: the one with the most weight.
    source, target : str
        The actors, as that claim names them.
    relation : str
        Name of the relation.
    sign : int
        +1 cooperative, -1 conflictual.
    weight : float
        Greatest weight of its claims, 0 to 1: a second telling adds a source, not an event.
    start, end : str or None
        ISO dates, as that claim has them.
    claims : tuple of str
        Ids of its claims, in their order.
    articles, publishers : tuple of str
        Who tells it, each once, in their order.
    """

    id: str
    source: str
    target: str
    relation: str
    sign: int
    weight: float
    start: str | None
    end: str | None
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    publishers: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    first: date
    last: date
    edges: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)


def assign_events(edges: Sequence[tuple[str, str, str, dict[str, Any]]]) -> None:
    """Give each edge the attribute ``event``, shared by claims that tell the same event.

    Same actors (in either order where the relation is symmetric), same relation, overlapping
    time; a denial never joins what it denies. Exact dates come first: a claim about a whole
    year joins the nearest event of that year and does not tie two events together. Undated
    claims of one relation between two actors count as one event, since nothing tells them
    apart.

    Parameters
    ----------
    edges : sequence of (str, str, str, dict)
        Source, target, claim id and attributes; the attributes are changed.
    """
    dyads: dict[tuple[str, str, str, bool], list[tuple[str, str, str, dict[str, Any]]]] = {}
    for edge in edges:
        source, target, _, data = edge
        if data.get("symmetric") and target < source:
            source, target = target, source
        key = (source, target, str(data["relation"]), data["modality"] == "denied")
        dyads.setdefault(key, []).append(edge)
    for same in dyads.values():
        for group in _grouped(same):
            name = _best(group)[2]
            for edge in group:
                edge[3]["event"] = name


def events(graph: nx.MultiDiGraph[str]) -> list[Event]:
    """Return the events of a graph of claims, in the order of source, target and date.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        What `project` returns; an edge without the attribute ``event`` is an event by itself.
    """
    groups: dict[str, list[tuple[str, str, str, dict[str, Any]]]] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        groups.setdefault(str(data.get("event", key)), []).append((source, target, str(key), data))
    found = []
    for edges in groups.values():
        source, target, key, data = _best(edges)
        found.append(
            Event(
                id=key,
                source=source,
                target=target,
                relation=str(data.get("relation", "")),
                sign=int(data.get("sign", 1)),
                weight=float(data.get("weight", 1.0)),
                start=data.get("start"),
                end=data.get("end"),
                claims=tuple(sorted(edge[2] for edge in edges)),
                articles=_distinct(edges, "article"),
                publishers=_distinct(edges, "publisher"),
            )
        )
    return sorted(found, key=lambda e: (e.source, e.target, e.start or "", e.id))


def _grouped(
    edges: Sequence[tuple[str, str, str, dict[str, Any]]],
) -> list[list[tuple[str, str, str, dict[str, Any]]]]:
    undated = [edge for edge in edges if "start" not in edge[3]]
    dated = [(*_presumed(edge[3]), edge) for edge in edges if "start" in edge[3]]
    dated.sort(key=lambda item: (item[1] - item[0], item[0], item[2][2]))
    groups: list[_Group] = []
    for first, last, edge in dated:
        middle = first.toordinal() + last.toordinal()
        near = [g for g in groups if g.first <= last and first <= g.last]
        if near:
            group = min(
                near,
                key=lambda g: (abs(g.first.toordinal() + g.last.toordinal() - middle), g.first),
            )
            group.first, group.last = max(group.first, first), min(group.last, last)
        else:
            group = _Group(first, last)
            groups.append(group)
        group.edges.append(edge)
    return [group.edges for group in groups] + ([undated] if undated else [])


def _presumed(data: dict[str, Any]) -> tuple[date, date]:
    first, last = date.fromisoformat(data["start"]), date.fromisoformat(data["end"])
    if data.get("dated") == "publication" and first - date.min > NEWS_WEEK:
        first -= NEWS_WEEK
    return first, last


def _best(
    edges: Sequence[tuple[str, str, str, dict[str, Any]]],
) -> tuple[str, str, str, dict[str, Any]]:
    return min(edges, key=lambda edge: (-float(edge[3].get("weight", 1.0)), edge[2]))


def _distinct(edges: Sequence[tuple[str, str, str, dict[str, Any]]], name: str) -> tuple[str, ...]:
    return tuple(sorted({str(edge[3][name]) for edge in edges if edge[3].get(name)}))
