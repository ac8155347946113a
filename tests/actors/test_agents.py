"""Agent nouns: who acts for whom."""

from __future__ import annotations

import pytest

from influence_graph.actors import load_agents
from influence_graph.actors.agents import combine
from influence_graph.actors.lexicon import AgentNoun

from .conftest import Read


def french(noun: str, adjective: str, feats: str = "Number=Sing") -> str:
    return f"""
    la le DET 2 det Definite=Def
    {noun} {noun} NOUN 4 nsubj {feats}
    {adjective} {adjective} ADJ 2 amod
    refuse refuser VERB 0 root
    """


def english(demonym: str, noun: str, lemma: str) -> str:
    return f"""
    {demonym} {demonym} ADJ 2 amod
    {noun} {lemma} NOUN 3 nsubj
    refused refuse VERB 0 root
    """


@pytest.mark.parametrize(
    ("noun", "adjective", "code"),
    [
        ("junte", "malienne", "MLI:MIL"),
        ("régime", "algérien", "DZA:GOV"),
        ("diplomatie", "algérienne", "DZA:GOV"),
        ("armée", "française", "FRA:MIL"),
        ("population", "malienne", "MLI:CVL"),
        ("opposition", "burkinabè", "BFA:OPP"),
        ("justice", "russe", "RUS:JUD"),
        ("télévision", "russe", "RUS:MED"),
        ("entreprise", "française", "FRA:BUS"),
        ("délégation", "russe", "RUS:GOV"),
        ("présidente", "géorgienne", "GEO:GOV"),
        ("manifestantes", "nigériens", "NER:CVL"),
        ("généraux", "nigériens", "NER:MIL"),
    ],
)
def test_a_french_noun_with_an_adjective(read: Read, noun: str, adjective: str, code: str) -> None:
    found = read("fr", french(noun, adjective))
    assert found.codes(noun) == (code,)
    assert found.at(noun).kind == "agent"
    assert found.at(adjective).kind == "demonym"


@pytest.mark.parametrize(
    ("demonym", "noun", "lemma", "code"),
    [
        ("Malian", "officers", "officer", "MLI:MIL"),
        ("Malian", "troops", "troops", "MLI:MIL"),
        ("American", "officials", "official", "USA:GOV"),
        ("Nigerien", "protesters", "protester", "NER:CVL"),
        ("Russian", "airlines", "airline", "RUS:BUS"),
        ("French", "warships", "warship", "FRA:MIL"),
        ("Sudanese", "policemen", "policeman", "SDN:GOV"),
        ("Georgian", "opposition", "opposition", "GEO:OPP"),
    ],
)
def test_an_english_noun_with_an_adjective(
    read: Read, demonym: str, noun: str, lemma: str, code: str
) -> None:
    assert read("en", english(demonym, noun, lemma)).codes(noun) == (code,)


def test_the_complement_says_for_whom(read: Read) -> None:
    table = """
    l' le DET 2 det Definite=Def
    ambassadeur ambassadeur NOUN 7 nsubj
    du de ADP 4 case Definite=Def
    Mali Mali PROPN 2 nmod
    à à ADP 6 case
    Alger Alger PROPN 2 nmod
    part partir VERB 0 root
    """
    found = read("fr", table)
    assert found.codes("ambassadeur") == ("MLI:GOV",)
    assert found.codes("Alger") == ("DZA:GOV",)


def test_a_noun_of_several_words_has_its_head(read: Read) -> None:
    table = """
    le le DET 2 det Definite=Def
    chef chef NOUN 7 nsubj
    de de ADP 5 case
    la le DET 5 det
    diplomatie diplomatie NOUN 2 nmod
    algérienne algérien ADJ 5 amod
    arrive arriver VERB 0 root
    """
    mention = read("fr", table).at("chef")
    assert mention.codes == ("DZA:GOV",)
    assert mention.head == 1
    assert mention.text == "le chef de la diplomatie algérienne"


