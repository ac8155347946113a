"""Cytoscape JSON, as Cytoscape and cytoscape.js read it.

Format: https://js.cytoscape.org/#notation/elements-json
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from influence_graph.exports.normalize import FlatNode, flatten

if TYPE_CHECKING:
    from influence_graph.exports.normalize import AnyGraph

__all__ = ["write_cytoscape"]


def write_cytoscape(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write a graph as Cytoscape JSON, UTF-8; the same graph gives the same bytes.

    ``name`` is the label of a node, ``interaction`` the relation of an edge, ``x`` and ``y`` of
    nodes their position.
    """
    flat = flatten(graph)
    document = {
        "format_version": "1.0",
        "generated_by": "influence-graph",
        "target_cytoscapejs_version": "~3",
        "data": flat.attributes,
        "elements": {
            "nodes": [_node(node) for node in flat.nodes],
            "edges": [
                {
                    "data": {
                        **edge.attributes,
                        "interaction": edge.attributes.get(
                            "relation", edge.attributes.get("label", "")
                        ),
                        "id": edge.id,
                        "source": edge.source,
                        "target": edge.target,
                    }
                }
                for edge in flat.edges
            ],
        },
    }
    stream.write(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode())
    stream.write(b"\n")


def _node(node: FlatNode) -> dict[str, Any]:
    name = node.attributes.get("label", node.id)
    element: dict[str, Any] = {"data": {**node.attributes, "name": name, "id": node.id}}
    if all(isinstance(node.attributes.get(axis), float) for axis in "xy"):
        element["position"] = {axis: node.attributes[axis] for axis in "xy"}
    return element
