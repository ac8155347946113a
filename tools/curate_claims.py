"""Write ``graph/claims``: what the example articles claim, as a curator left it.

Usage::

    influence-graph build examples/articles -o demo
    python tools/curate_claims.py demo --pending   # claims that nobody has decided on, to be read
    python tools/curate_claims.py demo             # write graph/claims/<article>.ttl
    python tools/curate_claims.py demo --check     # exit 1 if the files are not what it would write

The decisions stand in ``graph/claims/corrections.jsonl``, in the form of a workspace's own
corrections: ``claim`` and ``review`` (``accepted``, ``rejected``, ``corrected`` with what is new).
The fields ``says``, ``quote`` and ``in`` only help whoever reads the file. Rejected claims are
left out of the Turtle. Same claims and decisions, same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from influence_graph import Workspace
from influence_graph.errors import InfluenceGraphError, WorkspaceError
from influence_graph.model import Actor, Article, Claim
from influence_graph.pipeline.corrections import apply_corrections, read_corrections
from influence_graph.pipeline.ledger import write_atomically
from influence_graph.rdf.serialising import serialise
from influence_graph.rdf.validate import validate_quads

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "graph" / "claims"
DECISIONS = "corrections.jsonl"
ORIGIN = "examples/articles"

Corrections = Mapping[str, Mapping[str, Any]]


def curated(claims: Iterable[Claim], corrections: Corrections) -> tuple[Claim, ...]:
    """Return the claims that stand, corrected, in order of their ids.

    A cause that was rejected is forgotten.
    """
    after = apply_corrections(claims, corrections)
    rejected = {claim.id for claim in after if claim.review == "rejected"}
    kept = [
        replace(claim, because_claim=None) if claim.because_claim in rejected else claim
        for claim in after
        if claim.id not in rejected
    ]
    return tuple(sorted(kept, key=lambda claim: claim.id))


def file_name(article: Article) -> str:
    """Return the name of an article's file: that of the article, whatever the folder."""
    return f"{Path(article.origin).stem}.ttl"


def turtle(article: Article, claims: Iterable[Claim], actors: Mapping[str, Actor]) -> bytes:
    """Return the file of an article; its origin is its place in the project."""
    article = replace(article, origin=f"{ORIGIN}/{Path(article.origin).name}")
    head = f"# What {article.origin} claims, curated. Made by tools/curate_claims.py.\n"
    return head.encode() + serialise(claims, {article.id: article}, actors, "turtle")


def files(workspace: Workspace, corrections: Corrections) -> dict[str, bytes]:
    """Return the files by name, in order.

    Raises
    ------
    WorkspaceError
        Two articles have the same file name, or what is written would not be valid.
    """
    written: dict[str, bytes] = {}
    for entry in sorted(workspace.entries, key=lambda entry: file_name(entry.article)):
        name = file_name(entry.article)
        if name in written:
            raise WorkspaceError(f"two articles are named {name}: rename one")
        claims = curated(entry.claims, corrections)
        written[name] = turtle(entry.article, claims, workspace.known_actors)
        wrong = _validate(written[name], entry.article)
        if wrong:
            raise WorkspaceError(f"{name} would not be valid: {wrong[0]}")
    return written


def _validate(data: bytes, article: Article) -> tuple[Any, ...]:
    from pyoxigraph import RdfFormat, parse

    return validate_quads(parse(data, format=RdfFormat.TURTLE), lambda _: article.text)


def describe(claim: Claim, article: Article) -> dict[str, str]:
    """Return what helps to read a decision about a claim."""
    said = f"{claim.subject} {claim.relation} {claim.object}"
    return {
        "says": said if claim.modality == "asserted" else f"{said} ({claim.modality})",
        "quote": claim.evidence[0].quote,
        "in": Path(article.origin).stem,
    }


def pending(workspace: Workspace, corrections: Corrections) -> list[dict[str, str]]:
    """Return the claims that nobody has decided on, in the order of articles and text."""
    entries = sorted(workspace.entries, key=lambda entry: file_name(entry.article))
    return [
        {"claim": claim.id, "review": "", **describe(claim, entry.article)}
        for entry in entries
        for claim in sorted(entry.claims, key=lambda c: (c.evidence[0].start, c.id))
        if claim.id not in corrections
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the script; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET, help="default: graph/claims")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--pending", action="store_true", help="print undecided claims")
    mode.add_argument("--check", action="store_true", help="compare, write nothing")
    chosen = parser.parse_args(arguments)
    try:
        workspace = Workspace(chosen.workspace)
        corrections = read_corrections(chosen.out / DECISIONS, workspace.relations)
        open_ones = pending(workspace, corrections)
        if chosen.pending:
            for row in open_ones:
                print(json.dumps(row, ensure_ascii=False))
            return 0
        new = files(workspace, corrections)
    except InfluenceGraphError as error:
        print(error, file=sys.stderr)
        return 1
    old = {path.name: path.read_bytes() for path in sorted(chosen.out.glob("*.ttl"))}
    if chosen.check:
        for name in sorted({*old, *new}):
            if old.get(name) != new.get(name):
                print(f"{chosen.out / name} is not what the workspace and the decisions give")
        return int(old != new)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, data in new.items():
        write_atomically(chosen.out / name, data)
    for name in sorted(set(old) - set(new)):
        (chosen.out / name).unlink()
    found = {claim.id for entry in workspace.entries for claim in entry.claims}
    print(f"{len(new)} files in {chosen.out}")
    print(f"{len(open_ones)} claims undecided")
    print(f"{len(set(corrections) - found)} decisions about claims that are no longer found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
