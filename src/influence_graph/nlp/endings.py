"""Regular endings of French and English: candidates for the dictionary form of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ENDINGS", "EnglishEndings", "FrenchEndings"]


class Endings(Protocol):
    """Candidates for the lemma of a word in small letters, likeliest first."""

    def verbal(self, form: str, feats: Mapping[str, str]) -> Sequence[str]:
        """Candidates for a verb."""

    def nominal(self, form: str, upos: str, feats: Mapping[str, str]) -> Sequence[str]:
        """Candidates for a noun or an adjective."""


def _unique(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


# Endings of the first group, longest first; the infinitive's own first.
_FIRST_GROUP_ENDINGS = (
    "er e es ons ez ent ais ait ions iez aient ai as a âmes âtes èrent erai eras era erons "
    "erez eront erais erait erions eriez eraient asse asses ât assions assiez assent ant "
    "é ée és ées"
)
_FIRST_GROUP = sorted(_FIRST_GROUP_ENDINGS.split(), key=lambda ending: (-len(ending), ending))
# Verbs in e + consonant + er, which take è before a mute e: lève, achète.
_GRAVE = re.compile(
    r"(?:l[eè]v|m[eè]n|p[eè]s|achèt|achet|sèm|sem|crèv|crev|g[eè]l|p[eè]l|mod[eè]l|mart[eè]l|"
    r"harc[eè]l|c[eè]l|démant[eè]l|écart[eè]l|cis[eè]l|halèt|furèt|corset|dépec|dépèc|grèv|grev|"
    r"sèvr|sevr|rach[eè]t)$"
)
# ... and those that double the consonant: appelle, jette.
_DOUBLED = re.compile(
    r"(?:app|rapp|ép|renouv|chanc|étinc|fic|nivel|niv|morc|ruiss|attel|att|dét|ensorc|chap|carr|"
    r"amonc|ép|ress|muse|mus|j|proj|rej|obj|feuill|cach|étiqu|empaqu|band|surj|déj|interj|"
    r"décach|paill|époust|caqu|souffl|voll|volet|briqu|hoqu|fur|trompet|tromp|parqu|cliqu)"
    r"(?:ell|ett)$"
)


class FrenchEndings:
    """French: verbs of the first group, plural and feminine."""

    def verbal(self, form: str, feats: Mapping[str, str]) -> tuple[str, ...]:  # noqa: ARG002
        """Return infinitives in -er that the form may belong to.

        Examples
        --------
        >>> FrenchEndings().verbal("rapprochent", {})[0]
        'rapprocher'
        >>> FrenchEndings().verbal("menaçait", {})[0], FrenchEndings().verbal("emploie", {})[0]
        ('menacer', 'employer')
        >>> FrenchEndings().verbal("cède", {})[0], FrenchEndings().verbal("rappelle", {})[0]
        ('céder', 'rappeler')
        """
        found: list[str] = []
        for ending in _FIRST_GROUP:
            stem = form.removesuffix(ending)
            if len(stem) < 2 or len(stem) == len(form):
                continue
            found.extend(infinitive + "er" for infinitive in _first_group_stems(stem, ending))
        return _unique(found)

    def nominal(self, form: str, upos: str, feats: Mapping[str, str]) -> tuple[str, ...]:
        """Return masculine singulars (adjectives) or singulars (nouns).

        Examples
        --------
        >>> FrenchEndings().nominal("algériennes", "ADJ", {"Number": "Plur", "Gender": "Fem"})[0]
        'algérien'
        >>> FrenchEndings().nominal("généraux", "NOUN", {"Number": "Plur"})[0]
        'général'
        """
        singulars = _french_singulars(form) if feats.get("Number") != "Sing" else (form,)
        if upos != "ADJ" or feats.get("Gender") == "Masc":
            return singulars
        return _unique([m for singular in singulars for m in _french_masculines(singular)])


def _first_group_stems(stem: str, ending: str) -> list[str]:
    last = stem[-1]
    if last == "ç":
        return [stem[:-1] + "c"]
    if last == "e" and stem[-2] == "g" and ending[0] in "aoâ":
        return [stem[:-1]]
    mute = ending in {"e", "es", "ent"} or ending.startswith("er")
    if mute and ending != "er":
        if re.search(r"[oua]i$", stem) and not stem.endswith(("gui", "qui")):
            return [stem[:-1] + "y", stem]
        if _DOUBLED.search(stem):
            return [stem[:-1], stem]
        grave = re.search(r"è([^aeiouyéè]{1,2}|gu|qu|gn|ch)$", stem)
        if grave:
            acute = stem[: grave.start()] + "é" + grave.group(1)
            plain = stem[: grave.start()] + "e" + grave.group(1)
            return [plain, acute] if _GRAVE.search(stem) else [acute, plain]
    return [stem]


def _french_singulars(form: str) -> tuple[str, ...]:
    if form.endswith("eaux"):
        return (form[:-1],)
    if form.endswith("aux") and len(form) > 4:
        return (form[:-3] + "al", form[:-1], form[:-3] + "ail")
    if form.endswith(("eux", "oux")):
        return (form, form[:-1])
    if form.endswith("s") and len(form) > 2:
        return (form[:-1], form)
    return (form,)


# Feminine ending -> masculine endings, likeliest first; longest ending wins.
_FEMININE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("trice", ("teur", "trice")),
    ("euse", ("eux", "eur")),
    ("ienne", ("ien",)),
    ("éenne", ("éen",)),
    ("onne", ("on",)),
    ("elle", ("el", "elle", "eau")),
    ("ulle", ("ul",)),
    ("ette", ("et", "ette")),
    ("aise", ("ais",)),
    ("oise", ("ois",)),
    ("ise", ("is", "ise")),
    ("aine", ("ain",)),
    ("ane", ("an", "ane")),
    ("ine", ("in", "ine")),
    ("une", ("un",)),
    ("ière", ("ier", "ière")),
    ("ère", ("er", "ère")),
    ("ète", ("et", "ète")),
    ("ive", ("if",)),
    ("ale", ("al", "ale")),
    ("ile", ("ile", "il")),
    ("ante", ("ant",)),
    ("ente", ("ent",)),
    ("uite", ("uit",)),
    ("ite", ("ite", "it")),
    ("erte", ("ert",)),
    ("orte", ("ort",)),
    ("inte", ("int",)),
    ("ance", ("anc", "ance")),
    ("ande", ("and",)),
    ("onde", ("ond",)),
    ("ouse", ("oux",)),
    ("ose", ("os", "ose")),
    ("use", ("us", "use")),
    ("gue", ("g", "gue")),
    ("ique", ("ique",)),
    ("aire", ("aire",)),
    ("oire", ("oire",)),
    ("able", ("able",)),
    ("ible", ("ible",)),
    ("iste", ("iste",)),
    ("ée", ("é",)),
    ("ie", ("i", "ie")),
    ("ue", ("u", "ue")),
    ("eure", ("eur", "eure")),
    ("ure", ("ur", "ure")),
)


def _french_masculines(singular: str) -> tuple[str, ...]:
    for feminine, masculines in _FEMININE:
        if singular.endswith(feminine) and len(singular) > len(feminine):
            stem = singular.removesuffix(feminine)
            return tuple(stem + masculine for masculine in masculines)
    if singular.endswith("e") and len(singular) > 3:
        return (singular, singular[:-1])
    return (singular,)


_VOWEL = "aeiou"


class EnglishEndings:
    """English: -s, -ed, -ing, plural, comparison."""

    def verbal(self, form: str, feats: Mapping[str, str]) -> tuple[str, ...]:
        """Return base forms that the form may belong to.

        Examples
        --------
        >>> EnglishEndings().verbal("denounced", {})
        ('denounce', 'denounc')
        >>> EnglishEndings().verbal("barred", {})[0], EnglishEndings().verbal("allies", {})[0]
        ('bar', 'ally')
        >>> EnglishEndings().verbal("buzzed", {})[0], EnglishEndings().verbal("telephoned", {})[0]
        ('buzz', 'telephone')
        """
        if feats.get("VerbForm") == "Inf":
            return (form,)
        if form.endswith("ied") and len(form) > 4:
            return (form[:-3] + "y", form[:-1])
        if form.endswith("ies") and len(form) > 4:
            return (form[:-3] + "y", form[:-1])
        if form.endswith("eed"):
            return (form, form[:-1])
        if form.endswith("ed") and len(form) > 3:
            return _unique(_english_stems(form[:-2]))
        if form.endswith("ing") and len(form) > 4 and feats.get("VerbForm") != "Fin":
            return _unique(_english_stems(form[:-3]))
        if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return (form[:-2], form[:-1])
        if form.endswith("s") and not form.endswith("ss") and len(form) > 2:
            return (form[:-1], form)
        return (form,)

    def nominal(self, form: str, upos: str, feats: Mapping[str, str]) -> tuple[str, ...]:
        """Return singulars (nouns) or the positive (adjectives).

        Examples
        --------
        >>> EnglishEndings().nominal("allies", "NOUN", {"Number": "Plur"})[0]
        'ally'
        >>> EnglishEndings().nominal("embargoes", "NOUN", {"Number": "Plur"})[0]
        'embargo'
        >>> EnglishEndings().nominal("closest", "ADJ", {"Degree": "Sup"})[0]
        'close'
        """
        if upos == "ADJ":
            ending = {"Cmp": "er", "Sup": "est"}.get(feats.get("Degree", ""), "")
            compared = bool(ending) and form.endswith(ending) and len(form) > len(ending) + 2
            return _positives(form.removesuffix(ending)) if compared else (form,)
        if upos != "NOUN" or feats.get("Number") != "Plur":
            return (form,)
        if form.endswith("ies") and len(form) > 4:
            return (form[:-3] + "y", form[:-1])
        if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
            return (form[:-2], form[:-1])
        if form.endswith("oes") and len(form) > 5:
            return (form[:-2], form[:-1])
        if form.endswith("men"):
            return (form[:-3] + "man", form)
        if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 2:
            return (form[:-1], form)
        return ()


def _positives(stem: str) -> tuple[str, ...]:
    """Return adjectives behind a stem that lost -er or -est, likeliest first."""
    if stem[-1] == "i":
        return (stem[:-1] + "y",)
    if stem[-1] == stem[-2] and stem[-1] not in "lsf":
        return (stem[:-1], stem)
    if re.search(r"[csvu]$|[^n]g$|[^aeioul]l$|[aiou]f$", stem) and not stem.endswith("ss"):
        return (stem + "e", stem)
    return (stem, stem + "e")


def _english_stems(stem: str) -> list[str]:
    """Return base forms behind a stem that lost -ed or -ing, likeliest first."""
    if len(stem) < 2:
        return [stem, stem + "e"]
    last, before = stem[-1], stem[-2]
    if last == before and last not in "aeiouslfz":
        return [stem[:-1], stem]
    if last == before and last == "l":
        # "killed", "installed", but "rebelled", "quarrelled"
        short = len(re.findall(r"[aeiouy]+", stem.replace("qu", "q"))) == 1
        doubled = short or stem.endswith(("stall", "call", "fall", "roll", "still", "pall", "fill"))
        return [stem, stem[:-1]] if doubled else [stem[:-1], stem]
    plain, mute = stem, stem + "e"
    if stem.endswith("zz"):
        return [plain, mute]
    if last in "cvuz" or stem.endswith(
        (
            "phon",
            "ston",
            "clon",
            "dron",
            "dg",
            "rg",
            "ng",
            "ag",
            "eg",
            "rs",
            "ns",
            "as",
            "os",
            "us",
            "is",
            "bl",
            "pl",
            "tl",
            "dl",
            "gl",
            "kl",
            "fl",
            "thr",
            "iat",
            "uat",
        )
    ):
        return [mute, plain]
    if last in "wxyhkps" or (last == "r" and before == "e") or (last == "n" and before in "eo"):
        return [plain, mute]
    if last not in _VOWEL and before not in _VOWEL:
        return [plain, mute]
    if (
        stem.endswith(
            (
                "at",
                "ut",
                "iz",
                "in",
                "id",
                "ir",
                "or",
                "ur",
                "ar",
                "od",
                "ud",
                "ad",
                "ok",
                "am",
                "im",
                "om",
                "um",
                "il",
                "ol",
                "ul",
            )
        )
        and len(stem) > 2
    ):
        long = stem[-3] in _VOWEL and stem[-4:-2] != "qu"
        return [plain, mute] if long else [mute, plain]
    return [plain, mute]


ENDINGS: dict[str, Endings] = {"fr": FrenchEndings(), "en": EnglishEndings()}
