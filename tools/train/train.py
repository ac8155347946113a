"""Train a pipeline from Universal Dependencies treebanks.

::

    python tools/train/train.py fr --treebanks TREEBANKS --output OUT
    python tools/train/train.py fr --treebanks TREEBANKS --output OUT2 --start OUT

The first learns from the training part alone. The second goes on from it with a smaller learning
rate on the training and dev parts, the news of PUD, and sentences that `press` generates; it is
what ships. Both are scored on test parts that neither has seen. The settings are in ``fr.cfg`` and
``en.cfg``. With OMP_NUM_THREADS=1 and the same machine, the same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from corpus import raw_examples, read_sentences
from evaluate import evaluate
from lemma_tables import lemma_tables
from model_card import write_card
from spacy.training.loop import train
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import NumpyOps, set_current_ops
from tokenizers import TOKENIZERS
from weights import shorten_weights

import influence_graph.nlp.pipelines  # noqa: F401  registers the parts that the settings name
from influence_graph.nlp.light_french import FRENCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conllu import TreebankSentence
    from spacy.language import Language
    from thinc.api import Config

HERE = Path(__file__).parent

DEV = {"fr": ("fr_dev",), "en": ("en_dev",)}
NEWS = {"fr": ("fr_test_pud_news",), "en": ("en_test_pud_news",)}
TEST = {"fr": ("fr_test_sequoia", "fr_test_gsd"), "en": ("en_test_ewt",)}


RULES = ("influence_graph_boundaries", "influence_graph_lemmas")
STAGE_TWO = {"max_steps": 600, "warmup_steps": 50, "total_steps": 600, "initial_rate": 0.0007}
PRESS = {"fr": 0.8, "en": 0.6}
"""Generated sentences of the second stage for each sentence of the treebanks."""


def settings_of(
    language: str, treebanks: Path, *, stage_two: bool, steps: int | None = None
) -> Config:
    """Return the settings of a stage, with the folder of the treebanks filled in.

    `steps` are those of the second stage, where it is not to have its usual number.
    """
    settings = load_config(HERE / f"{language}.cfg", interpolate=False)
    for part in ("train", "dev"):
        settings["corpora"][part]["root"] = str(treebanks)
    if stage_two:
        settings["corpora"]["train"]["paths"] += [
            f"{name}.conllu" for name in (*DEV[language], *NEWS[language])
        ]
        settings["corpora"]["train"]["press"] = PRESS[language]
        stage = dict(STAGE_TWO)
        if steps is not None:
            stage["max_steps"] = stage["total_steps"] = steps
        training = settings["training"]
        training["max_steps"] = training["eval_frequency"] = stage["max_steps"]
        rate = training["optimizer"]["learn_rate"]
        rate.update({key: stage[key] for key in rate if key in stage})
    return settings


def first_stage(settings: Config, sentences: Sequence[TreebankSentence]) -> Language:
    """Make an untrained pipeline; its labels come from the sentences, not from variants."""
    fix_random_seed(settings["training"]["seed"])
    nlp = load_model_from_config(settings, auto_fill=True)
    TOKENIZERS[nlp.lang](nlp)
    nlp.initialize(lambda: list(raw_examples(nlp, sentences)))
    return nlp


def second_stage(settings: Config, start: Path) -> Language:
    """Take up a trained pipeline, without its rule components."""
    filled = load_model_from_config(settings, auto_fill=True).config
    nlp = spacy.load(start)
    for name in RULES:
        nlp.remove_pipe(name)
    for section in ("corpora", "training"):
        nlp.config[section] = filled[section]
    # spaCy 3.8 does not read this back, and would learn every lemma as the first edit tree.
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}
    return nlp


def finish(nlp: Language, sentences: Sequence[TreebankSentence]) -> None:
    """Add the rule components, shorten the weights, drop what only training needs."""
    nlp.add_pipe(RULES[0], before="parser")
    language = nlp.lang.removeprefix("influence_graph_")
    tables = nlp.add_pipe(RULES[1], config={"language": language})
    tables.set_tables(lemma_tables(language, sentences))  # type: ignore[attr-defined]
    shorten_weights(nlp)
    for section in ("corpora", "training"):
        nlp.config[section] = {}
    nlp.meta.update(
        name="influence_graph",
        version="1.0.0",
        description="Universal Dependencies pipeline for news text",
        author="The influence-graph authors",
        license="see NOTICE",
        performance={},
    )


def lighten(folder: Path) -> None:
    """Name the light language class in the files of a French pipeline."""
    settings = load_config(folder / "config.cfg", interpolate=False)
    settings["nlp"]["lang"] = FRENCH
    settings.to_disk(folder / "config.cfg")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["lang"] = FRENCH
    text = json.dumps(meta, indent=2, ensure_ascii=False) + "\n"
    (folder / "meta.json").write_text(text, encoding="utf-8")


def score(nlp: Language, treebanks: Path, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Score on test files: sentence by sentence, and in running text of five sentences."""
    table: dict[str, dict[str, Any]] = {}
    for name in names:
        sentences = read_sentences([treebanks / f"{name}.conllu"])
        table[name] = {
            "sentences": evaluate(nlp, sentences).table(),
            "running text": evaluate(nlp, sentences, size=5).table(),
        }
        print(name, json.dumps(table[name]["sentences"]), flush=True)
        print(name, "running text", json.dumps(table[name]["running text"]), flush=True)
    return table


def main() -> None:
    """Train, score, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("language", choices=sorted(TOKENIZERS))
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--output", type=Path, required=True, help="folder for the pipeline")
    parser.add_argument("--start", type=Path, help="second stage: go on from this pipeline")
    parser.add_argument("--steps", type=int, help="steps of the second stage (default 600)")
    parser.add_argument("--score-only", action="store_true", help="score the pipeline in --output")
    arguments = parser.parse_args()
    language, treebanks, start = arguments.language, arguments.treebanks, arguments.start

    set_current_ops(NumpyOps(use_blis=False))
    stage = "scores" if start is not None else "scores_first"
    scores = HERE / f"{stage}_{language}.json"
    if arguments.score_only:
        nlp = spacy.load(arguments.output)
    else:
        settings = settings_of(
            language, treebanks, stage_two=start is not None, steps=arguments.steps
        )
        paths = settings["corpora"]["train"]["paths"]
        sentences = read_sentences(treebanks / path for path in paths)
        nlp = second_stage(settings, start) if start else first_stage(settings, sentences)
        # The rate falls to nothing, so that the last weights are as good as averaged ones.
        nlp, _ = train(nlp, None, stdout=sys.stdout, stderr=sys.stderr)
        finish(nlp, sentences)
        nlp.to_disk(arguments.output)
        if language == "fr":
            lighten(arguments.output)
    unseen = TEST[language] if start else (*DEV[language], *TEST[language], *NEWS[language])
    table = score(nlp, treebanks, unseen)
    scores.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    write_card(arguments.output, language, scores, second_stage=start is not None)


if __name__ == "__main__":
    main()
