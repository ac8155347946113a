"""How a claim is put: asserted, reported, planned, possible or denied, and who says so."""

from __future__ import annotations

from influence_graph.extraction.operators import Operators
from influence_graph.extraction.places import Places
from influence_graph.extraction.speech import Speech
from influence_graph.extraction.status import Cue, Effect, Status
from influence_graph.extraction.tree import Tree

__all__ = ["Cue", "Effect", "ModalityReader", "Status"]

_ENDS = frozenset({";", ":"})
"""Marks over which nothing reaches back, but for a verb of saying over a colon."""

_GOVERNING = ("planned", "possible", "denied", "excluded", "blocked")


class ModalityReader:
    """Reads the modality of claims of one sentence.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    places : Places
        Finds subjects.
    """

    def __init__(self, tree: Tree, places: Places) -> None:
        self.tree = tree
        self.places = places
        self.grammar = tree.grammar
        self.operators = Operators(tree)
        self.speech = Speech(tree, places, self.operators)
        self._has = self.operators.has
        self._local = self.operators.local
        self.negator = self.operators.negator

    def status(self, head: int) -> Status:
        """Read what surrounds the head word of a claim."""
        status, tree = Status(), self.tree
        if tree.is_predicate(head) or tree.upos(head) == "VERB":
            self._local(head, status)
        self.operators.noun_modifiers(head, status)
        applied = self._climb(head, status)
        self._apply_neighbour(head, applied, status)
        self.speech.read(head, status)
        status.settle()
        if status.accused and status.is_reported:  # "accused of wanting to": said of somebody
            wanting = [c.token for c in status.cues if self._has(c.token, "modality.wanting")]
            status.forget("planned", wanting)
        if tree.tokens and tree.tokens[-1].text == "?" and not self.speech.quoted[head]:
            status.note("blocked", len(tree) - 1, "a question")
        return status

    # -- what stands above ---------------------------------------------------------------------

    def _climb(self, start: int, status: Status) -> set[int]:
        """Apply the verbs and nouns above a word, from the nearest to the root; return which."""
        tree = self.tree
        i, said_only, reduced = start, False, False
        applied: set[int] = set()
        infinitive = tree.feat(start, "VerbForm") == "Inf"
        for parent in tree.ancestors(start):
            if self._is_cut(i, parent):
                break
            relation = tree.base(i)
            if self._is_own(i, parent):
                said_only = True
            elif self._is_told(i, parent):
                self.speech.reported_by(tree.head[parent], i, status)
                said_only = True
            elif (allegation := self._allegation(i, parent)) is not None:
                if not said_only:
                    self._alleged(allegation, status)
                said_only = True
            elif relation == "conj":
                if not said_only and self._shares(i):
                    self._local(parent, status)
            elif (
                relation in ("xcomp", "ccomp", "csubj")
                or self._follows_directly(i, parent)
                or (
                    relation in ("acl", "advcl", "obl")
                    and tree.feat(i, "VerbForm") == "Inf"
                    and tree.rel[i] != "acl:relcl"
                )
            ):
                applied.add(parent)
                said_only = self._governed(i, parent, status, said_only=said_only)
            elif relation == "parataxis" and i > parent and tree.has_child(parent, "obj", "ccomp"):
                said_only = True
            elif relation in ("parataxis", "root"):
                self.speech.reported_by(parent, i, status)
                said_only = True
            elif (
                relation == "advcl"
                and self._has(parent, "modality.accusing")
                and not self._has(i, "likewise.verbs")
            ):
                self.speech.reported_by(parent, i, status)  # "accused Y of arming Z"
                said_only = True
            elif relation == "acl" and infinitive and tree.rel[i] != "acl:relcl":
                said_only = self._governed(i, parent, status, said_only=said_only)
            elif relation == "acl" and self._is_content(i, parent):
                if self._has(parent, "nouns.evidence"):
                    status.note("negated", parent, f"no “{tree.tokens[parent].text}”")
                elif not said_only:
                    self._alleged(parent, status)
                said_only = True
            elif (
                relation == "advcl"
                and not said_only
                and tree.feat(i, "VerbForm") in ("Part", "Ger")
                and self._has(parent, "modality.depending")
            ):
                status.note("possible", parent, f"“{tree.tokens[parent].text}” on it")
                said_only = True
            elif relation == "acl" and self._is_stopped(i, parent):
                status.note("blocked", parent, f"“{tree.tokens[parent].text}” is not to be")
            elif (
                relation == "acl"
                and not said_only
                and tree.feat(i, "VerbForm") in ("Part", "Ger")
                and tree.feat(i, "Tense") != "Past"
                and self._has(tree.head[parent], "modality.depending")
            ):
                status.note("possible", tree.head[parent], "what depends on it")
                said_only = True
            elif relation in ("acl", "advcl"):
                reduced = tree.rel[i] == "acl" and tree.feat(i, "VerbForm") == "Part"
                said_only = True
            elif reduced and i in self.places.objects(parent) and not status.is_reported:
                if self._has(parent, "modality.accusing"):  # « dénonce le soutien apporté à Y »
                    self.speech.reported_by(parent, i, status)
                reduced = False
            elif relation == "amod":
                said_only = True  # "a report by the X-backed Y" is denied: X still backs Y
            elif not said_only:
                said_only = self._noun_governed(i, parent, status, whole=i == start)
            if status.blocked:
                break
            infinitive = infinitive and relation == "xcomp"
            i = parent
        return applied

    def _is_cut(self, i: int, parent: int) -> bool:
        """Tell whether a semicolon, or a colon that opens no speech, parts a word from its head."""
        marks = {self.tree.tokens[k].text for k in range(min(i, parent), max(i, parent))} & _ENDS
        return bool(marks) and (";" in marks or not self._has(parent, "modality.reporting"))

    def _is_own(self, clause: int, parent: int) -> bool:
        """Tell whether a clause that was hung as a complement is a relative or an adverbial one."""
        tree, words = self.tree, self.grammar.words
        if tree.base(clause) != "ccomp":
            return False
        marks = tree.children(clause, "mark")
        if marks:
            return any(tree.low[k] in words("subordinators") for k in marks)
        return any(
            tree.low[k] in words("relative_determiners") and parent < k < clause
            for argument in tree.children(clause, "nsubj", "obj", "obl")
            for k in (argument, *tree.kids[argument])
        )

    def _is_told(self, clause: int, parent: int) -> bool:
        """Tell whether a clause that hangs on an accused is what it is accused of.

        « a reproché à X d'avoir armé Y », "accused X of arming Y".
        """
        tree = self.tree
        return (
            tree.base(clause) == "acl"
            and tree.rel[clause] != "acl:relcl"
            and bool(tree.children(clause, "mark"))
            and tree.base(parent) in ("obj", "iobj", "obl")
            and self._has(tree.head[parent], "modality.accusing")
        )

    def _follows_directly(self, clause: int, parent: int) -> bool:
        """Tell whether a gerund stands right after its verb: *plans on leaving*."""
        tree = self.tree
        return (
            tree.base(clause) in ("advcl", "obl")
            and self.operators.is_gerund(clause)
            and tree.upos(parent) == "VERB"
            and any(self._has(parent, f"modality.{name}") for name in _GOVERNING)
            and all(
                (tree.head[k] == parent and tree.base(k) in ("compound", "advmod"))
                or (tree.head[k] == clause and tree.base(k) in ("mark", "case"))
                for k in range(parent + 1, clause)
            )
        )

    def _apply_neighbour(self, head: int, applied: set[int], status: Status) -> None:
        """Apply the verb right before an infinitive or a gerund that was not hung on it."""
        tree = self.tree
        first = head
        while (
            first
            and tree.head[first - 1] == head
            and (
                tree.base(first - 1) in ("aux", "mark", "case", "expl", "iobj", "advmod")
                or tree.upos(first - 1) == "PRON"
            )
        ):
            first -= 1
        verb = first - 1
        bare = (
            tree.feat(head, "VerbForm") == "Inf"
            or self.operators.is_gerund(head)
            or any(tree.feat(k, "VerbForm") == "Inf" for k in tree.children(head, "aux"))
        )
        if (
            verb < 0
            or not bare
            or verb in applied
            or status.blocked
            or tree.upos(verb) in ("PUNCT", "PROPN", "CCONJ", "SCONJ")
            or tree.low[verb] in self.grammar.words("negation.words")
        ):
            return
        self._govern(verb, head, status)

    def _is_stopped(self, participle: int, noun: int) -> bool:
        """Tell whether what says something is itself refused: *vetoed a text condemning Y*."""
        tree = self.tree
        verb = tree.head[noun]
        return (
            tree.rel[participle] != "acl:relcl"
            and verb != noun
            and tree.lemma[noun] in self.grammar.words("nouns.speech")
            and self._has(verb, "support.cancelling")
            and noun in self.places.objects(verb)
        )

    def _is_content(self, verb: int, noun: int) -> bool:
        """Tell whether a clause is what a noun says: *allegations that X arms Y*."""
        tree = self.tree
        if not tree.children(verb, "nsubj"):
            return False
        if self._has(noun, "nouns.evidence"):
            return self.operators.negative_determiner(noun) is not None
        relatives = self.grammar.words("relative_pronouns")
        objects = [k for k in tree.children(verb, "obj") if tree.low[k] not in relatives]
        return self._has(noun, "nouns.said") and (
            tree.rel[verb] != "acl:relcl" or tree.gap.get(verb) is None or bool(objects)
        )

    def _allegation(self, clause: int, verb: int) -> int | None:
        """Return the noun of saying between a verb and what it says: *dismissed claims that*."""
        if self.tree.base(clause) != "ccomp":
            return None
        between = [k for k in self.tree.children(verb, "obj") if verb < k < clause]
        return next((k for k in between if self._has(k, "nouns.said")), None)

    def _alleged(self, noun: int, status: Status) -> None:
        """Apply a noun of saying: reported by its owner, or denied where it is denied."""
        tree = self.tree
        word = tree.tokens[noun].text
        above = tree.head[noun]
        if tree.base(noun) == "nsubj" and self.operators.is_listed(
            above, "modality.false_adjectives"
        ):
            status.note("negated", above, f"the {word} is “{tree.tokens[above].text}”")
            return
        owners = self.places.possessors(noun)
        verb = tree.head[noun]
        if not owners:  # "dismissed accusations by X that …", "by X" hung on the verb
            owners = [
                k
                for k in tree.children(verb, "obl")
                if k > noun and tree.case[k] in self.grammar.words("agentive")
            ]
        if not owners and verb != noun and noun in self.places.objects(verb):
            if self._has(verb, "modality.denied") or self._has(verb, "modality.dismissing"):
                status.note("negated", verb, f"“{tree.tokens[verb].text}” the {word}")
                return
            owners = self.places.surface_subjects(verb)
        if owners:
            self.speech.set_speaker(owners[0], status)
        else:
            status.note("reported", noun, f"“{word}” of it")

    def _shares(self, verb: int) -> bool:
        """Tell whether a coordinated verb shares the auxiliaries of the first one."""
        tree = self.tree
        if tree.upos(verb) not in ("VERB", "ADJ", "NOUN"):
            return False
        return (
            not tree.has_aux(verb)
            and not tree.children(verb, "nsubj")
            and (tree.feat(verb, "VerbForm") != "Fin")
        )

    def _governed(self, i: int, parent: int, status: Status, *, said_only: bool) -> bool:
        """Apply a verb, noun or adjective over a clause; return whether only speech counts on."""
        tree = self.tree
        word = tree.tokens[parent].text
        if tree.upos(parent) == "NOUN" and not tree.is_predicate(parent):
            if said_only:
                return True
            if self._has(parent, "nouns.blocked"):
                status.note("blocked", parent, f"content of “{word}”")
            elif self._has(parent, "nouns.possible"):
                status.note("possible", parent, f"“{word}”")
            elif self._has(parent, "nouns.planned"):
                status.note("planned", parent, f"“{word}”")
            return said_only
        if tree.base(i) == "advcl" and not (
            self._blocks(parent)
            or self._has(parent, "modality.accusing")
            or self._has(parent, "modality.ready")
            or self._follows_directly(i, parent)
        ):
            return True
        if tree.base(i) == "ccomp" or self._has(parent, "modality.accusing"):
            self.speech.reported_by(parent, i, status)
        if said_only:
            return True
        if self._has(parent, "modality.accusing") and status.is_reported:
            return True
        return self._govern(parent, i, status)

    def _govern(self, parent: int, i: int, status: Status) -> bool:
        """Apply what a verb or an adjective makes of the clause it governs."""
        tree = self.tree
        word = tree.tokens[parent].text
        finite = tree.base(i) == "ccomp"
        if self._has(parent, "modality.ceasing") and self.operators.has_particle(parent):
            return False  # « n'a cessé d'armer »: it went on
        if self._blocks(parent) or (
            self._has(parent, "modality.blocked_passive") and tree.is_passive(parent)
        ):
            status.note("blocked", parent, f"content of “{word}”")
        elif self._has(parent, "modality.excluded"):
            negator = self.negator(parent)
            status.note("negated" if negator is None else "possible", parent, f"“{word}”")
            return True
        elif self._has(parent, "modality.denied") or self._is_pending(parent):
            status.note("negated", parent, f"“{word}”")
        elif self._has(parent, "modality.possible"):
            status.note("possible", parent, f"“{word}”")
        elif (
            self._has(parent, "modality.planned")
            or self._has(parent, "modality.planned_forms")
            or (not finite and self._has(parent, "modality.ready"))
        ):
            status.note("planned", parent, f"“{word}”")
        elif self._has(parent, "modality.near_future") and tree.feat(i, "VerbForm") == "Inf":
            status.note("planned", parent, "near future")
        elif self._has(parent, "modality.reporting"):
            if finite:
                return True
            if tree.is_passive(parent):
                status.note("reported", parent, f"“{word}” to")
        elif self.operators.is_listed(parent, "modality.false_adjectives"):
            status.note("negated", parent, f"“{word}”")
        self._local(parent, status)
        return False

    def _is_pending(self, verb: int) -> bool:
        """Tell whether something is still to be done: *has yet to*."""
        return self._has(verb, "modality.pending") and any(
            self.tree.low[k] in self.grammar.words("modality.pending_adverbs")
            for k in self.tree.kids[verb]
        )

    def _blocks(self, verb: int) -> bool:
        """Tell whether what a verb governs is no claim: it is asked for, refused, threatened."""
        return self._has(verb, "modality.blocked") or (
            self._has(verb, "modality.blocked_reflexive")
            and any(
                self.tree.low[k] in self.grammar.words("reflexive") for k in self.tree.kids[verb]
            )
        )

    def _noun_governed(self, noun: int, parent: int, status: Status, *, whole: bool) -> bool:
        """Apply a verb or a noun over a noun; `whole` where the noun itself makes the claim."""
        tree = self.tree
        relation = tree.base(noun)
        word = tree.tokens[parent].text
        if tree.upos(parent) in ("NOUN", "PROPN") and not tree.is_predicate(parent):
            if relation in ("nmod", "obl"):
                if self._has(parent, "nouns.blocked"):
                    status.note("blocked", parent, f"“{word}” of it")
                elif self._has(parent, "nouns.possible"):
                    status.note("possible", parent, f"“{word}” of it")
            return False
        is_object = noun in self.places.objects(parent) or (
            relation == "obl" and tree.case[noun] in self.grammar.words("support.complements")
        )
        existential = self._has(parent, "support.existential") and relation in ("nsubj", "obj")
        if whole and relation == "nsubj" and self._happens(noun, parent, status):
            return False
        if existential or (is_object and self._has(parent, "support.verbs")):
            self._local(parent, status)
            return False
        if is_object and self._has(parent, "support.cancelling"):
            if self.negator(parent) is None:
                status.note("blocked", parent, f"“{word}” it")
            return True
        if is_object and self._has(parent, "modality.possible"):
            status.note("possible", parent, f"“{word}” it")
            return True
        if is_object and self._has(parent, "modality.planned"):
            status.note("planned", parent, f"“{word}” it")
            return True
        if is_object and self._has(parent, "modality.denied"):
            if self.negator(parent) is None:  # « ne cache pas sa méfiance »
                status.note("negated", parent, f"“{word}” it")
            return True
        if is_object and self._has(parent, "modality.accusing"):
            self.speech.reported_by(parent, noun, status)
        return True

    def _happens(self, noun: int, parent: int, status: Status) -> bool:
        """Apply a verb or an adjective that says whether its subject happens."""
        tree = self.tree
        word = tree.tokens[parent].text
        effect = self.operators.adjective(parent)
        if effect is not None and tree.has_child(parent, "cop", "aux"):
            status.note(effect, parent, f"it is “{word}”")
        elif not (
            self._is_happening(parent)
            or (self._has(parent, "modality.scheduled") and tree.is_passive(parent))
        ):
            if not any(self._is_happening(k) for k in tree.children(parent, "xcomp")):
                return False
            self._govern(parent, noun, status)
            return True
        self._local(parent, status)
        return True

    def _is_happening(self, verb: int) -> bool:
        """Tell whether a verb says that its subject happens: *take place*, *avoir lieu*."""
        tree, phrases = self.tree, self.grammar.words("support.happening")
        return tree.lemma[verb] in phrases or any(
            f"{tree.lemma[verb]} {tree.low[k]}" in phrases
            for k in tree.children(verb, "obj", "compound", "fixed")
        )
