"""English words for generated press sentences, inflected and tagged as in UD_English-EWT."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dependency_grammar import Agreement, Fragment, Node, UnavailableError
from press_words import PressWords, attach

from influence_graph.nlp import english_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conllu import Word
    from dependency_grammar import Grammar

__all__ = ["EnglishWords", "finish_english"]

_IRREGULAR = english_verbs.irregular_forms()
_PREPOSITIONS = {
    "about", "across", "against", "alongside", "among", "around", "at", "before", "behind",
    "between", "by", "for", "from", "in", "into", "near", "of", "off", "on", "over", "to",
    "towards", "under", "upon", "with", "without",
}  # fmt: skip
_NOMINAL = {"of", "between", "for", "among"}
_PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
_PRESENT = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
_FORMS = {
    "inf": "VerbForm=Inf",
    "ing": "Tense=Pres|VerbForm=Part",
    "ger": "VerbForm=Ger",
    "part": "Tense=Past|VerbForm=Part",
    "pass": "Tense=Past|VerbForm=Part|Voice=Pass",
}
_AUXILIARIES = {
    "BE": ("be", {"past": ("was", "were"), "pres": ("is", "are")}),
    "HAVE": ("have", {"past": ("had", "had"), "pres": ("has", "have")}),
    "DO": ("do", {"past": ("did", "did"), "pres": ("does", "do")}),
}
# Verbs by what follows them.
_CLASSES = {
    "VSAY": """say say say say say say say tell state declare announce claim warn add stress argue
    insist note explain reiterate affirm acknowledge admit deny confirm report believe complain
    predict suggest reveal estimate conclude indicate emphasise recall charge allege maintain""",
    "VTOLD": "tell inform assure warn remind convince",
    "VTO": """refuse agree decide pledge threaten vow offer plan promise want seek try attempt
    continue fail intend prepare hope manage move decline begin start expect aim agree struggle""",
    "VOBJTO": """urge ask order persuade force pressure tell invite help encourage press allow
    compel instruct warn push oblige authorise require expect""",
    "VOF": "accuse accuse accuse suspect convict warn remind",
    "VFOR": "criticise condemn blame denounce thank praise punish rebuke reproach fault",
    "VFROM": "ban bar prevent stop prohibit block discourage deter dissuade",
    "VONTO": "call urge press",
    "VGIVE": """give send offer grant hand lend sell pay award show promise deny owe deliver
    supply""",
    "VCALL": "call brand label dub term consider deem",
    "VAS": "describe denounce condemn see regard portray depict recognise reject brand",
    "VMAKE": "make keep leave find declare",
    "VINTR": """arrive collapse resign meet escalate continue resume fail rise fall die agree
    withdraw flee return retreat intervene retaliate protest clash vote erupt begin end advance
    surrender apologise protest intervene object""",
    "VMOVE": "travel fly go arrive return head march move withdraw retreat flee enter come",
    "VING": "stop begin start continue consider avoid deny suspend resume",
}
_OBJECTS_LAST = {"of", "to"}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
]


def np_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree can stand as subject or object."""
    return (
        head.upos == "NOUN"
        and head.deprel in {"nsubj", "obj", "nsubj:pass", "conj"}
        and 2 <= len(inside) <= 9
        and not any(c.deprel in {"case", "cc", "punct", "mark"} for c in children)
        and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
    )


def pp_test(relation: str) -> object:
    """Return a test for prepositional phrases with a relation."""

    def test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
        return (
            head.deprel == relation
            and head.upos in {"NOUN", "PROPN"}
            and 2 <= len(inside) <= 8
            and bool(children)
            and inside[0].deprel == "case"
            and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
        )

    return test


def adverbial_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree is a finite adverbial clause."""
    return (
        head.deprel == "advcl"
        and head.upos == "VERB"
        and 4 <= len(inside) <= 12
        and inside[0].upos == "SCONJ"
        and any(c.deprel.startswith("nsubj") for c in children)
        and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
    )


def clause_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree is a sentence of its own."""
    return (
        head.deprel in {"root", "ccomp"}
        and head.upos in {"VERB", "ADJ", "NOUN"}
        and 4 <= len(inside) <= 14
        and any(c.deprel.startswith("nsubj") for c in children)
        and not any(c.deprel in {"mark", "parataxis", "list", "discourse"} for c in children)
        and inside[0].upos != "PUNCT"
        and inside[-1].upos != "PUNCT"
        and not any(w.form in {'"', "?", "(", ")", "-", ":"} for w in inside)
    )


