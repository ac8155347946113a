"""French words for generated press sentences, inflected and tagged as in UD_French-Sequoia."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dependency_grammar import Agreement, Fragment, Node, UnavailableError
from french_inflection import agreeing, begins_with_vowel, conjugated, noun_plural
from press_words import PressWords, attach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conllu import Word
    from dependency_grammar import Grammar

__all__ = ["FrenchWords", "finish_french"]

_FINITE = {
    "pres": "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "imp": "Mood=Ind|Number={}|Person=3|Tense=Imp|VerbForm=Fin",
    "fut": "Mood=Ind|Number={}|Person=3|Tense=Fut|VerbForm=Fin",
    "past": "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin",
    "cond": "Mood=Cnd|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "sub": "Mood=Sub|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
}
_CLASSES = {
    "VSAY": """dire déclarer affirmer annoncer assurer estimer juger indiquer préciser expliquer
    ajouter souligner rappeler prévenir avertir soutenir reconnaître admettre confirmer croire
    regretter révéler conclure insister marteler lancer""",
    "VDE": """refuser accepter décider menacer promettre tenter envisager essayer cesser choisir
    éviter craindre proposer jurer convenir rêver risquer""",
    "VA": "commencer continuer chercher hésiter réussir parvenir renoncer",
    "VBARE": "vouloir pouvoir devoir espérer entendre oser souhaiter compter préférer aller",
    "VOBJDE": """accuser accuser accuser menacer presser convaincre soupçonner empêcher sommer
    charger prier remercier féliciter conjurer""",
    "VOBJA": "appeler inviter forcer contraindre pousser exhorter inciter obliger aider encourager",
    "VADE": "demander ordonner reprocher proposer promettre interdire permettre recommander",
    "VGIVE": """donner livrer fournir envoyer vendre prêter offrir accorder remettre transmettre
    verser promettre refuser céder octroyer louer apporter""",
    "VCOMME": "considérer dénoncer présenter qualifier reconnaître voir",
    "VQUESUB": "vouloir exiger demander souhaiter craindre refuser accepter",
    "VINTR": """échouer continuer reprendre progresser cesser commencer diminuer augmenter éclater
    durer aboutir démissionner capituler reculer tenir exploser avancer dégénérer tourner""",
    "VSEMONTRER": "montrer dire déclarer",
    "VCOP": "rester demeurer sembler paraître devenir",
    "VJUGER": "juger rendre laisser déclarer estimer croire",
    "VETRE": "arriver partir venir revenir rentrer entrer retourner",
}
_PREPOSITIONS = {
    "à", "de", "avec", "contre", "sur", "pour", "en", "vers", "dans", "envers", "auprès de",
    "entre", "chez", "devant", "face à",
}  # fmt: skip
_PLURAL_STATES = {
    "États-Unis", "Pays-Bas", "Émirats", "Philippines", "Seychelles", "Comores", "Maldives",
    "Bahamas", "Fidji", "Tonga", "Samoa", "Palaos", "Kiribati",
}  # fmt: skip
_BARE_STATES = {
    "Israël", "Cuba", "Chypre", "Madagascar", "Malte", "Monaco", "Singapour", "Taïwan", "Oman",
    "Bahreïn", "Djibouti", "Haïti", "Maurice", "Nauru", "Tuvalu", "Kiribati", "Palaos", "Samoa",
    "Andorre", "Porto", "Hong", "Sao", "Saint", "Sainte", "Trinité", "Aruba", "Macao", "Niue",
    "Tonga", "Fidji", "Mayotte", "Gibraltar", "Jersey", "Guernesey", "Guam", "Anguilla",
}  # fmt: skip
_MASCULINE_E = {"Mexique", "Mozambique", "Cambodge", "Zimbabwe", "Belize", "Suriname"}
_FEMININE = re.compile(
    r"(?:[ts]ion|té|[ae]nce|ure|ette|ée|ie|ise|ade|ude|esse|aille|ille|rice|euse)$"
)
_MASCULINE = re.compile(
    r"(?:age|ment|isme|eur|eau|on|al|ier|oir|if|at|et|ent|ien|ois|ais|iste|aire)$"
)
_WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_NUMBERS = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "vingt",
    "trente",
    "cent",
]
_ARTICLES = {
    "LE": {"MascSing": "le", "FemSing": "la", "Plur": "les"},
    "UN": {"MascSing": "un", "FemSing": "une", "Plur": "des"},
    "SON": {"MascSing": "son", "FemSing": "sa", "Plur": "ses"},
    "LEUR": {"MascSing": "leur", "FemSing": "leur", "Plur": "leurs"},
    "CE": {"MascSing": "ce", "FemSing": "cette", "Plur": "ces"},
}
_DEFINITE = "Definite=Def|Gender=Masc|Number=Sing|PronType=Art"
_CONTRACTIONS = {
    ("de", "le"): ("du", _DEFINITE),
    ("de", "les"): ("des", "Definite=Def|Number=Plur|PronType=Art"),
    ("à", "le"): ("au", _DEFINITE),
    ("à", "les"): ("aux", "Definite=Def|Number=Plur|PronType=Art"),
}
_ELIDED = {"le": "l'", "la": "l'", "de": "d'", "que": "qu'", "se": "s'", "ne": "n'"}


def np_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree can stand as subject or object."""
    return (
        head.upos == "NOUN"
        and head.deprel in {"nsubj", "obj", "nsubj:pass"}
        and 2 <= len(inside) <= 9
        and inside[0].upos == "DET"
        and not any(c.deprel in {"case", "cc", "punct", "mark"} for c in children)
        and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
    )


