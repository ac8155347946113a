"""Definite descriptions: what was named before."""

from __future__ import annotations

import pytest

from .conftest import Read


def noun(*words: str, verb: str = "refuse") -> str:
    """Make a clause whose subject is a determiner, adjectives and a noun."""
    head = len(words)
    lines = []
    for i, word in enumerate(words, 1):
        if i == head:
            plural = "Plur" if word.endswith(("s", "x")) and len(words) > 2 else "Sing"
            lines.append(f"{word} {word.lower()} NOUN {head + 1} nsubj Number={plural}")
        elif i == 1:
            lines.append(f"{word} {word.lower()} DET {head} det Definite=Def")
        elif word in {"deux", "trois", "two", "three"}:
            lines.append(f"{word} {word} NUM {head} nummod")
        else:
            lines.append(f"{word} {word} ADJ {head} amod")
    return "\n".join([*lines, f"{verb} {verb} VERB 0 root"])


def name(text: str, verb: str = "parle", obj: str = "") -> str:
    table = f"{text} {text} PROPN 2 nsubj\n{verb} {verb} VERB 0 root"
    return f"{table}\n{obj} {obj} PROPN 2 obj" if obj else table


JUNTA = """
la le DET 2 det Definite=Def
junte junte NOUN 4 nsubj Number=Sing|Gender=Fem
malienne malien ADJ 2 amod
parle parler VERB 0 root
"""


def test_the_junta_is_the_one_named_before(read: Read) -> None:
    found = read("fr", JUNTA, name("Paris", obj="Alger"), noun("la", "junte"))
    mention = found.at("junte", -1)
    assert (mention.codes, mention.kind) == (("MLI:MIL",), "description")
    assert "sentence 1" in mention.reasons[0]


def test_the_junta_is_of_the_state_whose_officers_took_power(read: Read) -> None:
    colonels = JUNTA.replace("junte junte", "putschistes putschiste")
    found = read("fr", colonels, name("Paris", obj="Alger"), noun("la", "junte"))
    assert found.codes("junte", -1) == ("MLI:MIL",)


def test_the_government_is_of_the_state_most_spoken_of(read: Read) -> None:
    found = read("en", name("Mali"), name("Mali", obj="Algeria"), noun("the", "government"))
    assert found.codes("government") == ("MLI:GOV",)


def test_an_object_is_not_of_the_subjects_state(read: Read) -> None:
    table = """
    Moscow Moscow PROPN 2 nsubj
    praised praise VERB 0 root
    the the DET 4 det
    government government NOUN 2 obj
    """
    assert read("en", name("Mali"), table).codes("government") == ("MLI:GOV",)


def test_the_scene_of_the_sentence_decides(read: Read) -> None:
    table = """
    In in ADP 2 case
    Tbilisi Tbilisi PROPN 6 obl
    , , PUNCT 2 punct
    the the DET 5 det
    opposition opposition NOUN 6 nsubj
    protested protest VERB 0 root
    """
    found = read("en", name("Russia"), name("Russia"), table)
    assert found.codes("opposition") == ("GEO:OPP",)


