"""Reads one hand-made sentence with a lexicon of a few lines."""

from __future__ import annotations

from tests.extraction.parses import mention, parse

from influence_graph.extraction.arguments import Arguments
from influence_graph.extraction.grammar import load_grammar
from influence_graph.extraction.lexicon import Lexicon, parse_lexicon
from influence_graph.extraction.matching import Matcher
from influence_graph.extraction.modality import ModalityReader
from influence_graph.extraction.tree import Tree
from influence_graph.model import roll_up
from influence_graph.rdf.ontology import load_relations

RELATIONS = {r.name: r for r in load_relations()}

Actors = dict[int, str | tuple[str, ...]]


def claims(
    table: str,
    actors: Actors,
    entries: str,
    *,
    relation: str = "supports",
    language: str = "en",
    kinds: dict[int, str] | None = None,
) -> list[str]:
    """Return ``SUBJECT relation OBJECT modality`` for each claim, blocked ones left out.

    Parameters
    ----------
    table : str
        The parse.
    actors : dict
        Word number (from 1) to actor code or codes.
    entries : str
        Lexicon entries in TOML.
    relation : str, optional
        Their relation.
    language : str, optional
        Gives the function words.
    kinds : dict, optional
        Kind of mention where it is not ``name``.
    """
    _, sentence = parse(table)
    grammar = load_grammar(language)
    tree = Tree(sentence, grammar)
    mentions = [
        mention(
            sentence,
            place,
            *((codes,) if isinstance(codes, str) else codes),
            kind=(kinds or {}).get(place, "name"),
        )
        for place, codes in actors.items()
    ]
    lexicon = Lexicon.of(
        language,
        parse_lexicon(f'relation = "{relation}"\n{entries}', language=language, where="test"),
    )
    arguments = Arguments(tree, mentions, lexicon)
    modality = ModalityReader(tree, arguments.places)
    found = []
    for hit in Matcher(lexicon, RELATIONS, grammar).hits(tree, arguments):
        status = modality.status(hit.head)
        if hit.entry.negated:
            status.negators.discard(modality.negator(hit.head))
        if not status.blocked:
            speaker = status.speaker
            said = [a.code for a in arguments.at(speaker)] if speaker is not None else []
            own = bool(said) and roll_up(said[0]) == roll_up(hit.subject.code)
            found.append(
                f"{hit.subject.code} {hit.entry.relation} {hit.object.code} "
                f"{status.modality(own_act=own)}"
            )
    return found
