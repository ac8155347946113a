"""Persons: by office at the date, by what introduces them."""

from __future__ import annotations

from datetime import date

import pytest

from influence_graph.actors.people import stands_for, surname
from influence_graph.model import Actor, Office

from .conftest import Read

TRIP = """
Ramtane Ramtane PROPN 3 nsubj
Lamamra Lamamra PROPN 1 flat:name
arrive arriver VERB 0 root
"""


def subject(*words: str, verb: str = "arrives") -> str:
    """Make a clause whose subject is a name."""
    last = len(words) + 1
    lines = [f"{words[0]} {words[0]} PROPN {last} nsubj"]
    lines += [f"{w} {w} PROPN 1 flat" for w in words[1:]]
    return "\n".join([*lines, f"{verb} arrive VERB 0 root"])


def test_a_person_stands_for_the_office_held_at_the_date(read: Read) -> None:
    found = read("fr", TRIP, published="2023-01-09").at("Ramtane Lamamra")
    assert found.codes == ("DZA:GOV",)
    assert found.kind == "person"
    assert found.via == "PERSON:RAMTANE-LAMAMRA"


def test_out_of_office_the_state_alone(read: Read) -> None:
    assert read("fr", TRIP, published="2024-05").codes("Ramtane Lamamra") == ("DZA",)


def test_without_a_date_the_latest_office(read: Read) -> None:
    assert read("fr", TRIP, published=None).codes("Ramtane Lamamra") == ("DZA:GOV",)


@pytest.mark.parametrize(
    ("day", "code"),
    [("2023-05-01", "SEN:OPP"), ("2024-05-01", "SEN:GOV")],
)
def test_the_office_of_that_day_counts(read: Read, day: str, code: str) -> None:
    assert read("en", subject("Ousmane", "Sonko"), published=day).codes("Ousmane Sonko") == (code,)


def test_the_head_of_an_organisation_stands_for_it(read: Read) -> None:
    found = read("en", subject("Kaja", "Kallas"), published="2025-01-15")
    assert found.codes("Kaja Kallas") == ("IGO:EU",)


def test_a_person_is_not_the_country_in_the_name(read: Read) -> None:
    found = read("en", subject("Israel", "Katz"), published="2024-05-02")
    assert found.codes("Israel Katz") == ("ISR:GOV",)


def test_a_surname_after_the_full_name(read: Read) -> None:
    found = read("en", subject("Vladimir", "Putin"), subject("Putin"))
    assert found.codes("Putin") == ("RUS:GOV",)


def test_a_surname_in_the_headline_before_the_full_name(read: Read) -> None:
    found = read("en", subject("Putin"), subject("Vladimir", "Putin"), titles=[0])
    assert found.codes("Putin") == ("RUS:GOV",)


def test_a_surname_alone_needs_its_country_in_the_article(read: Read) -> None:
    assert read("en", subject("Putin")).mentions == ()
    assert read("en", subject("Russia"), subject("Putin")).codes("Putin") == ("RUS:GOV",)


def test_a_namesake_with_another_first_name_is_somebody_else(read: Read) -> None:
    found = read("en", subject("Vladimir", "Putin"), subject("Igor", "Putin"))
    assert found.codes("Igor Putin") == ("PERSON:PUTIN",)


APPOSITION = """
le le DET 2 det Definite=Def
Premier premier ADJ 3 amod
ministre ministre NOUN 8 nsubj
malien malien ADJ 3 amod
, , PUNCT 6 punct
Choguel Choguel PROPN 3 appos
Maïga Maïga PROPN 6 flat:name
accuse accuser VERB 0 root
"""


def test_an_unknown_person_is_learned_from_the_title(read: Read) -> None:
    found = read("fr", APPOSITION, subject("Maïga", verb="part"))
    assert found.codes("Choguel Maïga") == ("MLI:GOV",)
    assert found.at("Choguel Maïga").via == "PERSON:MAÏGA"
    assert found.codes("Maïga", -1) == ("MLI:GOV",)
    assert [(a.code, a.kind, a.acts_for) for a in found.provisional] == [
        ("PERSON:MAÏGA", "Person", "MLI:GOV")
    ]


