"""A copy of a text for the parser, with the way back to every character of the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["NormalisedText", "normalise"]

_SINGLE = "’‘ʼ‛′´`＇‚‹›"
_DOUBLE = "“”„‟″＂"
_HYPHENS = "\u2010\u2011\u2043\ufe63\uff0d\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}

_SAME_LENGTH: dict[str, str] = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    "―": "—",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}
_MAP = {**_SAME_LENGTH, **dict.fromkeys(_INVISIBLE, ""), **_LIGATURES}
_TRANSLATION = str.maketrans(_SAME_LENGTH)
_SPACES = " \u00a0\u202f\u2009"
# All that the short way can copy: printable Latin, the marks above, single spaces inside.
_LETTERS = (
    "[!-~¡-¬®-\u02ff–—…€" + re.escape("".join(c for c in _SAME_LENGTH if c not in _SPACES)) + "]+"
)
_PLAIN = re.compile(f"{_LETTERS}(?:[{_SPACES}]{_LETTERS})*")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Text as the parser reads it.

    Attributes
    ----------
    text : str
        Straight quotes and apostrophes, single spaces, composed accents, nothing invisible.
    origins : sequence of int
        For each character of `text`, the offset of the original character that it stands for.
    ends : sequence of int
        For each character of `text`, the offset after the original characters it stands for.
    """

    text: str
    origins: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of ``text[start:end]``, which is not empty."""
        return self.origins[start], self.ends[end - 1]


def normalise(text: str, start: int = 0, end: int | None = None) -> NormalisedText:
    """Normalise ``text[start:end]``; offsets of the result count in the whole `text`.

    Runs of spaces, line ends and control characters become one space, at the edges none.
    Surrogates without a partner become U+FFFD: no encoder takes them.

    Examples
    --------
    >>> normalise("L’Algérie  dit").text
    "L'Algérie dit"
    >>> normalise("L’Algérie  dit").span(10, 13)
    (11, 14)
    """
    end = len(text) if end is None else end
    if _PLAIN.fullmatch(text, start, end):
        copy = text[start:end].translate(_TRANSLATION)
        return NormalisedText(copy, range(start, end), range(start + 1, end + 1))
    return _normalise_each(text, start, end)


def _normalise_each(text: str, start: int, end: int) -> NormalisedText:
    characters: list[str] = []
    origins: list[int] = []
    ends: list[int] = []
    gap = False
    for offset in range(start, end):
        original = text[offset]
        # Letters and digits of the Latin alphabet are the common case.
        if original < "\x7f" and original > " ":
            new = original
        elif original.isspace() or unicodedata.category(original) in ("Cc", "Zs", "Zl", "Zp"):
            gap = True
            continue
        elif unicodedata.combining(original) and characters and not gap:
            composed = unicodedata.normalize("NFC", characters[-1] + original)
            if len(composed) == 1:
                characters[-1] = composed
                ends[-1] = offset + 1
                continue
            new = original
        elif unicodedata.category(original) == "Cs":
            new = "\ufffd"
        else:
            new = _MAP.get(original, original)
        if gap and characters and new:
            characters.append(" ")
            origins.append(ends[-1])
            ends.append(offset)
        gap = gap and not new
        for character in new:
            characters.append(character)
            origins.append(offset)
            ends.append(offset + 1)
    return NormalisedText("".join(characters), tuple(origins), tuple(ends))
