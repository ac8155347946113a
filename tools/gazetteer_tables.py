"""Reading of the tables of facts in ``graph/tables``.

A table is UTF-8 text, tab-separated, with a header; several values in a cell are separated by
``|``; lines that begin with ``#`` and empty lines are skipped.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

COLUMNS = {
    "states": (
        "code wikidata status kind name_en name_fr acronym_en acronym_fr alias_en alias_fr"
        " capital_en capital_fr capital_alias seat_en seat_fr adj_fr noun_fr adj_en noun_en"
        " prefix_fr prefix_en ambiguous not_actor groups neighbours"
    ),
    "organisations": (
        "code kind wikidata name_en name_fr acronym_en acronym_fr alias_en alias_fr seat_en seat_fr"
        " city_en city_fr part_of active_from active_to note"
    ),
    "institutions": (
        "code kind wikidata name_en name_fr acronym_en acronym_fr alias_en alias_fr seat_en seat_fr"
        " city_en city_fr part_of active_from active_to note"
    ),
    "groups": (
        "code wikidata name_en name_fr acronym alias_en alias_fr members_en members_fr state people"
        " active_from active_to note"
    ),
    "offices": ("person person_id alias gender code role start end note"),
    "memberships": ("organisation state start end"),
}
"""The header of each table, ``NAME.tsv``."""

NAME_COLUMNS = (
    "code name acronym alias capital seat city adj noun members prefix ambiguous not_actor"
)
"""The header of the names in one more language, ``names_LANGUAGE.tsv``."""


class TableError(ValueError):
    """A row of a table that cannot be used; the message begins with ``file:line``."""


@dataclass(frozen=True)
class Row:
    """One row of a table, with its place for error messages."""

    table: str
    line: int
    cells: dict[str, str]

    def one(self, column: str) -> str:
        """Return a cell as written."""
        return self.cells[column]

    def many(self, column: str) -> list[str]:
        """Return the values of a cell, in order."""
        cell = self.cells[column]
        return cell.split("|") if cell else []

    def fail(self, message: str) -> TableError:
        """Return the error that names this row."""
        return TableError(f"{self.table}:{self.line}: {message}")


def read_table(path: Path, columns: list[str]) -> list[Row]:
    """Read a tab-separated table.

    Parameters
    ----------
    path : Path
        UTF-8 file with a header; lines that begin with ``#`` and empty lines are skipped.
        A file that does not exist has no rows.
    columns : list of str
        The header that is expected, in this order.

    Raises
    ------
    TableError
        Wrong header, wrong number of cells, a cell that is not trimmed or not in Unicode
        normal form C, an empty or repeated value.
    """
    if not path.exists():
        return []
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != columns:
                raise TableError(f"{path.name}:{number}: the header must be {' '.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} expected")
        row = Row(path.name, number, dict(zip(columns, cells, strict=True)))
        for column in columns:
            _check_cell(row, column)
        rows.append(row)
    return rows


def _check_cell(row: Row, column: str) -> None:
    cell = row.one(column)
    if cell != unicodedata.normalize("NFC", cell):
        raise row.fail(f"{column} is not in Unicode normal form C")
    if "\u2019" in cell:
        raise row.fail(f"{column} has a curly apostrophe; write ' instead")
    if column == "note":
        return
    values = row.many(column)
    for value in values:
        if not value or value != value.strip():
            raise row.fail(f"{column} has an empty value or spaces around one: {cell!r}")
    if len(set(values)) != len(values):
        raise row.fail(f"{column} says a value twice: {cell!r}")


def read_names(folder: Path) -> dict[str, list[Row]]:
    """Read the tables of names in further languages, by language.

    Raises
    ------
    TableError
        See `read_table`.
    """
    return {
        path.stem.removeprefix("names_"): read_table(path, NAME_COLUMNS.split())
        for path in sorted(folder.glob("names_*.tsv"))
    }


def read_tables(folder: Path) -> dict[str, list[Row]]:
    """Read all tables of a folder; a missing one has no rows.

    Raises
    ------
    TableError
        See `read_table`.
    """
    return {
        name: read_table(folder / f"{name}.tsv", columns.split())
        for name, columns in COLUMNS.items()
    }
