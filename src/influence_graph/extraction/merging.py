"""One event, many mentions: within an article one claim with all its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from influence_graph.extraction.confidence import said_again
from influence_graph.model import MODALITIES, Claim, Relation, TimeSpan, roll_up

__all__ = ["link_causes", "merge_claims"]


def merge_claims(claims: Sequence[Claim], relations: Mapping[str, Relation]) -> tuple[Claim, ...]:
    """Merge what one article says several times.

    Two claims are one where the states (or other actors), the relation and denial agree, in
    either order for a symmetric relation. The claim keeps the strongest modality (asserted before
    reported before planned before possible), the evidence of all, the strongest first, and the
    first date and cause that any of them has. Confidence grows with each further sentence that says
    it, never above 0.99.

    Parameters
    ----------
    claims : sequence of Claim
        Claims of one article, in text order.
    relations : Mapping of str to Relation
        The relations by name.
    """
    groups: dict[tuple[str, str, str, bool], list[Claim]] = {}
    for claim in claims:
        ends = (roll_up(claim.subject), roll_up(claim.object))
        if relations[claim.relation].symmetric:
            ends = (min(ends), max(ends))
        key = (ends[0], claim.relation, ends[1], claim.modality == "denied")
        groups.setdefault(key, []).append(claim)
    merged = [_merge(group) for group in groups.values()]
    merged.sort(key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.subject, c.object))
    return link_causes(merged)


def _merge(group: Sequence[Claim]) -> Claim:
    ranked = sorted(
        range(len(group)),
        key=lambda i: (MODALITIES.index(group[i].modality), -group[i].confidence, i),
    )
    best = group[ranked[0]]
    by_sentence: dict[int, float] = {}
    for claim in group:
        at = claim.evidence[0].sentence
        by_sentence[at] = max(by_sentence.get(at, 0.0), claim.confidence)
    times = len(by_sentence)
    return replace(
        best.with_evidence(e for i in ranked[1:] for e in group[i].evidence),
        time=_time([group[i] for i in ranked]),
        because=best.because or next((c.because for c in group if c.because), None),
        confidence=round(said_again(list(by_sentence.values())), 2),
        reasons=(*best.reasons, f"said in {times} sentences") if times > 1 else best.reasons,
        derivations=tuple(d for i in ranked for d in group[i].derivations),
    )


def _time(ranked: Sequence[Claim]) -> TimeSpan | None:
    """Return the first date that the text names, else the first that tense gives."""
    stated = [c.stated_time for c in ranked] + [c.time for c in ranked]
    return next((time for time in stated if time is not None), None)


def link_causes(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Link each claim whose cause is itself a claim of the same article.

    Parameters
    ----------
    claims : sequence of Claim
        Claims of one article.
    """
    linked = []
    for claim in claims:
        cause = None
        if claim.because:
            cause = next(
                (
                    other.id
                    for other in claims
                    if other is not claim and any(e.quote in claim.because for e in other.evidence)
                ),
                None,
            )
        linked.append(replace(claim, because_claim=cause) if cause else claim)
    return tuple(linked)
