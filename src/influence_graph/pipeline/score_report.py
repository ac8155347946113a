"""Scores as text."""

from __future__ import annotations

from collections import Counter

from influence_graph.evaluation import Calibration, Mistake, Scores
from influence_graph.evaluation.mistakes import MISTAKES
from influence_graph.pipeline.terminal import plain

__all__ = ["report_calibration", "report_scores"]


def report_scores(scores: Scores, *, by_relation: bool = False, errors: bool = False) -> str:
    """Return scores as text, one line a level.

    Parameters
    ----------
    scores : Scores
        Of one set.
    by_relation : bool, optional
        Add a line a relation.
    errors : bool, optional
        Add the mistakes, by kind, each with its sentence.
    """
    relation = scores.levels["relation"]
    lines = [
        f"articles {scores.articles}  gold claims {relation.annotated}  found {relation.found}"
    ]
    for level, result in scores.levels.items():
        line = (
            f"{level:<12} P {result.precision:.3f}  R {result.recall:.3f}  "
            f"F1 {result.f1:.3f}  (tp {result.matched})"
        )
        if result.interval:
            line += f"  95% [{result.interval[0]:.3f}, {result.interval[1]:.3f}]"
        lines.append(line)
    lines.append(f"{'rel|pair':<12} {scores.relation_given_pair:.3f}")
    right, judged = scores.modality
    lines.append(
        f"{'modality':<12} {right / judged:.3f} ({right} of {judged})"
        if judged
        else f"{'modality':<12} no gold modality"
    )
    if scores.dates.annotated:
        dates = scores.dates
        lines.append(
            f"{'dates':<12} {dates.annotated} annotated on right claims: {dates.exact} exact, "
            f"{dates.overlapping} overlapping; {dates.found} found"
        )
    if by_relation:
        lines += _by_relation(scores)
    if errors:
        lines += _mistakes(scores.errors)
    return "\n".join(lines)


def _by_relation(scores: Scores) -> list[str]:
    ordered = sorted(scores.by_relation.items(), key=lambda item: (-item[1].annotated, item[0]))
    lines = ["  relation            gold  found  P      R      F1     pair recall"]
    for name, row in ordered:
        pair = f"{row.pairs / row.annotated:.3f}" if row.annotated else "-"
        precision = f"{row.precision:.3f}" if row.found else "-"
        recall, f1 = (f"{row.recall:.3f}", f"{row.f1:.3f}") if row.annotated else ("-", "-")
        lines.append(
            f"  {name:<18} {row.annotated:5d}  {row.found:5d}  {precision:<5}  {recall:<5}  "
            f"{f1:<5}  {pair}"
        )
    return lines


def _mistakes(mistakes: tuple[Mistake, ...]) -> list[str]:
    counts = Counter(mistake.kind for mistake in mistakes)
    told = ", ".join(f"{kind} {counts[kind]}" for kind in MISTAKES if counts[kind])
    lines = [f"mistakes: {told or 'none'}"]
    for kind in MISTAKES:
        for mistake in mistakes:
            if mistake.kind == kind:
                lines += _mistake(mistake)
    return lines


def _mistake(mistake: Mistake) -> list[str]:
    parts = []
    gold, found = mistake.gold, mistake.found
    if gold is not None:
        parts.append(
            f"wanted {'|'.join(sorted(gold.subjects))} {gold.relation} "
            f"{'|'.join(sorted(gold.objects))} {gold.modality or ''}".rstrip()
        )
        if gold.quote:
            parts.append(f"“{plain(gold.quote)}”")
    if mistake.unnamed:
        parts.append(f"not seen there: {', '.join(mistake.unnamed)}")
    if found is not None:
        entry = found.row.get("entry", "")
        parts.append(
            f"found {found.subject} {found.relation} {found.object} {found.modality} "
            f"“{plain(str(found.row.get('quote', '')))}” [{entry}]"
        )
    lines = [f"  {mistake.article}  {mistake.kind}: {'; '.join(parts)}"]
    if mistake.sentence:
        lines.append(f"      in: {plain(mistake.sentence)}")
    return lines


def report_calibration(calibration: Calibration | None) -> str:
    """Return a reliability table in Markdown, with the errors of calibration below it.

    Parameters
    ----------
    calibration : Calibration or None
        None where nothing could be judged.
    """
    if calibration is None:
        return "no claim with a confidence could be judged"
    lines = [
        "| confidence | claims | mean confidence | share right | 95 % interval |",
        "|---|---:|---:|---:|---|",
    ]
    for b in calibration.bins:
        low, high = b.interval
        lines.append(
            f"| {b.low:.2f} to {b.high:.2f} | {b.count} | {b.confidence:.2f} | {b.share:.2f} | "
            f"{low:.2f} to {high:.2f} |"
        )
    share = calibration.right / calibration.count
    lines += [
        f"| all | {calibration.count} | {calibration.confidence:.2f} | {share:.2f} | |",
        "",
        f"expected calibration error {calibration.error:.3f}, "
        f"Brier score {calibration.brier:.3f}, log loss {calibration.log_loss:.3f}",
    ]
    return "\n".join(lines)
