"""Tokenisers that agree with the treebanks: spaCy's rules, adapted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.punctuation import TOKENIZER_PREFIXES
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

_CLITICS = (
    "(?:t-)?(?:ils?|elles?|on)|je|j'|tu|nous|vous|moi|toi|les?|la|lui|leur|ce|c'|en|y|m'|t'|l'"
)
# The clitic closes the token: "dit-il", "a-t-elle"; not "cessez-le-feu".
_CLITIC = rf"-(?:{_CLITICS})(?![\w'’-])"
# Words which look like a verb with a clitic, or like an elision, and are one word.
_FRENCH_WHOLE = (
    "rendez-vous aujourd'hui quelqu'un quelqu'une prud'homme prud'hommes presqu'île "
    "d'accord-cadre main-d'œuvre c'est-à-dire entr'ouvert chef-d'œuvre chefs-d'œuvre "
    "garde-à-vous chez-soi m'as-tu-vu entre-nous "
    "jusqu'au-boutiste jusqu'au-boutistes jusqu'au-boutisme"
)
_FRENCH_ABBREVIATIONS = (
    "M. MM. Mr. Mrs. Dr. Me. Mgr. St. Ste. Gén. Gal. Col. Cdt. Cne. Cap. Lt. Sgt. Pr. Prof. "
    "av. apr. J.-C. art. cf. Cf. p. pp. n°. no. vol. éd. env. ex. fig. hab. tél. etc. "
    "janv. févr. avr. juil. sept. oct. nov. déc. Jr. Sr. Inc. Ltd. Corp. U.S. U.S.A. U.E. "
    "O.N.U. R.D.C. R.P. A.F.P. U.R.S.S. E.-U."
)


def french_tokenizer(nlp: Language) -> None:
    """Give `nlp` the tokens of the French treebanks.

    Hyphenated compounds and names stay whole ("Royaume-Uni", "franco-algérien"), an elided
    word is split off ("l'|Algérie") unless it is part of a name ("N'Djamena"), and so is a
    clitic after its verb ("a|-t-il").
    """
    tokenizer = nlp.tokenizer
    prefixes = [rf"-(?!(?:{_CLITICS})(?![\w'’-]))(?=\S)", "–", "—", *TOKENIZER_PREFIXES]
    suffixes = [
        # The last rule splits "-t|-elle" and the end of compounds.
        *nlp.Defaults.suffixes[:-1],
        rf"(?<=[{ALPHA}])(?<!-t)-(?:{_CLITICS})",
        r"(?<=\S)--+",
        r"(?<=[\w\)\]°»])-",
        r"(?<=\d)h",
        r"(?<=\d)[€$£%°]",
        "–",
        "—",
        r"(?<=[\]\)])[.,;:]",
        r"[\]\)](?=[.,;:]$)",
    ]
    infixes = [
        rf"(?<=\b[dlscjmnDLSCJ]['’])(?=[{ALPHA}\d\"«])",
        rf"(?<=\b[tT]['’])(?=[{ALPHA_LOWER}])",
        rf"(?<=\b[MN]['’])(?=[{ALPHA_LOWER}])",
        rf"(?<=[qQ][uU]['’])(?=[{ALPHA}\d\"«])",
        rf"(?<=[{ALPHA}])(?<!-t)(?={_CLITIC})",
        r"--+",
        "–",
        "—",
        "…",
        r"\.\.+",
        r"(?<=\d)h(?=\d)",
        rf"(?<=[{ALPHA}])[,;:!?\)\(\"«»](?=[{ALPHA}\d])",
        rf"(?<=[{ALPHA_LOWER}\)\]»])\.(?=[{ALPHA_UPPER}])",
        rf"(?<=[{ALPHA_LOWER}])/(?=[{ALPHA_LOWER}])",
        r"[\]\[]",
        r"(?<=\d)[+\*^%=×](?=\d)",
    ]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = None
    rules = {}
    for word in (*_FRENCH_WHOLE.split(), *_FRENCH_ABBREVIATIONS.split()):
        for form in (word, word[0].upper() + word[1:], word.upper()):
            rules[form] = [{"ORTH": form}]
    for initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        rules[f"{initial}."] = [{"ORTH": f"{initial}."}]
    for number in range(25):
        rules[f"{number}h"] = [{"ORTH": str(number)}, {"ORTH": "h"}]
    tokenizer.rules = rules


def english_tokenizer(nlp: Language) -> None:
    """Give `nlp` the tokens of the English treebanks: spaCy's, with runs of "!?" whole."""
    tokenizer = nlp.tokenizer
    prefixes = [r"[!?.]{2,}", r"-(?=[$£€])", "[<>*]{2,}", *nlp.Defaults.prefixes]
    suffixes = [
        r"[!?.]{2,}", r"[<>*]{2,}", r"(?<=\w)[-–—]+", r"(?<=\d)(?:am|pm|AM|PM|bn|tn)",
        r"(?<=\))[:;,.]", *nlp.Defaults.suffixes,
    ]  # fmt: skip
    infixes = [r"(?<=\w)[!?]+(?=\w)", r"(?<=[a-z])[;/](?=[a-z])", *nlp.Defaults.infixes]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


TOKENIZERS = {"fr": french_tokenizer, "en": english_tokenizer}
