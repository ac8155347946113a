"""Which nouns the relative pronouns of a sentence stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["bind_relatives"]


def bind_relatives(tree: Tree) -> None:
    """Fill ``antecedent``, ``nearest`` and ``gap`` of a tree."""
    pronouns = tree.grammar.words("relative_pronouns")
    for verb in range(len(tree)):
        if tree.base(verb) != "acl":
            continue
        noun = tree.head[verb]
        found = None
        for k in tree.subtree(verb):
            if (
                tree.low[k] in pronouns
                and tree.upos(k) in ("PRON", "ADV", "DET")
                and k not in tree.antecedent
                and k > noun
            ):
                found = k
                break
        if found is not None:
            tree.antecedent[found] = _nearest_noun(tree, found, verb, noun)
            tree.nearest[found] = _noun_before(tree, found)
        elif tree.rel[verb] == "acl:relcl":
            tree.gap[verb] = noun
    for k in range(1, len(tree)):
        # « X, à qui Y reproche … », with the clause hung on another verb
        if tree.low[k] in pronouns and tree.upos(k) == "PRON" and k not in tree.antecedent:
            near = _noun_before(tree, k - 1) if tree.base(k - 1) == "case" else k
            if near < k - 1 and tree.head[k - 1] == k:
                tree.antecedent[k] = near
    clefts = tree.grammar.words("cleft")
    for verb in range(len(tree)):
        # « c'est un soutien que X apporte à Y »
        noun = tree.head[verb]
        if (
            tree.base(verb) == "advcl"
            and tree.upos(noun) == "NOUN"
            and noun < verb
            and any(tree.low[k] in clefts for k in tree.children(noun, "nsubj"))
            and any(tree.low[k] in pronouns for k in tree.children(verb, "mark"))
        ):
            tree.gap[verb] = noun


def _nearest_noun(tree: Tree, pronoun: int, verb: int, noun: int) -> int:
    """Return the noun that a relative pronoun follows, where the parse says a farther one.

    The parse is kept where the nearer noun belongs to the farther one ("the president of
    Russia, who"), unless the two are coordinated and the verb is singular.
    """
    before = pronoun - 1
    while before > noun and tree.upos(before) == "PUNCT":
        before -= 1
    near = before
    while near > noun and tree.base(near) in ("flat", "fixed", "amod"):
        near = tree.head[near]
    if near <= noun or near > before or tree.upos(near) not in ("NOUN", "PROPN"):
        return noun
    if near not in tree.subtree(noun):
        return near
    chain: list[str] = []
    k = near
    while k != noun and len(chain) < len(tree):
        chain.append(tree.base(k))
        k = tree.head[k]
    singular = any(
        tree.feat(k, "Number") == "Sing" and tree.feat(k, "VerbForm") == "Fin"
        for k in (verb, *tree.children(verb, "aux", "cop"))
    )
    return near if singular and all(c == "conj" for c in chain) else noun


def _noun_before(tree: Tree, pronoun: int) -> int:
    """Return the noun or name that stands right before a word, the word itself for none."""
    before = pronoun - 1
    while before > 0 and tree.upos(before) == "PUNCT":
        before -= 1
    while before > 0 and tree.base(before) in ("flat", "fixed", "amod"):
        if tree.head[before] >= before:
            break
        before = tree.head[before]
    return before if before >= 0 and tree.upos(before) in ("NOUN", "PROPN") else pronoun
