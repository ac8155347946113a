"""Which languages can be read: a folder of the lexicon and a pipeline make one."""

from __future__ import annotations

from collections.abc import Mapping

from influence_graph.resources import resource_dir

__all__ = ["lexicon_languages", "missing_files", "readable_languages", "why_unreadable"]

_NEEDED = ("grammar.toml", "agents.toml")
_RELATIONS = "relations"


def _folders(name: str) -> tuple[str, ...]:
    try:
        folder = resource_dir(name)
    except FileNotFoundError:
        return ()
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))


def lexicon_languages() -> tuple[str, ...]:
    """Return the languages whose folder in ``ontology/lexicon`` has all its files, sorted."""
    root = resource_dir("ontology") / "lexicon"
    names = sorted(path.name for path in root.iterdir() if path.is_dir())
    return tuple(name for name in names if not missing_files(name))


def missing_files(language: str) -> tuple[str, ...]:
    """Return what a language lacks in ``ontology/lexicon/<language>``; empty where it is whole.

    ``time.toml`` is not needed: without it claims have no dates.
    """
    folder = resource_dir("ontology") / "lexicon" / language
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    relations = folder / _RELATIONS
    if not relations.is_dir() or not any(p.name.endswith(".toml") for p in relations.iterdir()):
        missing.append(f"{_RELATIONS}/*.toml")
    return tuple(missing)


def readable_languages(models: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the languages with a whole lexicon and a pipeline, shipped or named, sorted.

    Parameters
    ----------
    models : Mapping of str to str, optional
        spaCy pipelines by language, beside the shipped ones.
    """
    pipelines = {*_folders("models"), *(models or {})}
    return tuple(name for name in lexicon_languages() if name in pipelines)


def why_unreadable(language: str, models: Mapping[str, str] | None = None) -> str | None:
    """Return why a language cannot be read and what to do, None where it can.

    Parameters
    ----------
    language : str
        ISO 639-1 code.
    models : Mapping of str to str, optional
        spaCy pipelines by language, beside the shipped ones.
    """
    readable = readable_languages(models)
    if language in readable:
        return None
    known = f"languages that can be read: {', '.join(readable)}"
    missing = missing_files(language) if language.isalnum() else (*_NEEDED, _RELATIONS)
    if len(missing) > len(_NEEDED):
        return f"there is no lexicon for the language {language!r}; {known}"
    if missing:
        return f"ontology/lexicon/{language} lacks {', '.join(missing)}; {known}"
    return (
        f"no pipeline ships for the language {language!r}: name one with Universal Dependencies "
        f"labels, --model {language}=NAME; {known}"
    )
