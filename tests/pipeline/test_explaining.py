"""The text of ``extract --explain``, whole."""

from __future__ import annotations

from dataclasses import replace

from influence_graph.derivation import Bearer, Derivation, Factor, Marker, Step, Words
from influence_graph.model import Article, Attribution, Claim, Evidence, TimeSpan
from influence_graph.pipeline.explaining import claims_as_text, explained_as_text
from influence_graph.pipeline.reading import Reading

TEXT = "According to Paris, the army of Mali might attack Niger in May 2024."
ARTICLE = Article(text=TEXT, origin="a.txt", title="Army", published=TimeSpan.parse("2024-05-02"))


def words(text: str) -> Words:
    start = TEXT.index(text)
    return Words(text, start, start + len(text))


DERIVATION = Derivation(
    sentence=Words(TEXT, 0, len(TEXT)),
    index=0,
    start=20,
    end=55,
    entry="en.assaults.attack",
    frame="verb",
    relation="assaults",
    head=words("attack"),
    fixed=(),
    subject=Bearer(
        code="MLI:MIL",
        words=words("the army of Mali"),
        kind="agent",
        place="subj",
        path=(Step("nsubj", "army", up=False),),
        score=0.9,
        reasons=("'army' of 'Mali'",),
    ),
    object=Bearer(
        code="NER",
        words=words("Niger"),
        kind="name",
        place="obj",
        path=(Step("obj", "Niger", up=False, mended=True),),
        score=0.95,
        reasons=("'Niger' is a name of NER",),
    ),
    modality="possible",
    markers=(
        Marker("possible", words("might"), "auxiliary “might”"),
        Marker("speaker", words("Paris"), "said by “Paris”"),
    ),
    attribution=words("Paris"),
    date=words("May 2024"),
    time="2024-05",
    factors=(Factor("entry en.assaults.attack", 0.9), Factor("subject MLI:MIL", 0.8, "an agent")),
    confidence=0.72,
)
CLAIM = Claim(
    subject="MLI:MIL",
    relation="assaults",
    object="NER",
    evidence=(Evidence(article=ARTICLE.id, start=20, end=55, quote=TEXT[20:55]),),
    modality="possible",
    attribution=Attribution(text="Paris", actor="FRA:GOV"),
    time=TimeSpan.parse("2024-05"),
    confidence=0.72,
    derivations=(DERIVATION,),
)
READING = Reading(article=ARTICLE, claims=(CLAIM,))

EXPLAINED = """\
a.txt “Army”, 2024-05-02: 1 claim

(1) MLI:MIL assaults NER   possible, says Paris, 2024-05   0.72
    “According to _Paris_, [the army of Mali] _might_ *attack* [Niger] in _May 2024_.”
    frame       en.assaults.attack, a verb: “attack”
    subject     “the army of Mali”, agent: MLI:MIL (Armed Forces of Mali), 0.90
                'army' of 'Mali'
                at subj: attack ↓nsubj army
    object      “Niger”, name: NER, 0.95
                'Niger' is a name of NER
                at obj: attack ↓obj* Niger
    modality    possible: auxiliary “might”; said by “Paris”
    said by     “Paris”
    date        “May 2024” read as 2024-05
    confidence  0.72 = 0.900 × 0.800
                0.900  entry en.assaults.attack
                0.800  subject MLI:MIL: an agent
"""


def label(code: str) -> str:
    return {"MLI:MIL": "Armed Forces of Mali"}.get(code, code)


def test_one_block_a_claim() -> None:
    assert explained_as_text(READING, label) == EXPLAINED


def test_one_line_a_claim_without_explanation() -> None:
    assert claims_as_text(READING) == (
        "a.txt “Army”, 2024-05-02: 1 claim\n"
        "    MLI:MIL assaults NER   possible, says Paris, 2024-05   0.72  "
        "“the army of Mali might attack Niger”\n"
    )


def test_what_is_said_again_is_a_block_of_its_own_below() -> None:
    twice = replace(CLAIM, derivations=(DERIVATION, replace(DERIVATION, index=4)), confidence=0.9)
    told = explained_as_text(replace(READING, claims=(twice,)), label)
    assert "    -- said again in sentence 5\n" in told
    assert told.endswith("    together    0.90, as it is said in 2 sentences\n")


def test_what_two_entries_find_in_one_sentence_is_not_said_twice() -> None:
    twice = replace(CLAIM, derivations=(DERIVATION, replace(DERIVATION, entry="en.assaults.x")))
    told = explained_as_text(replace(READING, claims=(twice,)), label)
    assert "    -- also found in the same sentence\n" in told
    assert "together" not in told


def test_words_that_another_sentence_says_are_not_marked_in_this_one() -> None:
    elsewhere = replace(DERIVATION.subject, words=Words("Mali", 500, 504))
    other = replace(CLAIM, derivations=(replace(DERIVATION, subject=elsewhere),))
    told = explained_as_text(replace(READING, claims=(other,)), label)
    assert "“According to _Paris_, the army of Mali _might_ *attack* [Niger]" in told


def test_a_word_inside_an_actor_is_marked_inside() -> None:
    inside = replace(DERIVATION, head=words("army"))
    told = explained_as_text(
        replace(READING, claims=(replace(CLAIM, derivations=(inside,)),)), label
    )
    assert "[the *army* of Mali]" in told


def test_an_article_cannot_steer_the_terminal() -> None:
    hostile = replace(
        DERIVATION,
        sentence=Words(TEXT.replace(" might", "\x1bmight"), 0, len(TEXT)),
        attribution=Words("\x1b[31mParis", 13, 18),
    )
    article = replace(ARTICLE, title="\x1b]0;Army\x07")
    told = explained_as_text(
        Reading(article=article, claims=(replace(CLAIM, derivations=(hostile,)),)), label
    )
    assert "\x1b" not in told
    assert "\x07" not in told


def test_no_claims_is_said() -> None:
    assert explained_as_text(Reading(article=ARTICLE), label) == (
        "a.txt “Army”, 2024-05-02: no claims\n"
    )
