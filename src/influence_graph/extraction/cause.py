"""The words that give the cause of a claim."""

from __future__ import annotations

from influence_graph.extraction.tree import Tree

__all__ = ["cause_of"]


def cause_of(tree: Tree, head: int) -> tuple[int, int] | None:
    """Return the first and last token of the cause of what a word says, or None.

    Looks for a complement with a preposition of cause ("en raison de", "because of") or a clause
    with a conjunction of cause, on the word itself and on the verb above it.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    head : int
        Head word of the claim.
    """
    grammar = tree.grammar
    prepositions, marks = grammar.words("cause.prepositions"), grammar.words("cause.marks")
    hosts = [head]
    for parent in tree.ancestors(head):
        hosts.append(parent)
        if tree.is_predicate(parent):
            break
    for host in hosts:
        for k in tree.kids[host]:
            by_case = bool(tree.case[k]) and tree.case[k] in prepositions
            marker = " ".join(
                tree.low[m]
                for mark in tree.children(k, "mark")
                for m in (mark, *tree.children(mark, "fixed"))
            )
            by_mark = tree.base(k) == "advcl" and marker in marks
            if by_case or by_mark:
                words = tree.subtree(k)
                if head in words:
                    continue
                while words and tree.upos(words[-1]) == "PUNCT":
                    words.pop()
                while words and tree.upos(words[0]) in ("PUNCT", "CCONJ"):
                    words.pop(0)
                if words:
                    return words[0], words[-1]
    return None
