"""Cut text into words and fold them, so that "CEDEAO" meets "Cédéao"."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

__all__ = ["Piece", "fold", "pieces"]

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
# Letters that Unicode does not decompose and that names are often written without.
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "ə": "e"}
)


class Piece(NamedTuple):
    """A run of letters and digits inside a token.

    Attributes
    ----------
    start, end : int
        Offsets in the token.
    surface : str
        As written.
    folded : str
        Lower case, without accents.
    """

    start: int
    end: int
    surface: str
    folded: str


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return text in lower case, without accents.

    Examples
    --------
    >>> fold("Cédéao"), fold("ÉTATS-UNIS"), fold("Œuvre")
    ('cedeao', 'etats-unis', 'oeuvre')
    """
    if text.isascii():
        return text.lower()
    low = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return _MARKS.sub("", low).replace("’", "'")


@functools.lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[Piece, ...]:
    """Return the runs of letters and digits of a token.

    Examples
    --------
    >>> [p.folded for p in pieces("N'Djaména")], [p.folded for p in pieces("U.S.")]
    (['n', 'djamena'], ['u', 's'])
    """
    return tuple(
        Piece(m.start(), m.end(), m.group(), fold(m.group())) for m in _WORD.finditer(text)
    )