def test_an_office_may_be_interrupted_by_its_adjective(read: Read) -> None:
    table = """
    Le le DET 2 det Definite=Def
    ministre ministre NOUN 7 nsubj
    algérien algérien ADJ 2 amod
    des de ADP 5 case
    Affaires affaire NOUN 2 nmod
    étrangères étranger ADJ 5 amod
    arrive arriver VERB 0 root
    """
    found = read("fr", table)
    assert found.codes("ministre") == ("DZA:GOV",)
    assert found.words() == ["Le ministre algérien des Affaires étrangères", "algérien"]


def test_an_english_compound(read: Read) -> None:
    table = """
    Niger Niger PROPN 3 compound
    coup coup NOUN 3 compound
    leaders leader NOUN 4 nsubj
    met meet VERB 0 root
    """
    assert read("en", table).codes("leaders") == ("NER:MIL",)


def test_the_possessive_s(read: Read) -> None:
    table = """
    Kremlin Kremlin PROPN 3 nmod:poss
    's 's PART 1 case
    spokesman spokesman NOUN 4 nsubj
    said say VERB 0 root
    """
    assert read("en", table).codes("spokesman") == ("RUS:GOV",)


def test_what_belongs_to_a_phrase_has_its_code(read: Read) -> None:
    table = """
    les le DET 2 det
    membres membre NOUN 7 nsubj Number=Plur
    de de ADP 5 case
    la le DET 5 det
    junte junte NOUN 2 nmod
    malienne malien ADJ 5 amod
    refusent refuser VERB 0 root
    """
    assert read("fr", table).codes("membres") == ("MLI:MIL",)


def test_the_men_of_an_armed_group_are_the_group(read: Read) -> None:
    table = """
    les le DET 2 det
    hommes homme NOUN 5 nsubj Number=Plur
    de de ADP 4 case
    Wagner Wagner PROPN 2 nmod
    arrivent arriver VERB 0 root
    """
    assert read("fr", table).codes("hommes") == ("NSAG:WAGNER",)


def test_officials_of_an_organisation_are_the_organisation(read: Read) -> None:
    table = """
    ECOWAS ECOWAS PROPN 2 compound
    leaders leader NOUN 3 nsubj
    met meet VERB 0 root
    """
    assert read("en", table).codes("leaders") == ("IGO:ECOWAS",)


def test_coordinated_adjectives_give_both_states(read: Read) -> None:
    table = """
    French French ADJ 4 amod
    and and CCONJ 3 cc
    Algerian Algerian ADJ 1 conj
    warships warship NOUN 5 nsubj
    met meet VERB 0 root
    """
    assert read("en", table).codes("warships") == ("FRA:MIL", "DZA:MIL")


def test_coordinated_complements_give_both_states(read: Read) -> None:
    table = """
    the the DET 2 det
    juntas junta NOUN 7 nsubj Number=Plur
    of of ADP 4 case
    Bamako Bamako PROPN 2 nmod
    and and CCONJ 6 cc
    Niamey Niamey PROPN 4 conj
    agreed agree VERB 0 root
    """
    assert read("en", table).codes("juntas") == ("MLI:MIL", "NER:MIL")


def test_rebels_of_a_nationality_are_a_provisional_group(read: Read) -> None:
    found = read("en", english("Sudanese", "rebels", "rebel"))
    assert found.codes("rebels") == ("NSAG:SDN-REBELS",)
    assert [(a.code, a.provisional) for a in found.provisional] == [("NSAG:SDN-REBELS", True)]


def test_unnamed_jihadists_are_no_actor(read: Read) -> None:
    found = read("en", english("Malian", "jihadists", "jihadist"))
    assert found.words() == ["Malian"]


def test_an_ally_is_not_who_it_is_allied_with(read: Read) -> None:
    table = """
    l' le DET 2 det
    allié allié NOUN 6 nsubj
    de de ADP 5 case
    la le DET 5 det
    Russie Russie PROPN 2 nmod
    part partir VERB 0 root
    """
    assert read("fr", table).words() == ["Russie"]
    assert read("fr", french("allié", "russe")).codes("allié") == ("RUS",)


