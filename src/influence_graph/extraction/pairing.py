"""Who does it to whom: the pairs of actors that an entry gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from influence_graph.extraction.arguments import Argument, Arguments, actor_kind
from influence_graph.extraction.filling import Filler
from influence_graph.extraction.grammar import Grammar
from influence_graph.extraction.hits import Hit
from influence_graph.extraction.lexicon import Entry
from influence_graph.extraction.tree import Tree
from influence_graph.model import Relation, roll_up

__all__ = ["Pairer", "described"]

_PLACES = frozenset({"name", "capital", "city"})
_WHERE = 0.75
"""Factor for a state in which force is used on somebody unnamed."""


class Pairer:
    """Pairs the actors of an entry.

    Parameters
    ----------
    filler : Filler
        Finds what stands at a place.
    relations : Mapping of str to Relation
        The ontology's relations by name: which ones are symmetric.
    grammar : Grammar
        Function words of the language.
    """

    def __init__(self, filler: Filler, relations: Mapping[str, Relation], grammar: Grammar) -> None:
        self._filler = filler
        self._relations = relations
        self._comitative = grammar.words("comitative") | grammar.words("between") | {"between"}

    def objects(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        xs: list[Argument],
        arguments: Arguments,
    ) -> list[Argument]:
        """Return the actors of the first place of Y that holds any beside X."""
        taken = {roll_up(x.code) for x in xs}
        places_of_x = {x.token for x in xs}
        material = self._relations[entry.relation].mode == "material"
        for place in entry.y:
            found = [
                y
                for y in (
                    arguments.accusers(head, taken)
                    if place == "accuser"
                    else arguments.of(
                        self._filler.find(entry, head, place, fixed, arguments), located=material
                    )
                )
                if y.token not in places_of_x
                and roll_up(y.code) not in taken
                and (not entry.require_y or actor_kind(y.code) in entry.require_y)
            ]
            found = described(found, head, arguments.tree)
            if found:
                return found
        return self._taken_up(entry, head, fixed, taken, arguments) or self._where(
            entry, head, taken, arguments
        )

    def _where(
        self, entry: Entry, head: int, taken: set[str], arguments: Arguments
    ) -> list[Argument]:
        """Return where force is used on somebody unnamed: *killed three people in Sidon*."""
        tree, relation = arguments.tree, self._relations[entry.relation]
        if (
            entry.kind != "verb"
            or "obj" not in entry.y
            or relation.mode != "material"
            or relation.sign >= 0
            or not any(tree.upos(k) == "NOUN" for k in arguments.places.objects(head))
        ):
            return []
        inside = tree.grammar.words("inside")
        return [
            replace(y, score=y.score * _WHERE, reasons=(*y.reasons, "the place where it is done"))
            for y in arguments.of(arguments.places.find(head, "loc"))
            if tree.case[y.token] in inside
            and y.mention.kind in _PLACES
            and actor_kind(y.code) == "state"
            and roll_up(y.code) not in taken
        ]

    def _taken_up(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        taken: set[str],
        arguments: Arguments,
    ) -> list[Argument]:
        """Return who did what the object takes up: *condemned the strikes*."""
        if entry.kind != "verb":
            return []
        words = arguments.places.find(head, "obj", fixed)
        acts = [
            y
            for y in arguments.taken_up([*words, *fixed], taken)
            if roll_up(y.code) not in taken
            and (not entry.require_y or actor_kind(y.code) in entry.require_y)
        ]
        against_us = [y for y in acts if y.against and roll_up(y.against) in taken]
        if self._relations[entry.relation].sign > 0:  # nobody applauds what is done to oneself
            return [y for y in acts if y not in against_us][:1]
        return (against_us or acts)[:1]

    def pairs(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        xs: list[Argument],
        ys: list[Argument],
    ) -> list[Hit]:
        """Return what each X does to each Y, or plural X to each other."""
        if not ys and len(xs) >= 2 and self._is_mutual(entry):
            return self.mutual(entry, head, fixed, xs)
        hits = []
        for x in xs:
            for y in ys:
                hits += self.hit(entry, head, fixed, x, y)
                if entry.both:
                    hits += self.hit(entry, head, fixed, y, x)
        return hits

    def _is_mutual(self, entry: Entry) -> bool:
        """Tell whether a plural subject alone makes the claim: *X and Y signed a deal*."""
        if entry.both:
            return True
        last = {place.rpartition("/")[2] for place in entry.y}
        return self._relations[entry.relation].symmetric and bool(last & self._comitative)

    def mutual(
        self, entry: Entry, head: int, fixed: tuple[int, ...], actors: list[Argument]
    ) -> list[Hit]:
        """Return what several actors do to each other."""
        hits = []
        for i, x in enumerate(actors):
            for y in actors[i + 1 :]:
                hits += self.hit(entry, head, fixed, x, y)
                if not self._relations[entry.relation].symmetric:
                    hits += self.hit(entry, head, fixed, y, x)
        return hits

    def hit(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        x: Argument,
        y: Argument,
        *,
        mutual: bool = False,
    ) -> list[Hit]:
        """Return that X does it to Y; nothing where the two are one."""
        if roll_up(x.code) == roll_up(y.code):
            return []
        return [
            Hit(
                entry=entry,
                head=head,
                fixed=fixed,
                subject=x,
                object=y,
                strength=entry.confidence * x.score * y.score,
                mutual=mutual,
            )
        ]


def described(actors: list[Argument], head: int, tree: Tree) -> list[Argument]:
    """Leave out who is named after a description: *X, an ally of Y, and Z* says nothing of Z.

    Parameters
    ----------
    actors : list of Argument
        Actors at a place of the description.
    head : int
        Its head word.
    tree : Tree
        The sentence.
    """
    if tree.base(head) not in ("acl", "appos", "amod"):
        return actors
    return [a for a in actors if not (a.found_at < head < a.token and tree.base(a.token) == "conj")]
