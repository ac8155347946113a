"""An entry is written once, for the plain active sentence; grammar does the rest."""

from __future__ import annotations

from tests.extraction.reading import Actors, claims

ACCUSE = '[[entry]]\nid = "a"\nverb = ["accuse"]\n'
ACCUSER = '[[entry]]\nid = "a"\nverb = ["accuser"]\n'
DISTANCE = (
    '[[entry]]\nid = "d"\nverb = ["prendre"]\nwith = { obj = ["distance"] }\n'
    'Y = ["avec", "à l\'égard de"]\n'
)
DEAL = '[[entry]]\nid = "s"\nverb = ["sign"]\nwith = { obj = ["deal"] }\nY = ["with"]\n'


def test_active_verb_takes_subject_and_object() -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    accused accuse VERB 0 root
    Algeria Algeria PROPN 2 obj
    """
    assert claims(table, {1: "MLI", 3: "DZA"}, ACCUSE, relation="accuses") == [
        "MLI accuses DZA asserted"
    ]


def test_passive_with_agent_turns_round() -> None:
    table = """
    France France PROPN 3 nsubj:pass
    was be AUX 3 aux:pass
    accused accuse VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
    by by ADP 5 case
    Russia Russia PROPN 3 obl
    """
    assert claims(table, {1: "FRA", 5: "RUS"}, ACCUSE, relation="accuses") == [
        "RUS accuses FRA asserted"
    ]


def test_passive_without_agent_says_nothing() -> None:
    table = """
    France France PROPN 3 nsubj:pass
    was be AUX 3 aux:pass
    accused accuse VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
    """
    assert claims(table, {1: "FRA"}, ACCUSE, relation="accuses") == []


def test_participle_after_its_noun_is_passive() -> None:
    table = """
    Chad Chad PROPN 6 nsubj
    , , PUNCT 3 punct
    accused accuse VERB 1 acl Tense=Past|VerbForm=Part
    by by ADP 5 case
    Sudan Sudan PROPN 3 obl
    replied reply VERB 0 root
    """
    assert claims(table, {1: "TCD", 5: "SDN"}, ACCUSE, relation="accuses") == [
        "SDN accuses TCD asserted"
    ]


def test_relative_pronoun_stands_for_its_noun() -> None:
    table = """
    Russia Russia PROPN 6 nsubj
    which which PRON 3 nsubj PronType=Rel
    accused accuse VERB 1 acl:relcl
    Kyiv Kyiv PROPN 3 obj
    has have AUX 6 aux
    left leave VERB 0 root
    """
    assert claims(table, {1: "RUS", 4: "UKR"}, ACCUSE, relation="accuses") == [
        "RUS accuses UKR asserted"
    ]


def test_relative_clause_without_pronoun_has_its_noun_as_object() -> None:
    table = """
    the the DET 2 det
    alliance alliance NOUN 0 root
    Armenia Armenia PROPN 4 nsubj
    accuses accuse VERB 2 acl:relcl
    """
    assert claims(table, {2: "IGO:CSTO", 3: "ARM"}, ACCUSE, relation="accuses") == [
        "ARM accuses IGO:CSTO asserted"
    ]


def test_coordinated_subjects_and_objects_distribute() -> None:
    table = """
    Mali Mali PROPN 4 nsubj
    and and CCONJ 3 cc
    Niger Niger PROPN 1 conj
    accused accuse VERB 0 root
    France France PROPN 4 obj
    and and CCONJ 7 cc
    ECOWAS ECOWAS PROPN 5 conj
    """
    found = claims(
        table, {1: "MLI", 3: "NER", 5: "FRA", 7: "IGO:ECOWAS"}, ACCUSE, relation="accuses"
    )
    assert found == [
        "MLI accuses FRA asserted",
        "MLI accuses IGO:ECOWAS asserted",
        "NER accuses FRA asserted",
        "NER accuses IGO:ECOWAS asserted",
    ]


def test_second_verb_shares_the_subject() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    left leave VERB 0 root
    and and CCONJ 4 cc
    accused accuse VERB 2 conj
    Israel Israel PROPN 4 obj
    """
    assert claims(table, {1: "IRN", 5: "ISR"}, ACCUSE, relation="accuses") == [
        "IRN accuses ISR asserted"
    ]


