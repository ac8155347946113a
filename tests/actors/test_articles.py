"""Whole ways: parsed text and the shipped gazetteer."""

from __future__ import annotations

import functools

import pytest

from influence_graph.actors import ActorResolver, Resolution, load_agents
from influence_graph.model import Article, TimeSpan
from influence_graph.nlp import parse_text
from influence_graph.rdf.gazetteer import load_actors, load_excluded_names


@functools.cache
def resolver() -> ActorResolver:
    agents = {language: load_agents(language) for language in ("fr", "en")}
    return ActorResolver(load_actors(), agents, load_excluded_names())


def read(language: str, text: str, *, published: str = "2023-02", title: str | None = None
) -> Resolution:  # fmt: skip
    article = Article(
        text=text, title=title, language=language, published=TimeSpan.parse(published)
    )
    return resolver().resolve(article, parse_text(text, lang=language, title=title))


def codes(resolution: Resolution, text: str) -> tuple[str, ...]:
    return next(m.codes for m in resolution.mentions if text in m.text)


def last(resolution: Resolution, text: str) -> tuple[str, ...]:
    return next(m.codes for m in reversed(resolution.mentions) if m.text == text)


@pytest.mark.parametrize(
    ("language", "text", "words", "code"),
    [
        ("fr", "La junte malienne a pris ses distances avec Alger.", "junte", "MLI:MIL"),
        ("fr", "Le Quai d'Orsay a réagi mardi.", "Quai d'Orsay", "FRA:GOV"),
        ("fr", "L'ambassadeur du Mali a quitté Alger.", "ambassadeur", "MLI:GOV"),
        ("fr", "Les hommes de Wagner sont arrivés à Bamako.", "hommes", "NSAG:WAGNER"),
        ("fr", "La Cédéao a levé ses sanctions contre le Niger.", "Cédéao", "IGO:ECOWAS"),
        ("fr", "La Guinée équatoriale a protesté.", "Guinée", "GNQ"),
        ("fr", "Pyongyang menace la Corée du Sud.", "Corée", "KOR"),
        ("en", "Malian officers met Russian diplomats in Bamako.", "officers", "MLI:MIL"),
        ("en", "The Kremlin's spokesman praised Niger.", "spokesman", "RUS:GOV"),
        ("en", "US Secretary of State Antony Blinken visited Niamey.", "Blinken", "USA:GOV"),
        ("en", "M23 rebels seized the town.", "rebels", "NSAG:M23"),
        ("en", "South Sudan accused Sudan of shelling its villages.", "South Sudan", "SSD"),
    ],
)
def test_who_is_named(language: str, text: str, words: str, code: str) -> None:
    assert codes(read(language, text), words) == (code,)


def test_an_article_in_french() -> None:
    text = (
        "Le Mali a rappelé son ambassadeur à Alger. La junte reproche à l'Algérie son ingérence. "
        "Elle a aussi fermé l'espace aérien du pays. Les deux voisins ne se parlent plus."
    )
    found = read("fr", text, title="Bamako rompt avec Alger")
    assert codes(found, "son ambassadeur") == ("MLI:GOV",)
    assert codes(found, "La junte") == ("MLI:MIL",)
    assert sorted(codes(found, "voisins")) == ["DZA", "MLI"]


def test_an_article_in_english() -> None:
    text = (
        "President Emmanuel Macron flew to Rabat on Monday. He met the king and praised Morocco. "
        "Algeria recalled its ambassador from Paris. The kingdom welcomed his words."
    )
    found = read("en", text, published="2024-10", title="Macron courts Morocco")
    assert last(found, "He") == ("FRA:GOV",)
    assert last(found, "its") == ("DZA",)
    assert codes(found, "kingdom") == ("MAR",)


def test_offsets_of_the_headline_count_in_the_headline() -> None:
    title = "Bamako accuse Paris"
    found = read("fr", "Le ton monte au Sahel.", title=title)
    assert [title[m.start : m.end] for m in found.mentions] == ["Bamako", "Paris"]
    assert [m.text for m in found.mentions] == ["Bamako", "Paris"]


def test_an_empty_text_names_nobody() -> None:
    assert read("fr", "") == Resolution(mentions=(), provisional=())