def test_the_country_is_that_of_the_subject(read: Read) -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    closed close VERB 0 root
    the the DET 4 det
    country country NOUN 2 obj
    """
    assert read("en", name("Algeria"), name("Algeria"), table).codes("country") == ("MLI",)


def test_the_kingdom_is_a_kingdom(read: Read) -> None:
    found = read("fr", name("Alger", obj="Rabat"), noun("le", "royaume"))
    assert found.codes("royaume") == ("MAR",)


def test_the_former_colonial_power_must_be_named(read: Read) -> None:
    table = noun("l'", "ancienne", "puissance", "coloniale")
    table = """
    l' le DET 3 det Definite=Def
    ancienne ancien ADJ 3 amod
    puissance puissance NOUN 5 nsubj
    coloniale colonial ADJ 3 amod
    refuse refuser VERB 0 root
    """
    assert read("fr", name("Bamako", obj="Paris"), table).codes("puissance") == ("FRA",)
    assert "puissance" not in " ".join(read("fr", name("Bamako"), table).words())


def test_the_bloc_and_the_alliance_are_organisations(read: Read) -> None:
    assert read("en", name("ECOWAS"), noun("the", "bloc")).codes("bloc") == ("IGO:ECOWAS",)
    found = read("en", name("NATO"), name("ECOWAS"), noun("the", "alliance"))
    assert found.codes("alliance") == ("IGO:NATO",)


def test_the_rebels_are_the_group_named_before(read: Read) -> None:
    found = read("en", name("M23"), noun("the", "rebels"))
    assert found.codes("rebels") == ("NSAG:M23",)
    assert read("en", name("Mali"), noun("the", "rebels")).words() == ["Mali"]


def test_the_two_countries_are_those_named_together(read: Read) -> None:
    table = """
    Mali Mali PROPN 4 nsubj
    and and CCONJ 3 cc
    Algeria Algeria PROPN 1 conj
    met meet VERB 0 root
    Moscow Moscow PROPN 4 obl
    """
    assert read("en", table, noun("the", "two", "countries")).codes("countries") == ("MLI", "DZA")


def test_the_two_capitals_are_governments_but_not_the_subject(read: Read) -> None:
    table = """
    Washington Washington PROPN 2 nsubj
    presse presser VERB 0 root
    les le DET 5 det Definite=Def
    deux deux NUM 5 nummod
    capitales capitale NOUN 2 obj Number=Plur
    """
    found = read("fr", name("Bamako", obj="Alger"), name("Washington"), table)
    assert sorted(found.codes("capitales")) == ["DZA", "MLI"]


def test_the_two_neighbours_have_a_common_border(read: Read) -> None:
    found = read("fr", name("Alger", obj="Rabat"), name("Paris"), noun("les", "deux", "voisins"))
    assert found.codes("voisins") == ("DZA", "MAR")


def test_three_states(read: Read) -> None:
    table = """
    Mali Mali PROPN 6 nsubj
    , , PUNCT 3 punct
    Niger Niger PROPN 1 conj
    and and CCONJ 5 cc
    Morocco Morocco PROPN 1 conj
    agree agree VERB 0 root
    """
    found = read("en", table, noun("the", "three", "states"))
    assert found.codes("states") == ("MLI", "NER", "MAR")


def test_the_two_men_are_persons(read: Read) -> None:
    table = """
    Emmanuel Emmanuel PROPN 6 nsubj
    Macron Macron PROPN 1 flat:name
    et et CCONJ 4 cc
    Vladimir Vladimir PROPN 1 conj
    Putin Putin PROPN 4 flat:name
    parlent parler VERB 0 root
    """
    found = read("fr", table, noun("les", "deux", "hommes"))
    assert found.codes("hommes") == ("FRA:GOV", "RUS:GOV")


def test_each_and_the_other(read: Read) -> None:
    before = """
    Mali Mali PROPN 4 nsubj
    and and CCONJ 3 cc
    Algeria Algeria PROPN 1 conj
    met meet VERB 0 root
    """
    table = """
    each each DET 2 det
    government government NOUN 3 nsubj
    accused accuse VERB 0 root
    the the DET 5 det
    other other ADJ 3 obj
    """
    found = read("en", before, table)
    assert found.codes("government") == ("MLI:GOV", "DZA:GOV")
    assert found.codes("other") == ("MLI:GOV", "DZA:GOV")


def test_a_neighbour_lies_on_the_side_that_is_said(read: Read) -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    accused accuse VERB 0 root
    its its PRON 5 nmod:poss Poss=Yes
    northern northern ADJ 5 amod
    neighbour neighbour NOUN 2 obj
    """
    found = read("en", name("Niger"), name("Algeria"), table)
    assert found.codes("neighbour") == ("DZA",)


