"""Checks a graph against ``ontology/shapes.ttl``, with pySHACL or without any extra library.

The built-in checker knows the constraints that the shapes use (SHACL, W3C 2017, section 4:
``minCount``, ``maxCount``, ``class``, ``datatype``, ``nodeKind``, ``in``, ``pattern``,
``minLength``, ``minInclusive``, ``maxInclusive``, ``lessThan``, ``lessThanOrEquals``,
``disjoint``, ``uniqueLang``) and refuses a shapes file that uses others. A test holds both
checkers to the same answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from influence_graph.errors import MissingExtraError, OntologyError
from influence_graph.rdf.namespaces import PREFIXES, local_name
from influence_graph.rdf.ontology import SHAPES
from influence_graph.rdf.serialising import serialise_quads
from influence_graph.rdf.statements import Term
from influence_graph.resources import resource

__all__ = ["PropertyShape", "check_builtin", "check_pyshacl", "load_shapes", "read_shapes"]

Violation: TypeAlias = tuple[str, str]
"""IRI of the subject, name of the property shape."""

_SH: Final = PREFIXES["sh"]
_RDF: Final = PREFIXES["rdf"]
_NUMBERS: Final = frozenset(
    PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float")
)


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """What the values of one property of one class must be.

    Attributes
    ----------
    name : str
        Name of the rule, such as ``claim-subject``.
    target : str
        IRI of the class.
    path : str
        IRI of the property.
    message : str
        The rule in plain words.
    constraints : tuple of (str, tuple of Term)
        Local name of each SHACL constraint, with its values.
    """

    name: str
    target: str
    path: str
    message: str
    constraints: tuple[tuple[str, tuple[Term, ...]], ...] = field(default=())


class _Data:
    """Values by subject and property, and classes by subject; blank nodes included."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.values: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            self.values[_key(quad.subject)][quad.predicate.value].append(quad.object)
        self.types: dict[str, set[str]] = {
            subject: {_key(term) for term in said.get(_RDF + "type", ())}
            for subject, said in self.values.items()
        }

    def of(self, subject: str, path: str) -> list[Term]:
        """Return the different values of a property, in order of appearance."""
        return list(dict.fromkeys(self.values[subject].get(path, ())))

    def collection(self, head: Term) -> tuple[Term, ...]:
        """Return the members of an RDF list."""
        found: list[Term] = []
        node = head
        while _key(node) != _RDF + "nil":
            found.extend(self.of(_key(node), _RDF + "first"))
            rest = self.of(_key(node), _RDF + "rest")
            if len(rest) != 1:
                raise OntologyError(f"{SHAPES}: a list of sh:in is broken")
            node = rest[0]
        return tuple(found)


def _key(term: object) -> str:
    if isinstance(term, NamedNode):
        return term.value
    return str(term) if isinstance(term, BlankNode | Literal) else repr(term)


