"""``shifts``: when two began to deal with each other differently."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from influence_graph import ReadingOptions, build
from influence_graph.model import Article, Claim, Evidence, TimeSpan
from influence_graph.pipeline.ledger import LedgerEntry

from .conftest import Run


def _article(number: int, year: int, relation: str) -> LedgerEntry:
    quote = "Mali praised Algeria" if relation == "supports" else "Mali accused Algeria"
    article = Article(
        text=f"{quote} in case {number}.",
        origin=f"news/{number}.txt",
        title=f"Case {number}",
        published=TimeSpan.parse(f"{year}-{number % 12 + 1:02d}-15"),
        language="en",
    )
    piece = Evidence(article=article.id, start=0, end=len(quote), quote=quote, entry="x.y")
    claim = Claim(
        subject="MLI",
        relation=relation,
        object="DZA",
        evidence=(piece,),
        confidence=1.0,
        reasons=("made by hand",),
        version="1",
    )
    return LedgerEntry(
        article=article, claims=(claim,), provisional=(), signature=ReadingOptions().signature()
    )


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-four friendly acts in 2020 and 2021, twenty-four hostile ones in 2022 and 2023."""
    root = tmp_path_factory.mktemp("shifts") / "turned"
    (root / "articles").mkdir(parents=True)
    for number in range(48):
        entry = _article(number, 2020 + number // 12, "supports" if number < 24 else "accuses")
        (root / "articles" / entry.name).write_bytes(entry.dumps())
    build([], root)
    return root


def test_a_change_is_shown_with_the_claims_on_both_sides(run: Run, turned: Path) -> None:
    lines = run("shifts", turned).stdout.splitlines()
    assert lines[0] == "Algeria – Mali   48 dated events"
    assert lines[1].startswith("  2020-01-15 to 2021-12-15: 24 of 24 cooperative (share 0.97,")
    assert "supports “Mali praised Algeria”" in lines[2]
    assert lines[5].startswith("  2022-01-15 to 2023-12-15: 0 of 24 cooperative (share 0.11,")
    assert "accuses “Mali accused Algeria”" in lines[6]


def test_csv_has_a_row_for_each_segment(run: Run, turned: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("shifts", turned, "--format", "csv").stdout)))
    assert [(row["segment"], row["positive"], row["negative"]) for row in rows] == [
        ("1", "24", "0"),
        ("2", "0", "24"),
    ]
    assert len(rows[0]["claims"].split()) == 24


def test_json_is_one_pair_a_line(run: Run, turned: Path) -> None:
    row = json.loads(run("shifts", turned, "--format", "json", "--by", "year").stdout)
    assert (row["actor"], row["other"], row["verdict"], row["n"]) == ("DZA", "MLI", "shift", 48)
    assert [part["start"][:4] for part in row["segments"]] == ["2020", "2022"]


def test_a_window_before_the_change_knows_nothing_of_it(run: Run, turned: Path) -> None:
    result = run("shifts", turned, "--to", "2021")
    assert "no change that the number of events carries" in result.stdout
    assert "no change found: 1 pair" in result.stdout


def test_few_events_are_too_few_to_say(run: Run, made: Path) -> None:
    assert "too few dated events to say: 5 pairs" in run("shifts", made).stdout


def test_actors_asked_for_bound_the_pairs(run: Run, made: Path) -> None:
    one = run("shifts", made, "--actors", "France", "--format", "csv").stdout
    assert {row["actor"] for row in csv.DictReader(io.StringIO(one))} == {"DZA", "FRA"}
    two = run("shifts", made, "--actors", "Morocco", "--actors", "Mali", "--format", "csv").stdout
    assert [(r["actor"], r["other"]) for r in csv.DictReader(io.StringIO(two))] == [("MAR", "MLI")]


def test_only_claims_that_are_put_so_count(run: Run, made: Path) -> None:
    planned = run("shifts", made, "--modality", "planned", "--format", "csv").stdout
    assert [(r["actor"], r["other"]) for r in csv.DictReader(io.StringIO(planned))] == [
        ("MAR", "MLI")
    ]


def test_no_dated_event_is_said(run: Run, made: Path) -> None:
    assert run("shifts", made, "--from", "2030").stdout == "no dated events of these actors\n"


def test_an_unknown_actor_is_one_line(run: Run, made: Path) -> None:
    result = run("shifts", made, "--actors", "Atlantis")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Atlantis' is in no claim" in result.stderr
