"""First pass over an article: names, phrases, and the persons that it introduces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from influence_graph.actors.context import NameContext
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.names import NameEntry, NameIndex, NameMatch
from influence_graph.actors.people import short_code, stands_for, surname
from influence_graph.actors.phrases import AgentPhrase, Hit, PhraseFinder, combine
from influence_graph.actors.proper import (
    Learned,
    ProperName,
    find_acronyms,
    find_proper_names,
    name_key,
)
from influence_graph.actors.tree import Tree, base
from influence_graph.model import Actor, ActorName, Sentence, Token, state_of

__all__ = ["Names", "SentenceNames"]


@dataclass(slots=True)
class SentenceNames:
    """What the first pass found in a sentence.

    Attributes
    ----------
    tree : Tree
        The sentence.
    hits : list of Hit
        Names of known actors.
    phrases : list of AgentPhrase
        Agent nouns with whom they act for.
    propers : list of ProperName
        Names that the gazetteer lacks.
    titles : dict of int to AgentPhrase
        By head of a proper name: the phrase that introduces it.
    """

    tree: Tree
    hits: list[Hit] = field(default_factory=list)
    phrases: list[AgentPhrase] = field(default_factory=list)
    propers: list[ProperName] = field(default_factory=list)
    titles: dict[int, AgentPhrase] = field(default_factory=dict)


class Names:
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
        self._actors = actors
        self._lexicon = lexicon
        self._index = index
        self._finder = finder
        self._day = day
        self._context = NameContext(lexicon, actors, day)
        self.learned: dict[tuple[str, ...], Learned] = {}
        self.provisional: dict[str, Actor] = {}

    def read(self, sentences: Sequence[Sentence]) -> list[SentenceNames]:
        """Return the names of each sentence."""
        trees = [Tree(sentence) for sentence in sentences]
        matches = [self._index.find(sentence) for sentence in sentences]
        for found, tree in zip(matches, trees, strict=True):
            self._context.learn(found, tree.sentence.index)
        self._learn_full_names(matches)
        result = [
            SentenceNames(tree=tree, hits=self._hits(tree, found))
            for tree, found in zip(trees, matches, strict=True)
        ]
        for names in result:
            self._learn_acronyms(names)
        for names in result:
            self._phrases(names)
            self._variants(names)
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
                last = surname(person.label(self._lexicon.language))
                self.learned.setdefault(
                    name_key((last,)),
                    Learned(
                        codes=(code,),
                        via=person.code,
                        text=person.label(self._lexicon.language),
                        gender=_gender(person.gender),
                        reason=f"surname; {reason}",
                        score=0.9,
                    ),
                )

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
            gender = _gender(actor.gender)
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

    def _speaks_for(self, person: Actor) -> tuple[str, str]:
        """Return whom a person stands for; the head of a branch stands for its parent."""
        code, reason = stands_for(person, self._day)
        branch = self._actors.get(code)
        if branch is not None and branch.acts_for and state_of(code) is None:
            return branch.acts_for, f"{reason}, a branch of {branch.acts_for}"
        return code, reason

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

    def _learn_acronyms(self, names: SentenceNames) -> None:
        """Learn "Long Name (LN)" in whichever direction one of the two is known."""
        tree = names.tree
        if not any(token.text == "(" for token in tree.tokens):
            return
        by_token = {i: h for h in names.hits for i in range(h.first, h.last + 1)}
        for first, last, short in find_acronyms(tree, self._lexicon):
            text = tree.tokens[short].text
            known = by_token.get(short)
            long_hit = next(
                (h for h in names.hits if first <= h.first and h.last <= last
                 and h.kind in ("name", "acronym") and (h.first <= first + 1 or h.last == last)
                 and state_of(h.codes[0]) is None), None,
            )  # fmt: skip
            if known is not None:
                if long_hit is None and known.kind == "acronym":
                    names.hits = [h for h in names.hits if h.last < first or h.first > last]
                    names.hits.append(self._long(tree, first, last, known.codes, known.via))
                    names.hits.sort(key=lambda h: h.first)
                continue
            key = name_key((text,))
            if long_hit is not None:
                self.learned.setdefault(
                    key,
                    Learned(
                        codes=long_hit.codes,
                        via=long_hit.via or long_hit.codes[0],
                        text=text,
                        human=False,
                        reason=f"'{text}' is introduced as an acronym of it",
                    ),
                )
                continue
            opening = fold(tree.tokens[first].text)
            if not self._lexicon.word("organisation_head", opening):
                continue
            prefix = "NSAG" if self._lexicon.word("armed_head", opening) else "ORG"
            code = short_code(prefix, (text,))
            title = tree.sentence.tokens[first : last + 1]
            self._provide(code, " ".join(t.text for t in title), None, text)
            self.learned.setdefault(
                key,
                Learned(codes=(code,), via=code, text=text, human=False, score=0.7,
                        reason="an organisation that the gazetteer lacks"),
            )  # fmt: skip
            names.hits = [h for h in names.hits if h.last < first or h.first > last]
            names.hits.append(self._long(tree, first, last, (code,), code))
            names.hits.sort(key=lambda h: h.first)

    @staticmethod
    def _long(tree: Tree, first: int, last: int, codes: tuple[str, ...], via: str | None) -> Hit:
        return Hit(
            head=tree.span_head(first, last),
            first=first,
            last=last,
            start=tree.tokens[first].start,
            end=tree.tokens[last].end,
            codes=codes,
            kind="name",
            score=0.75,
            reasons=("the name that its acronym in parentheses stands for",),
            via=via,
        )

    def _provide(
        self, code: str, text: str, acts_for: str | None, *aliases: str, human: bool = False
    ) -> None:
        if code in self.provisional or code in self._actors:
            return
        kinds = {"PERSON": "Person", "NSAG": "NonStateArmedGroup"}
        language = self._lexicon.language
        self.provisional[code] = Actor(
            code=code,
            kind="Person" if human else kinds.get(code.partition(":")[0], "Organization"),
            labels={language: text},
            names=tuple(
                ActorName(text=name, language=language) for name in dict.fromkeys((text, *aliases))
            ),
            acts_for=acts_for,
            provisional=True,
        )

    def provide(self, code: str, text: str, acts_for: str | None = None) -> None:
        """Record an actor that the gazetteer lacks."""
        self._provide(code, text, acts_for, human=code.startswith("PERSON:"))

    # ------------------------------------------------------------------ phrases and their persons

    def _phrases(self, names: SentenceNames) -> None:
        tree = names.tree
        taken = {i for h in names.hits for i in range(h.first, h.last + 1)}
        names.phrases = self._finder.find(tree, taken)
        in_phrases = {i for p in names.phrases for i in range(p.first, p.last + 1)}
        self._finder.attach(tree, names.phrases, names.hits)
        names.propers = find_proper_names(tree, taken | in_phrases, self._lexicon)
        for proper in names.propers:
            phrase = self._introduces(names, proper)
            if phrase is not None:
                names.titles[proper.head] = phrase
                codes = self.explicit(phrase)
                if codes and phrase.noun.kind == "person" and not phrase.plural:
                    self.learn_person(proper, phrase, codes, 0.85, tree)
            elif len(proper.words) > 1:
                self._learn_national(names, proper)

    def _variants(self, names: SentenceNames) -> None:
        """Learn a known person whose middle names are written otherwise: "Omar El Bashir"."""
        for proper in names.propers:
            key = name_key(proper.words)
            if len(key) < 2 or key in self.learned:
                continue
            person = self._index.person(key[0], key[-1])
            if person is None:
                continue
            code, reason = self._speaks_for(self._actors[person])
            self.learned[key] = Learned(
                codes=(code,),
                via=person,
                text=" ".join(proper.words),
                gender=_gender(self._actors[person].gender),
                reason=f"first and last name of {reason}",
                score=0.8,
            )

    def _learn_national(self, names: SentenceNames, proper: ProperName) -> None:
        """Learn "Colombia's Gustavo Petro" and "le Hongrois Viktor Orban"."""
        tokens = names.tree.tokens
        for hit in names.hits:
            if hit.last >= proper.first:
                continue
            gap = tokens[hit.last + 1 : proper.first]
            owned = len(gap) == 1 and gap[0].text in ("'s", "’s")
            beside = not gap and hit.kind in ("inhabitant", "demonym")
            state = state_of(hit.codes[0])
            if state is None or not (owned or beside) or len(hit.codes) > 1:
                continue
            if beside and (hit.kind == "demonym") == self._lexicon.head_first:
                continue
            text = " ".join(proper.words)
            last = surname(text)
            code = short_code("PERSON", (last,))
            self._provide(code, text, state, human=True)
            learned = Learned(
                codes=(state,),
                via=code,
                text=text,
                reason=f"introduced with '{tokens[hit.first].text}'",
                score=0.7,
            )
            self.learned.setdefault(name_key((last,)), learned)
            self.learned.setdefault(name_key(proper.words), learned)

    def explicit(self, phrase: AgentPhrase, depth: int = 0) -> tuple[str, ...]:
        """Return the codes of a phrase that says itself for whom it acts."""
        codes: list[str] = []
        for hit in phrase.sources:
            for code in hit.codes:
                inherited = hit.kind == "person"
                found = combine(code, phrase.noun, inherited=inherited)
                if found is not None:
                    codes.append(found)
        if not codes and depth < 4:
            for owner in phrase.owners:
                for code in self.explicit(owner, depth + 1):
                    found = combine(code, phrase.noun, inherited=True)
                    if found is not None:
                        codes.append(found)
        return tuple(dict.fromkeys(codes))

    def learn_person(
        self,
        proper: ProperName,
        phrase: AgentPhrase,
        codes: tuple[str, ...],
        score: float,
        tree: Tree,
    ) -> Learned:
        """Remember for the article whom a person of unknown name stands for."""
        text = " ".join(proper.words)
        last = surname(text)
        code = short_code("PERSON", (last,))
        self._provide(code, text, codes[0], human=True)
        gender = tree.tokens[phrase.head].feats.get("Gender", "")
        learned = Learned(
            codes=codes,
            via=code,
            text=text,
            gender=gender,
            reason=f"introduced as '{phrase.noun.text}' in sentence {tree.sentence.index + 1}",
            score=score,
        )
        self.learned.setdefault(name_key((last,)), learned)
        self.learned.setdefault(name_key(proper.words), learned)
        return learned

    def _introduces(self, names: SentenceNames, proper: ProperName) -> AgentPhrase | None:
        """Return the phrase whose person a proper name is."""
        tree = names.tree
        head = tree.tokens[proper.head]
        relation = base(head.deprel)
        for phrase in names.phrases:
            if phrase.noun.kind != "person" or abs(phrase.head - proper.head) > 25:
                continue
            inside = range(phrase.first, phrase.last + 1)
            if head.head in inside and relation in ("appos", "flat", "compound"):
                return phrase
            if (
                head.head in inside
                and head.deprel in ("nmod", "nmod:desc")
                and not tree.case_of(proper.head)
            ):
                return phrase
            token = tree.tokens[phrase.head]
            if token.head in range(proper.first, proper.last + 1) and (
                token.deprel in ("appos", "nmod:desc", "compound", "flat", "nmod:appos")
            ):
                return phrase
        return self._introduces_line(names, proper)

    def _introduces_line(self, names: SentenceNames, proper: ProperName) -> AgentPhrase | None:
        tokens = names.tree.tokens
        for phrase in names.phrases:
            if not phrase.noun.title or phrase.plural or phrase.last >= proper.first:
                continue
            ends = max([phrase.last, *(h.last for h in phrase.sources)])
            gap = range(ends + 1, proper.first)
            if (
                ends < proper.first
                and len(gap) <= 3
                and all(tokens[i].upos == "ADJ" or tokens[i].text == "," for i in gap)
            ):
                return phrase
        return None

    # ------------------------------------------------------------------ later mentions

    def _learned_hits(self, names: SentenceNames) -> None:
        """Turn the proper names that the article has introduced into hits."""
        if not self.learned:
            return
        kept = []
        added = False
        for proper in names.propers:
            learned = self.lookup(proper)
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

    def lookup(self, proper: ProperName) -> Learned | None:
        """Return whom a proper name stands for, if the article has said."""
        key = name_key(proper.words)
        found = self.learned.get(key)
        if found is None and len(proper.words) > 1:
            last = name_key((surname(" ".join(proper.words)),))
            found = self.learned.get(last)
            if found is not None and (
                not found.human or key[0] not in name_key(tuple(found.text.split()))
            ):
                return None
        return found


def _gender(gender: str | None) -> str:
    return {"m": "Masc", "f": "Fem"}.get(gender or "", "")
