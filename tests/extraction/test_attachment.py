"""Phrases that a parser hangs wrongly in a regular way are read where they belong."""

from __future__ import annotations

from dataclasses import replace

from tests.extraction.parses import mention, parse
from tests.extraction.reading import claims

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.lexicon import Lexicon
from influence_graph.extraction.tree import Tree

ACCUSER = '[[entry]]\nid = "a"\nverb = ["accuser"]\n'
BROUILLE = '[[entry]]\nid = "b"\nnoun = ["brouille"]\nY = ["avec"]\nboth = true\n'
ALLIER = '[[entry]]\nid = "a"\nrole = ["allié", "allier"]\nY = ["poss", "de"]\n'
COOPERER = '[[entry]]\nid = "c"\nverb = ["coopérer"]\nY = ["avec"]\n'
HELP = '[[entry]]\nid = "h"\nverb = ["aider"]\n'
RIVAL = '[[entry]]\nid = "r"\nrole = ["rival"]\nY = ["poss"]\n'


def french(table: str, *verbs: str) -> Tree:
    return Tree(parse(table)[1], load_grammar("fr").with_verbs(verbs))


def test_second_subject_after_the_verb_is_its_object() -> None:
    table = """
    Paris Paris PROPN 2 nsubj
    accuse accuser VERB 0 root VerbForm=Fin
    Moscou Moscou PROPN 2 nsubj
    """
    assert claims(table, {1: "FRA", 3: "RUS"}, ACCUSER, relation="accuses", language="fr") == [
        "FRA accuses RUS asserted"
    ]


def test_entre_names_two_though_the_second_was_coordinated_with_the_noun() -> None:
    table = """
    brouille brouille NOUN 6 nsubj
    entre entre ADP 3 case
    Niamey Niamey PROPN 1 nmod
    et et CCONJ 5 cc
    Cotonou Cotonou PROPN 1 conj
    dure durer VERB 0 root
    """
    assert claims(
        table, {3: "NER", 5: "BEN"}, BROUILLE, relation="distancesFrom", language="fr"
    ) == ["NER distancesFrom BEN asserted", "BEN distancesFrom NER asserted"]


def test_present_participle_after_a_comma_has_the_subject_of_the_clause() -> None:
    table = """
    Alger Alger PROPN 2 nsubj
    rompt rompre VERB 0 root VerbForm=Fin
    ses son DET 4 det
    liens lien NOUN 2 obj
    , , PUNCT 6 punct
    accusant accuser VERB 4 acl Tense=Pres|VerbForm=Part
    Rabat Rabat PROPN 6 obj
    """
    assert claims(table, {1: "DZA", 7: "MAR"}, ACCUSER, relation="accuses", language="fr") == [
        "DZA accuses MAR asserted"
    ]


def test_participle_after_a_comma_and_a_name_describes_the_name() -> None:
    table = """
    Ankara Ankara PROPN 2 nsubj
    bloque bloquer VERB 0 root VerbForm=Fin
    Stockholm Stockholm PROPN 2 obj
    , , PUNCT 5 punct
    accusé accuser VERB 2 conj Tense=Past|VerbForm=Part
    par par ADP 7 case
    Moscou Moscou PROPN 5 obl
    """
    assert claims(
        table, {1: "TUR", 3: "SWE", 7: "RUS"}, ACCUSER, relation="accuses", language="fr"
    ) == ["RUS accuses SWE asserted"]


def test_noun_without_article_after_a_name_describes_the_name() -> None:
    table = """
    Ankara Ankara PROPN 2 nsubj
    aide aider VERB 0 root VerbForm=Fin
    Doha Doha PROPN 2 obj
    , , PUNCT 5 punct
    rival rival NOUN 1 conj
    de de ADP 7 case
    Riyad Riyad PROPN 5 nmod
    """
    assert claims(
        table, {1: "TUR", 3: "QAT", 7: "SAU"}, RIVAL, relation="opposes", language="fr"
    ) == ["QAT opposes SAU asserted"]


def test_participle_with_article_and_adjective_is_a_noun() -> None:
    table = """
    Belize Belize PROPN 4 nsubj
    est être AUX 4 cop
    le le DET 4 det
    dernier dernier ADJ 0 root
    allié allier VERB 4 acl Tense=Past|VerbForm=Part
    de de ADP 7 case
    Taïwan Taïwan PROPN 4 nmod
    """
    assert claims(table, {1: "BLZ", 7: "TWN"}, ALLIER, relation="alignsWith", language="fr") == [
        "BLZ alignsWith TWN asserted"
    ]


