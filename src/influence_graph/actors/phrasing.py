"""Resolve the agent phrases of a sentence: explicit, by title, by owner, by description."""

from __future__ import annotations

from influence_graph.actors.agents import AgentPhrase, Hit, combine
from influence_graph.actors.clauses import ClauseReader
from influence_graph.actors.discourse import Found
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.groups import noun_key
from influence_graph.actors.introductions import near
from influence_graph.actors.people import short_code
from influence_graph.actors.tree import base
from influence_graph.model import Mention, roll_up, state_of

__all__ = ["PhraseReader"]

Resolved = tuple[tuple[str, ...], float, str, str, str | None]
"""Codes, score, reason, kind of mention, person or branch behind it."""


class PhraseReader(ClauseReader):
    """Reads agent phrases; see `Recorder` for the parameters."""

    def _phrase(self, phrase: AgentPhrase) -> None:
        if self._is_office_complement(phrase):
            return
        found = self._resolve_phrase(phrase)
        if found is None:
            self._competitor(phrase.head)
            return
        codes, score, reason, kind, via = found
        first, last = self._extent(phrase)
        token = self._tokens[phrase.head]
        self._mention(phrase.head, first, last, codes, kind, score, (reason,), via=via)
        number = token.feats.get("Number", "Sing")
        if len(codes) > 1:
            number = "Plur"
        noun = phrase.noun
        self._refer(
            phrase.head, codes, kind, " ".join(t.text for t in self._tokens[first : last + 1]),
            gender=token.feats.get("Gender", ""), number=number, human=noun.kind == "person",
            collective=noun.kind == "body", phrase=phrase, via=via,
        )  # fmt: skip
        if len(codes) > 1:
            self._referents[phrase.head].members = len(codes)
        key = " ".join(p.folded for p in pieces(noun.text))
        ruling = noun.role == "MIL" and noun.title and codes[0].endswith(":GOV")  # "General Tiani"
        if (self._lexicon.word("junta", key) and score > 0.7) or ruling or self._rules(phrase):
            for state in filter(None, map(state_of, codes)):
                self._memory.juntas[state] = self._tree.sentence.index

    def _rules(self, phrase: AgentPhrase) -> bool:
        """Tell whether officers are said to rule: "les colonels qui dirigent le pays"."""
        return phrase.noun.role == "MIL" and any(
            base(self._tokens[c].deprel) == "acl"
            and self._lexicon.word("rules", fold(self._tokens[c].lemma))
            for c in self._tree.children[phrase.head]
        )

    def _is_office_complement(self, phrase: AgentPhrase) -> bool:
        """Tell whether a phrase is part of an office: "ministre … des Affaires étrangères"."""
        head = self._tree.head(phrase.head)
        above = self._covering.get(head) if head is not None else None
        return (
            above is not None
            and above is not phrase
            and (bool(above.sources) or above.noun.role == "GOV")
            and not phrase.sources
            and phrase.noun.kind == "body"
            and base(self._tokens[phrase.head].deprel) == "nmod"
        )

    def _extent(self, phrase: AgentPhrase) -> tuple[int, int]:
        """Return the tokens of a phrase with its determiner and its sources."""
        first, last = phrase.first, phrase.last
        for hit in phrase.sources:
            if hit.first > last and hit.first - last <= 5:
                last = hit.last
            elif hit.last < first and first - hit.last <= 6:
                first = hit.first
        for owner in phrase.owners:
            if owner.first > last and owner.first - last <= 4:
                last = max(owner.last, *(h.last for h in owner.sources), owner.last)
        while first > 0 and self._tokens[first - 1].upos == "DET":
            first -= 1
        return first, last

    def _resolve_phrase(self, phrase: AgentPhrase) -> Resolved | None:
        noun = phrase.noun
        kind = "city" if noun.role == "PLACE" else "agent"
        count = self._descriptions.group_size(self._tree, phrase)
        codes: tuple[str, ...] = ()
        if phrase.possessive is None or any(h.kind == "demonym" for h in phrase.sources):
            codes = self._names.explicit(phrase)
        if codes:
            codes = self._former(phrase, codes)
            for code in codes:
                if code.startswith("NSAG:") and code.endswith("-REBELS"):
                    self._names.provide(code, self._words(*self._extent(phrase)))
            via = phrase.sources[0].via if len(phrase.sources) == 1 else None
            score = min([0.92, *(h.score for h in phrase.sources)])
            whom = ", ".join(self._words(h.first, h.last) for h in phrase.sources) or ", ".join(
                self._words(o.first, o.last) for o in phrase.owners
            )
            return codes, score, f"'{noun.text}' of '{whom}'", kind, via
        if phrase.names:
            hit = phrase.names[0]
            return hit.codes, min(0.9, hit.score), f"title of {hit.reasons[0]}", kind, hit.via
        title = self._titled(phrase)
        if title is not None:
            return title
        if noun.kind == "person" and not phrase.sources and not phrase.plural:
            same = self._beside(phrase)  # "Albares, ministre des Affaires étrangères"
            if same is not None and same[4] is not None:
                return same
        named = self._appositive(phrase)
        if named is not None:
            text = self._words(named.first, named.last)
            return named.codes, min(0.85, named.score), f"'{text}' says which", "description", None
        for owner in phrase.owners:
            known = self._mentions.get(owner.head)
            if known is None and (owner.sources or not phrase.weak):
                # not in "the junta authorities in Myanmar"
                known = self._resolve_owner(owner)
            if known is not None:
                made = tuple(
                    c for code in known.codes if (c := combine(code, noun, inherited=True))
                )
                if made:
                    return made, known.score * 0.95, f"'{noun.text}' of '{known.text}'", kind, None
        if phrase.possessive is not None or self._relative_owner(phrase) is not None:
            return self._owned(phrase, kind)
        if any(owner.plural and owner.head > phrase.head for owner in phrase.owners):
            return None  # "the ambassadors of the member states": of somebody not known here
        if phrase.sources or base(self._tokens[phrase.head].deprel) in ("compound", "amod"):
            return None
        if count > 1:
            return self._several(phrase, count)
        few = self._descriptions.of_region(self._tree, phrase)
        if few:
            return few, 0.8, f"the states of the region, by '{noun.text}'", "description", None
        if self._descriptions.is_mutual(phrase):
            banned = self._excluded(phrase.head, whole=False)
            pair = self._memory.group(self._tree.sentence.index, 2, banned) or self._memory.dyad
            if pair and not banned.intersection(pair) and self._descriptions.border(pair):
                reason = "the two states that are spoken of together"
                return pair, 0.6, reason, "description", None
        for hit in phrase.weak if noun.role not in ("MIL", "STATE") or phrase.definite else ():
            made = tuple(c for code in hit.codes if (c := combine(code, noun)))
            if made and not noun.named_only:
                where = self._words(hit.first, hit.last)
                return made, 0.7, f"'{noun.text}' in '{where}'", kind, None
        people = self._people(phrase)
        if people is not None:
            return people
        if not phrase.definite:
            return None
        if self._modified(phrase, "apart"):
            return None  # "the separatist regime": not one that is known
        following = next((h for h in self._found.hits if h.first == self._next(phrase)), None)
        if following is not None and following.kind == "capital" and noun.role == "PLACE":
            acts = base(self._tokens[phrase.head].deprel) in ("nsubj", "obj")
            place = tuple(map(roll_up, following.codes))
            return (place, 0.85, f"'{noun.text}' named at once", "city", None) if acts else None
        beside = self._beside(phrase)
        if beside is not None:
            return beside
        banned = self._excluded(phrase.head)
        key = noun_key(phrase)
        if self._modified(phrase, "fallen"):
            banned = set()
        elif self._lexicon.word("building", key):
            banned = self._excluded(phrase.head, above=False)
        single = self._descriptions.single(self._tree, phrase, banned)
        if single is None:
            return None
        kind = "description"
        return single.codes, single.score, single.reason, kind, None

    def _people(self, phrase: AgentPhrase) -> Resolved | None:
        """Name unnamed rebels by their people: "Karen guerrillas" is ``NSAG:KAREN``."""
        if phrase.noun.role != "ARMED" or phrase.noun.named_only or phrase.first == 0:
            return None
        before = self._tokens[phrase.first - 1]
        after = self._tokens[phrase.last + 1 : phrase.last + 2]
        word = before if not self._lexicon.head_first else next(iter(after), before)
        if (
            word.upos not in ("PROPN", "ADJ", "NOUN")
            or not word.text[:1].isupper()
            or len(word.text) < 4
            or word.i == 0
            or self._lexicon.word("vague", fold(word.text))
        ):
            return None
        code = short_code("NSAG", (word.text,))
        self._names.provide(code, self._words(min(word.i, phrase.first), phrase.last))
        return (code,), 0.5, f"an armed group named by its people, '{word.text}'", "agent", code

    def _beside(self, phrase: AgentPhrase) -> Resolved | None:
        """Read an apposition: "the CSTO, the alliance that …" is one and the same."""
        head = self._tree.head(phrase.head)
        if head is None or base(self._tokens[phrase.head].deprel) != "appos":
            return None
        referent = self._referents.get(head)
        if referent is None or not referent.codes or referent.kind in ("capital", "city"):
            return None
        reason = f"'{phrase.noun.text}' says what '{referent.text}' is"
        return referent.codes, 0.8, reason, "description", referent.via

    def _next(self, phrase: AgentPhrase) -> int:
        """Return the word after a phrase, past a comma: "the capital, Sanaa"."""
        after = phrase.last + 1
        comma = after < len(self._tokens) and self._tokens[after].text == ","
        return after + 1 if comma else after

    def _resolve_owner(self, owner: AgentPhrase) -> Mention | None:
        if owner.head in self._mentions or owner.head < 0:
            return self._mentions.get(owner.head)
        if owner.possessive is not None:
            return None
        count = self._descriptions.group_size(self._tree, owner)
        if count < 2 and not owner.definite:
            return None
        if count > 1:
            several = self._several(owner, count)
            found = Found(several[0], several[1], several[2]) if several is not None else None
        else:
            found = self._descriptions.single(self._tree, owner, self._excluded(owner.head))
        if found is None:
            return None
        return Mention(
            sentence=0, head=owner.head, first=owner.first, last=owner.last, start=0, end=0,
            text=self._words(owner.first, owner.last), codes=found.codes, kind="description",
            score=found.score,
        )  # fmt: skip

    def _titled(self, phrase: AgentPhrase) -> Resolved | None:
        """Resolve a bare title before an unknown name: "Prime Minister Abdoulaye Maïga"."""
        for proper in near(self._found.propers, phrase.first):
            title = self._found.titles.get(proper.head)
            if title is not phrase or phrase.plural or phrase.noun.kind != "person":
                continue
            found: Found | None = None
            if phrase.possessive is not None:
                owner = self._possessives.get(phrase.possessive)
                if owner is not None:
                    made = tuple(c for code in owner.codes if (c := combine(code, phrase.noun)))
                    found = Found(made, owner.score, owner.reason) if made else None
            elif phrase.noun.role in ("GOV", "MIL", "OPP"):
                found = self._descriptions.single(self._tree, phrase, self._excluded(phrase.head))
            if found is None:
                return None
            learned = self._names.learn_person(
                proper, phrase, found.codes, found.score * 0.9, self._tree
            )
            return learned.codes, found.score, found.reason, "agent", learned.via
        return None

    def _relative_owner(self, phrase: AgentPhrase) -> Found | None:
        """Return whose a phrase is, by its relative pronoun: "Paris, whose soldiers …"."""
        for child in self._tree.children[phrase.head]:
            token = self._tokens[child]
            if not self._lexicon.word("relative_owner", fold(token.text)):
                continue
            referent = self._referents.get(self._tree.antecedent(child, possessive=True))
            if referent is not None and referent.codes:
                return Found(
                    referent.codes, 0.75, f"'{token.text}' stands for '{referent.text}'", referent
                )
        return None

    def _owned(self, phrase: AgentPhrase, kind: str) -> Resolved | None:
        owner = self._relative_owner(phrase)
        if owner is None and phrase.possessive is not None:
            owner = self._possessives.get(phrase.possessive)
        if owner is None:
            return None
        noun = phrase.noun
        listed = self._descriptions.restricted(self._tree, phrase, owner.codes)
        if listed is not None:
            return listed.codes, min(listed.score, owner.score), listed.reason, "description", None
        if noun.demonym_only:
            listed_after = self._listed(phrase)
            if listed_after:
                whom = " + ".join(self._words(h.first, h.last) for h in listed_after)
                codes = tuple(dict.fromkeys(c for h in listed_after for c in h.codes))
                return codes, min(0.8, owner.score), f"named at once: '{whom}'", "description", None
        if noun.demonym_only or noun.group == "description":
            seen = self._descriptions.neighbour(
                self._tree, phrase, owner.codes, self._excluded(phrase.head)
            )
            if seen is not None:
                return seen.codes, min(seen.score, owner.score), seen.reason, "description", None
            if noun.role != "STATE" or noun.demonym_only:
                return None
        key = " ".join(p.folded for p in pieces(noun.text))
        if self._lexicon.word("kin", key):
            return None
        made = tuple(c for code in owner.codes if (c := combine(code, noun)))
        if not made:
            return None
        return made, owner.score * 0.95, f"'{noun.text}': {owner.reason}", kind, None

    def _appositive(self, phrase: AgentPhrase) -> Hit | None:
        """Return the name set beside a description: "its former colonial power, France, …"."""
        if phrase.plural or phrase.noun.kind == "thing" or phrase.noun.role in ("CVL", "PLACE"):
            return None
        comma = self._tokens[phrase.last + 1 : phrase.last + 2]
        if not comma or comma[0].text != ",":
            return None
        for hit in near(self._found.hits, phrase.last, 6):
            after = self._tokens[hit.last + 1 : hit.last + 2]
            if (
                phrase.last + 2 <= hit.first <= phrase.last + 3
                and hit.kind in ("name", "acronym")
                and bool(after)
                and after[0].text in (",", ".", ";")
                and base(self._tokens[hit.head].deprel) in ("appos", "nmod", "flat")
                and self._tokens[hit.head].head == phrase.head
                and all(t.upos == "DET" for t in self._tokens[phrase.last + 2 : hit.first])
            ):
                return hit
        return None

    def _listed(self, phrase: AgentPhrase) -> list[Hit]:
        """Return the names that follow a description: "its neighbours Mali and Niger"."""
        by_first = {h.first: h for h in near(self._found.hits, phrase.last, 30)}
        found: list[Hit] = []
        i = phrase.last + 1
        while i < len(self._tokens):
            token = self._tokens[i]
            hit = by_first.get(i)
            if hit is not None:
                if state_of(hit.codes[0]) is None or hit.kind in ("demonym", "combining"):
                    break
                found.append(hit)
                i = hit.last + 1
            elif token.upos in ("DET", "ADP", "CCONJ") or (found and token.text == ","):
                low = fold(token.text).strip("'’")
                if token.upos == "ADP" and not (
                    self._lexicon.head_first and self._lexicon.word("of", low)
                ):
                    break
                i += 1
            else:
                break
        plural = len({c for h in found for c in h.codes}) > 1
        return found if plural == phrase.plural else []

    def _several(self, phrase: AgentPhrase, count: int) -> Resolved | None:
        key = " ".join(p.folded for p in pieces(phrase.noun.text))
        human = phrase.noun.kind == "person" and self._lexicon.word("person_group", key)
        found = self._descriptions.group(
            self._tree, count,
            human=human, excluded=self._apart(phrase.head), phrase=phrase,
        )  # fmt: skip
        if found is None:
            return None
        made = found.codes
        if not human and phrase.noun.role in ("GOV", "MIL"):
            made = tuple(f"{s}:{phrase.noun.role}" if (s := state_of(c)) else c for c in made)
        return made, found.score, found.reason, "description", None

    def _former(self, phrase: AgentPhrase, codes: tuple[str, ...]) -> tuple[str, ...]:
        if phrase.noun.kind == "person" and phrase.noun.role in ("GOV", "MIL"):
            for child in self._tree.children[phrase.head]:
                token = self._tokens[child]
                if base(token.deprel) not in ("amod", "compound", "advmod"):
                    continue
                if self._lexicon.word("former", fold(token.lemma)) or self._lexicon.word(
                    "former", fold(token.text)
                ):
                    return tuple(dict.fromkeys(roll_up(code) for code in codes))
        return codes
