"""``extract``: articles in, claims out, as JSON Lines or as text."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from influence_graph.errors import InputError
from influence_graph.ingest import read_articles
from influence_graph.model import Claim
from influence_graph.pipeline.explaining import LEGEND, claims_as_text, explained_as_text
from influence_graph.pipeline.reading import Reading, ReadingOptions, read_claims
from influence_graph.rdf.gazetteer import load_actors

__all__ = ["ExtractedRow", "extract", "write_lines"]


@dataclass(frozen=True, slots=True)
class ExtractedRow:
    """The claims of one article.

    Attributes
    ----------
    reading : Reading
        The article and its claims.
    explain : bool
        Show how each claim was derived.
    """

    reading: Reading
    explain: bool = False

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
            "claims": [self._claim(claim) for claim in self.reading.claims],
        }
        return _encodable(json.dumps(row, ensure_ascii=False) + "\n")

    def _claim(self, claim: Claim) -> dict[str, Any]:
        row = claim.to_row()
        if self.explain:
            row["derivations"] = [derivation.to_row() for derivation in claim.derivations]
        return row

    def to_text(self) -> str:
        """Return the claims for a reader: one a line, or one block a claim with its derivation."""
        if not self.explain:
            return _encodable(claims_as_text(self.reading))
        labels = {actor.code: actor for actor in load_actors()}
        language = self.reading.article.language or "en"

        def label(code: str) -> str:
            return labels[code].label(language) if code in labels else code

        text = explained_as_text(self.reading, label)
        return _encodable(f"{LEGEND}\n{text}\n" if self.reading.claims else f"{text}\n")


def _encodable(text: str) -> str:
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
            yield ExtractedRow(reading, explain=options is not None and options.explain)


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
