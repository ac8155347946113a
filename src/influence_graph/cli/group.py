"""The group of commands: each is loaded when it is called, errors become one line."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from influence_graph import __version__
from influence_graph.errors import InfluenceGraphError

__all__ = ["main"]

_COMMANDS = {
    "build": "Read articles and make or extend a workspace: graph, page, exports.",
    "extract": "Read articles and print their claims as JSON Lines.",
    "query": "Ask a workspace with SPARQL, or with a named query.",
    "why": "Show the claims and quotes behind a relation or a score.",
    "metrics": "Influence of actors, tone and alignment of pairs, blocs.",
    "shifts": "When two actors began to deal with each other differently.",
    "plot": "Draw scores over time, or the matrix of tones, as SVG or PNG.",
    "render": "Write the interactive page of a workspace.",
    "export": "Write a workspace in another format.",
    "validate": "Check a workspace or an RDF file, in plain words.",
    "evaluate": "Score the reading against annotated articles.",
}
"""Commands in the order in which ``--help`` lists them."""

EXAMPLES = """\b
Examples:
  influence-graph build articles/ -o sahel
  influence-graph query sahel --name distances-from --set actor=actor:DZA
  influence-graph query sahel 'SELECT ?who { ?who ig:distancesFrom actor:DZA }'
  influence-graph why sahel MLI DZA
  influence-graph extract article.txt | jq .

Exit status: 0 all well; 1 an error, or some inputs could not be read (each is named on standard
error); 2 wrong usage; 130 stopped with Ctrl-C.
"""


class _Lazy(click.Group):
    """Imports a command when it is called; package errors become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"influence_graph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InfluenceGraphError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            _leave_quietly()
        except KeyboardInterrupt:
            click.echo(
                "\nstopped; nothing that was there has changed, and articles already read are not "
                "read again by the next build",
                err=True,
            )
            sys.exit(130)


def _leave_quietly() -> NoReturn:
    """End as a Unix filter whose reader has gone."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    sys.exit(0)


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXAMPLES,
)
@click.version_option(__version__, prog_name="influence-graph")
def main() -> None:
    """Read articles, draw who moves toward or away from whom, keep the sentence behind each claim.

    Everything runs on this machine, offline, with the same result every time.
    """
