"""A sentence as a tree that is easy to match: prepositions merged, relative pronouns bound."""

from __future__ import annotations

from collections.abc import Iterator

from influence_graph.extraction.attachment import lift_complements, mend_attachment
from influence_graph.extraction.grammar import Grammar
from influence_graph.extraction.homographs import read_verbs
from influence_graph.extraction.repairs import mend
from influence_graph.model import Sentence, Token

__all__ = ["Tree"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
_NEXT = 3
"""Words between a verb and an object without preposition that was read as a date, at most."""

_PREDICATE = frozenset({"VERB", "AUX", "ADJ", "ADV"})


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
    head, rel : list
        Head index and relation of each token after normalisation.
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
        self.head = [t.head for t in self.tokens]
        self.rel = [t.deprel for t in self.tokens]
        self.low = [grammar.plain(t.text) for t in self.tokens]
        self.lemma = [self._plain_lemma(t) for t in self.tokens]
        self._verbs: set[int] = set()
        self._merged: dict[int, str] = {}
        self._repair()
        read_verbs(self)
        mend(self)
        mend_attachment(self)
        self._repaired = (self.head[:], self.rel[:])
        self._merge_prepositions()
        lift_complements(self)
        self._lift_partitives()
        self.kids: list[list[int]] = [[] for _ in range(size)]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        self.case = [self._merged.get(i) or self._case(i) for i in range(size)]
        self.vocabulary = frozenset(self.lemma).union(self.low)
        self.antecedent: dict[int, int] = {}
        self.nearest: dict[int, int] = {}
        self.gap: dict[int, int] = {}
        self._bind_relatives()

    def __len__(self) -> int:
        return len(self.tokens)

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
        return "VERB" if i in self._verbs else self.tokens[i].upos

    def make_verb(self, i: int, lemma: str) -> None:
        """Read a token as a verb, though it was tagged as another word of the same form."""
        self._verbs.add(i)
        self.lemma[i] = lemma

    def feat(self, i: int, name: str) -> str:
        """Return a morphological feature, ``""`` where it is absent."""
        if i in self._verbs and name == "VerbForm":
            return "Part" if self.has_auxiliary(i) else "Fin"
        return self.tokens[i].feats.get(name, "")

    def has_auxiliary(self, i: int) -> bool:
        """Tell whether a verb has an auxiliary, before children are known."""
        return any(self.head[k] == i and self.base(k) == "aux" for k in range(i))

    def base(self, i: int) -> str:
        """Return the relation to the head without its subtype."""
        return self.rel[i].partition(":")[0]

    def children(self, i: int, *relations: str) -> list[int]:
        """Return the children by base relation (all where none is given), in text order."""
        if not relations:
            return self.kids[i]
        rel = self.rel  # the most frequent question of all: no call for each child
        return [k for k in self.kids[i] if rel[k].partition(":")[0] in relations]

    def has_child(self, i: int, *relations: str) -> bool:
        """Tell whether a token has a child of one of these base relations."""
        return bool(self.kids[i]) and bool(self.children(i, *relations))

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

    def _repair(self) -> None:
        """Mend what parsers of news get wrong in a regular way.

        Arguments hung on an auxiliary belong to its verb; and in "Ankara criticised the move" the
        verb is no attribute of what follows its determiner.
        """
        size = len(self.tokens)
        for i in range(size):
            h = self.head[i]
            if self.base(h) == "aux" and self.base(i) in ("nsubj", "obj", "obl") and h != i:
                self.head[i] = self.head[h]
        for i in range(size):
            self._free_infinitive(i)
            self._find_object(i)
            self._lift_agent(i)
        for verb in range(size):
            if self.upos(verb) != "VERB":
                continue
            if self.base(verb) == "amod" and self._is_past(verb):
                self._free_from_object(verb)
            elif self.base(verb) == "acl" and self._is_past(verb):
                self._free_from_subject(verb)
            if self.base(verb) == "root":
                self._find_subject(verb)

    def _find_object(self, i: int) -> None:
        """Mend objects that were read as receivers, dates or places: "praised France"."""
        verb = self.head[i]
        if verb == i or self.upos(verb) != "VERB":
            return
        if (
            self.base(i) == "iobj"
            and self.grammar.has("double_object")
            and not self._below(verb, "obj", "ccomp")
            and not any(self.upos(k) == "NOUN" for k in self._below(verb, "xcomp"))
        ):
            self.rel[i] = "obj"
        if (
            self.rel[i] == "obl:unmarked"
            and verb < i <= verb + _NEXT
            and self.upos(i) in ("NOUN", "PROPN")
            and not self._below(i, "case")
            and not self._below(verb, "obj", "iobj", "ccomp", "xcomp")
            and not {self.lemma[i], self.low[i]}
            & (self.grammar.words("dates") | self.grammar.words("temporal"))
        ):
            self.rel[i] = "obj"
        particle = verb + 1
        if (
            self.base(i) == "obj"
            and particle < i
            and self.head[particle] == i
            and self.rel[particle] == "case"
            and self.low[particle] in self.grammar.words("particles")
        ):
            self.head[particle], self.rel[particle] = verb, "compound:prt"

    def _free_infinitive(self, mark: int) -> None:
        """Mend "threatened to cut gas supplies", where *to* is read as a preposition."""
        verb = mark + 1
        if (
            verb >= len(self.tokens)
            or self.low[mark] not in self.grammar.words("auxiliaries.infinitive_marks")
            or self.upos(verb) != "VERB"
            or self.base(verb) != "amod"
            or self.feat(verb, "VerbForm") in ("Part", "Ger")
        ):
            return
        noun = self.head[verb]
        if self.head[mark] != noun or self.rel[mark] != "case" or self.head[noun] == noun:
            return
        above = self.head[noun]
        self.head[verb] = above
        self.rel[verb] = "xcomp" if self.upos(above) in _PREDICATE else "acl"
        self.head[mark], self.rel[mark] = verb, "mark"
        self.head[noun], self.rel[noun] = verb, "obj"

    def _lift_agent(self, i: int) -> None:
        """Mend "was shot dead by guards", where the guards are hung on *dead*."""
        host = self.head[i]
        verb = self.head[host]
        if (
            self.base(i) == "obl"
            and self.base(host) in ("xcomp", "advmod")
            and self.upos(host) in ("ADJ", "ADV")
            and self.upos(verb) == "VERB"
            and any(self.low[k] in self.grammar.words("agentive") for k in self._below(i, "case"))
            and any(self.rel[k] == "aux:pass" for k in self._below(verb, "aux"))
        ):
            self.head[i] = verb

    def _is_past(self, verb: int) -> bool:
        return self.feat(verb, "Tense") == "Past" and self.feat(verb, "VerbForm") in ("Part", "Fin")

    def _below(self, head: int, *relations: str) -> list[int]:
        return [
            k
            for k in range(len(self.tokens))
            if self.head[k] == head and k != head and self.base(k) in relations
        ]

    def _free_from_object(self, verb: int) -> None:
        """Mend "Ankara criticised the move", "Mali has severed ties", "Mali accused Algeria"."""
        noun = self.head[verb]
        if noun < verb:
            self._free_from_subject(verb)
            return
        inner = [
            k
            for k in self._below(noun, "det", "nmod")
            if k > verb and (self.upos(k) == "DET" or self.rel[k] == "nmod:poss")
        ]
        auxiliaries = [k for k in self._below(noun, "aux") if k < verb]
        copula = self._below(noun, "cop")
        before = [
            k
            for k in self._below(noun, "nsubj", "compound", "nmod", "flat", "dep", "obl")
            if k < verb and self.upos(k) in ("PROPN", "NOUN", "PRON") and not self._below(k, "case")
        ]
        certain = inner or auxiliaries or any(self.base(k) == "nsubj" for k in before)
        if not before and self._swallowed_subject(verb, noun):
            top = self.head[noun]
            before = [top]
            self.head[noun] = self.head[top] if self.head[top] != top else noun
            self.rel[noun] = self.rel[top]
            for k in range(verb + 1, len(self.tokens)):
                if self.head[k] == top and k != noun:
                    self.head[k] = verb
        elif not certain or not before or copula:
            return
        self.head[verb] = verb if self.head[noun] == noun else self.head[noun]
        self.rel[verb] = "root" if self.head[verb] == verb else self.rel[noun]
        self.head[noun], self.rel[noun] = verb, "obj"
        for k in auxiliaries:
            self.head[k] = verb
        for k in before:
            self.head[k], self.rel[k] = verb, "nsubj"

    def _free_from_subject(self, verb: int) -> None:
        """Mend "The African Union called on Sudan", read as a Union that was called."""
        noun = self.head[verb]
        finite = any(
            k != verb and (self.feat(k, "VerbForm") == "Fin" or self.base(k) in ("aux", "cop"))
            for k in range(len(self.tokens))
        )
        agentive = self.grammar.words("agentive") | self.grammar.words("locative")
        arguments = [
            k
            for k in self._below(verb, "obj", "obl", "xcomp", "ccomp")
            if k > verb and not any(self.low[c] in agentive for c in self._below(k, "case"))
        ]
        if (
            self.head[noun] != noun
            or noun > verb
            or self.upos(noun) not in ("NOUN", "PROPN")
            or finite
            or not arguments
            or self.rel[verb] == "acl:relcl"
            or self.tokens[-1].text != "."
            or any(self.upos(k) == "PUNCT" for k in range(noun, verb))
        ):
            return
        for k in range(verb + 1, len(self.tokens)):
            if self.head[k] == noun:
                self.head[k] = verb
        self.head[verb], self.rel[verb] = verb, "root"
        self.head[noun], self.rel[noun] = verb, "nsubj"

    def _find_subject(self, verb: int) -> None:
        """Mend "Beijing denied the allegations", where Beijing is read as a modifier."""
        if self._below(verb, "nsubj", "csubj") or not self._is_past(verb):
            return
        for k in self._below(verb, "compound", "obl", "advmod", "dep", "vocative", "flat"):
            if k < verb and self.upos(k) == "PROPN" and not self._below(k, "case"):
                self.rel[k] = "nsubj"
                return

    def _swallowed_subject(self, verb: int, noun: int) -> bool:
        """Tell whether "Mali accused Algeria" was read as one name with a participle inside."""
        top = self.head[noun]
        return (
            top < verb
            and self.upos(top) == "PROPN"
            and self.upos(noun) in ("PROPN", "NOUN")
            and self.base(noun) in ("flat", "appos", "nmod", "compound", "list", "dep", "obl")
            and all(
                self.head[k] == top or self.base(k) in ("flat", "compound") or self.upos(k) == "ADV"
                for k in range(top + 1, verb)
            )
            and not any(self.upos(k) == "PUNCT" for k in range(top + 1, noun))
            and not any(self.head[k] == noun and self.base(k) == "case" for k in range(noun))
        )

    def _merge_prepositions(self) -> None:
        size = len(self.tokens)
        openings = self.grammar.openings
        i = 0
        while i < size:
            for words, name in openings.get(self.low[i], ()):
                if tuple(self.low[i : i + len(words)]) == words and self._merge(
                    i, i + len(words) - 1, name
                ):
                    i += len(words)
                    break
            else:
                i += 1

    def _merge(self, first: int, last: int, name: str) -> bool:
        """Hang the complement of the phrase ``first … last`` where the phrase hangs."""
        span = range(first, last + 1)
        complement = next(
            (
                j
                for j in range(last + 1, min(len(self.tokens), last + 12))
                if self.head[j] in span and self.upos(j) in _NOMINAL and self.rel[j] != "det"
            ),
            None,
        )
        if complement is None:
            complement = next(
                (self.head[k] for k in span if self.head[k] > last and self.rel[k] != "det"), None
            )
        if complement is None or self.upos(complement) not in _NOMINAL:
            return False
        is_root = any(self.head[k] == k for k in span)
        top = next(
            (k for k in span if self.head[k] not in span and self.head[k] != complement), None
        )
        outside = self.head[top] if top is not None else self.head[complement]
        if not is_root and (outside == complement or outside in span):
            return False
        self.head[complement] = complement if is_root else outside
        clause = top is not None and any(
            self.head[k] == top and self.base(k) in ("cop", "nsubj") for k in range(len(self.head))
        )
        self.rel[complement] = (
            "root"
            if is_root
            else self.rel[top]
            if clause and top is not None
            else "obl"
            if self.upos(outside) in _PREDICATE
            else "nmod"
        )
        for k in range(len(self.tokens)):
            if k in span:
                self.head[k], self.rel[k] = complement, "case"
            elif self.head[k] in span and k != complement:
                self.head[k] = complement
        self._merged[complement] = name
        return True

    def _lift_partitives(self) -> None:
        """Let "one of its allies", "des milliers de manifestants" be headed by the last noun."""
        words, genitive = self.grammar.words("partitives"), self.grammar.words("genitive")
        if not words:
            return
        for i in range(len(self.tokens)):
            if self.lemma[i] not in words or self.upos(i) not in (
                "NOUN",
                "PRON",
                "NUM",
                "DET",
                "ADV",
            ):
                continue
            whole = next(
                (
                    k
                    for k in range(i + 1, min(len(self.tokens), i + 8))
                    if self.head[k] == i
                    and self.base(k) in ("nmod", "obl")
                    and self.upos(k) in ("NOUN", "PROPN", "PRON")
                    and any(
                        self.head[c] == k and self.rel[c] == "case" and self.low[c] in genitive
                        for c in range(i + 1, k)
                    )
                ),
                None,
            )
            if whole is None:
                continue
            for k in range(len(self.tokens)):
                if self.head[k] == whole and self.rel[k] == "case" and i < k < whole:
                    self.rel[k] = "fixed"
                elif self.head[k] == i and k not in (whole, i):
                    self.head[k] = whole
            root = self.head[i] == i
            self.head[whole] = whole if root else self.head[i]
            self.rel[whole] = self.rel[i]
            self.head[i], self.rel[i] = whole, "nummod"

    def _case(self, i: int) -> str:
        nominal = self.upos(i) in ("NOUN", "PROPN", "PRON", "NUM")
        for k in self.kids[i]:
            is_case = self.base(k) == "case" or (
                nominal and self.base(k) == "mark" and self.upos(k) == "ADP"
            )
            if is_case and k not in self._merged and k < i:
                words = [self.low[k], *(self.low[f] for f in self.children(k, "fixed"))]
                return " ".join(words)
        return ""

    def _nearest_noun(self, pronoun: int, verb: int, noun: int) -> int:
        """Return the noun that a relative pronoun follows, where the parse says a farther one.

        The parse is kept where the nearer noun belongs to the farther one ("the president of
        Russia, who"), unless the two are coordinated and the verb is singular.
        """
        before = pronoun - 1
        while before > noun and self.upos(before) == "PUNCT":
            before -= 1
        near = before
        while near > noun and self.base(near) in ("flat", "fixed", "amod"):
            near = self.head[near]
        if near <= noun or near > before or self.upos(near) not in ("NOUN", "PROPN"):
            return noun
        if near not in self.subtree(noun):
            return near
        chain: list[str] = []
        k = near
        while k != noun and len(chain) < len(self.tokens):
            chain.append(self.base(k))
            k = self.head[k]
        singular = any(
            self.feat(k, "Number") == "Sing" and self.feat(k, "VerbForm") == "Fin"
            for k in (verb, *self.children(verb, "aux", "cop"))
        )
        return near if singular and all(c == "conj" for c in chain) else noun

    def _bind_relatives(self) -> None:
        pronouns = self.grammar.words("relative_pronouns")
        for verb in range(len(self.tokens)):
            if self.base(verb) != "acl":
                continue
            noun = self.head[verb]
            found = None
            for k in self.subtree(verb):
                if (
                    self.low[k] in pronouns
                    and self.upos(k) in ("PRON", "ADV", "DET")
                    and k not in self.antecedent
                    and k > noun
                ):
                    found = k
                    break
            if found is not None:
                self.antecedent[found] = self._nearest_noun(found, verb, noun)
                self.nearest[found] = self._noun_before(found)
            elif self.rel[verb] == "acl:relcl":
                self.gap[verb] = noun
        for k in range(1, len(self.tokens)):
            # « X, à qui Y reproche … », with the clause hung on another verb
            if self.low[k] in pronouns and self.upos(k) == "PRON" and k not in self.antecedent:
                near = self._noun_before(k - 1) if self.base(k - 1) == "case" else k
                if near < k - 1 and self.head[k - 1] == k:
                    self.antecedent[k] = near
        clefts = self.grammar.words("cleft")
        for verb in range(len(self.tokens)):
            # « c'est un soutien que X apporte à Y »
            noun = self.head[verb]
            if (
                self.base(verb) == "advcl"
                and self.upos(noun) == "NOUN"
                and noun < verb
                and any(self.low[k] in clefts for k in self.children(noun, "nsubj"))
                and any(self.low[k] in pronouns for k in self.children(verb, "mark"))
            ):
                self.gap[verb] = noun

    def _noun_before(self, pronoun: int) -> int:
        """Return the noun or name that stands right before a word, the word itself for none."""
        before = pronoun - 1
        while before > 0 and self.upos(before) == "PUNCT":
            before -= 1
        while before > 0 and self.base(before) in ("flat", "fixed", "amod"):
            if self.head[before] >= before:
                break
            before = self.head[before]
        return before if before >= 0 and self.upos(before) in ("NOUN", "PROPN") else pronoun
