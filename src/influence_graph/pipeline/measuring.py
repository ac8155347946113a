"""``metrics``, ``shifts``, ``explain``: what the graph of a workspace measures."""

from __future__ import annotations

import io
import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from influence_graph.pipeline.asking import find_actor
from influence_graph.pipeline.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from influence_graph.metrics import Explanation, Measures, Shift
    from influence_graph.network import ClaimGraph

__all__ = [
    "explained",
    "measured",
    "metrics_csv",
    "metrics_json",
    "metrics_report",
    "series_csv",
    "shifts",
]


def measured(
    workspace: Workspace | Path | str,
    *,
    level: str = "state",
    since: str | None = None,
    until: str | None = None,
    modalities: Collection[str] | None = None,
    official_only: bool = False,
    **options: Any,
) -> tuple[ClaimGraph, Measures]:
    """Return the graph of a workspace and all its measures.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    level : {"state", "actor"}, optional
        Roles rolled up to their state, or actors as named.
    since, until : str, optional
        First and last day, month or year.
    modalities : collection of str, optional
        Only claims with one of these.
    official_only : bool, optional
        Only states, governments, armed forces, persons and international organisations.
    **options
        Of `influence_graph.metrics.measure`.
    """
    from influence_graph.metrics import measure

    graph = open_workspace(workspace).network(
        level=level,  # type: ignore[arg-type]
        since=since,
        until=until,
        modalities=modalities,
        official_only=official_only,
    )
    return graph, measure(graph, **options)


def metrics_csv(
    workspace: Workspace | Path | str, *, actors: Sequence[str] = (), **options: Any
) -> bytes:
    """Return all measures as CSV.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    actors : sequence of str, optional
        Codes or names; only rows about them (`about`).
    **options
        As for `measured`.
    """
    from influence_graph.exports import write_table
    from influence_graph.metrics import COLUMNS

    stream = io.BytesIO()
    write_table(COLUMNS, _rows(workspace, actors, options), stream)
    return stream.getvalue()


def metrics_json(
    workspace: Workspace | Path | str, *, actors: Sequence[str] = (), **options: Any
) -> bytes:
    """Return all measures as JSON Lines, one row a line; parameters as for `metrics_csv`."""
    from influence_graph.metrics import COLUMNS

    lines = [
        json.dumps(
            {
                # As in the CSV: further digits hang on the processor.
                name: round(cell, 6) if isinstance(cell, float) else cell
                for name, cell in zip(COLUMNS, row, strict=True)
            },
            ensure_ascii=False,
        )
        for row in _rows(workspace, actors, options)
    ]
    return "".join(line + "\n" for line in lines).encode()


def _rows(
    workspace: Workspace | Path | str, actors: Sequence[str], options: dict[str, Any]
) -> list[tuple[Any, ...]]:
    place = open_workspace(workspace)
    codes = {find_actor(place, name) for name in actors}
    _, measures = measured(place, **options)
    return [row for row in measures.rows() if about((row[1], row[2]), codes)]


def series_csv(
    workspace: Workspace | Path | str,
    *,
    by: str = "quarter",
    min_events: int = 5,
    actors: Sequence[str] = (),
    **view: Any,
) -> bytes:
    """Return reach, tone, zone shares and alignment of each period as CSV.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    by : {"month", "quarter", "year"}, optional
        Length of a period.
    min_events : int, optional
        Pairs with fewer events in a period have no score there.
    actors : sequence of str, optional
        Codes or names; only rows about them (`about`).
    **view
        ``level``, ``since``, ``until``, ``modalities``, ``official_only``: as for `measured`.
    """
    from influence_graph.exports import write_table
    from influence_graph.metrics import SERIES_COLUMNS, series

    place = open_workspace(workspace)
    codes = {find_actor(place, name) for name in actors}
    rows = [
        row
        for row in series(place.network(**view), by=by, min_events=min_events)  # type: ignore[arg-type]
        if about((row[3], row[4]), codes)
    ]
    stream = io.BytesIO()
    write_table(SERIES_COLUMNS, rows, stream)
    return stream.getvalue()


def shifts(
    workspace: Workspace | Path | str,
    *,
    by: str = "quarter",
    min_events: int = 5,
    actors: Sequence[str] = (),
    **view: Any,
) -> tuple[ClaimGraph, list[Shift]]:
    """Return the graph, and for each pair what its events say of a change.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    by, min_events
        Of `influence_graph.metrics.shifts`.
    actors : sequence of str, optional
        Codes or names; only pairs about them (`about`).
    **view
        As for `measured`.
    """
    from influence_graph.metrics import shifts as shifts_of

    place = open_workspace(workspace)
    codes = {find_actor(place, name) for name in actors}
    graph = place.network(**view)
    found = shifts_of(graph, by=by, min_events=min_events)  # type: ignore[arg-type]
    return graph, [shift for shift in found if about((shift.a, shift.b), codes)]


def explained(
    workspace: Workspace | Path | str,
    measure: str,
    first: str,
    second: str | None = None,
    **view: Any,
) -> tuple[ClaimGraph, Explanation]:
    """Return the graph, and the numbers and claims that made a score.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    measure : str
        One of `influence_graph.metrics.ACTOR_MEASURES` or ``PAIR_MEASURES``.
    first, second : str
        Codes or names; the second for scores of two.
    **view
        As for `measured`.

    Raises
    ------
    WorkspaceError
        An actor is in no claim.
    MeasureError
        There is no such score.
    """
    from influence_graph.metrics import explain

    place = open_workspace(workspace)
    a = find_actor(place, first)
    b = find_actor(place, second) if second is not None else None
    graph = place.network(**view)
    return graph, explain(graph, measure, a, b)


def metrics_report(
    workspace: Workspace | Path | str, *, language: str = "en", **options: Any
) -> bytes:
    """Return what the measures say in words, as Markdown; options as for `measured`."""
    from influence_graph.exports.report import write_report
    from influence_graph.network import dyads

    graph, measures = measured(workspace, **options)
    stream = io.BytesIO()
    write_report(graph, measures, dyads(graph), stream, languages=(language,))
    return stream.getvalue()


def about(ends: tuple[Any, Any], codes: Collection[str]) -> bool:
    """Say whether a row is about the actors asked for.

    One actor: it stands in the row. Several: all that stand in the row are among them. None:
    every row is.

    Examples
    --------
    >>> about(("MLI", "DZA"), {"MLI"}), about(("MLI", "DZA"), {"MLI", "FRA"})
    (True, False)
    """
    named = [end for end in ends if end is not None]
    if not codes:
        return True
    if len(codes) == 1:
        return any(end in codes for end in named)
    return bool(named) and all(end in codes for end in named)
