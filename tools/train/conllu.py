"""Read prepared CoNLL-U treebanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a treebank.

    Attributes
    ----------
    head : int
        Index of the head within the sentence, from 0; a root is its own head.
    space : bool
        Whether a space follows.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence: its identifier and words."""

    sent_id: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as its words and spaces spell it, without a last space."""
        return "".join(w.form + (" " if w.space else "") for w in self.words).rstrip()

    @property
    def document(self) -> str:
        """The part of the identifier that sentences of one document share."""
        return self.sent_id.rsplit("-", 1)[0].rsplit("_", 1)[0]


def read_conllu(path: Path) -> Iterator[TreebankSentence]:
    """Yield the sentences of a CoNLL-U file, in its order.

    Ranges (``3-4``) and empty nodes (``3.1``) are passed over: the prepared files have
    one line for each word that the text spells.

    Raises
    ------
    ValueError
        A line has not ten columns; the message names file and line.
    """
    sent_id = ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield _sentence(sent_id, rows)
                sent_id, rows = "", []
            elif line.startswith("#"):
                if line.startswith("# sent_id = "):
                    sent_id = line.removeprefix("# sent_id = ")
            else:
                columns = line.split("\t")
                if len(columns) != 10:
                    raise ValueError(f"{path}:{number}: {len(columns)} columns, 10 expected")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield _sentence(sent_id, rows)


def _sentence(sent_id: str, rows: list[list[str]]) -> TreebankSentence:
    words = []
    for index, row in enumerate(rows):
        head = int(row[6]) - 1
        words.append(
            Word(
                form=row[1],
                lemma=row[2],
                upos=row[3],
                feats="" if row[5] == "_" else row[5],
                head=index if head < 0 else head,
                deprel=row[7],
                space="SpaceAfter=No" not in row[9],
            )
        )
    return TreebankSentence(sent_id, tuple(words))
