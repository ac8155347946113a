"""The named queries: ``queries/*.rq``, each with a title, a description and its parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from influence_graph.errors import QueryError
from influence_graph.rdf.namespaces import PREFIXES, actor_iri
from influence_graph.rdf.sparql import QueryResult, run_query
from influence_graph.rdf.store import Store

__all__ = ["NamedQuery", "Parameter", "list_queries", "named_query", "run_named"]

_PARAMETER: Final = re.compile(
    r"(?P<name>\w+) \((?P<kind>\w+)(?:, default (?P<default>[^)]+))?\): (?P<about>.+)"
)
_KINDS: Final = ("actor", "relation", "claim", "number", "date", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a named query asks for.

    Attributes
    ----------
    name : str
        Name of the variable, without ``?``.
    kind : str
        ``actor`` (a code), ``relation``, ``claim`` (an id), ``number``, ``date`` or ``text``.
    about : str
        What it means, with an example.
    default : str or None
        Its value where none is given; None where one is needed.
    """

    name: str
    kind: str
    about: str
    default: str | None = None

    def term(self, value: str) -> str:
        """Return a value in the form that `run_query` takes.

        Raises
        ------
        QueryError
            It is not of this kind.
        """
        if value.startswith("<") or any(value.startswith(f"{p}:") for p in PREFIXES):
            return value
        if self.kind == "actor":
            return f"<{actor_iri(value).value}>"
        if self.kind in ("relation", "claim"):
            if not re.fullmatch(r"\w+", value, re.ASCII):
                raise QueryError(f"{self.name}: {value!r} is no {self.kind}")
            return f"{'ig' if self.kind == 'relation' else 'claim'}:{value}"
        pattern = {"number": r"[+-]?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d"}.get(self.kind)
        if pattern and not re.fullmatch(pattern, value):
            raise QueryError(f"{self.name}: {value!r} is no {self.kind}")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query of the library.

    Attributes
    ----------
    name : str
        Name of the file, without ``.rq``.
    title, about : str
        One line, and what it gives.
    parameters : tuple of Parameter
        What it asks for.
    example : str
        What a result looks like.
    text : str
        The SPARQL, with its comments.
    """

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str


def _read(name: str, text: str) -> NamedQuery:
    found: dict[str, list[str]] = {"title": [], "about": [], "parameter": [], "example": []}
    for line in text.splitlines():
        match = re.fullmatch(r"# (\w+): (.*)", line)
        if match and match[1] in found:
            found[match[1]].append(match[2])
    parameters = []
    for line in found["parameter"]:
        match = _PARAMETER.fullmatch(line)
        if match is None or match["kind"] not in _KINDS:
            raise QueryError(f"queries/{name}.rq: no parameter: {line!r}")
        parameters.append(Parameter(**match.groupdict()))
    return NamedQuery(
        name=name,
        title=" ".join(found["title"]),
        about=" ".join(found["about"]),
        parameters=tuple(parameters),
        example="\n".join(found["example"]),
        text=text,
    )


@cache
def list_queries() -> tuple[NamedQuery, ...]:
    """Return the named queries, in order of their names."""
    folder = files("influence_graph.rdf") / "queries"
    found = [
        _read(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda query: query.name))


def named_query(name: str) -> NamedQuery:
    """Return a named query.

    Raises
    ------
    QueryError
        There is none of this name; the names are listed.
    """
    for query in list_queries():
        if query.name == name:
            return query
    names = ", ".join(query.name for query in list_queries())
    raise QueryError(f"no query is named {name!r}: use one of {names}")


def run_named(
    store: Path | Store,
    name: str,
    values: Mapping[str, str] | None = None,
    *,
    timeout: float = 30.0,
    memory: int = 2048,
) -> QueryResult:
    """Answer a named query.

    Parameters
    ----------
    store, timeout, memory
        As for `influence_graph.rdf.sparql.run_query`.
    name : str
        Name of the query.
    values : Mapping of str to str, optional
        Its parameters: actor codes, names of relations, numbers, days.

    Raises
    ------
    QueryError
        The query or a parameter is unknown, or a parameter is missing or of the wrong kind.
    """
    query = named_query(name)
    given = dict(values or {})
    terms: dict[str, str] = {}
    for parameter in query.parameters:
        value = given.pop(parameter.name, parameter.default)
        if value is None:
            raise QueryError(
                f"{name} needs {parameter.name}=VALUE: {parameter.about} ({parameter.kind})"
            )
        terms[parameter.name] = parameter.term(value)
    if given:
        asked = ", ".join(parameter.name for parameter in query.parameters) or "no parameters"
        raise QueryError(f"{name} has no parameter {sorted(given)[0]!r}: it has {asked}")
    return run_query(store, query.text, terms, timeout=timeout, memory=memory)
