"""The curated graph: what the script makes of decisions, and that what is kept here is right."""

from __future__ import annotations

import importlib
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph import Workspace
from influence_graph.ingest import read_articles
from influence_graph.model import Article, Attribution
from influence_graph.pipeline.corrections import read_corrections
from influence_graph.pipeline.ledger import LedgerEntry
from influence_graph.rdf.ontology import load_relations
from influence_graph.rdf.reading import articles_from_quads, claims_from_quads
from influence_graph.rdf.serialising import serialise_quads
from influence_graph.rdf.sparql import run_query
from influence_graph.rdf.store import Store
from influence_graph.rdf.validate import validate_file

from .made import CLAIMS, FIRST, SECOND, STATES, claim

ROOT = Path(__file__).parents[2]
CURATED = ROOT / "graph" / "claims"
FILES = sorted(CURATED.glob("*.ttl"))
QUERIES = sorted((ROOT / "examples" / "queries").glob("*.rq"))


def _tool() -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module("curate_claims")
    finally:
        sys.path.remove(str(ROOT / "tools"))


tool = _tool()
EXPEL, LEAVE, DISTANCE = CLAIMS[:3]


def test_without_decisions_all_claims_stand_in_order_of_their_ids() -> None:
    ids = [c.id for c in tool.curated([EXPEL, LEAVE, DISTANCE], {})]
    assert ids == sorted(c.id for c in (EXPEL, LEAVE, DISTANCE))


def test_an_accepted_claim_says_so_and_a_rejected_one_is_left_out() -> None:
    decisions = {EXPEL.id: {"review": "accepted"}, LEAVE.id: {"review": "rejected"}}
    assert tool.curated([EXPEL, LEAVE], decisions) == (replace(EXPEL, review="accepted"),)


def test_a_corrected_claim_has_the_id_of_what_it_says_now() -> None:
    decisions = {EXPEL.id: {"review": "corrected", "subject": "MLI:MIL"}}
    (found,) = tool.curated([EXPEL], decisions)
    assert found == replace(EXPEL, subject="MLI:MIL", review="corrected")
    assert found.id != EXPEL.id


def test_a_claim_corrected_to_what_another_says_is_more_evidence_for_it() -> None:
    again = claim(FIRST, "MLI", "sanctions", "FRA:GOV", "Bamako expels")
    decisions = {again.id: {"review": "corrected", "subject": "MLI:GOV"}}
    (found,) = tool.curated([EXPEL, again], decisions)
    assert found.evidence == (*EXPEL.evidence, *again.evidence)


def test_a_claim_corrected_to_asserted_is_said_by_the_article_itself() -> None:
    said = replace(EXPEL, modality="reported", attribution=Attribution(text="Paris", actor="FRA"))
    decisions = {said.id: {"review": "corrected", "modality": "asserted"}}
    (found,) = tool.curated([said], decisions)
    assert (found.modality, found.attribution) == ("asserted", None)


