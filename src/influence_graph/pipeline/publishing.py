"""``render``, ``export``, ``validate``: what a workspace gives out."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from influence_graph.errors import ExportError
from influence_graph.pipeline.ledger import write_atomically
from influence_graph.pipeline.measuring import measured
from influence_graph.pipeline.outputs import page
from influence_graph.pipeline.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from influence_graph.rdf.validate import Engine, Finding

__all__ = ["export", "render", "validate"]


def render(
    workspace: Workspace | Path | str,
    output: Path | str,
    *,
    title: str | None = None,
    since: str | None = None,
    until: str | None = None,
    level: str = "state",
    language: str = "auto",
    top: int | None = None,
) -> None:
    """Write the interactive page of a workspace.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    output : Path or str
        The page.
    title : str, optional
        Its title.
    since, until : str, optional
        First and last day, month or year.
    level : {"state", "actor"}, optional
        Roles rolled up to their state, or actors as named.
    language : {"auto", "en", "fr"}, optional
        Of the page; ``auto`` = the reader's browser.
    top : int, optional
        Actors shown at first.
    """
    graph, measures = measured(workspace, level=level, since=since, until=until)
    options: dict[str, Any] = {"language": language}
    if top is not None:
        options["top"] = top
    write_atomically(Path(output), page(graph, measures, title=title, **options))


def export(
    workspace: Workspace | Path | str,
    name: str,
    *,
    level: str = "state",
    since: str | None = None,
    until: str | None = None,
    aggregate: bool = False,
    output: Path | str | None = None,
) -> bytes | None:
    """Return a workspace in another format, or write it to a file.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    name : str
        A graph format (``graphml``, ``gexf``, …) or an RDF format (``turtle``, ``jsonld``, …).
    level, since, until : str, optional
        Of the graph formats.
    aggregate : bool, optional
        One edge per ordered pair instead of one per claim.
    output : Path or str, optional
        Write here instead of returning.

    Raises
    ------
    ExportError
        There is no such format.
    """
    from influence_graph.exports import WRITERS, layout, with_positions
    from influence_graph.network import aggregate as aggregated
    from influence_graph.rdf.serialising import FORMATS, serialise

    place = open_workspace(workspace)
    if name in FORMATS:
        data = serialise(place.claims, place.articles, place.actors, name)
    elif name in WRITERS:
        graph: Any = place.network(level=level, since=since, until=until)  # type: ignore[arg-type]
        positions = layout(graph)
        stream = io.BytesIO()
        WRITERS[name](with_positions(aggregated(graph) if aggregate else graph, positions), stream)
        data = stream.getvalue()
    else:
        raise ExportError(f"no format {name!r}: use one of {', '.join([*WRITERS, *FORMATS])}")
    if output is None:
        return data
    write_atomically(Path(output), data)
    return None


def validate(path: Path | str, *, engine: Engine = "builtin") -> tuple[Finding, ...]:
    """Return what is wrong with a workspace or an RDF file; nothing = all is well.

    Parameters
    ----------
    path : Path or str
        A workspace, or a file in Turtle, TriG, N-Triples, N-Quads or JSON-LD.
    engine : {"builtin", "pyshacl"}, optional
        What checks the shapes; ``pyshacl`` needs the extra ``shacl``.
    """
    from influence_graph.rdf.store import Store
    from influence_graph.rdf.validate import validate_file, validate_quads

    path = Path(path)
    if not path.is_dir():
        return validate_file(path, engine=engine)
    place = Workspace(path)
    with Store.read_only(place.store_path) as store:
        return validate_quads(store.quads(), place.text_of, engine=engine)
