"""``render`` and what a notebook shows."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from influence_graph import Workspace

from .conftest import Run


def test_a_workspace_shows_its_page_in_a_notebook(made: Path) -> None:
    shown = Workspace(made)._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts')
    assert shown.count("<iframe") == 1
    assert "took distance from Algiers" in unescape(shown)


def test_the_page_has_the_title_asked_for(run: Run, made: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    result = run("render", made, "-o", target, "--title", "Who & whom")
    assert result.exit_code == 0
    assert "<title>Who &amp; whom</title>" in target.read_text(encoding="utf-8")
