"""Generated training sentences: the grammar's notation, and what it promises of its trees."""

from __future__ import annotations

import importlib
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tool(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a module of tools/train by its name."""
    monkeypatch.syspath_prepend(str(root / "tools/train"))
    return importlib.import_module


class Words:
    """Two verbs and two nouns, one of them plural."""

    def __init__(self, tool: Any) -> None:
        self.grammar = tool("dependency_grammar")

    def draw(self, symbol: str, form: str, agreement: Any, *_: Any) -> Any:
        module = self.grammar
        if symbol == "V":
            ending = "" if agreement.number == "Plur" else "s"
            return module.Fragment([module.Node("warn" + ending, "VERB")], 0, agreement)
        if symbol == "N":
            number = form or "Sing"
            agreed = module.Agreement(number)
            return module.Fragment([module.Node(f"noun{number}", "NOUN")], 0, agreed)
        if symbol == "RARE":
            raise module.UnavailableError(symbol)
        return None

    def complete(self, node: Any, agreement: Any) -> None:
        node.feats = node.feats or agreement.number


def grammar(tool: Any, *lines: str) -> Any:
    """Make a grammar of some productions."""
    random = Random(1)  # noqa: S311  repeatable on purpose
    return tool("dependency_grammar").Grammar(lines, Words(tool), random)


def tree(fragment: Any) -> list[tuple[str, int, str]]:
    """Return forms, heads and relations."""
    return [(node.form, node.head, node.deprel) for node in fragment.nodes]


def test_items_hang_on_the_head(tool: Any) -> None:
    fragment = grammar(tool, "S: N:nsubj V:@ N:obj ./PUNCT:punct").draw("S")
    assert fragment.head == 1
    assert tree(fragment) == [
        ("nounSing", 1, "nsubj"),
        ("warns", -1, ""),
        ("nounSing", 1, "obj"),
        (".", 1, "punct"),
    ]


def test_a_phrase_keeps_its_inner_tree(tool: Any) -> None:
    fragment = grammar(tool, "S: V:@ P:obl", "P: with/ADP:case N:@").draw("S")
    assert tree(fragment) == [("warns", -1, ""), ("with", 2, "case"), ("nounSing", 0, "obl")]


def test_the_verb_agrees_with_its_subject(tool: Any) -> None:
    fragment = grammar(tool, "S: N.Plur:nsubj VP:@", "VP: V:@ N:obj").draw("S")
    assert [node.form for node in fragment.nodes] == ["nounPlur", "warn", "nounSing"]


def test_a_coordination_is_plural(tool: Any) -> None:
    fragment = grammar(tool, "S: C:nsubj V:@", "C+: N:@ AND:conj", "AND: and/CCONJ:cc N:@").draw(
        "S"
    )
    assert [node.form for node in fragment.nodes] == ["nounSing", "and", "nounSing", "warn"]


def test_a_form_is_passed_on(tool: Any) -> None:
    fragment = grammar(tool, "S: A.Plur:@", "A: N.=:@").draw("S")
    assert fragment.nodes[0].form == "nounPlur"


def test_a_word_that_is_not_there_stops_the_sentence(tool: Any) -> None:
    module = tool("dependency_grammar")
    with pytest.raises(module.UnavailableError):
        grammar(tool, "S: RARE:@").draw("S")


@pytest.mark.parametrize("line", ["S: V:nsubj", "S V", "S: V:@ N", "S: V:@ N:@"])
def test_a_production_that_cannot_be_read_is_an_error(tool: Any, line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        grammar(tool, line)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_generated_sentence_is_one_projective_tree(
    tool: Any, shared: Path, language: str
) -> None:
    treebank = list(tool("conllu").read_conllu(shared / f"treebanks/{language}_train.conllu"))
    random = Random(7)  # noqa: S311  repeatable on purpose
    crossing = 0
    for sentence in islice(tool("press").press_sentences(language, treebank, random), 300):
        heads = [word.head for word in sentence.words]
        assert sum(head == i for i, head in enumerate(heads)) == 1
        assert all(word.form and word.lemma and word.deprel for word in sentence.words)
        for i in range(len(heads)):
            seen, place = set(), i
            while heads[place] != place:
                assert place not in seen
                seen.add(place)
                place = heads[place]
            low, high = sorted((i, heads[i]))
            crossing += any(not low <= heads[k] <= high for k in range(low + 1, high))
    assert crossing == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_seed_gives_the_same_sentences(tool: Any, shared: Path, language: str) -> None:
    path = shared / f"treebanks/{language}_dev.conllu"
    treebank = list(tool("conllu").read_conllu(path))
    runs = [
        [s.text for s in islice(tool("press").press_sentences(language, treebank, Random(3)), 20)]  # noqa: S311
        for _ in range(2)
    ]
    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    ("infinitive", "form", "plural", "found"),
    [
        ("menacer", "past", False, "menaça"),
        ("engager", "imp", True, "engageaient"),
        ("rejeter", "pres", True, "rejettent"),
        ("acheter", "pres", False, "achète"),
        ("accélérer", "fut", False, "accélérera"),
        ("employer", "pres", False, "emploie"),
        ("soutenir", "past", True, "soutinrent"),
        ("prendre", "ing", False, "prenant"),
        ("élargir", "sub", True, "élargissent"),
        ("craindre", "part", False, "craint"),
    ],
)
def test_french_forms(tool: Any, infinitive: str, form: str, plural: bool, found: str) -> None:
    assert tool("french_inflection").conjugated(infinitive, form, plural=plural) == found


def test_french_contraction_and_elision(tool: Any) -> None:
    node = tool("dependency_grammar").Node
    nodes = [
        node("armée", "NOUN", head=-1),
        node("de", "ADP", head=3),
        node("le", "DET", head=3),
        node("Mali", "PROPN", head=0),
        node("de", "ADP", head=5),
        node("Alger", "PROPN", head=0),
    ]
    tool("press_french").finish_french(nodes)
    assert [n.form for n in nodes] == ["Armée", "du", "Mali", "d'", "Alger"]
    assert [n.head for n in nodes] == [-1, 2, 0, 4, 0]
