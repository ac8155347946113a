"""The relations of the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Relation"]


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