def pp_test(*relations: str) -> object:
    """Return a test for prepositional phrases with one of the relations."""

    def test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
        return (
            head.deprel in relations
            and head.upos in {"NOUN", "PROPN"}
            and 2 <= len(inside) <= 8
            and bool(children)
            and inside[0].deprel == "case"
            and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
        )

    return test


def adverbial_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree is an adverbial clause with its conjunction."""
    return (
        head.deprel == "advcl"
        and head.upos == "VERB"
        and 4 <= len(inside) <= 13
        and inside[0].deprel == "mark"
        and bool(children)
        and all(w.upos not in {"PUNCT", "X", "INTJ"} for w in inside)
    )


def clause_test(head: Word, children: Sequence[Word], inside: Sequence[Word]) -> bool:
    """Whether a subtree is a sentence of its own."""
    return (
        head.deprel == "root"
        and head.upos in {"VERB", "ADJ", "NOUN"}
        and 4 <= len(inside) <= 14
        and any(c.deprel.startswith("nsubj") for c in children)
        and not any(c.deprel in {"mark", "parataxis", "dislocated"} for c in children)
        and inside[0].upos != "PUNCT"
        and not any(w.form in {'"', "?", "(", ")", "-", ":", "«", "»"} for w in inside)
    )


class FrenchWords(PressWords):
    """Draws French words; see `press_fr.txt` for the symbols."""

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
        self.transitive = [
            f.verb
            for f in self.frames
            if f.places[0] == "obj" and not f.having and not f.reflexive and f.verb.isalpha()
        ]
        self.plain_frames = [f for f in self.frames if not f.reflexive]
        self.reflexive_frames = [f for f in self.frames if f.reflexive]
        self.qualifiers: dict[str, list[str]] = defaultdict(list)
        for form in self.common["ADJ"]:
            feats = self.known[form, "ADJ"][1]
            for gender in ("Masc", "Fem"):
                for number in ("Sing", "Plur"):
                    fits = "Gender=" not in feats or f"Gender={gender}" in feats
                    if fits and f"Number={number}" in feats and not feats.count("NumType"):
                        self.qualifiers[gender + number].append(form)

    # --- verbs ---------------------------------------------------------------------------------

    def verb(self, lemma: str, form: str, agreement: Agreement) -> Node:
        """Return a form of a verb."""
        plural = agreement.number == "Plur"
        if form in {"pass", "agr", "part"}:
            text = conjugated(lemma, "part")
            if text is None:
                raise UnavailableError(lemma)
            gender, number = agreement.gender, agreement.number
            if form == "part":
                gender, number = "Masc", "Sing"
            feats = f"Gender={gender}|Number={number}|Tense=Past|VerbForm=Part"
            feats += "|Voice=Pass" if form == "pass" else ""
            return Node(agreeing(text, gender, number), "VERB", lemma, feats)
        text = conjugated(lemma, form or "inf", plural=plural)
        if text is None:
            raise UnavailableError(lemma)
        feats = {"inf": "VerbForm=Inf", "": "VerbForm=Inf", "ing": "Tense=Pres|VerbForm=Part"}.get(
            form
        ) or _FINITE[form].format("Plur" if plural else "Sing")
        return Node(text, "VERB", lemma, feats)

    def frame(
        self, form: str, agreement: Agreement, grammar: Grammar, depth: int, *, reflexive: bool
    ) -> Fragment:
        """Return a verb phrase that an entry of the lexicon describes."""
        frames = self.reflexive_frames if reflexive else self.plain_frames
        frame = self.random.choice(frames)
        if set(frame.having) - {"obj"} - _PREPOSITIONS or not frame.verb.isalpha():
            raise UnavailableError(frame.verb)
        place = next((p for p in frame.places if self._usable(p, frame.having)), None)
        if place is None:
            raise UnavailableError(frame.verb)
        parts = [(Fragment([self.verb(frame.verb, form, agreement)], 0, agreement), "@")]
        if reflexive and form not in {"agr", "part", "pass"}:
            clitic = Node("se", "PRON")
            self.complete(clitic, agreement)
            parts.insert(0, (Fragment([clitic]), "expl:pv"))
        name, _, inner = place.partition("/")
        inner = "de" if inner == "poss" else inner
        if "obj" in frame.having:
            noun = self.noun_phrase(self.random.choice(frame.having["obj"]), grammar, depth)
            if name == "obj":
                noun = self._with_nmod(noun, inner, grammar, depth)
            parts.append((noun, "obj"))
        elif name == "obj":
            parts.append((grammar.draw("NP", depth=depth + 1), "obj"))
        for other, words in frame.having.items():
            if other in _PREPOSITIONS and other != name:
                noun = self.noun_phrase(self.random.choice(words), grammar, depth)
                parts.append((self.prepositional(other, noun), self._oblique(other)))
        if name == "loc":
            parts.append((grammar.draw("PLACE", depth=depth + 1), "obl"))
        elif name in _PREPOSITIONS:
            if name in frame.having:
                noun = self.noun_phrase(self.random.choice(frame.having[name]), grammar, depth)
                noun = self._with_nmod(noun, inner, grammar, depth)
            else:
                noun = grammar.draw("PAIR" if name == "entre" else "NP", depth=depth + 1)
            parts.append((self.prepositional(name, noun), self._oblique(name)))
        elif name == "clause":
            parts.append((grammar.draw("QUESUB", depth=depth + 1), "ccomp"))
        return attach(parts, agreement)

    def _usable(self, place: str, having: object) -> bool:
        name, _, inner = place.partition("/")
        if inner and inner != "poss" and inner not in _PREPOSITIONS:
            return False
        if name == "obj":
            return bool(inner) == ("obj" in having)  # type: ignore[operator]
        if name in _PREPOSITIONS:
            return bool(inner) == (name in having)  # type: ignore[operator]
        return place in {"clause.subj", "loc"}

    def _oblique(self, case: str) -> str:
        return "obl:arg" if case in {"à", "de", "contre", "avec", "sur"} else "obl"

    def _with_nmod(self, noun: Fragment, case: str, grammar: Grammar, depth: int) -> Fragment:
        other = grammar.draw("PAIR" if case == "entre" else "NP", depth=depth + 1)
        return attach([(noun, "@"), (self.prepositional(case, other), "nmod")])

    def prepositional(self, case: str, noun: Fragment) -> Fragment:
        """Return a prepositional phrase."""
        first, *rest = case.split()
        upos = {"auprès": "ADV", "face": "NOUN"}.get(first, "ADP")
        nodes = [Node(first, upos, first)]
        nodes += [Node(word, "ADP", word, "", 0, "fixed") for word in rest]
        return attach([(Fragment(nodes, 0), "case"), (noun, "@")], noun.agreement)

    # --- nouns ---------------------------------------------------------------------------------

    def gender(self, noun: str) -> str:
        """Return the gender of a noun."""
        feats = self.known.get((noun, "NOUN"), ("", ""))[1]
        if "Gender=" in feats:
            return "Fem" if "Gender=Fem" in feats else "Masc"
        if _FEMININE.search(noun):
            return "Fem"
        if _MASCULINE.search(noun):
            return "Masc"
        raise UnavailableError(noun)

    def plain_noun(self, words: str, number: str = "Sing") -> Fragment:
        """Return a noun of the lexicon with what belongs to it: "chef de l'État"."""
        first, *rest = re.split(r" +", words.replace("'", "' "))
        if not re.fullmatch(r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)?", first):
            raise UnavailableError(words)
        if first.endswith("s") and first not in self.tags:
            raise UnavailableError(words)
        if first in {"forces", "autorités", "troupes", "services", "représailles", "pourparlers"}:
            number, form, first = "Plur", first, first[:-1]
        else:
            form = noun_plural(first) if number == "Plur" else first
        gender = self.gender(first)
        agreement = Agreement(number, gender)
        feats = f"Gender={gender}|Number={number}"
        head = Fragment([Node(form, "NOUN", first, feats)], 0, agreement)
        if not rest:
            return head
        if len(rest) == 1 and self.tags.get(rest[0]) == "ADJ":
            if number == "Plur":
                raise UnavailableError(words)
            lemma, feats = self.known[rest[0], "ADJ"]
            return attach([(head, "@"), (Fragment([Node(rest[0], "ADJ", lemma, feats)]), "amod")])
        if rest[0] in {"de", "d'"} and len(rest) == 2 and rest[1].isalpha():
            noun = Node(rest[1], "NOUN", rest[1].removesuffix("s"))
            lemma, feats = self.known.get((rest[1].lower(), "NOUN"), (noun.lemma, ""))
            noun.lemma, noun.feats = lemma, feats
            case = Node("de", "ADP", "de")
            inner = attach([(Fragment([case]), "case"), (Fragment([noun]), "@")])
            return attach([(head, "@"), (inner, "nmod")])
        raise UnavailableError(words)

    def noun_phrase(self, words: str, grammar: Grammar, depth: int) -> Fragment:
        """Return a phrase around a noun of the lexicon."""
        random = self.random
        noun = self.plain_noun(words, "Plur" if random.random() < 0.35 else "Sing")
        if random.random() < 0.25:
            adjective = self.qualifier(noun.agreement)
            noun = attach([(noun, "@"), (adjective, "amod")])
        elif random.random() < 0.15:
            adjective = grammar.draw("NATADJ", agreement=noun.agreement, depth=depth + 1)
            noun = attach([(noun, "@"), (adjective, "amod")])
        article = random.choices(("LE", "UN", "SON", "LEUR", "CE", ""), (5, 3, 3, 1, 1, 2))[0]
        if not article:
            return noun
        return attach([(self.article(article, noun.agreement), "det"), (noun, "@")])

    def article(self, kind: str, agreement: Agreement) -> Fragment:
        """Return an article or possessive that agrees."""
        key = "Plur" if agreement.number == "Plur" else agreement.gender + "Sing"
        node = Node(_ARTICLES[kind][key], "DET")
        self.complete(node, agreement)
        return Fragment([node], 0, agreement)

    def qualifier(self, agreement: Agreement) -> Fragment:
        """Return an adjective that agrees."""
        form = self.random.choice(self.qualifiers[agreement.gender + agreement.number])
        lemma, feats = self.known[form, "ADJ"]
        return Fragment([Node(form, "ADJ", lemma, feats)], 0, agreement)

    def nationality(self, agreement: Agreement) -> Fragment:
        """Return the adjective of a state that agrees."""
        forms = self.random.choice(self.states)["adj_fr"].split("|")
        plural, feminine = agreement.number == "Plur", agreement.gender == "Fem"
        if len(forms) == 4:
            form = forms[feminine + 2 * plural]
        elif len(forms) == 3:
            form = forms[1 + plural] if feminine else forms[0]
        elif len(forms) == 2 and forms[0].endswith("e") and forms[1] == forms[0] + "s":
            form = forms[plural]
        else:
            raise UnavailableError(forms[0])
        if not form.isalpha():
            raise UnavailableError(form)
        feats = f"Gender={agreement.gender}|Number={agreement.number}"
        return Fragment([Node(form, "ADJ", forms[0], feats)], 0, agreement)

    def name(self, text: str) -> Fragment:
        """Return the tree of a name whose parts have no structure of their own."""
        words = text.split()
        if any(not w[:1].isupper() for w in words):
            raise UnavailableError(text)
        nodes = [Node(words[0], "PROPN", words[0])]
        nodes += [Node(word, "PROPN", word, "", 0, "flat:name") for word in words[1:]]
        return Fragment(nodes, 0)

    def state_name(self) -> tuple[Fragment, str]:
        """Return a state without article, and its kind: ``bare``, ``Masc``, ``Fem``, ``Plur``."""
        name = self.cell(self.random.choice(self.states), "name_fr")
        words = name.split()
        first, adjective = words[0], words[1:]
        if len(words) > 2 or not first[0].isupper():
            raise UnavailableError(name)
        if first in _BARE_STATES or first.partition("-")[0] in _BARE_STATES:
            return self.name(name), "bare"
        plural = first in _PLURAL_STATES
        feminine = first.endswith("e") and first not in _MASCULINE_E
        agreement = Agreement("Plur" if plural else "Sing", "Fem" if feminine else "Masc")
        nodes = [Node(first, "PROPN", first)]
        for word in adjective:
            if word[0].isupper():
                nodes.append(Node(word, "PROPN", word, "", 0, "flat:name"))
            else:
                nodes.append(Node(word, "ADJ", word, "", 0, "amod"))
        kind = "Plur" if plural else agreement.gender
        return Fragment(nodes, 0, agreement), kind

    def country(self) -> Fragment:
        """Return a state with the article that it takes."""
        state, kind = self.state_name()
        if kind == "bare":
            return state
        return attach([(self.article("LE", state.agreement), "det"), (state, "@")])

    def place(self) -> Fragment:
        """Return where: "en Libye", "au Mali", "à Cuba"."""
        state, kind = self.state_name()
        vowel = begins_with_vowel(state.nodes[0].form)
        if kind == "bare":
            return self.prepositional("à", state)
        if kind == "Fem" or (kind == "Masc" and vowel):
            return self.prepositional("en", state)
        state = attach([(self.article("LE", state.agreement), "det"), (state, "@")])
        return self.prepositional("à", state)

    def of_country(self) -> Fragment:
        """Return whose: "du Mali", "de France", "de la Libye"."""
        state, kind = self.state_name()
        if kind not in {"bare", "Fem"} or (kind == "Fem" and self.random.random() < 0.5):
            state = attach([(self.article("LE", state.agreement), "det"), (state, "@")])
        return self.prepositional("de", state)

    # --- symbols -------------------------------------------------------------------------------

    def draw(
        self, symbol: str, form: str, agreement: Agreement, grammar: Grammar, depth: int
    ) -> Fragment | None:
        """Return a word or phrase for a symbol."""
        random = self.random
        if symbol in _CLASSES or symbol == "VT":
            words = self.transitive if symbol == "VT" else _CLASSES[symbol].split()
            lemma = random.choice(words)
            return Fragment([self.verb(lemma, form, agreement)], 0, agreement)
        if symbol in {"AVOIR", "ETRE"}:
            node = self.verb({"AVOIR": "avoir", "ETRE": "être"}[symbol], form, agreement)
            node.upos = "AUX"
            return Fragment([node], 0, agreement)
        if symbol in _ARTICLES:
            return self.article(symbol, agreement)
        if symbol.startswith("BANK"):
            return self.bank(symbol[4:])
        if symbol in {"FRAME", "RFRAME"}:
            return self.frame(form, agreement, grammar, depth, reflexive=symbol == "RFRAME")
        if symbol in {"PERSON", "BODY", "ARMS", "EVENT", "OBJECT"}:
            number = {"pl": "Plur", "sg": "Sing"}.get(form) or random.choice(("Sing", "Plur"))
            return self.plain_noun(random.choice(self.nouns[symbol.lower()]), number)
        method = {
            "COUNTRY": self.country,
            "PLACE": self.place,
            "OFCOUNTRY": self.of_country,
            "BARECOUNTRY": lambda: self.state_name()[0],
            "CAPITAL": lambda: self.name(self.cell(random.choice(self.states), "capital_fr")),
            "NATADJ": lambda: self.nationality(agreement),
            "ADJ": lambda: self.qualifier(agreement),
            "ACRONYM": self._acronym,
            "GROUP": lambda: self.name(self.cell(random.choice(self.groups), "name_fr")),
            "NAME": lambda: self.name(random.choice(self.persons)[0]),
            "SURNAME": lambda: self.name(random.choice(self.persons)[0].split()[-1]),
            "WEEKDAY": lambda: self._word(random.choice(_WEEKDAYS), "NOUN"),
            "MONTH": lambda: self._word(random.choice(_MONTHS), "NOUN"),
            "DAY": lambda: self._number(str(random.randint(2, 30))),
            "YEAR": lambda: self._number(str(random.randint(1990, 2026))),
            "NUMBER": lambda: self._word(random.choice(_NUMBERS), "NUM", "Plur"),
            "ADVMENT": lambda: self._word(
                random.choice([w for w in self.common["ADV"] if w.endswith("ment")]), "ADV"
            ),
        }.get(symbol)
        return method() if method else None

    def _acronym(self) -> Fragment:
        name = self.cell(self.random.choice(self.organisations), "acronym_fr")
        node = self.name(name)
        gender = self.random.choice(("Masc", "Fem"))
        node.agreement = Agreement("Sing", gender)
        return attach([(self.article("LE", node.agreement), "det"), (node, "@")])

    def _word(self, form: str, upos: str, number: str = "Sing") -> Fragment:
        node = Node(form, upos)
        self.complete(node, Agreement())
        return Fragment([node], 0, Agreement(number))

    def _number(self, digits: str) -> Fragment:
        return Fragment([Node(digits, "NUM", digits, "NumType=Card")], 0, Agreement("Plur"))


def finish_french(nodes: list[Node]) -> None:
    """Contract *de le*, elide *le*, and begin with a capital."""
    i = 0
    while i + 1 < len(nodes):
        node, following = nodes[i], nodes[i + 1]
        vowel = begins_with_vowel(following.form)
        key = (node.form, following.form)
        article = following.upos == "DET" and node.upos == "ADP"
        before_vowel = i + 2 < len(nodes) and begins_with_vowel(nodes[i + 2].form)
        if article and key in _CONTRACTIONS and not (following.form == "le" and before_vowel):
            node.form, node.feats = _CONTRACTIONS[key]
            _drop(nodes, i + 1)
        elif article and node.form == "de" and following.form == "des":
            _drop(nodes, i + 1)
            continue
        elif node.form in _ELIDED and vowel:
            if node.form in {"le", "la"} and node.upos == "DET":
                node.feats = "Definite=Def|Number=Sing|PronType=Art"
            node.form, node.tight_after = _ELIDED[node.form], True
        elif node.upos == "DET" and vowel and node.form in {"sa", "ce"}:
            node.form = {"sa": "son", "ce": "cet"}[node.form]
        i += 1
    for node in nodes:
        if node.form in {":", ";"}:
            node.tight_before = False
    first = next((n for n in nodes if n.upos != "PUNCT"), nodes[0])
    first.form = first.form[0].upper() + first.form[1:]


def _drop(nodes: list[Node], place: int) -> None:
    target = nodes[place].head
    del nodes[place]
    for node in nodes:
        if node.head == place:
            node.head = target
        if node.head > place:
            node.head -= 1
