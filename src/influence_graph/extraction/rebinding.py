"""Whose "its" is, and who "it" is, where the sense of the sentence tells.

The reason for a hostile act lies with the other: in "X turned away from Y because of its ties with
Z" and in "X blames Y for its ties with Z", *its* is Y's, though X is the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.cause import cause_of
from influence_graph.extraction.hits import Hit
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
    why = dict.fromkeys(owners, "the reason for a hostile act lies with the other")
    for k, other in _objects_taken_up(tree, hits, mentions).items():
        owners[k], why[k] = other, "what is done beside an act is done to the same"
    for m in mentions:
        described = _described(tree, m, arguments)
        if described is not None and m.head not in owners:
            owners[m.head], why[m.head] = described, "it stands in what describes that"
    if not owners:
        return None
    return [
        replace(
            m,
            codes=owners[m.head].codes,
            score=min(m.score, 0.8 * owners[m.head].score),
            reasons=(f"“{m.text}” taken for “{owners[m.head].text}”: {why[m.head]}",),
        )
        if m.kind in ("possessive", "pronoun") and m.head in owners
        else m
        for m in mentions
    ]


def _objects_taken_up(
    tree: Tree, hits: Sequence[Hit], mentions: Sequence[Mention]
) -> dict[int, Mention]:
    """Return pronouns that take up the object: *X and Y broke with Z, accusing it of …*."""
    found: dict[int, Mention] = {}
    for pronoun in mentions:
        verb = tree.head[pronoun.head]
        if (
            pronoun.kind != "pronoun"
            or tree.base(pronoun.head) != "obj"
            or tree.base(verb) != "advcl"
            or tree.feat(verb, "VerbForm") == "Fin"
            or tree.children(verb, "nsubj", "mark")
        ):
            continue
        for main in hits:
            if main.head == tree.head[verb] and main.object.mention.kind not in (
                "pronoun",
                "possessive",
            ):
                found.setdefault(pronoun.head, main.object.mention)
    return found


def _described(tree: Tree, mention: Mention, arguments: Arguments) -> Mention | None:
    """Return the actor that a participle describes: *Russia, distracted by its war*."""
    if mention.kind != "possessive":
        return None
    k = mention.head
    for parent in tree.ancestors(mention.head):
        if tree.base(k) == "acl" and tree.rel[k] != "acl:relcl":
            owner = arguments.mention(parent)
            past = tree.feat(k, "VerbForm") == "Part" and tree.feat(k, "Tense") == "Past"
            if not past or owner is None or owner.kind in ("pronoun", "possessive"):
                return None
            same = {roll_up(c) for c in owner.codes} == {roll_up(c) for c in mention.codes}
            return None if same or owner.head > mention.head else owner
        if tree.is_predicate(k):
            return None
        k = parent
    return None


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
