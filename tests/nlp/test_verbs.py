"""Conjugation tables and regular endings."""

from __future__ import annotations

import pytest

from influence_graph.nlp import english_verbs, french_verbs
from influence_graph.nlp.endings import EnglishEndings, FrenchEndings

FRENCH = french_verbs.verb_forms()
ENGLISH = english_verbs.verb_forms()


@pytest.mark.parametrize(
    ("form", "lemma", "tag"),
    [
        ("craignent", "craindre", "Ind.Pres"),
        ("rejoindra", "rejoindre", "Ind.Fut"),
        ("soutinrent", "soutenir", "Ind.Past"),
        ("soutînmes", "soutenir", "Ind.Past"),
        ("rompirent", "rompre", "Ind.Past"),
        ("acquièrent", "acquérir", "Ind.Pres"),
        ("promue", "promouvoir", "PastPart"),
        ("conclut", "conclure", "Ind.Pres"),
        ("intervenues", "intervenir", "PastPart"),
        ("élit", "élire", "Ind.Pres"),
        ("élut", "élire", "Ind.Past"),
        ("veuille", "vouloir", "Sub.Pres"),
        ("puissent", "pouvoir", "Sub.Pres"),
        ("aillent", "aller", "Sub.Pres"),
        ("fût", "être", "Sub.Imp"),
        ("durcissent", "durcir", "Ind.Pres"),
        ("trahissant", "trahir", "PresPart"),
        ("convaincu", "convaincre", "PastPart"),
        ("accroit", "accroître", "Ind.Pres"),
        ("due", "devoir", "PastPart"),
        ("reçoivent", "recevoir", "Ind.Pres"),
        ("enverra", "envoyer", "Ind.Fut"),
        ("dites", "dire", "Ind.Pres"),
        ("interdisez", "interdire", "Ind.Pres"),
    ],
)
def test_a_french_form_has_its_infinitive(form: str, lemma: str, tag: str) -> None:
    assert (lemma, True) in [(name, tag in tags) for name, tags in FRENCH[form]]


def test_the_commoner_verb_stands_first() -> None:
    assert [lemma for lemma, _ in FRENCH["suis"]] == ["être", "suivre"]


@pytest.mark.parametrize("form", ["prend", "rendre", "finir", "tenir", "devoir", "écrire"])
def test_no_form_is_empty_or_broken(form: str) -> None:
    assert form in FRENCH
    assert not [f for f in FRENCH if not f or "-" in f.removeprefix("sous-") or " " in f]


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("rapproche", "rapprocher"),
        ("rapprochaient", "rapprocher"),
        ("menaçait", "menacer"),
        ("engagea", "engager"),
        ("engageons", "engager"),
        ("cède", "céder"),
        ("libère", "libérer"),
        ("libérera", "libérer"),
        ("lève", "lever"),
        ("mènent", "mener"),
        ("achètera", "acheter"),
        ("rappelle", "rappeler"),
        ("projettent", "projeter"),
        ("renouvelle", "renouveler"),
        ("emploie", "employer"),
        ("appuient", "appuyer"),
        ("paiera", "payer"),
        ("créé", "créer"),
        ("étudie", "étudier"),
        ("dialogue", "dialoguer"),
        ("allègue", "alléguer"),
        ("opposeront", "opposer"),
        ("dénonçât", "dénoncer"),
    ],
)
def test_french_verbs_of_the_first_group(form: str, infinitive: str) -> None:
    assert FrenchEndings().verbal(form, {})[0] == infinitive


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("maliennes", "ADJ", {"Gender": "Fem", "Number": "Plur"}, "malien"),
        ("russes", "ADJ", {"Number": "Plur"}, "russe"),
        ("française", "ADJ", {"Gender": "Fem", "Number": "Sing"}, "français"),
        ("hostiles", "ADJ", {"Number": "Plur"}, "hostile"),
        ("régionaux", "ADJ", {"Gender": "Masc", "Number": "Plur"}, "régional"),
        ("européenne", "ADJ", {"Gender": "Fem"}, "européen"),
        ("offensive", "ADJ", {"Gender": "Fem", "Number": "Sing"}, "offensif"),
        ("troupes", "NOUN", {"Number": "Plur"}, "troupe"),
        ("bureaux", "NOUN", {"Number": "Plur"}, "bureau"),
        ("junte", "NOUN", {"Number": "Sing"}, "junte"),
    ],
)
def test_french_plurals_and_feminines(
    form: str, upos: str, feats: dict[str, str], lemma: str
) -> None:
    assert FrenchEndings().nominal(form, upos, feats)[0] == lemma


