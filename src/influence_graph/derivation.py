"""How a claim was derived: the records that explain it.

The extractor fills them while it works, when it is asked to; nothing here is worked out
afterwards. Offsets count code points of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Bearer", "Derivation", "Factor", "Marker", "Step", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article.

    Attributes
    ----------
    text : str
        The words.
    start, end : int
        Offsets in the article.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step through the dependency tree.

    Attributes
    ----------
    relation : str
        Universal dependency that is followed.
    word : str
        The word that is reached.
    up : bool
        From a word to its head; else from a head to a dependent.
    mended : bool
        The parser hung the word elsewhere; a repair of the tree put it here.
    """

    relation: str
    word: str
    up: bool
    mended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """An actor of a claim, and how it was found and resolved.

    Attributes
    ----------
    code : str
        Actor code.
    words : Words
        The mention.
    kind : str
        Kind of the mention; see `influence_graph.model.Mention`.
    place : str
        The place of the frame where it stands: ``subj``, ``obj``, ``poss``, a preposition …
    path : tuple of Step
        From the head of the frame to the word that stands for the actor.
    score : float
        How sure the actor is, 0 to 1.
    reasons : tuple of str
        How the words were resolved, in plain words.
    via : str or None
        The person or branch behind the code.
    """

    code: str
    words: Words
    kind: str
    place: str
    path: tuple[Step, ...]
    score: float
    reasons: tuple[str, ...]
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that set how the claim is put.

    Attributes
    ----------
    effect : str
        ``negated``, ``possible``, ``planned``, ``reported`` or ``speaker``; ``entry`` where the
        lexicon entry sets it.
    words : Words or None
        The cue; None where no single word is one.
    reason : str
        Which rule.
    """

    effect: str
    words: Words | None
    reason: str


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of the confidence.

    Attributes
    ----------
    name : str
        What it judges.
    value : float
        0 to 1; the confidence is the product of all.
    reason : str
        Why it is what it is.
    weight : str
        The fitted weight behind it.
    amount : float
        How much of what that weighs.
    """

    name: str
    value: float
    reason: str = ""
    weight: str = ""
    amount: float = 0.0

    def __str__(self) -> str:
        told = f" ({self.reason})" if self.reason else ""
        return f"{self.name}: {self.value:.2f}{told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How one sentence gave a claim.

    Attributes
    ----------
    sentence : Words
        The sentence.
    index : int
        Its index in the article.
    start, end : int
        Offsets of the quote.
    entry, frame, relation : str
        Lexicon entry that fired, its kind (``verb``, ``noun`` …) and its relation.
    head : Words
        Its head word.
    fixed : tuple of Words
        Its fixed words.
    subject, object : Bearer
        The actors.
    modality : str
        As this sentence puts it.
    markers : tuple of Marker
        What set the modality, in the order in which it was found.
    own_act : bool
        The speaker is the subject: an official act, not a report.
    attribution : Words or None
        Who says it.
    date : Words or None
        The expression that dates it.
    time : str or None
        What that expression was read as (ISO 8601), or what the tense of the verb gives.
    cause : Words or None
        The words that give the cause.
    factors : tuple of Factor
        What the confidence was computed from.
    confidence : float
        Of this sentence alone, 0 to 1.
    """

    sentence: Words
    index: int
    start: int
    end: int
    entry: str
    frame: str
    relation: str
    head: Words
    fixed: tuple[Words, ...]
    subject: Bearer
    object: Bearer
    modality: str
    markers: tuple[Marker, ...] = ()
    own_act: bool = False
    attribution: Words | None = None
    date: Words | None = None
    time: str | None = None
    cause: Words | None = None
    factors: tuple[Factor, ...] = ()
    confidence: float = 1.0

    def to_row(self) -> dict[str, Any]:
        """Return the derivation as a JSON object."""
        return asdict(self)
