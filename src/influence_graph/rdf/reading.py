"""Triples back to records: the inverse of `influence_graph.rdf.mapping`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias, TypeVar, cast, get_args
from urllib.parse import unquote

from pyoxigraph import Quad

from influence_graph.errors import RecordError
from influence_graph.model import (
    Actor,
    Article,
    Attribution,
    Claim,
    Evidence,
    Modality,
    Precision,
    Review,
    Source,
    TimeSpan,
)
from influence_graph.rdf.gazetteer import ActorStatements
from influence_graph.rdf.mapping import unpack_reasons
from influence_graph.rdf.namespaces import PREFIXES, expand, ig, local_name
from influence_graph.rdf.statements import Properties, Statements, nodes, texts

__all__ = [
    "Lookup",
    "actors_from_quads",
    "article_from",
    "article_id",
    "articles_from_quads",
    "claim_from",
    "claims_from_quads",
    "source_from",
]

Lookup: TypeAlias = Callable[[str], Properties]
"""Gives what is said of a subject, by its IRI."""

_T = TypeVar("_T")
_CODE = ig("code").value
_LABEL = expand("skos:prefLabel").value


def _iris(*names: str) -> tuple[str, ...]:
    return tuple(expand(name).value for name in names)


_SUBJECT, _PREDICATE, _OBJECT = _iris("rdf:subject", "rdf:predicate", "rdf:object")
_GENERATED, _ASSOCIATED, _VERSION = _iris(
    "prov:wasGeneratedBy", "prov:wasAssociatedWith", "schema:softwareVersion"
)
_EXACT, _START, _END, _SOURCE, _SELECTOR = _iris(
    "oa:exact", "oa:start", "oa:end", "oa:hasSource", "oa:hasSelector"
)
_HEADLINE, _AUTHOR, _URL, _LANGUAGE, _KEY, _PUBLISHER = _iris(
    "schema:headline",
    "schema:author",
    "schema:url",
    "schema:inLanguage",
    "schema:identifier",
    "schema:publisher",
)


def article_id(iri: str) -> str:
    """Return the id of an article, from its IRI or that of a span in it.

    Examples
    --------
    >>> article_id("https://w3id.org/influence-graph/article/a1#char=0,9")
    'a1'
    """
    return unquote(iri.removeprefix(PREFIXES["article"]).partition("#")[0])


def _first(found: list[str]) -> str | None:
    return found[0] if found else None


def _need(found: list[_T], what: str) -> _T:
    if not found:
        raise ValueError(f"it has no {what}")
    return found[0]


def _span(said: Properties, prefix: str) -> TimeSpan | None:
    precision = nodes(said, ig(f"{prefix}Precision").value)
    start = texts(said, ig(f"{prefix}Start").value)
    end = texts(said, ig(f"{prefix}End").value)
    if not (precision or start or end):
        return None
    name = local_name(precision[0]) if precision else "span"
    if name not in get_args(Precision):
        raise ValueError(f"unknown precision {name!r}")
    return TimeSpan(
        start=date.fromisoformat(start[0]) if start else None,
        end=date.fromisoformat(end[0]) if end else None,
        precision=cast("Precision", name),
    )


def claim_from(iri: str, lookup: Lookup) -> Claim:
    """Return the claim with an IRI.

    A claim without wordings, as somebody may write it by hand, takes its evidence from the
    spans of ``ig:evidence``, in order of their offsets.

    Raises
    ------
    RecordError
        Something that a claim needs is missing or wrong.
    """
    said = lookup(iri)
    try:
        modality = local_name(_need(nodes(said, ig("modality").value), "ig:modality"))
        review = local_name(_first(nodes(said, ig("review").value)) or "unreviewed")
        if review not in get_args(Review):
            raise ValueError(f"unknown review status {review!r}")
        because = _first(nodes(said, ig("because").value))
        reasons = _first(texts(said, ig("reasons").value))
        extractor, version = _extractor(said, lookup)
        return Claim(
            subject=_actor_code(said, _SUBJECT, lookup),
            relation=local_name(_need(nodes(said, _PREDICATE), "rdf:predicate")),
            object=_actor_code(said, _OBJECT, lookup),
            evidence=_evidence(said, lookup),
            modality=cast("Modality", modality),
            attribution=_attribution(said, lookup),
            time=_span(said, "event"),
            because=_first(texts(said, ig("becauseText").value)),
            because_claim=None if because is None else _claim_id(because),
            confidence=float(_first(texts(said, ig("confidence").value)) or 1.0),
            reasons=() if reasons is None else unpack_reasons(reasons),
            extractor=extractor,
            version=version,
            review=cast("Review", review),
        )
    except ValueError as error:
        raise RecordError(f"the claim <{iri}> cannot be read: {error}") from error


def _claim_id(iri: str) -> str:
    return unquote(iri.removeprefix(PREFIXES["claim"]))


def _actor_code(said: Properties, predicate: str, lookup: Lookup) -> str:
    iri = _need(nodes(said, predicate), f"rdf:{local_name(predicate)}")
    codes = texts(lookup(iri), _CODE)
    if len(codes) != 1:
        raise ValueError(f"the actor <{iri}> has {len(codes)} codes (ig:code), not one")
    return codes[0]


def _evidence(said: Properties, lookup: Lookup) -> tuple[Evidence, ...]:
    wordings = [lookup(iri) for iri in nodes(said, ig("wording").value)]
    if not wordings:
        spans = nodes(said, ig("evidence").value)
        found = [_piece(span, {}, lookup) for span in sorted(spans)]
        return tuple(sorted(found, key=lambda piece: (piece.article, piece.start, piece.end)))
    wordings.sort(key=lambda wording: int(_first(texts(wording, ig("rank").value)) or 0))
    return tuple(
        _piece(_need(nodes(wording, _SELECTOR), "oa:hasSelector"), wording, lookup)
        for wording in wordings
    )


def _piece(span: str, wording: Properties, lookup: Lookup) -> Evidence:
    said = lookup(span)
    source = _first(nodes(wording, _SOURCE))
    return Evidence(
        article=article_id(source or span),
        start=int(_need(texts(said, _START), "oa:start")),
        end=int(_need(texts(said, _END), "oa:end")),
        quote=_need(texts(said, _EXACT), "oa:exact"),
        sentence=int(_first(texts(wording, ig("sentence").value)) or 0),
        subject_text=_first(texts(wording, ig("subjectText").value)) or "",
        object_text=_first(texts(wording, ig("objectText").value)) or "",
        entry=_first(texts(wording, ig("entry").value)) or "",
    )


def _attribution(said: Properties, lookup: Lookup) -> Attribution | None:
    speaker = _first(nodes(said, ig("saidBy").value))
    if speaker is None:
        return None
    about = lookup(speaker)
    actor = None
    if nodes(about, ig("attributionActor").value):
        actor = _actor_code(about, ig("attributionActor").value, lookup)
    text = _need(texts(about, ig("attributionText").value), "ig:attributionText")
    return Attribution(text=text, actor=actor)


def _extractor(said: Properties, lookup: Lookup) -> tuple[str, str]:
    run = _first(nodes(said, _GENERATED))
    agent = _first(nodes(lookup(run), _ASSOCIATED)) if run else None
    if agent is None:
        return "unknown", ""
    about = lookup(agent)
    names = texts(about, ig("extractorName").value)
    return names[0] if names else "unknown", _first(texts(about, _VERSION)) or ""


def article_from(iri: str, lookup: Lookup, text: str = "") -> Article:
    """Return the article with an IRI.

    Parameters
    ----------
    text : str, optional
        Its text, which the graph does not hold. Without it the record's own ``id`` is not the
        article's: take that from the IRI, by `article_id`.

    Raises
    ------
    RecordError
        A date of the article is wrong.
    """
    said = lookup(iri)
    publisher = _first(nodes(said, _PUBLISHER))
    origin = _first(texts(said, ig("origin").value))
    try:
        published = _span(said, "published")
    except ValueError as error:
        raise RecordError(f"the article <{iri}> cannot be read: {error}") from error
    return Article(
        text=text,
        origin="-" if origin is None else origin,
        key=_first(texts(said, _KEY)),
        title=_first(texts(said, _HEADLINE)),
        author=_first(texts(said, _AUTHOR)),
        publisher=None if publisher is None else _first(texts(lookup(publisher), _LABEL)),
        url=_first(texts(said, _URL)),
        published=published,
        language=_first(texts(said, _LANGUAGE)),
    )


def source_from(iri: str, lookup: Lookup) -> Source:
    """Return the publisher with an IRI."""
    said = lookup(iri)
    credibility = _first(texts(said, ig("credibility").value))
    return Source(
        name=_first(texts(said, _LABEL)) or local_name(iri),
        reliability=_first(texts(said, ig("reliability").value)),
        credibility=None if credibility is None else int(credibility),
    )


def claims_from_quads(quads: Iterable[Quad]) -> tuple[Claim, ...]:
    """Return all claims of a graph, in order of their ids.

    Raises
    ------
    RecordError
        A claim is broken.
    """
    statements = Statements(quads)
    found = [claim_from(iri, statements.about) for iri in statements.with_type(ig("Claim"))]
    return tuple(sorted(found, key=lambda claim: claim.id))


def articles_from_quads(
    quads: Iterable[Quad], text_of: Callable[[str], str] | None = None
) -> dict[str, Article]:
    """Return all articles of a graph by their ids, in order of the ids.

    Parameters
    ----------
    quads : iterable of Quad
        The graph.
    text_of : callable, optional
        Gives the text of an article by its id; without it the texts are empty.
    """
    statements = Statements(quads)
    found = {}
    for iri in statements.with_type(expand("schema:NewsArticle")):
        name = article_id(iri)
        found[name] = article_from(iri, statements.about, text_of(name) if text_of else "")
    return found


def actors_from_quads(quads: Iterable[Quad], where: str = "the graph") -> tuple[Actor, ...]:
    """Return all actors of a graph, in order of their codes.

    Raises
    ------
    OntologyError
        An actor is broken.
    """
    return ActorStatements(quads, where).actors()
