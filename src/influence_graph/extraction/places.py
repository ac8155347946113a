"""Where the arguments of a word stand: subjects, objects, complements, possessors.

Places are those of ``ontology/lexicon/README.md``. Each search returns token indices, nearest and
surest first. Passives, participles, relative clauses, control, coordination are undone here, so
that an entry is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from influence_graph.extraction.tree import Tree

__all__ = ["Places"]

_OBLIQUE = ("obl", "nmod", "iobj", "obj", "advmod", "advcl", "xcomp", "appos", "dep", "orphan")
_DEPTH = 6


class Places:
    """Finds what stands at a place of a word.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    is_demonym : callable
        Tells whether a token is an adjective that names an actor ("algérien").
    is_actor : callable
        Tells whether a token stands for an actor.
    has_dropped : callable
        Tells whether a verb stands for its own subject, which is not said.

    Attributes
    ----------
    trail : dict or None
        Head word and token to the places at which the token was found; None = not kept.
    """

    def __init__(
        self,
        tree: Tree,
        is_demonym: Callable[[int], bool],
        is_actor: Callable[[int], bool],
        has_dropped: Callable[[int], bool],
    ) -> None:
        self.tree = tree
        self.grammar = tree.grammar
        self._is_demonym = is_demonym
        self.is_actor = is_actor
        self.has_dropped = has_dropped
        self._subjects: dict[int, list[int]] = {}
        self._found: dict[tuple[int, str, tuple[int, ...]], list[int]] = {}
        self.trail: dict[tuple[int, int], list[str]] | None = None

    # -- one place ---------------------------------------------------------------------------

    def find(self, head: int, place: str, fixed: tuple[int, ...] = ()) -> list[int]:
        """Return the tokens at a place of a head word.

        Parameters
        ----------
        head : int
            Index of the head word.
        place : str
            A place, or a path of places: ``obj/poss``, ``clause.obj``.
        fixed : tuple of int
            Fixed words of an idiom, whose complements count as the head's own.
        """
        if self.trail is not None:
            return self.noted(head, place, self._at(head, place, fixed))
        key = (head, place, fixed)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._at(head, place, fixed)
        return found

    def noted(self, head: int, place: str, tokens: list[int], of: int | None = None) -> list[int]:
        """Return tokens that were found for a head word, and keep where, if a trail is kept.

        Parameters
        ----------
        head : int
            Index of the head word.
        place : str
            Where they were found.
        tokens : list of int
            What was found.
        of : int, optional
            The word whose place it is, where that is not the head word.
        """
        if self.trail is not None:
            where = place if of is None else f"{place} of “{self.tree.tokens[of].text}”"
            for k in tokens:
                self.trail.setdefault((head, k), []).append(where)
        return tokens

    def _at(self, head: int, place: str, fixed: tuple[int, ...]) -> list[int]:
        first, _, rest = place.partition("/")
        if rest:
            return _unique(
                inner for outer in self.find(head, first, fixed) for inner in self.find(outer, rest)
            )
        if place.startswith("clause."):
            rest = place.removeprefix("clause.")
            return _unique(
                k
                for clause in self.clauses(head, fixed)
                for k in (self.anything(clause) if rest == "any" else self.find(clause, rest))
            )
        if place == "clause":
            return self.clauses(head, fixed)
        if place == "aux":
            return self.tree.children(head, "aux")
        if place == "mark":
            return self.tree.children(head, "mark")
        if place == "provided":
            return self.provided(head)
        if place == "condition":
            return [m for k in self.tree.subtree(head) for m in self.tree.children(k, "mark")]
        if place == "mod":
            return [
                *self.tree.children(head, "amod", "compound", "advmod"),
                *(
                    k
                    for k in self.tree.children(head, "acl")
                    if self.tree.feat(k, "VerbForm") == "Part"
                ),
            ]
        if place == "subj":
            return self.subjects(head)
        if place == "obj":
            return self.objects(head)
        if place == "pred":
            return [
                k
                for k in self.tree.children(head, "xcomp")
                if self.tree.upos(k) in ("NOUN", "PROPN", "ADJ")
            ]
        if place == "poss":
            return self.possessors(head)
        if place == "agent":
            return self.possessors(head, genitive=False)
        if place == "owner":
            return self.owners(head)
        if place == "between":
            return self.between(head)
        if place == "self":
            return self.selves(head)
        if place == "loc":
            places = self.grammar.words("locative")
            return self.obliques(head, places, fixed)
        return self.obliques(head, frozenset({self.grammar.plain(place), place}), fixed)

    # -- subjects ----------------------------------------------------------------------------

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Return who does it: the logical subject."""
        if verb in self._subjects:
            return self._subjects[verb]
        if depth > _DEPTH:
            return []
        tree = self.tree
        if tree.is_passive(verb):
            agentive = self.grammar.words("agentive")
            found = [k for k in self.obliques(verb, agentive, ()) if tree.head[k] == verb]
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
        own = [self._bound(k) for k in self.tree.children(verb, "nsubj")]
        if own:
            return _unique([*own, *self._companions(verb, own)])
        inverted = self._inverted_speaker(verb)
        if inverted:
            return inverted
        if self.has_dropped(verb):
            return [verb]
        return self._understood(verb, depth + 1) if depth <= _DEPTH else []

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

    def owners(self, noun: int, depth: int = 0) -> list[int]:
        """Return whose a noun is: its possessor, else the subject of its verb."""
        own = self.possessors(noun)
        if own or depth > _DEPTH:
            return own
        if self.tree.children(noun, "nsubj"):  # "X est en train de", "X is in the process of"
            return self.surface_subjects(noun, depth + 1)
        head = self.tree.head[noun]
        if head != noun and self.tree.base(noun) in ("obj", "xcomp", "obl"):
            return self.subjects(head, depth + 1)
        return []

    # -- objects -----------------------------------------------------------------------------

    def objects(self, verb: int, depth: int = 0) -> list[int]:
        """Return the logical direct objects."""
        tree = self.tree
        reflexive = self.grammar.words("reflexive")
        if tree.is_passive(verb):
            subjects = [self._bound(k) for k in tree.children(verb, "nsubj")]
            if subjects:
                return subjects
            relation, head = tree.base(verb), tree.head[verb]
            if head == verb or depth > _DEPTH:
                return []
            if relation in ("acl", "amod") and tree.upos(head) != "VERB":
                return [head]
            return self.surface_subjects(verb, depth + 1)
        found = [
            self._bound(k)
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

    # -- complements -------------------------------------------------------------------------

    def obliques(self, head: int, cases: frozenset[str], fixed: tuple[int, ...]) -> list[int]:
        """Return complements with one of these prepositions, direct ones first.

        Complements of the object noun and of the fixed words count too: where a prepositional
        phrase is attached is what parsers get wrong most.
        """
        tree = self.tree
        found = self._direct(head, cases)
        if any(self.is_actor(k) for k in found):
            return _unique(found)
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
            found.extend(self._direct(host, cases))
        if not found and cases & self.grammar.words("dative"):
            found = [  # "sent a plane carrying medicine to Y"
                k
                for o in self.objects(head)
                if tree.head[o] == head
                for participle in tree.children(o, "acl")
                if tree.rel[participle] != "acl:relcl"
                and tree.feat(participle, "VerbForm") in ("Part", "Ger")
                for k in self._direct(participle, cases)
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
            found = [self._bound(k) for k in near if k > head and tree.case[k] in cases]
        return _unique(found)

    def _direct(self, head: int, cases: frozenset[str]) -> list[int]:
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
                    found.append(self._bound(k))
            elif (
                (dative and self._is_dative(k) and not doubled)
                or (genitive and tree.low[k] in grammar.words("genitive_clitics"))
                or (genitive and tree.low[k] in grammar.words("genitive_relatives"))
            ):
                found.append(self._bound(k))
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

    # -- clauses -----------------------------------------------------------------------------

    def clauses(self, head: int, fixed: tuple[int, ...] = ()) -> list[int]:
        """Return the heads of the clauses and infinitives that a word governs."""
        tree = self.tree
        found = tree.children(head, "ccomp", "xcomp")
        found += [
            k
            for k in tree.children(head, "advcl", "acl", "obl")
            if tree.feat(k, "VerbForm") in ("Inf", "Ger")
            or any(tree.base(m) == "mark" for m in tree.kids[k])
        ]
        for host in (*fixed, *tree.children(head, "obj", "obl")):
            found += [
                k
                for k in tree.children(host, "acl", "ccomp", "xcomp", "advcl")
                if tree.feat(k, "VerbForm") == "Inf" or tree.base(k) == "ccomp"
            ]
        if tree.upos(head) == "NOUN":  # "the refusal, voiced by X, to do it"
            for k in tree.children(head, "acl"):
                if tree.feat(k, "VerbForm") == "Part":
                    found += tree.children(k, "xcomp")
        coordinated = [c for k in found for c in tree.children(k, "conj")]
        return _unique([*found, *coordinated])

    def anything(self, verb: int) -> list[int]:
        """Return whatever stands below a verb: objects, complements, places, possessors."""
        tree = self.tree
        found = list(self.objects(verb))
        found += [self._bound(k) for k in tree.children(verb, "iobj", "obl")]
        for k in list(found):
            found += self.possessors(k)
            found += tree.children(k, "nmod")
        for k in tree.children(verb, "xcomp"):
            found += self.anything(k) if k != verb else []
        return _unique(found)

    def provided(self, word: int) -> list[int]:
        """Return the subjects of the conditions below a word: *will act if Y goes on*."""
        tree, marks = self.tree, self.grammar.words("modality.conditional_marks")
        return _unique(
            subject
            for k in tree.subtree(word)
            if tree.base(k) == "advcl"
            and any(tree.low[m] in marks for m in tree.children(k, "mark"))
            for subject in self.subjects(k)
        )

    # -- nouns -------------------------------------------------------------------------------

    def possessors(self, noun: int, *, genitive: bool = True) -> list[int]:
        """Return whose a noun is: agent, genitive, demonym, possessive, *de*/*of*.

        Parameters
        ----------
        noun : int
            The noun.
        genitive : bool, optional
            Count *de*/*of* too; without it "the invasion of Ukraine" is nobody's.
        """
        tree, grammar = self.tree, self.grammar
        agent, of = grammar.words("agentive"), grammar.words("genitive")
        authors = grammar.words("support.authoring")  # any participle where the list is empty
        authors = authors and authors | grammar.words("support.verbs")
        determiners = grammar.words("possessive_determiners")
        agents, strong, weak = [], [], []
        for k in tree.kids[noun]:
            base = tree.base(k)
            if base in ("nmod", "obl") and tree.case[k] in agent:
                agents.append(self._bound(k))
            elif base == "acl" and tree.is_passive(k) and (not authors or tree.lemma[k] in authors):
                agents += [a for a in self.obliques(k, agent, ()) if tree.head[a] == k]
            elif tree.rel[k] == "nmod:poss" or tree.low[k] in determiners or self._is_demonym(k):
                strong.append(self._bound(k))
            elif base in ("nmod", "obl", "appos") and tree.case[k] in of:
                weak += [self._bound(k)] * genitive
            elif base in ("compound", "nmod") and not tree.case[k] and k < noun:
                strong.append(k)
        # The surest kind of owner that is an actor: "the Russian invasion of Ukraine" is Russia's.
        for group in (agents, strong, weak):
            if any(self.is_actor(k) for k in group):
                return _unique(group)
        return _unique([*agents, *strong, *weak])

    def between(self, head: int) -> list[int]:
        """Return what *entre*/*between* links, and demonyms that name two actors."""
        words = self.grammar.words("between")
        found = self.obliques(head, words, ())
        verb = self.tree.head[head]
        if not found and verb != head and self.tree.base(head) == "nsubj":
            found = self._direct(verb, words)  # "clashes broke out between"
        found += [k for k in self.tree.kids[head] if self._is_demonym(k)]
        return _unique(found)

    def selves(self, word: int, depth: int = 0) -> list[int]:
        """Return who is described by a noun or an adjective."""
        tree = self.tree
        if depth > _DEPTH:
            return []
        subjects = tree.children(word, "nsubj")
        if subjects:
            return [self._bound(k) for k in subjects]
        head, base = tree.head[word], tree.base(word)
        named = [k for k in tree.children(word, "appos", "flat") if tree.upos(k) == "PROPN"]
        if named:
            return named
        if head == word:
            return []
        if base in ("appos", "amod", "flat", "compound") or (
            base == "nmod" and not tree.case[word] and tree.upos(head) == "PROPN"
        ):
            return [head]
        if base == "acl":
            bound = any(tree.antecedent.get(k) == head for k in tree.subtree(word))
            return [head] if bound or tree.rel[word] != "acl:relcl" else []
        if base == "conj":
            return self.selves(head, depth + 1)
        if base in ("xcomp", "obj") and (
            base == "xcomp" or tree.lemma[head] in self.grammar.words("support.copular")
        ):
            if tree.is_passive(head):
                return self.objects(head)
            objects = [k for k in tree.children(head, "obj") if k != word]
            return [self._bound(k) for k in objects] or self.surface_subjects(head)
        if base in ("obl", "xcomp") and (  # « qualifie X de rival », "sees X as a rival"
            tree.case[word] in self.grammar.words("predicative")
            and tree.lemma[head] in self.grammar.words("support.naming")
        ):
            return self.objects(head)
        if base in ("advcl", "dislocated", "parataxis", "advmod") or (
            base in ("obl", "nmod") and not tree.case[word] and word < head
        ):
            return self.surface_subjects(head)
        return []

    def _bound(self, k: int) -> int:
        """Return the antecedent of a relative pronoun, any other token unchanged."""
        tree = self.tree
        noun = tree.antecedent.get(k, k)
        near = tree.nearest.get(k, noun)
        if near != noun and tree.upos(near) == "PROPN" and self.is_actor(near):
            owners = tree.children(noun, "amod", "nmod", "appos", "flat")
            if not self.is_actor(noun) and not any(self.is_actor(o) for o in owners if o != near):
                return near  # « un revers pour Taïwan, qui perd … »
        return noun


def _unique(items: Iterable[int]) -> list[int]:
    """Return the items in order, each once."""
    return list(dict.fromkeys(items))
