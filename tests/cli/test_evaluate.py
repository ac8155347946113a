"""``evaluate``: scores against annotated articles."""

from __future__ import annotations

import hashlib
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
FOUND: list[dict[str, Any]] = [
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


def floors(path: Path, gold: Path, value: float) -> Path:
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()
    path.write_text(
        f'[[set]]\nfile = "{gold.name}"\nsha256 = "{digest}"\n[set.floors]\npair_f1 = {value}\n'
    )
    return path


def test_floors_are_the_exit_status(run: Run, gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND)  # pair F1 2/3
    pinned = floors(tmp_path / "floors.toml", gold, 0.66)
    result = run("evaluate", gold, "--found", found, "--floors", pinned)
    assert (result.exit_code, result.stderr) == (0, "")

    result = run("evaluate", gold, "--found", found, "--floors", floors(pinned, gold, 0.67))
    assert result.exit_code == 3
    assert result.stderr == "gold.jsonl: pair_f1 0.6667 is below its floor 0.670\n"
    assert "F1 0.667" in result.stdout  # the scores are told all the same


def test_a_changed_set_is_another_exit_status(run: Run, gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND)
    pinned = floors(tmp_path / "floors.toml", gold, 0.66)
    lines(gold, GOLD[:1])
    result = run("evaluate", gold, "--found", found, "--floors", pinned)
    assert result.exit_code == 4
    assert "has changed since its floors were set" in result.stderr


def test_mistakes_are_grouped_and_show_their_sentence(run: Run, gold: Path) -> None:
    rows = [{**GOLD[0], "claims": [gold_claim("MLI", "threatens", "DZA", quote="of meddling")]}]
    told = run("evaluate", lines(gold, rows), "--errors", "-q").stdout.splitlines()
    assert "mistakes: wrong relation 1" in told
    assert told[-1] == "      in: Mali accused Algeria of meddling."


def test_relations_have_precision_and_recall(run: Run, gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND)
    told = run("evaluate", gold, "--found", found, "--by-relation").stdout.splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in told if line.startswith("  ")}
    assert rows["accuses"] == ["1", "1", "1.000", "1.000", "1.000", "1.000"]
    assert rows["opposes"] == ["0", "1", "0.000", "-", "-", "-"]
    assert rows["distrusts"] == ["1", "0", "-", "0.000", "0.000", "1.000"]


def test_confidence_is_compared_with_what_is_right_over_all_sets(
    run: Run, gold: Path, tmp_path: Path
) -> None:
    rows = [{**row, "claims": [{**c, "confidence": 0.8} for c in row["claims"]]} for row in FOUND]
    found = lines(tmp_path / "found.jsonl", rows)
    told = run("evaluate", gold, gold, "--found", found, "--calibration").stdout
    assert "| 0.80 to 0.90 | 6 | 0.80 | 0.33 |" in told
