"""Sentences + gazetteer -> Mentions: who is meant by which words of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.names import NameIndex
from influence_graph.actors.phrases import PhraseFinder
from influence_graph.actors.reading import ArticleReader
from influence_graph.actors.regions import Regions
from influence_graph.errors import LexiconError
from influence_graph.model import Actor, Article, Mention, Sentence

__all__ = ["ActorResolver", "Resolution"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an article names.

    Attributes
    ----------
    mentions : tuple of Mention
        In text order; at most one for each head token.
    provisional : tuple of Actor
        Actors that the gazetteer lacks, in order of first mention.
    """

    mentions: tuple[Mention, ...]
    provisional: tuple[Actor, ...]


class ActorResolver:
    """Finds the words that stand for actors, and says which.

    Parameters
    ----------
    actors : sequence of Actor
        The gazetteer.
    agents : Mapping of str to AgentLexicon
        The agent lexicon of each language that will be read.
    excluded : Mapping of str to sequence of str, optional
        Per language the expressions that hold an actor's name and name no actor.
    regions : Mapping of str to sequence of str, optional
        The codes of the states of each region, for "the Gulf nation".
    """

    def __init__(
        self,
        actors: Sequence[Actor],
        agents: Mapping[str, AgentLexicon],
        excluded: Mapping[str, Sequence[str]] | None = None,
        regions: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._states = dict(regions or {})
        self._regions: dict[str, Regions] = {}
        self._excluded = dict(excluded or {})
        self._actors = {actor.code: actor for actor in actors}
        self._all = tuple(actors)
        self._agents = dict(agents)
        self._indexes: dict[str, NameIndex] = {}
        self._finders: dict[str, PhraseFinder] = {}

    def resolve(self, article: Article, sentences: Sequence[Sentence]) -> Resolution:
        """Return the mentions of an article and the actors that the gazetteer lacks.

        Parameters
        ----------
        article : Article
            Its language chooses the lexicon, its date the offices.
        sentences : sequence of Sentence
            Its parsed sentences in text order, the headline included.

        Raises
        ------
        LexiconError
            There is no agent lexicon for the language of the article.
        """
        language = article.language or ""
        lexicon = self._agents.get(language)
        if lexicon is None:
            known = ", ".join(sorted(self._agents)) or "none"
            raise LexiconError(
                f"no agent lexicon for the language {language!r} of {article.origin} "
                f"(there are: {known}); add ontology/lexicon/{language or 'xx'}/agents.toml"
            )
        if language not in self._indexes:
            self._indexes[language] = NameIndex(
                self._all, lexicon, self._excluded.get(language, ())
            )
            self._finders[language] = PhraseFinder(lexicon)
            self._regions[language] = Regions(lexicon, self._states)
        reader = ArticleReader(
            article,
            self._actors,
            lexicon,
            self._indexes[language],
            self._finders[language],
            self._regions[language],
        )
        mentions = reader.read(sentences)
        return Resolution(mentions=mentions, provisional=reader.provisional())

    def mentions(self, article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """Return the mentions of an article, in text order.

        See Also
        --------
        resolve : also gives the actors that the gazetteer lacks.
        """
        return self.resolve(article, sentences).mentions
