"""Reads the lexicon: which words say which relation, and where their actors stand.

The form is described in ``ontology/lexicon/README.md``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeAlias

from influence_graph.errors import LexiconError
from influence_graph.model import MODALITIES, Modality
from influence_graph.resources import resource

__all__ = ["PERSON", "Entry", "Example", "HeadKind", "Lexicon", "load_lexicon", "parse_lexicon"]

PERSON = "@person"
"""Stands among the words of ``with`` for any person who is named."""

HeadKind: TypeAlias = Literal["verb", "noun", "role", "adj", "prefix", "adv"]
"""What kind of word an entry hangs on."""

_KINDS: tuple[HeadKind, ...] = ("verb", "noun", "role", "adj", "prefix", "adv")
_DEFAULT_X: Mapping[str, tuple[str, ...]] = {
    "verb": ("subj",),
    "noun": ("poss",),
    "role": ("self",),
    "adj": ("self",),
    "prefix": ("self",),
    "adv": ("subj",),
}
_DEFAULT_Y: Mapping[str, tuple[str, ...]] = {
    "verb": ("obj",),
    "role": ("poss",),
    "prefix": ("demonym",),
    "adv": ("complement",),
}
_KEYS = frozenset(
    {
        *_KINDS,
        "id",
        "X",
        "Y",
        "with",
        "without",
        "reflexive",
        "particle",
        "both",
        "negated",
        "agentless",
        "own",
        "require_Y",
        "modality",
        "confidence",
        "note",
        "examples",
        "missed",
    }
)
_ACTOR_KINDS = frozenset({"state", "igo", "nsag", "org", "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and what must be found in it.

    Attributes
    ----------
    text : str
        The sentence.
    subject, relation, object : str
        The claim, states without roles.
    modality : str
        ``asserted`` unless given.
    """

    text: str
    subject: str
    relation: str
    object: str
    modality: str = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One way to say a relation.

    Attributes
    ----------
    id : str
        ``fr.distancesFrom.prendre-distance``.
    relation : str
        Name of the relation.
    kind : str
        ``verb``, ``noun``, ``role``, ``adj``, ``prefix`` or ``adv``.
    lemmas : tuple of str
        Head words that share the frame.
    x, y : tuple of str
        Places of subject and object, in order of preference.
    having, lacking : Mapping of str to frozenset of str
        Words that must, or must not, stand at a place.
    reflexive : bool
        The verb is used with *se* or *itself*.
    particle : str or None
        English particle.
    both : bool
        Mutual: coded in both directions.
    negated : bool
        The verb says the relation with a negation only: *ne veut pas recevoir Y* is a refusal.
    agentless : bool
        Only the passive without agent.
    own : bool
        X does what the clause says as well.
    require_y : frozenset of str
        Kinds of actor allowed as object; empty = any.
    modality : str or None
        Modality that the entry itself sets.
    confidence : float
        Base confidence, 0 to 1.
    examples : tuple of Example
        Run by the tests: each must be found.
    missed : tuple of Example
        Sentences that say it and are not read yet; the tests tell when one is.
    """

    id: str
    relation: str
    kind: HeadKind
    lemmas: tuple[str, ...]
    x: tuple[str, ...]
    y: tuple[str, ...]
    having: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lacking: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reflexive: bool = False
    particle: str | None = None
    both: bool = False
    negated: bool = False
    agentless: bool = False
    own: bool = False
    require_y: frozenset[str] = frozenset()
    modality: Modality | None = None
    confidence: float = 0.8
    examples: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries of a language, indexed by the lemma of the head word.

    Attributes
    ----------
    language : str
        ISO 639-1 code.
    entries : tuple of Entry
        In file order.
    """

    language: str
    entries: tuple[Entry, ...]
    _by_head: Mapping[tuple[str, str], tuple[Entry, ...]] = field(repr=False)

    @classmethod
    def of(cls, language: str, entries: Iterable[Entry]) -> Lexicon:
        """Index entries."""
        kept = tuple(entries)
        index: dict[tuple[str, str], list[Entry]] = {}
        for entry in kept:
            for lemma in entry.lemmas:
                index.setdefault((entry.kind, lemma), []).append(entry)
        return cls(language, kept, {key: tuple(value) for key, value in index.items()})

    def find(self, kind: HeadKind, lemma: str) -> tuple[Entry, ...]:
        """Return the entries of a kind for a head lemma."""
        return self._by_head.get((kind, lemma), ())

    def lemmas(self, kind: HeadKind) -> tuple[str, ...]:
        """Return all head lemmas of a kind, sorted."""
        return tuple(sorted(lemma for k, lemma in self._by_head if k == kind))

    def fitting(self, kind: HeadKind, lemma: str, words: frozenset[str]) -> list[Entry]:
        """Return the entries of a kind for a head lemma that words of a sentence may fill.

        Parameters
        ----------
        kind : str
            Kind of the entries.
        lemma : str
            Head lemma.
        words : frozenset of str
            Lemmas and forms of the sentence: most entries of a frequent verb are idioms whose
            noun is not among them.
        """
        return [
            entry
            for entry in self._by_head.get((kind, lemma), ())
            if not entry.having or _may_fill(words, entry.having)
        ]

    @property
    def size(self) -> int:
        """Number of lemmas over all entries."""
        return sum(len(entry.lemmas) for entry in self.entries)


