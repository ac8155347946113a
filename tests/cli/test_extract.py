"""``extract``: JSON Lines on standard output, what cannot be read on standard error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Run

TEXT = "Mali accused Algeria of meddling."


def test_standard_input_is_an_article(run: Run) -> None:
    result = run("extract", "-", stdin=TEXT)
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert (row["origin"], row["lang"]) == ("-", "en")
    (claim,) = row["claims"]
    assert (claim["subject"], claim["relation"], claim["object"]) == ("MLI", "accuses", "DZA")
    assert TEXT[claim["start"] : claim["end"]] == claim["quote"]


def test_a_row_of_json_lines_keeps_its_id(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "mine-7", "lang": "en", "text": TEXT}) + "\n", "utf-8")
    (line,) = run("extract", path).stdout.splitlines()
    assert json.loads(line)["id"] == "mine-7"


def test_an_article_without_claims_is_a_row_without_claims(run: Run) -> None:
    (line,) = run("extract", "-", stdin="The weather is fine today, they say.").stdout.splitlines()
    assert json.loads(line)["claims"] == []


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with one good article among bad ones."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a-empty.txt").write_text("")
    (folder / "b-binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "c-good.txt").write_text(TEXT)
    (folder / "d-german.txt").write_text(
        "Der Bundeskanzler hat gestern im Bundestag eine lange Rede über die Wirtschaft gehalten, "
        "und die Opposition hat ihm danach heftig widersprochen."
    )
    (folder / "e-picture.xyz").write_text("unknown")
    (folder / "f-broken.jsonl").write_text('{"id": 1, "text": "Mali rejected it."\n')
    return folder


def test_each_bad_input_is_one_line_on_standard_error_and_the_rest_goes_on(
    run: Run, mixed: Path
) -> None:
    result = run("extract", mixed)
    assert result.exit_code == 1
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert row["claims"][0]["relation"] == "accuses"
    told = result.stderr.splitlines()
    for name in ("a-empty.txt", "b-binary.txt", "d-german.txt", "e-picture.xyz", "f-broken.jsonl"):
        assert sum(line.startswith("skipped ") and name in line for line in told) == 1, name
    assert told[-1] == "5 inputs could not be read; the rest is done"
    assert len(told) == 6


def test_what_does_not_exist_is_named(run: Run, tmp_path: Path) -> None:
    result = run("extract", tmp_path / "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "missing.txt: no such file" in result.stderr


def test_a_language_can_be_forced_and_must_be_known(run: Run) -> None:
    assert json.loads(run("extract", "-", "--lang", "fr", stdin=TEXT).stdout)["lang"] == "fr"
    result = run("extract", "-", "--lang", "xx", stdin=TEXT)
    assert result.exit_code == 1
    assert "there is no lexicon for the language 'xx'; languages that can be read: en, fr" in (
        result.stderr
    )


def test_claims_below_a_confidence_are_left_out(run: Run) -> None:
    (line,) = run("extract", "-", "--min-confidence", "1", stdin=TEXT).stdout.splitlines()
    assert json.loads(line)["claims"] == []
    assert run("extract", "-", "--min-confidence", "2", stdin=TEXT).exit_code == 2


def test_a_file_holds_what_standard_output_would(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    result = run("extract", "-", "-o", target, stdin=TEXT)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text("utf-8") == run("extract", "-", stdin=TEXT).stdout
    assert list(tmp_path.iterdir()) == [target]


def test_more_processes_give_the_same_lines(run: Run, tmp_path: Path) -> None:
    for i, text in enumerate([TEXT, "France backs Niger.", "Le Mali rejette l'accord d'Alger."]):
        (tmp_path / f"{i}.txt").write_text(text, "utf-8")
    assert run("extract", tmp_path, "--jobs", "2").stdout == run("extract", tmp_path).stdout


def test_a_model_that_is_none_and_a_pair_that_is_none(run: Run) -> None:
    assert run("extract", "-", "--model", "french", stdin=TEXT).exit_code == 2
    result = run("extract", "-", "--model", "en=no_such_model", stdin=TEXT)
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr


def test_nothing_to_read_is_wrong_usage(run: Run) -> None:
    assert run("extract").exit_code == 2


def test_claims_are_explained_as_text(run: Run) -> None:
    result = run("extract", "-", "--explain", stdin=TEXT)
    told = result.stdout.splitlines()
    assert result.exit_code == 0
    assert told[0] == "[actor]  *frame*  _what sets modality, attribution or date_"
    assert "    “[Mali] *accused* [Algeria] of meddling.”" in told
    assert any(line.split()[:2] == ["frame", "en.accuses.accuse,"] for line in told)
    assert any(line.strip().startswith("at subj: accused ↓nsubj") for line in told)


def test_an_explanation_is_also_for_machines(run: Run) -> None:
    (line,) = run("extract", "-", "--explain", "--format", "jsonl", stdin=TEXT).stdout.splitlines()
    (claim,) = json.loads(line)["claims"]
    (derivation,) = claim.pop("derivations")
    assert derivation["head"] == {"text": "accused", "start": 5, "end": 12}
    (step,) = derivation["subject"]["path"]
    assert (step["relation"], step["word"], step["up"]) == ("nsubj", "Mali", False)
    (plain,) = run("extract", "-", stdin=TEXT).stdout.splitlines()
    assert json.loads(plain)["claims"] == [claim]  # and nothing else changes


def test_explanations_are_the_same_for_any_number_of_processes(run: Run, tmp_path: Path) -> None:
    for i, text in enumerate([TEXT, "France backs Niger."]):
        (tmp_path / f"{i}.txt").write_text(text, "utf-8")
    one, two = (run("extract", tmp_path, "--explain", "--jobs", n).stdout for n in "12")
    assert one == two


def test_claims_can_be_read_one_a_line(run: Run) -> None:
    told = run("extract", "-", "--format", "text", stdin=TEXT).stdout.splitlines()
    assert told[0] == "-: 1 claim"
    assert told[1].startswith("    MLI accuses DZA   asserted   0.")
    assert "“Mali accused Algeria" in told[1]


def test_the_example_of_the_documentation_is_what_the_command_says(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (root / "docs" / "extraction.md").read_text("utf-8")
    text = page.split("```text\n", 1)[1].split("```", 1)[0]
    shown = page.split("$ influence-graph extract bamako.txt --explain\n", 1)[1].split("```", 1)[0]
    (tmp_path / "bamako.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    told = run("extract", "bamako.txt", "--explain", "-q").stdout

    def without_figures(lines: str) -> list[str]:
        return [re.sub(r"\d\.\d+", "#", line) for line in lines.rstrip().splitlines()]

    assert without_figures(told) == without_figures(shown)
