"""Prepositions of several words, and nouns that only count: what the phrase is headed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["lift_partitives", "merge_prepositions"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
_PREDICATE = frozenset({"VERB", "AUX", "ADJ", "ADV"})


def merge_prepositions(tree: Tree) -> None:
    """Let prepositions of several words be the `case` of their complement."""
    size = len(tree)
    openings = tree.grammar.openings
    i = 0
    while i < size:
        for words, name in openings.get(tree.low[i], ()):
            if tuple(tree.low[i : i + len(words)]) == words and _merge(
                tree, i, i + len(words) - 1, name
            ):
                i += len(words)
                break
        else:
            i += 1


def _merge(tree: Tree, first: int, last: int, name: str) -> bool:
    """Hang the complement of the phrase ``first … last`` where the phrase hangs."""
    span = range(first, last + 1)
    complement = next(
        (
            j
            for j in range(last + 1, min(len(tree), last + 12))
            if tree.head[j] in span and tree.upos(j) in _NOMINAL and tree.rel[j] != "det"
        ),
        None,
    )
    if complement is None:
        complement = next(
            (tree.head[k] for k in span if tree.head[k] > last and tree.rel[k] != "det"), None
        )
    if complement is None or tree.upos(complement) not in _NOMINAL:
        return False
    is_root = any(tree.head[k] == k for k in span)
    top = next((k for k in span if tree.head[k] not in span and tree.head[k] != complement), None)
    outside = tree.head[top] if top is not None else tree.head[complement]
    if not is_root and (outside == complement or outside in span):
        return False
    tree.hang(complement, complement if is_root else outside)
    clause = top is not None and any(
        tree.head[k] == top and tree.base(k) in ("cop", "nsubj") for k in range(len(tree))
    )
    tree.relate(
        complement,
        "root"
        if is_root
        else tree.rel[top]
        if clause and top is not None
        else "obl"
        if tree.upos(outside) in _PREDICATE
        else "nmod",
    )
    for k in range(len(tree)):
        if k in span:
            tree.hang(k, complement, "case")
        elif tree.head[k] in span and k != complement:
            tree.hang(k, complement)
    tree.phrases[complement] = name
    return True


def lift_partitives(tree: Tree) -> None:
    """Let "one of its allies", "des milliers de manifestants" be headed by the last noun."""
    words, genitive = tree.grammar.words("partitives"), tree.grammar.words("genitive")
    if not words:
        return
    for i in range(len(tree)):
        if tree.lemma[i] not in words or tree.upos(i) not in (
            "NOUN",
            "PRON",
            "NUM",
            "DET",
            "ADV",
        ):
            continue
        whole = next(
            (
                k
                for k in range(i + 1, min(len(tree), i + 8))
                if tree.head[k] == i
                and tree.base(k) in ("nmod", "obl")
                and tree.upos(k) in ("NOUN", "PROPN", "PRON")
                and any(
                    tree.head[c] == k and tree.rel[c] == "case" and tree.low[c] in genitive
                    for c in range(i + 1, k)
                )
            ),
            None,
        )
        if whole is None:
            continue
        for k in range(len(tree)):
            if tree.head[k] == whole and tree.rel[k] == "case" and i < k < whole:
                tree.relate(k, "fixed")
            elif tree.head[k] == i and k not in (whole, i):
                tree.hang(k, whole)
        root = tree.head[i] == i
        tree.hang(whole, whole if root else tree.head[i])
        tree.relate(whole, tree.rel[i])
        tree.hang(i, whole, "nummod")
