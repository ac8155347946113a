"""The five values: asserted, reported, planned, possible, denied."""

from __future__ import annotations

import pytest
from tests.extraction.reading import Actors, claims

ATTACK = '[[entry]]\nid = "a"\nverb = ["attack"]\n'
ATTAQUER = '[[entry]]\nid = "a"\nverb = ["attaquer"]\n'


def attack(before: str, verb: str = "attack attack VERB 0 root") -> list[str]:
    table = f"Iran Iran PROPN 3 nsubj\n{before}\n{verb}\nIraq Iraq PROPN 3 obj"
    return [c.split()[-1] for c in claims(table, {1: "IRN", 4: "IRQ"}, ATTACK, relation="assaults")]


@pytest.mark.parametrize(
    ("auxiliary", "modality"),
    [
        ("will will AUX 3 aux", "planned"),
        ("may may AUX 3 aux", "possible"),
        ("could could AUX 3 aux", "possible"),
        ("has have AUX 3 aux", "asserted"),
        ("never never ADV 3 advmod", "denied"),
    ],
)
def test_english_words_before_the_verb(auxiliary: str, modality: str) -> None:
    assert attack(auxiliary) == [modality]


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("attaquera attaquer VERB 0 root Mood=Ind|Tense=Fut", "planned"),
        ("attaquerait attaquer VERB 0 root Mood=Cnd", "possible"),
        ("attaque attaquer VERB 0 root Mood=Ind|Tense=Pres", "asserted"),
    ],
)
def test_french_mood_and_tense(verb: str, modality: str) -> None:
    table = f"Téhéran Téhéran PROPN 2 nsubj\n{verb}\nBagdad Bagdad PROPN 2 obj"
    found = claims(table, {1: "IRN", 3: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == [f"IRN assaults IRQ {modality}"]


def test_french_press_conditional_is_reported() -> None:
    table = """
    Téhéran Téhéran PROPN 3 nsubj
    aurait avoir AUX 3 aux:tense Mood=Cnd
    attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 3 obj
    """
    found = claims(table, {1: "IRN", 4: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ reported"]


@pytest.mark.parametrize("negation", ["pas", "plus", "jamais"])
def test_french_negation_denies(negation: str) -> None:
    table = f"""
    Téhéran Téhéran PROPN 3 nsubj
    n' ne ADV 3 advmod
    attaque attaquer VERB 0 root
    {negation} {negation} ADV 3 advmod
    Bagdad Bagdad PROPN 3 obj
    """
    found = claims(table, {1: "IRN", 5: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ denied"]


def test_french_only_is_no_negation() -> None:
    table = """
    Téhéran Téhéran PROPN 3 nsubj
    n' ne ADV 3 advmod
    attaque attaquer VERB 0 root
    que que ADV 5 advmod
    Bagdad Bagdad PROPN 3 obj
    """
    found = claims(table, {1: "IRN", 5: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ asserted"]


def governed(verb: str, lemma: str) -> list[str]:
    table = f"""
    Iran Iran PROPN 2 nsubj
    {verb} {lemma} VERB 0 root
    to to PART 4 mark
    attack attack VERB 2 xcomp VerbForm=Inf
    Iraq Iraq PROPN 4 obj
    """
    return claims(table, {1: "IRN", 5: "IRQ"}, ATTACK, relation="assaults")


def test_what_is_planned_wanted_or_promised_is_planned() -> None:
    assert governed("plans", "plan") == ["IRN assaults IRQ planned"]


def test_what_is_tried_is_asserted() -> None:
    assert governed("tried", "try") == ["IRN assaults IRQ asserted"]


def test_content_of_a_refusal_or_a_threat_is_no_claim() -> None:
    assert governed("refused", "refuse") == []
    assert governed("threatened", "threaten") == []


def said(speaker: str) -> list[str]:
    table = """
    X X PROPN 2 nsubj
    said say VERB 0 root
    that that SCONJ 5 mark
    Iran Iran PROPN 5 nsubj
    attacked attack VERB 2 ccomp
    Iraq Iraq PROPN 5 obj
    """
    return claims(table, {1: speaker, 4: "IRN", 6: "IRQ"}, ATTACK, relation="assaults")


def test_what_another_says_is_reported() -> None:
    assert said("USA") == ["IRN assaults IRQ reported"]


def test_what_an_actor_says_of_its_own_act_is_asserted() -> None:
    assert said("IRN:GOV") == ["IRN assaults IRQ asserted"]


def test_according_to_is_reported() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    attacked attack VERB 0 root
    Iraq Iraq PROPN 2 obj
    according accord VERB 6 case
    to to ADP 4 fixed
    Washington Washington PROPN 2 obl
    """
    assert claims(table, {1: "IRN", 3: "IRQ", 6: "USA"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ reported"
    ]


def test_a_condition_is_possible() -> None:
    assert attack("if if SCONJ 3 mark", "attacks attack VERB 0 root") == ["possible"]


def test_a_question_is_no_claim() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    attacked attack VERB 0 root
    Iraq Iraq PROPN 2 obj
    ? ? PUNCT 2 punct
    """
    assert claims(table, {1: "IRN", 3: "IRQ"}, ATTACK, relation="assaults") == []


def test_second_infinitive_shares_the_auxiliary() -> None:
    table = """
    Iran Iran PROPN 3 nsubj
    will will AUX 3 aux
    come come VERB 0 root VerbForm=Inf
    and and CCONJ 5 cc
    attack attack VERB 3 conj VerbForm=Inf
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {1: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ planned"
    ]


def test_no_before_a_noun_denies_it() -> None:
    table = """
    no no DET 2 det
    feud feud NOUN 0 root
    between between ADP 4 case
    Oslo Oslo PROPN 2 nmod
    and and CCONJ 6 cc
    Rome Rome PROPN 4 conj
    """
    entry = '[[entry]]\nid = "f"\nnoun = ["feud"]\nY = ["with"]\nboth = true\n'
    assert claims(table, {4: "NOR", 6: "ITA"}, entry, relation="opposes") == [
        "NOR opposes ITA denied",
        "ITA opposes NOR denied",
    ]


def test_speaker_after_the_verb_of_saying_is_the_speaker() -> None:
    table = """
    Téhéran Téhéran PROPN 2 nsubj
    attaque attaquer VERB 5 ccomp Mood=Ind
    Bagdad Bagdad PROPN 2 obj
    a avoir AUX 5 aux:tense
    annoncé annoncer VERB 0 root Tense=Past|VerbForm=Part
    Macron Macron PROPN 5 obj
    """
    found = claims(
        table, {1: "IRN", 3: "IRQ", 6: "FRA:GOV"}, ATTAQUER, relation="assaults", language="fr"
    )
    assert found == ["IRN assaults IRQ reported"]


def test_according_to_after_a_comma_counts_wherever_it_was_hung() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    attacked attack VERB 0 root
    Iraq Iraq PROPN 2 obj
    , , PUNCT 7 punct
    according accord VERB 7 case
    to to ADP 5 fixed
    Washington Washington PROPN 3 nmod
    """
    assert claims(table, {1: "IRN", 3: "IRQ", 7: "USA"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ reported"
    ]


def alleged(verb: str, owner: str = "the the DET 4 det") -> list[str]:
    table = f"""
    Iran Iran PROPN 2 nsubj
    {verb} VERB 0 root
    {owner}
    allegations allegation NOUN 2 obj
    that that SCONJ 8 mark
    it it PRON 8 nsubj
    had have AUX 8 aux
    attacked attack VERB 4 acl
    Iraq Iraq PROPN 8 obj
    """
    actors: Actors = {1: "IRN", 3: "TUR", 6: "IRN", 9: "IRQ"}
    if owner.startswith("the"):
        del actors[3]
    found = claims(table, actors, ATTACK, relation="assaults", kinds={3: "demonym", 6: "pronoun"})
    return [c.split()[-1] for c in found]


def test_denied_allegation_is_denied() -> None:
    assert alleged("denied deny") == ["denied"]


def test_repeated_allegation_is_an_own_act_of_nobody_else() -> None:
    assert alleged("repeated repeat") == ["asserted"]


def test_denied_allegation_of_a_named_accuser_is_reported() -> None:
    assert alleged("denied deny", "Turkish Turkish ADJ 4 amod") == ["reported"]


@pytest.mark.parametrize(
    ("negation", "modality"), [("", "denied"), ("not not PART 3 advmod", "possible")]
)
def test_ruling_out_denies_and_not_ruling_out_makes_possible(negation: str, modality: str) -> None:
    shift = 1 if negation else 0
    table = f"""
    Oman Oman PROPN {2 + shift} nsubj
    {negation}
    excluded exclude VERB 0 root
    that that SCONJ {5 + shift} mark
    Iran Iran PROPN {5 + shift} nsubj
    attacked attack VERB {2 + shift} ccomp VerbForm=Fin
    Iraq Iraq PROPN {5 + shift} obj
    """
    found = claims(table, {4 + shift: "IRN", 6 + shift: "IRQ"}, ATTACK, relation="assaults")
    assert found == [f"IRN assaults IRQ {modality}"]


def test_what_depends_on_an_act_does_not_tell_it() -> None:
    table = """
    peace peace NOUN 2 nsubj
    depends depend VERB 0 root
    on on ADP 4 case
    Iran Iran PROPN 5 nsubj
    attacking attack VERB 2 advcl VerbForm=Ger
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {4: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ possible"
    ]


def test_time_given_to_do_it_is_a_demand() -> None:
    table = """
    Iran Iran PROPN 3 nsubj:pass
    was be AUX 3 aux:pass
    given give VERB 0 root VerbForm=Part|Tense=Past
    days day NOUN 3 obj
    to to PART 6 mark
    attack attack VERB 3 xcomp VerbForm=Inf
    Iraq Iraq PROPN 6 obj
    """
    assert claims(table, {1: "IRN", 7: "IRQ"}, ATTACK, relation="assaults") == []


def would(main: str) -> list[str]:
    table = f"""
    Iran Iran PROPN 3 nsubj
    would would AUX 3 aux
    attack attack VERB {main}
    Iraq Iraq PROPN 3 obj
    officials official NOUN 6 nsubj
    said say VERB {"3 parataxis" if main.startswith("0") else "0 root"}
    """
    found = claims(table, {1: "IRN", 4: "IRQ"}, ATTACK, relation="assaults")
    return [c.split()[-1] for c in found]


def test_would_is_planned_in_reported_speech_and_possible_elsewhere() -> None:
    assert would("0 root") == ["planned"]
    assert would("6 ccomp") == ["planned"]
    assert attack("would would AUX 3 aux") == ["possible"]


def test_had_it_done_so_means_that_it_did_not() -> None:
    table = """
    had have AUX 3 aux
    Iran Iran PROPN 3 nsubj
    attacked attack VERB 7 advcl VerbForm=Part
    Iraq Iraq PROPN 3 obj
    peace peace NOUN 7 nsubj
    would would AUX 7 aux
    fail fail VERB 0 root
    """
    assert claims(table, {2: "IRN", 4: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ denied"
    ]


def test_not_a_single_subject_denies() -> None:
    table = """
    not not PART 4 advmod
    a a DET 4 det
    single single ADJ 4 amod
    Iranian Iranian PROPN 5 nsubj
    attacked attack VERB 0 root
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {4: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ denied"
    ]


def test_not_ceasing_to_is_going_on() -> None:
    table = """
    Rome Rome PROPN 4 nsubj
    n' ne ADV 4 advmod
    a avoir AUX 4 aux:tense
    cessé cesser VERB 0 root Tense=Past|VerbForm=Part
    d' de ADP 6 mark
    aider aider VERB 4 xcomp VerbForm=Inf
    Tunis Tunis PROPN 6 obj
    """
    entry = '[[entry]]\nid = "a"\nverb = ["aider"]\n'
    assert claims(table, {1: "ITA", 7: "TUN"}, entry, relation="aids", language="fr") == [
        "ITA aids TUN asserted"
    ]


def test_what_somebody_is_accused_of_is_reported_though_nobody_is_named_who_accuses() -> None:
    table = """
    Minsk Minsk PROPN 3 nsubj:pass
    est être AUX 3 aux:pass
    accusé accuser VERB 0 root Tense=Past|VerbForm=Part
    d' de ADP 5 mark
    aider aider VERB 3 xcomp VerbForm=Inf
    Moscou Moscou PROPN 5 obj
    """
    entry = '[[entry]]\nid = "a"\nverb = ["aider"]\n'
    assert claims(table, {1: "BLR", 6: "RUS"}, entry, relation="aids", language="fr") == [
        "BLR aids RUS reported"
    ]


def test_a_step_is_no_negation() -> None:
    table = """
    Rome Rome PROPN 3 nsubj
    a avoir AUX 3 aux:tense
    aidé aider VERB 0 root Tense=Past|VerbForm=Part
    un un DET 5 det
    pas pas ADV 3 advmod
    Tunis Tunis PROPN 3 obj
    """
    entry = '[[entry]]\nid = "a"\nverb = ["aider"]\n'
    assert claims(table, {1: "ITA", 6: "TUN"}, entry, relation="aids", language="fr") == [
        "ITA aids TUN asserted"
    ]


def test_peace_depends_on_somebody_doing_it() -> None:
    table = """
    peace peace NOUN 2 nsubj
    depends depend VERB 0 root
    on on ADP 4 case
    Iran Iran PROPN 2 obl
    attacking attack VERB 4 acl VerbForm=Ger
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {4: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ possible"
    ]


def test_what_an_attribute_says_is_not_denied_with_its_noun() -> None:
    table = """
    Oman Oman PROPN 2 nsubj
    denied deny VERB 0 root Tense=Past|VerbForm=Fin
    Iran Iran PROPN 5 obl:unmarked SpaceAfter=No
    - - PUNCT 5 punct SpaceAfter=No
    backed back VERB 6 amod Tense=Past|VerbForm=Part|Voice=Pass
    Hezbollah Hezbollah PROPN 2 obj
    """
    entry = '[[entry]]\nid = "b"\nverb = ["back"]\n'
    assert claims(table, {1: "OMN", 3: "IRN", 6: "NSAG:HEZBOLLAH"}, entry) == [
        "IRN supports NSAG:HEZBOLLAH asserted"
    ]
