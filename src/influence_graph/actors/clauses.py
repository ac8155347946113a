"""Who acts in a clause, and so cannot be what a description of it means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from influence_graph.actors.agents import AgentPhrase
from influence_graph.actors.discourse import function_of
from influence_graph.actors.folding import fold
from influence_graph.actors.introductions import near
from influence_graph.actors.recording import Recorder
from influence_graph.actors.tree import base
from influence_graph.model import roll_up

__all__ = ["ClauseReader"]


class ClauseReader(Recorder):
    """Reads clauses; see `Recorder` for the parameters."""

    def _modified(self, phrase: AgentPhrase, table: str) -> bool:
        """Tell whether an adjective of a list stands with a phrase: "the ousted government"."""
        return any(
            base(self._tokens[c].deprel) in ("amod", "acl", "compound")
            and any(
                self._lexicon.word(table, fold(word))
                for word in (self._tokens[c].text, self._tokens[c].lemma)
            )
            for c in self._tree.children[phrase.head]
        )

    def _excluded(self, i: int, *, whole: bool = True, above: bool = True) -> set[str]:
        """Return the actors of the clause of a token, and the subjects of the clauses above.

        Parameters
        ----------
        i : int
            The token.
        whole : bool
            All actors of the clause; else the subjects alone.
        above : bool
            The subjects of the clauses above too.
        """
        tree = self._tree
        clause = tree.clause_of(i)
        subjects = {tree.understood_subject(clause)}
        function = function_of(tree, i)
        if above and function not in ("subject", "agent"):
            subjects.update(
                tree.subject_of(up)
                for up in self._same_sentence(clause)
                if not self._lexicon.word("reporting", fold(self._tokens[up].lemma))
            )
            if subjects == {None}:
                # no subject in the parse: the first actor of the sentence
                first = next(iter(self._referents), i)
                subjects.add(first if first < i else None)
        subjects |= {tree.antecedent(j) for j in subjects if j is not None}
        if self._is_speaker(i):
            return set()  # "…, the ministry said" of what its own state did
        banned: set[str] = set()
        for j, referent in islice(reversed(self._referents.items()), 60):
            if j in subjects or (whole and referent.clause == clause and not tree.within(i, j)):
                banned.update(roll_up(code) for code in referent.codes)
        for hit in near(self._found.hits, i, 60) if whole else ():
            if (
                hit.head > i
                and hit.kind not in ("demonym", "combining")
                and tree.clause_of(hit.head) == clause
                and not tree.within(hit.head, i)
            ):
                banned.update(roll_up(code) for code in hit.codes)
        if self._memory.scene is not None:
            # "In Tbilisi, the opposition …": a place does not act in the clause
            acting = {roll_up(c) for j in subjects if j in self._referents
                      for c in self._referents[j].codes}  # fmt: skip
            if self._memory.scene not in acting:
                banned.discard(self._memory.scene)
        return banned

    def _is_speaker(self, i: int) -> bool:
        """Tell whether a nominal is the subject of a verb of saying, or part of that subject."""
        for node in (i, *self._tree.ancestors(i)):
            token = self._tokens[node]
            relation = base(token.deprel)
            if relation == "nsubj":
                said = self._tokens[token.head]
                return said.head != said.i and self._lexicon.word("reporting", fold(said.lemma))
            if relation not in ("nmod", "compound", "amod"):
                return False
        return False

    def _same_sentence(self, clause: int) -> Iterator[int]:
        """Walk up from a clause, but not out of a relative clause: it tells another story."""
        for up in (clause, *self._tree.ancestors(clause)):
            if up != clause:
                yield up
            if base(self._tokens[up].deprel) == "acl" and self._tree.subject_of(up) is not None:
                return

    def _apart(self, i: int) -> set[str]:
        """Return whom a group cannot hold: the subject, unless the group is between or of it."""
        tree = self._tree
        case = fold(tree.case_of(i))
        if function_of(tree, i) == "modifier" or self._lexicon.word("between", case):
            return set()
        return self._excluded(i, whole=False)
