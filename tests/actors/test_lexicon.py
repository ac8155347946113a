"""The agent lexicons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from influence_graph.actors import ActorResolver, load_agents
from influence_graph.actors import lexicon as module
from influence_graph.errors import LexiconError
from influence_graph.model import Article

MINIMAL = """
head_first = true
[agents.government]
role = "GOV"
person = ["ministre"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An ontology folder of one's own."""
    target = tmp_path / "lexicon" / "xx"
    target.mkdir(parents=True)
    monkeypatch.setattr(module, "resource", lambda _: tmp_path)
    load_agents.cache_clear()
    yield target
    load_agents.cache_clear()


def test_a_small_lexicon_is_enough(folder: Path) -> None:
    (folder / "agents.toml").write_text(MINIMAL, encoding="utf-8")
    assert load_agents("xx").nouns[("ministre",)].role == "GOV"


def test_a_missing_language_says_what_to_do(folder: Path) -> None:
    with pytest.raises(LexiconError, match="add it to read this language"):
        load_agents("yy")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("head_first = ", "no TOML"),
        ("[agents.x]\nrole = 'KING'\nperson = []", "unknown role 'KING'"),
        ("[agents.x]\nrole = 'GOV'\nperson = ['!']", "without letters"),
        (
            MINIMAL + "[agents.other]\nrole = 'MIL'\nperson = ['ministre']",
            r"stands in \[agents.government\] and \[agents.other\]",
        ),
        ("head_first = true\n[[pronoun]]\nforms = ['il']", "lacks 'case'"),
        ("[agents.x]\nrole = 'GOV'", "a table is missing"),
    ],
)
def test_a_broken_entry_is_named(folder: Path, text: str, message: str) -> None:
    (folder / "agents.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_agents("xx")


def test_a_language_without_lexicon_is_refused(resolver: ActorResolver) -> None:
    with pytest.raises(LexiconError, match=r"no agent lexicon for the language 'de'"):
        resolver.resolve(Article(text="Hallo", language="de", origin="a.txt"), ())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_word_lists_name_nouns_of_the_lexicon(language: str) -> None:
    agents = load_agents(language)
    nouns = {" ".join(key) for key in agents.nouns}
    for table in ("junta", "envoy", "neighbour", "kin"):
        unknown = {word for word in agents.words[table] if "'" not in word} - nouns
        assert unknown == set(), table


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_languages_have_the_same_tables(language: str) -> None:
    here, there = load_agents(language), load_agents({"fr": "en", "en": "fr"}[language])
    assert set(here.words) - {"feminine_participle"} <= set(there.words)
    assert set(here.offices) == set(there.offices)
