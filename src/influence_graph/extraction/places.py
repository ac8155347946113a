"""Where the arguments of a word stand: subjects, objects, complements, possessors.

Places are those of ``ontology/lexicon/README.md``. Each search returns token indices, nearest and
surest first. Passives, participles, relative clauses, control, coordination are undone here, so
that an entry is written once.
"""

from __future__ import annotations

from collections.abc import Callable

from influence_graph.extraction.complements import Complements
from influence_graph.extraction.possessors import Possessors
from influence_graph.extraction.searches import unique
from influence_graph.extraction.subjects import Subjects
from influence_graph.extraction.tree import Tree

__all__ = ["Places"]


class Places(Subjects, Complements, Possessors):
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
        super().__init__(tree, is_demonym, is_actor, has_dropped)
        self._found: dict[tuple[int, str, tuple[int, ...]], list[int]] = {}
        self.trail: dict[tuple[int, int], list[str]] | None = None

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
            return unique(
                inner for outer in self.find(head, first, fixed) for inner in self.find(outer, rest)
            )
        if place.startswith("clause."):
            rest = place.removeprefix("clause.")
            return unique(
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
        return unique([*found, *coordinated])

    def anything(self, verb: int) -> list[int]:
        """Return whatever stands below a verb: objects, complements, places, possessors."""
        tree = self.tree
        found = list(self.objects(verb))
        found += [self.bound(k) for k in tree.children(verb, "iobj", "obl")]
        for k in list(found):
            found += self.possessors(k)
            found += tree.children(k, "nmod")
        for k in tree.children(verb, "xcomp"):
            found += self.anything(k) if k != verb else []
        return unique(found)

    def provided(self, word: int) -> list[int]:
        """Return the subjects of the conditions below a word: *will act if Y goes on*."""
        tree, marks = self.tree, self.grammar.words("modality.conditional_marks")
        return unique(
            subject
            for k in tree.subtree(word)
            if tree.base(k) == "advcl"
            and any(tree.low[m] in marks for m in tree.children(k, "mark"))
            for subject in self.subjects(k)
        )
