"""The SPARQL store of a workspace: a graph of claims that is queried and changed.

Each change of an article is one transaction: its triples, and those that nothing else needs any
more, go, and the new ones come. What the store holds after any number of changes is what a fresh
store of the same articles and claims would hold. How a store lies on disk:
`influence_graph.rdf.generations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from influence_graph.errors import QueryError, WorkspaceError
from influence_graph.model import Actor, Article, Claim, Source, roll_up
from influence_graph.rdf.generations import database_path, open_generation
from influence_graph.rdf.mapping import (
    actor_quads,
    article_quads,
    claim_quads,
    describe_actors,
    source_quads,
)
from influence_graph.rdf.namespaces import (
    PREFIXES,
    actor_iri,
    article_iri,
    claim_iri,
    expand,
    ig,
    source_iri,
)
from influence_graph.rdf.ontology import ontology_quads
from influence_graph.rdf.reading import (
    actors_from_quads,
    article_from,
    article_id,
    claim_from,
    source_from,
)
from influence_graph.rdf.serialising import serialise_quads
from influence_graph.rdf.statements import (
    Properties,
    Statements,
    Term,
    nodes,
    text_literal,
    texts,
)

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Store"]

_ONTOLOGY = PREFIXES["ig"].rstrip("#")
_TYPE = expand("rdf:type")
_ARTICLE = expand("schema:NewsArticle")
_PUBLISHER = expand("schema:publisher")
_UNIT = expand("org:unitOf")
_STATEMENT = (expand("rdf:subject"), expand("rdf:predicate"), expand("rdf:object"))
_GRADES = (ig("reliability"), ig("credibility"))
_SHARED = tuple(PREFIXES[name] for name in ("actor", "extractor", "run", "src"))
_OWNED = tuple(PREFIXES[name] for name in ("article", "claim"))


class Store:
    """A graph of claims that can be queried and changed.

    Make one with `open`, `read_only` or `memory`; close it with `close` or ``with``.
    """

    def __init__(self, database: pyoxigraph.Store, where: str) -> None:
        self._open: pyoxigraph.Store | None = database
        self._where = where

    @classmethod
    def memory(cls, quads: Iterable[Quad] = ()) -> Self:
        """Return a store in memory that holds the given triples, and the ontology."""
        database = pyoxigraph.Store()
        database.bulk_extend([*quads, *ontology_quads()])
        return cls(database, "the store in memory")

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store on disk for changing; make an empty one where there is none.

        Raises
        ------
        WorkspaceError
            Another process has it open for changing, or the folder is no store.
        """
        try:
            database = pyoxigraph.Store(open_generation(path))
        except OSError as error:
            raise WorkspaceError(
                f"{path}: the store cannot be opened for changing ({error}); "
                "if another influence-graph is running on it, wait until it ends"
            ) from error
        return cls(database, str(path))

    @classmethod
    def read_only(cls, path: Path) -> Self:
        """Open a store on disk for reading; nothing is written to its folder.

        Raises
        ------
        WorkspaceError
            There is no store.
        """
        try:
            return cls(pyoxigraph.Store.read_only(str(database_path(path))), str(path))
        except OSError as error:
            raise WorkspaceError(
                f"{path}: the store cannot be read ({error}); build the workspace again"
            ) from error

    def close(self) -> None:
        """Flush and release the database; closing twice does nothing."""
        self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def database(self) -> pyoxigraph.Store:
        """The Oxigraph database itself.

        Raises
        ------
        WorkspaceError
            The store is closed.
        """
        if self._open is None:
            raise WorkspaceError(f"{self._where}: the store is closed")
        return self._open

    def __len__(self) -> int:
        return sum(1 for _ in self.quads())

    # What is in it

    def quads(self) -> Iterator[Quad]:
        """Yield all triples but those of the ontology, in the database's own order."""
        return (q for q in self.database if not _iri(q.subject).startswith(_ONTOLOGY))

    def about(self, iri: str) -> Properties:
        """Return what is said of a subject."""
        said: dict[str, list[Term]] = {}
        for quad in self._match(NamedNode(iri)):
            said.setdefault(quad.predicate.value, []).append(quad.object)
        return said

    def article_ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, sorted."""
        return tuple(sorted(article_id(_iri(q.subject)) for q in self._of_type(_ARTICLE)))

    def article_of(self, origin: str) -> str | None:
        """Return the id of the article that was read at an origin, or None."""
        pattern = self.database.quads_for_pattern(None, ig("origin"), text_literal(origin))
        return next(iter(sorted(article_id(_iri(quad.subject)) for quad in pattern)), None)

    def articles(
        self, text_of: Callable[[str], str] | None = None
    ) -> Iterator[tuple[str, Article]]:
        """Yield id and record of all articles, in order of the ids.

        Parameters
        ----------
        text_of : callable, optional
            Gives the text of an article by its id. The graph does not hold texts: without it
            they are empty, and the record's own ``id`` is not the article's.
        """
        for name in self.article_ids():
            text = text_of(name) if text_of else ""
            yield name, article_from(article_iri(name).value, self.about, text)

    def claims(self, article: str | None = None) -> Iterator[Claim]:
        """Yield all claims, or those of one article, in order of their ids.

        Raises
        ------
        RecordError
            A claim is broken.
        """
        if article is None:
            statements = Statements(self.quads())
            found = [claim_from(i, statements.about) for i in statements.with_type(ig("Claim"))]
        else:
            found = [claim_from(iri, self.about) for iri in self._claim_iris(article)]
        yield from sorted(found, key=lambda claim: claim.id)

    def claim(self, claim: str) -> Claim | None:
        """Return the claim with an id, or None."""
        iri = claim_iri(claim).value
        return claim_from(iri, self.about) if self.about(iri) else None

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors, in order of their codes."""
        return actors_from_quads(self.quads(), self._where)

    def sources(self) -> tuple[Source, ...]:
        """Return all publishers, in order of their names."""
        found = [source_from(_iri(q.subject), self.about) for q in self._of_type(ig("Source"))]
        return tuple(sorted(found, key=lambda source: source.name))

    def query(self, query: str) -> Any:
        """Answer a query of our own: no guard, no time limit, the usual prefixes.

        What a user wrote goes through `influence_graph.rdf.sparql` instead.

        Raises
        ------
        QueryError
            The query is no SPARQL.
        """
        try:
            return self.database.query(query, prefixes=PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"the query is not SPARQL: {error}") from error

    def dump(self, format: str = "trig") -> bytes:  # noqa: A002
        """Write everything but the ontology; the same triples give the same bytes."""
        return serialise_quads(self.quads(), format)

    def dataset(self) -> Dataset:
        """Return an rdflib view of the store, through oxrdflib."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.database))

    # Changing it

    def replace_article(
        self,
        article: Article,
        claims: Iterable[Claim],
        actors: Mapping[str, Actor] | None = None,
    ) -> None:
        """Put an article with its claims in the place of what the store says of it.

        One transaction: whoever reads sees all of it or nothing.

        Parameters
        ----------
        article : Article
            The article.
        claims : iterable of Claim
            All claims of the article; what an earlier run found and this one did not, goes.
        actors : Mapping of str to Actor, optional
            Known actors by code, to describe those that the claims name.

        Raises
        ------
        WorkspaceError
            A claim belongs to another article.
        RecordError
            A claim has a relation that the ontology lacks.
        """
        claims = list(claims)
        for claim in claims:
            if claim.article != article.id:
                raise WorkspaceError(
                    f"claim {claim.id} belongs to article {claim.article}, not to {article.id}"
                )
        described = describe_actors(claims, actors or {})
        new = dict.fromkeys(self._with_grades(article_quads(article)))
        for claim in claims:
            new.update(dict.fromkeys(claim_quads(claim, article.language)))
        for actor in described:
            new.update(dict.fromkeys(actor_quads(actor)))
        old = self._contribution(article.id)
        for actor in described:
            old.update(dict.fromkeys(self._description(actor_iri(actor.code))))
        self._apply(self._with_orphans(old, new), new)

    def remove_article(self, article: str) -> bool:
        """Take out an article, its claims, and what only they used, in one transaction.

        Returns
        -------
        bool
            Whether it was there.
        """
        old = self._contribution(article)
        self._apply(self._with_orphans(old, {}), {})
        return bool(old)

    def put_source(self, source: Source) -> bool:
        """Set the grades of a publisher.

        Returns
        -------
        bool
            Whether an article names it; nothing is kept of one that none names.
        """
        old = self._match(source_iri(source.name))
        if old:
            self._apply(dict.fromkeys(old), dict.fromkeys(source_quads(source)))
        return bool(old)

    def _with_grades(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield the triples of an article, and the grades that its publisher has."""
        for quad in quads:
            yield quad
            if quad.predicate == _PUBLISHER and isinstance(quad.object, NamedNode):
                yield from (q for q in self._match(quad.object) if q.predicate in _GRADES)

    def _apply(self, old: Mapping[Quad, None], new: Mapping[Quad, None]) -> None:
        gone = [quad for quad in old if quad not in new]
        come = [quad for quad in new if quad not in self.database]
        parts = []
        for verb, quads in (("DELETE", gone), ("INSERT", come)):
            if quads:
                lines = pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
                parts.append(f"{verb} DATA {{\n{lines.decode()}}}")
        if parts:
            self.database.update(" ;\n".join(parts))

    def _match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: NamedNode | None = None,
    ) -> list[Quad]:
        found = self.database.quads_for_pattern(subject, predicate, object_, DefaultGraph())
        return list(found)

    def _of_type(self, kind: NamedNode) -> list[Quad]:
        return self._match(None, _TYPE, kind)

    def _claim_iris(self, article: str) -> list[str]:
        found = self._match(None, ig("article"), article_iri(article))
        return sorted(_iri(quad.subject) for quad in found)

    def _contribution(self, article: str) -> dict[Quad, None]:
        """Return the triples about an article and its claims, direct ones included."""
        owned = dict.fromkeys(self._match(article_iri(article)))
        for iri in self._claim_iris(article):
            owned.update(dict.fromkeys(self._match(NamedNode(iri))))
            said = self.about(iri)
            parts = [nodes(said, term.value) for term in _STATEMENT]
            if all(parts):
                subject, predicate, object_ = (NamedNode(part[0]) for part in parts)
                for ends in ((subject, object_), (self._state(subject), self._state(object_))):
                    direct = Quad(ends[0], predicate, ends[1])
                    if direct in self.database:
                        owned[direct] = None
        return owned

    def _state(self, actor: NamedNode) -> NamedNode:
        """Return the state of a state's role, any other actor unchanged."""
        codes = texts(self.about(actor.value), ig("code").value)
        return actor_iri(roll_up(codes[0])) if codes else actor

    def _with_roles(self, actor: NamedNode) -> list[NamedNode]:
        """Return an actor and, of a state, its roles."""
        units = (NamedNode(_iri(q.subject)) for q in self._match(None, _UNIT, actor))
        return [actor, *(unit for unit in units if self._state(unit) == actor)]

    def _description(self, actor: NamedNode) -> list[Quad]:
        """Return what is said of an actor, apart from its relations to others."""
        return [quad for quad in self._match(actor) if not _is_direct(quad)]

    def _with_orphans(self, old: Mapping[Quad, None], new: Mapping[Quad, None]) -> dict[Quad, None]:
        """Return ``old`` without what other claims hold, and with what nothing refers to now."""
        gone = dict.fromkeys(q for q in old if not (_is_direct(q) and self._held(q, old)))
        needed = {quad.object for quad in new} | {quad.subject for quad in new}
        todo = [quad.object for quad in gone]
        while todo:
            node = todo.pop()
            if not isinstance(node, NamedNode) or node in needed or not _can_be_orphan(node.value):
                continue
            users = self.database.quads_for_pattern(None, None, node, DefaultGraph())
            if all(quad in gone for quad in users):  # read only as far as the first that stays
                for quad in self._match(node):
                    if quad not in gone:
                        gone[quad] = None
                        todo.append(quad.object)
        return gone

    def _held(self, direct: Quad, old: Mapping[Quad, None]) -> bool:
        """Tell whether a claim that stays holds a direct triple, of its actors or their states."""
        ends = NamedNode(_iri(direct.subject)), NamedNode(_iri(direct.object))
        whole = all(self._state(end) == end for end in ends)
        subjects, objects = (self._with_roles(end) if whole else [end] for end in ends)
        for subject in subjects:
            for found in self._match(None, _STATEMENT[0], subject):
                claim = NamedNode(_iri(found.subject))
                if (
                    found not in old
                    and Quad(claim, _STATEMENT[1], direct.predicate) in self.database
                    and any(Quad(claim, _STATEMENT[2], o) in self.database for o in objects)
                    and Quad(claim, ig("modality"), ig("asserted")) in self.database
                    and Quad(claim, ig("review"), ig("rejected")) not in self.database
                ):
                    return True
        return False


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _is_direct(quad: Quad) -> bool:
    """Tell whether a triple relates two actors by a term of the ontology."""
    return (
        _iri(quad.subject).startswith(PREFIXES["actor"])
        and _iri(quad.object).startswith(PREFIXES["actor"])
        and quad.predicate.value.startswith(PREFIXES["ig"])
    )


def _can_be_orphan(iri: str) -> bool:
    """Tell whether a node goes when nothing refers to it: articles and claims do not."""
    return iri.startswith(_SHARED) or (iri.startswith(_OWNED) and "#" in iri)
