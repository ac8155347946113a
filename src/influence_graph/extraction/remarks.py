"""Remarks beside a clause that tell who says it: "…, officials said", "according to X".

They are found by the order of the words, for parsers hang their clause anywhere. A remark holds for
the clauses before it up to a semicolon, or for the clause that it interrupts; a relative clause or
an apposition that ended before it is the author's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from influence_graph.extraction.operators import Operators
from influence_graph.extraction.places import Places
from influence_graph.extraction.tree import Tree

__all__ = ["Remarks", "contiguous"]

_MARKS = frozenset({",", "–", "—", "-", '"', "''", "``", *"«“„»”"})
_STOPS = frozenset({";"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Words set beside a clause that tell who says it.

    Attributes
    ----------
    speaker : int
        Token that names the speaker.
    first, last : int
        First and last token of the remark.
    verb : int
        Its verb of saying; the speaker where it has none.
    """

    speaker: int
    first: int
    last: int
    verb: int


class Remarks:
    """The remarks of one sentence.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    places : Places
        Tells who can be an actor.
    operators : Operators
        Knows what is negated.
    """

    def __init__(self, tree: Tree, places: Places, operators: Operators) -> None:
        self.tree = tree
        self.places = places
        self.operators = operators
        self.grammar = tree.grammar

    def noun_before(self, verb: int) -> list[int]:
        """Return the noun right before a verb, which the parse may not give it as a subject."""
        tree, k = self.tree, verb - 1
        while k >= 0 and tree.head[k] == verb and tree.base(k) in ("aux", "advmod"):
            k -= 1
        while k > 0 and tree.base(k) in ("flat", "compound") and tree.head[k] < k:
            k = tree.head[k]
        return [k] if k >= 0 and tree.upos(k) in ("NOUN", "PROPN") else []

    def says(self, verb: int) -> bool:
        """Tell whether a word is a verb of saying."""
        return self.operators.has(verb, "modality.reporting")

    @cached_property
    def asides(self) -> list[Aside]:
        """The remarks of the sentence, in text order."""
        found = [self._aside(k) for k in range(len(self.tree)) if self.says(k)]
        return [aside for aside in found if aside is not None]

    @cached_property
    def sources(self) -> list[Aside]:
        """What follows "according to", in text order."""
        tree = self.tree
        certain = self.grammar.words("attribution.certain_prepositions")
        found = []
        for k in range(len(tree)):
            if (
                tree.case[k] in certain
                and tree.low[k] not in self.grammar.words("relative_pronouns")
                and tree.base(k) in ("obl", "nmod", "parataxis", "dep", "advmod", "root", "conj")
                and not self.operators.has(k, "attribution.standards")
            ):
                words = contiguous((w for w in tree.subtree(k) if tree.upos(w) != "PUNCT"), k)
                found.append(Aside(k, words[0], words[-1], k))
        return found

    def is_aside(self, verb: int) -> bool:
        """Tell whether a verb of saying only stands beside what it reports."""
        return any(aside.verb == verb for aside in self.asides)

    def _aside(self, verb: int) -> Aside | None:
        """Return the remark that a verb of saying makes, None where it governs a clause."""
        tree = self.tree
        if tree.upos(verb) not in ("VERB", "AUX") or tree.children(verb, "mark", "cc"):
            return None
        form = tree.feat(verb, "VerbForm")
        if form in ("Inf", "Ger") or (form == "Part" and not tree.has_aux(verb)):
            return None
        if self.operators.negator(verb) is not None:
            return None
        first = self._start(verb)
        if first == 0 or tree.tokens[first - 1].text not in _MARKS:
            return None
        last = self._end(verb)
        if last is None:
            return None
        speaker = self._speaker(verb, first, last)
        return None if speaker is None else Aside(speaker, first, last, verb)

    def _start(self, verb: int) -> int:
        tree = self.tree
        above = self._swallowing(verb)
        own = {
            w
            for k in tree.children(verb, "aux", "nsubj", "advmod", "expl", "obl", "iobj", "obj")
            if k < verb and (above is None or k > above)
            for w in tree.subtree(k)
        }
        if above is not None:
            own |= {w for w in tree.subtree(above) if w < verb}
        first = verb
        while first and (first - 1 in own or tree.tokens[first - 1].text in ("-", "t", "-t-")):
            first -= 1
        while first < verb and tree.upos(first) == "PUNCT":
            first += 1
        return first

    def _swallowing(self, verb: int) -> int | None:
        """Return the subject that the parse took for something else.

        "…, television reported" hung as a clause on television; "… Russia, Moscow complained" with
        Moscow as a second subject.
        """
        tree = self.tree
        above = tree.head[verb]
        if tree.base(verb) == "acl" and tree.feat(verb, "VerbForm") == "Fin" and above < verb:
            return None if tree.has_child(verb, "nsubj") else above
        near = self.noun_before(verb)
        if near and tree.base(near[0]) == "conj" and not tree.has_child(near[0], "cc"):
            return near[0]
        return None

    def _end(self, verb: int) -> int | None:
        """Return the last word before the mark that closes a remark; None if a clause follows."""
        tree = self.tree
        last = verb
        inside = {w for k in tree.kids[verb] if k > verb for w in tree.subtree(k)}
        for k in range(verb + 1, len(tree)):
            if tree.upos(k) == "PUNCT":
                if tree.tokens[k].text == ":":
                    return None
                if k in inside and tree.tokens[k].text == "-":
                    continue
                break
            if tree.upos(k) == "SCONJ" or self.is_finite(k):
                return None
            last = k
        governed = [k for k in tree.children(verb, "ccomp", "xcomp") if k > verb]
        if any(verb < k <= last for k in governed) or (
            governed and tree.tokens[governed[0] - 1].text not in _MARKS
        ):
            return None
        return last

    def is_finite(self, k: int) -> bool:
        """Tell whether a word is a finite verb."""
        return self.tree.feat(k, "VerbForm") == "Fin" or (
            self.tree.upos(k) == "VERB" and self.tree.has_child(k, "nsubj")
        )

    def _speaker(self, verb: int, first: int, last: int) -> int | None:
        tree = self.tree
        relatives = self.grammar.words("relative_pronouns")
        own = [k for k in tree.children(verb, "nsubj", "expl") if first <= k <= last]
        above = self._swallowing(verb)
        if not own and above is not None and above >= first:
            own = [above]
        objects = [k for k in tree.children(verb, "obj", "xcomp") if verb < k <= last]
        if own:
            told = self.operators.has(verb, "modality.telling")
            if tree.low[own[0]] in relatives or (objects and not told):
                return None
            return own[0]
        if self.operators.has(verb, "modality.accusing"):
            return None
        after = objects or [k for k in tree.children(verb, "obl") if verb < k <= last]
        return next((k for k in after if not tree.case[k] and self._can_speak(k)), None)

    def _can_speak(self, k: int) -> bool:
        return self.places.is_actor(k) or self.operators.has(k, "nouns.sources")

    def speaker_of(self, head: int) -> int | None:
        """Return who says a claim in a remark beside it, None for nobody."""
        return next((a.speaker for a in self.asides if self._covers(a, head)), None)

    def source_of(self, head: int) -> int | None:
        """Return who a claim is true according to, None for nobody."""
        tree = self.tree
        for source in self.sources:
            set_off = source.first == 0 or tree.upos(source.first - 1) == "PUNCT"
            if self._covers(source, head) if set_off else head in self._segment(source):
                return source.speaker
        return None

    def _segment(self, aside: Aside) -> range:
        """Return the words between the commas around a source that none sets off."""
        commas = [k for k in range(len(self.tree)) if self.tree.tokens[k].text in (",", ";")]
        first = max((k for k in commas if k < aside.first), default=-1)
        return range(first + 1, min((k for k in commas if k > aside.last), default=len(self.tree)))

    def _covers(self, aside: Aside, head: int) -> bool:
        """Tell whether a remark holds for a claim."""
        tree = self.tree
        if aside.first <= head <= aside.last:
            return False
        between = range(min(head, aside.first), max(head, aside.last))
        if any(tree.tokens[k].text in _STOPS for k in between):
            return False
        if any(
            tree.head[i] == aside.verb and tree.base(i) == "advcl" and i > aside.last
            for i in self.over(head)
        ):
            return False  # "…, he said, accusing Y"
        clause = self._own_clause(head)
        if clause is not None and self._left_behind(clause, aside):
            return False
        bound = self._is_bound(aside)
        if head < aside.first:
            return not bound
        if aside.first == 0:
            return not bound
        interrupted = self._next_predicate(aside)
        return interrupted in self.over(head) and (
            bound or not any(k > aside.last for k in tree.children(interrupted, "nsubj", "mark"))
        )

    def over(self, head: int) -> list[int]:
        """Return a word and all that stand above it."""
        return [head, *self.tree.ancestors(head)]

    def _own_clause(self, head: int) -> list[int] | None:
        """Return the words of the outermost relative clause or apposition around a claim."""
        tree = self.tree
        found = None
        for i in self.over(head):
            if tree.base(i) in ("appos", "acl"):
                found = i
        if found is None:
            return None
        words = tree.subtree(found)
        if tree.base(found) == "appos":  # ends at its comma, whatever was hung on it
            comma = next((k for k in words if k > found and tree.tokens[k].text == ","), None)
            words = [k for k in words if comma is None or k < comma]
        return words if head in words else None

    def _left_behind(self, clause: list[int], aside: Aside) -> bool:
        """Tell whether a clause is the author's own: over before a remark, or begun after it."""
        tree = self.tree
        first, last = min(clause), max(clause)
        if aside.first > last:
            inside = set(clause)
            return any(
                tree.upos(k) == "VERB" and k not in inside for k in range(last + 1, aside.first)
            )
        return aside.last < first and tree.tokens[first - 1].text in _MARKS

    def _is_bound(self, aside: Aside) -> bool:
        """Tell whether a remark belongs to the words after it: « qui, selon X, … »."""
        tree = self.tree
        k = aside.first - 1
        while k >= 0 and tree.upos(k) == "PUNCT":
            k -= 1
        return k >= 0 and (
            tree.upos(k) in ("SCONJ", "CCONJ")
            or tree.low[k] in self.grammar.words("relative_pronouns")
        )

    def _next_predicate(self, aside: Aside) -> int:
        tree = self.tree
        return next(
            (k for k in range(aside.last + 1, len(tree)) if tree.upos(k) == "VERB"), len(tree)
        )


def contiguous(words: Iterable[int], centre: int) -> list[int]:
    """Return the unbroken run of indices around one of them."""
    have = set(words)
    first = last = centre
    while first - 1 in have:
        first -= 1
    while last + 1 in have:
        last += 1
    return list(range(first, last + 1))
