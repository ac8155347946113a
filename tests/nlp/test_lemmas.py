"""The order in which tables, endings and the learned lemma are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from influence_graph.nlp import parse_text
from influence_graph.nlp.lemmas import LemmaTables, mood_and_tense

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def french() -> LemmaTables:
    tables = LemmaTables("fr")
    tables.set_tables(
        {
            "words": {"NOUN": {"m.": "monsieur"}, "AUX": {"suis": "être"}, "VERB": {}},
            "known": {"VERB": ["fonder", "sommer"], "NOUN": ["travail"], "ADJ": ["petit"]},
        }
    )
    return tables


def test_mood_and_tense() -> None:
    assert mood_and_tense({"VerbForm": "Inf"}) == "Inf"
    assert mood_and_tense({"VerbForm": "Fin", "Mood": "Ind", "Tense": "Imp"}) == "Ind.Imp"
    assert mood_and_tense({"VerbForm": "Part", "Tense": "Past"}) == "PastPart"
    assert mood_and_tense({}) == ".Pres"


def test_the_words_of_the_treebanks_come_first(french: LemmaTables) -> None:
    assert french.lemma("M.", "NOUN", {}, "M.") == "monsieur"
    assert french.lemma("suis", "AUX", {}, "suivre") == "être"


def test_a_conjugated_form_gives_its_infinitive(french: LemmaTables) -> None:
    assert french.lemma("craignent", "VERB", {}, "craigner") == "craindre"


def test_the_predicted_tense_chooses_between_verbs(french: LemmaTables) -> None:
    present = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
    past = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    assert french.lemma("vit", "VERB", present, "") == "vivre"
    assert french.lemma("vit", "VERB", past, "") == "voir"


def test_capitals_may_lack_their_accents(french: LemmaTables) -> None:
    assert french.lemma("Ecrivent", "VERB", {}, "Ecriver") == "écrire"


def test_an_unknown_verb_goes_like_the_first_group(french: LemmaTables) -> None:
    assert french.lemma("désescaladent", "VERB", {}, "désescalad") == "désescalader"


def test_known_words_decide_between_endings(french: LemmaTables) -> None:
    assert french.lemma("travaux", "NOUN", {"Number": "Plur"}, "traval") == "travail"


def test_acronyms_and_names_stay(french: LemmaTables) -> None:
    assert french.lemma("CEDEAO", "PROPN", {}, "cedeao") == "CEDEAO"
    assert french.lemma("ONG", "NOUN", {}, "ong") == "ONG"


def test_tables_survive_the_disk(french: LemmaTables, tmp_path: Path) -> None:
    french.to_disk(tmp_path)
    again = LemmaTables("fr").from_disk(tmp_path)
    assert again.to_bytes() == french.to_bytes()
    again.to_disk(tmp_path / "second")
    assert (tmp_path / "second/tables.json").read_bytes() == (tmp_path / "tables.json").read_bytes()


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Les militaires craignent une ingérence.", "craignent", "craindre"),
        ("Bamako soutint la proposition.", "soutint", "soutenir"),
        ("Alger a rompu avec Rabat.", "rompu", "rompre"),
        ("Les deux pays renouvellent leur accord.", "renouvellent", "renouveler"),
    ],
)
def test_lemmas_of_verbs_in_french_news(sentence: str, word: str, lemma: str) -> None:
    (parsed,) = parse_text(sentence, lang="fr")
    assert {t.text: t.lemma for t in parsed.tokens}[word] == lemma


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Mali severed ties with Ukraine.", "severed", "sever"),
        ("The junta accused France of spying.", "accused", "accuse"),
        ("Russia withdrew its troops.", "withdrew", "withdraw"),
        ("The two countries have become allies.", "allies", "ally"),
        ("Egypt squared off against Ethiopia.", "squared", "square"),
        ("Syrians rebelled against the government.", "rebelled", "rebel"),
        ("Kenya quarrelled with Somalia.", "quarrelled", "quarrel"),
        ("Vienna dissociated itself from Budapest.", "dissociated", "dissociate"),
        ("Prague leaned towards Moscow.", "leaned", "lean"),
        ("Russia is the closest ally of Belarus.", "closest", "close"),
    ],
)
def test_lemmas_in_english_news(sentence: str, word: str, lemma: str) -> None:
    (parsed,) = parse_text(sentence, lang="en")
    assert {t.text: t.lemma for t in parsed.tokens}[word] == lemma
