"""Reads the function words of a language: ``ontology/lexicon/<language>/grammar.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from influence_graph.errors import LexiconError
from influence_graph.resources import resource

__all__ = ["Grammar", "load_grammar"]

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words of one language.

    Attributes
    ----------
    language : str
        ISO 639-1 code.
    prepositions : tuple of tuple of str
        Prepositions of several words, longest first, as words after `plain`.
    contractions : Mapping of str to str
        Surface forms that stand for another word.
    sets : Mapping of str to frozenset of str
        All other lists, by ``table.key`` (``modality.planned``) or ``key``.
    """

    language: str
    prepositions: tuple[tuple[tuple[str, ...], str], ...]
    contractions: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """Return a list of words; empty where the language has none."""
        return self.sets.get(name, _EMPTY)

    def with_prepositions(self, phrases: Iterable[str]) -> Grammar:
        """Return the grammar with more prepositions of several words."""
        known = {name for _, name in self.prepositions}
        more = [
            (_split(phrase, self.contractions), phrase)
            for phrase in phrases
            if " " in phrase and phrase not in known
        ]
        ordered = sorted([*self.prepositions, *more], key=lambda p: (-len(p[0]), p[1]))
        return replace(self, prepositions=tuple(ordered))

    def plain(self, form: str) -> str:
        """Return a lower-case form with straight apostrophes, contractions undone.

        Examples
        --------
        >>> Grammar("fr", (), {"du": "de"}, {}).plain("DU")
        'de'
        """
        low = form.lower().replace("\u2019", "'")
        return self.contractions.get(low, low)


def _split(phrase: str, contractions: Mapping[str, str]) -> tuple[str, ...]:
    words: list[str] = []
    for word in phrase.replace("'", "' ").split():
        words.append(contractions.get(word, word))
    return tuple(words)


@cache
def load_grammar(language: str) -> Grammar:
    """Read the grammar of a language.

    Raises
    ------
    LexiconError
        The file is missing or is no TOML.
    """
    path = resource(f"ontology/lexicon/{language}/grammar.toml")
    if not path.is_file():
        raise LexiconError(
            f"no grammar for language {language!r}: "
            f"expected ontology/lexicon/{language}/grammar.toml"
        )
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/grammar.toml: {error}") from error
    contractions = {str(k): str(v) for k, v in data.get("contractions", {}).items()}
    phrases = [(_split(p, contractions), str(p)) for p in data.get("prepositions", ())]
    sets: dict[str, frozenset[str]] = {}
    for key, value in data.items():
        if isinstance(value, list) and key != "prepositions":
            sets[key] = frozenset(map(str, value))
        elif isinstance(value, dict) and key != "contractions":
            for inner, words in value.items():
                sets[f"{key}.{inner}"] = frozenset(map(str, words))
    return Grammar(
        language=language,
        prepositions=tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[1]))),
        contractions=contractions,
        sets=sets,
    )
