"""What an article has named so far: candidates for pronouns and descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from influence_graph.actors.lexicon import AgentNoun
from influence_graph.actors.tree import Tree, base
from influence_graph.model import roll_up, state_of

__all__ = ["Found", "Memory", "Referent", "function_of"]

WINDOW = 5
"""Sentences back in which a pronoun may find its antecedent."""

_FAR = 150
"""Referents back that are looked at, at most."""

_WEIGHT = {"subject": 1.0, "agent": 0.9, "object": 0.7, "oblique": 0.55, "modifier": 0.45}


def function_of(tree: Tree, i: int) -> str:
    """Return what a nominal does: subject, agent, object, oblique or modifier."""
    seen = {i}
    token = tree.tokens[i]
    while (
        base(token.deprel) in ("conj", "appos", "flat")
        and token.head not in seen
        and len(seen) < 40
    ):
        seen.add(token.head)
        token = tree.tokens[token.head]
    relation = base(token.deprel)
    if relation == "nsubj" or (relation in ("root", "dislocated") and token.upos != "VERB"):
        return "subject"
    if token.deprel == "obl:agent":
        return "agent"
    if relation in ("obj", "iobj"):
        return "object"
    if relation == "obl":
        return "oblique"
    return "modifier"


@dataclass(slots=True)
class Referent:
    """Something an article has named, actor or not.

    Attributes
    ----------
    codes : tuple of str
        Actor codes; empty for what is no actor and only competes.
    sentence, token : int
        Where.
    clause : int
        Token of the predicate of its clause.
    function : str
        As `function_of` says.
    gender, number : str
        Values of the UD features, or empty.
    human : bool
        A person or persons.
    collective : bool
        A body of people: "they" may take it up.
    kind : str
        Kind of the mention.
    text : str
        The words.
    noun : AgentNoun or None
        Agent noun that names it.
    via : str or None
        Person behind it.
    title : bool
        Named in the headline.
    members : int
        How many actors are joined in it.
    paired : bool
        It stands after "between".
    embedded : bool
        It stands in a relative clause.
    quoted : bool
        It stands in quoted speech.
    """

    codes: tuple[str, ...]
    sentence: int
    token: int
    clause: int
    function: str
    gender: str = ""
    number: str = "Sing"
    human: bool = False
    collective: bool = False
    kind: str = "name"
    text: str = ""
    noun: AgentNoun | None = None
    via: str | None = None
    title: bool = False
    members: int = 1
    paired: bool = False
    embedded: bool = False
    quoted: bool = False


class Found:
    """What an anaphor stands for.

    Attributes
    ----------
    codes : tuple of str
        Actor codes.
    score : float
        How sure, 0 to 1.
    reason : str
        In plain words.
    referent : Referent or None
        The antecedent, where it is one.
    """

    __slots__ = ("codes", "reason", "referent", "score")

    def __init__(
        self,
        codes: tuple[str, ...],
        score: float,
        reason: str,
        referent: Referent | None = None,
    ) -> None:
        self.codes = codes
        self.score = score
        self.reason = reason
        self.referent = referent


class Memory:
    """The referents of an article, in text order."""

    def __init__(self) -> None:
        self.referents: list[Referent] = []
        self.topic: str | None = None
        self.scene: str | None = None
        self.juntas: dict[str, int] = {}
        self.dyad: tuple[str, ...] = ()
        self.title_dyad: tuple[str, ...] = ()
        self.together: dict[int, tuple[str, ...]] = {}
        self.quotations: set[int] = set()
        self._weights: dict[str, list[tuple[int, int, float]]] = {}

    def add(self, referent: Referent) -> None:
        """Remember a referent."""
        self.referents.append(referent)
        if not referent.codes:
            return
        self._note_dyad(referent)
        weight = _WEIGHT[referent.function]
        if referent.kind in ("demonym", "combining"):
            weight *= 0.7
        if referent.title:
            weight *= 1.3
        for code in referent.codes:
            self._weights.setdefault(roll_up(code), []).append(
                (referent.sentence, referent.token, weight)
            )
        if referent.title and self.topic is None:
            self.topic = next((s for s in map(state_of, referent.codes) if s), None)

    def _note_dyad(self, referent: Referent) -> None:
        """Remember the two states that the article is about, as far as it says so."""
        states = tuple(dict.fromkeys(s for s in map(state_of, referent.codes) if s))
        if referent.members > 2 and len(states) == len(referent.codes):
            self.together[len(states)] = states
        if referent.members > 1 and len(states) == 2 and len(referent.codes) == 2:
            told = referent.paired or referent.kind == "description"
            if told or (not self.dyad and referent.function in ("subject", "object")):
                self.dyad = states

    def close_title(self) -> None:
        """Take the two states of a headline, where there are no more, as its dyad."""
        states = list(
            dict.fromkeys(
                s for r in self.referents for s in map(state_of, r.codes) if s and r.title
            )
        )
        if len(states) == 2:
            self.title_dyad = (states[0], states[1])
            self.dyad = self.dyad or self.title_dyad

    def distance(self, here: int, sentence: int, *, quoted: bool) -> int:
        """Return how many sentences back something stands.

        Who takes up the word after a quotation looks over it: its sentences do not count.
        """
        over = 0 if quoted else sum(sentence < s < here for s in self.quotations)
        return here - sentence - over

    def window(self, sentence: int, size: int = WINDOW) -> Iterable[Referent]:
        """Walk back over the referents of the last sentences, the nearest first.

        A long list of names in one sentence is cut: nobody looks back over hundreds of them.
        """
        for referent in self.referents[: -_FAR - 1 : -1]:
            if referent.sentence < sentence - size and not referent.title:
                if referent.sentence < sentence - 3 * size:
                    return
                continue
            yield referent

    def salience(
        self, code: str, sentence: int, *, local: bool = False, fading: float = 0.58
    ) -> float:
        """Return how present an actor is at a sentence: mentions, fading by nearly half each.

        Parameters
        ----------
        code : str
            The actor, roles rolled up.
        sentence : int
            Index of the sentence.
        local : bool
            What is looked for belongs to a place ("the police"): the scene counts.
        fading : float
            What is left of a mention's weight one sentence later.
        """
        total = 0.0
        for where, _, weight in self._weights.get(code, [])[-24:]:
            total += weight * fading ** max(0, sentence - where)
        if code == self.topic:
            total += 0.5 if local else 0.3
        if local and code == self.scene:
            total += 1.2
        return total

    def ranked(
        self,
        sentence: int,
        *,
        excluded: Iterable[str] = (),
        among: Iterable[str] = (),
        accept: Callable[[str], bool] = lambda code: state_of(code) is not None,
        local: bool = False,
        fading: float = 0.58,
    ) -> list[tuple[float, str]]:
        """Return the actors named so far, roles rolled up, the most salient first."""
        banned = {roll_up(code) for code in excluded}
        wanted = set(among)
        found = [
            (self.salience(code, sentence, local=local, fading=fading), code)
            for code in self._weights
            if code not in banned and (not wanted or code in wanted) and accept(code)
        ]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def named(self, code: str) -> bool:
        """Tell whether an actor has been named."""
        return code in self._weights

    def is_only_group(self) -> bool:
        """Tell whether the article has named just one armed group."""
        return sum(code.startswith("NSAG:") for code in self._weights) == 1

    def last(
        self,
        sentence: int,
        fits: Callable[[Referent], bool],
        *,
        excluded: Iterable[str] = (),
        size: int = 3 * WINDOW,
    ) -> Referent | None:
        """Return the nearest referent of a kind."""
        banned = {roll_up(code) for code in excluded}
        for referent in self.window(sentence, size):
            if (
                referent.codes
                and not banned.intersection(roll_up(c) for c in referent.codes)
                and fits(referent)
            ):
                return referent
        return None

    def group(
        self,
        sentence: int,
        count: int,
        excluded: Iterable[str],
        *,
        human: bool = False,
        mixed: bool = False,
    ) -> tuple[str, ...]:
        """Return the nearest coordination of that many states, or an empty tuple.

        Parameters
        ----------
        sentence : int
            Index of the sentence.
        count : int
            How many.
        excluded : iterable of str
            Who cannot be meant.
        human : bool
            Persons.
        mixed : bool
            Armed groups and organisations too: "the two sides".
        """
        banned = {roll_up(code) for code in excluded}
        for referent in self.window(sentence, 3):
            states = tuple(dict.fromkeys(roll_up(code) for code in referent.codes))
            if (
                referent.members > 1
                and (human or referent.paired or referent.function in ("subject", "object"))
                and len(states) == count
                and not banned.intersection(states)
                and (mixed or all(state_of(code) for code in states))
                and (not human or referent.human)
            ):
                aside = referent.paired and referent.function not in ("subject", "object")
                if (
                    aside
                    and not human
                    and referent.sentence < sentence
                    and self.title_dyad
                    and not banned.intersection(self.title_dyad)
                ):
                    # "the ties between X and Y" in passing: the headline's two prevail
                    return self.title_dyad
                return referent.codes if human else states
        return ()
