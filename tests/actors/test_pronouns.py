"""Pronouns and possessives."""

from __future__ import annotations

import pytest

from .conftest import Read


def french(article: str, name: str, gender: str, verb: str = "refuse") -> str:
    return f"""
    {article} le DET 2 det Definite=Def|Gender={gender}|Number=Sing
    {name} {name} PROPN 3 nsubj
    {verb} refuser VERB 0 root
    """


def pronoun(form: str, lemma: str = "il", feats: str = "Number=Sing") -> str:
    return f"{form} {lemma} PRON 2 nsubj {feats}\naccuse accuser VERB 0 root"


def test_a_pronoun_takes_up_the_subject_before(read: Read) -> None:
    found = read("fr", french("La", "Russie", "Fem"), pronoun("elle"))
    mention = found.at("elle")
    assert (mention.codes, mention.kind, mention.head) == (("RUS",), "pronoun", 0)
    assert "Russie" in mention.reasons[0]


def test_gender_agrees(read: Read) -> None:
    two = """
    La le DET 2 det Gender=Fem
    Russie Russie PROPN 3 nsubj
    aide aider VERB 0 root
    le le DET 5 det Gender=Masc
    Mali Mali PROPN 3 obj
    """
    assert read("fr", two, pronoun("elle")).codes("elle") == ("RUS",)
    assert read("fr", two, pronoun("il")).codes("il") == ("MLI",)


def test_it_is_no_person_and_he_is_one(read: Read) -> None:
    two = """
    Vladimir Vladimir PROPN 3 nsubj
    Putin Putin PROPN 1 flat
    backs back VERB 0 root
    Mali Mali PROPN 3 obj
    """
    assert read("en", two, pronoun("it", "it")).codes("it") == ("MLI",)
    assert read("en", two, pronoun("he", "he")).at("he").via == "PERSON:VLADIMIR-PUTIN"


def test_they_are_several_or_a_group(read: Read) -> None:
    two = """
    Mali Mali PROPN 4 nsubj
    and and CCONJ 3 cc
    Niger Niger PROPN 1 conj
    agree agree VERB 0 root
    with with ADP 6 case
    Russia Russia PROPN 4 obl
    """
    assert read("en", two, pronoun("they", "they", "Number=Plur")).codes("they") == ("MLI", "NER")


def test_ils_are_the_officers(read: Read) -> None:
    officers = """
    Les le DET 2 det Number=Plur
    militaires militaire NOUN 4 nsubj Number=Plur|Gender=Masc
    maliens malien ADJ 2 amod
    quittent quitter VERB 0 root
    Alger Alger PROPN 4 obj
    """
    assert read("fr", officers, pronoun("ils")).codes("ils") == ("MLI:MIL",)


@pytest.mark.parametrize(
    ("language", "table"),
    [
        ("fr", "Il il PRON 2 expl\nfaut falloir VERB 0 root"),
        ("fr", "Il il PRON 2 nsubj\nfaut falloir VERB 0 root\npartir partir VERB 2 xcomp"),
        ("en", "It it PRON 2 expl\nrains rain VERB 0 root"),
        (
            "en",
            "It it PRON 3 nsubj\nis be AUX 3 cop\nclear clear ADJ 0 root\nthat that SCONJ 5 mark\n"
            "leaves leave VERB 3 ccomp",
        ),
    ],
)
def test_an_empty_subject_is_nobody(read: Read, language: str, table: str) -> None:
    name = "Mali Mali PROPN 2 nsubj\nrefuse refuse VERB 0 root"
    assert read(language, name, table).words() == ["Mali"]


def test_a_possessive_belongs_to_the_subject_of_its_clause(read: Read) -> None:
    table = """
    La le DET 2 det Gender=Fem
    France France PROPN 3 nsubj
    rappelle rappeler VERB 0 root
    son son DET 5 det Poss=Yes|Number=Sing
    ambassadeur ambassadeur NOUN 3 obj Number=Sing
    à à ADP 7 case
    Bamako Bamako PROPN 3 obl
    """
    found = read("fr", table)
    assert (found.codes("son"), found.at("son").kind) == (("FRA",), "possessive")
    assert found.codes("ambassadeur") == ("FRA:GOV",)


