"""``influence-graph why``."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from influence_graph.cli.options import (
    examples,
    level_option,
    modality_option,
    window_options,
    workspace_argument,
)
from influence_graph.pipeline.terminal import plain

if TYPE_CHECKING:
    from influence_graph.pipeline import Reason


@click.command(
    epilog=examples(
        "why sahel MLI DZA",
        "why sahel Mali Algérie --from 2023 --format json",
        "why sahel Mali Algeria --measure tone",
        "why sahel Mali --measure reach",
    )
)
@workspace_argument
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@window_options
@level_option
@click.option("--relation", help="One relation only.")
@click.option(
    "--measure",
    help="Explain a score: tone, alignment, zone_share (that of A over B); of A alone reach, "
    "zone_mass, activity_pagerank, activity_hub, activity_authority, activity_eigenvector.",
)
@modality_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    workspace: Path,
    first: str,
    second: str | None,
    since: str | None,
    until: str | None,
    level: str,
    relation: str | None,
    measure: str | None,
    modalities: tuple[str, ...],
    form: str,
) -> None:
    """Show the claims between two actors A and B, in both directions, with their quotes.

    With --measure: the numbers that made a score, and what each event adds to it. Actors are
    given by code (MLI, IGO:ECOWAS) or by name.
    """
    if measure is not None:
        if relation:
            raise click.UsageError("a score rests on all relations: leave --relation out")
        view = {"since": since, "until": until, "level": level, "modalities": modalities or None}
        _explain(workspace, measure, first, second, view, form)
        return
    if second is None:
        raise click.UsageError("name two actors, or one and a --measure")
    from influence_graph.pipeline import Workspace, why

    reasons = [
        reason
        for reason in why(
            Workspace(workspace), first, second, since=since, until=until, relation=relation
        )
        if not modalities or reason.claim.modality in modalities
    ]
    if form == "json":
        for reason in reasons:
            row = reason.claim.to_row()
            if reason.article is not None:
                row["title"], row["origin"] = reason.article.title, reason.article.origin
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    if not reasons:
        click.echo(f"no claim between {first} and {second}")
        return
    for reason in reasons:
        click.echo(_card(reason))


def _explain(
    workspace: Path,
    measure: str,
    first: str,
    second: str | None,
    view: dict[str, Any],
    form: str,
) -> None:
    from influence_graph.pipeline import explained

    graph, found = explained(workspace, measure, first, second, **view)
    if form == "json":
        click.echo(json.dumps(_rounded(asdict(found)), ensure_ascii=False))
        return
    names = [plain(str(graph.nodes[code].get("label", code))) for code in found.actors]
    span = "" if found.low is None else f" ({found.low:+.2f} to {found.high:+.2f})"
    few = "; few events: no finding" if found.few else ""
    value = f"{found.value:.4g}" if second is None else f"{found.value:+.2f}"
    click.echo(f"{measure} of {' and '.join(names)}: {value}{span}; {found.n} events{few}")
    for name, number in found.numbers.items():
        click.echo(f"  {name} = {number:.2f}")
    click.echo("  each event: what the score is with it less what it would be without it, and")
    click.echo("  its weight (confidence x modality x source)")
    data = {str(key): row for _, _, key, row in graph.edges(keys=True, data=True)}
    for term in found.terms:
        claim = data.get(term.claims[0], {}) if term.claims else {}
        adds = "   –   " if term.adds is None else f"{term.adds:+7.3f}"
        more = f" (+{len(term.claims) - 1} more)" if len(term.claims) > 1 else ""
        lines = textwrap.wrap(
            f"{adds}  w {term.weight:.2f}  {term.day or 'undated'}  {term.source} "
            f"{claim.get('relation', '')} {term.target}{more} "
            f"“{plain(str(claim.get('quote', '')))}”",
            96,
            initial_indent="  ",
            subsequent_indent="           ",
        )
        click.echo("\n".join(lines))


def _rounded(value: Any) -> Any:
    """Return what JSON can hold; digits beyond the sixth hang on the processor."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 6) if isinstance(value, float) else value


def _card(reason: Reason) -> str:
    claim, article = reason.claim, reason.article
    when = claim.time.iso() if claim.time else "undated"
    lines = [f"{claim.subject} {claim.relation} {claim.object}   {when}, {claim.modality}"]
    if claim.attribution:
        lines[0] += f" (says {plain(claim.attribution.text)})"
    for evidence in claim.evidence:
        quote = plain(evidence.quote)
        lines += textwrap.wrap(f"“{quote}”", 96, initial_indent="  ", subsequent_indent="   ")
    if claim.because:
        lines += textwrap.wrap(
            f"because: {plain(claim.because)}",
            96,
            initial_indent="  ",
            subsequent_indent="   ",
        )
    if article is not None:
        published = f", {article.published.iso()}" if article.published else ""
        lines.append(f"  in {plain(article.title or article.origin)}{published}")
    lines += textwrap.wrap(
        f"confidence {claim.confidence:.2f}: {plain('; '.join(claim.reasons))}",
        96,
        initial_indent="  ",
        subsequent_indent="  ",
    )
    return "\n".join(lines) + "\n"
