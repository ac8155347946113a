"""Text of articles as a terminal may show it."""

from __future__ import annotations

__all__ = ["plain"]


def plain(text: str) -> str:
    """Return text of an article on one line, without what could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
