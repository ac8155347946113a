"""Regular slips of parsers of news, mended before the sentence is matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from influence_graph.extraction.tree import Tree

__all__ = ["mend"]

_NAMES = ("PROPN",)
_NOUNS = ("NOUN", "PROPN")


def mend(tree: Tree) -> None:
    """Mend heads and relations of a tree in place."""
    _verbs_with_subject(tree)
    _headline_verbs(tree)
    _subordinated(tree)
    _coordinated_verbs(tree)
    _shared_nouns(tree)
    _listed_names(tree)
    _infinitives_of_nouns(tree)
    _pairs(tree)
    _reproaches(tree)
    _gerund_objects(tree)


def _make_predicate(tree: Tree, verb: int, noun: int) -> None:
    """Put an attributive participle in the place of its noun, which becomes its object."""
    root = tree.head[noun] == noun
    tree.hang(verb, verb if root else tree.head[noun])
    clause = "ccomp" if tree.base(noun) in ("nsubj", "obj") else tree.rel[noun]
    tree.relate(verb, "root" if root else clause)
    tree.hang(noun, verb, "obj")
    for k in range(len(tree)):
        if tree.head[k] == noun and k < verb and tree.base(k) in ("nsubj", "aux", "cc", "advmod"):
            tree.hang(k, verb)


def _attributes(tree: Tree) -> list[int]:
    """Return the past participles that stand as attributes before a noun without article."""
    return [
        verb
        for verb in tree.verbs
        if tree.base(verb) == "amod"
        and tree.feat(verb, "Tense") == "Past"
        and tree.head[verb] > verb
        and tree.upos(tree.head[verb]) in _NOUNS
        and not any(k < verb for k in tree.children(tree.head[verb], "det", "nmod", "case"))
    ]


def _verbs_with_subject(tree: Tree) -> None:
    """Mend "Rwanda denied allegations": an attribute has no subject of its own."""
    for verb in _attributes(tree):
        if tree.children(verb, "nsubj"):
            _make_predicate(tree, verb, tree.head[verb])


def _headline_verbs(tree: Tree) -> None:
    """Mend "Orban blasted hostile comments": a sentence has a verb, if only a participle."""
    finite = any(
        tree.feat(k, "VerbForm") == "Fin" or tree.base(k) in ("cop", "aux")
        for k in range(len(tree))
    )
    if finite or not len(tree) or tree.tokens[-1].text != ".":
        return
    for verb in _attributes(tree):
        noun = tree.head[verb]
        names = [k for k in tree.children(noun, "compound", "flat") if k < verb]
        if tree.head[noun] == noun and names and tree.upos(names[-1]) == "PROPN":
            _make_predicate(tree, verb, noun)
            tree.hang(names[-1], verb, "nsubj")
            return


def _subordinated(tree: Tree) -> None:
    """Mend "a blow after X and Y refused", read as a blow after X that is refused."""
    marks = tree.grammar.words("subordinators")
    for verb in range(1, len(tree)):
        if (
            tree.base(verb) != "advcl"
            or tree.feat(verb, "VerbForm") != "Fin"
            or tree.upos(verb) != "VERB"
            or tree.children(verb, "nsubj", "mark")
        ):
            continue
        last = verb - 1
        while last > 0 and tree.upos(last) in ("ADV", "AUX"):
            last -= 1
        first = last
        while tree.base(first) in ("conj", "flat", "compound") and tree.head[first] != first:
            first = tree.head[first]
        case = [k for k in tree.children(first, "case") if tree.low[k] in marks]
        if first < verb and len(case) == 1 and tree.upos(first) in _NOUNS:
            tree.hang(first, verb, "nsubj")
            tree.hang(case[0], verb, "mark")


def _coordinated_verbs(tree: Tree) -> None:
    """Mend "X sent an ultimatum and later imposed sanctions", read as *imposed sanctions* sent.

    So is "X, a kingdom, normalised ties": the last member of a list has a conjunction before it.
    """
    for verb in _attributes(tree):
        noun = tree.head[verb]
        if tree.base(noun) != "conj":
            continue
        top = tree.head[noun]
        marks = [k for k in range(top + 1, verb) if tree.head[k] in (verb, noun)]
        joined = [k for k in marks if tree.base(k) == "cc"]
        if not joined:
            comma = any(tree.upos(k) == "PUNCT" for k in range(top + 1, verb))
            alone = comma and tree.head[top] == top and tree.upos(top) in _NOUNS
            if alone and not any(
                tree.feat(k, "VerbForm") == "Fin" and tree.base(k) in ("root", "conj")
                for k in range(len(tree))
            ):
                _make_predicate(tree, verb, noun)
                tree.hang(verb, verb, "root")
                for k in range(verb, len(tree)):
                    if tree.head[k] == top:
                        tree.hang(k, verb)
                tree.hang(top, verb, "nsubj")
            continue
        main = _finite_above(tree, noun)
        later = any(
            k > joined[-1] and tree.upos(k) == "ADV" and not tree.low[k].endswith("ly")
            for k in marks
        )
        if main is not None and later:
            _make_predicate(tree, verb, noun)
            tree.hang(verb, main, "conj")


def _finite_above(tree: Tree, word: int) -> int | None:
    """Return the nearest finite verb in the past above a word, or None."""
    seen = 0
    while tree.head[word] != word and seen < len(tree):
        word, seen = tree.head[word], seen + 1
        if tree.upos(word) == "VERB" and tree.feat(word, "VerbForm") == "Fin":
            return word if tree.feat(word, "Tense") == "Past" else None
    return None


def _shared_nouns(tree: Tree) -> None:
    """Mend "air and drone strikes", read as air and as strikes."""
    words = tree.grammar.words("modifier_nouns")
    for noun in range(len(tree)):
        first = tree.head[noun]
        if (
            tree.base(noun) != "conj"
            or tree.upos(noun) != "NOUN"
            or first == noun
            or first > noun
            or tree.low[first] not in words
            or tree.base(first) in ("conj", "compound")
            or any(k < noun for k in tree.children(first, "nmod", "acl"))
        ):
            continue
        if noun - first > 5 or any(tree.base(k) == "punct" for k in range(first, noun)):
            continue
        inner = [k for k in range(first + 1, noun) if tree.low[k] in words]
        if not inner:
            continue
        root = tree.head[first] == first
        tree.hang(noun, noun if root else tree.head[first])
        tree.relate(noun, tree.rel[first])
        if tree.base(noun) == "xcomp":
            tree.relate(noun, "obj")
        for k in range(len(tree)):
            if tree.head[k] == first and k != noun:
                tree.hang(k, noun)
        tree.hang(first, noun, "compound")


def _listed_names(tree: Tree) -> None:
    """Mend "the United States, the European Union and Japan", read as one that is the other."""
    for name in range(len(tree)):
        head = tree.head[name]
        if tree.base(name) != "appos" or tree.upos(name) not in _NAMES or head >= name:
            continue
        if tree.upos(head) not in _NAMES or tree.children(name, "case"):
            continue
        others = [k for k in tree.children(head, "conj") if k > name and tree.upos(k) in _NAMES]
        others += [k for k in tree.children(name, "conj") if tree.upos(k) in _NAMES]
        if others and not any(
            tree.base(k) == "punct" and k < min(others) for k in range(name + 1, min(others))
        ):
            tree.relate(name, "conj")


def _infinitives_of_nouns(tree: Tree) -> None:
    """Mend "repeated its threats to attack": an infinitive right after a noun that takes one."""
    words = tree.grammar.words
    names = ("nouns.blocked", "nouns.planned", "nouns.possible", "nouns.with_infinitive")
    for verb in range(len(tree)):
        if tree.base(verb) not in ("advcl", "xcomp") or tree.feat(verb, "VerbForm") != "Inf":
            continue
        marks = tree.children(verb, "mark")
        before = min(marks, default=0) - 1
        if (
            before > 0
            and tree.upos(before) == "NOUN"
            and any(tree.lemma[before] in words(name) for name in names)
            and tree.head[before] == tree.head[verb]
            and tree.base(before) in ("obj", "obl", "nsubj")
        ):
            tree.hang(verb, before, "acl")


def _pairs(tree: Tree) -> None:
    """Mend "relations between Chad and Sudan soured", read as relations, and Sudan soured."""
    between = tree.grammar.words("between")
    if between.isdisjoint(tree.low):
        return
    for case in range(len(tree)):
        first = tree.head[case]
        if tree.base(case) != "case" or tree.low[case] not in between or first < case:
            continue
        if tree.upos(first) not in _NOUNS or tree.children(first, "conj"):
            continue
        joined = first + 1
        if joined >= len(tree) or tree.base(joined) != "cc":
            continue
        second = next(
            (
                k
                for k in range(joined + 1, min(joined + 6, len(tree)))
                if tree.base(k) in ("nsubj", "obj", "obl", "conj")
                and tree.upos(k) in _NOUNS
                and not tree.children(k, "case")
            ),
            None,
        )
        if second is None or tree.head[second] == first:
            continue
        if tree.head[joined] not in (second, tree.head[second]):
            continue
        noun = tree.head[first]
        verb = tree.head[second]
        tree.hang(second, first, "conj")
        tree.hang(joined, second)
        if verb <= second or noun == verb or tree.children(verb, "nsubj"):
            continue
        if tree.head[verb] == noun:
            tree.hang(verb, verb if tree.head[noun] == noun else tree.head[noun])
            tree.relate(verb, tree.rel[noun])
        tree.hang(noun, verb, "nsubj")


def _reproaches(tree: Tree) -> None:
    """Let "of arming Y" in "accused X of arming Y" hang on the verb, where it is read below X."""
    words = tree.grammar.words
    for verb in range(len(tree)):
        accused = tree.head[verb]
        if tree.base(verb) != "acl" or tree.rel[verb] == "acl:relcl" or accused > verb:
            continue
        marks = {tree.low[k] for k in tree.children(verb, "mark", "case")}
        accusing = tree.head[accused]
        if (
            marks & words("cause.reproach")
            and tree.base(accused) in ("obj", "nsubj")
            and accusing != accused
            and tree.lemma[accusing] in words("modality.accusing")
        ):
            tree.hang(verb, accusing, "advcl")


def _gerund_objects(tree: Tree) -> None:
    """Mend "denies arming the rebels": a gerund right after a verb that takes one."""
    takes = tree.grammar.words("modality.with_gerund")
    for verb in range(1, len(tree)):
        above = verb - 1
        if (
            tree.base(verb) == "advcl"
            and tree.feat(verb, "VerbForm") == "Ger"
            and tree.head[verb] == above
            and tree.lemma[above] in takes
        ):
            tree.hang(verb, above, "xcomp")
