"""``query``: answers in every format, and one line where there is none."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from influence_graph.rdf.library import list_queries

from .conftest import Run

WHO = "SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }"
ACTOR = "https://w3id.org/influence-graph/actor/"


def test_the_question_of_the_project_is_answered_as_a_table(run: Run, made: Path) -> None:
    result = run("query", made, WHO)
    assert (result.exit_code, result.stdout) == (0, "who\n---------\nactor:MLI\n")


def test_csv_is_pipeable(run: Run, made: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("query", made, WHO, "--format", "csv").stdout)))
    assert rows == [["who"], [ACTOR + "MLI"]]


def test_tsv_json_and_xml(run: Run, made: Path) -> None:
    assert run("query", made, WHO, "--format", "tsv").stdout.split() == ["?who", f"<{ACTOR}MLI>"]
    found = json.loads(run("query", made, WHO, "--format", "json").stdout)
    assert found["results"]["bindings"] == [{"who": {"type": "uri", "value": ACTOR + "MLI"}}]
    xml = ElementTree.fromstring(run("query", made, WHO, "--format", "xml").stdout)  # noqa: S314 - ours
    assert ACTOR + "MLI" in list(xml.itertext())


def test_triples_are_turtle_or_another_format_of_triples(run: Run, made: Path) -> None:
    construct = "CONSTRUCT WHERE { ?who ig:distancesFrom actor:DZA }"
    assert "actor:MLI ig:distancesFrom actor:DZA ." in run("query", made, construct).stdout
    lines = run("query", made, construct, "--format", "ntriples").stdout.splitlines()
    assert len(lines) == 1


def test_a_yes_or_no_question(run: Run, made: Path) -> None:
    assert run("query", made, "ASK { actor:MAR ig:aids actor:MLI }").stdout == "no\n"  # planned
    assert run("query", made, "ASK { actor:MLI ig:rejects actor:DZA }").stdout == "yes\n"


@pytest.mark.parametrize("value", ["DZA", "actor:DZA"])
def test_a_named_query_with_an_actor_by_code_or_iri(run: Run, made: Path, value: str) -> None:
    result = run("query", made, "--name", "distances-from", "--set", f"actor={value}")
    assert result.exit_code == 0
    assert "actor:MLI-MIL  2023-02-14  The Malian junta took distance from Algiers" in result.stdout


def test_the_list_of_named_queries_says_what_each_needs(run: Run, made: Path) -> None:
    lines = run("query", made, "--list").stdout.splitlines()
    assert len(lines) == len(list_queries()) >= 12
    (line,) = [line for line in lines if line.startswith("dyad-timeline")]
    assert line.endswith("(--set a=… --set b=…)")


def test_a_query_from_a_file_and_from_standard_input(run: Run, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "who.rq"
    path.write_text("# a question\n" + WHO, "utf-8")
    assert run("query", made, "-f", path).stdout == run("query", made, WHO).stdout
    assert run("query", made, "-f", "-", stdin=WHO).stdout == run("query", made, WHO).stdout


def test_a_value_is_set_for_a_variable(run: Run, made: Path) -> None:
    query = "SELECT ?relation WHERE { ?who ?relation ?whom . ?relation a ig:Relation }"
    result = run("query", made, query, "--set", "who=actor:DZA", "--set", "?whom=actor:FRA")
    assert "ig:alignsWith" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (WHO, "--name", "relations"),
        (WHO, "--set", "who"),
        (WHO, "--timeout", "0"),
        ("--file", "/nowhere/at.all"),
    ],
    ids=["no query", "two queries", "no value", "no time", "no file"],
)
def test_wrong_usage_is_status_2(run: Run, made: Path, arguments: tuple[str, ...]) -> None:
    result = run("query", made, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("SELECT ?x\nWHERE { ?x ig:supports }",), "line 2, column"),
        (("SELECT * { ?s xx:y ?o }",), "unknown prefix 'xx'"),
        (("DELETE WHERE { ?s ?p ?o }",), "not allowed"),
        (("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",), "not allowed"),
        (("--name", "nonsense"), "use one of ally-of-rival"),
        (("--name", "distances-from"), "needs actor=VALUE"),
        ((WHO, "--format", "turtle"), "rows cannot be written as turtle"),
        ((WHO, "--format", "pdf"), "use table, csv"),
    ],
)
def test_a_query_that_cannot_be_answered_is_one_line_and_status_1(
    run: Run, made: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("query", made, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_query_that_takes_too_long_is_stopped(run: Run, made: Path) -> None:
    cross = " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(6))
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {cross} }}"
    result = run("query", made, query, "--timeout", "0.5")
    assert result.exit_code == 1
    assert "took longer than 0.5 s" in result.stderr


def test_a_folder_that_is_no_workspace_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    result = run("query", tmp_path, WHO)
    assert result.exit_code == 1
    assert "is no workspace: make one with `influence-graph build" in result.stderr
    assert run("query", tmp_path / "missing", WHO).exit_code == 2
