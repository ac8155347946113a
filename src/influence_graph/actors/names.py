"""Find the gazetteer's names in a sentence: longest match over folded words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from influence_graph.actors.folding import Piece, fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.people import surname
from influence_graph.model import Actor, Sentence

__all__ = ["NameEntry", "NameIndex", "NameMatch", "is_shouted"]

BLOCKED = ""
"""The code of a name that is no actor: "South China Sea"."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name of one actor.

    Attributes
    ----------
    code : str
        Code of the actor; empty where the words are no actor at all.
    kind : str
        As in `ActorName`; ``person`` for the names of persons, ``surname`` for a last name that
        the gazetteer does not give as a name of its own.
    surfaces : tuple of str
        The words as the gazetteer writes them.
    ambiguous : bool
        It needs context.
    """

    code: str
    kind: str
    surfaces: tuple[str, ...]
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Words of a sentence that are a name.

    Attributes
    ----------
    first, last : int
        Tokens, both included.
    start, end : int
        Offsets in the article.
    entries : tuple of NameEntry
        The actors it may name, at least one.
    shouted : bool
        It stands in a passage in capitals.
    """

    first: int
    last: int
    start: int
    end: int
    entries: tuple[NameEntry, ...]
    shouted: bool = False


def is_shouted(sentence: Sentence) -> bool:
    """Tell whether a sentence is written in capitals, as some headlines are."""
    upper = lower = 0
    for token in sentence.tokens:
        if token.text.isalpha() and len(token.text) > 3:
            if token.text.isupper():
                upper += 1
            else:
                lower += 1
    return upper > 2 and upper > 3 * lower


_INTERNATIONAL = "en"
"""Language of the names of an actor that has none in the language of the text."""


def _is_named(actor: Actor, language: str) -> bool:
    return any(name.language == language and name.kind == "name" for name in actor.names)


