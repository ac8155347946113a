"""A language is a folder of the lexicon and a pipeline: no list in the code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from influence_graph import resources
from influence_graph.model import Article
from influence_graph.pipeline.languages import (
    lexicon_languages,
    missing_files,
    readable_languages,
    why_unreadable,
)
from influence_graph.pipeline.reading import Reader, ReadingOptions

AddLanguage = Callable[..., Path]


@pytest.fixture
def add_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AddLanguage:
    """Copy the ontology and add a folder ``xx`` with some of the files that a language needs."""
    ontology = tmp_path / "ontology"
    shutil.copytree(Path(str(resources.resource_dir("ontology"))), ontology)
    found = resources.resource_dir

    def resource_dir(name: str) -> object:
        return ontology if name == "ontology" else found(name)

    monkeypatch.setattr(resources, "resource_dir", resource_dir)
    monkeypatch.setattr("influence_graph.pipeline.languages.resource_dir", resource_dir)

    def add(*names: str) -> Path:
        folder = ontology / "lexicon" / "xx"
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        return folder

    return add


WHOLE = ("grammar.toml", "agents.toml", "relations/aids.toml")


def test_french_and_english_are_whole_and_have_pipelines() -> None:
    assert set(readable_languages()) >= {"en", "fr"}
    assert why_unreadable("fr") is None


def test_folder_with_its_files_is_a_language(add_language: AddLanguage) -> None:
    add_language(*WHOLE)
    assert "xx" in lexicon_languages()
    assert "xx" not in readable_languages()
    assert "xx" in readable_languages({"xx": "some_pipeline"})


def test_missing_pipeline_is_said_with_the_option_that_names_one(add_language: AddLanguage) -> None:
    add_language(*WHOLE)
    assert str(why_unreadable("xx")).startswith("no pipeline ships for the language 'xx'")
    assert "--model xx=NAME" in str(why_unreadable("xx"))


@pytest.mark.parametrize("without", WHOLE)
def test_missing_file_is_named(add_language: AddLanguage, without: str) -> None:
    add_language(*(name for name in WHOLE if name != without))
    lacks = without.replace("aids", "*")
    assert missing_files("xx") == (lacks,)
    assert "xx" not in lexicon_languages()
    assert str(why_unreadable("xx")).startswith(f"ontology/lexicon/xx lacks {lacks}")


@pytest.mark.parametrize("code", ["de", "..", "", "en/relations"])
def test_no_folder_is_no_language(code: str) -> None:
    assert str(why_unreadable(code)).startswith(f"there is no lexicon for the language {code!r}")


SPANISH = (
    "El gobierno de España ha anunciado este lunes la ruptura de las relaciones diplomáticas con "
    "el país vecino, al que acusa de haber apoyado a los separatistas durante años."
)


def test_text_in_a_language_that_cannot_be_read_is_not_read_as_another() -> None:
    reading = Reader().read(Article(text=SPANISH, origin="a.txt"))
    assert reading.claims == ()
    assert "the text looks like 'es'" in str(reading.error)
    assert "--lang" in str(reading.error)


def test_pipeline_that_is_not_installed_is_named() -> None:
    options = ReadingOptions(models={"fr": "no_such_pipeline"})
    with pytest.raises(Exception, match="'no_such_pipeline' cannot be loaded"):
        Reader(options).read(Article(text="Paris a accusé Moscou.", language="fr"))
