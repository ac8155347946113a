"""Events as a table of the measures, and what is known of states from elsewhere."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

import numpy as np

from influence_graph.metrics import EventTable

__all__ = ["Events", "Pair", "Truth", "half", "in_years", "load_events", "load_truth", "pair_of"]

Pair: TypeAlias = tuple[str, str]

_DROPPED = {"reb", "crim"}
_OFFICIAL = {"state", "gov", "mil", "pers"}


@dataclass(frozen=True, slots=True)
class Events:
    """A table of events with what the measures do not read.

    Attributes
    ----------
    table : EventTable
        Cross-border events between states; rebels and criminals left out.
    official : ndarray of bool, shape (events,)
        Both ends are a state, its government, army or a named person.
    root : ndarray of int64, shape (events,)
        CAMEO root code, 1 to 20.
    """

    table: EventTable
    official: np.ndarray
    root: np.ndarray

    def take(self, keep: np.ndarray) -> Events:
        """Return the events where `keep` is true."""
        return Events(self.table.take(keep), self.official[keep], self.root[keep])


@dataclass(frozen=True, slots=True)
class Truth:
    """What other data say of states and pairs of states.

    Attributes
    ----------
    agreement : dict
        For each period the share of agreement in the UN General Assembly, 0 to 1, of each pair.
    pacts : set of (str, str, int)
        Pairs and years with a defence pact.
    disputes : set of (str, str, int)
        Pairs and years with a militarised dispute (to 2014).
    rivalries : dict
        For each pair the spans of years of its strategic rivalries.
    cinc : dict
        Capability of each state in each year, as (state, year).
    capacity : dict
        Influence capacity over each state in each year, as (influencer, state, year).
    distance : dict
        Kilometres between each pair.
    """

    agreement: dict[str, dict[Pair, float]]
    pacts: set[tuple[str, str, int]]
    disputes: set[tuple[str, str, int]]
    rivalries: dict[Pair, list[tuple[int, int]]]
    cinc: dict[tuple[str, int], float]
    capacity: dict[tuple[str, str, int], float]
    distance: dict[Pair, float]

    def conflict(self, pair: Pair, first: int, last: int) -> bool:
        """Say whether a pair had a dispute or a rivalry in some year from first to last."""
        if any((*pair, year) in self.disputes for year in range(first, last + 1)):
            return True
        return any(a <= last and b >= first for a, b in self.rivalries.get(pair, ()))

    def pact(self, pair: Pair, first: int, last: int) -> bool:
        """Say whether a pair had a defence pact in some year from first to last."""
        return any((*pair, year) in self.pacts for year in range(first, last + 1))


def pair_of(a: str, b: str) -> Pair:
    """Return two states in the order of their names."""
    return (a, b) if a < b else (b, a)


def half(pair: Pair) -> int:
    """Return 0 or 1 for a pair, by its digest: which half of the dyads it belongs to."""
    return hashlib.sha256("-".join(pair).encode()).digest()[0] & 1


def load_events(path: Path) -> Events:
    """Read the cross-border events of a table in the form of ``icews_2005_2015.tsv.gz``."""
    rows = [
        row
        for row in _rows(path, delimiter="\t")
        if len(row["subject_state"]) == len(row["object_state"]) == 3
        and row["subject_state"] != row["object_state"]
        and row["subject_sector"] not in _DROPPED
        and row["object_sector"] not in _DROPPED
    ]
    sides = [(row["subject_state"], row["object_state"]) for row in rows]
    actors = tuple(sorted({state for side in sides for state in side}))
    index = {actor: i for i, actor in enumerate(actors)}
    goldstein = np.array([float(row["goldstein"]) for row in rows])
    table = EventTable(
        actors=actors,
        source=np.array([index[a] for a, _ in sides], dtype=np.int64),
        target=np.array([index[b] for _, b in sides], dtype=np.int64),
        sign=np.sign(goldstein).astype(np.int64),
        weight=np.ones(len(rows)),
        goldstein=goldstein,
        day=np.array([date.fromisoformat(row["date"]).toordinal() for row in rows], np.float64),
        symmetric=np.zeros(len(rows), dtype=np.bool_),
    )
    official = np.array(
        [row["subject_sector"] in _OFFICIAL and row["object_sector"] in _OFFICIAL for row in rows],
        dtype=np.bool_,
    )
    root = np.array([int(row["cameo"][:2]) for row in rows], dtype=np.int64)
    return Events(table, official, root)


def in_years(events: Events, first: int, last: int) -> Events:
    """Return the events from one year to another, both included, and the actors that have any."""
    day = events.table.day
    kept = events.take(
        (day >= date(first, 1, 1).toordinal()) & (day < date(last + 1, 1, 1).toordinal())
    )
    table = kept.table
    used = np.unique(np.concatenate((table.source, table.target)))
    new = np.full(len(table.actors), -1, dtype=np.int64)
    new[used] = np.arange(len(used))
    smaller = replace(
        table,
        actors=tuple(table.actors[i] for i in used),
        source=new[table.source],
        target=new[table.target],
    )
    return Events(smaller, kept.official, kept.root)


def load_truth(folder: Path) -> Truth:
    """Read the ground truth of a folder; see `Truth`."""
    agreement: dict[str, dict[Pair, float]] = {}
    for row in _rows(folder / "unga_dyads.csv.gz"):
        period = agreement.setdefault(row["period"], {})
        period[pair_of(row["a"], row["b"])] = float(row["agree"])
    rivalries: dict[Pair, list[tuple[int, int]]] = {}
    for row in _rows(folder / "tss_rivalries.csv.gz"):
        span = (int(float(row["start"])), int(float(row["end"] or 9999)))
        rivalries.setdefault(pair_of(row["a"], row["b"]), []).append(span)
    return Truth(
        agreement=agreement,
        pacts=_yearly(folder / "atop_dyads.csv.gz", lambda row: row["atop_defense"] == "1"),
        disputes=_yearly(folder / "cow_mid_dyads.csv.gz", lambda row: bool(row["dispnum"])),
        rivalries=rivalries,
        cinc={
            (row["iso3"], int(float(row["year"]))): float(row["cinc"])
            for row in _rows(folder / "cinc.csv.gz")
            if row["cinc"]
        },
        capacity={
            (giver, row["iso3"], int(float(row["year"]))): float(row[column])
            for row in _rows(folder / "fbic_chn_rus.csv.gz")
            for giver, column in (("CHN", "fbic_chn"), ("RUS", "fbic_rus"))
            if row[column]
        },
        distance={
            pair_of(row["a"], row["b"]): float(row["mindist"])
            for row in _rows(folder / "mindist2010.csv.gz")
        },
    )


def _yearly(path: Path, wanted: Callable[[dict[str, str]], bool]) -> set[tuple[str, str, int]]:
    return {
        (*pair_of(row["a"], row["b"]), int(float(row["year"])))
        for row in _rows(path)
        if wanted(row)
    }


def _rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=delimiter)
