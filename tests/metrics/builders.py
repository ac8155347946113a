"""Small signed graphs for the tests of the measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import networkx as nx
from hypothesis import strategies as st

SignedGraph: TypeAlias = "nx.MultiDiGraph[Any]"
Row: TypeAlias = tuple[Any, ...]


def signed(rows: Iterable[Row], **common: Any) -> SignedGraph:
    """Return a graph of events: (source, target, sign) and, if given, the day."""
    graph: SignedGraph = nx.MultiDiGraph()
    for number, (u, v, sign, *day) in enumerate(rows):
        when = {"start": day[0], "end": day[0]} if day else {}
        graph.add_edge(
            u,
            v,
            key=f"c{number:04d}",
            sign=sign,
            weight=1.0,
            intensity=4.0 * sign,
            **when,
            **common,
        )
    return graph


def times(count: int, *row: Any) -> list[Row]:
    """Return the same event several times."""
    return [row] * count


_NAMES = "ABCDEFG"

rows = st.lists(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_NAMES), st.sampled_from((1, -1))).filter(
        lambda row: row[0] != row[1]
    ),
    min_size=1,
    max_size=40,
)
"""Events of up to seven actors."""
