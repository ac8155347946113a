"""Reads the function words of a language: ``ontology/lexicon/<language>/grammar.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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
    traits : frozenset of str
        What is said to be true of the language (``double_object = true``), named likewise.
    """

    language: str
    prepositions: tuple[tuple[tuple[str, ...], str], ...]
    contractions: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    traits: frozenset[str] = _EMPTY
    endings: tuple[tuple[str, str], ...] = ()
    """Endings of verb forms that look like nouns or adjectives, with that of the lemma."""
    verbs: frozenset[str] = _EMPTY
    """Lemmas that `verb_of` may return."""
    openings: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(
        init=False, repr=False, compare=False
    )
    """The prepositions of several words by their first word, longest first."""

    def __post_init__(self) -> None:
        openings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, name in self.prepositions:
            openings.setdefault(words[0], []).append((words, name))
        found = {first: tuple(phrases) for first, phrases in openings.items()}
        object.__setattr__(self, "openings", found)

    def has(self, trait: str) -> bool:
        """Tell whether the language has a trait, such as ``double_object``."""
        return trait in self.traits

    def words(self, name: str) -> frozenset[str]:
        """Return a list of words; empty where the language has none."""
        return self.sets.get(name, _EMPTY)

    def verb_of(self, form: str) -> str | None:
        """Return the verb that a form may belong to, None where there is none.

        Examples
        --------
        >>> Grammar("fr", (), {}, {}, endings=(("e", "er"),), verbs=frozenset({"armer"})).verb_of(
        ...     "arme"
        ... )
        'armer'
        """
        for ending, lemma in self.endings:
            verb = form.removesuffix(ending) + lemma
            if form.endswith(ending) and verb in self.verbs:
                return verb
        return None

    def with_verbs(self, lemmas: Iterable[str]) -> Grammar:
        """Return the grammar with the verbs that `verb_of` may return."""
        return replace(self, verbs=self.verbs | frozenset(lemmas))

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
    flat: dict[str, Any] = {}
    for key, value in data.items():
        if key == "endings":
            continue
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": words for inner, words in value.items()}
        else:
            flat[key] = value
    for name, words in flat.items():
        if not isinstance(words, list | bool) and not name.startswith(
            ("contractions.", "language")
        ):
            raise LexiconError(f"{language}/grammar.toml: {name} must be a list, or true or false")
    return Grammar(
        language=language,
        prepositions=tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[1]))),
        contractions=contractions,
        sets={
            name: frozenset(map(str, words))
            for name, words in flat.items()
            if isinstance(words, list) and name != "prepositions"
        },
        traits=frozenset(name for name, value in flat.items() if value is True),
        endings=tuple((str(form), str(lemma)) for form, lemma in data.get("endings", ())),
    )
