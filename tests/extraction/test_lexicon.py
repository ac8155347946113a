"""Every entry of the lexicon does what it says."""

from __future__ import annotations

import pytest

from influence_graph.errors import LexiconError
from influence_graph.extraction.lexicon import Lexicon, load_lexicon, parse_lexicon
from influence_graph.model import Article, TimeSpan, roll_up
from influence_graph.pipeline.languages import readable_languages
from influence_graph.pipeline.reading import Reader
from influence_graph.rdf.ontology import load_relations


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def found(reader: Reader, text: str, language: str) -> set[tuple[str, str, str, str]]:
    article = Article(text=text, language=language, published=TimeSpan.parse("2024-06-15"))
    claims = set()
    for claim in reader.read(article).claims:
        ends = (roll_up(claim.subject), roll_up(claim.object))
        claims.add((ends[0], claim.relation, ends[1], str(claim.modality)))
        if reader.relations[claim.relation].symmetric:
            claims.add((ends[1], claim.relation, ends[0], str(claim.modality)))
    return claims


@pytest.mark.parametrize("language", readable_languages())
@pytest.mark.parametrize("relation", [r.name for r in load_relations()])
def test_every_example_is_found(reader: Reader, language: str, relation: str) -> None:
    wrong = []
    for entry in load_lexicon(language).entries:
        if entry.relation != relation:
            continue
        for example in entry.examples:
            wanted = (example.subject, example.relation, example.object, example.modality)
            if wanted not in found(reader, example.text, language):
                wrong.append(f"{entry.id}: {example.text}")
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ethiopia summoned the ambassador of Sweden.", "sanctions"),
        ("Pakistan claimed that India broke the ceasefire.", "requestsOf"),
        ("Rwanda promised its support to Mozambique.", "agreesWith"),
        ("The Houthis ousted the government from the capital of Yemen.", "losesInfluenceOver"),
        ("Japan and Canada have spoken against the attack.", "consultsWith"),
        ("Malaysia will send a peace mission to Myanmar.", "aids"),
    ],
)
def test_what_looks_like_a_relation_is_not_one(reader: Reader, text: str, relation: str) -> None:
    assert [claim for claim in found(reader, text, "en") if claim[1] == relation] == []


@pytest.mark.parametrize("language", readable_languages())
def test_every_entry_has_an_example(language: str) -> None:
    entries = load_lexicon(language).entries
    assert [e.id for e in entries if not (e.examples or e.missed)] == []
    assert {e.relation for e in entries} == {r.name for r in load_relations()}


@pytest.mark.parametrize("language", readable_languages())
def test_lexicon_has_the_words_of_the_press(language: str) -> None:
    assert load_lexicon(language).size >= 1500


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('id = "a"\nverb = ["x"]\ncolour = "red"', "unknown keys ['colour']"),
        ('verb = ["x"]', "no id"),
        ('id = "a"', "needs exactly one of"),
        ('id = "a"\nverb = ["x"]\nnoun = ["y"]', "needs exactly one of"),
        ('id = "a"\nverb = "x"\nmodality = "perhaps"', "unknown modality 'perhaps'"),
        ('id = "a"\nverb = ["x"]\nconfidence = 2', "confidence must lie in 0 to 1"),
        ('id = "a"\nverb = ["x"]\nrequire_Y = ["planet"]', "unknown kinds ['planet']"),
        ('id = "a"\nverb = ["x"]\nexamples = [["only text"]]', "an example is [sentence, claim]"),
        ('id = "a"\nverb = ["x"]\nexamples = [["t", "A B"]]', "SUBJECT relation OBJECT"),
        ('id = "a"\nverb = [1]', "expected a list of words"),
    ],
)
def test_wrong_entry_is_named_with_its_file(entry: str, says: str) -> None:
    with pytest.raises(LexiconError) as error:
        parse_lexicon(f'relation = "aids"\n[[entry]]\n{entry}', language="en", where="aids.toml")
    assert str(error.value).startswith("aids.toml")
    assert says in str(error.value)


def test_same_id_twice_is_refused() -> None:
    twice = '[[entry]]\nid = "a"\nverb = ["x"]\n' * 2
    with pytest.raises(LexiconError, match=r"two entries have the id en\.aids\.a"):
        parse_lexicon(f'relation = "aids"\n{twice}', language="en", where="aids.toml")


def test_only_idioms_whose_words_are_in_the_sentence_fit() -> None:
    text = """
relation = "supports"
[[entry]]
id = "plain"
verb = ["lend"]
[[entry]]
id = "hand"
verb = ["lend"]
with = { obj = ["hand"] }
[[entry]]
id = "envoy"
verb = ["lend"]
with = { obj = ["@person"] }
"""
    lexicon = Lexicon.of("en", parse_lexicon(text, language="en", where="test"))

    def fitting(*words: str) -> list[str]:
        return [e.id.rsplit(".")[-1] for e in lexicon.fitting("verb", "lend", frozenset(words))]

    assert fitting("lend", "hand") == ["plain", "hand", "envoy"]
    assert fitting("lend", "money") == ["plain", "envoy"]
