"""Articles and who published them."""

from __future__ import annotations

from dataclasses import dataclass

from influence_graph.model.identity import digest
from influence_graph.model.times import TimeSpan

__all__ = ["Article", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published an article.

    Attributes
    ----------
    name : str
        Name of the publisher as given.
    reliability : str or None
        Admiralty grade of the source, ``A`` (reliable) to ``F`` (cannot be judged).
    credibility : int or None
        Admiralty grade of its information, 1 (confirmed) to 6 (cannot be judged).
    """

    name: str
    reliability: str | None = None
    credibility: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, its text exactly as read.

    Attributes
    ----------
    text : str
        The text to which all offsets refer.
    origin : str
        Where it was read: a file name, a URL, ``file.jsonl#id`` or ``-``. A new text under the
        same origin replaces the old one.
    key : str or None
        The ``id`` that the input gave it (JSON Lines), kept in the output of ``extract``.
    title, author, publisher, url : str or None
        As the input says.
    published : TimeSpan or None
        Day, month or year of publication.
    language : str or None
        ISO 639-1 code; None until it is identified.
    """

    text: str
    origin: str = "-"
    key: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: TimeSpan | None = None
    language: str | None = None

    @property
    def id(self) -> str:
        """Identity from the content: 16 hexadecimal digits of SHA-256 over title, date, text."""
        day = self.published.iso() if self.published else ""
        return digest(self.title or "", day, self.text)
