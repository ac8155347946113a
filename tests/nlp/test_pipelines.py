"""The shipped pipelines, and pipelines that a user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from influence_graph.errors import InputError
from influence_graph.nlp import LANGUAGES, load_pipeline
from influence_graph.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pipeline_is_loaded_once(lang: str) -> None:
    assert load_pipeline(lang) is load_pipeline(lang)
    assert str(load_pipeline(lang).lang).removeprefix("influence_graph_") == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_are_those_of_universal_dependencies(lang: str) -> None:
    labels = set(load_pipeline(lang).pipe_labels["parser"])
    assert {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "acl:relcl", "xcomp", "ccomp"} <= labels


def test_a_language_without_a_pipeline_is_an_input_error() -> None:
    with pytest.raises(InputError, match="'de'"):
        load_pipeline("de")


def test_a_missing_pipeline_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be loaded"):
        load_pipeline("fr", str(tmp_path / "absent"))


def test_a_named_pipeline_needs_a_parser_and_its_language(tmp_path: Path) -> None:
    spacy.blank("fr").to_disk(tmp_path / "blank")
    with pytest.raises(InputError, match="no dependency parser"):
        load_pipeline("fr", str(tmp_path / "blank"))
    with pytest.raises(InputError, match="not for 'en'"):
        load_pipeline("en", str(tmp_path / "blank"))


def test_a_named_pipeline_is_used(tmp_path: Path) -> None:
    load_pipeline("fr").to_disk(tmp_path / "copy")
    named = load_pipeline("fr", str(tmp_path / "copy"))
    text = "Le Mali a rompu avec Paris."
    assert [t.dep_ for t in named(text)] == [t.dep_ for t in load_pipeline("fr")(text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_ships_is_small_named_and_without_paths(lang: str) -> None:
    folder = resource("models") / lang
    names = {item.name for item in folder.iterdir()}
    assert {"README.md", "NOTICE", "meta.json", "config.cfg"} <= names
    for name in ("README.md", "NOTICE", "meta.json", "config.cfg"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "/home" not in text
        assert "/work" not in text
        assert "/tmp" not in text  # noqa: S108
    assert "Universal" in (folder / "NOTICE").read_text(encoding="utf-8")
