"""From a word at a place to the actors that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from influence_graph.extraction.events import EventMemory, PastEvent
from influence_graph.extraction.lexicon import Lexicon
from influence_graph.extraction.places import Places
from influence_graph.extraction.tree import Tree
from influence_graph.model import Mention, roll_up

__all__ = ["Argument", "Arguments", "actor_kind"]

_NAMED = frozenset({"name", "acronym", "capital", "seat", "city", "person", "member"})
_TAKEN_UP = 0.6
"""Score of who did what a noun takes up."""

_INNER = 0.75
"""Factor for an actor that only owns the thing at the place ("a convoy of the UN")."""


def actor_kind(code: str) -> str:
    """Return ``state``, ``igo``, ``nsag``, ``org`` or ``person`` for an actor code."""
    prefix, colon, _ = code.partition(":")
    if colon and prefix in ("IGO", "NSAG", "ORG", "PERSON"):
        return prefix.lower()
    return "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An actor at a place.

    Attributes
    ----------
    token : int
        The word where it stands.
    code : str
        Actor code.
    mention : Mention
        The words that name it.
    score : float
        How sure it is, 0 to 1.
    reasons : tuple of str
        What lowered the score.
    against : str or None
        For a noun that takes up an act told before: whom the act was against.
    found_at : int
        The word that was looked up, where the actor stands beside or below it; -1 = `token`.
    """

    token: int
    code: str
    mention: Mention
    score: float
    reasons: tuple[str, ...] = ()
    against: str | None = None
    found_at: int = -1


