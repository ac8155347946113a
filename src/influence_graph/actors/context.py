"""Decide which actor a name means, from the words around it and the rest of the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.nameparts import name_parts
from influence_graph.actors.names import NameEntry, NameMatch
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Actor, state_of

__all__ = ["NameContext", "NameReading"]

_OFTEN = 3
_GEOGRAPHIC = frozenset({"name", "capital", "city", "seat"})


@dataclass(frozen=True, slots=True)
class NameReading:
    """What a name was taken for.

    Attributes
    ----------
    entry : NameEntry
        The reading.
    score : float
        How sure.
    reason : str
        Why.
    """

    entry: NameEntry
    score: float
    reason: str


class NameContext:
    """The unambiguous names of an article, against which the others are read.

    Parameters
    ----------
    lexicon : AgentLexicon
        Of the language.
    actors : Mapping of str to Actor
        The gazetteer by code.
    day : datetime.date or None
        Date of the article: who is in office.
    """

    def __init__(
        self, lexicon: AgentLexicon, actors: Mapping[str, Actor], day: date | None = None
    ) -> None:
        self._lexicon = lexicon
        self._actors = actors
        self._day = day
        self._counts: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}

    def learn(self, matches: Iterable[NameMatch], sentence: int) -> None:
        """Count the actors that the names of a sentence leave no doubt about."""
        for match in matches:
            entries = self._alive(match.entries)
            codes = {e.code for e in entries if e.kind != "surname"}
            settled = len(entries) < len(match.entries) or not match.entries[0].ambiguous
            if len(codes) == 1 and settled and entries[0].kind != "city":
                code = min(codes)
                for counted in {code, state_of(code) or code, self._parent(code)}:
                    self._counts[counted] = self._counts.get(counted, 0) + 1
                    self._places.setdefault(counted, []).append(sentence)

    def _alive(self, entries: Iterable[NameEntry]) -> list[NameEntry]:
        """Return the readings whose actor exists on the day of the article; all, if none does.

        The Taliban were an armed group until they became the government.
        """
        found = list(entries)
        day = self._day
        if day is None or len({e.code for e in found}) < 2:
            return found
        alive = [
            e
            for e in found
            if (actor := self._actors.get(e.code)) is None
            or ((actor.start is None or actor.start <= day)
                and (actor.end is None or day <= actor.end))
        ]  # fmt: skip
        return alive or found

    def _is_bare(self, tree: Tree, match: NameMatch) -> bool:
        """Tell whether a word is a name of its own: "the North said", not "the North of Mali"."""
        tokens = tree.tokens
        before = tokens[match.first - 1] if match.first else None
        after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
        return (
            before is not None
            and self._lexicon.word("definite", fold(before.text).strip("'’"))
            and (
                after is None
                or after.text in name_parts().genitives
                or (
                    after.upos not in ("PROPN", "NOUN", "ADJ")
                    and not self._lexicon.word("of", fold(after.text).strip("'’"))
                )
            )
        )

    def _parent(self, code: str) -> str:
        actor = self._actors.get(code)
        return actor.acts_for or code if actor is not None else code

    def count(self, code: str) -> int:
        """Return how often an actor is named beyond doubt."""
        return self._counts.get(code, 0)

    def read(
        self, tree: Tree, match: NameMatch, taken: set[int], words: set[str]
    ) -> NameReading | None:
        """Return the actor that a name means, or None where it means none.

        Parameters
        ----------
        tree : Tree
            The sentence.
        match : NameMatch
            The name.
        taken : set of int
            Tokens of all names of the sentence.
        words : set of str
            The folded words of the sentence.
        """
        name = " ".join(p.folded for e in match.entries[:1] for w in e.surfaces for p in pieces(w))
        entries = [e for e in match.entries if not self._elsewhere(e, name, words)]
        entries = self._alive(entries)
        company = self._lexicon.beside.get(name)
        if company and not (
            all(self._counts.get(code, 0) for code in company) and self._is_bare(tree, match)
        ):
            return None
        if not entries:
            return None
        if any(e.kind in _GEOGRAPHIC for e in entries) and self._inside_other_name(
            tree, match, taken
        ):
            entries = [e for e in entries if e.kind not in _GEOGRAPHIC]
        usual = self._lexicon.prior.get(name)
        entries = [
            e
            for e in entries
            if e.kind != "city" or self._counts.get(e.code, 0) > 0 or e.code == usual
        ]
        if not entries:
            return None
        entries = [e for e in entries if e.kind != "surname"] or entries
        codes = sorted({e.code for e in entries})
        if len(codes) == 1:
            return self._single(tree, match, entries, name)
        return self._several(tree, match, entries, codes, name)

    def _elsewhere(self, entry: NameEntry, name: str, words: set[str]) -> bool:
        """Tell whether the sentence says that a name means something else."""
        cues = self._lexicon.homonyms.get(name)
        return bool(cues and cues & words) and self._counts.get(entry.code, 0) < 2

    def _single(
        self, tree: Tree, match: NameMatch, entries: list[NameEntry], name: str
    ) -> NameReading:
        entry = self._by_kind(tree, match, entries)
        score, reason = 0.95, f"'{self._text(tree, match)}' is a {entry.kind} of {entry.code}"
        if entry.ambiguous:
            settled = {e.code for e in match.entries} != {entry.code}
            if settled or self._counts.get(entry.code, 0) or name in self._lexicon.prior:
                score = 0.85
                reason += ", which the article names otherwise too"
            else:
                score = 0.6
                reason += ", though it has other meanings"
        return NameReading(entry, score, reason)

    def _several(
        self,
        tree: Tree,
        match: NameMatch,
        entries: list[NameEntry],
        codes: list[str],
        name: str,
    ) -> NameReading:
        text = self._text(tree, match)
        if all(self._is_person(code) for code in codes):
            return self._one_of_persons(entries, codes, text)
        here = tree.sentence.index
        counted = sorted(((self._before(c, here), c) for c in codes), key=lambda p: (-p[0], p[1]))
        prior = self._lexicon.prior.get(name)
        usual = False
        if counted[0][0] == 0:
            counted = sorted(
                ((self._counts.get(c, 0), c) for c in codes), key=lambda p: (-p[0], p[1])
            )
            # What is only named later must be named often to outweigh what is usual.
            usual = prior in codes and (
                self._counts.get(prior or "", 0) > 0
                or (state_of(prior or "") is None and counted[0][0] < _OFTEN)
            )
        if not usual and counted[0][0] > 0 and counted[0][0] > counted[1][0]:
            code, score = counted[0][1], 0.85
            reason = f"'{text}' taken for {code}, which the article names otherwise too"
        elif prior in codes:
            code, score = prior, 0.65
            reason = f"'{text}' taken for {code}, which it usually means"
        else:
            firm = [e.code for e in entries if not e.ambiguous]
            states = [c for c in firm or codes if state_of(c)]
            code, score = (states or firm or codes)[0], 0.5
            reason = f"'{text}' taken for {code}, though it has other meanings"
        entry = self._by_kind(tree, match, [e for e in entries if e.code == code])
        return NameReading(entry, score, reason)

    def _before(self, code: str, sentence: int) -> int:
        """Return how often an actor is named up to a sentence."""
        return sum(1 for place in self._places.get(code, ()) if place <= sentence)

    def _is_person(self, code: str) -> bool:
        actor = self._actors.get(code)
        return actor is not None and actor.kind == "Person"

    def _one_of_persons(self, entries: list[NameEntry], codes: list[str], text: str) -> NameReading:
        """Choose between namesakes: named in full, in office, of a state that is spoken of."""

        def rank(code: str) -> tuple[int, bool, int]:
            person = self._actors[code]
            active = [o for o in person.offices if self._day is None or o.held_on(self._day)]
            spoken = max((self._counts.get(o.organization, 0) for o in person.offices), default=0)
            return (self._counts.get(code, 0), bool(active) and spoken > 0, spoken)

        best = max(codes, key=lambda code: (rank(code), code))
        entry = next(e for e in entries if e.code == best)
        return NameReading(entry, 0.8, f"'{text}' taken for {best} among namesakes")

    @staticmethod
    def _text(tree: Tree, match: NameMatch) -> str:
        return " ".join(t.text for t in tree.tokens[match.first : match.last + 1])

    def _by_kind(self, tree: Tree, match: NameMatch, entries: list[NameEntry]) -> NameEntry:
        """Choose between the adjective and the noun of nationality, by the parse."""
        if len(entries) == 1:
            return entries[0]
        head = tree.tokens[tree.span_head(match.first, match.last)]
        relation = base(head.deprel)
        adjective = head.upos == "ADJ" or relation in ("amod", "compound")
        wanted = "demonym" if adjective else "inhabitant"
        exact = self._exact(tree, match, entries)
        for entry in exact or entries:
            if entry.kind == wanted:
                return entry
        order = ("name", "acronym", "capital", "seat", "inhabitant", "demonym")
        return min(
            exact or entries,
            key=lambda e: order.index(e.kind) if e.kind in order else len(order),
        )

    @staticmethod
    def _exact(tree: Tree, match: NameMatch, entries: list[NameEntry]) -> list[NameEntry]:
        written = tuple(
            p.surface for t in tree.tokens[match.first : match.last + 1] for p in pieces(t.text)
        )
        return [e for e in entries if e.surfaces == written]

    def _inside_other_name(self, tree: Tree, match: NameMatch, taken: set[int]) -> bool:
        """Tell whether a place is part of a longer name: "Israel Katz", "Air France"."""
        if match.shouted:
            return False
        tokens = tree.tokens
        head = tree.span_head(match.first, match.last)
        after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
        if (
            after is not None
            and self._capital(after.i, tree, taken)
            and not self._agent(after.text)
        ):
            if base(after.deprel) == "flat" and match.first <= after.head <= match.last:
                return True
            if self._lexicon.head_first and after.upos == "PROPN" and tokens[head].upos == "PROPN":
                return True
        before = tokens[match.first - 1] if match.first > 0 else None
        if before is not None and self._capital(before.i, tree, taken):
            if base(tokens[head].deprel) == "flat" and tokens[head].head == before.i:
                return not self._agent(before.text)
            if self._lexicon.head_first and before.upos == "PROPN" and before.i > 0:
                return not self._agent(before.text)
        return False

    def _capital(self, i: int, tree: Tree, taken: set[int]) -> bool:
        token = tree.tokens[i]
        return (
            i not in taken
            and token.text[:1].isupper()
            and not self._lexicon.word("calendar", fold(token.text))
            and token.upos in ("PROPN", "X", "NOUN", "ADJ")
            and (i > 0 or token.upos == "PROPN")
        )

    def _agent(self, text: str) -> bool:
        word = fold(text).rstrip(".")
        return (word,) in self._lexicon.nouns or self._lexicon.word("honorific", word)
