"""Signed modularity, and the search for the partition that has the most of it.

Spectral starts, then local moves of single actors and of whole blocs: up to 600 actors always
the move that gains most, beyond in random order. Everything random comes from one seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from influence_graph.metrics.table import Floats, Ints

__all__ = ["adjusted_rand", "best_partition", "signed_modularity"]

_Matrix: TypeAlias = sparse.csr_array
_DENSE = 600
# Beyond, iteration is faster, and much so where the threads of BLAS compete for few cores.
_FULL = 60
_MANY = 3000
_EPSILON = 1e-12


def signed_modularity(weights: _Matrix, labels: Ints) -> float:
    r"""Return the signed modularity of a partition.

    .. math:: Q = \frac{1}{2w^+ + 2w^-} \sum_{ij} \left[ w_{ij}
        - \frac{w^+_i w^+_j}{2w^+} + \frac{w^-_i w^-_j}{2w^-} \right] \delta(c_i, c_j)

    Parameters
    ----------
    weights : csr_array, shape (n, n)
        Symmetric, of either sign, the diagonal zero.
    labels : ndarray of int64, shape (n,)
        Bloc of each actor.

    Returns
    -------
    float
        0 where there are no weights.

    References
    ----------
    Gómez, Jensen and Arenas (2009), Phys. Rev. E 80:016114.
    """
    positive, negative = _signs(weights)
    whole = float(positive.sum() + negative.sum())
    if whole == 0:
        return 0.0
    entries = weights.tocoo()
    rows, columns = entries.coords
    inside = float(entries.data[labels[rows] == labels[columns]].sum())
    for part, direction in ((positive, -1.0), (negative, 1.0)):
        total = float(part.sum())
        if total > 0:
            degrees = np.bincount(labels, weights=np.asarray(part.sum(axis=1)).ravel())
            inside += direction * float((degrees**2).sum()) / total
    return inside / whole


def best_partition(
    weights: _Matrix, *, seed: int = 0, most: int = 12, tries: int = 3, merges: int = 5
) -> tuple[Ints, float]:
    """Return the best partition found, and its signed modularity.

    Parameters
    ----------
    weights : csr_array, shape (n, n)
        Symmetric, of either sign, the diagonal zero.
    seed : int
        Of everything random.
    most : int
        Spectral starts have 2 to `most` blocs.
    tries : int
        K-means starts for each number of blocs.
    merges : int
        Runs from single actors with moves in random order; none beyond 3,000 actors.

    Returns
    -------
    labels : ndarray of int64, shape (n,)
        Numbered from 0 by first appearance.
    modularity : float
    """
    n = weights.shape[0]
    one = np.zeros(n, dtype=np.int64)
    best, quality = one, signed_modularity(weights, one)
    rng = np.random.default_rng(seed)
    if n > _MANY:
        merges, tries = 0, 1
    gains = _pair_gains(weights) if n <= _DENSE else None
    for start in _starts(weights, rng, most, tries):
        labels = _refined(weights, start, rng) if gains is None else _climbed(gains, start)
        found = signed_modularity(weights, labels)
        if found > quality + 1e-10:
            best, quality = labels, found
    for _ in range(merges):
        labels = _refined(weights, np.arange(n, dtype=np.int64), rng)
        found = signed_modularity(weights, labels)
        if found > quality + 1e-10:
            best, quality = labels, found
    return _numbered(best), quality


def adjusted_rand(one: Ints, other: Ints) -> float:
    """Return how alike two partitions are: 1 the same, 0 as by chance.

    References
    ----------
    Hubert and Arabie (1985), J. Classification 2:193.

    Examples
    --------
    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([5, 5, 3, 3]))
    1.0
    """
    n = len(one)
    _, one = np.unique(one, return_inverse=True)
    _, other = np.unique(other, return_inverse=True)
    width = int(other.max(initial=0)) + 1
    both = _pairs(np.bincount(one * width + other))
    first, second = _pairs(np.bincount(one)), _pairs(np.bincount(other))
    all_pairs = n * (n - 1) / 2
    expected = first * second / all_pairs if all_pairs else 0.0
    most = (first + second) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def _pairs(counts: Ints) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _signs(weights: _Matrix) -> tuple[_Matrix, _Matrix]:
    return weights.maximum(0).tocsr(), (-weights).maximum(0).tocsr()


def _numbered(labels: Ints) -> Ints:
    _, first, where = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return np.asarray(rank[where], dtype=np.int64)


def _starts(weights: _Matrix, rng: np.random.Generator, most: int, tries: int) -> Iterator[Ints]:
    n = weights.shape[0]
    yield np.zeros(n, dtype=np.int64)
    most = min(most, n - 1)
    if most >= 2:
        vectors = _eigenvectors(weights, most)
        for count in range(2, most + 1):
            for _ in range(tries):
                yield _k_means(vectors[:, :count], count, rng)
    if n <= _MANY:
        yield np.arange(n, dtype=np.int64)


def _eigenvectors(weights: _Matrix, count: int) -> Floats:
    """Return the vectors of the largest eigenvalues of D^-1/2 W D^-1/2, D of absolute weights."""
    n = weights.shape[0]
    load = np.asarray(abs(weights).sum(axis=1)).ravel()
    with np.errstate(divide="ignore"):
        scale = sparse.diags_array(np.where(load > 0, 1 / np.sqrt(load), 0.0))
    scaled = sparse.csr_array(scale @ weights @ scale)
    if n <= _FULL or count >= n - 1:
        values, vectors = np.linalg.eigh(scaled.toarray())
    else:
        start = np.cos(np.arange(n) + 1.0)
        values, vectors = linalg.eigsh(scaled, k=count, which="LA", v0=start)
    order = np.argsort(-values, kind="stable")[:count]
    return np.asarray(vectors[:, order], dtype=np.float64)


def _k_means(points: Floats, count: int, rng: np.random.Generator) -> Ints:
    """Return clusters by Lloyd's rule from a k-means++ start."""
    n = len(points)
    centres = points[[int(rng.integers(n))]]
    nearest = ((points - centres[0]) ** 2).sum(axis=1)
    for _ in range(1, count):
        total = nearest.sum()
        draw = rng.random() * total
        chosen = int(min(np.searchsorted(np.cumsum(nearest), draw), n - 1))
        centres = np.vstack((centres, points[chosen]))
        nearest = np.minimum(nearest, ((points - points[chosen]) ** 2).sum(axis=1))
    labels = np.full(n, -1, dtype=np.int64)
    for _ in range(50):
        distances = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        new = distances.argmin(axis=1)
        if np.array_equal(new, labels):
            break
        labels = new
        for cluster in range(count):
            inside = labels == cluster
            if inside.any():
                centres[cluster] = points[inside].mean(axis=0)
    return labels


