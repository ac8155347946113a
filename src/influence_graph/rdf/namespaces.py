"""The IRIs that the graph uses, as terms of pyoxigraph.

Every ``ig:`` term that the code writes or reads is a constant here, so that a test can compare
them with the ontology.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from pyoxigraph import NamedNode

from influence_graph.model import actor_local_name

__all__ = [
    "BASE",
    "PREFIXES",
    "actor_iri",
    "article_iri",
    "attribution_iri",
    "claim_iri",
    "compact",
    "evidence_iri",
    "expand",
    "extractor_iri",
    "ig",
    "local_name",
    "office_iri",
    "run_iri",
    "source_iri",
    "wording_iri",
]

BASE: Final = "https://w3id.org/influence-graph/"
"""Everything that the project names starts with this."""

PREFIXES: Final[dict[str, str]] = {
    "actor": BASE + "actor/",
    "article": BASE + "article/",
    "claim": BASE + "claim/",
    "extractor": BASE + "extractor/",
    "ig": BASE + "ontology#",
    "membership": BASE + "membership/",
    "oa": "http://www.w3.org/ns/oa#",
    "office": BASE + "office/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "run": BASE + "run/",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "src": BASE + "source/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that queries may use undeclared and that Turtle and TriG are written with."""


@cache
def expand(name: str) -> NamedNode:
    """Return the IRI of a prefixed name.

    Raises
    ------
    KeyError
        The prefix is not one of `PREFIXES`.

    Examples
    --------
    >>> expand("rdf:type").value
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@cache
def ig(local: str) -> NamedNode:
    """Return a term of the ontology.

    Examples
    --------
    >>> ig("Claim").value
    'https://w3id.org/influence-graph/ontology#Claim'
    """
    return NamedNode(PREFIXES["ig"] + local)


def compact(iri: str) -> str:
    """Return a prefixed name for showing, or the IRI unchanged where no prefix fits.

    Examples
    --------
    >>> compact(BASE + "actor/MLI"), compact("http://example.org/x")
    ('actor:MLI', 'http://example.org/x')
    """
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/``.

    Examples
    --------
    >>> local_name(BASE + "ontology#Claim")
    'Claim'
    """
    return re.split(r"[#/]", iri)[-1]


def _safe(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    return actor_local_name(text) or "-"


@lru_cache(maxsize=4096)
def actor_iri(code: str) -> NamedNode:
    """Return the IRI of an actor.

    Examples
    --------
    >>> compact(actor_iri("MLI:MIL").value)
    'actor:MLI-MIL'
    """
    return NamedNode(PREFIXES["actor"] + actor_local_name(code))


@lru_cache(maxsize=256)
def article_iri(article: str) -> NamedNode:
    """Return the IRI of an article by its id."""
    return NamedNode(PREFIXES["article"] + _safe(article))


def claim_iri(claim: str) -> NamedNode:
    """Return the IRI of a claim by its id."""
    return NamedNode(PREFIXES["claim"] + _safe(claim))


def evidence_iri(article: str, start: int, end: int) -> NamedNode:
    """Return the IRI of a span of an article: RFC 5147, code points of the stored text.

    Examples
    --------
    >>> compact(evidence_iri("a1", 0, 95).value)
    'article:a1#char=0,95'
    """
    return NamedNode(f"{article_iri(article).value}#char={start},{end}")


def wording_iri(claim: str, rank: int) -> NamedNode:
    """Return the IRI of the wording of a claim with that rank, from 1."""
    return NamedNode(f"{claim_iri(claim).value}#wording-{rank}")


def attribution_iri(article: str, text: str, actor: str | None) -> NamedNode:
    """Return the IRI of a speaker within an article."""
    return NamedNode(f"{article_iri(article).value}#speaker-{_short(text, actor or '')}")


def source_iri(name: str) -> NamedNode:
    """Return the IRI of a publisher: a readable name and six digits that keep it unique.

    Examples
    --------
    >>> compact(source_iri("Écho du Sahel").value)
    'src:echo-du-sahel-90a1ad'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-")
    return NamedNode(f"{PREFIXES['src']}{slug or 'source'}-{_short(name)[:6]}")


@lru_cache(maxsize=256)
def extractor_iri(extractor: str, version: str) -> NamedNode:
    """Return the IRI of an extractor in one version."""
    return NamedNode(PREFIXES["extractor"] + _versioned(extractor, version))


@lru_cache(maxsize=256)
def run_iri(extractor: str, version: str) -> NamedNode:
    """Return the IRI of the work of an extractor in one version."""
    return NamedNode(PREFIXES["run"] + _versioned(extractor, version))


def office_iri(holder: str, organization: str, role: str, start: str, end: str) -> NamedNode:
    """Return the IRI of an office or membership, by its dates in ISO 8601."""
    readable = f"{actor_local_name(holder)}-{actor_local_name(organization)}-{role}"
    return NamedNode(f"{PREFIXES['office']}{readable}-{_short(holder, organization, start, end)}")


def _versioned(extractor: str, version: str) -> str:
    readable = _safe(f"{extractor}-{version}" if version else extractor)
    if re.fullmatch(r"[a-z]+(?:-[0-9][A-Za-z0-9.]*)?", readable):
        return readable
    return f"{readable}-{_short(extractor, version)[:6]}"


def _short(*parts: str) -> str:
    """Return 12 hexadecimal digits of SHA-256 over length-prefixed parts."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(f"{len(data)}:".encode() + data)
    return sha.hexdigest()[:12]
