"""Score a pipeline on raw text: its own tokens, words matched by their characters.

Scores are F1 over words as in the CoNLL 2018 shared task (Zeman et al. 2018): a word counts
where both sides have it with the same characters; LAS compares relations without subtypes, and
punctuation counts.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus import grouped, to_doc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conllu import TreebankSentence
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_LEMMA_PARTS = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "PRON", "DET", "ADP")


@dataclass
class Scores:
    """Counts of one evaluation.

    Attributes
    ----------
    gold, predicted : int
        Words on either side.
    right : dict
        Measure -> words that agree.
    lemmas : dict
        Part of speech -> (right lemmas, words) among the gold words.
    seconds : float
        CPU time of the pipeline.
    """

    gold: int = 0
    predicted: int = 0
    right: dict[str, int] = field(default_factory=dict)
    lemmas: dict[str, list[int]] = field(default_factory=dict)
    sentences: list[int] = field(default_factory=lambda: [0, 0, 0])
    seconds: float = 0.0

    def table(self) -> dict[str, float]:
        """Return F1 per measure, in per cent, and words per CPU second."""
        both = self.gold + self.predicted
        table = {name: round(200 * n / both, 2) for name, n in self.right.items()}
        right, predicted, gold = self.sentences
        table["sentences"] = round(200 * right / (predicted + gold), 2)
        for upos in _LEMMA_PARTS:
            if upos in self.lemmas:
                n, words = self.lemmas[upos]
                table[f"lemma {upos}"] = round(100 * n / words, 2)
        table["words per second"] = round(self.predicted / self.seconds)
        return table


def _place(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _base(token: Token) -> str:
    return str(token.dep_).split(":")[0].lower()


def _compare(scores: Scores, gold: Doc, predicted: Doc) -> None:
    words = {_place(token): token for token in predicted if not token.is_space}
    scores.gold += len(gold)
    scores.predicted += len(words)
    right = scores.right
    for token in gold:
        lemma = scores.lemmas.setdefault(token.pos_, [0, 0])
        lemma[1] += 1
        other = words.get(_place(token))
        if other is None:
            continue
        root, other_root = token.dep_ == "ROOT", other.dep_ == "ROOT"
        head = root == other_root and (root or _place(token.head) == _place(other.head))
        agreed = {
            "tokens": True,
            "UPOS": token.pos_ == other.pos_,
            "feats": str(token.morph) == str(other.morph),
            "lemma": token.lemma_ == other.lemma_,
            "UAS": head,
            "LAS": head and _base(token) == _base(other),
        }
        for name, ok in agreed.items():
            right[name] = right.get(name, 0) + ok
        lemma[0] += agreed["lemma"]
    spans = {(s.start_char, s.end_char) for s in gold.sents}
    found = {(s.start_char, s.end_char) for s in predicted.sents}
    scores.sentences[0] += len(spans & found)
    scores.sentences[1] += len(found)
    scores.sentences[2] += len(spans)


def evaluate(nlp: Language, sentences: Sequence[TreebankSentence], size: int = 1) -> Scores:
    """Score a pipeline on runs of `size` neighbouring sentences given as raw text."""
    scores = Scores()
    gold = [to_doc(nlp, group) for group in grouped(sentences, size=size)]
    start = time.process_time()
    predicted = list(nlp.pipe([doc.text for doc in gold], batch_size=64))
    scores.seconds = time.process_time() - start
    for expected, found in zip(gold, predicted, strict=True):
        _compare(scores, expected, found)
    return scores
