"""Measures period by period."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import networkx as nx
import pytest

from influence_graph.errors import MeasureError
from influence_graph.metrics import SERIES_COLUMNS, alignment, alignment_over_time, series
from influence_graph.metrics.series import periods

from .builders import signed, times


def test_each_period_is_measured_from_its_own_events() -> None:
    graph = signed(times(5, "A", "B", 1, "2020-01-10") + times(5, "A", "B", -1, "2020-07-10"))
    rows = [dict(zip(SERIES_COLUMNS, row, strict=True)) for row in series(graph)]
    tones = {row["period"]: row["value"] for row in rows if row["measure"] == "tone"}
    assert tones == pytest.approx({"2020-Q1": 1 - 0.08 / 7, "2020-Q3": 0.08 / 7 - 1})


def test_few_events_of_a_period_give_no_tone_there() -> None:
    graph = signed(times(4, "A", "B", 1, "2020-01-10"))
    assert {row[5] for row in series(graph, by="year")} == {"reach"}


def test_undated_events_are_in_no_period() -> None:
    assert series(signed(times(9, "A", "B", 1))) == []
    assert series(nx.MultiDiGraph()) == []


def test_periods_cover_every_day_once() -> None:
    found = periods(date(2019, 11, 30), date(2021, 2, 1), "month")
    assert (found[0][1], found[-1][2]) == (date(2019, 11, 1), date(2021, 2, 28))
    assert all((b[1] - a[2]).days == 1 for a, b in pairwise(found))


def test_the_last_year_of_the_calendar_ends() -> None:
    assert periods(date(9999, 12, 1), date.max, "year") == [
        ("9999", date(9999, 1, 1), date(9999, 12, 31))
    ]


def test_an_unknown_period_is_an_error() -> None:
    with pytest.raises(MeasureError, match="quarter"):
        periods(date(2020, 1, 1), date(2020, 1, 1), "week")  # type: ignore[arg-type]


def test_alignment_over_time_counts_all_events_until_then() -> None:
    pairs = list(combinations("ABCDE", 2))
    rows = [row for u, v in pairs for row in times(5, u, v, 1 if v < "D" else -1, "2020-05-01")]
    rows += times(2, "A", "B", 1, "2022-05-01")
    graph = signed(rows)
    found = {name: near for name, _, _, near in alignment_over_time(graph, by="year")}
    assert list(found) == ["2020", "2022"]
    assert len(found["2020"]) == 10
    # Only A and B deal with each other in 2022: seven events so far
    assert {pair: near.n for pair, near in found["2022"].items()} == {("A", "B"): 7}
    assert found["2022"]["A", "B"] == alignment(graph, at=date(2022, 12, 31))["A", "B"]


def test_without_dates_there_is_no_alignment_over_time() -> None:
    assert alignment_over_time(signed(times(9, "A", "B", 1))) == []
