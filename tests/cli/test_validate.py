"""``validate``: silence and status 0 where all is well, plain words and status 1 where not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from .conftest import DISTANCE, ENGLISH, Run


def test_a_workspace_that_was_built_is_well(run: Run, made: Path) -> None:
    result = run("validate", made)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "all is well\n")


def test_what_was_exported_is_well(run: Run, made: Path, tmp_path: Path) -> None:
    for name, suffix in (("turtle", "ttl"), ("trig", "trig"), ("jsonld", "jsonld")):
        path = tmp_path / f"claims.{suffix}"
        run("export", made, "--format", name, "-o", path)
        assert run("validate", path).exit_code == 0


def test_a_direct_triple_that_nobody_claims_is_named(run: Run, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.nt"
    run("export", made, "--format", "ntriples", "-o", path)
    base = "https://w3id.org/influence-graph"
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"<{base}/actor/MAR> <{base}/ontology#opposes> <{base}/actor/DZA> .\n")
    result = run("validate", path)
    assert result.exit_code == 1
    assert "actor:MAR ig:opposes actor:DZA has none. [direct-has-claim]" in result.stdout
    assert result.stderr == "1 finding\n"


def test_a_claim_without_its_modality_is_named(run: Run, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.nt"
    run("export", made, "--format", "ntriples", "-o", path)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (DISTANCE.id in line and "#modality>" in line)]
    path.write_text("".join(kept), "utf-8")
    result = run("validate", path)
    assert result.exit_code == 1
    assert f"claim:{DISTANCE.id}: " in result.stdout
    assert "[claim-modality]" in result.stdout


def test_a_text_that_was_changed_behind_the_claims_is_found(
    run: Run, made: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(made, copy)
    path = copy / "articles" / f"{ENGLISH.id}.json"
    entry = json.loads(path.read_text("utf-8"))
    entry["article"]["text"] = entry["article"]["text"].replace("junta", "JUNTA")
    path.write_text(json.dumps(entry), "utf-8")
    result = run("validate", copy)
    assert result.exit_code == 1
    assert "[article-text]" in result.stdout


def test_a_file_that_is_no_rdf_is_one_finding(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.ttl"
    path.write_text("this is no Turtle")
    result = run("validate", path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}: cannot be read: ")
    assert "[syntax]" in result.stdout


def test_what_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("validate", tmp_path / "missing.ttl").exit_code == 2
    assert run("validate", tmp_path).exit_code == 1  # a folder, but no workspace
