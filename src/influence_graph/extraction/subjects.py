"""Who does it: subjects of verbs, said or understood."""

from __future__ import annotations

from influence_graph.extraction.searches import DEPTH, Searches, unique

__all__ = ["Subjects"]


class Subjects(Searches):
    """Finds subjects; see `Searches` for the parameters."""

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Return who does it: the logical subject."""
        if verb in self._subjects:
            return self._subjects[verb]
        if depth > DEPTH:
            return []
        tree = self.tree
        if tree.is_passive(verb):
            agentive = self.grammar.words("agentive")
            found = [
                k
                for k in self.obliques(verb, agentive, ())
                if tree.head[k] == verb and not self.is_reason(k)
            ]
            found = found or self._hyphenated(verb)
            if not found:  # "extradited to A by B", with B hung on A
                found = [
                    k
                    for k in tree.subtree(verb)
                    if k > verb
                    and tree.case[k] in agentive
                    and tree.base(k) == "nmod"
                    and tree.base(tree.head[k]) in ("obl", "obj")
                    and self.is_actor(k)
                ][:1]
        else:
            found = self.surface_subjects(verb, depth)
        if depth == 0:
            self._subjects[verb] = found
        return found

    def _hyphenated(self, participle: int) -> list[int]:
        """Return who does it in a compound: *the Iran-backed militia*."""
        tree = self.tree
        return [
            k
            for k in tree.children(participle, "compound", "obl", "nsubj", "nmod", "advmod")
            if k + 1 < participle
            and tree.low[k + 1] in self.grammar.words("hyphens")
            and not tree.case[k]
            and self.is_actor(k)
        ]

    def surface_subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Return the grammatical subject, understood ones included."""
        own = [self.bound(k) for k in self.tree.children(verb, "nsubj")]
        if own:
            return unique([*own, *self._companions(verb, own)])
        inverted = self._inverted_speaker(verb)
        if inverted:
            return inverted
        if self.has_dropped(verb):
            return [verb]
        return self._understood(verb, depth + 1) if depth <= DEPTH else []

    def _companions(self, verb: int, subjects: list[int]) -> list[int]:
        """Return who does it beside the subject: *X, along with Y, did it*."""
        words = self.grammar.words("accompanying")
        return [
            k
            for host in (verb, *subjects)
            for k in self.tree.children(host, "obl", "nmod", "conj")
            if k < verb and self.tree.case[k] in words
        ]

    def _inverted_speaker(self, verb: int) -> list[int]:
        """Return who says it where the speaker follows: *…, a annoncé dimanche Emmanuel Macron*."""
        tree = self.tree
        if tree.lemma[verb] not in self.grammar.words("modality.reporting"):
            return []
        said_before = any(k < verb for k in tree.children(verb, "ccomp"))
        if not said_before and tree.base(verb) != "parataxis":
            return []
        return [k for k in tree.children(verb, "obj") if k > verb and self.is_actor(k)]

    def _understood(self, verb: int, depth: int) -> list[int]:
        tree = self.tree
        head = tree.head[verb]
        relation = tree.base(verb)
        if head == verb:
            return []
        if relation == "conj":
            if tree.is_predicate(head) or tree.base(head) in ("xcomp", "advcl", "acl", "ccomp"):
                return self.surface_subjects(head, depth)
            return []
        if relation == "xcomp" or (relation == "ccomp" and tree.feat(verb, "VerbForm") == "Inf"):
            return self._controller(head, depth)
        if relation == "advcl" and (
            tree.lemma[head] in self.grammar.words("modality.accusing")
            or (
                tree.lemma[head] in self.grammar.words("modality.object_control")
                and tree.feat(verb, "VerbForm") == "Inf"
            )
        ):
            return self._controller(head, depth)  # "accused Y of arming Z", "pushed Y to do it"
        if relation == "advcl" and tree.feat(verb, "VerbForm") != "Fin":
            apart = self.grammar.words("circumstances.marks")
            if any(tree.low[k] in apart for k in tree.children(verb, "mark", "case")):
                return []
            if tree.upos(head) in ("NOUN", "PROPN") and not tree.is_predicate(head):
                return self.owners(head, depth)
            return self.surface_subjects(head, depth)
        if relation == "acl":
            if tree.gap.get(verb) is not None and not tree.children(verb, "nsubj"):
                return []
            if tree.feat(verb, "VerbForm") == "Inf":
                return self.owners(head, depth)
            if any(tree.antecedent.get(k) == head for k in tree.subtree(verb)):
                return []
            if tree.lemma[head] in self.grammar.words("nouns.speech"):
                return self.owners(head, depth) or [head]  # "a statement condemning Y"
            return [head]
        if relation == "amod" and tree.feat(verb, "VerbForm") in ("Part", "Ger"):
            return [head]
        if relation in ("obl", "parataxis", "dislocated", "obj") and tree.feat(
            verb, "VerbForm"
        ) in ("Inf", "Part", "Ger"):
            return self.surface_subjects(head, depth)
        return []

    def _controller(self, governor: int, depth: int) -> list[int]:
        """Return the understood subject of an infinitive below a verb."""
        tree, grammar = self.tree, self.grammar
        lemma = tree.lemma[governor]
        if tree.upos(governor) in ("NOUN", "PROPN") and not tree.is_predicate(governor):
            return self.owners(governor, depth)
        if tree.is_passive(governor):
            return self.surface_subjects(governor, depth)
        if lemma in grammar.words("modality.dative_control"):
            dative = self.obliques(governor, grammar.words("dative"), ())
            if dative:
                return dative
        if lemma in grammar.words("modality.object_control"):
            objects = self.objects(governor)
            if objects:
                return objects
        return self.surface_subjects(governor, depth)
