"""Queries that only read this store pass; everything else is refused, however it is disguised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.errors import QueryError
from influence_graph.rdf.lexing import bind, check_read_only, words

from .records import PATIENT

GOOD = [
    "SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }",
    "select * where{?s ?p ?o}limit 3",
    "ASK { ?s ?p 'SERVICE <http://example.org/> {}' }",
    'SELECT ?x { ?x ?p "INSERT \\" DELETE" } # LOAD <http://example.org/>',
    "SELECT ?service ?load { ?service ig:insert ?load }",
    "PREFIX insert: <https://example.org/service#> SELECT * { insert:load ?p 'x'@add }",
    "SELECT ?x { ?x ?p ?n FILTER(?n < 3 && ?n >= 2 || ?n<1 && ?n>0) }",
    "SELECT ?x { FILTER(?x = <https://example.org/service#a>) ?x ?p ?o }",
    "SELECT ?x { VALUES (?x ?y) { (<http://a#x> <http://b#y>) (actor:MLI UNDEF) } }",
    "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a !(^ig:x|<http://a#b>)* ?b } GROUP BY ?b HAVING(?n > 1)",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } MINUS { ?s a ig:Claim } }",
    "DESCRIBE actor:MLI",
    "PREFIX a: <x:> BASE <https://a.org/> SELECT * { <x> a:\\#b ?o ; a:b%20c _:b . [] ?p (2.5) }",
    "SELECT * { ?s ?p '''a 'quoted' text''' , \"\"\"two \"\" lines\n\"\"\" }",
    "SELECT (IF(CONTAINS(LCASE(STR(?o)), 'x'), 'a', 'b') AS ?z) { ?s ?p ?o } ORDER BY DESC(?z)",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?o a <http://a#b> } }",
]
BAD = [
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT is not allowed"),
    ("DELETE WHERE { ?s ?p ?o }", "DELETE is not allowed"),
    ("CLEAR ALL", "CLEAR is not allowed"),
    ("DROP DEFAULT", "DROP is not allowed"),
    ("LOAD <http://example.org/>", "LOAD is not allowed"),
    ("PREFIX a: <x:> insert { ?s a:b 1 } where { ?s ?p ?o }", "INSERT is not allowed"),
    ("SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }", "DELETE is not allowed"),
    ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("SELECT * {SERVICE<http://example.org/>{}}", "SERVICE is not allowed"),
    ("SELECT * { FILTER EXISTS { SERVICE <x:y> {} } }", "SERVICE is not allowed"),
    ("SELECT * { # a comment\nSERVICE <x:y> {} }", "line 2, column 1: SERVICE"),
    ("PREFIX a: <x:> SELECT * { a:\\#b ?p ?o . SERVICE <x:y> {} }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p 'it\\'s' SERVICE <x:y> {} }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p trueSERVICE <x:y> {} }", "'trueSERVICE' is no word"),
    ("SELECT * { ?s ?p 1SERVICE <x:y> {} }", "SERVICE is not allowed"),
    ("SELECT * { ?s ?p 1.SERVICE <x:y> {} }", "SERVICE is not allowed"),
    ("SELECT * { \\u0053ERVICE <x:y> {} }", "unexpected"),
    ("SELECT * { S\\u0045RVICE <x:y> {} }", "'S' is no word"),
    ("SELECT * { FILTER(?a<'#>')SERVICE <x:y>{} FILTER(?b='') }", "less than"),
    ("SELECT * { FILTER(?a<?b)SERVICE?v#>\n{} }", "less than"),
    ('SELECT * { FILTER(?a<b:c#>"""\n)SERVICE <x:y>{} #"""\n }', "less than"),
    ("SELECT * FROM <http://example.org/> { ?s ?p ?o }", "FROM is not allowed"),
    ("SELECT * FROM NAMED <file:///etc/passwd> { ?s ?p ?o }", "FROM is not allowed"),
    ("SELECT * { ?s ?p 'open }", "unexpected"),
    ("SELECT * { ex:a ?p ?o }", "unknown prefix 'ex'"),
    ("", "no SELECT"),
    ("PREFIX a: <x:>", "no SELECT"),
]


@pytest.mark.parametrize("query", GOOD)
def test_a_query_that_reads_passes(query: str) -> None:
    check_read_only(query)


@pytest.mark.parametrize(("query", "message"), BAD)
def test_anything_else_is_refused_with_its_reason(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check_read_only(query)


@PATIENT
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = list(words(text))
    except QueryError:
        return
    assert all(text[word.start :].startswith(word.text) for word in found)


@PATIENT
@given(st.text(max_size=20))
def test_service_is_found_after_any_plain_text(text: str) -> None:
    query = "SELECT * { ?s ?p " + text + "\n SERVICE <x:y> {} }"
    swallowed = text.count('"""') + text.count("'''") or "<" in text
    if not swallowed:
        with pytest.raises(QueryError):
            check_read_only(query)


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("SELECT ?b { ?a ?p ?b }", "SELECT ?b { <x:y> ?p ?b }"),
        ("SELECT ?a { ?a ?p 1 }", "SELECT (<x:y> AS ?a) { <x:y> ?p 1 }"),
        ("SELECT (STR(?a) AS ?t) { ?a ?p 1 }", "SELECT (STR(<x:y>) AS ?t) { <x:y> ?p 1 }"),
        (
            "SELECT ?p { ?a ?p 1 } GROUP BY ?p ?a ORDER BY DESC(?a) ?a",
            "SELECT ?p { <x:y> ?p 1 } GROUP BY ?p (<x:y>) ORDER BY DESC(<x:y>) (<x:y>)",
        ),
        ("ASK { $a ?p '?a' } # ?a", "ASK { <x:y> ?p '?a' } # ?a"),
    ],
)
def test_a_parameter_takes_the_place_of_its_variable(query: str, bound: str) -> None:
    assert bind(query, {"a": "<x:y>"}) == bound


def test_a_parameter_without_a_variable_is_refused() -> None:
    with pytest.raises(QueryError, match=r"no variable \?b"):
        bind("SELECT ?a { ?a ?p 1 }", {"b": "1"})
