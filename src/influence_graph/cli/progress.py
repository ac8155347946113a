"""Progress on standard error, where a person is watching."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["tracked"]

Item = TypeVar("Item")


def tracked(
    items: Iterable[Item], title: str, *, total: int | None = None, quiet: bool = False
) -> Iterator[Item]:
    """Yield the items; show a bar on a terminal, nothing elsewhere.

    Parameters
    ----------
    items : iterable
        Passed through.
    title : str
        What is being done.
    total : int, optional
        How many there are, where it is known.
    quiet : bool, optional
        Show nothing.
    """
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        task = progress.add_task(title, total=total)
        for item in items:
            yield item
            progress.advance(task)
