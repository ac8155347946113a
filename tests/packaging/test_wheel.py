"""The wheel works by itself: in a bare environment, outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A virtual environment with the wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run = [sys.executable, "-m", "pip"]
    subprocess.run([*run, "wheel", "--quiet", "--no-deps", "-w", folder, root], check=True)
    (wheel,) = folder.glob("influence_graph-*.whl")
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    target = venv / "bin" / "python"
    subprocess.run([*run, "--python", target, "install", "--quiet", wheel], check=True)
    return venv


def test_build_runs_from_the_wheel(bare: Path, tmp_path: Path, root: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for path in sorted((root / "examples" / "articles").glob("*.md"))[:3]:
        shutil.copy(path, articles)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [bare / "bin" / "influence-graph", "build", "articles", "-o", "out"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = {p.name for p in (tmp_path / "out").iterdir()}
    assert {"graph.html", "graph.graphml", "claims.trig", "metrics.csv", "report.md"} <= made
    assert {"store", "articles"} <= made


def test_wheel_holds_the_knowledge_and_the_models(bare: Path) -> None:
    code = (
        "from influence_graph.resources import resource; import influence_graph, sys;"
        "names = ['ontology/influence.ttl', 'ontology/shapes.ttl', 'graph/actors.ttl',"
        " 'ontology/lexicon/fr/grammar.toml', 'models/fr/meta.json', 'models/en/meta.json'];"
        "print([n for n in names if not resource(n).is_file()], influence_graph.__file__)"
    )
    done = subprocess.run(
        [bare / "bin" / "python", "-I", "-c", code], capture_output=True, text=True, check=True
    )
    missing, place = done.stdout.strip().rsplit(" ", 1)
    assert missing == "[]"
    assert str(bare) in place
