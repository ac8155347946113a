"""Names of the gazetteer in a text."""

from __future__ import annotations

from .conftest import Read


def plain(*words: str) -> str:
    """Make a table of proper nouns, the first the root."""
    return "\n".join(
        f"{w} {w} {'PUNCT' if w in {',', '.', '-'} else 'PROPN'} {0 if i == 0 else 1} "
        f"{'root' if i == 0 else 'dep'}"
        for i, w in enumerate(words)
    )


def test_a_name_stands_for_its_state(read: Read) -> None:
    found = read("fr", "Mali Mali PROPN 2 nsubj\nrefuse refuser VERB 0 root").at("Mali")
    assert (found.codes, found.kind, found.sentence, found.head) == (("MLI",), "name", 0, 0)


def test_the_longest_name_wins(read: Read) -> None:
    assert read("en", plain("South", "Sudan")).codes("Sudan") == ("SSD",)
    assert read("fr", plain("Guinée-Bissau")).codes("Guinée-Bissau") == ("GNB",)
    assert read("en", plain("Guinea", "-", "Bissau")).codes("Bissau") == ("GNB",)
    assert read("fr", plain("Guinée")).codes("Guinée") == ("GIN",)


def test_niger_is_not_nigeria(read: Read) -> None:
    found = read("en", plain("Niger", ",", "Nigeria"))
    assert (found.codes("Niger"), found.codes("Nigeria")) == (("NER",), ("NGA",))


def test_accents_and_capitals_of_an_acronym_do_not_matter(read: Read) -> None:
    for form in ("CEDEAO", "Cedeao", "Cédéao", "CÉDÉAO"):
        assert read("fr", plain(form)).codes(form) == ("IGO:ECOWAS",)


def test_a_dotted_acronym_is_the_acronym(read: Read) -> None:
    assert read("en", plain("U.N.")).at("U.N").codes == ("IGO:UN",)


def test_a_name_without_its_capital_is_a_common_noun(read: Read) -> None:
    for word in ("turkey", "mali", "us", "un"):
        assert read("en", f"{word} {word} NOUN 0 root").mentions == ()


def test_a_shouted_headline_is_read(read: Read) -> None:
    shouted = read("en", plain("FRANCE", "ACCUSES", "MALI", "AGAIN", "TODAY"))
    assert [m.codes for m in shouted.mentions] == [("FRA",), ("MLI",)]


def test_an_expression_that_holds_a_name_is_no_actor(read: Read) -> None:
    assert read("fr", "fleuve fleuve NOUN 0 root\nNiger Niger PROPN 1 nmod").mentions == ()
    assert read("en", plain("Washington", "Post")).mentions == ()


def test_a_capital_stands_for_the_government_and_says_that_it_is_one(read: Read) -> None:
    found = read("fr", plain("Alger")).at("Alger")
    assert (found.codes, found.kind) == (("DZA:GOV",), "capital")


def test_a_seat_stands_for_the_government(read: Read) -> None:
    found = read("fr", plain("Quai", "d'", "Orsay"))
    assert found.mentions[0].codes == ("FRA:GOV",)
    assert found.mentions[0].kind == "seat"


def test_a_branch_counts_as_its_organisation(read: Read) -> None:
    found = read("en", plain("UNIFIL")).at("UNIFIL")
    assert (found.codes, found.via) == (("IGO:UN",), "IGO:UNIFIL")


def test_a_prefixed_adjective_is_found_inside_its_word(read: Read) -> None:
    found = read("fr", "accord accord NOUN 0 root\npro-français pro-français ADJ 1 amod")
    mention = found.at("français")
    assert (mention.codes, mention.kind, mention.head) == (("FRA",), "demonym", 1)


def test_a_compound_adjective_gives_both(read: Read) -> None:
    found = read("fr", "accord accord NOUN 0 root\nfranco-malien franco-malien ADJ 1 amod")
    assert found.at("franco-malien").codes == ("FRA", "MLI")


def test_one_name_of_two_states_is_decided_by_the_rest_of_the_article(read: Read) -> None:
    table = "Congo Congo PROPN 0 root"
    assert read("fr", table, plain("Brazzaville")).codes("Congo") == ("COG",)
    assert read("fr", table, plain("Kinshasa")).codes("Congo") == ("COD",)
    doubtful = read("fr", table).at("Congo")
    assert doubtful.codes == ("COD",)
    assert doubtful.score < 0.7


def test_brussels_is_the_union_unless_belgium_has_been_named(read: Read) -> None:
    assert read("en", plain("Belgium"), plain("Brussels")).codes("Brussels") == ("BEL:GOV",)
    assert read("en", plain("European", "Union"), plain("Brussels")).codes("Brussels") == (
        "IGO:EU",
    )


def test_a_country_inside_a_persons_name_is_no_country(read: Read) -> None:
    table = """
    Jordan Jordan PROPN 3 nsubj
    Turkey Turkey PROPN 1 flat
    won win VERB 0 root
    """
    found = read("en", table)
    assert found.codes("Jordan") == ("PERSON:TURKEY",)
    assert [actor.code for actor in found.provisional] == ["PERSON:TURKEY"]


def test_georgia_the_american_state(read: Read) -> None:
    table = """
    voters voter NOUN 0 root
    in in ADP 3 case
    Georgia Georgia PROPN 1 nmod
    and and CCONJ 5 cc
    Alabama Alabama PROPN 3 conj
    """
    assert "Georgia" not in read("en", table).words()


def test_a_language_is_no_people(read: Read) -> None:
    table = """
    dit dire VERB 0 root
    en en ADP 3 case
    français français NOUN 1 obl
    """
    assert read("fr", table).mentions == ()


def test_offsets_give_the_words(read: Read) -> None:
    found = read("fr", plain("L'", "Algérie", ",", "Bamako"))
    for mention in found.mentions:
        assert found.article.text[mention.start : mention.end] == mention.text