def test_a_possessive_in_a_complement_of_cause_belongs_to_the_object(read: Read) -> None:
    table = """
    la le DET 2 det Definite=Def
    junte junte NOUN 5 nsubj Gender=Fem|Number=Sing
    malienne malien ADJ 2 amod
    s' se PRON 5 expl
    éloigne éloigner VERB 0 root
    d' de ADP 7 case
    Alger Alger PROPN 5 obl
    en en ADP 11 case
    raison raison NOUN 8 fixed
    de de ADP 8 fixed
    rapprochement rapprochement NOUN 5 obl
    son son DET 11 det Poss=Yes|Number=Sing
    """
    assert read("fr", table).codes("son") == ("DZA:GOV",)


def test_a_possessive_before_its_owner(read: Read) -> None:
    table = """
    Dans dans ADP 3 case
    son son DET 3 det Poss=Yes|Number=Sing
    communiqué communiqué NOUN 8 obl
    , , PUNCT 3 punct
    l' le DET 6 det Definite=Def
    armée armée NOUN 8 nsubj Number=Sing|Gender=Fem
    malienne malien ADJ 6 amod
    accuse accuser VERB 0 root
    Paris Paris PROPN 8 obj
    """
    assert read("fr", table).codes("son") == ("MLI:MIL",)


def test_a_conjunct_belongs_to_the_actor_beside_it(read: Read) -> None:
    table = """
    la le DET 2 det Definite=Def
    junte junte NOUN 4 nsubj Number=Sing
    malienne malien ADJ 2 amod
    accueille accueillir VERB 0 root
    Paris Paris PROPN 4 obj
    et et CCONJ 8 cc
    sa son DET 8 det Poss=Yes|Number=Sing
    délégation délégation NOUN 5 conj
    """
    assert read("fr", table).codes("délégation") == ("FRA:GOV",)


def test_an_object_pronoun_is_not_the_subject(read: Read) -> None:
    table = """
    Bamako Bamako PROPN 3 nsubj
    l' le PRON 3 obj Number=Sing
    accuse accuser VERB 0 root
    """
    assert read("fr", french("La", "France", "Fem"), table).codes("l'") == ("FRA",)


def test_a_participle_shows_the_gender_of_the_object(read: Read) -> None:
    before = """
    La le DET 2 det Gender=Fem
    France France PROPN 3 nsubj
    quitte quitter VERB 0 root
    le le DET 5 det Gender=Masc
    Niger Niger PROPN 3 obj
    """
    table = """
    Bamako Bamako PROPN 4 nsubj
    l' le PRON 4 obj Number=Sing
    a avoir AUX 4 aux
    avertie avertir VERB 0 root VerbForm=Part|Gender=Fem
    """
    assert read("fr", before, table).codes("l'") == ("FRA",)


def test_the_dative_is_parallel_to_the_oblique(read: Read) -> None:
    table = """
    La le DET 2 det Gender=Fem
    France France PROPN 3 nsubj
    vend vendre VERB 0 root
    des un DET 5 det
    radars radar NOUN 3 obj Number=Plur
    à à ADP 7 case
    Bamako Bamako PROPN 3 obl
    , , PUNCT 12 punct
    Moscou Moscou PROPN 12 nsubj
    lui lui PRON 12 iobj Number=Sing
    fournit fournir VERB 3 conj
    """.replace("12", "11")
    assert read("fr", table).codes("lui") == ("MLI:GOV",)


def test_a_pronoun_between_commas_stresses_the_subject(read: Read) -> None:
    table = """
    Le le DET 2 det Gender=Masc
    Mali Mali PROPN 6 nsubj
    , , PUNCT 4 punct
    lui lui PRON 2 appos Number=Sing
    , , PUNCT 4 punct
    attend attendre VERB 0 root
    """
    assert read("fr", french("La", "Russie", "Fem"), table).codes("lui") == ("MLI",)