def _pair_gains(weights: _Matrix) -> Floats:
    """Return what each pair of actors adds to the modularity if both stand in one bloc."""
    gains = np.asarray(weights.toarray(), dtype=np.float64)
    for part, direction in zip(_signs(weights), (-1.0, 1.0), strict=True):
        degrees = np.asarray(part.sum(axis=1)).ravel()
        if degrees.any():
            gains += direction * np.outer(degrees, degrees) / degrees.sum()
    np.fill_diagonal(gains, 0.0)
    return gains


def _climbed(gains: Floats, labels: Ints) -> Ints:
    """Move single actors, then whole blocs, until neither gains; the best move first."""
    for _ in range(20):
        labels = _numbered(_best_moves(gains, labels))
        blocs = int(labels.max()) + 1
        if blocs == 1:
            break
        member = _members(labels, blocs)
        between = member.T @ gains @ member
        np.fill_diagonal(between, 0.0)
        merged = _best_moves(between, np.arange(blocs, dtype=np.int64))
        if len(np.unique(merged)) == blocs:
            break
        labels = _numbered(merged[labels])
    return labels


def _best_moves(gains: Floats, labels: Ints) -> Ints:
    n = len(labels)
    labels = _numbered(labels)
    # The last column is an empty bloc: a node may always stand alone.
    by_bloc = gains @ _members(labels, int(labels.max()) + 2)
    nodes = np.arange(n)
    for _ in range(100 * n):
        change = by_bloc - by_bloc[nodes, labels][:, None]
        node, there = divmod(int(change.argmax()), by_bloc.shape[1])
        if change[node, there] <= _EPSILON:
            break
        by_bloc[:, labels[node]] -= gains[:, node]
        by_bloc[:, there] += gains[:, node]
        labels[node] = there
        if there == by_bloc.shape[1] - 1:
            by_bloc = np.hstack((by_bloc, np.zeros((n, 1))))
    return labels


