"""Slips that parsers of news make again and again are mended before matching."""

from __future__ import annotations

from tests.extraction.parses import parse
from tests.extraction.reading import Actors, claims

from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.tree import Tree

DENY = '[[entry]]\nid = "d"\nverb = ["deny"]\nY = ["obj/poss"]\n'
STRIKE = '[[entry]]\nid = "s"\nverb = ["launch"]\nwith = { obj = ["strike"] }\nY = ["on"]\n'
SANCTION = '[[entry]]\nid = "i"\nverb = ["impose"]\nwith = { obj = ["sanction"] }\nY = ["on"]\n'
TIES = '[[entry]]\nid = "n"\nverb = ["normalise"]\nwith = { obj = ["tie"] }\nY = ["with"]\n'
SUPPORT = '[[entry]]\nid = "a"\nverb = ["praise"]\n'
THREAT = (
    '[[entry]]\nid = "t"\nnoun = ["threat"]\nwith = { clause = ["attack"] }\nY = ["clause.obj"]\n'
)
SOUR = (
    '[[entry]]\nid = "r"\nverb = ["sour"]\nwith = { subj = ["relation"] }\n'
    'X = ["subj/between"]\nY = ["subj/between"]\nboth = true\n'
)


def tree(table: str) -> Tree:
    return Tree(parse(table)[1], load_grammar("en"))


def test_attribute_with_a_subject_is_a_verb() -> None:
    table = """
    Rwanda Rwanda PROPN 2 nsubj
    denied deny VERB 4 amod Tense=Past|VerbForm=Part
    Ugandan Ugandan ADJ 4 amod
    allegations allegation NOUN 0 root
    """
    mended = tree(table)
    assert (mended.rel[1], mended.head[3], mended.rel[3]) == ("root", 1, "obj")
    assert claims(table, {1: "RWA", 3: "UGA"}, DENY, relation="rejects", kinds={3: "demonym"}) == [
        "RWA rejects UGA asserted"
    ]


def test_adverb_after_and_shows_that_an_attribute_is_a_second_verb() -> None:
    table = """
    ECOWAS ECOWAS PROPN 2 nsubj
    sent send VERB 0 root Tense=Past|VerbForm=Fin
    an a DET 4 det
    ultimatum ultimatum NOUN 2 obj
    and and CCONJ 8 cc
    later later ADV 7 advmod
    imposed impose VERB 8 amod Tense=Past|VerbForm=Part
    sanctions sanction NOUN 4 conj
    on on ADP 10 case
    Niger Niger PROPN 8 nmod
    """
    assert claims(table, {1: "IGO:ECOWAS", 10: "NER"}, SANCTION, relation="sanctions") == [
        "IGO:ECOWAS sanctions NER asserted"
    ]


def test_newly_imposed_stays_an_attribute() -> None:
    table = """
    ECOWAS ECOWAS PROPN 2 nsubj
    discussed discuss VERB 0 root Tense=Past|VerbForm=Fin
    arrests arrest NOUN 2 obj
    and and CCONJ 7 cc
    newly newly ADV 6 advmod
    imposed impose VERB 7 amod Tense=Past|VerbForm=Part
    sanctions sanction NOUN 3 conj
    on on ADP 9 case
    Niger Niger PROPN 7 nmod
    """
    assert claims(table, {1: "IGO:ECOWAS", 9: "NER"}, SANCTION, relation="sanctions") == []


def test_list_without_and_is_no_list() -> None:
    table = """
    Morocco Morocco PROPN 0 root
    , , PUNCT 4 punct
    a a DET 4 det
    kingdom kingdom NOUN 1 appos
    , , PUNCT 7 punct
    normalised normalise VERB 7 amod Tense=Past|VerbForm=Part
    ties tie NOUN 1 conj
    with with ADP 9 case
    Israel Israel PROPN 7 nmod
    """
    assert claims(table, {1: "MAR", 9: "ISR"}, TIES, relation="agreesWith") == [
        "MAR agreesWith ISR asserted"
    ]


def test_two_modifiers_share_their_noun() -> None:
    table = """
    Chad Chad PROPN 2 nsubj
    launched launch VERB 0 root Tense=Past|VerbForm=Fin
    air air NOUN 2 obj
    and and CCONJ 6 cc
    drone drone NOUN 6 compound
    strikes strike NOUN 3 conj
    on on ADP 8 case
    Sudan Sudan PROPN 3 nmod
    """
    assert claims(table, {1: "TCD", 8: "SDN"}, STRIKE, relation="assaults") == [
        "TCD assaults SDN asserted"
    ]


def test_name_between_names_of_a_list_is_no_apposition() -> None:
    table = """
    France France PROPN 6 nsubj
    , , PUNCT 3 punct
    Spain Spain PROPN 1 appos
    and and CCONJ 5 cc
    Italy Italy PROPN 1 conj
    praised praise VERB 0 root Tense=Past|VerbForm=Fin
    Malta Malta PROPN 6 obj
    """
    assert claims(table, {1: "FRA", 3: "ESP", 5: "ITA", 7: "MLT"}, SUPPORT) == [
        "FRA supports MLT asserted",
        "ESP supports MLT asserted",
        "ITA supports MLT asserted",
    ]


