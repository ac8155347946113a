"""What the words around a claim say of it, and which of them say so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from influence_graph.model import Modality

__all__ = ["Cue", "Effect", "Status"]

Effect: TypeAlias = Literal["negated", "possible", "planned", "blocked", "reported", "speaker"]
"""What a cue does; ``reported`` by its form alone, ``speaker`` because somebody says it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that sets how a claim is put.

    Attributes
    ----------
    effect : str
        What it does.
    token : int
        Index of the word.
    reason : str
        Which rule, in plain words.
    """

    effect: Effect
    token: int
    reason: str


@dataclass(slots=True)
class Status:
    """What surrounds a word says about its claim.

    Attributes
    ----------
    negators : set of int
        Tokens that negate it; two of them cancel.
    possible, planned : bool
        Something makes it possible, or planned.
    blocked : bool
        It is no claim at all: content of a request, a refusal, a threat, a question.
    press_conditional : bool
        French *aurait*: said by somebody.
    conditional : Cue or None
        A present conditional, which `settle` reads.
    accused : bool
        It is what somebody is accused of.
    said_in_past : bool
        A verb of saying in the past governs it: its conditional is a future.
    speaker : int or None
        Token that says it.
    speaker_text : tuple of int or None
        First and last token of the words that name the speaker.
    cues : list of Cue
        What set it, in the order in which it was found.
    """

    negators: set[int] = field(default_factory=set)
    possible: bool = False
    planned: bool = False
    blocked: bool = False
    press_conditional: bool = False
    conditional: Cue | None = None
    accused: bool = False
    said_in_past: bool = False
    speaker: int | None = None
    speaker_text: tuple[int, int] | None = None
    cues: list[Cue] = field(default_factory=list)

    def note(self, effect: Effect, token: int, reason: str) -> None:
        """Apply a cue, and keep it."""
        if effect == "negated":
            self.negators.add(token)
        elif effect == "possible":
            self.possible = True
        elif effect == "planned":
            self.planned = True
        elif effect == "blocked":
            self.blocked = True
        elif effect == "reported":
            self.press_conditional = True
        self.cues.append(Cue(effect, token, reason))

    def note_conditional(self, token: int, reason: str) -> None:
        """Apply a present conditional: possible, until `settle` knows whether somebody says it."""
        self.note("possible", token, reason)
        self.conditional = self.cues[-1]

    def settle(self) -> None:
        """Read a present conditional by who says it.

        After a verb of saying in the past it is the future of then (*a dit qu'il viendrait*); of
        somebody else's words it is the press's way to report (*il viendrait, selon X*).
        """
        cue = self.conditional
        if cue is None or not (self.said_in_past or self.speaker_text is not None):
            return
        self.conditional = None
        self.cues = [c for c in self.cues if c is not cue]
        self.possible = any(c.effect == "possible" for c in self.cues)
        self.note("planned" if self.said_in_past else "reported", cue.token, cue.reason)

    def leave_out(self, tokens: Collection[int]) -> None:
        """Take back what words say that are part of an idiom: *will not meet Y* is a refusal."""
        taken, self.cues = self.cues, [c for c in self.cues if c.token not in tokens]
        if len(taken) == len(self.cues):
            return
        self.negators -= set(tokens)
        self.possible = any(c.effect == "possible" for c in self.cues)
        self.planned = any(c.effect == "planned" for c in self.cues)

    def forget(self, effect: Effect, tokens: Collection[int]) -> None:
        """Take back one effect of some words: what is *said* that somebody wants."""
        self.cues = [c for c in self.cues if c.effect != effect or c.token not in tokens]
        self.planned = any(c.effect == "planned" for c in self.cues)

    @property
    def is_reported(self) -> bool:
        """Tell whether somebody says it."""
        return self.press_conditional or self.speaker_text is not None

    @property
    def reasons(self) -> list[str]:
        """What set it, in plain words."""
        return [cue.reason for cue in self.cues]

    def modality(self, *, own_act: bool = False) -> Modality:
        """Return the value of the scheme: denied > possible > planned > reported > asserted.

        Parameters
        ----------
        own_act : bool
            The speaker is the subject of the claim: an official act, not a report.
        """
        if len(self.negators) % 2:
            return "denied"
        if self.possible:
            return "possible"
        if self.planned:
            return "planned"
        if self.press_conditional or (self.speaker_text is not None and not own_act):
            return "reported"
        return "asserted"
