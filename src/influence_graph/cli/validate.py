"""``influence-graph validate``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from influence_graph.cli.options import examples


@click.command(epilog=examples("validate sahel", "validate claims.trig"))
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def command(path: Path) -> None:
    """Check a workspace or an RDF file against the shapes, in plain words.

    Checked are every record's form (SHACL), offsets against the articles' texts, direct triples
    against their claims, and that every actor and relation is known. Exit status 1 where
    something is wrong.
    """
    from influence_graph.pipeline import validate

    findings = validate(path)
    for finding in findings:
        click.echo(str(finding))
    if findings:
        click.echo(f"{len(findings)} finding{'s' if len(findings) > 1 else ''}", err=True)
        sys.exit(1)
    click.echo("all is well", err=True)
