"""Whose "its" is, where the sense of the sentence tells.

The reason for a hostile act lies with the other: in "X turned away from Y because of its ties with
Z" and in "X blames Y for its ties with Z", *its* is Y's, though X is the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.cause import cause_of
from influence_graph.extraction.matching import Hit
from influence_graph.extraction.tree import Tree
from influence_graph.model import Mention, roll_up

__all__ = ["rebind_possessives"]

_HOSTILE = frozenset(
    {"accuses", "distancesFrom", "distrusts", "opposes", "sanctions", "rejects", "threatens"}
)


def rebind_possessives(
    tree: Tree, arguments: Arguments, hits: Sequence[Hit], mentions: Sequence[Mention]
) -> list[Mention] | None:
    """Return the mentions with possessives in a reason given to the other, None for no change.

    Parameters
    ----------
    tree : Tree
        The sentence.
    arguments : Arguments
        Gives the mention at a word.
    hits : sequence of Hit
        What the entries found.
    mentions : sequence of Mention
        Of this sentence.
    """
    owners: dict[int, Mention] = {}
    for hit in hits:
        if hit.entry.relation not in _HOSTILE:
            continue
        for k in _reason(tree, hit):
            found = arguments.mention(k)
            if (
                found is not None
                and found.kind == "possessive"
                and {roll_up(c) for c in found.codes} == {roll_up(hit.subject.code)}
            ):
                owners[k] = hit.object.mention
    if not owners:
        return None
    return [
        replace(
            m,
            codes=owners[m.head].codes,
            score=min(m.score, 0.8 * owners[m.head].score),
            reasons=(
                f"“{m.text}” taken for “{owners[m.head].text}”: the reason for a hostile act "
                "lies with the other",
            ),
        )
        if m.kind == "possessive" and m.head in owners
        else m
        for m in mentions
    ]


def _reason(tree: Tree, hit: Hit) -> list[int]:
    """Return the words that give the reason, or the reproach, of a hostile act."""
    words: list[int] = []
    cause = cause_of(tree, hit.head)
    if cause is not None:
        words += range(cause[0], cause[1] + 1)
    reproach = tree.grammar.words("cause.reproach")
    for k in tree.children(hit.head, "obl", "nmod", "advcl", "xcomp"):
        marks = {tree.low[m] for m in tree.children(k, "mark")}
        if k > hit.object.token and (tree.case[k] in reproach or marks & reproach):
            words += tree.subtree(k)
    if hit.entry.relation == "accuses" and "obj" not in hit.entry.y:
        for k in tree.children(hit.head, "obj"):  # reprocher à Y son appui
            words += tree.subtree(k)
    return words
