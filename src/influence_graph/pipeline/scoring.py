"""Reads annotated articles and scores what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from influence_graph.evaluation import Scores, read_gold, score
from influence_graph.evaluation.gold import GoldDocument, read_rows
from influence_graph.model import Article, TimeSpan
from influence_graph.pipeline.reading import Reading, ReadingOptions, read_claims
from influence_graph.rdf.ontology import load_relations

__all__ = ["evaluate", "report_scores"]

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
    if found is not None:
        with found.open(encoding="utf-8") as stream:
            for row in read_rows(stream, where=str(found)):
                claims.setdefault(str(row["id"]), []).extend(row.get("claims", ()))
    else:
        readings: Iterable[Reading] = read_claims(map(_article, documents), options, jobs=jobs)
        if progress is not None:
            readings = progress(readings, len(documents))
        for reading in readings:
            claims[str(reading.article.key)] = [claim.to_row() for claim in reading.claims]
    return score(documents, claims, relations, bootstrap=bootstrap)


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


def report_scores(scores: Scores, *, by_relation: bool = False, errors: bool = False) -> str:
    """Return scores as text, one line a level."""
    relation = scores.levels["relation"]
    lines = [
        f"articles {scores.articles}  gold claims {relation.annotated}  found {relation.found}"
    ]
    for level, result in scores.levels.items():
        line = (
            f"{level:<12} P {result.precision:.3f}  R {result.recall:.3f}  "
            f"F1 {result.f1:.3f}  (tp {result.matched})"
        )
        if result.interval:
            line += f"  95% [{result.interval[0]:.3f}, {result.interval[1]:.3f}]"
        lines.append(line)
    lines.append(f"{'rel|pair':<12} {scores.relation_given_pair:.3f}")
    right, judged = scores.modality
    lines.append(
        f"{'modality':<12} {right / judged:.3f} ({right} of {judged})"
        if judged
        else f"{'modality':<12} no gold modality"
    )
    if by_relation:
        ordered = sorted(scores.by_relation.items(), key=lambda item: (-item[1][0], item[0]))
        for name, (annotated, exact, pair) in ordered:
            lines.append(
                f"  {name:<18} gold {annotated:3d}  recall {exact / annotated:.3f}  "
                f"pair recall {pair / annotated:.3f}"
            )
    if errors:
        for article, kind, gold, claim in scores.errors:
            line = f"  {article}  {kind}: "
            if gold is not None:
                line += (
                    f"wanted {'|'.join(sorted(gold.subjects))} {gold.relation} "
                    f"{'|'.join(sorted(gold.objects))} {gold.modality or ''} “{gold.quote}”"
                )
            if claim is not None:
                entry = claim.row.get("entry", "")
                line += (
                    f" found {claim.subject} {claim.relation} {claim.object} {claim.modality} "
                    f"“{claim.row.get('quote', '')}” [{entry}]"
                )
            lines.append(line)
    return "\n".join(lines)
