"""Plots: scores over time with their intervals, and the matrix of tones. Needs matplotlib."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import IO, TYPE_CHECKING, Any

from influence_graph.errors import ExportError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "plot_matrix", "plot_series"]

FORMATS = ("svg", "png")
"""What plots can be written as."""

# Okabe and Ito's colours, which the colour-blind tell apart.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
_SIZE = (9.0, 4.5)
_BAND = 12
_ASIDE = 12.0
_LONGEST = 30


def plot_series(
    lines: Mapping[str, Sequence[tuple[date, float, float | None, float | None]]],
    stream: IO[bytes],
    *,
    title: str,
    axis: str,
    bounds: tuple[float, float] | None = None,
    form: str = "svg",
) -> None:
    """Draw scores over time, each with its interval as a band; the same lines, the same bytes.

    Parameters
    ----------
    lines : Mapping of str to sequence of (date, value, low, high)
        Name of each line and its points in the order of time; at most seven lines.
    stream : binary file
        Where to write.
    title, axis : str
        Title, and name of the vertical axis.
    bounds : (float, float), optional
        Ends of the vertical axis.
    form : {"svg", "png"}
        Format.

    Raises
    ------
    ExportError
        Nothing to draw, no such format, or matplotlib is not installed.
    """
    if not any(lines.values()):
        raise ExportError("nothing to draw: no period has enough events (see --min-events)")
    if len(lines) > len(_COLOURS):
        raise ExportError(f"at most {len(_COLOURS)} lines in a plot; name fewer with --actors")
    figure = _figure()
    place = figure.subplots()
    for number, (name, points) in enumerate(lines.items()):
        _line(place, name, points, number, len(lines))
    place.axhline(0, color="#888888", linewidth=0.8)
    if bounds:
        place.set_ylim(*bounds)
    place.set_ylabel(axis)
    place.set_title(_plain(title), loc="left")
    for side in ("top", "right"):
        place.spines[side].set_visible(False)
    place.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)
    _save(figure, stream, form)


def _line(
    place: Axes,
    name: str,
    points: Sequence[tuple[date, float, float | None, float | None]],
    number: int,
    count: int,
) -> None:
    colour = _COLOURS[number]
    # Bars of few points would hide each other: they stand side by side.
    few = len(points) < _BAND
    aside = timedelta(days=(number - (count - 1) / 2) * _ASIDE) if few else timedelta()
    days: list[Any] = [point[0] + aside for point in points]
    place.plot(
        days, [p[1] for p in points], color=colour, marker="o", markersize=4, label=_plain(name)
    )
    banded = [(d, p[2], p[3]) for d, p in zip(days, points, strict=True) if p[2] is not None]
    where: list[Any] = [day for day, _, _ in banded]
    low: list[Any] = [b[1] for b in banded]
    high: list[Any] = [b[2] for b in banded]
    if few:
        place.vlines(where, low, high, color=colour, alpha=0.45, linewidth=1.2)
    else:
        place.fill_between(where, low, high, color=colour, alpha=0.15, linewidth=0)


def plot_matrix(
    names: Sequence[str],
    values: Mapping[tuple[int, int], float],
    stream: IO[bytes],
    *,
    title: str,
    form: str = "svg",
) -> None:
    """Draw a symmetric matrix of scores from -1 to 1; pairs without one stay grey.

    Parameters
    ----------
    names : sequence of str
        Of the rows and columns.
    values : Mapping of (int, int) to float
        Score of each pair of positions, in either order.
    stream, title, form
        As for `plot_series`.

    Raises
    ------
    ExportError
        Nothing to draw, no such format, or matplotlib is not installed.
    """
    if not values:
        raise ExportError("nothing to draw: no pair has enough events (see --min-events)")
    figure = _figure(square=max(4.0, 0.34 * len(names) + 2.2))
    from matplotlib import colormaps

    place = figure.subplots()
    size = len(names)
    grid = [[float("nan")] * size for _ in range(size)]
    for (i, j), value in values.items():
        grid[i][j] = grid[j][i] = value
    colours = colormaps["PuOr"].with_extremes(bad="#eeeeee")
    image = place.imshow(grid, cmap=colours, vmin=-1, vmax=1)
    labels = [
        _plain(name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…") for name in names
    ]
    place.set_xticks(range(size), labels, rotation=90)
    place.set_yticks(range(size), labels)
    place.tick_params(length=0, labelsize=8)
    for side in place.spines.values():
        side.set_visible(False)
    place.set_title(_plain(title), loc="left")
    bar = figure.colorbar(image, ax=place, shrink=0.6)
    bar.set_ticks([-1, 0, 1], labels=["−1 hostile", "0", "+1 friendly"])
    _save(figure, stream, form)


def _figure(square: float | None = None) -> Figure:
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure as Drawn
    except ImportError as error:
        raise ExportError("plots need matplotlib: pip install 'influence-graph[plots]'") from error
    # Without a salt the ids in an SVG file are drawn by lot.
    mpl.rcParams.update({"svg.hashsalt": "influence-graph", "font.size": 9})
    size = (square * 1.25, square) if square else _SIZE
    return Drawn(figsize=size, layout="constrained")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _plain(text: str) -> str:
    """Return text that matplotlib does not take for a formula, without control characters."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return shown.replace("\\", "\\\\").replace("$", r"\$")


def _save(figure: Figure, stream: IO[bytes], form: str) -> None:
    if form not in FORMATS:
        raise ExportError(f"no plot as {form!r}: use one of {', '.join(FORMATS)}")
    drawn = io.BytesIO()
    metadata: dict[str, Any] = {"Date": None} if form == "svg" else {"Software": None}
    figure.savefig(drawn, format=form, dpi=150, metadata=metadata)
    stream.write(drawn.getvalue())
