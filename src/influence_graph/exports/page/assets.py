"""The files of the page, and its script joined from modules."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from influence_graph.errors import ExportError

__all__ = ["LANGUAGES", "read", "script", "style", "words"]

LANGUAGES = ("en", "fr")

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
_ENTRY = "main"


def read(name: str) -> str:
    """Return a file of the page as text, with plain line ends."""
    found = files("influence_graph.exports.page")
    for part in name.split("/"):
        found = found / part
    return found.read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def style() -> str:
    """Return the style sheet."""
    return read("style.css")


@cache
def script() -> str:
    """Return the script: every module that ``main.js`` needs, each after those it imports.

    The modules import named things from each other and export declarations, no more: joining
    takes these words away. Names at the top of a module are therefore unique in the page.

    Raises
    ------
    ExportError
        Two modules import each other in a circle.
    """
    done: list[str] = []
    texts: dict[str, str] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            raise ExportError(f"modules of the page in a circle: {' > '.join([*trail, name])}")
        if name in texts:
            return
        text = read(f"js/{name}.js")
        for needed in _IMPORT.findall(text):
            visit(needed, (*trail, name))
        texts[name] = _EXPORT.sub("", _IMPORT.sub("", text)).strip()
        done.append(name)

    visit(_ENTRY, ())
    parts = [f"// {name}.js\n{texts[name]}" for name in done]
    return '(() => {\n"use strict";\n' + "\n\n".join(parts) + "\n})();\n"


@cache
def _words(language: str) -> str:
    return read(f"words.{language}.json")


def words() -> dict[str, dict[str, Any]]:
    """Return the texts of the interface per language."""
    return {language: json.loads(_words(language)) for language in LANGUAGES}
