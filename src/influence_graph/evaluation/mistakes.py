"""What went wrong, one mistake for each claim that was missed, changed or made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from influence_graph.evaluation.gold import GoldClaim, GoldDocument
from influence_graph.evaluation.matching import FoundClaim, Level, accepts
from influence_graph.model import roll_up

__all__ = ["MISTAKES", "Mistake", "MistakeKind", "Seen", "find_mistakes"]

MistakeKind: TypeAlias = Literal[
    "missed mention",
    "missed claim",
    "wrong actor",
    "wrong relation",
    "wrong direction",
    "modality",
    "spurious",
]
"""``missed mention``: the claim was missed, and no words of its sentence were taken for one of its
actors; ``missed claim``: both were seen there. ``wrong actor``: the relation and one actor are
right. ``wrong direction``: the actors are swapped. ``spurious``: nothing annotated is near."""

MISTAKES: tuple[MistakeKind, ...] = get_args(MistakeKind)

_LONGEST = 400
"""Characters of a line that is shown where the sentences are not known."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reading saw in a sentence, beside claims.

    Attributes
    ----------
    start, end : int
        Offsets of the sentence.
    codes : frozenset of str
        Actors that some of its words were taken for.
    """

    start: int
    end: int
    codes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake.

    Attributes
    ----------
    article : str
        Id of the article.
    kind : str
        See `MistakeKind`.
    gold : GoldClaim or None
        What is annotated.
    found : FoundClaim or None
        What was found instead.
    sentence : str
        The sentence, on one line.
    unnamed : tuple of str
        For a missed mention: the actors that no words of the sentence were taken for.
    """

    article: str
    kind: MistakeKind
    gold: GoldClaim | None
    found: FoundClaim | None
    sentence: str = ""
    unnamed: tuple[str, ...] = ()


def find_mistakes(
    document: GoldDocument,
    claims: Sequence[FoundClaim],
    matches: Mapping[Level, Mapping[int, int]],
    seen: Sequence[Seen] = (),
) -> list[Mistake]:
    """Name what went wrong in an article, what was missed first, then what is spurious.

    Parameters
    ----------
    document : GoldDocument
        What is annotated.
    claims : sequence of FoundClaim
        What was found.
    matches : Mapping of str to Mapping of int to int
        Annotated to found claims, per level.
    seen : sequence of Seen, optional
        Its sentences; without them a missed mention is told as a missed claim.
    """
    return list(_mistakes(document, claims, matches, seen))


def _mistakes(
    document: GoldDocument,
    claims: Sequence[FoundClaim],
    matches: Mapping[Level, Mapping[int, int]],
    seen: Sequence[Seen],
) -> Iterator[Mistake]:
    def mistake(
        kind: MistakeKind,
        gold: GoldClaim | None,
        found: FoundClaim | None,
        unnamed: tuple[str, ...] = (),
    ) -> Mistake:
        return Mistake(
            article=document.id,
            kind=kind,
            gold=gold,
            found=found,
            sentence=_sentence(document, gold, found, seen),
            unnamed=unnamed,
        )

    right = matches["relation"]
    used = set(right.values())

    def free(gold: GoldClaim, *, swapped: bool) -> int | None:
        """Return an unused claim with the relation, both actors swapped or one of them right."""
        for k, claim in enumerate(claims):
            if k in used or claim.relation not in gold.relations:
                continue
            if swapped:
                fits = accepts(gold.subjects, claim.object) and accepts(gold.objects, claim.subject)
            else:
                fits = accepts(gold.subjects, claim.subject) or accepts(gold.objects, claim.object)
            if fits:
                return k
        return None

    for i, gold in enumerate(document.claims):
        if i in right:
            claim = claims[right[i]]
            if gold.modality is not None and claim.modality != gold.modality:
                yield mistake("modality", gold, claim)
            continue
        kind: MistakeKind = "wrong relation"
        k = matches["pair"].get(i)
        if k is None or k in used:
            kind, k = "wrong direction", free(gold, swapped=True)
        if k is None:
            kind, k = "wrong actor", free(gold, swapped=False)
        if k is not None:
            used.add(k)
            yield mistake(kind, gold, claims[k])
            continue
        unnamed = _unnamed(document, gold, seen)
        yield mistake("missed mention" if unnamed else "missed claim", gold, None, unnamed)
    for k, claim in enumerate(claims):
        if k not in used:
            yield mistake("spurious", None, claim)


def _unnamed(document: GoldDocument, gold: GoldClaim, seen: Sequence[Seen]) -> tuple[str, ...]:
    """Return the actors of a claim that no words of its sentence were taken for."""
    at = document.text.find(gold.quote) if gold.quote else -1
    around = [s for s in seen if at < 0 or (s.start < at + len(gold.quote) and at < s.end)]
    if not around:
        return ()
    named = {roll_up(code) for one in around for code in one.codes}
    return tuple(
        "|".join(sorted(codes))
        for codes in (gold.subjects, gold.objects)
        if not any(accepts(codes, code) for code in named)
    )


def _sentence(
    document: GoldDocument,
    gold: GoldClaim | None,
    found: FoundClaim | None,
    seen: Sequence[Seen],
) -> str:
    """Return the sentence of an annotated quote, else of what was found; ``""`` if unknown."""
    at, quote = -1, ""
    if gold is not None and gold.quote:
        at, quote = document.text.find(gold.quote), gold.quote
    if at < 0 and found is not None:
        start = found.row.get("start")
        if isinstance(start, int) and 0 <= start < len(document.text):
            at, quote = start, ""
    if at < 0:  # PLOVER's words of an event are no quote
        whole = " ".join(document.text.split())
        return whole if 0 < len(whole) <= _LONGEST else quote
    for one in seen:
        if one.start <= at < one.end:
            return " ".join(document.text[one.start : one.end].split())
    before, after = document.text.rfind("\n", 0, at) + 1, document.text.find("\n", at)
    line = document.text[before : after if after >= 0 else len(document.text)]
    words = " ".join(line.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2].rstrip() + " …"
