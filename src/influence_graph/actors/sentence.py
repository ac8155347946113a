"""Read one sentence from left to right: names, phrases, pronouns."""

from __future__ import annotations

from influence_graph.actors.agents import AgentPhrase, Hit
from influence_graph.actors.discourse import Found, Referent, function_of
from influence_graph.actors.folding import fold
from influence_graph.actors.groups import noun_key_of
from influence_graph.actors.introductions import near
from influence_graph.actors.lexicon import PronounForm
from influence_graph.actors.tree import base
from influence_graph.actors.unknown import UnknownNameReader
from influence_graph.model import Mention, roll_up, state_of

__all__ = ["SentenceReader"]


class SentenceReader(UnknownNameReader):
    """Reads one sentence; see `Recorder` for the parameters."""

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
            elif not self._pronoun(i) and not self._group_word(i) and not self._latter(i):
                self._competitor(i)
                if self._lexicon.drops_subjects:
                    self._dropped(i)
        self._quantities()
        return [self._mentions[i] for i in sorted(self._mentions)]

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
            base(self._tokens[c].deprel) in ("det", "case")
            and self._tokens[c].feats.get("Number") == "Plur"
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
            if name in genders.get("feminine", ()) or name.split(" ")[0].endswith(
                tuple(genders.get("feminine_endings", ()))
            ):
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

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, i: int) -> bool:
        form = self._anaphora.form(self._tree, i)
        if form is None:
            return False
        if form.case == "subject" and self._anaphora.is_expletive(self._tree, i):
            return True
        found = self._anaphora.reinforced(self._tree, i, form) or self._spoken_for(i, form)
        if found is None:
            owned = self._phrases.get(self._tokens[i].head)
            acting = owned is not None
            place = owned is not None and owned.noun.role == "PLACE"
            found = self._anaphora.pronoun(
                self._tree,
                i,
                form,
                self._ahead(i),
                acting=acting,
                place=place,
                quoted=i in self._found.quoted,
            )
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

    def _dropped(self, i: int) -> None:
        """Resolve the subject that a verb does not say, as a pronoun of its number would be."""
        number = self._anaphora.dropped_subject(self._tree, i)
        if number is None:
            return
        form = PronounForm(case="subject", number=number)
        found = self._anaphora.pronoun(self._tree, i, form)
        if found is None or found.referent is None:
            return
        taken = found.referent
        self._mention(i, i, i, found.codes, "dropped", found.score, (found.reason,), via=taken.via)
        self._refer(
            i, found.codes, "pronoun", taken.text,
            gender=taken.gender, number=number or taken.number,
            human=taken.human, collective=taken.collective, via=taken.via, predicate=True,
        )  # fmt: skip
        self._referents[i].members = taken.members
        self._referents[i].noun = taken.noun

    def _spoken_for(self, i: int, form: PronounForm) -> Found | None:
        """Read "the ministry's spokesman said it …": the body that he speaks for."""
        if form.case != "subject" or form.human is not False:
            return None
        said = self._tree.head(self._tree.clause_of(i))
        subject = self._tree.subject_of(said) if said is not None else None
        referent = self._referents.get(subject) if subject is not None else None
        if referent is None or referent.noun is None or not referent.codes:
            return None
        if not self._lexicon.word("spokesperson", noun_key_of(referent)):
            return None
        word = self._tokens[i].text
        return Found(
            referent.codes, 0.65, f"'{word}': the body for which '{referent.text}' speaks", referent
        )

    def _ahead(self, i: int) -> list[Referent]:
        """Return the names that stand later in the sentence."""
        found = []
        for hit in near(self._found.hits, i, 60):
            if hit.head > i and hit.kind not in ("demonym", "combining"):
                text = self._text[hit.start : hit.end]
                found.append(self._sketch(hit.head, hit.codes, hit.kind, text, hit))
        for phrase in near(self._found.phrases, i, 60):
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

    def _latter(self, i: int) -> bool:
        """Resolve "ce dernier", "the latter": the last one named that is not the subject."""
        token = self._tokens[i]
        forms = self._finder.forms(token.text, token.lemma)
        if base(token.deprel) not in ("nsubj", "obj", "iobj", "obl", "nmod") or not any(
            self._lexicon.word("latter", form) for form in forms
        ):
            return False
        before = fold(self._tokens[i - 1].text) if i else ""
        if not self._lexicon.word("latter_after", before):
            return False
        subject = self._tree.understood_subject(self._tree.clause_of(i))
        known = self._referents.get(subject) if subject is not None and subject != i else None
        acting = set(known.codes) if known is not None else set()
        plural = token.feats.get("Number") == "Plur"
        gender = token.feats.get("Gender", "")
        for referent in self._memory.window(self._tree.sentence.index, 2):
            fits = (
                referent.codes
                and referent.kind not in ("demonym", "combining", "description")
                and not acting.intersection(referent.codes)
                and not (gender and referent.gender and referent.gender != gender)
                and plural == (referent.number == "Plur" or referent.members > 1)
            )
            if fits:
                reason = f"'{token.text}': the last one named, '{referent.text}'"
                self._mention(i, i, i, referent.codes, "pronoun", 0.7, (reason,), via=referent.via)
                self._refer(
                    i, referent.codes, "pronoun", referent.text,
                    gender=gender, human=referent.human, via=referent.via,
                )  # fmt: skip
                return True
        return False

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
