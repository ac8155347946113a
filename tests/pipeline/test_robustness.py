"""Any text gives claims or none, never a crash; the same bytes whatever the run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from influence_graph.extraction import load_lexicon
from influence_graph.extraction.grammar import load_grammar
from influence_graph.model import Article, Sentence, TimeSpan, Token
from influence_graph.pipeline.languages import lexicon_languages
from influence_graph.pipeline.reading import Reader, Reading

PUBLISHED = TimeSpan.parse("2024-06-15")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def is_sound(reading: Reading, reader: Reader) -> bool:
    """Tell whether each claim is grounded in the text, and what the model allows."""
    text = reading.article.text
    return reading.error is None and all(
        claim.relation in reader.relations
        and claim.subject != claim.object
        and 0 <= claim.confidence <= 1
        and claim.evidence
        and all(e.quote and text[e.start : e.end] == e.quote for e in claim.evidence)
        for claim in reading.claims
    )


# ---------------------------------------------------------------------------- any text

RIGHT_TO_LEFT = (
    "قالت الجزائر إنها تدين مالي ",
    "ישראל תקפה את סוריה ",
    "\u202eMali accused Algeria\u202c",
)
MARKS = (
    "Mali\u0301 a\u0300 accusé",
    "e\u0301\u0301\u0301\u0301",
    "Z\u0337a\u0338l\u0335g\u0336o\u0337",
    "\u200b\u200d\ufeff\u00ad\u2060",
)
EMOJI = (
    "\U0001f1eb\U0001f1f7\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f44d\U0001f3ff France backs Mali \U0001f44d\U0001f3ff",
    "\U0001f1e6",
)
SURROGATES = "\ud800", "Mali \udfff accused \ud83d France"
TABLES = (
    "| State | Ally |\n|---|---|\n| Mali | Russia |\n",
    "Mali\tRussia\t12,5\nNiger\tFrance\t-3\n",
    "1. Mali\n2. Niger\n   a) France\n",
)
CODE = (
    'def accuse(mali: str) -> None:\n    """France."""\n    print(f"{mali!r}")\n',
    "SELECT * FROM mali WHERE france = 'Russia'; -- accused",
    '{"mali": {"accuses": ["France", null]}}',
)
HTML = (
    "<p>Mali <b>accused</b> France</p><script>alert(1)</script>",
    "<<<>>>&amp;&nbsp;&#x202E;</div><!-- Mali -->",
    "<a href='x'>Mali",
)
FOREIGN = (
    "Россия обвинила Украину в атаке.",
    "俄罗斯指责乌克兰。",
    "Die Türkei kritisierte Griechenland.",
    "Rusia acusó a Ucrania.",
)
BROKEN = (
    "Mali accused",
    "Le président du, de la",
    "Mali... ...! ?? « “ ‘ ( [ { France",
    "accused accused accused by by by",
    "Mali Mali Mali, et et Alger que qui dont",
    "MALI ACCUSES FRANCE OF OF",
    "\n\n\n\r\r\x00\x0b\x0c\x85\u2028\u2029",
    "e.g. U.S. U.N. i.e. St. 3.5.1999 12:30",
)
PIECES = st.sampled_from(
    (*RIGHT_TO_LEFT, *MARKS, *EMOJI, *SURROGATES, *TABLES, *CODE, *HTML, *FOREIGN, *BROKEN)
)
PLAIN = st.sampled_from(
    (
        "Mali accused France of meddling.",
        "Bamako a pris ses distances avec Alger.",
        "The Kremlin said that Kyiv had attacked Belgorod.",
        "Selon Paris, la junte aurait rompu avec Moscou en représailles à ses propos.",
    )
)
ANY_CHARACTER = st.text(st.characters(), max_size=120)  # surrogates too


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(PIECES | PLAIN | ANY_CHARACTER, min_size=1, max_size=3).map(" ".join),
    title=st.none() | PIECES | PLAIN,
    language=st.sampled_from(["fr", "en"]),
)
def test_any_text_is_read(reader: Reader, text: str, title: str | None, language: str) -> None:
    article = Article(text=text, title=title, language=language, published=PUBLISHED)
    assert is_sound(reader.read(article), reader)


@pytest.mark.parametrize("piece", [*SURROGATES, *TABLES, *CODE, *HTML, *BROKEN, *EMOJI, *MARKS])
def test_language_of_any_text_is_looked_for(reader: Reader, piece: str) -> None:
    reading = reader.read(Article(text=piece * 5))
    assert reading.error is not None or reading.article.language in reader.languages


@pytest.mark.parametrize("piece", ["Mali ", "(", "e. ", "\u0301"])
def test_long_line_of_one_piece_is_read(reader: Reader, piece: str) -> None:
    text = piece * (3000 // len(piece))
    assert is_sound(reader.read(Article(text=text, language="en")), reader)


def test_a_megabyte_without_a_space_is_read(reader: Reader) -> None:
    assert is_sound(reader.read(Article(text="ab" * 500_000, language="fr")), reader)


# ---------------------------------------------------------------------------- any parse

NAMES = {
    language: tuple(words.split())
    for language, words in (
        ("fr", "Mali Alger France Moscou ONU Macron junte ministre russe ukrainiens Bruxelles"),
        ("en", "Mali Algiers France Moscow UN Macron junta minister Russian Ukrainians Brussels"),
        ("es", "Malí Argel Francia Moscú ONU Macron junta ministro ruso ucranianos Bruselas"),
    )
}
_RELATIONS = """root nsubj nsubj:pass obj iobj obl obl:agent obl:arg nmod nmod:poss amod appos conj
cc ccomp xcomp advcl acl acl:relcl csubj parataxis advmod mark case det aux aux:pass aux:caus cop
expl expl:pv expl:pass flat flat:name fixed compound compound:prt nummod punct dep orphan dislocated
list vocative discourse goeswith reparandum clf x :: nsubj: ROOT"""
_TAGS = "NOUN PROPN ADJ VERB AUX DET ADP PRON PUNCT NUM X CCONJ SCONJ ADV PART INTJ SYM ?"
_FEATURES = "Number Gender Person Tense Mood VerbForm Voice Definite PronType Poss Reflex"
_VALUES = """Sing Plur Masc Fem 1 3 Past Pres Fut Ind Cnd Imp Inf Part Ger Fin Pass Def Dem Rel
Yes ?"""
RELATIONS = st.sampled_from(_RELATIONS.split())
TAGS = st.sampled_from(_TAGS.split())
FEATURES = st.dictionaries(
    st.sampled_from(_FEATURES.split()), st.sampled_from(_VALUES.split()), max_size=5
)


def vocabulary(language: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the head words of the lexicon with their tags, and the words of the grammar."""
    tags = {"verb": "VERB", "noun": "NOUN", "role": "NOUN", "adj": "ADJ"}
    heads = {
        (lemma, tags[entry.kind])
        for entry in load_lexicon(language).entries
        if entry.kind in tags and not entry.having
        for lemma in entry.lemmas
    }
    small = {w for listed in load_grammar(language).sets.values() for w in listed if " " not in w}
    return sorted(heads), sorted(small)


