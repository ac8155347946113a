"""Articles in, workspace out: the same every time, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from influence_graph.errors import InputError, WorkspaceError
from influence_graph.pipeline import Workspace, build, query, validate, why

FIRST = "Mali accused Algeria of meddling. France condemned Russia on 9 January 2023.\n"
SECOND = "Le Maroc a signé un accord avec la France. Bamako se méfie d'Alger.\n"


def files(root: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(root)): p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_file() and p.name != "LOCK"
    }


def shown(root: Path) -> dict[str, bytes]:
    """Everything but the store's own files, which are a database's."""
    return {name: data for name, data in files(root).items() if not name.startswith("store/")}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, "utf-8")
    (folder / "two.md").write_text(f"---\ntitle: Deux\ndate: 2024-03\n---\n{SECOND}", "utf-8")
    return folder


def triples(root: Path) -> set[str]:
    return {f"{c.subject} {c.relation} {c.object} {c.modality}" for c in Workspace(root)}


def test_build_makes_every_file_and_finds_the_claims(articles: Path, tmp_path: Path) -> None:
    summary = build([articles], tmp_path / "out")
    made = {p.name for p in (tmp_path / "out").iterdir() if not p.name.startswith(".")}
    assert made == {
        "articles",
        "claims.trig",
        "graph.graphml",
        "graph.html",
        "metrics.csv",
        "report.md",
        "store",
    }
    assert (summary.read, summary.articles, summary.changed) == (2, 2, True)
    assert triples(tmp_path / "out") >= {
        "MLI accuses DZA asserted",
        "FRA accuses RUS asserted",
        "MAR agreesWith FRA asserted",
    }
    assert validate(tmp_path / "out") == ()


def test_every_quote_is_the_text_at_its_offsets(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    workspace = Workspace(tmp_path / "out")
    for claim in workspace:
        for evidence in claim.evidence:
            text = workspace.text_of(evidence.article)
            assert text is not None
            assert text[evidence.start : evidence.end] == evidence.quote


def test_same_build_twice_leaves_every_file_as_it_was(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    before = files(tmp_path / "out")
    summary = build([articles], tmp_path / "out")
    assert files(tmp_path / "out") == before
    assert (summary.read, summary.reused, summary.changed) == (0, 2, False)


def test_builds_in_two_folders_are_the_same(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "a")
    build([articles], tmp_path / "b", jobs=2)
    assert shown(tmp_path / "a") == shown(tmp_path / "b")


def test_order_of_the_articles_changes_nothing(articles: Path, tmp_path: Path) -> None:
    build([articles / "one.txt", articles / "two.md"], tmp_path / "a")
    build([articles / "two.md"], tmp_path / "b")
    build([articles / "one.txt"], tmp_path / "b")
    assert shown(tmp_path / "a") == shown(tmp_path / "b")


def test_changed_article_replaces_its_claims(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    (articles / "one.txt").write_text("Egypt praised Qatar.\n", "utf-8")
    summary = build([articles], tmp_path / "out")
    assert summary.replaced == 1
    found = triples(tmp_path / "out")
    assert "EGY supports QAT asserted" in found
    assert "MLI accuses DZA asserted" not in found
    assert "MAR agreesWith FRA asserted" in found


def test_bad_inputs_are_reported_and_the_rest_is_built(articles: Path, tmp_path: Path) -> None:
    (articles / "bad.txt").write_bytes(b"\0\1\2")
    shutil.copy(articles / "one.txt", articles / "zz-copy.txt")
    (articles / "es.txt").write_text(
        "El gobierno de España ha firmado un acuerdo con el gobierno de Portugal esta mañana "
        "en la ciudad de Lisboa, según fuentes de la presidencia del gobierno español.\n",
        "utf-8",
    )
    problems: list[InputError] = []
    summary = build([articles], tmp_path / "out", report=problems.append)
    assert summary.articles == 2
    said = "\n".join(map(str, problems))
    assert len(problems) == 3
    assert "bad.txt: binary, not text" in said
    assert "zz-copy.txt: the same article as" in said
    spanish = next(line for line in said.splitlines() if "es.txt" in line)
    assert "languages that can be read: en, fr" in spanish


def test_corrections_are_applied_and_never_written(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    wrong = next(c for c in Workspace(tmp_path / "out") if c.subject == "MLI")
    corrections = tmp_path / "out" / "corrections.jsonl"
    corrections.write_text(f'{{"claim": "{wrong.id}", "review": "rejected"}}\n', "utf-8")
    build([articles], tmp_path / "out")
    result = query(tmp_path / "out", "SELECT ?who { ?who ig:accuses actor:DZA }")
    assert result.rows() == []
    assert corrections.read_text("utf-8").count("\n") == 1


def test_why_shows_the_claims_of_both_directions(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    reasons = why(Workspace(tmp_path / "out"), "Mali", "Algérie")
    assert {r.claim.relation for r in reasons} == {"accuses", "distrusts"}
    with pytest.raises(WorkspaceError, match="'Peru' is in no claim"):
        why(Workspace(tmp_path / "out"), "Mali", "Peru")


def test_folder_with_other_things_is_refused(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(WorkspaceError, match="no workspace and not empty"):
        build([articles], tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").read_text("utf-8") == "years of work"


def run(articles: Path, root: Path, seed: str = "0") -> subprocess.Popen[bytes]:
    code = (
        "import sys; from influence_graph.pipeline import build; build([sys.argv[1]], sys.argv[2])"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(articles), str(root)],
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


def test_hash_seed_changes_nothing(articles: Path, tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "4242")):
        assert run(articles, tmp_path / name, seed).wait() == 0
    assert shown(tmp_path / "a") == shown(tmp_path / "b")


def test_killed_build_leaves_the_last_good_state(articles: Path, tmp_path: Path) -> None:
    root = tmp_path / "out"
    build([articles], root)
    before = triples(root)
    (articles / "three.txt").write_text("Japan urged China to release sailors.\n", "utf-8")
    start = time.perf_counter()
    assert run(articles, tmp_path / "measure").wait() == 0
    whole = time.perf_counter() - start
    for part in (0.6, 0.9):
        process = run(articles, root)
        time.sleep(whole * part)
        process.send_signal(signal.SIGKILL)
        process.wait()
        after = triples(root)
        assert after in (before, before | {"JPN requestsOf CHN asserted"})
        assert validate(root) == ()
    build([articles], root)
    assert shown(root) == shown(tmp_path / "measure")


def test_build_stopped_with_ctrl_c_says_so_and_goes_on_later(
    articles: Path, tmp_path: Path
) -> None:
    for i in range(40):
        (articles / f"more-{i:02}.txt").write_text(
            f"{FIRST} It was the year {1980 + i}.\n", "utf-8"
        )
    command = Path(sys.executable).with_name("influence-graph")
    process = subprocess.Popen(
        [command, "build", articles, "-o", tmp_path / "out", "-q"], stderr=subprocess.PIPE
    )
    waiting = tmp_path / "out" / ".next" / "read"
    while process.poll() is None and len(list(waiting.glob("*.json"))) < 3:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert b"stopped" in said
    assert process.returncode == 130
    kept = len(list(waiting.glob("*.json")))
    assert kept >= 3
    summary = build([articles], tmp_path / "out")
    assert (summary.articles, summary.read) == (42, 42 - kept)
