"""Which words an expression of time dates, and from which words a claim takes its date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from influence_graph.extraction.dating.expressions import Expression
from influence_graph.extraction.dating.tense import tense_of
from influence_graph.extraction.dating.vocabulary import Vocabulary
from influence_graph.extraction.tree import Tree

__all__ = ["Attached", "Hosts", "attach", "hosts", "opens"]

_MARKED = ("after", "before", "by", "since", "until")
"""Operations whose first word is a preposition."""

_OPEN = (*_MARKED, "lasting", "duration")
"""Operations that leave one side open."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An expression with its place in the tree.

    Attributes
    ----------
    expression : Expression
        The words.
    tokens : tuple of int
        The tokens that it covers.
    host : int
        The token that it modifies.
    defines : int or None
        The verb of "January 2024, when X left", which the date is said of too.
    fronted : bool
        It opens the sentence.
    genitive : bool
        It hangs on its host like "of 2015".
    inside_subject : bool
        It stands between a subject and its verb and tells of the subject: "the junta in power
        since 2020 has …".
    """

    expression: Expression
    tokens: tuple[int, ...]
    host: int
    defines: int | None = None
    fronted: bool = False
    genitive: bool = False
    inside_subject: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether a preposition opens the interval on one side."""
        return self.expression.operation in _OPEN

    def said_of(self, words: Collection[int]) -> Expression:
        """Return the words that date one of these: of "since May, when X left" only "May"."""
        inner = self.expression.inner
        if inner is not None and self.is_open and self.defines in words:
            return inner
        return self.expression


def attach(
    tree: Tree, expression: Expression, vocabulary: Vocabulary, names: Collection[int]
) -> Attached | None:
    """Return where an expression stands in the tree, None where it is no date there.

    Parameters
    ----------
    tree : Tree
        The sentence; the expression's offsets count from its start.
    expression : Expression
        The words.
    vocabulary : Vocabulary
        Lists of words.
    names : collection of int
        Tokens that belong to the name of an actor.
    """
    tokens = _tokens(tree, expression)
    if not tokens or all(k in names for k in tokens):
        return None
    inside = set(tokens)
    tops = [k for k in tokens if tree.head[k] not in inside or tree.head[k] == k]
    if expression.inner is not None and expression.operation in _MARKED:
        core = set(_tokens(tree, expression.inner))
        marks = [k for k in tops if k not in core and tree.base(k) in ("case", "mark")]
        # In "after Monday's talks" the preposition belongs to the talks.
        if any(tree.head[k] not in inside for k in marks) and any(k in core for k in tops):
            return attach(tree, expression.inner, vocabulary, names)
    content = [k for k in tops if tree.base(k) not in ("case", "det", "mark", "punct", "cc")]
    top = (content or tops)[0]
    if expression.operation == "year" and _is_quantity(tree, top):
        return None
    # "Du 25 au 27" brings its preposition along; "of" in "the accord of 2015" stands before it.
    own = any(k in inside for t in tokens for k in tree.children(t, "case"))
    case = "" if own else tree.case[top]
    fronted = opens(tree, tokens)
    temporal = tree.grammar.words("temporal")
    host = tree.head[top]
    for parent in tree.ancestors(top):
        host = parent
        if parent in inside:
            continue
        if tree.lemma[parent] not in temporal or tree.is_predicate(parent):
            break
        case = tree.case[parent] or case
    if host in inside:
        host = top
    defines = _defined(tree, tokens[-1], vocabulary)
    genitive = case in vocabulary.words("genitive")
    is_open = expression.operation in _OPEN
    inside_subject = is_open and _in_subject(tree, tokens, host)
    return Attached(expression, tokens, host, defines, fronted, genitive, inside_subject)


def _in_subject(tree: Tree, tokens: Sequence[int], host: int) -> bool:
    """Tell whether words stand between a subject and its verb, not set off by a comma."""
    subjects = [k for k in tree.children(host, "nsubj") if k < tokens[0]]
    return (
        bool(subjects)
        and tokens[-1] < host
        and not any(tree.upos(k) in ("PUNCT", "AUX") for k in range(subjects[-1], tokens[0]))
    )


def _defined(tree: Tree, last: int, vocabulary: Vocabulary) -> int | None:
    """Return the verb of "…, when X left" after a date."""
    after = last + 1
    if after < len(tree) and tree.upos(after) == "PUNCT":
        after += 1
    if after < len(tree) and tree.low[after] in vocabulary.words("defining"):
        verb = tree.head[after]
        return verb if verb > after else None
    return None


def _tokens(tree: Tree, expression: Expression) -> tuple[int, ...]:
    offset = tree.sentence.start
    return tuple(
        k
        for k, token in enumerate(tree.tokens)
        if token.start - offset < expression.end
        and token.end - offset > expression.start
        and tree.upos(k) != "PUNCT"
    )