def test_nouns_of_time_have_no_complements_of_their_own() -> None:
    table = """
    Taïwan Taïwan PROPN 2 nsubj
    coopérait coopérer VERB 0 root VerbForm=Fin
    lundi lundi NOUN 2 obl
    avec avec ADP 5 case
    Managua Managua PROPN 3 nmod
    """
    assert claims(
        table, {1: "TWN", 5: "NIC"}, COOPERER, relation="cooperatesWith", language="fr"
    ) == ["TWN cooperatesWith NIC asserted"]


def test_subject_split_by_et_is_one() -> None:
    table = """
    Pékin Pékin PROPN 0 root
    et et CCONJ 4 cc
    Moscou Moscou PROPN 4 nsubj
    accusent accuser VERB 1 conj VerbForm=Fin
    Londres Londres PROPN 4 obj
    """
    assert claims(
        table, {1: "CHN", 3: "RUS", 5: "GBR"}, ACCUSER, relation="accuses", language="fr"
    ) == ["CHN accuses GBR asserted", "RUS accuses GBR asserted"]


def test_phrase_in_front_does_not_swallow_the_subject() -> None:
    table = """
    Après après ADP 2 case
    raid raid NOUN 7 nsubj
    sur sur ADP 4 case
    Gaza Gaza PROPN 2 nmod
    , , PUNCT 6 punct
    Ankara Ankara PROPN 4 appos
    accuse accuser VERB 0 root VerbForm=Fin
    Israël Israël PROPN 7 obj
    """
    assert claims(table, {6: "TUR", 8: "ISR"}, ACCUSER, relation="accuses", language="fr") == [
        "TUR accuses ISR asserted"
    ]


def test_finite_verb_is_no_attribute_of_its_subject() -> None:
    tree = french(
        """
        torchon torchon NOUN 0 root
        brûle brûler VERB 1 amod VerbForm=Fin
        entre entre ADP 4 case
        Cotonou Cotonou PROPN 1 nmod
        """
    )
    assert [(tree.head[k], tree.rel[k]) for k in (0, 1, 3)] == [
        (1, "nsubj"),
        (1, "root"),
        (1, "obl"),
    ]


def test_nationality_inside_an_agent_noun_owns_no_other_noun() -> None:
    _, sentence = parse(
        """
        expulsion expulsion NOUN 0 root
        de de ADP 3 case
        diplomates diplomate NOUN 1 nmod
        français français ADJ 1 amod
        """
    )
    whole = mention(sentence, 3, "FRA:GOV", kind="agent")
    inner = mention(sentence, 4, "FRA", kind="demonym")
    whole = replace(whole, last=3)
    tree = Tree(sentence, load_grammar("fr"))
    arguments = Arguments(tree, [whole, inner], Lexicon.of("fr", ()))
    assert not arguments.is_demonym(3)


def test_infinitive_after_the_accused_hangs_on_the_accusation() -> None:
    table = """
    Kiev Kiev PROPN 2 nsubj
    accuse accuser VERB 0 root VerbForm=Fin
    Minsk Minsk PROPN 2 obj
    d' de ADP 5 mark
    aider aider VERB 3 acl VerbForm=Inf
    Riga Riga PROPN 5 obj
    """
    assert claims(table, {1: "UKR", 3: "BLR", 6: "LVA"}, HELP, relation="aids", language="fr") == [
        "BLR aids LVA reported"
    ]


def test_names_of_a_list_are_coordinated_though_one_was_read_as_an_apposition() -> None:
    table = """
    Rome Rome PROPN 7 nsubj
    , , PUNCT 3 punct
    Paris Paris PROPN 1 appos
    et et CCONJ 6 cc
    , , PUNCT 6 punct
    Madrid Madrid PROPN 1 conj
    accusent accuser VERB 0 root VerbForm=Fin
    Minsk Minsk PROPN 7 obj
    """
    assert claims(
        table,
        {1: "ITA", 3: "FRA", 6: "ESP", 8: "BLR"},
        ACCUSER,
        relation="accuses",
        language="fr",
    ) == ["ITA accuses BLR asserted", "FRA accuses BLR asserted", "ESP accuses BLR asserted"]


def test_finite_verb_is_coordinated_with_the_verb_of_its_clause() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    garde garder VERB 0 root VerbForm=Fin
    un un DET 4 det
    ton ton NOUN 2 obj
    dur dur ADJ 4 amod
    et et CCONJ 7 cc
    accuse accuser VERB 5 conj VerbForm=Fin
    Minsk Minsk PROPN 7 obj
    """
    assert claims(table, {1: "ITA", 8: "BLR"}, ACCUSER, relation="accuses", language="fr") == [
        "ITA accuses BLR asserted"
    ]


def test_who_is_ordered_to_is_the_subject_of_the_infinitive() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    ordonne ordonner VERB 0 root VerbForm=Fin
    aux à ADP 4 case
    citoyens citoyen NOUN 2 obl:arg
    de de ADP 6 case
    Tunis Tunis PROPN 4 nmod
    d' de ADP 8 mark
    aider aider VERB 6 acl VerbForm=Inf
    Riga Riga PROPN 8 obj
    """
    tree = french(table)
    assert (tree.head[7], tree.rel[7]) == (1, "xcomp")


