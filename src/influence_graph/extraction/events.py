"""What was told before, so that "the raid" and "cette décision" find who did it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from influence_graph.extraction.grammar import Grammar
from influence_graph.model import Relation, roll_up

__all__ = ["EventMemory", "PastEvent"]

_REACH = 3
"""Sentences that a noun looks back."""


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An act told in an earlier sentence.

    Attributes
    ----------
    relation, subject, object : str
        Relation and actor codes.
    sentence : int
        Index of the sentence.
    """

    relation: str
    subject: str
    object: str
    sentence: int


class EventMemory:
    """The acts of an article, as far as it has been read.

    Parameters
    ----------
    grammar : Grammar
        Says which nouns take up which relations.
    relations : Mapping of str to Relation
        Signs of the relations.
    """

    def __init__(self, grammar: Grammar, relations: Mapping[str, Relation]) -> None:
        self._grammar = grammar
        self._relations = relations
        self._events: list[PastEvent] = []

    def add(self, event: PastEvent) -> None:
        """Remember an act."""
        self._events.append(event)

    def actors(self, sentence: int) -> set[str]:
        """Return who acted, and against whom, within reach of a sentence."""
        return {
            code
            for event in self._events
            if sentence - 2 * _REACH <= event.sentence < sentence
            for code in (event.subject, event.object)
        }

    def meant_by(self, lemma: str, sentence: int) -> list[PastEvent]:
        """Return the acts that a noun may take up, the latest first.

        Parameters
        ----------
        lemma : str
            The noun.
        sentence : int
            Index of the sentence where it stands.
        """
        words = self._grammar.words
        any_hostile = lemma in words("events.hostile")
        return [
            event
            for event in reversed(self._events)
            if sentence - _REACH <= event.sentence < sentence
            and (
                lemma in words(f"events.{event.relation}")
                or (
                    any_hostile
                    and event.relation not in words("events.spoken")
                    and self._relations[event.relation].sign < 0
                )
            )
        ]

    def latest(self, relation: str, objects: set[str], sentence: int) -> PastEvent | None:
        """Return the last act of a relation against one of these, within the reach of a paragraph.

        Parameters
        ----------
        relation : str
            Name of the relation.
        objects : set of str
            Actor codes, rolled up.
        sentence : int
            Index of the sentence that looks back.
        """
        return next(
            (
                event
                for event in reversed(self._events)
                if event.relation == relation
                and roll_up(event.object) in objects
                and sentence - 2 * _REACH <= event.sentence < sentence
            ),
            None,
        )
