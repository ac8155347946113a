"""Spanish, read from parses made by hand: a language is a folder, the engine is the same.

``parses_es.conllu`` has the parse of every example of the lexicon, and sentences for each
construction that say all their claims.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from influence_graph.extraction import load_lexicon
from influence_graph.model import Article, Claim, TimeSpan
from influence_graph.nlp.conllu import ParsedDocument, read_conllu
from influence_graph.pipeline.reading import Reader
from influence_graph.rdf.ontology import load_relations

ROOT = Path(__file__).parents[2]
PARSES = Path(__file__).with_name("parses_es.conllu")
DOCUMENTS = tuple(read_conllu(PARSES.read_text("utf-8"), source=PARSES.name))
SAID = tuple(d for d in DOCUMENTS if "claims" in d.comments)


def _tool(name: str) -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


tool = _tool("check_lexicon")


@pytest.fixture(scope="module")
def checker() -> Any:
    return tool.Checker("es", Reader(), PARSES)


def claims(checker: Any, text: str) -> tuple[Claim, ...]:
    document = next(d for d in DOCUMENTS if d.text == text)
    article = Article(text=text, language="es", published=TimeSpan.parse("2024-06-15"))
    found: tuple[Claim, ...] = checker.reader.read_parsed(article, document.sentences).claims
    return found


def by_construction() -> dict[str, int]:
    return Counter(d.comments["construction"] for d in SAID)


def test_every_construction_has_its_sentences() -> None:
    kinds = " ".join(by_construction())
    for name in (
        "passive", "active", "coordination", "reflexive", "reciprocal", "possessive", "nominal",
        "modality", "clitics", "dropped", "relative",
    ):  # fmt: skip
        assert name in kinds
    assert len(SAID) >= 40


@pytest.mark.parametrize("document", SAID, ids=lambda d: d.text)
def test_sentence_gives_its_claims_and_no_other(checker: Any, document: ParsedDocument) -> None:
    wanted, found = tool.said_claims(document), checker.found(document.text)
    assert len(found) == len(wanted)
    for claim in wanted:
        assert any(checker.same(claim, other) for other in found)


@pytest.mark.parametrize("relation", [r.name for r in load_relations()])
def test_examples_of_a_relation_are_found(checker: Any, relation: str) -> None:
    entries = [e for e in load_lexicon("es").entries if e.relation == relation]
    assert 5 <= len(entries) <= 12
    examples = [example for entry in entries for example in entry.examples]
    assert [e.text for e in examples if not checker.holds(e)[0]] == []


def test_every_example_has_a_parse_made_by_hand() -> None:
    parsed = {d.text for d in DOCUMENTS}
    examples = [e.text for entry in load_lexicon("es").entries for e in entry.examples]
    assert len(examples) >= 110
    assert set(examples) <= parsed


def test_verb_stands_for_its_unsaid_subject(checker: Any) -> None:
    text = "Rusia acusó a Ucrania. También amenazó a Polonia."
    (claim,) = (c for c in claims(checker, text) if c.relation == "threatens")
    (evidence,) = claim.evidence
    assert evidence.subject_text == "amenazó"
    assert evidence.quote == "amenazó a Polonia"
    assert any("'amenazó' taken for 'Rusia' in sentence 1" in reason for reason in claim.reasons)


def test_unsaid_subject_agrees_in_number(checker: Any) -> None:
    assert claims(checker, "Rusia habló. Apoyan a Serbia.") == ()


def test_unsaid_speaker_is_named_by_the_verb_alone(checker: Any) -> None:
    text = "Francia condenó a Irán. Dijo que impondrá sanciones a Teherán."
    (claim,) = (c for c in claims(checker, text) if c.relation == "sanctions")
    assert (claim.subject, claim.modality, claim.attribution) == ("FRA", "planned", None)


def test_source_after_segun_is_the_speaker(checker: Any) -> None:
    (claim,) = claims(checker, "Según Kiev, Irán arma a Rusia.")
    assert claim.attribution is not None
    assert (claim.attribution.text, claim.attribution.actor) == ("Kiev", "UKR:GOV")


def test_receiver_said_twice_is_one(checker: Any) -> None:
    (claim,) = claims(checker, "Kiev le pidió armas a Berlín.")
    assert claim.object == "DEU:GOV"


def test_pronoun_written_on_a_verb_makes_it_reflexive(checker: Any) -> None:
    (claim,) = claims(checker, "Macron quiere reunirse con Scholz.")
    assert claim.evidence[0].entry == "es.consultsWith.reunirse"


def test_cause_is_kept(checker: Any) -> None:
    (claim,) = claims(checker, "Brasil dialogó con China debido a los aranceles.")
    assert claim.because == "debido a los aranceles"


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Rusia atacó a Ucrania el lunes.", "2024-06-10"),
        ("Francia se retiró de Malí en agosto de 2022.", "2022-08"),
    ],
)
def test_claim_has_its_date(checker: Any, text: str, interval: str) -> None:
    (claim,) = claims(checker, text)
    assert claim.time is not None
    assert claim.time.iso() == interval


def test_refusal_is_no_denial(checker: Any) -> None:
    (refusal,) = claims(checker, "Putin se negó a recibir a Zelenski.")
    (denial,) = claims(checker, "Irán negó armar a los hutíes.")
    assert (refusal.relation, refusal.modality) == ("rejects", "asserted")
    assert (denial.relation, denial.modality) == ("aids", "denied")


def test_checker_says_how_much_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["es"]) == 0
    told = capsys.readouterr().out
    assert f"{len(SAID)} of {len(SAID)} hand-made parses give their claims" in told


def test_checker_fails_where_a_claim_is_not_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parses = tmp_path / "parses.conllu"
    text = PARSES.read_text("utf-8").replace("# claims = RUS accuses UKR\n", "# claims = -\n", 1)
    parses.write_text(text, "utf-8")
    assert tool.main(["es", "--parses", str(parses)]) == 1
    assert "FAIL Ucrania fue acusada por Rusia." in capsys.readouterr().out


def test_checker_says_what_a_language_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["xx"]) == 1
    assert "ontology/lexicon/xx lacks grammar.toml, agents.toml" in capsys.readouterr().out
