"""Sentence boundaries that the marks make certain, told to the parser beforehand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["mark_boundaries"]

_END = frozenset({".", "!", "?", "...", "…", "?!", "!?", "!!", "??"})
_CLOSING = frozenset({"»", '"', ")", "]", "'", "''"})
_TITLE = re.compile(
    r"(?:MM?|Mmes?|Mlles?|Mgr|Me|Drs?|Prof|Pr|Mrs?|Ms|St|Ste|Gens?|Gén|Gal|Col|Lt|Cdt|Cne|Cap|Capt|"
    r"Sgt|Maj|Adm|Brig|Cmdr|Gov|Sen|Reps?|Rev|Hon|Pres|vs|No|n°|cf|p|pp|art|av|[A-Z])\.",
    re.IGNORECASE,
)
# Words that a name never begins with, capital or not: after "U.S." they open a sentence.
_OPENERS = frozenset(
    word
    for line in (
        "the he she it they we but and in on at after before while when if however this that",
        "these those there his her their its an a both some since under as for with from by",
        "le la les l' il elle ils elles on nous mais et en dans après avant si ce cette ces c'",
        "cependant toutefois selon pour depuis son sa ses leur leurs un une des d' au aux alors",
        "lors par sur rien aucun aucune no nothing",
    )
    for word in line.split()
)


@Language.component("influence_graph_boundaries", assigns=["token.is_sent_start"])
def mark_boundaries(doc: Doc) -> Doc:
    """Set ``is_sent_start`` where the marks leave no doubt; the parser decides the rest.

    A sentence starts at a capital or an opening quote after a full stop that is a token of its
    own and stands before a space, and at "The", "Le" ... after an abbreviation. It never starts
    after a title ("M.", "Gen."), at a closing mark, at a small letter unless a full stop stands
    right before it, after a word without any mark, or without a space before it.
    """
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    for i in range(1, len(doc)):
        certain = _certain(words, spaces, i)
        if certain is not None:
            doc[i].is_sent_start = certain
    return doc


def _certain(words: list[str], spaces: list[bool], i: int) -> bool | None:
    """Whether token `i` starts a sentence for certain, or does not; None where in doubt."""
    text, before = words[i], words[i - 1]
    if before[-1:] == "." and _TITLE.fullmatch(before):
        return False
    if not spaces[i - 1]:
        glued = before in {".", "!", "?"} and text[:1].isupper()
        return None if glued or before.isspace() else False
    if text == "»" or text in ",;:)]!?":
        return False
    last = i - 1
    while last > 0 and words[last] in _CLOSING and not spaces[last - 1]:
        last -= 1
    if words[last] == "»" and last > 0:  # French spacing: "... parti. » Le"
        last -= 1
    if text[:1].islower() and before not in _END:
        return False
    if words[last] in _END and _opens(words, i):
        return True
    if before[-1].isalnum():
        return False  # "may supply Pyongyang with rockets"
    abbreviated = before.endswith(".") and len(before) > 2
    if abbreviated and text[:1].isupper() and text.lower() in _OPENERS:
        return True
    return None


def _opens(words: list[str], i: int) -> bool:
    text = words[i]
    if text in {"«", '"', "(", "-", "–", "—"} and i + 1 < len(words):
        text = words[i + 1]
    return text[:1].isupper()