def test_neighbours_are_those_that_the_article_names(read: Read) -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    accuse accuser VERB 0 root
    ses son DET 4 det Poss=Yes
    voisins voisin NOUN 2 obj Number=Plur
    """
    found = read("fr", name("Alger", obj="Niamey"), table)
    assert found.codes("voisins") == ("DZA", "NER")


def test_an_indefinite_noun_stands_for_nobody(read: Read) -> None:
    table = "un un DET 2 det Definite=Ind\nministre ministre NOUN 3 nsubj\nparle parler VERB 0 root"
    assert read("fr", name("Mali"), table).words() == ["Mali"]


def test_a_text_is_no_actor(read: Read) -> None:
    assert read("fr", name("Mali"), noun("le", "communiqué")).words() == ["Mali"]


def test_the_headline_counts(read: Read) -> None:
    found = read("fr", name("Niamey", obj="Paris"), noun("la", "police"), titles=[0])
    assert found.codes("police") == ("NER:GOV",)


def test_the_two_countries_of_the_headline_outlast_others_named_in_passing(read: Read) -> None:
    headline = name("Alger", obj="Rabat")
    passing = """
    liens lien NOUN 0 root
    entre entre ADP 3 case
    Moscou Moscou PROPN 1 nmod
    et et CCONJ 5 cc
    Paris Paris PROPN 3 conj
    """
    found = read("fr", headline, passing, noun("les", "deux", "pays"), titles=[0])
    assert found.codes("pays") == ("DZA", "MAR")


def test_three_named_together_once_are_remembered(read: Read) -> None:
    table = """
    Mali Mali PROPN 6 nsubj
    , , PUNCT 3 punct
    Niger Niger PROPN 1 conj
    and and CCONJ 5 cc
    Morocco Morocco PROPN 1 conj
    agree agree VERB 0 root
    """
    filler = [name("Moscow"), name("Paris"), name("Moscow"), name("Paris"), name("Moscow")]
    found = read("en", table, *filler, noun("the", "three", "juntas"))
    assert found.codes("juntas") == ("MLI:MIL", "NER:MIL", "MAR:MIL")


def test_an_officer_at_the_head_of_a_state_makes_it_a_junta(read: Read) -> None:
    table = """
    General general PROPN 2 nmod:desc
    Assimi Assimi PROPN 4 nsubj
    Goïta Goïta PROPN 2 flat
    spoke speak VERB 0 root
    """
    found = read("en", table, name("Russia"), name("Russia"), noun("the", "junta"))
    assert found.codes("junta") == ("MLI:MIL",)


def test_the_country_where_others_act_is_not_theirs(read: Read) -> None:
    headline = """
    Paris Paris PROPN 2 nsubj
    quitte quitter VERB 0 root
    au à ADP 4 case
    Mali Mali PROPN 2 obl
    """
    table = """
    Moscou Moscou PROPN 2 nsubj
    entre entrer VERB 0 root
    dans dans ADP 5 case
    le le DET 5 det Definite=Def
    pays pays NOUN 2 obl
    """
    assert read("fr", headline, table, titles=[0]).codes("pays") == ("MLI",)


def test_an_apposition_is_what_it_stands_beside(read: Read) -> None:
    table = """
    NATO NATO PROPN 5 nsubj
    , , PUNCT 4 punct
    the the DET 4 det
    alliance alliance NOUN 1 appos
    waits wait VERB 0 root
    """
    assert read("en", table).codes("alliance") == ("IGO:NATO",)


@pytest.mark.parametrize(
    ("adjective", "codes"), [("old", ("MLI:GOV",)), ("separatist", None), ("self-proclaimed", None)]
)
def test_a_regime_apart_is_not_the_one_spoken_of(
    read: Read, adjective: str, codes: tuple[str, ...] | None
) -> None:
    table = f"""
    The the DET 3 det Definite=Def
    {adjective} {adjective} ADJ 3 amod
    regime regime NOUN 4 nsubj
    spoke speak VERB 0 root
    """
    found = read("en", name("Mali"), name("Mali"), table)
    assert [m.codes for m in found.mentions if m.text.endswith("regime")] == (
        [codes] if codes else []
    )


def test_the_capital_named_after_a_comma_is_that_one(read: Read) -> None:
    table = """
    Algiers Algiers PROPN 2 nsubj
    saw see VERB 0 root
    the the DET 4 det Definite=Def
    capital capital NOUN 2 obj
    , , PUNCT 6 punct
    Bamako Bamako PROPN 4 appos
    """
    assert read("en", name("Niger"), name("Niger"), table).codes("capital") == ("MLI",)
