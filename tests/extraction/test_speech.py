"""Who says it: remarks beside a clause, sources, what stands inside reported speech."""

from __future__ import annotations

import pytest
from tests.extraction.parses import article, mention, parse
from tests.extraction.reading import RELATIONS, Actors, claims

from influence_graph.extraction import RuleExtractor

ATTACK = '[[entry]]\nid = "a"\nverb = ["attack"]\n'
ATTAQUER = '[[entry]]\nid = "a"\nverb = ["attaquer"]\n'


def english(table: str, actors: Actors) -> list[str]:
    return [c.split()[-1] for c in claims(table, actors, ATTACK, relation="assaults")]


def french(table: str, actors: Actors) -> list[str]:
    found = claims(table, actors, ATTAQUER, relation="assaults", language="fr")
    return [c.split()[-1] for c in found]


@pytest.mark.parametrize(
    ("main", "remark"), [("5 advcl", "0 root"), ("5 ccomp", "0 root"), ("0 root", "2 conj")]
)
def test_a_remark_after_a_comma_reports_wherever_its_clause_was_hung(
    main: str, remark: str
) -> None:
    table = f"""
    Iran Iran PROPN 2 nsubj
    attacked attack VERB {main} VerbForm=Fin
    Iraq Iraq PROPN 2 obj
    , , PUNCT 5 punct
    said say VERB {remark} VerbForm=Fin
    Rome Rome PROPN 5 nsubj
    """
    assert english(table, {1: "IRN", 3: "IRQ", 6: "ITA"}) == ["reported"]


def test_a_remark_may_interrupt_the_clause() -> None:
    table = """
    Téhéran Téhéran PROPN 7 nsubj
    , , PUNCT 3 punct
    affirme affirmer VERB 0 root VerbForm=Fin
    Rome Rome PROPN 3 obj
    , , PUNCT 7 punct
    a avoir AUX 7 aux:tense
    attaqué attaquer VERB 3 parataxis Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 7 obj
    """
    assert french(table, {1: "IRN", 4: "ITA", 8: "IRQ"}) == ["reported"]


def test_a_remark_does_not_reach_what_follows_it() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    withdrew withdraw VERB 0 root VerbForm=Fin
    , , PUNCT 5 punct
    officials official NOUN 5 nsubj
    said say VERB 2 parataxis VerbForm=Fin
    , , PUNCT 9 punct
    after after SCONJ 9 mark
    Iran Iran PROPN 9 nsubj
    attacked attack VERB 2 advcl VerbForm=Fin
    Iraq Iraq PROPN 9 obj
    """
    assert english(table, {1: "ITA", 8: "IRN", 10: "IRQ"}) == ["asserted"]


def test_a_second_verb_with_its_own_object_is_no_remark() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    attacked attack VERB 0 root VerbForm=Fin
    Iraq Iraq PROPN 2 obj
    , , PUNCT 6 punct
    Rome Rome PROPN 6 nsubj
    announced announce VERB 2 conj VerbForm=Fin
    sanctions sanction NOUN 6 obj
    """
    assert english(table, {1: "IRN", 3: "IRQ", 5: "ITA"}) == ["asserted"]


def test_a_clause_over_before_the_remark_is_the_authors() -> None:
    table = """
    Iran Iran PROPN 7 nsubj
    , , PUNCT 4 punct
    which which PRON 4 nsubj PronType=Rel
    attacked attack VERB 1 acl:relcl VerbForm=Fin
    Iraq Iraq PROPN 4 obj
    , , PUNCT 4 punct
    waits wait VERB 0 root VerbForm=Fin
    , , PUNCT 10 punct
    officials official NOUN 10 nsubj
    said say VERB 7 parataxis VerbForm=Fin
    """
    assert english(table, {1: "IRN", 5: "IRQ"}) == ["asserted"]


def test_a_relative_clause_inside_what_is_said_is_said() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    said say VERB 0 root VerbForm=Fin
    Iran Iran PROPN 2 obj
    , , PUNCT 6 punct
    which which PRON 6 nsubj PronType=Rel
    attacked attack VERB 3 acl:relcl VerbForm=Fin
    Iraq Iraq PROPN 6 obj
    , , PUNCT 10 punct
    could could AUX 10 aux
    wait wait VERB 2 ccomp VerbForm=Inf
    """
    assert english(table, {1: "ITA", 3: "IRN", 7: "IRQ"}) == ["reported"]


def test_what_somebody_was_told_is_said_wherever_it_was_hung() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    told tell VERB 0 root VerbForm=Fin
    reporters reporter NOUN 2 iobj
    that that SCONJ 7 mark
    Iran Iran PROPN 7 nsubj
    had have AUX 7 aux
    attacked attack VERB 3 acl:relcl VerbForm=Part|Tense=Past
    Iraq Iraq PROPN 7 obj
    """
    assert english(table, {1: "ITA", 5: "IRN", 8: "IRQ"}) == ["reported"]


