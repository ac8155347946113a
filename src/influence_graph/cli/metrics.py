"""``influence-graph metrics``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from influence_graph.cli.options import examples, measure_options, workspace_argument


@click.command(
    epilog=examples(
        "metrics sahel",
        "metrics sahel --level actor --from 2023 --to 2024 --modality asserted",
        "metrics sahel --format csv --min-events 1 --actors Mali > mali.csv",
        "metrics sahel --format series --by year > years.csv",
    )
)
@workspace_argument
@measure_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "csv", "json", "series"]),
    default="report",
    show_default=True,
    help="In words; all rows as CSV or as JSON Lines; period by period as CSV.",
)
@click.option(
    "--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Of the words."
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
    lang: str,
) -> None:
    """Influence of actors, tone and alignment of pairs, blocs and shifts in the workspace DIR.

    `influence-graph why` shows the claims behind a number.
    """
    from influence_graph.pipeline import metrics_csv, metrics_json, metrics_report, series_csv

    view: dict[str, Any] = {
        "level": level,
        "since": since,
        "until": until,
        "modalities": modalities or None,
        "official_only": official_only,
    }
    if form == "report":
        if actors:
            raise click.UsageError("the report is about all: use --actors with another --format")
        data = metrics_report(workspace, language=lang, min_events=min_events, by=by, **view)
    elif form == "series":
        data = series_csv(workspace, by=by, min_events=min_events, actors=actors, **view)
    else:
        make = metrics_csv if form == "csv" else metrics_json
        data = make(workspace, actors=actors, min_events=min_events, by=by, **view)
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
