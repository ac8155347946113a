"""Small words of names in any language: ``ontology/lexicon/names.toml``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from influence_graph.errors import LexiconError
from influence_graph.resources import resource

__all__ = ["NameParts", "name_parts"]


@dataclass(frozen=True, slots=True)
class NameParts:
    """What stands in names beside the names themselves.

    Attributes
    ----------
    particles : frozenset of str
        Between the words of a name: "von", "ould".
    suffixes : frozenset of str
        After a surname: "jr".
    whole : frozenset of str
        Words of names that have no surname: "of".
    genitives : frozenset of str
        Marks of the genitive, written on the name: "'s".
    family_first : frozenset of str
        Codes of the states where the family name comes first.
    """

    particles: frozenset[str]
    suffixes: frozenset[str]
    whole: frozenset[str]
    genitives: frozenset[str]
    family_first: frozenset[str]


@functools.cache
def name_parts() -> NameParts:
    """Read the file, once.

    Raises
    ------
    LexiconError
        It is missing, no TOML, or lacks a list.
    """
    path = resource("ontology/lexicon/names.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return NameParts(**{field: frozenset(data[field]) for field in NameParts.__slots__})
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"ontology/lexicon/names.toml: {error}") from error
