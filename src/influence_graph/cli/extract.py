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
        "extract article.txt --explain",
        "extract article.txt --explain --format jsonl | jq '.claims[].derivations'",
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
@click.option(
    "--explain",
    is_flag=True,
    help="Show for each claim the words, the path in the tree, the lexicon entry, how each actor "
    "was resolved, what set modality and date, and each factor of the confidence.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "text"]),
    help="One JSON object a line, or text for a reader. Default: jsonl; with --explain text.",
)
@quiet_option
def command(
    articles: tuple[str, ...],
    output: Path | None,
    lang: str | None,
    models: tuple[str, ...],
    jobs: int,
    min_confidence: float | None,
    explain: bool,
    form: str | None,
    quiet: bool,
) -> None:
    """Read ARTICLES and print one JSON object a line: {id, title, claims: [...]}.

    ARTICLES are files (text, Markdown, HTML, PDF, JSON Lines, RSS), folders, URLs, or - for
    standard input. A JSON Lines row keeps its id.

    With --explain a sentence is shown with its [actors], the *words* of the lexicon entry and what
    sets _modality, attribution or date_; an arrow is a step down (or up) the dependency tree, a
    star on it says that the parse was mended there. The confidence is the product of the factors
    below it.
    """
    from influence_graph.pipeline import ReadingOptions, extract

    options = ReadingOptions(
        language=lang, models=parse_models(models), least=min_confidence, explain=explain
    )
    problems = Problems()

    rows = extract(articles, options, jobs=jobs, report=problems)
    as_text = form == "text" or (form is None and explain)
    lines = (
        row.to_text() if as_text else row.to_line() for row in tracked(rows, "Reading", quiet=quiet)
    )
    if output is None:
        for line in lines:
            click.echo(line, nl=False)
    else:
        from influence_graph.pipeline import write_lines

        write_lines(output, lines)
    problems.finish()
