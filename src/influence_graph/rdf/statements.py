"""Triples by subject and property, and literals written and read the same way everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from influence_graph.rdf.namespaces import expand

__all__ = [
    "Properties",
    "Statements",
    "Term",
    "clean",
    "day_literal",
    "decimal_literal",
    "integer_literal",
    "nodes",
    "text_literal",
    "texts",
]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
"""What can stand as object of a triple."""

Properties: TypeAlias = Mapping[str, list[Term]]
"""What is said of one subject: objects per IRI of the property."""

_DECIMAL = expand("xsd:decimal")
_INTEGER = expand("xsd:integer")
_DATE = expand("xsd:date")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DECIMALS: Final = 4


class Statements:
    """Triples by subject and property, in the order in which they came.

    Parameters
    ----------
    quads : iterable of Quad
        The triples; those about blank nodes are left out.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.of: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            subject = quad.subject
            if isinstance(subject, NamedNode):
                self.of[subject.value][quad.predicate.value].append(quad.object)

    def about(self, subject: str) -> Properties:
        """Return what is said of a subject."""
        return self.of.get(subject, {})

    def with_type(self, kind: NamedNode) -> list[str]:
        """Return the subjects of a class, in order of their IRIs."""
        return sorted(
            subject for subject, said in self.of.items() if kind.value in nodes(said, _TYPE)
        )


_TYPE = expand("rdf:type").value


def nodes(said: Properties, predicate: str) -> list[str]:
    """Return the IRIs that a property has."""
    return [term.value for term in said.get(predicate, ()) if isinstance(term, NamedNode)]


def texts(said: Properties, predicate: str) -> list[str]:
    """Return the values of the literals that a property has."""
    return [term.value for term in said.get(predicate, ()) if isinstance(term, Literal)]


def clean(text: str) -> str:
    """Return a text that RDF can hold: lone surrogates become U+FFFD, so offsets stay.

    Examples
    --------
    >>> clean("a" + chr(0xD800) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def text_literal(text: str, language: str | None = None) -> Literal:
    """Return a text as a literal, tagged where the language is a well-formed tag."""
    if language and _LANGUAGE.fullmatch(language):
        return Literal(clean(text), language=language.lower())
    return Literal(clean(text))


def day_literal(day: date) -> Literal:
    """Return a day as ``xsd:date``."""
    return Literal(day.isoformat(), datatype=_DATE)


def integer_literal(value: int) -> Literal:
    """Return a number as ``xsd:integer``."""
    return Literal(str(value), datatype=_INTEGER)


def decimal_literal(value: float) -> Literal:
    """Return a number as ``xsd:decimal``, rounded to four decimals, without trailing zeros.

    Examples
    --------
    >>> decimal_literal(0.8600001).value, decimal_literal(1.0).value
    ('0.86', '1')
    """
    return Literal(
        format(Decimal(repr(round(value, _DECIMALS))).normalize() + 0, "f"), datatype=_DECIMAL
    )
