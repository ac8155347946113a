"""What the page knows: actors, links, claims, blocs and shifts as plain JSON values."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from influence_graph.exports.layout import layout
from influence_graph.exports.normalize import clean_text
from influence_graph.exports.page.drift import drift
from influence_graph.exports.page.places import Box, spread
from influence_graph.exports.protocols import Blocs, Link, Shift

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Limits", "Point", "payload"]

Point: TypeAlias = tuple[str, float, float | None, float | None]
"""Year, value, and the ends of its interval where it has one."""

_LABEL = 200
_QUOTE = 1500
_SHORT = 400
_URL = 2000
_ACRONYM = 20
_QUOTES = 8
_KINDS = {
    "State": "state",
    "Government": "state",
    "Military": "state",
    "InternationalOrganization": "organisation",
    "Organization": "organisation",
    "PoliticalParty": "organisation",
    "NonStateArmedGroup": "group",
}
_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a page shows.

    Attributes
    ----------
    top : int
        Actors at first.
    links : int
        Links at first.
    actors_most, links_most : int
        Actors and links on the map at most.
    actors_kept, links_kept : int
        Actors and links in the page at most: what the map has no room for is found by search.
    quotes : int
        Claims per link with their words; those at which a shift turns have them too.
    """

    top: int = 40
    links: int = 150
    actors_most: int = 300
    links_most: int = 1500
    actors_kept: int = 1500
    links_kept: int = 6000
    quotes: int = 20


def payload(
    graph: nx.MultiDiGraph[Any],
    *,
    links: Iterable[Link],
    influence: Mapping[Any, float],
    blocs: Blocs,
    shifts: Sequence[Shift] = (),
    alignments: Mapping[tuple[Any, Any], Sequence[Point]] | None = None,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    title: str | None = None,
    language: str = "auto",
    limits: Limits | None = None,
) -> dict[str, Any]:
    """Return all data of the page; plain values only, no NaN, the same for the same graph.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        Claims as edges, as `influence_graph.network.project` returns it.
    links : iterable of DyadSummary
        What `influence_graph.network.dyads` returns for the graph.
    influence : Mapping of node to float
        0 to 1; its order breaks ties.
    blocs : Blocs
        The partition of the actors.
    shifts : sequence of Shift, optional
        Changes to mark on the time strip.
    alignments : Mapping of pair to sequence of (year, value, low, high), optional
        How near the two stand at the end of each year.
    notes : Mapping of str to Mapping, optional
        Per relation and language, why it counts as it does.
    title : str, optional
        Title of the page.
    language : {"auto", "en", "fr"}
        Of the page at first.
    limits : Limits, optional
        How much to show.
    """
    limits = limits or Limits()
    order = {node: i for i, node in enumerate(influence)}
    nodes = sorted(
        graph.nodes,
        key=lambda n: (-_number(influence.get(n, 0.0)), order.get(n, len(order)), str(n)),
    )
    kept = nodes[: limits.actors_kept]
    index = {node: i for i, node in enumerate(kept)}
    pairs = [link for link in links if link.source in index and link.target in index]
    pairs.sort(key=lambda link: -(link.positive + link.negative))
    pairs = pairs[: limits.links_kept]
    claims = _Claims(graph, index, notes or {})
    turning = {
        str(key)
        for shift in shifts
        for before, after in shift.changes
        for key in (*before.claims[-1:], *after.claims[:1])
    }
    rows = [
        {
            "s": index[link.source],
            "t": index[link.target],
            "c": [
                claims.add(link, key, words=i < limits.quotes or str(key) in turning)
                for i, key in enumerate(link.claims)
            ],
        }
        for link in pairs
    ]
    claims.resolve()
    edges = [data for *_, data in graph.edges(data=True)]
    actors = _actors(graph, kept, influence, blocs)
    _place(graph, kept, actors, limits)
    first_year = _move(graph, kept, actors)
    return {
        "title": _text(title, _LABEL) or None,
        "language": language if language in ("en", "fr") else "auto",
        "level": _text(graph.graph.get("level", "actor"), 20),
        "limits": {
            "top": min(limits.top, limits.actors_most),
            "links": limits.links,
            "actorsMost": limits.actors_most,
            "linksMost": limits.links_most,
            "quotes": limits.quotes,
        },
        "totals": {
            "actors": graph.number_of_nodes(),
            "links": len({(u, v) for u, v in graph.edges()}),
            "claims": graph.number_of_edges(),
            "articles": len({str(d["article"]) for d in edges if d.get("article")}),
            "publishers": len({str(d["publisher"]) for d in edges if d.get("publisher")}),
        },
        "firstYear": first_year,
        "actors": actors,
        "blocs": _blocs(blocs, index),
        "links": rows,
        "claims": claims.rows,
        "relations": claims.relations.rows,
        "articles": claims.articles.rows,
        "near": _near(
            alignments or {}, index, {(index[link.source], index[link.target]) for link in pairs}
        ),
        "shifts": _shifts(shifts, index, claims),
    }


