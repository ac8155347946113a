"""Where a phrase hangs: what parsers of news attach wrongly in a regular way.

Each repair changes ``head`` and ``rel`` of a tree in place. A repair
is made only where the words leave no other reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from influence_graph.extraction.predicates import (
    below,
    find_fronted_subject,
    free_finite_verbs,
    head_by_noun,
    join_split_subject,
    join_subjects,
    name_bare_complements,
    put_adjectives_below,
    split_subjects,
)

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["lift_complements", "mend_attachment"]

_NOUNS = ("NOUN", "PROPN")


def mend_attachment(tree: Tree) -> None:
    """Make all repairs that need no merged prepositions."""
    free_finite_verbs(tree)
    head_by_noun(tree)
    put_adjectives_below(tree)
    join_split_subject(tree)
    join_subjects(tree)
    join_lists(tree)
    split_subjects(tree)
    hang_infinitives(tree)
    name_bare_complements(tree)
    find_fronted_subject(tree)
    join_between(tree)
    lift_conjuncts(tree)
    keep_relatives_together(tree)
    take_participles_up(tree)
    hang_appositions(tree)


def hang_appositions(tree: Tree) -> None:
    """Hang *…, rival de Y* and *…, accusé de …* on the name that they follow."""
    for k in range(2, len(tree)):
        if tree.tokens[k - 1].text != ",":
            continue
        participle = (
            tree.upos(k) == "VERB"
            and tree.feat(k, "VerbForm") == "Part"
            and tree.feat(k, "Tense") == "Past"
        )
        if not participle and tree.upos(k) not in ("NOUN", "ADJ"):
            continue
        name = k - 2
        if tree.upos(name) != "PROPN":
            continue
        while tree.base(name) == "flat" and tree.head[name] < name:
            name = tree.head[name]
        kinds = {tree.base(c) for c in below(tree, k)}
        if kinds & {"det", "case", "aux", "cop", "nsubj", "cc"} or tree.head[k] in (name, k):
            continue
        if tree.base(k) not in ("appos", "advcl", "conj", "acl", "parataxis", "nmod", "dislocated"):
            continue
        if _is_above(tree, k, name) or not _agree(tree, k, name):
            continue
        tree.hang(k, name, "acl" if participle else "appos")


def join_lists(tree: Tree) -> None:
    """Let all names of *X, Y, Z et W* be coordinated where *Y* was read as an apposition."""
    for first in range(len(tree)):
        if tree.upos(first) != "PROPN" or not tree.kids[first]:
            continue
        later = [k for k in below(tree, first) if tree.base(k) == "conj" and k > first]
        if not any(tree.base(c) == "cc" for k in later for c in below(tree, k)):
            continue
        for k in below(tree, first):
            if (
                tree.base(k) == "appos"
                and tree.upos(k) == "PROPN"
                and first < k < later[-1]
                and not any(tree.base(c) == "case" for c in below(tree, k))
            ):
                tree.relate(k, "conj")


def hang_infinitives(tree: Tree) -> None:
    """Hang *d'armer Z* on the verb in *accuse Y d'armer Z*, not on Y."""
    verbs = tree.grammar.words("modality.object_control")
    datives = tree.grammar.words("modality.dative_control")
    for k in range(1, len(tree)):
        noun = tree.head[k]
        if tree.rel[k] != "acl" or tree.feat(k, "VerbForm") != "Inf" or noun > k:
            continue
        if tree.upos(noun) == "VERB":
            tree.relate(k, "xcomp")
            continue
        while tree.base(noun) == "nmod" and tree.head[noun] < noun:
            noun = tree.head[noun]
        if tree.base(noun) == "obl" and tree.lemma[tree.head[noun]] in datives:
            tree.hang(k, tree.head[noun], "xcomp")
            continue
        noun = tree.head[k]
        if (
            tree.rel[k] == "acl"
            and tree.feat(k, "VerbForm") == "Inf"
            and tree.base(noun) == "obj"
            and tree.lemma[tree.head[noun]] in verbs
            and tree.head[noun] < noun < k
            and not any(tree.base(c) == "case" for c in below(tree, noun))
        ):
            tree.hang(k, tree.head[noun], "xcomp")


def join_between(tree: Tree) -> None:
    """Let *entre X et Y* name two, where Y was coordinated with the noun before *entre*."""
    words = tree.grammar.words("between")
    if words.isdisjoint(tree.low):
        return
    for first in range(len(tree)):
        marker = next(
            (
                k
                for k in below(tree, first)
                if tree.base(k) == "case" and tree.low[k] in words and k < first
            ),
            None,
        )
        if marker is None or any(tree.base(k) == "conj" for k in below(tree, first)):
            continue
        hosts = {tree.head[first]}
        stack = [first]
        while stack:
            hosts.add(stack[-1])
            stack += [k for k in below(tree, stack.pop()) if k not in hosts]
        second = next(
            (
                k
                for k in range(first + 1, len(tree))
                if tree.base(k) == "conj"
                and tree.head[k] in hosts
                and tree.upos(k) in _NOUNS
                and any(tree.base(c) == "cc" for c in below(tree, k))
                and not any(tree.base(c) == "case" for c in below(tree, k))
            ),
            None,
        )
        if second is not None:
            tree.hang(second, first)


def lift_conjuncts(tree: Tree) -> None:
    """Coordinate a finite verb with the verb of its clause, not with an adjective or a noun."""
    for verb in tree.verbs:
        head = tree.head[verb]
        if (
            tree.base(verb) != "conj"
            or tree.feat(verb, "VerbForm") != "Fin"
            or tree.upos(head) not in ("ADJ", "NOUN")
            or head > verb
        ):
            continue
        kinds = {tree.base(k) for k in below(tree, verb)}
        inner = {tree.base(k) for k in below(tree, head)}
        if "cc" not in kinds or "nsubj" in kinds or inner & {"cop", "nsubj"}:
            continue
        clause = _clause_above(tree, head)
        if clause is not None and clause < verb:
            tree.hang(verb, clause)


def keep_relatives_together(tree: Tree) -> None:
    """Coordinate a verb with that of a relative clause that no comma has closed before it.

    In *X s'est rapproché de Y, qui lui livre des armes et lui prête des soldats* Y lends them: a
    clause that a comma opens would be closed by one before X goes on.
    """
    for verb in range(1, len(tree)):
        main = tree.head[verb]
        if (
            tree.base(verb) != "conj"
            or main > verb
            or tree.upos(verb) != "VERB"
            or tree.rel[main] == "acl:relcl"
        ):
            continue
        kinds = {tree.base(k): k for k in below(tree, verb) if k < verb}
        if "cc" not in kinds or "nsubj" in kinds:
            continue
        joint = kinds["cc"]
        for relative in range(joint - 1, main, -1):
            if tree.tokens[relative].text == ",":
                break
            if tree.rel[relative] == "acl:relcl" and _is_opened_by_comma(tree, relative):
                if _is_above(tree, main, relative):
                    tree.hang(verb, relative)
                break


def _is_opened_by_comma(tree: Tree, verb: int) -> bool:
    """Tell whether a comma stands before the relative pronoun that is a verb's subject."""
    return any(
        tree.base(k) == "nsubj"
        and tree.feat(k, "PronType") == "Rel"
        and 0 < k < verb
        and tree.tokens[k - 1].text == ","
        for k in below(tree, verb)
    )


