"""Tone and alignment of pairs of states, against disputes, votes and pacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.validity.data import Events, Pair, Truth, half, in_years
from benchmarks.validity.scoring import (
    Values,
    area,
    bootstrap,
    rank_correlation,
    without_state_effects,
)
from benchmarks.validity.sections import Floor, Section
from influence_graph.metrics import DyadTable, EventTable, alignment, tone
from influence_graph.metrics.table import FEW, Ints

__all__ = ["sections"]


@dataclass(frozen=True, slots=True)
class View:
    """Pairs with enough events and known votes, and what is true of them."""

    table: EventTable
    dyads: DyadTable
    index: np.ndarray
    pairs: list[Pair]
    agreement: Values
    conflict: Values
    pact: Values
    distance: Values


def sections(events: Events, truth: Truth, first: int, last: int) -> Iterator[Section]:
    """Yield the tables for the years of the events."""
    if last - first >= 6:
        middle = (first + last) // 2
        yield _section(
            _view(in_years(events, middle + 1, last), truth, middle + 1, last, which=1),
            f"Pairs held out, {middle + 1} to {last}",
            "Half of the pairs, in the later half of the years. Most constants were chosen on "
            "other pairs and years; the prior of the tone (2, it was 5) and the affinity were "
            "chosen while these figures were seen, and help on the other half as well.",
            floors=True,
        )
        official = in_years(events, middle + 1, last)
        yield _section(
            _view(official.take(official.official), truth, middle + 1, last, which=1),
            f"Pairs held out, official actors only, {middle + 1} to {last}",
            "Both ends are a state, its government, its army or a named person.",
        )
    yield _section(
        _view(events, truth, first, last),
        f"All pairs, {first} to {last}",
        "Not held out: these data were seen while the formulas were chosen."
        if last - first >= 6
        else "All pairs with enough events.",
    )
    yield _on_top(_view(events, truth, first, last), first, last)
    yield _variants(events, truth, first, last)


def _view(events: Events, truth: Truth, first: int, last: int, which: int | None = None) -> View:
    votes = _votes(truth, first, last)
    dyads = events.table.dyads()
    index = np.array(
        [
            i
            for i in np.flatnonzero(dyads.events >= FEW).tolist()
            if dyads.pair(i) in votes and (which is None or half(dyads.pair(i)) == which)
        ],
        dtype=np.int64,
    )
    pairs = [dyads.pair(i) for i in index]
    return View(
        table=events.table,
        dyads=dyads,
        index=index,
        pairs=pairs,
        agreement=np.array([votes[pair] for pair in pairs]),
        conflict=np.array([truth.conflict(pair, first, last) for pair in pairs], np.float64),
        pact=np.array([truth.pact(pair, min(first, 2015), last) for pair in pairs], np.float64),
        distance=np.array([truth.distance.get(pair, np.nan) for pair in pairs]),
    )


def _votes(truth: Truth, first: int, last: int) -> dict[Pair, float]:
    """Return the votes of the period nearest to the years: the one with the most in common."""

    def common(name: str) -> tuple[int, int, int]:
        start, _, end = name.partition("-")
        shared = min(last, int(end)) - max(first, int(start))
        return shared, -(int(end) - int(start)), int(start)

    return truth.agreement[max(truth.agreement, key=common)]


def _scores(view: View) -> dict[str, Values]:
    """Return each score of each pair; the greater, the friendlier or nearer."""
    d, i = view.dyads, view.index
    load = d.totals(d.mass)
    tones, nearness = tone(view.table), alignment(view.table)
    signed = d.positive + d.negative
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (d.positive - d.negative) / signed
        return {
            "*baseline* −log activity of both": (-np.log(load[d.a]) - np.log(load[d.b]))[i],
            "*baseline* −log distance": -np.log(view.distance + 1),
            "*baseline* log(1 + events)": np.log1p(d.events)[i],
            "*baseline* net ratio (P − N)/(P + N)": np.nan_to_num(ratio)[i],
            "*baseline* mean Goldstein": (d.goldstein / d.mass)[i],
            "**tone**": _of_pairs(view, lambda p: tones[p].value if p in tones else np.nan),
            "**alignment**": _of_pairs(
                view, lambda p: nearness[p].value if p in nearness else np.nan
            ),
            "its embedding": _of_pairs(
                view, lambda p: nearness[p].embedding if p in nearness else np.nan
            ),
            "its similarity": _of_pairs(
                view, lambda p: nearness[p].similarity if p in nearness else np.nan
            ),
            "its affinity": _of_pairs(
                view, lambda p: nearness[p].affinity if p in nearness else np.nan
            ),
        }


def _of_pairs(view: View, value: Callable[[Pair], float]) -> Values:
    return np.array([value(pair) for pair in view.pairs])


def _section(view: View, title: str, text: str, *, floors: bool = False) -> Section:
    rest = without_state_effects(view.pairs, view.agreement)
    scores = _scores(view)
    scores["*ceiling* the votes themselves"] = view.agreement
    rows, figures = [], {}
    for name, score in scores.items():
        found = [
            bootstrap(rank_correlation, view.pairs, score, view.agreement),
            bootstrap(rank_correlation, view.pairs, score, rest),
            bootstrap(area, view.pairs, score, view.pact),
            bootstrap(area, view.pairs, -score, view.conflict),
        ]
        figures[name] = [estimate.value for estimate in found]
        own = name.startswith("*ceiling*")
        cells = ["–" if own and k < 2 else str(e) for k, e in enumerate(found)]
        rows.append((name, *cells))
    return Section(
        title=title,
        text=f"{text} {len(view.pairs)} pairs, {int(view.conflict.sum())} with a dispute or "
        f"rivalry, {int(view.pact.sum())} with a defence pact. Agreement° is what is left of the "
        "agreement after an additive effect of each state. Brackets: 95 % of resamplings of the "
        "states.",
        columns=("score", "agreement, ρ", "agreement°, ρ", "pact, AUC", "conflict, AUC"),
        rows=rows,
        floors=[
            Floor("tone → conflict, AUC", figures["**tone**"][3], 0.74),
            Floor("alignment → agreement, ρ", figures["**alignment**"][0], 0.48),
        ]
        if floors
        else [],
    )


def _on_top(view: View, first: int, last: int) -> Section:
    scores = _scores(view)
    base = [
        scores["*baseline* −log activity of both"],
        scores["*baseline* log(1 + events)"],
        scores["*baseline* −log distance"],
    ]
    rows = []
    for name, truth in (("conflict", view.conflict), ("pact", view.pact)):
        for added in ("**tone**", "**alignment**"):
            alone = _held_out(base, truth)
            both = _held_out([*base, scores[added]], truth)
            rows.append((name, added, f"{alone:.3f}", f"{both:.3f}"))
    return Section(
        title=f"On top of activity, number of events and distance, {first} to {last}",
        text="AUC of a logistic model, each tenth of the pairs predicted from the rest.",
        columns=("truth", "added", "without", "with"),
        rows=rows,
    )


def _held_out(columns: list[Values], truth: Values) -> float:
    matrix = np.column_stack(columns)
    known = ~np.isnan(matrix).any(axis=1)
    matrix, truth = matrix[known], truth[known]
    matrix = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
    matrix = np.column_stack((matrix, np.ones(len(matrix))))
    fold = np.arange(len(truth)) % 10
    predicted = np.zeros(len(truth))
    for k in range(10):
        inside = fold != k
        predicted[~inside] = matrix[~inside] @ _logistic(matrix[inside], truth[inside])
    return area(predicted, truth)


def _logistic(matrix: Values, truth: Values, ridge: float = 1.0) -> Values:
    """Return the coefficients of a logistic model, by Newton's method."""
    beta = np.zeros(matrix.shape[1])
    penalty = ridge * np.eye(len(beta))
    penalty[-1, -1] = 0.0
    for _ in range(25):
        chance = 1 / (1 + np.exp(-matrix @ beta))
        gradient = matrix.T @ (truth - chance) - penalty @ beta
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + penalty
        step = np.linalg.solve(curvature, gradient)
        beta = beta + step
        if np.abs(step).max() < 1e-9:
            break
    return beta


