"""Room for shapes and labels on the map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.exports.page.places import Box, label_lines, node_size, short_label, spread


@pytest.mark.parametrize(
    ("influence", "size"), [(0.0, 9.0), (0.25, 24.0), (1.0, 39.0), (-1.0, 9.0)]
)
def test_the_area_of_a_node_grows_with_its_influence(influence: float, size: float) -> None:
    assert node_size(influence) == size


@given(st.text(max_size=200))
def test_a_label_has_at_most_two_short_lines(label: str) -> None:
    lines = label_lines(label)
    assert len(lines) <= 2
    assert all(len(line) <= 18 for line in lines)


def test_an_acronym_stands_for_a_name_that_does_not_fit() -> None:
    name = "Economic Community of West African States"
    assert short_label({"id": "IGO:ECOWAS", "en": name}) == "ECOWAS"
    assert short_label({"id": "IGO:EU", "en": "European Union"}) == "European Union"
    assert short_label({"id": "PERSON:X", "en": name}) == name


def test_places_without_overlap_stay() -> None:
    boxes = [Box(x=x, y=0, size=10, width=40, height=16) for x in (-200.0, 0.0, 200.0)]
    assert spread(boxes) == [(-200.0, 0.0), (0.0, 0.0), (200.0, 0.0)]


@given(st.lists(st.tuples(st.floats(-300, 300), st.floats(-200, 200)), min_size=2, max_size=25))
def test_shapes_never_cover_each_other(places: list[tuple[float, float]]) -> None:
    boxes = [Box(x=x, y=y, size=15, width=80, height=20) for x, y in places]
    found = spread(boxes)
    for i, (x, y) in enumerate(found):
        for a, b in found[i + 1 :]:
            assert abs(x - a) >= 29 or abs(y - b) >= 29


def test_no_boxes_no_places() -> None:
    assert spread([]) == []
