"""How a store lies on disk, and how a new one takes the place of the old.

::

    store/current          one line: the generation in use, and the digest of its triples as
                           long as it was not opened for changing
    store/gen-<digest>/    an Oxigraph database

`build_store` writes a new generation beside the one in use, flushes it, and then replaces
``current`` by one rename. A reader finds its generation in ``current``. So a process that is
killed at any moment leaves either the old state or the new one. What it left half done is a
folder that ``current`` does not name, and the next `build_store` removes it. Where the triples
are those of the generation in use, nothing is written at all.

There is one writer at a time: the workspace sees to that. A generation that is no longer in use
is removed at once; who has it open keeps reading it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from influence_graph.errors import WorkspaceError
from influence_graph.rdf.ontology import ontology_quads

__all__ = ["build_store", "database_path", "open_generation", "quads_digest"]

_CURRENT: Final = "current"
_PREFIX: Final = "gen-"


def quads_digest(quads: Iterable[Quad]) -> str:
    """Return the SHA-256 of triples in N-Quads, sorted, each once; in hexadecimal."""
    lines = pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
    return hashlib.sha256(b"\n".join(sorted(set(lines.splitlines())))).hexdigest()


def build_store(path: Path, quads: Iterable[Quad]) -> bool:
    """Make the store at a path hold exactly these triples, and the ontology.

    Parameters
    ----------
    path : Path
        Folder of the store; made where it is missing.
    quads : iterable of Quad
        Everything the store shall hold; the ontology comes with it, for queries by hierarchy.

    Returns
    -------
    bool
        Whether anything was written; False where it held these triples already.

    Raises
    ------
    WorkspaceError
        The folder cannot be written.
    """
    quads = [*quads, *ontology_quads()]
    digest = quads_digest(quads)
    try:
        path.mkdir(parents=True, exist_ok=True)
        in_use, held = _read_current(path)
        _remove_all_but(path, in_use)
        if held == digest:
            return False
        name = f"{_PREFIX}{digest[:16]}"
        if name == in_use:
            name += "-2"  # the generation of this name was changed in place
        database = pyoxigraph.Store(path / name)
        database.bulk_extend(quads)
        database.flush()
        del database
        _write_current(path, name, digest)
        _remove_all_but(path, name)
    except OSError as error:
        raise WorkspaceError(f"{path}: the store cannot be written: {error}") from error
    return True


def database_path(path: Path) -> Path:
    """Return the folder of the database in use.

    Raises
    ------
    WorkspaceError
        There is no store at this path.
    """
    name, _ = _read_current(path)
    if name is None or not (path / name).is_dir():
        raise WorkspaceError(f"{path}: there is no store; build the workspace first")
    return path / name


def open_generation(path: Path) -> Path:
    """Return the folder of the database in use, for changing it; make an empty one if needed."""
    if _read_current(path)[0] is None:
        build_store(path, ())
    folder = database_path(path)
    _write_current(path, folder.name, "")  # from now on its triples may be others
    return folder


def _read_current(path: Path) -> tuple[str | None, str]:
    try:
        line = (path / _CURRENT).read_text(encoding="ascii")
    except FileNotFoundError:
        return None, ""
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path / _CURRENT} cannot be read: {error}") from error
    name, _, digest = line.strip().partition(" ")
    if not name.startswith(_PREFIX) or "/" in name or "\\" in name:
        raise WorkspaceError(
            f"{path / _CURRENT} names no generation: delete the folder and build again"
        )
    return name, digest


def _write_current(path: Path, name: str, digest: str) -> None:
    temporary = path / f"{_CURRENT}.new"
    with temporary.open("w", encoding="ascii") as file:
        file.write(f"{name} {digest}".strip() + "\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path / _CURRENT)
    with contextlib.suppress(OSError):  # not every system can sync a folder
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove_all_but(path: Path, name: str | None) -> None:
    for folder in sorted(path.glob(f"{_PREFIX}*")):
        if folder.name != name and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
