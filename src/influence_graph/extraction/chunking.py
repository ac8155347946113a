"""Cuts a sentence into noun groups, verb groups and the words between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from influence_graph.extraction.grammar import Grammar
from influence_graph.model import Token

__all__ = ["Chunker", "Unit"]

Kind: TypeAlias = Literal["noun", "time", "verb", "adp", "and", "comma", "mark", "rel", "adv", "x"]

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM", "PRON"})


@dataclass(slots=True)
class Unit:
    """A group of words that stand together.

    Attributes
    ----------
    kind : str
        What it is.
    first, last, head : int
        Its tokens, and the one that the rest of the sentence sees.
    form : str
        For a verb: ``fin``, ``past`` (a participle without auxiliary), ``inf``, ``ing``.
    """

    kind: Kind
    first: int
    last: int
    head: int
    form: str = ""


class Chunker:
    """Cuts one sentence.

    Parameters
    ----------
    tokens : sequence of Token
        Words, parts of speech and, inside a noun group, their parse.
    named : collection of int
        Head words of what names an actor.
    grammar : Grammar
        Function words.

    Attributes
    ----------
    head, rel : list
        Head and relation of the words inside a group; -1 and ``dep`` for all others.
    """

    def __init__(self, tokens: Sequence[Token], named: Collection[int], grammar: Grammar) -> None:
        self.tokens = tokens
        self.named = named
        self.grammar = grammar
        self.low = [grammar.plain(t.text) for t in tokens]
        self.head = [-1] * len(tokens)
        self.rel = ["dep"] * len(tokens)

    def units(self) -> list[Unit]:
        """Return the groups, in text order; each word is in one."""
        units: list[Unit] = []
        i = 0
        while i < len(self.tokens):
            unit = self._unit(i)
            units.append(unit)
            i = unit.last + 1
        return units

    def _unit(self, i: int) -> Unit:
        token, low = self.tokens[i], self.low[i]
        words = self.grammar.words
        if token.upos == "PUNCT":
            return Unit("comma", i, i, i)
        if token.upos == "CCONJ":
            return Unit("and", i, i, i)
        if low in words("relative_pronouns") and self._is_relative(i):
            return Unit("rel", i, i, i)
        verb = self._verb(i)
        if verb is not None:
            return verb
        if token.upos == "SCONJ":
            return Unit("mark", i, i, i)
        if token.upos in ("ADP", "PART"):
            return Unit("adp", i, i, i)
        if token.upos == "ADV":
            return Unit("adv", i, i, i)
        noun = self._noun(i)
        return noun if noun is not None else Unit("x", i, i, i)

    def _is_relative(self, i: int) -> bool:
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        return (
            token.upos == "PRON"
            and before is not None
            and (before.upos in _NOUNS or before.text == ",")
        )

    def _verb(self, first: int) -> Unit | None:
        """Return the verb group that begins at a token."""
        tokens, words = self.tokens, self.grammar.words
        i, marked = first, False
        if self.low[i] in words("auxiliaries.infinitive_marks"):
            if i + 1 < len(tokens) and tokens[i + 1].upos in ("VERB", "AUX"):
                marked, i = True, i + 1
            else:
                return None
        auxiliaries: list[int] = []
        between: list[int] = []
        while i < len(tokens) and tokens[i].upos in ("AUX", "ADV", "PART", "PRON"):
            token = tokens[i]
            if token.upos == "PRON" and not self._is_clitic(i):
                break
            if token.upos == "PART" and self.low[i] in words("auxiliaries.infinitive_marks"):
                break
            (auxiliaries if token.upos == "AUX" else between).append(i)
            i += 1
        if not auxiliaries and between and not any(self._is_clitic(k) for k in between):
            return None
        if i >= len(tokens) or tokens[i].upos != "VERB":
            return None
        verb = tokens[i]
        if not auxiliaries and not marked and not self._may_govern(i):
            return None
        if marked:
            self.head[first], self.rel[first] = verb.i, "mark"
        for k in auxiliaries:
            self.head[k], self.rel[k] = verb.i, self._auxiliary(k, verb)
        for k in between:
            self.head[k] = verb.i
            self.rel[k] = tokens[k].deprel if self._is_clitic(k) else "advmod"
        return Unit("verb", first, i, i, self._form(verb, auxiliaries, marked))

    def _is_clitic(self, i: int) -> bool:
        return self.tokens[i].upos == "PRON" and (
            self.low[i] in self.grammar.words("reflexive")
            or self.low[i] in self.grammar.words("dative_clitics")
            or self.low[i] in self.grammar.words("genitive_clitics")
            or self.low[i] in self.grammar.words("object_clitics")
        )

    def _may_govern(self, i: int) -> bool:
        """Tell whether a verb form without auxiliary is more than an attribute of a noun."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if (
            before is not None
            and before.upos == "VERB"
            and after is not None
            and after.upos in _INSIDE
            and token.deprel == "amod"
            and not (
                token.feats.get("VerbForm") == "Ger"
                and before.lemma.lower() in self.grammar.words("aspectual")
            )
        ):
            return False  # "extradited suspected militants"
        if token.feats.get("VerbForm") in ("Fin", "Inf"):
            return True
        return before is None or not (
            before.upos in ("DET", "ADJ", "NUM", "ADP")
            or before.text in ("-", "’s", "'s")
            or (before.upos == "PRON" and before.deprel == "nmod:poss")
        )

    def _auxiliary(self, i: int, verb: Token) -> str:
        token = self.tokens[i]
        if token.deprel.startswith("aux") and token.head == verb.i:
            return token.deprel
        passive = (
            token.lemma.lower() in self.grammar.words("auxiliaries.passive")
            and verb.feats.get("VerbForm") == "Part"
            and verb.feats.get("Tense") == "Past"
            and i == max(k for k in range(verb.i) if self.tokens[k].upos == "AUX")
        )
        return "aux:pass" if passive else "aux"

    @staticmethod
    def _form(verb: Token, auxiliaries: Sequence[int], marked: bool) -> str:
        form = verb.feats.get("VerbForm", "")
        if marked:
            return "inf"
        if auxiliaries or form == "Fin":
            return "fin"
        if form == "Inf":
            return "inf"
        if form == "Ger" or verb.feats.get("Tense") == "Pres":
            return "ing"
        return "past"

    def _noun(self, first: int) -> Unit | None:
        """Return the noun group that begins at a token."""
        tokens = self.tokens
        if tokens[first].upos == "PRON" and tokens[first].deprel != "nmod:poss":
            self.rel[first] = "nsubj"
            return Unit("noun", first, first, first)
        if self._is_time(first):
            return Unit("time", first, first, first)
        i = first
        while i < len(tokens) and self._continues(first, i):
            i += 1
        last = i - 1
        if last < first or not any(tokens[k].upos in _NOUNS for k in range(first, last + 1)):
            return None
        head = self._group_head(first, last)
        for k in range(first, last + 1):
            if k == head:
                continue
            inside = first <= tokens[k].head <= last and tokens[k].head != k
            self.head[k] = tokens[k].head if inside else head
            self.rel[k] = tokens[k].deprel if inside else "compound" if k < head else "flat"
        timed = all(
            self._is_time(k) or tokens[k].upos in ("DET", "ADJ", "NUM")
            for k in range(first, last + 1)
        )
        return Unit("time" if timed else "noun", first, last, head)

    def _is_time(self, i: int) -> bool:
        token = self.tokens[i]
        return token.upos in _NOUNS and (
            token.lemma.lower() in self.grammar.words("dates")
            or self.low[i] in self.grammar.words("dates")
        )

    def _continues(self, first: int, i: int) -> bool:
        """Tell whether a token belongs to the noun group that began before it."""
        token, tokens = self.tokens[i], self.tokens
        if i == first:
            return token.upos in _INSIDE or token.deprel == "nmod:poss" or token.upos == "VERB"
        before = tokens[i - 1]
        if token.text in ("'s", "’s", "'", "’") and token.deprel == "case":
            return before.upos in _NOUNS
        after_noun = before.upos in ("NOUN", "PROPN")
        if token.upos == "PUNCT":
            joins = token.text == "-" and token.start == before.end and i + 1 < len(tokens)
            return joins and tokens[i + 1].start == token.end
        if before.text == "-" and before.end == token.start:
            return token.upos in _INSIDE or token.upos in ("VERB", "ADV", "ADP")
        if token.upos == "VERB":
            return not after_noun and not self._may_govern(i) and i + 1 < len(tokens)
        if token.upos == "DET" or (token.upos == "PRON" and token.deprel == "nmod:poss"):
            return before.upos == "DET"
        if token.upos == "CCONJ":  # "Russian and Georgian forces"
            following = tokens[i + 1].upos if i + 1 < len(tokens) else ""
            return following in ("ADJ", "VERB") and all(
                tokens[k].upos in ("ADJ", "DET", "NUM") for k in range(first, i)
            )
        if token.upos not in _INSIDE:
            return False
        if after_noun and (self._is_time(i) or self._second_object(i - 1)):
            return False
        return not (
            after_noun and token.upos == "NUM" and tokens[token.head].upos not in ("NOUN", "PROPN")
        )

    def _second_object(self, i: int) -> bool:
        """Tell whether a noun is an object of its own before another noun: *gave Kyiv tanks*."""
        token = self.tokens[i]
        return token.deprel in ("iobj", "obj") and token.head < i

    def _group_head(self, first: int, last: int) -> int:
        tokens = self.tokens
        outer = [
            k
            for k in range(first, last + 1)
            if tokens[k].upos in _NOUNS
            and tokens[k].deprel != "case"
            and not (first <= tokens[k].head <= last and tokens[k].head != k)
        ]
        named = [k for k in outer if k in self.named]
        nouns = [k for k in range(first, last + 1) if tokens[k].upos in ("NOUN", "PROPN", "PRON")]
        named_nouns = [k for k in nouns if k in self.named]
        for choice in (named, outer, named_nouns, nouns):
            if choice:
                return choice[-1]
        return last
