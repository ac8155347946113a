"""Confidence is a probability that every doubt lowers, by weights that are data."""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.parses import article, mention, parse
from tests.extraction.reading import RELATIONS

from influence_graph.errors import LexiconError
from influence_graph.extraction import confidence as module
from influence_graph.extraction.arguments import Argument, Arguments
from influence_graph.extraction.confidence import (
    confidence_factors,
    load_weights,
    said_again,
)
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.hits import Hit
from influence_graph.extraction.lexicon import Lexicon, parse_lexicon
from influence_graph.extraction.matching import Matcher
from influence_graph.extraction.merging import merge_claims
from influence_graph.extraction.tree import Tree
from influence_graph.model import Claim, Evidence

SENTENCE = """
Mali Mali PROPN 2 nsubj
blames blame VERB 0 root VerbForm=Fin
the the DET 4 det
army army NOUN 2 obj
of of ADP 6 case
Niger Niger PROPN 4 nmod
"""
ENTRY = 'relation = "accuses"\n[[entry]]\nid = "blame"\nverb = "blame"\nconfidence = {}'


@pytest.fixture
def tree() -> Tree:
    return Tree(parse(SENTENCE)[1], load_grammar("en"))


def hit(tree: Tree, *, entry: float = 0.8, subject: float = 0.9, far: bool = False) -> Hit:
    lexicon = Lexicon.of("en", parse_lexicon(ENTRY.format(entry), language="en", where="test"))
    mentions = [mention(tree.sentence, 1, "MLI"), mention(tree.sentence, 4, "NER")]
    arguments = Arguments(tree, mentions, lexicon)
    (found,) = Matcher(lexicon, RELATIONS, tree.grammar).hits(tree, arguments)
    x: Argument = replace(found.subject, score=subject)
    y: Argument = replace(found.object, token=5) if far else found.object
    return replace(found, subject=x, object=y)


def total(found: Hit, tree: Tree) -> float:
    return math.prod(factor.value for factor in confidence_factors(found, tree))


def test_the_product_is_the_logistic_of_the_weighted_doubts(tree: Tree) -> None:
    w = load_weights()
    odds = w.clear + w.doubt * (math.log(0.8) + math.log(0.9)) - w.step
    assert total(hit(tree, far=True), tree) == pytest.approx(1 / (1 + math.exp(-odds)))


def test_each_doubt_is_a_factor_with_its_reason(tree: Tree) -> None:
    found = replace(hit(tree, far=True), by_order=True)
    factors = confidence_factors(found, tree)
    assert [f.name for f in factors] == [
        "a clear case",
        "entry en.accuses.blame",
        "subject MLI",
        "distance",
        "parse",
    ]
    assert [f.weight for f in factors] == ["clear", "doubt", "doubt", "step", "order"]
    assert factors[3].reason == "3 steps through the tree"
    assert all(0 < f.value <= 1 for f in factors)


sure = st.floats(0.05, 1.0)


@given(entry=sure, subject=sure, lower=st.floats(0.01, 1.0))
def test_more_doubt_never_raises_the_confidence(entry: float, subject: float, lower: float) -> None:
    tree = Tree(parse(SENTENCE)[1], load_grammar("en"))
    whole = total(hit(tree, entry=entry, subject=subject), tree)
    for other in (
        hit(tree, entry=entry * lower, subject=subject),
        hit(tree, entry=entry, subject=subject * lower),
        hit(tree, entry=entry, subject=subject, far=True),
        replace(hit(tree, entry=entry, subject=subject), by_order=True),
    ):
        assert total(other, tree) <= whole + 1e-12


def test_a_second_sentence_counts_less_than_an_independent_one() -> None:
    both = said_again([0.9, 0.8])
    assert 0.9 < both < 1 - 0.1 * 0.2
    assert both == pytest.approx(1 - 0.1 * 0.2 ** load_weights().again)


@given(st.lists(st.floats(0, 0.99), min_size=1, max_size=6))
def test_what_is_said_again_is_at_least_as_sure_and_never_certain(each: list[float]) -> None:
    assert max(each) <= said_again(each) <= 0.99
    assert said_again(each) == said_again(each[::-1])


def claim(sentence: int, confidence: float) -> Claim:
    text, _ = parse(SENTENCE)
    piece = Evidence(
        article=article(text, "en").id, start=sentence, end=sentence + 1, quote="x",
        sentence=sentence,
    )  # fmt: skip
    return Claim(
        subject="MLI", relation="accuses", object="NER", evidence=(piece,), confidence=confidence
    )


def test_two_entries_in_one_sentence_are_no_second_saying() -> None:
    (once,) = merge_claims([claim(0, 0.8), replace(claim(0, 0.7), subject="MLI:GOV")], RELATIONS)
    assert (once.confidence, once.reasons) == (0.8, ())
    (twice,) = merge_claims([claim(0, 0.8), claim(1, 0.7)], RELATIONS)
    assert twice.confidence == round(said_again([0.8, 0.7]), 2) > 0.8
    assert twice.reasons == ("said in 2 sentences",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[weights]\nclear = 4\n",
        "[weights]\nclear = 4\ndoubt = -1\nstep = 0\norder = 0\nagain = 0\n",
        "[weights]\nclear = 4\ndoubt = 1\nstep = 0\norder = 0\nagain = 2\n",
        "[weights]\nclear = 'x'\ndoubt = 1\nstep = 0\norder = 0\nagain = 0\n",
    ],
)
def test_weights_that_are_none_are_an_error(
    text: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("weights") / "confidence.toml"
    path.write_text(text)
    monkeypatch.setattr(module, "resource", lambda _: path)
    with pytest.raises(LexiconError, match=r"confidence\.toml"):
        load_weights.__wrapped__()


def test_the_table_of_the_documentation_is_that_of_the_weights(root: Path) -> None:
    fitted = tomllib.loads((root / "ontology" / "confidence.toml").read_text("utf-8"))["fit"]
    page = (root / "docs" / "extraction.md").read_text("utf-8")
    table = page.split("<!-- fit:", 1)[1].split("<!-- end of fit -->", 1)[0]
    error = fitted["cross_validated_calibration_error"]
    assert f"expected calibration error {error:.3f}," in table
    assert f"| all | {fitted['claims']} |" in table
    assert error < 0.05
