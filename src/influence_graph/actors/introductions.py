"""What an article itself teaches: persons with their titles, acronyms, nationalities."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import TypeVar

from influence_graph.actors.agents import AgentPhrase, Hit, combine
from influence_graph.actors.discourse import Referent
from influence_graph.actors.folding import fold
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.nameparts import name_parts
from influence_graph.actors.names import NameIndex
from influence_graph.actors.people import short_code, stands_for, surname, surnames
from influence_graph.actors.proper import Learned, ProperName, find_acronyms, name_key
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Actor, ActorName, state_of

_TRANSLITERATED = 0.75
"""Likeness of two spellings of a first name: Volodymyr, Volodimir."""

_Placed = TypeVar("_Placed", Hit, AgentPhrase, ProperName)

__all__ = ["Introductions", "SentenceNames", "grammatical_gender", "near"]


@dataclass(slots=True)
class SentenceNames:
    """What the first pass found in a sentence.

    Attributes
    ----------
    tree : Tree
        The sentence.
    hits : list of Hit
        Names of known actors.
    phrases : list of AgentPhrase
        Agent nouns with whom they act for.
    propers : list of ProperName
        Names that the gazetteer lacks.
    titles : dict of int to AgentPhrase
        By head of a proper name: the phrase that introduces it.
    quoted : frozenset of int
        Tokens in quoted speech.
    """

    tree: Tree
    hits: list[Hit] = field(default_factory=list)
    phrases: list[AgentPhrase] = field(default_factory=list)
    propers: list[ProperName] = field(default_factory=list)
    titles: dict[int, AgentPhrase] = field(default_factory=dict)
    quoted: frozenset[int] = frozenset()


def grammatical_gender(gender: str | None) -> str:
    """Return the UD feature for the gender of a person in the gazetteer, or an empty string."""
    return {"m": "Masc", "f": "Fem"}.get(gender or "", "")


def near(items: list[_Placed], position: int, reach: int = 25) -> list[_Placed]:
    """Return the items, sorted by first token, that begin near a token."""
    low = bisect.bisect_left(items, position - reach, key=lambda item: item.first)
    high = bisect.bisect_right(items, position + reach, key=lambda item: item.first)
    return items[low:high]


class Introductions:
    """Learns from an article whom its names stand for.

    Parameters
    ----------
    actors : Mapping of str to Actor
        The gazetteer by code.
    lexicon : AgentLexicon
        Of the language.
    index : NameIndex
        The gazetteer's names.
    day : datetime.date or None
        Date of the article.
    """

    def __init__(
        self,
        actors: Mapping[str, Actor],
        lexicon: AgentLexicon,
        index: NameIndex,
        day: date | None,
    ) -> None:
        self._actors = actors
        self._lexicon = lexicon
        self._index = index
        self._day = day
        self.learned: dict[tuple[str, ...], Learned] = {}
        self.first_names: dict[tuple[str, ...], Learned] = {}
        self.provisional: dict[str, Actor] = {}
        self.acronyms: dict[str, Hit] = {}
        """Acronyms of the gazetteer that the article gives to another actor."""

    def _speaks_for(self, person: Actor) -> tuple[str, str]:
        """Return whom a person stands for; the head of a branch stands for its parent."""
        code, reason = stands_for(person, self._day)
        branch = self._actors.get(code)
        if branch is not None and branch.acts_for and state_of(code) is None:
            return branch.acts_for, f"{reason}, a branch of {branch.acts_for}"
        return code, reason

    def learn_acronyms(self, names: SentenceNames) -> None:
        """Learn "Long Name (LN)" in whichever direction one of the two is known."""
        tree = names.tree
        if not any(token.text == "(" for token in tree.tokens):
            return
        by_token = {i: h for h in names.hits for i in range(h.first, h.last + 1)}
        for first, last, short in find_acronyms(tree, self._lexicon):
            text = tree.tokens[short].text
            known = by_token.get(short)
            long_hit = next(
                (h for h in names.hits if first <= h.first and h.last <= last
                 and h.kind in ("name", "acronym") and (h.first <= first + 1 or h.last == last)
                 and state_of(h.codes[0]) is None), None,
            )  # fmt: skip
            if known is not None:
                if long_hit is None and known.kind == "acronym":
                    names.hits = [h for h in names.hits if h.last < first or h.first > last]
                    names.hits.append(self._long(tree, first, last, known.codes, known.via))
                    names.hits.sort(key=lambda h: h.first)
                elif (
                    long_hit is not None
                    and known.kind == "acronym"
                    and long_hit.kind == "name"
                    and long_hit.last == last
                    and long_hit.codes != known.codes
                ):
                    self.acronyms.setdefault(text, long_hit)
                continue
            key = name_key((text,))
            if long_hit is not None:
                self.learned.setdefault(
                    key,
                    Learned(
                        codes=long_hit.codes,
                        via=long_hit.via or long_hit.codes[0],
                        text=text,
                        human=False,
                        reason=f"'{text}' is introduced as an acronym of it",
                    ),
                )
                continue
            ends = (fold(tree.tokens[first].text), fold(tree.tokens[last].text))
            heads = ends[:1] if self._lexicon.head_first else ends
            if not any(self._lexicon.word("organisation_head", word) for word in heads):
                continue
            armed = any(self._lexicon.word("armed_head", word) for word in heads)
            prefix = "NSAG" if armed else "ORG"
            code = short_code(prefix, (text,))
            title = tree.sentence.tokens[first : last + 1]
            self._provide(code, " ".join(t.text for t in title), None, text)
            self.learned.setdefault(
                key,
                Learned(codes=(code,), via=code, text=text, human=False, score=0.7,
                        reason="an organisation that the gazetteer lacks"),
            )  # fmt: skip
            names.hits = [h for h in names.hits if h.last < first or h.first > last]
            names.hits.append(self._long(tree, first, last, (code,), code))
            names.hits.sort(key=lambda h: h.first)

    def reread_acronyms(self, names: SentenceNames) -> None:
        """Let acronyms stand for whom the article has introduced with them."""
        text = names.tree.tokens
        for k, hit in enumerate(names.hits):
            meant = self.acronyms.get(text[hit.first].text) if hit.kind == "acronym" else None
            if meant is not None:
                reason = f"'{text[hit.first].text}' is introduced as an acronym of it"
                names.hits[k] = replace(hit, codes=meant.codes, via=meant.via, reasons=(reason,))

    @staticmethod
    def _long(tree: Tree, first: int, last: int, codes: tuple[str, ...], via: str | None) -> Hit:
        return Hit(
            head=tree.span_head(first, last),
            first=first,
            last=last,
            start=tree.tokens[first].start,
            end=tree.tokens[last].end,
            codes=codes,
            kind="name",
            score=0.75,
            reasons=("the name that its acronym in parentheses stands for",),
            via=via,
        )

    def _provide(
        self, code: str, text: str, acts_for: str | None, *aliases: str, human: bool = False
    ) -> None:
        if code in self.provisional or code in self._actors:
            return
        kinds = {"PERSON": "Person", "NSAG": "NonStateArmedGroup"}
        language = self._lexicon.language
        self.provisional[code] = Actor(
            code=code,
            kind="Person" if human else kinds.get(code.partition(":")[0], "Organization"),
            labels={language: text},
            names=tuple(
                ActorName(text=name, language=language) for name in dict.fromkeys((text, *aliases))
            ),
            acts_for=acts_for,
            provisional=True,
        )

    def provide(self, code: str, text: str, acts_for: str | None = None) -> None:
        """Record an actor that the gazetteer lacks."""
        self._provide(code, text, acts_for, human=code.startswith("PERSON:"))

    def learn_variants(self, names: SentenceNames) -> None:
        """Learn a known person whose middle names are written otherwise: "Omar El Bashir"."""
        for proper in names.propers:
            key = name_key(proper.words)
            if len(key) < 2 or key in self.learned:
                continue
            person = self._index.person(key[0], key[-1])
            if person is None:
                continue
            code, reason = self._speaks_for(self._actors[person])
            self.learned[key] = Learned(
                codes=(code,),
                via=person,
                text=" ".join(proper.words),
                gender=grammatical_gender(self._actors[person].gender),
                reason=f"first and last name of {reason}",
                score=0.8,
            )

    def learn_national(self, names: SentenceNames, proper: ProperName) -> None:
        """Learn "Colombia's Gustavo Petro" and "le Hongrois Viktor Orban"."""
        tokens = names.tree.tokens
        for hit in near(names.hits, proper.first):
            if hit.last >= proper.first:
                continue
            gap = tokens[hit.last + 1 : proper.first]
            owned = len(gap) == 1 and gap[0].text in name_parts().genitives
            beside = not gap and hit.kind in ("inhabitant", "demonym")
            state = state_of(hit.codes[0])
            if state is None or not (owned or beside) or len(hit.codes) > 1:
                continue
            if beside and (hit.kind == "demonym") == self._lexicon.head_first:
                continue
            text = " ".join(proper.words)
            called = surnames(text, state)
            code = short_code("PERSON", called[:1])
            self._provide(code, text, state, human=True)
            learned = Learned(
                codes=(state,),
                via=code,
                text=text,
                reason=f"introduced with '{tokens[hit.first].text}'",
                score=0.7,
            )
            self._remember(proper, called, learned)

    def _remember(self, proper: ProperName, called: Iterable[str], learned: Learned) -> None:
        """Let the full name and the names by which a person is called stand for the person."""
        for word in called:
            self.learned.setdefault(name_key((word,)), learned)
        self.learned.setdefault(name_key(proper.words), learned)

    def explicit(self, phrase: AgentPhrase, depth: int = 0) -> tuple[str, ...]:
        """Return the codes of a phrase that says itself for whom it acts."""
        codes: list[str] = []
        for hit in phrase.sources:
            for code in hit.codes:
                inherited = hit.kind in ("person", "seat")  # "the Kremlin's chief"
                found = combine(code, phrase.noun, inherited=inherited)
                if found is not None:
                    codes.append(found)
        if not codes and depth < 4:
            for owner in phrase.owners:
                for code in self.explicit(owner, depth + 1):
                    found = combine(code, phrase.noun, inherited=True)
                    if found is not None:
                        codes.append(found)
        return tuple(dict.fromkeys(codes))

    def learn_person(
        self,
        proper: ProperName,
        phrase: AgentPhrase,
        codes: tuple[str, ...],
        score: float,
        tree: Tree,
    ) -> Learned:
        """Remember for the article whom a person of unknown name stands for."""
        gender = tree.tokens[phrase.head].feats.get("Gender", "")
        reason = f"introduced as '{phrase.noun.text}' in sentence {tree.sentence.index + 1}"
        return self._learn(proper, codes, reason, score, gender)

    def learn_same(self, proper: ProperName, referent: Referent) -> Learned:
        """Remember that a full name is that of an official spoken of without a name before."""
        reason = f"taken for '{referent.text}' in sentence {referent.sentence + 1}"
        return self._learn(proper, referent.codes, reason, 0.55, referent.gender)

    def _learn(
        self, proper: ProperName, codes: tuple[str, ...], reason: str, score: float, gender: str
    ) -> Learned:
        text = " ".join(proper.words)
        called = surnames(text, state_of(codes[0]))
        code = short_code("PERSON", called[:1])
        self._provide(code, text, codes[0], human=True)
        learned = Learned(
            codes=codes, via=code, text=text, gender=gender, reason=reason, score=score
        )
        self._remember(proper, called, learned)
        return learned

    def introduces(self, names: SentenceNames, proper: ProperName) -> AgentPhrase | None:
        """Return the phrase whose person a proper name is."""
        tree = names.tree
        head = tree.tokens[proper.head]
        relation = base(head.deprel)
        for phrase in near(names.phrases, proper.first):
            if phrase.noun.kind != "person":
                continue
            inside = range(phrase.first, phrase.last + 1)
            if head.head in inside and relation in ("appos", "flat", "compound"):
                return phrase
            if (
                head.head in inside
                and head.deprel in ("nmod", "nmod:desc")
                and not tree.case_of(proper.head)
            ):
                return phrase
            token = tree.tokens[phrase.head]
            if token.head in range(proper.first, proper.last + 1) and (
                token.deprel in ("appos", "nmod:desc", "compound", "flat", "nmod:appos")
            ):
                return phrase
        return self._introduces_line(names, proper)

    def _introduces_line(self, names: SentenceNames, proper: ProperName) -> AgentPhrase | None:
        tokens = names.tree.tokens
        for phrase in near(names.phrases, proper.first):
            if not phrase.noun.title or phrase.plural or phrase.last >= proper.first:
                continue
            ends = max([phrase.last, *(h.last for h in phrase.sources)])
            gap = range(ends + 1, proper.first)
            if (
                ends < proper.first
                and len(gap) <= 3
                and all(tokens[i].upos == "ADJ" or tokens[i].text == "," for i in gap)
            ):
                return phrase
        return None

    @staticmethod
    def _is_same_person(first: str, full: str) -> bool:
        """Tell whether a first name is one of a full name's words, in some transliteration."""
        words = name_key(tuple(full.split()))
        return first in words or (
            len(first) > 4 and SequenceMatcher(None, first, words[0]).ratio() > _TRANSLITERATED
        )

    def lookup(self, proper: ProperName) -> Learned | None:
        """Return whom a proper name stands for, if the article has said."""
        key = name_key(proper.words)
        found = self.learned.get(key)
        if found is None and len(proper.words) > 1:
            last = name_key((surname(" ".join(proper.words)),))
            found = self.learned.get(last)
            if found is not None and (
                not found.human or not self._is_same_person(key[0], found.text)
            ):
                return None
        return found
