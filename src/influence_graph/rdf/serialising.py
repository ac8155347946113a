"""Triples to text, in an order that depends on nothing but the triples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Quad, RdfFormat, parse, serialize

from influence_graph.errors import ExportError
from influence_graph.model import Actor, Article, Claim
from influence_graph.rdf.mapping import actor_quads, article_quads, claim_quads, describe_actors
from influence_graph.rdf.namespaces import PREFIXES

__all__ = ["FORMATS", "serialise", "serialise_quads", "sorted_quads"]

FORMATS: Final[dict[str, RdfFormat]] = {
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
}
"""Name of a format to what pyoxigraph calls it."""

_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "


def _line_order(line: bytes) -> bytes:
    # A subject's type comes first; "#char=" and "#wording" parts follow what they are part of.
    return line.replace(b">", b"\x01", 1).replace(_TYPE, b" \x00", 1)


def sorted_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Return quads in the order in which they are written, each once.

    Subjects stand in order of their IRIs, the type of a subject before its other properties.
    """
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    ordered = sorted(set((lines or b"").splitlines()), key=_line_order)
    return list(parse(b"\n".join(ordered), format=RdfFormat.N_QUADS))


def serialise_quads(quads: Iterable[Quad], format: str = "trig") -> bytes:  # noqa: A002
    """Write quads of the default graph; the same quads give the same bytes.

    Parameters
    ----------
    quads : iterable of Quad
        In any order, repeated or not.
    format : str, optional
        One of `FORMATS`.

    Raises
    ------
    ExportError
        There is no such format, or it cannot hold the graph.
    """
    if format not in FORMATS:
        raise ExportError(f"unknown RDF format {format!r}: use one of {', '.join(FORMATS)}")
    rdf_format = FORMATS[format]
    ordered = sorted_quads(quads)
    items = ordered if rdf_format.supports_datasets else [quad.triple for quad in ordered]
    try:
        written = serialize(items, format=rdf_format, prefixes=PREFIXES) or b""
    except (ValueError, OSError) as error:
        raise ExportError(f"{format} cannot hold this graph: {error}") from error
    return _with_sorted_prefixes(written)


def _with_sorted_prefixes(written: bytes) -> bytes:
    # pyoxigraph writes prefixes in an order that changes from run to run, used or not.
    header: list[bytes] = []
    while written.startswith(b"@prefix "):
        line, _, written = written.partition(b"\n")
        header.append(line)
    used = [line for line in sorted(header) if line.split()[1] in written]
    return b"".join(line + b"\n" for line in used) + (b"\n" if used else b"") + written


def serialise(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    actors: Mapping[str, Actor],
    format: str = "trig",  # noqa: A002
) -> bytes:
    """Write claims with their articles and actors.

    Parameters
    ----------
    claims : iterable of Claim
        The claims.
    articles : Mapping of str to Article
        Articles by id; those without claims are written as well.
    actors : Mapping of str to Actor
        Known actors by code; only those that the claims name are written.
    format : str, optional
        One of `FORMATS`.

    Raises
    ------
    ExportError
        There is no such format.
    RecordError
        A claim has a relation that the ontology lacks.
    """
    claims = list(claims)
    quads: list[Quad] = []
    for article in articles.values():
        quads.extend(article_quads(article))
    for claim in claims:
        told = articles.get(claim.article)
        quads.extend(claim_quads(claim, told.language if told else None))
    for actor in describe_actors(claims, actors):
        quads.extend(actor_quads(actor))
    return serialise_quads(quads, format)
