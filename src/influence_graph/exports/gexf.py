"""GEXF 1.2 that Gephi and networkx read, with the time of each edge where it is known.

Format: https://gexf.net/1.2/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import IO, TYPE_CHECKING

from influence_graph.exports.normalize import FlatEdge, FlatGraph, Plain, flatten
from influence_graph.exports.xml import attribute, value

if TYPE_CHECKING:
    from influence_graph.exports.normalize import AnyGraph

__all__ = ["write_gexf"]

_TYPES: Mapping[type[Plain], str] = {
    bool: "boolean",
    int: "long",
    float: "double",
    str: "string",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIMES = ("start", "end")
_PLACE = ("x", "y")


def write_gexf(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write a graph as GEXF, UTF-8; the same graph gives the same bytes.

    The attributes ``start`` and ``end`` of edges become the time in which Gephi shows them,
    ``x`` and ``y`` of nodes their place, ``label`` and ``weight`` what GEXF has for them.

    Parameters
    ----------
    graph : networkx graph
        Any; `flatten` says what becomes of its attributes. Edge ids are the keys of the edges.
    stream : binary file
        Where to write.
    """
    for line in _lines(flatten(graph)):
        stream.write(line.encode())
        stream.write(b"\n")


def _lines(flat: FlatGraph) -> Iterator[str]:
    timed = any(_time(edge) for edge in flat.edges)
    placed = all(isinstance(n.attributes.get(name), float) for n in flat.nodes for name in _PLACE)
    weighed = flat.edge_types.get("weight") in (int, float)
    node_keys = _keys(flat.node_types, {"label", *(_PLACE if placed else ())})
    all_timed = all(
        _time(e) or not any(name in e.attributes for name in _TIMES) for e in flat.edges
    )
    edge_keys = _keys(
        flat.edge_types,
        {"label", *(("weight",) if weighed else ()), *(_TIMES if all_timed else ())},
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"'
        ' version="1.2">'
    )
    yield "  <meta>"
    yield "    <creator>influence-graph</creator>"
    yield "  </meta>"
    mode = 'mode="dynamic" timeformat="date"' if timed else 'mode="static"'
    yield f'  <graph defaultedgetype="{"directed" if flat.directed else "undirected"}" {mode}>'
    for scope, keys, types in (
        ("node", node_keys, flat.node_types),
        ("edge", edge_keys, flat.edge_types),
    ):
        if keys:
            yield f'    <attributes class="{scope}" mode="static">'
            for name, key in keys.items():
                yield (
                    f'      <attribute id="{key}" title="{attribute(name)}"'
                    f' type="{_TYPES[types[name]]}"/>'
                )
            yield "    </attributes>"
    yield "    <nodes>"
    for node in flat.nodes:
        label = attribute(value(node.attributes.get("label", node.id)))
        yield f'      <node id="{attribute(node.id)}" label="{label}">'
        yield from _values(node.attributes, node_keys)
        if placed:
            x, y = (value(node.attributes[name]) for name in _PLACE)
            yield f'        <viz:position x="{x}" y="{y}" z="0.0"/>'
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for edge in flat.edges:
        line = (
            f'      <edge id="{attribute(edge.id)}" source="{attribute(edge.source)}"'
            f' target="{attribute(edge.target)}"'
        )
        if "label" in edge.attributes:
            line += f' label="{attribute(value(edge.attributes["label"]))}"'
        if weighed and "weight" in edge.attributes:
            line += f' weight="{value(float(edge.attributes["weight"]))}"'
        for name, day in _time(edge).items():
            line += f' {name}="{day}"'
        yield line + ">"
        # What is a day stands in the element itself; anything else stays a value.
        kept = {n: v for n, v in edge.attributes.items() if n not in _time(edge)}
        yield from _values(kept, edge_keys)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _keys(types: Mapping[str, type[Plain]], left_out: set[str]) -> dict[str, str]:
    return {name: f"a{i}" for i, name in enumerate(n for n in types if n not in left_out)}


def _values(attributes: Mapping[str, Plain], keys: Mapping[str, str]) -> Iterator[str]:
    rows = [(keys[name], plain) for name, plain in attributes.items() if name in keys]
    if rows:
        yield "        <attvalues>"
        for key, plain in rows:
            yield f'          <attvalue for="{key}" value="{attribute(value(plain))}"/>'
        yield "        </attvalues>"


def _time(edge: FlatEdge) -> dict[str, str]:
    """Return the days of an edge; none where one of them is no day."""
    days = {name: edge.attributes[name] for name in _TIMES if name in edge.attributes}
    return {n: str(d) for n, d in days.items()} if all(map(_is_day, days.values())) else {}


def _is_day(plain: Plain) -> bool:
    if not isinstance(plain, str) or not _DAY.fullmatch(plain):
        return False
    try:
        date.fromisoformat(plain)
    except ValueError:
        return False
    return True
