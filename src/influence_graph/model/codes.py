"""Actor codes: the state in a code, its role, its local name in IRIs."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["ROLES", "actor_local_name", "roll_up", "state_of"]

ROLES: tuple[str, ...] = ("GOV", "MIL", "OPP", "CVL", "MED", "BUS", "JUD")
"""Roles that an actor code may add to a state: ``MLI:MIL``."""

_STATE_CODE = re.compile(r"([A-Z]{3})(?::(" + "|".join(ROLES) + r"))?")


@lru_cache(maxsize=65536)
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
