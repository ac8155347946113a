"""Find the agent nouns of a sentence."""

from __future__ import annotations

import functools

from influence_graph.actors.agents import AgentPhrase, Hit
from influence_graph.actors.attachment import Attachment
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon, AgentNoun
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Token

__all__ = ["PhraseFinder"]


def _stems(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    return [
        word[: len(word) - len(ending)] + instead
        for ending, instead in endings
        if word.endswith(ending) and len(word) - len(ending) > 1
    ]


class PhraseFinder:
    """Finds agent phrases with the words of one language.

    Parameters
    ----------
    lexicon : AgentLexicon
        The language's nouns.
    """

    def __init__(self, lexicon: AgentLexicon) -> None:
        self._lexicon = lexicon
        self._attachment = Attachment(lexicon)
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

    def attach(self, tree: Tree, phrases: list[AgentPhrase], hits: list[Hit]) -> None:
        """Find for each phrase the names and phrases that say for whom it acts."""
        self._attachment.attach(tree, phrases, hits)
