"""Answers SPARQL queries that somebody wrote: read-only, offline, bounded in time and memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat

from influence_graph.errors import QueryError
from influence_graph.rdf import worker
from influence_graph.rdf.generations import database_path
from influence_graph.rdf.lexing import bind, check_read_only
from influence_graph.rdf.namespaces import PREFIXES, compact
from influence_graph.rdf.serialising import FORMATS, serialise_quads
from influence_graph.rdf.store import Store

__all__ = ["RESULT_FORMATS", "QueryResult", "ResultKind", "as_term", "run_query"]

ResultKind: TypeAlias = Literal["solutions", "boolean", "triples"]
"""What a query gives: rows (SELECT), yes or no (ASK), triples (CONSTRUCT, DESCRIBE)."""

_TABLES: Final[dict[str, QueryResultsFormat]] = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
RESULT_FORMATS: Final = ("table", *_TABLES, *FORMATS)
"""Names of the formats of a result; the last ones are for triples."""

_LARGEST: Final = 256 * 1024 * 1024  # bytes of a result
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_POSITION = re.compile(r"error at (\d+):(\d+): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResult:
    """What a query gave.

    Attributes
    ----------
    kind : str
        ``solutions``, ``boolean`` or ``triples``.
    data : bytes
        SPARQL 1.1 JSON results, or N-Triples.
    """

    kind: ResultKind
    data: bytes

    @property
    def answer(self) -> bool:
        """The answer to an ASK query.

        Raises
        ------
        QueryError
            It was another form of query.
        """
        if self.kind != "boolean":
            raise QueryError("only an ASK query has a yes or a no")
        return bool(json.loads(self.data)["boolean"])

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the columns of a SELECT query, without ``?``."""
        if self.kind != "solutions":
            return ()
        return tuple(json.loads(self.data)["head"]["vars"])

    def rows(self) -> list[dict[str, str]]:
        """Return the rows of a SELECT query; IRIs with prefixes, unbound columns left out."""
        if self.kind != "solutions":
            return []
        bindings = json.loads(self.data)["results"]["bindings"]
        return [{name: _shown(term) for name, term in row.items()} for row in bindings]

    def render(self, format: str = "table") -> bytes:  # noqa: A002
        """Write the result.

        Parameters
        ----------
        format : str, optional
            One of `RESULT_FORMATS`; triples as ``table`` are written as Turtle.

        Raises
        ------
        QueryError
            The format is unknown, or not one for this kind of result.
        """
        if self.kind == "triples":
            name = "turtle" if format == "table" else format
            if name not in FORMATS:
                raise QueryError(f"triples cannot be written as {name}: use {', '.join(FORMATS)}")
            return serialise_quads(pyoxigraph.parse(self.data, format=RdfFormat.N_QUADS), name)
        if format == "table":
            return self._table().encode()
        if format not in _TABLES:
            raise QueryError(f"rows cannot be written as {format}: use table, {', '.join(_TABLES)}")
        result = pyoxigraph.parse_query_results(self.data, format=QueryResultsFormat.JSON)
        if isinstance(result, pyoxigraph.QueryBoolean) and format == "csv":
            return f"{self.answer}\n".lower().encode()
        written = result.serialize(format=_TABLES[format]) or b""
        return _NOT_XML.sub(b"", written) if format == "xml" else written

    def _table(self) -> str:
        if self.kind == "boolean":
            return "yes\n" if self.answer else "no\n"
        names = self.variables
        cells = [[_CONTROL.sub(" ", row.get(name, "")) for name in names] for row in self.rows()]
        widths = [
            max(len(name), *(len(row[i]) for row in cells)) if cells else len(name)
            for i, name in enumerate(names)
        ]
        lines = [list(names), ["-" * width for width in widths], *cells]
        return "".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            + "\n"
            for line in lines
        )


def _shown(term: Mapping[str, Any]) -> str:
    value = str(term["value"]) if not isinstance(term["value"], dict) else json.dumps(term["value"])
    return compact(value) if term["type"] == "uri" else value


