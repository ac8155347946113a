"""A word is the verb of its form where nothing else can stand."""

from __future__ import annotations

from tests.extraction.parses import parse

from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.tree import Tree


def french(table: str, *verbs: str) -> Tree:
    return Tree(parse(table)[1], load_grammar("fr").with_verbs(verbs))


def test_noun_between_a_name_and_an_article_is_a_verb_of_that_form() -> None:
    table = """
    Turquie Turquie PROPN 0 root
    finance finance NOUN 1 nmod
    les le DET 4 det
    rebelles rebelle NOUN 2 nmod
    """
    tree = french(table, "financer")
    assert (tree.upos(1), tree.lemma[1]) == ("VERB", "financer")
    assert [(tree.head[k], tree.rel[k]) for k in (0, 1, 3)] == [
        (1, "nsubj"),
        (1, "root"),
        (1, "obj"),
    ]


def test_noun_stays_a_noun_where_no_such_verb_is_known() -> None:
    table = """
    Turquie Turquie PROPN 0 root
    finance finance NOUN 1 nmod
    les le DET 4 det
    rebelles rebelle NOUN 2 nmod
    """
    assert french(table, "armer").upos(1) == "NOUN"


def test_adjective_with_an_auxiliary_is_a_participle() -> None:
    table = """
    Paris Paris PROPN 3 nsubj
    a avoir AUX 3 aux:tense
    privé privé ADJ 0 root
    Niamey Niamey PROPN 3 obj
    """
    tree = french(table, "priver")
    assert (tree.upos(2), tree.lemma[2], tree.feat(2, "VerbForm")) == ("VERB", "priver", "Part")
