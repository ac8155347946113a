"""How sure a claim is: a product of named factors."""

from __future__ import annotations

from influence_graph.derivation import Factor
from influence_graph.extraction.arguments import Argument
from influence_graph.extraction.matching import Hit

__all__ = ["confidence_factors"]

_BY_ORDER = 0.8
"""Factor for what the parse does not say, only the order of the words."""


def confidence_factors(hit: Hit) -> tuple[Factor, ...]:
    """Return what the confidence of a claim is the product of.

    Parameters
    ----------
    hit : Hit
        The entry that fired, with its actors.
    """
    found = [Factor(f"entry {hit.entry.id}", hit.entry.confidence)]
    for role, argument in (("subject", hit.subject), ("object", hit.object)):
        if argument.score < 1:
            found.append(Factor(f"{role} {argument.code}", argument.score, _why(argument)))
    if hit.by_order:
        found.append(Factor("read by the order of the words", _BY_ORDER))
    return tuple(found)


def _why(argument: Argument) -> str:
    return "; ".join((*argument.reasons, *argument.mention.reasons))
