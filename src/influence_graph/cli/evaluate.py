"""``influence-graph evaluate``."""

from __future__ import annotations

from pathlib import Path

import click

from influence_graph.cli.options import (
    examples,
    jobs_option,
    models_option,
    parse_models,
    quiet_option,
)
from influence_graph.cli.progress import tracked


@click.command(
    epilog=examples(
        "evaluate gold.jsonl --by-relation",
        "evaluate gold.jsonl --found claims.jsonl --ci 1000",
    )
)
@click.argument(
    "gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--found",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Score these claims (JSON Lines of `extract`) instead of reading the articles.",
)
@click.option("--by-relation", is_flag=True, help="Recall per relation.")
@click.option("--errors", is_flag=True, help="List what was missed, wrong or spurious.")
@click.option("--strict", is_flag=True, help="PLOVER rows: accept only the mapped event type.")
@click.option("--interstate", is_flag=True, help="PLOVER rows: leave out events in one state.")
@click.option(
    "--ci", type=click.IntRange(0), default=0, help="Bootstrap samples for an interval of F1."
)
@models_option
@jobs_option
@quiet_option
def command(
    gold: tuple[Path, ...],
    found: Path | None,
    by_relation: bool,
    errors: bool,
    strict: bool,
    interstate: bool,
    ci: int,
    models: tuple[str, ...],
    jobs: int,
    quiet: bool,
) -> None:
    """Score the reading against annotated articles GOLD (JSON Lines)."""
    from influence_graph.pipeline import ReadingOptions, evaluate, report_scores

    options = ReadingOptions(models=parse_models(models))
    for path in gold:
        scores = evaluate(
            path,
            found=found,
            options=options,
            strict=strict,
            interstate=interstate,
            bootstrap=ci,
            jobs=jobs,
            progress=lambda items, total: tracked(items, "Reading", total=total, quiet=quiet),
        )
        if len(gold) > 1:
            click.echo(f"== {path}")
        click.echo(report_scores(scores, by_relation=by_relation, errors=errors))
