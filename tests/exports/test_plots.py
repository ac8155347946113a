"""Plots: scores over time and the matrix of tones."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import pytest
from lxml import etree

from influence_graph.errors import ExportError
from influence_graph.exports.plots import plot_matrix, plot_series

LINES: dict[str, list[Any]] = {
    "Mali – Algeria": [
        (date(2021, 7, 1), 0.2, -0.1, 0.5),
        (date(2022, 7, 1), -0.4, -0.8, 0.1),
    ],
    "Mali – Russia": [(date(2022, 7, 1), 0.6, None, None)],
}


def drawn(lines: dict[str, list[Any]] = LINES, **options: Any) -> bytes:
    stream = io.BytesIO()
    plot_series(lines, stream, title="Tone", axis="tone", **options)
    return stream.getvalue()


def test_an_svg_is_xml_and_the_same_each_time() -> None:
    assert etree.fromstring(drawn()).tag.endswith("svg")
    assert drawn() == drawn()


def test_a_png_starts_as_one() -> None:
    assert drawn(form="png").startswith(b"\x89PNG")


def test_many_points_are_drawn_with_a_band() -> None:
    points = [(date(2000 + i, 7, 1), 0.1, 0.0, 0.2) for i in range(20)]
    assert b"FillBetween" in drawn({"A – B": points})
    assert b"FillBetween" not in drawn()


def test_hostile_names_are_text() -> None:
    svg = drawn({"<script>alert(1)</script> $\\frac{1}{0}$ \x07": LINES["Mali – Algeria"]})
    assert b"<script" not in svg
    etree.fromstring(svg)


@pytest.mark.parametrize("lines", [{}, {"A – B": []}])
def test_nothing_to_draw_is_said(lines: dict[str, list[Any]]) -> None:
    with pytest.raises(ExportError, match="nothing to draw"):
        drawn(lines)


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(ExportError, match="at most 7 lines"):
        drawn({str(i): LINES["Mali – Russia"] for i in range(8)})


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ExportError, match="no plot as 'gif': use one of svg, png"):
        drawn(form="gif")


def test_a_matrix_names_its_rows() -> None:
    stream = io.BytesIO()
    plot_matrix(["Mali", "Algeria"], {(0, 1): -0.5}, stream, title="Tones")
    assert b"<!-- Mali -->" in stream.getvalue()


def test_an_empty_matrix_is_nothing_to_draw() -> None:
    with pytest.raises(ExportError, match="nothing to draw"):
        plot_matrix(["Mali"], {}, io.BytesIO(), title="Tones")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ExportError, match=r"influence-graph\[plots\]"):
        drawn()
