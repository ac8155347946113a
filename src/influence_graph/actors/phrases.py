"""Find the phrases that act for somebody: an agent noun with whom it acts for."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon, AgentNoun
from influence_graph.actors.tree import Tree, base
from influence_graph.model import ROLES, Token, state_of

__all__ = ["AgentPhrase", "Hit", "PhraseFinder", "combine"]

_MODIFIER = frozenset({"amod", "nmod", "compound", "flat", "det", "acl", "dep", "nummod", "obl"})


@dataclass(slots=True)
class Hit:
    """A name of the gazetteer, or of a person learned in the article, in a sentence.

    Attributes
    ----------
    head, first, last, start, end : int
        Tokens and offsets, as in `Mention`.
    codes : tuple of str
        Usually one; two for "Franco-Algerian".
    kind : str
        As in `Mention`.
    score : float
        How sure.
    reasons : tuple of str
        Why.
    via : str or None
        Person or branch behind the code.
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    codes: tuple[str, ...]
    kind: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    via: str | None = None
    gender: str | None = None


@dataclass(slots=True)
class AgentPhrase:
    """An agent noun in a sentence.

    Attributes
    ----------
    head, first, last : int
        Tokens of the noun alone.
    noun : AgentNoun
        The lexicon's entry.
    sources : list of Hit
        Names that say for whom it acts.
    owners : list of AgentPhrase
        Agent phrases that it belongs to: "members of *the junta*".
    possessive : int or None
        Its possessive determiner.
    names : list of Hit
        The person it introduces: "President *Macron*".
    definite : bool
        It has a definite or demonstrative determiner, or needs none.
    plural : bool
        It stands in the plural.
    """

    head: int
    first: int
    last: int
    noun: AgentNoun
    sources: list[Hit] = field(default_factory=list)
    weak: list[Hit] = field(default_factory=list)
    owners: list[AgentPhrase] = field(default_factory=list)
    possessive: int | None = None
    names: list[Hit] = field(default_factory=list)
    definite: bool = False
    plural: bool = False


def combine(code: str, noun: AgentNoun, *, inherited: bool = False) -> str | None:
    """Return the code of an agent noun that acts for an actor, or None where it cannot.

    Parameters
    ----------
    code : str
        Whom it acts for.
    noun : AgentNoun
        The noun.
    inherited : bool
        The actor is itself an agent phrase or a person: "members of the junta".

    Examples
    --------
    >>> army = AgentNoun(text="army", role="MIL", kind="body", group="military")
    >>> combine("MLI", army), combine("MLI:GOV", army), combine("IGO:UN", army)
    ('MLI:MIL', 'MLI:MIL', 'IGO:UN')
    """
    state = state_of(code)
    if state is None:
        if noun.role == "PLACE" or (code.startswith("PERSON:") and noun.role == "STATE"):
            return None
        return code
    if noun.role == "ARMED":
        if noun.named_only:
            return code if inherited else None
        return f"NSAG:{state}-REBELS"
    if noun.role == "ORG":
        return None
    if noun.role in ("STATE", "PLACE"):
        return state
    if inherited and noun.role in ("GOV", "MIL") and ":" in code:
        return code
    return f"{state}:{noun.role}" if noun.role in ROLES else state


