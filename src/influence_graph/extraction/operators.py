"""What a word says of itself: negation, auxiliaries, mood, tense, adverbs and adjectives."""

from __future__ import annotations

from itertools import pairwise

from influence_graph.extraction.status import Effect, Status
from influence_graph.extraction.tree import Tree

__all__ = ["Operators"]

_ADJECTIVES: dict[str, Effect] = {
    "possible_adjectives": "possible",
    "planned_adjectives": "planned",
    "reported_adjectives": "reported",
    "impossible_adjectives": "negated",
}

_ADVERBS: dict[str, Effect] = {
    "possible_adverbs": "possible",
    "reported_adverbs": "reported",
    "negated_adverbs": "negated",
}


class Operators:
    """Reads the operators on single words of one sentence.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.grammar = tree.grammar

    def has(self, i: int, name: str) -> bool:
        """Tell whether the lemma of a word is in a list of the grammar."""
        return self.tree.lemma[i] in self.grammar.words(name)

    def is_listed(self, i: int, name: str) -> bool:
        """Tell whether the lemma or the form of a word is in a list of the grammar."""
        return self.has(i, name) or self.tree.low[i] in self.grammar.words(name)

    def is_gerund(self, i: int) -> bool:
        """Tell whether a verb has the form in *-ing*."""
        form = self.tree.feat(i, "VerbForm")
        return form == "Ger" or (form == "Part" and self.tree.feat(i, "Tense") == "Pres")

    # -- negation ------------------------------------------------------------------------------

    def negator(self, verb: int) -> int | None:
        """Return the word that negates a verb, or None."""
        tree, words = self.tree, self.grammar.words
        kids = [k for k in tree.kids[verb] if tree.upos(k) != "NOUN"]  # emboîter le *pas*
        for k in kids:
            found = self._negation(k)
            if found is not None:
                return found
        if self.has_particle(verb):
            weak = words("negation.ended") | words("negation.conjunctions")
            joined = [c for k in tree.children(verb, "conj") for c in tree.children(k, "cc")]
            for k in (*kids, *joined):
                if tree.low[k] in weak and (
                    k in kids or tree.low[k] not in words("negation.ended")
                ):
                    return k
        for k in tree.children(verb, "nsubj", "obj"):
            found = self._of_argument(k)
            if found is not None:
                return found
        return next(
            (
                k
                for k in kids
                if (
                    tree.base(k) in ("mark", "case")
                    and tree.low[k] in words("negation.prepositions")
                )
                or (
                    tree.base(k) in ("cc", "advmod")
                    and k < verb
                    and tree.low[k] in words("negation.conjunctions")
                )
            ),
            None,
        )

    def _negation(self, k: int) -> int | None:
        """Return the negation that a word is, or that stands below it: *pas encore*."""
        tree, words = self.tree, self.grammar.words
        below = [c for c in tree.kids[k] if tree.base(c) == "advmod" and tree.upos(k) == "ADV"]
        for i in (k, *below):
            if (
                tree.low[i] in words("negation.words")
                and not tree.has_child(i, "det", "nummod")
                and not self._is_only(i)
            ):
                return i
        ending = words("negation.ended_by")
        if tree.low[k] in words("negation.ended") and any(
            tree.low[c] in ending for c in tree.kids[k]
        ):
            return k
        return None

    def _is_only(self, negation: int) -> bool:
        """Tell whether a negation says that there is more: *not only*, *pas seulement*."""
        after = negation + 1
        return after < len(self.tree) and self.tree.low[after] in self.grammar.words(
            "negation.only"
        )

    def _of_argument(self, k: int) -> int | None:
        """Return the negation that a subject or an object brings: *nobody*, *neither X nor Y*."""
        tree, words = self.tree, self.grammar.words
        if tree.low[k] in words("negation.pronouns"):
            return k
        single = [
            n
            for n in tree.children(k, "advmod")
            if n < k and tree.low[n] in words("negation.words") and not self._is_only(n)
        ]
        if single:  # "not a single official did it"
            return single[0]
        either = [n for n in tree.children(k, "cc") if n < k]
        if either and tree.low[either[0]] in words("negation.conjunctions"):
            return either[0]
        return self.negative_determiner(k)

    def has_particle(self, verb: int) -> bool:
        """Tell whether a verb has the weak particle of negation: *ne*."""
        particles = self.grammar.words("negation.particles")
        return any(self.tree.low[k] in particles for k in self.tree.kids[verb])

    def negative_determiner(self, noun: int) -> int | None:
        """Return the determiner that negates a noun, or None."""
        determiners = self.grammar.words("negation.determiners")
        return next(
            (k for k in self.tree.children(noun, "det", "amod") if self.tree.low[k] in determiners),
            None,
        )

    # -- verbs ---------------------------------------------------------------------------------

    def local(self, verb: int, status: Status) -> None:
        """Apply negation, adverbs, auxiliaries, mood and tense of a verb."""
        tree, grammar = self.tree, self.grammar
        negator = self.negator(verb)
        if negator is not None and negator not in status.negators:
            status.note("negated", negator, f"“{tree.tokens[verb].text}” is negated")
        self._adverbs(verb, status)
        auxiliaries = [k for k in tree.kids[verb] if tree.base(k) in ("aux", "cop")]
        for k in auxiliaries:
            effect: Effect
            if tree.low[k] in grammar.words("auxiliaries.planned"):
                effect = "planned"
            elif tree.low[k] in grammar.words("auxiliaries.conditional"):
                if self._is_wish(verb):
                    continue
                effect = "planned" if self._is_said(verb) else "possible"
            elif tree.low[k] in grammar.words("auxiliaries.possible") or tree.low[
                k
            ] in grammar.words("auxiliaries.advised"):
                effect = "possible"
            else:
                continue
            status.note(effect, k, f"auxiliary “{tree.tokens[k].text}”")
        to = [
            tree.tokens[k].text
            for k in tree.children(verb, "mark")
            if tree.low[k] in grammar.words("auxiliaries.infinitive_marks")
        ]
        bound = [k for k in auxiliaries if self.has(k, "auxiliaries.planned_with_infinitive")]
        if to and bound:
            status.note("planned", bound[0], f"“{tree.tokens[bound[0]].text} {to[0]}”")
        elif to and tree.base(verb) == "root" and tree.has_child(verb, "nsubj"):
            status.note("planned", verb, f"headline “{to[0]} {tree.tokens[verb].text}”")
        if self.has(verb, "modality.scheduled") and tree.is_passive(verb):
            status.note("planned", verb, f"it is “{tree.tokens[verb].text}”")
        self._mood(verb, auxiliaries, status)
        self._condition(verb, auxiliaries, status)

    def _adverbs(self, verb: int, status: Status) -> None:
        tree = self.tree
        for k in tree.children(verb, "advmod", "obl", "discourse"):
            phrase = f"{tree.case[k]} {tree.low[k]}".strip()
            for name, effect in _ADVERBS.items():
                if phrase in self.grammar.words(f"modality.{name}"):
                    status.note(effect, k, f"“{phrase}”")

    def _mood(self, verb: int, auxiliaries: list[int], status: Status) -> None:
        tree = self.tree
        press = self.grammar.has("modality.press_conditional")
        for k in (verb, *auxiliaries):
            if tree.feat(k, "Mood") == "Cnd":
                reason = f"conditional “{tree.tokens[k].text}”"
                if self.has(verb, "modality.planned_forms"):
                    status.note("planned", k, reason)
                elif k == verb and self._is_wish(verb):
                    continue
                elif self._is_conditioned(verb):
                    status.note("possible", k, reason)
                elif k != verb and press and tree.feat(verb, "VerbForm") == "Part":
                    status.note("reported", k, reason)
                elif press:
                    status.note_conditional(k, reason)
                else:
                    status.note("possible", k, reason)
            elif tree.feat(k, "Tense") == "Fut":
                status.note("planned", k, f"future “{tree.tokens[k].text}”")
            elif k != verb and self.has(k, "modality.near_future"):
                status.note("planned", k, "near future")

    def _is_wish(self, verb: int) -> bool:
        """Tell whether a conditional is only polite: *would like to*, *souhaiterait*."""
        return self.has(verb, "modality.planned") or self.has(verb, "modality.wishes")

    def _is_conditioned(self, verb: int) -> bool:
        """Tell whether a clause says on what condition a verb holds: *s'il le pouvait*."""
        return any(self._marked(k, "conditional_marks") for k in self.tree.children(verb, "advcl"))

    def _marked(self, verb: int, name: str) -> bool:
        marks = self.grammar.words(f"modality.{name}")
        return any(self.tree.low[k] in marks for k in self.tree.children(verb, "mark"))

    def _condition(self, verb: int, auxiliaries: list[int], status: Status) -> None:
        tree, words = self.tree, self.grammar.words
        first = min(tree.subtree(verb))
        inverted = any(k == first for k in auxiliaries) and (
            tree.base(verb) == "advcl"
            or (first == 0 and tree.base(verb) == "root" and tree.has_child(verb, "parataxis"))
        )
        if inverted and tree.low[first] in words("modality.counterfactual"):
            status.note("negated", first, "contrary to fact")
        elif self._marked(verb, "conditional_marks") or (
            inverted and tree.low[first] in words("modality.inverted_conditions")
        ):
            status.note("possible", first, "a condition")

    def _is_said(self, verb: int) -> bool:
        """Tell whether a verb stands in reported speech, its own clause or one beside it."""
        tree = self.tree
        chain = [verb, *tree.ancestors(verb)]
        for i, parent in pairwise(chain):
            if tree.base(i) == "ccomp" and self.has(parent, "modality.reporting"):
                return True
        return any(
            tree.base(k) == "parataxis" and self.has(k, "modality.reporting")
            for i in chain
            for k in tree.kids[i]
        )

    # -- nouns ---------------------------------------------------------------------------------

    def noun_modifiers(self, noun: int, status: Status) -> None:
        """Apply adjectives, determiners and prepositions of a noun."""
        tree, words = self.tree, self.grammar.words
        for k in tree.children(noun, "amod", "det", "acl"):
            effect = self.adjective(k)
            if effect is None and tree.low[k] in words("negation.determiners"):
                effect = "negated"
            if effect is not None and (tree.base(k) != "acl" or not tree.kids[k]):
                status.note(effect, k, f"“{tree.tokens[k].text} {tree.tokens[noun].text}”")
        if tree.case[noun] in words("negation.prepositions"):
            status.note("negated", noun, f"“{tree.case[noun]} {tree.tokens[noun].text}”")
        elif tree.case[noun] in words("modality.conditional_prepositions"):
            status.note("possible", noun, f"“{tree.case[noun]} {tree.tokens[noun].text}”")

    def adjective(self, i: int) -> Effect | None:
        """Return what an adjective makes of what it qualifies."""
        return next(
            (
                effect
                for name, effect in _ADJECTIVES.items()
                if self.is_listed(i, f"modality.{name}")
            ),
            None,
        )
