"""Questions to a workspace: SPARQL, and why a link or a score is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from influence_graph.errors import QueryError, WorkspaceError
from influence_graph.model import Article, Claim, roll_up
from influence_graph.pipeline.workspace import Workspace, window_of
from influence_graph.rdf.library import list_queries, run_named
from influence_graph.rdf.sparql import QueryResult, run_query

__all__ = ["Reason", "find_actor", "list_queries", "query", "why"]


def query(
    workspace: Workspace | Path | str,
    text: str | None = None,
    parameters: Mapping[str, str] | None = None,
    *,
    name: str | None = None,
    timeout: float = 30.0,
) -> QueryResult:
    """Answer a SPARQL query, read-only and offline.

    Parameters
    ----------
    workspace : Workspace or Path or str
        Where to ask.
    text : str, optional
        SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE; the project's prefixes are known.
    parameters : Mapping of str to str, optional
        Terms for variables, such as ``{"actor": "actor:DZA"}``.
    name : str, optional
        A named query instead of `text`; see `list_queries`.
    timeout : float, optional
        Seconds.

    Raises
    ------
    QueryError
        The query is wrong, not allowed, or takes too long.
    """
    if not isinstance(workspace, Workspace):
        workspace = Workspace(workspace)
    if name is not None:
        return run_named(workspace.store_path, name, parameters, timeout=timeout)
    if text is None:
        raise QueryError("give a query, or the name of one")
    return run_query(workspace.store_path, text, parameters, timeout=timeout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A claim with the article that makes it."""

    claim: Claim
    article: Article | None


def find_actor(workspace: Workspace, name: str) -> str:
    """Return the code of an actor given by code, local name of its IRI, or a name.

    Raises
    ------
    WorkspaceError
        No claim of the workspace names such an actor, or several do; close ones are listed.
    """
    codes = sorted(
        {c for claim in workspace.claims for c in (claim.subject, claim.object)}
        | {roll_up(c) for claim in workspace.claims for c in (claim.subject, claim.object)}
    )
    wanted = name.strip()
    for code in codes:
        if wanted.upper() in (code.upper(), code.replace(":", "-").upper()):
            return code
    folded = wanted.casefold()
    named, close = [], []
    for code in codes:
        actor = workspace.known_actors.get(code) or workspace.actors.get(code)
        bare = code.partition(":")[2] if code.startswith(("IGO:", "NSAG:")) else ""
        names = {bare.casefold()}
        if actor is not None:
            names |= {label.casefold() for label in actor.labels.values()}
            names |= {n.text.casefold() for n in actor.names if n.kind != "combining"}
        if folded in names:
            named.append(code)
        elif any(folded in n for n in names):
            close.append(code)
    if len(named) == 1:
        return named[0]
    states = [code for code in named if ":" not in code]
    if len(states) == 1:
        return states[0]
    known = named or close or codes
    hint = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    problem = "names several actors" if named else "is in no claim of this workspace"
    raise WorkspaceError(f"{name!r} {problem}; try one of: {hint or '(there are none)'}")


def why(
    workspace: Workspace,
    first: str,
    second: str,
    *,
    since: str | None = None,
    until: str | None = None,
    relation: str | None = None,
) -> list[Reason]:
    """Return the claims between two actors, in either direction, the oldest first.

    A state stands for its roles too: ``MLI`` finds what concerns ``MLI:MIL``.

    Parameters
    ----------
    workspace : Workspace
        Where to look.
    first, second : str
        Codes or names.
    since, until : str, optional
        First and last day, month or year.
    relation : str, optional
        One relation only.
    """
    a, b = find_actor(workspace, first), find_actor(workspace, second)
    window = window_of(since, until)

    def is_one(code: str, wanted: str) -> bool:
        return code == wanted or roll_up(code) == wanted

    found = []
    for claim in workspace.claims:
        forward = is_one(claim.subject, a) and is_one(claim.object, b)
        backward = is_one(claim.subject, b) and is_one(claim.object, a)
        if not (forward or backward) or (relation and claim.relation != relation):
            continue
        article = workspace.articles.get(claim.article)
        if window is not None and not _overlaps(claim, article, window):
            continue
        found.append(Reason(claim=claim, article=article))
    found.sort(key=lambda r: (_day(r), r.claim.article, r.claim.evidence[0].start, r.claim.id))
    return found


def _span(claim: Claim, article: Article | None) -> tuple[str, str]:
    span = claim.stated_time or (article.published if article else None)
    if span is None:
        return "", ""
    return (
        span.start.isoformat() if span.start else "",
        span.end.isoformat() if span.end else "9999-12-31",
    )


def _day(reason: Reason) -> str:
    return _span(reason.claim, reason.article)[0]


def _overlaps(claim: Claim, article: Article | None, window: tuple[object, object]) -> bool:
    start, end = _span(claim, article)
    if not start and not end:
        return False
    first, last = window
    return (last is None or start <= str(last)) and (first is None or end >= str(first))
