"""Second pass over an article: every word that stands for an actor, in text order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from influence_graph.actors.anaphora import Anaphora
from influence_graph.actors.descriptions import Descriptions
from influence_graph.actors.discourse import Memory
from influence_graph.actors.folding import fold
from influence_graph.actors.introductions import SentenceNames
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.names import NameIndex
from influence_graph.actors.naming import Names
from influence_graph.actors.phrases import PhraseFinder
from influence_graph.actors.recording import ArticleState
from influence_graph.actors.regions import Regions
from influence_graph.actors.sentence import SentenceReader
from influence_graph.model import Actor, Article, Mention, Sentence, state_of

__all__ = ["ArticleReader"]


class ArticleReader:
    """Reads one article.

    Parameters
    ----------
    article : Article
        Its date chooses the offices of persons.
    actors : Mapping of str to Actor
        The gazetteer by code.
    lexicon : AgentLexicon
        Of the language.
    index : NameIndex
        The gazetteer's names.
    finder : PhraseFinder
        Finds agent phrases.
    regions : Regions
        Finds the region that a description names.
    """

    def __init__(
        self,
        article: Article,
        actors: Mapping[str, Actor],
        lexicon: AgentLexicon,
        index: NameIndex,
        finder: PhraseFinder,
        regions: Regions,
    ) -> None:
        span = article.published
        day = (span.end or span.start) if span is not None else None
        self._lexicon = lexicon
        self._names = Names(actors, lexicon, index, finder, day)
        self._memory = Memory()
        self._state = ArticleState(
            article=article,
            lexicon=lexicon,
            finder=finder,
            names=self._names,
            memory=self._memory,
            anaphora=Anaphora(lexicon, self._memory),
            descriptions=Descriptions(lexicon, finder, self._memory, actors, regions, day),
        )

    def read(self, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """Return the mentions of the article in text order."""
        mentions: list[Mention] = []
        paragraph = -1
        for names in self._names.read(sentences):
            sentence = names.tree.sentence
            if sentence.paragraph != paragraph and not sentence.is_title:
                paragraph = sentence.paragraph
                self._memory.scene = None
            words = [t.i for t in names.tree.tokens if t.upos != "PUNCT"]
            if names.quoted.issuperset(words):
                self._memory.quotations.add(sentence.index)
            self._set_scene(names)
            mentions.extend(SentenceReader(self._state, names).read())
            if sentence.is_title:
                self._memory.close_title()
        return tuple(mentions)

    def _set_scene(self, names: SentenceNames) -> None:
        """Remember the dateline, and the place that a sentence opens with: "In Tbilisi, …"."""
        tree = names.tree
        tokens = tree.tokens
        for hit in names.hits:
            state = state_of(hit.codes[0])
            if state is None or hit.kind not in ("name", "capital", "city"):
                continue
            if hit.first == 0 and hit.kind in ("capital", "city"):
                following = tokens[hit.last + 1 : hit.last + 9]
                dash = any(t.text in ("-", "–", "—", "--") for t in following)
                if (dash or len(tokens) < 6) and tokens[hit.first].text.isupper():
                    self._memory.topic = self._memory.topic or state
            case = tree.case_of(hit.head)
            if tree.sentence.is_title and case and self._lexicon.word("located", fold(case)):
                self._memory.topic = state
            elif hit.first <= 3 and case and self._lexicon.word("located", fold(case)):
                verb = tree.head(hit.head)
                if verb is not None and verb > hit.head:
                    self._memory.scene = state
            if not tree.sentence.is_title:
                return

    def provisional(self) -> tuple[Actor, ...]:
        """Return the actors met that the gazetteer lacks, in order of mention."""
        return tuple(self._names.provisional.values())
