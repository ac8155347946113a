"""Dictionary forms from tables and endings, ahead of the learned ones.

A small treebank shows few forms of each verb, and the lexicon finds its frames by the verb's
lemma. This component looks verbs up in their conjugation and words in tables that the training
script wrote, takes regular endings off, and leaves to the edit-tree lemmatizer before it what
neither knows.
"""

from __future__ import annotations

import functools
import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from influence_graph.nlp import english_verbs, french_verbs
from influence_graph.nlp.endings import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from spacy.tokens import Doc
    from spacy.training import Example

__all__ = ["LemmaTables", "make_lemma_tables", "mood_and_tense"]

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "ADJ")
_LONGEST_ACRONYM = 5
_VERBS = {"fr": french_verbs.verb_forms, "en": english_verbs.verb_forms}


def mood_and_tense(feats: Mapping[str, str]) -> str:
    """Return the table's tag of a verb's features: ``Inf``, ``PastPart``, ``Ind.Pres`` ...

    Examples
    --------
    >>> mood_and_tense({"VerbForm": "Part", "Tense": "Past"})
    'PastPart'
    """
    form = feats.get("VerbForm", "")
    if form == "Inf":
        return "Inf"
    if form == "Ger":
        return "PresPart"
    tense = feats.get("Tense", "")
    if form == "Part":
        return f"{tense}Part"
    return f"{feats.get('Mood', '')}.{tense or 'Pres'}"


class LemmaTables:
    """spaCy component: sets ``lemma_`` where a table or an ending knows it.

    Parameters
    ----------
    language : str
        ISO 639-1 code; chooses the endings.

    Attributes
    ----------
    verbs : dict
        Form -> list of ``[lemma, [tags]]``, likeliest first.
    words : dict
        Part of speech -> form -> lemma; what the treebanks agree on.
    known : dict
        Part of speech -> lemmas known to exist.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.verbs = _VERBS[language]()
        self.words: dict[str, dict[str, str]] = {}
        self.known: dict[str, frozenset[str]] = {}
        self._bare: dict[str, str] = {}
        for form in self.verbs:
            self._bare.setdefault(_bare(form), form)

    def set_tables(self, tables: Mapping[str, Any]) -> None:
        """Take over the tables ``words`` and ``known``."""
        self.words = {upos: dict(words) for upos, words in tables["words"].items()}
        self.known = {upos: frozenset(lemmas) for upos, lemmas in tables["known"].items()}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a parsed document."""
        for token in doc:
            learned = token.lemma_
            lemma = self.lemma(token.text, token.pos_, _features(str(token.morph)), learned)
            if lemma != learned:
                token.lemma_ = lemma
        return doc

    def lemma(self, form: str, upos: str, feats: Mapping[str, str], learned: str) -> str:
        """Return the lemma of a word.

        Parameters
        ----------
        form, upos, feats
            The word, its universal part of speech and its features.
        learned : str
            What the edit-tree lemmatizer says.
        """
        if upos == "PROPN":
            return self.words.get(upos, {}).get(form, form)
        if upos in ("PUNCT", "NUM", "SYM", "X"):
            return self.words.get(upos, {}).get(form, learned)
        low = form.lower()
        if upos in _VERBAL:
            return self._verb(low, form, upos, feats, learned)
        seen = self.words.get(upos, {}).get(low)
        if seen is not None:
            return seen
        shouted = form.isupper() and len(form) > 1
        if upos in _NOMINAL:
            candidates = ENDINGS[self.language].nominal(low, upos, feats)
            for candidate in candidates:
                if candidate in self.known.get(upos, ()):
                    return candidate
            if shouted and len(form) <= _LONGEST_ACRONYM:
                return form
            if candidates and (learned == low or learned not in candidates):
                return candidates[0] if candidates[0] != low else learned
        return learned.lower() if shouted else learned

    def _verb(self, low: str, form: str, upos: str, feats: Mapping[str, str], learned: str) -> str:
        seen = self.words.get(upos, {}).get(low)
        listed = self.verbs.get(low)
        if listed is None and form[:1].isupper():
            # Capitals may lack their accents: "Etaient", "DECIDE".
            listed = self.verbs.get(self._bare.get(_bare(low), ""))
        known = self.known.get("VERB", frozenset())
        regular = ENDINGS[self.language].verbal(low, feats)
        if listed is None:
            if seen is not None:
                return seen
            for candidate in regular:
                if candidate in known:
                    return candidate
            return learned if learned in known or not regular else regular[0]
        names = [lemma for lemma, _ in listed]
        if upos == "AUX" and seen is not None:
            return seen
        tag = mood_and_tense(feats)
        fitting = [lemma for lemma, tags in listed if tag in tags]
        if seen is not None and (seen in fitting or seen not in names or not fitting):
            return seen
        return (fitting or names)[0]

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
    ) -> None:
        """Nothing to learn; the training script sets the tables."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the tables, sorted, into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tables.json").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LemmaTables:  # noqa: ARG002
        """Read the tables from a folder."""
        self.set_tables(json.loads((Path(path) / "tables.json").read_bytes()))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Return the tables as bytes."""
        text = json.dumps(self._tables(), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LemmaTables:  # noqa: ARG002
        """Read the tables from bytes."""
        self.set_tables(json.loads(data))
        return self

    def _tables(self) -> dict[str, Any]:
        return {
            "words": {upos: dict(sorted(self.words[upos].items())) for upos in sorted(self.words)},
            "known": {upos: sorted(self.known[upos]) for upos in sorted(self.known)},
        }


@functools.lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, str]:
    """Return the features written ``A=b|C=d``."""
    return dict(feature.split("=", 1) for feature in morph.split("|") if "=" in feature)


def _bare(form: str) -> str:
    """Return the form in small letters without accents."""
    parts = unicodedata.normalize("NFD", form.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


@Language.factory(
    "influence_graph_lemmas",
    assigns=["token.lemma"],
    requires=["token.pos", "token.morph"],
    default_config={"language": "en"},
)
def make_lemma_tables(nlp: Language, name: str, language: str) -> LemmaTables:  # noqa: ARG001
    """Make the component for spaCy."""
    return LemmaTables(language)
