"""The input layer of the shipped pipelines: what a word shows, and what a grammar knows of it.

A small treebank leaves most verbs unseen, so that *craignent* looks like a noun. Beside the
word itself, its ends and its shape, each word therefore carries what the tables of verbs say:
which moods and tenses its form can be.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.layers.chain import forward as chain_forward
from thinc.layers.chain import init as chain_init

from influence_graph.nlp import english_verbs, french_verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

__all__ = ["FEATURES", "verbal_tags", "word_feature_embed"]

FEATURES = ("norm", "prefix", "suffix2", "suffix3", "suffix4", "suffix5", "shape", "verb")
"""Names of the features that the layer can be given."""

_LARGEST_CACHE = 50_000
_BLOCK = 32


@functools.cache
def _verb_tags(language: str) -> dict[str, str]:
    forms = {"fr": french_verbs.verb_forms, "en": english_verbs.verb_forms}.get(language)
    if forms is None:
        return {}
    return {
        form: "+".join(sorted({tag for _, tags in lemmas for tag in tags}))
        for form, lemmas in forms().items()
    }


def verbal_tags(language: str, form: str) -> str:
    """Return the moods and tenses that a form in small letters can be, joined by ``+``.

    Examples
    --------
    >>> verbal_tags("fr", "craignent")
    'Ind.Pres+Sub.Pres'
    >>> verbal_tags("fr", "table")
    ''
    """
    return _verb_tags(language).get(form, "")


def _feature(name: str, form: str, shape: str, language: str) -> str:
    low = form.lower()
    if name == "norm":
        return low
    if name == "prefix":
        return low[:3]
    if name.startswith("suffix"):
        return low[-int(name[-1]) :]
    if name == "shape":
        return shape
    if name == "verb":
        return verbal_tags(language, low)
    raise ValueError(f"no feature {name!r}; there are: {', '.join(FEATURES)}")


def _hashes(names: list[str], language: str, form: str, shape: str) -> NDArray[np.uint64]:
    keys = [get_string_id(f"{n}={_feature(n, form, shape, language)}") for n in names]
    return np.array(keys, dtype=np.uint64)


def _word_features(
    language: str, names: list[str], word_dropout: float
) -> Model[list[Doc], list[NDArray[np.uint64]]]:
    # Not an attribute of the model, which would be saved with it.
    cache: dict[int, NDArray[np.uint64]] = {}

    def row(token: Token) -> NDArray[np.uint64]:
        found = cache.get(token.orth)
        if found is None:
            found = cache[token.orth] = _hashes(names, language, token.text, token.shape_)
        return found

    def forward(
        model: Model[list[Doc], list[NDArray[np.uint64]]], docs: list[Doc], is_train: bool
    ) -> tuple[list[NDArray[np.uint64]], Callable[[list[Any]], list[Any]]]:
        if len(cache) > _LARGEST_CACHE:
            cache.clear()
        found = []
        for doc in docs:
            rows = np.zeros((len(doc), len(names)), dtype=np.uint64)
            for i, token in enumerate(doc):
                rows[i] = row(token)
            if is_train and model.attrs["word_dropout"] > 0:
                # Hide some words, so that their ends and neighbours must do.
                rows[np.random.random(len(doc)) < model.attrs["word_dropout"], 0] = 0
            found.append(rows)
        return found, lambda _: []

    return Model("word_features", forward, attrs={"word_dropout": word_dropout})


class _WordVectors:
    """Vectors of words met before: what the layer makes of a word depends on nothing else.

    New words go through the layer in blocks of one size, zeros behind the last, because a
    product of matrices may round otherwise at another number of rows: the same word has the
    same vector in any text.
    """

    def __init__(self, hashes: Callable[[str, str], NDArray[np.uint64]]) -> None:
        self._hashes = hashes
        self._places: dict[int, int] = {}
        self._vectors: NDArray[np.float32] | None = None

    def clear(self) -> None:
        """Forget everything: the layer has learned."""
        self._places.clear()

    def of(
        self, docs: list[Doc], layer: Callable[[NDArray[np.uint64]], NDArray[np.float32]]
    ) -> list[NDArray[np.float32]]:
        """Return the vectors of each document's words."""
        places = self._places
        if len(places) > _LARGEST_CACHE:
            places.clear()
        orths = [doc.to_array("ORTH").tolist() for doc in docs]
        first = len(places)
        rows = []
        for doc, words in zip(docs, orths, strict=True):
            for i, orth in enumerate(words):
                if orth not in places:
                    places[orth] = len(places)
                    token = doc[i]
                    rows.append(self._hashes(token.text, token.shape_))
        if rows:
            self._add(first, np.array(rows), layer)
        vectors = self._vectors
        assert vectors is not None  # noqa: S101  one of the documents has words
        return [vectors[[places[orth] for orth in words]] for words in orths]

    def _add(
        self,
        first: int,
        rows: NDArray[np.uint64],
        layer: Callable[[NDArray[np.uint64]], NDArray[np.float32]],
    ) -> None:
        count = len(rows)
        padded = np.zeros((-(-count // _BLOCK) * _BLOCK, rows.shape[1]), dtype=np.uint64)
        padded[:count] = rows
        for start in range(0, len(padded), _BLOCK):
            found = layer(padded[start : start + _BLOCK])
            place = first + start
            if self._vectors is None:
                self._vectors = np.zeros((_BLOCK * 32, found.shape[1]), dtype=np.float32)
            while place + _BLOCK > len(self._vectors):
                self._vectors = np.concatenate((self._vectors, np.zeros_like(self._vectors)))
            self._vectors[place : place + _BLOCK] = found


def _cached(
    inner: Model[list[Doc], Any], hashes: Callable[[str, str], NDArray[np.uint64]]
) -> Model[list[Doc], Any]:
    """Return a chain of layers that looks known words up, except in training."""
    vectors = _WordVectors(hashes)
    tables, maxout = inner.layers[2], inner.layers[3]

    def layer(rows: NDArray[np.uint64]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = maxout.predict(tables.predict(rows))
        return found

    def forward(
        model: Model[list[Doc], Any], docs: list[Doc], is_train: bool
    ) -> tuple[Any, Callable[[Any], Any]]:
        if is_train or not any(len(doc) for doc in docs):
            vectors.clear()
            return chain_forward(model, docs, is_train)
        return vectors.of(docs, layer), lambda _: []

    # The same tree of layers as the plain chain, so that its weights load.
    return Model(
        inner.name,
        forward,
        init=chain_init,
        dims={"nO": None},
        layers=list(inner.layers),
    )


@registry.architectures("influence_graph.WordFeatureEmbed.v1")  # type: ignore[untyped-decorator]
def word_feature_embed(
    width: int,
    language: str,
    names: list[str],
    rows: list[int],
    widths: list[int],
    word_dropout: float = 0.0,
) -> Model[list[Doc], Any]:
    """Embed words by several hashed features, each with its own table.

    Parameters
    ----------
    width : int
        Width of the output.
    language : str
        ISO 639-1 code of the verb tables.
    names : list of str
        Features, of `FEATURES`; the first is the one that `word_dropout` hides.
    rows, widths : list of int
        Rows and width of each feature's table.
    word_dropout : float
        Share of words hidden in training, 0 to 1.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(size, table_rows, column=i, seed=7 + i, dropout=0.0)
        for i, (table_rows, size) in enumerate(zip(rows, widths, strict=True))
    ]
    plain: Model[list[Doc], Any] = chain(
        _word_features(language, list(names), word_dropout),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(Maxout(nO=width, nI=sum(widths), nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )
    return _cached(plain, functools.partial(_hashes, list(names), language))