def test_infinitive_takes_the_subject_of_its_verb() -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    tried try VERB 0 root
    to to PART 4 mark
    accuse accuse VERB 2 xcomp VerbForm=Inf
    France France PROPN 4 obj
    """
    assert claims(table, {1: "MLI", 5: "FRA"}, ACCUSE, relation="accuses") == [
        "MLI accuses FRA asserted"
    ]


def test_idiom_takes_the_complement_of_its_noun_or_of_its_verb() -> None:
    rows = """
    Bamako Bamako PROPN 3 nsubj
    a avoir AUX 3 aux:tense
    pris prendre VERB 0 root Tense=Past|VerbForm=Part
    ses son DET 5 det
    distances distance NOUN 3 obj
    avec avec ADP 7 case
    Alger Alger PROPN {} {}
    """
    for head, relation in ((3, "obl:arg"), (5, "nmod")):
        found = claims(
            rows.format(head, relation),
            {1: "MLI", 7: "DZA"},
            DISTANCE,
            relation="distancesFrom",
            language="fr",
        )
        assert found == ["MLI distancesFrom DZA asserted"]


def test_idiom_without_its_noun_does_not_match() -> None:
    table = """
    Bamako Bamako PROPN 2 nsubj
    prend prendre VERB 0 root
    le le DET 4 det
    train train NOUN 2 obj
    avec avec ADP 6 case
    Alger Alger PROPN 2 obl
    """
    assert claims(table, {1: "MLI", 6: "DZA"}, DISTANCE, language="fr") == []


def test_preposition_of_several_words_is_one() -> None:
    table = """
    Bamako Bamako PROPN 2 nsubj
    prend prendre VERB 0 root
    ses son DET 4 det
    distances distance NOUN 2 obj
    à à ADP 7 case
    l' le DET 7 det
    égard égard NOUN 2 obl
    de de ADP 9 case
    Alger Alger PROPN 7 nmod
    """
    assert claims(
        table, {1: "MLI", 9: "DZA"}, DISTANCE, relation="distancesFrom", language="fr"
    ) == ["MLI distancesFrom DZA asserted"]


def test_reflexive_plural_is_mutual() -> None:
    table = """
    Alger Alger PROPN 5 nsubj
    et et CCONJ 3 cc
    Rabat Rabat PROPN 1 conj
    s' se PRON 5 expl:pv
    accusent accuser VERB 0 root
    """
    found = claims(table, {1: "DZA", 3: "MAR"}, ACCUSER, relation="accuses", language="fr")
    assert found == ["DZA accuses MAR asserted", "MAR accuses DZA asserted"]


def test_symmetric_relation_links_a_plural_subject() -> None:
    table = """
    Germany Germany PROPN 4 nsubj
    and and CCONJ 3 cc
    Poland Poland PROPN 1 conj
    signed sign VERB 0 root
    a a DET 6 det
    deal deal NOUN 4 obj
    """
    assert claims(table, {1: "DEU", 3: "POL"}, DEAL, relation="agreesWith") == [
        "DEU agreesWith POL asserted"
    ]


def test_claims_inside_one_state_are_left_out() -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    accused accuse VERB 0 root
    officers officer NOUN 2 obj
    """
    assert claims(table, {1: "MLI:GOV", 3: "MLI:MIL"}, ACCUSE, relation="accuses") == []


def test_owner_of_the_object_counts_where_the_object_is_no_actor() -> None:
    table = """
    Rebels rebel NOUN 2 nsubj
    attacked attack VERB 0 root
    a a DET 4 det
    convoy convoy NOUN 2 obj
    of of ADP 6 case
    MINUSMA MINUSMA PROPN 4 nmod
    """
    entry = '[[entry]]\nid = "a"\nverb = ["attack"]\n'
    assert claims(table, {1: "NSAG:CMA", 6: "IGO:UN"}, entry, relation="assaults") == [
        "NSAG:CMA assaults IGO:UN asserted"
    ]


def test_dative_clitic_counts_as_preposition() -> None:
    table = """
    Paris Paris PROPN 3 nsubj
    lui lui PRON 3 iobj
    livre livrer VERB 0 root
    des un DET 5 det
    armes arme NOUN 3 obj
    """
    entry = '[[entry]]\nid = "l"\nverb = ["livrer"]\nY = ["à"]\n'
    assert claims(
        table,
        {1: "FRA", 2: "UKR"},
        entry,
        relation="aids",
        language="fr",
        kinds={2: "pronoun"},
    ) == ["FRA aids UKR asserted"]


