"""What a word says of itself: negation and its scope, adverbs, adjectives, what it governs."""

from __future__ import annotations

import pytest
from tests.extraction.reading import claims

ATTACK = '[[entry]]\nid = "a"\nverb = ["attack"]\n'
ATTAQUER = '[[entry]]\nid = "a"\nverb = ["attaquer"]\n'
MEETING = '[[entry]]\nid = "m"\nnoun = ["meeting"]\nY = ["with"]\nboth = true\n'


def attack(before: str, verb: str = "attacked attack VERB 0 root VerbForm=Fin") -> list[str]:
    table = f"Iran Iran PROPN 3 nsubj\n{before}\n{verb}\nIraq Iraq PROPN 3 obj"
    return [c.split()[-1] for c in claims(table, {1: "IRN", 4: "IRQ"}, ATTACK, relation="assaults")]


@pytest.mark.parametrize(
    ("adverb", "modality"),
    [
        ("probably", "possible"),
        ("apparently", "possible"),
        ("reportedly", "reported"),
        ("allegedly", "reported"),
        ("nearly", "denied"),
        ("almost", "denied"),
        ("often", "asserted"),
    ],
)
def test_adverbs(adverb: str, modality: str) -> None:
    assert attack(f"{adverb} {adverb} ADV 3 advmod") == [modality]


@pytest.mark.parametrize(("word", "modality"), [("only", "asserted"), ("yet", "denied")])
def test_not_only_is_no_negation(word: str, modality: str) -> None:
    table = f"""
    Iran Iran PROPN 4 nsubj
    not not PART 4 advmod
    {word} {word} ADV 4 advmod
    attacked attack VERB 0 root VerbForm=Fin
    Iraq Iraq PROPN 4 obj
    """
    found = claims(table, {1: "IRN", 5: "IRQ"}, ATTACK, relation="assaults")
    assert found == [f"IRN assaults IRQ {modality}"]


