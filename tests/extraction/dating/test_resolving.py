"""Each expression of time has the interval that its words say, and no other."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.dating.expressions import ANAPHORIC, ENGLISH, FRENCH, SPANISH

from influence_graph.extraction.dating.expressions import find
from influence_graph.extraction.dating.resolving import Context, resolve
from influence_graph.extraction.dating.tense import TENSES
from influence_graph.extraction.dating.vocabulary import load_vocabulary
from influence_graph.model import TimeSpan

SATURDAY = TimeSpan.parse("2024-06-15")


def read(text: str, language: str, context: Context) -> list[tuple[str, str]]:
    """Return interval and precision of each expression that may date a verb."""
    vocabulary = load_vocabulary(language)
    found: list[tuple[str, str]] = []
    for expression in find(text, vocabulary):
        if expression.rule.bare and not expression.framed:
            continue
        span = resolve(expression, context, vocabulary)
        if span is not None:
            found.append((span.iso(), span.precision))
    return found


def wanted(interval: str, precision: str) -> list[tuple[str, str]]:
    return [] if interval == "-" else [(interval, precision)]


@pytest.mark.parametrize(("words", "tense", "interval", "precision"), ENGLISH)
def test_english_expressions(words: str, tense: str, interval: str, precision: str) -> None:
    context = Context(published=SATURDAY, tense=tense)
    assert read(f"It happened {words}, they said.", "en", context) == wanted(interval, precision)


@pytest.mark.parametrize(("words", "tense", "interval", "precision"), FRENCH)
def test_french_expressions(words: str, tense: str, interval: str, precision: str) -> None:
    context = Context(published=SATURDAY, tense=tense)
    found = read(f"C'est arrivé {words}, disent-ils.", "fr", context)
    assert found == wanted(interval, precision)


@pytest.mark.parametrize(("words", "tense", "interval", "precision"), SPANISH)
def test_spanish_expressions(words: str, tense: str, interval: str, precision: str) -> None:
    context = Context(published=SATURDAY, tense=tense)
    assert read(f"Ocurrió {words}, dicen.", "es", context) == wanted(interval, precision)


@pytest.mark.parametrize(("language", "words", "told", "interval", "precision"), ANAPHORIC)
def test_expressions_counted_from_the_last_date_of_the_text(
    language: str, words: str, told: str, interval: str, precision: str
) -> None:
    context = Context(published=SATURDAY, tense="past", told=TimeSpan.parse(told))
    assert read(f", {words}, so.", language, context) == wanted(interval, precision)


@pytest.mark.parametrize(
    ("words", "frame", "interval"),
    [
        ("in May", "2019-03", "2019-05"),
        ("in March", "2020-12", "2021-03"),
        ("on 16 September", "2023-07-26", "2023-09-16"),
        ("in May", "2015", "2015-05"),
        # What would lie after the article is not meant.
        ("in August", "2024-01", "2023-08"),
    ],
)
def test_a_date_without_a_year_takes_that_of_the_paragraph(
    words: str, frame: str, interval: str
) -> None:
    context = Context(published=SATURDAY, tense="past", frame=TimeSpan.parse(frame))
    assert [found for found, _ in read(words, "en", context)] == [interval]


@pytest.mark.parametrize(
    "words",
    ["yesterday", "on Thursday", "last week", "in May", "on 9 January", "three months ago"],
)
def test_without_a_date_of_the_article_nothing_relative_is_read(words: str) -> None:
    assert read(words, "en", Context(tense="past")) == []


@pytest.mark.parametrize("words", ["on 9 January 2023", "in 2015", "since 2022", "the 1990s"])
def test_without_a_date_of_the_article_absolute_dates_are_read(words: str) -> None:
    assert len(read(words, "en", Context(tense="past"))) == 1


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        # An article dated to a month knows its month and year, but neither day nor week.
        ("on Thursday", None),
        ("yesterday", None),
        ("last week", None),
        ("last month", "2024-05"),
        ("this year", "2024"),
        ("in May", "2024-05"),
        ("on 9 January", "2024-01-09"),
    ],
)
def test_an_article_dated_to_the_month_gives_no_days(words: str, interval: str | None) -> None:
    context = Context(published=TimeSpan.parse("2024-06"), tense="past")
    assert [found for found, _ in read(words, "en", context)] == ([interval] if interval else [])


def test_what_two_readings_of_the_same_text_find_is_the_same() -> None:
    text = "On 9 January 2023 and last week, since 2015, two days later."
    context = Context(published=SATURDAY, tense="past", told=TimeSpan.parse("2023-01-09"))
    assert read(text, "en", context) == read(text, "en", context)
    assert len(read(text, "en", context)) == 4


TEXT = (
    "on in since until between and from to by the end of early mid - last next this 9 31 2015 2022 "
    "1990 s May March Monday week months years year three a few ago later , . 2024-02-30 le la du "
    "au de fin début mi janvier mai lundi depuis jusqu ' en il y a trois ans semaine dernière "
    "prochain années 9999 0001 999 centuries décennies siècle d ici jours"
)
WORDS = st.sampled_from(TEXT.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
DAYS = st.dates(date.min, date.max)


@given(TEXTS, DAYS, st.none() | DAYS, st.sampled_from(TENSES), st.sampled_from(["en", "es", "fr"]))
def test_any_text_gives_ordered_intervals_or_none(
    text: str, published: date, told: date | None, tense: str, language: str
) -> None:
    vocabulary = load_vocabulary(language)

    def one(day: date) -> TimeSpan:
        return TimeSpan(start=day, end=day, precision="day")

    context = Context(one(published), tense, one(told) if told else None)
    expressions = find(text, vocabulary)
    for earlier, later in pairwise(expressions):
        assert earlier.end <= later.start
    for expression in expressions:
        assert 0 <= expression.start < expression.end <= len(text)
        span = resolve(expression, context, vocabulary)
        if span is not None:
            assert span.start or span.end
            if span.precision == "day":
                assert span.start == span.end


def test_time_grows_with_the_text_only() -> None:
    text = "from 9 to between the end of the end of 2021-"
    vocabulary = load_vocabulary("en")
    assert len(find(text * 2_000, vocabulary)) == 2_000 * len(find(text, vocabulary))
