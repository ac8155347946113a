"""Load and cache the spaCy pipelines."""

from __future__ import annotations

import functools
from importlib.resources import as_file
from typing import TYPE_CHECKING

import spacy
from thinc.api import use_ops

# Imported for their effect: they register the parts that the shipped pipelines name.
from influence_graph.errors import InputError
from influence_graph.nlp import boundaries, features, lemmas, light_french  # noqa: F401
from influence_graph.resources import resource, resource_dir

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["LANGUAGES", "load_pipeline"]


def _shipped_languages() -> tuple[str, ...]:
    try:
        folder = resource_dir("models")
    except FileNotFoundError:
        return ()
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))


LANGUAGES = _shipped_languages()
"""Languages with a pipeline in the package."""

_BOUNDARIES = "influence_graph_boundaries"


@functools.lru_cache(maxsize=4)
def load_pipeline(lang: str, model: str | None = None) -> Language:
    """Load the pipeline of a language, once per process.

    Parameters
    ----------
    lang : str
        ISO 639-1 code.
    model : str, optional
        Folder or package name of any other spaCy pipeline with Universal Dependencies
        labels; the shipped one where it is left out.

    Raises
    ------
    InputError
        There is no pipeline for the language, or the named one cannot be used.
    """
    # numpy's BLAS is about three times as fast as spaCy's on these small matrices.
    with use_ops("numpy", use_blis=False):
        nlp = _named(lang, model) if model is not None else _shipped(lang)
    if _BOUNDARIES not in nlp.pipe_names:
        nlp.add_pipe(_BOUNDARIES, before="parser")
    return nlp


def _shipped(lang: str) -> Language:
    if lang not in LANGUAGES:
        raise InputError(
            f"no pipeline ships for the language {lang!r} (there are: {', '.join(LANGUAGES)}); "
            "name a spaCy pipeline with Universal Dependencies labels for it"
        )
    with as_file(resource("models") / lang) as folder:
        return spacy.load(folder)


def _named(lang: str, model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise InputError(
            f"the spaCy pipeline {model!r} cannot be loaded ({error}); "
            "name a folder or an installed package"
        ) from error
    if str(nlp.lang).removeprefix("influence_graph_") != lang:
        raise InputError(f"the spaCy pipeline {model!r} is for {nlp.lang!r}, not for {lang!r}")
    if "parser" not in nlp.pipe_names:
        raise InputError(f"the spaCy pipeline {model!r} has no dependency parser")
    labels = {label.split(":")[0] for label in nlp.pipe_labels["parser"]}
    if not {"nsubj", "obj", "obl"} <= labels:
        raise InputError(
            f"the spaCy pipeline {model!r} does not use Universal Dependencies labels: "
            "it lacks nsubj, obj or obl"
        )
    return nlp
