"""Resolve descriptions of several actors: "the two capitals", "les trois pays", "both"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from influence_graph.actors.agents import AgentPhrase
from influence_graph.actors.discourse import Found, Memory, Referent
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.phrases import PhraseFinder
from influence_graph.actors.regions import Regions
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Actor, roll_up, state_of

__all__ = ["Groups", "noun_key", "noun_key_of"]


def noun_key(phrase: AgentPhrase) -> str:
    """Return the noun of a phrase as the lexicon's tables index it."""
    return " ".join(piece.folded for piece in pieces(phrase.noun.text))


def noun_key_of(referent: Referent) -> str:
    """Return the key of the noun that names a referent."""
    assert referent.noun is not None  # noqa: S101  (callers check)
    return " ".join(piece.folded for piece in pieces(referent.noun.text))


_FEW = 3
"""States of a region whose name in the plural is no vague actor."""


class Groups:
    """Chooses what a description of several stands for.

    Parameters
    ----------
    lexicon : AgentLexicon
        Of the language.
    finder : PhraseFinder
        Knows the forms of a word.
    memory : Memory
        What has been named.
    actors : Mapping of str to Actor
        The gazetteer by code: neighbours of states.
    regions : Regions
        Finds the region that a description names.
    day : datetime.date or None
        Date of the article: who holds an office.
    """

    def __init__(
        self,
        lexicon: AgentLexicon,
        finder: PhraseFinder,
        memory: Memory,
        actors: Mapping[str, Actor],
        regions: Regions,
        day: date | None = None,
    ) -> None:
        self._regions = regions
        self._day = day
        self._lexicon = lexicon
        self._finder = finder
        self._memory = memory
        self._actors = actors
        self._memberships: dict[str, tuple[str, ...]] = {}

    def is_short_for(self, key: str, longer: str) -> bool:
        """Tell whether a noun takes up a longer one: "the ministry" for "foreign ministry"."""
        if key == longer:
            return True
        if self._lexicon.word("distinct", longer):
            return False
        if self._lexicon.head_first:
            return longer.startswith(f"{key} ")
        return longer.endswith(f" {key}")

    def group_size(self, tree: Tree, phrase: AgentPhrase) -> int:
        """Return how many actors a phrase announces: 2 for "the two capitals", 0 for none."""
        head = phrase.head
        table = "state_group"
        key = noun_key(phrase)
        if not self._lexicon.word(table, key) and not self._lexicon.word("person_group", key):
            return 0
        return self._count(tree, head, phrase.first)

    def is_mutual(self, phrase: AgentPhrase) -> bool:
        """Tell whether a plural needs no number to mean two: "the rivals"."""
        return phrase.plural and phrase.definite and self._lexicon.word("mutual", noun_key(phrase))

    def _count(self, tree: Tree, head: int, first: int) -> int:
        near = {c for c in tree.children[head] if c <= head}
        near.update(j for j in range(max(0, first - 3), first) if tree.tokens[j].upos != "PUNCT")
        definite = False
        count = 0
        for j in sorted(near):
            token = tree.tokens[j]
            low = fold(token.text).strip("'’")
            if low in self._lexicon.numbers and j < head:
                count = self._lexicon.numbers[low]
            elif self._lexicon.word("both", low) or self._lexicon.word("each", low):
                return 2
            elif token.upos in ("DET", "ADP", "PRON") and (
                self._lexicon.word("definite", low) or self._lexicon.word("demonstrative", low)
                or low in self._lexicon.pronouns or self._lexicon.word("all", low)
            ):  # fmt: skip
                definite = True
        return count if definite else 0

    def pronominal_group(self, tree: Tree, i: int, phrases: Mapping[int, AgentPhrase]) -> int:
        """Return how many actors a word without noun stands for: "both", "all three", "le duo"."""
        token = tree.tokens[i]
        if i in phrases:
            return 0
        low = fold(token.text).strip("'’")
        forms = self._finder.forms(token.text, token.lemma)
        nominal = base(token.deprel) in (
            "nsubj", "obj", "iobj", "obl", "nmod", "root", "conj", "appos",
        )  # fmt: skip
        if not nominal:
            return 0
        lexicon = self._lexicon
        if any(lexicon.word("group_nouns", form) for form in forms):
            return 3 if any(lexicon.word("group_of_three", form) for form in forms) else 2
        if token.upos in ("DET", "PRON", "NUM", "ADJ"):
            if lexicon.word("both", low) or lexicon.word("each", low):
                return 2
            if low in lexicon.numbers and self._count(tree, i, i) == 0:
                before = fold(tree.tokens[i - 1].text) if i else ""
                if lexicon.word("definite", before) or lexicon.word("all", before):
                    following = tree.tokens[i + 1 : i + 2]
                    if not following or following[0].upos not in ("NOUN", "PROPN", "ADJ"):
                        return lexicon.numbers[low]
        return 0

    def group(
        self,
        tree: Tree,
        count: int,
        *,
        human: bool,
        excluded: set[str],
        phrase: AgentPhrase | None = None,
    ) -> Found | None:
        """Choose the last `count` states, coordinated ones first.

        Parameters
        ----------
        tree : Tree
            The sentence.
        count : int
            How many.
        human : bool
            Persons: "the two men".
        excluded : set of str
            Who cannot be meant.
        phrase : AgentPhrase or None
            The description, if it has a noun: two neighbours must have a common border, "the two
            Gulf states" lie there, and two sides need not be states.
        """
        sentence = tree.sentence.index
        key = noun_key(phrase) if phrase is not None else ""
        region = self._regions.of(tree, phrase) if phrase is not None else frozenset()
        mixed = self._lexicon.word("side", key)
        codes = self._memory.group(sentence, count, excluded, human=human, mixed=mixed)
        if codes and not (region and region.isdisjoint(map(roll_up, codes))):
            return Found(codes, 0.75, f"the last {count} named together")
        known = self._memory.together.get(count, ())
        if (
            known
            and not human
            and not excluded.intersection(known)
            and (not region or region.issuperset(known))
        ):
            return Found(known, 0.65, f"the {count} that the article names together")
        dyad = self._memory.dyad
        if (
            count == 2
            and not human
            and dyad
            and not excluded.intersection(dyad)
            and (not region or region.issuperset(dyad))
            and (not self._lexicon.word("neighbour", key) or self.border(dyad))
            and all(self._memory.salience(code, sentence, fading=0.75) > 0.15 for code in dyad)
        ):
            return Found(dyad, 0.65, "the two states that the article is about")
        if count > 2 and not human:
            members = self._members(sentence, count, excluded)
            if members is not None:
                return members
        if human:
            people: list[Referent] = []
            for referent in self._memory.window(sentence, 3):
                if (
                    referent.human
                    and referent.codes
                    and referent.number == "Sing"
                    and all(p.codes != referent.codes for p in people)
                ):
                    people.append(referent)
                if len(people) == count:
                    found = tuple(dict.fromkeys(c for p in reversed(people) for c in p.codes))
                    if len(found) == count:
                        return Found(found, 0.65, f"the last {count} persons named")
        ranked = self._memory.ranked(
            sentence,
            excluded=excluded,
            accept=lambda c: state_of(c) is not None or (mixed and c.startswith("NSAG:")),
            fading=0.75,
        )
        ranked = [r for r in ranked if r[0] > 0.02 and (not region or r[1] in region)]
        if not ranked and len(region) == count:
            return Found(tuple(sorted(region)), 0.7, f"the {count} states of the region")
        if count > 2:
            ranked = self._with_pair(sentence, count, excluded, ranked)
        if len(ranked) < count:
            return None
        if count == 2 and self._lexicon.word("neighbour", key):
            ranked = self._neighbours(ranked)
        chosen = tuple(sorted((code for _, code in ranked[:count]), key=self._first_named))
        score = 0.6
        if len(ranked) > count and ranked[count - 1][0] - ranked[count][0] < 0.15:
            score = 0.45
        return Found(chosen, score, f"the {count} states most spoken of here")

    def of_region(self, tree: Tree, phrase: AgentPhrase) -> tuple[str, ...]:
        """Return the few states of a region that a plural names: "the Baltic states"."""
        if not (phrase.plural and phrase.definite) or noun_key(
            phrase
        ) not in self._lexicon.words.get("state_group", frozenset()):
            return ()
        region = self._regions.of(tree, phrase)
        return tuple(sorted(region)) if len(region) <= _FEW else ()

    def _members(self, sentence: int, count: int, excluded: set[str]) -> Found | None:
        """Choose the members of an organisation that was named and has just so many."""
        for referent in self._memory.window(sentence, 6):
            for code in referent.codes:
                if not code.startswith("IGO:"):
                    continue
                members = self._states_in(code)
                if len(members) == count and not excluded.intersection(members):
                    chosen = tuple(sorted(members, key=lambda c: (self._first_named(c), c)))
                    return Found(chosen, 0.65, f"the {count} members of {code}")
        return None

    def _states_in(self, organisation: str) -> tuple[str, ...]:
        """Return the members of an organisation on the day of the article."""
        known = self._memberships.get(organisation)
        if known is None:
            known = self._memberships[organisation] = tuple(
                actor.code
                for actor in self._actors.values()
                if any(
                    o.role == "Member"
                    and o.organization == organisation
                    and (self._day is None or o.held_on(self._day))
                    for o in actor.offices
                )
            )
        return known

    def _with_pair(
        self, sentence: int, count: int, excluded: set[str], ranked: list[tuple[float, str]]
    ) -> list[tuple[float, str]]:
        """Put those named together first: "Bamako and Ouagadougou … The three capitals"."""
        pair = self._memory.group(sentence, count - 1, excluded, human=False)
        return sorted(ranked, key=lambda r: (r[1] not in pair, -r[0], r[1]))

    def border(self, pair: tuple[str, ...]) -> bool:
        """Tell whether two states share a border."""
        actor = self._actors.get(pair[0])
        return actor is not None and pair[1] in actor.neighbours

    def _neighbours(self, ranked: list[tuple[float, str]]) -> list[tuple[float, str]]:
        """Put the most salient pair with a common border first."""
        for j, (_, second) in enumerate(ranked[:6]):
            for i in range(j):
                actor = self._actors.get(ranked[i][1])
                if actor is not None and second in actor.neighbours:
                    return [ranked[i], ranked[j]]
        return ranked

    def _first_named(self, code: str) -> tuple[int, int]:
        for referent in self._memory.referents:
            if code in map(roll_up, referent.codes):
                return (referent.sentence, referent.token)
        return (len(self._memory.referents), 0)
