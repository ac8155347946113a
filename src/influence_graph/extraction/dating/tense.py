"""The tense of a verb, and the interval that tense alone gives."""

from __future__ import annotations

from influence_graph.extraction.tree import Tree
from influence_graph.model import TimeSpan

__all__ = ["TENSES", "tense_of", "tense_span", "was_planned"]

TENSES = ("past", "perfect", "present", "future", "")
"""What `tense_of` returns; the last where no verb tells."""

_SHARED = ("xcomp", "conj", "advcl", "ccomp", "csubj", "acl")


def tense_of(tree: Tree, word: int) -> str:
    """Return the tense of a verb or of the verb that it leans on.

    An infinitive or participle takes the tense of the verb above it, a noun with a copula that
    of the copula, a bare participle ("killed by") is past.

    Parameters
    ----------
    tree : Tree
        The sentence.
    word : int
        A verb, or anything else.
    """
    for k in (word, *tree.ancestors(word)):
        found = _own(tree, k)
        if found is not None:
            return found
        if tree.base(k) not in _SHARED:
            return ""
    return ""


def _own(tree: Tree, verb: int) -> str | None:
    """Return the tense that a verb itself shows, None for none."""
    auxiliaries = [k for k in tree.kids[verb] if tree.base(k) in ("aux", "cop")]
    if any(tree.feat(k, "Tense") == "Fut" for k in (verb, *auxiliaries)) or any(
        tree.low[k] in tree.grammar.words("auxiliaries.planned") for k in auxiliaries
    ):
        return "future"
    participle = tree.feat(verb, "VerbForm") == "Part"
    past_participle = participle and tree.feat(verb, "Tense") == "Past"
    finite = [k for k in auxiliaries if tree.feat(k, "VerbForm") != "Inf"]
    if finite:
        tenses = {tree.feat(k, "Tense") for k in finite}
        if tenses & {"Past", "Imp"} and not all(
            tree.feat(k, "VerbForm") == "Part" for k in finite if tree.feat(k, "Tense") == "Past"
        ):
            return "past"
        perfect = any(
            tree.rel[k] != "aux:pass" and tree.base(k) == "aux" and tree.feat(k, "Tense") == "Pres"
            for k in finite
        )
        if perfect and (past_participle or len(finite) > 1):
            return "perfect"
        if tenses == {"Pres"}:
            return "present"
        return None
    if participle:
        return "past" if past_participle and tree.upos(verb) in ("VERB", "ADJ") else None
    return {"Past": "past", "Imp": "past", "Pres": "present"}.get(tree.feat(verb, "Tense"))


def was_planned(tree: Tree, word: int) -> bool:
    """Tell whether a plan is told as past ("wanted to" in the imperfect): it may be over."""
    for k in (word, *tree.ancestors(word)):
        finite = (k, *tree.children(k, "aux", "cop"))
        if any(tree.feat(f, "Tense") == "Imp" for f in finite):
            return True
        if tree.base(k) not in ("xcomp", "ccomp", "conj"):
            return False
    return False


def tense_span(tense: str, published: TimeSpan | None) -> TimeSpan | None:
    """Return the interval that tense alone gives, counted from the article's date.

    The past reaches up to that date, the future begins with it, the present is the date itself
    (or the month, or the year, that the article is dated to).

    Parameters
    ----------
    tense : str
        One of `TENSES`.
    published : TimeSpan or None
        When the article appeared.
    """
    if published is None or published.start is None or published.end is None or not tense:
        return None
    start = None if tense in ("past", "perfect") else published.start
    end = None if tense == "future" else published.end
    return TimeSpan(start=start, end=end, precision="tense")
