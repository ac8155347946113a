"""A second, shallow analysis of a sentence: who stands before a verb, who after it.

Where the parse of a clause goes wrong ("Serbia eased measures" read as a noun phrase), the order
of the words often still tells who does what to whom. This reading cuts the sentence into noun
groups and verb groups, ties each finite verb to the groups around it, and gives a tree of the same
form as the parser's, so that the same entries match. It ties nothing that two readings could
claim: a verb whose neighbours leave a doubt is not among those it vouches for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from influence_graph.extraction.chunking import Chunker
from influence_graph.extraction.grammar import Grammar
from influence_graph.model import Mention, Sentence

__all__ = ["LinearReading", "read_linearly"]

_LONGEST = 80
"""Longer sentences are lists or tables more often than clauses."""


@dataclass(frozen=True, slots=True)
class LinearReading:
    """What the order of the words says.

    Attributes
    ----------
    sentence : Sentence
        The sentence with its heads and relations by order.
    verbs : frozenset of int
        The verbs whose subject and complements it vouches for.
    """

    sentence: Sentence
    verbs: frozenset[int]


def read_linearly(
    sentence: Sentence, mentions: Sequence[Mention], grammar: Grammar
) -> LinearReading | None:
    """Read a sentence by the order of its words, None where that says nothing.

    Parameters
    ----------
    sentence : Sentence
        Its words, parts of speech and, inside a noun group, its parse.
    mentions : sequence of Mention
        Which groups name an actor.
    grammar : Grammar
        Function words.
    """
    if len(sentence.tokens) > _LONGEST:
        return None
    reading = _Reader(sentence, {m.head for m in mentions}, grammar)
    return reading.read()


class _Reader:
    def __init__(self, sentence: Sentence, named: Collection[int], grammar: Grammar) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.grammar = grammar
        chunker = Chunker(self.tokens, named, grammar)
        self.units = chunker.units()
        self.low = chunker.low
        self.head = chunker.head
        self.rel = chunker.rel
        self.trusted: set[int] = set()
        self.claimed: set[int] = set()  # units that are tied already
        self.subject: dict[int, int] = {}

    def read(self) -> LinearReading | None:
        """Return the reading."""
        verbs = [i for i, unit in enumerate(self.units) if unit.kind == "verb"]
        if not verbs or any(unit.kind == "x" for unit in self.units):
            return None
        for i in verbs:
            if self.units[i].form in ("fin", "past"):
                self._tie_subject(i)
        for i in verbs:
            self._tie_complements(i)
        if not self.trusted:
            return None
        root = next((self.units[i].head for i in verbs if i in self.subject), -1)
        if root < 0:
            root = self.units[verbs[0]].head
        self.head[root], self.rel[root] = root, "root"
        tokens = []
        for token in self.tokens:
            i = token.i
            head = self.head[i] if self.head[i] >= 0 else root
            tokens.append(token.hung(head, self.rel[i]))
        if _is_broken([t.head for t in tokens]):
            return None
        return LinearReading(replace(self.sentence, tokens=tuple(tokens)), frozenset(self.trusted))

    # -- tying ---------------------------------------------------------------------------------

    def _kind(self, i: int) -> str:
        return self.units[i].kind if 0 <= i < len(self.units) else "end"

    def _set(self, token: int, head: int, rel: str) -> None:
        self.head[token], self.rel[token] = head, rel

    def _is_preposition(self, i: int) -> bool:
        """Tell whether a unit is a preposition with a noun group after it."""
        return self._kind(i) == "adp" and self._kind(i + 1) in ("noun", "time")

    def _tie_subject(self, i: int) -> None:
        verb = self.units[i]
        j = self._back_over_adjuncts(i - 1)
        if self._kind(j) == "rel" and self._kind(j - 1) in ("noun", "comma"):
            k = j - 1 if self._kind(j - 1) == "noun" else j - 2
            if self._kind(k) == "noun":
                self._set(self.units[j].head, verb.head, "nsubj")
                self._set(verb.head, self.units[k].head, "acl:relcl")
                self.subject[i] = j
                self.trusted.add(verb.head)
            return
        if self._kind(j) == "comma":
            opening = next(
                (k for k in range(j - 1, -1, -1) if self._kind(k) in ("comma", "verb")), -1
            )
            if opening < 0 or self._kind(opening) != "comma":
                return
            inner = self._chain_start(j - 1)
            if inner == opening + 1 and self._kind(inner) == "noun":
                first = self._chain_start(opening - 1)
                if first >= 0 and self._kind(first) == "noun":
                    self._set(self.units[inner].head, self.units[first].head, "appos")
            j = opening - 1
        start = self._chain_start(j)
        if start < 0 or self._kind(start) != "noun" or start in self.claimed:
            return
        if verb.form == "past" and not self._stands_as_finite(i, start):
            return
        governor = self._clause_before(start)
        listed = any(self._kind(k) == "and" for k in range(start, j + 1))
        if governor is None or (
            listed and self._kind(start - 1) == "comma" and self._kind(start - 2) == "noun"
        ):
            return
        above, relation = governor
        self._tie_chain(start, j)
        passive = any(
            self.rel[k] == "aux:pass" and self.head[k] == verb.head
            for k in range(verb.first, verb.last)
        )
        self._set(self.units[start].head, verb.head, "nsubj:pass" if passive else "nsubj")
        if above >= 0:
            self._set(verb.head, above, relation)
        self.subject[i] = start
        self.claimed |= set(range(start, j + 1))
        self.trusted.add(verb.head)

    def _back_over_adjuncts(self, j: int) -> int:
        """Step back over adverbs and dates: *Israel on Friday again* attacked."""
        while j >= 0:
            if self._kind(j) == "adv":
                j -= 1
            elif self._kind(j) == "time":
                j -= 2 if self._kind(j - 1) == "adp" else 1
            else:
                return j
        return j

    def _chain_start(self, j: int) -> int:
        """Return the first noun group of *the president of X and Y*, which ends at a unit."""
        if self._kind(j) not in ("noun", "time"):
            return -1
        while (self._kind(j - 1), self._kind(j - 2)) in _CHAINED:
            j -= 2
        return j

    def _tie_chain(self, start: int, end: int) -> None:
        """Hang the groups of a chain on its first: complements and coordinated ones."""
        head = self.units[start].head
        j = start + 1
        last = head
        while j <= end:
            kind, unit = self._kind(j), self.units[j]
            if kind == "adp" and j + 1 <= end:
                inner = self.units[j + 1].head
                original = self.tokens[inner].head
                inside = {self.units[k].head for k in range(start, j, 1)}
                self._set(inner, original if original in inside else last, "nmod")
                self._set(unit.head, inner, "case")
                last = inner
                j += 2
            elif kind == "and" and j + 1 <= end:
                inner = self.units[j + 1].head
                partner = self.tokens[inner].head
                earlier = {self.units[k].head for k in range(start, j) if self._kind(k) == "noun"}
                self._set(inner, partner if partner in earlier else last, "conj")
                self._set(unit.head, inner, "cc")
                last = inner
                j += 2
            else:
                self._set(unit.head, head, "dep")
                j += 1

    def _stands_as_finite(self, i: int, start: int) -> bool:
        """Tell whether a participle without auxiliary can only be the clause's own verb."""
        following = i + 1
        while self._kind(following) in ("adv", "time") or (
            self._is_preposition(following) and self._kind(following + 1) == "time"
        ):
            following += 2 if self._kind(following) == "adp" else 1
        if self._kind(following) == "adp" and self.low[
            self.units[following].head
        ] in self.grammar.words("agentive"):
            return False
        rivals = ("fin",) if self._kind(following) == "noun" else ("fin", "past")
        k = i + 1
        while self._kind(k) not in ("comma", "mark", "rel", "end"):
            if self._kind(k) == "verb" and self.units[k].form in rivals:
                if self._kind(k - 1) == "and":
                    break
                return False
            k += 1
        return self._kind(start - 1) in ("end", "comma", "mark", "and", "time")

    def _clause_before(self, start: int) -> tuple[int, str] | None:
        """Return the verb above the clause that begins at a unit, and how it hangs there."""
        before = start - 1
        while self._kind(before) == "adv":
            before -= 1
        kind = self._kind(before)
        earlier = next((k for k in range(before, -1, -1) if self._kind(k) == "verb"), -1)
        if kind == "end":
            return (-1, "root")
        if kind == "mark":
            if earlier < 0:
                return (-1, "root")
            verb = self.units[earlier].head
            mark = self.units[before].head
            said = self.tokens[verb].lemma.lower() in self.grammar.words("modality.reporting")
            self.rel[mark] = "mark"
            return (verb, "ccomp" if said and before - earlier <= _NEAR else "advcl")
        if kind == "verb":
            verb = self.units[before].head
            said = self.tokens[verb].lemma.lower() in self.grammar.words("modality.reporting")
            return (verb, "ccomp") if said else None
        if kind == "and":
            return (self.units[earlier].head, "conj") if earlier >= 0 else None
        if kind == "comma":
            return (self.units[earlier].head, "parataxis") if earlier >= 0 else (-1, "root")
        if kind == "time":
            return self._clause_before(before - (1 if self._kind(before - 1) == "adp" else 0))
        return None

    def _tie_complements(self, i: int) -> None:
        verb = self.units[i]
        if verb.form in ("inf", "ing") or i not in self.subject:
            self._tie_dependent_verb(i)
        if verb.head not in self.trusted:
            return
        j, host = i + 1, verb.head
        objects: list[int] = []
        while True:
            kind = self._kind(j)
            if kind == "adv":
                self._set(self.units[j].head, verb.head, "advmod")
            elif kind == "time":
                self._set(self.units[j].head, verb.head, "obl:unmarked")
            elif kind == "noun" and j not in self.claimed and len(objects) < _OBJECTS:
                if objects and self._kind(j - 1) != "noun":
                    break
                objects.append(j)
                host = self.units[j].head
                self._set(host, verb.head, "obj")
                self.claimed.add(j)
            elif kind == "adp":
                step = self._tie_adposition(j, verb.head, host, bool(objects))
                if not step:
                    break
                if self._kind(j + 1) == "noun":
                    host = self.units[j + 1].head
                j += step - 1
            elif kind == "and" and self._kind(j + 1) == "noun" and self._ends_after(j + 1):
                inner = self.units[j + 1].head
                self._set(inner, host if host != verb.head else verb.head, "conj")
                self._set(self.units[j].head, inner, "cc")
                self.claimed.add(j + 1)
                j += 1
            else:
                break
            j += 1
        if len(objects) == _OBJECTS:
            self.rel[self.units[objects[0]].head] = "iobj"

    def _ends_after(self, j: int) -> bool:
        """Tell whether a coordinated noun is no subject of a verb to come."""
        return j not in self.claimed and self._kind(j + 1) not in ("verb", "rel")

    def _tie_adposition(self, j: int, verb: int, host: int, has_object: bool) -> int:
        """Tie a preposition with its noun, or a particle; return how many units that took."""
        word = self.units[j].head
        particle = self.low[word] in self.grammar.words("particles")
        if self._kind(j + 1) in ("noun", "time") and (j + 1) not in self.claimed:
            inner = self.units[j + 1].head
            if particle and not has_object and host == verb and self._kind(j + 1) == "noun":
                self._set(word, verb, "compound:prt")
                return 1
            self.claimed.add(j + 1)
            original = self.tokens[inner].head
            above = original if original in (verb, host) else host
            if self._kind(j + 1) == "time":
                above = verb
            self._set(inner, above, "obl" if above == verb else "nmod")
            self._set(word, inner, "case")
            return 2
        if particle or self._kind(j + 1) == "adp":
            relation = "compound:prt" if particle else "advmod"
            self._set(word, verb, relation)
            return 1
        return 0

    def _tie_dependent_verb(self, i: int) -> None:
        """Tie an infinitive, or a verb that shares the subject of the one before."""
        verb = self.units[i]
        earlier = next((k for k in range(i - 1, -1, -1) if self._kind(k) == "verb"), -1)
        if earlier < 0 or self.units[earlier].head not in self.trusted:
            return
        above = self.units[earlier].head
        between = {self._kind(k) for k in range(earlier + 1, i)}
        if verb.form == "inf" and not between & {"comma", "mark", "rel", "and"}:
            self._set(verb.head, above, "xcomp")
            self.trusted.add(verb.head)
        elif (
            verb.form in ("fin", "past", "inf")
            and self._kind(i - 1) == "and"
            and not between & {"mark", "rel"}
            and self.units[earlier].form in ("fin", "past", "inf")
        ):
            self._set(verb.head, above, "conj")
            self._set(self.units[i - 1].head, verb.head, "cc")
            self.trusted.add(verb.head)
        elif (
            verb.form == "ing"
            and earlier == i - 1
            and self.tokens[above].lemma.lower() in self.grammar.words("aspectual")
        ):
            self._set(verb.head, above, "xcomp")
            self.trusted.add(verb.head)
        elif verb.form == "ing" and self._kind(i - 1) == "comma":
            self._set(verb.head, above, "advcl")
            self.trusted.add(verb.head)


_CHAINED = {("adp", "noun"), ("adp", "time"), ("and", "noun"), ("time", "noun")}
"""What stands before a noun group that belongs to an earlier one, from right to left."""

_NEAR = 4
"""Units between a verb of speech and the clause that it governs, at most."""

_OBJECTS = 2


def _is_broken(heads: Sequence[int]) -> bool:
    """Tell whether some token never reaches the root."""
    for i in range(len(heads)):
        k = i
        for _ in range(len(heads)):
            if heads[k] == k:
                break
            k = heads[k]
        else:
            return True
        if heads[k] != k:
            return True
    return False
