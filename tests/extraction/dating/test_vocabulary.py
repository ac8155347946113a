"""A vocabulary of time is checked when it is read."""

from __future__ import annotations

from typing import Any

import pytest

from influence_graph.errors import LexiconError
from influence_graph.extraction.dating.expressions import find
from influence_graph.extraction.dating.resolving import Context, resolve
from influence_graph.extraction.dating.vocabulary import (
    OPERATIONS,
    load_vocabulary,
    parse_vocabulary,
)
from influence_graph.model import TimeSpan


def tables(**changes: Any) -> dict[str, Any]:
    """Return the least that a file needs, for a language of two words."""
    return {
        "determiners": [],
        "frames": ["nu"],
        "vague": {"day": [2, 9]},
        "recent": {"day": 10},
        "class": {"unit": {"day": ["dag"]}, "month": {"1": ["jan"]}},
        "attachment": {},
        "rule": [{"op": "month", "words": ["<month> <year>"]}],
    } | changes


def test_a_language_is_a_file() -> None:
    vocabulary = parse_vocabulary(tables(), "xx/time.toml")
    (found,) = find("nu jan 2023", vocabulary)
    assert resolve(found, Context(), vocabulary) == TimeSpan.parse("2023-01")
    assert found.framed


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"rule": [{"op": "guess", "words": ["x"]}]}, "no operation 'guess'"),
        ({"rule": [{"op": "month", "words": ["<moon>"]}]}, "no class <moon>"),
        ({"rule": [{"op": "since", "words": ["<time> on"]}]}, "begins with a word"),
        ({"rule": [{"op": "month", "words": ["the?"]}]}, "begins with a word"),
        ({"rule": [{"op": "month"}]}, "words"),
        ({"rule": [{"op": "shift", "unit": "eon", "words": ["x"]}]}, "no unit eon"),
        ({"recent": {"eon": 3}}, "no unit eon"),
        ({"vague": {"day": [2]}}, "time.toml"),
    ],
)
def test_what_cannot_be_used_is_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=r"xx/time\.toml") as caught:
        parse_vocabulary(tables(**changes), "xx/time.toml")
    assert message in str(caught.value)


def test_a_language_without_file_is_an_error() -> None:
    with pytest.raises(LexiconError, match="xx"):
        load_vocabulary("xx")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_operation_is_used(language: str) -> None:
    vocabulary = load_vocabulary(language)
    used = {rule.operation for rules in vocabulary.starts.values() for rule, _ in rules}
    assert used - {"duration"} == OPERATIONS - {"duration"}
