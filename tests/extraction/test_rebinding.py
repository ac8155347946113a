"""Whose "its" is, and who "it" is, where the sense of the sentence tells."""

from __future__ import annotations

from tests.extraction.parses import mention, parse

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.lexicon import Lexicon
from influence_graph.extraction.rebinding import rebind_possessives
from influence_graph.extraction.tree import Tree
from influence_graph.model import Article
from influence_graph.pipeline.reading import Reader


def claims(text: str) -> set[str]:
    found = Reader().read(Article(text=text, language="en")).claims
    return {f"{c.subject} {c.relation} {c.object}" for c in found}


def test_whom_a_participle_accuses_is_whom_the_act_was_done_to() -> None:
    text = "Saudi Arabia and Kuwait broke off ties with Iran, accusing it of arming the Houthis."
    assert claims(text) == {
        "SAU sanctions IRN",
        "KWT sanctions IRN",
        "SAU accuses IRN",
        "KWT accuses IRN",
        "IRN aids NSAG:HOUTHIS",
    }


def test_its_in_what_describes_an_actor_is_that_actors() -> None:
    table = """
    China China PROPN 2 nsubj
    courts court VERB 0 root
    Russia Russia PROPN 2 obj
    distracted distract VERB 3 acl Tense=Past|VerbForm=Part
    by by ADP 7 case
    its its PRON 7 nmod:poss
    invasion invasion NOUN 4 obl
    """
    _, sentence = parse(table)
    mentions = [
        mention(sentence, 1, "CHN"),
        mention(sentence, 3, "RUS"),
        mention(sentence, 6, "CHN", kind="possessive"),
    ]
    tree = Tree(sentence, load_grammar("en"))
    arguments = Arguments(tree, mentions, Lexicon.of("en", ()))
    rebound = rebind_possessives(tree, arguments, (), mentions)
    assert rebound is not None
    assert [m.codes for m in rebound] == [("CHN",), ("RUS",), ("RUS",)]