def read_shapes(data: bytes, where: str = SHAPES) -> tuple[PropertyShape, ...]:
    """Read property shapes from Turtle, in order of their names.

    Raises
    ------
    OntologyError
        It is no Turtle, or uses SHACL that the built-in checker does not know.
    """
    try:
        graph = _Data(parse(data, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise OntologyError(f"{where}: not Turtle: {error}") from error
    shapes = []
    for node, types in graph.types.items():
        if _SH + "NodeShape" in types:
            target = _only(graph.of(node, _SH + "targetClass"), node, where)
            for prop in graph.of(node, _SH + "property"):
                shapes.append(_property_shape(graph, _key(prop), target, where))
    return tuple(sorted(shapes, key=lambda shape: shape.name))


def _only(found: list[Term], node: str, where: str) -> str:
    if len(found) != 1:
        raise OntologyError(
            f"{where}: {local_name(node)} needs one sh:targetClass, sh:path, message"
        )
    return found[0].value if isinstance(found[0], Literal) else _key(found[0])


def _property_shape(graph: _Data, node: str, target: str, where: str) -> PropertyShape:
    constraints = []
    for predicate in graph.values[node]:
        name = predicate.removeprefix(_SH)
        if name in ("path", "message"):
            continue
        if name not in _CHECKS:
            raise OntologyError(f"{where}: {local_name(node)}: unknown constraint {name}")
        values = tuple(graph.of(node, predicate))
        constraints.append((name, graph.collection(values[0]) if name == "in" else values))
    return PropertyShape(
        name=local_name(node),
        target=target,
        path=_only(graph.of(node, _SH + "path"), node, where),
        message=_only(graph.of(node, _SH + "message"), node, where),
        constraints=tuple(constraints),
    )


@cache
def load_shapes() -> tuple[PropertyShape, ...]:
    """Return the shipped property shapes, in order of their names."""
    return read_shapes(resource(SHAPES).read_bytes())


def check_builtin(quads: Iterable[Quad]) -> list[Violation]:
    """Return what breaks the shipped shapes, sorted, each subject and rule once."""
    data = _Data(quads)
    by_target: dict[str, list[PropertyShape]] = defaultdict(list)
    for shape in load_shapes():
        by_target[shape.target].append(shape)
    broken: set[Violation] = set()
    for subject, types in data.types.items():
        for target in types:
            for shape in by_target.get(target, ()):
                values = data.of(subject, shape.path)
                if not all(
                    _CHECKS[name](data, subject, values, wanted)
                    for name, wanted in shape.constraints
                ):
                    broken.add((subject, shape.name))
    return sorted(broken)


def check_pyshacl(quads: Iterable[Quad]) -> list[Violation]:
    """Return the same as `check_builtin`, found by pySHACL.

    Raises
    ------
    MissingExtraError
        pySHACL is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise MissingExtraError("validation with pySHACL", "shacl") from error
    from rdflib import Graph, URIRef

    data = Graph().parse(data=serialise_quads(quads, "ntriples"), format="nt")
    shapes = Graph().parse(data=resource(SHAPES).read_bytes(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inplace=True)
    focus, source = URIRef(_SH + "focusNode"), URIRef(_SH + "sourceShape")
    return sorted(
        {
            (str(report.value(result, focus)), local_name(str(report.value(result, source))))
            for result in report.subjects(source, None)
        }
    )


Check: TypeAlias = Callable[[_Data, str, list[Term], tuple[Term, ...]], bool]


def _number(term: Term) -> Decimal | None:
    if not isinstance(term, Literal) or term.datatype.value not in _NUMBERS:
        return None
    try:
        return Decimal(term.value)
    except InvalidOperation:
        return None


def _before(left: Term, right: Term, *, equal: bool) -> bool:
    """Tell whether a value is smaller; values that cannot be compared are not."""
    numbers = _number(left), _number(right)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] <= numbers[1] if equal else numbers[0] < numbers[1]
    if not (isinstance(left, Literal) and isinstance(right, Literal)):
        return False
    if left.datatype != right.datatype:
        return False
    return left.value <= right.value if equal else left.value < right.value


_LEXICAL: Final = {
    PREFIXES["xsd"] + "date": re.compile(
        r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?"
    ),
    PREFIXES["xsd"] + "integer": re.compile(r"[+-]?\d+"),
    PREFIXES["xsd"] + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    PREFIXES["xsd"] + "boolean": re.compile(r"true|false|1|0"),
}


def _has_datatype(term: Term, wanted: Term) -> bool:
    if not isinstance(term, Literal) or term.datatype != wanted:
        return False
    lexical = _LEXICAL.get(term.datatype.value)
    return lexical is None or lexical.fullmatch(term.value) is not None


def _has_class(data: _Data, term: Term, wanted: Term) -> bool:
    return _key(wanted) in data.types.get(_key(term), ())


def _unique_languages(values: list[Term]) -> bool:
    languages = [term.language for term in values if isinstance(term, Literal) and term.language]
    return len(languages) == len(set(languages))


def _count(wanted: tuple[Term, ...]) -> int:
    number = _number(wanted[0])
    return int(number) if number is not None else 0


def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else _key(term)


def _within(values: list[Term], wanted: tuple[Term, ...], *, least: bool) -> bool:
    return all(
        _before(wanted[0], v, equal=True) if least else _before(v, wanted[0], equal=True)
        for v in values
    )


def _ordered(data: _Data, subject: str, values: list[Term], other: Term, *, equal: bool) -> bool:
    rest = data.of(subject, _key(other))
    return all(_before(value, right, equal=equal) for value in values for right in rest)


_KINDS: Final[dict[str, type[NamedNode] | type[Literal] | type[BlankNode]]] = {
    _SH + "IRI": NamedNode,
    _SH + "Literal": Literal,
    _SH + "BlankNode": BlankNode,
}

_CHECKS: Final[dict[str, Check]] = {
    "minCount": lambda _d, _s, values, want: len(values) >= _count(want),
    "maxCount": lambda _d, _s, values, want: len(values) <= _count(want),
    "class": lambda data, _s, values, want: all(
        _has_class(data, v, w) for v in values for w in want
    ),
    "datatype": lambda _d, _s, values, want: all(_has_datatype(v, want[0]) for v in values),
    "nodeKind": lambda _d, _s, values, want: all(
        isinstance(v, _KINDS[_key(want[0])]) for v in values
    ),
    "in": lambda _d, _s, values, want: all(v in want for v in values),
    "pattern": lambda _d, _s, values, want: all(
        re.search(_text(want[0]), _text(v)) is not None for v in values
    ),
    "minLength": lambda _d, _s, values, want: all(len(_text(v)) >= _count(want) for v in values),
    "minInclusive": lambda _d, _s, values, want: _within(values, want, least=True),
    "maxInclusive": lambda _d, _s, values, want: _within(values, want, least=False),
    "lessThan": lambda data, subject, values, want: _ordered(
        data, subject, values, want[0], equal=False
    ),
    "lessThanOrEquals": lambda data, subject, values, want: _ordered(
        data, subject, values, want[0], equal=True
    ),
    "disjoint": lambda data, subject, values, want: (
        not set(values) & set(data.of(subject, _key(want[0])))
    ),
    "uniqueLang": lambda _d, _s, values, _w: _unique_languages(values),
}
