"""The date of a claim: from an expression of time, else from the tense of its verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from influence_graph.extraction.dating.attachment import Attached, Hosts, attach, hosts
from influence_graph.extraction.dating.expressions import Expression, find
from influence_graph.extraction.dating.resolving import Context, is_yearless, resolve
from influence_graph.extraction.dating.tense import tense_of, tense_span, was_planned
from influence_graph.extraction.dating.vocabulary import Vocabulary, load_vocabulary
from influence_graph.extraction.tree import Tree
from influence_graph.model import Article, Modality, Sentence, TimeSpan

__all__ = ["ArticleDates", "DateReader", "Dated", "load_dates"]

_REACH = 4
"""Sentences that "the next day" looks back."""

_DATELINE = 100
"""Characters in which a dateline stands."""

_CLOSES = re.compile(r"\s*(?:\([^()]*\))?\s*[)\u2013\u2014:-]")
"""What ends a dateline."""

_FRAMES = frozenset({"day", "month", "year", "season", "fraction", "part", "iso"})
"""Operations whose dates set the year of what follows."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a claim.

    Attributes
    ----------
    time : TimeSpan or None
        The interval.
    words : tuple of int or None
        Offsets in the sentence of the words that give it; None for tense alone.
    """

    time: TimeSpan | None = None
    words: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads dates in one language."""

    vocabulary: Vocabulary

    def read(self, article: Article, sentences: Sequence[Sentence]) -> ArticleDates:
        """Return the dates of an article; nothing is read before it is asked for."""
        return ArticleDates(article, sentences, self.vocabulary)


@cache
def load_dates(language: str) -> DateReader:
    """Read ``ontology/lexicon/<language>/time.toml``.

    Raises
    ------
    LexiconError
        The file is missing or broken.
    """
    return DateReader(load_vocabulary(language))


