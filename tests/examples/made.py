"""Claims made by hand, small enough to derive every answer on paper."""

from __future__ import annotations

from typing import Any

from influence_graph.model import Actor, Article, Claim, Evidence, TimeSpan
from influence_graph.rdf.store import Store

STATES = {
    code: Actor(code=code, kind="State", labels={"en": name})
    for code, name in (
        ("DZA", "Algeria"),
        ("FRA", "France"),
        ("MAR", "Morocco"),
        ("MLI", "Mali"),
        ("NER", "Niger"),
        ("RUS", "Russia"),
    )
}


def article(text: str, title: str, day: str, language: str = "en") -> Article:
    """An article with a title that tells it from the others."""
    return Article(
        text=text, origin=title, title=title, published=TimeSpan.parse(day), language=language
    )


def claim(home: Article, subject: str, relation: str, obj: str, quote: str, **more: Any) -> Claim:
    """A claim whose words stand in the article."""
    start = home.text.index(quote)
    piece = Evidence(article=home.id, start=start, end=start + len(quote), quote=quote)
    return Claim(subject=subject, relation=relation, object=obj, evidence=(piece,), **more)


FIRST = article(
    "Bamako expels the French envoy. France will leave Mali. The junta takes distance from "
    "Algiers. Moscow arms Mali. Algiers accuses Rabat. Rabat rejects the charge.",
    "First",
    "2022-02-10",
)
SECOND = article(
    "Les Français ont quitté le Mali. La Russie aide le Mali. Le Mali rejette la médiation "
    "d'Alger. L'Algérie a perdu son influence à Bamako. Alger ne menace pas le Mali.",
    "Second",
    "2023-03-20",
    "fr",
)
CLAIMS = (
    claim(FIRST, "MLI:GOV", "sanctions", "FRA:GOV", "Bamako expels the French envoy"),
    claim(FIRST, "FRA", "retreatsFrom", "MLI", "France will leave Mali", modality="planned"),
    claim(FIRST, "MLI:MIL", "distancesFrom", "DZA:GOV", "The junta takes distance from Algiers"),
    claim(FIRST, "RUS:GOV", "aids", "MLI", "Moscow arms Mali"),
    claim(FIRST, "DZA:GOV", "accuses", "MAR:GOV", "Algiers accuses Rabat"),
    claim(FIRST, "MAR:GOV", "rejects", "DZA:GOV", "Rabat rejects the charge"),
    claim(FIRST, "NER", "accuses", "DZA", "Algiers", review="rejected"),
    claim(SECOND, "FRA:MIL", "retreatsFrom", "MLI", "Les Français ont quitté le Mali"),
    claim(SECOND, "RUS", "aids", "MLI", "La Russie aide le Mali"),
    claim(
        SECOND,
        "MLI",
        "rejects",
        "DZA:GOV",
        "Le Mali rejette la médiation d'Alger",
        time=TimeSpan.parse("2023-01-09"),
    ),
    claim(SECOND, "DZA", "losesInfluenceOver", "MLI:GOV", "L'Algérie a perdu son influence"),
    claim(SECOND, "DZA", "threatens", "MLI", "Alger ne menace pas le Mali", modality="denied"),
)


def made_store() -> Store:
    """A store of both articles."""
    store = Store.memory()
    for home in (FIRST, SECOND):
        store.replace_article(home, [c for c in CLAIMS if c.article == home.id], STATES)
    return store
