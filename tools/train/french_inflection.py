"""French forms that the generator needs: third persons, participles, agreement, elision."""

from __future__ import annotations

import functools
import re

from influence_graph.nlp import french_verbs
from influence_graph.nlp.french_verbs import PrincipalParts, participles

__all__ = ["agreeing", "begins_with_vowel", "conjugated", "noun_plural"]

# -eler and -eter that double their consonant; the others take a grave accent.
_DOUBLING = re.compile(
    r"(?:app|rapp|interp|renouv|ép|morc|niv|ruiss|ensorc|chanc)el$|(?:j|proj|rej)et$"
)
_ACUTE = re.compile(r"é([bcdfgjlmnprstvz]|gr|gl|br|bl|ch|gn|qu|gu|tr|cr)$")
_MUTE = re.compile(r"e([dclmnprstvz]|vr)$")
_FUTURE = {"fut": ("a", "ont"), "cond": ("ait", "aient")}
_HISTORIC = {
    "a": ("a", "èrent"),
    "i": ("it", "irent"),
    "u": ("ut", "urent"),
    "n": ("int", "inrent"),
}
_ASPIRATED = re.compile(
    r"h(?:au|ai|as|ér[oi]s|eur|ut|ors|uit|onte|ollan|ongr|arc|ach|amm|angar|arne|âte|isse|ont|aut)"
)

_ODD = {
    "être": {"imp": ("était", "étaient"), "ing": ("étant",) * 2, "sub": ("soit", "soient")},
    "avoir": {"imp": ("avait", "avaient"), "ing": ("ayant",) * 2, "sub": ("ait", "aient")},
    "savoir": {"imp": ("savait", "savaient"), "ing": ("sachant",) * 2, "sub": ("sache", "sachent")},
}


@functools.cache
def _irregular() -> dict[str, PrincipalParts]:
    return {parts.infinitive: parts for parts in reversed(french_verbs.irregular_verbs())}


def conjugated(infinitive: str, form: str, *, plural: bool = False) -> str | None:
    """Return the third person of a tense, or an impersonal form; None where unknown.

    Parameters
    ----------
    infinitive : str
        The verb.
    form : str
        ``pres``, ``imp``, ``fut``, ``cond``, ``past``, ``sub``, ``inf``, ``part`` or ``ing``.
    plural : bool
        Third person plural.

    Examples
    --------
    >>> conjugated("rejeter", "pres", plural=True), conjugated("menacer", "past")
    ('rejettent', 'menaça')
    >>> conjugated("soutenir", "pres"), conjugated("céder", "fut")
    ('soutient', 'cédera')
    """
    if form == "inf":
        return infinitive
    parts = _irregular().get(infinitive)
    if parts is not None:
        return _from_parts(parts, form, plural)
    return _first_group(infinitive, form, plural) if infinitive.endswith("er") else None


def _first_group(infinitive: str, form: str, plural: bool) -> str:
    stem = infinitive[:-2]
    soft = stem + "e" if stem.endswith("g") else stem
    soft = stem[:-1] + "ç" if stem.endswith("c") else soft
    strong = stem
    if stem.endswith(("oy", "uy")):
        strong = stem[:-1] + "i"
    elif _DOUBLING.search(stem):
        strong = stem + stem[-1]
    elif _MUTE.search(stem) and not stem.endswith("ess"):
        strong = _MUTE.sub(r"è\1", stem)
    future = strong
    if _ACUTE.search(stem):
        strong = _ACUTE.sub(r"è\1", stem)
    endings = {
        "pres": strong + ("ent" if plural else "e"),
        "sub": strong + ("ent" if plural else "e"),
        "imp": soft + ("aient" if plural else "ait"),
        "fut": future + "er" + ("ont" if plural else "a"),
        "cond": future + "er" + ("aient" if plural else "ait"),
        "past": stem + "èrent" if plural else soft + "a",
        "part": stem + "é",
        "ing": soft + "ant",
    }
    return endings[form]


def _from_parts(parts: PrincipalParts, form: str, plural: bool) -> str | None:
    if form == "pres":
        found = parts.present[5 if plural else 2]
    elif form in _FUTURE:
        found = parts.future + _FUTURE[form][plural]
    elif form == "part":
        found = parts.participle
    elif form == "past":
        if parts.historic in {"", "-"} or parts.historic[-1] not in _HISTORIC:
            return None
        stem, vowel = parts.historic[:-1], parts.historic[-1]
        stem = stem.removesuffix("i") if vowel == "n" else stem
        found = stem + _HISTORIC[vowel][plural]
    elif parts.infinitive in {"être", "avoir", "savoir"}:
        found = _ODD[parts.infinitive][form][plural]
    else:
        we, they = parts.present[3], parts.present[5]
        if we == "-" or they == "-":
            return None
        stem = we.removesuffix("ons")
        if form == "sub":
            if parts.model in french_verbs._SUBJUNCTIVE:
                return None
            stem = they.removesuffix("ent")
        endings = {"imp": ("ait", "aient"), "ing": ("ant", "ant"), "sub": ("e", "ent")}
        found = stem + endings[form][plural]
    return None if found.startswith("-") or found == "-" else found


def agreeing(participle: str, gender: str, number: str) -> str:
    """Return a past participle that agrees."""
    return participles(participle)[(gender == "Fem") + 2 * (number == "Plur")]


def noun_plural(noun: str) -> str:
    """Return the plural of a noun.

    Examples
    --------
    >>> noun_plural("général"), noun_plural("bureau"), noun_plural("refus")
    ('généraux', 'bureaux', 'refus')
    """
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun not in {"bal", "carnaval", "festival", "récital", "régal"}:
        return noun[:-2] + "aux"
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    return noun + "s"


def begins_with_vowel(form: str) -> bool:
    """Whether *le* and *de* lose their vowel before a word."""
    low = form.lower()
    if low.startswith("h"):
        return form.startswith("Haï") or (form[0] == "h" and not _ASPIRATED.match(low))
    return low[0] in "aàâeéèêëiîïoôuûœ" and not low.startswith(("oui", "onz"))