def test_crowd_of_people_is_the_people() -> None:
    table = """
    Thousands thousand NOUN 4 nsubj
    of of ADP 3 case
    Nigeriens Nigerien PROPN 1 nmod
    accused accuse VERB 0 root
    France France PROPN 4 obj
    """
    assert claims(table, {3: "NER:CVL", 5: "FRA"}, ACCUSE, relation="accuses") == [
        "NER:CVL accuses FRA asserted"
    ]


def test_in_the_process_of_keeps_the_subject() -> None:
    table = """
    Alger Alger PROPN 4 nsubj
    est être AUX 4 cop
    en en ADP 4 case
    train train NOUN 0 root
    de de ADP 6 mark
    prendre prendre VERB 4 acl VerbForm=Inf
    ses son DET 8 det
    distances distance NOUN 6 obj
    avec avec ADP 10 case
    Bamako Bamako PROPN 6 obl
    """
    assert claims(
        table, {1: "DZA", 10: "MLI"}, DISTANCE, relation="distancesFrom", language="fr"
    ) == ["DZA distancesFrom MLI asserted"]


def test_what_is_hit_in_a_state_is_hit_of_the_state() -> None:
    table = """
    India India PROPN 2 nsubj
    hit hit VERB 0 root
    sites site NOUN 2 obj
    in in ADP 5 case
    Pakistan Pakistan PROPN 3 nmod
    """
    hit = '[[entry]]\nid = "h"\nverb = ["hit"]\n'
    assert claims(table, {1: "IND", 5: "PAK"}, hit, relation="assaults") == [
        "IND assaults PAK asserted"
    ]
    assert claims(table, {1: "IND", 5: "PAK"}, hit, relation="accuses") == []


def test_verb_read_as_attribute_is_mended_where_a_determiner_follows() -> None:
    table = """
    Ankara Ankara PROPN 4 compound
    criticised criticise VERB 4 amod Tense=Past|VerbForm=Part
    the the DET 4 det
    Germans German PROPN 0 root
    """
    entry = '[[entry]]\nid = "c"\nverb = ["criticise"]\n'
    assert claims(table, {1: "TUR", 4: "DEU"}, entry, relation="accuses") == [
        "TUR accuses DEU asserted"
    ]


