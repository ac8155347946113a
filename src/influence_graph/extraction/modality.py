"""How a claim is put: asserted, reported, planned, possible or denied, and who says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, TypeAlias

from influence_graph.extraction.places import Places
from influence_graph.extraction.tree import Tree
from influence_graph.model import Modality

__all__ = ["Cue", "Effect", "ModalityReader", "Status"]

Effect: TypeAlias = Literal["negated", "possible", "planned", "blocked", "reported", "speaker"]
"""What a cue does; ``reported`` by its form alone, ``speaker`` because somebody says it."""

_OPEN, _CLOSE = "«“„", "»”"


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

    def leave_out(self, tokens: Collection[int]) -> None:
        """Take back what words say that are part of an idiom: *will not meet Y* is a refusal."""
        taken, self.cues = self.cues, [c for c in self.cues if c.token not in tokens]
        if len(taken) == len(self.cues):
            return
        self.negators -= set(tokens)
        self.possible = any(c.effect == "possible" for c in self.cues)
        self.planned = any(c.effect == "planned" for c in self.cues)

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
        self._quoted = self._quotation()

    def status(self, head: int) -> Status:
        """Read what surrounds the head word of a claim."""
        status, tree = Status(), self.tree
        if tree.is_predicate(head) or tree.upos(head) == "VERB":
            self._local(head, status)
        self._noun_modifiers(head, status)
        self._climb(head, status)
        if status.speaker_text is None:
            self._according_to(head, status)
        if status.speaker_text is None:
            self._quotation_speaker(head, status)
        if tree.tokens and tree.tokens[-1].text == "?" and not self._quoted[head]:
            status.note("blocked", len(tree) - 1, "a question")
        return status

    # -- operators on one word -----------------------------------------------------------------

    def _has(self, i: int, name: str) -> bool:
        return self.tree.lemma[i] in self.grammar.words(name)

    def negator(self, verb: int) -> int | None:
        """Return the word that negates a verb, or None."""
        tree, grammar = self.tree, self.grammar
        kids = [k for k in tree.kids[verb] if tree.upos(k) != "NOUN"]  # emboîter le *pas*
        words = grammar.words("negation.words")
        ended = grammar.words("negation.ended")
        particles = grammar.words("negation.particles")
        ending = grammar.words("negation.ended_by")
        for k in kids:
            below = {tree.low[c] for c in tree.kids[k]}
            if (tree.low[k] in words and not tree.has_child(k, "det", "nummod")) or (
                tree.low[k] in ended and below & ending
            ):
                return k
        if any(tree.low[k] in particles for k in kids):
            conjunctions = ended | grammar.words("negation.conjunctions")
            weak = next((k for k in kids if tree.low[k] in conjunctions), None)
            if weak is not None:
                return weak
        for k in tree.children(verb, "nsubj", "obj"):
            if tree.low[k] in grammar.words("negation.pronouns"):
                return k
            single = [n for n in tree.children(k, "advmod") if n < k and tree.low[n] in words]
            if single:  # "not a single official did it"
                return single[0]
            determiner = self._negative_determiner(k)
            if determiner is not None:
                return determiner
        without = grammar.words("negation.prepositions")
        nor = grammar.words("negation.conjunctions")
        return next(
            (
                k
                for k in kids
                if (tree.base(k) in ("mark", "case") and tree.low[k] in without)
                or (tree.base(k) in ("cc", "advmod") and tree.low[k] in nor)
            ),
            None,
        )

    def _has_particle(self, verb: int) -> bool:
        particles = self.grammar.words("negation.particles")
        return any(self.tree.low[k] in particles for k in self.tree.kids[verb])

    def _negative_determiner(self, noun: int) -> int | None:
        determiners = self.grammar.words("negation.determiners")
        return next(
            (k for k in self.tree.children(noun, "det", "amod") if self.tree.low[k] in determiners),
            None,
        )

    def _local(self, verb: int, status: Status) -> None:
        """Apply negation, auxiliaries, mood and tense of a verb."""
        tree, grammar = self.tree, self.grammar
        negator = self.negator(verb)
        if negator is not None and negator not in status.negators:
            status.note("negated", negator, f"“{tree.tokens[verb].text}” is negated")
        auxiliaries = [k for k in tree.kids[verb] if tree.base(k) in ("aux", "cop")]
        for k in auxiliaries:
            effect: Effect
            if tree.low[k] in grammar.words("auxiliaries.planned"):
                effect = "planned"
            elif tree.low[k] in grammar.words("auxiliaries.conditional"):
                effect = "planned" if self._is_said(verb) else "possible"
            elif tree.low[k] in grammar.words("auxiliaries.possible") or tree.low[
                k
            ] in grammar.words("auxiliaries.advised"):
                effect = "possible"
            else:
                continue
            status.note(effect, k, f"auxiliary “{tree.tokens[k].text}”")
        to = [
            tree.tokens[k].text
            for k in tree.children(verb, "mark")
            if tree.low[k] in grammar.words("auxiliaries.infinitive_marks")
        ]
        bound = [k for k in auxiliaries if self._has(k, "auxiliaries.planned_with_infinitive")]
        if to and bound:
            status.note("planned", bound[0], f"“{tree.tokens[bound[0]].text} {to[0]}”")
        said = grammar.has("modality.press_conditional")
        for k in (verb, *auxiliaries):
            if tree.feat(k, "Mood") == "Cnd":
                if k != verb and said and tree.feat(verb, "VerbForm") == "Part":
                    effect = "reported"
                elif self._has(verb, "modality.planned_forms"):
                    effect = "planned"
                else:
                    effect = "possible"
                status.note(effect, k, f"conditional “{tree.tokens[k].text}”")
            elif tree.feat(k, "Tense") == "Fut":
                status.note("planned", k, f"future “{tree.tokens[k].text}”")
            elif k != verb and self._has(k, "modality.near_future"):
                status.note("planned", k, "near future")
        first = min(tree.subtree(verb))
        inverted = tree.base(verb) == "advcl" and any(k == first for k in auxiliaries)
        if inverted and tree.low[first] in grammar.words("modality.counterfactual"):
            status.note("negated", first, "contrary to fact")
        elif any(
            tree.low[k] in grammar.words("modality.conditional_marks")
            for k in tree.children(verb, "mark")
        ) or (inverted and tree.low[first] in grammar.words("modality.inverted_conditions")):
            status.note("possible", first, "a condition")

    def _is_said(self, verb: int) -> bool:
        """Tell whether a verb stands in reported speech, its own clause or one beside it."""
        tree = self.tree
        chain = [verb, *tree.ancestors(verb)]
        for i, parent in pairwise(chain):
            if tree.base(i) == "ccomp" and self._has(parent, "modality.reporting"):
                return True
        return any(
            tree.base(k) == "parataxis" and self._has(k, "modality.reporting")
            for i in chain
            for k in tree.kids[i]
        )

    def _noun_modifiers(self, noun: int, status: Status) -> None:
        tree, grammar = self.tree, self.grammar
        for k in tree.children(noun, "amod", "det"):
            effect: Effect
            if self._has(k, "modality.possible_adjectives"):
                effect = "possible"
            elif self._has(k, "modality.planned_adjectives"):
                effect = "planned"
            elif self._has(k, "modality.impossible_adjectives") or tree.low[k] in grammar.words(
                "negation.determiners"
            ):
                effect = "negated"
            else:
                continue
            status.note(effect, k, f"“{tree.tokens[k].text} {tree.tokens[noun].text}”")
        if tree.case[noun] in grammar.words("negation.prepositions"):
            status.note("negated", noun, f"“{tree.case[noun]} {tree.tokens[noun].text}”")

    # -- what stands above ---------------------------------------------------------------------

    def _climb(self, start: int, status: Status) -> None:
        """Apply the verbs and nouns above a word, from the nearest to the root."""
        tree = self.tree
        i, said_only = start, False
        infinitive = tree.feat(start, "VerbForm") == "Inf"
        for parent in tree.ancestors(start):
            relation = tree.base(i)
            if relation == "conj":
                if not said_only and self._shares(i):
                    self._local(parent, status)
            elif relation in ("xcomp", "ccomp", "csubj") or (
                relation in ("acl", "advcl", "obl")
                and tree.feat(i, "VerbForm") == "Inf"
                and tree.rel[i] != "acl:relcl"
            ):
                said_only = self._governed(i, parent, status, said_only=said_only)
            elif relation in ("parataxis", "root"):
                self._reported_by(parent, i, status)
                said_only = True
            elif (
                relation == "advcl"
                and self._has(parent, "modality.accusing")
                and not self._has(i, "likewise.verbs")
            ):
                self._reported_by(parent, i, status)  # "accused Y of arming Z"
                said_only = True
            elif relation == "acl" and infinitive and tree.rel[i] != "acl:relcl":
                said_only = self._governed(i, parent, status, said_only=said_only)
            elif relation == "acl" and self._is_content(i, parent):
                if not said_only:
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
                said_only = True
            elif not said_only:
                said_only = self._noun_governed(i, parent, status)
            if status.blocked:
                return
            infinitive = infinitive and relation == "xcomp"
            i = parent
        self._parenthesis(start, status)

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
        return self._has(noun, "nouns.said") and bool(tree.children(verb, "nsubj"))

    def _alleged(self, noun: int, status: Status) -> None:
        """Apply a noun of saying: reported by its owner, or denied where it is denied."""
        tree = self.tree
        word = tree.tokens[noun].text
        owners = self.places.possessors(noun)
        verb = tree.head[noun]
        if not owners and verb != noun and noun in self.places.objects(verb):
            if self._has(verb, "modality.denied") or self._has(verb, "modality.dismissing"):
                status.note("negated", verb, f"“{tree.tokens[verb].text}” the {word}")
                return
            owners = self.places.surface_subjects(verb)
        if owners:
            self._set_speaker(owners[0], status)
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
            self._blocks(parent) or self._has(parent, "modality.accusing")
        ):
            return True
        if tree.base(i) == "ccomp" or self._has(parent, "modality.accusing"):
            self._reported_by(parent, i, status)
        if said_only:
            return True
        if self._has(parent, "modality.ceasing") and self._has_particle(parent):
            return False  # « n'a cessé d'armer »: it went on
        if self._blocks(parent) or (
            self._has(parent, "modality.blocked_passive") and tree.is_passive(parent)
        ):
            status.note("blocked", parent, f"content of “{word}”")
        elif self._has(parent, "modality.excluded"):
            negator = self.negator(parent)
            status.note("negated" if negator is None else "possible", parent, f"“{word}”")
            return True
        elif self._has(parent, "modality.accusing") and status.speaker_text is not None:
            return True
        elif self._has(parent, "modality.denied"):
            status.note("negated", parent, f"“{word}”")
        elif self._has(parent, "modality.possible"):
            status.note("possible", parent, f"“{word}”")
        elif self._has(parent, "modality.planned") or self._has(parent, "modality.planned_forms"):
            status.note("planned", parent, f"“{word}”")
        elif self._has(parent, "modality.near_future") and tree.feat(i, "VerbForm") == "Inf":
            status.note("planned", parent, "near future")
        elif self._has(parent, "modality.reporting") and tree.base(i) == "ccomp":
            return True
        self._local(parent, status)
        return False

    def _blocks(self, verb: int) -> bool:
        """Tell whether what a verb governs is no claim: it is asked for, refused, threatened."""
        return self._has(verb, "modality.blocked") or (
            self._has(verb, "modality.blocked_reflexive")
            and any(
                self.tree.low[k] in self.grammar.words("reflexive") for k in self.tree.kids[verb]
            )
        )

    def _noun_governed(self, noun: int, parent: int, status: Status) -> bool:
        """Apply a verb or a noun over a noun."""
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
            self._reported_by(parent, noun, status)
        return True

    # -- who says it ---------------------------------------------------------------------------

    def _set_speaker(self, speaker: int, status: Status) -> None:
        if status.speaker_text is not None:
            return
        tree = self.tree
        alone = self.places.has_dropped(speaker)
        words = [speaker] if alone else _contiguous(tree.subtree(speaker), speaker)
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

    def _reported_by(self, verb: int, claim: int, status: Status) -> None:
        if self.tree.upos(verb) != "VERB" or not self._has(verb, "modality.reporting"):
            return
        speakers = self.places.surface_subjects(verb)
        if self._has(verb, "modality.accusing") and self.tree.is_passive(verb):
            speakers = self.places.subjects(verb)
            if not speakers and claim not in self.places.objects(verb):
                status.note("reported", verb, f"“{self.tree.tokens[verb].text}” of it")
        for speaker in speakers:
            if speaker != claim:
                self._set_speaker(speaker, status)
                return

    def _parenthesis(self, start: int, status: Status) -> None:
        """Find “…, said X” beside the claim."""
        tree = self.tree
        for i in (start, *tree.ancestors(start)):
            for k in tree.children(i, "parataxis", "ccomp", "advcl", "conj"):
                if (
                    k > start
                    and self._has(k, "modality.reporting")
                    and not tree.children(k, "ccomp")
                    and tree.base(k) == "parataxis"
                ):
                    own = self.places.surface_subjects(k)
                    if own and start not in tree.subtree(k):
                        self._set_speaker(own[0], status)
                        return

    def _according_to(self, head: int, status: Status) -> None:
        """Find "according to X", on the claim or set off by a comma anywhere in its sentence."""
        tree = self.tree
        certain = self.grammar.words("attribution.certain_prepositions")
        sources = [
            k
            for k in range(len(tree))
            if tree.case[k] in certain and tree.base(k) in ("obl", "nmod", "parataxis", "dep")
        ]
        above = {head, *tree.ancestors(head)}
        for k in sources:
            first = min((w for w in tree.subtree(k) if tree.upos(w) != "PUNCT"), default=k)
            if tree.head[k] in above or first == 0 or tree.upos(first - 1) == "PUNCT":
                self._set_speaker(k, status)
                return

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

    def _quotation_speaker(self, head: int, status: Status) -> None:
        tree = self.tree
        if not self._quoted[head]:
            return
        for k in range(len(tree)):
            if not self._quoted[k] and self._has(k, "modality.reporting"):
                own = tree.children(k, "nsubj")
                if own and not self._quoted[own[0]]:
                    self._set_speaker(own[0], status)
                    return


def _contiguous(words: Iterable[int], centre: int) -> list[int]:
    """Return the unbroken run of indices around one of them."""
    have = set(words)
    first = last = centre
    while first - 1 in have:
        first -= 1
    while last + 1 in have:
        last += 1
    return list(range(first, last + 1))