def test_not_yet_denies_though_the_negation_hangs_on_the_adverb() -> None:
    table = """
    Téhéran Téhéran PROPN 6 nsubj
    n' ne ADV 6 advmod
    a avoir AUX 6 aux:tense
    pas pas ADV 5 advmod
    encore encore ADV 6 advmod
    attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 6 obj
    """
    found = claims(table, {1: "IRN", 7: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ denied"]


def test_neither_before_joined_subjects_denies_of_both() -> None:
    table = """
    neither neither CCONJ 2 cc:preconj
    Iran Iran PROPN 5 nsubj
    nor nor CCONJ 4 cc
    Oman Oman PROPN 2 conj
    attacked attack VERB 0 root VerbForm=Fin
    Iraq Iraq PROPN 5 obj
    """
    found = claims(table, {2: "IRN", 4: "OMN", 6: "IRQ"}, ATTACK, relation="assaults")
    assert found == ["IRN assaults IRQ denied", "OMN assaults IRQ denied"]


def governed(word: str) -> str:
    table = f"""
    Iran Iran PROPN 2 nsubj
    {word} 0 root
    to to PART 4 mark
    attack attack VERB 2 xcomp VerbForm=Inf
    Iraq Iraq PROPN 4 obj
    """
    return claims(table, {1: "IRN", 5: "IRQ"}, ATTACK, relation="assaults")[0].split()[-1]


@pytest.mark.parametrize("word", ["ready", "set", "determined", "due"])
def test_what_one_is_ready_to_do_is_planned(word: str) -> None:
    assert governed(f"{word} {word} ADJ") == "planned"


def test_would_like_to_is_a_plan_not_a_condition() -> None:
    table = """
    Iran Iran PROPN 3 nsubj
    would would AUX 3 aux
    like like VERB 0 root VerbForm=Inf
    to to PART 5 mark
    attack attack VERB 3 xcomp VerbForm=Inf
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {1: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ planned"
    ]


def test_has_yet_to_denies() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    has have VERB 0 root VerbForm=Fin
    yet yet ADV 2 advmod
    to to PART 5 mark
    attack attack VERB 2 xcomp VerbForm=Inf
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {1: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ denied"
    ]


@pytest.mark.parametrize("verb", ["said say", "believed believe", "alleged allege"])
def test_is_said_to_is_reported(verb: str) -> None:
    table = f"""
    Iran Iran PROPN 3 nsubj:pass
    is be AUX 3 aux:pass
    {verb} VERB 0 root Tense=Past|VerbForm=Part
    to to PART 6 mark
    have have AUX 6 aux VerbForm=Inf
    attacked attack VERB 3 xcomp Tense=Past|VerbForm=Part
    Iraq Iraq PROPN 6 obj
    """
    assert claims(table, {1: "IRN", 7: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ reported"
    ]


def test_what_somebody_believes_is_reported() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    believes believe VERB 0 root VerbForm=Fin
    that that SCONJ 5 mark
    Iran Iran PROPN 5 nsubj
    attacked attack VERB 2 ccomp VerbForm=Fin
    Iraq Iraq PROPN 5 obj
    """
    assert claims(table, {1: "ITA", 4: "IRN", 6: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ reported"
    ]


@pytest.mark.parametrize(
    ("verb", "particle"), [("denied deny", ""), ("ruled rule", "out out ADP 2 compound:prt")]
)
def test_a_denied_gerund_is_denied(verb: str, particle: str) -> None:
    shift = 1 if particle else 0
    table = f"""
    Iran Iran PROPN 2 nsubj
    {verb} VERB 0 root VerbForm=Fin
    {particle}
    attacking attack VERB 2 advcl Tense=Pres|VerbForm=Part
    Iraq Iraq PROPN {3 + shift} obj
    """
    found = claims(table, {1: "IRN", 4 + shift: "IRQ"}, ATTACK, relation="assaults")
    assert found == ["IRN assaults IRQ denied"]


def test_the_verb_before_an_infinitive_governs_it_though_it_was_hung_elsewhere() -> None:
    table = """
    Téhéran Téhéran PROPN 4 nsubj
    nie nier VERB 1 amod
    avoir avoir AUX 4 aux:tense VerbForm=Inf
    attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 4 obj
    """
    found = claims(table, {1: "IRN", 5: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ denied"]


def test_it_is_false_that_denies() -> None:
    table = """
    il il PRON 3 expl:subj
    est être AUX 3 cop
    faux faux ADJ 0 root
    que que SCONJ 7 mark
    Téhéran Téhéran PROPN 7 nsubj
    ait avoir AUX 7 aux:tense
    attaqué attaquer VERB 3 ccomp Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 7 obj
    """
    found = claims(table, {5: "IRN", 8: "IRQ"}, ATTAQUER, relation="assaults", language="fr")
    assert found == ["IRN assaults IRQ denied"]


def test_no_evidence_that_denies() -> None:
    table = """
    there there PRON 2 expl
    is be VERB 0 root VerbForm=Fin
    no no DET 4 det
    evidence evidence NOUN 2 nsubj
    that that SCONJ 7 mark
    Iran Iran PROPN 7 nsubj
    attacked attack VERB 4 acl VerbForm=Fin
    Iraq Iraq PROPN 7 obj
    """
    assert claims(table, {6: "IRN", 8: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ denied"
    ]


def test_headline_infinitive_is_planned() -> None:
    table = """
    Iran Iran PROPN 3 nsubj
    to to PART 3 mark
    attack attack VERB 0 root VerbForm=Inf
    Iraq Iraq PROPN 3 obj
    """
    assert claims(table, {1: "IRN", 4: "IRQ"}, ATTACK, relation="assaults") == [
        "IRN assaults IRQ planned"
    ]


def meeting(relation: str, *rest: str) -> str:
    table = [
        f"meeting meeting NOUN {relation}",
        "between between ADP 3 case",
        "Iran Iran PROPN 1 nmod",
        "and and CCONJ 5 cc",
        "Iraq Iraq PROPN 3 conj",
        *rest,
    ]
    found = claims("\n".join(table), {3: "IRN", 5: "IRQ"}, MEETING, relation="consultsWith")
    return found[0].split()[-1]


def test_what_happens_to_an_act_named_by_a_noun_holds_for_its_claim() -> None:
    will = meeting("7 nsubj", "will will AUX 7 aux", "happen happen VERB 0 root VerbForm=Inf")
    assert will == "planned"
    assert meeting("7 nsubj", "is be AUX 7 cop", "possible possible ADJ 0 root") == "possible"
    planned = "planned plan VERB 0 root Tense=Past|VerbForm=Part"
    assert meeting("7 nsubj:pass", "is be AUX 7 aux:pass", planned) == "planned"
    assert meeting("6 nsubj", "happened happen VERB 0 root VerbForm=Fin") == "asserted"


@pytest.mark.parametrize(
    ("adjective", "modality"),
    [("alleged", "reported"), ("possible", "possible"), ("planned", "planned")],
)
def test_adjectives_of_a_noun(adjective: str, modality: str) -> None:
    table = f"""
    {adjective} {adjective} ADJ 2 amod
    meeting meeting NOUN 0 root
    between between ADP 4 case
    Iran Iran PROPN 2 nmod
    and and CCONJ 6 cc
    Iraq Iraq PROPN 4 conj
    """
    found = claims(table, {4: "IRN", 6: "IRQ"}, MEETING, relation="consultsWith")
    assert found[0].split()[-1] == modality


def test_a_noun_beside_the_subject_does_not_share_its_adjective() -> None:
    table = """
    Oman Oman PROPN 7 nsubj
    , , PUNCT 3 punct
    foe foe NOUN 1 appos
    of of ADP 5 case
    Iraq Iraq PROPN 3 nmod
    is be AUX 7 cop
    likely likely ADJ 0 root
    """
    entry = '[[entry]]\nid = "f"\nrole = ["foe"]\nY = ["of"]\n'
    found = claims(table, {1: "OMN", 5: "IRQ"}, entry, relation="opposes")
    assert found == ["OMN opposes IRQ asserted"]
