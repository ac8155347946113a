"""All files of a workspace change together, or none does.

New files are written to ``.next/`` while the workspace stays as it is. When all are there, a list
of what is to be moved is renamed to ``.next/COMMIT``: from that moment the new state holds. Then
the files are moved into place, and the list goes last. A process killed before the list leaves
the old state; one killed after it leaves the list, and `recover` (called whenever the workspace is
opened for writing or reading) finishes the moves. Moving twice does no harm.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from influence_graph.errors import WorkspaceError

__all__ = ["Transaction", "lock", "recover"]

_NEXT = ".next"
_COMMIT = "COMMIT"
_LOCK = ".lock"


class Transaction:
    """Collects new and removed files of a workspace.

    Parameters
    ----------
    root : Path
        The workspace.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / _NEXT
        self._moves: dict[str, bool] = {}
        self._removals: list[str] = []
        self.folder.mkdir(parents=True, exist_ok=True)

    def stage(self, name: str) -> Path:
        """Return where to write the new version of a file or folder."""
        path = self.folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._moves[name] = True
        return path

    def write(self, name: str, data: bytes) -> bool:
        """Stage a file unless it is the same as now; return whether it will change."""
        current = self.root / name
        with suppress(FileNotFoundError, IsADirectoryError):
            if current.read_bytes() == data:
                return False
        path = self.stage(name)
        with path.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        return True

    def remove(self, name: str) -> None:
        """Stage the removal of a file."""
        self._removals.append(name)

    def commit(self) -> bool:
        """Put everything in place; return whether anything changed."""
        if not self._moves and not self._removals:
            self.abandon()
            return False
        plan = json.dumps({"move": sorted(self._moves), "remove": sorted(self._removals)})
        draft = self.folder / "COMMIT.draft"
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(plan)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self.folder / _COMMIT)
        recover(self.root)
        return True

    def abandon(self) -> None:
        """Forget what was staged."""
        shutil.rmtree(self.folder, ignore_errors=True)


def recover(root: Path) -> None:
    """Finish an interrupted commit, or forget an unfinished transaction's files.

    What a running build keeps in ``.next/read`` is left, so that it need not be read again.

    Parameters
    ----------
    root : Path
        The workspace.

    Raises
    ------
    WorkspaceError
        The list of an interrupted commit cannot be read.
    """
    folder = root / _NEXT
    plan = folder / _COMMIT
    if not plan.is_file():
        shutil.rmtree(folder / "files", ignore_errors=True)
        return
    try:
        todo = json.loads(plan.read_text("utf-8"))
    except ValueError as error:
        raise WorkspaceError(f"{plan} is broken: delete it and build again") from error
    for name in todo["move"]:
        _move(folder / "files" / name, root / name)
        shutil.rmtree((root / name).with_name(f".{Path(name).name}.old"), ignore_errors=True)
    for name in todo["remove"]:
        (root / name).unlink(missing_ok=True)
    plan.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    if not source.exists():
        return  # moved before the interruption
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir() and target.is_dir():
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.replace(old)
        source.replace(target)
    else:
        source.replace(target)


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the workspace for writing.

    Raises
    ------
    WorkspaceError
        Another process is writing.
    """
    root.mkdir(parents=True, exist_ok=True)
    path = root / _LOCK
    with path.open("a") as stream:
        try:
            import fcntl
        except ImportError:  # pragma: no cover - Windows has no fcntl
            yield
            return
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise WorkspaceError(
                f"{root} is being written by another process; wait until it has finished"
            ) from error
        yield
