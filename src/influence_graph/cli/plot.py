"""``influence-graph plot``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from influence_graph.cli.options import examples, measure_options, workspace_argument


@click.command(
    epilog=examples(
        "plot sahel tone --by year -o tone.svg",
        "plot sahel zone-share --actors Mali --by year --min-events 3 -o mali.png",
        "plot sahel matrix --min-events 1 > matrix.svg",
    )
)
@workspace_argument
@click.argument("kind", type=click.Choice(["tone", "alignment", "zone-share", "matrix"]))
@measure_options
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file, .svg or .png, not SVG to stdout.",
)
def command(
    workspace: Path,
    kind: str,
    since: str | None,
    until: str | None,
    level: str,
    by: str,
    actors: tuple[str, ...],
    min_events: int,
    modalities: tuple[str, ...],
    official_only: bool,
    output: Path | None,
) -> None:
    """Draw tone, alignment or shares of ties over time, or the matrix of tones, as SVG or PNG.

    Needs matplotlib: pip install 'influence-graph[plots]'.
    """
    from influence_graph.pipeline import plot

    data = plot(
        workspace,
        kind,
        output,
        by=by,
        min_events=min_events,
        actors=actors,
        level=level,
        since=since,
        until=until,
        modalities=modalities or None,
        official_only=official_only,
    )
    if data is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