WORDS = {language: vocabulary(language) for language in NAMES}


@st.composite
def words(draw: Any, language: str) -> tuple[str, str, str]:
    """Draw a word with a tag and a relation, mostly such as it may have."""
    heads, small = WORDS[language]
    kind = draw(st.integers(0, 9))
    if kind < 4:
        word, tag = draw(st.sampled_from(NAMES[language])), "PROPN"
        relation = draw(st.sampled_from(["nsubj", "obj", "obl", "nmod", "conj", "nmod:poss"]))
    elif kind < 7:
        word, tag = draw(st.sampled_from(heads))
        relation = draw(st.sampled_from(["root", "conj", "xcomp", "ccomp", "advcl", "acl", "obj"]))
    elif kind < 9:
        word, tag = draw(st.sampled_from(small)), draw(TAGS)
        relation = draw(st.sampled_from(["case", "mark", "aux", "det", "cc", "advmod"]))
    else:
        word = draw(st.sampled_from([",", ".", "«", "»", "?", '"', "’", "-", "2023", "x"]))
        tag, relation = "PUNCT", "punct"
    if draw(st.integers(0, 5)) == 0:
        tag = draw(TAGS)
    if draw(st.integers(0, 3)) == 0:
        relation = draw(RELATIONS)
    return word, tag, relation


@st.composite
def parses(draw: Any) -> tuple[str, str, tuple[Sentence, ...]]:
    """Draw a language, a text and valid trees with any labels over its words."""
    language = draw(st.sampled_from(sorted(NAMES)))
    text = ""
    sentences = []
    for index in range(draw(st.integers(1, 3))):
        rows = draw(st.lists(words(language), min_size=1, max_size=12))
        first = draw(st.integers(0, len(rows) - 1))
        order = [first, *draw(st.permutations([i for i in range(len(rows)) if i != first]))]
        head = {first: first}
        for place, i in enumerate(order[1:], start=1):
            # Flat trees have verbs with many arguments, deep ones long paths.
            flat = draw(st.booleans())
            head[i] = first if flat else order[draw(st.integers(0, place - 1))]
        tokens = []
        start = len(text)
        for i, (word, tag, relation) in enumerate(rows):
            tokens.append(
                Token(
                    i=i,
                    text=word,
                    start=len(text),
                    end=len(text) + len(word),
                    lemma=word.lower(),
                    upos=tag,
                    feats=draw(FEATURES),
                    head=head[i],
                    deprel=relation,
                )
            )
            text += word + " "
        sentences.append(
            Sentence(index=index, paragraph=0, start=start, end=len(text), tokens=tuple(tokens))
        )
    return language, text, tuple(sentences)


def test_every_language_is_tried() -> None:
    assert set(NAMES) == set(lexicon_languages())


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(parsed=parses())
def test_any_tree_is_read(reader: Reader, parsed: tuple[str, str, tuple[Sentence, ...]]) -> None:
    language, text, sentences = parsed
    article = Article(text=text, language=language, published=PUBLISHED)
    reading = reader.read_parsed(article, sentences)
    assert is_sound(reading, reader)
    assert reader.read_parsed(article, sentences) == reading


# ---------------------------------------------------------------------------- the same bytes

ARTICLES = {
    "a.txt": "Mali accused Algeria of meddling on Monday. It expelled two Algerian diplomats. "
    "The Kremlin, which backs the junta, praised the decision of Bamako and Niamey.",
    "b.txt": "Bamako et Niamey se sont rapprochés de Moscou. Selon Paris, la junte aurait rompu "
    "avec la France. Les deux capitales ont accusé Kiev et Alger d'ingérence.",
    "c.txt": "🇫🇷 France « backs » Ukraine; Germany, Poland and Italy sent tanks to Kyiv.",
}


def extracted(folder: Path, *, seed: str, jobs: str) -> bytes:
    """Run the command with a hash seed of its own."""
    program = "from influence_graph.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, "extract", str(folder), "--jobs", jobs, "--quiet"],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
    ).stdout


def test_bytes_depend_on_neither_hash_seed_nor_jobs(tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    output = extracted(tmp_path, seed="0", jobs="1")
    assert output == extracted(tmp_path, seed="4242", jobs="2")
    assert output.count(b"\n") == len(ARTICLES)
    assert output.count(b'"relation"') >= 5
