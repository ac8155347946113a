"""What searches for places share: the sentence, and who is an actor in it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable

from influence_graph.extraction.tree import Tree

__all__ = ["DEPTH", "Searches", "unique"]

DEPTH = 6
"""Steps from a word to what it shares with another, at most."""


class Searches(ABC):
    """What all searches for places share, and the questions that they put to each other.

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
        self.is_demonym = is_demonym
        self.is_actor = is_actor
        self.has_dropped = has_dropped
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}

    def is_reason(self, token: int) -> bool:
        """Tell whether a complement says why or how, not by whom: *par crainte de*, *by force*."""
        tree = self.tree
        return (
            tree.upos(token) == "NOUN"
            and tree.feat(token, "Number") == "Sing"
            and not self.is_actor(token)
            and not tree.has_child(token, "det", "nummod", "nmod:poss")
        )

    @abstractmethod
    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Return who does it: the logical subject."""

    @abstractmethod
    def surface_subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Return the grammatical subject, understood ones included."""

    @abstractmethod
    def objects(self, verb: int, depth: int = 0) -> list[int]:
        """Return the logical direct objects."""

    @abstractmethod
    def obliques(self, head: int, cases: frozenset[str], fixed: tuple[int, ...]) -> list[int]:
        """Return complements with one of these prepositions, direct ones first."""

    @abstractmethod
    def direct(self, head: int, cases: frozenset[str]) -> list[int]:
        """Return complements with one of these prepositions that hang on the word itself."""

    @abstractmethod
    def owners(self, noun: int, depth: int = 0) -> list[int]:
        """Return whose a noun is: its possessor, else the subject of its verb."""

    def bound(self, k: int) -> int:
        """Return the antecedent of a relative pronoun, any other token unchanged."""
        tree = self.tree
        noun = tree.antecedent.get(k, k)
        near = tree.nearest.get(k, noun)
        if near != noun and tree.upos(near) == "PROPN" and self.is_actor(near):
            owners = tree.children(noun, "amod", "nmod", "appos", "flat")
            if not self.is_actor(noun) and not any(self.is_actor(o) for o in owners if o != near):
                return near  # « un revers pour Taïwan, qui perd … »
        return noun


def unique(items: Iterable[int]) -> list[int]:
    """Return the items in order, each once."""
    return list(dict.fromkeys(items))
