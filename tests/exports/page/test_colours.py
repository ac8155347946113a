"""Colours: the same in styles and script, and strong enough to read."""

from __future__ import annotations

import re

import pytest

from influence_graph.exports.page import script, style

NAMES = ("plus", "minus", "both", "text", "quiet", "accent")
THEMES = ("light", "dark")


def of_style(theme: str) -> dict[str, str]:
    start = ':root[data-theme="dark"]' if theme == "dark" else ":root {"
    block = style().split(start, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


def of_script(theme: str) -> dict[str, str]:
    line = re.search(rf"^  {theme}: \{{(.*)\}},$", script(), re.MULTILINE)
    assert line is not None
    return dict(re.findall(r'(\w+): "(#[0-9a-f]{6})"', line.group(1)))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.1, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_styles_and_script_agree(theme: str) -> None:
    for name in NAMES:
        assert of_style(theme)[name] == of_script(theme)[name]
    assert of_style(theme)["canvas"] == of_script(theme)["ground"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read(theme: str, name: str) -> None:
    colours = of_style(theme)
    for ground in ("page", "canvas"):
        assert contrast(colours[name], colours[ground]) >= 4.5
    if name in ("text", "quiet"):
        assert contrast(colours[name], colours["soft"]) >= 4.5
