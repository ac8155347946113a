"""Shifts: simulated ones, none where signs are shuffled, and those that history knows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from benchmarks.validity.data import Events, pair_of
from benchmarks.validity.sections import Section
from influence_graph.metrics import EventTable, Shift, shifts

__all__ = ["sections"]

# Public turning points, and whether the two moved apart (-1) or together (+1); our own list.
_KNOWN = (
    ("CHN", "JPN", 2012, 3, -1),  # Senkaku purchase
    ("JPN", "KOR", 2012, 3, -1),  # visit to Takeshima/Dokdo
    ("KHM", "THA", 2008, 4, -1),  # Preah Vihear
    ("FRA", "IRN", 2013, 3, 1),  # nuclear talks resume
    ("RUS", "UKR", 2014, 1, -1),  # Crimea
    ("SDN", "SSD", 2012, 2, -1),  # Heglig
    ("CUB", "USA", 2014, 4, 1),  # normalisation
    ("ISR", "TUR", 2010, 2, -1),  # Gaza flotilla
    ("IRN", "USA", 2013, 3, 1),  # talks
    ("SYR", "TUR", 2011, 3, -1),  # break over the repression
    ("SAU", "SYR", 2011, 3, -1),  # ambassador recalled
    ("QAT", "SYR", 2011, 3, -1),  # embassy closed
    ("FRA", "SYR", 2011, 2, -1),  # calls to step down
    ("SYR", "USA", 2011, 3, -1),  # calls to step down
    ("GBR", "LBY", 2011, 1, -1),  # intervention
    ("FRA", "LBY", 2011, 1, -1),  # intervention
    ("ITA", "LBY", 2011, 1, -1),  # treaty suspended
    ("GEO", "RUS", 2008, 3, -1),  # war
    ("IND", "PAK", 2008, 4, -1),  # Mumbai
    ("PRK", "KOR", 2010, 1, -1),  # Cheonan
    ("CHN", "PHL", 2012, 2, -1),  # Scarborough shoal
    ("CHN", "VNM", 2014, 2, -1),  # oil rig
    ("MMR", "USA", 2011, 4, 1),  # opening
    ("COL", "VEN", 2010, 3, 1),  # Santos and Chavez
    ("COL", "ECU", 2008, 1, -1),  # raid across the border
    ("SDN", "TCD", 2010, 1, 1),  # peace agreement
    ("EGY", "TUR", 2013, 3, -1),  # coup
    ("EGY", "QAT", 2013, 3, -1),  # coup
    ("COD", "RWA", 2012, 4, -1),  # M23 takes Goma
    ("IRN", "SAU", 2011, 4, -1),  # plot against an ambassador
)
_WITHIN = 2


def sections(events: Events, first: int, last: int) -> Iterator[Section]:
    """Yield the tables for the years of the events; history only where they cover it."""
    yield _simulated()
    yield _alarms(events, first, last)
    if first <= 2007 and last >= 2015:
        yield _history(events, first, last)


def _simulated() -> Section:
    rows = []
    for rate in (2, 5, 10, 20):
        hits = alarms = 0
        runs = 200
        for seed in range(runs):
            hits += _near(shifts(_draw(rate, seed, 0.85, 0.60))[0], 20)
            alarms += shifts(_draw(rate, seed + runs, 0.85, 0.85))[0].verdict == "shift"
        rows.append((str(rate), f"{hits / runs:.0%}", f"{alarms / runs:.1%}"))
    return Section(
        title="Simulated shifts",
        text="Forty quarters; the cooperative share falls from 0.85 to 0.60 after twenty. Found: "
        "a change within two quarters of it. Alarms: a change where the share stays 0.85.",
        columns=("signed events a quarter", "found", "alarms"),
        rows=rows,
    )


def _draw(rate: int, seed: int, before: float, after: float) -> EventTable:
    rng = np.random.default_rng(seed)
    days, signs = [], []
    for quarter in range(40):
        start = date(2000 + quarter // 4, quarter % 4 * 3 + 1, 1)
        for _ in range(rng.poisson(rate)):
            days.append((start + timedelta(days=int(rng.integers(0, 89)))).toordinal())
            signs.append(1 if rng.random() < (before if quarter < 20 else after) else -1)
    n = len(days)
    return EventTable(
        actors=("A", "B"),
        source=np.zeros(n, dtype=np.int64),
        target=np.ones(n, dtype=np.int64),
        sign=np.array(signs, dtype=np.int64),
        weight=np.ones(n),
        goldstein=np.array(signs, dtype=np.float64),
        day=np.array(days, dtype=np.float64),
        symmetric=np.zeros(n, dtype=np.bool_),
    )


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _near(shift: Shift, quarter: int, origin: int = 2000 * 4) -> bool:
    return any(
        after.share < before.share and abs(_quarter(after.start) - origin - quarter) <= _WITHIN
        for before, after in shift.changes
    )


def _alarms(events: Events, first: int, last: int) -> Section:
    table = events.table.take(events.table.sign != 0)
    key = np.minimum(table.source, table.target) * len(table.actors) + np.maximum(
        table.source, table.target
    )
    base = np.argsort(key, kind="stable")
    mixed = np.lexsort((np.random.default_rng(1).random(len(table)), key))
    sign = table.sign.copy()
    sign[base] = table.sign[mixed]
    rows = []
    for name, one in (
        ("as reported", table),
        ("signs shuffled in each pair", replace(table, sign=sign)),
    ):
        start = time.process_time()
        found = [shift for shift in shifts(one) if shift.n >= 20]
        spent = time.process_time() - start
        changed = sum(shift.verdict == "shift" for shift in found)
        pairs = len({(s.a, s.b) for s in shifts(one)})
        rows.append(
            (
                name,
                str(len(found)),
                f"{changed} ({changed / max(len(found), 1):.1%})",
                f"{1000 * spent / max(pairs, 1):.2f}",
            )
        )
    return Section(
        title=f"Shifts and alarms, {first} to {last}",
        text="Pairs with twenty dated signed events and more. Shuffled signs hold no change: what "
        "is found there is false.",
        columns=("events", "pairs", "with a shift", "ms a pair"),
        rows=rows,
    )


def _history(events: Events, first: int, last: int) -> Section:
    found = {pair_of(s.a, s.b): s for s in shifts(events.table)}
    rows, hits = [], 0
    for a, b, year, quarter, direction in _KNOWN:
        shift = found.get(pair_of(a, b))
        if shift is None:
            rows.append((f"{a}–{b}", f"{year}-Q{quarter}", "0", "no events"))
            continue
        at = year * 4 + quarter - 1
        hit = any(
            (after.share - before.share) * direction > 0
            and abs(_quarter(after.start) - at) <= _WITHIN
            for before, after in shift.changes
        )
        hits += hit
        said = ", ".join(f"{after.start:%Y-%m}" for _, after in shift.changes)
        verdict = f"{shift.verdict}{': ' + said if said else ''}"
        rows.append(
            (f"{a}–{b}", f"{year}-Q{quarter}", str(shift.n), "**found**" if hit else verdict)
        )
    return Section(
        title=f"Known turning points, {first} to {last}",
        text=f"{hits} of {len(_KNOWN)} are found within two quarters and in the right direction. "
        "The sample has few events for most of them, and a verdict needs many.",
        columns=("pair", "turn", "signed events", "measure"),
        rows=rows,
    )
