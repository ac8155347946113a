"""``influence-graph why``."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from influence_graph.cli.options import examples, window_options, workspace_argument

if TYPE_CHECKING:
    from influence_graph.pipeline import Reason


@click.command(
    epilog=examples("why sahel MLI DZA", "why sahel Mali Algérie --from 2023 --format json")
)
@workspace_argument
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@window_options
@click.option("--relation", help="One relation only.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    workspace: Path,
    first: str,
    second: str,
    since: str | None,
    until: str | None,
    relation: str | None,
    form: str,
) -> None:
    """Show the claims between two actors A and B, in both directions, with their quotes.

    Actors are given by code (MLI, IGO:ECOWAS) or by name.
    """
    from influence_graph.pipeline import Workspace, why

    reasons = why(Workspace(workspace), first, second, since=since, until=until, relation=relation)
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


def _plain(text: str) -> str:
    """Return text of an article on one line, without what could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _card(reason: Reason) -> str:
    claim, article = reason.claim, reason.article
    when = claim.time.iso() if claim.time else "undated"
    lines = [f"{claim.subject} {claim.relation} {claim.object}   {when}, {claim.modality}"]
    if claim.attribution:
        lines[0] += f" (says {_plain(claim.attribution.text)})"
    for evidence in claim.evidence:
        quote = _plain(evidence.quote)
        lines += textwrap.wrap(f"“{quote}”", 96, initial_indent="  ", subsequent_indent="   ")
    if claim.because:
        lines += textwrap.wrap(
            f"because: {_plain(claim.because)}",
            96,
            initial_indent="  ",
            subsequent_indent="   ",
        )
    if article is not None:
        published = f", {article.published.iso()}" if article.published else ""
        lines.append(f"  in {_plain(article.title or article.origin)}{published}")
    lines.append(f"  confidence {claim.confidence:.2f}: {_plain('; '.join(claim.reasons))}")
    return "\n".join(lines) + "\n"