def _variants(events: Events, truth: Truth, first: int, last: int) -> Section:
    """Return what other constants and richer models would give."""
    middle = (first + last) // 2
    if last - first >= 6:
        late = in_years(events, middle + 1, last)
        views = [
            (_view(late, truth, middle + 1, last, which=1), late.root),
            (_view(events, truth, first, last), events.root),
        ]
        names = [f"held out, {middle + 1} to {last}", f"all, {first} to {last}"]
    else:
        views = [(_view(events, truth, first, last), events.root)]
        names = [f"all, {first} to {last}"]
    hostile: dict[str, list[str]] = {}
    near: dict[str, list[str]] = {}
    for view, root in views:
        for name, score in _tones(view, root).items():
            hostile.setdefault(name, []).append(f"{area(-score, view.conflict):.3f}")
        rest = without_state_effects(view.pairs, view.agreement)
        for name, score in _alignments(view).items():
            known = ~np.isnan(score)
            near.setdefault(name, []).append(
                f"{rank_correlation(score[known], view.agreement[known]):.2f} / "
                f"{rank_correlation(score[known], rest[known]):.2f} / "
                f"{area(score[known], view.pact[known]):.2f}"
            )
    rows = [("tone → conflict, AUC", name, *found) for name, found in hostile.items()]
    rows += [
        ("alignment → agreement / agreement° / pact", name, *found) for name, found in near.items()
    ]
    return Section(
        title=f"What was tried, {first} to {last}",
        text="The first line of each is what ships. Weights by relation type, finer than two "
        "signs, do not tell conflicts better; less of the prior does.",
        columns=("measure", "variant", *names),
        rows=rows,
    )


