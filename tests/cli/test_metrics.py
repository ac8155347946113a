"""``metrics``: in words, or all rows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from influence_graph.metrics import COLUMNS, SERIES_COLUMNS

from .conftest import Run


def test_the_report_is_markdown_in_either_language(run: Run, made: Path) -> None:
    english, french = run("metrics", made), run("metrics", made, "--lang", "fr")
    assert english.stdout.startswith("# ")
    assert "6 claims" in english.stdout
    assert "Algérie" in french.stdout
    assert "Algérie" not in english.stdout


def test_csv_has_the_columns_of_the_measures(run: Run, made: Path) -> None:
    result = run("metrics", made, "--format", "csv", "--min-events", "1")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0] == list(COLUMNS)
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert len(rows) > 10


def test_roles_count_for_their_state_unless_asked_for(run: Run, made: Path) -> None:
    assert "MLI:MIL" not in run("metrics", made, "--format", "csv").stdout
    assert "MLI:MIL" in run("metrics", made, "--format", "csv", "--level", "actor").stdout


def test_a_window_bounds_the_claims(run: Run, made: Path) -> None:
    assert "2 claims" in run("metrics", made, "--from", "2024").stdout


def test_the_same_question_has_the_same_bytes(run: Run, made: Path) -> None:
    assert run("metrics", made).stdout_bytes == run("metrics", made).stdout_bytes


def test_wrong_values(run: Run, made: Path) -> None:
    assert run("metrics", made, "--level", "city").exit_code == 2
    assert run("metrics", made, "--min-events", "0").exit_code == 2
    assert run("metrics", made, "--from", "2023-13").exit_code == 1


def test_json_has_the_rows_of_the_csv(run: Run, made: Path) -> None:
    table = csv.DictReader(io.StringIO(run("metrics", made, "--format", "csv").stdout))
    lines = run("metrics", made, "--format", "json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(r["actor"] or "", r["measure"]) for r in rows] == [
        (r["actor"], r["measure"]) for r in table
    ]


def test_rows_about_an_actor(run: Run, made: Path) -> None:
    result = run("metrics", made, "--format", "json", "--actors", "Mali", "--min-events", "1")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert rows
    assert all("MLI" in (row["actor"], row["other"]) for row in rows)


def test_a_series_has_periods(run: Run, made: Path) -> None:
    result = run("metrics", made, "--format", "series", "--by", "year", "--min-events", "1")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == list(SERIES_COLUMNS)
    assert {row["period"] for row in rows} == {"2023", "2024"}


def test_only_official_actors(run: Run, made: Path) -> None:
    every = run("metrics", made, "--format", "csv").stdout
    official = run("metrics", made, "--format", "csv", "--official").stdout
    assert "ORG:FRONT-X" in every
    assert "ORG:FRONT-X" not in official


def test_the_report_is_about_all(run: Run, made: Path) -> None:
    result = run("metrics", made, "--actors", "Mali")
    assert result.exit_code == 2
    assert "the report is about all" in result.stderr