def take_participles_up(tree: Tree) -> None:
    """Let a present participle after a comma have the subject of its clause.

    In *Alger a rompu ses liens avec Rabat, l'accusant de …* no noun accuses but the subject.
    """
    for verb in range(1, len(tree)):
        if (
            tree.base(verb) != "acl"
            or tree.rel[verb] == "acl:relcl"
            or tree.feat(verb, "VerbForm") != "Part"
            or tree.feat(verb, "Tense") != "Pres"
            or tree.head[verb] > verb
        ):
            continue
        first = min((k for k in below(tree, verb) if tree.upos(k) == "PRON"), default=verb)
        before = min(first, verb) - 1
        if before < 0 or tree.tokens[before].text != ",":
            continue
        clause = _clause_above(tree, tree.head[verb])
        if clause is not None and clause < verb:
            tree.hang(verb, clause, "advcl")


def lift_complements(tree: Tree) -> None:
    """Lift a complement out of a time or a state: *coopérait jusqu'à présent avec le Mali*.

    Nouns of time and those of `transparent` (*en poste à Alger*) have no complements of their own,
    nor have names of agents (*attribué par Kiev à Moscou*).
    """
    words = tree.grammar.words
    through = words("temporal") | words("transparent")
    for k in range(len(tree)):
        noun = tree.head[k]
        agent = tree.rel[noun] == "obl:agent" and tree.upos(noun) == "PROPN"
        if (
            tree.base(k) != "nmod"
            or noun == k
            or not (agent or (tree.upos(noun) == "NOUN" and tree.lemma[noun] in through))
            or tree.head[noun] == noun
            or tree.base(noun) not in ("nmod", "obl")
        ):
            continue
        cases = {tree.low[c] for c in below(tree, k) if tree.base(c) == "case" and c < k}
        if cases and not cases & words("genitive"):
            tree.hang(k, tree.head[noun])
            tree.relate(k, "nmod" if tree.upos(tree.head[k]) in _NOUNS else "obl")


def _agree(tree: Tree, word: int, name: int) -> bool:
    """Tell whether nothing in gender and number speaks against two words belonging together."""
    return all(
        not tree.feat(word, feature)
        or not tree.feat(name, feature)
        or tree.feat(word, feature) == tree.feat(name, feature)
        for feature in ("Gender", "Number")
    )


def _is_above(tree: Tree, top: int, word: int) -> bool:
    for _ in range(len(tree)):
        if word == top:
            return True
        if tree.head[word] == word:
            return False
        word = tree.head[word]
    return True


def _clause_above(tree: Tree, word: int) -> int | None:
    """Return the verb of the clause that a word stands in."""
    for _ in range(len(tree)):
        if tree.upos(word) in ("VERB", "AUX") or any(
            tree.base(k) == "cop" for k in below(tree, word)
        ):
            return word
        if tree.head[word] == word:
            return None
        word = tree.head[word]
    return None
