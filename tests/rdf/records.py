"""Small records with a text that fits them, and strategies for any records."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from influence_graph.model import (
    MODALITIES,
    Actor,
    Article,
    Attribution,
    Claim,
    Evidence,
    Precision,
    Review,
    TimeSpan,
)
from influence_graph.rdf.ontology import load_relations

TEXT = (
    "The Malian junta has distanced itself from Algiers because of Algiers' rapprochement with "
    "Paris. Rabat may recognise the government. Moscow will send instructors to Niamey. "
    "Accra did not threaten Lomé."
)
ARTICLE = Article(
    text=TEXT,
    origin="letter.txt",
    title="Bamako cools towards Algiers",
    publisher="Example Letter",
    published=TimeSpan.parse("2023-02-15"),
    language="en",
)
STATES = {
    code: Actor(code=code, kind="State", labels={"en": name})
    for code, name in (
        ("DZA", "Algeria"),
        ("FRA", "France"),
        ("GHA", "Ghana"),
        ("MAR", "Morocco"),
        ("MLI", "Mali"),
        ("NER", "Niger"),
        ("RUS", "Russia"),
        ("TGO", "Togo"),
    )
}


def evidence(quote: str, article: Article = ARTICLE) -> Evidence:
    """The first place where the article has these words."""
    start = article.text.index(quote)
    return Evidence(article=article.id, start=start, end=start + len(quote), quote=quote)


def claim(
    subject: str, relation: str, obj: str, quote: str, article: Article = ARTICLE, **more: Any
) -> Claim:
    """A claim with one piece of evidence."""
    return Claim(
        subject=subject,
        relation=relation,
        object=obj,
        evidence=(evidence(quote, article),),
        version="1.0",
        **more,
    )


DISTANCE = claim(
    "MLI:MIL",
    "distancesFrom",
    "DZA",
    "The Malian junta has distanced itself from Algiers",
    confidence=0.86,
    because="because of Algiers' rapprochement with Paris",
)
CLAIMS = (
    DISTANCE,
    claim("DZA", "alignsWith", "FRA", "Algiers' rapprochement with Paris"),
    claim("MAR", "supports", "MLI:GOV", "Rabat may recognise the government", modality="possible"),
    claim("RUS", "aids", "NER", "Moscow will send instructors to Niamey", modality="planned"),
    claim("GHA", "threatens", "TGO", "Accra did not threaten Lomé", modality="denied"),
)

# A busy machine must not make a test fail.
PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What RDF can hold: any text without lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CODES = st.sampled_from(
    ["MLI", "MLI:MIL", "DZA:GOV", "FRA", "IGO:ECOWAS", "NSAG:JNIM", "ORG:MAK", "PERSON:ÉLIE <X>"]
)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    """Any time span, open or closed."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return TimeSpan(
        start=draw(st.sampled_from([first, None])),
        end=draw(st.sampled_from([last, None])),
        precision=draw(st.sampled_from(get_args(Precision))),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article with a text of at least one character."""
    maybe = st.none() | TEXTS
    return Article(
        text=draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)),
        origin=draw(TEXTS),
        key=draw(maybe),
        title=draw(maybe),
        author=draw(maybe),
        publisher=draw(maybe),
        url=draw(maybe),
        published=draw(st.none() | spans() | DAYS.map(lambda d: TimeSpan.parse(d.isoformat()[:7]))),
        language=draw(st.sampled_from([None, "fr", "en", "not a language"])),
    )


@st.composite
def claims_of(draw: st.DrawFn, article: Article) -> Claim:
    """Any claim whose evidence lies in the article."""
    subject, obj = draw(st.tuples(CODES, CODES).filter(lambda pair: pair[0] != pair[1]))
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(article.text) - 1))
        end = draw(st.integers(start + 1, len(article.text)))
        pieces.append(
            Evidence(
                article=article.id,
                start=start,
                end=end,
                quote=article.text[start:end],
                sentence=draw(st.integers(0, 50)),
                subject_text=draw(TEXTS),
                object_text=draw(TEXTS),
                entry=draw(TEXTS),
            )
        )
    return Claim(
        subject=subject,
        relation=draw(st.sampled_from([relation.name for relation in load_relations()])),
        object=obj,
        evidence=tuple(pieces),
        modality=draw(st.sampled_from(MODALITIES)),
        attribution=draw(st.none() | st.builds(Attribution, text=TEXTS, actor=st.none() | CODES)),
        time=draw(st.none() | spans()),
        because=draw(st.none() | TEXTS),
        because_claim=draw(st.none() | st.sampled_from(["0123456789abcdef"])),
        confidence=draw(st.integers(0, 10_000)) / 10_000,
        reasons=tuple(draw(st.lists(TEXTS, max_size=3))),
        extractor=draw(st.sampled_from(["rules", "llm", "Über/Modell #1"])),
        version=draw(st.sampled_from(["", "0.1.0", "2 beta"])),
        review=draw(st.sampled_from(get_args(Review))),
    )


@st.composite
def editions(draw: st.DrawFn) -> tuple[Article, tuple[Claim, ...]]:
    """An article with up to four claims that differ in their ids."""
    article = draw(articles())
    found = draw(st.lists(claims_of(article), max_size=4, unique_by=lambda claim: claim.id))
    return article, tuple(sorted(found, key=lambda claim: claim.id))
