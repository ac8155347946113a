"""Proper names that the gazetteer lacks: persons and organisations met in an article."""

from __future__ import annotations

from dataclasses import dataclass

from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.nameparts import name_parts
from influence_graph.actors.tree import Tree

__all__ = ["Learned", "ProperName", "find_acronyms", "find_proper_names", "name_key"]


@dataclass(slots=True)
class ProperName:
    """A run of capitalised words that is no name of the gazetteer.

    Attributes
    ----------
    head, first, last : int
        Tokens.
    words : tuple of str
        The words, without hyphens.
    """

    head: int
    first: int
    last: int
    words: tuple[str, ...]


@dataclass(slots=True)
class Learned:
    """Whom a name of the article stands for.

    Attributes
    ----------
    codes : tuple of str
        Actor codes.
    via : str
        Code of the person or organisation.
    text : str
        The full name.
    gender : str
        ``Masc``, ``Fem`` or empty.
    human : bool
        A person.
    reason : str
        Where it was learned.
    """

    codes: tuple[str, ...]
    via: str
    text: str
    gender: str = ""
    human: bool = True
    reason: str = ""
    score: float = 0.8


def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(p.folded for word in words for p in pieces(word))


def find_proper_names(tree: Tree, taken: set[int], lexicon: AgentLexicon) -> list[ProperName]:
    """Return the runs of proper nouns outside `taken`, from left to right."""
    tokens = tree.tokens
    particles = name_parts().particles
    found: list[ProperName] = []
    i = 0
    while i < len(tokens):
        if not _opens(tree, i, taken, lexicon):
            i += 1
            continue
        last = i
        words = [tokens[i].text]
        j = i + 1
        while j < len(tokens):
            if _opens(tree, j, taken, lexicon):
                words.append(tokens[j].text)
                last = j
                j += 1
            elif (
                j + 1 < len(tokens)
                and (tokens[j].text in ("-", "‑") or fold(tokens[j].text) in particles)
                and tokens[j].upos in ("PUNCT", "PROPN", "X", "ADP", "DET")
                and _opens(tree, j + 1, taken, lexicon)
                and (j > i + 1 or not lexicon.word("of", fold(tokens[j].text)))
            ):
                j += 1
            elif len(words) > 1 and _is_second_half(tree, j, taken):
                words[-1] = f"{words[-1]}-{tokens[j + 1].text}"  # "Kim Hong-kyun"
                last = j + 1
                j += 2
            else:
                break
        head = tree.span_head(i, last)
        found.append(ProperName(head=head, first=i, last=last, words=tuple(words)))
        i = last + 1
    return found


def _is_second_half(tree: Tree, i: int, taken: set[int]) -> bool:
    """Tell whether a hyphen and the next word, in lower case, end a given name."""
    tokens = tree.tokens
    return (
        tokens[i].text in ("-", "‑")
        and i + 1 < len(tokens)
        and i + 1 not in taken
        and tokens[i].start == tokens[i - 1].end
        and tokens[i + 1].start == tokens[i].end
        and tokens[i + 1].text.isalpha()
        and tokens[i + 1].upos in ("NOUN", "PROPN", "X", "ADJ")
    )


def _opens(tree: Tree, i: int, taken: set[int], lexicon: AgentLexicon) -> bool:
    token = tree.tokens[i]
    if i in taken or not token.text[:1].isupper() or lexicon.word("calendar", fold(token.text)):
        return False
    if token.upos == "PROPN":
        return any(c.isalpha() for c in token.text[1:] or token.text)
    # The tagger misses some names; a capital inside a sentence, next to a name, is one.
    return (
        i > 0
        and token.upos in ("ADJ", "NOUN", "X", "VERB")
        and token.text[1:].islower()
        and any(
            0 <= j < len(tree.tokens)
            and tree.tokens[j].upos == "PROPN"
            and j not in taken
            and tree.tokens[j].text[:1].isupper()
            for j in (i - 1, i + 1)
        )
    )


def find_acronyms(tree: Tree, lexicon: AgentLexicon) -> list[tuple[int, int, int]]:
    """Return ``(first, last, acronym)`` tokens of "Long Name (LN)", long names cut by initials.

    The long name begins with a capitalised noun of `organisation_head`, or its initials give
    the acronym.
    """
    tokens = tree.tokens
    found = []
    for i in range(1, len(tokens) - 2):
        text = tokens[i + 1].text
        if not (
            tokens[i].text == "("
            and tokens[i + 2].text == ")"
            and 2 <= len(text) <= 9
            and text[:1].isalpha()
            and sum(c.isupper() for c in text) >= 2
        ):
            continue
        first = None
        for j in range(i - 1, max(-1, i - 14), -1):
            if tokens[j].upos in ("PUNCT", "VERB", "AUX") and tokens[j].text not in ("-", "'", "’"):
                break
            word = fold(tokens[j].text)
            if tokens[j].text[:1].isupper() and (
                lexicon.word("organisation_head", word) or word[:1] == fold(text)[:1]
            ):
                first = j
                if lexicon.head_first and lexicon.word("organisation_head", word):
                    break
        if first is not None:
            found.append((first, i - 1, i + 1))
    return found
