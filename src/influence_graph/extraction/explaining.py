"""Keeps how a claim was derived."""

from __future__ import annotations

from collections.abc import Sequence

from influence_graph.derivation import Bearer, Derivation, Factor, Marker, Step, Words
from influence_graph.extraction.arguments import Argument, Arguments
from influence_graph.extraction.hits import Hit
from influence_graph.extraction.modality import Status
from influence_graph.extraction.tree import Tree
from influence_graph.model import Article, Claim, Evidence

__all__ = ["derive", "path_between"]


def derive(
    article: Article,
    arguments: Arguments,
    hit: Hit,
    status: Status,
    claim: Claim,
    *,
    own_act: bool,
    attribution: tuple[int, int] | None,
    cause: tuple[int, int] | None,
    date: tuple[int, int] | None,
    factors: tuple[Factor, ...],
) -> Derivation:
    """Return the derivation of a claim from what the extractor has at hand.

    Parameters
    ----------
    article : Article
        Gives the words.
    arguments : Arguments
        Knows where the actors were found.
    hit : Hit
        The entry that fired.
    status : Status
        What surrounds it.
    claim : Claim
        The claim that was made of it.
    own_act : bool
        The speaker is the subject of the claim.
    attribution, cause : tuple of int or None
        First and last token of the words that were taken.
    date : tuple or None
        Offsets in the sentence of the date that was taken; None where tense alone tells.
    factors : tuple of Factor
        Of the confidence.
    """
    tree = arguments.tree
    sentence = tree.sentence

    def words(first: int, last: int) -> Words:
        start, end = tree.tokens[first].start, tree.tokens[last].end
        return Words(article.text[start:end], start, end)

    evidence: Evidence = claim.evidence[0]
    markers = [Marker(c.effect, words(c.token, c.token), c.reason) for c in status.cues]
    if hit.entry.modality is not None and hit.entry.modality == claim.modality:
        markers.append(Marker("entry", None, f"the entry says {hit.entry.modality}"))
    return Derivation(
        sentence=Words(article.text[sentence.start : sentence.end], sentence.start, sentence.end),
        index=sentence.index,
        start=evidence.start,
        end=evidence.end,
        entry=hit.entry.id,
        frame=hit.entry.kind,
        relation=hit.entry.relation,
        head=words(hit.head, hit.head),
        fixed=tuple(words(k, k) for k in hit.fixed),
        subject=_bearer(arguments, hit, hit.subject, hit.entry.x),
        object=_bearer(arguments, hit, hit.object, hit.entry.y),
        modality=claim.modality,
        markers=tuple(markers),
        own_act=own_act,
        attribution=words(*attribution) if attribution else None,
        date=_dated(article, sentence.start, date),
        time=claim.time.iso() if claim.time else None,
        cause=words(*cause) if cause else None,
        factors=factors,
        confidence=claim.confidence,
    )


def _dated(article: Article, offset: int, date: tuple[int, int] | None) -> Words | None:
    if date is None:
        return None
    start, end = offset + date[0], offset + date[1]
    return Words(article.text[start:end], start, end)


def _bearer(arguments: Arguments, hit: Hit, argument: Argument, places: Sequence[str]) -> Bearer:
    mention = argument.mention
    return Bearer(
        code=argument.code,
        words=Words(mention.text, mention.start, mention.end),
        kind=mention.kind,
        place=_place(arguments, hit, argument, places),
        path=path_between(arguments.tree, hit.head, argument.token),
        score=round(argument.score, 3),
        reasons=(*argument.reasons, *mention.reasons),
        via=mention.via,
    )


def _place(arguments: Arguments, hit: Hit, argument: Argument, places: Sequence[str]) -> str:
    """Return the place that gave an actor: one of the entry's, else where it was sought."""
    trail = arguments.places.trail or {}
    for word in (argument.found_at, argument.token):
        found = trail.get((hit.head, word), [])
        for place in (*places, *found):
            if place in found:
                return place
    return ""


def path_between(tree: Tree, start: int, end: int) -> tuple[Step, ...]:
    """Return the steps through the tree from one word to another.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    start, end : int
        Token indices.
    """
    above = [start, *tree.ancestors(start)]
    below = [end]
    for parent in tree.ancestors(end):
        if below[-1] in above:
            break
        below.append(parent)
    if below[-1] not in above:
        return ()
    turn = above.index(below[-1])

    def step(child: int, word: int, *, up: bool) -> Step:
        return Step(tree.rel[child], tree.tokens[word].text, up, tree.is_mended(child))

    rising = [step(above[k], above[k + 1], up=True) for k in range(turn)]
    return (*rising, *(step(k, k, up=False) for k in reversed(below[:-1])))
