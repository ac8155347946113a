"""Finds the data that ships with the package: ``ontology/``, ``graph/``, models, templates.

In a wheel they lie under ``influence_graph/data``; in a checkout ``ontology/`` and ``graph/``
are top-level folders, so that analysts can edit them and see the effect at once.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["resource", "resource_dir"]


def resource_dir(name: str) -> Traversable:
    """Return a folder of shipped data.

    Parameters
    ----------
    name : str
        ``ontology``, ``graph`` or ``models``.

    Raises
    ------
    FileNotFoundError
        There is no such folder: the installation is broken.
    """
    packaged = files("influence_graph") / "data" / name
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).parents[2] / name
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(
        f"the folder {name!r} of influence-graph is missing: reinstall the package"
    )


def resource(name: str) -> Traversable:
    """Return a shipped file or folder by its path, such as ``ontology/influence.ttl``.

    Parameters
    ----------
    name : str
        Path below the shipped data, with ``/``.

    Raises
    ------
    FileNotFoundError
        The folder of the file is missing.
    """
    first, _, rest = name.partition("/")
    found = resource_dir(first)
    for part in rest.split("/") if rest else ():
        found = found / part
    return found
