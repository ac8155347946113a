"""A claim has the date that is said of its own verb or noun, and never one of another's.

Whole sentences through the whole reader, in an article of Saturday, 15 June 2024.
"""

from __future__ import annotations

import pytest

from influence_graph.model import Article, TimeSpan, roll_up
from influence_graph.pipeline.reading import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def dates(
    reader: Reader, text: str, language: str, published: str | None = "2024-06-15"
) -> dict[str, str]:
    """Return ``SUBJECT relation OBJECT`` to ``interval precision`` for each claim of a text."""
    article = Article(
        text=text,
        language=language,
        published=TimeSpan.parse(published) if published else None,
    )
    return {
        f"{roll_up(c.subject)} {c.relation} {roll_up(c.object)}": (
            f"{c.time.iso()} {c.time.precision}" if c.time else "none"
        )
        for c in reader.read(article).claims
    }


ENGLISH = [
    # The verb's own date, wherever it stands.
    (
        "On 9 January Mali recalled its ambassador from Algeria.",
        "MLI sanctions DZA",
        "2024-01-09 day",
    ),
    (
        "Mali on Thursday recalled its ambassador from Algeria.",
        "MLI sanctions DZA",
        "2024-06-13 day",
    ),
    (
        "Mali recalled its ambassador from Algeria last week.",
        "MLI sanctions DZA",
        "2024-06-03/2024-06-09 week",
    ),
    (
        "Mali will recall its ambassador from Algeria on Monday.",
        "MLI sanctions DZA",
        "2024-06-17 day",
    ),
    ("Algeria has supported Mali since 2015.", "DZA supports MLI", "2015-01-01/.. span"),
    # Of several the nearest.
    (
        "In 2019 Russia praised Mali, and on 9 January 2023 it condemned France.",
        "RUS accuses FRA",
        "2023-01-09 day",
    ),
    (
        "In 2019 Russia praised Mali, and on 9 January 2023 it condemned France.",
        "RUS supports MLI",
        "2019 year",
    ),
    # One that opens the sentence holds for coordinated verbs.
    (
        "On 9 January Mali condemned France and praised Russia.",
        "MLI supports RUS",
        "2024-01-09 day",
    ),
    # One that follows the first verb does not.
    (
        "Mali condemned France on 9 January and praised Russia.",
        "MLI supports RUS",
        "../2024-06-15 tense",
    ),
    # In a name, a year tells of the thing alone.
    ("Mali rejected the 2015 agreement with Algeria.", "MLI rejects DZA", "../2024-06-15 tense"),
    # What is said and when it is said are two things.
    (
        "Mali said on Monday that Algeria had attacked Niger.",
        "DZA assaults NER",
        "../2024-06-15 tense",
    ),
    # The date of a talk is not that of what is talked about.
    (
        "On Monday Mali discussed the rapprochement between Russia and Niger.",
        "RUS alignsWith NER",
        "none",
    ),
    # A date in a relative clause stays there.
    (
        "Algeria, which condemned France in 2021, recalled its ambassador from Russia.",
        "DZA accuses FRA",
        "2021 year",
    ),
    (
        "Algeria, which condemned France in 2021, recalled its ambassador from Russia.",
        "DZA sanctions RUS",
        "../2024-06-15 tense",
    ),
    # "Monday, when" dates both clauses.
    (
        "Talks stopped in March 2021, when Mali condemned France.",
        "MLI accuses FRA",
        "2021-03 month",
    ),
    # The tense alone.
    ("Mali condemned France.", "MLI accuses FRA", "../2024-06-15 tense"),
    ("Mali accuses France of espionage.", "MLI accuses FRA", "2024-06-15/2024-06-15 tense"),
    ("Mali will condemn France.", "MLI accuses FRA", "2024-06-15/.. tense"),
]

