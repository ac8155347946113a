"""``influence-graph export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from influence_graph.cli.options import examples, level_option, window_options, workspace_argument


@click.command(
    epilog=examples(
        "export sahel --format gexf -o sahel.gexf",
        "export sahel --format turtle | less",
        "export sahel --format csv -o sahel.zip --from 2023",
    )
)
@workspace_argument
@click.option(
    "--format",
    "form",
    required=True,
    help="graphml, gexf, csv, nodes-csv, edges-csv, cytoscape, turtle, trig, nquads, ntriples, "
    "jsonld.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file, not to stdout.",
)
@window_options
@level_option
@click.option(
    "--aggregate", is_flag=True, help="One edge per ordered pair instead of one per claim."
)
def command(
    workspace: Path,
    form: str,
    output: Path | None,
    since: str | None,
    until: str | None,
    level: str,
    aggregate: bool,
) -> None:
    """Write the workspace DIR in another format.

    Graph formats hold one edge per claim, or one per pair with --aggregate. RDF formats hold all
    claims with their evidence; window, level and --aggregate do not apply to them.
    """
    from influence_graph.pipeline import export

    data = export(
        workspace, form, level=level, since=since, until=until, aggregate=aggregate, output=output
    )
    if data is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        click.echo(output)
