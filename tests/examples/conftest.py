"""A workspace built as a reader of the examples would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = ("2023-02-bamako-alger.md", "2025-06-goita-moscow.md")


@pytest.fixture(scope="session")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two example articles, one in each language."""
    folder = tmp_path_factory.mktemp("examples") / "small"
    command = Path(sys.executable).with_name("influence-graph")
    articles = [root / "examples" / "articles" / name for name in ARTICLES]
    subprocess.run([command, "build", *articles, "-o", folder, "--quiet"], check=True)
    return folder