def test_relative_pronoun_with_preposition_stands_for_the_name_before_it() -> None:
    table = """
    Mogadiscio Mogadiscio PROPN 2 nsubj
    craint craindre VERB 0 root VerbForm=Fin
    Addis-Abeba Addis-Abeba PROPN 2 obj
    , , PUNCT 8 punct
    à à ADP 6 case
    qui qui PRON 8 obl
    Djibouti Djibouti PROPN 8 nsubj
    reproche reprocher VERB 2 advcl VerbForm=Fin
    une un DET 10 det
    agression agression NOUN 8 obj
    """
    entry = '[[entry]]\nid = "r"\nverb = ["reprocher"]\nY = ["à"]\n'
    assert claims(
        table, {1: "SOM", 3: "ETH", 7: "DJI"}, entry, relation="accuses", language="fr"
    ) == ["DJI accuses ETH asserted"]


def test_noun_of_a_cleft_is_the_object_of_its_clause() -> None:
    table = """
    C' ce PRON 4 nsubj
    est être AUX 4 cop
    un un DET 4 det
    soutien soutien NOUN 0 root
    que que SCONJ 7 mark
    Tunis Tunis PROPN 7 nsubj
    apporte apporter VERB 4 advcl VerbForm=Fin
    à à ADP 9 case
    Rome Rome PROPN 7 obl
    """
    entry = '[[entry]]\nid = "s"\nverb = ["apporter"]\nwith = { obj = ["soutien"] }\nY = ["à"]\n'
    assert claims(table, {6: "TUN", 9: "ITA"}, entry, language="fr") == [
        "TUN supports ITA asserted"
    ]


def test_pronoun_read_as_an_article_stands_for_the_object_before() -> None:
    table = """
    Rome Rome PROPN 2 nsubj
    critique critiquer VERB 0 root VerbForm=Fin
    Minsk Minsk PROPN 2 obj
    , , PUNCT 6 punct
    l' le DET 6 det
    accusant accuser VERB 2 advcl Tense=Pres|VerbForm=Part
    """
    assert claims(table, {1: "ITA", 3: "BLR"}, ACCUSER, relation="accuses", language="fr") == [
        "ITA accuses BLR asserted"
    ]


def test_relative_clause_after_a_name_is_about_the_name_where_nothing_else_acts() -> None:
    table = """
    Revers revers NOUN 0 root
    pour pour ADP 3 case
    Taïwan Taïwan PROPN 1 nmod
    qui qui PRON 5 nsubj
    accuse accuser VERB 1 acl:relcl VerbForm=Fin
    Pékin Pékin PROPN 5 obj
    """
    assert claims(table, {3: "TWN", 6: "CHN"}, ACCUSER, relation="accuses", language="fr") == [
        "TWN accuses CHN asserted"
    ]


def test_noun_that_only_describes_a_name_stands_for_the_name() -> None:
    table = """
    Somalie Somalie PROPN 0 root
    , , PUNCT 3 punct
    pays pays NOUN 1 appos
    qui qui PRON 5 nsubj
    accuse accuser VERB 3 acl:relcl VerbForm=Fin
    Pékin Pékin PROPN 5 obj
    """
    assert claims(table, {1: "SOM", 6: "CHN"}, ACCUSER, relation="accuses", language="fr") == [
        "SOM accuses CHN asserted"
    ]


def test_noun_before_the_verb_is_its_subject_and_the_name_describes_it() -> None:
    table = """
    journal journal NOUN 3 obj
    Hespress Hespress PROPN 3 nsubj
    accuse accuser VERB 0 root VerbForm=Fin
    Madrid Madrid PROPN 3 obj
    """
    tree = french(table)
    assert [(tree.head[k], tree.rel[k]) for k in (0, 1)] == [(2, "nsubj"), (0, "appos")]


