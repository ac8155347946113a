"""``tools/set_floors.py`` raises floors, and lowers one only when it is told to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from influence_graph.evaluation.floors import SetFloors, digest, read_floors, write_floors

TEXT = "Mali accused Algeria of meddling."
RIGHT = {"subject": "MLI", "relation": "accuses", "object": "DZA", "modality": "asserted"}
MISSED = {"subject": "FRA", "relation": "aids", "object": "NER", "modality": "asserted"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One of two claims is found: precision 1, recall 1/2, F1 2/3."""
    path = tmp_path / "gold.jsonl"
    row = {"id": "a", "lang": "en", "title": "", "text": TEXT, "claims": [RIGHT, MISSED]}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def set_floors(root: Path, floors: Path, gold: Path, *options: str) -> dict[str, float]:
    tool = str(root / "tools" / "set_floors.py")
    subprocess.run([sys.executable, tool, str(floors), str(gold), *options], check=True)
    (one,) = read_floors(floors)
    assert (one.file, one.sha256) == (gold.name, digest(gold))
    return dict(one.floors)


def test_new_floors_lie_a_margin_below_what_is_measured(
    root: Path, gold: Path, tmp_path: Path
) -> None:
    floors = set_floors(root, tmp_path / "floors.toml", gold, "--margin", "0.1")
    assert (floors["relation_precision"], floors["relation_recall"]) == (0.9, 0.4)
    assert floors["relation_f1"] == 0.56  # 2/3 - 0.1, rounded down


def test_a_floor_sinks_only_when_told_or_where_the_set_has_changed(
    root: Path, gold: Path, tmp_path: Path
) -> None:
    path = tmp_path / "floors.toml"

    def pin(sha256: str) -> None:
        floors = {"relation_recall": 0.8}
        write_floors(
            path, [SetFloors(file=gold.name, sha256=sha256, interstate=None, floors=floors)]
        )

    pin(digest(gold))
    assert set_floors(root, path, gold)["relation_recall"] == 0.8
    assert set_floors(root, path, gold, "--lower")["relation_recall"] == 0.48
    pin("0" * 64)
    assert set_floors(root, path, gold)["relation_recall"] == 0.48
