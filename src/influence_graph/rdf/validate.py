"""Says in plain words what is wrong with a graph: shapes, references, offsets.

Two kinds of rules. Those of ``ontology/shapes.ttl`` say what each record must have. Those here
say how records, texts and direct triples must fit together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from influence_graph.errors import InfluenceGraphError, InputError
from influence_graph.model import roll_up
from influence_graph.rdf.gazetteer import ActorStatements
from influence_graph.rdf.mapping import text_digest
from influence_graph.rdf.namespaces import (
    PREFIXES,
    actor_iri,
    claim_iri,
    compact,
    evidence_iri,
    expand,
    ig,
)
from influence_graph.rdf.ontology import defined_terms, load_relations
from influence_graph.rdf.reading import article_id, claim_from
from influence_graph.rdf.shapes import check_builtin, check_pyshacl, load_shapes
from influence_graph.rdf.statements import Properties, Statements, clean, nodes, texts

__all__ = ["RULES", "Engine", "Finding", "read_graph", "validate_file", "validate_quads"]

Engine: TypeAlias = Literal["builtin", "pyshacl"]
"""What checks the shapes; both find the same."""

TextOf: TypeAlias = Callable[[str], str | None]
"""Gives the text of an article by its id, None where it is not at hand."""

RULES: Final[dict[str, str]] = {
    "term-defined": "Every term of the ontology's namespace is defined in the ontology.",
    "actor-iri": "The IRI of an actor is made from its code.",
    "actor-unique": "No two actors have the same code.",
    "actor-readable": "An actor can be read back.",
    "claim-readable": "A claim can be read back.",
    "claim-id": "The IRI of a claim is made from its article, actors, relation and modality.",
    "actor-state": "A role of a state is a unit of the state.",
    "direct-has-claim": "A direct triple has a claim, of its actors or of roles of its states, "
    "that is asserted and not rejected.",
    "claim-has-direct": "A claim that is asserted and not rejected has the direct triple of its "
    "actors, and that of their states.",
    "evidence-iri": "The IRI of a span says its article and offsets.",
    "evidence-article": "The quotes of a claim are from its article.",
    "evidence-text": "A quote is the text of the article at its offsets.",
    "article-text": "The text of an article is the one that was read.",
}
"""The rules that are not shapes, in plain words."""

_SUFFIXES: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing that is wrong.

    Attributes
    ----------
    subject : str
        What it is about: a prefixed name, or a file.
    rule : str
        Name of a property shape, of one of `RULES`, or ``syntax``.
    message : str
        What is wrong, in plain words.
    """

    subject: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} [{self.rule}]"


