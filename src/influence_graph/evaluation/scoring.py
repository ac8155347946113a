"""Precision, recall and F1 of claims against annotated ones.

The metrics of the annotation scheme: per article the found claims are matched one to one with the
annotated ones, roles rolled up to their state, at three levels (`Level`), counts summed over
articles. Modality is the share of right modalities among the claims matched as signed pairs.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from influence_graph.evaluation.gold import GoldClaim, GoldDocument
from influence_graph.model import Relation, roll_up

__all__ = ["LEVELS", "FoundClaim", "Level", "LevelScore", "Scores", "score"]

Level: TypeAlias = Literal["pair", "signed pair", "relation"]
"""``pair``: the two actors; ``signed pair``: and the sign; ``relation``: and the relation."""

LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim to score, roles rolled up."""

    subject: str
    relation: str
    object: str
    modality: str
    row: Mapping[str, Any] = field(default_factory=dict, compare=False)


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
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


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
    by_relation : dict
        Relation to (annotated, found exactly, pair found).
    errors : tuple
        ``(article, kind, gold or None, found or None)`` for every miss and every spurious claim.
    """

    articles: int
    levels: dict[Level, LevelScore]
    relation_given_pair: float
    modality: tuple[int, int]
    by_relation: dict[str, tuple[int, int, int]]
    errors: tuple[tuple[str, str, GoldClaim | None, FoundClaim | None], ...]


def score(
    gold: Sequence[GoldDocument],
    found: Mapping[str, Iterable[Mapping[str, Any]]],
    relations: Mapping[str, Relation],
    *,
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
    bootstrap : int, optional
        Samples for the interval of F1; 0 = none.
    """
    counts: list[list[int]] = []
    by: dict[str, list[int]] = {}
    right = judged = 0
    errors: list[tuple[str, str, GoldClaim | None, FoundClaim | None]] = []
    for document in gold:
        claims = _claims(document, found, relations)
        matches = {level: _match(document.claims, claims, level, relations) for level in LEVELS}
        counts.append(
            [*(len(matches[level]) for level in LEVELS), len(claims), len(document.claims)]
        )
        for i, j in matches["signed pair"].items():
            if document.claims[i].modality is not None:
                right += claims[j].modality == document.claims[i].modality
                judged += 1
        for i, claim in enumerate(document.claims):
            row = by.setdefault(claim.relation, [0, 0, 0])
            row[0] += 1
            row[1] += i in matches["relation"]
            row[2] += i in matches["pair"]
        errors += _errors(document, claims, matches)
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
        modality=(right, judged),
        by_relation={name: (a, b, c) for name, (a, b, c) in sorted(by.items())},
        errors=tuple(errors),
    )


def _claims(
    document: GoldDocument,
    found: Mapping[str, Iterable[Mapping[str, Any]]],
    relations: Mapping[str, Relation],
) -> list[FoundClaim]:
    """Return the found claims of a document, each once."""
    kept: dict[tuple[str, str, str, bool], FoundClaim] = {}
    for name in dict.fromkeys((document.id, *document.rows)):
        for row in found.get(name, ()):
            relation = str(row["relation"])
            if relation not in relations:
                continue
            claim = FoundClaim(
                roll_up(str(row["subject"]).strip().upper()),
                relation,
                roll_up(str(row["object"]).strip().upper()),
                str(row.get("modality") or "asserted"),
                row,
            )
            ends = (claim.subject, claim.object)
            if relations[relation].symmetric:
                ends = (min(ends), max(ends))
            kept[(*ends, relation, claim.modality == "denied")] = claim
    return list(kept.values())


def _accepts(codes: frozenset[str], code: str) -> bool:
    return any(code == c or (c.endswith("*") and code.startswith(c[:-1])) for c in codes)


def _fits(
    gold: GoldClaim, claim: FoundClaim, level: Level, relations: Mapping[str, Relation]
) -> bool:
    if (gold.modality == "denied") != (claim.modality == "denied"):
        return False
    same = _accepts(gold.subjects, claim.subject) and _accepts(gold.objects, claim.object)
    if not same and (gold.unordered or relations[claim.relation].symmetric):
        same = _accepts(gold.subjects, claim.object) and _accepts(gold.objects, claim.subject)
    if not same or level == "pair":
        return same
    if level == "signed pair":
        signs = {relations[r].sign for r in gold.relations if r in relations}
        return relations[claim.relation].sign in signs
    return claim.relation in gold.relations


def _match(
    gold: Sequence[GoldClaim],
    claims: Sequence[FoundClaim],
    level: Level,
    relations: Mapping[str, Relation],
) -> dict[int, int]:
    """Return a maximum one-to-one matching, exact relation and modality tried first.

    Augmenting paths (Kuhn 1955).
    """
    choices = [
        sorted(
            (j for j, claim in enumerate(claims) if _fits(g, claim, level, relations)),
            key=lambda j, g=g: (  # type: ignore[misc]
                claims[j].relation not in g.relations,
                claims[j].modality != g.modality,
            ),
        )
        for g in gold
    ]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in choices[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in owner or place(owner[j], tried):
                owner[j] = i
                return True
        return False

    for i in sorted(range(len(gold)), key=lambda i: len(choices[i])):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _errors(
    document: GoldDocument,
    claims: Sequence[FoundClaim],
    matches: Mapping[Level, Mapping[int, int]],
) -> list[tuple[str, str, GoldClaim | None, FoundClaim | None]]:
    """Name what went wrong, one line for each claim missed or spurious."""
    errors: list[tuple[str, str, GoldClaim | None, FoundClaim | None]] = []
    used = set(matches["relation"].values())
    for i, gold in enumerate(document.claims):
        if i in matches["relation"]:
            claim = claims[matches["relation"][i]]
            if gold.modality is not None and claim.modality != gold.modality:
                errors.append((document.id, "modality", gold, claim))
            continue
        j = matches["pair"].get(i)
        if j is not None and j not in used:
            used.add(j)
            errors.append((document.id, "wrong relation", gold, claims[j]))
            continue
        swapped = next(
            (
                k
                for k, claim in enumerate(claims)
                if k not in used
                and claim.relation in gold.relations
                and _accepts(gold.subjects, claim.object)
                and _accepts(gold.objects, claim.subject)
            ),
            None,
        )
        if swapped is not None:
            used.add(swapped)
            errors.append((document.id, "wrong direction", gold, claims[swapped]))
            continue
        half = next(
            (
                k
                for k, claim in enumerate(claims)
                if k not in used
                and claim.relation in gold.relations
                and (_accepts(gold.subjects, claim.subject) or _accepts(gold.objects, claim.object))
            ),
            None,
        )
        if half is not None:
            used.add(half)
            errors.append((document.id, "wrong actor", gold, claims[half]))
            continue
        errors.append((document.id, "missed", gold, None))
    errors += [
        (document.id, "spurious", None, claim) for j, claim in enumerate(claims) if j not in used
    ]
    return errors


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
