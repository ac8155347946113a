"""Vary a sentence as newspapers vary it: headlines, capitals, quotes, missing marks."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from conllu import TreebankSentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from conllu import Word

_FINAL = {".", "!", "?", "…"}


def _forms(sentence: TreebankSentence, change: Callable[[Word], str]) -> TreebankSentence:
    words = tuple(replace(word, form=change(word)) for word in sentence.words)
    return TreebankSentence(sentence.sent_id, words)


def _same_length(old: str, new: str) -> str:
    return new if len(new) == len(old) else old


def lower_case(sentence: TreebankSentence) -> TreebankSentence:
    """Everything in small letters, as in sloppy text."""
    return _forms(sentence, lambda w: _same_length(w.form, w.form.lower()))


def upper_case(sentence: TreebankSentence) -> TreebankSentence:
    """Everything in capitals, as in a headline or a dateline."""
    return _forms(sentence, lambda w: _same_length(w.form, w.form.upper()))


def title_case(sentence: TreebankSentence) -> TreebankSentence:
    """Capital on each content word, as in an English headline."""

    def change(word: Word) -> str:
        if word.upos in {"NOUN", "VERB", "ADJ", "ADV", "PRON", "AUX"} and word.form.islower():
            return word.form[0].upper() + word.form[1:]
        return word.form

    return _forms(sentence, change)


def bare_capitals(sentence: TreebankSentence) -> TreebankSentence:
    """No accent on capitals: "Etat", "A Paris"."""

    def change(word: Word) -> str:
        first = unicodedata.normalize("NFD", word.form[0])[0]
        return first + word.form[1:] if word.form[0].isupper() else word.form

    return _forms(sentence, change)


def no_final_mark(sentence: TreebankSentence) -> TreebankSentence:
    """Return the sentence without its last full stop, as in a heading."""
    words = sentence.words
    if len(words) < 2 or words[-1].form not in _FINAL:
        return sentence
    last = len(words) - 1
    if any(word.head == last for word in words):
        return sentence
    return TreebankSentence(sentence.sent_id, words[:-1])


def guillemets(sentence: TreebankSentence) -> TreebankSentence:
    """French quotation marks for straight ones, with their inner spaces."""
    words = list(sentence.words)
    opened = False
    for index, word in enumerate(words):
        if word.form != '"':
            continue
        opened = not opened
        words[index] = replace(word, form="«" if opened else "»", space=opened or word.space)
        if not opened and index:
            words[index - 1] = replace(words[index - 1], space=True)
    return TreebankSentence(sentence.sent_id, tuple(words))


def long_dashes(sentence: TreebankSentence) -> TreebankSentence:
    """En dashes for hyphens that stand alone."""
    words = list(sentence.words)
    for index, word in enumerate(words):
        if word.form == "-" and word.space and (index == 0 or words[index - 1].space):
            words[index] = replace(word, form="–")
    return TreebankSentence(sentence.sent_id, tuple(words))


_VARIANTS: tuple[tuple[float, Callable[[TreebankSentence], TreebankSentence]], ...] = (
    (0.03, lower_case),
    (0.025, upper_case),
    (0.03, title_case),
    (0.05, bare_capitals),
    (0.05, no_final_mark),
)


def vary(sentence: TreebankSentence, random: Random, *, language: str) -> TreebankSentence:
    """Return the sentence, or a variant of its marks and of its letters, drawn from `random`."""
    if language == "fr" and random.random() < 0.4:
        sentence = guillemets(sentence)
    if random.random() < 0.4:
        sentence = long_dashes(sentence)
    draw = random.random()
    for share, variant in _VARIANTS:
        if draw < share:
            return variant(sentence)
        draw -= share
    return sentence
