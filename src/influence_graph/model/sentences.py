"""Parsed sentences, and who is named in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Mention", "Sentence", "Token"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a parsed sentence, annotated after Universal Dependencies v2.

    Attributes
    ----------
    i, head : int
        Index of the word and of its head within the sentence; the root is its own head.
    text : str
        ``article.text[start:end]``.
    start, end : int
        Offsets in the article.
    lemma : str
        Dictionary form.
    upos : str
        Universal part of speech.
    feats : Mapping of str to str
        Morphological features, such as ``{"Tense": "Past"}``.
    deprel : str
        Relation to the head, with its subtype: ``nsubj:pass``.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    head: int
    deprel: str
    feats: Mapping[str, str] = field(default_factory=dict)

    def hung(self, head: int, deprel: str) -> Token:
        """Return the word with another head and relation."""
        return Token(
            i=self.i,
            text=self.text,
            start=self.start,
            end=self.end,
            lemma=self.lemma,
            upos=self.upos,
            head=head,
            deprel=deprel,
            feats=self.feats,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One parsed sentence.

    Attributes
    ----------
    index, paragraph : int
        Position among the sentences and paragraphs of the article, from 0.
    start, end : int
        Offsets in the article.
    tokens : tuple of Token
        In text order; heads form one tree.
    is_title : bool
        The sentence is the headline.
    """

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that stand for one or several actors.

    Attributes
    ----------
    sentence : int
        Index of the sentence.
    head : int
        Index of the head token in the sentence.
    first, last : int
        Indices of the first and last token, both included.
    start, end : int
        Offsets in the article.
    text : str
        The words.
    codes : tuple of str
        Actor codes it stands for; more than one for "the two countries".
    kind : str
        ``name``, ``acronym``, ``capital``, ``seat``, ``city``, ``demonym``, ``inhabitant``,
        ``member``, ``person``, ``agent`` ("Malian officers"), ``description`` ("the junta"),
        ``pronoun``, ``possessive``, ``dropped`` (a verb for its unsaid subject).
    score : float
        How sure the resolution is, 0 to 1.
    reasons : tuple of str
        How it was resolved, in plain words.
    via : str or None
        The person or branch behind the code: ``PERSON:EMMANUEL-MACRON`` for ``FRA:GOV``.
    """

    sentence: int
    head: int
    first: int
    last: int
    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    kind: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    via: str | None = None
