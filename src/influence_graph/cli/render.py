"""``influence-graph render``."""

from __future__ import annotations

from pathlib import Path

import click

from influence_graph.cli.options import examples, level_option, window_options, workspace_argument


@click.command(epilog=examples("render sahel -o page.html --title 'The Sahel' --from 2022"))
@workspace_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write.",
)
@click.option("--title", help="Title of the page.")
@window_options
@level_option
@click.option(
    "--lang",
    type=click.Choice(["auto", "en", "fr"]),
    default="auto",
    show_default=True,
    help="Language of labels; auto = the reader's browser.",
)
@click.option("--top", type=click.IntRange(2, 300), help="Actors shown at first.")
def command(
    workspace: Path,
    output: Path,
    title: str | None,
    since: str | None,
    until: str | None,
    level: str,
    lang: str,
    top: int | None,
) -> None:
    """Write the interactive page of the workspace DIR: one file, works offline."""
    from influence_graph.pipeline import render

    render(
        workspace,
        output,
        title=title,
        since=since,
        until=until,
        level=level,
        language=lang,
        top=top,
    )
    click.echo(output)