def test_adjective_before_its_noun_does_not_head_it() -> None:
    table = """
    Madrid Madrid PROPN 2 nsubj
    impose imposer VERB 0 root VerbForm=Fin
    un un DET 4 det
    sévère sévère ADJ 2 obj
    embargo embargo NOUN 4 nmod
    à à ADP 7 case
    Moscou Moscou PROPN 2 obl
    """
    entry = '[[entry]]\nid = "e"\nverb = ["imposer"]\nwith = { obj = ["embargo"] }\nY = ["à"]\n'
    assert claims(table, {1: "ESP", 7: "RUS"}, entry, relation="sanctions", language="fr") == [
        "ESP sanctions RUS asserted"
    ]


RELATIVE = """
    Mali Mali PROPN 2 nsubj
    courtise courtiser VERB 0 root VerbForm=Fin
    Moscou Moscou PROPN 2 obj
    , , PUNCT 7 punct
    qui qui PRON 7 nsubj PronType=Rel
    le le PRON 7 obj
    flatte flatter VERB 3 acl:relcl VerbForm=Fin
    et et CCONJ 9 cc
    aide aider VERB 2 conj VerbForm=Fin
    Niamey Niamey PROPN 9 obj
"""


def test_relative_clause_that_no_comma_closes_goes_on_with_its_second_verb() -> None:
    found = claims(
        RELATIVE,
        {1: "MLI", 3: "RUS", 10: "NER"},
        HELP,
        relation="aids",
        language="fr",
    )
    assert found == ["RUS aids NER asserted"]


def test_main_clause_goes_on_after_a_comma_that_closes_the_relative() -> None:
    table = """
    Mali Mali PROPN 2 nsubj
    courtise courtiser VERB 0 root VerbForm=Fin
    Moscou Moscou PROPN 2 obj
    , , PUNCT 7 punct
    qui qui PRON 7 nsubj PronType=Rel
    le le PRON 7 obj
    flatte flatter VERB 3 acl:relcl VerbForm=Fin
    , , PUNCT 10 punct
    et et CCONJ 10 cc
    aide aider VERB 2 conj VerbForm=Fin
    Niamey Niamey PROPN 10 obj
    """
    assert claims(table, {1: "MLI", 3: "RUS", 11: "NER"}, HELP, relation="aids", language="fr") == [
        "MLI aids NER asserted"
    ]


def test_description_between_two_subjects_is_of_the_first_only() -> None:
    table = """
    Moscou Moscou PROPN 8 nsubj
    , , PUNCT 3 punct
    rival rival NOUN 1 appos
    de de ADP 5 case
    Kiev Kiev PROPN 3 nmod
    et et CCONJ 7 cc
    Ankara Ankara PROPN 1 conj
    parlent parler VERB 0 root VerbForm=Fin
    """
    assert claims(
        table, {1: "RUS", 5: "UKR", 7: "TUR"}, RIVAL, relation="opposes", language="fr"
    ) == ["RUS opposes UKR asserted"]


def test_bare_noun_after_par_says_why_not_by_whom() -> None:
    entry = '[[entry]]\nid = "f"\nnoun = ["fermeture"]\nY = ["avec"]\n'
    table = """
    fermeture fermeture NOUN 0 root
    par par ADP 3 case
    {word} NOUN 1 nmod Number=Sing
    de de ADP 5 case
    Paris Paris PROPN 3 nmod
    avec avec ADP 7 case
    Cotonou Cotonou PROPN 1 nmod
    """
    actors: dict[int, str | tuple[str, ...]] = {5: "FRA", 7: "BEN"}
    found = claims(
        table.format(word="rancune rancune"), actors, entry, relation="sanctions", language="fr"
    )
    assert found == []
    ordered = """
    fermeture fermeture NOUN 0 root
    par par ADP 4 case
    la le DET 4 det
    flotte flotte NOUN 1 nmod Number=Sing
    de de ADP 6 case
    Paris Paris PROPN 4 nmod
    avec avec ADP 8 case
    Cotonou Cotonou PROPN 1 nmod
    """
    assert claims(ordered, {6: "FRA", 8: "BEN"}, entry, relation="sanctions", language="fr") == [
        "FRA sanctions BEN asserted"
    ]


def test_place_inside_an_idiom_s_noun_is_not_looked_for_in_another_noun() -> None:
    entry = (
        '[[entry]]\nid = "f"\nnoun = ["fermeture"]\nwith.de = ["frontière"]\n'
        'X = ["agent"]\nY = ["de/poss"]\n'
    )
    table = """
    fermeture fermeture NOUN 0 root
    de de ADP 3 case
    frontière frontière NOUN 1 nmod
    de de ADP 5 case
    crainte crainte NOUN 1 nmod
    de de ADP 7 case
    Paris Paris PROPN 5 nmod
    par par ADP 9 case
    Niamey Niamey PROPN 1 nmod
    """
    assert claims(table, {7: "FRA", 9: "NER"}, entry, relation="sanctions", language="fr") == []
