"""Tables: nodes and edges as Gephi and Neo4j import them, and measures.

Cells are guarded: a text that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from influence_graph.exports.normalize import FlatGraph, clean_text, flatten
from influence_graph.exports.xml import value

if TYPE_CHECKING:
    from influence_graph.exports.normalize import AnyGraph

__all__ = ["guarded", "write_csv", "write_edges_csv", "write_nodes_csv", "write_table"]

# The full-width forms count too: a spreadsheet set to East Asian input takes them for the sign.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# The earliest moment that a ZIP file can hold: the same graph gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula.

    Examples
    --------
    >>> guarded("=HYPERLINK(1)"), guarded("Mali")
    ("'=HYPERLINK(1)", 'Mali')
    """
    return "'" + cell if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell


def write_nodes_csv(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write the nodes: ``Id``, ``Label``, and each attribute; UTF-8."""
    _write_nodes(flatten(graph), stream)


def write_edges_csv(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write the edges: ``Source``, ``Target``, ``Type``, ``Weight``, ``Id``, ``Label``, and each
    attribute; UTF-8.
    """  # noqa: D205 - the columns are the summary
    _write_edges(flatten(graph), stream)


def write_csv(graph: AnyGraph, stream: IO[bytes]) -> None:
    """Write a ZIP file with ``nodes.csv`` and ``edges.csv``; same graph, same bytes."""
    flat = flatten(graph)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, write in (("nodes.csv", _write_nodes), ("edges.csv", _write_edges)):
            content = io.BytesIO()
            write(flat, content)
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content.getvalue(), compresslevel=6)


def write_table(header: Sequence[str], rows: Iterable[Sequence[Any]], stream: IO[bytes]) -> None:
    """Write any table as CSV, UTF-8; None is an empty cell, decimals have six digits.

    Parameters
    ----------
    header : sequence of str
        Names of the columns.
    rows : iterable of sequences
        Texts, numbers or None.
    stream : binary file
        Where to write.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([guarded(name) for name in header])
        for row in rows:
            writer.writerow([_cell(cell) for cell in row])
    finally:
        text.detach()


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return value(cell)
    if isinstance(cell, float):
        return format(cell + 0.0, ".6g")
    if isinstance(cell, int):
        return str(cell)
    return guarded(clean_text(str(cell)))


def _write_nodes(flat: FlatGraph, stream: IO[bytes]) -> None:
    names = [name for name in flat.node_types if name.lower() not in ("label", "id")]
    rows = (
        [n.id, n.attributes.get("label", n.id), *(n.attributes.get(name) for name in names)]
        for n in flat.nodes
    )
    write_table(["Id", "Label", *names], rows, stream)


def _write_edges(flat: FlatGraph, stream: IO[bytes]) -> None:
    taken = ("source", "target", "type", "weight", "id", "label")
    names = [name for name in flat.edge_types if name.lower() not in taken]
    kind = "Directed" if flat.directed else "Undirected"
    rows = (
        [
            e.source,
            e.target,
            kind,
            e.attributes.get("weight", 1.0),
            e.id,
            e.attributes.get("label"),
            *(e.attributes.get(name) for name in names),
        ]
        for e in flat.edges
    )
    write_table(["Source", "Target", "Type", "Weight", "Id", "Label", *names], rows, stream)
