"""``influence-graph metrics``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from influence_graph.cli.options import examples, level_option, window_options, workspace_argument


@click.command(
    epilog=examples(
        "metrics sahel",
        "metrics sahel --level actor --from 2023 --to 2024",
        "metrics sahel --format csv --min-events 1 > all.csv",
    )
)
@workspace_argument
@level_option
@window_options
@click.option(
    "--min-events",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="Pairs with fewer events get no score; below 5 a score is marked.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "csv"]),
    default="report",
    show_default=True,
    help="In words, or all rows.",
)
@click.option(
    "--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Of the words."
)
def command(
    workspace: Path,
    level: str,
    since: str | None,
    until: str | None,
    min_events: int,
    form: str,
    lang: str,
) -> None:
    """Influence of actors, tone and alignment of pairs, blocs and shifts in the workspace DIR."""
    from influence_graph.pipeline import metrics_csv, metrics_report

    make = metrics_csv if form == "csv" else metrics_report
    options = {} if form == "csv" else {"language": lang}
    data = make(workspace, level=level, since=since, until=until, min_events=min_events, **options)
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
