"""Run every example of a lexicon through the whole reading, and list what fails.

usage: python tools/check_lexicon.py fr [en …] [--only RELATION] [--extra]
"""

from __future__ import annotations

import argparse
import sys

from influence_graph.extraction import Example, load_lexicon
from influence_graph.model import Article, TimeSpan, roll_up
from influence_graph.pipeline.reading import Reader


def holds(example: Example, reader: Reader, language: str) -> tuple[bool, list[str]]:
    """Tell whether an example gives its claim, and return all claims found."""
    reading = reader.read(
        Article(text=example.text, language=language, published=TimeSpan.parse("2024-06-15"))
    )
    found, right = [], False
    symmetric = reader.relations[example.relation].symmetric
    for claim in reading.claims:
        ends = (roll_up(claim.subject), roll_up(claim.object))
        wanted = (example.subject, example.object)
        same = ends == wanted or (symmetric and ends == wanted[::-1])
        right |= same and claim.relation == example.relation and claim.modality == example.modality
        found.append(f"{ends[0]} {claim.relation} {ends[1]} {claim.modality}")
    return right, found


def main() -> int:
    """Check the lexicons named on the command line; exit 1 where an example fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("languages", nargs="+")
    parser.add_argument("--only", help="one relation")
    parser.add_argument("--extra", action="store_true", help="also list claims not asked for")
    options = parser.parse_args()
    reader = Reader()
    failed = total = 0
    for language in options.languages:
        lexicon = load_lexicon(language)
        for entry in lexicon.entries:
            if options.only and entry.relation != options.only:
                continue
            if not entry.examples and not entry.missed:
                print(f"{entry.id}: no example")
                failed += 1
            wanted = {
                text: {(e.subject, e.relation, e.object) for e in entry.examples if e.text == text}
                for text in {e.text for e in entry.examples}
            }
            for example in entry.examples:
                total += 1
                right, found = holds(example, reader, language)
                if not right:
                    failed += 1
                    print(
                        f"FAIL {entry.id}: {example.text}\n     wanted {example.subject} "
                        f"{example.relation} {example.object} {example.modality}; "
                        f"found {found or 'nothing'}"
                    )
                elif options.extra and len(found) > len(wanted[example.text]):
                    print(f"MORE {entry.id}: {example.text}\n     found {found}")
        for entry in lexicon.entries:
            for example in entry.missed:
                if holds(example, reader, language)[0]:
                    print(f"FOUND NOW {entry.id}: {example.text}")
        missed = sum(len(entry.missed) for entry in lexicon.entries)
        print(
            f"{language}: {missed} examples are known to be missed\n"
            f"{language}: {lexicon.size} lemmas in {len(lexicon.entries)} entries; "
            f"{total - failed} of {total} examples hold"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
