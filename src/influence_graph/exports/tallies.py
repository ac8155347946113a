"""Counts of events that the report names: by partner, and by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

__all__ = ["ClaimEdges", "partners", "years"]

ClaimEdges: TypeAlias = Mapping[str, tuple[str, str, dict[str, Any]]]
"""Source, target and attributes of each claim, by its key."""


def partners(claims: ClaimEdges) -> dict[str, dict[str, dict[str, int]]]:
    """Return for each actor its partners, and for each of them the signs of their events.

    Claims about influence, and those that weigh nothing, tell no event.
    """
    found: dict[str, dict[str, dict[str, int]]] = {}
    for key, (u, v, data) in claims.items():
        if _counts(data):
            event = str(data.get("event", key))
            for one, other in ((u, v), (v, u)):
                found.setdefault(one, {}).setdefault(other, {})[event] = int(data.get("sign", 1))
    return found


def years(claims: ClaimEdges) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """Return for each pair the numbers of cooperative and conflictual events of each year.

    Pairs in the order of their numbers of dated events, the greatest first; an event counts in
    the year in which it starts, as the claim with the most weight dates it.
    """
    best: dict[str, tuple[float, str, tuple[str, str], str, int]] = {}
    for key, (u, v, data) in claims.items():
        if _counts(data) and data.get("start"):
            event = str(data.get("event", key))
            pair = (min(u, v), max(u, v))
            weight = -float(data.get("weight", 1))
            row = (weight, key, pair, str(data["start"])[:4], int(data.get("sign", 1)))
            best[event] = min(best.get(event, row), row)
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for _, _, pair, year, sign in best.values():
        plus, minus = found.setdefault(pair, {}).get(year, (0, 0))
        found[pair][year] = (plus + (sign > 0), minus + (sign < 0))
    totals = {pair: sum(map(sum, counts.values())) for pair, counts in found.items()}
    return {
        pair: dict(sorted(found[pair].items()))
        for pair in sorted(found, key=lambda pair: (-totals[pair], pair))
    }


def _counts(data: Mapping[str, Any]) -> bool:
    return data.get("family") != "influence" and float(data.get("weight", 1)) > 0