def _may_fill(words: frozenset[str], having: Mapping[str, frozenset[str]]) -> bool:
    for lemmas in having.values():
        if lemmas.isdisjoint(words) and PERSON not in lemmas:
            return False
    return True


@cache
def load_lexicon(language: str) -> Lexicon:
    """Read ``ontology/lexicon/<language>/relations``.

    Raises
    ------
    LexiconError
        There is no lexicon for the language, or an entry is wrong.
    """
    folder = resource(f"ontology/lexicon/{language}/relations")
    if not folder.is_dir():
        raise LexiconError(
            f"no lexicon for language {language!r}: expected a folder ontology/lexicon/{language}"
        )
    entries: list[Entry] = []
    for path in sorted(_toml_files(folder), key=lambda p: p.name):
        entries.extend(parse_lexicon(path.read_text("utf-8"), language=language, where=path.name))
    return Lexicon.of(language, entries)


def _toml_files(folder: Traversable) -> Iterable[Traversable]:
    return (path for path in folder.iterdir() if path.name.endswith(".toml"))


def parse_lexicon(text: str, *, language: str, where: str) -> tuple[Entry, ...]:
    """Read one relation file.

    Parameters
    ----------
    text : str
        TOML.
    language : str
        ISO 639-1 code, first part of the ids.
    where : str
        File name for messages.

    Raises
    ------
    LexiconError
        The file is no TOML, or an entry is wrong: the file and the entry are named.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: {error}") from error
    relation = data.get("relation")
    if not isinstance(relation, str):
        raise LexiconError(f'{where}: the file must say relation = "…" at its top')
    seen: set[str] = set()
    entries = []
    for raw in data.get("entry", ()):
        entry = _entry(raw, relation=relation, language=language, where=where)
        if entry.id in seen:
            raise LexiconError(f"{where}: two entries have the id {entry.id}")
        seen.add(entry.id)
        entries.append(entry)
    return tuple(entries)


def _entry(raw: Mapping[str, Any], *, relation: str, language: str, where: str) -> Entry:
    name = str(raw.get("id", "?"))
    place = f"{where}, entry {name!r}"
    unknown = sorted(set(raw) - _KEYS)
    if unknown or "id" not in raw:
        raise LexiconError(f"{place}: unknown keys {unknown}" if unknown else f"{place}: no id")
    kinds = [kind for kind in _KINDS if kind in raw]
    if len(kinds) != 1:
        raise LexiconError(f"{place}: needs exactly one of {', '.join(_KINDS)}")
    kind = kinds[0]
    x = _strings(raw.get("X", _DEFAULT_X[kind]), place)
    y = _strings(raw.get("Y", _DEFAULT_Y.get(kind, ())), place)
    modality = raw.get("modality")
    confidence = raw.get("confidence", 0.8)
    if modality is not None and modality not in MODALITIES:
        raise LexiconError(f"{place}: unknown modality {modality!r}")
    if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise LexiconError(f"{place}: confidence must lie in 0 to 1")
    require = frozenset(_strings(raw.get("require_Y", ()), place))
    if require - _ACTOR_KINDS:
        raise LexiconError(f"{place}: unknown kinds {sorted(require - _ACTOR_KINDS)} in require_Y")
    return Entry(
        id=f"{language}.{relation}.{name}",
        relation=relation,
        kind=kind,
        lemmas=_strings(raw[kind], place),
        x=x,
        y=y or ("between",),
        having=_words(raw.get("with", {}), place),
        lacking=_words(raw.get("without", {}), place),
        reflexive=bool(raw.get("reflexive", False)),
        particle=raw.get("particle"),
        both=bool(raw.get("both", False)),
        negated=bool(raw.get("negated", False)),
        agentless=bool(raw.get("agentless", False)),
        own=bool(raw.get("own", False)),
        require_y=require,
        modality=modality,
        confidence=float(confidence),
        examples=tuple(_example(pair, place) for pair in raw.get("examples", ())),
        missed=tuple(_example(pair, place) for pair in raw.get("missed", ())),
    )


def _strings(value: Any, place: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence) or not all(isinstance(item, str) for item in value):
        raise LexiconError(f"{place}: expected a list of words, got {value!r}")
    return tuple(value)


def _words(value: Any, place: str) -> dict[str, frozenset[str]]:
    if not isinstance(value, Mapping):
        raise LexiconError(f"{place}: expected {{ place = [words] }}, got {value!r}")
    return {where: frozenset(_strings(words, place)) for where, words in value.items()}


def _example(pair: Any, place: str) -> Example:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        raise LexiconError(f"{place}: an example is [sentence, claim], got {pair!r}")
    text, claim = pair
    words = str(claim).split()
    if len(words) not in (3, 4):
        raise LexiconError(f"{place}: a claim is SUBJECT relation OBJECT [modality], got {claim!r}")
    return Example(
        text=text,
        subject=words[0],
        relation=words[1],
        object=words[2],
        modality=words[3] if len(words) == 4 else "asserted",
    )
