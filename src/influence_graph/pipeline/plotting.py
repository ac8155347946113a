"""``plot``: scores of a workspace over time, and the matrix of tones."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from influence_graph.errors import ExportError
from influence_graph.pipeline.asking import find_actor
from influence_graph.pipeline.ledger import write_atomically
from influence_graph.pipeline.measuring import about
from influence_graph.pipeline.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from influence_graph.network import ClaimGraph

__all__ = ["KINDS", "plot"]

KINDS = ("tone", "alignment", "zone-share", "matrix")
"""What can be drawn."""

_LINES = 5
_ACTORS = 25
_AXES = {
    "tone": "tone (−1 hostile, +1 friendly)",
    "alignment": "alignment (0 = ordinary)",
    "zone-share": "share of cooperative ties",
}
_BOUNDS = {"tone": (-1.05, 1.05), "zone-share": (0.0, 1.0)}


def plot(
    workspace: Workspace | Path | str,
    kind: str,
    output: Path | str | None = None,
    *,
    by: str = "quarter",
    min_events: int = 5,
    actors: Sequence[str] = (),
    form: str | None = None,
    **view: Any,
) -> bytes | None:
    """Return a plot, or write it to a file.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where the claims are.
    kind : {"tone", "alignment", "zone-share", "matrix"}
        ``tone`` and ``alignment`` of pairs over time, shares of the cooperative ties of the
        first actor, or the tones of all pairs.
    output : Path or str, optional
        Write here instead of returning; the suffix says the format.
    by : {"month", "quarter", "year"}, optional
        Length of a period.
    min_events : int, optional
        Pairs with fewer events (in a period) have no score.
    actors : sequence of str, optional
        Codes or names; only pairs about them, or whose ties. Otherwise the pairs with the most
        events, or the actor with the most ties.
    form : {"svg", "png"}, optional
        Format; otherwise that of the suffix, else SVG.
    **view
        As for `influence_graph.pipeline.measured`.

    Raises
    ------
    ExportError
        Nothing to draw, or matplotlib is not installed.
    """
    if kind not in KINDS:
        raise ExportError(f"no plot {kind!r}: use one of {', '.join(KINDS)}")
    form = form or (Path(output).suffix[1:].lower() if output else "") or "svg"
    place = open_workspace(workspace)
    codes = [find_actor(place, name) for name in actors]
    graph = place.network(**view)
    drawn = io.BytesIO()
    if kind == "matrix":
        _matrix(graph, min_events, codes, drawn, form)
    else:
        _series(graph, kind, by, min_events, codes, drawn, form)
    if output is None:
        return drawn.getvalue()
    write_atomically(Path(output), drawn.getvalue())
    return None


def _series(
    graph: ClaimGraph,
    kind: str,
    by: str,
    min_events: int,
    codes: list[str],
    drawn: io.BytesIO,
    form: str,
) -> None:
    from influence_graph.exports.plots import plot_series
    from influence_graph.metrics import series

    measure = kind.replace("-", "_")
    resamples = 50 if kind == "alignment" else 0
    rows = [
        row
        for row in series(graph, by=by, min_events=min_events, resamples=resamples)  # type: ignore[arg-type]
        if row[5] == measure
    ]
    title = {"tone": "Tone", "alignment": "Alignment"}.get(kind, "")
    if kind == "zone-share":
        over = codes[0] if codes else _most(rows, 4)
        rows = [row for row in rows if row[4] == over]
        title = f"Whose the cooperative ties of {_name(graph, over)} are" if over else ""
        codes = []
    lines: dict[tuple[Any, Any], list[Any]] = {}
    weights: dict[tuple[Any, Any], float] = {}
    for _, start, end, a, b, _, value, low, high, n in rows:
        if not about((a, b), codes):
            continue
        middle = (date.fromisoformat(start).toordinal() + date.fromisoformat(end).toordinal()) // 2
        lines.setdefault((a, b), []).append((date.fromordinal(middle), value, low, high))
        weights[a, b] = weights.get((a, b), 0.0) + (value if kind == "zone-share" else n)
    shown = sorted(lines, key=lambda pair: (-weights[pair], pair))[:_LINES]
    named = {
        _name(graph, a)
        if kind == "zone-share"
        else f"{_name(graph, a)} – {_name(graph, b)}": lines[a, b]
        for a, b in shown
    }
    plot_series(named, drawn, title=title, axis=_AXES[kind], bounds=_BOUNDS.get(kind), form=form)


def _matrix(
    graph: ClaimGraph, min_events: int, codes: list[str], drawn: io.BytesIO, form: str
) -> None:
    from influence_graph.exports.plots import plot_matrix
    from influence_graph.metrics import blocs, tone

    scores = {
        pair: score
        for pair, score in tone(graph, min_events=min_events).items()
        if about(pair, codes)
    }
    events: dict[Any, int] = {}
    for pair, score in scores.items():
        for end in pair:
            events[end] = events.get(end, 0) + score.n
    kept = sorted(events, key=lambda code: (-events[code], str(code)))[:_ACTORS]
    number = blocs(graph).numbers
    order = sorted(kept, key=lambda code: (number.get(code, len(number)), -events[code], str(code)))
    position = {code: i for i, code in enumerate(order)}
    plot_matrix(
        [_name(graph, code) for code in order],
        {
            (position[a], position[b]): score.value
            for (a, b), score in scores.items()
            if a in position and b in position
        },
        drawn,
        title="Tone of each pair, actors by bloc",
        form=form,
    )


def _most(rows: Sequence[tuple[Any, ...]], column: int) -> Any:
    counts: dict[Any, int] = {}
    for row in rows:
        counts[row[column]] = counts.get(row[column], 0) + int(row[9])
    return min(counts, key=lambda code: (-counts[code], str(code)), default=None)


def _name(graph: ClaimGraph, code: Any) -> str:
    return str(graph.nodes[code].get("label", code)) if code in graph else str(code)
