"""``influence-graph evaluate``."""

from __future__ import annotations

import sys
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
        "evaluate fr.jsonl en.jsonl --errors --calibration",
        "evaluate gold.jsonl --floors floors.toml",
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
@click.option("--by-relation", is_flag=True, help="Precision, recall and F1 per relation.")
@click.option(
    "--errors", is_flag=True, help="List what was missed, wrong or spurious, with its sentence."
)
@click.option("--strict", is_flag=True, help="PLOVER rows: accept only the mapped event type.")
@click.option("--interstate", is_flag=True, help="PLOVER rows: leave out events in one state.")
@click.option(
    "--ci", type=click.IntRange(0), default=0, help="Bootstrap samples for an interval of F1."
)
@click.option(
    "--calibration",
    is_flag=True,
    help="A table of confidence against the share of right claims, over all GOLD together.",
)
@click.option(
    "--floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fail where a figure is below its floor in this file (TOML).",
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
    calibration: bool,
    floors: Path | None,
    models: tuple[str, ...],
    jobs: int,
    quiet: bool,
) -> None:
    """Score the reading against annotated articles GOLD (JSON Lines).

    With --floors the status is 3 where a figure is below its floor, and 4 where a file is not the
    one whose floors were set.
    """
    from influence_graph.pipeline import (
        ReadingOptions,
        calibration_of,
        check_floors,
        evaluate,
        report_calibration,
        report_scores,
    )

    measured = []
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
        measured.append((path, scores))
        if len(gold) > 1:
            click.echo(f"== {path}")
        click.echo(report_scores(scores, by_relation=by_relation, errors=errors))
    if calibration:
        click.echo()
        click.echo(report_calibration(calibration_of(scores for _, scores in measured)))
    if floors is None:
        return
    check = check_floors(floors, measured, interstate=interstate)
    for line in (*check.changed, *check.below):
        click.echo(line, err=True)
    if check.changed:
        sys.exit(4)
    if check.below:
        sys.exit(3)
