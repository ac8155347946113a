"""Any text gives claims or none, never a crash; the seed article gives what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from influence_graph.model import Article, TimeSpan
from influence_graph.pipeline.reading import Reader, ReadingOptions, read_claims
from influence_graph.pipeline.scoring import evaluate


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


WORDS = """
Mali Alger France accuse a pris ses distances avec the Kremlin condemned who said that « » “ ” n't
, . ? ! : ; ( ) – l' d' qu' de du et and its leur selon according to ’ \u200b \u00ad 🇫🇷 中国 مالي
2023 9 janvier
"""
words = st.sampled_from(WORDS.split())


@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(st.text(max_size=300), st.lists(words, max_size=60).map(" ".join)),
    language=st.sampled_from(["fr", "en"]),
)
def test_any_text_is_read(reader: Reader, text: str, language: str) -> None:
    article = Article(text=text, language=language, published=TimeSpan.parse("2024"))
    reading = reader.read(article)
    assert reading.error is None
    for claim in reading.claims:
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote


def test_one_line_of_a_million_characters_is_read(reader: Reader) -> None:
    text = "Mali accused Algeria and then " * 3500
    assert reader.read(Article(text=text, language="en")).error is None


def test_language_that_has_no_model_is_an_error_of_the_article(reader: Reader) -> None:
    reading = reader.read(Article(text="Hallo Welt.", language="de", origin="a.txt"))
    assert str(reading.error) == (
        "a.txt: there is no lexicon for the language 'de'; languages that can be read: en, fr"
    )


def test_language_is_identified(reader: Reader) -> None:
    reading = reader.read(Article(text="La junte malienne a pris ses distances avec Alger."))
    assert reading.article.language == "fr"


def test_reading_again_gives_the_same(reader: Reader) -> None:
    article = Article(
        text="The Kremlin said that Kyiv had attacked Belgorod. Minsk backed Moscow.", language="en"
    )
    assert reader.read(article) == reader.read(article) == Reader().read(article)


def test_number_of_processes_changes_nothing() -> None:
    articles = [
        Article(text=f"Mali accused Algeria of meddling in {year}.", language="en")
        for year in range(2015, 2025)
    ]
    assert list(read_claims(articles, jobs=2)) == list(read_claims(articles, jobs=1))


def test_claims_below_the_threshold_are_left_out() -> None:
    article = Article(text="France condemned Russia on Monday.", language="en")
    (claim,) = Reader().read(article).claims
    options = ReadingOptions(least=min(claim.confidence + 0.01, 1.0))
    assert Reader(options).read(article).claims == ()


def test_cause_is_kept_with_the_claim(reader: Reader) -> None:
    text = "Bamako a pris ses distances avec Alger en raison de son rapprochement avec Paris."
    claims = reader.read(Article(text=text, language="fr")).claims
    by_relation = {c.relation: c for c in claims}
    distance = by_relation["distancesFrom"]
    assert distance.because == "en raison de son rapprochement avec Paris"
    assert distance.because_claim == by_relation["alignsWith"].id
    assert by_relation["alignsWith"].subject == "DZA:GOV"


def test_seed_article_gives_at_least_eight_of_its_claims(shared: Path) -> None:
    scores = evaluate(shared / "eval" / "seed_fr.jsonl")
    exact = scores.levels["relation"]
    assert exact.matched >= 8
    assert exact.found - exact.matched <= 5


@pytest.mark.parametrize("name", ["dev_fr", "dev_en"])
def test_extract_writes_what_evaluate_and_the_scheme_read(
    shared: Path, tmp_path: Path, name: str
) -> None:
    import re
    import subprocess
    import sys

    from influence_graph.pipeline import extract, report_scores, write_lines

    gold = shared / "eval" / f"{name}.jsonl"
    found = tmp_path / "found.jsonl"
    write_lines(found, (row.to_line() for row in extract([gold])))
    ids = [json.loads(line)["id"] for line in gold.read_text("utf-8").splitlines()]
    assert [json.loads(line)["id"] for line in found.read_text("utf-8").splitlines()] == ids
    done = subprocess.run(
        [sys.executable, str(shared / "eval" / "score.py"), str(gold), str(found)],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = re.compile(r"\d\.\d{3}")
    ours = report_scores(evaluate(gold, found=found))
    assert figures.findall(ours) == figures.findall(done.stdout)
    assert figures.findall(report_scores(evaluate(gold))) == figures.findall(done.stdout)
