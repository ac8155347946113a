"""Claims, and the words that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self, TypeAlias, get_args

from influence_graph.derivation import Derivation
from influence_graph.errors import RecordError
from influence_graph.model.identity import digest
from influence_graph.model.times import TimeSpan, read_span

__all__ = ["MODALITIES", "Attribution", "Claim", "Evidence", "Modality", "Review"]

Modality: TypeAlias = Literal["asserted", "reported", "planned", "possible", "denied"]
"""How a claim is put; the values of the annotation scheme, strongest first."""

MODALITIES: tuple[Modality, ...] = get_args(Modality)


Review: TypeAlias = Literal["unreviewed", "accepted", "rejected", "corrected"]
"""What an analyst decided about a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it.

    Attributes
    ----------
    text : str
        The words that name the speaker.
    actor : str or None
        Actor code of the speaker where it is one.
    """

    text: str
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that say it.

    Attributes
    ----------
    article : str
        Id of the article.
    start, end : int
        Offsets in the article.
    quote : str
        Exactly ``article.text[start:end]``.
    sentence : int
        Index of the sentence.
    subject_text, object_text : str
        The words that name the two actors.
    entry : str
        Id of the lexicon entry that fired.
    """

    article: str
    start: int
    end: int
    quote: str
    sentence: int = 0
    subject_text: str = ""
    object_text: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that one actor stands in a relation to another.

    Attributes
    ----------
    subject, object : str
        Actor codes.
    relation : str
        Name of a relation of the ontology.
    evidence : tuple of Evidence
        At least one; the clearest first.
    modality : str
        One of `MODALITIES`.
    attribution : Attribution or None
        Who says it.
    time : TimeSpan or None
        When the event happens.
    because : str or None
        The words that give the cause.
    because_claim : str or None
        Id of the claim that is the cause.
    confidence : float
        What the extractor believes, 0 to 1.
    reasons : tuple of str
        What the confidence was computed from, in plain words.
    extractor, version : str
        What found it.
    review : str
        What an analyst decided.
    derivations : tuple of Derivation
        How each piece of evidence gave it; empty unless that was asked for. No part of its
        identity, never stored.
    """

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    time: TimeSpan | None = None
    because: str | None = None
    because_claim: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    extractor: str = "rules"
    version: str = ""
    review: Review = "unreviewed"
    derivations: tuple[Derivation, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim needs evidence")
        if self.subject == self.object:
            raise ValueError(f"a claim of an actor about itself: {self.subject}")
        if self.modality not in MODALITIES:
            raise ValueError(f"unknown modality: {self.modality!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence out of [0, 1]: {self.confidence}")

    @property
    def article(self) -> str:
        """Id of the article of the first evidence."""
        return self.evidence[0].article

    @property
    def id(self) -> str:
        """Identity from the content: article, actors, relation, modality.

        The extractor is left out, so that the same claim found again is the same claim.
        """
        return digest(self.article, self.subject, self.relation, self.object, self.modality)

    @property
    def stated_time(self) -> TimeSpan | None:
        """The time that the text names; None where only the tense of the verb tells."""
        return self.time if self.time is not None and self.time.precision != "tense" else None

    def with_evidence(self, more: Iterable[Evidence]) -> Self:
        """Return the claim with further evidence, each piece once."""
        kept = list(self.evidence)
        kept.extend(e for e in more if e not in kept)
        return replace(self, evidence=tuple(kept))

    def to_row(self) -> dict[str, Any]:
        """Return the claim as the JSON object that ``extract`` writes."""
        first = self.evidence[0]
        return {
            "id": self.id,
            "subject": self.subject,
            "subject_text": first.subject_text,
            "relation": self.relation,
            "object": self.object,
            "object_text": first.object_text,
            "quote": first.quote,
            "start": first.start,
            "end": first.end,
            "modality": self.modality,
            "attribution": self.attribution.text if self.attribution else None,
            "attribution_actor": self.attribution.actor if self.attribution else None,
            "date": self.time.iso() if self.time else None,
            "date_precision": self.time.precision if self.time else None,
            "because": self.because,
            "because_claim": self.because_claim,
            "confidence": round(self.confidence, 4),
            "reasons": list(self.reasons),
            "entry": first.entry,
            "extractor": self.extractor,
            "version": self.version,
            "review": self.review,
            "evidence": [
                {
                    "article": e.article,
                    "start": e.start,
                    "end": e.end,
                    "quote": e.quote,
                    "sentence": e.sentence,
                    "subject_text": e.subject_text,
                    "object_text": e.object_text,
                    "entry": e.entry,
                }
                for e in self.evidence
            ],
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any], *, where: str = "", line: int = 0) -> Self:
        """Read what `to_row` wrote.

        Raises
        ------
        RecordError
            A field is missing or wrong; the file and line are named.
        """
        try:
            evidence = tuple(
                Evidence(
                    article=str(e["article"]),
                    start=int(e["start"]),
                    end=int(e["end"]),
                    quote=str(e["quote"]),
                    sentence=int(e.get("sentence", 0)),
                    subject_text=str(e.get("subject_text", "")),
                    object_text=str(e.get("object_text", "")),
                    entry=str(e.get("entry", "")),
                )
                for e in row["evidence"]
            )
            said = row.get("attribution")
            actor = row.get("attribution_actor")
            return cls(
                subject=str(row["subject"]),
                relation=str(row["relation"]),
                object=str(row["object"]),
                evidence=evidence,
                modality=row.get("modality") or "asserted",
                attribution=Attribution(text=said, actor=actor) if said else None,
                time=read_span(row.get("date"), row.get("date_precision")),
                because=row.get("because"),
                because_claim=row.get("because_claim"),
                confidence=float(row.get("confidence", 1.0)),
                reasons=tuple(row.get("reasons", ())),
                extractor=str(row.get("extractor", "rules")),
                version=str(row.get("version", "")),
                review=row.get("review", "unreviewed"),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(f"no claim: {error!r}", source=where, line=line) from error
