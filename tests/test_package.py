"""The package as a whole: what it offers, and how fast it answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import influence_graph


def test_public_names_are_those_that_exist() -> None:
    for name in influence_graph.__all__:
        assert getattr(influence_graph, name) is not None, name


def test_help_imports_no_heavy_library(tmp_path: Path) -> None:
    code = (
        "import sys; from influence_graph.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'networkx', 'rdflib', 'pyoxigraph', 'pyvis', 'scipy', 'rich',"
        " 'httpx', 'trafilatura'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip().endswith("[]")


def test_every_command_has_help_with_examples() -> None:
    from click.testing import CliRunner

    from influence_graph.cli import main

    runner = CliRunner()
    overview = runner.invoke(main, ["--help"])
    assert overview.exit_code == 0
    for name in ("build", "extract", "query", "why", "metrics", "render", "export", "validate"):
        assert name in overview.output
        result = runner.invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert "Examples:" in result.output
        assert f"influence-graph {name}" in result.output
