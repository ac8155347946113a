"""Any parse gives a date or none, never an error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from influence_graph.extraction.dating import load_dates
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.tree import Tree
from influence_graph.model import MODALITIES, Article, Sentence, TimeSpan, Token

WORDS_OF_TIME = (
    "Mali condemned France on Monday , in May 2021 when since until the end of last year after "
    "attack signed week next day troops 2015 and . ( from 9 to 10 June"
)
RELATION_NAMES = (
    "root nsubj obj obl advmod nmod nummod amod compound case det punct conj cc acl acl:relcl "
    "advcl xcomp ccomp parataxis aux aux:pass cop mark flat appos"
)
TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "PUNCT", "DET")
FEATURES = st.fixed_dictionaries(
    {},
    optional={
        "Tense": st.sampled_from(["Past", "Pres", "Imp", "Fut"]),
        "VerbForm": st.sampled_from(["Fin", "Part", "Inf"]),
        "Number": st.just("Plur"),
    },
)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[Article, Sentence]:
    """A text of words of time with heads at random."""
    words = draw(st.lists(st.sampled_from(WORDS_OF_TIME.split()), min_size=1, max_size=16))
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(words):
        tokens.append(
            Token(
                i=i,
                text=word,
                start=start,
                end=start + len(word),
                lemma=word.lower(),
                upos=draw(st.sampled_from(TAGS)),
                head=draw(st.integers(0, len(words) - 1)),
                deprel=draw(st.sampled_from(RELATION_NAMES.split())),
                feats=draw(FEATURES),
            )
        )
        start += len(word) + 1
    text = " ".join(words)
    sentence = Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tuple(tokens))
    return Article(text=text, published=TimeSpan.parse("2024-06-15")), sentence


@given(sentences(), st.sampled_from(MODALITIES), st.booleans(), st.sampled_from(["en", "fr", "es"]))
def test_any_tree_is_dated_or_not(
    drawn: tuple[Article, Sentence], modality: str, own_act: bool, language: str
) -> None:
    article, sentence = drawn
    tree = Tree(sentence, load_grammar(language))
    dates = load_dates(language).read(article, [sentence])
    for head in range(len(sentence.tokens)):
        dated = dates.of(
            tree,
            head,
            fixed=(head - 1,) if head else (),
            subject=0,
            modality=modality,  # type: ignore[arg-type]
            own_act=own_act,
        )
        if dated.words is not None:
            assert dated.time is not None
            assert 0 <= dated.words[0] < dated.words[1] <= len(article.text)
        elif dated.time is not None:
            assert dated.time.precision == "tense"