def _tones(view: View, root: Ints) -> dict[str, Values]:
    table = view.table

    def scored(events: EventTable, **options: float | None) -> Values:
        found = tone(events, min_events=1, **options)  # type: ignore[arg-type]
        # Without any event left, a pair is as ordinary as can be.
        return _of_pairs(view, lambda p: found[p].value if p in found else 0.0)

    return {
        "as it is": scored(table),
        "prior of 5 events, as before": scored(table, prior=5.0),
        "prior of 1 event": scored(table, prior=1.0),
        "no decay": scored(table, half_life=None),
        "material conflict (CAMEO 15 to 20) three times": scored(
            table.weighted(np.where(root >= 15, 3.0, 1.0))
        ),
        "fighting (18 to 20) four times": scored(table.weighted(np.where(root >= 18, 4.0, 1.0))),
        "statements (1 to 3) a quarter": scored(table.weighted(np.where(root <= 3, 0.25, 1.0))),
        "arrests and seizures (17) a third": scored(
            table.weighted(np.where(root == 17, 1 / 3, 1.0))
        ),
        "by Goldstein intensity": scored(
            table.weighted(np.maximum(np.abs(table.goldstein), 0.5) / 5)
        ),
    }


def _alignments(view: View) -> dict[str, Values]:
    found = alignment(view.table)
    parts = {
        name: _of_pairs(view, lambda p, n=name: getattr(found[p], n) if p in found else np.nan)  # type: ignore[misc]
        for name in ("tone", "embedding", "similarity", "affinity")
    }
    t, e, s, a = parts.values()
    return {
        "as it is: tone, embedding, similarity, affinity": (t + e + s + a) / 4,
        "without affinity, as before": (t + e + s) / 3,
        "without tone": (e + s + a) / 3,
        "without similarity": (t + e + a) / 3,
        "without embedding": (t + s + a) / 3,
        "similarity twice": (t + e + 2 * s + a) / 5,
    }
