"""A denial answers an accuser; a noun sums up a clause; a refusal may be a negated wish."""

from __future__ import annotations

from tests.extraction.parses import mention, parse
from tests.extraction.reading import RELATIONS, claims

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.events import EventMemory, PastEvent
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.lexicon import Lexicon, parse_lexicon
from influence_graph.extraction.matching import Matcher
from influence_graph.extraction.tree import Tree

DENY = '[[entry]]\nid = "n"\nverb = ["nier"]\nY = ["accuser"]\n'
CONDEMN = '[[entry]]\nid = "c"\nverb = ["condamner"]\nY = ["obj/poss"]\n'
DECLINE = (
    '[[entry]]\nid = "v"\nverb = ["vouloir"]\nnegated = true\n'
    'with = { clause = ["recevoir"] }\nY = ["clause.obj"]\n'
)
MOSCOW_DENIES = """
Moscou Moscou PROPN 2 nsubj
nie nier VERB 0 root VerbForm=Fin
"""


MOSCOW_DENIES_CLAIMS = """
Moscow Moscow PROPN 2 nsubj
denies deny VERB 0 root VerbForm=Fin
{0} {0} PROPN 4 compound
claims claim NOUN 2 obj
"""


def denied_after(*events: PastEvent, owner: tuple[str, str] | None = None) -> list[str]:
    """Return whom Moscow answers by a denial in sentence 4, of claims of an owner if given."""
    language = "fr" if owner is None else "en"
    _, sentence = parse(MOSCOW_DENIES if owner is None else MOSCOW_DENIES_CLAIMS.format(owner[0]))
    grammar = load_grammar(language)
    memory = EventMemory(grammar, RELATIONS)
    for event in events:
        memory.add(event)
    lexicon = Lexicon.of(
        language,
        parse_lexicon(
            f'relation = "rejects"\n{DENY.replace("nier", "nier" if owner is None else "deny")}',
            language=language,
            where="test",
        ),
    )
    mentions = [mention(sentence, 1, "RUS")]
    if owner is not None:
        mentions.append(mention(sentence, 3, owner[1]))
    arguments = Arguments(Tree(sentence, grammar), mentions, lexicon, memory)
    hits = Matcher(lexicon, RELATIONS, grammar).hits(arguments.tree, arguments)
    return [f"{hit.subject.code} {hit.entry.relation} {hit.object.code}" for hit in hits]


def test_denial_answers_the_last_accuser() -> None:
    assert denied_after(
        PastEvent("accuses", "POL", "RUS", -2), PastEvent("accuses", "UKR", "RUS", -1)
    ) == ["RUS rejects UKR"]


def test_denial_answers_nobody_who_accused_another() -> None:
    assert denied_after(PastEvent("accuses", "UKR", "BLR", -1)) == []


def test_denial_of_claims_answers_nobody_but_whose_claims_they_are() -> None:
    accusation = PastEvent("accuses", "UKR", "RUS", -1)
    assert denied_after(accusation, owner=("Pentagon", "USA:MIL")) == []
    assert denied_after(accusation, owner=("Russia", "RUS")) == ["RUS rejects UKR"]


def test_denial_does_not_answer_what_was_said_long_before() -> None:
    assert denied_after(PastEvent("accuses", "UKR", "RUS", -9)) == []


def test_noun_after_a_comma_sums_up_what_the_subject_did() -> None:
    table = """
    Quito Quito PROPN 2 nsubj
    rompt rompre VERB 0 root VerbForm=Fin
    avec avec ADP 4 case
    Lima Lima PROPN 2 obl
    , , PUNCT 7 punct
    une un DET 7 det Definite=Ind
    décision décision NOUN 2 obl
    condamnée condamner VERB 7 acl Tense=Past|VerbForm=Part
    par par ADP 10 case
    Bogota Bogota PROPN 8 obl:agent
    """
    assert claims(
        table, {1: "ECU", 4: "PER", 10: "COL"}, CONDEMN, relation="accuses", language="fr"
    ) == ["COL accuses ECU asserted"]


def test_not_wanting_to_is_a_refusal() -> None:
    table = """
    Alger Alger PROPN 4 nsubj
    ne ne ADV 4 advmod
    pas pas ADV 4 advmod
    veut vouloir VERB 0 root VerbForm=Fin
    recevoir recevoir VERB 4 xcomp VerbForm=Inf
    Paris Paris PROPN 5 obj
    """
    actors: dict[int, str | tuple[str, ...]] = {1: "DZA", 6: "FRA"}
    assert claims(table, actors, DECLINE, relation="rejects", language="fr") == [
        "DZA rejects FRA asserted"
    ]


def test_wanting_to_is_no_refusal() -> None:
    table = """
    Alger Alger PROPN 2 nsubj
    veut vouloir VERB 0 root VerbForm=Fin
    recevoir recevoir VERB 2 xcomp VerbForm=Inf
    Paris Paris PROPN 3 obj
    """
    assert claims(table, {1: "DZA", 4: "FRA"}, DECLINE, relation="rejects", language="fr") == []


BLAME = '[[entry]]\nid = "b"\nverb = ["dénoncer"]\nY = ["obj/poss"]\n'


def blamed_after(*events: PastEvent) -> list[str]:
    """Return whom Islamabad blames for *une violation de son espace* in sentence 4."""
    _, sentence = parse(
        """
        Islamabad Islamabad PROPN 2 nsubj
        dénonce dénoncer VERB 0 root VerbForm=Fin
        une un DET 4 det Definite=Ind
        violation violation NOUN 2 obj
        de de ADP 7 case
        son son DET 7 det
        espace espace NOUN 4 nmod
        """
    )
    grammar = load_grammar("fr")
    memory = EventMemory(grammar, RELATIONS)
    for event in events:
        memory.add(event)
    lexicon = Lexicon.of(
        "fr", parse_lexicon(f'relation = "accuses"\n{BLAME}', language="fr", where="test")
    )
    mentions = [mention(sentence, 1, "PAK"), mention(sentence, 6, "PAK", kind="possessive")]
    arguments = Arguments(Tree(sentence, grammar), mentions, lexicon, memory)
    hits = Matcher(lexicon, RELATIONS, grammar).hits(arguments.tree, arguments)
    return [f"{hit.subject.code} {hit.entry.relation} {hit.object.code}" for hit in hits]


def test_who_speaks_of_a_wrong_means_what_was_done_to_it() -> None:
    assert blamed_after(PastEvent("assaults", "IRN", "PAK", -1)) == ["PAK accuses IRN"]


def test_a_wrong_is_not_what_was_done_to_others() -> None:
    assert blamed_after(PastEvent("assaults", "IRN", "IRQ", -1)) == []


def test_a_wrong_is_no_mere_accusation() -> None:
    assert blamed_after(PastEvent("accuses", "IRN", "PAK", -1)) == []