class EnglishWords(PressWords):
    """Draws English words; see `press_en.txt` for the symbols."""

    def collect(self, sentences: Sequence[object]) -> None:
        """Load all words and the phrases of the treebank."""
        self.load(sentences)  # type: ignore[arg-type]
        self.fill(
            sentences,  # type: ignore[arg-type]
            {
                "NP": np_test,
                "PP": pp_test("obl"),
                "NPP": pp_test("nmod"),
                "ADVCL": adverbial_test,
                "CLAUSE": clause_test,
            },  # type: ignore[dict-item]
        )
        adjectives = {v for row in self.states for v in row["adj_en"].split("|")}
        self.adjectives = adjectives | {"African", "European", "Arab", "Islamic", "Asian", "United"}
        self.transitive = [f.verb for f in self.frames if f.places[0] == "obj" and not f.having]
        self.transitive = [v for v in self.transitive if v.isalpha()]

    # --- verbs ---------------------------------------------------------------------------------

    def verb(self, lemma: str, form: str, agreement: Agreement) -> Node:
        """Return a form of a verb."""
        plural = agreement.number == "Plur"
        past, participle = _IRREGULAR.get(lemma, ([], []))
        if lemma in {"be", "have", "do"} and form in {"past", "pres"}:
            forms = _AUXILIARIES[lemma.upper()][1][form]
            text = forms[plural]
        elif form == "past":
            text = self.random.choice(past or english_verbs.regular_past(lemma))
        elif form in {"part", "pass"}:
            text = self.random.choice(participle or english_verbs.regular_past(lemma))
        elif form == "pres":
            text = lemma if plural else english_verbs.third_person(lemma)
        elif form in {"ing", "ger"}:
            text = self.random.choice(english_verbs.present_participle(lemma))
        else:
            text, form = lemma, "inf"
        number = "Plur" if plural else "Sing"
        tables = {"past": _PAST.format(number), "pres": _PRESENT.format(number)}
        return Node(text, "VERB", lemma, tables.get(form) or _FORMS[form])

    def frame(self, form: str, agreement: Agreement, grammar: Grammar, depth: int) -> Fragment:
        """Return a verb phrase that an entry of the lexicon describes."""
        frame = self.random.choice(self.frames)
        place = next((p for p in frame.places if self._usable(p, frame)), None)
        if place is None or set(frame.having) - {"obj"} - _PREPOSITIONS:
            raise UnavailableError(frame.verb)
        if "-" in frame.verb:
            raise UnavailableError(frame.verb)
        parts = [(Fragment([self.verb(frame.verb, form, agreement)], 0, agreement), "@")]
        particle = (Fragment([Node(frame.particle, "ADP", frame.particle)]), "compound:prt")
        late = frame.particle and self.random.random() < 0.3
        if frame.particle and not late:
            parts.append(particle)
        if frame.reflexive:
            form_ = "themselves" if agreement.number == "Plur" else "itself"
            node = Node(form_, "PRON", "itself")
            self.complete(node, agreement)
            parts.append((Fragment([node]), "obj"))
        name, _, inner = place.partition("/")
        if "obj" in frame.having:
            noun = self.noun_phrase(self.random.choice(frame.having["obj"]), grammar, depth)
            if name == "obj":
                case = "of" if inner == "poss" else inner
                parts.append((self._with_nmod(noun, case, grammar, depth), "obj"))
            else:
                parts.append((noun, "obj"))
        elif name == "obj":
            parts.append((grammar.draw("NP", depth=depth + 1), "obj"))
        if late:
            parts.append(particle)
        for other, words in frame.having.items():
            if other in _PREPOSITIONS and other != name:
                noun = self.noun_phrase(self.random.choice(words), grammar, depth)
                parts.append((self.prepositional(other, noun), "obl"))
        if name in _PREPOSITIONS:
            if name in frame.having:
                noun = self.noun_phrase(self.random.choice(frame.having[name]), grammar, depth)
                noun = self._with_nmod(noun, "of" if inner == "poss" else inner, grammar, depth)
            elif name == "between":
                noun = grammar.draw("PAIR", depth=depth + 1)
            else:
                noun = grammar.draw("NP", depth=depth + 1)
            nominal = name in _NOMINAL and "obj" in frame.having
            if nominal:
                target, deprel = parts.pop()
                noun = self.prepositional(name, noun)
                parts.append((attach([(target, "@"), (noun, "nmod")]), deprel))
            else:
                parts.append((self.prepositional(name, noun), "obl"))
        elif name == "clause":
            if inner == "subj":
                parts.append((grammar.draw("THATCL", depth=depth + 1), "ccomp"))
            else:
                parts.append((grammar.draw("TOVP", depth=depth + 1), "xcomp"))
        return attach(parts, agreement)

    def _usable(self, place: str, frame: Frame) -> bool:  # type: ignore[name-defined]  # noqa: F821
        name, _, inner = place.partition("/")
        if inner and inner not in _PREPOSITIONS and inner != "poss":
            return False
        if name == "obj":
            return bool(inner) == ("obj" in frame.having)
        if name in _PREPOSITIONS:
            return bool(inner) == (name in frame.having)
        return place in {"clause.subj", "clause.any", "clause.obj"}

    def _with_nmod(self, noun: Fragment, case: str, grammar: Grammar, depth: int) -> Fragment:
        if case == "of" and self.random.random() < 0.4:
            nodes = noun.nodes
            determined = [i for i, n in enumerate(nodes) if n.deprel in {"det", "nmod:poss"}]
            if not determined:
                owner = grammar.draw("OWNER", depth=depth + 1)
                return attach([(owner, "nmod:poss"), (noun, "@")])
        other = grammar.draw("PAIR" if case == "between" else "NP", depth=depth + 1)
        return attach([(noun, "@"), (self.prepositional(case, other), "nmod")])

    def prepositional(self, case: str, noun: Fragment) -> Fragment:
        """Return a prepositional phrase."""
        node = Node(case, "ADP", case)
        return attach([(Fragment([node]), "case"), (noun, "@")])

    # --- nouns ---------------------------------------------------------------------------------

    def plain_noun(self, words: str, number: str = "Sing") -> Fragment:
        """Return a noun with its modifiers: "peace talk", "special force"."""
        *before, last = re.split(r" +", words)
        if not last.isalpha() or any(not w.isalpha() for w in before) or "of" in before:
            raise UnavailableError(words)
        if not last.islower():
            raise UnavailableError(words)
        if last.endswith("s") and not last.endswith(("ss", "us", "is")):
            number, form, last = "Plur", last, last[:-1]
            form, last = (form, last[:-2] + "y") if last.endswith("ie") else (form, last)
        else:
            form = _plural(last) if number == "Plur" else last
        parts: list[tuple[Fragment, str]] = []
        for word in before:
            upos = self.tags.get(word.lower(), "NOUN")
            if upos == "ADJ" or (upos == "VERB" and word.endswith(("ed", "ing"))):
                parts.append((Fragment([Node(word, "ADJ", word, "Degree=Pos")]), "amod"))
            elif upos in {"NOUN", "PROPN"}:
                parts.append((Fragment([Node(word, upos, word, "Number=Sing")]), "compound"))
            else:
                raise UnavailableError(words)
        head = Fragment([Node(form, "NOUN", last, f"Number={number}")], 0, Agreement(number))
        return attach([*parts, (head, "@")])

    def noun_phrase(self, words: str, grammar: Grammar, depth: int) -> Fragment:
        """Return a phrase around a noun of the lexicon, with or without article and adjective."""
        roll = self.random.random()
        number = "Plur" if self.random.random() < 0.35 else "Sing"
        noun = self.plain_noun(words, number)
        if self.random.random() < 0.25:
            adjective = self.random.choice(self.common["ADJ"])
            node = Node(adjective, "ADJ", adjective, "Degree=Pos")
            noun = attach([(Fragment([node]), "amod"), (noun, "@")])
        if roll < 0.3:
            return noun
        if roll < 0.65:
            article = "the" if number == "Plur" or self.random.random() < 0.5 else "a"
            node = Node(article, "DET")
            self.complete(node, noun.agreement)
            return attach([(Fragment([node]), "det"), (noun, "@")])
        if roll < 0.85:
            node = Node(self.random.choice(("its", "their", "his", "its")), "PRON")
            self.complete(node, noun.agreement)
            return attach([(Fragment([node]), "nmod:poss"), (noun, "@")])
        if roll < 0.93:
            adjective = grammar.draw("NATADJ", depth=depth + 1)
            return attach([(adjective, "amod"), (noun, "@")])
        return attach([(grammar.draw("OWNER", depth=depth + 1), "nmod:poss"), (noun, "@")])

    def name(self, text: str) -> Fragment:
        """Return the tree of a name: "African Union", "Boko Haram", "Movement for Change"."""
        words = text.replace("-", " - ").split()
        for i, word in enumerate(words):
            if word in {"of", "for", "in"} and 0 < i < len(words) - 1:
                left, right = self.name(" ".join(words[:i])), self.name(" ".join(words[i + 1 :]))
                return attach([(left, "@"), (self.prepositional(word, right), "nmod")])
        if any(w in {"and", "to", "the", "The"} or w[:1] == "'" for w in words):
            raise UnavailableError(text)
        descriptive = len(words) > 1 and self.tags.get(words[-1].lower()) == "NOUN"
        nodes: list[Node] = []
        head = len(words) - 1 if descriptive else 0
        for i, word in enumerate(words):
            if word == "-":
                node = Node("-", "PUNCT", "-", "", i + 1, "punct", True, True)
            elif i == head:
                node = Node(word, "PROPN", word, "Number=Sing")
            elif not descriptive:
                node = Node(word, "PROPN", word, "Number=Sing", head, "flat")
            elif self.tags.get(word.lower()) == "ADJ" or word in self.adjectives:
                node = Node(word, "ADJ", word, "Degree=Pos", head, "amod")
            else:
                node = Node(word, "PROPN", word, "Number=Sing", head, "compound")
            nodes.append(node)
        plural = descriptive and words[-1] in {"Forces", "Nations", "Brigades", "Nationalists"}
        return Fragment(nodes, head, Agreement("Plur" if plural else "Sing"))

    def country(self, name: str) -> Fragment:
        """Return the name of a state; "the" where it needs it."""
        words = name.split()
        *before, last = words
        parts: list[tuple[Fragment, str]] = []
        plural = last in {"States", "Nations", "Emirates", "Philippines", "Netherlands", "Islands"}
        if plural or words[0] in {"United", "Democratic", "Central"} or last == "Republic":
            node = Node("the", "DET")
            self.complete(node, Agreement())
            parts.append((Fragment([node]), "det"))
        if "-" in name or "of" in words or "and" in words or "the" in words or "The" in words:
            raise UnavailableError(name)
        for word in before:
            adjective = word in {"United", "Saudi", "Central", "African", "Democratic", "Solomon"}
            if adjective:
                node = Node(word, "ADJ", word, "Degree=Pos")
                parts.append((Fragment([node]), "amod"))
            else:
                node = Node(word, "PROPN", word, "Number=Sing")
                parts.append((Fragment([node]), "compound"))
        number = "Plur" if plural else "Sing"
        head = Node(last, "PROPN", last, f"Number={number}")
        return attach([*parts, (Fragment([head], 0, Agreement()), "@")])

    # --- symbols -------------------------------------------------------------------------------

    def draw(
        self, symbol: str, form: str, agreement: Agreement, grammar: Grammar, depth: int
    ) -> Fragment | None:
        """Return a word or phrase for a symbol."""
        random = self.random
        if symbol in _CLASSES:
            lemma = random.choice(_CLASSES[symbol].split())
            return Fragment([self.verb(lemma, form, agreement)], 0, agreement)
        if symbol == "VT":
            return Fragment(
                [self.verb(random.choice(self.transitive), form, agreement)], 0, agreement
            )
        if symbol in _AUXILIARIES:
            node = self.verb(symbol.lower(), form, agreement)
            node.upos = "AUX"
            return Fragment([node], 0, agreement)
        if symbol.startswith("BANK"):
            return self.bank(symbol[4:])
        if symbol == "FRAME":
            return self.frame(form, agreement, grammar, depth)
        if symbol in {"PERSON", "BODY", "ARMS", "EVENT", "OBJECT"}:
            words = random.choice(self.nouns[symbol.lower()])
            number = {"pl": "Plur", "sg": "Sing"}.get(form) or random.choice(("Sing", "Plur"))
            return self.plain_noun(words, number)
        method = {
            "COUNTRY": lambda: self.country(self.cell(random.choice(self.states), "name_en")),
            "CAPITAL": lambda: self.country(self.cell(random.choice(self.states), "capital_en")),
            "NATADJ": self._adjective,
            "PEOPLE": self._people,
            "ORG": self._organisation,
            "GROUP": lambda: self.name(self.cell(random.choice(self.groups), "name_en")),
            "ACRONYM": self._acronym,
            "NAME": self._person,
            "SURNAME": lambda: self.name(random.choice(self.persons)[0].split()[-1]),
            "TITLE": self._title,
            "WEEKDAY": lambda: self._proper(random.choice(_WEEKDAYS)),
            "MONTH": lambda: self._proper(random.choice(_MONTHS)),
            "DAY": lambda: self._number(str(random.randint(1, 30))),
            "YEAR": lambda: self._number(str(random.randint(1990, 2026))),
            "NUMBER": self._any_number,
            "NOUNS": lambda: self._common("NOUN"),
            "ADJ": lambda: self._common("ADJ"),
            "ADVLY": lambda: self._common("ADV", "ly"),
        }.get(symbol)
        return method() if method else None

    def _adjective(self) -> Fragment:
        word = self.cell(self.random.choice(self.states), "adj_en")
        if " " in word or "-" in word:
            raise UnavailableError(word)
        return Fragment([Node(word, "ADJ", word, "Degree=Pos")])

    def _people(self) -> Fragment:
        word = self.cell(self.random.choice(self.states), "noun_en")
        if not word.endswith("s") or not word.isalpha():
            raise UnavailableError(word)
        return Fragment([Node(word, "PROPN", word[:-1], "Number=Plur")], 0, Agreement("Plur"))

    def _organisation(self) -> Fragment:
        name = self.cell(self.random.choice(self.organisations), "name_en")
        fragment = self.name(name)
        if " " not in name:
            return fragment
        article = Node("the", "DET")
        self.complete(article, Agreement())
        return attach([(Fragment([article]), "det"), (fragment, "@")])

    def _acronym(self) -> Fragment:
        name = self.cell(self.random.choice(self.organisations), "acronym_en")
        fragment = self.name(name)
        if self.random.random() < 0.5:
            return fragment
        article = Node("the", "DET")
        self.complete(article, Agreement())
        return attach([(Fragment([article]), "det"), (fragment, "@")])

    def _person(self) -> Fragment:
        full, gender = self.random.choice(self.persons)
        fragment = self.name(full)
        fragment.agreement = Agreement("Sing", "Fem" if gender == "f" else "Masc")
        return fragment

    def _title(self) -> Fragment:
        """Return a capital title that stands before a name."""
        fragment = self.plain_noun(self.random.choice(self.nouns["person"]))
        if self.random.random() < 0.3:
            return fragment
        for node in fragment.nodes:
            node.form = node.form[0].upper() + node.form[1:]
            if node.upos == "NOUN":
                node.upos, node.lemma = "PROPN", node.form
        return fragment

    def _proper(self, word: str) -> Fragment:
        return Fragment([Node(word, "PROPN", word, "Number=Sing")])

    def _number(self, digits: str) -> Fragment:
        return Fragment([Node(digits, "NUM", digits, "NumForm=Digit|NumType=Card")])

    def _any_number(self) -> Fragment:
        if self.random.random() < 0.6:
            word = self.random.choice(_NUMBERS)
            node = Node(word, "NUM", word, "NumForm=Word|NumType=Card")
            return Fragment([node], 0, Agreement("Plur"))
        number = self._number(str(self.random.choice((12, 30, 150, 400, 2500))))
        number.agreement = Agreement("Plur")
        return number

    def _common(self, upos: str, ending: str = "") -> Fragment:
        word = self.random.choice(self.common[upos])
        if not word.endswith(ending):
            raise UnavailableError(word)
        lemma, feats = self.known[word, upos]
        number = "Plur" if "Number=Plur" in feats else "Sing"
        return Fragment([Node(word, upos, lemma, feats)], 0, Agreement(number))


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun not in {"german", "roman"}:
        return noun[:-3] + "men"
    return english_verbs.third_person(noun)


def finish_english(nodes: list[Node]) -> None:
    """Give "an" its place, and the sentence its capital."""
    for node, following in pairwise(nodes):
        if node.form in {"a", "an"} and node.upos == "DET":
            node.form = "an" if following.form[0].lower() in "aeio" else "a"
    first = next((n for n in nodes if n.upos != "PUNCT"), nodes[0])
    first.form = first.form[0].upper() + first.form[1:]
