"""Generated press sentences with their trees, for training.

::

    python tools/train/press.py en --treebanks TREEBANKS --count 20

prints some of them in CoNLL-U form.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from conllu import TreebankSentence, Word, read_conllu
from dependency_grammar import Grammar, Node, UnavailableError
from press_english import EnglishWords, finish_english
from press_french import FrenchWords, finish_french

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["press_sentences"]

HERE = Path(__file__).parent
_WORDS = {"en": EnglishWords, "fr": FrenchWords}
_FINISH = {"en": finish_english, "fr": finish_french}
_LONGEST = 60


def press_sentences(
    language: str, treebank: Sequence[TreebankSentence], random: Random
) -> Iterator[TreebankSentence]:
    """Yield generated sentences without end.

    Parameters
    ----------
    language : str
        ``fr`` or ``en``.
    treebank : sequence of TreebankSentence
        Training sentences, which give common words and whole phrases.
    random : Random
        Source of all choices.
    """
    words = _WORDS[language](language, random)
    words.collect(treebank)
    lines = (HERE / f"press_{language}.txt").read_text(encoding="utf-8").splitlines()
    grammar = Grammar(lines, words, random)
    number, document, ended = 0, 0, False
    while True:
        try:
            fragment = grammar.draw("S")
        except UnavailableError:
            continue
        nodes = _tidy(fragment.nodes)
        if len(nodes) > _LONGEST:
            continue
        _FINISH[language](nodes)
        # Runs of neighbours make one text; a headline stands alone.
        stopped = nodes[-1].form in {".", '"'}
        number += 1
        if not (stopped and ended) or number % 5 == 0:
            document += 1
        ended = stopped
        yield TreebankSentence(f"press{document}-{number}", tuple(_words(nodes)))


def _tidy(nodes: list[Node]) -> list[Node]:
    """Drop commas that meet another mark."""
    dropped = set()
    for i, node in enumerate(nodes):
        following = nodes[i + 1].form if i + 1 < len(nodes) else "."
        if node.form == "," and (following in {",", ".", ")", ";", ":"} or i == 0):
            dropped.add(i)
    places = {}
    for i in range(len(nodes)):
        if i not in dropped:
            places[i] = len(places)
    kept = []
    for i, node in enumerate(nodes):
        if i in places:
            node.head = places[node.head] if node.head >= 0 else -1
            kept.append(node)
    return kept


def _words(nodes: list[Node]) -> Iterator[Word]:
    for i, node in enumerate(nodes):
        last = i + 1 == len(nodes)
        tight = node.tight_after or (not last and nodes[i + 1].tight_before)
        root = node.head < 0
        yield Word(
            form=node.form,
            lemma=node.lemma or node.form,
            upos=node.upos,
            feats=node.feats,
            head=i if root else node.head,
            deprel="root" if root else node.deprel,
            space=not tight and not last,
        )


def main() -> None:
    """Print generated sentences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=sorted(_WORDS))
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="text alone")
    options = parser.parse_args()
    treebank = list(read_conllu(options.treebanks / f"{options.language}_train.conllu"))
    sentences = press_sentences(options.language, treebank, Random(options.seed))  # noqa: S311
    for _, sentence in zip(range(options.count), sentences, strict=False):
        print(f"# sent_id = {sentence.sent_id}\n# text = {sentence.text}")
        if options.plain:
            continue
        for i, w in enumerate(sentence.words, start=1):
            head = 0 if w.head == i - 1 else w.head + 1
            misc = "_" if w.space else "SpaceAfter=No"
            row = (i, w.form, w.lemma, w.upos, "_", w.feats or "_", head, w.deprel, "_", misc)
            print("\t".join(map(str, row)))
        print()


if __name__ == "__main__":
    sys.exit(main())
