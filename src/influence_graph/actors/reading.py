"""Second pass over an article: every word that stands for an actor, in text order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from influence_graph.actors.anaphora import Anaphora, Found
from influence_graph.actors.descriptions import Descriptions
from influence_graph.actors.discourse import Memory, Referent, function_of
from influence_graph.actors.folding import fold, pieces
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.names import NameIndex
from influence_graph.actors.naming import Names, SentenceNames
from influence_graph.actors.people import short_code, surname
from influence_graph.actors.phrases import AgentPhrase, Hit, PhraseFinder, combine
from influence_graph.actors.proper import ProperName
from influence_graph.actors.tree import base
from influence_graph.model import Actor, Article, Mention, Sentence, roll_up, state_of

__all__ = ["ArticleReader"]

_ACTOR_PLACES = frozenset({"nsubj", "obj", "iobj", "obl:agent"})


class ArticleReader:
    """Reads one article.

    Parameters
    ----------
    article : Article
        Its date chooses the offices of persons.
    actors : Mapping of str to Actor
        The gazetteer by code.
    lexicon : AgentLexicon
        Of the language.
    index : NameIndex
        The gazetteer's names.
    finder : PhraseFinder
        Finds agent phrases.
    """

    def __init__(
        self,
        article: Article,
        actors: Mapping[str, Actor],
        lexicon: AgentLexicon,
        index: NameIndex,
        finder: PhraseFinder,
    ) -> None:
        span = article.published
        day = (span.end or span.start) if span is not None else None
        self._article = article
        self._lexicon = lexicon
        self._finder = finder
        self._actors = actors
        self._names = Names(actors, lexicon, index, finder, day)
        self._memory = Memory()
        self._anaphora = Anaphora(lexicon, self._memory)
        self._descriptions = Descriptions(lexicon, finder, self._memory, actors, day)

    def read(self, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """Return the mentions of the article in text order."""
        mentions: list[Mention] = []
        paragraph = -1
        for names in self._names.read(sentences):
            sentence = names.tree.sentence
            if sentence.paragraph != paragraph and not sentence.is_title:
                paragraph = sentence.paragraph
                self._memory.scene = None
            self._set_scene(names)
            mentions.extend(_SentenceReader(self, names).read())
            if sentence.is_title:
                self._memory.close_title()
        return tuple(mentions)

    def _set_scene(self, names: SentenceNames) -> None:
        """Remember the dateline, and the place that a sentence opens with: "In Tbilisi, …"."""
        tree = names.tree
        tokens = tree.tokens
        for hit in names.hits:
            state = state_of(hit.codes[0])
            if state is None or hit.kind not in ("name", "capital", "city"):
                continue
            if hit.first == 0 and hit.kind in ("capital", "city"):
                following = tokens[hit.last + 1 : hit.last + 9]
                dash = any(t.text in ("-", "–", "—", "--") for t in following)
                if (dash or len(tokens) < 6) and tokens[hit.first].text.isupper():
                    self._memory.topic = self._memory.topic or state
            case = tree.case_of(hit.head)
            if tree.sentence.is_title and case and self._lexicon.word("located", fold(case)):
                self._memory.topic = state
            elif hit.first <= 3 and case and self._lexicon.word("located", fold(case)):
                verb = tree.head(hit.head)
                if verb is not None and verb > hit.head:
                    self._memory.scene = state
            if not tree.sentence.is_title:
                return

    def provisional(self) -> tuple[Actor, ...]:
        """Return the actors met that the gazetteer lacks, in order of mention."""
        return tuple(self._names.provisional.values())


class _SentenceReader:
    """Reads one sentence, from left to right."""

    def __init__(self, article: ArticleReader, names: SentenceNames) -> None:
        # Offsets of the headline count in the headline.
        title = names.tree.sentence.is_title and article._article.title
        self._text: str = title or article._article.text
        self._lexicon = article._lexicon
        self._finder = article._finder
        self._names = article._names
        self._memory = article._memory
        self._anaphora = article._anaphora
        self._descriptions = article._descriptions
        self._found = names
        self._tree = names.tree
        self._tokens = names.tree.tokens
        self._mentions: dict[int, Mention] = {}
        self._referents: dict[int, Referent] = {}
        self._possessives: dict[int, Found] = {}
        self._phrases = {p.head: p for p in names.phrases}
        self._covering = {i: p for p in names.phrases for i in range(p.first, p.last + 1)}
        self._resolved: dict[int, tuple[tuple[str, ...], float, str, str | None]] = {}

    def read(self) -> list[Mention]:
        """Return the mentions of the sentence."""
        hits = {h.head: h for h in reversed(self._found.hits)}
        hidden = {i for h in self._found.hits for i in range(h.first, h.last + 1) if i != h.head}
        propers = {p.head: p for p in self._found.propers}
        for token in self._tokens:
            i = token.i
            if i in hits:
                self._name(hits[i])
            elif i in hidden:
                continue
            elif i in self._phrases:
                self._phrase(self._phrases[i])
            elif i in propers:
                self._proper(propers[i])
            elif not self._pronoun(i) and not self._group_word(i):
                self._competitor(i)
        self._quantities()
        return [self._mentions[i] for i in sorted(self._mentions)]

    # ------------------------------------------------------------------ recording

    def _mention(
        self,
        head: int,
        first: int,
        last: int,
        codes: tuple[str, ...],
        kind: str,
        score: float,
        reasons: tuple[str, ...],
        *,
        via: str | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Mention:
        if start is None:
            start = self._tokens[first].start
        if end is None:
            end = self._tokens[last].end
        mention = Mention(
            sentence=self._tree.sentence.index,
            head=head,
            first=first,
            last=last,
            start=start,
            end=end,
            text=self._text[start:end],
            codes=codes,
            kind=kind,
            score=round(score, 3),
            reasons=reasons,
            via=via,
        )
        known = self._mentions.get(head)
        if known is None or known.score < mention.score:
            self._mentions[head] = mention
        return mention

    def _refer(
        self,
        i: int,
        codes: tuple[str, ...],
        kind: str,
        text: str,
        *,
        gender: str = "",
        number: str = "Sing",
        human: bool = False,
        collective: bool = False,
        phrase: AgentPhrase | None = None,
        via: str | None = None,
    ) -> None:
        referent = Referent(
            codes=codes,
            sentence=self._tree.sentence.index,
            token=i,
            clause=self._tree.clause_of(i),
            function=function_of(self._tree, i),
            gender=gender,
            number=number,
            human=human,
            collective=collective,
            kind=kind,
            text=text,
            noun=phrase.noun if phrase is not None else None,
            via=via,
            title=self._tree.sentence.is_title,
            embedded=any(
                base(self._tokens[up].deprel) == "acl" for up in (i, *self._tree.ancestors(i))
            ),
        )
        self._memory.add(referent)
        self._referents[i] = referent
        self._coordinate(i)

    def _coordinate(self, i: int) -> None:
        """Add what a coordination names together: "Mali and Niger"."""
        root = self._conjunct_root(i)
        if root is None or root == i or root not in self._referents:
            return
        if self._continues(i, root):
            return
        members = [
            r
            for j, r in [*self._referents.items()][-30:]
            if r.codes and r.kind != "group" and (j == root or self._conjunct_root(j) == root)
        ]
        # States with states, persons with persons: the parse joins clauses by their subjects.
        members = [r for r in members if r.human == self._referents[root].human]
        codes = tuple(dict.fromkeys(c for r in members for c in r.codes))
        if (
            self._referents[i] not in members
            or len(members) < 2
            or len({roll_up(c) for c in codes}) < 2
        ):
            return
        first = self._referents[root]
        if first.kind in ("demonym", "combining"):
            return
        genders = {r.gender for r in members if r.gender}
        case = fold(self._tree.case_of(root))
        self._memory.add(
            Referent(
                paired=self._lexicon.word("between", case),
                codes=codes,
                sentence=first.sentence,
                token=i,
                clause=first.clause,
                function=first.function,
                gender="Fem" if genders == {"Fem"} else "Masc" if "Masc" in genders else "",
                number="Plur",
                human=all(r.human for r in members),
                kind="group",
                text=" + ".join(r.text for r in members),
                title=first.title,
                members=len(members),
            )
        )

    def _continues(self, i: int, root: int) -> bool:
        """Tell whether a coordination has further members after a token."""
        return any(
            hit.head > i and self._tokens[hit.head].head == root
            and base(self._tokens[hit.head].deprel) == "conj"
            for hit in self._found.hits
        ) or any(
            phrase.head > i and self._tokens[phrase.head].head == root
            and base(self._tokens[phrase.head].deprel) == "conj"
            for phrase in self._found.phrases
        )  # fmt: skip

    def _conjunct_root(self, i: int) -> int | None:
        node = i
        seen = {i}
        while base(self._tokens[node].deprel) == "conj":
            head = self._tree.head(node)
            if head is None or head in seen:
                break
            seen.add(head)
            node = head
        if node != i and node in self._referents and self._referents[node].codes:
            return node
        # The parse may miss it: "X et Y", "X and Y" side by side.
        j = i - 1
        while j > 0 and self._tokens[j].upos in ("DET", "ADP", "ADJ") and i - j < 3:
            j -= 1
        if j > 0 and self._tokens[j].upos == "CCONJ":
            for head in [*self._mentions][-3:]:
                if (
                    self._mentions[head].last == j - 1
                    and head in self._referents
                    and self._tokens[head].upos == self._tokens[i].upos
                ):
                    return head
        return None

    # ------------------------------------------------------------------ names

    def _name(self, hit: Hit) -> None:
        codes = hit.codes
        kind = hit.kind
        token = self._tokens[hit.head]
        reasons = hit.reasons
        plural = token.feats.get("Number") == "Plur"
        if kind == "combining":
            kind = "demonym"
        if kind == "inhabitant" and plural and self._quantified(hit.head):
            codes = tuple(f"{s}:CVL" if (s := state_of(c)) else c for c in codes)
            reasons = (*reasons, "people, since they are counted")
        self._mention(
            hit.head, hit.first, hit.last, codes, kind, hit.score, reasons,
            via=hit.via, start=hit.start, end=hit.end,
        )  # fmt: skip
        text = self._text[hit.start : hit.end]
        human = kind == "person" or kind in ("inhabitant", "member")
        number = "Sing"
        if self._is_plural_name(text, hit.head) or (plural and human):
            number = "Plur"
        if kind in ("capital", "seat", "acronym", "person"):
            number = "Sing"
        if len(codes) > 1 and kind != "demonym":
            number = "Plur"
        gender = hit.gender if hit.gender is not None else self._gender(hit, text)
        self._refer(
            hit.head, codes, hit.kind, text,
            gender=gender or "", number=number, human=human, via=hit.via,
            collective=kind == "acronym" or codes[0].startswith(("IGO:", "NSAG:")),
        )  # fmt: skip

    def _is_plural_name(self, text: str, head: int) -> bool:
        plural = self._lexicon.genders.get("plural", frozenset())
        if not self._lexicon.head_first:
            return False
        return fold(text) in plural or any(
            base(self._tokens[c].deprel) == "det" and self._tokens[c].feats.get("Number") == "Plur"
            for c in self._tree.children[head]
        )

    def _gender(self, hit: Hit, text: str) -> str:
        """Return the grammatical gender of a name, where the language has one."""
        genders = self._lexicon.genders
        if not genders.get("masculine"):
            return ""
        for child in self._tree.children[hit.head]:
            token = self._tokens[child]
            if (
                child <= hit.first
                and token.upos in ("DET", "ADP")
                and token.feats.get("Gender")
                and token.text[-1:] not in ("'", "’")
            ):
                return token.feats["Gender"]
        token = self._tokens[hit.head]
        if hit.kind in ("capital", "seat", "city"):
            return ""
        if token.upos == "NOUN" and token.feats.get("Gender"):
            return token.feats["Gender"]
        if hit.kind in ("inhabitant", "member"):
            return token.feats.get("Gender", "")
        if hit.kind == "name" and state_of(hit.codes[0]):
            name = fold(text)
            if name in genders.get("masculine", ()):
                return "Masc"
            if name in genders.get("feminine", ()) or name.split(" ")[0].endswith("e"):
                return "Fem"
            return "Masc"
        return ""

    def _quantified(self, head: int) -> bool:
        """Tell whether people are counted: "des milliers de Nigériens", "young Algerians"."""
        lexicon = self._lexicon
        near = [self._tokens[c] for c in self._tree.children[head]]
        up = self._tree.head(head)
        if up is not None and base(self._tokens[head].deprel) == "nmod":
            near.append(self._tokens[up])
        return any(
            base(t.deprel) == "nummod"
            or any(lexicon.word("quantity", f) for f in self._finder.forms(t.text, t.lemma))
            for t in near
        )

    # ------------------------------------------------------------------ agent phrases

    def _phrase(self, phrase: AgentPhrase) -> None:
        if self._is_office_complement(phrase):
            return
        found = self._resolve_phrase(phrase)
        if found is None:
            self._competitor(phrase.head)
            return
        codes, score, reason, kind, via = found
        first, last = self._extent(phrase)
        token = self._tokens[phrase.head]
        self._mention(phrase.head, first, last, codes, kind, score, (reason,), via=via)
        number = token.feats.get("Number", "Sing")
        if len(codes) > 1:
            number = "Plur"
        noun = phrase.noun
        self._refer(
            phrase.head, codes, kind, " ".join(t.text for t in self._tokens[first : last + 1]),
            gender=token.feats.get("Gender", ""), number=number, human=noun.kind == "person",
            collective=noun.kind == "body", phrase=phrase, via=via,
        )  # fmt: skip
        if len(codes) > 1:
            self._referents[phrase.head].members = len(codes)
        key = " ".join(p.folded for p in pieces(noun.text))
        ruling = noun.role == "MIL" and noun.title and codes[0].endswith(":GOV")  # "General Tiani"
        if (self._lexicon.word("junta", key) and score > 0.7) or ruling or self._rules(phrase):
            for state in filter(None, map(state_of, codes)):
                self._memory.juntas[state] = self._tree.sentence.index

    def _rules(self, phrase: AgentPhrase) -> bool:
        """Tell whether officers are said to rule: "les colonels qui dirigent le pays"."""
        return phrase.noun.role == "MIL" and any(
            base(self._tokens[c].deprel) == "acl"
            and self._lexicon.word("rules", fold(self._tokens[c].lemma))
            for c in self._tree.children[phrase.head]
        )

    def _is_office_complement(self, phrase: AgentPhrase) -> bool:
        """Tell whether a phrase is part of an office: "ministre … des Affaires étrangères"."""
        head = self._tree.head(phrase.head)
        above = self._covering.get(head) if head is not None else None
        return (
            above is not None
            and above is not phrase
            and bool(above.sources)
            and not phrase.sources
            and phrase.noun.kind == "body"
            and base(self._tokens[phrase.head].deprel) == "nmod"
        )

    def _extent(self, phrase: AgentPhrase) -> tuple[int, int]:
        """Return the tokens of a phrase with its determiner and its sources."""
        first, last = phrase.first, phrase.last
        for hit in phrase.sources:
            if hit.first > last and hit.first - last <= 5:
                last = hit.last
            elif hit.last < first and first - hit.last <= 6:
                first = hit.first
        for owner in phrase.owners:
            if owner.first > last and owner.first - last <= 4:
                last = max(owner.last, *(h.last for h in owner.sources), owner.last)
        while first > 0 and self._tokens[first - 1].upos == "DET":
            first -= 1
        return first, last

    def _resolve_phrase(
        self, phrase: AgentPhrase
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        noun = phrase.noun
        kind = "city" if noun.role == "PLACE" else "agent"
        count = self._descriptions.group_size(self._tree, phrase)
        codes: tuple[str, ...] = ()
        if phrase.possessive is None or any(h.kind == "demonym" for h in phrase.sources):
            codes = self._names.explicit(phrase)
        if codes:
            codes = self._former(phrase, codes)
            for code in codes:
                if code.startswith("NSAG:") and code.endswith("-REBELS"):
                    self._names.provide(code, self._words(*self._extent(phrase)))
            via = phrase.sources[0].via if len(phrase.sources) == 1 else None
            score = min([0.92, *(h.score for h in phrase.sources)])
            whom = ", ".join(self._words(h.first, h.last) for h in phrase.sources) or ", ".join(
                self._words(o.first, o.last) for o in phrase.owners
            )
            return codes, score, f"'{noun.text}' of '{whom}'", kind, via
        if phrase.names:
            hit = phrase.names[0]
            return hit.codes, min(0.9, hit.score), f"title of {hit.reasons[0]}", kind, hit.via
        title = self._titled(phrase)
        if title is not None:
            return title
        for owner in phrase.owners:
            known = self._mentions.get(owner.head) or self._resolve_owner(owner)
            if known is not None:
                made = tuple(
                    c for code in known.codes if (c := combine(code, noun, inherited=True))
                )
                if made:
                    return made, known.score * 0.95, f"'{noun.text}' of '{known.text}'", kind, None
        if phrase.possessive is not None or self._relative_owner(phrase) is not None:
            return self._owned(phrase, kind)
        if phrase.sources or base(self._tokens[phrase.head].deprel) in ("compound", "amod"):
            return None
        if count > 1:
            return self._several(phrase, count)
        if self._descriptions.is_mutual(phrase):
            banned = self._excluded(phrase.head, whole=False)
            pair = self._memory.group(self._tree.sentence.index, 2, banned) or self._memory.dyad
            if pair and not banned.intersection(pair) and self._descriptions.border(pair):
                reason = "the two states that are spoken of together"
                return pair, 0.6, reason, "description", None
        for hit in phrase.weak if noun.role != "MIL" or phrase.definite else ():
            made = tuple(c for code in hit.codes if (c := combine(code, noun)))
            if made and not noun.named_only:
                where = self._words(hit.first, hit.last)
                return made, 0.7, f"'{noun.text}' in '{where}'", kind, None
        people = self._people(phrase)
        if people is not None:
            return people
        if not phrase.definite:
            return None
        beside = self._beside(phrase)
        if beside is not None:
            return beside
        single = self._descriptions.single(self._tree, phrase, self._excluded(phrase.head))
        if single is None:
            return None
        kind = "description"
        return single.codes, single.score, single.reason, kind, None

    def _people(
        self, phrase: AgentPhrase
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        """Name unnamed rebels by their people: "Karen guerrillas" is ``NSAG:KAREN``."""
        if phrase.noun.role != "ARMED" or phrase.noun.named_only or phrase.first == 0:
            return None
        before = self._tokens[phrase.first - 1]
        after = self._tokens[phrase.last + 1 : phrase.last + 2]
        word = before if not self._lexicon.head_first else next(iter(after), before)
        if (
            word.upos not in ("PROPN", "ADJ", "NOUN")
            or not word.text[:1].isupper()
            or len(word.text) < 4
            or word.i == 0
            or self._lexicon.word("vague", fold(word.text))
        ):
            return None
        code = short_code("NSAG", (word.text,))
        self._names.provide(code, self._words(min(word.i, phrase.first), phrase.last))
        return (code,), 0.5, f"an armed group named by its people, '{word.text}'", "agent", code

    def _beside(
        self, phrase: AgentPhrase
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        """Read an apposition: "the CSTO, the alliance that …" is one and the same."""
        head = self._tree.head(phrase.head)
        if head is None or base(self._tokens[phrase.head].deprel) != "appos":
            return None
        referent = self._referents.get(head)
        if referent is None or not referent.codes or referent.kind in ("capital", "city"):
            return None
        reason = f"'{phrase.noun.text}' says what '{referent.text}' is"
        return referent.codes, 0.8, reason, "description", referent.via

    def _resolve_owner(self, owner: AgentPhrase) -> Mention | None:
        if owner.head in self._mentions or owner.head < 0:
            return self._mentions.get(owner.head)
        if owner.possessive is not None or not owner.definite:
            return None
        count = self._descriptions.group_size(self._tree, owner)
        if count > 1:
            several = self._several(owner, count)
            found = Found(several[0], several[1], several[2]) if several is not None else None
        else:
            found = self._descriptions.single(self._tree, owner, self._excluded(owner.head))
        if found is None:
            return None
        return Mention(
            sentence=0, head=owner.head, first=owner.first, last=owner.last, start=0, end=0,
            text=self._words(owner.first, owner.last), codes=found.codes, kind="description",
            score=found.score,
        )  # fmt: skip

    def _titled(
        self, phrase: AgentPhrase
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        """Resolve a bare title before an unknown name: "Prime Minister Abdoulaye Maïga"."""
        for head, title in self._found.titles.items():
            if title is not phrase or phrase.plural or phrase.noun.kind != "person":
                continue
            proper = next((p for p in self._found.propers if p.head == head), None)
            if proper is None:
                continue
            found: Found | None = None
            if phrase.possessive is not None:
                owner = self._possessives.get(phrase.possessive)
                if owner is not None:
                    made = tuple(c for code in owner.codes if (c := combine(code, phrase.noun)))
                    found = Found(made, owner.score, owner.reason) if made else None
            elif phrase.noun.role in ("GOV", "MIL", "OPP"):
                found = self._descriptions.single(self._tree, phrase, self._excluded(phrase.head))
            if found is None:
                return None
            learned = self._names.learn_person(
                proper, phrase, found.codes, found.score * 0.9, self._tree
            )
            return learned.codes, found.score, found.reason, "agent", learned.via
        return None

    def _relative_owner(self, phrase: AgentPhrase) -> Found | None:
        """Return whose a phrase is, by its relative pronoun: "Paris, whose soldiers …"."""
        for child in self._tree.children[phrase.head]:
            token = self._tokens[child]
            if not self._lexicon.word("relative_owner", fold(token.text)):
                continue
            referent = self._referents.get(self._tree.antecedent(child, possessive=True))
            if referent is not None and referent.codes:
                return Found(
                    referent.codes, 0.75, f"'{token.text}' stands for '{referent.text}'", referent
                )
        return None

    def _owned(
        self, phrase: AgentPhrase, kind: str
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        owner = self._relative_owner(phrase)
        if owner is None and phrase.possessive is not None:
            owner = self._possessives.get(phrase.possessive)
        if owner is None:
            return None
        noun = phrase.noun
        listed = self._descriptions.restricted(self._tree, phrase, owner.codes)
        if listed is not None:
            return listed.codes, min(listed.score, owner.score), listed.reason, "description", None
        if noun.demonym_only or noun.group == "description":
            seen = self._descriptions.neighbour(
                self._tree, phrase, owner.codes, self._excluded(phrase.head)
            )
            if seen is not None:
                return seen.codes, min(seen.score, owner.score), seen.reason, "description", None
            if noun.role != "STATE" or noun.demonym_only:
                return None
        key = " ".join(p.folded for p in pieces(noun.text))
        if self._lexicon.word("kin", key):
            return None
        made = tuple(c for code in owner.codes if (c := combine(code, noun)))
        if not made:
            return None
        return made, owner.score * 0.95, f"'{noun.text}': {owner.reason}", kind, None

    def _excluded(self, i: int, *, whole: bool = True) -> set[str]:
        """Return the actors of the clause of a token, and the subjects of the clauses above.

        Parameters
        ----------
        i : int
            The token.
        whole : bool
            All actors of the clause; else the subjects alone.
        """
        tree = self._tree
        clause = tree.clause_of(i)
        subjects = {tree.understood_subject(clause)}
        function = function_of(tree, i)
        if function not in ("subject", "agent"):
            subjects.update(tree.subject_of(up) for up in tree.ancestors(clause))
            if subjects == {None}:
                # no subject in the parse: the first actor of the sentence
                subjects.add(min((j for j in self._referents if j < i), default=None))
        subjects |= {tree.antecedent(j) for j in subjects if j is not None}
        banned: set[str] = set()
        for j, referent in [*self._referents.items()][-60:]:
            if j in subjects or (whole and referent.clause == clause and not tree.within(i, j)):
                banned.update(roll_up(code) for code in referent.codes)
        for hit in self._found.hits if whole else ():
            if hit.head > i + 60:
                break
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

    def _apart(self, i: int) -> set[str]:
        """Return whom a group cannot hold: the subject, unless the group is between or of it."""
        tree = self._tree
        case = fold(tree.case_of(i))
        if function_of(tree, i) == "modifier" or self._lexicon.word("between", case):
            return set()
        return self._excluded(i, whole=False)

    def _several(
        self, phrase: AgentPhrase, count: int
    ) -> tuple[tuple[str, ...], float, str, str, str | None] | None:
        key = " ".join(p.folded for p in pieces(phrase.noun.text))
        human = phrase.noun.kind == "person" and self._lexicon.word("person_group", key)
        found = self._descriptions.group(
            self._tree, count,
            human=human, excluded=self._apart(phrase.head), key=key,
        )  # fmt: skip
        if found is None:
            return None
        made = found.codes
        if not human and phrase.noun.role in ("GOV", "MIL"):
            made = tuple(f"{s}:{phrase.noun.role}" if (s := state_of(c)) else c for c in made)
        return made, found.score, found.reason, "description", None

    def _former(self, phrase: AgentPhrase, codes: tuple[str, ...]) -> tuple[str, ...]:
        if phrase.noun.kind == "person" and phrase.noun.role in ("GOV", "MIL"):
            for child in self._tree.children[phrase.head]:
                token = self._tokens[child]
                if base(token.deprel) not in ("amod", "compound", "advmod"):
                    continue
                if self._lexicon.word("former", fold(token.lemma)) or self._lexicon.word(
                    "former", fold(token.text)
                ):
                    return tuple(dict.fromkeys(roll_up(code) for code in codes))
        return codes

    def _words(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last].end]

    # ------------------------------------------------------------------ unknown names

    def _proper(self, proper: ProperName) -> None:
        learned = self._names.lookup(proper)
        text = self._words(proper.first, proper.last)
        title = self._found.titles.get(proper.head)
        if learned is None and title is not None and not title.plural:
            found = self._resolve_phrase(title)
            learned = self._names.lookup(proper)
            if learned is None and found is not None:
                learned = self._names.learn_person(
                    proper, title, found[0], found[1] * 0.9, self._tree
                )
        if learned is not None:
            self._mention(
                proper.head, proper.first, proper.last, learned.codes,
                "person" if learned.human else "name", learned.score,
                (f"{learned.text}: {learned.reason}",), via=learned.via,
            )  # fmt: skip
            self._refer(
                proper.head, learned.codes, "person", text,
                gender=learned.gender, human=learned.human, via=learned.via,
            )  # fmt: skip
            return
        if len(proper.words) < 2 or not self._acts(proper.head) or self._is_place(proper):
            return
        organisation = self._lexicon.word("organisation_head", fold(proper.words[0])) or (
            self._lexicon.word("organisation_head", fold(proper.words[-1]))
        )
        words = proper.words if organisation else (surname(" ".join(proper.words)),)
        code = short_code("ORG" if organisation else "PERSON", words)
        self._names.provide(code, text)
        self._mention(
            proper.head, proper.first, proper.last, (code,),
            "name" if organisation else "person", 0.4,
            ("a name that the gazetteer lacks, where an actor stands",), via=code,
        )  # fmt: skip
        self._refer(
            proper.head, (code,), "person", text, human=not organisation, via=code,
        )  # fmt: skip

    def _is_place(self, proper: ProperName) -> bool:
        """Tell whether a name says itself that it is a place: "Potomac River"."""
        return self._lexicon.word("place_end", fold(proper.words[-1])) or self._lexicon.word(
            "place_start", fold(proper.words[0])
        )

    def _acts(self, i: int) -> bool:
        return self._tokens[i].deprel in _ACTOR_PLACES

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, i: int) -> bool:
        form = self._anaphora.form(self._tree, i)
        if form is None:
            return False
        if form.case == "subject" and self._anaphora.is_expletive(self._tree, i):
            return True
        found = self._anaphora.reinforced(self._tree, i, form)
        if found is None:
            acting = self._tokens[i].head in self._phrases
            found = self._anaphora.pronoun(self._tree, i, form, self._ahead(i), acting=acting)
        if found is None:
            return True
        if form.case == "possessive":
            self._possessives[i] = found
        kind = "possessive" if form.case == "possessive" else "pronoun"
        via = found.referent.via if found.referent is not None else None
        self._mention(i, i, i, found.codes, kind, found.score, (found.reason,), via=via)
        if form.case in ("subject", "object", "dative", "stressed") and found.referent is not None:
            taken = found.referent
            self._refer(
                i, found.codes, "pronoun", taken.text,
                gender=form.gender or taken.gender, number=form.number or taken.number,
                human=taken.human, collective=taken.collective, via=taken.via,
            )  # fmt: skip
            self._referents[i].members = taken.members
            self._referents[i].noun = taken.noun
        return True

    def _ahead(self, i: int) -> list[Referent]:
        """Return the names that stand later in the sentence."""
        found = []
        for hit in self._found.hits:
            if hit.first > i + 60:
                break
            if hit.head > i and hit.kind not in ("demonym", "combining"):
                text = self._text[hit.start : hit.end]
                found.append(self._sketch(hit.head, hit.codes, hit.kind, text, hit))
        for phrase in self._found.phrases:
            if phrase.first > i + 60:
                break
            codes = self._names.explicit(phrase) if phrase.head > i else ()
            if codes:
                found.append(
                    self._sketch(phrase.head, codes, "agent", phrase.noun.text, None, phrase)
                )
        return found

    def _sketch(
        self,
        i: int,
        codes: tuple[str, ...],
        kind: str,
        text: str,
        hit: Hit | None,
        phrase: AgentPhrase | None = None,
    ) -> Referent:
        token = self._tokens[i]
        gender = self._gender(hit, text) if hit is not None else token.feats.get("Gender", "")
        number = token.feats.get("Number", "Sing") if phrase is not None else "Sing"
        return Referent(
            codes=codes,
            sentence=self._tree.sentence.index,
            token=i,
            clause=self._tree.clause_of(i),
            function=function_of(self._tree, i),
            gender=gender,
            number=number,
            human=kind == "person" or (phrase is not None and phrase.noun.kind == "person"),
            kind=kind,
            text=text,
        )

    def _group_word(self, i: int) -> bool:
        """Resolve "both", "all three", "the trio", "each"."""
        if self._other(i):
            return True
        count = self._descriptions.pronominal_group(self._tree, i, self._phrases)
        if count < 2:
            return False
        found = self._descriptions.group(self._tree, count, human=False, excluded=self._apart(i))
        if found is None:
            return False
        self._mention(i, i, i, found.codes, "description", found.score * 0.9, (found.reason,))
        self._refer(i, found.codes, "description", self._tokens[i].text, number="Plur")
        self._referents[i].members = count
        return True

    def _other(self, i: int) -> bool:
        """Resolve "each … the other": one of those that the subject stands for."""
        token = self._tokens[i]
        if not self._lexicon.word("other", fold(token.lemma)) or base(token.deprel) not in (
            "obj", "iobj", "obl", "nmod",
        ):  # fmt: skip
            return False
        subject = self._tree.understood_subject(self._tree.clause_of(i))
        referent = self._referents.get(subject) if subject is not None else None
        if referent is None or len({roll_up(code) for code in referent.codes}) < 2:
            return False
        reason = f"'{token.text}': one of '{referent.text}'"
        self._mention(i, i, i, referent.codes, "pronoun", 0.6, (reason,))
        return True

    def _competitor(self, i: int) -> None:
        """Remember a noun that is no actor: a pronoun may mean it."""
        token = self._tokens[i]
        if token.upos not in ("NOUN", "PROPN") or i in self._referents:
            return
        function = function_of(self._tree, i)
        if function in ("modifier", "oblique"):
            return
        self._memory.add(
            Referent(
                codes=(),
                sentence=self._tree.sentence.index,
                token=i,
                clause=self._tree.clause_of(i),
                function=function,
                gender=token.feats.get("Gender", ""),
                number=token.feats.get("Number", "Sing"),
                human=token.upos == "PROPN",
                kind="other",
                text=token.text,
                title=self._tree.sentence.is_title,
            )
        )

    # ------------------------------------------------------------------ measures of people

    def _quantities(self) -> None:
        """Let "thousands of Nigeriens" stand where its people do."""
        for token in self._tokens:
            if token.i in self._mentions or token.upos not in ("NOUN", "NUM", "ADJ", "PRON"):
                continue
            forms = self._finder.forms(token.text, token.lemma)
            if not any(self._lexicon.word("quantity", form) for form in forms):
                continue
            for child in self._tree.children[token.i]:
                inner = self._mentions.get(child)
                if (
                    inner is not None
                    and base(self._tokens[child].deprel) == "nmod"
                    and inner.kind in ("inhabitant", "agent", "member")
                ):
                    self._mention(
                        token.i, min(token.i, inner.first), max(token.i, inner.last),
                        inner.codes, inner.kind, inner.score * 0.97,
                        (*inner.reasons, f"counted by '{token.text}'"), via=inner.via,
                    )  # fmt: skip
                    break
