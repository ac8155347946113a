"""Markdown from text that nobody vouches for."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

__all__ = ["escape", "link", "shortened"]

_SPECIAL = re.compile(r"([\\`*_\[\]|~$#])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)|(?=@)")
_SPACE = re.compile(r"\s+")


def escape(text: str) -> str:
    r"""Return a text as one line of Markdown that shows it and does nothing else.

    Markup, HTML, bare addresses and e-mail addresses stay plain text; control characters and
    those that change the direction of writing are removed.

    Examples
    --------
    >>> escape("[a](b) <script> *c* www.d.e")
    '\\[a\\](b) &lt;script&gt; \\*c\\* www\\.d.e'
    """
    kept = "".join(c for c in _SPACE.sub(" ", text) if unicodedata.category(c) not in _HIDDEN)
    kept = _SPECIAL.sub(r"\\\1", kept).replace("&", "&amp;").replace("<", "&lt;")
    return _AUTOLINK.sub(lambda m: f"{m.group()}\\", kept.replace(">", "&gt;")).strip()


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def shortened(text: str, most: int = 240) -> str:
    """Return a text cut at a word, with ``…`` where something is missing.

    Examples
    --------
    >>> shortened("one two three", 9)
    'one two …'
    """
    text = _SPACE.sub(" ", text).strip()
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + " …"


def link(text: str, url: str | None) -> str:
    """Return a link to a web address, or the text alone if it is none (``http``, ``https``).

    Examples
    --------
    >>> link("a", "javascript:alert(1)"), link("a", "https://b.org/c d")
    ('a', '[a](<https://b.org/c%20d>)')
    """
    shown = escape(text)
    try:
        parts = urlsplit(url or "")
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        known = False
    if not known or url is None:
        return shown
    return f"[{shown}](<{quote(url, safe=_URL)}>)"


_URL = "!#$%&'()*+,/:;=?@[]-._~"
