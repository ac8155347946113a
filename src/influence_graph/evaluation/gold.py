"""Annotated articles: claims as in the annotation scheme, or single PLOVER events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from influence_graph.errors import RecordError
from influence_graph.model import roll_up

__all__ = ["GoldClaim", "GoldDocument", "read_gold", "read_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim that should be found.

    Attributes
    ----------
    subjects, objects : frozenset of str
        Acceptable actor codes, rolled up; a trailing ``*`` accepts any that begins so.
    relations : frozenset of str
        Acceptable relations.
    relation : str
        The annotated one.
    unordered : bool
        Either order of the actors is right.
    modality : str or None
        None where it is not annotated.
    quote : str
        The words, for listing errors.
    date : str or None
        When it happens (ISO 8601, reduced precision); None where none is annotated.
    """

    subjects: frozenset[str]
    objects: frozenset[str]
    relations: frozenset[str]
    relation: str
    unordered: bool = False
    modality: str | None = None
    quote: str = ""
    date: str | None = None


@dataclass(slots=True, kw_only=True)
class GoldDocument:
    """An annotated article.

    Attributes
    ----------
    id : str
        Its name in the gold file.
    rows : list of str
        Ids of the rows that belong to it.
    text : str
        Its text.
    language, published, title : str or None
        As annotated.
    claims : list of GoldClaim
        What should be found.
    complete : bool
        All claims of the text are annotated; PLOVER annotates one event a sentence.
    """

    id: str
    rows: list[str] = field(default_factory=list)
    text: str = ""
    language: str | None = None
    published: str | None = None
    title: str | None = None
    claims: list[GoldClaim] = field(default_factory=list)
    complete: bool = True


def read_rows(lines: Iterable[str], *, where: str = "") -> list[dict[str, Any]]:
    """Read JSON Lines.

    Raises
    ------
    RecordError
        A line is no JSON object with an ``id``; the file and line are named.
    """
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise RecordError(f"no JSON: {error}", source=where, line=number) from error
        if not isinstance(row, dict) or "id" not in row:
            raise RecordError("expected an object with an id", source=where, line=number)
        rows.append(row)
    return rows


def read_gold(
    rows: Iterable[Mapping[str, Any]],
    symmetric: frozenset[str],
    *,
    strict: bool = False,
    interstate: bool = False,
) -> list[GoldDocument]:
    """Turn annotated rows into documents.

    Parameters
    ----------
    rows : iterable of Mapping
        Rows of the annotation scheme, or PLOVER rows with ``source`` and ``target``.
    symmetric : frozenset of str
        Relations for which either order is the same claim.
    strict : bool, optional
        PLOVER: only the mapped event type is right, no alternatives.
    interstate : bool, optional
        PLOVER: leave out events inside one state.
    """
    documents: dict[str, GoldDocument] = {}
    for row in rows:
        if not row.get("usable", True) or (interstate and row.get("intrastate")):
            continue
        name = str(row.get("doc", row["id"]))
        document = documents.setdefault(name, GoldDocument(id=name))
        document.rows.append(str(row["id"]))
        document.text = document.text or str(row.get("text") or "")
        document.language = document.language or row.get("lang")
        document.published = document.published or row.get("published") or row.get("date")
        document.title = document.title or row.get("title")
        if "claims" in row:
            document.claims += [_claim(c, symmetric) for c in row["claims"]]
        else:
            document.claims += _plover(row, symmetric, strict=strict)
            document.complete = False
    return list(documents.values())


def _code(text: str) -> str:
    return roll_up(text.strip().upper())


def _claim(raw: Mapping[str, Any], symmetric: frozenset[str]) -> GoldClaim:
    relation = str(raw["relation"])
    return GoldClaim(
        subjects=frozenset({_code(raw["subject"])}),
        objects=frozenset({_code(raw["object"])}),
        relations=frozenset({relation}),
        relation=relation,
        unordered=relation in symmetric,
        modality=raw.get("modality") or "asserted",
        quote=str(raw.get("quote") or ""),
        date=raw.get("date") or None,
    )


def _plover(row: Mapping[str, Any], symmetric: frozenset[str], *, strict: bool) -> list[GoldClaim]:
    sources, targets = row["source"], row["target"]
    pairs = (
        [(a, b) for a in sources for b in targets]
        if targets
        else [(a, b) for i, a in enumerate(sources) for b in sources[i + 1 :]]
    )
    relation = str(row["event"])
    relations = {relation} | (set() if strict else set(row.get("alt", ())))
    seen: set[tuple[str, str]] = set()
    claims = []
    for a, b in pairs:
        key = (_code(a["actor"]), _code(b["actor"]))
        if key in seen:
            continue
        seen.add(key)
        claims.append(
            GoldClaim(
                subjects=frozenset(_code(c) for c in (a["actor"], *a.get("accept", ()))),
                objects=frozenset(_code(c) for c in (b["actor"], *b.get("accept", ()))),
                relations=frozenset(relations),
                relation=relation,
                unordered=bool(row.get("unordered")) or relation in symmetric,
                quote=str(row.get("event_text") or ""),
            )
        )
    return claims
