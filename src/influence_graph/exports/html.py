"""The interactive page: one file that works offline, drawn by vis-network through pyvis."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import IO, TYPE_CHECKING, Any

from influence_graph.errors import ExportError
from influence_graph.exports.page import assets
from influence_graph.exports.page.payload import Limits, Point, payload
from influence_graph.exports.page.places import label_lines, node_size, short_label
from influence_graph.exports.protocols import Blocs, Link, Shift

if TYPE_CHECKING:
    import networkx as nx
    from jinja2 import Environment

__all__ = ["framed", "vis_edge", "vis_node", "write_page"]

_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_SHAPES = {"state": "dot", "organisation": "square", "group": "triangle", "other": "diamond"}
_OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 1000000,
        "keyboard": False,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False,
              "chosen": False},
    "edges": {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.13},
              "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}  # fmt: skip


def write_page(
    graph: nx.MultiDiGraph[Any],
    stream: IO[bytes],
    *,
    influence: Mapping[Any, float],
    blocs: Blocs,
    links: Iterable[Link],
    shifts: Sequence[Shift] = (),
    alignments: Mapping[tuple[Any, Any], Sequence[Point]] | None = None,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    title: str | None = None,
    language: str = "auto",
    top: int = 40,
) -> None:
    """Write the page as UTF-8; the same graph gives the same bytes, and it stays unchanged.

    Nothing of an article becomes markup: all data stand in JSON, and a content security policy
    lets run only the two scripts whose digests it names.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        Claims as edges, as `influence_graph.network.project` returns it.
    stream : binary file
        Where to write.
    influence : Mapping of node to float
        0 to 1; gives the size of the nodes, and who is shown first.
    blocs : Blocs
        What `influence_graph.metrics.blocs` returns; gives the colours.
    links : iterable of DyadSummary
        What `influence_graph.network.dyads` returns: one signed edge each.
    shifts : sequence of Shift, optional
        What `influence_graph.metrics.shifts` returns; marked on the time strip.
    alignments : Mapping of pair to sequence of (year, value, low, high), optional
        How near the two stand at the end of each year; the ends of the interval may be None.
    notes : Mapping of str to Mapping, optional
        Per relation and language, why it counts as it does, where its name hides that.
    title : str, optional
        Title of the page.
    language : {"auto", "en", "fr"}
        Of the page at first; ``auto`` = the reader's browser.
    top : int
        Actors shown at first.
    """
    data = payload(
        graph,
        links=links,
        influence=influence,
        blocs=blocs,
        shifts=shifts,
        alignments=alignments or {},
        notes=notes or {},
        title=title,
        language=language,
        limits=Limits(top=top),
    )
    stream.write(_render(data).encode())


def framed(page: bytes, *, height: int = 720) -> str:
    """Return a page as a frame that a notebook shows beside its own content.

    The frame runs the page's two scripts, with no access to the notebook around it.

    Parameters
    ----------
    page : bytes
        What `write_page` wrote.
    height : int
        In CSS pixels.
    """
    allowed = "allow-scripts allow-downloads allow-modals allow-popups"
    return (
        f'<iframe sandbox="{allowed}" width="100%" height="{height}" style="border:0" '
        f'title="influence-graph" srcdoc="{escape(page.decode(), quote=True)}"></iframe>'
    )


def vis_node(number: int, actor: Mapping[str, Any]) -> dict[str, Any]:
    """Return an actor as pyvis and vis-network take a node; the one place that knows how."""
    x, y = actor.get("at") or actor["far"]
    return {
        "n_id": number,
        "label": "\n".join(label_lines(short_label(actor))),
        "shape": _SHAPES[actor["shape"]],
        "size": node_size(actor["i"]),
        "x": x,
        "y": y,
    }


def vis_edge(number: int, link: Mapping[str, Any]) -> dict[str, Any]:
    """Return a link as pyvis and vis-network take an edge; colours and ends come with the view."""
    return {"source": link["s"], "to": link["t"], "id": number, "arrows": "to"}


def _render(data: Mapping[str, Any]) -> str:
    # pyvis brings IPython along: imported only where a page is made.
    from jinja2 import ChoiceLoader, PackageLoader
    from jinja2 import Environment as NewEnvironment
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    own = PackageLoader("influence_graph.exports", "page")
    environment = NewEnvironment(
        loader=ChoiceLoader([own, network.templateEnv.loader]), autoescape=True
    )
    network.templateEnv = environment
    network.options = dict(_OPTIONS)
    for number, actor in enumerate(data["actors"]):
        node = vis_node(number, actor)
        network.add_node(node.pop("n_id"), **node)
    for number, link in enumerate(data["links"]):
        edge = vis_edge(number, link)
        network.add_edge(edge.pop("source"), edge.pop("to"), **edge)
    library = _source(environment, _LIBRARY).replace("\r\n", "\n")
    script, style = assets.script(), assets.style()
    environment.policies["json.dumps_function"] = _dumps
    environment.globals |= {
        "data": data,
        "words": assets.words(),
        # Our own files and the library, word for word: nothing of a graph is in them.
        "library": Markup(library),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
        "policy": "; ".join(
            (
                "default-src 'none'",
                f"script-src {_digest(library)} {_digest(script)}",
                f"style-src {_digest(style)}",
                "img-src data: blob:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
    }
    return str(network.generate_html())


def _source(environment: Environment, name: str) -> str:
    if environment.loader is None:
        raise ExportError("pyvis has no templates: install pyvis 0.3.2 anew")
    return environment.loader.get_source(environment, name)[0]


def _dumps(value: Any, **options: Any) -> str:
    options |= {"allow_nan": False, "ensure_ascii": False, "separators": (",", ":")}
    return json.dumps(value, **options)


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
