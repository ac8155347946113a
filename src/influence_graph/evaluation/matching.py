"""One-to-one matching of found claims with annotated ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from influence_graph.evaluation.gold import GoldClaim, GoldDocument
from influence_graph.model import Relation, roll_up

__all__ = ["LEVELS", "FoundClaim", "Level", "accepts", "found_claims", "match"]

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


def found_claims(
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


def accepts(codes: frozenset[str], code: str) -> bool:
    """Tell whether a code is one of those, or begins like one that ends in ``*``."""
    return any(code == c or (c.endswith("*") and code.startswith(c[:-1])) for c in codes)


def _fits(
    gold: GoldClaim, claim: FoundClaim, level: Level, relations: Mapping[str, Relation]
) -> bool:
    if (gold.modality == "denied") != (claim.modality == "denied"):
        return False
    same = accepts(gold.subjects, claim.subject) and accepts(gold.objects, claim.object)
    if not same and (gold.unordered or relations[claim.relation].symmetric):
        same = accepts(gold.subjects, claim.object) and accepts(gold.objects, claim.subject)
    if not same or level == "pair":
        return same
    if level == "signed pair":
        signs = {relations[r].sign for r in gold.relations if r in relations}
        return relations[claim.relation].sign in signs
    return claim.relation in gold.relations


def match(
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
