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

from influence_graph.nlp import english_verbs, french_verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

__all__ = ["FEATURES", "verbal_tags", "word_feature_embed"]

FEATURES = ("norm", "prefix", "suffix2", "suffix3", "suffix4", "suffix5", "shape", "verb")
"""Names of the features that the layer can be given."""

_LARGEST_CACHE = 100_000


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


def _word_features(
    language: str, names: list[str], word_dropout: float
) -> Model[list[Doc], list[NDArray[np.uint64]]]:
    # Not an attribute of the model, which would be saved with it.
    cache: dict[int, NDArray[np.uint64]] = {}

    def row(token: Token) -> NDArray[np.uint64]:
        found = cache.get(token.orth)
        if found is None:
            form, shape = token.text, token.shape_
            keys = [get_string_id(f"{n}={_feature(n, form, shape, language)}") for n in names]
            found = cache[token.orth] = np.array(keys, dtype=np.uint64)
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
    return chain(
        _word_features(language, list(names), word_dropout),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(Maxout(nO=width, nI=sum(widths), nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )
