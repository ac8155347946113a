"""An analyst's corrections: never overwritten by a build, always applied.

``corrections.jsonl`` in the workspace holds one JSON object a line: ``claim`` (its id) and
``review`` (``accepted``, ``rejected`` or ``corrected``); a corrected claim also has what is new:
``subject``, ``relation``, ``object`` or ``modality``. A later line for the same claim wins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from influence_graph.errors import RecordError
from influence_graph.model import MODALITIES, Claim

__all__ = ["FILE_NAME", "apply_corrections", "read_corrections"]

FILE_NAME = "corrections.jsonl"

_DECISIONS = ("accepted", "rejected", "corrected")
_CHANGES = ("subject", "relation", "object", "modality")


def read_corrections(path: Path, relations: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read a file of corrections; a missing file has none.

    Raises
    ------
    RecordError
        A line is wrong; the file and line are named.
    """
    known = frozenset(relations)
    found: dict[str, dict[str, Any]] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            claim, review = str(row["claim"]), row["review"]
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError(f"no correction: {error!r}", source=str(path), line=number) from error
        if review not in _DECISIONS:
            raise RecordError(
                f"review must be one of {', '.join(_DECISIONS)}, not {review!r}",
                source=str(path),
                line=number,
            )
        if "relation" in row and row["relation"] not in known:
            raise RecordError(
                f"unknown relation {row['relation']!r}", source=str(path), line=number
            )
        if "modality" in row and row["modality"] not in MODALITIES:
            raise RecordError(
                f"unknown modality {row['modality']!r}", source=str(path), line=number
            )
        found[claim] = row
    return found


def apply_corrections(
    claims: Iterable[Claim], corrections: Mapping[str, Mapping[str, Any]]
) -> list[Claim]:
    """Return the claims as the analyst left them, in the same order.

    A claim that is corrected to equal another one becomes one claim with it, with the evidence
    of both; one that is corrected to asserted is said by the article, not by a speaker; causes
    follow the claims that they name.

    Parameters
    ----------
    claims : iterable of Claim
        As extracted.
    corrections : Mapping of str to Mapping
        By claim id, from `read_corrections`.
    """
    now: dict[str, Claim] = {}
    for claim in claims:
        row = corrections.get(claim.id)
        if row is None:
            now[claim.id] = claim
            continue
        changes = {name: row[name] for name in _CHANGES if name in row}
        changed = replace(claim, review=row["review"], **changes)
        if changed.modality == "asserted" and claim.modality != "asserted":
            changed = replace(changed, attribution=None)
        now[claim.id] = changed
    merged: dict[str, Claim] = {}
    for claim in now.values():
        cause = now.get(claim.because_claim) if claim.because_claim else None
        if cause is not None:
            claim = replace(claim, because_claim=cause.id if cause.id != claim.id else None)
        twin = merged.get(claim.id)
        merged[claim.id] = claim if twin is None else _one_of(twin, claim)
    return list(merged.values())


def _one_of(first: Claim, second: Claim) -> Claim:
    """Return one claim for two that are equal: what stands goes before what is rejected."""
    if first.review == "rejected":
        return second
    if second.review == "rejected":
        return first
    reviewed = first if first.review != "unreviewed" else second
    return replace(first, review=reviewed.review).with_evidence(second.evidence)
