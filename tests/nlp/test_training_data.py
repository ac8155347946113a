"""How the training script reads, cuts and varies treebanks."""

from __future__ import annotations

import importlib
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy

if TYPE_CHECKING:
    from pathlib import Path

CONLLU = """\
# sent_id = doc-1_01
# text = Le Mali a perdu 50 000 hommes.
1\tLe\tle\tDET\t_\tDefinite=Def\t2\tdet\t_\t_
2\tMali\tMali\tPROPN\t_\t_\t4\tnsubj\t_\t_
3\ta\tavoir\tAUX\t_\t_\t4\taux:tense\t_\t_
4\tperdu\tperdre\tVERB\t_\t_\t0\troot\t_\t_
5\t50 000\t50 000\tNUM\t_\t_\t6\tnummod\t_\t_
6\thommes\thomme\tNOUN\t_\t_\t4\tobj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = doc-1_02
# text = "Non", dit-il.
1\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
2\tNon\tnon\tINTJ\t_\t_\t5\tccomp\t_\tSpaceAfter=No
3\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
4\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_
5\tdit\tdire\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
6\t-il\tlui\tPRON\t_\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_
"""


@pytest.fixture
def tool(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a module of tools/train by its name."""
    monkeypatch.syspath_prepend(str(root / "tools/train"))
    return importlib.import_module


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_reading(tool: Any, treebank: Path) -> None:
    first, second = tool("conllu").read_conllu(treebank)
    assert first.text == "Le Mali a perdu 50 000 hommes."
    assert second.text == '"Non", dit-il.'
    assert [word.head for word in first.words] == [1, 3, 3, 3, 5, 3, 3]


def test_a_short_line_is_an_error_with_its_place(tool: Any, tmp_path: Path) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text("1\tLe\tle\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.conllu:1: 3 columns"):
        list(tool("conllu").read_conllu(path))


def test_a_word_with_a_space_is_split(tool: Any, treebank: Path) -> None:
    first = tool("corpus").read_sentences([treebank])[0]
    words = [(w.form, w.head, w.deprel) for w in first.words]
    assert words[4:7] == [("50", 6, "nummod"), ("000", 4, "flat"), ("hommes", 3, "obj")]
    assert first.text == "Le Mali a perdu 50 000 hommes."


def test_neighbours_become_one_text_with_their_boundary(tool: Any, treebank: Path) -> None:
    corpus = tool("corpus")
    sentences = corpus.read_sentences([treebank])
    (group,) = corpus.grouped(sentences, size=5)
    doc = corpus.to_doc(spacy.blank("fr"), group)
    assert doc.text == 'Le Mali a perdu 50 000 hommes. "Non", dit-il.'
    assert [s.text for s in doc.sents] == ["Le Mali a perdu 50 000 hommes.", '"Non", dit-il.']


def test_the_tokeniser_agrees_with_the_treebank(tool: Any) -> None:
    nlp = spacy.blank("fr")
    tool("tokenizers").french_tokenizer(nlp)
    text = (
        "L'Algérie a-t-elle reçu M. Sarr à N'Djamena ? Qu'est-ce qu'aujourd'hui le Royaume-Uni, "
        "dit-il, c'est-à-dire Londres, veut des franco-algériens (à 20h30) ?"
    )
    assert "|".join(t.text for t in nlp(text)) == (
        "L'|Algérie|a|-t-elle|reçu|M.|Sarr|à|N'Djamena|?|Qu'|est|-ce|qu'|aujourd'hui|le|Royaume-Uni"
        "|,|dit|-il|,|c'est-à-dire|Londres|,|veut|des|franco-algériens|(|à|20|h|30|)|?"
    )


def test_variants_keep_the_tree(tool: Any, treebank: Path) -> None:
    augment, corpus = tool("augment"), tool("corpus")
    first, second = corpus.read_sentences([treebank])
    assert augment.upper_case(first).text == "LE MALI A PERDU 50 000 HOMMES."
    assert augment.no_final_mark(first).text == "Le Mali a perdu 50 000 hommes"
    assert augment.guillemets(second).text == "« Non », dit-il."
    random = Random(1)  # noqa: S311  repeatable on purpose
    for _ in range(200):
        varied = augment.vary(first, random, language="fr")
        pairs = zip(varied.words, first.words, strict=False)
        assert all(a.head == b.head and a.deprel == b.deprel for a, b in pairs)


def test_rounded_weights_stay_close(tool: Any) -> None:
    from thinc.api import Linear

    class Component:
        model = Linear(4, 4)

    class Pipeline:
        pipeline = (("linear", Component()),)

    model = Component.model
    model.initialize()
    before = np.array(model.get_param("W"))
    tool("weights").shorten_weights(Pipeline())
    after = np.array(model.get_param("W"))
    assert (abs(after - before) <= abs(before) * 2**-8).all()
    assert not (after.view(np.uint32) & 0x7FFF).any()
