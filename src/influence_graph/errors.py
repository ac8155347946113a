"""The errors of the package.

::

    InfluenceGraphError
    ├── InputError            an input that cannot be read (file and place named)
    │   └── RecordError       one row of a table or JSON Lines file
    ├── OntologyError         a broken ontology, gazetteer or lexicon
    │   └── LexiconError      one lexicon entry
    ├── WorkspaceError        a folder that is no workspace, or is in use
    ├── QueryError            a SPARQL query that is wrong or not allowed
    ├── MeasureError          a measure that the data cannot answer
    ├── ExportError           a graph that a format cannot hold
    └── MissingExtraError     an optional library that is not installed

Each message says what is wrong, where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "ExportError",
    "InfluenceGraphError",
    "InputError",
    "LexiconError",
    "MeasureError",
    "MissingExtraError",
    "OntologyError",
    "QueryError",
    "RecordError",
    "WorkspaceError",
]


class InfluenceGraphError(Exception):
    """Any error that the package raises on purpose."""


class InputError(InfluenceGraphError):
    """An input that cannot be read.

    Parameters
    ----------
    message : str
        What is wrong, and what to do.
    source : str, optional
        File name, URL or ``-`` for standard input.
    """

    def __init__(self, message: str, *, source: str = "") -> None:
        self.message = message
        self.source = source
        super().__init__(f"{source}: {message}" if source else message)


class RecordError(InputError):
    """One row that cannot be read.

    Parameters
    ----------
    message : str
        What is wrong, and what to do.
    source : str, optional
        File name.
    line : int, optional
        Line, counted from 1; 0 where it is not known.
    """

    def __init__(self, message: str, *, source: str = "", line: int = 0) -> None:
        self.line = line
        place = f"{source}:{line}" if line else source
        super().__init__(message, source=place)


class OntologyError(InfluenceGraphError):
    """A broken ontology, gazetteer or lexicon file."""


class LexiconError(OntologyError):
    """A lexicon entry that cannot be used."""


class WorkspaceError(InfluenceGraphError):
    """A folder that is no workspace, or one that another process is writing."""


class QueryError(InfluenceGraphError):
    """A SPARQL query that is wrong, not allowed, or too slow."""


class MeasureError(InfluenceGraphError):
    """A measure that the given graph or settings cannot answer."""


class ExportError(InfluenceGraphError):
    """A graph that the wanted format cannot hold."""


class MissingExtraError(InfluenceGraphError):
    """An optional library that is not installed.

    Parameters
    ----------
    feature : str
        What the user asked for.
    extra : str
        The extra of ``influence-graph`` that brings it.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs an optional library; install it with: "
            f"pip install 'influence-graph[{extra}]'"
        )
