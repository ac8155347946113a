"""The ontology: the 22 relations, the kinds of actors, and the whole as a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from influence_graph.errors import OntologyError
from influence_graph.model import Relation
from influence_graph.rdf.namespaces import expand, ig, local_name
from influence_graph.rdf.statements import Statements, nodes, texts
from influence_graph.resources import resource

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = [
    "ONTOLOGY",
    "SHAPES",
    "ActorKind",
    "defined_terms",
    "load_actor_kinds",
    "load_m49_subregions",
    "load_ontology_graph",
    "load_relations",
    "ontology_quads",
    "read_relations",
]

ONTOLOGY: Final = "ontology/influence.ttl"
"""The ontology among the shipped data."""

SHAPES: Final = "ontology/shapes.ttl"
"""The SHACL shapes among the shipped data."""

_TYPE = expand("rdf:type")
_LABEL = expand("rdfs:label")
_NOTE = expand("skos:scopeNote")
_SUB_PROPERTY = expand("rdfs:subPropertyOf")
_SUB_CLASS = expand("rdfs:subClassOf")
_SYMMETRIC = expand("owl:SymmetricProperty")
_FAMILIES = {"eventRelation": "event", "stanceRelation": "stance", "influenceRelation": "influence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorKind:
    """A class of actors.

    Attributes
    ----------
    name : str
        Local name, such as ``Military``.
    labels : Mapping of str to str
        Label per language.
    role : str or None
        What it adds to the code of its state: ``MIL``.
    """

    name: str
    labels: Mapping[str, str]
    role: str | None = None


class _Ontology(Statements):
    """The triples of an ontology."""

    def nodes(self, subject: str, predicate: NamedNode) -> list[str]:
        """Return the IRIs that a subject has for a property."""
        return nodes(self.about(subject), predicate.value)

    def texts(self, subject: str, predicate: NamedNode) -> list[str]:
        """Return the literals that a subject has for a property."""
        return texts(self.about(subject), predicate.value)

    def labels(self, subject: str, predicate: NamedNode = _LABEL) -> dict[str, str]:
        """Return the label, or what another property says, per language."""
        found = self.about(subject).get(predicate.value, ())
        return {t.language or "mul": t.value for t in found if isinstance(t, Literal)}

    def one(self, subject: str, predicate: NamedNode) -> str:
        """Return the only literal of a property that must be there once."""
        found = self.texts(subject, predicate)
        if len(found) != 1:
            raise ValueError(f"needs one {local_name(predicate.value)}, and has {len(found)}")
        return found[0]

    def ancestors(self, start: str, predicate: NamedNode) -> frozenset[str]:
        """Return everything above a term, itself included."""
        seen: set[str] = set()
        todo = [start]
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(self.nodes(here, predicate))
        return frozenset(seen)


def _read(data: bytes, where: str) -> _Ontology:
    try:
        return _Ontology(parse(data, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise OntologyError(f"{where}: not Turtle: {error}") from error


@cache
def _statements() -> _Ontology:
    return _read(resource(ONTOLOGY).read_bytes(), ONTOLOGY)


def read_relations(data: bytes, where: str = ONTOLOGY) -> tuple[Relation, ...]:
    """Read the relations of an ontology in Turtle, in the order of the file.

    Parameters
    ----------
    data : bytes
        The file.
    where : str, optional
        Its name, for messages.

    Raises
    ------
    OntologyError
        It is no Turtle, or a relation lacks its sign, intensity or family.
    """
    return _relations(_read(data, where), where)


def _relations(statements: _Ontology, where: str) -> tuple[Relation, ...]:
    return tuple(
        _relation(statements, subject, where)
        for subject in list(statements.of)
        if ig("Relation").value in statements.nodes(subject, _TYPE)
    )


def _relation(statements: _Ontology, subject: str, where: str) -> Relation:
    above = {local_name(iri) for iri in statements.ancestors(subject, _SUB_PROPERTY)}
    families = [family for name, family in _FAMILIES.items() if name in above]
    if len(families) != 1:
        raise OntologyError(
            f"{where}: {local_name(subject)} must be below exactly one of {', '.join(_FAMILIES)}"
        )
    mode = "stance"
    if families[0] == "event":
        mode = "material" if "materialRelation" in above else "verbal"
    plover = statements.texts(subject, ig("ploverType"))
    try:
        return Relation(
            name=local_name(subject),
            sign=int(statements.one(subject, ig("sign"))),
            intensity=float(statements.one(subject, ig("goldstein"))),
            symmetric=_SYMMETRIC.value in statements.nodes(subject, _TYPE),
            family=families[0],
            mode=mode,
            labels=statements.labels(subject),
            notes=statements.labels(subject, _NOTE),
            plover=plover[0] if plover else None,
            cameo=tuple(statements.texts(subject, ig("cameoCode"))),
        )
    except ValueError as error:
        raise OntologyError(f"{where}: {local_name(subject)}: {error}") from error


@cache
def load_relations() -> tuple[Relation, ...]:
    """Return the relations of the shipped ontology, in the order of its file.

    Raises
    ------
    OntologyError
        The ontology is broken.

    Examples
    --------
    >>> [relation.name for relation in load_relations()][:3]
    ['agreesWith', 'consultsWith', 'supports']
    """
    return _relations(_statements(), ONTOLOGY)


@cache
def load_actor_kinds() -> tuple[ActorKind, ...]:
    """Return the classes below ``ig:Actor``, in the order of the file.

    Examples
    --------
    >>> {kind.role: kind.name for kind in load_actor_kinds()}["MIL"]
    'Military'
    """
    statements = _statements()
    actor = ig("Actor").value
    kinds = []
    for subject in list(statements.of):
        if subject != actor and actor in statements.ancestors(subject, _SUB_CLASS):
            role = statements.texts(subject, ig("roleCode"))
            kinds.append(
                ActorKind(
                    name=local_name(subject),
                    labels=statements.labels(subject),
                    role=role[0] if role else None,
                )
            )
    return tuple(kinds)


@cache
def load_m49_subregions() -> tuple[str, ...]:
    """Return the English names of the subregions of the United Nations' M49 standard."""
    return tuple(_statements().texts(ig("region").value, expand("skos:example")))


@cache
def defined_terms() -> frozenset[str]:
    """Return the IRIs of all ``ig:`` terms that the ontology defines."""
    statements = _statements()
    return frozenset(
        subject
        for subject in statements.of
        if subject.startswith(ig("").value) and statements.of[subject].get(_TYPE.value)
    )


@cache
def ontology_quads() -> tuple[Quad, ...]:
    """Return the triples of the shipped ontology, so that a store can answer by hierarchy."""
    return tuple(parse(resource(ONTOLOGY).read_bytes(), format=RdfFormat.TURTLE))


def load_ontology_graph() -> Graph:
    """Return the ontology as an rdflib graph."""
    from rdflib import Graph  # slow to import, and seldom needed

    graph = Graph()
    graph.parse(data=resource(ONTOLOGY).read_bytes(), format="turtle")
    return graph