class NameIndex:
    """All names of the gazetteer in one language.

    Parameters
    ----------
    actors : sequence of Actor
        The gazetteer.
    lexicon : AgentLexicon
        Of the language; its false names and homographs.
    excluded : sequence of str
        Expressions that hold a name and name no actor: "Vienna Convention".
    """

    def __init__(
        self, actors: Sequence[Actor], lexicon: AgentLexicon, excluded: Sequence[str] = ()
    ) -> None:
        self._lexicon = lexicon
        self._table: dict[tuple[str, ...], list[NameEntry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        persons: dict[tuple[str, str], set[str]] = {}
        for actor in actors:
            if actor.kind == "Person":
                for name in actor.names:
                    words = pieces(name.text)
                    if len(words) > 1:
                        ends = (words[0].folded, words[-1].folded)
                        persons.setdefault(ends, set()).add(actor.code)
                last = surname(actor.label(lexicon.language))
                if len(last) > 2 and last[:1].isupper() and " " not in last:
                    self._add(last, actor.code, "surname", lengths, ambiguous=True)
            tongue = lexicon.language if _is_named(actor, lexicon.language) else _INTERNATIONAL
            for name in actor.names:
                if name.language not in (tongue, "mul"):
                    continue
                kind = name.kind
                code = actor.code
                if actor.kind == "Person" and kind == "name":
                    kind = "person"
                self._add(name.text, code, kind, lengths, ambiguous=name.ambiguous)
                if name.text.islower() and kind == "name" and code.startswith("NSAG:"):
                    self._add(f"{name.text}s", code, kind, lengths)  # "les chebabs"
                if kind == "acronym" and name.text.isalpha() and name.text.isupper():
                    dotted = ".".join(name.text)  # "U.N."
                    self._add(dotted, code, kind, lengths, ambiguous=name.ambiguous)
        for text in (*lexicon.false_names, *excluded):
            self._add(text, BLOCKED, "not_actor", lengths)
        self._persons = {
            key: next(iter(codes)) for key, codes in persons.items() if len(codes) == 1
        }
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def _add(
        self,
        text: str,
        code: str,
        kind: str,
        lengths: dict[str, set[int]],
        *,
        ambiguous: bool = False,
    ) -> None:
        words = pieces(text.rstrip("-") if kind == "combining" else text)
        key = tuple(word.folded for word in words)
        if not key:
            return
        entry = NameEntry(code, kind, tuple(word.surface for word in words), ambiguous)
        entries = self._table.setdefault(key, [])
        same = [e for e in entries if e.code == code and e.surfaces == entry.surfaces]
        if kind == "surname" and same:
            return
        for e in same:
            if e.kind == "surname":
                entries.remove(e)
                same.remove(e)
        if not same:
            entries.append(entry)
        lengths.setdefault(key[0], set()).add(len(key))

    def person(self, first: str, last: str) -> str | None:
        """Return the one person with this first and last word of the name, folded."""
        return self._persons.get((first, last))

    def find(self, sentence: Sentence) -> list[NameMatch]:
        """Return the names of a sentence from left to right, none inside another."""
        words: list[tuple[int, Piece]] = []
        lengths = self._lengths
        hit = False
        for token in sentence.tokens:
            found = pieces(token.text)
            if not found and token.text not in _JOINERS:
                words.append((token.i, _BREAK))
            for piece in found:
                words.append((token.i, piece))
                hit = hit or piece.folded in lengths
        if not hit:
            return []
        shouted = is_shouted(sentence)
        matches = []
        i = 0
        size = len(words)
        while i < size:
            options = lengths.get(words[i][1].folded)
            step = 1
            if options:
                for length in options:
                    if i + length > size:
                        continue
                    match = self._match(sentence, words[i : i + length], shouted)
                    if match is not None:
                        matches.append(match)
                        step = length
                        break
            i += step
        return [m for m in matches if m.entries[0].code != BLOCKED]

    def _match(
        self, sentence: Sentence, words: list[tuple[int, Piece]], shouted: bool
    ) -> NameMatch | None:
        entries = self._table.get(tuple(piece.folded for _, piece in words))
        if entries is None:
            return None
        surfaces = [piece.surface for _, piece in words]
        fits = [e for e in entries if self._fits(e, surfaces, shouted)]
        if not fits:
            return None
        first, last = words[0][0], words[-1][0]
        opening, closing = words[0][1], words[-1][1]
        tokens = sentence.tokens
        if fits[0].kind == "combining" and not self._is_combining(sentence, last, closing):
            fits = [e for e in fits if e.kind != "combining"]
            if not fits:
                return None
        return NameMatch(
            first=first,
            last=last,
            start=tokens[first].start + opening.start,
            end=tokens[last].start + closing.end,
            entries=tuple(fits),
            shouted=shouted,
        )

    @staticmethod
    def _is_combining(sentence: Sentence, last: int, closing: Piece) -> bool:
        token = sentence.tokens[last]
        if token.text[closing.end : closing.end + 1] in ("-", "‑", "–"):
            return True
        following = sentence.tokens[last + 1 : last + 2]
        return (
            closing.end == len(token.text)
            and bool(following)
            and following[0].text[:1] in ("-", "‑", "–")
            and following[0].start == token.end
        )

    def _fits(self, entry: NameEntry, surfaces: Sequence[str], shouted: bool) -> bool:
        """Compare the capitals: a name needs them, and an acronym needs them all."""
        if shouted and len(surfaces) == 1 and surfaces[0].isupper():
            return not self._lexicon.word("homographs", fold(surfaces[0]))
        for wanted, found in zip(entry.surfaces, surfaces, strict=True):
            if wanted == found or shouted:
                continue
            if wanted[1:] != wanted[1:].lower():  # "CEDEAO", "PiS"
                if found.isupper():
                    continue
                if len(wanted) < 4 or not found[0].isupper() or not found[1:].islower():
                    return False
            elif wanted[0].isupper() and not found[0].isupper():
                return False
        return True


_JOINERS = frozenset({"-", "‑", "'", "’", ".", "'s", "’s"})
_BREAK = Piece(0, 0, "", "\0")
