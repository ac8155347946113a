"""Whom a person speaks for, by the offices held at the date of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from influence_graph.actors.nameparts import name_parts
from influence_graph.model import Actor, Office, roll_up, state_of

__all__ = ["short_code", "stands_for", "surname", "surnames"]

_REGNAL = re.compile(r"[IVX]+")
# The weightier office wins where a person holds two.
_RANK = (
    "HeadOfState",
    "HeadOfGovernment",
    "ForeignMinister",
    "DefenceMinister",
    "Head",
    "OppositionLeader",
    "Spokesperson",
    "Member",
)


def _rank(office: Office) -> int:
    return _RANK.index(office.role) if office.role in _RANK else len(_RANK)


def stands_for(person: Actor, day: date | None) -> tuple[str, str]:
    """Return the code that a person stands for on a day, and why.

    A head of state or government and a minister stand for the government, an opposition leader
    for the opposition, others for their organisation; who has left office stands for the state
    alone, who never held one for nobody but the person.

    Parameters
    ----------
    person : Actor
        Of kind ``Person``.
    day : datetime.date or None
        Date of the article; None takes the latest office.
    """
    offices = sorted(person.offices, key=_rank)
    if not offices:
        return (person.acts_for or person.code, "a person of the gazetteer without office")
    name = person.label()
    if day is None:
        latest = max(
            offices,
            key=lambda o: (o.end is None, o.end or date.min, o.start or date.min, -_rank(o)),
        )
        return (_code(latest), f"{name}: {latest.role} of {latest.organization}, no date given")
    for office in offices:
        if office.held_on(day):
            return (_code(office), f"{name}: {office.role} of {office.organization} on {day}")
    nearest = min(offices, key=lambda o: _gap(o, day))
    before = nearest.start is not None and day < nearest.start
    when = "not yet" if before else "formerly"
    return (roll_up(nearest.organization), f"{name}: {when} {nearest.role}")


def _gap(office: Office, day: date) -> int:
    if office.start and day < office.start:
        return (office.start - day).days
    if office.end and office.end < day:
        return (day - office.end).days
    return 0


def _code(office: Office) -> str:
    if state_of(office.organization) is None or ":" in office.organization:
        return office.organization
    role = "OPP" if office.role == "OppositionLeader" else "GOV"
    return f"{office.organization}:{role}"


def surname(name: str) -> str:
    """Return the last word of a person's name, with its particles left out.

    Examples
    --------
    >>> surname("Nana Akufo-Addo"), surname("Ferdinand Marcos Jr.")
    ('Akufo-Addo', 'Marcos')
    """
    parts = name_parts()
    words = [w for w in name.split() if w.rstrip(".").lower() not in parts.suffixes]
    if not words or _REGNAL.fullmatch(words[-1]) or parts.whole.intersection(words):
        return name  # a monarch is called by the full name: "Mohammed VI"
    return words[-1]


def surnames(name: str, state: str | None) -> tuple[str, ...]:
    """Return the words by which a person of a state may be called, the likeliest first.

    Examples
    --------
    >>> surnames("Kim Hong-kyun", "KOR"), surnames("Georgy Zinoviev", "RUS")
    (('Kim', 'Hong-kyun'), ('Zinoviev',))
    """
    last = surname(name)
    first = name.split()[0] if name.split() else last
    if state in name_parts().family_first and last != name and first != last:
        return (first, last)
    return (last,)


def short_code(prefix: str, words: Sequence[str]) -> str:
    """Return a code for an actor that the gazetteer lacks: ``PERSON:IVANISHVILI``."""
    cleaned = ["".join(c for c in word if c.isalnum()) for word in words]
    return f"{prefix}:{'-'.join(word.upper() for word in cleaned if word) or 'UNNAMED'}"
