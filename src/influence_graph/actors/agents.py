"""The records of the first pass: names found, agent phrases, and their codes."""

from __future__ import annotations

from dataclasses import dataclass, field

from influence_graph.actors.lexicon import AgentNoun
from influence_graph.model import ROLES, state_of

__all__ = ["AgentPhrase", "Hit", "combine"]


@dataclass(slots=True)
class Hit:
    """A name of the gazetteer, or of a person learned in the article, in a sentence.

    Attributes
    ----------
    head, first, last, start, end : int
        Tokens and offsets, as in `Mention`.
    codes : tuple of str
        Usually one; two for "Franco-Algerian".
    kind : str
        As in `Mention`.
    score : float
        How sure.
    reasons : tuple of str
        Why.
    via : str or None
        Person or branch behind the code.
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    codes: tuple[str, ...]
    kind: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    via: str | None = None
    gender: str | None = None


@dataclass(slots=True)
class AgentPhrase:
    """An agent noun in a sentence.

    Attributes
    ----------
    head, first, last : int
        Tokens of the noun alone.
    noun : AgentNoun
        The lexicon's entry.
    sources : list of Hit
        Names that say for whom it acts.
    owners : list of AgentPhrase
        Agent phrases that it belongs to: "members of *the junta*".
    possessive : int or None
        Its possessive determiner.
    names : list of Hit
        The person it introduces: "President *Macron*".
    definite : bool
        It has a definite or demonstrative determiner, or needs none.
    plural : bool
        It stands in the plural.
    """

    head: int
    first: int
    last: int
    noun: AgentNoun
    sources: list[Hit] = field(default_factory=list)
    weak: list[Hit] = field(default_factory=list)
    owners: list[AgentPhrase] = field(default_factory=list)
    possessive: int | None = None
    names: list[Hit] = field(default_factory=list)
    definite: bool = False
    plural: bool = False


def combine(code: str, noun: AgentNoun, *, inherited: bool = False) -> str | None:
    """Return the code of an agent noun that acts for an actor, or None where it cannot.

    Parameters
    ----------
    code : str
        Whom it acts for.
    noun : AgentNoun
        The noun.
    inherited : bool
        The actor is itself an agent phrase or a person: "members of the junta".

    Examples
    --------
    >>> army = AgentNoun(text="army", role="MIL", kind="body", group="military")
    >>> combine("MLI", army), combine("MLI:GOV", army), combine("IGO:UN", army)
    ('MLI:MIL', 'MLI:MIL', 'IGO:UN')
    """
    state = state_of(code)
    if state is None:
        if noun.role == "PLACE" or (code.startswith("PERSON:") and noun.role == "STATE"):
            return None
        return code
    if noun.role == "ARMED":
        if noun.named_only:
            return code if inherited else None
        return f"NSAG:{state}-REBELS"
    if noun.role == "ORG":
        return None
    if noun.role in ("STATE", "PLACE"):
        return state
    if inherited and noun.role in ("GOV", "MIL") and ":" in code:
        return code
    return f"{state}:{noun.role}" if noun.role in ROLES else state
