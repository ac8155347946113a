"""Nouns, roles, adjectives, prefixes and adverbials say relations too."""

from __future__ import annotations

from tests.extraction.reading import claims

SUPPORT = '[[entry]]\nid = "s"\nnoun = ["support"]\nY = ["for", "to"]\n'
RAPPROCHEMENT = '[[entry]]\nid = "r"\nnoun = ["rapprochement"]\nY = ["avec"]\n'
ALLY = '[[entry]]\nid = "a"\nrole = ["ally"]\n'
HOSTILE = '[[entry]]\nid = "h"\nadj = ["hostile"]\nY = ["to"]\n'
FEUD = '[[entry]]\nid = "f"\nnoun = ["feud"]\nY = ["with"]\nboth = true\n'


def test_noun_takes_its_possessor_and_its_complement() -> None:
    table = """
    Iran Iran PROPN 3 nmod:poss
    's 's PART 1 case
    support support NOUN 6 nsubj
    for for ADP 5 case
    Syria Syria PROPN 3 nmod
    grew grow VERB 0 root
    """
    assert claims(table, {1: "IRN", 5: "SYR"}, SUPPORT) == ["IRN supports SYR asserted"]


def test_possessive_determiner_stands_for_its_actor() -> None:
    table = """
    son son DET 2 det
    rapprochement rapprochement NOUN 0 root
    avec avec ADP 4 case
    Paris Paris PROPN 2 nmod
    """
    assert claims(
        table,
        {1: "DZA", 4: "FRA"},
        RAPPROCHEMENT,
        relation="alignsWith",
        language="fr",
        kinds={1: "possessive"},
    ) == ["DZA alignsWith FRA asserted"]


def test_demonym_adjective_possesses_its_noun() -> None:
    table = """
    the the DET 3 det
    Iranian Iranian ADJ 3 amod
    support support NOUN 0 root
    for for ADP 5 case
    Syria Syria PROPN 3 nmod
    """
    assert claims(table, {2: "IRN", 5: "SYR"}, SUPPORT, kinds={2: "demonym"}) == [
        "IRN supports SYR asserted"
    ]


def test_agent_of_a_participle_possesses_its_noun() -> None:
    table = """
    le le DET 2 det
    rapprochement rapprochement NOUN 0 root
    voulu vouloir VERB 2 acl Tense=Past|VerbForm=Part
    par par ADP 5 case
    Alger Alger PROPN 3 obl:agent
    avec avec ADP 7 case
    Paris Paris PROPN 2 nmod
    """
    assert claims(
        table, {5: "DZA", 7: "FRA"}, RAPPROCHEMENT, relation="alignsWith", language="fr"
    ) == ["DZA alignsWith FRA asserted"]


def test_between_links_both_actors() -> None:
    table = """
    le le DET 2 det
    rapprochement rapprochement NOUN 0 root
    entre entre ADP 4 case
    Alger Alger PROPN 2 nmod
    et et CCONJ 6 cc
    Paris Paris PROPN 4 conj
    """
    assert claims(
        table, {4: "DZA", 6: "FRA"}, RAPPROCHEMENT, relation="alignsWith", language="fr"
    ) == ["DZA alignsWith FRA asserted"]


def test_mutual_entry_is_coded_in_both_directions() -> None:
    table = """
    the the DET 2 det
    feud feud NOUN 0 root
    between between ADP 4 case
    Rwanda Rwanda PROPN 2 nmod
    and and CCONJ 6 cc
    Congo Congo PROPN 4 conj
    """
    assert claims(table, {4: "RWA", 6: "COD"}, FEUD, relation="opposes") == [
        "RWA opposes COD asserted",
        "COD opposes RWA asserted",
    ]


def test_support_verb_lends_subject_and_complement() -> None:
    table = """
    Turkey Turkey PROPN 2 nsubj
    offered offer VERB 0 root
    support support NOUN 2 obj
    to to ADP 5 case
    Qatar Qatar PROPN 2 obl
    """
    assert claims(table, {1: "TUR", 5: "QAT"}, SUPPORT) == ["TUR supports QAT asserted"]


def test_support_taken_away_is_no_support() -> None:
    table = """
    Turkey Turkey PROPN 2 nsubj
    withdrew withdraw VERB 0 root
    its its PRON 4 nmod:poss
    support support NOUN 2 obj
    for for ADP 6 case
    Qatar Qatar PROPN 4 nmod
    """
    assert claims(table, {1: "TUR", 3: "TUR", 6: "QAT"}, SUPPORT, kinds={3: "possessive"}) == []


def test_received_support_comes_from_its_owner() -> None:
    table = """
    Qatar Qatar PROPN 2 nsubj
    received receive VERB 0 root
    support support NOUN 2 obj
    from from ADP 5 case
    Turkey Turkey PROPN 3 nmod
    """
    assert claims(table, {1: "QAT", 5: "TUR"}, SUPPORT) == ["TUR supports QAT asserted"]


def test_predicate_noun_describes_its_subject() -> None:
    table = """
    Serbia Serbia PROPN 4 nsubj
    is be AUX 4 cop
    an a DET 4 det
    ally ally NOUN 0 root
    of of ADP 6 case
    Russia Russia PROPN 4 nmod
    """
    assert claims(table, {1: "SRB", 6: "RUS"}, ALLY, relation="alignsWith") == [
        "SRB alignsWith RUS asserted"
    ]


def test_apposed_noun_describes_what_it_follows() -> None:
    table = """
    Serbia Serbia PROPN 7 nsubj
    , , PUNCT 4 punct
    an a DET 4 det
    ally ally NOUN 1 appos
    of of ADP 6 case
    Russia Russia PROPN 4 nmod
    objected object VERB 0 root
    """
    assert claims(table, {1: "SRB", 6: "RUS"}, ALLY, relation="alignsWith") == [
        "SRB alignsWith RUS asserted"
    ]


