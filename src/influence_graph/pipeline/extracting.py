"""``extract``: articles in, JSON Lines of claims out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from influence_graph.errors import InputError
from influence_graph.ingest import read_articles
from influence_graph.pipeline.reading import Reading, ReadingOptions, read_claims

__all__ = ["ExtractedRow", "extract", "write_lines"]


@dataclass(frozen=True, slots=True)
class ExtractedRow:
    """The claims of one article, as one line of JSON."""

    reading: Reading

    def to_line(self) -> str:
        """Return the line, with its line feed.

        The row has the ``id`` of the input row where there was one, else the article's own.
        """
        article = self.reading.article
        row = {
            "id": article.key or article.id,
            "article": article.id,
            "origin": article.origin,
            "title": article.title,
            "published": article.published.iso() if article.published else None,
            "lang": article.language,
            "claims": [claim.to_row() for claim in self.reading.claims],
        }
        text = json.dumps(row, ensure_ascii=False) + "\n"
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def extract(
    inputs: Sequence[str | Path],
    options: ReadingOptions | None = None,
    *,
    jobs: int = 1,
    report: Callable[[InputError], None] | None = None,
) -> Iterator[ExtractedRow]:
    """Yield the claims of articles, in the order of the articles.

    Parameters
    ----------
    inputs : sequence of str or Path
        Files, folders, URLs, ``-`` for standard input.
    options : ReadingOptions, optional
        How to read.
    jobs : int, optional
        Processes; the output is the same for any number.
    report : callable, optional
        Called with the error of each input that cannot be read; without it the first is raised.
    """

    def problem(error: InputError) -> None:
        if report is None:
            raise error
        report(error)

    for reading in read_claims(read_articles(inputs, report=problem), options, jobs=jobs):
        if reading.error is not None:
            problem(reading.error)
        else:
            yield ExtractedRow(reading)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that appears only when it is complete.

    Parameters
    ----------
    path : Path
        The file; an old one is replaced at the end.
    lines : iterable of str
        With their line feeds.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
