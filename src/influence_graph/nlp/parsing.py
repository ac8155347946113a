"""Text -> parsed sentences with the offsets of the original."""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from influence_graph.model import Sentence, Token
from influence_graph.nlp.normalise import NormalisedText, normalise
from influence_graph.nlp.pipelines import load_pipeline
from influence_graph.nlp.segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Span
    from spacy.tokens import Token as SpacyToken

__all__ = ["parse_text", "parse_texts"]

_BATCH = 64
_KEPT_WORDS = 40_000


def parse_text(
    text: str, *, lang: str, model: str | None = None, title: str | None = None
) -> tuple[Sentence, ...]:
    """Parse an article.

    Parameters
    ----------
    text : str
        Any text. It is read through a normalised copy; all offsets count in `text` itself.
    lang : str
        ISO 639-1 code of its language.
    model : str, optional
        Another spaCy pipeline than the shipped one; see `load_pipeline`.
    title : str, optional
        The headline. Its sentences come first, in paragraph 0, with ``is_title``, and their
        offsets count in the title. A text that itself opens with the title needs no second
        parse: then the text's own first paragraph counts, and no sentence has ``is_title``.

    Returns
    -------
    tuple of Sentence
        In text order. ``text[token.start:token.end] == token.text``, tokens do not overlap,
        and the heads of each sentence form one tree.

    Raises
    ------
    InputError
        There is no pipeline for the language.
    """
    nlp = load_pipeline(lang, model)
    sentences: list[Sentence] = []
    repeated = bool(title) and normalise(text[: 2 * len(title or "") + 100]).text.startswith(
        normalise(title or "").text
    )
    if title and not repeated:
        sentences.extend(_parse(nlp, title, is_title=True, index=0, paragraph=0))
    first = 1 if sentences else 0
    sentences.extend(_parse(nlp, text, is_title=False, index=len(sentences), paragraph=first))
    return tuple(sentences)


def parse_texts(
    articles: Iterable[tuple[str, str | None]], *, lang: str, model: str | None = None
) -> Iterator[tuple[Sentence, ...]]:
    """Parse many articles of one language; each is a pair of text and title.

    Each article is a batch of its own, so that its parse does not depend on its neighbours.
    """
    for text, title in articles:
        yield parse_text(text, lang=lang, model=model, title=title)


def _parse(
    nlp: Language, text: str, *, is_title: bool, index: int, paragraph: int
) -> Iterator[Sentence]:
    pieces = []
    for segment in segments(text):
        copy = normalise(text, segment.start, segment.end)
        if copy.text:
            pieces.append((segment, copy))
    with _memory(nlp):
        docs = nlp.pipe((copy.text for _, copy in pieces), batch_size=_BATCH)
        for (segment, copy), doc in zip(pieces, docs, strict=True):
            for span in [doc[:]] if segment.whole else doc.sents:
                tokens = _tokens(text, copy, span)
                if not tokens:
                    continue
                yield Sentence(
                    index=index,
                    paragraph=paragraph + segment.paragraph,
                    start=tokens[0].start,
                    end=tokens[-1].end,
                    tokens=tokens,
                    is_title=is_title,
                )
                index += 1


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """Where the pipeline keeps new words: for good at first, later until the article ends.

    Words that come early are mostly frequent ones, which need not be met anew in each article;
    what comes once that store is full is forgotten, so that memory stays level.
    """
    return nlp.memory_zone() if len(nlp.vocab) > _KEPT_WORDS else nullcontext()


def _tokens(text: str, copy: NormalisedText, span: Span) -> tuple[Token, ...]:
    """Make the records of one sentence: spaces dropped, one root, offsets of the original."""
    kept = [token for token in span if not token.is_space]
    places = {token.i: i for i, token in enumerate(kept)}
    root = next((i for i, token in enumerate(kept) if token.dep_ == "ROOT"), 0)
    found: list[Token] = []
    last = 0
    for i, token in enumerate(kept):
        start, end = copy.span(token.idx, token.idx + len(token))
        # Two tokens within one ligature cannot both have it.
        start = max(start, last)
        end = max(end, start)
        last = end
        head, deprel = _head(token, i, root, places)
        found.append(
            Token(
                i=i,
                text=text[start:end],
                start=start,
                end=end,
                lemma=token.lemma_ or token.text,
                upos=token.pos_ or "X",
                feats=dict(_features(str(token.morph))),
                head=head,
                deprel=deprel,
            )
        )
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def _features(morph: str) -> tuple[tuple[str, str], ...]:
    """Return names and values of features written ``A=b|C=d``, by name."""
    pairs = (feature.partition("=") for feature in morph.split("|") if feature)
    return tuple(sorted((name, value) for name, _, value in pairs))


def _head(token: SpacyToken, i: int, root: int, places: dict[int, int]) -> tuple[int, str]:
    """Return head and relation within the sentence; whatever has none hangs on the root."""
    if i == root:
        return i, "root"
    head = token.head
    while head.i not in places and head.head.i != head.i:
        head = head.head
    place = places.get(head.i, root)
    if place == i:
        return root, "parataxis" if token.dep_ == "ROOT" else token.dep_ or "dep"
    return place, token.dep_ or "dep"
