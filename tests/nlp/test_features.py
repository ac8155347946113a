"""The input layer: what a word shows, and vectors of words met before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import NumpyOps, set_current_ops

from influence_graph.nlp.features import FEATURES, verbal_tags, word_feature_embed


@pytest.fixture(scope="module")
def blank() -> Any:
    return spacy.blank("en")


def layer(blank: Any) -> Any:
    """Return an initialised layer of width 8."""
    set_current_ops(NumpyOps(use_blis=False))
    count = len(FEATURES)
    model: Any = word_feature_embed(8, "en", list(FEATURES), [50] * count, [4] * count)
    model.initialize(X=[blank("Mali warned Togo.")])
    return model


def test_a_form_shows_what_it_can_be() -> None:
    assert verbal_tags("en", "rebuffed") == "Ind.Past+PastPart"
    assert verbal_tags("en", "slams") == "Ind.Pres"
    assert verbal_tags("en", "embassy") == ""


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["Mali", "warned", "over", "gold", ",", "."]), min_size=1))
def test_a_word_has_the_same_vector_in_any_text(words: list[str]) -> None:
    nlp = spacy.blank("en")
    fresh, used = layer(nlp), layer(nlp)
    for mine, other in zip(used.walk(), fresh.walk(), strict=True):
        for name in other.param_names:
            mine.set_param(name, other.get_param(name).copy())
    used.predict([nlp("Gold , salt and 70 other words were not known before .")])
    doc = spacy.tokens.Doc(nlp.vocab, words=words)
    (alone,), (later,) = fresh.predict([doc]), used.predict([doc])
    assert alone.shape == (len(words), 8)
    assert np.array_equal(alone, later)


def test_empty_documents_have_no_vectors(blank: Any) -> None:
    model = layer(blank)
    assert [len(found) for found in model.predict([blank("")])] == [0]
    assert [len(found) for found in model.predict([blank(""), blank("Mali")])] == [0, 1]


def test_vectors_follow_what_the_layer_learns(blank: Any) -> None:
    model = layer(blank)
    docs = [blank("Mali warned Togo .")]
    (before,) = model.predict(docs)
    maxout = next(node for node in model.walk() if node.name == "maxout")
    found, _ = model.begin_update(docs)
    assert np.allclose(found[0], before, atol=1e-6)
    maxout.set_param("b", maxout.get_param("b") + np.arange(24, dtype="f").reshape(8, 3))
    (after,) = model.predict(docs)
    assert not np.allclose(after, before)
