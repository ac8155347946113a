"""A sentence as a tree that is easy to match: prepositions merged, relative pronouns bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from influence_graph.extraction.attachment import lift_complements, mend_attachment
from influence_graph.extraction.grammar import Grammar
from influence_graph.extraction.homographs import read_verbs
from influence_graph.extraction.prepositions import lift_partitives, merge_prepositions
from influence_graph.extraction.relatives import bind_relatives
from influence_graph.extraction.repairs import mend
from influence_graph.extraction.verb_arguments import mend_arguments
from influence_graph.model import Sentence, Token

__all__ = ["Tree"]


class Tree:
    """A parsed sentence, normalised.

    Prepositions of several words ("à l'égard de") become the `case` of their complement, which
    hangs where the whole phrase hung. Relative pronouns are bound to their antecedent.

    Parameters
    ----------
    sentence : Sentence
        The parse.
    grammar : Grammar
        Function words of the language.

    Attributes
    ----------
    tokens : tuple of Token
        As parsed.
    head, rel : sequence
        Head index and relation of each token after normalisation; changed by `hang` and `relate`
        alone, which keep `kids` and `bases` right.
    bases : list of str
        Relation of each token without its subtype.
    verbs : list of int
        Tokens that are verbs, in text order.
    kids : list of list of int
        Children of each token, in text order. No such list ever changes: it is replaced.
    phrases : dict of int to str
        Complement of a preposition of several words to that preposition.
    case : list of str
        Preposition of each token, ``""`` where it has none.
    antecedent : dict of int to int
        Relative pronoun to the noun it stands for.
    nearest : dict of int to int
        Relative pronoun to the noun right before it, which is meant where the other is no actor.
    gap : dict of int to int
        Verb of a relative clause without pronoun ("the ally he blames") to its noun.
    """

    def __init__(
        self, sentence: Sentence, grammar: Grammar, *, parsed: Sentence | None = None
    ) -> None:
        self.sentence = sentence
        self._parsed = parsed or sentence
        self.grammar = grammar
        self.tokens: tuple[Token, ...] = sentence.tokens
        size = len(self.tokens)
        self._head = [t.head for t in self.tokens]
        self._rel = [t.deprel for t in self.tokens]
        self.head: Sequence[int] = self._head
        self.rel: Sequence[str] = self._rel
        self.low = [grammar.plain(t.text) for t in self.tokens]
        self.lemma = [self._plain_lemma(t) for t in self.tokens]
        self.bases = [r.partition(":")[0] for r in self.rel]
        self._upos = [t.upos for t in self.tokens]
        self.verbs = [i for i, upos in enumerate(self._upos) if upos == "VERB"]
        self._verbs: set[int] = set()
        self.kids: list[list[int]] = [[] for _ in range(size)]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        self.phrases: dict[int, str] = {}
        mend_arguments(self)
        read_verbs(self)
        mend(self)
        mend_attachment(self)
        self._repaired = (self.head[:], self.rel[:])
        merge_prepositions(self)
        lift_complements(self)
        lift_partitives(self)
        self.case = [self.phrases.get(i) or self._case(i) for i in range(size)]
        self.vocabulary = frozenset(self.lemma).union(self.low)
        self.antecedent: dict[int, int] = {}
        self.nearest: dict[int, int] = {}
        self.gap: dict[int, int] = {}
        self._passive: dict[int, bool] = {}
        bind_relatives(self)

    def __len__(self) -> int:
        return len(self.tokens)

    def hang(self, i: int, head: int, relation: str | None = None) -> None:
        """Hang a token on another, or on itself as the root; by a new relation if one is given."""
        before = self.head[i]
        if before != head:
            if before != i:
                self.kids[before] = [k for k in self.kids[before] if k != i]
            if head != i:
                self.kids[head] = sorted([*self.kids[head], i])
            self._head[i] = head
        if relation is not None:
            self.relate(i, relation)

    def relate(self, i: int, relation: str) -> None:
        """Change the relation of a token to its head."""
        self._rel[i] = relation
        self.bases[i] = relation.partition(":")[0]

    @staticmethod
    def _plain_lemma(token: Token) -> str:
        """Return the lemma in lower case; of a verb with enclitics ("reunir él") the verb's."""
        lemma = token.lemma.lower().replace("\u2019", "'")
        if token.upos == "VERB" and " " in lemma:
            return lemma.partition(" ")[0] or lemma
        return lemma

    def enclitic(self, i: int) -> str:
        """Return the pronoun written at the end of a verb ("reunir|se"), ``""`` where none is."""
        if self.upos(i) != "VERB" or self.feat(i, "VerbForm") not in ("Inf", "Ger"):
            return ""
        found = [c for c in self.grammar.words("enclitics") if self.low[i].endswith(c)]
        return max(found, key=len, default="")

    def is_mended(self, i: int) -> bool:
        """Tell whether the parser hung a token elsewhere, or by another relation."""
        heads, relations = self._repaired
        token = self._parsed.tokens[i]
        return heads[i] != token.head or relations[i] != token.deprel

    def upos(self, i: int) -> str:
        """Return the part of speech."""
        return self._upos[i]

    def make_verb(self, i: int, lemma: str) -> None:
        """Read a token as a verb, though it was tagged as another word of the same form."""
        self._verbs.add(i)
        self._upos[i] = "VERB"
        self.verbs = sorted({*self.verbs, i})
        self.lemma[i] = lemma

    def feat(self, i: int, name: str) -> str:
        """Return a morphological feature, ``""`` where it is absent."""
        if i in self._verbs and name == "VerbForm":
            return "Part" if self.has_auxiliary(i) else "Fin"
        return self.tokens[i].feats.get(name, "")

    def has_auxiliary(self, i: int) -> bool:
        """Tell whether a verb has an auxiliary before it."""
        return any(k < i and self.bases[k] == "aux" for k in self.kids[i])

    def base(self, i: int) -> str:
        """Return the relation to the head without its subtype."""
        return self.bases[i]

    def children(self, i: int, *relations: str) -> list[int]:
        """Return the children by base relation (all where none is given), in text order."""
        kids = self.kids[i]
        if not relations or not kids:
            return kids[:]
        base = self.bases  # the most frequent question of all: no call for each child
        return [k for k in kids if base[k] in relations]

    def has_child(self, i: int, *relations: str) -> bool:
        """Tell whether a token has a child of one of these base relations."""
        base = self.bases
        return any(base[k] in relations for k in self.kids[i])

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield head, head of head, …; never runs for ever."""
        for _ in range(len(self.tokens)):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def subtree(self, i: int) -> list[int]:
        """Return a token and all below it, in text order."""
        found, stack, seen = [], [i], {i}
        while stack:
            k = stack.pop()
            found.append(k)
            for child in self.kids[k]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return sorted(found)

    def is_predicate(self, i: int) -> bool:
        """Tell whether a token is a verb, or anything with a copula or a subject."""
        return self.upos(i) in ("VERB", "AUX") or any(
            self.base(k) in ("cop", "nsubj") for k in self.kids[i]
        )

    def has_aux(self, i: int) -> bool:
        """Tell whether a verb has an auxiliary or a copula."""
        return any(self.base(k) in ("aux", "cop") for k in self.kids[i])

    def is_passive(self, i: int) -> bool:
        """Tell whether a verb is passive, as a clause or as a participle."""
        found = self._passive.get(i)
        if found is None:
            found = self._passive[i] = self._is_passive(i)
        return found

    def _is_passive(self, i: int) -> bool:
        reflexive = self.grammar.words("reflexive")
        if any(
            self.low[k] in reflexive and self.upos(k) == "PRON" for k in self.kids[i]
        ) or self.lemma[i] in self.grammar.words("active_participles"):
            return False
        auxiliaries = [k for k in self.kids[i] if self.base(k) == "aux"]
        if auxiliaries:
            passive = self.grammar.words("passive_auxiliaries")
            return any(self.rel[k] == "aux:pass" for k in auxiliaries) or (
                self.feat(i, "VerbForm") == "Part"
                and any(self.lemma[k] in passive for k in auxiliaries)
            )
        if self.feat(i, "VerbForm") == "Fin":
            return False
        if any(self.rel[k].endswith(":pass") for k in self.kids[i]):
            # Without auxiliary it is a headline ("X killed by Y"), or a slip of the parser.
            agentive = self.grammar.words("agentive")
            return any(self.case[k] in agentive for k in self.kids[i])
        if self.upos(i) not in ("VERB", "ADJ"):
            return False
        participle = (
            self.feat(i, "VerbForm") == "Part"
            and self.feat(i, "Tense") == "Past"
            and not self.has_aux(i)
            and not self.children(i, "nsubj", "obj")
        )
        if not participle:
            return False
        if self.base(i) == "conj":
            return self.head[i] != i and self.is_passive(self.head[i])
        return self.base(i) in ("acl", "amod", "advcl", "root", "appos", "parataxis", "nmod")

    def _case(self, i: int) -> str:
        nominal = self.upos(i) in ("NOUN", "PROPN", "PRON", "NUM")
        for k in self.kids[i]:
            is_case = self.base(k) == "case" or (
                nominal and self.base(k) == "mark" and self.upos(k) == "ADP"
            )
            if is_case and k not in self.phrases and k < i:
                words = [self.low[k], *(self.low[f] for f in self.children(k, "fixed"))]
                return " ".join(words)
        return ""
