"""Who says it: verbs of saying above a claim, remarks beside it, quotation marks around it."""

from __future__ import annotations

from influence_graph.extraction.operators import Operators
from influence_graph.extraction.places import Places
from influence_graph.extraction.remarks import Remarks, contiguous
from influence_graph.extraction.status import Status
from influence_graph.extraction.tree import Tree

__all__ = ["Speech"]

_OPEN, _CLOSE = "«“„", "»”"
_STOPS = frozenset({";"})


class Speech:
    """Reads who says what in one sentence.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    places : Places
        Finds subjects.
    operators : Operators
        Knows what is negated.
    """

    def __init__(self, tree: Tree, places: Places, operators: Operators) -> None:
        self.tree = tree
        self.places = places
        self.operators = operators
        self.grammar = tree.grammar
        self.remarks = Remarks(tree, places, operators)
        self.quoted = self._quotation()

    def read(self, head: int, status: Status) -> None:
        """Find who says a claim where no verb above it has told."""
        for find in (
            self._around,
            self.remarks.source_of,
            self.remarks.speaker_of,
            self._quoted_speaker,
        ):
            if status.speaker_text is not None:
                break
            speaker = find(head)
            if speaker is not None:
                self.set_speaker(speaker, status)
        verb = self._saying(head)
        if verb is not None:
            status.said_in_past = status.said_in_past or self._is_past(verb)

    def set_speaker(self, speaker: int, status: Status) -> None:
        """Note who says it, unless that is known."""
        if status.speaker_text is not None:
            return
        tree = self.tree
        alone = self.places.has_dropped(speaker)
        words = [speaker] if alone else contiguous(tree.subtree(speaker), speaker)
        while len(words) > 1 and (
            tree.upos(words[0]) in ("PUNCT", "CCONJ")
            or (words[0] < speaker and tree.base(words[0]) == "case")
        ):
            words.pop(0)
        while len(words) > 1 and tree.upos(words[-1]) == "PUNCT":
            words.pop()
        status.speaker = speaker
        status.speaker_text = (words[0], words[-1])
        status.note("speaker", speaker, f"said by “{self.tree.tokens[speaker].text}”")

    def reported_by(self, verb: int, claim: int, status: Status) -> None:
        """Apply a verb of saying over a claim."""
        tree = self.tree
        if tree.upos(verb) != "VERB" or not self.remarks.says(verb):
            return
        accusing = self.operators.has(verb, "modality.accusing")
        status.accused = status.accused or accusing
        speakers = self.places.surface_subjects(verb)
        if accusing and tree.is_passive(verb):
            speakers = self.places.subjects(verb)
            if not speakers and claim not in self.places.objects(verb):
                status.note("reported", verb, f"“{tree.tokens[verb].text}” of it")
        if not speakers and not accusing and tree.feat(verb, "VerbForm") == "Fin":
            speakers = self.remarks.noun_before(verb)
        for speaker in speakers:
            if speaker != claim:
                self.set_speaker(speaker, status)
                status.said_in_past = status.said_in_past or self._is_past(verb)
                return

    def _is_past(self, verb: int) -> bool:
        tree = self.tree
        return tree.feat(verb, "Tense") in ("Past", "Imp") or any(
            tree.base(k) == "aux" for k in tree.kids[verb]
        )

    def _saying(self, head: int) -> int | None:
        """Return the verb of saying before a claim whose clause a conjunction opens: *said that*.

        Found by the order of the words: "told reporters that" may be hung on the reporters.
        """
        tree = self.tree
        marks = self.grammar.words("complementizers")
        over = self.remarks.over(head)
        for mark in range(min(head, len(tree)) - 1, 0, -1):
            if (
                tree.low[mark] not in marks
                or tree.head[mark] not in over
                or tree.low[mark - 1] in self.grammar.words("before_complementizers")
            ):
                continue
            for k in range(mark - 1, -1, -1):
                if self.remarks.says(k) and tree.upos(k) == "VERB":
                    return k
                if self.remarks.is_finite(k) or tree.tokens[k].text in _STOPS:
                    break
        return None

    def _around(self, head: int) -> int | None:
        """Return who says the clause in which a claim stands, wherever the claim was hung.

        "X said Y, which is close to Z, could help": all up to "help" is X's.
        """
        tree = self.tree
        said = self._saying(head)
        for verb in range(head):
            if verb == said or (
                self.remarks.says(verb)
                and any(verb < head < k for k in tree.children(verb, "ccomp") if k > verb)
            ):
                own = [k for k in self.places.surface_subjects(verb) if k < verb]
                if own and not self.remarks.is_aside(verb):
                    return own[0]
        return None

    def _quotation(self) -> list[bool]:
        """Tell for each token whether it stands inside quotation marks."""
        inside, straight, flags = False, False, []
        for token in self.tree.tokens:
            text = token.text
            if text in ('"', "''", "``"):
                straight = not straight
                flags.append(False)
                continue
            if text and text[0] in _OPEN:
                inside = True
            elif text and text[0] in _CLOSE:
                inside = False
            flags.append(inside or straight)
        return flags

    def _quoted_speaker(self, head: int) -> int | None:
        tree = self.tree
        if not self.quoted[head]:
            return None
        for k in range(len(tree)):
            if not self.quoted[k] and self.remarks.says(k):
                own = tree.children(k, "nsubj")
                if own and not self.quoted[own[0]]:
                    return own[0]
        return None