class Arguments:
    """Finds the actors that words of one sentence stand for.

    Parameters
    ----------
    tree : Tree
        The normalised sentence.
    mentions : sequence of Mention
        Mentions of this sentence.
    lexicon : Lexicon
        Tells which nouns have owners that are not meant: the allies of France are not France,
        and the invasion of Ukraine is not Ukraine's.
    memory : EventMemory, optional
        Acts told before in the article.
    trace : bool, optional
        Keep where each actor was found.
    """

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        lexicon: Lexicon,
        memory: EventMemory | None = None,
        *,
        trace: bool = False,
    ) -> None:
        self.tree = tree
        self._lexicon = lexicon
        self._memory = memory
        self._by_head: dict[int, Mention] = {}
        self._dropped: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (-m.score, m.first - m.last)):
            known = self._dropped if mention.kind == "dropped" else self._by_head
            known.setdefault(mention.head, mention)
        self._covering: dict[int, Mention] = {}
        self._agents = {
            k: m
            for m in mentions
            if m.kind == "agent"
            for k in range(m.first, m.last + 1)
            if k != m.head
        }
        for mention in sorted(mentions, key=lambda m: m.last - m.first):
            if mention.kind in _NAMED:
                for i in range(mention.first, mention.last + 1):
                    self._covering.setdefault(i, mention)
        self.places = Places(
            tree,
            self.is_demonym,
            lambda k: self.mention(k) is not None,
            lambda k: k in self._dropped,
        )
        if trace:
            self.places.trail = {}
        self._memo: dict[int, list[Argument]] = {}
        self.accusations: list[tuple[Argument, str]] = []
        """Who accuses whom in this sentence."""

    def is_demonym(self, token: int) -> bool:
        """Tell whether a token is an adjective that names the owner of the noun it hangs on.

        In "the expulsion of French diplomats" it owns the diplomats, wherever it was hung.
        """
        mention = self._by_head.get(token)
        if mention is None or mention.kind != "demonym":
            return False
        whole = self._agents.get(token)
        return whole is None or whole.first <= self.tree.head[token] <= whole.last

    def mention(self, token: int) -> Mention | None:
        """Return the mention at a token, or None."""
        return self._by_head.get(token) or self._covering.get(token)

    def at(self, token: int) -> list[Argument]:
        """Return the actors that a word stands for, coordinated ones included."""
        if token not in self._memo:
            self._memo[token] = []  # a loop in a broken tree ends here
            self._memo[token] = self._find(token)
        return self._memo[token]

    def of(self, tokens: Iterable[int], *, located: bool = False) -> list[Argument]:
        """Return the actors of several words, each code once.

        Parameters
        ----------
        tokens : iterable of int
            Words at a place.
        located : bool, optional
            What is done to a thing in a state counts as done to the state ("sites in Pakistan").
        """
        found: dict[str, Argument] = {}
        for token in tokens:
            for argument in self.at(token) or (self._located(token) if located else ()):
                found.setdefault(argument.code, argument)
        return list(found.values())

    def taken_up(self, tokens: Iterable[int], suffering: Set[str] = frozenset()) -> list[Argument]:
        """Return who did what nouns take up, the latest act first.

        Parameters
        ----------
        tokens : iterable of int
            Nouns: definite ones ("the raid") take up any act.
        suffering : set of str
            Codes, rolled up, of those who speak of it: "denounced an unprovoked attack" takes up
            what was done to them.
        """
        tree, memory = self.tree, self._memory
        found: list[Argument] = []
        for token in tokens:
            if tree.upos(token) != "NOUN":
                continue
            found += self._apposed(token)
            if memory is None:
                continue
            any_act = self._is_definite(token) or tree.head[token] == token
            indefinite = any(tree.feat(k, "Definite") == "Ind" for k in tree.children(token, "det"))
            found += [
                self._recalled(token, event)
                for event in memory.meant_by(tree.lemma[token], tree.sentence.index)
                if any_act or (indefinite and roll_up(event.object) in suffering)
            ]
        return found

    def _apposed(self, token: int) -> list[Argument]:
        """Return whose act it is that a noun sums up: *X rompt avec Y, une décision …*."""
        tree = self.tree
        verb = tree.head[token]
        if (
            verb >= token
            or tree.upos(verb) != "VERB"
            or tree.case[token]
            or tree.lemma[token] not in tree.grammar.words("events.summed_up")
            or not any(tree.feat(k, "Definite") == "Ind" for k in tree.children(token, "det"))
            or not self._follows_comma(token)
        ):
            return []
        reason = f"“{tree.tokens[token].text}” taken for what “{tree.tokens[verb].text}” says"
        return [
            replace(argument, score=argument.score * _INNER, reasons=(*argument.reasons, reason))
            for argument in self.of(self.places.subjects(verb))
        ]

    def _follows_comma(self, token: int) -> bool:
        words = [k for k in self.tree.subtree(token) if self.tree.upos(k) != "PUNCT"]
        return words[0] > 0 and self.tree.tokens[words[0] - 1].text == ","

    def accusers(self, token: int, accused: set[str]) -> list[Argument]:
        """Return who accused one of these states and actors last: whom a denial answers.

        Parameters
        ----------
        token : int
            The word that denies.
        accused : set of str
            Codes, rolled up.
        """
        if self._answers_other(token, accused):
            return []
        here = [by for by, whom in self.accusations if roll_up(whom) in accused]
        if here or self._memory is None:
            return here[-1:]
        event = self._memory.latest("accuses", accused, self.tree.sentence.index)
        return [] if event is None else [self._recalled(token, event)]

    def _answers_other(self, token: int, accused: set[str]) -> bool:
        """Tell whether what is denied says whose word it is: "dismissed the US accusations"."""
        tree = self.tree
        named = [
            mention
            for noun in self.places.objects(token)
            if tree.lemma[noun] in tree.grammar.words("nouns.said")
            for k in tree.children(noun, "compound", "amod", "nmod")
            if k < noun and (mention := self.mention(k)) is not None
        ]
        return any(accused.isdisjoint(map(roll_up, mention.codes)) for mention in named)

    def _recalled(self, token: int, event: PastEvent) -> Argument:
        """Return who did something before as what a word takes up."""
        tree = self.tree
        word = tree.tokens[token]
        reason = f"“{word.text}” taken for what {event.subject} did ({event.relation})"
        mention = Mention(
            sentence=tree.sentence.index,
            head=token,
            first=token,
            last=token,
            start=word.start,
            end=word.end,
            text=word.text,
            codes=(event.subject,),
            kind="description",
            score=_TAKEN_UP,
            reasons=(reason,),
        )
        return Argument(
            token=token,
            code=event.subject,
            mention=mention,
            score=_TAKEN_UP,
            against=event.object,
        )

    def _is_definite(self, token: int) -> bool:
        tree = self.tree
        if tree.children(token, "nmod") or any(
            self.mention(k) is not None for k in tree.kids[token]
        ):
            return False
        return any(
            tree.feat(k, "Definite") == "Def" or tree.feat(k, "PronType") == "Dem"
            for k in tree.children(token, "det")
        )

    def _located(self, token: int) -> list[Argument]:
        tree = self.tree
        places = tree.grammar.words("locative")
        if tree.upos(token) not in ("NOUN", "PROPN"):
            return []
        return [
            argument
            for k in tree.children(token, "nmod")
            if tree.case[k] in places
            for t in (k, *self._coordinated(k))
            for argument in self._single(t, inner=token, word=token)
        ]

    def _find(self, token: int) -> list[Argument]:
        tree = self.tree
        group = [token, *self._coordinated(token)]
        found: dict[str, Argument] = {}
        for k in group:
            for argument in self._single(k, word=token):
                found.setdefault(argument.code, argument)
        if not found and tree.upos(token) in ("NOUN", "PROPN", "NUM"):
            for owner in self._owners(token):
                mention = self.mention(owner)
                if mention is None:
                    continue
                for k in [owner, *self._coordinated(owner)]:
                    for argument in self._single(k, inner=token, word=token):
                        found.setdefault(argument.code, argument)
                break
        if not found and tree.upos(token) == "NOUN":
            examples = tree.grammar.words("exemplifying")
            for k in tree.children(token, "nmod", "obl", "acl", "appos", "advcl"):
                if k > token and tree.case[k] in examples:
                    for j in [k, *self._coordinated(k)]:
                        for argument in self._single(j, inner=token, word=token):
                            found.setdefault(argument.code, argument)
        named = tree.head[token]
        apposed = tree.base(token) == "appos" and tree.upos(token) == "NOUN"
        if not found and apposed and named < token and tree.upos(named) == "PROPN":
            return self.at(named)  # « la Somalie, pays qui … »
        return list(found.values())

    def _owners(self, token: int) -> list[int]:
        """Return the owners that a noun may stand for."""
        lemma = self.tree.lemma[token]
        words = self.tree.grammar.words
        by_help = self.tree.case[token] in words("comitative") and lemma in words("helping")
        if by_help or self._lexicon.find("role", lemma):
            return []
        owners = self.places.possessors(token)
        genitive = words("genitive")
        if any(genitive & set(entry.y) for entry in self._lexicon.find("noun", lemma)):
            return [k for k in owners if self.tree.case[k] not in genitive]
        origin = words("origin")
        return owners or [
            k for k in self.tree.children(token, "nmod") if self.tree.case[k] in origin
        ]

    def _coordinated(self, token: int) -> list[int]:
        tree = self.tree
        group = self._chain(token)
        if not any(tree.has_child(k, "cc") for k in group):
            return []  # "backs Ukraine, Viktor Orban …": a comma alone coordinates nobody
        return [
            k
            for k in group
            if tree.upos(k) in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") and not tree.is_predicate(k)
        ]

    def _chain(self, token: int) -> list[int]:
        """Return the conjuncts of a word, and theirs where each hangs on the one before."""
        group: list[int] = []
        found = self.tree.children(token, "conj")
        while found:
            group += found
            found = [
                k
                for i in found
                if self.mention(i) is not None
                for k in self.tree.children(i, "conj")
                if k > i and k not in group
            ]
        return sorted(group)

    def _single(self, token: int, inner: int | None = None, *, word: int = -1) -> list[Argument]:
        tree = self.tree
        mention, factor = self.mention(token) or self._dropped.get(token), 1.0
        reasons: tuple[str, ...] = ()
        if mention is None:
            for k in tree.children(token, "appos", "flat"):
                mention = self.mention(k)
                if mention is not None:
                    factor = 0.95
                    break
        if mention is None:
            return []
        if inner is not None:
            factor *= _INNER
            reasons = (f"“{tree.tokens[inner].text}” of “{mention.text}”",)
        return [
            Argument(
                token=token,
                code=code,
                mention=mention,
                score=mention.score * factor,
                reasons=reasons,
                found_at=word,
            )
            for code in mention.codes
        ]
