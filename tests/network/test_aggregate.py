"""One signed link per ordered pair, with the claims that make it."""

from __future__ import annotations

import pytest

from influence_graph.network import aggregate, dyads, project

from .builders import RELATIONS, article, claim


def test_the_net_score_is_the_sum_of_sign_strength_confidence_and_modality() -> None:
    claims = [
        claim("MLI", "sanctions", "DZA", confidence=0.5),  # -1 x .6 x .5 = -.3
        claim("MLI", "supports", "DZA", modality="reported"),  # +1 x .4 x .6 = +.24
    ]
    (link,) = dyads(project(claims, relations=RELATIONS))
    assert (link.positive, link.negative) == (0.24, 0.3)
    assert link.net == pytest.approx(-0.06)
    assert link.scores == {claims[0].id: -0.3, claims[1].id: 0.24}
    assert link.claims == (claims[0].id, claims[1].id)


@pytest.mark.parametrize(
    ("supportive", "stance"), [(0.37, "adverse"), (0.38, "contested"), (1.0, "contested")]
)
def test_a_link_is_contested_from_a_minority_of_a_fifth(supportive: float, stance: str) -> None:
    # .4 x .375 = .15 = a fifth of .15 + .6
    claims = [
        claim("MLI", "sanctions", "DZA"),
        claim("MLI", "supports", "DZA", confidence=supportive),
    ]
    (link,) = dyads(project(claims, relations=RELATIONS))
    assert link.stance == stance


def test_each_direction_has_its_own_link() -> None:
    claims = [claim("MLI", "accuses", "DZA"), claim("DZA", "supports", "MLI")]
    links = dyads(project(claims, relations=RELATIONS))
    assert [(d.source, d.target, d.stance) for d in links] == [
        ("DZA", "MLI", "supportive"),
        ("MLI", "DZA", "adverse"),
    ]


def test_a_link_without_an_asserted_claim_is_dashed() -> None:
    (link,) = dyads(
        project([claim("MLI", "accuses", "DZA", modality="possible")], relations=RELATIONS)
    )
    assert link.dashed


def test_a_second_telling_adds_a_source_and_no_score() -> None:
    a, b = article("a", "2023-02-15"), article("b", "2023-02-16")
    claims = [claim("MLI", "sanctions", "DZA", told=t) for t in (a, b)]
    (link,) = dyads(project(claims, relations=RELATIONS, articles={a.id: a, b.id: b}))
    assert link.negative == 0.6
    assert (link.events, link.articles, len(link.claims)) == (1, 2, 2)


def test_what_is_only_denied_counts_nothing() -> None:
    (link,) = dyads(
        project([claim("MLI", "accuses", "DZA", modality="denied")], relations=RELATIONS)
    )
    assert (link.stance, link.total, link.events) == ("none", 0.0, 0)


def test_the_aggregated_graph_has_one_edge_per_link() -> None:
    claims = [claim("MLI", "sanctions", "DZA"), claim("MLI", "accuses", "DZA")]
    graph = aggregate(project(claims, relations=RELATIONS))
    assert not graph.is_multigraph()
    data = graph.edges["MLI", "DZA"]
    assert data["weight"] == pytest.approx(0.8)
    assert data["valence"] == pytest.approx(-0.8)
    assert data["label"] == "accuses, sanctions"


def test_an_empty_graph_has_no_links() -> None:
    assert dyads(project([], relations=RELATIONS)) == []