def test_confidence_falls_with_distance(read: Read) -> None:
    filler = "Rien rien PRON 2 nsubj\nchange changer VERB 0 root"
    name = french("La", "Russie", "Fem")
    near = read("fr", name, pronoun("elle")).at("elle").score
    far = read("fr", name, filler, filler, pronoun("elle")).at("elle").score
    assert near > far > 0


def test_two_equal_candidates_leave_it_doubtful(read: Read) -> None:
    table = """
    La le DET 2 det Gender=Fem
    France France PROPN 3 nsubj
    part partir VERB 0 root
    et et CCONJ 7 cc
    la le DET 6 det Gender=Fem
    Russie Russie PROPN 7 nsubj
    reste rester VERB 3 conj
    """
    assert read("fr", table, pronoun("elle")).at("elle").score < 0.5


def test_a_thing_named_nearer_is_preferred_to_an_actor_far_away(read: Read) -> None:
    filler = "Rien rien PRON 2 nsubj\nchange changer VERB 0 root"
    thing = """
    La le DET 2 det Gender=Fem|Number=Sing
    rupture rupture NOUN 3 nsubj Gender=Fem|Number=Sing
    étonne étonner VERB 0 root
    """
    found = read("fr", french("La", "Russie", "Fem"), filler, thing, pronoun("elle"))
    assert "elle" not in found.words()


def test_only_an_actor_has_an_embassy(read: Read) -> None:
    table = """
    La le DET 2 det Gender=Fem|Number=Sing
    rupture rupture NOUN 3 nsubj Gender=Fem|Number=Sing
    touche toucher VERB 0 root
    son son DET 5 det Poss=Yes|Number=Sing
    ambassade ambassade NOUN 3 obj Number=Sing
    """
    assert read("fr", french("La", "Russie", "Fem"), table).codes("ambassade") == ("RUS:GOV",)


def test_one_denounces_the_words_of_others(read: Read) -> None:
    before = """
    Vladimir Vladimir PROPN 3 nsubj
    Putin Putin PROPN 1 flat
    speaks speak VERB 0 root
    """
    table = """
    Emmanuel Emmanuel PROPN 3 nsubj
    Macron Macron PROPN 1 flat
    denounced denounce VERB 0 root
    his his PRON 5 nmod:poss Poss=Yes
    contempt contempt NOUN 3 obj
    """
    assert read("en", before, table).codes("his") == ("RUS:GOV",)


def test_whose_belongs_to_what_it_follows(read: Read) -> None:
    table = """
    Paris Paris PROPN 0 root
    , , PUNCT 4 punct
    whose whose PRON 4 nmod:poss PronType=Rel
    soldiers soldier NOUN 5 nsubj
    left leave VERB 1 acl:relcl
    """
    assert read("en", table).codes("soldiers") == ("FRA:MIL",)


def test_a_verb_that_gives_back_leaves_the_possessive_to_the_receiver(read: Read) -> None:
    table = """
    Alger Alger PROPN 2 nsubj
    reproche reprocher VERB 0 root
    à à ADP 4 case
    Rabat Rabat PROPN 2 obl
    son son DET 6 det Poss=Yes|Number=Sing
    soutien soutien NOUN 2 obj
    """
    assert read("fr", table).codes("son") == ("MAR:GOV",)


def test_it_that_is_ready_is_somebody(read: Read) -> None:
    """ "Sudan said it was ready to talk", unlike "it was hard to talk"."""
    table = """
    Sudan Sudan PROPN 2 nsubj
    said say VERB 0 root
    it it PRON 5 nsubj Gender=Neut|Number=Sing
    was be AUX 5 cop
    {0} {0} ADJ 2 ccomp
    to to PART 7 mark
    talk talk VERB 5 xcomp VerbForm=Inf
    """
    assert read("en", table.format("ready")).codes("it") == ("SDN",)
    assert "it" not in read("en", table.format("hard")).words()