@pytest.mark.parametrize(
    ("form", "base"),
    [("withdrew", "withdraw"), ("sought", "seek"), ("overthrown", "overthrow"), ("led", "lead")],
)
def test_irregular_english_verbs(form: str, base: str) -> None:
    assert base in [lemma for lemma, _ in ENGLISH[form]]


@pytest.mark.parametrize(
    ("base", "past", "participle", "third"),
    [
        ("deny", ["denied"], ["denying"], "denies"),
        ("obey", ["obeyed"], ["obeying"], "obeys"),
        ("tie", ["tied"], ["tying"], "ties"),
        ("free", ["freed"], ["freeing"], "frees"),
        ("square", ["squared"], ["squaring"], "squares"),
        ("ban", ["banned"], ["banning"], "bans"),
        ("quit", ["quitted"], ["quitting"], "quits"),
        ("tax", ["taxed"], ["taxing"], "taxes"),
        ("rebel", ["rebelled"], ["rebelling"], "rebels"),
        ("visit", ["visited"], ["visiting"], "visits"),
        ("rebuff", ["rebuffed"], ["rebuffing"], "rebuffs"),
        ("cancel", ["cancelled", "canceled"], ["cancelling", "canceling"], "cancels"),
        ("veto", ["vetoed"], ["vetoing"], "vetoes"),
    ],
)
def test_english_conjugation(base: str, past: list[str], participle: list[str], third: str) -> None:
    assert english_verbs.regular_past(base) == past
    assert english_verbs.present_participle(base) == participle
    assert english_verbs.third_person(base) == third


@pytest.mark.parametrize(
    ("form", "base", "tags"),
    [
        ("rebuffed", "rebuff", ["Ind.Past", "PastPart"]),
        ("slams", "slam", ["Ind.Pres"]),
        ("leaned", "lean", ["Ind.Past", "PastPart"]),
        ("quarrelling", "quarrel", ["PresPart"]),
        ("wound", "wind", ["Ind.Past", "PastPart"]),
        ("wound", "wound", ["Inf", "Ind.Pres"]),
    ],
)
def test_forms_of_listed_english_verbs(form: str, base: str, tags: list[str]) -> None:
    assert dict(ENGLISH[form])[base] == tags


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("bickered", "bicker"),
        ("misrepresented", "misrepresent"),
        ("outsquared", "outsquare"),
        ("misassociated", "misassociate"),
        ("unrebelled", "unrebel"),
        ("reinstalled", "reinstall"),
    ],
)
def test_the_ending_of_an_unlisted_english_verb(form: str, base: str) -> None:
    assert EnglishEndings().verbal(form, {"Tense": "Past", "VerbForm": "Fin"})[0] == base


@pytest.mark.parametrize(
    ("form", "degree", "positive"),
    [
        ("closest", "Sup", "close"),
        ("larger", "Cmp", "large"),
        ("bigger", "Cmp", "big"),
        ("happier", "Cmp", "happy"),
        ("stronger", "Cmp", "strong"),
        ("fuller", "Cmp", "full"),
        ("simplest", "Sup", "simple"),
        ("weaker", "Cmp", "weak"),
    ],
)
def test_english_comparison(form: str, degree: str, positive: str) -> None:
    assert EnglishEndings().nominal(form, "ADJ", {"Degree": degree})[0] == positive


def test_an_adjective_that_only_looks_compared_stays() -> None:
    assert EnglishEndings().nominal("eager", "ADJ", {"Degree": "Pos"}) == ("eager",)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("condemned", "condemn"),
        ("denounced", "denounce"),
        ("accusing", "accuse"),
        ("barred", "bar"),
        ("allies", "ally"),
        ("denies", "deny"),
        ("pushes", "push"),
        ("opposes", "oppose"),
        ("backing", "back"),
        ("agreed", "agree"),
        ("severed", "sever"),
        ("bombed", "bomb"),
        ("urged", "urge"),
        ("invaded", "invade"),
    ],
)
def test_regular_english_verbs(form: str, base: str) -> None:
    candidates = EnglishEndings().verbal(form, {"VerbForm": "Part"})
    assert base in candidates
    known = set(english_verbs.known_verbs())
    assert next((c for c in candidates if c in known), candidates[0]) == base
