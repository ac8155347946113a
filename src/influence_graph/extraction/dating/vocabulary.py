"""The words of time of a language, and the patterns in which they stand: ``time.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from influence_graph.errors import LexiconError
from influence_graph.extraction.dating.calendar import FINENESS
from influence_graph.resources import resource

__all__ = ["OPERATIONS", "Element", "Rule", "Vocabulary", "Word", "load_vocabulary", "split"]

OPERATIONS = frozenset(
    {
        "after",
        "ago",
        "before",
        "by",
        "century",
        "day",
        "days",
        "decade",
        "duration",
        "earlier",
        "fraction",
        "iso",
        "lasting",
        "later",
        "month",
        "part",
        "range",
        "recent",
        "season",
        "shift",
        "since",
        "until",
        "weekday",
        "year",
        "years",
    }
)
"""What a rule may do; `resolving` says how."""

_NUMERIC = frozenset({"day", "year", "short", "count", "iso", "digit", "decade"})
"""Classes of numbers that every language has."""

_WORD = re.compile(r"\d{4}-\d\d-\d\d(?![\d-])|\d+(?:[.,\u00a0\u202f]\d+)+|\d+|[^\W\d_]+|\S")
_DASHES = {"\u2013": "-", "\u2010": "-", "\u2011": "-", "\u2019": "'"}


Phrases: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str | int], ...]]
"""First word to phrases with their values, longest first."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign of a text.

    Attributes
    ----------
    low : str
        Lower case, plain hyphens and apostrophes.
    start, end : int
        Offsets in the text.
    capital : bool
        It begins with a capital.
    glued : bool
        No space, opening bracket or quotation mark stands before it.
    """

    low: str
    start: int
    end: int
    capital: bool = False
    glued: bool = False


def split(text: str) -> list[Word]:
    """Cut a text into words.

    Examples
    --------
    >>> [w.low for w in split("Mi-2022, l'an 1990s")]
    ['mi', '-', '2022', ',', 'l', "'", 'an', '1990', 's']
    """
    words: list[Word] = []
    for match in _WORD.finditer(text):
        form, start = match.group(), match.start()
        glued = start > 0 and not (text[start - 1].isspace() or text[start - 1] in "([{«“\"'’")
        low = form.lower()
        words.append(Word(_DASHES.get(low, low), start, match.end(), form[0].isupper(), glued))
    return words


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    Attributes
    ----------
    words : frozenset of str
        Words that may stand there; empty for a class.
    slot, kind : str
        Name of what is read, and the class of words it is read from (``time`` for a whole
        expression).
    optional : bool
        It may be missing.
    """

    words: frozenset[str] = frozenset()
    slot: str = ""
    kind: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with what it means.

    Attributes
    ----------
    operation : str
        One of `OPERATIONS`.
    elements : tuple of Element
        The words, in their order.
    given : Mapping of str to (str or int)
        What the rule says beside its words: ``unit``, ``shift``, ``base`` …
    order : int
        Position in the file: of two equal matches the first rule wins.
    unless : frozenset of str
        Words that must not follow: "le lendemain *de* l'attaque".
    """

    operation: str
    elements: tuple[Element, ...]
    given: Mapping[str, str | int]
    order: int
    unless: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Tell whether the words alone are too little to date a verb ("2015", "May")."""
        return bool(self.given.get("bare"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and patterns of one language.

    Attributes
    ----------
    classes : Mapping of str to Mapping
        Class to first word to the phrases that it begins, longest first, each with its value.
    starts : Mapping of str to tuple
        The rules that a word can begin (``#`` for any number), each with the words of which one
        must follow, None where anything may.
    determiners : frozenset of str
        Words that may stand before an expression inside another.
    frames : frozenset of str
        Prepositions after which a bare year or month dates a verb.
    capitalised : frozenset of str
        Classes whose words are written with a capital.
    vague : Mapping of str to (int, int)
        Unit to the least and most that "a few" of it are.
    recent : Mapping of str to int
        Unit to the most that "recent" ones are.
    lists : Mapping of str to frozenset of str
        Words that attachment asks for.
    """

    classes: Mapping[str, Phrases]
    starts: Mapping[str, tuple[tuple[Rule, frozenset[str] | None], ...]]
    determiners: frozenset[str]
    frames: frozenset[str]
    capitalised: frozenset[str]
    vague: Mapping[str, tuple[int, int]]
    recent: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """Return a list of words; empty where the language has none."""
        return self.lists.get(name, frozenset())


def _element(text: str, classes: Mapping[str, Any], where: str) -> Element:
    optional = text.endswith("?")
    text = text.removesuffix("?")
    if text.startswith("<"):
        slot, _, kind = text.strip("<>").partition(":")
        kind = kind or slot
        if kind not in classes and kind not in _NUMERIC and kind != "time":
            raise LexiconError(f"{where}: no class <{kind}>")
        return Element(slot=slot, kind=kind, optional=optional)
    return Element(words=frozenset(text.split("|")), optional=optional)


def _elements(pattern: str, classes: Mapping[str, Any], where: str) -> tuple[Element, ...]:
    found: list[Element] = []
    for piece in pattern.split():
        if piece.startswith("<") or "|" in piece:
            found.append(_element(piece, classes, where))
            continue
        optional = piece.endswith("?")
        for word in split(piece.removesuffix("?")):
            found.append(Element(words=frozenset({word.low}), optional=optional))
    if not found or found[0].kind == "time" or all(e.optional for e in found):
        raise LexiconError(f"{where}: a pattern begins with a word or a class: {pattern!r}")
    return tuple(found)


def _first_words(elements: Sequence[Element], classes: Mapping[str, Phrases]) -> Iterator[str]:
    """Yield the words that may begin these elements: ``#`` a number, ``<>`` an expression."""
    for element in elements:
        yield from sorted(element.words)
        yield from classes.get(element.kind, ())
        if element.kind in _NUMERIC or element.kind == "number":
            yield "#"
        if element.kind == "time":
            yield "<>"
        if not element.optional:
            return
    yield ""


def _index(
    rules: Sequence[Rule], classes: Mapping[str, Phrases], determiners: frozenset[str]
) -> Mapping[str, tuple[tuple[Rule, frozenset[str] | None], ...]]:
    """Return the rules by first word, each with the words that may come second."""
    firsts = {rule.order: tuple(_first_words(rule.elements, classes)) for rule in rules}
    anything = determiners | {word for words in firsts.values() for word in words}
    starts: dict[str, list[tuple[Rule, frozenset[str] | None]]] = {}
    for rule in rules:
        for word in dict.fromkeys(firsts[rule.order]):
            starts.setdefault(word, []).append((rule, _seconds(rule, word, classes, anything)))
    return {word: tuple(found) for word, found in starts.items()}


def _seconds(
    rule: Rule, word: str, classes: Mapping[str, Phrases], anything: frozenset[str]
) -> frozenset[str] | None:
    first, *rest = rule.elements
    phrases = classes.get(first.kind, {}).get(word, ())
    if first.optional or any(len(phrase) > 1 for phrase, _ in phrases):
        return None
    seconds = set(_first_words(rest, classes))
    if "" in seconds:
        return None
    return frozenset(seconds | anything if "<>" in seconds else seconds)


def _phrases(entries: Mapping[str, Any]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str | int]]] = {}
    for value, phrases in entries.items():
        for phrase in phrases:
            words = tuple(w.low for w in split(phrase))
            found.setdefault(words[0], []).append((words, _value(value)))
    return {
        first: tuple(sorted(same, key=lambda pair: -len(pair[0])))
        for first, same in sorted(found.items())
    }


def _value(text: str) -> str | int:
    return int(text) if text.isdigit() else text


def parse_vocabulary(data: Mapping[str, Any], where: str) -> Vocabulary:
    """Build a vocabulary from the tables of a file.

    Raises
    ------
    LexiconError
        A rule has an unknown operation, class or unit, or no word to begin with.
    """
    try:
        classes = {name: _phrases(entries) for name, entries in data["class"].items()}
        units = set(data["class"]["unit"]) | set(data["vague"]) | set(data["recent"])
        rules: list[Rule] = []
        for entry in data["rule"]:
            given = {k: v for k, v in entry.items() if k not in ("op", "words", "unless")}
            units |= {given["unit"]} if "unit" in given else set()
            if entry["op"] not in OPERATIONS:
                raise LexiconError(f"{where}: no operation {entry['op']!r}")
            for pattern in entry["words"]:
                elements = _elements(pattern, classes, where)
                unless = frozenset(entry.get("unless", ()))
                rules.append(Rule(entry["op"], elements, given, len(rules), unless))
        if unknown := units - set(FINENESS):
            raise LexiconError(f"{where}: no unit {', '.join(sorted(map(str, unknown)))}")
        determiners = frozenset(data["determiners"])
        return Vocabulary(
            classes=classes,
            starts=_index(rules, classes, determiners),
            determiners=determiners,
            frames=frozenset(data["frames"]),
            capitalised=frozenset(data.get("capitalised", ())),
            vague={unit: (int(low), int(high)) for unit, (low, high) in data["vague"].items()},
            recent={unit: int(most) for unit, most in data["recent"].items()},
            lists={name: frozenset(words) for name, words in data["attachment"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LexiconError(f"{where}: {error!r}") from error


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """Read ``ontology/lexicon/<language>/time.toml``.

    Raises
    ------
    LexiconError
        The file is missing or broken.
    """
    path = resource(f"ontology/lexicon/{language}/time.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"no dates for language {language!r}: {path} is missing") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/time.toml: {error}") from error
    return parse_vocabulary(data, f"{language}/time.toml")
