"""Finds expressions of time in a text: the longest match of the patterns of ``time.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from influence_graph.extraction.dating.calendar import YEARS
from influence_graph.extraction.dating.vocabulary import Element, Rule, Vocabulary, Word, split

__all__ = ["Expression", "find"]

_DEPTH = 3
"""How deep expressions stand in one another: "until the end of last year"."""

_OUTER = frozenset(
    {"after", "before", "by", "duration", "lasting", "range", "recent", "since", "until"}
)
"""Operations that never stand inside another expression."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that say when.

    Attributes
    ----------
    rule : Rule
        The pattern.
    slots : Mapping
        What was read: numbers, names, or another expression.
    start, end : int
        Offsets in the text.
    framed : bool
        A preposition of time stands before it.
    """

    rule: Rule
    slots: Mapping[str, str | int | Expression]
    start: int
    end: int
    framed: bool = field(default=False, compare=False)

    @property
    def operation(self) -> str:
        """What the rule does."""
        return self.rule.operation

    @property
    def inner(self) -> Expression | None:
        """The expression inside: "Monday" of "after Monday"."""
        found = self.slots.get("time")
        return found if isinstance(found, Expression) else None

    def number(self, slot: str) -> int | None:
        """Return what a slot holds, if it is a number."""
        found = self.slots.get(slot, self.rule.given.get(slot))
        return found if isinstance(found, int) else None

    def name(self, slot: str) -> str | None:
        """Return what a slot, or else the rule, says by a word."""
        found = self.slots.get(slot, self.rule.given.get(slot))
        return found if isinstance(found, str) else None


_Slots = tuple[tuple[str, "str | int | Expression"], ...]


def find(text: str, vocabulary: Vocabulary) -> list[Expression]:
    """Return the expressions of time of a text, in order, none inside another."""
    return _Finder(split(text), vocabulary).all()


class _Finder:
    def __init__(self, words: Sequence[Word], vocabulary: Vocabulary) -> None:
        self.words = words
        self.vocabulary = vocabulary
        self._known: dict[tuple[int, bool, int], tuple[Expression, int] | None] = {}

    def all(self) -> list[Expression]:
        found, i = [], 0
        while i < len(self.words):
            best = self._longest(i, depth=0)
            if best is None:
                i += 1
                continue
            found.append(best[0])
            i = best[1]
        return found

    def _longest(self, i: int, *, depth: int) -> tuple[Expression, int] | None:
        """Return the longest expression that begins at a word, with the word after it."""
        inside = depth > 0
        key = (i, inside, depth)
        if key not in self._known:
            self._known[key] = self._search(i, depth, inside=inside)
        return self._known[key]

    def _search(self, i: int, depth: int, *, inside: bool) -> tuple[Expression, int] | None:
        word = self.words[i]
        starts = self.vocabulary.starts
        rules = starts.get(word.low, ())
        if word.low[0].isdecimal():
            rules = (*rules, *starts.get("#", ()))
        best: tuple[int, int, Rule, _Slots] | None = None
        after = self.words[i + 1].low if i + 1 < len(self.words) else ""
        number = "#" if after[:1].isdecimal() else after
        for rule, seconds in rules:
            if seconds is not None and after not in seconds and number not in seconds:
                continue
            if inside and rule.operation in _OUTER:
                continue
            for end, slots in self._match(rule.elements, 0, i, (), inside=inside, depth=depth):
                if self._cut(end) or (end < len(self.words) and self.words[end].low in rule.unless):
                    continue
                rank = (end, -rule.order)
                if best is None or rank > (best[0], best[1]):
                    best = (end, -rule.order, rule, slots)
        if best is None:
            return None
        end, _, rule, slots = best
        before = self.words[i - 1].low if i else ""
        expression = Expression(
            rule,
            dict(slots),
            word.start,
            self.words[end - 1].end,
            framed=before in self.vocabulary.frames,
        )
        return expression, end

    def _cut(self, end: int) -> bool:
        """Tell whether a number goes on after the match: "2022%", "1990s"."""
        if end >= len(self.words) or not self.words[end - 1].low.isdecimal():
            return False
        after = self.words[end]
        return after.glued and (after.low.isalnum() or after.low in "%°$€£/")

    def _match(
        self,
        elements: Sequence[Element],
        at: int,
        i: int,
        slots: _Slots,
        *,
        inside: bool,
        depth: int,
    ) -> Iterator[tuple[int, _Slots]]:
        if at == len(elements):
            yield i, slots
            return
        element = elements[at]
        if i < len(self.words):
            for end, value in self._read(element, i, glue=at > 0 or inside, depth=depth):
                more = slots if value is None else (*slots, (element.slot, value))
                yield from self._match(elements, at + 1, end, more, inside=inside, depth=depth)
        if element.optional:
            yield from self._match(elements, at + 1, i, slots, inside=inside, depth=depth)

    def _read(
        self, element: Element, i: int, *, glue: bool, depth: int
    ) -> Iterator[tuple[int, str | int | Expression | None]]:
        word = self.words[i]
        if element.words:
            if word.low in element.words:
                yield i + 1, None
            return
        if element.kind == "time":
            yield from self._inner(i, depth)
            return
        phrases = self.vocabulary.classes.get(element.kind, {})
        if word.capital or element.kind not in self.vocabulary.capitalised:
            for phrase, value in phrases.get(word.low, ()):
                end = i + len(phrase)
                if tuple(w.low for w in self.words[i:end]) == phrase:
                    yield end, value
        if glue or not word.glued:
            number = _number(word.low, element.kind)
            if number is not None:
                yield i + 1, number

    def _inner(self, i: int, depth: int) -> Iterator[tuple[int, Expression]]:
        if depth >= _DEPTH:
            return
        for _ in range(3):
            found = self._longest(i, depth=depth + 1)
            if found is not None:
                yield found[1], found[0]
                return
            if self.words[i].low not in self.vocabulary.determiners or i + 1 >= len(self.words):
                return
            i += 1


def _number(low: str, kind: str) -> int | str | None:
    """Read a number of a class; None where it is none."""
    if kind == "iso":
        return low if len(low) == 10 and low[4] == low[7] == "-" and low.isascii() else None
    if not (low.isdecimal() and low.isascii()):
        return None
    value, width = int(low[:5]), len(low)
    if kind == "day":
        return value if width <= 2 and 1 <= value <= 31 else None
    if kind == "year":
        return value if width == 4 and value in YEARS else None
    if kind == "short":
        return value if width == 2 else None
    if kind == "digit":
        return value if width == 1 and value else None
    if kind == "decade":
        if width == 2 and value % 10 == 0:
            return value + (1900 if value >= 30 else 2000)
        return value if width == 4 and value in YEARS and value % 10 == 0 else None
    if kind in ("number", "count"):
        return value if width <= 3 and value else None
    return None