def test_subject_hung_on_the_auxiliary_is_the_verbs() -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    has have AUX 3 aux
    accused accuse VERB 0 root Tense=Past|VerbForm=Part
    Algeria Algeria PROPN 3 obj
    """
    assert claims(table, {1: "MLI", 4: "DZA"}, ACCUSE, relation="accuses") == [
        "MLI accuses DZA asserted"
    ]


def test_name_that_swallowed_a_verb_is_taken_apart() -> None:
    table = """
    Mali Mali PROPN 0 root
    accused accuse VERB 3 amod Tense=Past|VerbForm=Part
    Algeria Algeria PROPN 1 flat
    of of ADP 5 case
    meddling meddling NOUN 3 nmod
    """
    assert claims(table, {1: "MLI", 3: "DZA"}, ACCUSE, relation="accuses") == [
        "MLI accuses DZA asserted"
    ]


def test_relative_pronoun_goes_with_the_noun_before_it() -> None:
    table = """
    Bamako Bamako PROPN 2 nsubj
    courtise courtiser VERB 0 root
    Moscou Moscou PROPN 2 obj
    , , PUNCT 6 punct
    qui qui PRON 6 nsubj PronType=Rel
    accuse accuser VERB 1 acl:relcl
    Paris Paris PROPN 6 obj
    """
    assert claims(
        table, {1: "MLI", 3: "RUS", 7: "FRA"}, ACCUSER, relation="accuses", language="fr"
    ) == ["RUS accuses FRA asserted"]


def test_adverbial_that_is_the_predicate_has_its_own_subject() -> None:
    table = """
    Sudan Sudan PROPN 4 nsubj
    is be AUX 4 cop
    at at ADP 4 case
    war war NOUN 0 root
    with with ADP 6 case
    Egypt Egypt PROPN 4 nmod
    """
    entry = '[[entry]]\nid = "w"\nadv = ["at war with"]\nboth = true\n'
    assert claims(table, {1: "SDN", 6: "EGY"}, entry, relation="assaults") == [
        "SDN assaults EGY asserted",
        "EGY assaults SDN asserted",
    ]


def test_auxiliary_tells_a_verb_from_an_attribute() -> None:
    table = """
    Mali Mali PROPN 4 compound
    has have AUX 4 aux
    accused accuse VERB 4 amod Tense=Past|VerbForm=Part
    Algeria Algeria PROPN 0 root
    """
    assert claims(table, {1: "MLI", 4: "DZA"}, ACCUSE, relation="accuses") == [
        "MLI accuses DZA asserted"
    ]


def test_sentence_without_another_verb_hands_its_root_to_the_participle() -> None:
    table = """
    Norway Norway PROPN 0 root
    accused accuse VERB 1 acl Tense=Past|VerbForm=Part
    Iran Iran PROPN 2 obj
    . . PUNCT 1 punct
    """
    assert claims(table, {1: "NOR", 3: "IRN"}, ACCUSE, relation="accuses") == [
        "NOR accuses IRN asserted"
    ]


def test_companions_of_the_subject_do_it_too() -> None:
    table = """
    Kuwait Kuwait PROPN 5 nsubj
    along along ADP 4 case
    with with ADP 4 case
    Bahrain Bahrain PROPN 5 obl
    accused accuse VERB 0 root
    Iran Iran PROPN 5 obj
    """
    assert claims(table, {1: "KWT", 4: "BHR", 6: "IRN"}, ACCUSE, relation="accuses") == [
        "KWT accuses IRN asserted",
        "BHR accuses IRN asserted",
    ]


def test_statement_accuses_for_whoever_issues_it() -> None:
    table = """
    Ghana Ghana PROPN 2 nsubj
    issued issue VERB 0 root
    a a DET 4 det
    statement statement NOUN 2 obj
    accusing accuse VERB 4 acl VerbForm=Part
    Togo Togo PROPN 5 obj
    """
    assert claims(table, {1: "GHA", 6: "TGO"}, ACCUSE, relation="accuses") == [
        "GHA accuses TGO asserted"
    ]


def test_first_half_of_a_compound_participle_does_it() -> None:
    table = """
    the the DET 5 det
    US US PROPN 4 compound
    - - PUNCT 4 punct
    brokered broker VERB 5 amod Tense=Past|VerbForm=Part
    truce truce NOUN 0 root
    with with ADP 7 case
    Hamas Hamas PROPN 5 nmod
    """
    broker = '[[entry]]\nid = "b"\nverb = ["broker"]\nwith = { obj = ["truce"] }\nY = ["with"]\n'
    assert claims(table, {2: "USA", 7: "NSAG:HAMAS"}, broker, relation="consultsWith") == [
        "USA consultsWith NSAG:HAMAS asserted"
    ]


CONDEMN = '[[entry]]\nid = "c"\nverb = ["condemn"]\nwith = { obj = ["invasion"] }\n'


def test_agent_of_an_act_is_not_its_victim() -> None:
    table = """
    Oslo Oslo PROPN 2 nsubj
    condemned condemn VERB 0 root
    the the DET 4 det
    invasion invasion NOUN 2 obj
    of of ADP 6 case
    Ukraine Ukraine PROPN 4 nmod
    """
    actors: Actors = {1: "NOR", 6: "UKR"}
    agent, owner = 'Y = ["obj/agent"]\n', 'Y = ["obj/poss"]\n'
    assert claims(table, actors, CONDEMN + agent, relation="accuses") == []
    assert claims(table, actors, CONDEMN + owner, relation="accuses") == [
        "NOR accuses UKR asserted"
    ]


def test_what_it_called_a_deed_is_the_deed() -> None:
    table = """
    Oslo Oslo PROPN 2 nsubj
    condemned condemn VERB 0 root
    what what PRON 2 obj
    it it PRON 5 nsubj
    called call VERB 3 acl:relcl
    Russia Russia PROPN 8 nmod:poss
    's 's PART 6 case
    invasion invasion NOUN 5 obj
    """
    actors: Actors = {1: "NOR", 6: "RUS"}
    assert claims(table, actors, CONDEMN + 'Y = ["obj/agent"]\n', relation="accuses") == [
        "NOR accuses RUS asserted"
    ]


def test_people_who_are_sheltered_are_not_of_their_host() -> None:
    table = """
    rebels rebel NOUN 5 nsubj
    sheltered shelter VERB 1 acl Tense=Past|VerbForm=Part
    by by ADP 4 case
    Algeria Algeria PROPN 2 obl
    accused accuse VERB 0 root
    Mali Mali PROPN 5 obj
    """
    assert claims(table, {4: "DZA", 6: "MLI"}, ACCUSE, relation="accuses") == []


def test_each_accuses_the_other() -> None:
    table = """
    India India PROPN 5 nsubj
    and and CCONJ 3 cc
    Pakistan Pakistan PROPN 1 conj
    each each DET 5 advmod
    accused accuse VERB 0 root
    the the DET 7 det
    other other ADJ 5 obj
    """
    assert claims(table, {1: "IND", 3: "PAK"}, ACCUSE, relation="accuses") == [
        "IND accuses PAK asserted",
        "PAK accuses IND asserted",
    ]


def test_countries_including_some_are_those() -> None:
    table = """
    countries country NOUN 6 nsubj
    including include VERB 3 case
    Chad Chad PROPN 1 nmod
    and and CCONJ 5 cc
    Niger Niger PROPN 3 conj
    accused accuse VERB 0 root
    Benin Benin PROPN 6 obj
    """
    assert claims(table, {3: "TCD", 5: "NER", 7: "BEN"}, ACCUSE, relation="accuses") == [
        "TCD accuses BEN asserted",
        "NER accuses BEN asserted",
    ]


def test_what_others_have_done_too_is_said_of_them() -> None:
    table = """
    Oman Oman PROPN 4 nsubj
    has have AUX 4 aux
    not not PART 4 advmod
    accused accuse VERB 0 root
    Iran Iran PROPN 4 obj
    as as SCONJ 9 mark
    Qatar Qatar PROPN 9 nsubj
    has have AUX 9 aux
    done do VERB 4 advcl
    """
    assert claims(table, {1: "OMN", 5: "IRN", 7: "QAT"}, ACCUSE, relation="accuses") == [
        "OMN accuses IRN denied",
        "QAT accuses IRN asserted",
    ]


def test_a_list_is_read_to_its_end_where_each_member_hangs_on_the_one_before() -> None:
    table = """
    Chad Chad PROPN 6 nsubj
    , , PUNCT 3 punct
    Niger Niger PROPN 1 conj
    and and CCONJ 5 cc
    Mali Mali PROPN 3 conj
    accused accuse VERB 0 root
    Benin Benin PROPN 6 obj
    """
    assert claims(table, {1: "TCD", 3: "NER", 5: "MLI", 7: "BEN"}, ACCUSE, relation="accuses") == [
        "TCD accuses BEN asserted",
        "NER accuses BEN asserted",
        "MLI accuses BEN asserted",
    ]


def test_as_read_as_a_preposition_still_says_who_has_done_it_too() -> None:
    table = """
    Oman Oman PROPN 2 nsubj
    accused accuse VERB 0 root
    Iran Iran PROPN 2 obj
    as as SCONJ 5 case
    Qatar Qatar PROPN 7 nsubj
    has have AUX 7 aux
    done do VERB 2 advcl
    """
    assert claims(table, {1: "OMN", 3: "IRN", 5: "QAT"}, ACCUSE, relation="accuses") == [
        "OMN accuses IRN asserted",
        "QAT accuses IRN asserted",
    ]


def test_who_speaks_amid_fighting_does_not_fight() -> None:
    table = """
    Oman Oman PROPN 2 nsubj
    spoke speak VERB 0 root VerbForm=Fin
    {0} {0} SCONJ 4 mark
    fighting fight VERB 2 advcl VerbForm=Ger
    with with ADP 6 case
    Iran Iran PROPN 4 obl
    """
    fight = '[[entry]]\nid = "f"\nverb = ["fight"]\nY = ["with"]\n'
    found = {
        mark: claims(table.format(mark), {1: "OMN", 6: "IRN"}, fight, relation="assaults")
        for mark in ("amid", "while")
    }
    assert found == {"amid": [], "while": ["OMN assaults IRN asserted"]}
