"""From articles to claims: parse, find the actors, match the lexicon."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from itertools import chain, islice
from multiprocessing import get_context

from influence_graph import __version__
from influence_graph.actors import ActorResolver, load_agents
from influence_graph.errors import InputError
from influence_graph.extraction import RuleExtractor
from influence_graph.model import Actor, Article, Claim, Mention, Relation, Sentence
from influence_graph.pipeline.languages import readable_languages, why_unreadable
from influence_graph.rdf.gazetteer import load_actors, load_excluded_names, load_region_names
from influence_graph.rdf.ontology import load_relations
from influence_graph.resources import resource_dir

__all__ = ["Reader", "Reading", "ReadingOptions", "read_claims"]

_WINDOW = 4
"""Articles in flight per process: enough to keep it busy, few enough to stop at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How articles are read.

    Attributes
    ----------
    language : str or None
        Language of all articles; None = as each says, else identified.
    models : Mapping of str to str
        spaCy pipelines to use instead of the shipped ones, by language.
    least : float or None
        Claims with less confidence are left out; None = the extractor's own threshold.
    explain : bool
        Keep how each claim was derived, and what the article names. The claims are the same.
    """

    language: str | None = None
    models: Mapping[str, str] = field(default_factory=dict)
    least: float | None = None
    explain: bool = False

    def signature(self) -> str:
        """Return what the claims depend on beside the text: 16 hexadecimal digits."""
        sha = hashlib.sha256()
        for part in (
            __version__,
            self.language or "",
            repr(sorted(self.models.items())),
            repr(self.least),
        ):
            sha.update(part.encode() + b"\0")
        for name in ("ontology", "graph"):
            for path in _files(resource_dir(name)):
                sha.update(path.name.encode() + b"\0" + path.read_bytes())
        return sha.hexdigest()[:16]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir():
            if path.name not in ("tables", "claims"):
                yield from _files(path)
        elif path.name.endswith((".ttl", ".toml")):
            yield path


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read in one article.

    Attributes
    ----------
    article : Article
        With its language.
    claims : tuple of Claim
        In text order.
    provisional : tuple of Actor
        Actors that the gazetteer does not have.
    error : InputError or None
        Why it could not be read; then there are no claims.
    mentions : tuple of Mention
        What the article names; empty unless explanations were asked for.
    sentences : tuple of tuple of int
        Offsets of its sentences, the headline left out; likewise.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    provisional: tuple[Actor, ...] = ()
    error: InputError | None = None
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()


class Reader:
    """Reads articles; keeps models and lexicons loaded.

    Parameters
    ----------
    options : ReadingOptions, optional
        How to read.

    Attributes
    ----------
    languages : tuple of str
        Those that can be read: a folder of the lexicon, and a pipeline shipped or named.
    """

    def __init__(self, options: ReadingOptions | None = None) -> None:
        self.options = options or ReadingOptions()
        self.languages = readable_languages(self.options.models)
        self.relations: dict[str, Relation] = {r.name: r for r in load_relations()}
        self.actors: tuple[Actor, ...] = load_actors()
        self._extractors: dict[str, RuleExtractor] = {}
        self._resolvers: dict[str, ActorResolver] = {}

    def read(self, article: Article) -> Reading:
        """Return the claims of an article.

        An article that cannot be read (no text, a language without model) gives a reading with
        its error; nothing is raised for any text.
        """
        from influence_graph.nlp import parse_text  # spaCy takes half a second to import

        try:
            language = self._language(article)
        except InputError as error:
            return Reading(article=article, error=error)
        article = replace(article, language=language)
        sentences = parse_text(
            article.text,
            lang=language,
            model=self.options.models.get(language),
            title=article.title,
        )
        return self.read_parsed(article, sentences)

    def read_parsed(self, article: Article, sentences: Sequence[Sentence]) -> Reading:
        """Return the claims of an article whose sentences are parsed.

        Parameters
        ----------
        article : Article
            With its language, which needs a lexicon but no pipeline.
        sentences : sequence of Sentence
            Its parse, from any parser with Universal Dependencies labels, or by hand.

        Raises
        ------
        LexiconError
            The lexicon of the language is missing or broken.
        """
        language = article.language or ""
        resolution = self._resolver(language).resolve(article, sentences)
        claims = self._extractor(language).extract(article, sentences, resolution.mentions)
        named = {code for claim in claims for code in (claim.subject, claim.object)}
        return Reading(
            article=article,
            claims=claims,
            provisional=tuple(a for a in resolution.provisional if a.code in named),
            mentions=resolution.mentions if self.options.explain else (),
            sentences=tuple((s.start, s.end) for s in sentences if not s.is_title)
            if self.options.explain
            else (),
        )

    def _resolver(self, language: str) -> ActorResolver:
        if language not in self._resolvers:
            self._resolvers[language] = ActorResolver(
                self.actors,
                {language: load_agents(language)},
                load_excluded_names(),
                load_region_names(),
            )
        return self._resolvers[language]

    def _extractor(self, language: str) -> RuleExtractor:
        if language not in self._extractors:
            least = self.options.least
            explain = self.options.explain
            self._extractors[language] = (
                RuleExtractor(language, self.relations, explain=explain)
                if least is None
                else RuleExtractor(language, self.relations, least=least, explain=explain)
            )
        return self._extractors[language]

    def _language(self, article: Article) -> str:
        wanted = self.options.language or article.language
        if wanted:
            code = wanted.lower().replace("_", "-").partition("-")[0]
            problem = why_unreadable(code, self.options.models)
            if problem is not None:
                raise InputError(problem, source=article.origin)
            return code
        from influence_graph.nlp import detect_language, foreign_language

        foreign = foreign_language(article.text, self.languages)
        if foreign is not None:
            raise InputError(
                f"the text looks like {foreign!r}: {why_unreadable(foreign, self.options.models)}; "
                "name another with --lang to read it all the same",
                source=article.origin,
            )
        return detect_language(article.text, self.languages)[0]


def read_claims(
    articles: Iterable[Article],
    options: ReadingOptions | None = None,
    *,
    jobs: int = 1,
    reader: Reader | None = None,
) -> Iterator[Reading]:
    """Yield the reading of each article, in the order of the articles.

    Parameters
    ----------
    articles : iterable of Article
        Read lazily.
    options : ReadingOptions, optional
        How to read.
    jobs : int, optional
        Processes; the output is the same for any number.
    reader : Reader, optional
        A reader to use in this process (with ``jobs=1``).
    """
    waiting = iter(articles)
    first = next(waiting, None)
    if first is None:  # nothing to read: no model is loaded
        return
    waiting = chain((first,), waiting)
    if jobs <= 1:
        reader = reader or Reader(options)
        yield from map(reader.read, waiting)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_start, initargs=(options,)
    ) as pool:
        pending = [pool.submit(_read, a) for a in islice(waiting, jobs * _WINDOW)]
        try:
            while pending:
                yield pending.pop(0).result()
                pending.extend(pool.submit(_read, a) for a in islice(waiting, 1))
        finally:
            for future in pending:
                future.cancel()


_reader: Reader | None = None


def _start(options: ReadingOptions | None) -> None:
    global _reader
    _reader = Reader(options)


def _read(article: Article) -> Reading:
    read: Callable[[Article], Reading] = (_reader or Reader()).read
    return read(article)
