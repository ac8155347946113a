"""The report says in plain words what a graph says, and quotes it."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx as nx
import pytest

from influence_graph.errors import ExportError
from influence_graph.exports import report, write_report
from influence_graph.exports.phrases import PHRASES
from influence_graph.metrics import measure
from influence_graph.network import dyads

from .builders import ClaimGraph, claims, hostile


def _told(graph: ClaimGraph, *languages: str) -> str:
    chosen = languages or ("en",)
    found = measure(graph, resamples=3)
    return report(graph, found, dyads(graph), languages=chosen)


def _many(signs: str, relation: str = "supports") -> ClaimGraph:
    """Return a graph of one dyad with an event a month, + or -."""
    graph: ClaimGraph = nx.MultiDiGraph()
    graph.add_node("A", label="Alpha")
    graph.add_node("B", label="Beta")
    for number, sign in enumerate(signs):
        day = f"{2020 + number // 12}-{number % 12 + 1:02d}-15"
        graph.add_edge(
            "A", "B", key=f"c{number:02d}", relation=relation, sign=1 if sign == "+" else -1,
            valence=0.5 if sign == "+" else -0.5, weight=1.0, quote=f"words {number}", start=day,
            end=day, modality="asserted", article=f"a{number}",
        )  # fmt: skip
    return graph


def test_an_empty_graph_says_that_there_is_nothing_to_say() -> None:
    assert PHRASES["en"]["empty"] in _told(nx.MultiDiGraph())


def test_both_languages_have_the_same_sentences() -> None:
    assert PHRASES["en"].keys() == PHRASES["fr"].keys()
    for name, sentence in PHRASES["en"].items():
        fields = re.findall(r"{(\w+)}", sentence)
        assert sorted(fields) == sorted(re.findall(r"{(\w+)}", PHRASES["fr"][name])), name


def test_every_section_is_there_in_both_languages() -> None:
    text = _told(claims(), "en", "fr")
    for language in ("en", "fr"):
        for name in ("influence", "blocs", "ties", "shifts", "contested", "limits"):
            assert f"## {PHRASES[language][name]}\n" in text


def test_the_strongest_tie_has_its_quote_and_its_source() -> None:
    text = _told(claims())
    assert "**Mali → Algeria** (−0.64; 2 events, 1 article)" in text
    assert (
        "*rejects*: “a refusal” ([News](<https://example.org/a>), Gazette, February 2023)" in text
    )


def test_a_move_that_an_article_names_is_listed() -> None:
    text = _told(claims())
    assert "- Mali → Algeria, *distances itself from*: “the junta has taken its distance”" in text


def test_a_shift_has_its_numbers_and_a_quote_from_each_side() -> None:
    text = _told(_many("+++++++++---------"))
    assert "**Alpha – Beta**: 9 cooperative of 9 until 15 September 2020, then 0 of 9 from" in text
    assert "before — Alpha → Beta, *supports*: “words 8”" in text
    assert "after — Alpha → Beta, *supports*: “words 9”" in text


def test_events_a_year_are_told_without_a_verdict() -> None:
    text = _told(_many("+++++++++++---"))
    assert "- Alpha – Beta: 2020 +11 −1, 2021 +0 −2" in text
    assert PHRASES["en"]["years"] not in _told(_many("+++"))


def test_few_events_are_too_few_to_say() -> None:
    text = _told(_many("++--"))
    assert PHRASES["en"]["shifts_none"] in text
    assert "Too few events to say for 1 pair, such as Alpha – Beta (4)." in text
    assert "No two actors have 5 events with each other" in text


def test_numbers_of_few_events_are_marked() -> None:
    graph = _many("++--")
    text = report(graph, measure(graph, min_events=1, resamples=0), dyads(graph), languages=["en"])
    assert "| Alpha – Beta (few events, no finding) |" in text
    assert "(few events, no finding)" in text.split(PHRASES["en"]["blocs"])[0]


def test_a_contested_link_quotes_both_sides() -> None:
    text = _told(_many("++--")).split(PHRASES["en"]["contested"])[1]
    assert "**Alpha → Beta**: +1.00 against −1.00." in text
    assert "words" in text


def test_a_denied_claim_is_listed_as_denied_and_makes_no_tie() -> None:
    graph = claims()
    for *_, data in graph.edges(data=True):
        data |= {"modality": "denied", "weight": 0.0, "valence": 0.0}
    text = _told(graph)
    assert "Denied:" in text
    assert text.count(PHRASES["en"]["none"]) == 2


def test_what_an_article_says_of_influence_is_quoted() -> None:
    graph = claims()
    graph.edges["MLI", "DZA", "c1"]["family"] = "influence"
    assert "What articles say of influence themselves:\n- Mali → Algeria" in _told(graph)


def test_hostile_text_stays_text() -> None:
    text = _told(hostile(), "en", "fr")
    assert "<script" not in text
    assert "javascript:b)" not in text.replace(r"\[a\](javascript:b)", "")
    assert "](<" not in text
    assert "\r" not in text
    # The row of a table cannot be broken out of.
    assert not re.search(r"(?<!\\)\|\*", text)


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match="en, fr"):
        _told(claims(), "de")


def test_the_report_is_written_as_utf_8() -> None:
    graph: Any = claims()
    stream = io.BytesIO()
    write_report(graph, measure(graph, resamples=0), dyads(graph), stream, languages=["fr"])
    assert "Ce que les données ne peuvent pas dire" in stream.getvalue().decode()
