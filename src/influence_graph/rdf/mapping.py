"""Records to triples.

A claim is a node; an asserted claim that no analyst rejected also makes a direct triple of its
actors, and one of the states that they belong to. Nothing else uses the relations as predicates.
There are no blank nodes and no time of day, so the same records give the same triples.
`influence_graph.rdf.reading` is the way back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from influence_graph.errors import RecordError
from influence_graph.model import (
    Actor,
    ActorName,
    Article,
    Attribution,
    Claim,
    Evidence,
    Office,
    Source,
    TimeSpan,
    roll_up,
    state_of,
)
from influence_graph.rdf.gazetteer import NAME_KINDS, SIDES
from influence_graph.rdf.namespaces import (
    actor_iri,
    article_iri,
    attribution_iri,
    claim_iri,
    evidence_iri,
    expand,
    extractor_iri,
    ig,
    office_iri,
    run_iri,
    source_iri,
    wording_iri,
)
from influence_graph.rdf.ontology import load_actor_kinds, load_relations
from influence_graph.rdf.statements import (
    day_literal,
    decimal_literal,
    integer_literal,
    text_literal,
)

__all__ = [
    "actor_quads",
    "article_quads",
    "claim_quads",
    "describe_actors",
    "direct_quad",
    "direct_quads",
    "holds",
    "pack_reasons",
    "source_quads",
    "text_digest",
    "unpack_reasons",
]

_TYPE = expand("rdf:type")
_LABEL = expand("skos:prefLabel")
_STRING_DATES = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}
_NAME_PROPERTIES = {kind: NamedNode(iri) for iri, kind in reversed(NAME_KINDS.items())} | {
    "name": expand("skos:altLabel")
}


@cache
def _relation_names() -> tuple[str, ...]:
    return tuple(relation.name for relation in load_relations())


def holds(claim: Claim) -> bool:
    """Tell whether a claim makes direct triples: asserted, and not rejected by an analyst."""
    return claim.modality == "asserted" and claim.review != "rejected"


def direct_quad(claim: Claim) -> Quad:
    """Return the triple that the claim is about, whether or not it `holds`."""
    return Quad(actor_iri(claim.subject), ig(claim.relation), actor_iri(claim.object))


def direct_quads(claim: Claim) -> tuple[Quad, ...]:
    """Return the direct triples of a claim that `holds`: of its actors, then of their states.

    Who says "Alger" or "the Malian junta" speaks of Algeria and Mali too: ``MLI:MIL`` and
    ``DZA:GOV`` also give the triple of ``MLI`` and ``DZA``. A state never relates to itself.
    """
    exact = direct_quad(claim)
    subject, object_ = roll_up(claim.subject), roll_up(claim.object)
    if subject == object_ or (subject, object_) == (claim.subject, claim.object):
        return (exact,)
    return (exact, Quad(actor_iri(subject), ig(claim.relation), actor_iri(object_)))


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pack_reasons(reasons: Iterable[str]) -> str:
    r"""Return reasons as one text, a line each; backslash and line break are escaped.

    Examples
    --------
    >>> pack_reasons(["clear subject", "a\\b"])
    'clear subject\na\\\\b'
    """
    return "\n".join(reason.replace("\\", "\\\\").replace("\n", "\\n") for reason in reasons)


def unpack_reasons(text: str) -> tuple[str, ...]:
    """Return what `pack_reasons` packed."""
    return tuple(
        "\\".join(part.replace("\\n", "\n") for part in line.split("\\\\"))
        for line in text.split("\n")
    )


def article_quads(article: Article) -> Iterator[Quad]:
    """Yield what the graph says of an article: everything but its text, and its publisher.

    Parameters
    ----------
    article : Article
        Its text is represented by its length and its SHA-256.
    """
    node = article_iri(article.id)
    yield Quad(node, _TYPE, expand("schema:NewsArticle"))
    yield Quad(node, ig("origin"), text_literal(article.origin))
    yield Quad(node, ig("textSha256"), Literal(text_digest(article.text)))
    yield Quad(node, ig("textLength"), integer_literal(len(article.text)))
    for name, value in (
        ("schema:identifier", article.key),
        ("schema:author", article.author),
        ("schema:url", article.url),
        ("schema:inLanguage", article.language),
    ):
        if value is not None:
            yield Quad(node, expand(name), text_literal(value))
    if article.title is not None:
        yield Quad(node, expand("schema:headline"), text_literal(article.title, article.language))
    if article.publisher is not None:
        yield Quad(node, expand("schema:publisher"), source_iri(article.publisher))
        yield from source_quads(Source(name=article.publisher))
    if article.published is not None:
        yield from _span_quads(node, "published", article.published)
        iso = article.published.iso()
        if "/" not in iso:
            datatype = expand(_STRING_DATES[article.published.precision])
            yield Quad(node, expand("schema:datePublished"), Literal(iso, datatype=datatype))


def _span_quads(node: NamedNode, prefix: str, span: TimeSpan) -> Iterator[Quad]:
    if span.start is not None:
        yield Quad(node, ig(f"{prefix}Start"), day_literal(span.start))
    if span.end is not None:
        yield Quad(node, ig(f"{prefix}End"), day_literal(span.end))
    yield Quad(node, ig(f"{prefix}Precision"), ig(span.precision))


def source_quads(source: Source) -> Iterator[Quad]:
    """Yield what the graph says of a publisher."""
    node = source_iri(source.name)
    yield Quad(node, _TYPE, ig("Source"))
    yield Quad(node, _LABEL, text_literal(source.name))
    if source.reliability is not None:
        yield Quad(node, ig("reliability"), text_literal(source.reliability))
    if source.credibility is not None:
        yield Quad(node, ig("credibility"), integer_literal(source.credibility))


def claim_quads(claim: Claim, language: str | None = None) -> Iterator[Quad]:
    """Yield a claim, its evidence, attribution and provenance, and its direct triples.

    Parameters
    ----------
    claim : Claim
        The actors it names are not described: see `actor_quads`.
    language : str, optional
        Language of the article, for the quotes.

    Raises
    ------
    RecordError
        The ontology has no such relation, or the evidence lies in several articles.
    """
    if claim.relation not in _relation_names():
        raise RecordError(
            f"unknown relation {claim.relation!r}: use one of {', '.join(_relation_names())}"
        )
    if any(piece.article != claim.article for piece in claim.evidence):
        raise RecordError(f"claim {claim.id}: its evidence must lie in one article")
    node = claim_iri(claim.id)
    if holds(claim):
        yield from direct_quads(claim)
    yield Quad(node, _TYPE, ig("Claim"))
    yield Quad(node, expand("rdf:subject"), actor_iri(claim.subject))
    yield Quad(node, expand("rdf:predicate"), ig(claim.relation))
    yield Quad(node, expand("rdf:object"), actor_iri(claim.object))
    yield Quad(node, ig("modality"), ig(claim.modality))
    yield Quad(node, ig("confidence"), decimal_literal(claim.confidence))
    if claim.reasons:
        yield Quad(node, ig("reasons"), text_literal(pack_reasons(claim.reasons)))
    yield Quad(node, ig("review"), ig(claim.review))
    yield Quad(node, ig("article"), article_iri(claim.article))
    if claim.because is not None:
        yield Quad(node, ig("becauseText"), text_literal(claim.because, language))
    if claim.because_claim is not None:
        yield Quad(node, ig("because"), claim_iri(claim.because_claim))
    if claim.time is not None:
        yield from _span_quads(node, "event", claim.time)
    if claim.attribution is not None:
        speaker = attribution_iri(claim.article, claim.attribution.text, claim.attribution.actor)
        yield Quad(node, ig("saidBy"), speaker)
        yield from _attribution_quads(speaker, claim.attribution, language)
    for rank, evidence in enumerate(claim.evidence, start=1):
        yield from _evidence_quads(node, wording_iri(claim.id, rank), rank, evidence, language)
    run = run_iri(claim.extractor, claim.version)
    yield Quad(node, expand("prov:wasGeneratedBy"), run)
    yield from _run_quads(run, claim.extractor, claim.version)


def _attribution_quads(
    node: NamedNode, attribution: Attribution, language: str | None
) -> Iterator[Quad]:
    yield Quad(node, _TYPE, ig("Attribution"))
    yield Quad(node, ig("attributionText"), text_literal(attribution.text, language))
    if attribution.actor is not None:
        yield Quad(node, ig("attributionActor"), actor_iri(attribution.actor))


def _evidence_quads(
    claim: NamedNode, wording: NamedNode, rank: int, evidence: Evidence, language: str | None
) -> Iterator[Quad]:
    span = evidence_iri(evidence.article, evidence.start, evidence.end)
    yield Quad(claim, ig("evidence"), span)
    yield Quad(span, _TYPE, expand("oa:TextQuoteSelector"))
    yield Quad(span, _TYPE, expand("oa:TextPositionSelector"))
    yield Quad(span, expand("oa:exact"), text_literal(evidence.quote, language))
    yield Quad(span, expand("oa:start"), integer_literal(evidence.start))
    yield Quad(span, expand("oa:end"), integer_literal(evidence.end))
    yield Quad(claim, ig("wording"), wording)
    yield Quad(wording, _TYPE, ig("Wording"))
    yield Quad(wording, expand("oa:hasSource"), article_iri(evidence.article))
    yield Quad(wording, expand("oa:hasSelector"), span)
    yield Quad(wording, ig("rank"), integer_literal(rank))
    yield Quad(wording, ig("sentence"), integer_literal(evidence.sentence))
    for name, text in (
        ("subjectText", evidence.subject_text),
        ("objectText", evidence.object_text),
        ("entry", evidence.entry),
    ):
        if text:
            yield Quad(wording, ig(name), text_literal(text))


def _run_quads(run: NamedNode, extractor: str, version: str) -> Iterator[Quad]:
    agent = extractor_iri(extractor, version)
    yield Quad(run, _TYPE, ig("Run"))
    yield Quad(run, expand("prov:wasAssociatedWith"), agent)
    yield Quad(agent, _TYPE, ig("Extractor"))
    yield Quad(agent, ig("extractorName"), text_literal(extractor))
    yield Quad(agent, expand("schema:softwareVersion"), text_literal(version))


def actor_quads(actor: Actor, *, details: bool = False) -> Iterator[Quad]:
    """Yield what the graph says of an actor, with the properties of the gazetteer.

    Parameters
    ----------
    actor : Actor
        The actor; the one it acts for is named, not described.
    details : bool, optional
        Also its names, offices, memberships and neighbours.
    """
    node = actor_iri(actor.code)
    yield Quad(node, _TYPE, ig("Actor"))
    yield Quad(node, _TYPE, ig(actor.kind))
    yield Quad(node, ig("code"), text_literal(actor.code))
    for language, label in actor.labels.items():
        yield Quad(node, _LABEL, text_literal(label, None if language == "mul" else language))
    if actor.acts_for is not None:
        yield Quad(node, expand("org:unitOf"), actor_iri(actor.acts_for))
    if actor.region is not None:
        yield Quad(node, ig("region"), text_literal(actor.region, "en"))
    if actor.gender in ("m", "f"):
        gender = "schema:Male" if actor.gender == "m" else "schema:Female"
        yield Quad(node, expand("schema:gender"), expand(gender))
    if actor.start is not None:
        yield Quad(node, expand("schema:foundingDate"), day_literal(actor.start))
    if actor.end is not None:
        yield Quad(node, expand("schema:dissolutionDate"), day_literal(actor.end))
    if actor.provisional:
        yield Quad(node, ig("provisional"), Literal("true", datatype=expand("xsd:boolean")))
    if details:
        yield from _name_quads(node, actor)
        yield from _neighbour_quads(node, actor.neighbours)
        for office in actor.offices:
            yield from _office_quads(node, actor.code, office)


def _name_quads(node: NamedNode, actor: Actor) -> Iterator[Quad]:
    labels = {ActorName(text=t, kind="name", language=k) for k, t in actor.labels.items()}
    for name in actor.names:
        literal = text_literal(name.text, None if name.language == "mul" else name.language)
        plain = ActorName(text=name.text, kind=name.kind, language=name.language)
        if plain not in labels:
            yield Quad(node, _NAME_PROPERTIES[name.kind], literal)
        if name.ambiguous:
            yield Quad(node, ig("ambiguousName"), literal)


def _neighbour_quads(node: NamedNode, neighbours: Mapping[str, str]) -> Iterator[Quad]:
    properties = {side: NamedNode(iri) for iri, side in SIDES.items()}
    for code, sides in neighbours.items():
        yield Quad(node, ig("neighbour"), actor_iri(code))
        for side in sides:
            yield Quad(node, properties[side], actor_iri(code))


def _office_quads(holder: NamedNode, code: str, office: Office) -> Iterator[Quad]:
    def iso(day: date | None) -> str:
        return day.isoformat() if day else ""

    node = office_iri(code, office.organization, office.role, iso(office.start), iso(office.end))
    yield Quad(node, _TYPE, expand("org:Membership"))
    yield Quad(node, expand("org:member"), holder)
    yield Quad(node, expand("org:organization"), actor_iri(office.organization))
    yield Quad(node, expand("org:role"), ig(office.role))
    if office.start is not None:
        yield Quad(node, expand("schema:startDate"), day_literal(office.start))
    if office.end is not None:
        yield Quad(node, expand("schema:endDate"), day_literal(office.end))


def describe_actors(claims: Iterable[Claim], known: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """Return the actors that claims name, and those they act for, in order of their codes.

    A role of a state that the gazetteer does not list (``MLI:MIL``) is made from the state and
    the kind of actor that the role means. Every role acts for its state. Any other unknown code
    becomes a provisional actor, labelled with its code, so that its description does not depend
    on the order of the claims.

    Parameters
    ----------
    claims : iterable of Claim
        What names the actors: subjects, objects and speakers.
    known : Mapping of str to Actor
        Gazetteer and other known actors, by code.
    """
    todo: list[str] = []
    for claim in claims:
        todo += (claim.subject, claim.object)
        if claim.attribution is not None and claim.attribution.actor is not None:
            todo.append(claim.attribution.actor)
    described: dict[str, Actor] = {}
    while todo:
        code = todo.pop(0)
        if code not in described:
            actor = known.get(code) or _derived(code, known)
            if actor.acts_for is None and roll_up(code) != code:
                actor = replace(actor, acts_for=roll_up(code))
            described[code] = actor
            if actor.acts_for is not None:
                todo.append(actor.acts_for)
    return tuple(described[code] for code in sorted(described))


def _derived(code: str, known: Mapping[str, Actor]) -> Actor:
    state = state_of(code)
    if state is not None and state != code:
        role = code.partition(":")[2]
        kind = next(kind for kind in load_actor_kinds() if kind.role == role)
        names = known[state].labels if state in known else {"mul": state}
        labels = {
            language: f"{name} ({kind.labels.get(language, kind.labels['en']).lower()})"
            for language, name in names.items()
        }
        return Actor(code=code, kind=kind.name, labels=labels, acts_for=state)
    prefix = code.partition(":")[0]
    kinds = {
        "IGO": "InternationalOrganization",
        "NSAG": "NonStateArmedGroup",
        "ORG": "Organization",
        "PERSON": "Person",
    }
    return Actor(
        code=code,
        kind="State" if state else kinds.get(prefix, "Actor"),
        labels={"mul": code.partition(":")[2] or code},
        provisional=True,
    )
