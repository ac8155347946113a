"""One file, one article: plain text, Markdown, HTML, PDF."""

from __future__ import annotations

import io
import re
from typing import Any

from influence_graph.errors import InputError, MissingExtraError
from influence_graph.ingest.decoding import decode, is_binary
from influence_graph.ingest.metadata import fields_of, parse_date, single_line
from influence_graph.model import Article

__all__ = ["read_html", "read_markdown", "read_pdf", "read_text"]

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_TITLE = 160


def read_text(data: bytes, origin: str) -> Article:
    """Read plain text; a short first line before an empty one is also the title."""
    text = decode(data, origin)
    first, _, rest = text.lstrip().partition("\n")
    is_title = (
        rest.startswith("\n")
        and rest.strip()
        and len(first) <= _LONGEST_TITLE
        and not first.rstrip().endswith((".", ",", ";", ":"))
    )
    return Article(text=text, origin=origin, title=single_line(first) if is_title else None)


def read_markdown(data: bytes, origin: str) -> Article:
    """Read Markdown; a YAML front matter gives title, date, author, source, url, lang.

    Raises
    ------
    InputError
        The front matter is no YAML, or there is no text below it.
    """
    import yaml

    text = decode(data, origin)
    fields: dict[str, Any] = {}
    front = _FRONT.match(text)
    if front:
        try:
            loaded = yaml.safe_load(front[1])
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line = f" (line {mark.line + 2})" if mark else ""
            raise InputError(f"the front matter is no YAML{line}", source=origin) from error
        if isinstance(loaded, dict):
            fields = fields_of(loaded)
        text = text[front.end() :]
    heading, body = _plain(text)
    if not body.strip():
        raise InputError("empty below the front matter", source=origin)
    if not fields.get("title"):
        fields["title"] = single_line(heading)
    return Article(text=body, origin=origin, **fields)


def _plain(text: str) -> tuple[str | None, str]:
    """Return the first top heading and the text of Markdown without its marks."""
    from markdown_it import MarkdownIt

    heading: str | None = None
    blocks: list[str] = []
    level: str | None = None
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            level = token.tag
        elif token.type == "inline":
            words = "".join(
                "\n" if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special")
            )
            if level == "h1" and heading is None and not blocks:
                heading = words
            elif words.strip():
                blocks.append(words)
            level = None
    return heading, "\n\n".join(blocks) + "\n"


def read_html(data: bytes, origin: str, url: str | None = None) -> Article:
    """Read a web page: the article's text without menus, with what its head says.

    Raises
    ------
    InputError
        No article is found in the page.
    """
    import trafilatura

    if not data.strip():
        raise InputError("empty", source=origin)
    if is_binary(data):
        raise InputError("binary, not text", source=origin)
    try:
        found = trafilatura.bare_extraction(
            data, url=url, with_metadata=True, include_comments=False, include_tables=False
        )
    except (ValueError, TypeError, RecursionError, AttributeError, LookupError) as error:
        raise InputError(f"the page cannot be read: {error}", source=origin) from error
    page: dict[str, Any] = (
        {} if found is None else found if isinstance(found, dict) else found.as_dict()
    )
    text = page.get("text") or ""
    if not text.strip():
        raise InputError("no article text found in the page", source=origin)
    language = single_line(page.get("language")) or _language_of(data)
    return Article(
        text=text.replace("\n", "\n\n") + "\n",
        origin=origin,
        title=single_line(page.get("title")),
        author=single_line(page.get("author")),
        publisher=single_line(page.get("sitename") or page.get("hostname")),
        url=single_line(url or page.get("url")),
        published=parse_date(page.get("date")),
        language=language,
    )


def _language_of(data: bytes) -> str | None:
    """Return what ``<html lang>`` says."""
    found = re.search(rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", data[:20000])
    return found[1].decode("ascii").lower() if found else None


def read_pdf(data: bytes, origin: str) -> Article:
    """Read a PDF file; needs the extra ``pdf``.

    Raises
    ------
    InputError
        The file is broken, encrypted, or holds no text (a scan).
    MissingExtraError
        pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtraError("reading PDF", "pdf") from error
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("the PDF is encrypted", source=origin)
        pages = [page.extract_text() or "" for page in reader.pages]
        meta = reader.metadata
        title = single_line(meta.title) if meta else None
        author = single_line(meta.author) if meta else None
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"the PDF cannot be read: {error}", source=origin) from error
    text = _joined("\n\n".join(pages))
    if not text.strip():
        raise InputError("the PDF holds no text (a scan?)", source=origin)
    return Article(text=text, origin=origin, title=title, author=author)


def _joined(text: str) -> str:
    """Undo hyphenation at line ends, and line breaks inside paragraphs."""
    text = re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)
    text = re.sub(r"(?<![.!?:»”\"\n])\n(?=[^\n\s])", " ", text)
    return text.strip() + "\n" if text.strip() else ""
