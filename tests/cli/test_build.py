"""``build`` and ``render``: what they write, what they say, how they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

OUTPUTS = ("graph.html", "graph.graphml", "claims.trig", "metrics.csv", "report.md", "store")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("Mali accused Algeria of meddling.\n", "utf-8")
    return folder


def test_it_says_what_it_wrote_and_what_to_open(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("build", articles, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    told = result.stdout.splitlines()
    assert told[0] == "1 articles (1 read now), 1 claims, 2 actors"
    for name in OUTPUTS:
        assert (out / name).exists()
        assert any(f"{out / name}" in line for line in told[1:])
    assert "open it in a browser" in result.stdout


def test_the_same_again_changes_nothing_and_says_so(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    run("build", articles, "-o", tmp_path / "out")
    again = run("build", articles, "-o", tmp_path / "out")
    assert again.stdout.splitlines()[0] == (
        "1 articles (0 read now), 1 claims, 2 actors; nothing has changed"
    )


def test_quietly_it_says_nothing(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("build", articles, "-o", tmp_path / "out", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_a_bad_input_is_named_and_the_rest_is_built(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (articles / "zero.txt").write_text("")
    result = run("build", articles, tmp_path / "missing.md", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "1 articles (1 read now)" in result.stdout
    told = result.stderr.splitlines()
    assert sum(line.startswith("skipped ") for line in told) == 2
    assert told[-1] == "2 inputs could not be read; the rest is done"


def test_a_folder_of_something_else_is_left_alone(run: Run, articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.doc").write_text("dear all")
    result = run("build", articles, "-o", home)
    assert result.exit_code == 1
    assert "is no workspace and not empty (it holds letter.doc)" in result.stderr
    assert [path.name for path in home.iterdir()] == ["letter.doc"]


def test_wrong_usage(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("build", articles).exit_code == 2
    assert run("build", "-o", tmp_path / "out").exit_code == 2
    assert run("build", articles, "-o", articles / "one.txt").exit_code == 2
    assert run("build", articles, "-o", tmp_path / "out", "--jobs", "0").exit_code == 2


def test_the_page_is_one_file_that_says_its_title(run: Run, made: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("render", made, "-o", page, "--title", "Sahel <2023>", "--from", "2023")
    assert (result.exit_code, result.stdout) == (0, f"{page}\n")
    text = page.read_text("utf-8")
    assert "Sahel &lt;2023&gt;" in text
    assert "<title>Sahel <2023>" not in text
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_needs_a_place(run: Run, made: Path, tmp_path: Path) -> None:
    assert run("render", made).exit_code == 2
    assert run("render", made, "-o", tmp_path / "p.html", "--lang", "de").exit_code == 2
    assert run("render", made, "-o", tmp_path / "p.html", "--from", "soon").exit_code == 1
    assert list(tmp_path.iterdir()) == []
