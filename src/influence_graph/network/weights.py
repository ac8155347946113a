"""How much a claim counts: by how it is put, by who published it, by what it says."""

from __future__ import annotations

from collections.abc import Mapping

from influence_graph.model import Claim, Modality, Relation, Source

__all__ = [
    "CREDIBILITY",
    "MODALITY_WEIGHTS",
    "RELIABILITY",
    "claim_weight",
    "source_weight",
    "strength",
]

MODALITY_WEIGHTS: Mapping[Modality, float] = {
    "asserted": 1.0,
    "reported": 0.6,
    "planned": 0.4,
    "possible": 0.3,
    "denied": 0.0,
}
"""Weight of each modality: what is only planned is no fact, what is denied counts nothing."""

RELIABILITY: Mapping[str, float] = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2, "F": 0.5}
"""Weight of the Admiralty grade of a source; ``F`` (cannot be judged) stands in the middle."""

CREDIBILITY: Mapping[int, float] = {1: 1.0, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2, 6: 0.5}
"""Weight of the Admiralty grade of an information; 6 (cannot be judged) stands in the middle."""


def source_weight(source: Source | None) -> float:
    """Return the weight of a source's claims, 0.04 to 1.

    The product of the weights of its two Admiralty grades; a grade that nobody gave, or that
    the scale does not know, changes nothing.

    Examples
    --------
    >>> source_weight(Source(name="Gazette", reliability="B", credibility=2))
    0.64
    >>> source_weight(None)
    1.0
    """
    if source is None:
        return 1.0
    reliability = RELIABILITY.get((source.reliability or "").upper(), 1.0)
    credibility = CREDIBILITY.get(source.credibility or 0, 1.0)
    return round(reliability * credibility, 4)


def strength(relation: Relation) -> float:
    """Return how strong a relation is, 0.1 to 1: its Goldstein intensity without sign, over 10.

    Examples
    --------
    >>> strength(Relation(name="assaults", sign=-1, intensity=-9.0))
    0.9
    """
    return round(min(max(abs(relation.intensity), 1.0), 10.0) / 10.0, 4)


def claim_weight(
    claim: Claim,
    source: Source | None = None,
    modalities: Mapping[Modality, float] = MODALITY_WEIGHTS,
) -> float:
    """Return how much a claim counts, 0 to 1.

    Confidence x weight of the modality x weight of the source. What an analyst accepted or
    corrected has confidence 1.

    Parameters
    ----------
    claim : Claim
        The claim.
    source : Source, optional
        Who published its article, with the analyst's grades.
    modalities : Mapping of str to float
        Weight of each modality; one that is missing weighs 0.
    """
    sure = 1.0 if claim.review in ("accepted", "corrected") else claim.confidence
    return round(sure * modalities.get(claim.modality, 0.0) * source_weight(source), 6)
