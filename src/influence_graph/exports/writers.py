"""The formats that a graph can be written in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from influence_graph.errors import ExportError
from influence_graph.exports.cytoscape import write_cytoscape
from influence_graph.exports.gexf import write_gexf
from influence_graph.exports.graphml import write_graphml
from influence_graph.exports.tables import write_csv, write_edges_csv, write_nodes_csv

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["SUFFIXES", "WRITERS", "Writer", "write_graph"]

Writer: TypeAlias = Callable[["nx.Graph[Any]", IO[bytes]], None]
"""Writes a graph to a binary stream; the graph stays unchanged."""

WRITERS: dict[str, Writer] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "nodes-csv": write_nodes_csv,
    "edges-csv": write_edges_csv,
    "cytoscape": write_cytoscape,
}

SUFFIXES: Mapping[str, str] = {
    "graphml": ".graphml",
    "gexf": ".gexf",
    "csv": ".zip",
    "nodes-csv": ".nodes.csv",
    "edges-csv": ".edges.csv",
    "cytoscape": ".cyjs",
}
"""Ending of a file in each format."""


def write_graph(graph: nx.Graph[Any], path: Path, name: str) -> None:
    """Write a graph to a file, at once or not at all.

    Parameters
    ----------
    graph : networkx graph
        Claims as edges, or one edge per pair.
    path : pathlib.Path
        The file; its folder exists.
    name : str
        A key of `WRITERS`.

    Raises
    ------
    ExportError
        There is no such format, or the graph does not fit it.
    """
    writer = WRITERS.get(name)
    if writer is None:
        raise ExportError(f"no format {name!r}: use one of {', '.join(sorted(WRITERS))}")
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            writer(graph, stream)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
