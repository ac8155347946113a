"""The agent lexicon of a language: who acts for whom, in which words."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from influence_graph.actors.folding import fold, pieces
from influence_graph.errors import LexiconError
from influence_graph.model import ROLES
from influence_graph.resources import resource

__all__ = ["AgentLexicon", "AgentNoun", "Description", "PronounForm", "load_agents"]

_KINDS = ("person", "body", "thing")
_SPECIAL_ROLES = ("STATE", "ARMED", "ORG", "PLACE", "NONE")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentNoun:
    """A noun that acts for a state, an organisation or a group.

    Attributes
    ----------
    text : str
        As the lexicon has it.
    role : str
        ``GOV``, ``MIL`` … (added to the state), ``STATE`` (no role), ``ARMED`` (for an armed
        group), ``ORG`` (for an organisation), ``PLACE`` (a place of the state) or ``NONE`` (no
        agent).
    kind : str
        ``person``, ``body`` (many or an institution) or ``thing`` (a ship, a missile).
    group : str
        Name of its table in the lexicon.
    bare : bool
        It is definite without an article: "parliament".
    title : bool
        It introduces a person's name.
    demonym_only : bool
        Only an adjective of nationality says whom it means: "the American ally".
    named_only : bool
        It needs a named group, person or body: "members of the junta".
    """

    text: str
    role: str
    kind: str
    group: str
    bare: bool = False
    title: bool = False
    demonym_only: bool = False
    named_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A definite description that stands for actors named before.

    Attributes
    ----------
    target : str
        What it stands for: ``state``, ``government``, ``organisation`` or ``armed``.
    among : tuple of str
        Only these codes; all where empty.
    named : bool
        The article must name the actor; else one of `among` that is unnamed may be meant.
    """

    target: str
    among: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounForm:
    """A pronoun or possessive determiner.

    Attributes
    ----------
    case : str
        ``subject``, ``object``, ``dative``, ``place``, ``partitive``, ``possessive`` or
        ``stressed``.
    number : str
        ``Sing``, ``Plur`` or empty.
    gender : str
        ``Masc``, ``Fem`` or empty.
    human : bool or None
        Only persons (he), no single person (it), or both.
    upos : tuple of str
        The parts of speech that it must have.
    """

    case: str
    number: str = ""
    gender: str = ""
    human: bool | None = None
    upos: tuple[str, ...] = ("PRON",)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLexicon:
    """What ``agents.toml`` of a language says; see ``docs/actors.md`` for the tables."""

    language: str
    head_first: bool
    drops_subjects: bool
    nouns: Mapping[tuple[str, ...], AgentNoun]
    noun_lengths: Mapping[str, tuple[int, ...]]
    plurals: tuple[tuple[str, str], ...]
    feminines: tuple[tuple[str, str], ...]
    words: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, tuple[PronounForm, ...]]
    descriptions: Mapping[str, tuple[Description, ...]]
    sides: Mapping[str, str]
    numbers: Mapping[str, int]
    false_names: tuple[str, ...]
    offices: Mapping[str, frozenset[str]]
    prior: Mapping[str, str]
    homonyms: Mapping[str, frozenset[str]]
    genders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    regions: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def word(self, table: str, folded: str) -> bool:
        """Tell whether a folded word is in one of the word lists."""
        return folded in self.words.get(table, frozenset())


def _fail(language: str, message: str) -> LexiconError:
    return LexiconError(f"ontology/lexicon/{language}/agents.toml: {message}")


def _key(text: str) -> tuple[str, ...]:
    return tuple(piece.folded for piece in pieces(text))


def _forms(word: str) -> tuple[str, ...]:
    """Return a listed word folded, and the key of a noun of several words."""
    key = _key(word)
    return (fold(word), " ".join(key)) if len(key) > 1 else (fold(word),)


def _read_nouns(data: Mapping[str, Any], language: str) -> dict[tuple[str, ...], AgentNoun]:
    nouns: dict[tuple[str, ...], AgentNoun] = {}
    for group, table in data.get("agents", {}).items():
        role = table.get("role", "")
        if role not in ROLES and role not in _SPECIAL_ROLES:
            raise _fail(language, f"[agents.{group}] has the unknown role {role!r}")
        bare = {_key(text) for text in table.get("bare", ())}
        untitled = {_key(text) for text in table.get("untitled", ())}
        for kind in _KINDS:
            for text in table.get(kind, ()):
                key = _key(text)
                if not key:
                    raise _fail(
                        language, f"[agents.{group}] has an entry without letters: {text!r}"
                    )
                if key in nouns and nouns[key].group == group and nouns[key].kind == kind:
                    continue  # a second spelling
                if key in nouns:
                    raise _fail(
                        language,
                        f"{text!r} stands in [agents.{nouns[key].group}] and [agents.{group}]; "
                        "keep one",
                    )
                nouns[key] = AgentNoun(
                    text=text,
                    role=role,
                    kind=kind,
                    group=group,
                    bare=key in bare,
                    title=kind == "person" and table.get("titles", False) and key not in untitled,
                    demonym_only=table.get("demonym_only", False),
                    named_only=table.get("named_only", False),
                )
    return nouns