def test_before_that_is_no_speech() -> None:
    table = """
    la le DET 2 det
    décision décision NOUN 4 nsubj:pass
    est être AUX 4 aux:pass
    annoncée annoncer VERB 0 root Tense=Past|VerbForm=Part
    avant avant ADV 4 advmod
    que que SCONJ 8 mark
    Téhéran Téhéran PROPN 8 nsubj
    attaque attaquer VERB 4 advcl Mood=Sub|VerbForm=Fin
    Bagdad Bagdad PROPN 8 obj
    """
    assert french(table, {7: "IRN", 9: "IRQ"}) == ["asserted"]


def test_nothing_reaches_over_a_semicolon() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    accuse accuser VERB 0 root VerbForm=Fin
    ses son DET 4 det
    voisins voisin NOUN 2 obj
    ; ; PUNCT 2 punct
    Téhéran Téhéran PROPN 7 nsubj
    attaque attaquer VERB 2 advcl VerbForm=Fin
    Bagdad Bagdad PROPN 7 obj
    """
    assert french(table, {1: "ITA", 6: "IRN", 8: "IRQ"}) == ["asserted"]


def test_a_source_between_commas_holds_for_its_own_phrase() -> None:
    table = """
    rebelles rebelle NOUN 8 nsubj
    , , PUNCT 3 punct
    armés armer VERB 1 acl Tense=Past|VerbForm=Part
    selon selon ADP 5 case
    Rome Rome PROPN 3 obl
    , , PUNCT 3 punct
    ont avoir AUX 8 aux:tense
    attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 8 obj
    """
    assert french(table, {1: "NSAG:M23", 5: "ITA", 9: "IRQ"}) == ["asserted"]


def test_a_source_inside_a_relative_clause_does_not_reach_back() -> None:
    table = """
    Téhéran Téhéran PROPN 2 nsubj
    attaque attaquer VERB 0 root VerbForm=Fin
    Bagdad Bagdad PROPN 2 obj
    , , PUNCT 9 punct
    qui qui PRON 9 nsubj PronType=Rel
    , , PUNCT 8 punct
    selon selon ADP 8 case
    Rome Rome PROPN 9 obl
    dort dormir VERB 3 acl:relcl VerbForm=Fin
    """
    assert french(table, {1: "IRN", 3: "IRQ", 8: "ITA"}) == ["asserted"]


def test_a_plan_is_no_source() -> None:
    table = """
    Iran Iran PROPN 2 nsubj
    attacked attack VERB 0 root VerbForm=Fin
    Iraq Iraq PROPN 2 obj
    according accord VERB 6 case
    to to ADP 4 fixed
    plan plan NOUN 2 obl
    """
    assert english(table, {1: "IRN", 3: "IRQ"}) == ["asserted"]


def test_what_one_is_accused_of_wanting_is_reported_not_planned() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    accuse accuser VERB 0 root VerbForm=Fin
    Téhéran Téhéran PROPN 2 obj
    de de ADP 5 mark
    vouloir vouloir VERB 2 xcomp VerbForm=Inf
    attaquer attaquer VERB 5 xcomp VerbForm=Inf
    Bagdad Bagdad PROPN 6 obj
    """
    assert french(table, {1: "ITA", 3: "IRN", 7: "IRQ"}) == ["reported"]


def test_a_reproach_hung_on_the_one_reproached_is_reported() -> None:
    table = """
    Rome Rome PROPN 3 nsubj
    a avoir AUX 3 aux:tense
    reproché reprocher VERB 0 root Tense=Past|VerbForm=Part
    à à ADP 5 case
    Téhéran Téhéran PROPN 3 obl:arg
    d' de ADP 8 mark
    avoir avoir AUX 8 aux:tense VerbForm=Inf
    attaqué attaquer VERB 5 acl Tense=Past|VerbForm=Part
    Bagdad Bagdad PROPN 8 obj
    """
    assert french(table, {1: "ITA", 5: "IRN", 9: "IRQ"}) == ["reported"]


