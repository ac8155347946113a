"""Which pronoun a word is, and whether it stands for anything."""

from __future__ import annotations

from influence_graph.actors.discourse import Found, Memory
from influence_graph.actors.folding import fold
from influence_graph.actors.lexicon import AgentLexicon, PronounForm
from influence_graph.actors.tree import Tree, base

__all__ = ["Pronouns"]


class Pronouns:
    """Knows the pronouns of a language.

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