def read_graph(path: Path) -> list[Quad]:
    """Read an RDF file by its suffix: .ttl, .trig, .nt, .nq, .jsonld.

    Raises
    ------
    InputError
        The file cannot be read, or is not what its suffix says.
    """
    if path.suffix not in _SUFFIXES:
        raise InputError(f"not an RDF file: use {', '.join(_SUFFIXES)}", source=str(path))
    try:
        return list(pyoxigraph.parse(path.read_bytes(), format=_SUFFIXES[path.suffix]))
    except (SyntaxError, OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", source=str(path)) from error


def validate_file(
    path: Path, text_of: TextOf | None = None, *, engine: Engine = "builtin"
) -> tuple[Finding, ...]:
    """Check an RDF file; what `validate_quads` says, and whether it can be read at all."""
    try:
        quads = read_graph(path)
    except InputError as error:
        return (Finding(subject=str(path), rule="syntax", message=error.message),)
    return validate_quads(quads, text_of, engine=engine)


def validate_quads(
    quads: Iterable[Quad], text_of: TextOf | None = None, *, engine: Engine = "builtin"
) -> tuple[Finding, ...]:
    """Check a graph of claims.

    Parameters
    ----------
    quads : iterable of Quad
        The graph.
    text_of : callable, optional
        Gives the text of an article by its id, or None; without it offsets are not checked.
    engine : {"builtin", "pyshacl"}, optional
        What checks the shapes.

    Returns
    -------
    tuple of Finding
        Sorted; empty where nothing is wrong.

    Raises
    ------
    MissingExtraError
        pySHACL is wanted and not installed.
    """
    quads = list(dict.fromkeys(quads))
    statements = Statements(quads)
    findings = [
        *_shapes(quads, engine),
        *_terms(quads),
        *_actors(quads, statements),
        *_claims(statements),
        *_direct(quads, statements),
        *_spans(statements, text_of),
        *_texts(statements, text_of),
    ]
    return tuple(sorted(set(findings)))


def _finding(subject: str, rule: str, detail: str = "") -> Finding:
    return Finding(
        subject=compact(subject), rule=rule, message=RULES[rule] + (f" {detail}" if detail else "")
    )


def _shapes(quads: list[Quad], engine: Engine) -> Iterator[Finding]:
    messages = {shape.name: shape.message for shape in load_shapes()}
    check = check_pyshacl if engine == "pyshacl" else check_builtin
    for subject, rule in check(quads):
        yield Finding(subject=compact(subject), rule=rule, message=messages[rule])


def _terms(quads: list[Quad]) -> Iterator[Finding]:
    known = defined_terms()
    for quad in quads:
        for term in (quad.predicate, quad.object):
            if (
                isinstance(term, NamedNode)
                and term.value.startswith(PREFIXES["ig"])
                and term.value not in known
            ):
                yield _finding(
                    _name(quad.subject), "term-defined", f"{compact(term.value)} is not."
                )


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _actors(quads: list[Quad], statements: Statements) -> Iterator[Finding]:
    by_code: dict[str, str] = {}
    for subject in statements.with_type(ig("Actor")):
        for code in texts(statements.about(subject), ig("code").value):
            if actor_iri(code).value != subject:
                wanted = compact(actor_iri(code).value)
                yield _finding(subject, "actor-iri", f"For {code} it is {wanted}.")
            if by_code.setdefault(code, subject) != subject:
                yield _finding(subject, "actor-unique", f"{code} is also {compact(by_code[code])}.")
            state = actor_iri(roll_up(code)).value
            units = nodes(statements.about(subject), expand("org:unitOf").value)
            if roll_up(code) != code and state not in units:
                yield _finding(subject, "actor-state", f"{code} is not of {compact(state)}.")
    try:
        ActorStatements(quads, "").actors()
    except InfluenceGraphError as error:
        yield _finding("actors", "actor-readable", str(error).removeprefix(": ") + ".")


def _claims(statements: Statements) -> Iterator[Finding]:
    for iri in statements.with_type(ig("Claim")):
        try:
            claim = claim_from(iri, statements.about)
        except InfluenceGraphError as error:
            yield _finding(iri, "claim-readable", f"{error}.")
            continue
        if claim_iri(claim.id).value != iri:
            yield _finding(iri, "claim-id", f"It would be {compact(claim_iri(claim.id).value)}.")
        home = nodes(statements.about(iri), ig("article").value)
        for piece in claim.evidence:
            if home and article_id(home[0]) != piece.article:
                yield _finding(iri, "evidence-article", f"One is from article:{piece.article}.")


def _direct(quads: list[Quad], statements: Statements) -> Iterator[Finding]:
    """Compare the direct triples with those that the claims make."""
    relations = {ig(relation.name).value for relation in load_relations()}
    direct = {
        (_name(quad.subject), quad.predicate.value, _name(quad.object))
        for quad in quads
        if quad.predicate.value in relations
    }
    held: set[tuple[str, str, str]] = set()
    for iri in statements.with_type(ig("Claim")):
        said = statements.about(iri)
        modality, review = (nodes(said, ig(name).value) for name in ("modality", "review"))
        if ig("asserted").value not in modality or ig("rejected").value in review:
            continue
        wanted = {
            triple
            for who in nodes(said, expand("rdf:subject").value)
            for relation in nodes(said, expand("rdf:predicate").value)
            for whom in nodes(said, expand("rdf:object").value)
            for triple in (
                (who, relation, whom),
                (_state(who, statements), relation, _state(whom, statements)),
            )
            if triple[0] != triple[2] and relation in relations
        }
        held |= wanted
        for triple in sorted(wanted - direct):
            yield _finding(iri, "claim-has-direct", f"{_sentence(triple)} is not there.")
    for triple in sorted(direct - held):
        yield _finding(triple[0], "direct-has-claim", f"{_sentence(triple)} has none.")


def _sentence(triple: tuple[str, str, str]) -> str:
    return " ".join(map(compact, triple))


def _state(actor: str, statements: Statements) -> str:
    """Return the IRI of the state of a state's role, any other actor unchanged."""
    codes = texts(statements.about(actor), ig("code").value)
    return actor_iri(roll_up(codes[0])).value if codes else actor


def _spans(statements: Statements, text_of: TextOf | None) -> Iterator[Finding]:
    for iri in statements.with_type(expand("oa:TextQuoteSelector")):
        said = statements.about(iri)
        article = article_id(iri)
        offsets = _offsets(said)
        if offsets is None:
            continue  # the shapes say so already
        start, end = offsets
        if evidence_iri(article, start, end).value != iri:
            yield _finding(iri, "evidence-iri", f"These are {start} and {end}.")
        text = text_of(article) if text_of else None
        quotes = texts(said, expand("oa:exact").value)
        if text is not None and quotes and clean(text)[start:end] != quotes[0]:
            yield _finding(iri, "evidence-text", f"The text there is {clean(text)[start:end]!r}.")


def _offsets(said: Properties) -> tuple[int, int] | None:
    try:
        start = int(texts(said, expand("oa:start").value)[0])
        end = int(texts(said, expand("oa:end").value)[0])
    except (IndexError, ValueError):
        return None
    return (start, end) if 0 <= start <= end else None


def _texts(statements: Statements, text_of: TextOf | None) -> Iterator[Finding]:
    if text_of is None:
        return
    for iri in statements.with_type(expand("schema:NewsArticle")):
        text = text_of(article_id(iri))
        said = texts(statements.about(iri), ig("textSha256").value)
        if text is None:
            yield _finding(iri, "article-text", "It is not here.")
        elif said and said[0] != text_digest(text):
            yield _finding(iri, "article-text", "It was changed since.")
