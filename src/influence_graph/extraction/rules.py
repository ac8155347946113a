"""The rule extractor: parsed sentences and mentions in, claims out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import prod

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.cause import cause_of
from influence_graph.extraction.confidence import confidence_factors
from influence_graph.extraction.dating import ArticleDates, Dated, DateReader, load_dates
from influence_graph.extraction.events import EventMemory, PastEvent
from influence_graph.extraction.explaining import derive
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.hits import Hit, without_shadowed
from influence_graph.extraction.lexicon import load_lexicon
from influence_graph.extraction.linear import read_linearly
from influence_graph.extraction.matching import Matcher
from influence_graph.extraction.merging import merge_claims
from influence_graph.extraction.modality import ModalityReader, Status
from influence_graph.extraction.rebinding import rebind_possessives
from influence_graph.extraction.tree import Tree
from influence_graph.model import (
    Article,
    Attribution,
    Claim,
    Evidence,
    Mention,
    Relation,
    Sentence,
    roll_up,
)
from influence_graph.resources import resource

__all__ = ["RuleExtractor"]

VERSION = "1"
"""Version of the rules, kept with each claim."""

_DYAD = 2
"""Actors that a claim takes."""

_LEAST = 0.5
"""Claims below this confidence are more likely wrong than right."""


_NAMES = ("name", "acronym", "person")
"""Kinds of mentions that are names, in which no word says when."""


class RuleExtractor:
    """Extracts claims from parsed articles of one language.

    Parameters
    ----------
    language : str
        ISO 639-1 code of a language with a folder in ``ontology/lexicon``.
    relations : iterable of Relation
        The relations of the ontology.
    least : float, optional
        Claims with less confidence are left out, 0 to 1.
    explain : bool, optional
        Keep with each claim how it was derived.

    Raises
    ------
    LexiconError
        The lexicon of the language is missing or broken.
    """

    def __init__(
        self,
        language: str,
        relations: Mapping[str, Relation],
        *,
        least: float = _LEAST,
        explain: bool = False,
    ) -> None:
        self.language = language
        self.lexicon = load_lexicon(language)
        self.grammar = (
            load_grammar(language)
            .with_prepositions(self.lexicon.lemmas("adv"))
            .with_verbs(self.lexicon.lemmas("verb"))
        )
        self.dates: DateReader | None = load_dates(language) if _has_dates(language) else None
        self.relations = relations
        self.least = least
        self.explain = explain
        self._matcher = Matcher(self.lexicon, relations, self.grammar)

    def extract(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> tuple[Claim, ...]:
        """Return the claims of an article, each once, in text order.

        Parameters
        ----------
        article : Article
            Gives text, identity and date of publication.
        sentences : sequence of Sentence
            Its parse.
        mentions : sequence of Mention
            Who is named where.
        """
        by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence, []).append(mention)
        dates = self.dates.read(article, sentences) if self.dates is not None else None
        claims: list[Claim] = []
        memory = EventMemory(self.grammar, self.relations)
        for sentence in sentences:
            here = by_sentence.get(sentence.index, [])
            if here and not sentence.is_title:
                found = self._sentence(article, sentence, here, memory, dates)
                claims.extend(found)
                for claim in found:
                    if claim.modality != "denied":
                        memory.add(
                            PastEvent(claim.relation, claim.subject, claim.object, sentence.index)
                        )
        return merge_claims(claims, self.relations)

    def _sentence(
        self,
        article: Article,
        sentence: Sentence,
        mentions: Sequence[Mention],
        memory: EventMemory,
        dates: ArticleDates | None,
    ) -> list[Claim]:
        actors = memory.actors(sentence.index).union(*(m.codes for m in mentions))
        if len({roll_up(code) for code in actors}) < _DYAD:
            return []
        tree = Tree(sentence, self.grammar)
        arguments = Arguments(tree, mentions, self.lexicon, memory, trace=self.explain)
        hits = self._matcher.hits(tree, arguments)
        rebound = rebind_possessives(tree, arguments, hits, mentions)
        if rebound is not None:
            mentions = rebound
            arguments = Arguments(tree, mentions, self.lexicon, memory, trace=self.explain)
            hits = self._matcher.hits(tree, arguments)
        readings = [(tree, arguments, hits)]
        second = self._by_order(sentence, mentions, memory, hits)
        if second is not None:
            readings = [(tree, arguments, without_shadowed(hits, second[2])), second]
        names = {k for m in mentions if m.kind in _NAMES for k in range(m.first, m.last + 1)}
        claims: list[Claim] = []
        spoken = ModalityReader(tree, arguments.places).speech  # order alone tells less of speech
        for tree, arguments, hits in readings:
            if not hits:
                continue
            modality = ModalityReader(tree, arguments.places)
            for hit in hits:
                status = modality.status(hit.head)
                if hit.by_order:
                    spoken.read(hit.head, status)
                if hit.entry.negated:  # the negation is part of the idiom
                    negator = modality.negator(hit.head)
                    auxiliaries = [k for k in hit.fixed if tree.base(k) == "aux"]
                    status.leave_out([*auxiliaries, *([] if negator is None else [negator])])
                if status.blocked:
                    continue
                claim = self._claim(article, tree, arguments, hit, status, dates, names)
                if claim.confidence >= self.least:
                    claims.append(claim)
        return claims

    def _by_order(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        memory: EventMemory,
        parsed: Sequence[Hit],
    ) -> tuple[Tree, Arguments, list[Hit]] | None:
        """Return what the order of the words says of verbs that the parse says nothing of."""
        used = {k for hit in parsed if hit.entry.kind == "verb" for k in (hit.head, *hit.fixed)}
        silent = {
            token.i
            for token in sentence.tokens
            if token.upos == "VERB"
            and token.i not in used
            and self.lexicon.find("verb", token.lemma.lower())
        }
        if not silent or len({roll_up(code) for m in mentions for code in m.codes}) < _DYAD:
            return None
        linear = read_linearly(sentence, mentions, self.grammar)
        verbs = sorted(silent & linear.verbs) if linear is not None else []
        if linear is None or not verbs:
            return None
        tree = Tree(linear.sentence, self.grammar, parsed=sentence)
        arguments = Arguments(tree, mentions, self.lexicon, memory, trace=self.explain)
        found = [
            replace(hit, by_order=True)
            for hit in self._matcher.hits(tree, arguments, verbs)
            if hit.entry.kind == "verb"
        ]
        return (tree, arguments, found) if found else None

    def _claim(
        self,
        article: Article,
        tree: Tree,
        arguments: Arguments,
        hit: Hit,
        status: Status,
        dates: ArticleDates | None,
        names: Collection[int],
    ) -> Claim:
        said_by = arguments.at(status.speaker) if status.speaker is not None else []
        speaker_actor = said_by[0].code if said_by else None
        own_act = roll_up(hit.subject.code) in {roll_up(a.code) for a in said_by}
        modality = status.modality(own_act=own_act)
        if modality == "asserted" and hit.entry.modality is not None:
            modality = hit.entry.modality
        attribution = None
        speaker = None if own_act else status.speaker_text
        if speaker is not None:
            attribution = Attribution(
                text=article.text[tree.tokens[speaker[0]].start : tree.tokens[speaker[1]].end],
                actor=speaker_actor,
            )
        because = None
        cause = cause_of(tree, hit.head)
        if cause is not None:
            because = article.text[tree.tokens[cause[0]].start : tree.tokens[cause[1]].end]
        dated = Dated()
        if dates is not None:
            dated = dates.of(
                tree,
                hit.head,
                fixed=hit.fixed,
                subject=hit.subject.token,
                modality=modality,
                own_act=own_act,
                names=names,
            )
        factors = confidence_factors(hit, tree)
        claim = Claim(
            subject=hit.subject.code,
            relation=hit.entry.relation,
            object=hit.object.code,
            evidence=(self._evidence(article, tree, hit),),
            modality=modality,
            attribution=attribution,
            time=dated.time,
            because=because,
            confidence=round(prod(factor.value for factor in factors), 2),
            reasons=(*map(str, factors), *status.reasons),
            extractor="rules",
            version=VERSION,
        )
        if not self.explain:
            return claim
        derivation = derive(
            article,
            arguments,
            hit,
            status,
            claim,
            own_act=own_act,
            attribution=speaker,
            cause=cause,
            date=dated.words,
            factors=factors,
        )
        return replace(claim, derivations=(derivation,))

    def _evidence(self, article: Article, tree: Tree, hit: Hit) -> Evidence:
        """Return the words from the first to the last that made the claim."""
        tokens = tree.tokens
        involved = [hit.head, *hit.fixed]
        for argument in (hit.subject, hit.object):
            mention = argument.mention
            involved += _phrase(tree, argument.token)
            if tree.base(argument.token) in ("det", "amod") or (
                tree.rel[argument.token] == "nmod:poss"
            ):
                involved += _phrase(tree, tree.head[argument.token])
            if mention.sentence == tree.sentence.index:
                involved += range(mention.first, mention.last + 1)
        start = min(tokens[k].start for k in involved)
        end = max(tokens[k].end for k in involved)
        return Evidence(
            article=article.id,
            start=start,
            end=end,
            quote=article.text[start:end],
            sentence=tree.sentence.index,
            subject_text=hit.subject.mention.text,
            object_text=hit.object.mention.text,
            entry=hit.entry.id,
        )


def _has_dates(language: str) -> bool:
    """Tell whether a language has a grammar of dates; without one its claims are undated."""
    return resource(f"ontology/lexicon/{language}/time.toml").is_file()


_INSIDE = ("det", "case", "amod", "nmod", "flat", "compound", "nummod", "fixed")
"""Relations whose words belong to the name of a thing, unlike clauses and appositions."""


def _phrase(tree: Tree, token: int) -> list[int]:
    """Return a word with the words that belong to its phrase, so that a quote reads whole."""
    found, stack = [token], [token]
    while stack:
        for k in tree.children(stack.pop(), *_INSIDE):
            if k not in found:
                found.append(k)
                stack.append(k)
    return found
