"""Attributes as every format can hold them: no None, one plain type per name, no stray characters.

All writers see the same `FlatGraph`, in one order, so that the same graph gives the same bytes.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, TypeAlias

from influence_graph.errors import ExportError

if TYPE_CHECKING:
    import networkx as nx

    AnyGraph: TypeAlias = nx.Graph[Any]

__all__ = ["FlatEdge", "FlatGraph", "FlatNode", "Plain", "clean_text", "flatten"]

Plain: TypeAlias = bool | int | float | str

_RESERVED = frozenset({"id", "source", "target"})
# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), surrogates included.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONG = 2**63


@dataclass(frozen=True, slots=True)
class FlatNode:
    """A node with plain attributes."""

    id: str
    attributes: dict[str, Plain]


@dataclass(frozen=True, slots=True)
class FlatEdge:
    """An edge with plain attributes; its id is unique in the graph."""

    id: str
    source: str
    target: str
    attributes: dict[str, Plain]


@dataclass(frozen=True, slots=True)
class FlatGraph:
    """A graph as the writers see it.

    Attributes
    ----------
    directed : bool
        Edges have a direction.
    attributes : dict
        Of the graph.
    nodes, edges : list
        Nodes by id, edges by source, target and id.
    graph_types, node_types, edge_types : dict of str to type
        The type of each attribute, by name: ``bool``, ``int``, ``float`` or ``str``.
    """

    directed: bool
    attributes: dict[str, Plain]
    nodes: list[FlatNode]
    edges: list[FlatEdge]
    graph_types: dict[str, type[Plain]] = field(default_factory=dict)
    node_types: dict[str, type[Plain]] = field(default_factory=dict)
    edge_types: dict[str, type[Plain]] = field(default_factory=dict)


def clean_text(text: str) -> str:
    r"""Return a text without the characters that XML cannot hold.

    Examples
    --------
    >>> clean_text("a\x00b\ud800c")
    'abc'
    """
    return _ILLEGAL.sub("", text)


def flatten(graph: AnyGraph) -> FlatGraph:
    """Return a graph with plain, typed attributes; the given one stays unchanged.

    - None, NaN and infinite numbers are left out; subnormal ones become 0.
    - Dates become ISO 8601, decimals and numpy numbers plain ones, enumerations their values,
      lists and sets texts with ``; ``, mappings JSON, anything else its text.
    - Characters that XML cannot hold are removed.
    - An attribute has one type: whole numbers beside decimals become decimals, any other
      mixture text.
    - ``id``, ``source`` and ``target`` would hide the ids themselves in several tools, and get a
      ``_`` behind them.
    - The id of an edge is its key where that is unique, else its source, target and key.

    Raises
    ------
    ExportError
        Two nodes have the same id as text (``1`` and ``"1"``), or an empty one.
    """
    ids: dict[Hashable, str] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        name = clean_text(str(node))
        if not name or name in taken:
            raise ExportError(
                f"two nodes have the id {name!r} as text: rename one"
                if name
                else f"the node {node!r} has no id that can be written: rename it"
            )
        taken.add(name)
        ids[node] = name
    nodes = sorted(
        (FlatNode(ids[node], _plain(data)) for node, data in graph.nodes(data=True)),
        key=lambda node: node.id,
    )
    edges = _edges(graph, ids)
    attributes = _plain(graph.graph)
    return FlatGraph(
        directed=graph.is_directed(),
        attributes=attributes,
        nodes=nodes,
        edges=edges,
        graph_types=_unified([attributes]),
        node_types=_unified([node.attributes for node in nodes]),
        edge_types=_unified([edge.attributes for edge in edges]),
    )


def _edges(graph: AnyGraph, ids: Mapping[Hashable, str]) -> list[FlatEdge]:
    found: list[tuple[str, str, str, dict[str, Plain]]] = []
    if graph.is_multigraph():
        for u, v, key, data in graph.edges(keys=True, data=True):  # type: ignore[call-overload]
            found.append((ids[u], ids[v], clean_text(str(key)), _plain(data)))
    else:
        found = [(ids[u], ids[v], "", _plain(data)) for u, v, data in graph.edges(data=True)]
    if not graph.is_directed():
        found = [(min(u, v), max(u, v), key, data) for u, v, key, data in found]
    found.sort(key=lambda edge: edge[:3])
    keys = [edge[2] for edge in found]
    unique = len(set(keys)) == len(keys) and all(keys)
    edges, taken = [], set[str]()
    for u, v, key, data in found:
        base = key if unique else "|".join(part for part in (u, v, key) if part)
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}|{number}"
        taken.add(name)
        edges.append(FlatEdge(name, u, v, data))
    return edges


def _plain(data: Mapping[Any, Any]) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    for name in sorted(data, key=str):
        value = _value(data[name])
        title = clean_text(str(name))
        if value is None or not title:
            continue
        while title in _RESERVED or title in plain:
            title += "_"
        plain[title] = value
    return plain


def _value(value: Any) -> Plain | None:
    if isinstance(value, Enum):
        value = value.value
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()  # a numpy number
    found: Plain | None
    if value is None or isinstance(value, bool):
        found = value
    elif isinstance(value, str):
        found = clean_text(value)
    elif isinstance(value, Integral):
        whole = int(value)
        found = whole if -_LONG <= whole < _LONG else str(whole)
    elif isinstance(value, (Real, Decimal)):
        number = float(value)
        # igraph refuses subnormal numbers.
        number = 0.0 if abs(number) < sys.float_info.min else number
        found = number if math.isfinite(number) else None
    elif isinstance(value, date):
        found = value.isoformat()
    elif isinstance(value, Mapping):
        known = {str(key): _value(item) for key, item in value.items()}
        found = clean_text(json.dumps(known, ensure_ascii=False, sort_keys=True))
    elif isinstance(value, (set, frozenset)):
        found = "; ".join(sorted(str(_value(item)) for item in value))
    elif isinstance(value, (list, tuple)):
        found = "; ".join(str(_value(item)) for item in value)
    else:
        found = clean_text(str(value))
    return found


def _unified(rows: list[dict[str, Plain]]) -> dict[str, type[Plain]]:
    """Give each attribute one type, changing the values, and return the types by name."""
    kinds: dict[str, set[type[Plain]]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(type(value))
    types: dict[str, type[Plain]] = {}
    for name in sorted(kinds):
        seen = kinds[name]
        if len(seen) == 1:
            types[name] = next(iter(seen))
        else:
            types[name] = float if seen == {int, float} else str
    for row in rows:
        for name, value in row.items():
            kind = types[name]
            if type(value) is not kind:
                row[name] = float(value) if kind is float else _text(value)
    return types


def _text(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
