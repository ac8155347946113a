"""Resolve definite descriptions: "the junta", "the kingdom", "its northern neighbour"."""

from __future__ import annotations

from influence_graph.actors.agents import AgentPhrase, combine
from influence_graph.actors.discourse import Found, Referent, function_of
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.groups import Groups, noun_key, noun_key_of
from influence_graph.actors.lexicon import AgentNoun, Description
from influence_graph.actors.tree import Tree, base
from influence_graph.model import roll_up, state_of

__all__ = ["Descriptions"]


class Descriptions(Groups):
    """Chooses what a description of one actor stands for; see `Groups` for the parameters."""

    def single(self, tree: Tree, phrase: AgentPhrase, excluded: set[str]) -> Found | None:
        """Choose for a definite phrase that names nobody: "the junta", "le royaume".

        Parameters
        ----------
        tree : Tree
            The sentence.
        phrase : AgentPhrase
            The description.
        excluded : set of str
            Actors of the same clause: one does not accuse "the government" of oneself.
        """
        sentence = tree.sentence.index
        key = noun_key(phrase)
        general = any(
            d.target in ("state", "government") and not d.among
            for d in self._lexicon.descriptions.get(key, ())
        )
        same = (
            None
            if general
            else self._memory.last(
                sentence,
                lambda r: (
                    r.noun is not None
                    and r.number != "Plur"
                    and self.is_short_for(key, noun_key_of(r))
                ),
                excluded=set() if self._speaks(tree, phrase.head) else excluded,
                size=6,
            )
        )
        if same is not None and not phrase.plural:
            return Found(
                same.codes, 0.8, f"the one named '{same.text}' in sentence {same.sentence + 1}"
            )
        for description in self._lexicon.descriptions.get(key, ()):
            found = self._described(description, phrase, tree, excluded)
            if found is not None:
                return found
        if key in self._lexicon.descriptions or phrase.noun.group == "description":
            return None
        return self._by_role(phrase, key, sentence, excluded)

    def _speaks(self, tree: Tree, i: int) -> bool:
        """Tell whether a nominal is the subject of a verb of saying."""
        head = tree.head(i)
        return (
            head is not None
            and base(tree.tokens[i].deprel) == "nsubj"
            and self._lexicon.word("reporting", fold(tree.tokens[head].lemma))
        )

    def restricted(self, tree: Tree, phrase: AgentPhrase, owners: tuple[str, ...]) -> Found | None:
        """Choose for "its former colonial power": one of a list, not the owner itself."""
        own = {roll_up(code) for code in owners}
        for description in self._lexicon.descriptions.get(noun_key(phrase), ()):
            if description.among and description.target in ("state", "government"):
                return self._described(description, phrase, tree, own)
        return None

    def _described(
        self,
        description: Description,
        phrase: AgentPhrase,
        tree: Tree,
        excluded: set[str],
    ) -> Found | None:
        memory = self._memory
        text = phrase.noun.text
        sentence = tree.sentence.index
        if description.target == "organisation":
            wanted = set(description.among)
            last = memory.last(
                sentence,
                lambda r: r.codes[0].startswith("IGO:") and (not wanted or r.codes[0] in wanted),
                # "the bloc's chief" may be said by a man of the bloc
                excluded=set() if function_of(tree, phrase.head) == "modifier" else excluded,
            )
            if last is None:
                return None
            return Found(last.codes, 0.75, f"'{text}' taken for {last.text}")
        if description.target == "armed":
            word = fold(text)
            last = memory.last(
                sentence,
                lambda r: self._is_group(r) and word in fold(r.text),
                excluded=excluded,
                size=5,
            ) or memory.last(
                sentence,
                self._is_group,
                excluded=excluded,
                size=12 if memory.is_only_group() else 5,
            )
            if last is None:
                return None
            return Found(last.codes, 0.7, f"'{text}' taken for {last.text}")
        if phrase.plural:
            return None
        region = () if description.among else self._regions.of(tree, phrase)
        if region:
            ranked = [r for r in memory.ranked(sentence, among=region) if r[0] > 0.03]
            if not ranked:
                return None
            sure = len(ranked) == 1 or ranked[0][0] > 1.5 * ranked[1][0]
            return Found(
                (ranked[0][1],), 0.75 if sure else 0.5, f"'{text}': the one of the region named"
            )
        if not description.among:
            # "the country" is usually that of the subject, "in the country" often not
            own = self._subject_state(tree, phrase.head)
            case = fold(tree.case_of(phrase.head))
            if self._lexicon.word("located", case):
                other = self._located(sentence, own, description)
                if other is not None:
                    return Found((other,), 0.6, f"'{text}': where it happens")
            is_state = description.target == "state"
            if own is not None and is_state and self._is_other(tree, phrase.head):
                excluded, own = {own}, None
            else:
                excluded = set()
            if own is not None:
                code = f"{own}:GOV" if description.target == "government" else own
                return Found((code,), 0.65, f"'{text}': that of the subject of the clause")
        ranked = memory.ranked(
            sentence, excluded=excluded, among=description.among, local=not description.among
        )
        ranked = [r for r in ranked if r[0] > 0.03]
        if not ranked and description.among:
            ranked = [r for r in memory.ranked(sentence, among=description.among) if r[0] > 0.03]
        if not ranked:
            return None
        code = ranked[0][1]
        score = 0.7 if description.among else 0.6
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.2:
            score -= 0.15
        if description.target == "government":
            code = f"{code}:GOV"
        return Found((code,), score, f"'{text}': the state most spoken of that fits")

    def _is_group(self, referent: Referent) -> bool:
        """Tell whether a referent is an armed group, a party or the like."""
        code = referent.codes[0]
        actor = self._actors.get(code)
        return code.startswith("NSAG:") or (
            code.startswith("ORG:")
            and (actor is None or actor.kind in ("Organization", "PoliticalParty"))
        )

    def _is_other(self, tree: Tree, i: int) -> bool:
        """Tell whether a description cannot be the subject: one accuses another country."""
        head = tree.head(i)
        return (
            head is not None
            and tree.tokens[i].deprel in ("obj", "iobj")
            and not self._lexicon.word("own_object", fold(tree.tokens[head].lemma))
        )

    def _located(self, sentence: int, own: str | None, description: Description) -> str | None:
        """Return the state in which somebody from another one acts."""
        ranked = self._memory.ranked(sentence, excluded=(own,) if own else (), local=True)
        if not ranked or ranked[0][0] < 0.5 or own == self._memory.topic:
            return None
        code = ranked[0][1]
        return f"{code}:GOV" if description.target == "government" else code

    def _by_role(
        self, phrase: AgentPhrase, key: str, sentence: int, excluded: set[str]
    ) -> Found | None:
        noun = phrase.noun
        memory = self._memory
        if (
            noun.demonym_only
            or noun.role in ("PLACE", "STATE", "ORG", "MED")
            or (noun.kind == "thing")
        ):
            return None
        if self._lexicon.word("envoy", key) and noun.kind == "body":
            return self._envoy(noun, sentence, excluded)
        if noun.named_only:
            return None
        if noun.kind == "person" and noun.role in ("GOV", "OPP"):
            offices = {role for role, nouns in self._lexicon.offices.items() if key in nouns}
            if self._lexicon.word("envoy", key):
                return self._envoy(noun, sentence, excluded)
            if not offices:
                return None

            def holds(r: Referent) -> bool:
                return (
                    r.human
                    and r.number != "Plur"
                    and (state_of(r.codes[0]) is not None) == (offices != {"Head"})
                    and self._holds(r, offices)
                )

            person = memory.last(
                sentence,
                lambda r: holds(r) and not r.quoted and r.function == "subject",
                excluded=excluded,
                size=5,
            ) or memory.last(sentence, holds, excluded=excluded, size=6)
            if person is not None:
                return Found(person.codes, 0.75, f"'{noun.text}': {person.text}, who holds it")
        last = memory.last(
            sentence,
            lambda r: (
                any(code.endswith(f":{noun.role}") for code in r.codes)
                and r.kind in ("agent", "description", "person")
                and (noun.role != "MIL" or r.noun is None or r.noun.kind != "thing")
            ),
            excluded=excluded,
            size=4,
        )
        if (
            last is not None
            and noun.role in ("MIL", "OPP")
            and not self._lexicon.word("junta", key)
            and not (memory.juntas and self._lexicon.word("officers", key))
        ):
            codes = tuple(code for code in last.codes if code.endswith(f":{noun.role}"))
            return Found(
                codes,
                0.75,
                f"'{noun.text}' taken for '{last.text}' in sentence {last.sentence + 1}",
            )
        if noun.kind == "person" and noun.role in ("CVL", "MED", "BUS", "JUD", "OPP"):
            return None
        if memory.juntas and (
            self._lexicon.word("junta", key) or self._lexicon.word("officers", key)
        ):
            states = {s: n for s, n in memory.juntas.items() if s not in excluded}
            if states:
                named = max(states, key=lambda s: (states[s], s))
                code = combine(named, noun) or named
                return Found((code,), 0.72, f"'{noun.text}': of the state whose junta was named")
        ranked = memory.ranked(sentence, excluded=excluded, local=True)
        ranked = [r for r in ranked if r[0] > 0.05]
        if not ranked:
            return None
        # The state most spoken of: the more, the surer.
        score = 0.4 + 0.25 * min(1.0, ranked[0][0])
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.25:
            score = min(score, 0.48)
        made = combine(ranked[0][1], noun)
        if made is None:
            return None
        return Found((made,), score, f"'{noun.text}': of the state most spoken of here")

    def _envoy(self, noun: AgentNoun, sentence: int, excluded: set[str]) -> Found | None:
        """Choose for "the ambassador": the envoy or embassy named before."""
        last = self._memory.last(
            sentence,
            lambda r: r.noun is not None and self._lexicon.word("envoy", noun_key_of(r)),
            excluded=excluded,
            size=6,
        )
        if last is not None and len(last.codes) == 1:
            return Found(last.codes, 0.7, f"'{noun.text}' taken for '{last.text}'")
        ranked = [r for r in self._memory.ranked(sentence, excluded=excluded) if r[0] > 0.05]
        if not ranked:
            return None
        code = combine(ranked[0][1], noun)
        return Found((code,), 0.45, f"'{noun.text}': of the state most spoken of") if code else None

    def _holds(self, referent: Referent, offices: set[str]) -> bool:
        if referent.noun is not None:
            key = " ".join(piece.folded for piece in pieces(referent.noun.text))
            if any(key in self._lexicon.offices.get(role, ()) for role in offices):
                return True
        person = self._actors.get(referent.via or "")
        return person is not None and any(
            o.role in offices and (self._day is None or o.held_on(self._day))
            for o in person.offices
        )

    # ------------------------------------------------------------------ seen from another

    def neighbour(
        self, tree: Tree, phrase: AgentPhrase, owners: tuple[str, ...], excluded: set[str]
    ) -> Found | None:
        """Choose "its northern neighbour", "ses voisins", "its former ally"."""
        key = noun_key(phrase)
        owner = next((s for s in map(state_of, owners) if s), None)
        if owner is None:
            return None
        sentence = tree.sentence.index
        if self._lexicon.word("neighbour", key):
            actor = self._actors.get(owner)
            sides = self._sides(tree, phrase)
            around = actor.neighbours if actor is not None else {}
            fitting = {c for c, s in around.items() if not sides or sides & set(s)}
            if not fitting:
                return None
            ranked = self._memory.ranked(sentence, excluded=(owner,), among=sorted(fitting))
            if phrase.plural:
                codes = tuple(sorted(code for _, code in ranked))
                if not codes:
                    return None
                return Found(codes, 0.5, f"the neighbours of {owner} that the article names")
            if ranked:
                sure = len(ranked) == 1 or ranked[0][0] > 1.5 * ranked[1][0]
                return Found(
                    (ranked[0][1],),
                    0.75 if sure else 0.5,
                    f"neighbour of {owner}: the nearest named",
                )
            if len(fitting) == 1:
                return Found((min(fitting),), 0.6, f"the only such neighbour of {owner}")
            return None
        if self._lexicon.word("relative", key) and not phrase.plural:
            ranked = self._memory.ranked(sentence, excluded={owner} | excluded, fading=0.85)
            if ranked and ranked[0][0] > 0.3:
                return Found(
                    (ranked[0][1],), 0.42, f"the other state most spoken of beside {owner}"
                )
        return None

    def _subject_state(self, tree: Tree, i: int) -> str | None:
        """Return the state of the subject of the clause of a token, or of a clause above."""
        subjects = [tree.understood_subject(tree.clause_of(i))]
        subjects += [tree.subject_of(up) for up in tree.ancestors(i)]
        for governor in subjects:
            if governor is None or governor == i:
                continue
            subject = tree.antecedent(governor)
            for referent in self._memory.window(tree.sentence.index, 0):
                if referent.sentence == tree.sentence.index and referent.token == subject:
                    state = state_of(referent.codes[0]) if referent.codes else None
                    if state is not None and len({roll_up(c) for c in referent.codes}) == 1:
                        return state
        return None

    def _sides(self, tree: Tree, phrase: AgentPhrase) -> set[str]:
        found = set()
        for i in range(max(0, phrase.first - 3), min(len(tree.tokens), phrase.last + 5)):
            side = self._lexicon.sides.get(fold(tree.tokens[i].text))
            if side is None:
                side = self._lexicon.sides.get(fold(tree.tokens[i].lemma))
            if side and (tree.within(i, phrase.head) or i == phrase.first - 1):
                found.add(side)
        return found
