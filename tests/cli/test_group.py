"""The command as a whole: help, status, errors of one line, pipes, and what the documents say."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from influence_graph import __version__
from influence_graph.cli import main

from .conftest import Run

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("influence-graph")
COMMANDS = main.list_commands(click.Context(main))
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "examples/README.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples" / "scripts").glob("*.*y*")),
]


def test_help_lists_every_command_with_examples_and_statuses(run: Run) -> None:
    told = run("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", told, re.MULTILINE)
    assert "Examples:" in told
    assert "Exit status" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(run: Run, name: str) -> None:
    result = run(name, "-h")
    assert result.exit_code == 0
    assert f"influence-graph {name}" in result.stdout.partition("Examples:")[2]


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"influence-graph, version {__version__}\n"


def test_an_unknown_command_or_option_is_wrong_usage(run: Run, made: Path) -> None:
    assert run("frobnicate").exit_code == 2
    assert run("query", made, "--frobnicate").exit_code == 2


def examples_of(text: str) -> list[str]:
    """The commands that a text shows, one a line."""
    found = re.findall(r"(?:^|\$ |`|\| )(influence-graph [a-z][^\n`]*)", text, re.MULTILINE)
    return [line.strip() for line in found if not line.endswith(("…", "..."))]


def documented() -> list[str]:
    shown = [line for path in DOCUMENTS for line in examples_of(path.read_text("utf-8"))]
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        shown += re.findall(r"^  (?:cat \S+ \| )?(influence-graph .*)$", command.epilog or "", re.M)
    return sorted({line for line in shown if " " in line.removeprefix("influence-graph ")})


@pytest.mark.parametrize(
    "line",
    list(documented()),
)
def test_each_command_that_the_documents_show_has_the_options_it_uses(line: str) -> None:
    words = shlex.split(re.split(r" [|<>] ?| > ", line, maxsplit=1)[0], comments=True)[1:]
    assert words[0] in COMMANDS, line
    command = main.get_command(click.Context(main), words[0])
    assert command is not None
    try:
        command.make_context(words[0], words[1:])
    except click.BadParameter as error:  # a file of the example that is not here
        if not re.search("does not exist|No such file", error.message):
            raise
    except click.exceptions.Exit:
        pass  # --help


def test_each_command_ends_quietly_when_its_reader_leaves(made: Path) -> None:
    script = 'set -o pipefail; "$0" export "$1" --format turtle | head -c 1'
    done = subprocess.run(["bash", "-c", script, COMMAND, made], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"@", b"")


def test_standard_output_is_for_the_answer_alone(made: Path) -> None:
    done = subprocess.run(
        [COMMAND, "query", made, "SELECT ?x { ?x ig:distancesFrom actor:DZA }", "--format", "csv"],
        capture_output=True,
        check=False,
    )
    assert done.stdout.split() == [b"x", b"https://w3id.org/influence-graph/actor/MLI"]
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_error_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "why", tmp_path, "MLI", "DZA"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"Error: ")
    assert b"Traceback" not in done.stderr
