"""A workspace: a folder with articles, claims, store, page and exports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from influence_graph.errors import WorkspaceError
from influence_graph.model import Actor, Article, Claim, Relation, TimeSpan
from influence_graph.pipeline.corrections import FILE_NAME, apply_corrections, read_corrections
from influence_graph.pipeline.ledger import LedgerEntry, read_ledger
from influence_graph.pipeline.transaction import recover
from influence_graph.rdf.gazetteer import load_actors
from influence_graph.rdf.mapping import describe_actors
from influence_graph.rdf.ontology import load_relations

if TYPE_CHECKING:
    from influence_graph.network import ClaimGraph, Level

__all__ = ["Workspace", "open_workspace", "window_of"]


def window_of(since: str | None, until: str | None) -> tuple[object, object] | None:
    """Return a window of days from two dates with reduced precision, None for no window.

    Raises
    ------
    WorkspaceError
        A date cannot be read.
    """
    if since is None and until is None:
        return None
    try:
        first = TimeSpan.parse(since).start if since else None
        last = TimeSpan.parse(until).end if until else None
    except ValueError as error:
        raise WorkspaceError(f"{error}: write a date as 2023-01-09, 2023-01 or 2023") from error
    return first, last


class Workspace:
    """What a build left in a folder.

    Parameters
    ----------
    root : Path or str
        The folder.

    Raises
    ------
    WorkspaceError
        The folder is no workspace.
    """

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        recover(self.root)
        if not (self.root / "articles").is_dir():
            raise WorkspaceError(
                f"{self.root} is no workspace: make one with "
                f"`influence-graph build ARTICLES -o {self.root}`"
            )

    @classmethod
    def of(cls, root: Path, entries: Iterable[LedgerEntry]) -> Workspace:
        """Return the workspace that holds these entries, whatever the folder says."""
        workspace = cls.__new__(cls)
        workspace.root = root
        workspace.__dict__["entries"] = tuple(entries)
        return workspace

    @property
    def store_path(self) -> Path:
        """Folder of the SPARQL store."""
        return self.root / "store"

    @cached_property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """All articles with what was read in them."""
        return tuple(read_ledger(self.root / "articles"))

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """The relations of the ontology by name."""
        return {r.name: r for r in load_relations()}

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {entry.article.id: entry.article for entry in self.entries}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, corrections applied, in the order of article and text."""
        corrections = read_corrections(self.root / FILE_NAME, self.relations)
        return tuple(apply_corrections((c for e in self.entries for c in e.claims), corrections))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors that claims name, by code, with those that they act for."""
        return {actor.code: actor for actor in describe_actors(self.claims, self.known_actors)}

    @cached_property
    def known_actors(self) -> Mapping[str, Actor]:
        """The gazetteer and the provisional actors of the articles, by code."""
        known = {
            actor.code: actor
            for entry in reversed(self.entries)
            for actor in reversed(entry.provisional)
        }
        known.update((actor.code, actor) for actor in load_actors())
        return known

    def network(
        self,
        *,
        level: Level = "state",
        since: str | None = None,
        until: str | None = None,
        modalities: Collection[str] | None = None,
        official_only: bool = False,
    ) -> ClaimGraph:
        """Return the signed multigraph of the claims.

        Parameters
        ----------
        level : {"state", "actor"}, optional
            Roles rolled up to their state, or actors as named.
        since, until : str, optional
            First and last day, month or year.
        modalities : collection of str, optional
            Only claims with one of these; all if not given.
        official_only : bool, optional
            Only states, governments, armed forces, persons and international organisations.
        """
        from influence_graph.network import project

        return project(
            [c for c in self.claims if modalities is None or c.modality in modalities],
            relations=self.relations,
            actors=self.actors,
            articles=self.articles,
            level=level,
            official_only=official_only,
            window=window_of(since, until),  # type: ignore[arg-type]
        )

    def text_of(self, article: str) -> str | None:
        """Return the text of an article, None where it is not here."""
        found = self.articles.get(article)
        return found.text if found else None

    def _repr_html_(self) -> str:
        """Return the page in a frame: what a notebook shows of a workspace."""
        from influence_graph.exports.html import framed
        from influence_graph.metrics import measure
        from influence_graph.pipeline.outputs import page

        graph = self.network()
        return framed(page(graph, measure(graph), title=self.root.name))

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)


def open_workspace(workspace: Workspace | Path | str) -> Workspace:
    """Return a workspace given as one, or by its folder."""
    return workspace if isinstance(workspace, Workspace) else Workspace(workspace)
