"""Names that the gazetteer lacks: learned in the article, or provisional actors."""

from __future__ import annotations

from influence_graph.actors.discourse import Referent
from influence_graph.actors.folding import fold
from influence_graph.actors.people import short_code, surname
from influence_graph.actors.phrasing import PhraseReader
from influence_graph.actors.proper import ProperName
from influence_graph.actors.tree import base

__all__ = ["UnknownNameReader"]

_ACTOR_PLACES = frozenset({"nsubj", "obj", "iobj", "obl:agent"})


class UnknownNameReader(PhraseReader):
    """Reads unknown names; see `Recorder` for the parameters."""

    def _proper(self, proper: ProperName) -> None:
        learned = self._names.lookup(proper)
        text = self._words(proper.first, proper.last)
        title = self._found.titles.get(proper.head)
        if learned is None and title is not None and not title.plural:
            found = self._resolve_phrase(title)
            learned = self._names.lookup(proper)
            if learned is None and found is not None:
                learned = self._names.learn_person(
                    proper, title, found[0], found[1] * 0.9, self._tree
                )
        if learned is None and title is None:
            unnamed = self._leading(proper) or self._unnamed(proper)
            if unnamed is not None:
                learned = self._names.learn_same(proper, unnamed)
        if learned is not None:
            self._mention(
                proper.head, proper.first, proper.last, learned.codes,
                "person" if learned.human else "name", learned.score,
                (f"{learned.text}: {learned.reason}",), via=learned.via,
            )  # fmt: skip
            self._refer(
                proper.head, learned.codes, "person", text,
                gender=learned.gender, human=learned.human, via=learned.via,
            )  # fmt: skip
            return
        if len(proper.words) < 2 or not self._acts(proper.head) or self._is_place(proper):
            return
        organisation = self._lexicon.word("organisation_head", fold(proper.words[0])) or (
            self._lexicon.word("organisation_head", fold(proper.words[-1]))
        )
        words = proper.words if organisation else (surname(" ".join(proper.words)),)
        code = short_code("ORG" if organisation else "PERSON", words)
        self._names.provide(code, text)
        self._mention(
            proper.head, proper.first, proper.last, (code,),
            "name" if organisation else "person", 0.4,
            ("a name that the gazetteer lacks, where an actor stands",), via=code,
        )  # fmt: skip
        self._refer(
            proper.head, (code,), "person", text, human=not organisation, via=code,
        )  # fmt: skip

    def _leading(self, proper: ProperName) -> Referent | None:
        """Return what a person leads: "the Thai delegation, led by Somchai Wong"."""
        token = self._tokens[proper.head]
        verb = self._tokens[token.head]
        if (
            base(token.deprel) != "obl"
            or base(verb.deprel) != "acl"
            or not self._lexicon.word("leads", fold(verb.lemma))
        ):
            return None
        led = self._referents.get(verb.head)
        fits = led is not None and led.codes and led.noun is not None and led.kind == "agent"
        return led if fits else None

    def _unnamed(self, proper: ProperName) -> Referent | None:
        """Return the official spoken of just before without a name, whom a full name then names.

        "…, the defence minister said. In a speech, Yassin Ibrahim announced …"
        """
        tree = self._tree
        token = self._tokens[proper.head]
        speaks = base(token.deprel) == "nsubj" and self._lexicon.word(
            "reporting", fold(self._tokens[token.head].lemma)
        )
        explained = any(
            base(self._tokens[c].deprel) in ("appos", "acl", "nmod", "amod", "compound")
            for c in tree.children[proper.head]
            if not proper.first <= c <= proper.last
        )
        if len(proper.words) < 2 or not speaks or explained or tree.sentence.is_title:
            return None
        here = tree.sentence.index
        spoken = [
            r
            for r in self._memory.window(here, 1)
            if r.sentence == here - 1 and r.human and not r.quoted and not r.title
        ]
        if len(spoken) != 1:
            return None
        last = spoken[0]
        fits = (
            last.codes
            and last.via is None
            and last.number != "Plur"
            and last.function == "subject"
            and last.noun is not None
            and last.noun.role in ("GOV", "MIL")
        )
        return last if fits else None

    def _is_place(self, proper: ProperName) -> bool:
        """Tell whether a name says itself that it is a place or a thing: "Potomac River"."""
        first, last = fold(proper.words[0]), fold(proper.words[-1])
        return any(self._lexicon.word(table, last) for table in ("place_end", "thing_end")) or any(
            self._lexicon.word(table, first) for table in ("place_start", "thing_start")
        )

    def _acts(self, i: int) -> bool:
        return self._tokens[i].deprel in _ACTOR_PLACES
