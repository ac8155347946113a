"""How the press takes up persons and those for whom they speak."""

from __future__ import annotations

from datetime import date

from influence_graph.actors import ActorResolver, load_agents
from influence_graph.model import Actor, ActorName, Article, Office, TimeSpan

from .conftest import ACTORS, Read, person, sentences
from .test_press import FRENCH_MALI, says

MACRON = """
Emmanuel Emmanuel PROPN 3 nsubj
Macron Macron PROPN 1 flat
accuse accuser VERB 0 root
Vladimir Vladimir PROPN 3 obj
Poutine Poutine PROPN 4 flat
"""


def codes(language: str, *tables: str, more: tuple[Actor, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Read with further actors; the codes by the words of the mention."""
    resolver = ActorResolver((*ACTORS, *more), {language: load_agents(language)})
    text, parsed = sentences(*tables)
    article = Article(text=text, language=language, published=TimeSpan.parse("2023-02"))
    return {m.text: m.codes for m in resolver.mentions(article, parsed)}


def test_the_chief_of_a_seat_of_power(read: Read) -> None:
    table = """
    Le le DET 2 det Definite=Def
    chef chef NOUN 5 nsubj Gender=Masc|Number=Sing
    du du ADP 4 case
    Kremlin Kremlin PROPN 2 nmod
    refuse refuser VERB 0 root
    """
    assert read("fr", table).codes("chef") == ("RUS:GOV",)


def test_another_spelling_of_a_first_name() -> None:
    office = Office(organization="GEO", role="HeadOfState", start=date(2019, 1, 1))
    leader = person("PERSON:Z", "Volodymyr Zelensky", office)
    first = """
    Volodymyr Volodymyr PROPN 3 nsubj
    Zelensky Zelensky PROPN 1 flat
    left leave VERB 0 root
    """
    again = first.replace("Volodymyr", "{0}")
    same = codes("en", first, again.format("Volodimir"), more=(leader,))
    assert same["Volodimir Zelensky"] == ("GEO:GOV",)
    other = codes("en", first, again.format("Olena"), more=(leader,))
    assert other["Olena Zelensky"] == ("PERSON:ZELENSKY",)


def test_a_prince_goes_by_his_first_name() -> None:
    office = Office(organization="GEO", role="HeadOfGovernment", start=date(2019, 1, 1))
    prince = person("PERSON:P", "Karim bin Omar", office)
    namesake = person("PERSON:N", "Ali Karim", Office(organization="TUR", role="ForeignMinister"))
    first = """
    Karim Karim PROPN 4 nsubj
    bin bin PROPN 1 flat
    Omar Omar PROPN 1 flat
    left leave VERB 0 root
    """
    again = """
    Prince Prince PROPN 2 nmod:desc
    Karim Karim PROPN 3 nsubj
    agreed agree VERB 0 root
    """
    assert codes("en", first, again, more=(prince, namesake))["Karim"] == ("GEO:GOV",)


def test_a_title_beside_a_name_is_of_that_person(read: Read) -> None:
    table = """
    Emmanuel Emmanuel PROPN 8 nsubj
    Macron Macron PROPN 1 flat
    , , PUNCT 4 punct
    ministre ministre NOUN 1 appos Gender=Masc|Number=Sing
    des de ADP 6 case
    Affaires affaire NOUN 4 nmod Gender=Fem|Number=Plur
    , , PUNCT 4 punct
    refuse refuser VERB 0 root
    """
    found = read("fr", FRENCH_MALI, table)
    assert found.codes("ministre") == ("FRA:GOV",)
    assert "Affaires" not in found.words()


def test_the_head_of_state_is_the_one_who_acts(read: Read) -> None:
    """Named later in the text, but as an object, the other one is the less likely."""
    table = """
    Le le DET 2 det Definite=Def
    président président NOUN 3 nsubj Gender=Masc|Number=Sing
    insiste insister VERB 0 root
    """
    office = Office(organization="RUS", role="HeadOfState", start=date(2012, 1, 1))
    more = (person("PERSON:POUTINE", "Vladimir Poutine", office),)
    assert codes("fr", MACRON, table, more=more)["Le président"] == ("FRA:GOV",)


def test_a_ministry_says_what_its_own_state_did(read: Read) -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    closed close VERB 0 root
    its its PRON 4 nmod:poss Poss=Yes
    embassy embassy NOUN 2 obj
    , , PUNCT 8 punct
    the the DET 7 det Definite=Def
    ministry ministry NOUN 8 nsubj
    said say VERB 2 parataxis
    """
    assert read("en", says("Georgia"), table).codes("ministry") == ("MLI:GOV",)


def test_one_presses_a_government_so_that_it_acts(read: Read) -> None:
    table = """
    Alger Alger PROPN 2 nsubj
    presse presser VERB 0 root
    le le DET 4 det Definite=Def
    gouvernement gouvernement NOUN 2 obj Gender=Masc|Number=Sing
    malien malien ADJ 4 amod
    {mark} ADP 8 mark
    il il PRON 8 nsubj Gender=Masc|Number=Sing
    parte partir VERB 2 advcl
    """
    assert read("fr", table.format(mark="pour pour")).codes("il") == ("MLI:GOV",)


def test_them_between_commas_are_all_who_are_joined(read: Read) -> None:
    table = """
    Alger Alger PROPN 7 nsubj
    et et CCONJ 3 cc
    Rabat Rabat PROPN 1 conj
    , , PUNCT 5 punct
    eux eux PRON 1 dislocated Gender=Masc|Number=Plur
    , , PUNCT 5 punct
    refusent refuser VERB 0 root
    """
    assert read("fr", table).codes("eux") == ("DZA:GOV", "MAR:GOV")


def test_who_is_categorical_is_somebody(read: Read) -> None:
    table = """
    Il il PRON 3 nsubj Gender=Masc|Number=Sing
    est être AUX 3 cop
    catégorique catégorique ADJ 0 root
    : : PUNCT 6 punct
    nous nous PRON 6 nsubj
    restons rester VERB 3 ccomp
    """
    said = read("fr", FRENCH_MALI, table)
    assert said.codes("Il") == ("MLI",)
    filler = table.replace(": : PUNCT 6 punct", "que que SCONJ 6 mark")
    assert "Il" not in read("fr", FRENCH_MALI, filler).words()


def test_the_separatists_of_an_article_with_one_armed_group(read: Read) -> None:
    """However far back it was named; with two groups only the near one is meant."""
    name = "M23 M23 PROPN 2 nsubj\nattacked attack VERB 0 root"
    again = """
    The the DET 2 det Definite=Def
    separatists separatist NOUN 3 nsubj Number=Plur
    left leave VERB 0 root
    """
    far = [says("Georgia")] * 8
    assert read("en", name, *far, again).codes("separatists") == ("NSAG:M23",)
    two = read("en", name, name.replace("M23", "Wagner"), *far, again)
    assert "The separatists" not in two.words()


def test_a_city_stands_for_an_organisation_only_in_its_company() -> None:
    league = Actor(
        code="IGO:LAS", kind="InternationalOrganization", labels={"en": "Arab League"},
        names=(ActorName(text="Arab League"), ActorName(text="Sfax", kind="city")),
    )  # fmt: skip
    assert "Sfax" not in codes("en", says("Sfax"), more=(league,))
    named = """
    Arab Arab PROPN 2 compound
    League League PROPN 3 nsubj
    met meet VERB 0 root
    """
    assert codes("en", named, says("Sfax"), more=(league,))["Sfax"] == ("IGO:LAS",)


def test_who_leads_a_delegation_is_of_its_state(read: Read) -> None:
    table = """
    The the DET 3 det Definite=Def
    Malian Malian ADJ 3 amod
    delegation delegation NOUN 9 nsubj Number=Sing
    , , PUNCT 5 punct
    led lead VERB 3 acl VerbForm=Part
    by by ADP 7 case
    Yaya Yaya PROPN 5 obl:agent
    Kante Kante PROPN 7 flat
    left leave VERB 0 root
    """
    assert read("en", table).codes("Yaya Kante") == ("MLI:GOV",)


def test_the_delegations_from_both_countries(read: Read) -> None:
    first = """
    Mali Mali PROPN 4 nsubj
    and and CCONJ 3 cc
    Georgia Georgia PROPN 1 conj
    agreed agree VERB 0 root
    """
    second = """
    Delegations delegation NOUN 5 nsubj Number=Plur
    from from ADP 4 case
    both both DET 4 det
    countries country NOUN 1 nmod Number=Plur
    left leave VERB 0 root
    """
    assert read("en", first, second).codes("Delegations") == ("MLI:GOV", "GEO:GOV")


def test_the_authorities_of_a_place_are_its_own(read: Read) -> None:
    table = """
    The the DET 3 det Definite=Def
    junta junta NOUN 3 compound
    authorities authority NOUN 6 nsubj Number=Plur
    in in ADP 5 case
    Niger Niger PROPN 3 nmod
    left leave VERB 0 root
    """
    assert read("en", says("Mali"), says("Mali"), table).codes("authorities") == ("NER:GOV",)


def test_an_english_name_may_end_with_the_kind_of_body(read: Read) -> None:
    table = """
    the the DET 4 det Definite=Def
    Desert Desert PROPN 4 compound
    Border Border PROPN 4 compound
    Front Front PROPN 8 nsubj
    ( ( PUNCT 6 punct
    DBF DBF PROPN 4 appos
    ) ) PUNCT 6 punct
    left leave VERB 0 root
    """
    again = "DBF DBF PROPN 2 nsubj\nagreed agree VERB 0 root"
    assert read("en", table, again).codes("DBF", 1) == ("ORG:DBF",)