class ArticleDates:
    """The dates of one article.

    Parameters
    ----------
    article : Article
        Gives text and date of publication.
    sentences : sequence of Sentence
        Its parse, in order.
    vocabulary : Vocabulary
        Words of its language.
    """

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], vocabulary: Vocabulary
    ) -> None:
        self.article = article
        self.vocabulary = vocabulary
        self._sentences = list(sentences)
        self._place = {s.index: i for i, s in enumerate(self._sentences)}
        self._found: dict[int, list[Expression]] = {}
        self._last: tuple[Tree, list[Attached]] | None = None
        self.published = _dateline(article, vocabulary) or article.published

    def expressions(self, sentence: Sentence) -> list[Expression]:
        """Return the expressions of a sentence; offsets count from its start."""
        if sentence.index not in self._found:
            text = self.article.text[sentence.start : sentence.end]
            self._found[sentence.index] = find(text, self.vocabulary)
        return self._found[sentence.index]

    def of(
        self,
        tree: Tree,
        head: int,
        *,
        fixed: Collection[int] = (),
        subject: int = -1,
        modality: Modality = "asserted",
        own_act: bool = False,
        names: Collection[int] = (),
    ) -> Dated:
        """Return the date of a claim.

        Parameters
        ----------
        tree : Tree
            The sentence.
        head : int
            The verb or noun of the claim.
        fixed : collection of int, optional
            Words that belong to it.
        subject : int, optional
            Token of the claim's subject.
        modality : str, optional
            How the claim is put: what is planned lies ahead.
        own_act : bool, optional
            The claim is what its own actor announces.
        names : collection of int, optional
            Tokens that belong to the name of an actor.
        """
        done = modality not in ("planned", "possible")
        tense = "future" if modality == "planned" else tense_of(tree, head)
        found = self._said(
            tree,
            list(hosts(tree, head, fixed, subject, self.vocabulary, done=done, own_act=own_act)),
            head,
            tense,
            names,
        )
        if found is not None:
            return found
        if modality == "possible" or (modality == "planned" and was_planned(tree, head)):
            return Dated()
        is_verb = tree.is_predicate(head) or tree.upos(head) == "VERB"
        return Dated(tense_span(tense if is_verb or not done else "", self.published))

    def _said(
        self,
        tree: Tree,
        levels: Sequence[Hosts],
        head: int,
        tense: str,
        names: Collection[int],
    ) -> Dated | None:
        """Return what the nearest expression says that is said of the claim."""
        sentence = tree.sentence
        places = self._attached(tree, names)
        for level in levels:
            near = [p for p in places if self._holds(tree, p, level)]
            near.sort(key=lambda p: (min(abs(k - head) for k in p.tokens), p.tokens))
            for place in near:
                expression = place.said_of(level.words)
                time = self.resolve(expression, sentence, tense)
                if time is not None:
                    return Dated(time, (expression.start, expression.end))
        return None

    def _attached(self, tree: Tree, names: Collection[int]) -> Sequence[Attached]:
        """Return the expressions of a sentence with their places, read once for its claims."""
        if self._last is None or self._last[0] is not tree:
            places = [
                place
                for expression in self.expressions(tree.sentence)
                if (place := attach(tree, expression, self.vocabulary, names)) is not None
            ]
            self._last = (tree, places)
        return self._last[1]

    def _holds(self, tree: Tree, place: Attached, level: Hosts) -> bool:
        """Tell whether a date is said of one of the words."""
        if place.defines is not None and place.defines in level.words:
            return True
        bare = place.expression.rule.bare and not place.expression.framed
        verbs = {k for k in level.words if tree.is_predicate(k) or tree.upos(k) == "VERB"}
        if bare and verbs:
            return False
        if place.genitive and place.host in verbs:
            return False
        if level.closed and place.is_open:
            return False
        if place.inside_subject and verbs:
            return False
        first = min(level.words)
        if level.fronted and not (place.fronted or place.tokens[-1] < first):
            return False
        if place.host in level.words:
            return True
        if place.fronted and not place.genitive and not bare:
            return any(tree.head[k] == k for k in verbs)
        return self._misplaced(tree, place, verbs)

    def _misplaced(self, tree: Tree, place: Attached, verbs: Collection[int]) -> bool:
        """Tell whether a date hangs on a name or argument of the verb that it is said of.

        Parsers hang "on Wednesday" of "recalled its envoy to France on Wednesday" on France.
        """
        if place.genitive or place.expression.operation in ("year", "years", "decade", "century"):
            return False
        host = place.host
        if tree.upos(host) != "PROPN" or place.tokens[0] < host:
            return False
        for parent in tree.ancestors(host):
            if parent in verbs:
                return True
            if tree.upos(parent) not in ("PROPN", "NOUN") or tree.is_predicate(parent):
                return False
        return False

    # -- what an expression is counted from ----------------------------------------------------

    def resolve(self, expression: Expression, sentence: Sentence, tense: str) -> TimeSpan | None:
        """Return the interval of an expression of a sentence.

        Parameters
        ----------
        expression : Expression
            One of `expressions` of that sentence.
        sentence : Sentence
            Where it stands.
        tense : str
            Of the verb that it dates.
        """
        told = frame = None
        if expression.name("base") == "text":
            told = self._told(expression, sentence, _REACH)
        if is_yearless(expression):
            frame = self._frame(expression, sentence)
        context = Context(self.published, tense, told, frame)
        return resolve(expression, context, self.vocabulary)

    def _told(self, expression: Expression, sentence: Sentence, reach: int) -> TimeSpan | None:
        """Return the last closed date before an expression."""
        place = self._place.get(sentence.index, 0)
        for back in range(reach + 1):
            if back > place:
                return None
            other = self._sentences[place - back]
            for earlier in reversed(self.expressions(other)):
                if back == 0 and earlier.start >= expression.start:
                    continue
                if reach <= back or (earlier.name("base") == "text" and back >= reach - 1):
                    continue
                if earlier.name("base") == "text":
                    told = self._told(earlier, other, reach - back - 1)
                    context = Context(self.published, "past", told)
                else:
                    frame = self._frame(earlier, other) if is_yearless(earlier) else None
                    context = Context(self.published, "past", None, frame)
                time = resolve(earlier, context, self.vocabulary)
                if time is not None and time.start and time.end:
                    return time
        return None

    def _frame(self, expression: Expression, sentence: Sentence) -> TimeSpan | None:
        """Return the dated time that the paragraph speaks of before an expression."""
        place = self._place.get(sentence.index, 0)
        first = place
        while first > 0 and self._sentences[first - 1].paragraph == sentence.paragraph:
            if place - first >= _REACH:
                break
            first -= 1
        frame: TimeSpan | None = None
        for other in self._sentences[first : place + 1]:
            for earlier in self.expressions(other):
                if other.index == sentence.index and earlier.start >= expression.start:
                    break
                if not _is_adverbial(earlier, other):
                    continue
                if earlier.operation in _FRAMES and (not is_yearless(earlier) or frame is not None):
                    context = Context(self.published, "past", None, frame)
                    frame = resolve(earlier, context, self.vocabulary)
                else:
                    frame = None
        return frame


def _dateline(article: Article, vocabulary: Vocabulary) -> TimeSpan | None:
    """Return the day of "BAMAKO, 9 January 2024 –", where the article has none of its own."""
    known = article.published
    if known is not None and known.precision == "day":
        return None
    head = article.text[:_DATELINE]
    for expression in find(head, vocabulary):
        if expression.operation in ("day", "iso") and not is_yearless(expression):
            if not _CLOSES.match(head, expression.end):
                return None
            day = resolve(expression, Context(), vocabulary)
            if day is None or known is None or known.start is None or known.end is None:
                return day
            inside = day.start and day.end and known.start <= day.start <= day.end <= known.end
            return day if inside else None
    return None


def _is_adverbial(expression: Expression, sentence: Sentence) -> bool:
    """Tell whether an expression is said of the main verb of its sentence, by the parse."""
    tokens = [
        t
        for t in sentence.tokens
        if t.start - sentence.start < expression.end and t.end - sentence.start > expression.start
    ]
    inside = {t.i for t in tokens}
    bare = expression.rule.bare and not expression.framed
    return not bare and any(
        t.head not in inside and sentence.tokens[t.head].head == t.head for t in tokens
    )
