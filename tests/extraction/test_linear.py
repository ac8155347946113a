"""The reading by the order of the words: what it ties, what it leaves, what it never breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.parses import article, mention, parse

from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.linear import LinearReading, read_linearly
from influence_graph.extraction.rules import RuleExtractor
from influence_graph.model import Sentence, Token
from influence_graph.rdf.ontology import load_relations

REBELS = """
Chadian   Chadian  ADJ   2  amod
rebels    rebel    NOUN  0  root
killed    kill     VERB  2  acl      Tense=Past|VerbForm=Part
four      four     NUM   5  nummod
soldiers  soldier  NOUN  2  conj
.         .        PUNCT 2  punct
"""


def read(table: str, *actors: int, language: str = "en") -> tuple[LinearReading | None, Sentence]:
    """Read a hand-made parse; `actors` are the words (from 1) that name somebody."""
    _, sentence = parse(table)
    mentions = [mention(sentence, k, f"ORG:{k}") for k in actors]
    return read_linearly(sentence, mentions, load_grammar(language)), sentence


def ties(table: str, *actors: int, language: str = "en") -> set[str]:
    """Return ``word relation head`` for subjects, objects and complements of trusted verbs."""
    reading, _ = read(table, *actors, language=language)
    if reading is None:
        return set()
    tokens = reading.sentence.tokens
    return {
        f"{t.text} {t.deprel} {tokens[t.head].text}"
        for t in tokens
        if t.head in reading.verbs and t.deprel not in ("dep", "punct", "root")
    }


def test_a_participle_between_two_noun_groups_is_the_verb_of_its_clause() -> None:
    """ "Rebels killed four soldiers", read as rebels that were killed and four soldiers."""
    assert ties(REBELS, 2, 5) == {"rebels nsubj killed", "soldiers obj killed"}


def test_a_participle_with_an_agent_is_passive_and_no_verb_of_the_clause() -> None:
    """ "Rebels armed by France fled" says nothing that the rebels did to France."""
    found = ties(
        """
        rebels  rebel   NOUN  4  nsubj
        armed   arm     VERB  1  acl    Tense=Past|VerbForm=Part
        by      by      ADP   4  case
        France  France  PROPN 2  obl
        fled    flee    VERB  0  root   Tense=Past|VerbForm=Fin|Mood=Ind
        """,
        1,
        4,
    )
    assert not any(tie.endswith(" armed") for tie in found)


def test_dates_between_subject_and_verb_are_stepped_over() -> None:
    """ "Israel on Friday reopened a crossing"."""
    found = ties(
        """
        Israel    Israel   PROPN 0  root
        on        on       ADP   3  case
        Friday    Friday   PROPN 1  nmod
        reopened  reopen   VERB  6  amod   Tense=Past|VerbForm=Part
        a         a        DET   6  det
        crossing  crossing NOUN  1  nmod
        """,
        1,
    )
    assert {"Israel nsubj reopened", "crossing obj reopened"} <= found


def test_the_last_of_a_list_is_no_subject_of_its_own() -> None:
    """In "trips to Laos, Peru and Chile helped", it is not Peru and Chile that helped."""
    found = ties(
        """
        trips   trip   NOUN  9  nsubj
        to      to     ADP   3  case
        Laos    Laos   PROPN 1  nmod
        ,       ,      PUNCT 5  punct
        Peru    Peru   PROPN 3  conj
        and     and    CCONJ 7  cc
        Chile   Chile  PROPN 3  conj
        helped  help   VERB  0  root   Tense=Past|VerbForm=Fin|Mood=Ind
        Cuba    Cuba   PROPN 8  obj
        """,
        3,
        5,
        7,
        9,
    )
    assert not any("nsubj" in tie for tie in found)


def test_an_infinitive_shares_the_subject_and_has_its_own_object() -> None:
    """ "Iran threatened to cut supplies to Peru", with *to* read as a preposition."""
    found = ties(
        """
        Iran        Iran      PROPN 2  nsubj
        threatened  threaten  VERB  0  root   Tense=Past|VerbForm=Fin|Mood=Ind
        to          to        PART  5  case
        cut         cut       VERB  5  amod   VerbForm=Inf
        supplies    supply    NOUN  2  obl
        to          to        ADP   7  case
        Peru        Peru      PROPN 5  nmod
        """,
        1,
        7,
    )
    assert found == {
        "Iran nsubj threatened",
        "cut xcomp threatened",
        "to mark cut",
        "supplies obj cut",
    }


def test_a_noun_group_before_a_second_verb_is_its_subject_not_the_object_of_the_first() -> None:
    """ "Sudan said Chad attacked it"."""
    found = ties(
        """
        Sudan     Sudan   PROPN 2  nsubj
        said      say     VERB  0  root   Tense=Past|VerbForm=Fin|Mood=Ind
        Chad      Chad    PROPN 2  obj
        attacked  attack  VERB  3  acl    Tense=Past|VerbForm=Fin|Mood=Ind
        it        it      PRON  4  obj
        """,
        1,
        3,
        5,
    )
    assert {"Chad nsubj attacked", "attacked ccomp said", "it obj attacked"} <= found
    assert "Chad obj said" not in found


def test_two_peoples_share_one_noun() -> None:
    """ "Thai and Lao troops shelled a town": one group with two adjectives."""
    found = ties(
        """
        Thai     Thai   ADJ   0  root
        and      and    CCONJ 3  cc
        Lao      Lao    ADJ   1  conj
        troops   troop  NOUN  1  flat
        shelled  shell  VERB  4  acl    Tense=Past|VerbForm=Part
        a        a      DET   7  det
        town     town   NOUN  1  conj
        """,
        4,
    )
    assert {"troops nsubj shelled", "town obj shelled"} <= found


def test_a_verb_of_beginning_takes_the_form_in_ing() -> None:
    """ "has begun airlifting food", read as food that airlifts."""
    found = ties(
        """
        Oman        Oman     PROPN 3  nsubj
        has         have     AUX   3  aux    VerbForm=Fin
        begun       begin    VERB  0  root   Tense=Past|VerbForm=Part
        airlifting  airlift  VERB  5  amod   VerbForm=Ger
        food        food     NOUN  3  obj
        to          to       ADP   7  case
        Yemen       Yemen    PROPN 5  nmod
        """,
        1,
        7,
    )
    assert {"airlifting xcomp begun", "food obj airlifting"} <= found


def test_it_reads_french_with_the_function_words_of_french() -> None:
    """ "Le Tchad a expulsé vendredi un diplomate", with the object hung on the date."""
    found = ties(
        """
        Le         le         DET   2  det
        Tchad      Tchad      PROPN 0  root
        a          avoir      AUX   4  aux    Tense=Pres|VerbForm=Fin
        expulsé    expulser   VERB  2  acl    Tense=Past|VerbForm=Part
        vendredi   vendredi   NOUN  4  obl
        un         un         DET   7  det
        diplomate  diplomate  NOUN  5  nmod
        """,
        2,
        language="fr",
    )
    assert {"Tchad nsubj expulsé", "diplomate obj expulsé", "a aux expulsé"} <= found


def test_a_group_of_unknown_kind_leaves_the_sentence_unread() -> None:
    """An interjection, a symbol: the order of the words is not that of a plain clause."""
    assert not ties(REBELS.replace("four      four     NUM ", "oh        oh       INTJ"), 2, 5)


def test_a_claim_read_by_order_says_so_and_is_less_sure() -> None:
    """The parse gives nothing; the order gives the claim, less sure than a parse would."""
    text, sentence = parse(REBELS)
    mentions = [
        mention(sentence, 2, "NSAG:TCD-REBELS", kind="agent"),
        mention(sentence, 5, "FRA:MIL", kind="agent"),
    ]
    extractor = RuleExtractor("en", {r.name: r for r in load_relations()})
    (claim,) = extractor.extract(article(text, "en"), [sentence], mentions)
    assert (claim.subject, claim.relation, claim.object) == (
        "NSAG:TCD-REBELS",
        "assaults",
        "FRA:MIL",
    )
    (doubt,) = [r for r in claim.reasons if r.endswith("(read by the order of the words)")]
    assert doubt < "parse: 0.99"


_PARTS = ("NOUN", "PROPN", "VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "ADJ", "DET")
_WORDS = ("to", "by", "of", "that", "who", "and", ",", "Mali", "has", "attacked", "ties", "off")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_WORDS),
            st.sampled_from(_PARTS),
            st.integers(0, 11),
            st.sampled_from(("nsubj", "obj", "amod", "case", "conj", "nmod:poss", "root")),
            st.sampled_from(("Fin", "Part", "Inf", "Ger")),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_parse_the_reading_is_a_tree_of_the_same_words(
    rows: list[tuple[str, str, int, str, str]],
) -> None:
    """Each word reaches the root, and only heads and relations change."""
    tokens = tuple(
        Token(
            i=i,
            text=word,
            start=3 * i,
            end=3 * i + 2,
            lemma=word,
            upos=upos,
            head=head % len(rows),
            deprel=rel,
            feats={"VerbForm": form} if upos == "VERB" else {},
        )
        for i, (word, upos, head, rel, form) in enumerate(rows)
    )
    sentence = Sentence(index=0, paragraph=0, start=0, end=99, tokens=tokens)
    reading = read_linearly(sentence, (), load_grammar("en"))
    if reading is None:
        return
    read_tokens = reading.sentence.tokens
    assert [(t.text, t.upos, t.lemma) for t in read_tokens] == [
        (t.text, t.upos, t.lemma) for t in tokens
    ]
    for token in read_tokens:
        k = token.i
        for _ in read_tokens:
            k = read_tokens[k].head
        assert read_tokens[k].head == k
    assert all(read_tokens[v].upos == "VERB" for v in reading.verbs)
