"""Entries that fired, and which of them a sentence keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from influence_graph.extraction.arguments import Argument
from influence_graph.extraction.lexicon import Entry
from influence_graph.model import Relation, roll_up

__all__ = ["Hit", "best_of", "dyad", "without_shadowed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that fired.

    Attributes
    ----------
    entry : Entry
        The lexicon entry.
    head : int
        Its head word.
    fixed : tuple of int
        Its fixed words.
    subject, object : Argument
        The actors.
    strength : float
        To choose between entries: what the entry and its actors are worth, 0 to 1.
    mutual : bool
        The actors do it to each other.
    by_order : bool
        The parse says nothing; it was read by the order of the words.
    """

    entry: Entry
    head: int
    fixed: tuple[int, ...]
    subject: Argument
    object: Argument
    strength: float
    mutual: bool = False
    by_order: bool = False

    @property
    def specificity(self) -> tuple[int, float]:
        """How much of the sentence the entry explains; more is better."""
        entry = self.entry
        return (
            2 * len(entry.having)
            + 2 * (entry.particle is not None)
            + entry.reflexive
            + 3 * entry.negated
            + any(" " in lemma for lemma in entry.lemmas),
            self.strength,
        )


def best_of(hits: list[Hit], relations: Mapping[str, Relation]) -> list[Hit]:
    """Keep, per pair of actors, the entry that explains most."""
    best: dict[tuple[str, ...], Hit] = {}
    acting = {hit.subject.token for hit in hits}
    to_others = {
        hit.entry.relation
        for hit in hits
        if hit.entry.kind == "verb" and hit.object.token not in acting
    }
    # "X and Y met to oppose Z": what they do to Z they do not do to each other
    hits = [
        hit
        for hit in hits
        if hit.entry.kind != "verb"
        or not hit.entry.both
        or hit.object.token not in acting
        or hit.entry.relation not in to_others
    ]
    for hit in hits:
        ends = (hit.subject.code, hit.object.code)
        key = tuple(sorted(ends))
        if hit.entry.both or not relations[hit.entry.relation].symmetric:
            key = ends
        old = best.get(key)
        if old is None or hit.specificity > old.specificity:
            best[key] = hit
    return list(best.values())


def without_shadowed(hits: Sequence[Hit], others: Sequence[Hit] = ()) -> list[Hit]:
    """Drop what a word says alone of two actors where an idiom of theirs uses that word.

    The idiom may be one of the hits, or one of the others.
    """
    using: dict[tuple[int, frozenset[str]], list[Hit]] = {}
    for hit in (*hits, *others):
        if hit.entry.kind != "adv":
            for k in hit.fixed:
                using.setdefault((k, dyad(hit)), []).append(hit)
    return [
        hit
        for hit in hits
        if not any(
            idiom.head not in hit.fixed or idiom.specificity > hit.specificity  # uses the other
            for idiom in using.get((hit.head, dyad(hit)), ())
        )
    ]


def dyad(hit: Hit) -> frozenset[str]:
    """Return the two actors of a hit, roles rolled up."""
    return frozenset({roll_up(hit.subject.code), roll_up(hit.object.code)})
