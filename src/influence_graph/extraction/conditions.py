"""How a head word is used: reflexive, negated, with a particle, as another part of speech."""

from __future__ import annotations

from dataclasses import dataclass

from influence_graph.extraction.lexicon import Entry
from influence_graph.extraction.tree import Tree

__all__ = [
    "Usage",
    "is_adjectival",
    "is_intended",
    "is_made_into",
    "is_named",
    "is_negated",
    "is_verbal_noun",
    "particle_fits",
    "usage_of",
]


@dataclass(frozen=True, slots=True)
class Usage:
    """How a verb is used in a sentence.

    Attributes
    ----------
    reflexive, reciprocal : bool
        With *se* or *itself*; with *each other*.
    particles : frozenset of str
        Particles of the verb, any of which changes what it means.
    near : frozenset of str
        What may be its particle though it was read as an adverb or a preposition.
    """

    reflexive: bool
    reciprocal: bool
    particles: frozenset[str]
    near: frozenset[str]


def particle_fits(entry: Entry, usage: Usage) -> bool:
    """Tell whether a verb has the particle of an entry, or none where the entry has none."""
    if entry.particle is not None:
        return entry.particle in usage.particles or entry.particle in usage.near
    return all(p in entry.x or p in entry.y or p in entry.having for p in usage.particles)


def is_negated(head: int, tree: Tree) -> bool:
    """Tell whether a verb has a negation of its own."""
    words = tree.grammar.words
    marks = words("negation.particles") or words("negation.words")
    return any(tree.low[k] in marks for k in tree.kids[head])


def usage_of(head: int, tree: Tree) -> Usage:
    """Return how a verb is used."""
    words = tree.grammar.words("reflexive")
    reflexive = any(
        tree.low[k] in words and tree.base(k) in ("obj", "iobj", "expl", "obl", "dep")
        for k in tree.kids[head]
    ) or (tree.enclitic(head) in words)
    low = tree.low
    reciprocal = any(
        " ".join(low[k : k + 2]) in tree.grammar.words("reciprocal")
        for k in tree.children(head, "obj", "obl", "iobj")
    ) or _distributed(head, tree)
    particles = frozenset(
        low[k]
        for k in tree.kids[head]
        if tree.rel[k] in ("compound:prt", "compound") and tree.upos(k) != "PROPN"
    )
    near = {low[k] for k in tree.children(head, "advmod", "compound", "obl", "case")}
    near |= {tree.case[k] for k in tree.children(head, "obl")}
    return Usage(reflexive, reciprocal, particles, frozenset(near))


def _distributed(verb: int, tree: Tree) -> bool:
    """Tell whether *each* subject does it to *the other*."""
    grammar = tree.grammar
    other = any(
        tree.low[k] in grammar.words("distributive.objects")
        for k in tree.children(verb, "obj", "obl")
    )
    return other and any(
        tree.low[k] in grammar.words("distributive.subjects")
        for host in (verb, *tree.children(verb, "nsubj"))
        for k in (host, *tree.kids[host])
        if k < verb
    )


def is_verbal_noun(verb: int, tree: Tree) -> bool:
    """Tell whether a verb form in *-ing* stands as a noun: *fighting broke out*."""
    return tree.feat(verb, "VerbForm") == "Ger" and tree.base(verb) in ("nsubj", "obj", "obl")


def is_adjectival(verb: int, tree: Tree) -> bool:
    """Tell whether a participle describes like an adjective: *worried about Y*."""
    return tree.feat(verb, "VerbForm") == "Part" and not tree.has_child(verb, "obj", "ccomp")


def is_named(verb: int, tree: Tree) -> bool:
    """Tell whether a participle is used as a noun: *les derniers alliés de Y*."""
    return tree.has_child(verb, "det") or (
        tree.feat(verb, "VerbForm") == "Part" and tree.base(verb) in ("acl", "appos", "advcl")
    )


def is_intended(verb: int, tree: Tree) -> bool:
    """Tell whether a verb plans or denies what its object names: *denies a quarrel with Y*."""
    return any(
        tree.lemma[verb] in tree.grammar.words(f"modality.{name}") for name in ("planned", "denied")
    )


def is_made_into(noun: int, tree: Tree) -> bool:
    """Tell whether somebody makes something of a noun: *faire de N un dogme*."""
    grammar = tree.grammar
    return (
        tree.lemma[tree.head[noun]] in grammar.words("support.making")
        and tree.case[noun] in grammar.words("genitive")
        and tree.base(noun) == "obl"
    )