FRENCH = [
    (
        "Le 9 janvier, le Mali a rappelé son ambassadeur en Algérie.",
        "MLI sanctions DZA",
        "2024-01-09 day",
    ),
    ("Le Mali a condamné jeudi la France.", "MLI accuses FRA", "2024-06-13 day"),
    (
        "Le Mali a rompu la semaine dernière ses relations avec l'Algérie.",
        "MLI sanctions DZA",
        "2024-06-03/2024-06-09 week",
    ),
    ("Depuis 2015, l'Algérie soutient le Mali.", "DZA supports MLI", "2015-01-01/.. span"),
    (
        "Emmanuel Macron a effectué du 25 au 27 août 2022 une visite en Algérie.",
        "FRA consultsWith DZA",
        "2022-08-25/2022-08-27 span",
    ),
    (
        "Le 9 janvier, le Mali a condamné la France et accusé la Russie.",
        "MLI accuses RUS",
        "2024-01-09 day",
    ),
    (
        "Le Mali a mis fin à l'accord de 2015 avec l'Algérie.",
        "MLI rejects DZA",
        "../2024-06-15 tense",
    ),
    (
        "Le Mali a déclaré lundi que l'Algérie avait attaqué le Niger.",
        "DZA assaults NER",
        "../2024-06-15 tense",
    ),
    (
        "La junte malienne au pouvoir depuis 2020 a condamné la France.",
        "MLI accuses FRA",
        "../2024-06-15 tense",
    ),
    (
        "L'Algérie, qui a condamné la France en 2021, a salué la Russie.",
        "DZA supports RUS",
        "../2024-06-15 tense",
    ),
    (
        "L'accord signé en 2018 entre le Mali et la France a vécu.",
        "MLI agreesWith FRA",
        "2018 year",
    ),
    ("Le Mali condamnera la France.", "MLI accuses FRA", "2024-06-15/.. tense"),
    ("Le Mali voulait rencontrer la France.", "MLI consultsWith FRA", "none"),
]


@pytest.mark.parametrize(("text", "claim", "when"), ENGLISH)
def test_english_sentences(reader: Reader, text: str, claim: str, when: str) -> None:
    assert dates(reader, text, "en").get(claim) == when


@pytest.mark.parametrize(("text", "claim", "when"), FRENCH)
def test_french_sentences(reader: Reader, text: str, claim: str, when: str) -> None:
    assert dates(reader, text, "fr").get(claim) == when


def test_the_next_day_is_counted_from_the_sentence_before(reader: Reader) -> None:
    text = "L'Algérie a condamné la France le 2 octobre 2021. Le lendemain, elle a salué la Russie."
    assert dates(reader, text, "fr")["DZA supports RUS"] == "2021-10-03 day"


def test_the_next_day_after_no_day_is_no_date(reader: Reader) -> None:
    text = "L'Algérie a condamné la France. Le lendemain, elle a salué la Russie."
    assert dates(reader, text, "fr")["DZA supports RUS"] == "../2024-06-15 tense"


def test_a_paragraph_about_another_year_keeps_its_year(reader: Reader) -> None:
    text = "In March 2019 Mali condemned France. In May Algeria accused Russia."
    assert dates(reader, text, "en")["DZA accuses RUS"] == "2019-05 month"


def test_a_year_in_another_paragraph_counts_for_nothing(reader: Reader) -> None:
    text = "In March 2019 Mali condemned France.\n\nIn May Algeria accused Russia."
    assert dates(reader, text, "en")["DZA accuses RUS"] == "2024-05 month"


@pytest.mark.parametrize("published", ["2024-01", None])
def test_a_dateline_tells_the_day_that_the_metadata_lack(
    reader: Reader, published: str | None
) -> None:
    text = "BAMAKO, 18 January 2024 — Mali condemned France on Tuesday."
    assert dates(reader, text, "en", published)["MLI accuses FRA"] == "2024-01-16 day"


def test_a_dateline_of_another_month_is_none(reader: Reader) -> None:
    text = "BAMAKO, 18 January 2021 — Mali condemned France on Tuesday."
    assert dates(reader, text, "en", "2024-01")["MLI accuses FRA"] == "../2024-01-31 tense"


def test_without_date_of_the_article_tense_tells_nothing(reader: Reader) -> None:
    assert dates(reader, "Mali condemned France.", "en", None)["MLI accuses FRA"] == "none"


def test_told_twice_the_date_that_the_text_names_is_kept(reader: Reader) -> None:
    text = "Mali condemned France. On 9 January Mali condemned France."
    assert dates(reader, text, "en")["MLI accuses FRA"] == "2024-01-09 day"
