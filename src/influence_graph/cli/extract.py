"""``influence-graph extract``."""

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
        "extract article.txt",
        "extract news.jsonl -o claims.jsonl --jobs 2",
        "extract - < article.md | jq '.claims[].quote'",
    )
)
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to a file, not to stdout."
)
@language_option
@models_option
@jobs_option
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out claims that the extractor believes less, 0 to 1.",
)
@quiet_option
def command(
    articles: tuple[str, ...],
    output: Path | None,
    lang: str | None,
    models: tuple[str, ...],
    jobs: int,
    min_confidence: float | None,
    quiet: bool,
) -> None:
    """Read ARTICLES and print one JSON object a line: {id, title, claims: [...]}.

    ARTICLES are files (text, Markdown, HTML, PDF, JSON Lines, RSS), folders, URLs, or - for
    standard input. A JSON Lines row keeps its id.
    """
    from influence_graph.pipeline import ReadingOptions, extract

    options = ReadingOptions(language=lang, models=parse_models(models), least=min_confidence)
    problems = Problems()

    rows = extract(articles, options, jobs=jobs, report=problems)
    lines = (row.to_line() for row in tracked(rows, "Reading", quiet=quiet))
    if output is None:
        for line in lines:
            click.echo(line, nl=False)
    else:
        from influence_graph.pipeline import write_lines

        write_lines(output, lines)
    problems.finish()
