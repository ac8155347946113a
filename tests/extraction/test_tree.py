"""What the tree mends of a parse, each rule on a hand-made slip."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.parses import parse
from tests.extraction.reading import claims

from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.tree import Tree

PRAISE = '[[entry]]\nid = "praise"\nverb = ["praise"]\n'


def test_an_indirect_object_alone_is_the_object() -> None:
    """ "Cuba praised Peru" has no second object."""
    found = claims(
        """
        Cuba     Cuba    PROPN 2  nsubj
        praised  praise  VERB  0  root   Tense=Past|VerbForm=Fin
        Peru     Peru    PROPN 2  iobj
        """,
        {1: "CUB", 3: "PER"},
        PRAISE,
    )
    assert found == ["CUB supports PER asserted"]


def test_an_object_read_as_a_date_is_the_object() -> None:
    """ "arrested five Poles", unlike "arrived five days"."""
    table = """
    arrested  arrest   VERB  0  root
    five      five     NUM   3  nummod
    {0}       {1}      NOUN  1  obl:unmarked
    """
    relations = []
    for word, lemma in (("Poles", "Pole"), ("days", "day")):
        _, sentence = parse(table.format(word, lemma))
        relations.append(Tree(sentence, load_grammar("en")).rel[2])
    assert relations == ["obj", "obl:unmarked"]


def test_a_receiver_beside_an_object_stays_one() -> None:
    """In "gave Peru tanks" Peru is no object."""
    _, sentence = parse(
        """
        gave   give  VERB  0  root
        Peru   Peru  PROPN 1  iobj
        tanks  tank  NOUN  1  obj
        """
    )
    assert Tree(sentence, load_grammar("en")).rel[1] == "iobj"


def test_a_particle_is_no_preposition_of_the_object() -> None:
    """ "wrote off debts": *off* belongs to the verb."""
    _, sentence = parse(
        """
        wrote  write VERB  0  root
        off    off   ADP   3  case
        debts  debt  NOUN  1  obj
        """
    )
    tree = Tree(sentence, load_grammar("en"))
    assert (tree.head[1], tree.rel[1], tree.case[2]) == (0, "compound:prt", "")


def test_an_infinitive_read_as_an_attribute_is_freed() -> None:
    """ "threatened to cut gas supplies": what is threatened is to cut, not supplies."""
    _, sentence = parse(
        """
        threatened  threaten VERB  0  root   Tense=Past|VerbForm=Fin
        to          to       PART  5  case
        cut         cut      VERB  5  amod   VerbForm=Inf
        gas         gas      NOUN  5  compound
        supplies    supply   NOUN  1  obl
        """
    )
    tree = Tree(sentence, load_grammar("en"))
    assert (tree.head[2], tree.rel[2]) == (0, "xcomp")
    assert (tree.head[4], tree.rel[4]) == (2, "obj")
    assert (tree.head[1], tree.rel[1]) == (2, "mark")


def test_the_agent_of_a_passive_hung_on_its_complement_is_lifted() -> None:
    """ "was shot dead by guards": the guards shot."""
    found = claims(
        """
        Peru    Peru   PROPN 3  nsubj:pass
        was     be     AUX   3  aux:pass   VerbForm=Fin
        hailed  praise VERB  0  root       Tense=Past|VerbForm=Part
        afresh  afresh ADV   3  advmod
        by      by     ADP   6  case
        Cuba    Cuba   PROPN 4  obl:agent
        """,
        {1: "PER", 6: "CUB"},
        PRAISE,
    )
    assert found == ["CUB supports PER asserted"]


def test_a_name_that_begins_like_a_prefix_has_none() -> None:
    """ "Programme" is not in favour of a "gramme"; "proaméricain" has the prefix."""
    entry = '[[entry]]\nid = "pro"\nprefix = ["pro"]\n'
    table = """
    Programme Programme PROPN 2  nsubj
    fed       feed      VERB  0  root   Tense=Past|VerbForm=Fin
    Peru      Peru      PROPN 1  nmod
    """
    assert claims(table, {1: "IGO:UN", 3: "PER"}, entry) == []


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3), st.integers(0, 3), st.sampled_from([None, "obj", "nsubj:pass"])
        )
    )
)
def test_children_and_relations_follow_every_change(
    changes: list[tuple[int, int, str | None]],
) -> None:
    _, sentence = parse(
        """
        guards  guard  NOUN  2  nsubj
        shot    shoot  VERB  0  root
        the     the    DET   4  det
        envoy   envoy  NOUN  2  obj
        """
    )
    tree = Tree(sentence, load_grammar("en"))
    for token, head, relation in changes:
        tree.hang(token, head, relation)
    for i in range(4):
        assert tree.children(i) == [k for k in range(4) if tree.head[k] == i and k != i]
        assert tree.base(i) == tree.rel[i].split(":")[0]


def test_a_repair_does_not_disturb_children_that_are_being_read() -> None:
    _, sentence = parse(
        """
        guards  guard  NOUN  2  nsubj
        shot    shoot  VERB  0  root
        envoys  envoy  NOUN  2  obj
        """
    )
    tree = Tree(sentence, load_grammar("en"))
    read = tree.kids[1]
    tree.hang(0, 2)
    assert read == [0, 2]
    assert tree.kids[1] == [2]
