"""How the map moves with the years."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from influence_graph.exports.page.drift import drift
from influence_graph.network import ClaimGraph

PLACES = {"A": (0.0, 0.0), "B": (300.0, 0.0), "C": (0.0, 400.0)}


def told(*claims: tuple[str, str, float, str, str]) -> ClaimGraph:
    graph: ClaimGraph = nx.MultiDiGraph()
    graph.add_nodes_from(PLACES)
    for number, (source, target, valence, start, end) in enumerate(claims):
        graph.add_edge(source, target, key=f"c{number}", valence=valence, start=start, end=end)
    return graph


def apart(places: dict[str, tuple[float, float]], a: str, b: str) -> float:
    return math.dist(places[a], places[b])


def test_allies_of_a_year_come_nearer_and_opponents_give_way() -> None:
    years = drift(
        told(
            ("A", "B", 0.5, "2021-03-01", "2021-03-01"),
            ("B", "A", -0.5, "2022-03-01", "2022-03-01"),
        ),
        PLACES,
    )
    assert list(years) == [2021, 2022]
    assert apart(years[2021], "A", "B") < 250
    assert apart(years[2022], "A", "B") > 310


def test_who_is_not_told_of_stays() -> None:
    years = drift(
        told(("A", "B", 1, "2021-01-01", "2021-01-01"), ("A", "B", 1, "2023-01-01", "2023-01-01")),
        PLACES,
    )
    assert all(year["C"] == PLACES["C"] for year in years.values())
    assert years[2022] == PLACES


def test_a_claim_counts_in_the_year_of_its_middle_day() -> None:
    years = drift(
        told(("A", "B", 1, "2021-12-01", "2022-03-01"), ("A", "C", 1, "2023-01-01", "2023-01-01")),
        PLACES,
    )
    assert list(years) == [2022, 2023]


def test_nobody_comes_so_near_that_shapes_meet() -> None:
    near = {"A": (0.0, 0.0), "B": (120.0, 0.0), "C": (0.0, 90.0)}
    years = drift(
        told(
            ("A", "B", 9, "2021-01-01", "2021-01-01"),
            ("A", "C", 9, "2021-01-01", "2021-01-01"),
            ("A", "B", -9, "2022-01-01", "2022-01-01"),
        ),
        near,
    )
    assert apart(years[2021], "A", "B") >= 109
    assert apart(years[2021], "A", "C") >= 88


@pytest.mark.parametrize(
    "claims",
    [
        (),
        (("A", "B", 1, "2021-01-01", "2021-01-01"),),
        (("A", "B", 1, "1921-01-01", "1921-01-01"), ("A", "B", 1, "2021-01-01", "2021-01-01")),
        (("A", "B", 1, "x", "y"), ("A", "Z", 1, "2021-01-01", "2021-01-01")),
    ],
)
def test_without_several_years_nothing_moves(
    claims: tuple[tuple[str, str, float, str, str], ...],
) -> None:
    assert drift(told(*claims), PLACES) == {}
