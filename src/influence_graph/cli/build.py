"""``influence-graph build``."""

from __future__ import annotations

from pathlib import Path

import click

from influence_graph.cli.options import (
    Problems,
    examples,
    jobs_option,
    language_option,
    models_option,
    parse_models,
    quiet_option,
)
from influence_graph.cli.progress import tracked


@click.command(
    epilog=examples(
        "build articles/ -o sahel",
        "build news.jsonl https://example.org/story -o sahel --jobs 2",
        "build - -o sahel < story.txt",
    )
)
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "root",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The workspace to make or extend.",
)
@click.option("--title", help="Title of the page and the report.")
@language_option
@models_option
@jobs_option
@quiet_option
def command(
    articles: tuple[str, ...],
    root: Path,
    title: str | None,
    lang: str | None,
    models: tuple[str, ...],
    jobs: int,
    quiet: bool,
) -> None:
    """Read ARTICLES, extract claims, store them as RDF, measure, and write page and exports.

    ARTICLES are files (text, Markdown, HTML, PDF, JSON Lines, RSS), folders, URLs, or - for
    standard input. The same articles again change nothing; more articles add to the workspace.
    """
    from influence_graph.pipeline import ReadingOptions, build

    problems = Problems()

    summary = build(
        articles,
        root,
        ReadingOptions(language=lang, models=parse_models(models)),
        jobs=jobs,
        title=title,
        report=problems,
        progress=lambda readings: tracked(readings, "Reading", quiet=quiet),
    )
    if not quiet:
        click.echo(
            f"{summary.articles} articles ({summary.read} read now), {summary.claims} claims, "
            f"{summary.actors} actors" + ("" if summary.changed else "; nothing has changed")
        )
        for name, what in (
            ("graph.html", "the page: open it in a browser"),
            ("report.md", "what it says, in words"),
            ("graph.graphml", "the graph for Gephi, igraph, networkx, yEd"),
            ("metrics.csv", "all measures"),
            ("claims.trig", "all claims as RDF"),
            ("store/", f"for SPARQL: influence-graph query {root} --list"),
        ):
            click.echo(f"  {root / name}{'/' if name.endswith('/') else ''}  {what}")
    problems.finish()
