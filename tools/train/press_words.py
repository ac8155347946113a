"""Words of the press for generated sentences: our gazetteer, our lexicon, the treebank.

Shared by the two languages; `EnglishWords` and `FrenchWords` say how words are inflected.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dependency_grammar import Agreement, Fragment, Node, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from random import Random

    from conllu import TreebankSentence, Word

__all__ = ["Frame", "PressWords", "attach", "joined"]

ROOT = Path(__file__).parents[2]
_LONGEST = 14
_GAPPED = (0, 99)
_PLAIN = re.compile(r"[A-Za-zÀ-ÿœŒ]+(?:[ -][A-Za-zÀ-ÿœŒ]+)*")


def read_table(name: str) -> list[dict[str, str]]:
    """Read a table of the gazetteer; lists stay as they stand, joined by bars."""
    lines = (ROOT / "graph" / "tables" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what the lexicon says stands around it."""

    verb: str
    places: tuple[str, ...]
    having: Mapping[str, tuple[str, ...]]
    particle: str = ""
    reflexive: bool = False


def read_frames(language: str) -> list[Frame]:
    """Return the verbal frames of the lexicon."""
    frames = []
    for path in sorted((ROOT / "ontology/lexicon" / language / "relations").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            having = {place: tuple(words) for place, words in entry.get("with", {}).items()}
            if any(place not in having and "/" in place for place in having):
                continue
            frames.extend(
                Frame(
                    verb,
                    tuple(entry.get("Y", ["obj"])),
                    having,
                    entry.get("particle", ""),
                    entry.get("reflexive", False),
                )
                for verb in entry.get("verb", ())
            )
    return frames


def read_nouns(language: str) -> dict[str, list[str]]:
    """Return the nouns of the lexicon: ``person``, ``body``, ``arms``, ``event``, ``object``."""
    folder = ROOT / "ontology/lexicon" / language
    agents = tomllib.loads((folder / "agents.toml").read_text(encoding="utf-8"))["agents"]
    nouns: dict[str, list[str]] = {"person": [], "body": [], "arms": [], "event": [], "object": []}
    for name, table in agents.items():
        if name == "military":
            nouns["arms"] += [*table.get("body", ()), *table.get("person", ())]
        else:
            nouns["person"] += table.get("person", ())
            nouns["body"] += table.get("body", ())
    for path in sorted((folder / "relations").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            nouns["event"] += entry.get("noun", ())
            nouns["object"] += entry.get("with", {}).get("obj", ())
    return {kind: list(dict.fromkeys(words)) for kind, words in nouns.items()}


def attach(parts: Sequence[tuple[Fragment, str]], agreement: Agreement | None = None) -> Fragment:
    """Join trees in their order; the one whose relation is ``@`` is the head of the others."""
    nodes: list[Node] = []
    tops: list[int] = []
    for fragment, _ in parts:
        offset = len(nodes)
        tops.append(offset + fragment.head)
        for node in fragment.nodes:
            node.head = node.head + offset if node.head >= 0 else -1
            nodes.append(node)
    (head,) = [i for i, (_, deprel) in enumerate(parts) if deprel == "@"]
    for i, (_, deprel) in enumerate(parts):
        if i != head:
            nodes[tops[i]].head, nodes[tops[i]].deprel = tops[head], deprel
    return Fragment(nodes, tops[head], agreement or parts[head][0].agreement)


def joined(nodes: Iterable[Node]) -> Fragment:
    """Make a fragment of nodes that carry their heads already; -1 marks the head."""
    nodes = list(nodes)
    head = next(i for i, node in enumerate(nodes) if node.head < 0)
    return Fragment(nodes, head)


@dataclass(slots=True)
class PressWords:
    """Vocabulary of one language.

    Attributes
    ----------
    tags : dict
        Form in small letters -> likeliest part of speech in the treebank.
    known : dict
        (form, part of speech) -> likeliest lemma and features.
    banks : dict
        Kind of phrase -> subtrees of the treebank.
    """

    language: str
    random: Random
    tags: dict[str, str] = field(default_factory=dict)
    known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    nouns: dict[str, list[str]] = field(default_factory=dict)
    common: dict[str, list[str]] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    states: list[dict[str, str]] = field(default_factory=list)
    organisations: list[dict[str, str]] = field(default_factory=list)
    groups: list[dict[str, str]] = field(default_factory=list)
    persons: list[tuple[str, str]] = field(default_factory=list)
    banks: dict[str, list[tuple[Word, ...]]] = field(default_factory=dict)

    def load(self, sentences: Sequence[TreebankSentence]) -> None:
        """Read the gazetteer, the lexicon, and count the words of the treebank."""
        self.frames = read_frames(self.language)
        self.nouns = read_nouns(self.language)
        self.states = [row for row in read_table("states") if row[f"adj_{self.language}"]]
        self.organisations = read_table("organisations") + read_table("institutions")
        self.groups = read_table("groups")
        self.persons = sorted(
            {
                (row["person"], row["gender"])
                for row in read_table("offices")
                if _PLAIN.fullmatch(row["person"])
            }
        )
        tags: dict[str, Counter[str]] = defaultdict(Counter)
        known: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        common: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for word in sentence.words:
                tags[word.form.lower()][word.upos] += 1
                known[word.form.lower(), word.upos][word.lemma, word.feats] += 1
                if word.form.islower() and word.form.isalpha() and len(word.form) > 2:
                    common[word.upos][word.form] += 1
        self.tags = {form: counts.most_common(1)[0][0] for form, counts in tags.items()}
        self.known = {key: counts.most_common(1)[0][0] for key, counts in known.items()}
        self.common = {
            upos: sorted(form for form, n in counts.items() if n > 2 and self.tags[form] == upos)
            for upos, counts in common.items()
        }

    def fill(
        self, sentences: Iterable[TreebankSentence], kinds: Mapping[str, Callable[..., bool]]
    ) -> None:
        """Collect subtrees of the treebank; `kinds` tells which word heads which kind.

        Each test gets the head word, its children and the words of its subtree.
        """
        self.banks = {kind: [] for kind in kinds}
        for sentence in sentences:
            words = sentence.words
            children: dict[int, list[Word]] = defaultdict(list)
            for i, word in enumerate(words):
                if word.head != i:
                    children[word.head].append(word)
            spans = _spans(sentence)
            for i, (start, end) in enumerate(spans):
                root = words[i].head == i
                if root and words[end - 1].upos == "PUNCT":
                    end -= 1
                inside = words[start:end]
                if end - start > _LONGEST or not all(_printable(word) for word in inside):
                    continue
                if any(spans[k] == _GAPPED for k in range(start, end)):
                    continue  # its arcs cross
                for kind, test in kinds.items():
                    if test(words[i], children[i], inside):
                        self.banks[kind].append(_cut(sentence, i, start, end))

    def bank(self, kind: str) -> Fragment:
        """Draw a phrase of the treebank."""
        words = self.random.choice(self.banks[kind])
        nodes = [
            Node(w.form, w.upos, w.lemma, w.feats, w.head, w.deprel, tight_after=not w.space)
            for w in words
        ]
        nodes[-1].tight_after = False
        fragment = joined(nodes)
        plural = "Number=Plur" in nodes[fragment.head].feats
        if any(n.head == fragment.head and n.deprel == "conj" for n in nodes):
            plural = True
        gender = "Fem" if "Gender=Fem" in nodes[fragment.head].feats else "Masc"
        fragment.agreement = Agreement("Plur" if plural else "Sing", gender)
        return fragment

    def complete(self, node: Node, agreement: Agreement) -> None:  # noqa: ARG002
        """Fill in lemma and features as the treebank has them most often."""
        lemma, feats = self.known.get((node.form.lower(), node.upos), (node.form.lower(), ""))
        node.lemma = node.lemma or lemma
        node.feats = node.feats or feats

    def cell(self, row: Mapping[str, str], column: str) -> str:
        """Draw one of the values of a cell; `UnavailableError` where there is none."""
        values = [value for value in row.get(column, "").split("|") if _PLAIN.fullmatch(value)]
        if not values:
            raise UnavailableError(column)
        return values[0] if self.random.random() < 0.6 else self.random.choice(values)


def _printable(word: Word) -> bool:
    return len(word.form) < 25 and re.fullmatch(r"[\w'’.,%$€-]+", word.form) is not None


def _spans(sentence: TreebankSentence) -> list[tuple[int, int]]:
    """Return the span of each word's subtree, empty where it has gaps."""
    count = len(sentence.words)
    inside: list[set[int]] = [{i} for i in range(count)]
    for i in range(count):
        head, seen = i, 0
        while sentence.words[head].head != head and seen < count:
            head = sentence.words[head].head
            inside[head].add(i)
            seen += 1
    return [(min(s), max(s) + 1) if max(s) - min(s) + 1 == len(s) else _GAPPED for s in inside]


def _cut(sentence: TreebankSentence, head: int, start: int, end: int) -> tuple[Word, ...]:
    words = list(sentence.words[start:end])
    if start == 0 and words[0].upos != "PROPN" and not words[0].form.isupper():
        words[0] = replace(words[0], form=words[0].form[0].lower() + words[0].form[1:])
    return tuple(
        replace(word, head=-1 if start + i == head else word.head - start)
        for i, word in enumerate(words)
    )