class _Table:
    """Rows that many claims share, each once."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.known: dict[Hashable, int] = {}

    def add(self, row: dict[str, Any]) -> int:
        key = tuple(row.items())
        if key not in self.known:
            self.known[key] = len(self.rows)
            self.rows.append({name: value for name, value in row.items() if value is not None})
        return self.known[key]


class _Claims:
    """The claims of the page in the order in which its links name them."""

    def __init__(
        self,
        graph: nx.MultiDiGraph[Any],
        index: Mapping[Any, int],
        notes: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.graph = graph
        self.notes = notes
        self.index = index
        self.rows: list[dict[str, Any]] = []
        self.ids: dict[str, int] = {}
        self.relations = _Table()
        self.articles = _Table()
        self.events: dict[str, int] = {}
        self.causes: list[tuple[int, str]] = []

    def add(self, link: Link, key: str, *, words: bool) -> int:
        data = self.graph.edges[link.source, link.target, key]
        number = len(self.rows)
        self.ids[str(key)] = number
        first, last = _day(data.get("start")), _day(data.get("end"))
        event = str(data.get("event", key))
        sign = 1 if _number(data.get("sign", 1)) >= 0 else -1
        row: dict[str, Any] = {
            "r": self.relations.add(_relation(data, sign, self.notes)),
            "e": self.events.setdefault(event, len(self.events)),
            "m": _text(data.get("modality", "asserted"), 40),
            "v": round(_number(data.get("valence", sign * _number(data.get("weight", 1)))), 4),
            "a": self.articles.add(_article(data)),
        }
        if first and last:
            row["d"] = [first, last]
            row["p"] = _text(data.get("precision", "day"), 20)
            if data.get("dated") == "publication":
                row["pub"] = 1
        if words:
            row |= {
                "id": _text(key, 80),
                "q": _text(data.get("quote"), _QUOTE),
                "c": round(_number(data.get("confidence", 1.0)), 3),
                "w": round(_number(data.get("weight", 1.0)), 4),
                "n": int(_number(data.get("evidence", 1))),
            }
            if more := _more_quotes(data):
                row["qs"] = more
            for short, name in (
                ("by", "attribution"),
                ("why", "because"),
                ("rs", "reasons"),
                ("x", "entry"),
                ("rev", "review"),
            ):
                found = _text(data.get(name), _SHORT)
                if found and found != "unreviewed":
                    row[short] = found
            for short, name, node in (
                ("sc", "subject", link.source),
                ("oc", "object", link.target),
            ):
                if name in data and data[name] != node:
                    row[short] = _text(data[name], 80)
            if data.get("attribution_actor") in self.index:
                row["ba"] = self.index[data["attribution_actor"]]
            if data.get("because_claim"):
                self.causes.append((number, str(data["because_claim"])))
        self.rows.append(row)
        return number

    def resolve(self) -> None:
        """Link causes to the claims that tell them."""
        for number, cause in self.causes:
            if cause in self.ids:
                self.rows[number]["bc"] = self.ids[cause]


def _more_quotes(data: Mapping[str, Any]) -> list[str]:
    """Return what else the article says to the same effect, after the first quote."""
    try:
        found = json.loads(str(data.get("quotes") or "[]"))
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, list):
        return []
    texts = [_text(quote, _QUOTE) for quote in found if isinstance(quote, str)]
    first = _text(data.get("quote"), _QUOTE)
    return [text for text in dict.fromkeys(texts) if text and text != first][:_QUOTES]


def _relation(
    data: Mapping[str, Any], sign: int, notes: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    name = _text(data.get("relation", "relatedTo"), 80)
    family = _text(data.get("family", "event"), 40)
    label = _text(data.get("relation_en") or data.get("label") or name, 120)
    note = notes.get(str(data.get("relation")), {})
    return {
        "id": name,
        "en": label,
        "fr": _text(data.get("relation_fr"), 120) or label,
        "kind": (_text(data.get("mode"), 40) or family) if family == "event" else family,
        "sign": sign,
        "strength": round(_number(data.get("strength", 1.0)), 3),
        "symmetric": bool(data.get("symmetric", False)),
        "noteEn": _text(note.get("en"), _SHORT) or None,
        "noteFr": _text(note.get("fr") or note.get("en"), _SHORT) or None,
    }


def _article(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": _text(data.get("article"), 80) or None,
        "title": _text(data.get("title"), _SHORT) or None,
        "publisher": _text(data.get("publisher"), _LABEL) or None,
        "published": _text(data.get("published"), 40) or None,
        "url": _url(data.get("url")),
    }


def _actors(
    graph: nx.MultiDiGraph[Any], kept: Sequence[Any], influence: Mapping[Any, float], blocs: Blocs
) -> list[dict[str, Any]]:
    bloc_of = {node: i for i, bloc in enumerate(blocs.members) for node in bloc}
    rows = []
    for node in kept:
        data = graph.nodes[node]
        label = _text(data.get("label_en") or data.get("label") or node, _LABEL) or str(node)
        kind = _text(data.get("kind", "Actor"), 60)
        row: dict[str, Any] = {
            "id": _text(node, 120),
            "en": label,
            "kind": kind,
            "shape": _KINDS.get(kind, "other"),
            "i": round(min(max(_number(influence.get(node, 0.0)), 0.0), 1.0), 4),
            "b": bloc_of.get(node, -1),
        }
        french = _text(data.get("label_fr"), _LABEL)
        if french and french != label:
            row["fr"] = french
        short = {
            language: found
            for language in ("en", "fr")
            if (found := _text(data.get(f"short_{language}"), _ACRONYM))
        }
        if short:
            row["short"] = short
        if data.get("provisional"):
            row["new"] = 1
        rows.append(row)
    return rows


def _place(
    graph: nx.MultiDiGraph[Any],
    kept: Sequence[Any],
    actors: Sequence[dict[str, Any]],
    limits: Limits,
) -> None:
    """Give the actors places: on the map of those shown at first, and on that of all."""
    sizes = [limits.top, len(kept)] if len(kept) > limits.top else [len(kept)]
    for name, size in zip(("at", "far"), sizes, strict=False):
        chosen = kept[:size]
        places = layout(graph if size == graph.number_of_nodes() else graph.subgraph(chosen))
        boxes = [Box.of(actors[i], *places[node]) for i, node in enumerate(chosen)]
        for i, (x, y) in enumerate(spread(boxes)):
            actors[i][name] = [x, y]


def _move(
    graph: nx.MultiDiGraph[Any], kept: Sequence[Any], actors: Sequence[dict[str, Any]]
) -> int | None:
    """Give those shown at first their places of each year, and return the first year."""
    shown = {
        node: (row["at"][0], row["at"][1])
        for node, row in zip(kept, actors, strict=True)
        if "at" in row
    }
    years = drift(graph, shown)
    for node, row in zip(kept, actors, strict=True):
        if node in shown and any(math.dist(at[node], shown[node]) > 1 for at in years.values()):
            row["years"] = [[int(value) for value in at[node]] for at in years.values()]
    return min(years, default=None)


def _blocs(blocs: Blocs, index: Mapping[Any, int]) -> list[list[int]]:
    """Return the members of each bloc, the most influential first."""
    return [sorted(index[node] for node in bloc if node in index) for bloc in blocs.members]


def _near(
    alignments: Mapping[tuple[Any, Any], Sequence[Point]],
    index: Mapping[Any, int],
    linked: set[tuple[int, int]],
) -> list[dict[str, Any]]:
    """Return the yearly alignments of the pairs that have a link on the page."""
    found = []
    for (a, b), points in sorted(alignments.items(), key=lambda item: tuple(map(str, item[0]))):
        if a not in index or b not in index:
            continue
        one, other = index[a], index[b]
        if (one, other) in linked or (other, one) in linked:
            rows = [
                [year, *(None if x is None else round(_number(x), 2) for x in (value, low, high))]
                for year, value, low, high in points
            ]
            found.append({"a": one, "b": other, "y": rows})
    return found


def _shifts(
    shifts: Sequence[Shift], index: Mapping[Any, int], claims: _Claims
) -> list[dict[str, Any]]:
    rows = []
    for shift in shifts:
        if shift.a not in index or shift.b not in index:
            continue
        for before, after in shift.changes:
            keys = [str(key) for key in (*before.claims, *after.claims)]
            rows.append(
                {
                    "a": index[shift.a],
                    "b": index[shift.b],
                    "on": after.start.isoformat(),
                    "since": before.start.isoformat(),
                    "until": after.end.isoformat(),
                    "before": [before.positive, before.n],
                    "after": [after.positive, after.n],
                    "c": [claims.ids[key] for key in keys if key in claims.ids],
                }
            )
    rows.sort(key=lambda row: (row["on"], row["a"], row["b"]))
    return rows


def _text(value: object, most: int) -> str:
    if value is None:
        return ""
    text = clean_text(str(value)).replace("\r\n", "\n").strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _number(value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) else 0.0


def _day(value: object) -> str | None:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        return None


def _url(value: object) -> str | None:
    """Return an address that may be a link: http or https with a host, nothing hidden in it."""
    text = str(value or "")
    if not text.isprintable() or " " in text or len(text) > _URL:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and parts.netloc else None
