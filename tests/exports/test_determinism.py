"""The same claims give the same bytes, in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

_SCRIPT = """
import hashlib, io, sys
from influence_graph.exports import WRITERS, layout, report, with_positions, write_table
from influence_graph.metrics import COLUMNS, measure
from influence_graph.model import Article, Claim, Evidence, Relation, TimeSpan
from influence_graph.network import aggregate, dyads, project

names = ["AAA", "BBB:GOV", "CCC", "IGO:UN", "DDD", "NSAG:X", "EEE", "FFF"]
relations = {
    n: Relation(name=n, sign=s, intensity=4.0 * s, symmetric=n.endswith("With"), family=f)
    for n, s, f in (
        ("supports", 1, "event"), ("alignsWith", 1, "stance"), ("accuses", -1, "event"),
        ("influences", 1, "influence"),
    )
}
articles, claims = {}, []
for i in range(120):
    told = Article(
        text=f"t{i // 4}", title=f"T{i // 4}", publisher=f"P{i % 3}",
        published=TimeSpan.parse(f"{2020 + i // 40}-{i % 12 + 1:02d}-{i % 28 + 1:02d}"),
    )
    articles[told.id] = told
    a, b = names[i % 8], names[(i * i + i // 3 + 1) % 8]
    if a != b:
        relation = sorted(relations)[(i * 7 // 3) % 4]
        where = Evidence(article=told.id, start=0, end=2, quote=f"q{i}")
        claims.append(Claim(subject=a, relation=relation, object=b, evidence=(where,),
                            confidence=0.5 + i % 5 / 10))
if sys.argv[1] == "backwards":
    claims.reverse()
graph = project(claims, relations=relations, articles=articles, level="state")
measures = measure(graph, min_events=1, resamples=5)
stream = io.BytesIO()
for one in (graph, aggregate(graph)):
    for name in WRITERS:
        WRITERS[name](with_positions(one), stream)
write_table(COLUMNS, measures.rows(), stream)
stream.write(report(graph, measures, dyads(graph)).encode())
stream.write(repr(layout(graph)).encode())
print(hashlib.sha256(stream.getvalue()).hexdigest(), graph.number_of_edges())
"""


def _digest(order: str, hash_seed: str, threads: str) -> str:
    environment = os.environ | {
        "PYTHONHASHSEED": hash_seed,
        "OPENBLAS_NUM_THREADS": threads,
        "OMP_NUM_THREADS": threads,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, order],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("order", "hash_seed", "threads"),
    [("forwards", "1", "1"), ("backwards", "2", "2")],
)
def test_hash_seeds_order_and_threads_change_no_byte(
    order: str, hash_seed: str, threads: str
) -> None:
    digest = _digest(order, hash_seed, threads)
    assert len(digest.split()[0]) == len(hashlib.sha256().hexdigest())
    assert digest == _digest("forwards", "0", "1")
