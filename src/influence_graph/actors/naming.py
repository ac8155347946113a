"""First pass over an article: names, phrases, and the persons that it introduces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from influence_graph.actors.agents import AgentPhrase, Hit
from influence_graph.actors.context import NameContext
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.introductions import Introductions, SentenceNames, grammatical_gender
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.names import NameEntry, NameIndex, NameMatch
from influence_graph.actors.people import surnames
from influence_graph.actors.phrases import PhraseFinder
from influence_graph.actors.proper import Learned, ProperName, find_proper_names, name_key
from influence_graph.actors.quotation import quoted_tokens
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Actor, Sentence, Token, state_of

__all__ = ["Names"]


class Names(Introductions):
    """Reads the names of an article.

    Parameters
    ----------
    actors : Mapping of str to Actor
        The gazetteer by code.
    lexicon : AgentLexicon
        Of the language.
    index : NameIndex
        The gazetteer's names.
    finder : PhraseFinder
        Finds agent phrases.
    day : datetime.date or None
        Date of the article.
    """

    def __init__(
        self,
        actors: Mapping[str, Actor],
        lexicon: AgentLexicon,
        index: NameIndex,
        finder: PhraseFinder,
        day: date | None,
    ) -> None:
        super().__init__(actors, lexicon, index, day)
        self._finder = finder
        self._context = NameContext(lexicon, actors, day)

    def read(self, sentences: Sequence[Sentence]) -> list[SentenceNames]:
        """Return the names of each sentence."""
        trees = [Tree(sentence) for sentence in sentences]
        matches = [self._index.find(sentence) for sentence in sentences]
        for found, tree in zip(matches, trees, strict=True):
            self._context.learn(found, tree.sentence.index)
        self._learn_full_names(matches)
        result = [
            SentenceNames(tree=tree, hits=self._hits(tree, found), quoted=quoted)
            for tree, found, quoted in zip(trees, matches, quoted_tokens(sentences), strict=True)
        ]
        for names in result:
            self.learn_acronyms(names)
        for names in result:
            self.reread_acronyms(names)
            self._phrases(names)
            self.learn_variants(names)
        for names in result:
            self._learned_hits(names)
        return result

    # ------------------------------------------------------------------ gazetteer

    def _learn_full_names(self, matches: Sequence[Sequence[NameMatch]]) -> None:
        """Learn the surnames of those named in full, for elsewhere in the article."""
        for found in matches:
            for match in found:
                entry = match.entries[0]
                person = self._actors.get(entry.code)
                if person is None or person.kind != "Person" or len(entry.surfaces) < 2:
                    continue
                code, reason = self._speaks_for(person)
                name = person.label(self._lexicon.language)
                learned = Learned(
                    codes=(code,),
                    via=person.code,
                    text=name,
                    gender=grammatical_gender(person.gender),
                    reason=f"surname; {reason}",
                    score=0.9,
                )
                for word in surnames(name, state_of(code)):
                    self.learned.setdefault(name_key((word,)), learned)
                self.first_names.setdefault(name_key(tuple(name.split()[:1])), learned)

    def _hits(self, tree: Tree, matches: Sequence[NameMatch]) -> list[Hit]:
        if not matches:
            return []
        taken = {i for m in matches for i in range(m.first, m.last + 1)}
        words = {fold(token.text) for token in tree.tokens}
        found: list[Hit] = []
        for match in matches:
            reading = self._context.read(tree, match, taken, words)
            if reading is None or self._is_language(tree, match, reading.entry):
                continue
            hit = self._hit(tree, match, reading.entry, reading.score, reading.reason)
            if hit is None:
                continue
            if found and found[-1].last == hit.first and found[-1].kind == "combining":
                # "franco-algérien": one word, both actors
                hit.codes = tuple(dict.fromkeys(found[-1].codes + hit.codes))
                hit.first, hit.start = found[-1].first, found[-1].start
                found.pop()
            elif found and found[-1].last == hit.first:
                found[-1].codes = tuple(dict.fromkeys(found[-1].codes + hit.codes))
                found[-1].end = hit.end
                continue
            found.append(hit)
        return found

    def _hit(
        self, tree: Tree, match: NameMatch, entry: NameEntry, score: float, reason: str
    ) -> Hit | None:
        actor = self._actors.get(entry.code)
        code, via, kind = entry.code, None, entry.kind
        gender = None
        if actor is not None and actor.kind == "Person":
            accepted = self._person(tree, match, actor, ambiguous=entry.ambiguous)
            if accepted is None:
                return None
            code, extra = self._speaks_for(actor)
            reason, score = extra, min(score, accepted)
            via, kind = actor.code, "person"
            gender = grammatical_gender(actor.gender)
        elif actor is not None and actor.acts_for and state_of(code) is None:
            code, via = actor.acts_for, actor.code
            reason += f", a branch of {code}"
        elif kind in ("capital", "seat") and state_of(code) == code:
            code = f"{code}:GOV"
        return Hit(
            head=tree.span_head(match.first, match.last),
            first=match.first,
            last=match.last,
            start=match.start,
            end=match.end,
            codes=(code,),
            kind=kind,
            score=score,
            reasons=(reason,),
            via=via,
            gender=gender,
        )

    def _person(
        self, tree: Tree, match: NameMatch, person: Actor, *, ambiguous: bool
    ) -> float | None:
        """Return how sure a person's name is, or None where it is somebody else's."""
        words = tuple(p.folded for t in tree.tokens[match.first : match.last + 1]
                      for p in pieces(t.text))  # fmt: skip
        if len(words) > 1:
            return 0.95
        before = tree.tokens[match.first - 1] if match.first else None
        after = tree.tokens[match.last + 1] if match.last + 1 < len(tree.tokens) else None
        if after is not None and after.upos == "PROPN" and after.text[:1].isupper():
            return None
        if before is not None and before.upos == "PROPN" and before.text[:1].isupper():
            if self._is_title(before):
                forms = self._finder.forms(before.text, before.lemma)
                if any(self._lexicon.word("royal", form) for form in forms):
                    named = self.first_names.get(words)
                    return 0.85 if named is not None and named.via == person.code else None
                if any(self._lexicon.word("diplomat", form) for form in forms):
                    return None  # "Ambassador Huang" is no namesake in office
                return 0.85
            if before.i > 0 or base(tree.tokens[match.first].deprel) == "flat":
                return None
        known = self.learned.get(words)
        if known is not None:
            return 0.95 if known.via == person.code else None
        if not ambiguous:
            return 0.85
        token = tree.tokens[match.last]
        if token.upos != "PROPN" or self._lexicon.word("calendar", fold(token.text)):
            return None
        if before is not None and self._is_title(before):
            return 0.8
        for office in person.offices:
            current = self._day is None or office.held_on(self._day)
            if current and self._context.count(office.organization):
                return 0.7
        return None

    def _is_title(self, token: Token) -> bool:
        forms = self._finder.forms(token.text, token.lemma)
        return any(
            (noun := self._lexicon.nouns.get((form,))) is not None and noun.kind == "person"
            for form in forms
        ) or self._lexicon.word("honorific", fold(token.text).rstrip("."))

    def _is_language(self, tree: Tree, match: NameMatch, entry: NameEntry) -> bool:
        """Tell whether an adjective names the language: "en français"."""
        if entry.kind not in ("demonym", "inhabitant") or match.first == 0:
            return False
        token = tree.tokens[match.first]
        before = tree.tokens[match.first - 1]
        return (
            match.first == match.last
            and before.upos == "ADP"
            and self._lexicon.word("speech", fold(before.text))
            and base(token.deprel) not in ("amod", "compound")
            and not tree.children[match.first][1:]
        )

    # ------------------------------------------------------------------ what the article teaches

    # ------------------------------------------------------------------ phrases and their persons

    def _phrases(self, names: SentenceNames) -> None:
        tree = names.tree
        taken = {i for h in names.hits for i in range(h.first, h.last + 1)}
        names.phrases = self._finder.find(tree, taken)
        in_phrases = {i for p in names.phrases for i in range(p.first, p.last + 1)}
        self._finder.attach(tree, names.phrases, names.hits)
        names.propers = find_proper_names(tree, taken | in_phrases, self._lexicon)
        for proper in names.propers:
            phrase = self.introduces(names, proper)
            if phrase is not None:
                names.titles[proper.head] = phrase
                codes = self.explicit(phrase)
                if codes and phrase.noun.kind == "person" and not phrase.plural:
                    self.learn_person(proper, phrase, codes, 0.85, tree)
            elif len(proper.words) > 1:
                self.learn_national(names, proper)

    # ------------------------------------------------------------------ later mentions

    def _royal(self, tree: Tree, proper: ProperName) -> Learned | None:
        """Return whom a first name after a royal title means: "Prince Mohammed"."""
        title = proper.words[0] if len(proper.words) == 2 else ""
        if len(proper.words) == 1 and proper.first > 0:
            title = tree.tokens[proper.first - 1].text
        if not self._lexicon.word("royal", fold(title)):
            return None
        return self.first_names.get(name_key(proper.words[-1:]))

    def _missed(self, names: SentenceNames) -> list[ProperName]:
        """Return the surnames learned elsewhere that the tagger took for common nouns here."""
        spans: list[Hit | AgentPhrase | ProperName] = []
        spans += [*names.hits, *names.phrases, *names.propers]
        taken = {i for span in spans for i in range(span.first, span.last + 1)}
        return [
            ProperName(token.i, token.i, token.i, (token.text,))
            for token in names.tree.tokens
            if token.i not in taken
            and token.text[:1].isupper()
            and token.upos in ("NOUN", "X", "PROPN", *(("ADJ", "VERB") if token.i else ()))
            and name_key((token.text,)) in self.learned
        ]

    def _learned_hits(self, names: SentenceNames) -> None:
        """Turn the proper names that the article has introduced into hits."""
        if not self.learned:
            return
        kept = []
        added = False
        for proper in (*names.propers, *self._missed(names)):
            learned = self.lookup(proper) or self._royal(names.tree, proper)
            if learned is None:
                kept.append(proper)
                continue
            tokens = names.tree.tokens
            names.hits.append(
                Hit(
                    head=proper.head,
                    first=proper.first,
                    last=proper.last,
                    start=tokens[proper.first].start,
                    end=tokens[proper.last].end,
                    codes=learned.codes,
                    kind="person" if learned.human else "name",
                    score=learned.score,
                    reasons=(f"{learned.text}: {learned.reason}",),
                    via=learned.via,
                    gender=learned.gender,
                )
            )
            added = True
        names.propers = kept
        if added:
            names.hits.sort(key=lambda hit: hit.first)
            # A person may be what a phrase belongs to: "Tchiani's men".
            for phrase in names.phrases:
                phrase.sources.clear()
                phrase.owners.clear()
                phrase.weak.clear()
                phrase.names.clear()
            self._finder.attach(names.tree, names.phrases, names.hits)