def _members(labels: Ints, blocs: int) -> Floats:
    member = np.zeros((len(labels), blocs))
    member[np.arange(len(labels)), labels] = 1.0
    return member


def _refined(weights: _Matrix, labels: Ints, rng: np.random.Generator) -> Ints:
    """Move single actors, then whole blocs, until neither gains."""
    positive, negative = _signs(weights)
    for _ in range(20):
        labels = _moved(positive, negative, labels, rng)
        labels = _numbered(labels)
        blocs = int(labels.max()) + 1
        if blocs == 1:
            break
        n = len(labels)
        member = sparse.csr_array((np.ones(n), (labels, np.arange(n))), shape=(blocs, n))
        merged = _moved(
            sparse.csr_array(member @ positive @ member.T),
            sparse.csr_array(member @ negative @ member.T),
            np.arange(blocs, dtype=np.int64),
            rng,
        )
        if len(np.unique(merged)) == blocs:
            break
        labels = _numbered(merged[labels])
    return labels


def _moved(positive: _Matrix, negative: _Matrix, labels: Ints, rng: np.random.Generator) -> Ints:
    """Move each node where it adds most, in random order, until no move gains."""
    labels = _numbered(labels)
    n = len(labels)
    weights = sparse.csr_array(positive - negative)
    # A bloc's ties with itself go where it goes: they are no reason to move.
    weights = sparse.csr_array(weights - sparse.diags_array(weights.diagonal()))
    weights.eliminate_zeros()
    starts, columns, values = weights.indptr, weights.indices, weights.data
    plus = np.asarray(positive.sum(axis=1)).ravel()
    minus = np.asarray(negative.sum(axis=1)).ravel()
    all_plus, all_minus = float(plus.sum()), float(minus.sum())
    by_plus = plus / all_plus if all_plus else np.zeros(n)
    by_minus = minus / all_minus if all_minus else np.zeros(n)
    # One empty bloc is kept at the end: a node may always stand alone.
    slots = int(labels.max()) + 2
    bloc_plus = np.bincount(labels, weights=plus, minlength=slots)
    bloc_minus = np.bincount(labels, weights=minus, minlength=slots)
    sizes = np.bincount(labels, minlength=slots)
    for _ in range(100):
        moves = 0
        for node in rng.permutation(n):
            here = labels[node]
            near = columns[starts[node] : starts[node + 1]]
            ties = values[starts[node] : starts[node + 1]]
            link = np.bincount(labels[near], weights=ties, minlength=slots)
            bloc_plus[here] -= plus[node]
            bloc_minus[here] -= minus[node]
            sizes[here] -= 1
            gain = link - by_plus[node] * bloc_plus + by_minus[node] * bloc_minus
            # Sums that were added and taken away again leave dust in an empty bloc.
            if not sizes[here]:
                bloc_plus[here] = bloc_minus[here] = gain[here] = 0.0
            there = int(gain.argmax())
            if gain[there] <= gain[here] + _EPSILON:
                there = here
            labels[node] = there
            bloc_plus[there] += plus[node]
            bloc_minus[there] += minus[node]
            sizes[there] += 1
            if there != here:
                moves += 1
                if there == slots - 1:
                    slots += 1
                    bloc_plus, bloc_minus = np.append(bloc_plus, 0.0), np.append(bloc_minus, 0.0)
                    sizes = np.append(sizes, 0)
        if not moves:
            break
    return labels
