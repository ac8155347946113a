"""Alignment: how near two actors stand, from whom each of them deals with and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from influence_graph.metrics.table import FEW, DyadTable, EventTable, Floats, Ints
from influence_graph.metrics.tone import HALF_LIFE, PRIOR, additive_effects, tone_values

if TYPE_CHECKING:
    from influence_graph.metrics.table import AnyGraph

__all__ = [
    "MIN_DYADS",
    "Alignment",
    "affinity_embedding",
    "alignment",
    "signed_embedding",
    "similarity",
]

MIN_DYADS = 10
"""Alignment compares dyads with each other: fewer are too few to compare."""
DIMENSIONS = 4
AFFINITY_DIMENSIONS = 8
_SHRINKAGE = 10.0
_LARGEST = 3000
# Beyond, iteration is faster, and much so where the threads of BLAS compete for few cores.
_DENSE = 60
_CHUNK = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How near two actors stand.

    Attributes
    ----------
    value : float
        Mean of the four parts, in standard deviations over the dyads compared: 0 is ordinary.
    low, high : float or None
        Ends of its interval under resampling of the events; None where it was not resampled.
    tone, embedding, similarity, affinity : float
        The parts, each standardised.
    n : int
        Number of events.
    few : bool
        Fewer than five events: no finding.
    """

    value: float
    low: float | None
    high: float | None
    tone: float
    embedding: float
    similarity: float
    affinity: float
    n: int
    few: bool


def alignment(
    G: AnyGraph | EventTable,  # noqa: N803 - the name that networkx users know
    *,
    half_life: float | None = HALF_LIFE,
    prior: float = PRIOR,
    at: date | None = None,
    dimensions: int = DIMENSIONS,
    min_events: int = FEW,
    resamples: int = 0,
    seed: int = 0,
    level: float = 0.95,
    weight: str | None = "weight",
) -> dict[tuple[Any, Any], Alignment]:
    """Return the alignment of each dyad that has one.

    The mean of the tone, the cosine of a signed embedding (`signed_embedding`), the similarity
    of profiles (`similarity`) and the cosine of an embedding of company kept
    (`affinity_embedding`), each standardised over the dyads with at least `min_events` events;
    a part that does not vary adds nothing. It says how near two actors stand compared with the
    others; hostility and alignment are two things, so read it beside the tone, not in its place.

    Parameters
    ----------
    G : networkx graph or EventTable
        Signed events as edges; see `EventTable.of`.
    half_life, prior, at
        Of the tone; the other parts do not decay.
    dimensions : int
        Of the signed embedding.
    min_events : int
        Dyads with fewer events are left out; those below five are marked ``few``.
    resamples : int
        Number of Poisson resamplings of the events for the interval; 0 for none.
    seed : int
        Of the resampling.
    level : float
        Of the interval.
    weight : str or None
        Edge attribute to count with.

    Returns
    -------
    dict
        Keyed by pairs of nodes in the order of their names. Empty where fewer than
        `MIN_DYADS` dyads have the events, or no part varies.

    References
    ----------
    Signorino and Ritter (1999), ISQ 43:115.
    """
    table = EventTable.of(G, weight)
    dyads = table.dyads()
    wanted = np.flatnonzero(dyads.events >= min_events)
    a, b = dyads.a[wanted], dyads.b[wanted]
    parts = _parts(table, a, b, half_life, prior, at, dimensions)
    if parts is None:
        return {}
    values = parts.mean(axis=0)
    low = high = np.full(len(wanted), np.nan)
    if resamples:
        rng = np.random.default_rng(seed)
        drawn = []
        for _ in range(resamples):
            again = table.weighted(rng.poisson(1.0, len(table)))
            some = _parts(again, a, b, half_life, prior, at, dimensions)
            if some is not None:
                drawn.append(some.mean(axis=0))
        if drawn:
            low, high = _quantiles(np.array(drawn), level)
    return {
        dyads.pair(int(wanted[i])): Alignment(
            value=float(values[i]),
            low=None if np.isnan(low[i]) else float(min(low[i], values[i])),
            high=None if np.isnan(high[i]) else float(max(high[i], values[i])),
            tone=float(parts[0, i]),
            embedding=float(parts[1, i]),
            similarity=float(parts[2, i]),
            affinity=float(parts[3, i]),
            n=int(dyads.events[wanted[i]]),
            few=bool(dyads.events[wanted[i]] < FEW),
        )
        for i in np.flatnonzero(~np.isnan(values))
    }


