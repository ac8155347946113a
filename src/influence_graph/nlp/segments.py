"""Cut an article into the pieces that are parsed one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["LONGEST_SEGMENT", "Segment", "paragraphs", "segments"]

LONGEST_SEGMENT = 4000
"""Most characters that are parsed at once; about 700 words."""

_LONGEST_WORD = 500
"""Most characters without a space that stay together: a tokeniser's time grows as their square."""

_NARROWEST = 40
_WIDEST = 120
_LONGEST_DATELINE = 90
_BLANK = re.compile(r"(?:[^\S\n]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])){2,}")
_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s")

# "NIAMEY, 25 septembre 2023 (AFP) - ", "PARIS (Reuters) — ", "Bamako, le 9 janvier 2023 – ".
_DATELINE = re.compile(
    r"""\s*
    (?=\S{2})
    (?:[A-ZÀ-ÖØ-Þ][\w'’.-]*)(?:[ /-][A-ZÀ-ÖØ-Þ(][\w'’.)-]*){0,4}
    (?:,\s*(?:le\s+|the\s+)?[\w.éûÉ]{1,12}(?:\s+[\w.,éûÉ]{1,12}){0,3}?)?
    \s*(?:\((?:[A-ZÀ-Þ][\w.\s/-]{1,30})\))?
    \s*(?:[-–—]{1,2})\s+(?=["«“‘'’(]?\s?\w)
    """,
    re.VERBOSE,
)
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text to parse.

    Attributes
    ----------
    paragraph : int
        The paragraph it belongs to.
    start, end : int
        Half-open offsets in the text.
    whole : bool
        It is one sentence whatever the parser says: a dateline.
    """

    paragraph: int
    start: int
    end: int
    whole: bool = False


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of the paragraphs of a text.

    A blank line always ends a paragraph. A single line end does too, unless the lines are
    wrapped: the line could not have held the next word within the width of its neighbours.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for blank in _BLANK.finditer(text):
        found.extend(_unwrapped(text, start, blank.start()))
        start = blank.end()
    found.extend(_unwrapped(text, start, len(text)))
    return found


def _unwrapped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = start
    for line_end in _LINE_END.finditer(text, start, end):
        lines.append((at, line_end.start()))
        at = line_end.end()
    lines.append((at, end))
    lines = [(a, b) for a, b in lines if text[a:b].strip()]
    if not lines:
        return []
    width = max(b - a for a, b in lines)
    wrapped = len(lines) > 1 and _NARROWEST <= width <= _WIDEST
    found = [lines[0]]
    for (a, b), (c, d) in pairwise(lines):
        word = text[c:d].split(maxsplit=1)[0]
        if wrapped and (b - a) + 1 + len(word) > width:
            found[-1] = (found[-1][0], d)
        else:
            found.append((c, d))
    return found


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long paragraph after sentences where it has any, else at spaces, else anywhere."""
    found: list[tuple[int, int]] = []
    for word in _LONG_WORD.finditer(text, start, end):
        if word.end() > start:
            found.extend(_cuts_of_words(text, start, word.end()))
            start = word.end()
    found.extend(_cuts_of_words(text, start, end))
    return found


def _cuts_of_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while end - start > LONGEST_SEGMENT:
        limit = start + LONGEST_SEGMENT
        middle = start + LONGEST_SEGMENT // 2
        cut = 0
        for match in _SENTENCE_END.finditer(text, middle, limit):
            cut = match.end()
        if not cut:
            cut = text.rfind(" ", middle, limit) + 1
        if not cut:
            cut = limit
        found.append((start, cut))
        start = cut
    found.append((start, end))
    return found


def dateline(text: str, start: int, end: int) -> int:
    """Return the offset after the dateline that opens a paragraph, or `start`.

    A dateline names a place, mostly in capitals, and often a day and an agency, and ends in a
    dash.
    """
    match = _DATELINE.match(text, start, min(end, start + _LONGEST_DATELINE))
    if match is None:
        return start
    found = match.group()
    told = _CAPITALS.search(found) or "(" in found or any(c.isdigit() for c in found)
    return match.end() if told else start


def segments(text: str) -> list[Segment]:
    """Return the pieces of a text to parse, in order: paragraphs, their datelines apart."""
    found: list[Segment] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        body = dateline(text, start, end)
        if body > start:
            found.append(Segment(number, start, body, whole=True))
        found.extend(Segment(number, a, b) for a, b in _cuts(text, body, end))
    return found
