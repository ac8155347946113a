"""GraphML that networkx, igraph, Gephi and yEd read.

Written by hand rather than by networkx: its writer differs with the XML library installed,
splits an attribute of mixed types into several keys that igraph refuses, and fails on dates.
Format: http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from influence_graph.exports.normalize import Plain, flatten
from influence_graph.exports.xml import attribute, text, value

if TYPE_CHECKING:
    from influence_graph.exports.normalize import AnyGraph

__all__ = ["write_graphml"]

_TYPES: Mapping[type[Plain], str] = {
    bool: "boolean",
    int: "long",
    float: "double",
    str: "string",
}


def write_graphml(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write a graph as GraphML, UTF-8; the same graph gives the same bytes.

    Parameters
    ----------
    graph : networkx graph
        Any; `flatten` says what becomes of its attributes. Edge ids are the keys of the edges.
    stream : binary file
        Where to write.
    """
    for line in _lines(graph):
        stream.write(line.encode())
        stream.write(b"\n")


def _lines(graph: AnyGraph) -> Iterator[str]:
    flat = flatten(graph)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
        ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    )
    keys: dict[tuple[str, str], str] = {}
    for scope, types in (
        ("graph", flat.graph_types),
        ("node", flat.node_types),
        ("edge", flat.edge_types),
    ):
        for name, kind in types.items():
            key = keys[scope, name] = f"d{len(keys)}"
            yield (
                f'  <key id="{key}" for="{scope}" attr.name="{attribute(name)}"'
                f' attr.type="{_TYPES[kind]}"/>'
            )

    def data(scope: str, attributes: dict[str, Plain], indent: str) -> Iterator[str]:
        for name, plain in attributes.items():
            yield f'{indent}<data key="{keys[scope, name]}">{text(value(plain))}</data>'

    yield f'  <graph edgedefault="{"directed" if flat.directed else "undirected"}">'
    yield from data("graph", flat.attributes, "    ")
    for node in flat.nodes:
        yield f'    <node id="{attribute(node.id)}">'
        yield from data("node", node.attributes, "      ")
        yield "    </node>"
    for edge in flat.edges:
        yield (
            f'    <edge id="{attribute(edge.id)}" source="{attribute(edge.source)}"'
            f' target="{attribute(edge.target)}">'
        )
        yield from data("edge", edge.attributes, "      ")
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"