def signed_embedding(dyads: DyadTable, dimensions: int = DIMENSIONS) -> Floats:
    r"""Return a place for each actor, near those it deals with more warmly than expected.

    :math:`L_{ij} = \ln\frac{P_{ij}+1}{P_i P_j / P_{··} + 1}` less the same with N, the diagonal
    zero; the place is :math:`\sqrt{\lambda_m} v_{im}` over the algebraically largest
    eigenpairs, those tied with the last one included.

    Parameters
    ----------
    dyads : DyadTable
        Without decay. Beyond 3,000 actors only the 3,000 with the most events get a place.
    dimensions : int
        Number of eigenpairs.

    Returns
    -------
    ndarray of float64, shape (actors, dimensions or more)
        Zero for actors without a place.
    """

    def excess(keep: Ints) -> Floats:
        found = _log_excess(dyads, dyads.positive, keep)
        found -= _log_excess(dyads, dyads.negative, keep)
        return found

    return _embedded(dyads, excess, dimensions)


def affinity_embedding(dyads: DyadTable, dimensions: int = AFFINITY_DIMENSIONS) -> Floats:
    r"""Return a place for each actor, near those that deal with the same others.

    As `signed_embedding`, of :math:`\ln\frac{n_{ij}+1}{n_i n_j / n_{··} + 1}` with n all events,
    whatever their sign: how much more two deal with each other than their activity lets expect.

    Parameters
    ----------
    dyads : DyadTable
        Without decay. Beyond 3,000 actors only the 3,000 with the most events get a place.
    dimensions : int
        Number of eigenpairs.

    Returns
    -------
    ndarray of float64, shape (actors, dimensions or more)
        Zero for actors without a place.
    """
    return _embedded(dyads, lambda keep: _log_excess(dyads, dyads.mass, keep), dimensions)


def _embedded(dyads: DyadTable, excess: Callable[[Ints], Floats], dimensions: int) -> Floats:
    n = len(dyads.actors)
    load = dyads.totals(dyads.mass)
    keep = np.flatnonzero(load > 0)
    if len(keep) > _LARGEST:
        keep = np.sort(keep[np.argsort(-load[keep], kind="stable")[:_LARGEST]])
    if len(keep) < 2:
        return np.zeros((n, 1))
    matrix = excess(keep)
    np.fill_diagonal(matrix, 0.0)
    values, vectors = _largest(matrix, dimensions)
    found = np.zeros((n, max(len(values), 1)))
    if len(values):
        found[keep] = vectors * np.sqrt(values)
    return found


def similarity(dyads: DyadTable, a: Ints, b: Ints) -> Floats:
    r"""Return how alike two actors treat all others: 1 identical, lower less so.

    .. math:: S_{ij} = 1 - \frac{2 \sum_{m \ne i,j} |D_{im} - D_{jm}|}{(n-2) \, range(D)}

    with :math:`D_{ij} = (G_{ij} - n_{ij} E_{ij}) / (n_{ij} + 10)`, G the summed Goldstein
    intensities, E what both actors' means let expect, and D = 0 where there is no event.

    Parameters
    ----------
    dyads : DyadTable
        Without decay.
    a, b : ndarray of int64
        Indices of the actors to compare.

    Returns
    -------
    ndarray of float64
        NaN where it is undefined: fewer than three actors, or no difference anywhere.
    """
    n = len(dyads.actors)
    total = float(dyads.mass.sum())
    if n < 3 or total == 0:
        return np.full(len(a), np.nan)
    base = float(dyads.goldstein.sum()) / total
    effects = additive_effects(dyads.a, dyads.b, dyads.goldstein, dyads.mass, n, base=base)
    expected = base + effects[dyads.a] + effects[dyads.b]
    rest = (dyads.goldstein - dyads.mass * expected) / (dyads.mass + _SHRINKAGE)
    spread = (
        max(rest.max(), 0.0) - min(rest.min(), 0.0)
        if len(rest) < n * (n - 1) // 2
        else (rest.max() - rest.min())
    )
    if spread < 1e-12:
        return np.full(len(a), np.nan)
    matrix = dyads.matrix(rest)
    distances = np.empty(len(a))
    for first in range(0, len(a), _CHUNK):
        i, j = a[first : first + _CHUNK], b[first : first + _CHUNK]
        difference = abs(sparse.csr_array(matrix[i]) - sparse.csr_array(matrix[j]))
        own = np.asarray(matrix[i, j]).ravel()
        distances[first : first + _CHUNK] = difference.sum(axis=1) - 2 * abs(own)
    return np.asarray(1 - 2 * distances / ((n - 2) * spread), dtype=np.float64)


