"""``why``: the claims behind a relation, with their words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import DISTANCE, Run


def test_each_claim_is_shown_with_quote_cause_source_and_reasons(run: Run, made: Path) -> None:
    result = run("why", made, "MLI", "DZA", "--to", "2023")
    assert result.exit_code == 0
    assert result.stdout == (
        "MLI:MIL distancesFrom DZA:GOV   undated, asserted\n"
        "  “The Malian junta took distance from Algiers”\n"
        "  because: because of Paris\n"
        "  in Bamako turns away, 2023-02-14\n"
        "  confidence 0.80: made by hand\n\n"
    )


def test_who_says_it_is_named(run: Run, made: Path) -> None:
    said = run("why", made, "ORG:FRONT-X", "MLI").stdout.splitlines()[0]
    assert said == "ORG:FRONT-X accuses MLI:GOV   undated, reported (says Rabat)"


def test_json_is_one_claim_a_line_with_offsets(run: Run, made: Path) -> None:
    lines = run("why", made, "MLI", "DZA", "--format", "json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["relation"] for row in rows] == ["distancesFrom", "rejects"]
    assert rows[0]["id"] == DISTANCE.id
    assert (rows[0]["start"], rows[0]["end"]) == (0, 43)
    assert rows[0]["title"] == "Bamako turns away"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mali", "Algérie"), ("mali", "algeria"), ("MLI", "dza"), ("DZA", "MLI"), ("MLI-MIL", "DZA")],
)
def test_actors_are_known_by_code_iri_or_name_in_either_order(
    run: Run, made: Path, one: str, other: str
) -> None:
    result = run("why", made, one, other, "--relation", "distancesFrom")
    assert "took distance from Algiers" in result.stdout


def test_dates_bound_the_claims(run: Run, made: Path) -> None:
    later = run("why", made, "MLI", "DZA", "--from", "2024-01")
    assert "rejects" in later.stdout
    assert "distancesFrom" not in later.stdout


def test_no_claim_between_two_actors_is_no_error(run: Run, made: Path) -> None:
    result = run("why", made, "FRA", "MAR")
    assert (result.exit_code, result.stdout) == (0, "no claim between FRA and MAR\n")


def test_an_unknown_actor_is_answered_with_those_that_there_are(run: Run, made: Path) -> None:
    result = run("why", made, "Atlantis", "DZA")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Atlantis' is in no claim of this workspace; try one of: DZA, DZA:GOV" in result.stderr


def test_part_of_a_name_lists_the_close_ones(run: Run, made: Path) -> None:
    result = run("why", made, "Moroc", "MLI")
    assert result.exit_code == 1
    assert "try one of: MAR" in result.stderr


def test_a_date_that_is_none_is_one_line(run: Run, made: Path) -> None:
    result = run("why", made, "MLI", "DZA", "--from", "yesterday")
    assert result.exit_code == 1
    assert "write a date as 2023-01-09, 2023-01 or 2023" in result.stderr


def test_a_missing_actor_is_wrong_usage(run: Run, made: Path) -> None:
    assert run("why", made, "MLI").exit_code == 2


def test_a_score_is_explained_by_its_numbers_and_events(run: Run, made: Path) -> None:
    lines = run("why", made, "Mali", "Algeria", "--measure", "tone").stdout.splitlines()
    assert lines[0].startswith("tone of Mali and Algeria: ")
    assert lines[0].endswith("2 events; few events: no finding")
    assert lines[2] == "  conflictual weight N = 1.37"  # 0.8 (1 + 2^(-0.953 / 2))
    assert any("MLI distancesFrom DZA “The Malian junta took distance" in line for line in lines)


def test_a_score_of_one_actor(run: Run, made: Path) -> None:
    row = json.loads(run("why", made, "MLI", "--measure", "reach", "--format", "json").stdout)
    assert (row["value"], row["n"]) == (3.0, 4)
    assert sorted(term["adds"] for term in row["terms"]) == [0, 0, 1, 1]


def test_a_score_that_there_is_not(run: Run, made: Path) -> None:
    wrong = run("why", made, "MLI", "--measure", "charm")
    assert wrong.exit_code == 1
    assert "no measure 'charm' of one actor: use one of reach" in wrong.stderr
    none = run("why", made, "FRA", "MAR", "--measure", "tone")
    assert none.exit_code == 1
    assert "there is no tone of 'FRA' and 'MAR'" in none.stderr


def test_only_claims_that_are_put_so(run: Run, made: Path) -> None:
    assert run("why", made, "MAR", "MLI", "--modality", "asserted").stdout.startswith("no claim")
    assert "aids" in run("why", made, "MAR", "MLI", "--modality", "planned").stdout
