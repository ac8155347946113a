"""The reliability table, on numbers that can be worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.evaluation import calibrate, read_gold, score
from influence_graph.evaluation.calibration import wilson
from influence_graph.pipeline.scoring import report_calibration
from influence_graph.rdf.ontology import load_relations

RELATIONS = {r.name: r for r in load_relations()}
SYMMETRIC = frozenset(name for name, r in RELATIONS.items() if r.symmetric)


def test_claims_fall_into_bins_by_their_confidence() -> None:
    found = calibrate([(0.55, True), (0.59, False), (0.85, True), (1.0, True)])
    assert found is not None
    assert [(b.low, b.high, b.count, b.right) for b in found.bins] == [
        (0.5, 0.6, 2, 1),
        (0.8, 0.9, 1, 1),
        (0.95, 1.0, 1, 1),
    ]


def test_the_error_is_the_mean_distance_weighted_by_claims() -> None:
    # bin .5-.6: |.55 - .5| x 2, bin .8-.9: |.8 - 1| x 1; over three claims
    found = calibrate([(0.55, True), (0.55, False), (0.8, True)])
    assert found is not None
    assert found.error == pytest.approx((2 * 0.05 + 0.2) / 3)
    assert found.brier == pytest.approx((0.45**2 + 0.55**2 + 0.2**2) / 3)


def test_the_interval_of_a_share_is_that_of_wilson() -> None:
    # Newcombe (1998), table I, method 3: 81 of 263 and 15 of 148
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_claim_is_in_one_bin_and_errors_are_shares(judged: list[tuple[float, bool]]) -> None:
    found = calibrate(judged)
    assert found is not None
    assert sum(b.count for b in found.bins) == len(judged)
    assert 0 <= found.error <= 1
    for b in found.bins:
        assert b.interval[0] <= b.share <= b.interval[1]


def test_nothing_to_judge_has_no_calibration() -> None:
    assert calibrate([]) is None
    assert report_calibration(None) == "no claim with a confidence could be judged"


def test_the_table() -> None:
    found = calibrate([(0.55, True), (0.55, False), (0.8, True)])
    assert report_calibration(found).splitlines() == [
        "| confidence | claims | mean confidence | share right | 95 % interval |",
        "|---|---:|---:|---:|---|",
        "| 0.50 to 0.60 | 2 | 0.55 | 0.50 | 0.09 to 0.91 |",
        "| 0.80 to 0.90 | 1 | 0.80 | 1.00 | 0.21 to 1.00 |",
        "| all | 3 | 0.63 | 0.67 | |",
        "",
        "expected calibration error 0.100, Brier score 0.182, log loss 0.540",
    ]


def test_where_one_event_a_sentence_is_annotated_other_pairs_are_not_judged() -> None:
    def actor(code: str) -> dict[str, object]:
        return {"actor": code, "accept": []}

    row = {
        "id": "p", "text": "", "event": "accuses", "alt": [], "unordered": False,
        "source": [actor("MLI")], "target": [actor("DZA")],
    }  # fmt: skip
    found = [
        {"subject": "MLI", "relation": "supports", "object": "DZA", "confidence": 0.7},
        {"subject": "FRA", "relation": "accuses", "object": "NER", "confidence": 0.9},
    ]
    scores = score(read_gold([row], SYMMETRIC), {"p": found}, RELATIONS)
    assert [(j.confidence, j.right) for j in scores.judged] == [(0.7, False)]
