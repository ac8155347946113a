"""Reads annotated articles and scores what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from influence_graph.evaluation import Calibration, Scores, Seen, calibrate, read_gold, score
from influence_graph.evaluation.floors import digest, read_floors
from influence_graph.evaluation.gold import GoldDocument, read_rows
from influence_graph.model import Article, TimeSpan
from influence_graph.pipeline.reading import Reading, ReadingOptions, read_claims
from influence_graph.pipeline.score_report import report_calibration, report_scores
from influence_graph.rdf.ontology import load_relations

__all__ = [
    "FloorCheck",
    "calibration_of",
    "check_floors",
    "evaluate",
    "report_calibration",
    "report_scores",
]

Progress = Callable[[Iterable[Reading], int], Iterator[Reading]]


def evaluate(
    gold: Path,
    *,
    found: Path | None = None,
    options: ReadingOptions | None = None,
    strict: bool = False,
    interstate: bool = False,
    bootstrap: int = 0,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Scores:
    """Score the reading of annotated articles, or claims found before.

    Parameters
    ----------
    gold : Path
        JSON Lines of the annotation scheme, or PLOVER rows.
    found : Path, optional
        Claims in the form of ``extract``; without it the articles are read now.
    options : ReadingOptions, optional
        How to read.
    strict, interstate : bool, optional
        See `influence_graph.evaluation.read_gold`.
    bootstrap : int, optional
        Samples for the interval of F1.
    jobs : int, optional
        Processes.
    progress : callable, optional
        Wraps the readings, given their number.

    Raises
    ------
    RecordError
        A row cannot be read; the file and line are named.
    """
    relations = {r.name: r for r in load_relations()}
    symmetric = frozenset(name for name, r in relations.items() if r.symmetric)
    with gold.open(encoding="utf-8") as stream:
        rows = read_rows(stream, where=str(gold))
    documents = read_gold(rows, symmetric, strict=strict, interstate=interstate)
    claims: dict[str, list[dict[str, Any]]] = {}
    seen: dict[str, tuple[Seen, ...]] = {}
    if found is not None:
        with found.open(encoding="utf-8") as stream:
            for row in read_rows(stream, where=str(found)):
                claims.setdefault(str(row["id"]), []).extend(row.get("claims", ()))
    else:
        options = replace(options or ReadingOptions(), explain=True)
        readings: Iterable[Reading] = read_claims(map(_article, documents), options, jobs=jobs)
        if progress is not None:
            readings = progress(readings, len(documents))
        for reading in readings:
            name = str(reading.article.key)
            claims[name] = [
                {**c.to_row(), "derivations": [d.to_row() for d in c.derivations]}
                for c in reading.claims
            ]
            seen[name] = _seen(reading)
    return score(documents, claims, relations, seen=seen, bootstrap=bootstrap)


def _seen(reading: Reading) -> tuple[Seen, ...]:
    """Return the sentences of an article with the actors that its words were taken for."""
    return tuple(
        Seen(
            start,
            end,
            frozenset(c for m in reading.mentions if start <= m.start < end for c in m.codes),
        )
        for start, end in reading.sentences
    )


def _article(document: GoldDocument) -> Article:
    published = None
    if document.published:
        try:
            published = TimeSpan.parse(document.published)
        except ValueError:
            published = None
    return Article(
        text=document.text,
        key=document.id,
        language=document.language,
        title=document.title,
        published=published,
    )


def calibration_of(scores: Iterable[Scores]) -> Calibration | None:
    """Compare the confidence of the claims of several sets, taken together, with what is right.

    Parameters
    ----------
    scores : iterable of Scores
        Of the sets.
    """
    return calibrate([(j.confidence, j.right) for one in scores for j in one.judged])


@dataclass(frozen=True, slots=True)
class FloorCheck:
    """What became of the floors.

    Attributes
    ----------
    below : tuple of str
        A line for each figure below its floor.
    changed : tuple of str
        A line for each set that is not the one whose floors were set, or that has none.
    """

    below: tuple[str, ...]
    changed: tuple[str, ...]


def check_floors(
    floors: Path, measured: Sequence[tuple[Path, Scores]], *, interstate: bool = False
) -> FloorCheck:
    """Compare scores with their floors.

    Parameters
    ----------
    floors : Path
        TOML file of floors; see `influence_graph.evaluation.floors`.
    measured : sequence of tuple of Path and Scores
        The annotated files and what they gave.
    interstate : bool, optional
        How they were scored.

    Raises
    ------
    RecordError
        The floors cannot be read.
    """
    pinned = read_floors(floors)
    below: list[str] = []
    changed: list[str] = []
    for path, scores in measured:
        one = next((p for p in pinned if p.fits(path.name, interstate=interstate)), None)
        if one is None:
            how = " with --interstate" if interstate else ""
            changed.append(f"{path.name}: {floors} has no floors for it{how}")
        elif digest(path) != one.sha256:
            changed.append(f"{path.name} has changed since its floors were set: set them anew")
        else:
            below += one.below(scores)
    return FloorCheck(tuple(below), tuple(changed))
