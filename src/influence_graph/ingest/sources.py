"""From what the user names to articles, in a fixed order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from influence_graph.errors import InfluenceGraphError, InputError
from influence_graph.ingest.decoding import check_size
from influence_graph.ingest.documents import read_html, read_markdown, read_pdf, read_text
from influence_graph.ingest.fetching import fetch_page, is_url
from influence_graph.ingest.records import looks_like_feed, read_feed, read_json_lines
from influence_graph.model import Article

__all__ = ["read_articles"]

_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}
_ASSETS = frozenset(
    (
        *(".css", ".js", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"),
        *(".ico", ".woff", ".woff2", ".ttf", ".eot"),
    )
)
"""What a saved web page brings along: no articles, and not worth a line each."""


def read_articles(
    inputs: Iterable[str | Path], *, report: Callable[[InputError], None] | None = None
) -> Iterator[Article]:
    """Yield the articles of files, folders, URLs and standard input, in their order.

    Folders are read in the order of the names, with what is below them; hidden files and links to
    folders are left out. The kind of a file is told by its ending, of a page by its type.

    Parameters
    ----------
    inputs : iterable of str or Path
        ``-`` is standard input.
    report : callable, optional
        Called with the error of each input that cannot be read; without it the first is raised.
    """

    def problem(error: InputError) -> None:
        if report is None:
            raise error
        report(error)

    for item in inputs:
        for article in _guarded(_input(str(item)), str(item)):
            if isinstance(article, InputError):
                problem(article)
            else:
                yield article


def _guarded(
    articles: Iterator[Article | InputError], source: str
) -> Iterator[Article | InputError]:
    """Turn what an input raises into one error of that input."""
    try:
        yield from articles
    except InputError as error:
        yield error
    except InfluenceGraphError as error:
        yield InputError(str(error), source=source)
    except OSError as error:
        yield InputError(error.strerror or str(error), source=source)


def _input(name: str) -> Iterator[Article | InputError]:
    if name == "-":
        yield from _bytes(sys.stdin.buffer.read(), "-", _sniff)
        return
    if is_url(name):
        page = fetch_page(name)
        yield from _page(page.data, page.content_type, name, page.url)
        return
    path = Path(name)
    if path.is_dir():
        files = sorted(_files(path), key=lambda p: p.relative_to(path).parts)
        if not files:
            raise InputError("no article in this folder", source=name)
        for file in files:
            kind = _KINDS.get(file.suffix.lower())
            if kind is None:
                yield InputError(
                    f"unknown kind of file {file.suffix!r}; known: {', '.join(_KINDS)}",
                    source=str(file),
                )
            else:
                yield from _guarded(_file(file, kind), str(file))
        return
    if not path.exists():
        raise InputError("no such file", source=name)
    yield from _file(path, _KINDS.get(path.suffix.lower()))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _files(path)
        elif path.suffix.lower() not in _ASSETS:
            yield path


def _file(path: Path, kind: str | None) -> Iterator[Article | InputError]:
    name = str(path)
    if kind == "jsonl":
        with path.open("rb") as stream:
            yield from read_json_lines(stream, name)
        return
    check_size(path.stat().st_size, name)
    data = path.read_bytes()
    readers: dict[str, Callable[[bytes, str], Article]] = {
        "text": read_text,
        "markdown": read_markdown,
        "html": read_html,
        "pdf": read_pdf,
    }
    if kind in readers:
        yield readers[kind](data, name)
    elif kind == "feed":
        yield from read_feed(data, name)
    else:
        yield from _bytes(data, name, _sniff)


def _bytes(data: bytes, name: str, sniff: Callable[[bytes], str]) -> Iterator[Article | InputError]:
    check_size(len(data), name)
    kind = sniff(data)
    if kind == "jsonl":
        yield from read_json_lines(data.splitlines(), name)
    elif kind == "feed":
        yield from read_feed(data, name)
    elif kind == "pdf":
        yield read_pdf(data, name)
    elif kind == "html":
        yield read_html(data, name)
    elif kind == "markdown":
        yield read_markdown(data, name)
    else:
        yield read_text(data, name)


def _sniff(data: bytes) -> str:
    """Return the kind of bytes without a name."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if looks_like_feed(data):
        return "feed"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"{"):
        return "jsonl"
    if head.startswith(b"---"):
        return "markdown"
    return "text"


def _page(data: bytes, kind: str, name: str, url: str) -> Iterator[Article | InputError]:
    if "pdf" in kind:
        yield read_pdf(data, name)
    elif looks_like_feed(data) and "html" not in kind:
        yield from read_feed(data, name)
    elif kind in ("text/plain", "text/markdown"):
        yield read_text(data, name)
    else:
        yield read_html(data, name, url)