def test_a_title_after_the_name(read: Read) -> None:
    table = """
    Joseph Joseph PROPN 9 nsubj
    Wu Wu PROPN 1 flat
    , , PUNCT 7 punct
    Mali Mali PROPN 7 nmod:poss
    's 's PART 4 case
    foreign foreign ADJ 7 amod
    minister minister NOUN 1 appos
    , , PUNCT 7 punct
    left leave VERB 0 root
    """
    assert read("en", table).codes("Joseph Wu") == ("MLI:GOV",)


def test_a_possessive_title_takes_the_state_of_its_owner(read: Read) -> None:
    table = """
    Son son DET 2 det Poss=Yes|Number=Sing
    président président NOUN 7 nsubj Gender=Masc|Number=Sing
    , , PUNCT 4 punct
    Nana Nana PROPN 2 appos
    Akufo Akufo PROPN 4 flat:name
    , , PUNCT 4 punct
    accuse accuser VERB 0 root
    """
    before = "Le le DET 2 det Gender=Masc\nMali Mali PROPN 3 nsubj\nattend attendre VERB 0 root"
    found = read("fr", before, table)
    assert found.codes("président") == ("MLI:GOV",)
    assert found.codes("Nana Akufo") == ("MLI:GOV",)


def test_a_nationality_before_a_name_gives_the_state(read: Read) -> None:
    table = """
    Mali Mali PROPN 3 nmod:poss
    's 's PART 1 case
    Assimi Assimi PROPN 5 nsubj
    Camara Camara PROPN 3 flat
    left leave VERB 0 root
    """
    assert read("en", table).codes("Assimi Camara") == ("MLI",)


def test_an_unknown_name_where_an_actor_stands_is_provisional_and_doubtful(read: Read) -> None:
    found = read("en", subject("Bidzina", "Ivanishvili"))
    mention = found.at("Bidzina Ivanishvili")
    assert mention.codes == ("PERSON:IVANISHVILI",)
    assert mention.score < 0.5
    assert found.provisional[0].provisional


def test_an_unknown_name_elsewhere_is_left_alone(read: Read) -> None:
    table = "rain rain NOUN 0 root\nin in ADP 3 case\nTamanrasset Tamanrasset PROPN 1 nmod"
    found = read("en", table)
    assert (found.mentions, found.provisional) == ((), ())


def test_an_unknown_organisation_is_learned_with_its_acronym(read: Read) -> None:
    table = """
    Mouvement mouvement NOUN 0 root
    du de ADP 3 case
    Nord nord NOUN 1 nmod
    ( ( PUNCT 5 punct
    MDN MDN PROPN 1 appos
    ) ) PUNCT 5 punct
    """
    found = read("fr", table, subject("MDN", verb="refuse"))
    assert found.codes("Mouvement du Nord") == ("ORG:MDN",)
    assert found.codes("MDN", -1) == ("ORG:MDN",)
    assert [a.code for a in found.provisional] == ["ORG:MDN"]


def test_an_acronym_is_of_the_actor_that_the_article_introduces_with_it(read: Read) -> None:
    table = """
    Union union NOUN 0 root
    européenne européen ADJ 1 amod
    ( ( PUNCT 4 punct
    ONU ONU PROPN 1 appos
    ) ) PUNCT 4 punct
    """
    found = read("fr", table, subject("ONU", verb="refuse"))
    assert found.codes("ONU", -1) == ("IGO:EU",)
    assert read("fr", subject("ONU", verb="refuse")).codes("ONU") == ("IGO:UN",)


def test_the_heavier_of_two_offices_counts() -> None:
    person = Actor(
        code="PERSON:X",
        kind="Person",
        offices=(
            Office(organization="IGO:AU", role="Head", start=date(2024, 1, 1)),
            Office(organization="MLI", role="HeadOfState", start=date(2020, 1, 1)),
        ),
    )
    assert stands_for(person, date(2024, 6, 1))[0] == "MLI:GOV"


def test_monarchs_have_no_surname() -> None:
    assert surname("Mohammed VI") == "Mohammed VI"
    assert surname("Abdoulaye Diop") == "Diop"
