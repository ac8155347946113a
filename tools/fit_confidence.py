"""Fit the weights of ``ontology/confidence.toml`` on annotated articles.

A logistic regression (ridge, weights of doubts at least 0) of "an annotated claim has these actors
and this relation" on the doubts that the extractor notes with each claim. Its error is measured by
cross-validation over articles. Usage::

    python tools/fit_confidence.py ../shared/eval/{seed_fr,dev_fr,dev_en,plover_dev}.jsonl [--write]
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from influence_graph.evaluation import Calibration, calibrate
from influence_graph.evaluation.floors import digest
from influence_graph.extraction.confidence import load_weights
from influence_graph.pipeline import ReadingOptions, evaluate, report_calibration

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "ontology" / "confidence.toml"
PAGE = ROOT / "docs" / "extraction.md"
DOUBTS = ("doubt", "step", "order")
FOLDS = 10
RIDGE = 0.2
# A claim that the parse does not bear out is a doubt, however few such claims were judged: 0.9 is
# what the development sets alone give.
LEAST = {"order": 0.9}

HEADER = """\
# How sure a claim is; docs/extraction.md says how. Written by tools/fit_confidence.py from the
# annotated articles named below; only `again` is set by hand (too few claims are said twice).
"""


@dataclass(frozen=True)
class Observation:
    """A claim that can be judged.

    Attributes
    ----------
    group : str
        Its set and article: never split between fitting and testing.
    sentences : list of list of float
        The amounts of `DOUBTS` in each sentence that says it, the surest first.
    right : bool
        Whether it is annotated.
    """

    group: str
    sentences: list[list[float]]
    right: bool


def observations(paths: list[Path]) -> list[Observation]:
    """Read the annotated articles and return the claims that can be judged."""
    found = []
    for path in paths:
        scores = evaluate(path, interstate=True, options=ReadingOptions(least=0.0))
        for judged in scores.judged:
            by_sentence: dict[int, dict[str, Any]] = {}
            for one in judged.claim.row["derivations"]:
                old = by_sentence.get(one["index"])
                if old is None or one["confidence"] > old["confidence"]:
                    by_sentence[one["index"]] = one
            ranked = sorted(by_sentence.values(), key=lambda d: -float(d["confidence"]))
            found.append(
                Observation(
                    f"{path.name} {judged.article}", [amounts(d) for d in ranked], judged.right
                )
            )
    return found


def amounts(derivation: dict[str, Any]) -> list[float]:
    """Return the amounts of `DOUBTS` in a derivation."""
    return [
        sum(f["amount"] for f in derivation["factors"] if f["weight"] == name) for name in DOUBTS
    ]


def fit(data: list[Observation]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return ``clear`` and the weights of `DOUBTS`."""
    x = np.array([o.sentences[0] for o in data])
    y = np.array([o.right for o in data], dtype=float)

    def loss(w: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        z = w[0] - x @ w[1:]
        value = np.logaddexp(0, np.where(y == 1, -z, z)).sum() + RIDGE * (w[1:] ** 2).sum()
        residual = 1 / (1 + np.exp(-z)) - y
        gradient = np.concatenate([[residual.sum()], -x.T @ residual + 2 * RIDGE * w[1:]])
        return float(value), gradient

    start = np.full(1 + len(DOUBTS), 0.5)
    bounds = [(None, None)] + [(LEAST.get(name, 0), None) for name in DOUBTS]
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x)


def confidence(weights: np.ndarray[Any, Any], sentences: list[list[float]], again: float) -> float:
    """Return the confidence of a claim, as the extractor computes it."""
    each = [float(1 / (1 + np.exp(-(weights[0] - np.dot(weights[1:], s))))) for s in sentences]
    best, *others = sorted(each, reverse=True)
    doubt = (1 - best) * float(np.prod([(1 - p) ** again for p in others]))
    return round(max(best, min(1 - doubt, 0.99)), 2)


def cross_validate(data: list[Observation], again: float) -> Calibration:
    """Return the calibration of claims by weights that were fitted on other articles."""
    groups = list(dict.fromkeys(o.group for o in data))
    fold = {group: k % FOLDS for k, group in enumerate(groups)}
    judged = []
    for k in range(FOLDS):
        weights = fit([o for o in data if fold[o.group] != k])
        judged += [
            (confidence(weights, o.sentences, again), o.right) for o in data if fold[o.group] == k
        ]
    found = calibrate(judged)
    if found is None:
        raise SystemExit("no claim can be judged")
    return found


def main() -> None:
    """Fit, report, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write weights and table")
    arguments = parser.parse_args()
    paths: list[Path] = arguments.gold
    again = load_weights().again
    data = observations(paths)
    weights = fit(data)
    held_out = cross_validate(data, again)
    base = held_out.right / held_out.count
    guess = base * (1 - base)
    print(f"{len(data)} claims in {len({o.group for o in data})} articles, share right {base:.3f}")
    for name, value in zip(("clear", *DOUBTS), weights, strict=True):
        print(f"  {name:<6} {value:.2f}")
    print(f"\ncross-validated over articles, {FOLDS} folds (a constant has Brier {guess:.3f}):\n")
    print(report_calibration(held_out))
    if arguments.write:
        lines = [HEADER, "\n[weights]\n"]
        lines += [f"{n} = {v:.2f}\n" for n, v in zip(("clear", *DOUBTS), weights, strict=True)]
        lines += [f"again = {again:.2f}\n", "\n[fit]\n"]
        lines += [f"claims = {held_out.count}\n", f"right = {held_out.right}\n"]
        lines += [
            f"cross_validated_calibration_error = {held_out.error:.3f}\n",
            f"cross_validated_brier_score = {held_out.brier:.3f}\n",
            "\n[fit.sets]\n",
        ]
        lines += [f'"{path.name}" = "{digest(path)}"\n' for path in paths]
        TARGET.write_text("".join(lines), "utf-8")
        start, rest = PAGE.read_text("utf-8").split("<!-- fit: ", 1)
        _, end = rest.split("<!-- end of fit -->", 1)
        table = f"written by tools/fit_confidence.py -->\n{report_calibration(held_out)}\n"
        PAGE.write_text(f"{start}<!-- fit: {table}<!-- end of fit -->{end}", "utf-8")


if __name__ == "__main__":
    main()
