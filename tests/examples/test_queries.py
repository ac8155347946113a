"""Each example query says what it answers, and answers it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from influence_graph.rdf.lexing import check_read_only
from influence_graph.rdf.sparql import QueryResult, run_query
from influence_graph.rdf.store import Store

from .made import made_store

QUERIES = sorted((Path(__file__).parents[2] / "examples" / "queries").glob("*.rq"))
NAMES = [path.stem for path in QUERIES]


@pytest.fixture(scope="module")
def store() -> Store:
    return made_store()


def ask(store: Store | Path, name: str) -> QueryResult:
    path = next(path for path in QUERIES if path.stem == name)
    return run_query(store, path.read_text(encoding="utf-8"))


def test_there_are_six_to_eight() -> None:
    assert 6 <= len(QUERIES) <= 8


@pytest.mark.parametrize("path", QUERIES, ids=NAMES)
def test_each_begins_with_the_question_and_only_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"# \S.*[?.]\n#\n# \S", text)
    check_read_only(text)


@pytest.mark.parametrize("name", NAMES)
def test_each_answers_on_claims_made_by_hand(store: Store, name: str) -> None:
    result = ask(store, name)
    assert result.rows() or result.render("ntriples")


@pytest.mark.parametrize("path", QUERIES, ids=NAMES)
def test_each_is_listed_in_the_readme_with_its_question(path: Path, root: Path) -> None:
    readme = (root / "examples" / "README.md").read_text(encoding="utf-8")
    question = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    assert f"| `{path.name}` | {question} |" in readme


def test_who_moved_away_from_algeria(store: Store) -> None:
    assert ask(store, "moved-away-from-algeria").rows() == [
        # the junta's distance (undated: the article's day) and the refusal of January 2023
        {"who": "actor:MLI", "claims": "2", "first": "2022-02-10", "last": "2023-01-09"},
        {"who": "actor:MAR", "claims": "1", "first": "2022-02-10", "last": "2022-02-10"},
    ]


def test_mali_year_by_year(store: Store) -> None:
    rows = ask(store, "mali-year-by-year").rows()
    assert [(r["other"], r["year"], r["closer"], r["apart"]) for r in rows] == [
        ("actor:DZA", "2022", "0", "1"),
        ("actor:DZA", "2023", "0", "2"),  # refuses, has lost influence; the denial counts nothing
        ("actor:FRA", "2022", "0", "1"),  # the plan to leave counts nothing
        ("actor:FRA", "2023", "1", "0"),
        ("actor:RUS", "2022", "1", "0"),
        ("actor:RUS", "2023", "1", "0"),
    ]
    assert rows[1]["intensity"] == "-3.1"  # mean of -4.2 and -2.0


def test_partners_instead_of_france(store: Store) -> None:
    assert ask(store, "partners-instead-of-france").rows() == [
        {"state": "actor:MLI", "breaks": "sanctions", "partner": "actor:RUS", "turns": "aids"}
    ]


def test_influence_won_and_lost(store: Store) -> None:
    (row,) = ask(store, "influence-won-and-lost").rows()
    assert (row["who"], row["relation"], row["over"], row["headline"]) == (
        "actor:DZA",
        "ig:losesInfluenceOver",
        "actor:MLI-GOV",
        "Second",
    )


def test_accused_and_answered(store: Store) -> None:
    assert ask(store, "accused-and-answered").rows() == [
        {
            "accuser": "actor:DZA",
            "accused": "actor:MAR",
            "accusation": "Algiers accuses Rabat",
            "answer": "ig:rejects",
            "reply": "Rabat rejects the charge",
            "headline": "First",
        }
    ]


def test_announced_then_done(store: Store) -> None:
    (row,) = ask(store, "announced-then-done").rows()
    assert (row["who"], row["relation"], row["whom"]) == (
        "actor:FRA",
        "ig:retreatsFrom",
        "actor:MLI",
    )
    assert (row["plan"], row["deed"]) == (
        "France will leave Mali",
        "Les Français ont quitté le Mali",
    )


def test_said_by_several_articles(store: Store) -> None:
    assert ask(store, "said-by-several-articles").rows() == [
        {
            "who": "actor:RUS",
            "relation": "ig:aids",
            "whom": "actor:MLI",
            "articles": "2",
            "languages": "2",
        }
    ]


def test_the_sahel_since_2023_as_triples(store: Store) -> None:
    lines = ask(store, "sahel-since-2023").render("ntriples").decode().splitlines()
    direct = {
        tuple(re.findall(r"/(?:actor/|ontology#)([\w-]+)>", line))
        for line in lines
        if "ontology#" in line
    }
    assert direct == {
        ("FRA", "retreatsFrom", "MLI"),
        ("RUS", "aids", "MLI"),
        ("MLI", "rejects", "DZA"),
        ("DZA", "losesInfluenceOver", "MLI"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_answers_on_the_demo_if_it_was_built(root: Path, name: str) -> None:
    demo = root / "demo" / "store"
    if not demo.is_dir():
        pytest.skip("no demo here: make demo")
    result = ask(demo, name)
    assert result.rows() or result.render("ntriples")