def _read_pronouns(data: Mapping[str, Any], language: str) -> dict[str, tuple[PronounForm, ...]]:
    found: dict[str, list[PronounForm]] = {}
    for entry in data.get("pronoun", ()):
        try:
            form = PronounForm(
                case=entry["case"],
                number=entry.get("number", ""),
                gender=entry.get("gender", ""),
                human=entry.get("human"),
                upos=tuple(entry.get("upos", ("PRON",))),
            )
            for text in entry["forms"]:
                found.setdefault(fold(text), []).append(form)
        except KeyError as error:
            raise _fail(language, f"a [[pronoun]] lacks {error}") from error
    return {text: tuple(forms) for text, forms in found.items()}


_TARGET_ROLES = {"state": "STATE", "government": "PLACE", "organisation": "ORG", "armed": "ARMED"}


def _add_descriptions(nouns: dict[tuple[str, ...], AgentNoun], data: Mapping[str, Any]) -> None:
    """Let the nouns of descriptions be found like agent nouns."""
    for entry in data.get("description", ()):
        for text in entry["nouns"]:
            nouns.setdefault(
                _key(text),
                AgentNoun(
                    text=text,
                    role=_TARGET_ROLES[entry["target"]],
                    kind="body",
                    group="description",
                    named_only=entry["target"] == "armed",
                ),
            )


def _read_descriptions(data: Mapping[str, Any]) -> dict[str, tuple[Description, ...]]:
    found: dict[str, list[Description]] = {}
    for entry in data.get("description", ()):
        description = Description(
            target=entry["target"],
            among=tuple(entry.get("among", ())),
            named=entry.get("named", False),
        )
        for text in entry["nouns"]:
            found.setdefault(" ".join(_key(text)), []).append(description)
    return {text: tuple(entries) for text, entries in found.items()}


@functools.lru_cache(maxsize=8)
def load_agents(language: str) -> AgentLexicon:
    """Read ``ontology/lexicon/<language>/agents.toml``.

    Parameters
    ----------
    language : str
        ISO 639-1 code.

    Raises
    ------
    LexiconError
        There is no such file, or an entry cannot be used.
    """
    path = resource("ontology") / "lexicon" / language / "agents.toml"
    try:
        with path.open("rb") as stream:
            data = tomllib.load(stream)
    except FileNotFoundError as error:
        raise _fail(language, "there is no such file; add it to read this language") from error
    except tomllib.TOMLDecodeError as error:
        raise _fail(language, f"no TOML: {error}") from error
    nouns = _read_nouns(data, language)
    _add_descriptions(nouns, data)
    lengths: dict[str, set[int]] = {}
    for key in nouns:
        lengths.setdefault(key[0], set()).add(len(key))
    try:
        return AgentLexicon(
            language=language,
            head_first=bool(data["head_first"]),
            drops_subjects=bool(data.get("drops_subjects", False)),
            nouns=nouns,
            noun_lengths={
                first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
            },
            plurals=tuple((old, new) for old, new in data.get("plurals", ())),
            feminines=tuple((old, new) for old, new in data.get("feminines", ())),
            words={
                name: frozenset(form for word in words for form in _forms(word))
                for name, words in data.get("words", {}).items()
            },
            pronouns=_read_pronouns(data, language),
            descriptions=_read_descriptions(data),
            sides={fold(word): side for word, side in data.get("sides", {}).items()},
            numbers={fold(word): int(n) for word, n in data.get("numbers", {}).items()},
            false_names=tuple(data.get("false_names", ())),
            offices={
                role: frozenset(" ".join(_key(noun)) for noun in nouns_)
                for role, nouns_ in data.get("offices", {}).items()
            },
            prior={" ".join(_key(name)): code for name, code in data.get("prior", {}).items()},
            homonyms={
                " ".join(_key(name)): frozenset(fold(word) for word in words)
                for name, words in data.get("homonyms", {}).items()
            },
            beside={
                " ".join(_key(name)): tuple(codes) for name, codes in data.get("beside", {}).items()
            },
            regions={_key(name): tuple(of) for name, of in data.get("regions", {}).items()},
            genders={
                name: frozenset(fold(word) for word in words)
                for name, words in data.get("genders", {}).items()
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _fail(language, f"a table is missing or wrong: {error!r}") from error