def test_infinitive_after_a_threat_is_its_content() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    repeated repeat VERB 0 root Tense=Past|VerbForm=Fin
    its its PRON 4 nmod:poss
    threats threat NOUN 2 obj
    to to PART 6 mark
    attack attack VERB 2 advcl VerbForm=Inf
    Israel Israel PROPN 6 obj
    """
    actors: Actors = {1: "IRN", 3: "IRN", 7: "ISR"}
    assert claims(table, actors, THREAT, relation="threatens", kinds={3: "possessive"}) == [
        "IRN threatens ISR asserted"
    ]
    attack = '[[entry]]\nid = "a"\nverb = ["attack"]\n'
    assert claims(table, actors, attack, relation="assaults", kinds={3: "possessive"}) == []


def test_between_links_two_names_though_the_second_is_read_as_subject() -> None:
    table = """
    Relations relation NOUN 0 root
    between between ADP 3 case
    Chad Chad PROPN 1 nmod
    and and CCONJ 6 cc
    Sudan Sudan PROPN 6 nsubj
    soured sour VERB 1 conj Tense=Past|VerbForm=Fin
    """
    assert claims(table, {3: "TCD", 5: "SDN"}, SOUR, relation="distancesFrom") == [
        "TCD distancesFrom SDN asserted",
        "SDN distancesFrom TCD asserted",
    ]


def test_reproach_hangs_on_the_verb_that_reproaches() -> None:
    table = """
    Sudan Sudan PROPN 2 nsubj
    accused accuse VERB 0 root Tense=Past|VerbForm=Fin
    Kenya Kenya PROPN 2 obj
    of of SCONJ 5 mark
    praising praise VERB 3 acl VerbForm=Ger
    Uganda Uganda PROPN 5 obj
    """
    assert claims(table, {1: "SDN", 3: "KEN", 6: "UGA"}, SUPPORT) == ["KEN supports UGA reported"]


def test_after_before_a_clause_is_no_preposition() -> None:
    table = """
    Chad Chad PROPN 2 nsubj
    protested protest VERB 0 root Tense=Past|VerbForm=Fin
    after after ADP 4 case
    Kenya Kenya PROPN 2 obl
    praised praise VERB 2 advcl Tense=Past|VerbForm=Fin
    Uganda Uganda PROPN 5 obj
    """
    assert claims(table, {1: "TCD", 4: "KEN", 6: "UGA"}, SUPPORT) == ["KEN supports UGA asserted"]


def test_sentence_has_a_verb_if_only_a_participle() -> None:
    table = """
    Norway Norway PROPN 4 compound
    praised praise VERB 4 amod Tense=Past|VerbForm=Part
    Danish Danish ADJ 4 amod
    fishermen fisherman NOUN 0 root
    . . PUNCT 4 punct
    """
    assert claims(table, {1: "NOR", 3: "DNK"}, SUPPORT, kinds={3: "demonym"}) == [
        "NOR supports DNK asserted"
    ]


def test_infinitive_after_a_decision_is_what_is_decided() -> None:
    table = """
    Hungary Hungary PROPN 2 nsubj
    noted note VERB 0 root Tense=Past|VerbForm=Fin
    Ukraine Ukraine PROPN 5 nmod:poss
    's 's PART 3 case
    decision decision NOUN 2 obj
    to to PART 7 mark
    praise praise VERB 2 advcl VerbForm=Inf
    Moldova Moldova PROPN 7 obj
    """
    assert claims(table, {1: "HUN", 3: "UKR", 8: "MDA"}, SUPPORT) == ["UKR supports MDA asserted"]


def test_subjects_freed_from_a_phrase_before_them_are_freed_together() -> None:
    table = """
    With with ADP 2 case
    Qatar Qatar PROPN 7 nsubj
    , , PUNCT 4 punct
    Chad Chad PROPN 2 conj
    and and CCONJ 6 cc
    Niger Niger PROPN 2 conj
    praised praise VERB 0 root Tense=Past|VerbForm=Fin
    Malta Malta PROPN 7 obj
    """
    assert claims(table, {2: "QAT", 4: "TCD", 6: "NER", 8: "MLT"}, SUPPORT) == [
        "TCD supports MLT asserted",
        "NER supports MLT asserted",
    ]


DENIES_ARMING = """
Oman Oman PROPN 2 nsubj
{verb} VERB 0 root Tense=Pres|VerbForm=Fin
{between}
arming arm VERB 2 advcl VerbForm=Ger
Iran Iran PROPN {arming} obj
"""


def test_gerund_right_after_a_verb_that_takes_one_is_governed_by_it() -> None:
    entry = '[[entry]]\nid = "m"\nverb = ["arm"]\n'
    denies = DENIES_ARMING.format(verb="denies deny", between="", arming=3)
    talks = DENIES_ARMING.format(verb="talks talk", between="", arming=3)
    apart = DENIES_ARMING.format(verb="denies deny", between=", , PUNCT 4 punct", arming=4)
    assert claims(denies, {1: "OMN", 4: "IRN"}, entry, relation="aids") == ["OMN aids IRN denied"]
    assert claims(talks, {1: "OMN", 4: "IRN"}, entry, relation="aids") == ["OMN aids IRN asserted"]
    assert claims(apart, {1: "OMN", 5: "IRN"}, entry, relation="aids") == ["OMN aids IRN asserted"]
