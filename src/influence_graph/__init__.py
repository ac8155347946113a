"""Articles in, knowledge graph of political influence out.

The functions have the names of the commands; each is imported when it is first used::

    from influence_graph import Workspace, build

    build(["articles"], "sahel")
    graph = Workspace("sahel").network(level="state")   # a networkx.MultiDiGraph
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from influence_graph.pipeline import (
        ReadingOptions,
        Workspace,
        build,
        evaluate,
        export,
        extract,
        plot,
        query,
        render,
        shifts,
        validate,
        why,
    )

__version__ = "0.1.0"

__all__ = [
    "ReadingOptions",
    "Workspace",
    "__version__",
    "build",
    "evaluate",
    "export",
    "extract",
    "plot",
    "query",
    "render",
    "shifts",
    "validate",
    "why",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from influence_graph import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
