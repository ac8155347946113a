"""The language class of the shipped French pipeline."""

from __future__ import annotations

from spacy.language import Language
from spacy.util import registry

__all__ = ["FRENCH", "LightFrench"]

FRENCH = "influence_graph_fr"
"""Language code in the settings of the shipped French pipeline."""


@registry.languages(FRENCH)
class LightFrench(Language):  # type: ignore[no-untyped-call]
    """French without spaCy's tokeniser exceptions.

    Importing ``spacy.lang.fr`` compiles one pattern of a hundred thousand characters, which takes
    seconds and which the pipeline's own tokeniser, loaded from its folder, does not use.
    """

    lang = FRENCH
