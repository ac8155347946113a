"""``build``: the whole way from articles to a workspace."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from influence_graph.errors import InputError, WorkspaceError
from influence_graph.ingest import read_articles
from influence_graph.model import Article
from influence_graph.pipeline.corrections import FILE_NAME as CORRECTIONS
from influence_graph.pipeline.ledger import LedgerEntry, read_ledger, write_atomically
from influence_graph.pipeline.reading import Reading, ReadingOptions, read_claims
from influence_graph.pipeline.transaction import Transaction, lock, recover
from influence_graph.pipeline.workspace import Workspace
from influence_graph.rdf.generations import build_store

__all__ = ["BuildSummary", "build"]

OUTPUTS = ("claims.trig", "metrics.csv", "graph.graphml", "report.md", "graph.html", "store")
"""Everything that a build writes beside the articles."""

_STATE = ".state"

Progress = Callable[[Iterable[Reading]], Iterator[Reading]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build did.

    Attributes
    ----------
    root : Path
        The workspace.
    read, reused, replaced : int
        Articles read now, kept from before, and replaced by a new text of the same origin.
    articles, claims, actors : int
        What the workspace holds now.
    changed : bool
        Some file is not as it was.
    """

    root: Path
    read: int
    reused: int
    replaced: int
    articles: int
    claims: int
    actors: int
    changed: bool


def build(
    inputs: Sequence[str | Path],
    root: Path | str,
    options: ReadingOptions | None = None,
    *,
    jobs: int = 1,
    title: str | None = None,
    report: Callable[[InputError], None] | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Make or extend a workspace.

    The same articles again change nothing; more articles add; a new text under the same origin
    replaces the old one. All files change together or not at all: a build that is stopped leaves
    the workspace as it was, and what it had read is not read again by the next one.

    Parameters
    ----------
    inputs : sequence of str or Path
        Files, folders, URLs, ``-`` for standard input.
    root : Path or str
        The workspace; made where it is missing.
    options : ReadingOptions, optional
        How to read.
    jobs : int, optional
        Processes; the result is the same for any number.
    title : str, optional
        Title of page and report.
    report : callable, optional
        Called with the error of each input that cannot be read; without it the first is raised.
    progress : callable, optional
        Wraps the readings.

    Raises
    ------
    WorkspaceError
        Another process is writing the workspace, or the folder holds something else.
    """
    root = Path(root)
    options = options or ReadingOptions()
    _refuse_foreign(root)

    def problem(error: InputError) -> None:
        if report is None:
            raise error
        report(error)

    with lock(root):
        recover(root)
        signature = options.signature()
        old = {e.article.id: e for e in read_ledger(root / "articles")}
        begun = {e.article.id: e for e in read_ledger(root / ".next" / "read")}
        known = {
            name: entry for name, entry in {**begun, **old}.items() if entry.signature == signature
        }
        kept: dict[str, LedgerEntry] = {}
        unread: list[Article] = []
        unreadable: set[str] = set()
        for article in _each_once(read_articles(inputs, report=problem), problem):
            if article.id in known:
                kept[article.id] = known[article.id]
            else:
                unread.append(article)
        here = {*kept, *(a.id for a in unread)}
        origins = {e.article.origin for e in kept.values()} | {a.origin for a in unread}
        origins.discard("-")
        replaced = [
            name for name, e in old.items() if name not in here and e.article.origin in origins
        ]
        for name, entry in old.items():
            if name in here or name in replaced:
                continue
            if entry.signature == signature:
                kept[name] = entry
            else:  # read by another version: read again, so that all claims are of one kind
                unread.append(entry.article)
        readings: Iterable[Reading] = read_claims(unread, options, jobs=jobs)
        fresh = 0
        folder = root / ".next" / "read"
        folder.mkdir(parents=True, exist_ok=True)
        for reading in progress(readings) if progress else readings:
            if reading.error is not None:
                unreadable.add(reading.article.id)
                problem(reading.error)
                continue
            entry = LedgerEntry(
                article=reading.article,
                claims=reading.claims,
                provisional=reading.provisional,
                signature=signature,
            )
            write_atomically(folder / entry.name, entry.dumps())
            kept[entry.article.id] = entry
            fresh += 1
        for name in unreadable & set(old):
            kept[name] = old[name]
        workspace, changed = _write(root, old, kept, signature, title)
        return BuildSummary(
            root=root,
            read=fresh,
            reused=len(kept) - fresh,
            replaced=len(replaced),
            articles=len(kept),
            claims=len(workspace.claims),
            actors=len({c for claim in workspace.claims for c in (claim.subject, claim.object)}),
            changed=changed,
        )


def _write(
    root: Path,
    old: dict[str, LedgerEntry],
    new: dict[str, LedgerEntry],
    signature: str,
    title: str | None,
) -> tuple[Workspace, bool]:
    """Write the files of a workspace in one transaction."""
    workspace = Workspace.of(root, [new[name] for name in sorted(new)])
    state = _state(root, new, signature, title)
    if old == new and _holds(root, state):
        shutil.rmtree(root / ".next", ignore_errors=True)
        return workspace, False
    from influence_graph.pipeline.outputs import file_outputs, store_quads  # slow to import

    (root / "articles").mkdir(exist_ok=True)
    transaction = Transaction(root)
    for name in sorted(new):
        transaction.write(f"articles/{new[name].name}", new[name].dumps())
    for name in sorted(set(old) - set(new)):
        transaction.remove(f"articles/{old[name].name}")
    stale = not (root / "store").is_dir()
    for name, data in file_outputs(workspace, title=title):
        if transaction.write(name, data) and name == "claims.trig":
            stale = True
    if stale:
        path = transaction.stage("store")
        shutil.rmtree(path, ignore_errors=True)
        build_store(path, store_quads(workspace))
    transaction.write(_STATE, state.encode())
    return workspace, transaction.commit()


def _state(root: Path, entries: dict[str, LedgerEntry], signature: str, title: str | None) -> str:
    """Return what the files of a workspace depend on: a line that changes with any of it."""
    sha = hashlib.sha256(repr((signature, title, sorted(entries))).encode())
    for entry in (entries[name] for name in sorted(entries)):
        sha.update(entry.dumps())
    with suppress(FileNotFoundError):
        sha.update((root / CORRECTIONS).read_bytes())
    return sha.hexdigest() + "\n"


def _holds(root: Path, state: str) -> bool:
    """Tell whether all files are there and of this state."""
    try:
        same = (root / _STATE).read_text("ascii") == state
    except (FileNotFoundError, UnicodeDecodeError):
        return False
    return same and all((root / name).exists() for name in OUTPUTS)


def _each_once(
    articles: Iterable[Article], problem: Callable[[InputError], None]
) -> Iterator[Article]:
    seen: dict[str, str] = {}
    for article in articles:
        if article.id in seen:
            problem(InputError(f"the same article as {seen[article.id]}", source=article.origin))
            continue
        seen[article.id] = article.origin
        yield article


def _refuse_foreign(root: Path) -> None:
    """Refuse a folder that holds other things, so that nothing of the user's is overwritten."""
    if root.exists() and not root.is_dir():
        raise WorkspaceError(f"{root} is a file: name a folder for the workspace")
    if not root.is_dir() or (root / "articles").is_dir() or (root / ".lock").exists():
        return
    mine = {CORRECTIONS, ".next", ".lock"}
    foreign = sorted(p.name for p in root.iterdir() if p.name not in mine)
    if foreign:
        raise WorkspaceError(
            f"{root} is no workspace and not empty (it holds {foreign[0]}): name a new folder"
        )
