"""The measures against the world: the figures that must not fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.validity import dyadic, influential, scoring
from benchmarks.validity.data import Events, Truth, load_events, load_truth
from benchmarks.validity.grouping import exact_frustration, random_graph

from influence_graph.metrics import frustration


@pytest.fixture(scope="module")
def world(shared: Path) -> tuple[Events, Truth]:
    """Events of 2005 to 2015 and what is known of the states."""
    data = shared / "data"
    return load_events(data / "icews_2005_2015.tsv.gz"), load_truth(data)


@pytest.fixture(autouse=True)
def without_intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the resampling out: a floor is about the value."""
    original = scoring.bootstrap
    monkeypatch.setattr(dyadic, "bootstrap", lambda *a: original(*a, draws=0))


def test_held_out_pairs_hold_what_is_asked(world: tuple[Events, Truth]) -> None:
    section = next(dyadic.sections(*world, 2005, 2015))
    assert [floor.name for floor in section.floors if not floor.holds] == []
    assert len(section.floors) == 2


def test_reach_follows_power(world: tuple[Events, Truth]) -> None:
    section = next(influential.sections(*world, 2005, 2015))
    assert [floor.name for floor in section.floors if not floor.holds] == []
    assert len(section.floors) == 1


@pytest.mark.parametrize("seed", range(3))
def test_frustration_is_the_proven_optimum_of_random_graphs(seed: int) -> None:
    table = random_graph(seed)
    assert frustration(table).frustrated == exact_frustration(table)
