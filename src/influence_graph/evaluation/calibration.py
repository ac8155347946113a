"""Whether confidence means the share of claims that are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

__all__ = ["EDGES", "Bin", "Calibration", "calibrate", "wilson"]

EDGES: tuple[float, ...] = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Edges of the bins; each holds its lower edge, the last its upper one too."""

_Z = 1.959964
"""Standard normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Claims of about the same confidence.

    Attributes
    ----------
    low, high : float
        Its edges.
    count, right : int
        Claims, and those that are right.
    confidence : float
        Mean confidence.
    interval : tuple of float
        95 % interval of the share of right claims (Wilson 1927).
    """

    low: float
    high: float
    count: int
    right: int
    confidence: float
    interval: tuple[float, float]

    @property
    def share(self) -> float:
        """Share of right claims."""
        return self.right / self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How well confidence fits what is right.

    Attributes
    ----------
    count, right : int
        Claims that could be judged, and those that are right.
    confidence : float
        Their mean confidence.
    bins : tuple of Bin
        Those that hold a claim.
    error : float
        Expected calibration error: mean distance between confidence and share over the bins,
        weighted by their claims (Naeini, Cooper and Hauskrecht 2015).
    brier : float
        Mean squared distance between confidence and 1 (right) or 0 (Brier 1950).
    log_loss : float
        Mean negative logarithm of the probability given to what is the case.
    """

    count: int
    right: int
    confidence: float
    bins: tuple[Bin, ...]
    error: float
    brier: float
    log_loss: float


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    Examples
    --------
    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    share, square = right / count, _Z * _Z
    centre = (share + square / (2 * count)) / (1 + square / count)
    half = (_Z / (1 + square / count)) * sqrt(
        share * (1 - share) / count + square / (4 * count * count)
    )
    return min(max(centre - half, 0.0), share), max(min(centre + half, 1.0), share)


def calibrate(judged: Sequence[tuple[float, bool]]) -> Calibration | None:
    """Compare confidence with what is right; None where nothing could be judged.

    Parameters
    ----------
    judged : sequence of tuple of float and bool
        Confidence of each claim, and whether it is right.
    """
    if not judged:
        return None
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(p, right) for p, right in judged if low <= p < high or (p == high == EDGES[-1])]
        if inside:
            right = sum(is_right for _, is_right in inside)
            bins.append(
                Bin(
                    low=low,
                    high=high,
                    count=len(inside),
                    right=right,
                    confidence=sum(p for p, _ in inside) / len(inside),
                    interval=wilson(right, len(inside)),
                )
            )
    count = len(judged)
    return Calibration(
        count=count,
        right=sum(right for _, right in judged),
        confidence=sum(p for p, _ in judged) / count,
        bins=tuple(bins),
        error=sum(b.count * abs(b.confidence - b.share) for b in bins) / count,
        brier=sum((p - right) ** 2 for p, right in judged) / count,
        log_loss=-sum(log(max(p if right else 1 - p, 1e-9)) for p, right in judged) / count,
    )
