"""Resolve pronouns, possessives and definite descriptions within an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from influence_graph.actors.discourse import WINDOW, Memory, Referent
from influence_graph.actors.folding import fold
from influence_graph.actors.lexicon import AgentLexicon, PronounForm
from influence_graph.actors.tree import Tree, base
from influence_graph.model import roll_up

__all__ = ["Anaphora", "Found"]


class Found:
    """What an anaphor stands for.

    Attributes
    ----------
    codes : tuple of str
        Actor codes.
    score : float
        How sure, 0 to 1.
    reason : str
        In plain words.
    referent : Referent or None
        The antecedent, where it is one.
    """

    __slots__ = ("codes", "reason", "referent", "score")

    def __init__(
        self,
        codes: tuple[str, ...],
        score: float,
        reason: str,
        referent: Referent | None = None,
    ) -> None:
        self.codes = codes
        self.score = score
        self.reason = reason
        self.referent = referent


_WITHOUT_LAND = ("NSAG:", "ORG:", "PERSON:")
_AS_SUBJECT = {"subject": 1.0, "agent": 0.4, "object": 0.4, "oblique": 0.1}
_AS_OBJECT = {"subject": 0.6, "agent": 0.5, "object": 0.8, "oblique": 0.7}


class Anaphora:
    """Chooses antecedents: agreement filters, then recency, function and parallelism rank.

    After Lappin and Leass (1994), with the weights of a news reader: subjects first, the nearer
    sentence first, and inside a sentence the grammar of the clause.

    Parameters
    ----------
    lexicon : AgentLexicon
        Of the language.
    memory : Memory
        What has been named.
    """

    def __init__(self, lexicon: AgentLexicon, memory: Memory) -> None:
        self._lexicon = lexicon
        self._memory = memory

    # ------------------------------------------------------------------ which pronoun

    def form(self, tree: Tree, i: int) -> PronounForm | None:
        """Return the pronoun that a token is, or None."""
        token = tree.tokens[i]
        low = fold(token.text)
        forms = self._lexicon.pronouns.get(low)
        if not forms or self._is_set_phrase(tree, i):
            return None
        if self._lexicon.word("existential_clitic", low) and self._lexicon.word(
            "existential", fold(tree.tokens[token.head].lemma)
        ):
            return None  # "il y a"
        fitting = [f for f in forms if token.upos in f.upos]
        if not fitting:
            return None
        possessive = token.deprel in ("nmod:poss", "det:poss", "det") or (
            token.feats.get("Poss") == "Yes"
        )
        stressed = any(base(tree.tokens[c].deprel) == "case" for c in tree.children[i])
        for form in sorted(fitting, key=lambda f: (f.case == "stressed") != stressed):
            if (form.case == "possessive") == possessive:
                return form
        return None if possessive else fitting[0]

    def _is_set_phrase(self, tree: Tree, i: int) -> bool:
        """Tell whether a pronoun belongs to the next word: "l'on"."""
        following = tree.tokens[i + 1 : i + 2]
        return bool(following) and self._lexicon.word(
            "set_phrase", f"{fold(tree.tokens[i].text)} {fold(following[0].text)}"
        )

    def reinforced(self, tree: Tree, i: int, form: PronounForm) -> Found | None:
        """Resolve a pronoun between commas: "Le Ghana, lui, …" takes up the subject."""
        tokens = tree.tokens
        if form.case in ("possessive", "place", "partitive") or not 0 < i < len(tokens) - 1:
            return None
        if tokens[i - 1].text != "," or tokens[i + 1].text != ",":
            return None
        subject = tree.understood_subject(tree.clause_of(i))
        for referent in self._memory.window(tree.sentence.index, 0):
            if (
                form.number == "Plur"
                and referent.kind == "group"
                and (referent.sentence == tree.sentence.index and referent.token < i)
            ):
                return Found(referent.codes, 0.8, f"stresses '{referent.text}'", referent)
            if (
                referent.sentence == tree.sentence.index
                and referent.codes
                and (referent.token == subject or referent.token == tokens[i].head)
            ):
                word = tokens[i].text
                return Found(referent.codes, 0.8, f"'{word}' stresses '{referent.text}'", referent)
        return None

    def is_expletive(self, tree: Tree, i: int) -> bool:
        """Tell whether a subject pronoun stands for nothing: "il faut", "it is clear that"."""
        token = tree.tokens[i]
        if base(token.deprel) == "expl":
            # "dit-il": the parse takes any pronoun after its verb for a second subject
            return token.text[:1] not in "-‑" or any(
                base(tree.tokens[c].deprel) == "nsubj" and tree.tokens[c].upos in ("NOUN", "PROPN")
                for c in tree.children[token.head]
            )
        head = tree.head(i)
        if head is None or base(token.deprel) != "nsubj":
            return False
        verb = tree.tokens[head]
        lemma = fold(verb.lemma)
        relations = {base(tree.tokens[c].deprel) for c in tree.children[head]}
        if "csubj" in relations:
            return True
        clause = relations & {"ccomp", "xcomp", "advcl"}
        words = {fold(tree.tokens[c].lemma) for c in tree.children[head]}
        marked = any(
            base(tree.tokens[c].deprel) in ("mark", "case")
            for child in tree.children[head]
            if base(tree.tokens[child].deprel) in clause
            for c in tree.children[child]
        )
        if verb.upos == "ADJ" and "cop" in relations and (marked or "xcomp" in clause):
            # but not "il a été catégorique : « … »", nor "il est prêt à …"
            return not self._lexicon.word("disposed", lemma)
        if token.feats.get("Gender") == "Masc" or not token.feats.get("Gender"):
            if lemma in self._lexicon.words.get("impersonal", ()):
                return bool(clause) or "obj" not in relations
            if self._lexicon.word("existential", lemma) and words & self._lexicon.words.get(
                "existential_clitic", frozenset()
            ):
                return True
        # "it was announced that", "il a été décidé que"
        passive = any("pass" in tree.tokens[c].deprel for c in tree.children[head])
        return passive and bool(clause & {"ccomp", "xcomp"})

    def dropped_subject(self, tree: Tree, i: int) -> str | None:
        """Return the number of the subject that a finite verb does not say, None where it has one.

        Infinitives and participles have an understood subject; so has a verb that is coordinated
        with another one. Impersonal verbs have none.
        """
        token = tree.tokens[i]
        if token.upos not in ("VERB", "AUX") or base(token.deprel) in ("aux", "cop", "amod"):
            return None
        children = [tree.tokens[c] for c in tree.children[i]]
        relations = {base(child.deprel) for child in children}
        subtypes = {child.deprel for child in children}
        if relations & {"nsubj", "csubj"} or subtypes & {"expl:pass", "expl:impers"}:
            return None
        finite = next(
            (t for t in (token, *(c for c in children if base(c.deprel) in ("aux", "cop")))
             if t.feats.get("VerbForm") == "Fin"),
            None,
        )  # fmt: skip
        if finite is None or finite.feats.get("Person", "3") != "3":
            return None
        if finite.feats.get("Mood") == "Imp" or base(token.deprel) == "acl":
            return None
        if self._lexicon.word("impersonal", fold(token.lemma)) or self._lexicon.word(
            "existential", fold(token.lemma)
        ):
            return None
        if base(token.deprel) == "conj" and tree.subject_of(i) is not None:
            return None
        return finite.feats.get("Number", "")

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
