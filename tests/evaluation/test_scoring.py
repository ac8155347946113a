"""The figures are those of the annotation scheme, and of its own script."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from influence_graph.evaluation import read_gold, score
from influence_graph.pipeline.scoring import evaluate, report_scores
from influence_graph.rdf.ontology import load_relations

RELATIONS = {r.name: r for r in load_relations()}
SYMMETRIC = frozenset(name for name, r in RELATIONS.items() if r.symmetric)


def claim(text: str) -> dict[str, str]:
    subject, relation, target, *modality = text.split()
    return {
        "subject": subject,
        "relation": relation,
        "object": target,
        "modality": modality[0] if modality else "asserted",
    }


def figures(gold: list[str], found: list[str]) -> tuple[int, int, int]:
    row = {"id": "a", "text": "", "claims": [claim(c) for c in gold]}
    scores = score(read_gold([row], SYMMETRIC), {"a": [claim(c) for c in found]}, RELATIONS)
    return tuple(level.matched for level in scores.levels.values())  # type: ignore[return-value]


def test_exact_claim_counts_at_all_levels() -> None:
    assert figures(["MLI accuses DZA"], ["MLI accuses DZA"]) == (1, 1, 1)


def test_roles_roll_up_to_their_state() -> None:
    assert figures(["MLI:MIL accuses DZA:GOV"], ["MLI accuses DZA"]) == (1, 1, 1)


def test_wrong_relation_of_the_same_sign_counts_as_signed_pair() -> None:
    assert figures(["MLI accuses DZA"], ["MLI rejects DZA"]) == (1, 1, 0)
    assert figures(["MLI accuses DZA"], ["MLI supports DZA"]) == (1, 0, 0)


def test_order_counts_unless_a_relation_is_symmetric() -> None:
    assert figures(["MLI accuses DZA"], ["DZA accuses MLI"]) == (0, 0, 0)
    assert figures(["MLI agreesWith DZA"], ["DZA agreesWith MLI"]) == (1, 1, 1)


def test_denied_matches_only_denied() -> None:
    assert figures(["MLI accuses DZA denied"], ["MLI accuses DZA"]) == (0, 0, 0)
    assert figures(["MLI accuses DZA denied"], ["MLI accuses DZA denied"]) == (1, 1, 1)


def test_claim_found_twice_counts_once() -> None:
    row = {"id": "a", "text": "", "claims": [claim("MLI accuses DZA")]}
    found = {"a": [claim("MLI accuses DZA"), claim("MLI:GOV accuses DZA")]}
    scores = score(read_gold([row], SYMMETRIC), found, RELATIONS)
    assert scores.levels["relation"].found == 1


@pytest.mark.parametrize(("precision", "found"), [("day", 1), ("tense", 0)])
def test_a_date_that_only_the_tense_gives_is_no_date_found(precision: str, found: int) -> None:
    gold = [{"id": "a", "text": "", "claims": [claim("MLI accuses DZA") | {"date": "2023-01-09"}]}]
    said = claim("MLI accuses DZA") | {"date": "2023-01-09", "date_precision": precision}
    scores = score(read_gold(gold, SYMMETRIC), {"a": [said]}, RELATIONS)
    assert (scores.dates.annotated, scores.dates.found) == (1, found)


def test_errors_are_named_by_kind() -> None:
    row = {
        "id": "a",
        "text": "",
        "claims": [
            claim("MLI accuses DZA"),
            claim("FRA supports MAR"),
            claim("RUS aids MLI"),
            claim("USA threatens NER"),
            claim("TUR consultsWith MLI"),
        ],
    }
    found = {
        "a": [
            claim("MLI rejects DZA"),
            claim("MAR supports FRA"),
            claim("CHN aids MLI"),
            claim("TUR consultsWith MLI planned"),
            claim("IRN opposes ISR"),
        ]
    }
    scores = score(read_gold([row], SYMMETRIC), found, RELATIONS)
    assert sorted(mistake.kind for mistake in scores.errors) == [
        "missed claim",
        "modality",
        "spurious",
        "wrong actor",
        "wrong direction",
        "wrong relation",
    ]


def figures_of_script(shared: Path, gold: Path, found: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(shared / "eval" / "score.py"), str(gold), str(found)],
        capture_output=True,
        text=True,
        check=True,
    )
    return re.findall(r"\d\.\d{3}", done.stdout)


actors = st.sampled_from(["MLI", "DZA:GOV", "FRA", "IGO:ECOWAS"])
claims = st.lists(
    st.builds(
        lambda s, r, o, m: {"subject": s, "relation": r, "object": o, "modality": m},
        actors,
        st.sampled_from(["accuses", "rejects", "agreesWith", "supports", "alignsWith"]),
        actors,
        st.sampled_from(["asserted", "reported", "denied"]),
    ).filter(lambda c: c["subject"] != c["object"]),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(data=st.lists(st.tuples(claims, claims), min_size=1, max_size=3))
def test_same_figures_as_the_script_of_the_annotation_scheme(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, data: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("score")
    gold, found = folder / "gold.jsonl", folder / "found.jsonl"
    gold.write_text(
        "".join(
            json.dumps({"id": str(i), "text": "", "claims": g}) + "\n"
            for i, (g, _) in enumerate(data)
        ),
        "utf-8",
    )
    found.write_text(
        "".join(json.dumps({"id": str(i), "claims": f}) + "\n" for i, (_, f) in enumerate(data)),
        "utf-8",
    )
    ours = report_scores(evaluate(gold, found=found))
    assert re.findall(r"\d\.\d{3}", ours) == figures_of_script(shared, gold, found)
