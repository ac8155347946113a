"""Regions of the world in descriptions: "the Gulf nation", "les deux pays du Caucase"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from influence_graph.actors.agents import AgentPhrase
from influence_graph.actors.folding import pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.tree import Tree

__all__ = ["Regions"]

_REACH = 6
"""Tokens beside the noun in which its region is looked for."""


class Regions:
    """Finds the region that a description names.

    Parameters
    ----------
    lexicon : AgentLexicon
        Of the language: its words for regions.
    states : Mapping of str to sequence of str
        The codes of the states of each region.
    """

    def __init__(self, lexicon: AgentLexicon, states: Mapping[str, Sequence[str]]) -> None:
        self._head_first = lexicon.head_first
        self._states = {
            key: frozenset(code for name in names for code in states.get(name, ()))
            for key, names in lexicon.regions.items()
        }
        self._longest = max((len(key) for key in self._states), default=0)

    def of(self, tree: Tree, phrase: AgentPhrase) -> frozenset[str]:
        """Return the states of the region beside a noun; an empty set where none is named."""
        tokens = tree.tokens
        if self._head_first:
            span = tokens[phrase.last + 1 : phrase.last + 1 + _REACH]
        else:
            span = tokens[max(0, phrase.first - _REACH) : phrase.first]
        words: list[tuple[str, str]] = []
        for token in span:
            if tree.within(token.i, phrase.head):
                written = [piece.folded for piece in pieces(token.text)]
                plain = [piece.folded for piece in pieces(token.lemma)]
                same = len(plain) == len(written)
                words.extend(zip(written, plain if same else written, strict=True))
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                cut = words[start : start + size]
                for form in (0, 1):
                    found = self._states.get(tuple(word[form] for word in cut))
                    if found:
                        return found
        return frozenset()
