"""The copy that the parser reads, and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.nlp.normalise import _normalise_each, normalise


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("L’Algérie", "L'Algérie"),
        ("“Non”, dit-il", '"Non", dit-il'),
        ("« Non »", "« Non »"),
        ("«\u00a0Non\u202f»", "« Non »"),
        ("a\tb\r\n  c", "a b c"),
        ("  Bamako \n", "Bamako"),
        ("Bam\u00adako", "Bamako"),
        ("\ufeffBamako", "Bamako"),
        ("ofﬁciel", "officiel"),
        ("Alge\u0301rie", "Algérie"),
        ("a\x00b\x07c", "a b c"),
        ("non\u2011aligné", "non-aligné"),
        ("\ud800x", "\ufffdx"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_copy(original: str, copy: str) -> None:
    assert normalise(original).text == copy


def test_span_leads_back_to_the_original_characters() -> None:
    text = "  L’Alge\u0301rie\u00ad,  dit"
    copy = normalise(text)
    assert copy.text == "L'Algérie, dit"
    start, end = copy.span(2, 9)
    assert text[start:end] == "Alge\u0301rie"
    start, end = copy.span(11, 14)
    assert text[start:end] == "dit"


def test_offsets_count_in_the_whole_text() -> None:
    text = "Un. Deux  trois."
    copy = normalise(text, 4, len(text))
    assert copy.text == "Deux trois."
    assert copy.span(5, 11) == (10, 16)


@given(st.text())
def test_each_character_of_the_copy_has_a_place(text: str) -> None:
    copy = normalise(text)
    assert len(copy.text) == len(copy.origins) == len(copy.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(copy.origins, copy.ends, strict=True))
    assert list(copy.origins) == sorted(copy.origins)
    assert list(copy.ends) == sorted(copy.ends)
    assert copy.text == copy.text.strip()
    assert "  " not in copy.text
    copy.text.encode("utf-8")


@given(st.text(alphabet="aé’“ \u00a0-–.«L1\u202f"))
def test_the_short_way_and_the_long_way_agree(text: str) -> None:
    short, long = normalise(text), _normalise_each(text, 0, len(text))
    assert short.text == long.text
    assert list(short.origins) == list(long.origins)
    assert list(short.ends) == list(long.ends)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"])))
def test_letters_are_kept(text: str) -> None:
    composed = unicodedata.normalize("NFKC", normalise(text).text)
    assert [c for c in composed if c.isalpha()] == [
        c
        for c in unicodedata.normalize("NFKC", "".join(normalise(c).text for c in text))
        if c.isalpha()
    ]
