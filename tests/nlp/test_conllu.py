"""Parses in CoNLL-U."""

from __future__ import annotations

import pytest

from influence_graph.errors import RecordError
from influence_graph.nlp.conllu import read_conllu

TWO = """\
# newdoc id = a
# claims = A supports B
# text = Kiev habla.
1\tKiev\tKiev\tPROPN\t_\tGender=Masc|Number=Sing\t2\tnsubj\t_\t_
2\thabla\thablar\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# text = Sí.
1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_
1\tSí\tsí\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No
1.1\tx\tx\tX\t_\t_\t_\t_\t_\t_
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newdoc
1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_
"""


def test_document_is_an_article_whose_offsets_count_in_its_text() -> None:
    first, second = read_conllu(TWO)
    assert (first.text, second.text) == ("Kiev habla. Sí.", "No")
    assert first.comments == {"newdoc id": "a", "claims": "A supports B"}
    assert second.comments == {}
    assert [(s.index, s.start, s.end) for s in first.sentences] == [(0, 0, 11), (1, 12, 15)]
    for sentence in first.sentences:
        for token in sentence.tokens:
            assert first.text[token.start : token.end] == token.text


def test_root_is_its_own_head_and_features_are_kept() -> None:
    (kiev, habla, _) = next(read_conllu(TWO)).sentences[0].tokens
    assert (kiev.head, habla.head) == (1, 1)
    assert kiev.feats == {"Gender": "Masc", "Number": "Sing"}
    assert habla.feats == {}


def test_nothing_gives_nothing() -> None:
    assert list(read_conllu("")) == []
    assert list(read_conllu("# newdoc\n\n")) == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("1\tx", "2 columns, 10 expected"),
        ("2\tx\tx\tX\t_\t_\t0\troot\t_\t_", "word 1 expected, not 2"),
        ("1\tx\tx\tX\t_\t_\t7\troot\t_\t_", "no head '7' for 'x'"),
        ("1\tx\tx\tX\t_\t_\t_\troot\t_\t_", "no head '_' for 'x'"),
    ],
)
def test_wrong_line_is_named(line: str, says: str) -> None:
    with pytest.raises(RecordError, match=says):
        list(read_conllu(line, source="a.conllu"))
