"""Reads a SPARQL query word by word: refuses what is no plain reading, and fills in parameters.

Oxigraph has no switch against ``SERVICE`` and its parser has no separate lexer, so the check
here is strict: every bare word must be a known word of SPARQL queries, and a ``<`` that could be
an operator as well as the start of an IRI is refused where the two readings differ. It is one of
two walls: the process that answers the query has no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from influence_graph.errors import QueryError
from influence_graph.rdf.namespaces import PREFIXES

__all__ = ["Word", "bind", "check_read_only", "words"]

_NAME_START = r"A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"  # noqa: E501
_NAME = _NAME_START + r"0-9\u00B7\u0300-\u036F\u203F-\u2040"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_WORDS: Final = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
      |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$][{_NAME_START}0-9][{_NAME}]*)
  | (?P<blank>_:[{_NAME_START}0-9](?:[{_NAME}.]*[{_NAME}])?)
  | (?P<name>(?:[{_NAME_START.replace("_", "", 1)}](?:[{_NAME}.\-]*[{_NAME}\-])?)?:
      (?:(?:[{_NAME_START}0-9:]|{_ESCAPED})(?:(?:[{_NAME}.:\-]|{_ESCAPED})*(?:[{_NAME}:\-]|{_ESCAPED}))?)?)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[][(){{}}.,;|/^+*?!<>=&~-])
    """,
    re.VERBOSE | re.DOTALL,
)

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_CHANGING_WORDS = "INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH USING INTO DATA TO"
_CHANGES: Final = frozenset(_CHANGING_WORDS.split())
_READING_WORDS = """
    A ABS ALL AND AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS
    COUNT DATATYPE DAY DEFAULT DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR
    GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE
    ISURI LANG LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW
    OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE
    SECONDS SELECT SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS
    STRLANG STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION
    URI UUID VALUES VERSION WHERE YEAR LANGDIR HASLANG HASLANGDIR STRLANGDIR ADJUST
"""
_ALLOWED: Final = frozenset(_READING_WORDS.split())
_OPERAND: Final = frozenset({"iri", "string", "variable", "name", "language", "number", "blank"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query.

    Attributes
    ----------
    kind : str
        ``iri``, ``string``, ``variable``, ``blank``, ``name`` (with prefix), ``language``,
        ``number``, ``word`` or ``mark``.
    text : str
        The word as written.
    start : int
        Offset in the query.
    """

    kind: str
    text: str
    start: int


def _place(query: str, offset: int) -> str:
    before = query[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def words(query: str) -> Iterator[Word]:
    """Yield the words of a query, without white space and comments.

    Raises
    ------
    QueryError
        A character that no word of SPARQL begins with; its line and column are named.
    """
    at = 0
    while at < len(query):
        found = _WORDS.match(query, at)
        if found is None:
            raise QueryError(
                f"{_place(query, at)}: unexpected {query[at]!r}; a text needs quotes at both ends"
            )
        kind = found.lastgroup or "mark"
        if kind != "space":
            yield Word(kind, found.group(), at)
        at = found.end()


def check_read_only(query: str) -> None:
    """Refuse what is no query that only reads this store.

    Raises
    ------
    QueryError
        An update, ``SERVICE``, ``FROM``, an unknown word or prefix, or an ambiguous ``<``; what
        and where.
    """
    form = None
    prefixes = set(PREFIXES)
    for word, innermost, before, in_values in _with_context(query):
        place = _place(query, word.start)
        if word.kind == "word":
            upper = word.text.upper()
            if upper in _CHANGES:
                raise QueryError(f"{place}: {upper} is not allowed: queries only read")
            if upper == "SERVICE":
                raise QueryError(f"{place}: SERVICE is not allowed: queries stay in this store")
            if upper == "FROM":
                raise QueryError(f"{place}: FROM is not allowed: the store is one graph; leave it")
            if upper not in _ALLOWED:
                raise QueryError(f"{place}: {word.text!r} is no word of SPARQL queries")
            if form is None and upper in _FORMS:
                form = upper
        if word.kind == "name":
            prefix = word.text.partition(":")[0]
            if before is not None and before.text.upper() == "PREFIX":
                prefixes.add(prefix)
            elif prefix not in prefixes:
                raise QueryError(
                    f"{place}: unknown prefix {prefix!r}; these are known: {', '.join(PREFIXES)}"
                )
        if (
            word.kind == "iri"
            and innermost == "("
            and not in_values
            and before is not None
            and (before.kind in _OPERAND or before.text == ")" or before.kind == "word")
            and re.search(r"['#)]", word.text)
        ):
            raise QueryError(
                f"{place}: '<' may be 'less than' or begin an IRI here: put a space after it, "
                "or write the IRI with a prefix"
            )
    if form is None:
        raise QueryError("the query has no SELECT, ASK, CONSTRUCT or DESCRIBE")


def _with_context(query: str) -> Iterator[tuple[Word, str, Word | None, bool]]:
    """Yield each word with the innermost open bracket, the word before, and if it is data."""
    brackets: list[str] = []
    before: Word | None = None
    values_depth: int | None = None
    for word in words(query):
        if word.text.upper() == "VALUES" and word.kind == "word":
            values_depth = len(brackets)
        innermost = brackets[-1] if brackets else ""
        in_values = values_depth is not None and len(brackets) > values_depth
        yield word, innermost, before, in_values
        if word.kind == "mark":
            if word.text in "([{":
                brackets.append(word.text)
            elif word.text in ")]}" and brackets:
                brackets.pop()
                if word.text == "}" and values_depth is not None and len(brackets) <= values_depth:
                    values_depth = None
        before = word


def bind(query: str, values: Mapping[str, str]) -> str:
    """Return the query with terms in the place of variables.

    Parameters
    ----------
    query : str
        A query.
    values : Mapping of str to str
        Name of a variable, without ``?``, to a term in N-Triples.

    Returns
    -------
    str
        Where a variable is selected, it is so as a constant; in strings and comments nothing
        changes.

    Raises
    ------
    QueryError
        The query has no such variable.

    Examples
    --------
    >>> bind("SELECT ?a ?b { ?a ?p ?b }", {"b": "<x:y>"})
    'SELECT ?a (<x:y> AS ?b) { ?a ?p <x:y> }'
    """
    parts: list[str] = []
    used: set[str] = set()
    at = 0
    clause = ""
    for word, innermost, _, _ in _with_context(query):
        if word.kind == "word" and innermost != "(":
            upper = word.text.upper()
            if upper in ("SELECT", "BY"):
                clause = upper
            elif upper not in ("DISTINCT", "REDUCED", "ASC", "DESC", "AS"):
                clause = ""
        elif word.text in ("{", "}"):
            clause = ""
        name = word.text[1:]
        if word.kind != "variable" or name not in values:
            continue
        used.add(name)
        term = values[name]
        if innermost != "(" and clause == "SELECT":
            term = f"({term} AS ?{name})"
        elif innermost != "(" and clause == "BY":
            term = f"({term})"
        parts += (query[at : word.start], term)
        at = word.start + len(word.text)
    unknown = sorted(set(values) - used)
    if unknown:
        raise QueryError(f"the query has no variable ?{unknown[0]}")
    return "".join([*parts, query[at:]])