def run_query(
    store: Path | Store,
    query: str,
    parameters: Mapping[str, str] | None = None,
    *,
    timeout: float = 30.0,
    memory: int = 2048,
) -> QueryResult:
    """Answer a query.

    On a store on disk the query runs in a process of its own that has no network where the
    system allows (Linux with user namespaces), is killed when time is up, and cannot take more
    memory than said. On an open store it runs here, without these limits.

    Parameters
    ----------
    store : Path or Store
        Folder of a store, or an open one.
    query : str
        SPARQL 1.1; the prefixes of `influence_graph.rdf.namespaces.PREFIXES` are known.
    parameters : Mapping of str to str, optional
        Terms for variables, by name without ``?``: an IRI in ``<>``, a prefixed name
        (``actor:DZA``), a number, or any other text as a literal.
    timeout : float, optional
        Seconds.
    memory : int, optional
        Megabytes of address space.

    Raises
    ------
    QueryError
        The query is no SPARQL (line and column are named), would change or leave the store, took
        too long, or needed too much memory.
    WorkspaceError
        There is no store.
    """
    try:
        query.encode()
    except UnicodeEncodeError as error:
        raise QueryError("the query holds a character that is no Unicode text") from error
    if parameters:
        query = bind(query, {name: as_term(value) for name, value in parameters.items()})
    check_read_only(query)
    if isinstance(store, Store):
        return _run_here(store, query)
    return _run_apart(database_path(store), query, timeout, memory)


def as_term(value: str) -> str:
    """Return the value of a parameter as a term in N-Triples.

    Raises
    ------
    QueryError
        It is written like an IRI and is none.

    Examples
    --------
    >>> as_term("actor:DZA"), as_term("3"), as_term("Orient")
    ('<https://w3id.org/influence-graph/actor/DZA>', '3', '"Orient"')
    """
    prefix, colon, local = value.partition(":")
    try:
        if value.startswith("<") and value.endswith(">"):
            return str(NamedNode(value[1:-1]))
        if colon and prefix in PREFIXES and " " not in local:
            return str(NamedNode(PREFIXES[prefix] + local))
    except ValueError as error:
        raise QueryError(f"{value!r} is no IRI: {error}") from error
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
        return value
    try:
        literal = pyoxigraph.Literal(value)
    except ValueError as error:
        raise QueryError(f"{value!r} holds a character that is no Unicode text") from error
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        date = NamedNode(PREFIXES["xsd"] + "date")
        literal = pyoxigraph.Literal(value, datatype=date)
    triple = pyoxigraph.Triple(NamedNode("x:"), NamedNode("x:"), literal)
    line = pyoxigraph.serialize([triple], format=RdfFormat.N_TRIPLES) or b""
    return line.decode().removeprefix("<x:> <x:> ").rstrip().removesuffix(" .")


def _run_here(store: Store, query: str) -> QueryResult:
    try:
        kind, data = worker.answer(store.database, query, PREFIXES, _LARGEST)
    except (SyntaxError, ValueError, RuntimeError, OSError, OverflowError) as error:
        raise _refused(str(error), isinstance(error, SyntaxError)) from error
    return QueryResult(kind=kind, data=data)


def _run_apart(database: Path, query: str, timeout: float, memory: int) -> QueryResult:
    request = {
        "database": str(database.resolve()),
        "query": query,
        "prefixes": PREFIXES,
        "memory": memory,
        "most": min(_LARGEST, memory * 1024 * 1024 // 4),
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own worker, by this interpreter
            [sys.executable, "-P", str(Path(worker.__file__))],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"the query took longer than {timeout:g} s and was stopped: "
            "add a LIMIT, bind an actor, or raise the time limit"
        ) from None
    head_line, _, body = done.stdout.partition(b"\n")
    try:
        head = json.loads(head_line)
    except ValueError:
        raise QueryError(
            f"the query ended without an answer (status {done.returncode}); it probably needed "
            f"more than {memory} MB: add a LIMIT, or sort and group less"
        ) from None
    if "error" in head:
        raise _refused(head["error"], head["type"] == "SyntaxError")
    return QueryResult(kind=head["kind"], data=body)


def _refused(message: str, syntax: bool) -> QueryError:
    if not syntax:
        return QueryError(f"the query failed: {message}")
    found = _POSITION.match(message)
    expected = message[found.end() :] if found else message
    what = expected if len(expected) < 80 else "the query is wrong here, or before"
    place = f"line {found[1]}, column {found[2]}: " if found else ""
    return QueryError(f"{place}{what}")
