"""All files of a workspace change together, or none does, whenever the process dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from influence_graph.errors import WorkspaceError
from influence_graph.pipeline.transaction import Transaction, lock, recover


def state(root: Path) -> dict[str, str]:
    return {
        str(p.relative_to(root)): p.read_text("utf-8")
        for p in sorted(root.rglob("*"))
        if p.is_file() and ".next" not in p.parts
    }


def start(root: Path) -> Transaction:
    transaction = Transaction(root)
    transaction.write("a.txt", b"new a")
    transaction.write("b.txt", b"new b")
    (transaction.stage("store")).mkdir()
    (transaction.stage("store") / "data").write_text("new data", "utf-8")
    transaction.remove("gone.txt")
    return transaction


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("old a", "utf-8")
    (tmp_path / "gone.txt").write_text("old", "utf-8")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "data").write_text("old data", "utf-8")
    return tmp_path


OLD = {"a.txt": "old a", "gone.txt": "old", "store/data": "old data"}
NEW = {"a.txt": "new a", "b.txt": "new b", "store/data": "new data"}


def test_nothing_changes_before_the_commit(root: Path) -> None:
    start(root)
    assert state(root) == OLD


def test_everything_changes_with_the_commit(root: Path) -> None:
    assert start(root).commit()
    assert state(root) == NEW
    assert not (root / ".next").exists()


def test_unfinished_transaction_is_forgotten(root: Path) -> None:
    start(root)
    recover(root)
    assert state(root) == OLD


def test_same_content_is_no_change(root: Path) -> None:
    transaction = Transaction(root)
    assert not transaction.write("a.txt", b"old a")
    assert not transaction.commit()


@pytest.mark.parametrize("die_at", range(9))
def test_killed_at_any_step_leaves_the_old_or_the_new_state(root: Path, die_at: int) -> None:
    script = f"""
import os, signal, sys
from pathlib import Path
steps = 0
def counted(call):
    def wrapper(*args, **options):
        global steps
        if steps == {die_at}:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1
        return call(*args, **options)
    return wrapper
Path.replace = counted(Path.replace)
Path.unlink = counted(Path.unlink)
from tests.pipeline.test_transaction import start
start(Path(sys.argv[1])).commit()
"""
    done = subprocess.run([sys.executable, "-c", script, str(root)], check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    recover(root)
    assert state(root) in (OLD, NEW)
    assert not (root / ".store.old").exists()
    if done.returncode == 0:
        assert state(root) == NEW


def test_two_writers_are_refused(tmp_path: Path) -> None:
    refused = pytest.raises(WorkspaceError, match="being written by another process")
    with lock(tmp_path), refused, lock(tmp_path):
        pass


def test_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from influence_graph.pipeline.transaction import lock\n"
        "with lock(Path(sys.argv[1])):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert os.path.lexists(tmp_path / ".lock")
    with lock(tmp_path):
        pass
