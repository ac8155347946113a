"""Run the examples of a lexicon through the whole reading, and list what fails.

usage: python tools/check_lexicon.py fr [en …] [--only RELATION] [--extra]
       [--parses FILE.conllu] [--model LANG=NAME]

Hand-made parses (tests/extraction/parses_LANG.conllu, or --parses) are read as they are: an example
whose text has one needs no pipeline, and a text that says its claims must give just these.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from influence_graph.extraction import Example, load_lexicon
from influence_graph.model import Article, TimeSpan, roll_up
from influence_graph.nlp.conllu import ParsedDocument, read_conllu
from influence_graph.pipeline.languages import missing_files, readable_languages
from influence_graph.pipeline.reading import Reader, ReadingOptions

PARSES = Path(__file__).resolve().parents[1] / "tests" / "extraction"
PUBLISHED = TimeSpan.parse("2024-06-15")

Claim = tuple[str, str, str, str]


class Checker:
    """Reads the examples of one language.

    Parameters
    ----------
    language : str
        ISO 639-1 code.
    reader : Reader
        Reads what has no hand-made parse.
    parses : Path
        Hand-made parses; a file that does not exist has none.
    """

    def __init__(self, language: str, reader: Reader, parses: Path) -> None:
        self.language = language
        self.reader = reader
        text = parses.read_text("utf-8") if parses.is_file() else ""
        self.documents = tuple(read_conllu(text, source=parses.name))
        self._parsed: Mapping[str, ParsedDocument] = {d.text: d for d in self.documents}

    def readable(self, text: str) -> bool:
        """Tell whether a text can be read: by hand, or by a pipeline."""
        return text in self._parsed or self.language in self.reader.languages

    def found(self, text: str) -> list[Claim]:
        """Return the claims of a text, states without roles."""
        article = Article(text=text, language=self.language, published=PUBLISHED)
        parsed = self._parsed.get(text)
        reading = (
            self.reader.read(article)
            if parsed is None
            else self.reader.read_parsed(article, parsed.sentences)
        )
        return [
            (roll_up(c.subject), c.relation, roll_up(c.object), str(c.modality))
            for c in reading.claims
        ]

    def same(self, wanted: Claim, found: Claim) -> bool:
        """Tell whether two claims are one; the actors of a symmetric relation may change places."""
        subject, relation, object_, modality = wanted
        turned = (object_, relation, subject, modality)
        symmetric = self.reader.relations[relation].symmetric
        return found == wanted or (symmetric and found == turned)

    def holds(self, example: Example) -> tuple[bool, list[str]]:
        """Tell whether an example gives its claim, and return all claims found."""
        wanted = (example.subject, example.relation, example.object, str(example.modality))
        found = self.found(example.text)
        return any(self.same(wanted, claim) for claim in found), [" ".join(c) for c in found]

    def wrong_documents(self) -> list[tuple[ParsedDocument, list[Claim], list[Claim]]]:
        """Return the parses that say their claims and give others: wanted and found."""
        wrong = []
        for document in self.documents:
            if "claims" not in document.comments:
                continue
            wanted = said_claims(document)
            found = self.found(document.text)
            if len(wanted) != len(found) or not all(
                any(self.same(w, f) for f in found) for w in wanted
            ):
                wrong.append((document, wanted, found))
        return wrong


def said_claims(document: ParsedDocument) -> list[Claim]:
    """Return what ``# claims = A relation B [modality] ; …`` says; ``-`` is none."""
    claims = []
    for said in document.comments["claims"].split(";"):
        words = said.split()
        if words == ["-"]:
            continue
        if len(words) not in (3, 4):
            raise SystemExit(f"a claim is SUBJECT relation OBJECT [modality], got {said.strip()!r}")
        subject, relation, object_, modality = (*words, "asserted")[:4]
        claims.append((roll_up(subject), relation, roll_up(object_), modality))
    return claims


def check(checker: Checker, *, only: str | None, extra: bool) -> int:
    """Print what fails in one language; return how much."""
    language = checker.language
    lexicon = load_lexicon(language)
    failed = total = skipped = 0
    for entry in lexicon.entries:
        if only and entry.relation != only:
            continue
        if not entry.examples and not entry.missed:
            print(f"{entry.id}: no example")
            failed += 1
        wanted = {
            text: {(e.subject, e.relation, e.object) for e in entry.examples if e.text == text}
            for text in {e.text for e in entry.examples}
        }
        for example in entry.examples:
            if not checker.readable(example.text):
                skipped += 1
                continue
            total += 1
            right, found = checker.holds(example)
            if not right:
                failed += 1
                print(
                    f"FAIL {entry.id}: {example.text}\n     wanted {example.subject} "
                    f"{example.relation} {example.object} {example.modality}; "
                    f"found {found or 'nothing'}"
                )
            elif extra and len(found) > len(wanted[example.text]):
                print(f"MORE {entry.id}: {example.text}\n     found {found}")
    for entry in lexicon.entries:
        for example in entry.missed:
            if checker.readable(example.text) and checker.holds(example)[0]:
                print(f"FOUND NOW {entry.id}: {example.text}")
    missed = sum(len(entry.missed) for entry in lexicon.entries)
    print(
        f"{language}: {missed} examples are known to be missed\n"
        f"{language}: {lexicon.size} lemmas in {len(lexicon.entries)} entries; "
        f"{total - failed} of {total} examples hold"
    )
    if skipped:
        print(f"{language}: {skipped} examples have no parse, and no pipeline is there to make one")
    said = sum("claims" in document.comments for document in checker.documents)
    if said and not only:
        wrong = checker.wrong_documents()
        for document, claims, other in wrong:
            print(f"FAIL {document.text}\n     wanted {claims}; found {other or 'nothing'}")
        print(f"{language}: {said - len(wrong)} of {said} hand-made parses give their claims")
        failed += len(wrong)
    return failed


def main(arguments: list[str] | None = None) -> int:
    """Check the lexicons named on the command line; exit 1 where an example fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("languages", nargs="+")
    parser.add_argument("--only", help="one relation")
    parser.add_argument("--extra", action="store_true", help="also list claims not asked for")
    parser.add_argument("--parses", type=Path, help="hand-made parses, CoNLL-U")
    parser.add_argument("--model", action="append", default=[], help="a spaCy pipeline, LANG=NAME")
    options = parser.parse_args(arguments)
    models = dict(pair.split("=", 1) for pair in options.model if "=" in pair)
    reader = Reader(ReadingOptions(models=models))
    failed = 0
    for language in options.languages:
        missing = missing_files(language)
        if missing:
            print(f"{language}: ontology/lexicon/{language} lacks {', '.join(missing)}")
            failed += 1
            continue
        parses = options.parses or PARSES / f"parses_{language}.conllu"
        if language not in readable_languages(models) and not parses.is_file():
            print(f"{language}: neither a pipeline nor hand-made parses ({parses.name})")
            failed += 1
            continue
        checker = Checker(language, reader, parses)
        failed += check(checker, only=options.only, extra=options.extra)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
