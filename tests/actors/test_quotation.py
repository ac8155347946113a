"""Which words stand in quoted speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.actors.quotation import quoted_tokens
from influence_graph.model import Sentence, Token

MARKS = ("«", "»", "“", "”", '"', "paix", "guerre", ",")


def sentence(index: int, paragraph: int, *words: str) -> Sentence:
    """Make a sentence of bare words."""
    tokens = tuple(
        Token(i=i, text=w, start=i, end=i + 1, lemma=w, upos="X", head=0, deprel="dep")
        for i, w in enumerate(words)
    )
    return Sentence(index=index, paragraph=paragraph, start=0, end=len(words), tokens=tokens)


def quoted(*texts: str, paragraphs: tuple[int, ...] = ()) -> list[list[str]]:
    """Return the quoted words of sentences given as text cut by spaces."""
    places = paragraphs or (0,) * len(texts)
    cut = [sentence(i, p, *t.split()) for i, (p, t) in enumerate(zip(places, texts, strict=True))]
    marked = quoted_tokens(cut)
    return [[s.tokens[i].text for i in sorted(m)] for s, m in zip(cut, marked, strict=True)]


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ("“", "”"), ('"', '"')])
def test_four_words_between_marks_are_speech(opening: str, closing: str) -> None:
    text = f"il dit : {opening} nous ne partirons pas {closing} ce soir"
    assert quoted(text) == [["nous", "ne", "partirons", "pas"]]


def test_a_word_set_apart_is_none() -> None:
    assert quoted("cet « alibi grossier » de Kigali") == [[]]


def test_speech_goes_on_over_sentences() -> None:
    assert quoted("« nous restons ici .", "Alger attendra » , dit Bamako") == [
        ["nous", "restons", "ici", "."],
        ["Alger", "attendra"],
    ]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    assert quoted("« nous restons tous ici", "dit Bamako", paragraphs=(0, 1)) == [[], []]


@given(st.lists(st.lists(st.sampled_from(MARKS), max_size=9), max_size=5))
def test_marks_are_never_inside(texts: list[list[str]]) -> None:
    marked = quoted_tokens([sentence(i, 0, *words) for i, words in enumerate(texts)])
    assert all(
        texts[i][j] not in ("«", "»", "“", "”", '"') for i, row in enumerate(marked) for j in row
    )
