"""Questions to the dependency tree of one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from influence_graph.actors.nameparts import name_parts
from influence_graph.model import Sentence, Token

__all__ = ["NOMINAL", "SUBJECTS", "Tree", "base"]

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer", "csubj"})
_DEPTH = 40
"""No sentence of prose is deeper; a table or a list read as one may be."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})


def base(deprel: str) -> str:
    """Return a relation without its subtype: ``nsubj`` for ``nsubj:pass``."""
    return deprel.partition(":")[0]


class Tree:
    """A sentence with the children of each token.

    Parameters
    ----------
    sentence : Sentence
        Heads may be wrong, and even form cycles: no walk here is endless.
    """

    __slots__ = ("children", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        size = len(self.tokens)
        for token in self.tokens:
            if token.head != token.i and 0 <= token.head < size:
                self.children[token.head].append(token.i)

    def head(self, i: int) -> int | None:
        """Return the head of a token, or None at the root."""
        head = self.tokens[i].head
        return head if head != i and 0 <= head < len(self.tokens) else None

    def ancestors(self, i: int) -> Iterator[int]:
        """Walk from the head of a token up to the root, or as far as a sentence is deep."""
        seen = {i}
        head = self.head(i)
        while head is not None and head not in seen and len(seen) < _DEPTH:
            yield head
            seen.add(head)
            head = self.head(head)

    def span_head(self, first: int, last: int, *, leftmost: bool = True) -> int:
        """Return the token of a span that is governed from outside.

        Where the parse gives several, the first (or the last) of them that is nominal.
        """
        found = []
        for i in range(first, last + 1):
            head = self.head(i)
            if head is None or not first <= head <= last:
                found.append(i)
        named = [i for i in found if self.tokens[i].upos in NOMINAL] or found or [first]
        return named[0] if leftmost else named[-1]

    def subject_of(self, i: int) -> int | None:
        """Return the subject of a predicate, through coordinated predicates."""
        seen: set[int] = set()
        node: int | None = i
        while node is not None and node not in seen and len(seen) < _DEPTH:
            seen.add(node)
            for child in self.children[node]:
                if base(self.tokens[child].deprel) == "nsubj":
                    return child
            node = self.head(node) if base(self.tokens[node].deprel) in {"conj", "xcomp"} else None
        return None

    def clause_of(self, i: int) -> int:
        """Return the predicate of the clause that a token stands in."""
        node = i
        for up in self.ancestors(i):
            if base(self.tokens[node].deprel) in {
                "nsubj", "csubj", "obj", "iobj", "obl", "advmod", "aux", "cop", "expl",
                "dislocated", "vocative", "advcl", "ccomp", "xcomp", "parataxis",
            }:  # fmt: skip
                return up
            node = up
        return node

    def case_of(self, i: int) -> str:
        """Return the adposition of a nominal in lower case, or an empty string."""
        genitives = name_parts().genitives
        for child in self.children[i]:
            token = self.tokens[child]
            if base(token.deprel) == "case" and token.text not in genitives:
                return token.lemma.lower() or token.text.lower()
        return ""

    def understood_subject(self, i: int) -> int | None:
        """Return the subject of a predicate, also that of an infinitive or participle."""
        seen: set[int] = set()
        node: int | None = i
        while node is not None and node not in seen and len(seen) < _DEPTH:
            seen.add(node)
            found = self.subject_of(node)
            if found is not None:
                return found
            relation = base(self.tokens[node].deprel)
            above = self.head(node)
            if (
                relation == "conj"
                and above is not None
                and above < node
                and self.tokens[above].upos in ("NOUN", "PROPN")
                and self.tokens[node].upos == "VERB"
            ):
                return above  # the parse took the subject for the root
            if relation not in ("xcomp", "advcl", "conj", "acl", "ccomp"):
                return None
            head = self.head(node)
            if relation == "xcomp" and head is not None:
                # "accuse Washington de vouloir attirer": the object acts
                for child in self.children[head]:
                    if base(self.tokens[child].deprel) in ("obj", "iobj") and child < node:
                        return child
            if relation == "advcl" and head is not None:
                # "an excuse used by Kigali to justify …": who used it acts
                for child in self.children[head]:
                    if self.tokens[child].deprel == "obl:agent":
                        return child
            node = head
        return None

    def antecedent(self, i: int, *, possessive: bool = False) -> int:
        """Return what a relative pronoun stands for; any other token is its own.

        Parameters
        ----------
        i : int
            The token.
        possessive : bool
            It is known to be relative ("whose"), whatever its features say.
        """
        token = self.tokens[i]
        if not possessive and (token.upos != "PRON" or token.feats.get("PronType") != "Rel"):
            return i
        for up in self.ancestors(i):
            if base(self.tokens[up].deprel) == "acl":
                head = self.head(up)
                if head is not None and head < i:
                    return head
        for j in range(i - 1, max(-1, i - _DEPTH), -1):
            if self.tokens[j].upos in ("NOUN", "PROPN"):
                return j
        return i

    def within(self, i: int, ancestor: int) -> bool:
        """Tell whether a token is another one or stands below it."""
        return i == ancestor or any(up == ancestor for up in self.ancestors(i))
