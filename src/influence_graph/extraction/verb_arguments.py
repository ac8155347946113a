"""Verbs and their subjects and objects, where a parser of news hung one of them wrongly.

Each repair changes heads and relations of a tree in place. A repair is made only where the words
leave no other reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["mend_arguments"]

_NEXT = 3
"""Words between a verb and an object without preposition that was read as a date, at most."""

_PREDICATE = frozenset({"VERB", "AUX", "ADJ", "ADV"})


def mend_arguments(tree: Tree) -> None:
    """Mend what parsers of news get wrong in a regular way.

    Arguments hung on an auxiliary belong to its verb; and in "Ankara criticised the move" the
    verb is no attribute of what follows its determiner.
    """
    size = len(tree)
    for i in range(size) if "aux" in tree.bases else ():
        h = tree.head[i]
        if tree.base(h) == "aux" and tree.base(i) in ("nsubj", "obj", "obl") and h != i:
            tree.hang(i, tree.head[h])
    marks = tree.grammar.words("auxiliaries.infinitive_marks")
    for i in range(size):
        if tree.low[i] in marks:
            _free_infinitive(tree, i)
        if tree.base(i) in ("iobj", "obj", "obl"):
            _find_object(tree, i)
            _lift_agent(tree, i)
    for verb in tree.verbs:
        if tree.base(verb) == "amod" and _is_past(tree, verb):
            _free_from_object(tree, verb)
        elif tree.base(verb) == "acl" and _is_past(tree, verb):
            _free_from_subject(tree, verb)
        if tree.base(verb) == "root":
            _find_subject(tree, verb)


def _find_object(tree: Tree, i: int) -> None:
    """Mend objects that were read as receivers, dates or places: "praised France"."""
    verb = tree.head[i]
    if verb == i or tree.upos(verb) != "VERB":
        return
    if (
        tree.base(i) == "iobj"
        and tree.grammar.has("double_object")
        and not tree.children(verb, "obj", "ccomp")
        and not any(tree.upos(k) == "NOUN" for k in tree.children(verb, "xcomp"))
    ):
        tree.relate(i, "obj")
    if (
        tree.rel[i] == "obl:unmarked"
        and verb < i <= verb + _NEXT
        and tree.upos(i) in ("NOUN", "PROPN")
        and not tree.children(i, "case")
        and not tree.children(verb, "obj", "iobj", "ccomp", "xcomp")
        and not {tree.lemma[i], tree.low[i]}
        & (tree.grammar.words("dates") | tree.grammar.words("temporal"))
    ):
        tree.relate(i, "obj")
    particle = verb + 1
    if (
        tree.base(i) == "obj"
        and particle < i
        and tree.head[particle] == i
        and tree.rel[particle] == "case"
        and tree.low[particle] in tree.grammar.words("particles")
    ):
        tree.hang(particle, verb, "compound:prt")


def _free_infinitive(tree: Tree, mark: int) -> None:
    """Mend "threatened to cut gas supplies", where *to* is read as a preposition."""
    verb = mark + 1
    if (
        verb >= len(tree)
        or tree.upos(verb) != "VERB"
        or tree.base(verb) != "amod"
        or tree.feat(verb, "VerbForm") in ("Part", "Ger")
    ):
        return
    noun = tree.head[verb]
    if tree.head[mark] != noun or tree.rel[mark] != "case" or tree.head[noun] == noun:
        return
    above = tree.head[noun]
    tree.hang(verb, above)
    tree.relate(verb, "xcomp" if tree.upos(above) in _PREDICATE else "acl")
    tree.hang(mark, verb, "mark")
    tree.hang(noun, verb, "obj")


def _lift_agent(tree: Tree, i: int) -> None:
    """Mend "was shot dead by guards", where the guards are hung on *dead*."""
    host = tree.head[i]
    verb = tree.head[host]
    if (
        tree.base(i) == "obl"
        and tree.base(host) in ("xcomp", "advmod")
        and tree.upos(host) in ("ADJ", "ADV")
        and tree.upos(verb) == "VERB"
        and any(tree.low[k] in tree.grammar.words("agentive") for k in tree.children(i, "case"))
        and any(tree.rel[k] == "aux:pass" for k in tree.children(verb, "aux"))
    ):
        tree.hang(i, verb)


def _is_past(tree: Tree, verb: int) -> bool:
    return tree.feat(verb, "Tense") == "Past" and tree.feat(verb, "VerbForm") in ("Part", "Fin")


def _free_from_object(tree: Tree, verb: int) -> None:
    """Mend "Ankara criticised the move", "Mali has severed ties", "Mali accused Algeria"."""
    noun = tree.head[verb]
    if noun < verb:
        _free_from_subject(tree, verb)
        return
    inner = [
        k
        for k in tree.children(noun, "det", "nmod")
        if k > verb and (tree.upos(k) == "DET" or tree.rel[k] == "nmod:poss")
    ]
    auxiliaries = [k for k in tree.children(noun, "aux") if k < verb]
    copula = tree.children(noun, "cop")
    before = [
        k
        for k in tree.children(noun, "nsubj", "compound", "nmod", "flat", "dep", "obl")
        if k < verb and tree.upos(k) in ("PROPN", "NOUN", "PRON") and not tree.children(k, "case")
    ]
    certain = inner or auxiliaries or any(tree.base(k) == "nsubj" for k in before)
    if not before and _swallowed_subject(tree, verb, noun):
        top = tree.head[noun]
        before = [top]
        tree.hang(noun, tree.head[top] if tree.head[top] != top else noun)
        tree.relate(noun, tree.rel[top])
        for k in range(verb + 1, len(tree)):
            if tree.head[k] == top and k != noun:
                tree.hang(k, verb)
    elif not certain or not before or copula:
        return
    tree.hang(verb, verb if tree.head[noun] == noun else tree.head[noun])
    tree.relate(verb, "root" if tree.head[verb] == verb else tree.rel[noun])
    tree.hang(noun, verb, "obj")
    for k in auxiliaries:
        tree.hang(k, verb)
    for k in before:
        tree.hang(k, verb, "nsubj")


def _free_from_subject(tree: Tree, verb: int) -> None:
    """Mend "The African Union called on Sudan", read as a Union that was called."""
    noun = tree.head[verb]
    finite = any(
        k != verb and (tree.feat(k, "VerbForm") == "Fin" or tree.base(k) in ("aux", "cop"))
        for k in range(len(tree))
    )
    agentive = tree.grammar.words("agentive") | tree.grammar.words("locative")
    arguments = [
        k
        for k in tree.children(verb, "obj", "obl", "xcomp", "ccomp")
        if k > verb and not any(tree.low[c] in agentive for c in tree.children(k, "case"))
    ]
    if (
        tree.head[noun] != noun
        or noun > verb
        or tree.upos(noun) not in ("NOUN", "PROPN")
        or finite
        or not arguments
        or tree.rel[verb] == "acl:relcl"
        or tree.tokens[-1].text != "."
        or any(tree.upos(k) == "PUNCT" for k in range(noun, verb))
    ):
        return
    for k in range(verb + 1, len(tree)):
        if tree.head[k] == noun:
            tree.hang(k, verb)
    tree.hang(verb, verb, "root")
    tree.hang(noun, verb, "nsubj")


def _find_subject(tree: Tree, verb: int) -> None:
    """Mend "Beijing denied the allegations", where Beijing is read as a modifier."""
    if tree.children(verb, "nsubj", "csubj") or not _is_past(tree, verb):
        return
    for k in tree.children(verb, "compound", "obl", "advmod", "dep", "vocative", "flat"):
        if k < verb and tree.upos(k) == "PROPN" and not tree.children(k, "case"):
            tree.relate(k, "nsubj")
            return


def _swallowed_subject(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether "Mali accused Algeria" was read as one name with a participle inside."""
    top = tree.head[noun]
    return (
        top < verb
        and tree.upos(top) == "PROPN"
        and tree.upos(noun) in ("PROPN", "NOUN")
        and tree.base(noun) in ("flat", "appos", "nmod", "compound", "list", "dep", "obl")
        and all(
            tree.head[k] == top or tree.base(k) in ("flat", "compound") or tree.upos(k) == "ADV"
            for k in range(top + 1, verb)
        )
        and not any(tree.upos(k) == "PUNCT" for k in range(top + 1, noun))
        and not any(tree.head[k] == noun and tree.base(k) == "case" for k in range(noun))
    )
