"""Blocs against planted ones and alliances; frustration against exact optima."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from scipy import optimize, sparse

from benchmarks.validity.data import Events, Truth, pair_of
from benchmarks.validity.sections import Floor, Section
from influence_graph.metrics import EventTable, blocs, frustration
from influence_graph.metrics.modularity import adjusted_rand

__all__ = ["exact_frustration", "planted", "random_graph", "sections"]

_SECONDS = 60.0


def sections(events: Events, truth: Truth, first: int, last: int) -> Iterator[Section]:
    """Yield the tables for the years of the events."""
    yield _planted_blocs()
    yield _alliances(events, truth, first, last)
    yield _frustration(events, first, last)


def planted(
    n: int, *, seed: int, flipped: float = 0.1, camps: int = 6
) -> tuple[np.ndarray, EventTable]:
    """Return the camps of `n` actors, and events: friendly inside, hostile between them.

    Ten ties an actor, half of them inside its camp; of all signs a tenth is flipped.
    """
    rng = np.random.default_rng(seed)
    camp = rng.integers(0, camps, n)
    one = rng.integers(0, n, n * 5)
    other = rng.integers(0, n, n * 5)
    for i in np.flatnonzero(rng.random(len(one)) < 0.5):
        other[i] = rng.choice(np.flatnonzero(camp == camp[one[i]]))
    kept = one != other
    one, other = one[kept], other[kept]
    sign = np.where(camp[one] == camp[other], 1, -1)
    sign = np.where(rng.random(len(one)) < flipped, -sign, sign)
    return camp, _table(n, one, other, sign)


def _table(n: int, one: np.ndarray, other: np.ndarray, sign: np.ndarray) -> EventTable:
    return EventTable(
        actors=tuple(range(n)),
        source=one.astype(np.int64),
        target=other.astype(np.int64),
        sign=sign.astype(np.int64),
        weight=np.ones(len(one)),
        goldstein=sign.astype(np.float64),
        day=np.full(len(one), np.nan),
        symmetric=np.zeros(len(one), dtype=np.bool_),
    )


def _planted_blocs() -> Section:
    rows, floors = [], []
    for n, seeds, least in ((200, 10, 0.87), (2000, 3, 0.93)):
        found, seconds = [], []
        for seed in range(seeds):
            camp, table = planted(n, seed=seed)
            start = time.process_time()
            result = blocs(table, seed=seed)
            seconds.append(time.process_time() - start)
            labels = np.full(n, -1, dtype=np.int64)
            for number, members in enumerate(result.members):
                labels[list(members)] = number
            labels[labels < 0] = len(result.members) + np.arange((labels < 0).sum())
            found.append(adjusted_rand(camp.astype(np.int64), labels))
        rows.append(
            (
                f"{n:,}",
                str(seeds),
                f"{np.mean(found):.2f} ({min(found):.2f} to {max(found):.2f})",
                f"{np.mean(seconds):.1f}",
            )
        )
        floors.append(Floor(f"planted blocs, {n:,} actors, ARI", float(np.mean(found)), least))
    return Section(
        title="Planted blocs",
        text="Six camps, ten ties an actor, half of them inside its camp, a tenth of the signs "
        "flipped; adjusted Rand index of the blocs found.",
        columns=("actors", "graphs", "ARI", "CPU seconds"),
        rows=rows,
        floors=floors,
    )


def _alliances(events: Events, truth: Truth, first: int, last: int) -> Section:
    table = events.table
    dyads = table.dyads()
    often = {dyads.pair(i) for i in np.flatnonzero(dyads.events >= 5).tolist()}
    keep = np.array(
        [
            pair_of(table.actors[a], table.actors[b]) in often
            for a, b in zip(table.source.tolist(), table.target.tolist(), strict=True)
        ],
        dtype=np.bool_,
    )
    result = blocs(table.take(keep), resamples=20)
    number = result.numbers
    states = sorted(number)
    within: list[bool] = []
    across: list[bool] = []
    for i, a in enumerate(states):
        for b in states[i + 1 :]:
            held = truth.pact(pair_of(a, b), min(first, 2015), last)
            (within if number[a] == number[b] else across).append(held)
    return Section(
        title=f"Blocs and alliances, {first} to {last}",
        text="Blocs of the states that have pairs of five events and more. Pact: share of pairs "
        "with a defence pact. Stability: adjusted Rand index under resampling of the events.",
        columns=("states", "blocs", "modularity", "stability", "pact within", "pact across"),
        rows=[
            (
                str(len(states)),
                str(len(result.members)),
                f"{result.modularity:.3f}",
                f"{result.stability:.2f}" if result.stability is not None else "–",
                f"{np.mean(within):.2f}",
                f"{np.mean(across):.2f}",
            )
        ],
    )


def _frustration(events: Events, first: int, last: int) -> Section:
    graphs: list[tuple[str, EventTable]] = []
    for size in (20, 40, 60, 90, 120):
        graphs.append((f"the {size} most active states", _most_active(events.table, size)))
    graphs += [(f"random {seed}", random_graph(seed)) for seed in range(20)]
    rows, wrong, solved = [], 0, 0
    for name, table in graphs:
        ours = frustration(table)
        shuffled = frustration(_shuffled(table))
        best = exact_frustration(table)
        solved += best is not None
        wrong += best is not None and best != ours.frustrated
        rows.append(
            (
                name,
                str(ours.edges),
                str(ours.frustrated),
                "not in time" if best is None else str(best),
                f"{ours.share:.2f}",
                f"{shuffled.share:.2f}",
            )
        )
    return Section(
        title=f"Frustration, {first} to {last}",
        text="Dyads that defy the best two camps: as the local search finds them, and as an "
        f"integer program proves them (HiGHS, at most {_SECONDS:.0f} s a graph). Where signs "
        "shuffled over the dyads give the same share, the graph shows no balance: few dyads here "
        "are hostile on balance. Random: 20 to 70 actors, signs drawn by lot.",
        columns=("graph", "dyads", "found", "optimum", "share", "share, signs shuffled"),
        rows=rows,
        floors=[
            Floor("frustration, solved graphs that are right", 1 - wrong / max(solved, 1), 1.0)
        ],
    )


def random_graph(seed: int) -> EventTable:
    """Return 20 to 70 actors with two to three ties each, the signs drawn by lot."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(20, 70))
    m = int(n * rng.uniform(1.8, 3))
    one, other = rng.integers(0, n, m), rng.integers(0, n, m)
    kept = one != other
    return _table(n, one[kept], other[kept], rng.choice(np.array([-1, 1]), int(kept.sum())))


