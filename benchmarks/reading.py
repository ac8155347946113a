"""Articles a second through extract, against the bare parse by the same spaCy pipelines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.timing import ROOT, ratio, time_call
from influence_graph.ingest import read_articles
from influence_graph.nlp import load_pipeline, parse_text
from influence_graph.pipeline import Reader

__all__ = ["run"]


def run() -> Iterator[str]:
    """Yield one line a measure; CPU seconds of one process."""
    articles = [
        replace(a, language=a.language or "en")
        for a in read_articles([ROOT / "examples" / "articles"])
    ]
    words = sum(len(a.text.split()) for a in articles)
    reader = Reader()
    for language in ("fr", "en"):  # models are loaded before the clock starts
        load_pipeline(language)
    reader.read(articles[0])
    reader.read(articles[-1])

    def bare() -> None:
        for a in articles:
            nlp = load_pipeline(a.language or "en")
            for paragraph in a.text.split("\n\n"):
                nlp(paragraph)

    def parse() -> None:
        for a in articles:
            parse_text(a.text, lang=a.language or "en", title=a.title)

    def read() -> None:
        for a in articles:
            reader.read(a)

    spacy, parsed, whole = time_call(bare), time_call(parse), time_call(read)
    rest = max(whole - parsed, 1e-9)
    sentences = sum(len(parse_text(a.text, lang=a.language or "en")) for a in articles)
    yield f"{len(articles)} articles, {words} words, {sentences} sentences"
    yield f"spaCy alone, paragraph by paragraph {spacy:6.2f} s"
    yield f"our parse                           {parsed:6.2f} s  {ratio(parsed, spacy)} of spaCy"
    yield (
        f"extract (parse, actors, claims)     {whole:6.2f} s  {ratio(whole, spacy)} of spaCy; "
        f"{len(articles) / whole:.1f} articles/s, "
        f"{words / 500 / whole:.1f} articles of 500 words/s"
    )
    yield f"without the parse                   {rest:6.2f} s  {sentences / rest:.0f} sentences/s"
