"""A small workspace made by hand, and a way to call the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result

from influence_graph import ReadingOptions, build
from influence_graph.cli import main
from influence_graph.model import Actor, Article, Attribution, Claim, Evidence, TimeSpan
from influence_graph.pipeline.ledger import LedgerEntry

Run: TypeAlias = Callable[..., Result]

ENGLISH = Article(
    text="The Malian junta took distance from Algiers because of Paris. Algeria drew closer to "
    "France. Morocco will aid Mali. Front X accuses Bamako of theft, says Rabat.",
    origin="news/mali.txt",
    title="Bamako turns away",
    publisher="Echo",
    published=TimeSpan.parse("2023-02-14"),
    language="en",
)
FRENCH = Article(
    text="Le Mali rejette l'accord d'Alger. La France pourrait soutenir le Niger.",
    origin="news/accord.md",
    title="Fin d'un accord",
    publisher="Gazette",
    published=TimeSpan.parse("2024-01-30"),
    language="fr",
)


def claim(home: Article, subject: str, relation: str, obj: str, quote: str, **more: Any) -> Claim:
    """A claim whose words stand in the article."""
    start = home.text.index(quote)
    piece = Evidence(article=home.id, start=start, end=start + len(quote), quote=quote, entry="x.y")
    more = {"confidence": 0.8, "reasons": ("made by hand",), "version": "1", **more}
    return Claim(subject=subject, relation=relation, object=obj, evidence=(piece,), **more)


CLOSER = claim(ENGLISH, "DZA", "alignsWith", "FRA", "Algeria drew closer to France")
DISTANCE = claim(
    ENGLISH,
    "MLI:MIL",
    "distancesFrom",
    "DZA:GOV",
    "The Malian junta took distance from Algiers",
    because="because of Paris",
    because_claim=CLOSER.id,
)
CLAIMS = (
    DISTANCE,
    CLOSER,
    claim(ENGLISH, "MAR", "aids", "MLI", "Morocco will aid Mali", modality="planned"),
    claim(
        ENGLISH,
        "ORG:FRONT-X",
        "accuses",
        "MLI:GOV",
        "Front X accuses Bamako of theft",
        modality="reported",
        attribution=Attribution(text="Rabat", actor="MAR:GOV"),
    ),
    claim(
        FRENCH,
        "MLI",
        "rejects",
        "DZA:GOV",
        "Le Mali rejette l'accord d'Alger",
        time=TimeSpan.parse("2024-01-25"),
    ),
    claim(FRENCH, "FRA", "supports", "NER", "La France pourrait soutenir", modality="possible"),
)
FRONT = Actor(code="ORG:FRONT-X", kind="Organization", labels={"en": "Front X"}, provisional=True)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two articles and six claims; only read it."""
    root = tmp_path_factory.mktemp("cli") / "made"
    (root / "articles").mkdir(parents=True)
    for article in (ENGLISH, FRENCH):
        entry = LedgerEntry(
            article=article,
            claims=tuple(c for c in CLAIMS if c.article == article.id),
            provisional=(FRONT,) if article is ENGLISH else (),
            signature=ReadingOptions().signature(),
        )
        (root / "articles" / entry.name).write_bytes(entry.dumps())
    build([], root)  # what is read already is not read again: no language model is needed
    return root


@pytest.fixture
def run() -> Run:
    """Call a command as a user would; what it raises is its status, never a traceback."""

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
