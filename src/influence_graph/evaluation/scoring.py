"""Precision, recall and F1 of claims against annotated ones.

The metrics of the annotation scheme: per article the found claims are matched one to one with the
annotated ones, roles rolled up to their state, at three levels (`Level`), counts summed over
articles. Modality is the share of right modalities among the claims matched as signed pairs.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from influence_graph.evaluation.dating import DateScore, score_dates
from influence_graph.evaluation.gold import GoldDocument
from influence_graph.evaluation.matching import LEVELS, FoundClaim, Level, found_claims, match
from influence_graph.evaluation.mistakes import Mistake, Seen, find_mistakes
from influence_graph.model import Relation

__all__ = ["Judged", "LevelScore", "RelationScore", "Scores", "score"]


def _f1(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelScore:
    """Counts at one level.

    Attributes
    ----------
    matched, found, annotated : int
        True positives, claims found, claims annotated.
    interval : tuple of float or None
        95 % bootstrap interval of F1 over articles.
    """

    matched: int
    found: int
    annotated: int
    interval: tuple[float, float] | None = None

    @property
    def precision(self) -> float:
        """Share of the found claims that are right, 0 to 1."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated claims that are found, 0 to 1."""
        return self.matched / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return _f1(self.precision, self.recall)


@dataclass(slots=True)
class RelationScore:
    """Counts of one relation.

    Attributes
    ----------
    annotated, recalled, pairs : int
        Annotated claims, those found with a right relation, and those whose pair was found.
    found, right : int
        Found claims, and those that are right.
    """

    annotated: int = 0
    recalled: int = 0
    pairs: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the found claims that are right, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated claims that are found, 0 to 1."""
        return self.recalled / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return _f1(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was found, and whether it is right.

    Attributes
    ----------
    article : str
        Id of the article.
    claim : FoundClaim
        As found.
    confidence : float
        As found, 0 to 1.
    right : bool
        An annotated claim has its actors and its relation.
    """

    article: str
    claim: FoundClaim
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores of an extractor on one set.

    Attributes
    ----------
    articles : int
        Number of articles.
    levels : dict
        Score per level.
    relation_given_pair : float
        Share of the matched pairs whose relation is right too.
    modality : tuple of int
        Right and all modalities among the signed pairs.
    dates : DateScore
        Dates of the claims whose relation is right; for information.
    by_relation : dict
        Counts per relation.
    errors : tuple of Mistake
        What went wrong.
    judged : tuple of Judged
        The claims that say how sure they are. Where one event a sentence is annotated only the
        claims on its pair can be judged.
    """

    articles: int
    levels: dict[Level, LevelScore]
    relation_given_pair: float
    modality: tuple[int, int]
    dates: DateScore
    by_relation: dict[str, RelationScore]
    errors: tuple[Mistake, ...]
    judged: tuple[Judged, ...]


def score(
    gold: Sequence[GoldDocument],
    found: Mapping[str, Iterable[Mapping[str, Any]]],
    relations: Mapping[str, Relation],
    *,
    seen: Mapping[str, Sequence[Seen]] | None = None,
    bootstrap: int = 0,
) -> Scores:
    """Score found claims.

    Parameters
    ----------
    gold : sequence of GoldDocument
        Annotated articles.
    found : Mapping of str to iterable of Mapping
        Row id to claims, each with ``subject``, ``relation``, ``object``, ``modality``.
    relations : Mapping of str to Relation
        The relations of the ontology; claims with another relation are left out.
    seen : Mapping of str to sequence of Seen, optional
        The sentences of each article, to tell missed mentions and to show them.
    bootstrap : int, optional
        Samples for the interval of F1; 0 = none.
    """
    counts: list[list[int]] = []
    by: dict[str, RelationScore] = {}
    right = modal = 0
    mistakes: list[Mistake] = []
    dates: list[tuple[str | None, Any]] = []
    judged: list[Judged] = []
    for document in gold:
        claims = found_claims(document, found, relations)
        matches = {level: match(document.claims, claims, level, relations) for level in LEVELS}
        counts.append(
            [*(len(matches[level]) for level in LEVELS), len(claims), len(document.claims)]
        )
        for i, j in matches["signed pair"].items():
            if document.claims[i].modality is not None:
                right += claims[j].modality == document.claims[i].modality
                modal += 1
        for i, gold_claim in enumerate(document.claims):
            row = by.setdefault(gold_claim.relation, RelationScore())
            row.annotated += 1
            row.recalled += i in matches["relation"]
            row.pairs += i in matches["pair"] or i in matches["relation"]
            if i in matches["relation"]:
                row_found = claims[matches["relation"][i]].row
                stated = row_found.get("date_precision") != "tense"  # else the text names none
                dates.append((gold_claim.date, row_found.get("date") if stated else None))
        exact, paired = set(matches["relation"].values()), set(matches["pair"].values())
        for j, claim in enumerate(claims):
            row = by.setdefault(claim.relation, RelationScore())
            row.found += 1
            row.right += j in exact
            confidence = claim.row.get("confidence")
            if isinstance(confidence, int | float) and (document.complete or j in paired | exact):
                judged.append(Judged(document.id, claim, float(confidence), j in exact))
        mistakes += find_mistakes(document, claims, matches, (seen or {}).get(document.id, ()))
    totals = [sum(column) for column in zip(*counts, strict=True)] or [0] * 5
    samples = _bootstrap(counts, bootstrap) if bootstrap and counts else {}
    return Scores(
        articles=len(gold),
        levels={
            level: LevelScore(
                matched=totals[k],
                found=totals[3],
                annotated=totals[4],
                interval=samples.get(level),
            )
            for k, level in enumerate(LEVELS)
        },
        relation_given_pair=totals[2] / totals[0] if totals[0] else 0.0,
        modality=(right, modal),
        dates=score_dates(dates),
        by_relation=dict(sorted(by.items())),
        errors=tuple(mistakes),
        judged=tuple(judged),
    )


def _bootstrap(counts: Sequence[Sequence[int]], samples: int) -> dict[Level, tuple[float, float]]:
    """Return the 95 % interval of F1 per level, articles drawn with replacement."""
    generator = random.Random(0)  # noqa: S311 - a fixed seed is the point
    values: dict[Level, list[float]] = {level: [] for level in LEVELS}
    for _ in range(samples):
        drawn = generator.choices(counts, k=len(counts))
        totals = [sum(column) for column in zip(*drawn, strict=True)]
        for k, level in enumerate(LEVELS):
            values[level].append(
                LevelScore(matched=totals[k], found=totals[3], annotated=totals[4]).f1
            )
    result: dict[Level, tuple[float, float]] = {}
    for level, drawn_values in values.items():
        drawn_values.sort()
        result[level] = (
            drawn_values[int(0.025 * samples)],
            drawn_values[max(int(0.975 * samples) - 1, 0)],
        )
    return result
