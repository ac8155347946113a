"""Text -> sentences: what holds for any text, and where sentences end in news."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from influence_graph.nlp import parse_text, parse_texts

if TYPE_CHECKING:
    from influence_graph.model import Sentence


MIXED = (
    "Le Mali L’Algérie a-t-elle refusé M. Goïta ( ) « » “ ” ! ? ... . , ; : – — - ’ 1 000 U.S. "
    "N’Djamena \n\n \n aujourd’hui ofﬁciel Alge\u0301rie \u00ad \u200b cannot don’t it's 5kﬁ kﬁ. "
    "20h30 http://a.ml a@b.ml C'est-à-dire \x00 \ud800 😀"
)


def check(text: str, sentences: tuple[Sentence, ...]) -> None:
    """Assert the rules that hold for every parse."""
    assert [s.index for s in sentences] == list(range(len(sentences)))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(text[t.start : t.end] == t.text and t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(a.paragraph <= b.paragraph for a, b in pairwise(sentences))
    for sentence in sentences:
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        assert [t.i for t in sentence.tokens] == list(range(len(sentence.tokens)))
        roots = [t for t in sentence.tokens if t.head == t.i]
        assert [t.deprel for t in roots] == ["root"]
        for token in sentence.tokens:
            seen = set()
            while token.head != token.i:
                assert token.i not in seen
                seen.add(token.i)
                token = sentence.tokens[token.head]
    missing = len("".join(text.split())) - sum(len("".join(t.text.split())) for t in tokens)
    assert missing >= 0


@given(text=st.text(max_size=300), lang=st.sampled_from(["fr", "en"]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_parses(text: str, lang: str) -> None:
    check(text, parse_text(text, lang=lang))


@given(
    words=st.lists(
        st.sampled_from(MIXED.split(" ")),
        max_size=40,
    ),
    glue=st.sampled_from(["", " ", "  ", "\u00a0"]),
    lang=st.sampled_from(["fr", "en"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_mix_of_news_text_parses(words: list[str], glue: str, lang: str) -> None:
    text = glue.join(words)
    check(text, parse_text(text, lang=lang))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\u200b"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert parse_text(text, lang="fr") == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "Bamako dit non. " * 2_500,
        "\u0301" * 20_000,
        "'" * 5_000,
        "." * 20_000,
        "(" * 9000,
    ],
    ids=["one word", "one line", "accents", "quotes", "stops", "brackets"],
)
def test_a_long_line_parses(text: str) -> None:
    check(text, parse_text(text, lang="fr"))


def test_a_line_longer_than_spacy_takes_parses() -> None:
    line = "x" * 500 + " "
    text = line * 2_100  # over nlp.max_length, which is 1,000,000 characters
    sentences = parse_text(text, lang="en")
    check(text, sentences)
    assert sum(len(s.tokens) for s in sentences) == 2_100


def test_the_same_text_gives_the_same_parse_alone_and_among_others() -> None:
    text = "Le Mali a pris ses distances avec l'Algérie. Paris s’en félicite."
    alone = parse_text(text, lang="fr")
    among = list(parse_texts([("Autre chose.", None), (text, None), ("", "Un titre")], lang="fr"))
    assert among[1] == alone
    assert parse_text(text, lang="fr") == alone


def _sentences(text: str, lang: str) -> list[str]:
    return [text[s.start : s.end] for s in parse_text(text, lang=lang)]


def test_french_abbreviations_and_initials_end_no_sentence() -> None:
    first = "M. Lavrov, Mme Colonna et le Gén. Tiani ont rencontré J. B. Sarr à l'ONU."
    second = "Rien n'a filtré."
    assert _sentences(f"{first} {second}", "fr") == [first, second]


def test_english_abbreviations_end_no_sentence() -> None:
    text = (
        "Mr. Lavrov met Gen. Tiani in St. Petersburg on Jan. 5, said the U.S. government. "
        "No deal was signed."
    )
    assert _sentences(text, "en") == [text[:80], text[81:]]


@pytest.mark.parametrize(
    "text",
    [
        "Officials warn that Russia may supply Pyongyang with rockets.",
        "China lends Senegal the money for its roads.",
        "Closer ties with Iran trouble Israel and Jordan.",
    ],
)
def test_a_name_after_a_word_without_a_mark_starts_no_sentence(text: str) -> None:
    assert len(parse_text(text, lang="en")) == 1


def test_an_abbreviation_may_end_a_sentence() -> None:
    text = "They met in the U.S. The talks failed."
    assert _sentences(text, "en") == ["They met in the U.S.", "The talks failed."]


def test_quotes_stay_with_their_sentence() -> None:
    text = "« Nous partons », a-t-il dit. « C'est fini. » Paris n'a pas réagi."
    assert _sentences(text, "fr") == [
        "« Nous partons », a-t-il dit.",
        "« C'est fini. »",
        "Paris n'a pas réagi.",
    ]
    text = "“We are leaving!” said the minister. “It is over.” Paris did not react."
    assert _sentences(text, "en") == [
        "“We are leaving!” said the minister.",
        "“It is over.”",
        "Paris did not react.",
    ]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    text = "NIAMEY, 25 septembre 2023 - La France se retire du Niger."
    assert _sentences(text, "fr") == [
        "NIAMEY, 25 septembre 2023 -",
        "La France se retire du Niger.",
    ]


def test_a_heading_needs_no_full_stop() -> None:
    text = "Une rupture attendue\n\nLe Mali a rompu avec Paris."
    assert _sentences(text, "fr") == ["Une rupture attendue", "Le Mali a rompu avec Paris."]


def test_the_title_comes_first_with_its_own_offsets() -> None:
    title, text = "Bamako rompt avec Paris", "Le Mali a rompu."
    sentences = parse_text(text, lang="fr", title=title)
    assert [s.is_title for s in sentences] == [True, False]
    assert title[sentences[0].start : sentences[0].end] == title
    assert [s.paragraph for s in sentences] == [0, 1]
    assert sentences[1].start == 0


def test_a_title_that_the_text_repeats_is_parsed_once() -> None:
    text = "Bamako rompt avec Paris\n\nLe Mali a rompu."
    sentences = parse_text(text, lang="fr", title="Bamako rompt  avec Paris")
    assert [s.is_title for s in sentences] == [False, False]


def test_tokens_of_french_news() -> None:
    text = "L’Algérie a-t-elle quitté N’Djamena aujourd’hui ?"
    (sentence,) = parse_text(text, lang="fr")
    assert [t.text for t in sentence.tokens] == [
        "L’",
        "Algérie",
        "a",
        "-t-elle",
        "quitté",
        "N’Djamena",
        "aujourd’hui",
        "?",
    ]


def test_contractions_are_one_token_with_the_lemma_of_the_preposition() -> None:
    (sentence,) = parse_text("Le chef du Mali parle aux ministres des pays voisins.", lang="fr")
    lemmas = {t.text: t.lemma for t in sentence.tokens}
    assert (lemmas["du"], lemmas["aux"], lemmas["des"]) == ("de", "à", "de")


def test_a_plain_sentence_is_analysed_rightly() -> None:
    (sentence,) = parse_text("Le Mali a expulsé l'ambassadeur de France.", lang="fr")
    words = {t.text: t for t in sentence.tokens}
    verb = words["expulsé"]
    assert (verb.deprel, verb.lemma, verb.upos) == ("root", "expulser", "VERB")
    assert (words["Mali"].deprel, words["Mali"].head) == ("nsubj", verb.i)
    assert (words["ambassadeur"].deprel, words["ambassadeur"].head) == ("obj", verb.i)
    (sentence,) = parse_text("Russia was condemned by France.", lang="en")
    words = {t.text: t for t in sentence.tokens}
    assert words["condemned"].lemma == "condemn"
    assert words["Russia"].deprel == "nsubj:pass"
    assert words["France"].deprel in {"obl:agent", "obl"}
