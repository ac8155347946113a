"""``influence-graph shifts``."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from influence_graph.cli.options import examples, measure_options, workspace_argument
from influence_graph.pipeline.terminal import plain

if TYPE_CHECKING:
    from influence_graph.metrics import Segment, Shift
    from influence_graph.network import ClaimGraph

_COLUMNS = (
    "actor", "other", "verdict", "segment", "start", "end", "positive", "negative", "share",
    "low", "high", "n", "claims",
)  # fmt: skip
_QUOTES = 3
_LISTED = 10


@click.command(
    epilog=examples(
        "shifts sahel",
        "shifts sahel --actors Mali --actors Algeria --by year",
        "shifts sahel --from 2020 --format json | jq .verdict",
    )
)
@workspace_argument
@measure_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="In words with quotes, one row a segment, or one pair a line.",
)
def command(
    workspace: Path,
    since: str | None,
    until: str | None,
    level: str,
    by: str,
    actors: tuple[str, ...],
    min_events: int,
    modalities: tuple[str, ...],
    official_only: bool,
    form: str,
) -> None:
    """When two actors began to deal with each other differently, with the claims on both sides.

    A change is named only where the number of events carries it; "steady" means that none was
    found, not that there was none.
    """
    from influence_graph.pipeline import shifts

    graph, found = shifts(
        workspace,
        by=by,
        min_events=min_events,
        actors=actors,
        level=level,
        since=since,
        until=until,
        modalities=modalities or None,
        official_only=official_only,
    )
    if form == "text":
        click.echo(_text(graph, found), nl=False)
    elif form == "json":
        for shift in found:
            click.echo(json.dumps(_row(shift), ensure_ascii=False))
    else:
        click.echo(_table(found), nl=False)


def _text(graph: ClaimGraph, found: list[Shift]) -> str:
    changed = [shift for shift in found if shift.verdict == "shift"]
    steady = [shift for shift in found if shift.verdict == "steady"]
    few = [shift for shift in found if shift.verdict == "too few"]
    quotes = {str(key): data for _, _, key, data in graph.edges(keys=True, data=True)}
    lines = [line for shift in changed for line in _block(graph, shift, quotes)]
    if not found:
        return "no dated events of these actors\n"
    if not changed:
        lines += ["no change that the number of events carries", ""]
    for title, part in (("no change found", steady), ("too few dated events to say", few)):
        if part:
            lines.append(f"{title}: {_counted(len(part))}")
            shown = [f"{_pair(graph, shift)} ({shift.n})" for shift in part[:_LISTED]]
            more = [f"and {len(part) - _LISTED} more"] if len(part) > _LISTED else []
            lines += textwrap.wrap(
                ", ".join(shown + more), 96, initial_indent="  ", subsequent_indent="  "
            )
    return "\n".join(lines) + "\n"


def _block(graph: ClaimGraph, shift: Shift, quotes: dict[str, dict[str, Any]]) -> list[str]:
    lines = [f"{_pair(graph, shift)}   {shift.n} dated events"]
    for number, part in enumerate(shift.segments):
        lines.append(
            f"  {part.start} to {part.end}: {part.positive} of {part.n} cooperative"
            f" (share {part.share:.2f}, {part.low:.2f} to {part.high:.2f})"
        )
        # The claims next to a change: the last of the first segment, the first of the others.
        near = part.claims[-_QUOTES:] if number == 0 else part.claims[:_QUOTES]
        for key in near:
            data = quotes.get(key, {})
            lines += textwrap.wrap(
                f"{data.get('start', 'undated')} {data.get('relation', '')}"
                f" “{plain(str(data.get('quote', '')))}”",
                96,
                initial_indent="    ",
                subsequent_indent="      ",
            )
    return [*lines, ""]


def _pair(graph: ClaimGraph, shift: Shift) -> str:
    names = [graph.nodes[code].get("label", code) for code in (shift.a, shift.b)]
    return plain(f"{names[0]} – {names[1]}")


def _counted(number: int) -> str:
    return f"{number} pair{'' if number == 1 else 's'}"


def _row(shift: Shift) -> dict[str, Any]:
    return {
        "actor": shift.a,
        "other": shift.b,
        "verdict": shift.verdict,
        "n": shift.n,
        "segments": [_segment(part) for part in shift.segments],
    }


def _segment(part: Segment) -> dict[str, Any]:
    return {
        "start": part.start.isoformat(),
        "end": part.end.isoformat(),
        "positive": part.positive,
        "negative": part.negative,
        "share": round(part.share, 6),
        "low": round(part.low, 6),
        "high": round(part.high, 6),
        "claims": list(part.claims),
    }


def _table(found: list[Shift]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for shift in found:
        for number, part in enumerate(shift.segments, start=1):
            row = _segment(part)
            cells = [row[name] for name in ("start", "end", "positive", "negative")]
            writer.writerow(
                [shift.a, shift.b, shift.verdict, number, *cells, row["share"], row["low"],
                 row["high"], part.n, " ".join(part.claims)]
            )  # fmt: skip
    return stream.getvalue()