def _parts(
    table: EventTable,
    a: Ints,
    b: Ints,
    half_life: float | None,
    prior: float,
    at: date | None,
    dimensions: int,
) -> Floats | None:
    """Return the standardised parts, shape (4, pairs), or None where they are undefined."""
    if len(a) < MIN_DYADS or not len(table):
        return None
    n = len(table.actors)
    old = table.dyads()
    new = table.decayed(half_life, at).dyads()
    _, values = tone_values(new, prior)
    keys = new.a * n + new.b
    at_pair = np.minimum(np.searchsorted(keys, a * n + b), len(keys) - 1)
    tones = np.where(keys[at_pair] == a * n + b, values[at_pair], np.nan)
    parts = np.array(
        [
            tones,
            _cosines(signed_embedding(old, dimensions), a, b),
            similarity(old, a, b),
            _cosines(affinity_embedding(old), a, b),
        ]
    )
    good = ~np.isnan(tones)
    if good.sum() < MIN_DYADS:
        return None
    parts[:, ~good] = np.nan
    found = np.zeros_like(parts)
    varied = False
    for row, values in enumerate(parts):
        known = ~np.isnan(values)
        deviation = float(values[known].std()) if known.any() else 0.0
        if deviation >= 1e-12:
            # Who has no place, or cannot be compared, is ordinary in that part.
            found[row, known] = (values[known] - values[known].mean()) / deviation
            varied = True
    found[:, ~good] = np.nan
    return found if varied else None


def _cosines(places: Floats, a: Ints, b: Ints) -> Floats:
    norms = np.sqrt((places**2).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((places[a] * places[b]).sum(axis=1) / (norms[a] * norms[b]))


def _log_excess(dyads: DyadTable, values: Floats, keep: Ints) -> Floats:
    margins = dyads.totals(values)
    total = float(margins.sum())
    seen = dyads.matrix(values)[keep][:, keep].toarray()
    if total == 0:
        return np.asarray(np.log1p(seen), dtype=np.float64)
    part = margins[keep]
    return np.asarray(np.log((seen + 1) / (np.outer(part, part) / total + 1)), dtype=np.float64)


def _largest(matrix: Floats, count: int) -> tuple[Floats, Floats]:
    """Return the largest positive eigenvalues and their vectors, ties with the last included."""
    n = len(matrix)
    if n <= _DENSE:
        values, vectors = np.linalg.eigh(matrix)
    else:
        start = np.cos(np.arange(n) + 1.0)
        values, vectors = linalg.eigsh(matrix, k=min(count + 2, n - 1), which="LA", v0=start)
    order = np.argsort(-values, kind="stable")
    values, vectors = values[order], vectors[:, order]
    scale = max(abs(float(values[0])), 1.0)
    last = values[min(count, n) - 1]
    kept = (values > 1e-9 * scale) & (values >= last - 1e-9 * scale)
    return values[kept], vectors[:, kept]


def _quantiles(drawn: Floats, level: float) -> tuple[Floats, Floats]:
    enough = (~np.isnan(drawn)).sum(axis=0) >= max(2, len(drawn) // 2)
    tail = (1 - level) / 2
    low, high = np.full(drawn.shape[1], np.nan), np.full(drawn.shape[1], np.nan)
    if enough.any():
        low[enough] = np.nanquantile(drawn[:, enough], tail, axis=0)
        high[enough] = np.nanquantile(drawn[:, enough], 1 - tail, axis=0)
    return low, high
