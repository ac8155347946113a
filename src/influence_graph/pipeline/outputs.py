"""The files that a workspace shows: made anew from its articles and claims."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from influence_graph.exports import WRITERS, layout, with_positions, write_table
from influence_graph.exports.report import write_report
from influence_graph.metrics import COLUMNS, Measures, alignment_over_time, measure
from influence_graph.network import dyads
from influence_graph.rdf.mapping import actor_quads, article_quads, claim_quads
from influence_graph.rdf.ontology import load_relations
from influence_graph.rdf.serialising import serialise

if TYPE_CHECKING:
    from influence_graph.network import ClaimGraph
    from influence_graph.pipeline.workspace import Workspace

Point: TypeAlias = tuple[str, float, float | None, float | None]

__all__ = ["all_measures", "file_outputs", "measures_csv", "page", "store_quads"]


_RESAMPLES = 30
# Beyond so many claims the intervals of the yearly alignments would take minutes.
_MANY = 3000


def all_measures(workspace: Workspace) -> dict[str, tuple[ClaimGraph, Measures]]:
    """Return graph and measures at both levels, ``state`` first."""
    found = {}
    for level in ("state", "actor"):
        graph = workspace.network(level=level)
        found[level] = (graph, measure(graph))
    return found


def measures_csv(measures: Iterable[Measures]) -> bytes:
    """Return measures as one long table with the columns of `COLUMNS`."""
    stream = io.BytesIO()
    write_table(COLUMNS, [row for m in measures for row in m.rows()], stream)
    return stream.getvalue()


def file_outputs(workspace: Workspace, *, title: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file beside the articles and the store.

    Parameters
    ----------
    workspace : Workspace
        Gives articles, claims and actors.
    title : str, optional
        Title of the page and the report.
    """
    claims = serialise(workspace.claims, workspace.articles, workspace.actors, "trig")
    yield "claims.trig", claims
    levels = all_measures(workspace)
    graph, measures = levels["state"]
    yield "metrics.csv", measures_csv(m for _, m in levels.values())
    placed = with_positions(
        graph, layout(graph), influence=measures.influence, bloc=measures.blocs.numbers
    )
    stream = io.BytesIO()
    WRITERS["graphml"](placed, stream)
    yield "graph.graphml", stream.getvalue()
    stream = io.BytesIO()
    write_report(graph, measures, dyads(graph), stream)
    yield "report.md", stream.getvalue()
    yield "graph.html", page(graph, measures, title=title)


def page(
    graph: ClaimGraph,
    measures: Measures,
    *,
    title: str | None = None,
    **options: Any,
) -> bytes:
    """Return the interactive page of a graph."""
    from influence_graph.exports.html import write_page

    stream = io.BytesIO()
    write_page(
        graph,
        stream,
        influence=measures.influence,
        blocs=measures.blocs,
        links=dyads(graph),
        shifts=measures.shifts,
        alignments=_alignments(graph),
        notes={relation.name: relation.notes for relation in load_relations()},
        title=title,
        **options,
    )
    return stream.getvalue()


def _alignments(graph: ClaimGraph) -> dict[tuple[Any, Any], list[Point]]:
    """Return the alignment of each pair at the end of each year, with its interval."""
    resamples = _RESAMPLES if graph.number_of_edges() <= _MANY else 0
    found: dict[tuple[Any, Any], list[Point]] = {}
    for name, _, _, pairs in alignment_over_time(graph, by="year", resamples=resamples):
        for pair, near in pairs.items():
            found.setdefault(pair, []).append((name, near.value, near.low, near.high))
    return found


def store_quads(workspace: Workspace) -> Iterator[Any]:
    """Yield what the SPARQL store holds."""
    for article in workspace.articles.values():
        yield from article_quads(article)
    for claim in workspace.claims:
        article_of = workspace.articles.get(claim.article)
        yield from claim_quads(claim, article_of.language if article_of else None)
    for actor in workspace.actors.values():
        yield from actor_quads(actor)