def _is_quantity(tree: Tree, top: int) -> bool:
    """Tell whether a number counts the noun it hangs on: "2000 troops"."""
    noun = tree.head[top]
    return (
        tree.base(top) == "nummod"
        and tree.upos(noun) == "NOUN"
        and (tree.feat(noun, "Number") == "Plur" and top < noun)
    )


def opens(tree: Tree, tokens: Sequence[int]) -> bool:
    """Tell whether words stand at the start of the sentence, before anything but adverbs."""
    return all(
        tree.upos(k) in ("PUNCT", "ADP", "ADV", "DET", "CCONJ", "SCONJ", "SYM", "PART")
        for k in range(tokens[0])
    ) or (tokens[0] <= 2 and not any(tree.is_predicate(k) for k in range(tokens[0])))


@dataclass(frozen=True, slots=True)
class Hosts:
    """Words whose dates hold for a claim, one step away from its own words.

    Attributes
    ----------
    words : frozenset of int
        Tokens.
    fronted : bool
        Only dates that open the sentence, or stand before the first of the words, hold.
    closed : bool
        "Since" and "until" do not hold.
    """

    words: frozenset[int]
    fronted: bool = False
    closed: bool = False


def hosts(
    tree: Tree,
    head: int,
    fixed: Collection[int],
    subject: int,
    vocabulary: Vocabulary,
    *,
    done: bool,
    own_act: bool,
) -> Iterator[Hosts]:
    """Yield the words whose dates hold for a claim, the nearest first.

    Parameters
    ----------
    tree : Tree
        The sentence.
    head : int
        The verb or noun of the claim.
    fixed : collection of int
        Words that belong to it ("took *distance*").
    subject : int
        Token of the claim's subject.
    vocabulary : Vocabulary
        Lists of words.
    done : bool
        The claim is no plan or possibility: what is said of the verb above an infinitive is
        said of both.
    own_act : bool
        The claim is what its own actor announces.
    """
    yield Hosts(frozenset((head, *fixed)))
    if tree.upos(head) in ("NOUN", "PROPN"):
        enacting = vocabulary.words("enacting")
        done_by = [k for k in tree.children(head, "acl") if tree.lemma[k] in enacting]
        if done_by:
            yield Hosts(frozenset(done_by))
    if own_act and done and (sayings := tree.children(head, "parataxis")):
        yield Hosts(frozenset(sayings), closed=True)
    i, fronted, closed = head, False, False
    tense = tense_of(tree, head)
    for parent in tree.ancestors(head):
        step = _step(tree, i, parent, subject, vocabulary, done=done, own_act=own_act)
        if step is None:
            return
        if step == "fronted":
            if not _same(tense, tense_of(tree, parent)):
                return
            fronted = True
        closed = closed or tree.base(i) in ("advcl", "ccomp", "parataxis")
        yield Hosts(frozenset((parent,)), fronted, closed)
        i = parent


def _same(one: str, other: str) -> bool:
    """Tell whether two tenses may be of one time; the perfect is a past."""
    past = ("past", "perfect")
    return not one or not other or one == other or (one in past and other in past)


def _step(
    tree: Tree,
    i: int,
    parent: int,
    subject: int,
    vocabulary: Vocabulary,
    *,
    done: bool,
    own_act: bool,
) -> str | None:
    """Tell whether the dates of the word above hold: all, only fronted ones, or none."""
    relation = tree.base(i)
    enacting = vocabulary.words("enacting")
    support = tree.grammar.words("support.verbs") | tree.grammar.words("support.existential")
    if relation == "conj":
        return "fronted"
    if not tree.is_predicate(i) and tree.upos(i) in ("NOUN", "PROPN"):
        lemma = tree.lemma[parent]
        if tree.is_predicate(parent) or tree.upos(parent) == "VERB":
            if relation == "obl" and i < parent:
                return None
            if lemma in support or lemma in enacting:
                return "all"
            same = subject in tree.children(parent, "nsubj") and relation in ("obj", "obl")
            return "all" if same and done else None
        return "all" if lemma in enacting and relation == "nmod" else None
    if relation == "xcomp":
        return "all" if done or tense_of(tree, parent) == "future" else None
    if relation == "ccomp":
        return "all" if own_act and done else None
    if relation == "parataxis":
        return "all" if own_act and done else None
    if relation == "advcl":
        marks = {tree.low[k] for k in tree.children(i, "mark", "advmod")}
        finite = tree.feat(i, "VerbForm") == "Fin" or tree.has_child(i, "nsubj")
        if finite:
            return "all" if marks & vocabulary.words("simultaneous") else None
        return "all" if done and marks <= vocabulary.words("accompanying") else None
    return None