def test_denied_predicate_is_denied() -> None:
    table = """
    Serbia Serbia PROPN 5 nsubj
    is be AUX 5 cop
    not not PART 5 advmod
    an a DET 5 det
    ally ally NOUN 0 root
    of of ADP 7 case
    Russia Russia PROPN 5 nmod
    """
    assert claims(table, {1: "SRB", 7: "RUS"}, ALLY, relation="alignsWith") == [
        "SRB alignsWith RUS denied"
    ]


def test_adjective_describes_its_noun_or_its_subject() -> None:
    predicate = """
    Hungary Hungary PROPN 3 nsubj
    is be AUX 3 cop
    hostile hostile ADJ 0 root
    to to ADP 5 case
    Kyiv Kyiv PROPN 3 obl
    """
    attribute = """
    Hungary Hungary PROPN 5 nsubj
    hostile hostile ADJ 1 amod
    to to ADP 4 case
    Kyiv Kyiv PROPN 2 obl
    voted vote VERB 0 root
    """
    assert claims(predicate, {1: "HUN", 5: "UKR"}, HOSTILE, relation="opposes") == [
        "HUN opposes UKR asserted"
    ]
    assert claims(attribute, {1: "HUN", 4: "UKR"}, HOSTILE, relation="opposes") == [
        "HUN opposes UKR asserted"
    ]


def test_prefix_of_a_demonym_says_toward_whom() -> None:
    table = """
    Minsk Minsk PROPN 4 nsubj
    is be AUX 4 cop
    very very ADV 4 advmod
    pro-Russian pro-Russian ADJ 0 root
    """
    entry = '[[entry]]\nid = "p"\nprefix = ["pro-"]\n'
    assert claims(
        table, {1: "BLR", 4: "RUS"}, entry, relation="alignsWith", kinds={4: "demonym"}
    ) == ["BLR alignsWith RUS asserted"]


def test_adverbial_has_the_subject_of_its_clause() -> None:
    table = """
    Bamako Bamako PROPN 2 nsubj
    combat combattre VERB 0 root
    aux à ADP 6 case
    côtés côté NOUN 3 fixed
    de de ADP 3 fixed
    Wagner Wagner PROPN 2 obl
    """
    entry = '[[entry]]\nid = "c"\nadv = ["aux côtés de"]\n'
    assert claims(
        table, {1: "MLI", 6: "NSAG:WAGNER"}, entry, relation="cooperatesWith", language="fr"
    ) == ["MLI cooperatesWith NSAG:WAGNER asserted"]


def test_allies_of_an_actor_are_not_the_actor() -> None:
    table = """
    Bamako Bamako PROPN 2 nsubj
    fears fear VERB 0 root
    France France PROPN 5 nmod:poss
    's 's PART 3 case
    allies ally NOUN 2 obj
    """
    fear = '[[entry]]\nid = "f"\nverb = ["fear"]\nY = ["obj", "obj/poss"]\n'
    assert claims(table, {1: "MLI", 3: "FRA"}, fear + ALLY, relation="distrusts") == []


def test_member_of_an_anti_coalition_is_against_it() -> None:
    table = """
    Kenya Kenya PROPN 7 nsubj
    is be AUX 7 cop
    the the DET 7 det
    anti anti ADJ 7 amod
    - - PUNCT 7 punct
    Iran Iran PROPN 7 compound
    leader leader NOUN 0 root
    """
    anti = '[[entry]]\nid = "x"\nprefix = ["anti"]\n'
    assert claims(table, {1: "KEN", 6: "IRN"}, anti, relation="opposes") == [
        "KEN opposes IRN asserted"
    ]


def test_idioms_that_use_each_other_leave_the_one_that_explains_more() -> None:
    table = """
    Iran Iran PROPN 4 nmod:poss
    's 's PART 1 case
    deepening deepen VERB 4 amod VerbForm=Ger
    tie tie NOUN 0 root
    with with ADP 6 case
    Syria Syria PROPN 4 nmod
    """
    entries = (
        '[[entry]]\nid = "v"\nverb = ["deepen"]\nwith = { subj = ["tie"] }\n'
        'X = ["subj/poss"]\nY = ["subj/with"]\n'
        '[[entry]]\nid = "n"\nnoun = ["tie"]\nwith = { mod = ["deepen"], with = ["syria"] }\n'
        'Y = ["with"]\n'
    )
    assert claims(table, {1: "IRN", 6: "SYR"}, entries, relation="alignsWith") == [
        "IRN alignsWith SYR asserted"
    ]


def test_what_two_do_to_a_third_they_do_not_do_to_each_other() -> None:
    table = """
    Rome Rome PROPN 4 nsubj
    et et CCONJ 3 cc
    Paris Paris PROPN 1 conj
    s' se PRON 4 expl:pv
    """.replace(" 4 ", " 5 ")
    table += """
    opposent opposer VERB 0 root VerbForm=Fin
    à à ADP 7 case
    Minsk Minsk PROPN 5 obl
    """
    entries = (
        '[[entry]]\nid = "a"\nverb = ["opposer"]\nreflexive = true\nY = ["avec"]\nboth = true\n'
        '[[entry]]\nid = "b"\nverb = ["opposer"]\nreflexive = true\nY = ["à"]\n'
    )
    assert claims(
        table, {1: "ITA", 3: "FRA", 7: "BLR"}, entries, relation="opposes", language="fr"
    ) == ["ITA opposes BLR asserted", "FRA opposes BLR asserted"]
