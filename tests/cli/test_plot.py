"""``plot``: scores over time, and the matrix of tones."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.mark.parametrize("kind", ["tone", "zone-share", "matrix"])
def test_a_plot_goes_to_stdout_as_svg(run: Run, made: Path, kind: str) -> None:
    result = run("plot", made, kind, "--min-events", "1", "--by", "year")
    assert result.exit_code == 0
    assert "<svg" in result.stdout
    assert "<!-- " in result.stdout  # the text of a label


def test_the_suffix_says_the_format(run: Run, made: Path, tmp_path: Path) -> None:
    target = tmp_path / "matrix.png"
    assert run("plot", made, "matrix", "--min-events", "1", "-o", target).exit_code == 0
    assert target.read_bytes().startswith(b"\x89PNG")


def test_only_the_actors_asked_for(run: Run, made: Path) -> None:
    result = run("plot", made, "matrix", "--min-events", "1", "--actors", "France")
    assert "<!-- Niger -->" in result.stdout
    assert "<!-- Morocco -->" not in result.stdout


def test_too_few_events_are_said_and_nothing_is_written(
    run: Run, made: Path, tmp_path: Path
) -> None:
    target = tmp_path / "tone.svg"
    result = run("plot", made, "alignment", "-o", target)
    assert result.exit_code == 1
    assert "nothing to draw: no period has enough events (see --min-events)" in result.stderr
    assert not target.exists()


def test_an_unknown_suffix_is_refused(run: Run, made: Path, tmp_path: Path) -> None:
    result = run("plot", made, "matrix", "--min-events", "1", "-o", tmp_path / "matrix.gif")
    assert result.exit_code == 1
    assert "no plot as 'gif'" in result.stderr
