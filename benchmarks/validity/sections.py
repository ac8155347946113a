"""Parts of the report: a table with what was found, and what must hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Floor", "Section"]


@dataclass(frozen=True, slots=True)
class Floor:
    """A figure that must not fall below a value; both have two decimals."""

    name: str
    value: float
    least: float

    @property
    def holds(self) -> bool:
        """The figure is known and not below."""
        return round(self.value, 2) >= self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table of the report."""

    title: str
    text: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    floors: list[Floor] = field(default_factory=list)

    def markdown(self) -> str:
        """Return the section as Markdown."""
        lines = [f"## {self.title}", "", self.text, "", _line(self.columns)]
        lines.append(_line(("---",) * len(self.columns)))
        lines += [_line(row) for row in self.rows]
        if self.floors:
            lines += ["", "| at least | asked | measured | |", "|---|---|---|---|"]
            lines += [
                f"| {floor.name} | {floor.least:.2f} | {floor.value:.2f} | "
                f"{'holds' if floor.holds else '**fails**'} |"
                for floor in self.floors
            ]
        return "\n".join(lines) + "\n"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
