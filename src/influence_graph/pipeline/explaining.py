"""Claims as text that a reader can check: the words, the path, and what each thing rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from influence_graph.derivation import Bearer, Derivation, Step
from influence_graph.model import Claim
from influence_graph.pipeline.reading import Reading
from influence_graph.pipeline.terminal import plain

__all__ = ["LEGEND", "claims_as_text", "explained_as_text"]

LEGEND = "[actor]  *frame*  _what sets modality, attribution or date_"
"""How the words of a sentence are marked."""

_WIDTH = 96
_LABELS = 12
_INDENT = "    "

Label = Callable[[str], str]
"""Actor code to its label."""


def claims_as_text(reading: Reading) -> str:
    """Return the claims of an article, one a line, below its title.

    Parameters
    ----------
    reading : Reading
        The article and its claims.
    """
    lines = [_heading(reading)]
    lines += [
        f"{_INDENT}{_summary(claim)}  “{plain(claim.evidence[0].quote)}”"
        for claim in reading.claims
    ]
    return "\n".join(lines) + "\n"


def explained_as_text(reading: Reading, label: Label) -> str:
    """Return the claims of an article with how each was derived, one block a claim.

    Parameters
    ----------
    reading : Reading
        The article and its claims, read with ``explain``.
    label : callable
        Actor code to its label.
    """
    names = {actor.code: actor.label() for actor in reading.provisional}

    def named(code: str) -> str:
        return names.get(code) or label(code)

    lines = [_heading(reading)]
    for number, claim in enumerate(reading.claims, start=1):
        lines += ["", f"({number}) {_summary(claim)}"]
        for i, derivation in enumerate(claim.derivations):
            if i:
                again = derivation.index not in {d.index for d in claim.derivations[:i]}
                where = f"sentence {derivation.index + 1}" if again else "the same sentence"
                lines.append(f"{_INDENT}-- {'said again' if again else 'also found'} in {where}")
            lines += _block(derivation, named)
        lines += _overall(claim)
    return "\n".join(lines) + "\n"


def _heading(reading: Reading) -> str:
    article = reading.article
    title = f" “{plain(article.title)}”" if article.title else ""
    published = f", {article.published.iso()}" if article.published else ""
    count = len(reading.claims)
    claims = f"{count} claim{'s' if count != 1 else ''}" if count else "no claims"
    return f"{plain(article.key or article.origin)}{title}{published}: {claims}"


def _summary(claim: Claim) -> str:
    when = f", {claim.time.iso()}" if claim.time else ""
    who = f", says {plain(claim.attribution.text)}" if claim.attribution else ""
    return (
        f"{claim.subject} {claim.relation} {claim.object}   "
        f"{claim.modality}{who}{when}   {claim.confidence:.2f}"
    )


def _block(derivation: Derivation, label: Label) -> Iterator[str]:
    """Yield the lines of one derivation."""
    yield from textwrap.wrap(
        f"“{_marked(derivation)}”",
        _WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT + " ",
        break_on_hyphens=False,
    )
    frame = " … ".join(plain(w.text) for w in (derivation.head, *derivation.fixed))
    yield from _lines("frame", f"{derivation.entry}, a {derivation.frame}: “{frame}”")
    for role, bearer in (("subject", derivation.subject), ("object", derivation.object)):
        yield from _bearer(role, bearer, derivation.head.text, label)
    yield from _lines("modality", _modality(derivation))
    if derivation.attribution is not None:
        yield from _lines("said by", f"“{plain(derivation.attribution.text)}”")
    if derivation.date is not None:
        read = f"“{plain(derivation.date.text)}” read as {derivation.time}"
        yield from _lines("date", read)
    elif derivation.time is not None:
        yield from _lines("date", f"{derivation.time}, by the tense alone")
    if derivation.cause is not None:
        yield from _lines("because", f"“{plain(derivation.cause.text)}”")
    product = " × ".join(f"{factor.value:.3f}" for factor in derivation.factors)
    yield from _lines("confidence", f"{derivation.confidence:.2f} = {product}")
    for factor in derivation.factors:
        told = f": {plain(factor.reason)}" if factor.reason else ""
        yield from _lines("", f"{factor.value:.3f}  {factor.name}{told}")


def _bearer(role: str, bearer: Bearer, head: str, label: Label) -> Iterator[str]:
    name = label(bearer.code)
    called = f" ({plain(name)})" if name != bearer.code else ""
    via = f", by {bearer.via}" if bearer.via else ""
    yield from _lines(
        role,
        f"“{plain(bearer.words.text)}”, {bearer.kind}: {bearer.code}{called}{via}, "
        f"{bearer.score:.2f}",
    )
    for reason in bearer.reasons:
        yield from _lines("", plain(reason))
    place = f"at {bearer.place}" if bearer.place else "found"
    yield from _lines("", f"{place}: {_path(head, bearer.path)}")


def _path(head: str, steps: Sequence[Step]) -> str:
    """Return a way through the tree: ``refuse ↓xcomp receive ↓obj minister``."""
    parts = [plain(head)]
    for step in steps:
        arrow = "↑" if step.up else "↓"
        mended = "*" if step.mended else ""
        parts.append(f"{arrow}{step.relation}{mended} {plain(step.word)}")
    return " ".join(parts) if steps else f"{parts[0]} itself"


def _modality(derivation: Derivation) -> str:
    reasons = list(dict.fromkeys(plain(m.reason) for m in derivation.markers))
    if derivation.own_act:
        reasons.append("the speaker is the subject: its own act")
    return f"{derivation.modality}: {'; '.join(reasons) or 'nothing says otherwise'}"


def _overall(claim: Claim) -> Iterator[str]:
    """Yield what was added when the derivations were put together."""
    sentences = len({derivation.index for derivation in claim.derivations})
    if sentences > 1:
        yield from _lines(
            "together", f"{claim.confidence:.2f}, as it is said in {sentences} sentences"
        )
    if claim.because_claim:
        yield from _lines("cause", f"is the claim {claim.because_claim}")


def _lines(name: str, text: str) -> list[str]:
    margin = _INDENT + " " * _LABELS
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"{_INDENT}{name:<{_LABELS}}",
        subsequent_indent=margin + "  ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _marked(derivation: Derivation) -> str:
    """Return the sentence with the words marked that made the claim; see `LEGEND`."""
    sentence = derivation.sentence
    spans = [
        (w.start, w.end, "[", "]") for w in (derivation.subject.words, derivation.object.words)
    ]
    spans += [(w.start, w.end, "*", "*") for w in (derivation.head, *derivation.fixed)]
    spans += [
        (m.words.start, m.words.end, "_", "_") for m in derivation.markers if m.words is not None
    ]
    if derivation.date is not None:
        spans.append((derivation.date.start, derivation.date.end, "_", "_"))
    kept: list[tuple[int, int, str, str]] = []
    for start, end, opening, closing in spans:
        inside = sentence.start <= start < end <= sentence.end
        crossing = any(
            s < start < e < end or start < s < end < e or (s, e) == (start, end)
            for s, e, _, _ in kept
        )
        if inside and not crossing:
            kept.append((start, end, opening, closing))
    marks: dict[int, tuple[list[tuple[int, str]], list[tuple[int, str]]]] = {}
    for start, end, opening, closing in kept:
        marks.setdefault(start, ([], []))[0].append((start - end, opening))
        marks.setdefault(end, ([], []))[1].append((end - start, closing))
    parts, at = [], sentence.start
    for place in sorted(marks):
        openings, closings = marks[place]
        parts.append(sentence.text[at - sentence.start : place - sentence.start])
        parts += [mark for _, mark in sorted(closings)]
        parts += [mark for _, mark in sorted(openings)]
        at = place
    parts.append(sentence.text[at - sentence.start :])
    return plain("".join(parts))
