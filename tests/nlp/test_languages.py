"""Which language a text is in, and when it is in neither."""

from __future__ import annotations

import pytest

from influence_graph.nlp import detect_language, foreign_language

FRENCH = "Le gouvernement malien a annoncé lundi la rupture de ses relations avec l'Ukraine."
ENGLISH = "The government said on Monday that it would cut its ties with the neighbouring country."


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_french_and_english_are_told_apart(text: str, language: str) -> None:
    found, probability = detect_language(text)
    assert found == language
    assert 0.9 < probability <= 1
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bundesregierung hat am Montag beschlossen, die Zusammenarbeit zu beenden.", "de"),
        ("Правительство Мали объявило о разрыве дипломатических отношений с Украиной.", "ru"),
        ("أعلنت حكومة مالي قطع العلاقات الدبلوماسية مع أوكرانيا بأثر فوري يوم الأحد.", "ar"),
        ("El gobierno de España ha anunciado este lunes la ruptura de las relaciones.", "es"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize("text", ["", "42", "OK", "Bamako", "Kidal 2012-2013"])
def test_a_short_text_is_never_called_foreign(text: str) -> None:
    assert foreign_language(text) is None
    assert detect_language(text)[0] in {"fr", "en"}


def test_only_the_candidates_are_answered() -> None:
    german = "Die Bundesregierung hat am Montag beschlossen."
    assert detect_language(german)[0] in {"fr", "en"}
    assert detect_language(german, candidates=("de", "fr"))[0] == "de"
