"""Which word governs a clause, and which are its subject and object, where a parser slipped.

Each repair changes ``head`` and ``rel`` of a tree in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = [
    "below",
    "find_fronted_subject",
    "free_finite_verbs",
    "head_by_noun",
    "join_split_subject",
    "join_subjects",
    "name_bare_complements",
    "put_adjectives_below",
    "split_subjects",
]

_NOUNS = ("NOUN", "PROPN")


def below(tree: Tree, head: int) -> list[int]:
    """Return the children of a token, whatever becomes of them afterwards."""
    return tree.kids[head]


def free_finite_verbs(tree: Tree) -> None:
    """Let a finite verb read as an attribute govern its noun: *le torchon brûle entre …*."""
    for verb in tree.verbs:
        noun = tree.head[verb]
        if (
            tree.feat(verb, "VerbForm") != "Fin"
            or tree.rel[verb] not in ("amod", "acl", "appos", "nmod", "flat")
            or noun >= verb
            or tree.upos(noun) not in _NOUNS
            or any(tree.upos(k) in ("PUNCT", "PRON", "SCONJ") for k in range(noun, verb))
        ):
            continue
        root = tree.head[noun] == noun
        clause = tree.rel[noun] == "acl:relcl" or tree.base(noun) in ("ccomp", "advcl", "parataxis")
        if not root and (not clause or any(tree.base(k) == "cop" for k in below(tree, noun))):
            continue
        for k in below(tree, noun):
            if k > verb:
                tree.hang(k, verb)
                if tree.base(k) == "nmod":
                    tree.relate(k, "obl")
            elif tree.base(k) in ("mark", "obj", "obl", "advmod") and k < noun:
                tree.hang(k, verb)
        tree.hang(verb, verb if root else tree.head[noun])
        tree.relate(verb, "root" if root else tree.rel[noun])
        tree.hang(noun, verb, "nsubj")


def head_by_noun(tree: Tree) -> None:
    """Let *les derniers alliés de Y* be headed by its noun, though it was read as a participle."""
    for noun in tree.verbs:
        word = noun - 1
        if noun == 0 or tree.feat(noun, "VerbForm") != "Part" or tree.upos(word) != "ADJ":
            continue
        determined = any(tree.base(k) == "det" for k in below(tree, word))
        if not determined or any(
            tree.base(k) in ("aux", "obj", "nsubj:pass", "xcomp") for k in below(tree, noun)
        ):
            continue
        if tree.head[noun] == word:
            root = tree.head[word] == word
            tree.hang(noun, noun if root else tree.head[word])
            tree.relate(noun, tree.rel[word])
        elif tree.head[word] != noun:
            continue
        for k in below(tree, word):
            tree.hang(k, noun)
        tree.hang(word, noun, "amod")


def put_adjectives_below(tree: Tree) -> None:
    """Let *un sévère embargo* be an embargo, not something severe."""
    for noun in range(1, len(tree)):
        word = noun - 1
        if tree.head[noun] != word or tree.upos(noun) != "NOUN":
            continue
        bare = tree.rel[noun] == "dep" or (
            tree.upos(word) == "ADJ" and tree.base(noun) in ("nmod", "appos", "obl", "flat")
        )
        if (
            tree.upos(word) not in ("ADJ", "NOUN")
            or not bare
            or any(tree.base(k) in ("case", "det") for k in below(tree, noun))
            or not any(tree.base(k) == "det" for k in below(tree, word))
        ):
            continue
        root = tree.head[word] == word
        tree.hang(noun, noun if root else tree.head[word])
        tree.relate(noun, tree.rel[word])
        for k in below(tree, word):
            tree.hang(k, noun)
        tree.hang(word, noun, "amod")


def join_split_subject(tree: Tree) -> None:
    """Let *Pékin et Washington se rendent …* be one clause where Pékin was read as another."""
    for verb in tree.verbs:
        first = tree.head[verb]
        if (
            tree.base(verb) != "conj"
            or first > verb
            or tree.upos(first) != "PROPN"
            or tree.head[first] != first
        ):
            continue
        second = next((k for k in below(tree, verb) if tree.base(k) == "nsubj"), None)
        if second is None or not any(
            tree.base(c) == "cc" and c < second for c in (*below(tree, verb), *below(tree, second))
        ):
            continue
        tree.hang(verb, verb, "root")
        tree.hang(first, verb, "nsubj")
        tree.hang(second, first, "conj")
        for c in below(tree, verb):
            if tree.base(c) == "cc" and c < second:
                tree.hang(c, second)


def name_bare_complements(tree: Tree) -> None:
    """Let a name without preposition be subject before its verb and object after it."""
    words = tree.grammar.words("temporal")
    if not tree.grammar.words("dative_clitics"):
        return  # a language of "home", "Monday", "last week": bare complements are adverbials
    for verb in tree.verbs:
        children = below(tree, verb)
        before = [
            k for k in children if k < verb and tree.base(k) == "obj" and tree.upos(k) in _NOUNS
        ]
        named = [k for k in children if k < verb and tree.base(k) == "nsubj"]
        if before and not any(tree.base(k) == "mark" for k in children):
            if named and tree.upos(named[0]) == "PROPN" and before[0] < named[0]:
                tree.hang(named[0], before[0], "appos")
            if not named or before[0] < named[0]:
                tree.relate(before[0], "nsubj")
                children = below(tree, verb)
        finite = tree.feat(verb, "VerbForm") == "Fin" or any(
            tree.base(k) == "aux" for k in children
        )
        for k in children:
            if (
                tree.base(k) not in ("obl", "advmod", "vocative", "dislocated", "appos")
                or tree.upos(k) not in _NOUNS
                or tree.lemma[k] in words
                or any(tree.base(c) in ("case", "nummod", "mark") for c in below(tree, k))
            ):
                continue
            determined = tree.upos(k) == "PROPN" or any(
                tree.base(c) == "det" for c in below(tree, k)
            )
            if k < verb and finite and determined:
                if not any(
                    (tree.base(c) in ("nsubj", "csubj") or tree.rel[c] == "expl:subj") and c < verb
                    for c in children
                ):
                    tree.relate(k, "nsubj")
                    break
            elif (
                k > verb
                and tree.base(k) == "obl"
                and not any(
                    tree.base(c) in ("obj", "ccomp", "cop") or tree.rel[c] == "aux:pass"
                    for c in children
                )
            ):
                tree.relate(k, "obj")
                break


def find_fronted_subject(tree: Tree) -> None:
    """Free the subject that a phrase before it has swallowed: *après la vente …, Ankara refuse*."""
    for verb in tree.verbs:
        subjects = [k for k in below(tree, verb) if tree.base(k) == "nsubj" and k < verb]
        if len(subjects) != 1 or not any(
            tree.base(c) == "case" and tree.upos(c) == "ADP" and c < subjects[0]
            for c in below(tree, subjects[0])
        ):
            continue
        fronted = subjects[0]
        for k in range(verb - 1, fronted, -1):
            first = k - 1 if tree.upos(k - 1) == "DET" else k
            if (
                tree.base(k) in ("appos", "conj")
                and tree.upos(k) in _NOUNS
                and tree.tokens[first - 1].text == ","
                and tree.head[k] < first
            ):
                swallowing = tree.head[k]
                tree.hang(k, verb, "nsubj")
                tree.relate(fronted, "obl")
                for more in range(k + 1, verb):  # "with the help of X, Y and Z agreed"
                    if tree.head[more] == swallowing and tree.base(more) == "conj":
                        tree.hang(more, k)
                break


def split_subjects(tree: Tree) -> None:
    """Let a second subject after a verb be its object: *les États-Unis appellent Israël à …*."""
    for verb in tree.verbs:
        subjects = [k for k in below(tree, verb) if tree.base(k) == "nsubj"]
        after = [k for k in subjects if k > verb and tree.upos(k) in _NOUNS]
        if (
            len(after) == 1
            and len(subjects) == 2
            and subjects[0] < verb
            and not any(tree.base(k) in ("obj", "cop") for k in below(tree, verb))
        ):
            tree.relate(after[0], "obj")


def join_subjects(tree: Tree) -> None:
    """Let *X, Y et Z* be one subject where *et Z* was read as another."""
    for verb in range(len(tree)):
        if len(tree.kids[verb]) < 2:
            continue
        subjects = [k for k in below(tree, verb) if tree.base(k) == "nsubj"]
        for k in subjects[1:]:
            if tree.upos(k) in _NOUNS and any(tree.base(c) == "cc" for c in below(tree, k)):
                tree.hang(k, subjects[0], "conj")
