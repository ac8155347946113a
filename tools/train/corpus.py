"""Treebank sentences -> spaCy documents and examples."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import spacy
from augment import vary
from conllu import TreebankSentence, Word, read_conllu
from press import press_sentences
from spacy.tokens import Doc
from spacy.training import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language


def split_spaces(sentence: TreebankSentence) -> TreebankSentence:
    """Split words with a space inside ("50 000"): no tokeniser gives such tokens.

    The first part keeps the word's place in the tree, the others hang on it as ``flat``.
    """
    if not any(" " in word.form or "\u00a0" in word.form for word in sentence.words):
        return sentence
    starts: list[int] = []
    count = 0
    for word in sentence.words:
        starts.append(count)
        count += len(word.form.split())
    words: list[Word] = []
    for index, word in enumerate(sentence.words):
        parts = word.form.split()
        lemmas = word.lemma.split()
        for number, part in enumerate(parts):
            words.append(
                replace(
                    word,
                    form=part,
                    lemma=lemmas[number] if len(lemmas) == len(parts) else part,
                    head=starts[word.head] if number == 0 else starts[index],
                    deprel=word.deprel if number == 0 else "flat",
                    space=word.space if number == len(parts) - 1 else True,
                )
            )
    return TreebankSentence(sentence.sent_id, tuple(words))


def read_sentences(paths: Iterable[Path]) -> list[TreebankSentence]:
    """Read the sentences of several files, words with spaces split."""
    return [split_spaces(sentence) for path in paths for sentence in read_conllu(path)]


def to_doc(nlp: Language, sentences: Sequence[TreebankSentence]) -> Doc:
    """Make one gold document of some sentences, a space between each two."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        first = len(words)
        heads.extend(first + word.head for word in sentence.words)
        starts.extend(index == 0 for index in range(len(sentence.words)))
        words.extend((*sentence.words[:-1], replace(sentence.words[-1], space=True)))
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words[:-1]] + [False],
        lemmas=[word.lemma for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        heads=heads,
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
        sent_starts=starts,
    )


def grouped(
    sentences: Sequence[TreebankSentence], random: Random | None = None, size: int = 1
) -> list[list[TreebankSentence]]:
    """Cut a treebank into runs of neighbours within one document.

    With `random`, runs of 1 to 6 (half of them single sentences), so that the parser sees
    both headings and paragraphs; without it, runs of `size`.
    """
    groups: list[list[TreebankSentence]] = []
    room = 0
    for sentence in sentences:
        same = bool(groups) and groups[-1][-1].document == sentence.document
        if not same or len(groups[-1]) >= room:
            room = size if random is None else random.choice((1, 1, 1, 1, 2, 3, 4, 6))
            groups.append([])
        groups[-1].append(sentence)
    return groups


def raw_examples(
    nlp: Language, sentences: Sequence[TreebankSentence], size: int = 1
) -> Iterator[Example]:
    """Examples whose predicted side is the raw text under the pipeline's own tokeniser."""
    for group in grouped(sentences, size=size):
        gold = to_doc(nlp, group)
        yield Example(nlp.make_doc(gold.text), gold)


@spacy.registry.readers("influence_graph.treebank.v1")
def treebank_reader(
    paths: list[str], root: str, *, training: bool, seed: int = 0, press: float = 0.0
) -> Callable[[Language], Iterator[Example]]:
    """Reader for spaCy's training loop; each call is the next epoch.

    Training epochs are shuffled, grouped and varied anew from `seed`, and hold `press`
    generated sentences for each of the treebank; evaluation reads the sentences one by one.
    """
    from pathlib import Path

    files = [Path(root) / path for path in paths]
    random = Random(seed)  # noqa: S311  repeatable on purpose
    sentences = read_sentences(files)
    writers: dict[str, Iterator[TreebankSentence]] = {}

    def read(nlp: Language) -> Iterator[Example]:
        if not training:
            yield from raw_examples(nlp, sentences)
            return
        language = nlp.lang.removeprefix("influence_graph_")
        groups = grouped(sentences, random)
        if press:
            if language not in writers:
                writers[language] = press_sentences(language, sentences, random)
            written = islice(writers[language], round(press * len(sentences)))
            groups += grouped(list(written), random)
        random.shuffle(groups)
        for group in groups:
            varied = [vary(sentence, random, language=language) for sentence in group]
            gold = to_doc(nlp, varied)
            yield Example(nlp.make_doc(gold.text), gold)

    return read
