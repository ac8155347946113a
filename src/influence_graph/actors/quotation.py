"""Which words of an article stand in quoted speech."""

from __future__ import annotations

from collections.abc import Sequence

from influence_graph.model import Sentence

__all__ = ["quoted_tokens"]

_OPEN, _CLOSE, _STRAIGHT = "«“„", "»”", '"'
_SPEECH = 4
"""Fewer words in quotation marks are a word set apart, not speech."""


def quoted_tokens(sentences: Sequence[Sentence]) -> list[frozenset[int]]:
    """Return the tokens of each sentence that stand inside a quotation of some length.

    A quotation may go on over several sentences, but a mark left open ends with its paragraph.

    Examples
    --------
    >>> quoted_tokens([])
    []
    """
    found: list[set[int]] = [set() for _ in sentences]
    run: list[tuple[int, int]] = []
    inside = False

    def close() -> None:
        if len(run) >= _SPEECH:
            for at, i in run:
                found[at].add(i)
        run.clear()

    paragraph = None
    for at, sentence in enumerate(sentences):
        place = (sentence.paragraph, sentence.is_title)
        if place != paragraph:
            paragraph = place
            if inside:
                run.clear()  # never closed: no telling where it ends
            inside = False
        for token in sentence.tokens:
            mark = token.text[:1]
            if mark and (mark in _CLOSE or (mark == _STRAIGHT and inside)):
                close()
                inside = False
            elif mark and (mark in _OPEN or mark == _STRAIGHT):
                close()
                inside = True
            elif inside:
                run.append((at, token.i))
    return [frozenset(tokens) for tokens in found]
