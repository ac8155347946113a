"""Paragraphs, wrapped lines, datelines, and very long paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.nlp.segments import LONGEST_SEGMENT, dateline, paragraphs, segments


def _texts(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in paragraphs(text)]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert _texts("Un titre\n\nLe texte.\n \nLa fin.") == ["Un titre", "Le texte.", "La fin."]


def test_a_single_line_end_ends_a_paragraph_of_unwrapped_text() -> None:
    long = (
        "Le gouvernement a annoncé lundi qu'il retirait son ambassadeur de la capitale voisine, "
        * 2
    )
    assert _texts(f"Un intertitre\n{long}\nUn autre") == ["Un intertitre", long.strip(), "Un autre"]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The government said on Monday that it would withdraw its\n"
        "ambassador from the neighbouring capital after a dispute over\n"
        "the border that has lasted for years.\n"
        "\n"
        "No date was given."
    )
    assert len(paragraphs(wrapped)) == 2


def test_short_lines_are_not_wrapped_text() -> None:
    assert _texts("Bamako\nNiamey\nOuagadougou") == ["Bamako", "Niamey", "Ouagadougou"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("NIAMEY, 25 septembre 2023 - La France se retire.", "NIAMEY, 25 septembre 2023 - "),
        ("NIAMEY, 25 septembre 2023 (AFP) – La France", "NIAMEY, 25 septembre 2023 (AFP) – "),
        ("PARIS (Reuters) — Two officials", "PARIS (Reuters) — "),
        ("WASHINGTON, Sept 5 (Reuters) - The", "WASHINGTON, Sept 5 (Reuters) - "),
        ("Bamako, le 9 janvier 2023 – Le Mali", "Bamako, le 9 janvier 2023 – "),
        ("NEW YORK - UN chief", "NEW YORK - "),
        ("L'Algérie - qui s'y oppose - refuse.", ""),
        ("Le Mali – et lui seul – refuse.", ""),
        ("Le président (UMP) a dit non.", ""),
        ("The U.S. - China rivalry", ""),
    ],
)
def test_dateline(text: str, line: str) -> None:
    assert text[: dateline(text, 0, len(text))] == line


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "Le Mali refuse de venir. " * 1000
    pieces = [text[s.start : s.end] for s in segments(text)]
    assert all(len(piece) <= LONGEST_SEGMENT for piece in pieces)
    assert all(piece.rstrip().endswith("venir.") for piece in pieces)
    assert {s.paragraph for s in segments(text)} == {0}


@given(st.text(alphabet=st.sampled_from("aZ .\n\r\u2028-(,1é")))
def test_segments_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    last, kept = 0, []
    for segment in segments(text):
        assert last <= segment.start < segment.end <= len(text)
        last = segment.end
        kept.append(text[segment.start : segment.end])
    assert "".join("".join(kept).split()) == "".join(text.split())