def test_a_former_president_stands_for_the_state_alone(read: Read) -> None:
    table = """
    former former ADJ 3 amod
    French French ADJ 3 amod
    president president NOUN 4 nsubj
    said say VERB 0 root
    """
    assert read("en", table).codes("president") == ("FRA",)


def test_places_of_a_state_are_marked_as_places(read: Read) -> None:
    found = read("fr", french("territoire", "malien")).at("territoire")
    assert (found.codes, found.kind) == (("MLI",), "city")


def test_those_who_rule_a_country_act_for_it(read: Read) -> None:
    table = """
    les le DET 2 det
    généraux général NOUN 7 nsubj Number=Plur
    qui qui PRON 5 nsubj PronType=Rel
    ont avoir AUX 5 aux
    renversé renverser VERB 2 acl:relcl VerbForm=Part
    Bamako Bamako PROPN 5 obj
    refusent refuser VERB 0 root
    """
    assert read("fr", table).codes("généraux") == ("MLI:MIL",)


def test_counted_people_are_people_and_stand_where_they_are_counted(read: Read) -> None:
    table = """
    Des un DET 2 det
    milliers millier NOUN 5 nsubj Number=Plur
    de de ADP 4 case
    Maliens Malien NOUN 2 nmod Number=Plur
    défilent défiler VERB 0 root
    """
    found = read("fr", table)
    assert found.codes("milliers") == ("MLI:CVL",)
    assert found.at("milliers").head == 1


def test_set_phrases_are_no_agents(read: Read) -> None:
    table = """
    Bamako Bamako PROPN 4 nsubj
    est être AUX 4 cop
    au à ADP 4 case
    pouvoir pouvoir NOUN 0 root
    """
    assert read("fr", table).words() == ["Bamako"]


def test_who_leads_forces_acts_through_them_but_not_through_an_alliance(read: Read) -> None:
    """ "Russian-led troops" are Russia's, "the Moscow-led alliance" is its members'."""
    table = """
    Russian Russian ADJ 3 compound SpaceAfter=No
    - - PUNCT 1 punct SpaceAfter=No
    led lead VERB 4 amod Tense=Past|VerbForm=Part
    {0} {1} NOUN 5 nsubj Number=Plur
    left leave VERB 0 root
    """
    assert read("en", table.format("troops", "troops")).codes("troops") == ("RUS:MIL",)
    assert "companies" not in read("en", table.format("companies", "company")).words()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_lexicon_has_at_least_250_agent_nouns(language: str) -> None:
    nouns = [n for n in load_agents(language).nouns.values() if n.group != "description"]
    assert len([n for n in nouns if n.role not in ("NONE", "PLACE")]) >= 250


def test_roles_of_a_state_and_other_actors() -> None:
    army = AgentNoun(text="army", role="MIL", kind="body", group="x")
    member = AgentNoun(text="member", role="ARMED", kind="person", group="x", named_only=True)
    assert combine("MLI:GOV", army) == "MLI:MIL"
    assert combine("IGO:UN", army) == "IGO:UN"
    assert combine("MLI", member) is None
    assert combine("MLI:MIL", member, inherited=True) == "MLI:MIL"


def test_fighters_in_a_country_are_not_that_country(read: Read) -> None:
    table = """
    Fighters fighter NOUN 4 nsubj Number=Plur
    in in ADP 3 case
    Mali Mali PROPN 1 nmod
    met meet VERB 0 root
    """
    assert "Fighters" not in read("en", table).words()


@pytest.mark.parametrize(
    ("article", "codes"), [("des un Definite=Ind", None), ("les le Definite=Def", ("MLI",))]
)
def test_unnamed_fighters_in_a_state_are_not_its_own(
    read: Read, article: str, codes: tuple[str, ...] | None
) -> None:
    word, lemma, feats = article.split()
    table = f"""
    {word} {lemma} DET 2 det {feats}
    mercenaires mercenaire NOUN 5 nsubj Number=Plur
    au à ADP 4 case
    Mali Mali PROPN 2 nmod
    refusent refuser VERB 0 root
    """
    found = {m.text: m.codes for m in read("fr", table).mentions}
    assert found.get(f"{word} mercenaires") == codes
