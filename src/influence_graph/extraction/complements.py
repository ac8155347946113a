"""To whom it is done: direct objects and complements with a preposition."""

from __future__ import annotations

from influence_graph.extraction.searches import DEPTH, Searches, unique

__all__ = ["Complements"]

_OBLIQUE = ("obl", "nmod", "iobj", "obj", "advmod", "advcl", "xcomp", "appos", "dep", "orphan")


class Complements(Searches):
    """Finds objects and complements; see `Searches` for the parameters."""

    def objects(self, verb: int, depth: int = 0) -> list[int]:
        """Return the logical direct objects."""
        if depth > 0:
            return self._objects_of(verb, depth)
        found = self._objects.get(verb)
        if found is None:
            found = self._objects[verb] = self._objects_of(verb, depth)
        return found

    def _objects_of(self, verb: int, depth: int) -> list[int]:
        tree = self.tree
        reflexive = self.grammar.words("reflexive")
        if tree.is_passive(verb):
            subjects = [self.bound(k) for k in tree.children(verb, "nsubj")]
            if subjects:
                return subjects
            relation, head = tree.base(verb), tree.head[verb]
            if head == verb or depth > DEPTH:
                return []
            if relation in ("acl", "amod") and tree.upos(head) != "VERB":
                return [head]
            return self.surface_subjects(verb, depth + 1)
        found = [
            self.bound(k)
            for k in tree.children(verb, "obj")
            if tree.low[k] not in reflexive
            and (not tree.case[k] or tree.case[k] in self.grammar.words("object_prepositions"))
            and tree.low[k] not in self.grammar.words("genitive_clitics")
        ]
        if tree.lemma[verb] not in self.grammar.words("support.copular"):
            found += [  # "promised Kyiv a package", with the package read as a predicate
                k
                for k in tree.children(verb, "xcomp")
                if tree.upos(k) == "NOUN" and not tree.has_child(k, "cop", "mark", "case")
            ]
        if not found and verb in tree.gap:
            found = [tree.gap[verb]]
        words = self.grammar.words
        if not found and depth == 0 and tree.head[verb] != verb:
            clitics = words("object_clitics")
            if any(tree.low[k] in clitics for k in tree.children(verb, "det")):
                found = [  # « a critiqué Y, l'accusant … », with the pronoun read as an article
                    k for k in self.objects(tree.head[verb], depth + 1) if k < verb
                ]
        for k in list(found):
            if tree.low[k] in words("free_relatives"):  # "what it called a raid"
                for inner in tree.children(k, "acl"):
                    if tree.lemma[inner] in words("support.naming"):
                        found += tree.children(inner, "obj", "xcomp")
                        found += [
                            o
                            for o in tree.children(inner, "obl")
                            if tree.case[o] in words("support.naming_marks")
                        ]
        if not found and depth == 0 and not tree.children(verb, "ccomp", "xcomp", "obl", "iobj"):
            for k in tree.children(verb, "conj"):
                if tree.upos(k) == "VERB" and k > verb and not tree.children(k, "nsubj"):
                    found = self.objects(k, depth + 1)
                    break
        return found

    def obliques(self, head: int, cases: frozenset[str], fixed: tuple[int, ...]) -> list[int]:
        """Return complements with one of these prepositions, direct ones first.

        Complements of the object noun and of the fixed words count too: where a prepositional
        phrase is attached is what parsers get wrong most.
        """
        tree = self.tree
        found = self.direct(head, cases)
        if any(self.is_actor(k) for k in found):
            return unique(found)
        hosts = [*fixed, *(k for k in self.objects(head) if tree.head[k] == head)]
        if tree.upos(head) in ("NOUN", "PROPN") and not found:
            hosts += [k for k in tree.children(head, "acl") if tree.rel[k] != "acl:relcl"]
            hosts += [k for k in tree.children(head, "nmod") if k > head]
        governor = tree.head[head]
        if (
            not found
            and tree.base(head) == "xcomp"
            and tree.upos(head) in ("ADJ", "NOUN")
            and tree.lemma[governor] in self.grammar.words("support.copular")
        ):  # « reste sourd aux appels de Y », "remains deaf to …"
            hosts.append(governor)
        for host in hosts:
            found.extend(self.direct(host, cases))
        if not found and cases & self.grammar.words("dative"):
            found = [  # "sent a plane carrying medicine to Y"
                k
                for o in self.objects(head)
                if tree.head[o] == head
                for participle in tree.children(o, "acl")
                if tree.rel[participle] != "acl:relcl"
                and tree.feat(participle, "VerbForm") in ("Part", "Ger")
                for k in self.direct(participle, cases)
            ]
        receiver = bool(cases & self.grammar.words("dative"))
        if not found and receiver and self.grammar.has("double_object"):
            found = [  # "gave Israel missiles", read as missiles of Israel
                k
                for o in self.tree.children(head, "obj")
                for k in tree.children(o, "compound")
                if self.is_actor(k)
            ]
        if not found and all(" " in case for case in cases):
            # A preposition of several words is unmistakable, wherever it was hung.
            near = [*tree.subtree(head), *tree.kids[tree.head[head]]]
            found = [self.bound(k) for k in near if k > head and tree.case[k] in cases]
        return unique(found)

    def direct(self, head: int, cases: frozenset[str]) -> list[int]:
        """Return complements with one of these prepositions that hang on the word itself."""
        tree, grammar = self.tree, self.grammar
        dative = bool(cases & grammar.words("dative"))
        genitive = bool(cases & grammar.words("genitive"))
        found = []
        doubled = grammar.has("clitic_doubling") and any(
            tree.base(k) in _OBLIQUE and tree.case[k] in cases for k in tree.kids[head]
        )
        if dative and grammar.has("double_object"):
            objects = [k for k in self.objects(head) if tree.head[k] == head]
            if len(objects) > 1 and self.is_actor(objects[0]):
                found.append(objects[0])
        for k in tree.kids[head]:
            if tree.case[k]:
                if tree.base(k) in _OBLIQUE and tree.case[k] in cases:
                    found.append(self.bound(k))
            elif (
                (dative and self._is_dative(k) and not doubled)
                or (genitive and tree.low[k] in grammar.words("genitive_clitics"))
                or (genitive and tree.low[k] in grammar.words("genitive_relatives"))
            ):
                found.append(self.bound(k))
            elif tree.base(k) == "compound" and tree.low[k] in cases:
                found.extend(o for o in tree.children(head, "obj") if o > k)
        return found

    def _is_dative(self, k: int) -> bool:
        tree = self.tree
        if tree.base(k) == "iobj":
            return tree.low[k] not in self.grammar.words("reflexive")
        return (
            tree.low[k] in self.grammar.words("dative_clitics")
            and tree.upos(k) in ("PRON", "ADV")
            and tree.base(k) in ("obj", "obl", "expl", "advmod")
        )
