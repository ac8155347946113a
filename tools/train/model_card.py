"""Write what stands beside a pipeline: README.md and the notice of its data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = {"fr": "French", "en": "English"}

_NOTICES = {
    "fr": """\
This pipeline was trained by the influence-graph project from these treebanks of Universal
Dependencies (https://universaldependencies.org):

  UD_French-Sequoia, commit f5b049600c89d2cf15ebbec860f75d703884d32b
      Marie Candito, Djamé Seddah, Guy Perrier, Bruno Guillaume
      Lesser General Public License For Linguistic Resources (LGPL-LR)
  UD_French-FQB, commit d585d0fadefbc063f460278be862adf6bad4b0a4
      Djamé Seddah, Marie Candito
      Lesser General Public License For Linguistic Resources (LGPL-LR)
  UD_French-GSD, commit 830e2782304af08b3cc1c9250475343e04274d81
      Bruno Guillaume, Marie-Catherine de Marneffe, Guy Perrier and others
      Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)
@PUD@
Changes made to the data before training: contractions (du, au, des, aux) merged into one word
with the lemma of the preposition; typographic apostrophes straightened; enhanced dependencies and
most of the MISC column dropped; obl:mod made obl; rare subtypes of relations cut; words that
contain a space split. During training, sentences were also varied in letter case and punctuation.
@PRESS@""",
    "en": """\
This pipeline was trained by the influence-graph project from these treebanks of Universal
Dependencies (https://universaldependencies.org):

  UD_English-EWT, commit 15d613d8447b3478787d4c278730a1e48a945efb
      Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi,
      John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Amir Zeldes
      and others
      Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)
@PUD@
Changes made to the data before training: multiword tokens split with the spelling of the text;
typographic apostrophes straightened; enhanced dependencies and most of the MISC column dropped;
rare subtypes of relations cut. During training, sentences were also varied in letter case and
punctuation.
@PRESS@""",
}
_PUD = {
    "fr": """\
  UD_French-PUD, commit c245786cfb3020d43bcfc96215ae531a1b07bcbc
      Ryan McDonald, Joakim Nivre, Daniel Zeman and others
      Creative Commons Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0)
""",
    "en": """\
  UD_English-PUD, commit f16eba4ae7f3d161870ed320676c5088b8fa476c
      Hans Uszkoreit, Vivien Macketanz, Aljoscha Burchardt, Daniel Zeman and others
      Creative Commons Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0)
""",
}
_PRESS = """
It has also learned from sentences that the project generates (tools/train/press.py): its own
grammar and lexicon, names of its own gazetteer, and words and phrases of the treebanks above.
"""
_TERMS = """
The project's own code is under the Apache License 2.0. The files in this folder (weights, lists of
words and labels) are derived from the data above and are passed on under the terms of that data:
attribution as given here, and share-alike (CC BY-SA 4.0); where they hold or rest on material
under the LGPL-LR, that licence applies to it. The treebanks
themselves are not included; they are at https://github.com/UniversalDependencies.

  CC BY-SA 4.0: https://creativecommons.org/licenses/by-sa/4.0/legalcode
  CC BY-SA 3.0: https://creativecommons.org/licenses/by-sa/3.0/legalcode
  LGPL-LR: https://infolingu.univ-mlv.fr/DonneesLinguistiques/Lexiques-Grammaires/lgpllr.html
"""

_COLUMNS = ("tokens", "UPOS", "UAS", "LAS", "lemma", "lemma VERB", "lemma NOUN", "sentences")


def score_table(scores: Path, kind: str = "sentences") -> list[str]:
    """Return a Markdown table of measured scores, F1 in per cent."""
    measured = json.loads(scores.read_text(encoding="utf-8"))
    lines = [
        "| test part | " + " | ".join(_COLUMNS) + " |",
        "|---" * (len(_COLUMNS) + 1) + "|",
    ]
    for name, kinds in measured.items():
        row = [f"{kinds[kind].get(column, 0):.1f}" for column in _COLUMNS]
        lines.append(f"| {name} | " + " | ".join(row) + " |")
    return lines


def write_card(folder: Path, language: str, scores: Path, *, second_stage: bool) -> None:
    """Write ``README.md`` and ``NOTICE`` into the folder of a pipeline.

    Parameters
    ----------
    folder : Path
        Where the pipeline lies.
    language : str
        ``fr`` or ``en``.
    scores : Path
        JSON file of the scores of the first stage.
    second_stage : bool
        The pipeline has also learned from the news of PUD and from generated sentences.
    """
    notice = _NOTICES[language].replace("@PUD@", _PUD[language] if second_stage else "")
    notice = notice.replace("@PRESS@", _PRESS if second_stage else "") + _TERMS
    (folder / "NOTICE").write_text(notice, encoding="utf-8")
    lines = [
        f"# {_NAMES[language]} pipeline",
        "",
        "A spaCy 3.8 pipeline with Universal Dependencies labels, made by `tools/train/train.py`.",
        "Load it with `influence_graph.nlp.load_pipeline`; it needs the package, which registers",
        "its input layer, its sentence marks and its lemma tables.",
        "",
        "Data and terms: NOTICE in this folder. Settings, trials and all scores: docs/models.md.",
        "",
        "Measured on raw text; it has not learned from these parts:",
        "",
        *score_table(scores),
    ]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
