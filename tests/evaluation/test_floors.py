"""Floors stop what was won from being lost; a changed set is not taken for the old one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from influence_graph.errors import RecordError
from influence_graph.evaluation.floors import SetFloors, digest, read_floors, write_floors
from influence_graph.pipeline.scoring import check_floors, evaluate

CLAIM = {"subject": "MLI", "relation": "accuses", "object": "DZA", "modality": "asserted"}
OTHER = {"subject": "FRA", "relation": "supports", "object": "NER", "modality": "asserted"}


def rows(path: Path, *claims: dict[str, str]) -> Path:
    path.write_text(json.dumps({"id": "a", "text": "", "claims": claims}) + "\n", "utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return rows(tmp_path / "gold.jsonl", CLAIM, OTHER)


def pin(path: Path, gold: Path, *, interstate: bool | None = None, **floors: float) -> Path:
    one = SetFloors(file=gold.name, sha256=digest(gold), interstate=interstate, floors=floors)
    write_floors(path, [one])
    return path


def check(gold: Path, floors: Path, *claims: dict[str, str]) -> tuple[list[str], list[str]]:
    found = rows(gold.with_name("found.jsonl"), *claims)
    result = check_floors(floors, [(gold, evaluate(gold, found=found))])
    return list(result.below), list(result.changed)


def test_scores_at_their_floor_pass(gold: Path, tmp_path: Path) -> None:
    floors = pin(tmp_path / "floors.toml", gold, relation_f1=1.0, modality=1.0)
    assert check(gold, floors, CLAIM, OTHER) == ([], [])


def test_a_score_below_its_floor_is_told_with_both_numbers(gold: Path, tmp_path: Path) -> None:
    floors = pin(tmp_path / "floors.toml", gold, relation_f1=0.67, relation_recall=0.5)
    below, changed = check(gold, floors, CLAIM)  # P 1, R 1/2, F1 2/3
    assert below == ["gold.jsonl: relation_f1 0.6667 is below its floor 0.670"]
    assert changed == []


def test_a_figure_that_is_no_longer_measured_is_below_its_floor(gold: Path, tmp_path: Path) -> None:
    floors = pin(tmp_path / "floors.toml", gold, modality=0.5)
    below, _ = check(gold, floors)  # nothing found, so no modality can be judged
    assert below == ["gold.jsonl: modality nothing is below its floor 0.500"]


def test_a_set_that_changed_is_told_and_not_compared(gold: Path, tmp_path: Path) -> None:
    floors = pin(tmp_path / "floors.toml", gold, relation_f1=1.0)
    rows(gold, CLAIM)
    below, changed = check(gold, floors)
    assert below == []
    assert changed == ["gold.jsonl has changed since its floors were set: set them anew"]


def test_a_set_without_floors_is_told(gold: Path, tmp_path: Path) -> None:
    floors = pin(tmp_path / "floors.toml", gold, interstate=True, relation_f1=0.5)
    _, (changed,) = check(gold, floors, CLAIM)
    assert changed.startswith("gold.jsonl: ")
    assert changed.endswith("has no floors for it")


def test_floors_are_read_as_they_were_written(gold: Path, tmp_path: Path) -> None:
    for interstate in (None, True, False):
        one = SetFloors(
            file="a.jsonl", sha256=digest(gold), interstate=interstate, floors={"pair_f1": 0.125}
        )
        write_floors(tmp_path / "floors.toml", [one])
        assert read_floors(tmp_path / "floors.toml") == [one]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "set = []",
        "[[set]]\nfile = 'a'\nsha256 = '0'\n",
        "[[set]]\nfile = 'a'\nsha256 = '0'\n[set.floors]\n",
        "[[set]]\nfile = 'a'\nsha256 = '0'\n[set.floors]\nf1 = 0.5\n",
        "[[set]]\nfile = 'a'\nsha256 = '0'\n[set.floors]\npair_f1 = 'high'\n",
        "[[set",
    ],
)
def test_what_are_no_floors_is_an_error_that_names_the_file(text: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RecordError, match=r"floors\.toml"):
        read_floors(path)


def test_the_floors_of_the_project_name_the_sets_as_they_are(root: Path, shared: Path) -> None:
    pinned = read_floors(root / "benchmarks" / "evaluation_floors.toml")
    assert {one.file for one in pinned} == {
        "seed_fr.jsonl",
        "dev_fr.jsonl",
        "dev_en.jsonl",
        "plover_dev.jsonl",
    }
    for one in pinned:
        assert one.sha256 == digest(shared / "eval" / one.file), one.file
        assert one.floors["relation_f1"] > 0.3
