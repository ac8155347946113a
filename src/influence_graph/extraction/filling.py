"""What stands at the places of an entry: its fixed words and the words of its actors."""

from __future__ import annotations

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.lexicon import PERSON, Entry, Lexicon

__all__ = ["Filler"]


class Filler:
    """Finds what fills the places of an entry.

    Parameters
    ----------
    lexicon : Lexicon
        Tells which nouns are roles.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(
        self,
        entry: Entry,
        head: int,
        place: str,
        fixed: tuple[int, ...],
        arguments: Arguments,
    ) -> list[int]:
        """Return what stands at a place; what follows a particle may be read as its complement."""
        places = arguments.places
        first, _, rest = place.partition("/")
        chosen = _chosen(entry, first, fixed, arguments) if rest else ()
        if chosen:  # "the closing of its border for fear of a raid by Y" is of no border of Y
            return places.noted(head, place, [k for o in chosen for k in places.find(o, rest)])
        if rest == "poss":  # "wary of France's allies" is not wary of France
            found = [
                k
                for o in places.find(head, first, fixed)
                if not self._lexicon.find("role", arguments.tree.lemma[o])
                for k in places.find(o, rest)
            ]
        else:
            found = places.find(head, place, fixed)
        if not found and entry.particle is not None and first == "obj":
            after = places.obliques(head, frozenset({entry.particle}), ())
            found = [k for o in after for k in places.find(o, rest)] if rest else after
        return places.noted(head, place, found)

    def fixed(self, entry: Entry, head: int, arguments: Arguments) -> tuple[int, ...] | None:
        """Return the fixed words of an idiom, or None where one is missing or forbidden."""
        tree, places = arguments.tree, arguments.places
        fixed: list[int] = []
        for place, lemmas in entry.having.items():
            found = [
                k
                for outer in self.find(entry, head, place, tuple(fixed), arguments)
                for k in (outer, *tree.children(outer, "conj"))
                if tree.lemma[k] in lemmas
                or tree.low[k] in lemmas
                or (PERSON in lemmas and self._is_person(k, arguments))
            ]
            if not found:
                return None
            fixed.append(found[0])
        for place, lemmas in entry.lacking.items():
            if any(tree.lemma[k] in lemmas for k in places.find(head, place)):
                return None
        return tuple(fixed)

    @staticmethod
    def _is_person(token: int, arguments: Arguments) -> bool:
        named = arguments.mention(token)
        return named is not None and named.kind == "person"


def _chosen(
    entry: Entry, place: str, fixed: tuple[int, ...], arguments: Arguments
) -> tuple[int, ...]:
    """Return the words of an idiom that stand at a place, where a noun head asks for them."""
    wanted = entry.having.get(place)
    if entry.kind != "noun" or wanted is None:
        return ()
    lemma, low = arguments.tree.lemma, arguments.tree.low
    return tuple(k for k in fixed if lemma[k] in wanted or low[k] in wanted)
