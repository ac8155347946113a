"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from influence_graph.errors import InputError

__all__ = [
    "Problems",
    "examples",
    "jobs_option",
    "language_option",
    "level_option",
    "measure_options",
    "modality_option",
    "models_option",
    "quiet_option",
    "window_options",
    "workspace_argument",
]

Function = TypeVar("Function", bound=Callable[..., Any])

workspace_argument = click.argument(
    "workspace", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)

language_option = click.option(
    "--lang",
    metavar="CODE",
    help="Language of all articles, such as fr. Default: as each says, else identified.",
)

models_option = click.option(
    "--model",
    "models",
    metavar="LANG=NAME",
    multiple=True,
    help="Another spaCy pipeline with UD labels for a language, by name or folder.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes that read articles; the result is the same for any number.",
)

quiet_option = click.option("--quiet", "-q", is_flag=True, help="No progress, no summary.")

level_option = click.option(
    "--level",
    type=click.Choice(["actor", "state"]),
    default="state",
    show_default=True,
    help="Actors as named, or roles rolled up to their state.",
)

modality_option = click.option(
    "--modality",
    "modalities",
    type=click.Choice(["asserted", "reported", "planned", "possible", "denied"]),
    multiple=True,
    help="Only claims that are put so; may be given again. Default: all, by their weights.",
)


def examples(*lines: str) -> str:
    """Return an epilogue of examples that click does not wrap."""
    return "\b\nExamples:\n" + "\n".join(f"  influence-graph {line}" for line in lines)


def window_options(function: Function) -> Function:
    """Add ``--from`` and ``--to``."""
    for name, target, what in (("--to", "until", "Last"), ("--from", "since", "First")):
        function = click.option(
            name,
            target,
            metavar="DATE",
            help=f"{what} day, month or year: 2023-01-09, 2023-01, 2023.",
        )(function)
    return function


def measure_options(function: Function) -> Function:
    """Add the options that say which claims are measured, and about whom rows are shown."""
    for option in (
        click.option(
            "--official",
            "official_only",
            is_flag=True,
            help="Only states, governments, armed forces, persons and international organisations.",
        ),
        modality_option,
        click.option(
            "--min-events",
            type=click.IntRange(1),
            default=5,
            show_default=True,
            help="Pairs with fewer events get no score; below 5 a score is marked.",
        ),
        click.option(
            "--actors",
            metavar="A",
            multiple=True,
            help="Code or name; show only rows about it. Given again: only rows among them.",
        ),
        click.option(
            "--by",
            type=click.Choice(["month", "quarter", "year"]),
            default="quarter",
            show_default=True,
            help="Length of a period.",
        ),
        level_option,
        window_options,
    ):
        function = option(function)
    return function


def parse_models(pairs: tuple[str, ...]) -> dict[str, str]:
    """Read ``LANG=NAME`` pairs."""
    models = {}
    for pair in pairs:
        language, equals, name = pair.partition("=")
        if not equals or not language or not name:
            raise click.BadParameter(f"expected LANG=NAME, got {pair!r}", param_hint="--model")
        models[language] = name
    return models


class Problems:
    """Prints one line about each input that cannot be read, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: InputError) -> None:
        """Report one input."""
        self.count += 1
        click.echo(f"skipped {' '.join(str(error).split())}", err=True)

    def finish(self) -> None:
        """End with status 1 where some inputs could not be read."""
        if self.count:
            click.echo(
                f"{self.count} input{'s' if self.count > 1 else ''} could not be read; "
                "the rest is done",
                err=True,
            )
            sys.exit(1)
