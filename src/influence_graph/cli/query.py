"""``influence-graph query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from influence_graph.cli.options import examples, workspace_argument


@click.command(
    epilog=examples(
        "query sahel --list",
        "query sahel --name distances-from --set actor=actor:DZA",
        "query sahel 'SELECT ?who { ?who ig:distancesFrom actor:DZA }'",
        "query sahel -f question.rq --format csv > answer.csv",
    )
)
@workspace_argument
@click.argument("text", metavar="[QUERY]", required=False)
@click.option(
    "-f", "--file", type=click.File("r", encoding="utf-8"), help="Read the query; - = stdin."
)
@click.option("--name", help="A named query.")
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option(
    "--set",
    "parameters",
    metavar="NAME=VALUE",
    multiple=True,
    help="Value of a variable: actor=actor:DZA.",
)
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    help="table, csv, tsv, json, xml; for triples turtle, trig, ntriples, nquads, jsonld.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds."
)
def command(
    workspace: Path,
    text: str | None,
    file: IO[str] | None,
    name: str | None,
    listing: bool,
    parameters: tuple[str, ...],
    form: str,
    timeout: float,
) -> None:
    """Ask the workspace DIR with SPARQL 1.1; prefixes ig:, actor:, claim:, skos: ... are known.

    Queries only read: updates, SERVICE, LOAD and FROM are refused, and a query that takes too
    long is stopped.
    """
    from influence_graph.pipeline import list_queries, query

    if listing:
        for entry in list_queries():
            needs = "".join(f" --set {p.name}=…" for p in entry.parameters)
            click.echo(f"{entry.name:<20} {entry.title}{needs and '  (' + needs[1:] + ')'}")
        return
    given = [source for source in (text, file, name) if source is not None]
    if len(given) != 1:
        raise click.UsageError("give one of: QUERY, --file, --name (or --list to see the names)")
    values = {}
    for pair in parameters:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"expected NAME=VALUE, got {pair!r}", param_hint="--set")
        values[key.lstrip("?$")] = value
    question = file.read() if file is not None else text
    result = query(workspace, question, values, name=name, timeout=timeout)
    sys.stdout.buffer.write(result.render(form))
    sys.stdout.flush()
