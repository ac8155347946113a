"""Resolve pronouns, possessives and definite descriptions within an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from influence_graph.actors.discourse import WINDOW, Found, Referent
from influence_graph.actors.folding import fold
from influence_graph.actors.lexicon import PronounForm
from influence_graph.actors.pronouns import Pronouns
from influence_graph.actors.tree import Tree, base
from influence_graph.model import roll_up

__all__ = ["Anaphora"]


_WITHOUT_LAND = ("NSAG:", "ORG:", "PERSON:")
_AS_SUBJECT = {"subject": 1.0, "agent": 0.4, "object": 0.4, "oblique": 0.1}
_AS_OBJECT = {"subject": 0.6, "agent": 0.5, "object": 0.8, "oblique": 0.7}


class Anaphora(Pronouns):
    """Chooses antecedents: agreement filters, then recency, function and parallelism rank.

    After Lappin and Leass (1994), with the weights of a news reader: subjects first, the nearer
    sentence first, and inside a sentence the grammar of the clause.

    See `Pronouns` for the parameters.
    """

    # ------------------------------------------------------------------ pronouns

    def pronoun(
        self,
        tree: Tree,
        i: int,
        form: PronounForm,
        ahead: Iterable[Referent] = (),
        *,
        acting: bool = False,
        place: bool = False,
        quoted: bool = False,
    ) -> Found | None:
        """Resolve a pronoun or possessive.

        Parameters
        ----------
        tree : Tree
            The sentence.
        i : int
            The token.
        form : PronounForm
            What it is.
        ahead : iterable of Referent
            What the rest of the sentence names, for "In its statement, the army …".
        acting : bool
            The possessed noun acts for somebody ("its embassy"): only actors own one.
        place : bool
            The possessed noun is a territory: armed groups and companies have none.
        quoted : bool
            It stands in quoted speech.
        """
        clause = tree.clause_of(i)
        if form.case == "subject" and base(tree.tokens[i].deprel) in ("obj", "iobj"):
            form = replace(form, case="object")  # "it" is both
        banned = self._disjoint(tree, form, clause)
        form = self.agreement(tree, i, form)
        sentence = tree.sentence.index
        ranked: list[tuple[float, Referent]] = []
        for referent in self._memory.window(sentence):
            if acting and not referent.codes:
                continue
            if place and any(code.startswith(_WITHOUT_LAND) for code in referent.codes):
                continue
            if self._agrees(referent, form) and not banned.intersection(
                roll_up(code) for code in referent.codes
            ):
                score = self._score(tree, i, form, referent, clause, quoted=quoted)
                ranked.append((score, referent))
        for referent in ahead:
            # Only the subject of the clause that a fronted adjunct belongs to.
            if (
                referent.function == "subject"
                and referent.token > i
                and form.case == "possessive"
                and self._agrees(referent, form)
                and self._fronted(tree, i, referent.token)
            ):
                ranked.append((2.6, referent))
        ranked.sort(key=lambda pair: (-pair[0], -pair[1].sentence, -pair[1].token))
        return self._decide(ranked, tree, i, form)

    def _disjoint(self, tree: Tree, form: PronounForm, clause: int) -> set[str]:
        """Return the actors that an object pronoun cannot stand for: its clause's subject."""
        if form.case in ("subject", "possessive", "reflexive", "stressed"):
            return set()
        subject = tree.understood_subject(clause)
        return {
            roll_up(code)
            for r in self._memory.window(tree.sentence.index, 0)
            if r.sentence == tree.sentence.index
            and (r.token == subject or (r.clause == clause and r.function == "subject"))
            for code in r.codes
        }

    def agreement(self, tree: Tree, i: int, form: PronounForm) -> PronounForm:
        """Return a form with the gender that a French participle shows: "l'ont avertie"."""
        if form.case != "object" or form.gender:
            return form
        verb = tree.tokens[tree.tokens[i].head]
        if verb.i < i or verb.feats.get("VerbForm") != "Part":
            return form
        endings = self._lexicon.words.get("feminine_participle", frozenset())
        if not endings:
            return form
        feminine = any(fold(verb.text).endswith(ending) for ending in endings)
        return replace(form, gender="Fem" if feminine else "Masc")

    @staticmethod
    def _agrees(referent: Referent, form: PronounForm) -> bool:
        if form.case in ("place", "partitive"):
            return not referent.human and (
                not referent.codes or referent.kind in ("name", "capital", "city", "description")
            )
        if form.gender and referent.gender and referent.gender != form.gender:
            return False
        if form.number == "Plur" and referent.number == "Sing":
            return referent.collective and form.human is None and form.gender == ""
        if form.number == "Sing" and (referent.number == "Plur" or referent.members > 1):
            return False
        if form.human is True and not referent.human:
            return False
        return not (form.human is False and referent.human)

    def _score(
        self,
        tree: Tree,
        i: int,
        form: PronounForm,
        referent: Referent,
        clause: int,
        *,
        quoted: bool = False,
    ) -> float:
        here = tree.sentence.index
        distance = self._memory.distance(here, referent.sentence, quoted=quoted)
        score = 3.0 - 0.9 * min(distance, WINDOW)
        if referent.title and distance > 1:
            score = 0.6
        weights = _AS_OBJECT if form.case in ("object", "dative") else _AS_SUBJECT
        score += weights.get(referent.function, 0.0)
        if not referent.codes:
            score -= 0.7
        if referent.title:
            score -= 0.4
        if referent.embedded and referent.sentence != here:
            score -= 0.4
        if referent.quoted and not quoted:
            score -= 2.0  # who quotes seldom takes up a word of the quotation
        if referent.kind in ("demonym", "combining"):
            score -= 1.6
        if referent.noun is not None and referent.noun.kind == "thing":
            score -= 1.3
        if form.number == "Plur" and referent.number == "Sing":
            score -= 1.3
        if form.case == "subject" and referent.function == "subject":
            score += 0.4
        if form.case == "subject" and referent.human and self._speaks(tree, clause):
            score += 0.5
        if form.case in ("place", "partitive"):
            score += 0.5 if referent.function in ("oblique", "modifier") else -0.3
        if distance == 0:
            score += self._local(tree, i, form, referent, clause)
        return score

    def _local(
        self, tree: Tree, i: int, form: PronounForm, referent: Referent, clause: int
    ) -> float:
        """Return what the grammar of the sentence adds."""
        tokens = tree.tokens
        bonus = -0.012 * (i - referent.token)
        if (
            form.case == "subject"
            and referent.function in ("object", "oblique")
            and referent.token < clause
            and self._is_purpose(tree, clause)
        ):
            bonus += 1.6  # "press the government so that it …"
        if form.case != "possessive":
            # A subject pronoun in a clause below that of its antecedent: "X said that it …".
            if (
                form.case == "subject"
                and referent.function == "subject"
                and referent.clause in set(tree.ancestors(i))
            ):
                bonus += 0.5
            return bonus
        noun = tokens[i].head
        if tree.within(noun, referent.token) and referent.function != "subject":
            # "the minister and his aides", "the king of Morocco and his"
            bonus += 0.2
        if base(tokens[noun].deprel) == "conj" and tokens[noun].head == referent.token:
            bonus += 2.0  # "Lamamra and his delegation"
        if tokens[referent.token].deprel == "iobj" and tokens[referent.token].head == clause:
            bonus += 1.4  # "cost Armenia its cheap gas"
        cause = self._in_cause(tree, i, clause)
        understood = tree.understood_subject(clause)
        verb = fold(tokens[clause].lemma)
        reaction = (
            base(tokens[noun].deprel) == "obj"
            and tokens[noun].head == clause
            and self._lexicon.word("reaction", verb)
        ) or (self._lexicon.word("harm", verb) and self._is_of_object(tree, noun, clause))
        if reaction and (referent.clause == clause or referent.token == understood):
            bonus -= 1.4  # one denounces the words of others, shoots down their drones
        elif understood is not None and referent.token == tree.antecedent(understood):
            given = self._lexicon.word("of_complement", fold(tokens[clause].lemma))
            own = 1.6 if referent.function == "agent" else 1.0
            bonus += -0.6 if (cause or given) and self._has_other(tree, referent, i) else own
        elif referent.clause == clause or referent.clause in set(tree.ancestors(i)):
            if referent.function == "subject":
                near = referent.token == self._nearest_subject(tree, i, clause)
                bonus += -0.6 if cause and self._has_other(tree, referent, i) else 0.2 + 0.4 * near
            elif cause or self._lexicon.word("of_complement", fold(tokens[clause].lemma)):
                bonus += 1.0 if referent.function in ("object", "oblique") else 0.0
        return bonus

    def _speaks(self, tree: Tree, clause: int) -> bool:
        """Tell whether the predicate of a clause is a verb of saying."""
        return self._lexicon.word("reporting", fold(tree.tokens[clause].lemma))

    def _is_purpose(self, tree: Tree, clause: int) -> bool:
        """Tell whether a clause says what for: "pour qu'il corrige"."""
        if base(tree.tokens[clause].deprel) != "advcl":
            return False
        return any(
            base(tree.tokens[c].deprel) in ("mark", "case", "fixed")
            and self._lexicon.word("purpose", fold(tree.tokens[c].lemma))
            for c in tree.children[clause]
        )

    @staticmethod
    def _is_of_object(tree: Tree, noun: int, clause: int) -> bool:
        """Tell whether a noun is the object of a predicate or a modifier of it: "one of its"."""
        node: int | None = noun
        while node is not None and node != clause:
            relation = base(tree.tokens[node].deprel)
            if tree.head(node) == clause:
                return relation in ("obj", "nsubj") and node > clause
            if relation != "nmod":
                return False
            node = tree.head(node)
        return False

    @staticmethod
    def _nearest_subject(tree: Tree, i: int, clause: int) -> int | None:
        """Return the subject of the nearest clause above that of a token."""
        for up in tree.ancestors(i):
            if up == clause:
                continue
            subject = tree.subject_of(up)
            if subject is not None and subject < i and not tree.within(i, subject):
                return tree.antecedent(subject)
        return None

    def _has_other(self, tree: Tree, subject: Referent, i: int) -> bool:
        """Tell whether another actor stands between the subject and the anaphor."""
        return any(
            r.codes and r.sentence == subject.sentence and subject.token < r.token < i
            and r.function in ("object", "oblique") and r.codes != subject.codes
            for r in self._memory.window(tree.sentence.index, 0)
        )  # fmt: skip

    def _in_cause(self, tree: Tree, i: int, clause: int) -> bool:
        """Tell whether a possessive stands in a complement of cause of its clause."""
        node: int | None = i
        while node is not None and node != clause:
            for child in tree.children[node]:
                token = tree.tokens[child]
                if (
                    base(token.deprel) in ("case", "fixed", "mark")
                    and self._lexicon.word("cause", fold(token.lemma))
                    and child < i
                ):
                    return True
                if base(token.deprel) == "case" and any(
                    self._lexicon.word("cause", fold(tree.tokens[c].lemma))
                    for c in tree.children[child]
                ):
                    return True
            if self._lexicon.word("cause", fold(tree.tokens[node].lemma)) and node < i:
                return True
            node = tree.head(node)
        return False

    @staticmethod
    def _fronted(tree: Tree, i: int, subject: int) -> bool:
        """Tell whether a token stands in an adjunct before the subject of the same predicate."""
        verb = tree.head(subject)
        if verb is None:
            return False
        node: int | None = i
        while node is not None:
            head = tree.head(node)
            if head == verb:
                return base(tree.tokens[node].deprel) in ("obl", "advcl", "dislocated", "parataxis")
            node = head
            if node == subject:
                return False
        return False

    def _decide(
        self,
        ranked: list[tuple[float, Referent]],
        tree: Tree,
        i: int,
        form: PronounForm,
    ) -> Found | None:
        actors = [(score, r) for score, r in ranked if r.codes]
        if not actors:
            return None
        best, chosen = actors[0]
        rivals = [
            score for score, r in ranked if r is not chosen and not set(r.codes) & set(chosen.codes)
        ]
        margin = best - max(rivals, default=best - 2.0)
        if margin < -0.5:
            return None
        distance = max(0, tree.sentence.index - chosen.sentence)
        score = 0.85 - 0.1 * min(distance, 4)
        if margin < 0:
            score = min(score, 0.4)
        elif margin < 0.25:
            score = min(score, 0.48)
        elif margin < 0.6:
            score -= 0.1
        if form.case in ("place", "partitive"):
            score = min(score - 0.15, 0.55 if form.case == "place" else 0.42)
        where = "the same sentence" if distance == 0 else f"sentence {chosen.sentence + 1}"
        word = tree.tokens[i].text
        return Found(
            chosen.codes,
            max(0.2, round(score, 3)),
            f"'{word}' taken for '{chosen.text}' in {where}",
            chosen,
        )
