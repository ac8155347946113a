"""Many articles in one file: JSON Lines, RSS and Atom feeds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from influence_graph.errors import InputError, RecordError
from influence_graph.ingest.decoding import check_size
from influence_graph.ingest.metadata import fields_of, single_line
from influence_graph.model import Article

__all__ = ["looks_like_feed", "read_feed", "read_json_lines"]


def read_json_lines(lines: Iterable[bytes], origin: str) -> Iterator[Article | InputError]:
    """Yield the article of each row ``{id, lang, published, title, text, …}``, or its error.

    Parameters
    ----------
    lines : iterable of bytes
        Read lazily, so that the file may be large.
    origin : str
        Name of the file.
    """
    some = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        some = True
        try:
            yield _row(line, origin, number)
        except InputError as error:
            yield error
    if not some:
        yield InputError("empty", source=origin)


def _row(line: bytes, origin: str, number: int) -> Article:
    check_size(len(line), f"{origin}:{number}")
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"no JSON: {error}", source=origin, line=number) from error
    if not isinstance(row, dict):
        raise RecordError("expected an object {id, text, …}", source=origin, line=number)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RecordError("no text", source=origin, line=number)
    key = single_line(row.get("id"))
    return Article(text=text, key=key, origin=f"{origin}#{key or number}", **fields_of(row))


def looks_like_feed(data: bytes) -> bool:
    """Tell whether bytes begin like RSS or Atom."""
    head = data[:2000].lstrip().lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(data: bytes, origin: str) -> Iterator[Article | InputError]:
    """Yield the entries of an RSS or Atom feed; their links are kept, not fetched.

    Parameters
    ----------
    data : bytes
        The feed as fetched: feedparser itself opens no connection on bytes.
    origin : str
        File name or URL.
    """
    import feedparser

    feed = feedparser.parse(data, response_headers={"content-location": ""})
    if not feed.entries:
        yield InputError("no entries in the feed", source=origin)
        return
    publisher = single_line(feed.feed.get("title"))
    language = single_line(feed.feed.get("language"))
    for number, entry in enumerate(feed.entries, start=1):
        place = entry.get("id") or entry.get("link") or str(number)
        html = "\n".join(c.get("value", "") for c in entry.get("content", ()))
        text = _text_of(html or entry.get("summary", ""))
        if not text.strip():
            yield InputError("an entry without text", source=f"{origin}#{place}")
            continue
        yield Article(
            text=text,
            origin=f"{origin}#{place}",
            **{
                **fields_of(
                    {
                        "title": entry.get("title"),
                        "author": entry.get("author"),
                        "url": entry.get("link"),
                        "date": entry.get("published") or entry.get("updated"),
                        "lang": entry.get("language") or language,
                    }
                ),
                "publisher": publisher,
            },
        )


def _text_of(html: str) -> str:
    """Return the text of an HTML fragment, paragraphs apart."""
    from html.parser import HTMLParser

    parts: list[str] = []
    hidden = 0

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            nonlocal hidden
            del attrs
            if tag in ("script", "style"):
                hidden += 1
            elif tag in ("p", "br", "div", "li", "h1", "h2", "h3"):
                parts.append("\n\n")

        def handle_endtag(self, tag: str) -> None:
            nonlocal hidden
            if tag in ("script", "style") and hidden:
                hidden -= 1

        def handle_data(self, data: str) -> None:
            if not hidden:
                parts.append(data)

    reader = Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    paragraphs = [" ".join(p.split()) for p in "".join(parts).split("\n\n")]
    return "\n\n".join(p for p in paragraphs if p) + "\n"
