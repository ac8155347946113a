"""How sure a claim is: the probability that a careful reader would keep it.

The odds of a clear case are lowered by what is in doubt: how sure the lexicon entry is and how
sure the actors are, how far the actors stand from the entry in the tree, and whether only the order
of the words says it. ``ontology/confidence.toml`` has the weights, fitted on annotated articles by
``tools/fit_confidence.py``. Each factor is what one doubt leaves of the probability, after those
before it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from influence_graph.derivation import Factor
from influence_graph.errors import LexiconError
from influence_graph.extraction.arguments import Argument
from influence_graph.extraction.hits import Hit
from influence_graph.extraction.tree import Tree
from influence_graph.resources import resource

__all__ = ["Weights", "confidence_factors", "load_weights", "said_again"]

_FILE = "ontology/confidence.toml"
_HIGHEST = 0.99
_SHORT = 2
"""Steps from an entry to its actors that leave no doubt: one each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each doubt weighs, in natural logarithms of odds; all but `clear` are at least 0.

    Attributes
    ----------
    clear : float
        Of a claim where nothing is in doubt.
    doubt : float
        Per unit of -ln of how sure the entry, the subject, the object is.
    step : float
        Per step through the tree beyond one to each actor.
    order : float
        Where only the order of the words says it.
    again : float
        How far another sentence that says the same counts, 0 (not) to 1 (as independent).
    """

    clear: float
    doubt: float
    step: float
    order: float
    again: float


@cache
def load_weights() -> Weights:
    """Read ``ontology/confidence.toml``.

    Raises
    ------
    LexiconError
        The file is missing, is no TOML, or lacks a weight.
    """
    try:
        data = tomllib.loads(resource(_FILE).read_text("utf-8"))["weights"]
        weights = Weights(**{name: float(value) for name, value in data.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"{_FILE}: {error!r}") from error
    if min(weights.doubt, weights.step, weights.order, weights.again) < 0 or weights.again > 1:
        raise LexiconError(f"{_FILE}: a doubt cannot raise the confidence: {weights}")
    return weights


def confidence_factors(hit: Hit, tree: Tree) -> tuple[Factor, ...]:
    """Return what the confidence of a claim is the product of.

    Parameters
    ----------
    hit : Hit
        The entry that fired, with its actors.
    tree : Tree
        The sentence.
    """
    weights = load_weights()
    odds = weights.clear
    left = _probability(odds)
    factors = [Factor("a clear case", left, weight="clear", amount=1.0)]
    for name, weight, each, amount, reason in _doubts(hit, tree, weights):
        odds -= each * amount
        before, left = left, _probability(odds)
        factors.append(Factor(name, left / before, reason, weight, amount))
    return tuple(factors)


def _doubts(hit: Hit, tree: Tree, weights: Weights) -> list[tuple[str, str, float, float, str]]:
    """Return name, weight, its value, amount and reason of each doubt."""
    found = []
    if hit.entry.confidence < 1:
        sure = hit.entry.confidence
        found.append(
            (f"entry {hit.entry.id}", "doubt", weights.doubt, _doubt(sure), f"sure to {sure:.2f}")
        )
    for role, argument in (("subject", hit.subject), ("object", hit.object)):
        if argument.score < 1:
            why = f"sure to {argument.score:.2f}: {_why(argument)}"
            amount = _doubt(argument.score)
            found.append((f"{role} {argument.code}", "doubt", weights.doubt, amount, why))
    steps = sum(_distance(tree, hit.head, a.token) for a in (hit.subject, hit.object))
    if steps > _SHORT:
        why = f"{steps} steps through the tree"
        found.append(("distance", "step", weights.step, float(steps - _SHORT), why))
    if hit.by_order:
        found.append(("parse", "order", weights.order, 1.0, "read by the order of the words"))
    return found


def said_again(confidences: Sequence[float]) -> float:
    """Return the confidence of a claim that several sentences say.

    Parameters
    ----------
    confidences : sequence of float
        Of each sentence; the same slip may be behind all, so that the others count less than
        the best.
    """
    best, *others = sorted(confidences, reverse=True)
    again = load_weights().again
    doubt = 1 - best
    for other in others:
        doubt *= pow(1 - other, again)
    return max(best, min(1 - doubt, _HIGHEST))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _doubt(sure: float) -> float:
    return -log(max(sure, 0.01))


def _why(argument: Argument) -> str:
    return "; ".join((*argument.reasons, *argument.mention.reasons))


def _distance(tree: Tree, start: int, end: int) -> int:
    """Return the number of steps through the tree from one word to another."""
    if start == end or tree.head[end] == start:  # by far the most
        return int(start != end)
    above = {start: 0}
    for k, parent in enumerate(tree.ancestors(start), start=1):
        above.setdefault(parent, k)
    if end in above:
        return above[end]
    for k, parent in enumerate(tree.ancestors(end), start=1):
        if parent in above:
            return k + above[parent]
    return 0
