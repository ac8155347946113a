"""Which language a text is in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["detect_language", "foreign_language"]

_ENOUGH = 5000
"""Characters that are looked at."""

_SURE = 0.7
_SHORTEST = 60


@functools.lru_cache(maxsize=8)
def _identifier(candidates: tuple[str, ...] | None) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if candidates is not None:
        identifier.set_languages(candidates)
    return identifier


def detect_language(text: str, candidates: Sequence[str] = ("fr", "en")) -> tuple[str, float]:
    """Return the likeliest of some languages and its probability among them.

    Parameters
    ----------
    text : str
        Any text; its first 5,000 characters count.
    candidates : sequence of str
        ISO 639-1 codes to choose from.

    Returns
    -------
    language : str
    probability : float
        0 to 1, among the candidates; a text in none of them may score high, see
        `foreign_language`.

    Examples
    --------
    >>> detect_language("La junte malienne a pris ses distances avec Alger.")[0]
    'fr'
    """
    language, probability = _identifier(tuple(candidates)).classify(text[:_ENOUGH])
    return str(language), float(probability)


def foreign_language(text: str, candidates: Sequence[str] = ("fr", "en")) -> str | None:
    """Return the language of a text that is in none of some languages, else None.

    Only a text of 60 letters or more with a clear answer is called foreign: a mistake here
    would refuse an article that could be read.
    """
    sample = text[:_ENOUGH]
    if sum(c.isalpha() for c in sample) < _SHORTEST:
        return None
    ranked = _identifier(None).rank(sample)
    share = sum(probability for language, probability in ranked if language in candidates)
    language, probability = ranked[0]
    if language in candidates or share > 1 - _SURE or probability < share * 4:
        return None
    return str(language)
