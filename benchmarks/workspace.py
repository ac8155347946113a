"""Building the demo and asking it, against rdflib on the same claims and query."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import ratio, time_command

__all__ = ["run"]

QUERY = "SELECT ?who ?whom { ?who ig:accuses ?whom }"
RDFLIB = """
import sys, rdflib
data = rdflib.Dataset(default_union=True)
data.parse(sys.argv[1], format="trig")
prefix = "PREFIX ig: <https://w3id.org/influence-graph/ontology#> "
print(len(list(data.query(prefix + sys.argv[2]))))
"""


def run() -> Iterator[str]:
    """Yield one line a measure; wall and CPU seconds of whole commands."""
    command = str(Path(sys.executable).with_name("influence-graph"))
    with tempfile.TemporaryDirectory() as folder:
        demo = str(Path(folder) / "demo")
        build = [command, "build", "examples/articles", "-o", demo, "-q"]
        extract = [command, "extract", "examples/articles", "-q"]
        first, first_cpu = time_command(build, 1)
        again, _ = time_command(build, 3)
        alone, alone_cpu = time_command(extract, 1)
        ours, _ = time_command([command, "query", demo, QUERY], 5)
        theirs, _ = time_command([sys.executable, "-c", RDFLIB, f"{demo}/claims.trig", QUERY], 5)
    yield f"extract alone    {alone:6.2f} s wall, {alone_cpu:6.2f} s CPU"
    yield (
        f"build            {first:6.2f} s wall, {first_cpu:6.2f} s CPU  "
        f"{ratio(first_cpu, alone_cpu)} of extract"
    )
    yield f"build again      {again:6.2f} s wall  {ratio(again, first)} of the first"
    yield f"query            {ours:6.2f} s wall  {ratio(ours, theirs)} of rdflib on claims.trig"
