"""``evaluate``: scores against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


def gold_claim(subject: str, relation: str, obj: str, **more: Any) -> dict[str, Any]:
    return {"subject": subject, "relation": relation, "object": obj, "modality": "asserted", **more}


GOLD = [
    {
        "id": "one",
        "lang": "en",
        "published": "2024-03-01",
        "title": "",
        "text": "Mali accused Algeria of meddling.",
        "claims": [gold_claim("MLI", "accuses", "DZA")],
    },
    {
        "id": "two",
        "lang": "fr",
        "published": "2024-03-01",
        "title": "",
        "text": "Bamako se méfie d'Alger. La France soutient le Niger.",
        "claims": [
            gold_claim("MLI:GOV", "distrusts", "DZA:GOV"),
            gold_claim("FRA", "supports", "NER"),
        ],
    },
]
FOUND = [
    {"id": "one", "claims": [gold_claim("MLI:MIL", "accuses", "DZA:GOV")]},  # right, rolled up
    {
        "id": "two",
        "claims": [
            gold_claim("MLI", "opposes", "DZA"),  # the pair and the sign are right
            gold_claim("RUS", "aids", "NER"),  # spurious
        ],
    },
]


def lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return lines(tmp_path / "gold.jsonl", GOLD)


def test_claims_found_before_are_scored(run: Run, gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND)
    result = run("evaluate", gold, "--found", found)
    told = result.stdout.splitlines()
    assert result.exit_code == 0
    assert told[0] == "articles 2  gold claims 3  found 3"
    # two of three pairs are right, one of three relations
    assert " ".join(told[1].split()) == "pair P 0.667 R 0.667 F1 0.667 (tp 2)"
    (relation,) = [line for line in told if line.startswith("relation")]
    assert " ".join(relation.split()) == "relation P 0.333 R 0.333 F1 0.333 (tp 1)"


def test_relations_and_errors_are_listed_where_asked_for(
    run: Run, gold: Path, tmp_path: Path
) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND)
    told = run("evaluate", gold, "--found", found, "--by-relation", "--errors", "--ci", "50").stdout
    assert "distrusts" in told
    assert "RUS aids NER" in told
    assert "95% [" in told


def test_several_files_are_scored_one_by_one(run: Run, gold: Path, tmp_path: Path) -> None:
    second = lines(tmp_path / "second.jsonl", GOLD[:1])
    found = lines(tmp_path / "found.jsonl", FOUND)
    told = run("evaluate", gold, second, "--found", found).stdout
    assert told.count("== ") == 2


def test_the_articles_are_read_where_nothing_was_found_before(run: Run, gold: Path) -> None:
    result = run("evaluate", gold, "--quiet")
    assert result.exit_code == 0
    assert result.stdout.startswith("articles 2  gold claims 3  found 3")
    assert "relation     P 1.000  R 1.000  F1 1.000  (tp 3)" in result.stdout


def test_extract_writes_what_evaluate_reads(run: Run, gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    assert run("extract", gold, "-o", found, "--quiet").exit_code == 0
    assert run("evaluate", gold, "--found", found).stdout == run("evaluate", gold).stdout


def test_a_broken_line_is_named(run: Run, gold: Path) -> None:
    with gold.open("a", encoding="utf-8") as stream:
        stream.write("{broken\n")
    result = run("evaluate", gold)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{gold}:3: no JSON" in result.stderr


def test_a_missing_file_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("evaluate", tmp_path / "gold.jsonl").exit_code == 2
    assert run("evaluate").exit_code == 2
