"""Verbs that a tagger took for a noun or an adjective of the same form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from influence_graph.extraction.predicates import below

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["read_verbs"]

_NOUNS = ("NOUN", "PROPN")


def read_verbs(tree: Tree) -> None:
    """Read as verbs the nouns and adjectives that only a verb can be: *la Turquie finance ses …*.

    A word is one where it has an auxiliary, or a subject and no copula, or where it stands between
    a noun phrase that nothing governs and a determiner.
    """
    if not tree.grammar.endings:
        return
    for k in range(1, len(tree)):
        if tree.upos(k) not in ("NOUN", "ADJ"):
            continue
        lemma = tree.grammar.verb_of(tree.low[k])
        if lemma is None:
            continue
        relations = {tree.rel[c].partition(":")[0]: c for c in below(tree, k)}
        if relations.keys() & {"det", "case", "cop", "nummod"}:
            continue
        if "aux" in relations or (relations.get("nsubj", k) < k):
            tree.make_verb(k, lemma)
        elif _stands_as_verb(tree, k):
            tree.make_verb(k, lemma)
            _raise_verb(tree, k)


def _stands_as_verb(tree: Tree, k: int) -> bool:
    before, after = k - 1, k + 1
    while before > 0 and tree.upos(before) == "ADV":
        before -= 1
    while after < len(tree) and tree.upos(after) == "ADV":
        after += 1
    if after >= len(tree) or tree.upos(before) not in ("NOUN", "PROPN", "ADJ"):
        return False
    if not (tree.upos(after) == "DET" or (tree.upos(after) == "PROPN" and after == k + 1)):
        return False
    top = tree.head[k]
    for _ in range(len(tree)):
        if tree.upos(top) not in ("NOUN", "PROPN", "ADJ") or top > k:
            return False
        if tree.head[top] == top:
            break
        top = tree.head[top]
    if top == k:  # « la Turquie finance les rebelles », read as the finance of something
        bare = [
            c for c in below(tree, k) if not any(tree.base(d) == "case" for d in below(tree, c))
        ]
        return any(c < k and tree.upos(c) == "PROPN" for c in bare) and any(
            c > k and tree.upos(c) in _NOUNS and tree.base(c) in ("nmod", "obj") for c in bare
        )
    named = tree.upos(top) == "PROPN" or any(tree.base(c) == "det" for c in below(tree, top))
    return named and not any(
        tree.base(c) in ("case", "nsubj", "cop")
        or (tree.upos(c) == "VERB" and tree.feat(c, "VerbForm") == "Fin")
        for c in below(tree, top)
        if c < k
    )


def _raise_verb(tree: Tree, verb: int) -> None:
    """Make a verb the root, what stands before it its subject, what follows its complements."""
    top = verb
    while tree.head[top] != top:
        top = tree.head[top]
    after = [k for k in range(verb + 1, len(tree)) if tree.head[k] < verb or tree.head[k] == verb]
    if top == verb:
        for k in below(tree, verb):
            if k < verb and tree.upos(k) == "PROPN":
                tree.relate(k, "nsubj")
                break
    else:
        tree.hang(verb, verb, "root")
        tree.hang(top, verb, "nsubj")
    for k in after:
        tree.hang(k, verb)
        if tree.base(k) in ("nmod", "flat", "appos", "amod", "obj") and tree.upos(k) in _NOUNS:
            tree.relate(k, "obl" if _has_case(tree, k) else "obj")
        elif tree.base(k) == "acl":
            tree.relate(k, "xcomp")


def _has_case(tree: Tree, word: int) -> bool:
    return any(tree.base(k) == "case" for k in below(tree, word))
