"""Build the tables of `influence_graph.nlp.lemmas` from treebanks and verb lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from influence_graph.nlp import english_verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conllu import TreebankSentence

_OPEN = ("NOUN", "ADJ", "VERB")
_MEMORISED = (*_OPEN, "AUX", "DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ", "PART", "INTJ")
_SHARE = 0.75
"""Share of a form's occurrences that must agree on a lemma."""

# What the treebanks say of these in several ways, decided once.
_DECIDED: dict[str, dict[str, dict[str, str]]] = {
    "fr": {
        "NOUN": {"m.": "monsieur", "mm.": "monsieur", "mme": "madame", "mmes": "madame"},
        "ADP": {"du": "de", "des": "de", "au": "à", "aux": "à", "d'": "de"},
    },
    "en": {},
}


def lemma_tables(language: str, sentences: Iterable[TreebankSentence]) -> dict[str, Any]:
    """Return the tables ``words`` and ``known`` of a language.

    Forms are counted in small letters. A form whose lemmas differ too much is left to the
    learned lemmatizer.
    """
    counts: dict[str, dict[str, Counter[str]]] = {u: defaultdict(Counter) for u in _MEMORISED}
    known: dict[str, Counter[str]] = {u: Counter() for u in _OPEN}
    for sentence in sentences:
        for word in sentence.words:
            if "Typo=Yes" in word.feats:
                continue
            if word.upos in counts and word.lemma != "_" and "'" not in word.form[1:-1]:
                counts[word.upos][word.form.lower()][word.lemma] += 1
            if word.upos in known and word.lemma.islower():
                known[word.upos][word.lemma] += 1
    words: dict[str, dict[str, str]] = {}
    for upos, forms in counts.items():
        chosen = {}
        for form, lemmas in forms.items():
            lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
            if count / lemmas.total() >= _SHARE and _plausible(language, upos, form, lemma):
                chosen[form] = lemma
        words[upos] = chosen | _DECIDED[language].get(upos, {})
    # Adjectives and nouns found once are as often slips of the treebank as words.
    lexicon = {
        upos: {lemma for lemma, n in lemmas.items() if n > 1 or upos != "ADJ"}
        for upos, lemmas in known.items()
    }
    if language == "fr":
        lexicon["VERB"] = {v for v in lexicon["VERB"] if v.endswith("er")}
    else:
        lexicon["VERB"] |= set(english_verbs.known_verbs())
    return {"words": words, "known": lexicon}


def _plausible(language: str, upos: str, form: str, lemma: str) -> bool:
    """Whether a lemma is not a slip: French infinitives end in -r or -re."""
    if language == "fr" and upos == "VERB" and not form.startswith("voi"):
        return lemma.endswith(("r", "re"))
    return True
