"""Hand-made parses: a sentence as a table of word, lemma, part of speech, head, relation.

Heads count from 1 and 0 is the root, as in CoNLL-U, so that a table reads like a treebank.
"""

from __future__ import annotations

from influence_graph.model import Article, Mention, Sentence, Token


def parse(table: str) -> tuple[str, Sentence]:
    """Return the text and the sentence of a table.

    Columns: word, lemma, UPOS, head, deprel, and optionally features (``Mood=Cnd|Tense=Fut``).
    """
    tokens: list[Token] = []
    text = ""
    for i, line in enumerate(row for row in table.strip().splitlines() if row.strip()):
        word, lemma, upos, head, deprel, *feats = line.split()
        if text and not text.endswith(("'", "’")) and word not in (".", ",", "?"):
            text += " "
        start = len(text)
        text += word
        tokens.append(
            Token(
                i=i,
                text=word,
                start=start,
                end=len(text),
                lemma=lemma,
                upos=upos,
                head=int(head) - 1 if head != "0" else i,
                deprel=deprel,
                feats=dict(f.split("=") for f in feats[0].split("|")) if feats else {},
            )
        )
    return text, Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tuple(tokens))


def mention(sentence: Sentence, head: int, *codes: str, kind: str = "name") -> Mention:
    """Return a mention of one word; `head` counts from 1."""
    token = sentence.tokens[head - 1]
    return Mention(
        sentence=sentence.index,
        head=token.i,
        first=token.i,
        last=token.i,
        start=token.start,
        end=token.end,
        text=token.text,
        codes=codes,
        kind=kind,
    )


def article(text: str, language: str) -> Article:
    """Return an article of one sentence."""
    return Article(text=text, language=language)
