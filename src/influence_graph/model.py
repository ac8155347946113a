"""The records that the stages exchange.

All are frozen, hold plain Python values only, and order nothing by hash. Offsets count
code points of ``Article.text`` and are half-open: ``text[start:end]``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Self, TypeAlias, get_args

from influence_graph.derivation import Derivation
from influence_graph.errors import RecordError

__all__ = [
    "MODALITIES",
    "ROLES",
    "Actor",
    "ActorName",
    "Article",
    "Attribution",
    "Claim",
    "Evidence",
    "Mention",
    "Modality",
    "Office",
    "Precision",
    "Relation",
    "Review",
    "Sentence",
    "Source",
    "TimeSpan",
    "Token",
    "actor_local_name",
    "roll_up",
    "state_of",
]

Modality: TypeAlias = Literal["asserted", "reported", "planned", "possible", "denied"]
"""How a claim is put; the values of the annotation scheme, strongest first."""

MODALITIES: tuple[Modality, ...] = get_args(Modality)

Precision: TypeAlias = Literal[
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "halfYear",
    "year",
    "decade",
    "century",
    "span",
    "tense",
]
"""How exactly the text dates an event; ``tense`` where it names no time."""

Review: TypeAlias = Literal["unreviewed", "accepted", "rejected", "corrected"]
"""What an analyst decided about a claim."""

ROLES: tuple[str, ...] = ("GOV", "MIL", "OPP", "CVL", "MED", "BUS", "JUD")
"""Roles that an actor code may add to a state: ``MLI:MIL``."""

_STATE_CODE = re.compile(r"([A-Z]{3})(?::(" + "|".join(ROLES) + r"))?")


def state_of(code: str) -> str | None:
    """Return the state that an actor code belongs to, or None.

    Parameters
    ----------
    code : str
        Actor code, such as ``MLI:MIL`` or ``IGO:ECOWAS``.

    Examples
    --------
    >>> state_of("MLI:MIL"), state_of("IGO:UN")
    ('MLI', None)
    """
    found = _STATE_CODE.fullmatch(code)
    return found.group(1) if found else None


def roll_up(code: str) -> str:
    """Return the state of a state's role, any other code unchanged.

    Examples
    --------
    >>> roll_up("MLI:MIL"), roll_up("NSAG:JNIM")
    ('MLI', 'NSAG:JNIM')
    """
    return state_of(code) or code


def actor_local_name(code: str) -> str:
    """Return the local part of an actor's IRI.

    Organisations and armed groups lose their prefix (``IGO:ECOWAS`` is ``actor:ECOWAS``); any
    other colon becomes a hyphen; what an IRI cannot hold is percent-encoded.

    Examples
    --------
    >>> actor_local_name("MLI:MIL"), actor_local_name("IGO:ECOWAS"), actor_local_name("ORG:MAK")
    ('MLI-MIL', 'ECOWAS', 'ORG-MAK')
    """
    bare = re.sub(r"^(?:IGO|NSAG):", "", code).replace(":", "-")
    return "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else _percent(c) for c in bare
    ).rstrip(".")


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something happens: a closed interval of days with its precision.

    Attributes
    ----------
    start, end : datetime.date or None
        First and last possible day; None where that side is open ("since 2022").
    precision : str
        The unit that the text names; ``span`` for an interval of several units or a part of
        one; ``tense`` where the text names no time, and only the tense of the verb places the
        event before, at or after the publication.
    """

    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a time span that ends before it starts: {self.start} > {self.end}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2023``, ``2023-02`` or ``2023-02-15`` (ISO 8601, reduced precision allowed).

        Raises
        ------
        ValueError
            The text is no such date.
        """
        parts = text.strip()[:10].split("-")
        if not parts[0].isdigit() or len(parts[0]) != 4:
            raise ValueError(f"no ISO date: {text!r}")
        year = int(parts[0])
        if len(parts) == 1:
            return cls(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
        month = int(parts[1])
        if len(parts) == 2:
            last = (
                date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
                if year < 9999
                else date(year, 12, 31).toordinal()
            )
            return cls(start=date(year, month, 1), end=date.fromordinal(last), precision="month")
        day = date(year, month, int(parts[2]))
        return cls(start=day, end=day, precision="day")

    def iso(self) -> str:
        """Return ``2023-01-09``, ``2023-01``, ``2022`` or ``start/end`` (``..`` = open)."""
        if self.start and self.precision in ("day", "month", "year") and self.end:
            width = {"day": 10, "month": 7, "year": 4}[self.precision]
            if TimeSpan.parse(self.start.isoformat()[:width]) == self:
                return self.start.isoformat()[:width]
        start = self.start.isoformat() if self.start else ".."
        end = self.end.isoformat() if self.end else ".."
        return f"{start}/{end}"


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
        return _digest(self.title or "", day, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a parsed sentence, annotated after Universal Dependencies v2.

    Attributes
    ----------
    i, head : int
        Index of the word and of its head within the sentence; the root is its own head.
    text : str
        ``article.text[start:end]``.
    start, end : int
        Offsets in the article.
    lemma : str
        Dictionary form.
    upos : str
        Universal part of speech.
    feats : Mapping of str to str
        Morphological features, such as ``{"Tense": "Past"}``.
    deprel : str
        Relation to the head, with its subtype: ``nsubj:pass``.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    head: int
    deprel: str
    feats: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One parsed sentence.

    Attributes
    ----------
    index, paragraph : int
        Position among the sentences and paragraphs of the article, from 0.
    start, end : int
        Offsets in the article.
    tokens : tuple of Token
        In text order; heads form one tree.
    is_title : bool
        The sentence is the headline.
    """

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """One way to name an actor.

    Attributes
    ----------
    text : str
        The surface form, with its usual capitals and accents.
    kind : str
        ``name``, ``acronym``, ``capital``, ``seat``, ``city``, ``demonym`` (adjective),
        ``inhabitant`` (noun), ``member`` (fighter of a group), ``combining`` ("franco-").
    language : str
        ISO 639-1 code, or ``mul`` for any.
    ambiguous : bool
        It also names something else, and needs context.
    """

    text: str
    kind: str = "name"
    language: str = "mul"
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or membership that an actor holds in another actor for a time.

    Attributes
    ----------
    organization : str
        Actor code of the state or organisation.
    role : str
        ``HeadOfState``, ``HeadOfGovernment``, ``ForeignMinister``, ``DefenceMinister``,
        ``OppositionLeader``, ``Head``, ``Spokesperson`` or ``Member``.
    start, end : datetime.date or None
        First and last day; None = unknown start, or still held.
    """

    organization: str
    role: str
    start: date | None = None
    end: date | None = None

    def held_on(self, day: date) -> bool:
        """Tell whether the office is held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the gazetteer, or one met in an article.

    Attributes
    ----------
    code : str
        ``MLI``, ``MLI:MIL``, ``IGO:ECOWAS``, ``NSAG:JNIM``, ``ORG:MAK``, ``PERSON:MACRON``.
    kind : str
        Class of the ontology: ``State``, ``Government``, ``Military``, ``Opposition``,
        ``CivilSociety``, ``InternationalOrganization``, ``NonStateArmedGroup``, ``Company``,
        ``PoliticalParty``, ``Media``, ``Organization``, ``Person``, ``People``.
    labels : Mapping of str to str
        Preferred label per language.
    names : tuple of ActorName
        All ways to name it.
    acts_for : str or None
        Code of the actor that it is a branch of (UNIFIL: ``IGO:UN``).
    offices : tuple of Office
        For persons: offices. For states: memberships.
    neighbours : Mapping of str to str
        For states: code of each land neighbour to the sides on which it lies, a string of
        the letters ``N``, ``E``, ``S``, ``W``.
    region : str or None
        UN subregion of a state.
    gender : str or None
        ``m`` or ``f`` for persons.
    start, end : datetime.date or None
        When the actor exists.
    provisional : bool
        Not in the gazetteer: met in an article.
    """

    code: str
    kind: str
    labels: Mapping[str, str] = field(default_factory=dict)
    names: tuple[ActorName, ...] = ()
    acts_for: str | None = None
    offices: tuple[Office, ...] = ()
    neighbours: Mapping[str, str] = field(default_factory=dict)
    region: str | None = None
    gender: str | None = None
    start: date | None = None
    end: date | None = None
    provisional: bool = False

    def label(self, language: str = "en") -> str:
        """Return the label in a language, else in English, else any, else the code."""
        if language in self.labels:
            return self.labels[language]
        if "en" in self.labels:
            return self.labels["en"]
        return next(iter(self.labels.values()), self.code)

    def acronym(self, language: str = "en") -> str | None:
        """Return the acronym that readers of a language know, or None.

        Written without full stops; of several, the one that the code is made of.

        Examples
        --------
        >>> names = [("ECOWAS", "en"), ("CEDEAO", "fr"), ("Cédéao", "fr")]
        >>> ecowas = Actor(
        ...     code="IGO:ECOWAS",
        ...     kind="InternationalOrganization",
        ...     names=tuple(
        ...         ActorName(text=text, kind="acronym", language=of) for text, of in names
        ...     ),
        ... )
        >>> ecowas.acronym("en"), ecowas.acronym("fr"), ecowas.acronym("pt")
        ('ECOWAS', 'CEDEAO', None)
        """
        known = [
            name.text
            for name in self.names
            if name.kind == "acronym"
            and name.language in (language, "mul")
            and "." not in name.text
        ]
        own = self.code.partition(":")[2]
        return min(known, key=lambda text: (text != own, not text.isupper(), text), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that stand for one or several actors.

    Attributes
    ----------
    sentence : int
        Index of the sentence.
    head : int
        Index of the head token in the sentence.
    first, last : int
        Indices of the first and last token, both included.
    start, end : int
        Offsets in the article.
    text : str
        The words.
    codes : tuple of str
        Actor codes it stands for; more than one for "the two countries".
    kind : str
        ``name``, ``acronym``, ``capital``, ``seat``, ``city``, ``demonym``, ``inhabitant``,
        ``member``, ``person``, ``agent`` ("Malian officers"), ``description`` ("the junta"),
        ``pronoun``, ``possessive``, ``dropped`` (a verb for its unsaid subject).
    score : float
        How sure the resolution is, 0 to 1.
    reasons : tuple of str
        How it was resolved, in plain words.
    via : str or None
        The person or branch behind the code: ``PERSON:EMMANUEL-MACRON`` for ``FRA:GOV``.
    """

    sentence: int
    head: int
    first: int
    last: int
    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    kind: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One of the 22 relations of the ontology.

    Attributes
    ----------
    name : str
        Local name, such as ``distancesFrom``.
    sign : int
        +1 cooperative, -1 conflictual.
    intensity : float
        Goldstein scale, -10 (conflict) to +10 (cooperation).
    symmetric : bool
        Either order of subject and object is the same claim.
    family : str
        ``event``, ``stance`` or ``influence``.
    mode : str
        ``verbal``, ``material`` or ``stance``.
    labels : Mapping of str to str
        Label per language.
    notes : Mapping of str to str
        Per language, why the sign is what it is, where the label leads one to expect another.
    plover : str or None
        PLOVER event type, such as ``ACCUSE``.
    cameo : tuple of str
        CAMEO codes it covers.
    """

    name: str
    sign: int
    intensity: float
    symmetric: bool = False
    family: str = "event"
    mode: str = "verbal"
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    plover: str | None = None
    cameo: tuple[str, ...] = ()


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
        return _digest(self.article, self.subject, self.relation, self.object, self.modality)

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
                time=_read_span(row.get("date"), row.get("date_precision")),
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


def _read_span(text: str | None, precision: Precision | None) -> TimeSpan | None:
    if not text:
        return None
    if "/" not in text:
        return TimeSpan.parse(text)
    start, _, end = text.partition("/")
    return TimeSpan(
        start=None if start == ".." else date.fromisoformat(start),
        end=None if end == ".." else date.fromisoformat(end),
        precision=precision or "span",
    )


def _digest(*parts: str) -> str:
    """Return 16 hexadecimal digits of SHA-256 over length-prefixed parts."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(f"{len(data)}:".encode())
        sha.update(data)
    return sha.hexdigest()[:16]
