"""Intervals of proportions."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from influence_graph.metrics.table import Floats

__all__ = ["beta_greater", "beta_interval", "wilson_interval"]


def wilson_interval(successes: Any, trials: Any, level: float = 0.95) -> tuple[Floats, Floats]:
    """Return the Wilson score interval of a proportion.

    ``(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)``; (0, 1) where there are no trials.

    Parameters
    ----------
    successes, trials : array_like of float
        Counts, or sums of weights; ``0 <= successes <= trials``.
    level : float
        Confidence, 0 to 1.

    References
    ----------
    Wilson (1927), JASA 22:209.

    Examples
    --------
    >>> low, high = wilson_interval(5, 10)
    >>> round(float(low), 4), round(float(high), 4)
    (0.2366, 0.7634)
    """
    k, n = np.asarray(successes, dtype=np.float64), np.asarray(trials, dtype=np.float64)
    z = float(special.ndtri(0.5 + level / 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        p = k / n
        middle = p + z * z / (2 * n)
        half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        scale = 1 + z * z / n
        low = np.where(n > 0, np.maximum((middle - half) / scale, 0.0), 0.0)
        high = np.where(n > 0, np.minimum((middle + half) / scale, 1.0), 1.0)
    return low, high


def beta_interval(alpha: Any, beta: Any, level: float = 0.95) -> tuple[Floats, Floats]:
    """Return the central interval of Beta distributions, elementwise.

    Examples
    --------
    >>> low, high = beta_interval(1, 1)
    >>> round(float(low), 3), round(float(high), 3)
    (0.025, 0.975)
    """
    a, b = np.asarray(alpha, dtype=np.float64), np.asarray(beta, dtype=np.float64)
    tail = (1 - level) / 2
    low, high = special.betaincinv(a, b, tail), special.betaincinv(a, b, 1 - tail)
    return np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)


def beta_greater(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the probability that a draw of the first Beta exceeds one of the second.

    ``∫ f₁(x) F₂(x) dx``, by the middle of 400 quantiles of the first.

    Examples
    --------
    >>> round(beta_greater((2, 1), (1, 1)), 3)
    0.667
    """
    quantiles = (np.arange(400) + 0.5) / 400
    draws = special.betaincinv(one[0], one[1], quantiles)
    return float(special.betainc(other[0], other[1], draws).mean())
