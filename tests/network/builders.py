"""Small claims and graphs for the tests of the network."""

from __future__ import annotations

from datetime import date
from typing import Any

from influence_graph.model import Actor, Article, Claim, Evidence, Relation, TimeSpan

RELATIONS = {
    r.name: r
    for r in (
        Relation(
            name="supports", sign=1, intensity=4.0, labels={"en": "supports", "fr": "soutient"}
        ),
        Relation(name="consultsWith", sign=1, intensity=1.0, symmetric=True),
        Relation(name="alignsWith", sign=1, intensity=5.0, symmetric=True, family="stance"),
        Relation(name="accuses", sign=-1, intensity=-2.0),
        Relation(name="sanctions", sign=-1, intensity=-6.0),
        Relation(name="distancesFrom", sign=-1, intensity=-4.0, family="stance"),
        Relation(name="influences", sign=1, intensity=3.0, family="influence"),
        Relation(name="losesInfluenceOver", sign=-1, intensity=-3.0, family="influence"),
    )
}

ACTORS = {
    a.code: a
    for a in (
        Actor(code="MLI", kind="State", labels={"en": "Mali", "fr": "Mali"}),
        Actor(code="DZA", kind="State", labels={"en": "Algeria", "fr": "Algérie"}),
        Actor(code="FRA", kind="State", labels={"en": "France", "fr": "France"}),
        Actor(
            code="IGO:UNIFIL",
            kind="InternationalOrganization",
            labels={"en": "UNIFIL"},
            acts_for="IGO:UN",
        ),
    )
}


def article(name: str, day: str | None = None, publisher: str | None = None) -> Article:
    """Return an article that holds its own name."""
    published = TimeSpan.parse(day) if day else None
    return Article(text=name, title=name, published=published, publisher=publisher)


def claim(
    subject: str, relation: str, target: str, *, told: Article | None = None, **more: Any
) -> Claim:
    """Return a claim with one quote."""
    place = told.id if told else "0" * 16
    quote = f"{subject} {relation} {target}"
    evidence = (Evidence(article=place, start=0, end=len(quote), quote=quote),)
    if isinstance(more.get("time"), str):
        more["time"] = TimeSpan.parse(more["time"])
    return Claim(subject=subject, relation=relation, object=target, evidence=evidence, **more)


def span(start: str | None, end: str | None) -> TimeSpan:
    """Return a span between ISO days."""
    return TimeSpan(
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        precision="span",
    )
