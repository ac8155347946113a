"""Parses written by hand or by another parser, in the form of CoNLL-U.

``# newdoc`` begins an article; its sentences are joined by one space. Other comments that say
``name = value`` before a document's first sentence are kept with it, ``text`` left out.
See https://universaldependencies.org/format.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from influence_graph.errors import RecordError
from influence_graph.model import Sentence, Token

__all__ = ["ParsedDocument", "read_conllu"]

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """An article with its parse.

    Attributes
    ----------
    text : str
        Its words, put together.
    sentences : tuple of Sentence
        Offsets count in `text`.
    comments : Mapping of str to str
        What its comments say: ``claims = RUS accuses UKR``.
    """

    text: str
    sentences: tuple[Sentence, ...]
    comments: Mapping[str, str] = field(default_factory=dict)


def read_conllu(text: str, *, source: str = "") -> Iterator[ParsedDocument]:
    """Yield the documents of a CoNLL-U file, in order.

    Multiword tokens and empty nodes are left out: the words count.

    Parameters
    ----------
    text : str
        The file.
    source : str, optional
        Its name, for messages.

    Raises
    ------
    RecordError
        A line has not ten columns, or a number or head that does not fit its sentence.
    """
    document = _Document(source)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("#"):
            name, equals, value = line.removeprefix("#").partition("=")
            name = name.strip()
            if name.split(" ")[0] == "newdoc":
                document.close_sentence(number)
                if document.sentences:
                    yield document.parsed()
                document = _Document(source)
            if equals and name != "text":
                document.comments[name] = value.strip()
        elif not line.strip():
            document.close_sentence(number)
        else:
            document.add(line, number)
    document.close_sentence(number)
    if document.sentences:
        yield document.parsed()


class _Document:
    def __init__(self, source: str) -> None:
        self.source = source
        self.comments: dict[str, str] = {}
        self.sentences: list[Sentence] = []
        self._text = ""
        self._space = False
        self._rows: list[tuple[list[str], int, int]] = []

    def _fail(self, message: str, line: int) -> RecordError:
        return RecordError(message, source=self.source, line=line)

    def add(self, line: str, number: int) -> None:
        cells = line.rstrip("\r").split("\t")
        if len(cells) != _COLUMNS:
            raise self._fail(f"{len(cells)} columns, {_COLUMNS} expected", number)
        if not cells[0].isascii() or not cells[0].isdigit():
            return
        if int(cells[0]) != len(self._rows) + 1:
            raise self._fail(f"word {len(self._rows) + 1} expected, not {cells[0]}", number)
        if self._space:
            self._text += " "
        start = len(self._text)
        self._text += cells[1]
        self._space = "SpaceAfter=No" not in cells[9].split("|")
        self._rows.append((cells, start, len(self._text)))

    def close_sentence(self, number: int) -> None:
        if not self._rows:
            return
        size = len(self._rows)
        tokens = []
        for i, (cells, start, end) in enumerate(self._rows):
            head = cells[6]
            if not head.isascii() or not head.isdigit() or int(head) > size:
                raise self._fail(f"no head {head!r} for {cells[1]!r}", number)
            feats = [pair.partition("=") for pair in cells[5].split("|") if "=" in pair]
            tokens.append(
                Token(
                    i=i,
                    text=cells[1],
                    start=start,
                    end=end,
                    lemma=cells[2],
                    upos=cells[3],
                    feats={name: value for name, _, value in sorted(feats)},
                    head=int(head) - 1 if int(head) else i,
                    deprel=cells[7],
                )
            )
        self.sentences.append(
            Sentence(
                index=len(self.sentences),
                paragraph=0,
                start=tokens[0].start,
                end=tokens[-1].end,
                tokens=tuple(tokens),
            )
        )
        self._rows = []
        self._space = True

    def parsed(self) -> ParsedDocument:
        return ParsedDocument(self._text, tuple(self.sentences), dict(self.comments))