def _most_active(table: EventTable, size: int) -> EventTable:
    """Return the pairs with five events and more among the most active actors."""
    dyads = table.dyads()
    first = np.argsort(-dyads.totals(dyads.events), kind="stable")[:size]
    n = len(table.actors)
    often = set((dyads.a * n + dyads.b)[dyads.events >= 5].tolist())
    low, high = np.minimum(table.source, table.target), np.maximum(table.source, table.target)
    return table.take(
        np.isin(low, first)
        & np.isin(high, first)
        & np.isin(low * n + high, np.array(sorted(often)))
    )


def _shuffled(table: EventTable) -> EventTable:
    rng = np.random.default_rng(0)
    dyads = table.take(table.sign != 0).dyads()
    net = np.sign(dyads.positive - dyads.negative)
    kept = net != 0
    sign = rng.permutation(net[kept]).astype(np.int64)
    base = _table(len(table.actors), dyads.a[kept], dyads.b[kept], sign)
    return replace(base, actors=table.actors)


def exact_frustration(table: EventTable) -> int | None:
    """Return the least number of frustrated dyads, None where it is not proven in time.

    The binary program of Aref, Mason and Wilson (2020), Networks 75:95: a friendly dyad counts
    where its ends differ, a hostile one where they do not.
    """
    dyads = table.take(table.sign != 0).dyads()
    net = dyads.positive - dyads.negative
    edges = np.flatnonzero(np.abs(net) > 1e-12)
    n, m = len(table.actors), len(edges)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    low: list[float] = []
    for k, edge in enumerate(edges.tolist()):
        a, b = int(dyads.a[edge]), int(dyads.b[edge])
        friendly = net[edge] > 0
        for sign in (1.0, -1.0):
            row = len(low)
            rows += [row, row, row]
            columns += [n + k, a, b]
            # f >= ±(x_a - x_b), or f >= ±(x_a + x_b - 1)
            values += [1.0, -sign, sign if friendly else -sign]
            low.append(0.0 if friendly else -sign)
    matrix = sparse.csr_array((values, (rows, columns)), shape=(len(low), n + m))
    found = optimize.milp(
        c=np.concatenate((np.zeros(n), np.ones(m))),
        constraints=optimize.LinearConstraint(matrix, lb=np.array(low)),
        bounds=optimize.Bounds(0, 1),
        integrality=np.concatenate((np.ones(n), np.zeros(m))),
        options={"time_limit": _SECONDS},
    )
    return round(found.fun) if found.status == 0 else None
