"""What a workspace knows of its articles: one JSON file each, the ground for all else.

``articles/<id>.json`` holds the article as read, its claims, and the signature of what read it.
All other files of a workspace can be made again from these.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from influence_graph.errors import WorkspaceError
from influence_graph.model import Actor, Article, Claim, TimeSpan

__all__ = ["LedgerEntry", "read_ledger", "write_atomically"]

_FIELDS = ("text", "origin", "key", "title", "author", "publisher", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An article with what was read in it.

    Attributes
    ----------
    article : Article
        As read.
    claims : tuple of Claim
        As extracted, before corrections.
    provisional : tuple of Actor
        Actors that the gazetteer does not have.
    signature : str
        What the claims depend on beside the text.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    provisional: tuple[Actor, ...] = ()
    signature: str = ""

    @property
    def name(self) -> str:
        """File name of the entry."""
        return f"{self.article.id}.json"

    def dumps(self) -> bytes:
        """Return the entry as it is stored."""
        article: dict[str, Any] = {name: getattr(self.article, name) for name in _FIELDS}
        published = self.article.published
        article["published"] = published.iso() if published else None
        data = {
            "article": {"id": self.article.id, **article},
            "signature": self.signature,
            "claims": [claim.to_row() for claim in self.claims],
            "provisional": [
                {"code": a.code, "kind": a.kind, "labels": dict(a.labels), "acts_for": a.acts_for}
                for a in self.provisional
            ],
        }
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        return text.encode("utf-8", "backslashreplace")

    @classmethod
    def loads(cls, data: bytes, where: str) -> LedgerEntry:
        """Read what `dumps` wrote.

        Raises
        ------
        WorkspaceError
            The file is broken; it is named.
        """
        try:
            raw = json.loads(data)
            fields: Mapping[str, Any] = raw["article"]
            published = fields.get("published")
            article = Article(
                published=TimeSpan.parse(published) if published else None,
                **{name: fields.get(name) for name in _FIELDS},  # type: ignore[arg-type]
            )
            return cls(
                article=article,
                claims=tuple(Claim.from_row(row, where=where) for row in raw["claims"]),
                provisional=tuple(
                    Actor(
                        code=str(a["code"]),
                        kind=str(a["kind"]),
                        labels=dict(a["labels"]),
                        acts_for=a.get("acts_for"),
                        provisional=True,
                    )
                    for a in raw["provisional"]
                ),
                signature=str(raw["signature"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise WorkspaceError(
                f"{where} is broken ({error!r}); delete it and build again from the article"
            ) from error


def read_ledger(folder: Path) -> Iterator[LedgerEntry]:
    """Yield the entries of a folder, in the order of their file names."""
    for path in sorted(folder.glob("*.json")):
        yield LedgerEntry.loads(path.read_bytes(), str(path))


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file so that a reader sees the old or the new one; return whether it changed.

    Parameters
    ----------
    path : Path
        The file; its folder exists.
    data : bytes
        The whole content.
    """
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True
