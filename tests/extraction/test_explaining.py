"""What explains a claim is kept while it is made: words, path, place, cues."""

from __future__ import annotations

import pytest
from tests.extraction.parses import article, mention, parse
from tests.extraction.reading import RELATIONS

from influence_graph.derivation import Derivation, Step
from influence_graph.extraction import RuleExtractor
from influence_graph.extraction.explaining import path_between
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.tree import Tree
from influence_graph.model import Claim, Mention, Sentence

CONTROL = """
Paris Paris PROPN 3 nsubj
might might AUX 3 aux
refuse refuse VERB 0 root VerbForm=Inf
to to PART 5 mark
receive receive VERB 3 xcomp VerbForm=Inf
the the DET 8 det
Malian Malian ADJ 8 amod
minister minister NOUN 5 obj
. . PUNCT 3 punct
"""
REPORTED = """
Mali Mali PROPN 2 nsubj
accuses accuse VERB 0 root VerbForm=Fin
Algeria Algeria PROPN 2 obj
in in ADP 5 case
2024 2024 NUM 2 obl
, , PUNCT 9 punct
according accord VERB 9 case
to to ADP 7 fixed
Rabat Rabat PROPN 2 obl
. . PUNCT 2 punct
"""


def claims(table: str, language: str, *who: tuple[int, str, str], explain: bool) -> list[Claim]:
    text, sentence = parse(table)
    mentions: list[Mention] = [mention(sentence, at, code, kind=kind) for at, code, kind in who]
    extractor = RuleExtractor(language, RELATIONS, explain=explain, least=0)
    return list(extractor.extract(article(text, language), [sentence], mentions))


def derivation(table: str, relation: str, *who: tuple[int, str, str]) -> Derivation:
    (found,) = [c for c in claims(table, "en", *who, explain=True) if c.relation == relation]
    return found.derivations[0]


def test_a_path_goes_up_to_the_common_head_and_down_again() -> None:
    _, sentence = parse(CONTROL)
    tree = Tree(sentence, load_grammar("en"))
    assert path_between(tree, 4, 0) == (
        Step("xcomp", "refuse", up=True),
        Step("nsubj", "Paris", up=False),
    )
    assert path_between(tree, 4, 4) == ()


def test_every_path_ends_at_its_word() -> None:
    _, sentence = parse(REPORTED)
    tree = Tree(sentence, load_grammar("en"))
    for start in range(len(tree)):
        for end in range(len(tree)):
            path = path_between(tree, start, end)
            assert (not path) == (start == end)
            if path:
                assert path[-1].word == tree.tokens[end].text


def test_a_step_that_the_parser_saw_otherwise_is_marked() -> None:
    _, sentence = parse(CONTROL)
    tree = Tree(sentence, load_grammar("en"))
    tree._repaired[0][7] = 2  # as if a repair had hung "minister" elsewhere
    assert [s.mended for s in path_between(tree, 4, 6)] == [True, False]


def test_words_places_and_path_of_the_actors() -> None:
    found = derivation(CONTROL, "rejects", (1, "FRA:GOV", "capital"), (7, "MLI", "demonym"))
    assert (found.head.text, found.frame) == ("refuse", "verb")
    assert found.entry.startswith("en.rejects.")
    assert (found.subject.words.text, found.subject.place) == ("Paris", "subj")
    assert found.subject.path == (Step("nsubj", "Paris", up=False),)
    assert found.object.words.text == "Malian"
    assert [s.word for s in found.object.path] == ["receive", "minister", "Malian"]


def test_the_cue_that_sets_modality_is_named_with_its_word() -> None:
    found = derivation(CONTROL, "rejects", (1, "FRA:GOV", "capital"), (7, "MLI", "demonym"))
    assert found.modality == "possible"
    (marker,) = found.markers
    assert marker.words is not None
    assert (marker.effect, marker.words.text) == ("possible", "might")
    assert (marker.words.start, marker.words.end) == (6, 11)


def test_speaker_and_date_are_named_with_their_words() -> None:
    found = derivation(
        REPORTED, "accuses", (1, "MLI", "name"), (3, "DZA", "name"), (9, "MAR:GOV", "capital")
    )
    assert found.modality == "reported"
    assert found.attribution is not None
    assert found.attribution.text == "Rabat"
    assert found.date is not None
    assert (found.date.text, found.time) == ("2024", "2024")
    assert not found.own_act


@pytest.mark.parametrize("table", [CONTROL, REPORTED])
def test_claims_are_the_same_with_and_without_explanation(table: str) -> None:
    who = ((1, "MLI", "name"), (3, "DZA", "name"), (7, "NER", "demonym"))
    plain, explained = (claims(table, "en", *who, explain=e) for e in (False, True))
    assert plain == explained
    assert [c.to_row() for c in plain] == [c.to_row() for c in explained]
    assert all(not c.derivations for c in plain)
    assert all(c.derivations for c in explained)


def test_the_confidence_is_the_product_of_the_factors() -> None:
    found = derivation(CONTROL, "rejects", (1, "FRA:GOV", "capital"), (7, "MLI", "demonym"))
    product = 1.0
    for factor in found.factors:
        assert 0 < factor.value <= 1
        product *= factor.value
    assert found.confidence == pytest.approx(product, abs=0.005)


def test_what_is_said_twice_keeps_both_derivations() -> None:
    text, sentence = parse(REPORTED)
    again = Sentence(
        index=1, paragraph=0, start=0, end=len(text), tokens=sentence.tokens
    )  # the same words once more
    mentions = [
        Mention(
            sentence=s.index, head=i, first=i, last=i, start=s.tokens[i].start,
            end=s.tokens[i].end, text=s.tokens[i].text, codes=(code,), kind="name",
        )
        for s in (sentence, again)
        for i, code in ((0, "MLI"), (2, "DZA"))
    ]  # fmt: skip
    extractor = RuleExtractor("en", RELATIONS, explain=True)
    (claim,) = extractor.extract(article(text, "en"), [sentence, again], mentions)
    assert [d.index for d in claim.derivations] == [0, 1]
