"""Each script runs on a workspace and says something of it."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from influence_graph import export

SCRIPTS = Path(__file__).parents[2] / "examples" / "scripts"


def run(name: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:__main__", SCRIPTS / name, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_claims_in_python_prints_who_moved_away_from_whom_with_quotes(small: Path) -> None:
    told = run("claims_in_python.py", small)
    assert "Mali moved away from Algeria:" in told
    assert "“la junte malienne prend ses distances avec son voisin”" in told
    assert "in: Le Mali s'éloigne de l'Algérie" in told


def test_igraph_reads_the_graphml(small: Path) -> None:
    told = run("graphml_in_igraph.py", small / "graph.graphml")
    actors, claims = map(int, re.findall(r"^(\d+) actors, (\d+) claims", told)[0])
    assert actors >= 5
    assert claims >= 5
    assert re.search(r"^  0\.\d{3}  Mali$", told, re.MULTILINE)
    assert "Camps" in told


def test_networkx_reads_the_graphml_and_tells_a_pair_by_year(small: Path) -> None:
    told = run("graphml_in_networkx.py", small / "graph.graphml", "MLI", "DZA")
    assert "Most opposed:" in told
    assert "- Mali distances itself from Algeria (asserted)" in told
    assert "No claim names XXX." in run(
        "graphml_in_networkx.py", small / "graph.graphml", "XXX", "DZA"
    )


def test_both_libraries_count_alike(small: Path) -> None:
    first = {
        run(name, small / "graph.graphml").splitlines()[0]
        for name in ("graphml_in_igraph.py", "graphml_in_networkx.py")
    }
    assert len(first) == 1


def test_neo4j_import_asks_for_columns_that_the_export_has(small: Path) -> None:
    script = (SCRIPTS / "neo4j_import.cypher").read_text(encoding="utf-8")
    parts = re.split(r"LOAD CSV WITH HEADERS FROM 'file:///(\w+).csv'", script)
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        data = export(small, f"{name}-csv")
        assert data is not None
        header = next(csv.reader(data.decode().splitlines()))
        assert set(re.findall(r"row\.(\w+)", part)) <= set(header), name


@pytest.fixture(scope="module")
def notebook() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCRIPTS / "tour.ipynb").read_text(encoding="utf-8"))
    return found


def test_the_notebook_is_of_format_4_without_outputs_or_places(notebook: dict[str, Any]) -> None:
    assert notebook["nbformat"] == 4
    for cell in notebook["cells"]:
        assert cell["cell_type"] in ("markdown", "code")
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
        assert not re.search(r"(?<![\w.])/(?:home|root|tmp|work|Users)\b", "".join(cell["source"]))
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])


def test_the_cells_of_the_notebook_run_from_top_to_bottom(
    notebook: dict[str, Any], tmp_path: Path
) -> None:
    code = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    script = tmp_path / "tour.py"
    script.write_text("\n\n".join(code), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script],
        cwd=SCRIPTS,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "actor:MLI" in done.stdout
    assert "la junte malienne prend ses distances avec son voisin" in done.stdout
    assert re.search(r"since-2023\.html \d+ kB", done.stdout)


def test_each_article_and_script_is_listed_in_the_readme(root: Path) -> None:
    readme = (root / "examples" / "README.md").read_text(encoding="utf-8")
    for path in (root / "examples" / "articles").glob("*.md"):
        assert f"`{path.name}`" in readme
    for path in SCRIPTS.iterdir():
        if path.suffix in (".py", ".ipynb", ".cypher"):
            assert f"`scripts/{path.name}`" in readme
