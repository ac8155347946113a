"""How the report names actors, counts things and quotes claims, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from influence_graph.exports.markdown import escape, link, shortened
from influence_graph.exports.phrases import PHRASES, counted, period

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Voice"]


class Voice:
    """Words about a graph in one language; what comes from articles is escaped.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        Claims as edges.
    language : str
        A key of `PHRASES`.
    """

    def __init__(self, graph: nx.MultiDiGraph[str], language: str) -> None:
        self.graph = graph
        self.language = language
        self.words = PHRASES[language]
        self.claims = {str(key): (u, v, data) for u, v, key, data in _edges(graph)}

    def say(self, name: str, **values: object) -> str:
        """Return a sentence with its values."""
        return self.words[name].format(**values)

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun."""
        return counted(number, noun, self.language)

    def percent(self, share: float) -> str:
        """Return a share in per cent, without decimals."""
        return f"{round(100 * share)}{' %' if self.language == 'fr' else '%'}"

    def mark(self, few: bool) -> str:
        """Return the mark of a number that rests on few events."""
        return f" ({self.words['few_mark']})" if few else ""

    def name(self, node: Any) -> str:
        """Return the label of an actor, escaped."""
        data = self.graph.nodes[node]
        label = data.get(f"label_{self.language}") or data.get("label") or node
        return escape(shortened(str(label), 80))

    def names(self, nodes: Sequence[Any], most: int) -> str:
        """Return the labels of actors, and how many are left out."""
        return self.some([self.name(node) for node in nodes], most)

    def some(self, items: Sequence[str], most: int) -> str:
        """Return the first items, and how many are left out."""
        rest = [self.say("and_more", n=len(items) - most)] if len(items) > most else []
        return ", ".join([*items[:most], *rest])

    def told(self, data: dict[str, Any], family: str) -> bool:
        """Tell whether a claim is of a family and counts."""
        return data.get("family") == family and float(data.get("weight", 1)) > 0

    def listed(self, keys: Iterable[str], most: int) -> list[str]:
        """Return one line a claim, one claim an event, in the order of time."""
        best: dict[str, str] = {}
        for key in sorted(keys, key=lambda k: (-float(self.claims[k][2].get("weight", 1)), k)):
            best.setdefault(str(self.claims[key][2].get("event", key)), key)
        order = sorted(best.values(), key=lambda k: (str(self.claims[k][2].get("start", "")), k))
        lines = [f"- {self.claim(key)}" for key in order[:most]]
        if len(order) > most:
            lines.append(f"- {self.say('and_more', n=len(order) - most)}")
        return lines

    def claim(self, key: str, *, actors: bool = True) -> str:
        """Return a claim in a line: who, what, the quote, where it stands."""
        u, v, data = self.claims[key]
        relation = escape(str(data.get(f"relation_{self.language}", data.get("relation", ""))))
        who = f"{self.name(u)} → {self.name(v)}, " if actors else ""
        quote = escape(shortened(str(data.get("quote", ""))))
        notes = (
            [link(shortened(str(data["title"]), 100), data.get("url"))] if "title" in data else []
        )
        if "publisher" in data:
            notes.append(escape(shortened(str(data["publisher"]), 60)))
        if "start" in data:
            notes.append(period(data["start"], data.get("end", data["start"]), self.language))
        if data.get("modality", "asserted") != "asserted":
            notes.append(self.words[f"modality_{data['modality']}"])
        if data.get("attribution"):
            speaker = escape(shortened(str(data["attribution"]), 60))
            notes.append(self.say("reported_by", speaker=speaker))
        source = f" ({', '.join(notes)})" if notes else ""
        colon = " :" if self.language == "fr" else ":"
        return f"{who}*{relation}*{colon} {self.words['open']}{quote}{self.words['close']}{source}"


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, Any, dict[str, Any]]]:
    return sorted(
        graph.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], str(edge[2]))
    )
