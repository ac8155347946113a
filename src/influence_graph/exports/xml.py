"""Escaping for the XML writers."""

from __future__ import annotations

from influence_graph.exports.normalize import Plain

__all__ = ["attribute", "text", "value"]

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def text(content: str) -> str:
    """Return a text as the content of an element; a reader gets it back exactly."""
    return content.translate(_TEXT)


def attribute(content: str) -> str:
    """Return a text as the value of an attribute, without the quotes around it."""
    return content.translate(_ATTRIBUTE)


def value(plain: Plain) -> str:
    """Return a value as XML Schema writes it, not yet escaped.

    Examples
    --------
    >>> value(True), value(0.1)
    ('true', '0.1')
    """
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return repr(plain) if isinstance(plain, float) else str(plain)
