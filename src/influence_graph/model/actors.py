"""Actors: their names, offices and neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["Actor", "ActorName", "Office"]


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
