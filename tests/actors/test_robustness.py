"""Any parse gives mentions or none, the same ones each time."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from influence_graph.actors import ActorResolver, load_agents
from influence_graph.actors.folding import fold, pieces
from influence_graph.model import Article, Sentence, Token

from .conftest import ACTORS, EXCLUDED

RESOLVER = ActorResolver(ACTORS, {c: load_agents(c) for c in ("fr", "en")}, EXCLUDED)

_SENTENCE = """Mali Alger Niger France junte junta les deux capitales the two countries il it
ses its leur Putin Vladimir ministre minister président malien Malian de of 's , ( ) UN
Bruxelles both each other and et qui who neighbour voisin ambassadeur NATO Mouvement MDN - « »"""
_RELATIONS = """nsubj obj iobj obl nmod nmod:poss amod conj appos flat det case acl:relcl
xcomp advcl root compound expl nsubj:pass dep"""
_CLASSES = "NOUN PROPN ADJ VERB DET ADP PRON PUNCT NUM X CCONJ AUX"

WORDS = st.sampled_from(_SENTENCE.split()) | st.text(max_size=6).filter(lambda word: word.strip())
DEPRELS = st.sampled_from(_RELATIONS.split())
UPOS = st.sampled_from(_CLASSES.split())
FEATS = st.dictionaries(
    st.sampled_from(["Number", "Gender", "Definite", "Poss", "PronType"]),
    st.sampled_from(["Sing", "Plur", "Masc", "Fem", "Def", "Ind", "Yes", "Rel"]),
    max_size=3,
)
ROWS = st.lists(st.tuples(WORDS, UPOS, DEPRELS, st.integers(0, 11), FEATS), min_size=1, max_size=12)


@settings(max_examples=250, deadline=None)
@given(st.lists(ROWS, max_size=4), st.sampled_from(["fr", "en"]))
def test_any_parse_is_read(
    tables: list[list[tuple[str, str, str, int, dict[str, str]]]], language: str
) -> None:
    text = ""
    parsed = []
    for index, rows in enumerate(tables):
        start = len(text)
        tokens = []
        for i, (word, upos, deprel, head, feats) in enumerate(rows):
            tokens.append(
                Token(
                    i=i, text=word, start=len(text), end=len(text) + len(word), lemma=word.lower(),
                    upos=upos, head=head % len(rows), deprel=deprel, feats=feats,
                )
            )  # fmt: skip
            text += word + " "
        parsed.append(
            Sentence(index=index, paragraph=0, start=start, end=len(text), tokens=tuple(tokens))
        )
    article = Article(text=text, language=language)
    found = RESOLVER.resolve(article, parsed)
    assert found == RESOLVER.resolve(article, parsed)
    for mention in found.mentions:
        assert mention.codes
        assert 0 <= mention.score <= 1
        assert mention.reasons
        assert text[mention.start : mention.end] == mention.text
        assert mention.first <= mention.last < len(parsed[mention.sentence].tokens)
        assert 0 <= mention.head < len(parsed[mention.sentence].tokens)
    heads = [(m.sentence, m.head) for m in found.mentions]
    assert heads == sorted(set(heads))


@given(st.text())
def test_pieces_are_words_of_the_text(text: str) -> None:
    for piece in pieces(text):
        assert text[piece.start : piece.end] == piece.surface
        assert piece.folded == fold(piece.surface)