def _stems(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    return [
        word[: len(word) - len(ending)] + instead
        for ending, instead in endings
        if word.endswith(ending) and len(word) - len(ending) > 1
    ]


def _is_hyphenated(tree: Tree, hit: Hit) -> bool:
    """Tell whether a name is the first half of a compound such as "Moscow-led"."""
    token = tree.tokens[hit.last]
    if token.text[hit.end - token.start :][:1] in ("-", "‑"):
        return True
    following = tree.tokens[hit.last + 1 : hit.last + 3]
    return (
        len(following) == 2
        and following[0].text in ("-", "‑")
        and following[0].start == token.end
        and following[1].upos in ("VERB", "ADJ")
    )


class PhraseFinder:
    """Finds agent phrases with the words of one language.

    Parameters
    ----------
    lexicon : AgentLexicon
        The language's nouns.
    """

    def __init__(self, lexicon: AgentLexicon) -> None:
        self._lexicon = lexicon
        self._forms = functools.lru_cache(maxsize=65536)(self._inflected)
        self._masculines = functools.lru_cache(maxsize=65536)(self._masculine)
        self._vocabulary = {word for key in lexicon.nouns for word in key}

    def forms(self, text: str, lemma: str) -> tuple[str, ...]:
        """Return the folded forms under which the lexicon may know a word, each once."""
        return self._forms(text, lemma)

    def _inflected(self, text: str, lemma: str) -> tuple[str, ...]:
        plain = fold(text).strip("'’-.")
        found = [plain]
        low = fold(lemma)
        if low not in found:
            found.append(low)
        for word in tuple(found):
            found += [s for s in _stems(word, self._lexicon.plurals) if s not in found]
        return tuple(found)

    def _masculine(self, text: str, lemma: str) -> tuple[str, ...]:
        """Return the masculine forms of a word that may be feminine."""
        found: list[str] = []
        for word in self.forms(text, lemma):
            found += [s for s in _stems(word, self._lexicon.feminines) if s not in found]
        return tuple(found)

    def find(self, tree: Tree, taken: set[int]) -> list[AgentPhrase]:
        """Return the agent nouns of a sentence, the longest at each place.

        Parameters
        ----------
        tree : Tree
            The sentence.
        taken : set of int
            Tokens inside names, which are no agent nouns.
        """
        tokens = tree.tokens
        words = [self.forms(t.text, t.lemma) if t.text[:1].isalnum() else () for t in tokens]
        phrases = []
        i = 0
        while i < len(tokens):
            phrase = None
            if i not in taken and tokens[i].upos not in ("VERB", "AUX", "ADV", "PRON", "CCONJ"):
                phrase = self._at(tree, i, words, taken)
            if phrase is None:
                i += 1
                continue
            if phrase.noun.role != "NONE":
                phrases.append(phrase)
            i = phrase.last + 1
        return phrases

    def _at(
        self, tree: Tree, i: int, words: list[tuple[str, ...]], taken: set[int]
    ) -> AgentPhrase | None:
        lexicon = self._lexicon
        tokens = tree.tokens
        best: tuple[int, AgentNoun] | None = None
        plain = self._heads(tokens[i], words[i])
        feminine = self._heads(tokens[i], self._masculines(tokens[i].text, tokens[i].lemma))
        for form in (*plain, *feminine):
            for length in lexicon.noun_lengths.get(form[0], ()):
                if best and length <= best[0]:
                    continue
                for key, last in self._keys(form, i, length, words, tokens):
                    noun = lexicon.nouns.get(key)
                    if noun is None or (noun.kind != "person" and form not in plain):
                        continue
                    if not any(j in taken for j in range(i, last + 1)):
                        best = (length, noun)
                        span = (i, last)
                        break
        if best is None:
            return None
        first, last = span
        noun = best[1]
        head = tree.span_head(first, last, leftmost=lexicon.head_first)
        if tokens[head].upos not in ("NOUN", "PROPN", "ADJ", "X", "NUM"):
            return None
        if tokens[head].upos == "ADJ" and base(tokens[head].deprel) in ("amod", "advmod"):
            title = noun.title and tokens[head].text[:1].isupper() and last + 1 in taken
            if not title:  # "General Assimi Goïta" is one, whatever the tagger says
                return None
        phrase = AgentPhrase(head=head, first=first, last=last, noun=noun)
        self._determine(tree, phrase)
        return phrase

    @staticmethod
    def _heads(token: Token, forms: tuple[str, ...]) -> list[tuple[str, ...]]:
        # A hyphenated token such as "garde-côtes" is several words of the lexicon.
        found: list[tuple[str, ...]] = [
            (form,) for form in forms if form and "-" not in form and " " not in form
        ]
        if "-" in token.text or "'" in token.text or "’" in token.text:
            for form in forms:
                cut = tuple(piece.folded for piece in pieces(form))
                if len(cut) > 1:
                    found.append(cut)
        return found

    def _keys(
        self,
        opening: tuple[str, ...],
        i: int,
        length: int,
        words: list[tuple[str, ...]],
        tokens: tuple[Token, ...],
    ) -> list[tuple[tuple[str, ...], int]]:
        """Return the readings of `length` words from token i, with their last token."""
        if len(opening) == length:
            return [(opening, i)]
        if len(opening) > length:
            return []
        readings = [opening]
        j = i + 1
        while j < len(tokens) and len(readings[0]) < length:
            if not words[j]:
                if tokens[j].text not in ("-", "‑", "'", "’"):
                    return []
                j += 1
                continue
            more: list[tuple[str, ...]] = []
            for reading in readings:
                for cut in self._heads(tokens[j], words[j]):
                    if len(reading) + len(cut) <= length and cut[0] in self._vocabulary:
                        more.append(reading + cut)
            if not more:
                return []
            readings = more
            j += 1
        return [(r, j - 1) for r in readings if len(r) == length]

    def _determine(self, tree: Tree, phrase: AgentPhrase) -> None:
        """Read the determiner and the number of a phrase."""
        lexicon = self._lexicon
        tokens = tree.tokens
        head = tokens[phrase.head]
        phrase.plural = head.feats.get("Number") == "Plur"
        phrase.definite = phrase.noun.bare
        for child in sorted(tree.children[phrase.head]):
            token = tokens[child]
            relation = base(token.deprel)
            low = fold(token.text).strip("'’")
            if token.deprel == "nmod:poss" and token.upos in ("PRON", "DET"):
                phrase.possessive = child
            elif relation == "det" or (relation == "case" and token.feats.get("Definite")):
                if token.feats.get("Poss") == "Yes" or self._is_possessive(token):
                    phrase.possessive = child
                elif token.feats.get("Definite") == "Ind" or lexicon.word("indefinite", low):
                    phrase.definite = phrase.definite or (
                        relation == "case" and lexicon.word("definite", low)
                    )
                elif lexicon.word("definite", low):
                    phrase.definite = True
        if phrase.first > 0 and not phrase.definite and phrase.possessive is None:
            before = tokens[phrase.first - 1]
            low = fold(before.text).strip("'’")
            if self._is_possessive(before):
                phrase.possessive = before.i
            elif before.feats.get("Definite") != "Ind" and lexicon.word("definite", low):
                phrase.definite = before.upos in ("DET", "ADP")

    def _is_possessive(self, token: Token) -> bool:
        forms = self._lexicon.pronouns.get(fold(token.text), ())
        return any(f.case == "possessive" and token.upos in f.upos for f in forms)

    # ------------------------------------------------------------------ for whom

    def attach(self, tree: Tree, phrases: list[AgentPhrase], hits: list[Hit]) -> None:
        """Find for each phrase the names and phrases that say for whom it acts."""
        by_token: dict[int, Hit] = {}
        for hit in hits:
            for i in range(hit.first, hit.last + 1):
                by_token[i] = hit
        by_head = {p.head: p for p in phrases}
        for phrase in phrases:
            self._attach_tree(tree, phrase, by_token, by_head)
            if not phrase.sources:
                self._attach_above(tree, phrase, by_token)
            if not phrase.sources and not phrase.owners and phrase.noun.role in ("GOV", "MIL"):
                self._attach_relative(tree, phrase, by_token)
            if not phrase.sources and not phrase.owners:
                self._attach_line(tree, phrase, by_token, by_head)
            phrase.sources.sort(key=lambda hit: hit.first)

    def _attach_tree(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        for i in range(phrase.first, phrase.last + 1):
            for child in tree.children[i]:
                if not phrase.first <= child <= phrase.last:
                    self._take(tree, phrase, child, by_token, by_head)

    def _attach_relative(self, tree: Tree, phrase: AgentPhrase, by_token: dict[int, Hit]) -> None:
        """Read "les généraux qui ont renversé Bazoum", "the colonels who rule Mali"."""
        for child in tree.children[phrase.head]:
            token = tree.tokens[child]
            if base(token.deprel) != "acl" or not self._lexicon.word("rules", fold(token.lemma)):
                continue
            for below in tree.children[child]:
                hit = by_token.get(below)
                if hit is not None and base(tree.tokens[below].deprel) == "obj":
                    phrase.sources.append(hit)

    def _attach_above(self, tree: Tree, phrase: AgentPhrase, by_token: dict[int, Hit]) -> None:
        """Read "le Burkina Faso du capitaine Traoré": the title belongs to the state."""
        head = tree.head(phrase.head)
        hit = by_token.get(head) if head is not None else None
        if (
            hit is not None
            and phrase.noun.title
            and not phrase.plural
            and hit.kind in ("name", "capital")
            and hit.last < phrase.first
            and self._of(tree, phrase.head)
            and hit not in phrase.sources
        ):
            phrase.sources.append(hit)
        if (
            hit is not None
            and hit.kind == "person"
            and phrase.last + 1 == hit.first
            and not phrase.plural
        ):
            phrase.names.append(hit)

    def _take(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        child: int,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        token = tree.tokens[child]
        relation = base(token.deprel)
        hit = by_token.get(child)
        if hit is not None and hit.head != child and tree.within(hit.head, child):
            hit = None
        if hit is not None and hit.kind == "person" and relation in ("appos", "flat", "nmod"):
            if self._of(tree, child) and relation == "nmod" and token.deprel != "nmod:desc":
                phrase.sources.append(hit)
            elif hit not in phrase.names:
                phrase.names.append(hit)
            return
        if relation not in _MODIFIER and token.deprel != "nmod:poss":
            return
        if abs(child - phrase.head) > 12:
            return
        if hit is not None:
            if self._broken(tree, phrase, child) or self._is_prefixed(tree, hit):
                return
            if not phrase.noun.demonym_only and _is_hyphenated(tree, hit):
                return  # "the Moscow-led alliance"
            case = tree.case_of(child)
            adjective = hit.kind in ("demonym", "combining")
            if adjective or not case or self._of(tree, child):
                if hit not in phrase.sources and (adjective or not phrase.noun.demonym_only):
                    phrase.sources.append(hit)
                    self._coordinated(tree, phrase, child, by_token)
            elif self._lexicon.word("located", fold(case)) and not phrase.noun.demonym_only:
                phrase.weak.append(hit)
            return
        owner = by_head.get(child)
        if (
            owner is not None
            and owner is not phrase
            and not phrase.noun.demonym_only
            and (self._of(tree, child) or relation == "compound")
            and not self._broken(tree, phrase, child)
        ):
            phrase.owners.append(owner)

    def _is_prefixed(self, tree: Tree, hit: Hit) -> bool:
        """Tell whether a name follows "anti-" or "pro-"."""
        token = tree.tokens[hit.first]
        inside = fold(token.text[: hit.start - token.start]).rstrip("-‑")
        if inside:
            return self._lexicon.word("prefixes", inside)
        before = tree.tokens[max(0, hit.first - 2) : hit.first]
        return (
            len(before) == 2
            and before[1].text in ("-", "‑")
            and self._lexicon.word("prefixes", fold(before[0].text))
        )

    @staticmethod
    def _broken(tree: Tree, phrase: AgentPhrase, child: int) -> bool:
        """Tell whether a verb stands between a phrase and a word that should modify it."""
        between = (
            range(child + 1, phrase.first)
            if child < phrase.first
            else range(phrase.last + 1, child)
        )
        return any(
            tree.tokens[i].upos in ("VERB", "AUX", "SCONJ")
            and tree.tokens[i].feats.get("VerbForm") != "Part"
            for i in between
        )

    def _coordinated(
        self, tree: Tree, phrase: AgentPhrase, child: int, by_token: dict[int, Hit]
    ) -> None:
        for other in tree.children[child]:
            hit = by_token.get(other)
            if (
                hit is not None
                and base(tree.tokens[other].deprel) == "conj"
                and hit not in phrase.sources
                and not phrase.first <= other <= phrase.last
            ):
                phrase.sources.append(hit)
                self._coordinated(tree, phrase, other, by_token)

    def _of(self, tree: Tree, i: int) -> bool:
        """Tell whether a nominal is a complement that says whose."""
        if tree.tokens[i].deprel == "nmod:poss":
            return True
        for child in tree.children[i]:
            token = tree.tokens[child]
            if base(token.deprel) == "case" and (
                self._lexicon.word("of", fold(token.text).strip("'’") or token.text)
                or self._lexicon.word("of", fold(token.text))
                or self._lexicon.word("of", fold(token.lemma))
            ):
                return True
        return False

    def _attach_line(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        """Look at the neighbouring words, for where the parse attaches the name elsewhere."""
        lexicon = self._lexicon
        tokens = tree.tokens
        only = phrase.noun.demonym_only
        j = phrase.first - 1
        for _ in range(3):
            if lexicon.head_first or j < 0:
                break
            hit = by_token.get(j)
            if hit is not None:
                apart = self._is_prefixed(tree, hit) or (not only and _is_hyphenated(tree, hit))
                if (hit.kind == "demonym" or not only) and not apart:
                    phrase.sources.append(hit)
                return
            token = tokens[j]
            if token.upos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "PART", "NUM") or (
                token.upos == "PUNCT" and token.text not in ("-", "‑", '"', "“", "”")
            ):
                break
            j -= 1
        j = phrase.last + 1
        while j < len(tokens) and tokens[j].upos in ("ADJ", "ADV") and j not in by_token:
            j += 1
        if j >= len(tokens):
            return
        hit = by_token.get(j)
        if hit is not None and hit.kind in ("demonym", "combining"):
            if lexicon.head_first:
                phrase.sources.append(hit)
            return
        if only:
            return
        if lexicon.word("of", fold(tokens[j].text).strip("'’") or "'"):
            j += 1
            while j < len(tokens) and tokens[j].upos in ("DET", "ADJ") and j not in by_token:
                j += 1
            hit = by_token.get(j)
            if hit is not None and hit.kind != "demonym":
                phrase.sources.append(hit)
            else:
                owner = next(
                    (by_head[k] for k in range(j, j + 4) if k in by_head and by_head[k].first == j),
                    None,
                )
                if owner is not None and owner is not phrase:
                    phrase.owners.append(owner)
        elif lexicon.word("located", fold(tokens[j].text)):
            j += 1
            while j < len(tokens) and tokens[j].upos in ("DET", "ADJ") and j not in by_token:
                j += 1
            hit = by_token.get(j)
            if hit is not None and hit not in phrase.weak and hit.kind != "demonym":
                phrase.weak.append(hit)
        elif (
            hit is not None
            and j == phrase.last + 1
            and (hit.kind == "person" or lexicon.head_first)
        ):
            if hit.kind == "person":
                phrase.names.append(hit)
            else:
                phrase.sources.append(hit)
