"""Users' queries are answered apart: read-only, offline, bounded in time and memory."""

from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph.errors import QueryError, WorkspaceError
from influence_graph.model import Article
from influence_graph.rdf import worker
from influence_graph.rdf.generations import build_store, database_path
from influence_graph.rdf.namespaces import PREFIXES
from influence_graph.rdf.sparql import QueryResult, as_term, run_query
from influence_graph.rdf.store import Store

from .records import ARTICLE, CLAIMS, STATES

QUESTION = "SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }"
WHO = "SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA ; org:unitOf actor:MLI }"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sparql") / "store"
    with Store.memory() as memory:
        memory.replace_article(ARTICLE, CLAIMS, STATES)
        build_store(path, memory.quads())
    return path


def test_the_question_of_the_project_is_answered(store: Path) -> None:
    answers = {row["who"] for row in run_query(store, QUESTION).rows()}
    assert answers == {"actor:MLI", "actor:MLI-MIL"}


def test_an_open_store_gives_the_same_answer(store: Path) -> None:
    with Store.read_only(store) as opened:
        assert run_query(opened, WHO) == run_query(store, WHO)


def test_a_table_is_made_to_be_read(store: Path) -> None:
    query = "SELECT ?who ?what WHERE { ?who ?what actor:DZA . ?what a ig:Relation } ORDER BY ?who"
    assert run_query(store, query).render().decode() == (
        "who            what\n-------------  ----------------\n"
        "actor:MLI      ig:distancesFrom\nactor:MLI-MIL  ig:distancesFrom\n"
    )


def test_rows_are_written_as_csv_tsv_json_and_xml(store: Path) -> None:
    result = run_query(store, WHO)
    iri = PREFIXES["actor"] + "MLI-MIL"
    assert result.render("csv").decode().split() == ["who", iri]
    assert result.render("tsv").decode().split() == ["?who", f"<{iri}>"]
    assert json.loads(result.render("json"))["results"]["bindings"][0]["who"]["value"] == iri
    assert iri in ElementTree.fromstring(result.render("xml")).itertext()  # noqa: S314 - ours


def test_triples_are_written_as_turtle(store: Path) -> None:
    result = run_query(store, "CONSTRUCT WHERE { ?who ig:distancesFrom actor:DZA }")
    for name in ("table", "turtle", "ntriples"):
        assert len(list(parse(result.render(name), format=RdfFormat.TURTLE))) == 2
    with pytest.raises(QueryError, match="triples cannot be written as csv"):
        result.render("csv")


def test_rows_are_not_written_as_turtle(store: Path) -> None:
    with pytest.raises(QueryError, match="rows cannot be written as turtle"):
        run_query(store, WHO).render("turtle")


def test_a_yes_or_no_question_gets_one(store: Path) -> None:
    result = run_query(store, "ASK { actor:GHA ig:threatens ?anybody }")
    assert not result.answer
    assert [result.render(name) for name in ("table", "csv")] == [b"no\n", b"false\n"]
    with pytest.raises(QueryError, match="ASK"):
        _ = run_query(store, WHO).answer


@pytest.mark.parametrize("value", ["actor:DZA", f"<{PREFIXES['actor']}DZA>"])
def test_a_parameter_is_an_iri_or_a_prefixed_name(store: Path, value: str) -> None:
    query = "SELECT ?whom WHERE { ?who ig:alignsWith ?whom }"
    assert run_query(store, query, {"who": value}).rows() == [{"whom": "actor:FRA"}]


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("12", "12"),
        ("-0.5", "-0.5"),
        ("2023-02-15", f'"2023-02-15"^^<{PREFIXES["xsd"]}date>'),
        ('a "b" \n}', '"a \\"b\\" \\n}"'),
        ("x> . } INSERT DATA { <", '"x> . } INSERT DATA { <"'),
    ],
)
def test_other_parameters_are_literals_that_cannot_break_out(value: str, term: str) -> None:
    assert as_term(value) == term


def test_a_wrong_query_names_line_and_column(store: Path) -> None:
    with pytest.raises(QueryError, match="line 2, column"):
        run_query(store, "SELECT ?x\nWHERE { ?x ig:supports }")


def test_an_unknown_prefix_lists_the_known_ones(store: Path) -> None:
    with pytest.raises(
        QueryError, match=r"line 1, column 16: unknown prefix 'zz'.*actor, article, claim"
    ):
        run_query(store, "SELECT ?x { ?x zz:y ?z }")


@pytest.mark.parametrize(
    "query",
    ["DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1/>", "SELECT * { SERVICE <x:y> {} }"],
)
def test_a_query_that_does_not_only_read_is_refused(store: Path, query: str) -> None:
    with pytest.raises(QueryError, match="not allowed"):
        run_query(store, query)


def test_no_text_of_unicode_no_query(store: Path) -> None:
    with pytest.raises(QueryError, match="no Unicode text"):
        run_query(store, "SELECT * { ?s ?p '\ud800' }")


def test_a_query_that_takes_too_long_is_killed(store: Path) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryError, match="longer than 1 s"):
        run_query(store, f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", timeout=1)
    assert time.monotonic() - begin < 5


def test_a_query_that_needs_too_much_memory_ends(store: Path) -> None:
    with pytest.raises(QueryError, match=r"512 MB|larger than"):
        run_query(store, f"SELECT * {{ {CROSS} }} ORDER BY ?a ?o", memory=512, timeout=60)


def test_there_must_be_a_store(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="build the workspace first"):
        run_query(tmp_path, WHO)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    calls: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815 - the name that http.server calls

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql", calls
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_worker_has_no_network_even_behind_the_guard(
    store: Path, listener: tuple[str, list[str]]
) -> None:
    url, calls = listener
    request = {
        "database": str(database_path(store)),
        "query": f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "prefixes": PREFIXES,
        "memory": 2048,
        "most": 1_000_000,
    }
    done = subprocess.run(
        [sys.executable, "-P", str(Path(worker.__file__))],
        input=json.dumps(request).encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    if not json.loads(done.stdout.partition(b"\n")[0])["offline"]:
        pytest.skip("this system does not let a process leave the network")
    assert calls == []


def test_hostile_text_in_a_result_cannot_steer_the_terminal_or_break_xml() -> None:
    article = Article(text="x", title="\x1b[2J\x00red\nline \u202e", language="en")
    with Store.memory() as memory:
        memory.replace_article(article, [], {})
        result = run_query(memory, "SELECT ?t { ?a schema:headline ?t }")
    table = result.render().decode()
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert len(table.splitlines()) == 3
    ElementTree.fromstring(result.render("xml"))  # noqa: S314 - ours


def test_an_empty_result_is_a_header() -> None:
    result = QueryResult(
        kind="solutions", data=b'{"head":{"vars":["a"]},"results":{"bindings":[]}}'
    )
    assert result.render().decode() == "a\n-\n"
