"""What an input says about an article: title, date, author, publisher, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from influence_graph.model import TimeSpan

__all__ = ["fields_of", "parse_date", "single_line"]

_NAMES = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "source", "site", "sitename"),
    "url": ("url", "link", "canonical"),
    "published": ("published", "date", "datepublished", "pubdate"),
    "language": ("lang", "language", "inlanguage"),
}
_LONGEST = 1000


def single_line(value: Any) -> str | None:
    """Return a value as one line of text, None where there is nothing to say."""
    if value is None:
        return None
    if isinstance(value, list | tuple):
        value = ", ".join(str(v) for v in value if v is not None)
    text = re.sub(r"\s+", " ", str(value)).strip()
    return text[:_LONGEST] or None


def parse_date(value: Any) -> TimeSpan | None:
    """Return a date given as ISO 8601 (also a year or a month) or RFC 5322, None otherwise."""
    if value is None:
        return None
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return TimeSpan.parse(value.isoformat())
    text = str(value).strip()
    try:
        return TimeSpan.parse(text)
    except ValueError:
        pass
    try:
        return TimeSpan.parse(parsedate_to_datetime(text).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def fields_of(data: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the fields of `Article` that a mapping names, under any of their usual names."""
    low = {str(key).lower(): value for key, value in data.items()}
    found: dict[str, Any] = {}
    for field, names in _NAMES.items():
        value = next((low[name] for name in names if low.get(name) not in (None, "")), None)
        if field == "published":
            found[field] = parse_date(value)
        elif field == "language":
            text = single_line(value)
            found[field] = text.lower().replace("_", "-").partition("-")[0] if text else None
        else:
            found[field] = single_line(value)
    return found