def conditional(verb: str, feats: str = "VerbForm=Fin") -> list[str]:
    table = f"""
    Rome Rome PROPN 2 nsubj
    {verb} VERB 0 root {feats}
    que que SCONJ 5 mark
    Téhéran Téhéran PROPN 5 nsubj
    attaquerait attaquer VERB 2 ccomp Mood=Cnd|VerbForm=Fin
    Bagdad Bagdad PROPN 5 obj
    """
    return french(table, {1: "ITA", 4: "IRN", 6: "IRQ"})


def test_conditional_after_a_past_verb_of_saying_is_the_future_of_then() -> None:
    assert conditional("annonça annoncer", "Tense=Past|VerbForm=Fin") == ["planned"]


def test_conditional_after_a_present_verb_of_saying_is_reported() -> None:
    assert conditional("affirme affirmer") == ["reported"]


def test_conditional_with_a_source_is_reported() -> None:
    table = """
    selon selon ADP 2 case
    Rome Rome PROPN 5 obl
    , , PUNCT 2 punct
    Téhéran Téhéran PROPN 5 nsubj
    attaquerait attaquer VERB 0 root Mood=Cnd|VerbForm=Fin
    Bagdad Bagdad PROPN 5 obj
    """
    assert french(table, {2: "ITA", 4: "IRN", 6: "IRQ"}) == ["reported"]


def test_conditional_under_a_condition_is_possible_though_somebody_says_it() -> None:
    table = """
    selon selon ADP 2 case
    Rome Rome PROPN 5 obl
    , , PUNCT 2 punct
    Téhéran Téhéran PROPN 5 nsubj
    attaquerait attaquer VERB 0 root Mood=Cnd|VerbForm=Fin
    Bagdad Bagdad PROPN 5 obj
    si si SCONJ 9 mark
    Paris Paris PROPN 9 nsubj
    partait partir VERB 5 advcl VerbForm=Fin
    """
    assert french(table, {2: "ITA", 4: "IRN", 6: "IRQ"}) == ["possible"]


@pytest.mark.parametrize(
    ("agent", "modality"), [("by by ADP 4 case\nRome Rome PROPN 2 obl", "reported"), ("", "denied")]
)
def test_claims_dismissed_are_their_makers_and_denied_where_nobody_is_named(
    agent: str, modality: str
) -> None:
    clause = 7 if agent else 5
    table = f"""
    Oman Oman PROPN 2 nsubj
    dismissed dismiss VERB 0 root VerbForm=Fin
    accusations accusation NOUN 2 obj
    {agent.replace("4 case", "5 case")}
    that that SCONJ {clause + 1} mark
    Iran Iran PROPN {clause + 1} nsubj
    attacked attack VERB 2 ccomp VerbForm=Fin
    Iraq Iraq PROPN {clause + 1} obj
    """
    actors: Actors = {1: "OMN", clause: "IRN", clause + 2: "IRQ"}
    if agent:
        actors[5] = "ITA"
    assert english(table, actors) == [modality]


def test_a_clause_of_time_hung_as_a_complement_is_not_said() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    announced announce VERB 0 root VerbForm=Fin
    sanctions sanction NOUN 2 obj
    after after ADP 6 mark
    Iran Iran PROPN 6 nsubj
    attacked attack VERB 2 ccomp VerbForm=Fin
    Iraq Iraq PROPN 6 obj
    """
    assert english(table, {1: "ITA", 5: "IRN", 7: "IRQ"}) == ["asserted"]


def test_a_claim_read_by_the_order_of_the_words_keeps_the_source_that_the_parse_shows() -> None:
    text, sentence = parse(
        """
        selon selon ADP 2 case
        Rome Rome PROPN 5 obl
        , , PUNCT 2 punct
        Téhéran Téhéran PROPN 2 flat:name
        attaque attaquer VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
        Bagdad Bagdad PROPN 5 obj
        """
    )
    mentions = [mention(sentence, i, c) for i, c in ((2, "ITA"), (4, "IRN"), (6, "IRQ"))]
    extractor = RuleExtractor("fr", RELATIONS)
    found = extractor.extract(article(text, "fr"), [sentence], mentions)
    said = [
        (c.subject, c.relation, c.modality, c.attribution and c.attribution.actor) for c in found
    ]
    assert said == [("IRN", "assaults", "reported", "ITA")]