def test_a_corrected_cause_is_followed_and_a_rejected_one_forgotten() -> None:
    caused = replace(DISTANCE, because_claim=EXPEL.id)
    corrected = {EXPEL.id: {"review": "corrected", "subject": "MLI:MIL"}}
    now = {c.relation: c for c in tool.curated([EXPEL, caused], corrected)}
    assert now["distancesFrom"].because_claim == now["sanctions"].id
    (alone,) = tool.curated([EXPEL, caused], {EXPEL.id: {"review": "rejected"}})
    assert alone.because_claim is None


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A workspace folder with the articles made by hand, read from some place of a machine."""
    folder = tmp_path / "made"
    (folder / "articles").mkdir(parents=True)
    for home, name in ((FIRST, "one.md"), (SECOND, "two.md")):
        article = replace(home, origin=f"/somewhere/else/{name}")
        entry = LedgerEntry(
            article=article,
            claims=tuple(replace(c, review="unreviewed") for c in CLAIMS if c.article == home.id),
            provisional=tuple(STATES.values()),
        )
        (folder / "articles" / entry.name).write_bytes(entry.dumps())
    return folder


def test_the_script_writes_one_valid_file_an_article_without_places(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "claims"
    out.mkdir()
    (out / "gone.ttl").write_text("# of an article that is no more\n")
    lines = [{"claim": EXPEL.id, "review": "accepted"}, {"claim": "f" * 16, "review": "rejected"}]
    (out / "corrections.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert tool.main([str(made), "--out", str(out)]) == 0
    assert sorted(path.name for path in out.glob("*.ttl")) == ["one.ttl", "two.ttl"]
    said = capsys.readouterr().out
    assert "11 claims undecided" in said
    assert "1 decisions about claims that are no longer found" in said
    for path in out.glob("*.ttl"):
        assert validate_file(path) == ()
        assert "/somewhere" not in path.read_text(encoding="utf-8")
    text = (out / "one.ttl").read_text(encoding="utf-8")
    assert 'ig:origin "examples/articles/one.md"' in text
    assert tool.main([str(made), "--out", str(out), "--check"]) == 0
    (out / "one.ttl").write_text(text + "\n")
    assert tool.main([str(made), "--out", str(out), "--check"]) == 1


def test_pending_lists_the_undecided_claims_with_their_words(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"claim": EXPEL.id, "review": "accepted"}
    (tmp_path / "corrections.jsonl").write_text(json.dumps(line) + "\n")
    assert tool.main([str(made), "--out", str(tmp_path), "--pending"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == len(CLAIMS) - 1
    assert {
        "claim": LEAVE.id,
        "review": "",
        "says": "FRA retreatsFrom MLI (planned)",
        "quote": "France will leave Mali",
        "in": "one",
    } in rows


def test_what_is_no_workspace_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(tmp_path), "--out", str(tmp_path)]) == 1
    assert "is no workspace" in capsys.readouterr().err


# What is kept here


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """The example articles by id."""
    return {a.id: a for a in read_articles([ROOT / "examples" / "articles"])}


def test_each_article_has_its_file(articles: dict[str, Article]) -> None:
    assert [path.stem for path in FILES] == sorted(Path(a.origin).stem for a in articles.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_valid_down_to_the_offsets(path: Path, articles: dict[str, Article]) -> None:
    def text_of(article: str) -> str | None:
        return articles[article].text if article in articles else None

    assert validate_file(path, text_of) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_what_the_script_would_write(path: Path) -> None:
    data = path.read_bytes()
    quads = list(parse(data, format=RdfFormat.TURTLE))
    (article,) = articles_from_quads(quads).values()
    head = f"# What {article.origin} claims, curated. Made by tools/curate_claims.py.\n"
    assert data == head.encode() + serialise_quads(quads, "turtle")
    assert article.origin == f"examples/articles/{path.stem}.md"
    assert not re.search(rb"/(?:home|root|tmp|work|Users)/", data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_claim_was_decided_on(path: Path) -> None:
    claims = claims_from_quads(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    assert claims
    assert {c.review for c in claims} <= {"accepted", "corrected"}


def test_decisions_can_be_read_and_name_their_article_and_words(
    articles: dict[str, Article],
) -> None:
    relations = [relation.name for relation in load_relations()]
    decisions = read_corrections(CURATED / "corrections.jsonl", relations)
    texts = {Path(a.origin).stem: a for a in articles.values()}
    for row in decisions.values():
        home = texts[row["in"]]
        assert row["quote"] in home.text or row["quote"] in (home.title or "")


@pytest.fixture(scope="module")
def store() -> Store:
    """All files in one store."""
    return Store.memory(
        q for path in FILES for q in parse(path.read_bytes(), format=RdfFormat.TURTLE)
    )


def test_the_question_of_the_project_is_answered_by_the_curated_graph(store: Store) -> None:
    rows = store.query("SELECT ?who WHERE { ?who ig:distancesFrom actor:DZA }")
    assert "MLI" in {row["who"].value.rpartition("/")[2] for row in rows}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_example_query_is_answered_by_the_curated_graph(path: Path, store: Store) -> None:
    result = run_query(store, path.read_text(encoding="utf-8"))
    assert result.rows() or result.render("ntriples")


def test_a_workspace_of_the_articles_opens_with_the_same_ids(
    small: Path, articles: dict[str, Article]
) -> None:
    assert set(Workspace(small).articles) <= set(articles)
