"""The gazetteer: ``graph/actors.ttl`` as `Actor` records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Final

from pyoxigraph import Literal, Quad, RdfFormat, parse

from influence_graph.errors import OntologyError
from influence_graph.model import Actor, ActorName, Office, TimeSpan, state_of
from influence_graph.rdf.namespaces import PREFIXES, expand, ig, local_name
from influence_graph.rdf.ontology import load_actor_kinds, load_m49_subregions
from influence_graph.rdf.statements import Statements, nodes, texts
from influence_graph.resources import resource

__all__ = [
    "GAZETTEER",
    "NAME_KINDS",
    "SIDES",
    "ActorStatements",
    "load_actors",
    "load_excluded_names",
    "load_region_names",
    "read_actors",
]

GAZETTEER: Final = "graph/actors.ttl"
"""The gazetteer among the shipped data."""

NAME_KINDS: Final[dict[str, str]] = {
    expand("skos:prefLabel").value: "name",
    expand("skos:altLabel").value: "name",
    ig("name").value: "name",
    ig("acronym").value: "acronym",
    ig("capital").value: "capital",
    ig("seatOfPower").value: "seat",
    ig("city").value: "city",
    ig("demonym").value: "demonym",
    ig("inhabitant").value: "inhabitant",
    ig("memberName").value: "member",
    ig("combiningForm").value: "combining",
}
"""Property of the gazetteer to kind of `ActorName`, in the order of the names."""

_TYPE = expand("rdf:type").value
_PREF = expand("skos:prefLabel").value
_CODE = ig("code").value
_AMBIGUOUS = ig("ambiguousName").value
_EXCLUDED = ig("excludedName").value
_REGION = ig("region").value
_UNIT_OF = expand("org:unitOf").value
_MEMBER = expand("org:member").value
_ORGANIZATION = expand("org:organization").value
_ROLE = expand("org:role").value
_START = expand("schema:startDate").value
_END = expand("schema:endDate").value
_FOUNDED = expand("schema:foundingDate").value
_DISSOLVED = expand("schema:dissolutionDate").value
_GENDER = expand("schema:gender").value
_PROVISIONAL = ig("provisional").value
_NEIGHBOUR = ig("neighbour").value
SIDES: Final = {
    ig("northernNeighbour").value: "N",
    ig("easternNeighbour").value: "E",
    ig("southernNeighbour").value: "S",
    ig("westernNeighbour").value: "W",
}
_GENDERS: Final = {"Male": "m", "Female": "f"}


class ActorStatements:
    """Triples about actors and their memberships, read into records.

    Parameters
    ----------
    quads : iterable of Quad
        What a gazetteer or a store says; quads about other things are ignored.
    where : str, optional
        Name of the file, for messages.
    """

    def __init__(self, quads: Iterable[Quad], where: str = GAZETTEER) -> None:
        self.where = where
        self._statements = Statements(quads)
        self.codes: dict[str, str] = {}
        self._offices: dict[str, list[str]] = defaultdict(list)
        for subject, said in self._statements.of.items():
            if _CODE in said:
                self.codes[subject] = texts(said, _CODE)[0]
            for member in nodes(said, _MEMBER):
                self._offices[member].append(subject)

    def _texts(self, subject: str, predicate: str) -> list[str]:
        return texts(self._statements.about(subject), predicate)

    def _nodes(self, subject: str, predicate: str) -> list[str]:
        return nodes(self._statements.about(subject), predicate)

    def _literals(self, subject: str, predicate: str) -> list[Literal]:
        found = self._statements.about(subject).get(predicate, ())
        return [term for term in found if isinstance(term, Literal)]

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors, in order of their codes.

        Raises
        ------
        OntologyError
            An actor has two codes, a date is none, or a membership names an unknown actor.
        """
        by_code: dict[str, str] = {}
        for subject, code in self.codes.items():
            if len(self._texts(subject, _CODE)) > 1:
                raise OntologyError(f"{self.where}: two codes for one actor: {subject}")
            if by_code.setdefault(code, subject) != subject:
                raise OntologyError(f"{self.where}: two actors have the code {code}")
        return tuple(self._actor(by_code[code], code) for code in sorted(by_code))

    def _actor(self, subject: str, code: str) -> Actor:
        regions = self._texts(subject, _REGION)
        gender = [_GENDERS.get(local_name(iri)) for iri in self._nodes(subject, _GENDER)]
        above = self._nodes(subject, _UNIT_OF)
        return Actor(
            code=code,
            kind=self._kind(subject, code),
            labels=self._labels(subject),
            names=self._names(subject),
            acts_for=self._code(above[0], subject) if above else None,
            offices=self._held(subject),
            neighbours=self._neighbours(subject),
            region=next((r for r in regions if r in load_m49_subregions()), None)
            or (regions[0] if regions else None),
            gender=gender[0] if gender else None,
            start=self._day(subject, _FOUNDED, last=False),
            end=self._day(subject, _DISSOLVED, last=True),
            provisional="true" in self._texts(subject, _PROVISIONAL),
        )

    def _kind(self, subject: str, code: str) -> str:
        ontology = PREFIXES["ig"]
        kinds = {
            iri.removeprefix(ontology)
            for iri in self._nodes(subject, _TYPE)
            if iri.startswith(ontology)
        }
        known = [kind.name for kind in load_actor_kinds() if kind.name in kinds]
        if known:
            return known[-1]
        if state_of(code) and ":" in code:
            role = code.partition(":")[2]
            return next(kind.name for kind in load_actor_kinds() if kind.role == role)
        return "Actor"

    def _labels(self, subject: str) -> dict[str, str]:
        labels = {t.language or "mul": t.value for t in self._literals(subject, _PREF)}
        return dict(sorted(labels.items()))

    def _names(self, subject: str) -> tuple[ActorName, ...]:
        ambiguous = {(t.value, t.language) for t in self._literals(subject, _AMBIGUOUS)}
        names: dict[ActorName, None] = {}
        for predicate, kind in NAME_KINDS.items():
            for term in self._literals(subject, predicate):
                text, language = term.value, term.language
                name = ActorName(
                    text=text,
                    kind=kind,
                    language=language or "mul",
                    ambiguous=(text, language) in ambiguous,
                )
                names[name] = None
        return tuple(names)

    def _held(self, subject: str) -> tuple[Office, ...]:
        offices = []
        for node in self._offices.get(subject, ()):
            organization = self._nodes(node, _ORGANIZATION)
            role = self._nodes(node, _ROLE)
            if not organization or not role:
                raise OntologyError(
                    f"{self.where}: {local_name(node)} needs org:organization and org:role"
                )
            offices.append(
                Office(
                    organization=self._code(organization[0], node),
                    role=local_name(role[0]),
                    start=self._day(node, _START, last=False),
                    end=self._day(node, _END, last=True),
                )
            )
        return tuple(sorted(offices, key=_office_order))

    def _neighbours(self, subject: str) -> dict[str, str]:
        sides: dict[str, str] = {
            self._code(n, subject): "" for n in self._nodes(subject, _NEIGHBOUR)
        }
        for predicate, side in SIDES.items():
            for node in self._nodes(subject, predicate):
                code = self._code(node, subject)
                sides[code] = sides.get(code, "") + side
        return dict(sorted(sides.items()))

    def _code(self, iri: str, of: str) -> str:
        try:
            return self.codes[iri]
        except KeyError:
            raise OntologyError(
                f"{self.where}: {local_name(of)} names {local_name(iri)}, which has no ig:code"
            ) from None

    def _day(self, subject: str, predicate: str, *, last: bool) -> date | None:
        found = self._texts(subject, predicate)
        if not found:
            return None
        try:
            span = TimeSpan.parse(found[0])
        except (ValueError, IndexError) as error:
            raise OntologyError(
                f"{self.where}: {local_name(subject)}: no date: {found[0]!r}"
            ) from error
        return span.end if last else span.start

    def excluded(self) -> dict[str, tuple[str, ...]]:
        """Return the phrases that contain a name and name no actor, per language."""
        found: dict[str, set[str]] = defaultdict(set)
        for subject in self.codes:
            for term in self._literals(subject, _EXCLUDED):
                found[term.language or "mul"].add(term.value)
        return {language: tuple(sorted(phrases)) for language, phrases in sorted(found.items())}

    def regions(self) -> dict[str, tuple[str, ...]]:
        """Return the codes of the states in each region, per name of the region."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject, code in self.codes.items():
            for region in self._texts(subject, _REGION):
                found[region].append(code)
        return {name: tuple(sorted(codes)) for name, codes in sorted(found.items())}


def _office_order(office: Office) -> tuple[date, str, str, date]:
    return (
        office.start or date.min,
        office.organization,
        office.role,
        office.end or date.max,
    )


def _statements(data: bytes, where: str) -> ActorStatements:
    try:
        return ActorStatements(parse(data, format=RdfFormat.TURTLE), where)
    except SyntaxError as error:
        raise OntologyError(f"{where}: not Turtle: {error}") from error


@cache
def _shipped() -> ActorStatements:
    return _statements(resource(GAZETTEER).read_bytes(), GAZETTEER)


def read_actors(data: bytes, where: str = GAZETTEER) -> tuple[Actor, ...]:
    """Read a gazetteer in Turtle, in order of the codes.

    Parameters
    ----------
    data : bytes
        The file.
    where : str, optional
        Its name, for messages.

    Raises
    ------
    OntologyError
        It is no Turtle, or an actor in it is broken.
    """
    return _statements(data, where).actors()


@cache
def load_actors() -> tuple[Actor, ...]:
    """Return the actors of the shipped gazetteer, in order of their codes.

    Raises
    ------
    OntologyError
        The gazetteer is broken.
    """
    return _shipped().actors()


@cache
def load_excluded_names() -> Mapping[str, tuple[str, ...]]:
    """Return phrases that contain an actor's name and name no actor, per language.

    "Vienna Convention" holds the capital of Austria and is not Austria.
    """
    return _shipped().excluded()


@cache
def load_region_names() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the states in each region that the gazetteer names."""
    return _shipped().regions()
