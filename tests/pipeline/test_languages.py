"""A language is a folder of the lexicon and a pipeline: no list in the code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from influence_graph import resources
from influence_graph.actors import load_agents
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.lexicon import load_lexicon
from influence_graph.model import Article, TimeSpan
from influence_graph.nlp.conllu import read_conllu
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


TOY = {
    "grammar.toml": """
language = "xx"
genitive = ["de"]
agentive = ["da"]
[negation]
words = ["ne"]
""",
    "agents.toml": """
head_first = true
drops_subjects = true
[agents.government]
role = "GOV"
titles = true
person = ["ministro"]
[words]
of = ["de"]
""",
    "relations/accuses.toml": """
relation = "accuses"
[[entry]]
id = "akuzi"
verb = ["akuzi"]
examples = [["Russia akuzis Ukraine.", "RUS accuses UKR"]]
""",
}
PARSES = """\
# newdoc
1\tRussia\tRussia\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\takuzis\takuzi\tVERB\t_\tNumber=Sing|Person=3|VerbForm=Fin\t0\troot\t_\t_
3\tUkraine\tUkraine\tPROPN\t_\t_\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tNe\tne\tADV\t_\t_\t2\tadvmod\t_\t_
2\takuzis\takuzi\tVERB\t_\tNumber=Sing|Person=3|VerbForm=Fin\t0\troot\t_\t_
3\tla\tla\tDET\t_\tDefinite=Def\t4\tdet\t_\t_
4\tministron\tministro\tNOUN\t_\tNumber=Sing\t2\tobj\t_\t_
5\tde\tde\tADP\t_\t_\t6\tcase\t_\t_
6\tFrance\tFrance\tPROPN\t_\t_\t4\tnmod\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def test_three_small_files_read_a_language(add_language: AddLanguage) -> None:
    folder = add_language(*TOY)
    for name, text in TOY.items():
        (folder / name).write_text(text, encoding="utf-8")
    (document,) = read_conllu(PARSES)
    article = Article(text=document.text, language="xx", published=TimeSpan.parse("2024-06-15"))
    try:
        claims = Reader().read_parsed(article, document.sentences).claims
    finally:
        for cached in (load_agents, load_grammar, load_lexicon):
            cached.cache_clear()
    assert [(c.subject, c.relation, c.object, c.modality) for c in claims] == [
        ("RUS", "accuses", "UKR", "asserted"),
        (
            "RUS",
            "accuses",
            "FRA:GOV",
            "denied",
        ),  # the unsaid subject is that of the sentence before
    ]
    assert [c.time for c in claims] == [None, None]  # no time.toml, no dates


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
