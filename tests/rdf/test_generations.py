"""A new store takes the place of the old in one step, or not at all."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Quad

from influence_graph.errors import WorkspaceError
from influence_graph.rdf.generations import build_store, database_path, quads_digest
from influence_graph.rdf.store import Store

from .records import ARTICLE, CLAIMS, STATES


def triples(claims: int) -> list[Quad]:
    store = Store.memory()
    store.replace_article(ARTICLE, CLAIMS[:claims], STATES)
    return list(store.quads())


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def held(path: Path) -> bytes:
    with Store.read_only(path) as store:
        return store.dump("nquads")


def test_it_holds_what_it_was_given(tmp_path: Path) -> None:
    assert build_store(tmp_path / "store", triples(2))
    with Store.memory(triples(2)) as wanted:
        assert held(tmp_path / "store") == wanted.dump("nquads")


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    build_store(tmp_path / "store", triples(2))
    before = files(tmp_path)
    assert not build_store(tmp_path / "store", reversed(triples(2)))
    assert files(tmp_path) == before


def test_reading_writes_nothing(tmp_path: Path) -> None:
    build_store(tmp_path / "store", triples(2))
    before = files(tmp_path)
    held(tmp_path / "store")
    assert files(tmp_path) == before


def test_the_old_generation_goes(tmp_path: Path) -> None:
    build_store(tmp_path / "store", triples(1))
    build_store(tmp_path / "store", triples(2))
    assert [path.name for path in (tmp_path / "store").glob("gen-*")] == [
        database_path(tmp_path / "store").name
    ]


def test_a_store_changed_in_place_is_built_anew(tmp_path: Path) -> None:
    build_store(tmp_path / "store", triples(1))
    with Store.open(tmp_path / "store") as store:
        store.remove_article(ARTICLE.id)
    assert build_store(tmp_path / "store", triples(1))
    with Store.memory(triples(1)) as wanted:
        assert held(tmp_path / "store") == wanted.dump("nquads")


def test_the_digest_is_that_of_a_set() -> None:
    quads = triples(2)
    assert quads_digest(quads) == quads_digest([*reversed(quads), quads[0]])
    assert quads_digest(quads) != quads_digest(quads[1:])


def test_a_damaged_pointer_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("../../etc\n")
    with pytest.raises(WorkspaceError, match="delete the folder and build again"):
        database_path(tmp_path)


# Builds one of two states, and dies as by kill -9 at the step that the first argument names.
DIE = """
import os, signal, sys
from pathlib import Path
import influence_graph.rdf.generations as generations
from influence_graph.rdf.store import Store
from tests.rdf.records import ARTICLE, CLAIMS, STATES

step, path = sys.argv[1], Path(sys.argv[2])

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

if step == "before the new generation":
    generations._remove_all_but = die
elif step == "with the new generation half written":
    real_store = generations.pyoxigraph.Store
    class Half:
        flush = die
        def __init__(self, path):
            self.bulk_extend = real_store(path).bulk_extend
elif step == "before the swap":
    generations._write_current = die
elif step == "within the swap":
    Path.replace = die
elif step == "after the swap":
    real = generations._remove_all_but
    calls = []
    def second(path, name):
        calls.append(name)
        die() if len(calls) == 2 else real(path, name)
    generations._remove_all_but = second
store = Store.memory()
store.replace_article(ARTICLE, CLAIMS[:2], STATES)
quads = list(store.quads())
if step == "with the new generation half written":
    generations.pyoxigraph.Store = Half
generations.build_store(path, quads)
"""


def child(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    ("step", "state"),
    [
        ("before the new generation", 1),
        ("with the new generation half written", 1),
        ("before the swap", 1),
        ("within the swap", 1),
        ("after the swap", 2),
    ],
)
def test_killed_at_any_step_the_last_good_state_stays(
    tmp_path: Path, step: str, state: int
) -> None:
    path = tmp_path / "store"
    build_store(path, triples(1))
    with child(DIE, step, str(path)) as process:
        assert process.wait(timeout=60) == -signal.SIGKILL
    with Store.memory(triples(state)) as wanted:
        assert held(path) == wanted.dump("nquads")
    build_store(path, triples(2))  # the next build mends what was left
    with Store.memory(triples(2)) as wanted:
        assert held(path) == wanted.dump("nquads")
    assert len(list(path.glob("gen-*"))) == 1


SWING = """
import sys
from pathlib import Path
from influence_graph.rdf.generations import build_store
from tests.rdf.test_generations import triples
states = [triples(1), triples(2)]
print("ready", flush=True)
while True:
    for state in states:
        build_store(Path(sys.argv[1]), state)
"""


def test_killed_at_random_moments_the_store_is_one_of_the_two_states(tmp_path: Path) -> None:
    path = tmp_path / "store"
    build_store(path, triples(1))
    wanted = set()
    for count in (1, 2):
        with Store.memory(triples(count)) as store:
            wanted.add(store.dump("nquads"))
    for delay in (0.003, 0.013, 0.029, 0.047, 0.071, 0.101):
        with child(SWING, str(path)) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
        assert held(path) in wanted
