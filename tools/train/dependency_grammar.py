"""Draw sentences with their dependency trees from a weighted grammar.

One production a line, in a text file::

    S 3: NP:nsubj VP.past:@ ?DATE:obl ./PUNCT:punct

The item marked ``@`` is the head; all others hang on it with the relation after their colon. An
item is a symbol (capitals), or a word with its part of speech (``will/AUX``), which may give its
lemma and its features too (``has/AUX/have/Number=Sing``). ``?`` before an item leaves it out in
half of the cases, ``??`` in four of five. ``.past`` behind a symbol asks for a form, ``.=`` passes
on the form that was asked for. The number after a symbol is its weight; ``+`` behind the symbol
makes the whole plural, as a coordination is.

Subjects are drawn first, so that the verb agrees with them; then the head, so that what hangs on a
noun agrees with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

__all__ = ["Agreement", "Fragment", "Grammar", "Lexicon", "Node", "UnavailableError"]

_NO_SPACE_BEFORE = {",", ".", ")", ":", ";", "?", "'s", "'", "’s"}
_DEPTH = 9
_TRIES = 6


class UnavailableError(Exception):
    """There is no word or production for what was asked; the caller draws again."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a subject hands to its verb, and a noun to its article."""

    number: str = "Sing"
    gender: str = "Masc"
    person: str = "3"


@dataclass(slots=True)
class Node:
    """One word of a tree that grows; `head` counts within its fragment."""

    form: str
    upos: str
    lemma: str = ""
    feats: str = ""
    head: int = -1
    deprel: str = ""
    tight_before: bool = False
    tight_after: bool = False


@dataclass(slots=True)
class Fragment:
    """A tree: its words in order, the index of its head, what it agrees in."""

    nodes: list[Node]
    head: int = 0
    agreement: Agreement = field(default_factory=Agreement)


class Lexicon(Protocol):
    """Where a grammar takes its words from."""

    def draw(
        self, symbol: str, form: str, agreement: Agreement, grammar: Grammar, depth: int
    ) -> Fragment | None:
        """Return a word or phrase for a symbol that no production defines; None: unknown."""

    def complete(self, node: Node, agreement: Agreement) -> None:
        """Fill in lemma and features of a word that the grammar spells."""


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    deprel: str
    form: str = ""
    chance: float = 1.0
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Production:
    weight: float
    items: tuple[_Item, ...]
    head: int
    plural: bool = False


def _item(text: str, where: str) -> _Item:
    chance = {0: 1.0, 1: 0.5, 2: 0.2}[len(text) - len(text.lstrip("?"))]
    body, separator, deprel = text.lstrip("?").partition(":")
    if text.lstrip("?").startswith(":/"):  # the colon itself
        body, separator, deprel = ":/PUNCT", ":", text.rsplit(":", 1)[1]
    if not separator:
        raise ValueError(f"{where}: {text!r} has no relation")
    if "/" in body:
        return _Item(body, deprel, "", chance, tuple(body.split("/")))
    name, _, form = body.partition(".")
    return _Item(name, deprel, form, chance)


class Grammar:
    """Productions and the lexicon behind them.

    Parameters
    ----------
    lines : iterable of str
        The productions; empty lines and those that begin with ``#`` are passed over.
    lexicon : Lexicon
        Draws the symbols that have no production.
    random : Random
        Source of all choices.

    Raises
    ------
    ValueError
        A line cannot be read; the message names it.
    """

    def __init__(self, lines: Iterable[str], lexicon: Lexicon, random: Random) -> None:
        self.lexicon = lexicon
        self.random = random
        self.productions: dict[str, list[_Production]] = {}
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            left, separator, right = line.partition(": ")
            if not separator:
                raise ValueError(f"line {number}: no production")
            name, _, weight = left.strip().partition(" ")
            items = tuple(_item(text, f"line {number}") for text in right.split())
            heads = [i for i, item in enumerate(items) if item.deprel == "@"]
            if len(heads) != 1:
                raise ValueError(f"line {number}: {len(heads)} heads")
            plural = name.endswith("+")
            production = _Production(float(weight or 1), items, heads[0], plural)
            self.productions.setdefault(name.rstrip("+"), []).append(production)

    def draw(
        self,
        symbol: str,
        form: str = "",
        agreement: Agreement | None = None,
        depth: int = 0,
    ) -> Fragment:
        """Draw a tree for a symbol.

        Raises
        ------
        UnavailableError
            Nothing fits, or the tree would grow too deep.
        """
        if depth > _DEPTH:
            raise UnavailableError(symbol)
        agreement = agreement or Agreement()
        choices = self.productions.get(symbol)
        if choices is None:
            return self._word(symbol, form, agreement, depth)
        production = self.random.choices(choices, [p.weight for p in choices])[0]
        return self._expand(production, form, agreement, depth)

    def _word(self, symbol: str, form: str, agreement: Agreement, depth: int) -> Fragment:
        for _ in range(_TRIES):
            try:
                found = self.lexicon.draw(symbol, form, agreement, self, depth)
            except UnavailableError:
                continue
            if found is None:
                raise ValueError(f"no production and no word for {symbol!r}")
            return found
        raise UnavailableError(symbol)

    def _expand(
        self, production: _Production, form: str, agreement: Agreement, depth: int
    ) -> Fragment:
        items = production.items
        kept = [item.chance == 1.0 or self.random.random() < item.chance for item in items]
        order = sorted(
            (i for i in range(len(items)) if kept[i]),
            key=lambda i: (not items[i].deprel.startswith("nsubj"), i != production.head, i),
        )
        subject = any(item.deprel.startswith("nsubj") for item in items)
        parts: dict[int, Fragment] = {}
        for i in order:
            item = items[i]
            if item.spelled:
                parts[i] = self._spelled(item, agreement)
                continue
            wanted = form if item.form == "=" else item.form
            parts[i] = self.draw(item.name, wanted, agreement, depth + 1)
            if item.deprel.startswith("nsubj") or (i == production.head and not subject):
                agreement = parts[i].agreement
        if production.plural:
            agreement = replace(agreement, number="Plur")
        nodes: list[Node] = []
        tops: dict[int, int] = {}
        for i in sorted(parts):
            offset = len(nodes)
            tops[i] = offset + parts[i].head
            for node in parts[i].nodes:
                nodes.append(replace(node, head=node.head + offset if node.head >= 0 else -1))
        top = tops[production.head]
        for i, place in tops.items():
            if i != production.head:
                nodes[place].head, nodes[place].deprel = top, items[i].deprel
        return Fragment(nodes, top, agreement)

    def _spelled(self, item: _Item, agreement: Agreement) -> Fragment:
        form, upos, *rest = item.spelled
        node = Node(form, upos, *rest)
        node.tight_before = form in _NO_SPACE_BEFORE
        if form in {"``", "(", "$"}:
            node.tight_after = True
        if form == "``":
            node.form = '"'
        if form == "''":
            node.form, node.tight_before = '"', True
        if form == "-":
            node.tight_before = node.tight_after = True
        if form == "--":
            node.form = "-"
        self.lexicon.complete(node, agreement)
        return Fragment([node], 0, agreement)
