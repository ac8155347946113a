"""Agreement of a score with the truth, and intervals from resampling the states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from benchmarks.validity.data import Pair

__all__ = ["Estimate", "area", "bootstrap", "rank_correlation", "without_state_effects"]

Values: TypeAlias = NDArray[np.float64]
Statistic: TypeAlias = Callable[[Values, Values, Values], float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; both NaN where it is undefined."""

    value: float
    low: float = float("nan")
    high: float = float("nan")

    def __str__(self) -> str:
        if np.isnan(self.value):
            return "–"
        span = "" if np.isnan(self.low) else f" [{self.low:.2f}, {self.high:.2f}]"
        return f"{self.value:.2f}{span}"


def area(score: Values, truth: Values, weight: Values | None = None) -> float:
    """Return the area under the ROC curve: the chance that a true one has the greater score.

    Ties count a half; NaN where all are true or none is. Weights count observations.
    """
    weight = np.ones(len(score)) if weight is None else weight
    _, where = np.unique(score, return_inverse=True)
    size = int(where.max(initial=-1)) + 1
    yes = np.bincount(where, weights=weight * (truth > 0), minlength=size)
    no = np.bincount(where, weights=weight * (truth <= 0), minlength=size)
    total = yes.sum() * no.sum()
    return float((yes * (np.cumsum(no) - no / 2)).sum() / total) if total else float("nan")


def rank_correlation(score: Values, truth: Values, weight: Values | None = None) -> float:
    """Return Spearman's correlation, the observations counted by their weights."""
    weight = np.ones(len(score)) if weight is None else weight
    if (weight > 0).sum() < 3:
        return float("nan")
    x, y = _ranks(score, weight), _ranks(truth, weight)
    total = weight.sum()
    x, y = x - (weight * x).sum() / total, y - (weight * y).sum() / total
    spread = np.sqrt((weight * x * x).sum() * (weight * y * y).sum())
    return float((weight * x * y).sum() / spread) if spread else float("nan")


def _ranks(values: Values, weight: Values) -> Values:
    _, where = np.unique(values, return_inverse=True)
    mass = np.bincount(where, weights=weight)
    return np.asarray((np.cumsum(mass) - mass / 2)[where], dtype=np.float64)


def bootstrap(
    statistic: Statistic,
    pairs: Sequence[Pair],
    score: Values,
    truth: Values,
    *,
    draws: int = 500,
    seed: int = 0,
) -> Estimate:
    """Return a statistic over pairs with the interval that resampled states give.

    A pair counts as often as the product of the times that its two states are drawn, so that
    the interval knows that the pairs of one state are not independent.
    """
    good = ~(np.isnan(score) | np.isnan(truth))
    kept = [pair for pair, fine in zip(pairs, good, strict=True) if fine]
    score, truth = score[good], truth[good]
    states = sorted({state for pair in kept for state in pair})
    index = {state: i for i, state in enumerate(states)}
    a = np.array([index[pair[0]] for pair in kept], dtype=np.int64)
    b = np.array([index[pair[1]] for pair in kept], dtype=np.int64)
    value = statistic(score, truth, np.ones(len(score)))
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(draws):
        times = np.bincount(rng.integers(len(states), size=len(states)), minlength=len(states))
        found.append(statistic(score, truth, (times[a] * times[b]).astype(np.float64)))
    low, high = np.nanquantile(found, [0.025, 0.975]) if draws else (np.nan, np.nan)
    return Estimate(value, float(low), float(high))


def without_state_effects(pairs: Sequence[Pair], values: Values) -> Values:
    """Return what is left of values of pairs after an additive effect of each state."""
    states = sorted({state for pair in pairs for state in pair})
    index = {state: i for i, state in enumerate(states)}
    design = np.zeros((len(pairs), len(states)))
    for row, (a, b) in enumerate(pairs):
        design[row, index[a]] = design[row, index[b]] = 1.0
    known = ~np.isnan(values)
    fitted, *_ = np.linalg.lstsq(design[known], values[known], rcond=None)
    return np.asarray(values - design @ fitted, dtype=np.float64)


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's correlation of two lists."""
    return float(stats.spearmanr(one, other)[0])
