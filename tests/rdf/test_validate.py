"""What is wrong with a graph is said in plain words; what is right is passed over in silence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from influence_graph.errors import MissingExtraError, OntologyError
from influence_graph.model import Article
from influence_graph.rdf.mapping import actor_quads, article_quads, claim_quads, describe_actors
from influence_graph.rdf.namespaces import (
    actor_iri,
    article_iri,
    claim_iri,
    compact,
    evidence_iri,
    expand,
    extractor_iri,
    ig,
    run_iri,
    source_iri,
    wording_iri,
)
from influence_graph.rdf.serialising import serialise_quads
from influence_graph.rdf.shapes import check_builtin, check_pyshacl, load_shapes, read_shapes
from influence_graph.rdf.validate import RULES, validate_file, validate_quads

from .records import ARTICLE, CLAIMS, DISTANCE, STATES, TEXT

XSD = "http://www.w3.org/2001/XMLSchema#"
ASSERTED = DISTANCE
NODES = {
    "claim": claim_iri(DISTANCE.id),
    "wording": wording_iri(DISTANCE.id, 1),
    "evidence": evidence_iri(ARTICLE.id, 0, 50),
    "article": article_iri(ARTICLE.id),
    "source": source_iri("Example Letter"),
    "actor": actor_iri("DZA"),
    "run": run_iri("rules", "1.0"),
    "extractor": extractor_iri("rules", "1.0"),
}


def good() -> set[Quad]:
    quads = {quad for claim in CLAIMS for quad in claim_quads(claim, "en")}
    quads.update(article_quads(ARTICLE))
    for actor in describe_actors(CLAIMS, STATES):
        quads.update(actor_quads(actor))
    return quads


def text_of(article: str) -> str | None:
    return TEXT if article == ARTICLE.id else None


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


def without(node: str, name: str) -> Callable[[set[Quad]], set[Quad]]:
    """Take away what a node says by a property."""
    predicate = expand(name)
    return lambda quads: {
        q for q in quads if not (q.subject == NODES[node] and q.predicate == predicate)
    }


def also(node: str, name: str, value: NamedNode | Literal) -> Callable[[set[Quad]], set[Quad]]:
    """Let a node say something more."""
    return lambda quads: quads | {Quad(NODES[node], expand(name), value)}


def instead(node: str, name: str, value: NamedNode | Literal) -> Callable[[set[Quad]], set[Quad]]:
    """Let a node say something else."""
    return lambda quads: also(node, name, value)(without(node, name)(quads))


def test_a_good_graph_has_no_findings() -> None:
    assert validate_quads(good(), text_of) == ()
    assert validate_quads(good(), text_of, engine="pyshacl") == ()


NOBODY = actor_iri("NOBODY")
FAULTS: list[tuple[str, Callable[[set[Quad]], set[Quad]]]] = [
    ("claim-subject", without("claim", "rdf:subject")),
    ("claim-subject", also("claim", "rdf:subject", actor_iri("FRA"))),
    ("claim-subject", instead("claim", "rdf:subject", NOBODY)),
    ("claim-subject", instead("claim", "rdf:subject", actor_iri("DZA"))),
    ("claim-object", instead("claim", "rdf:object", Literal("Algeria"))),
    ("claim-relation", instead("claim", "rdf:predicate", ig("likes"))),
    ("claim-relation", also("claim", "rdf:predicate", ig("opposes"))),
    ("claim-modality", without("claim", "ig:modality")),
    ("claim-modality", also("claim", "ig:modality", ig("denied"))),
    ("claim-modality", instead("claim", "ig:modality", ig("negated"))),
    ("claim-confidence", instead("claim", "ig:confidence", typed("1.01", "decimal"))),
    ("claim-confidence", instead("claim", "ig:confidence", typed("-0.1", "decimal"))),
    ("claim-confidence", instead("claim", "ig:confidence", Literal("high"))),
    ("claim-review", without("claim", "ig:review")),
    ("claim-article", without("claim", "ig:article")),
    ("claim-article", instead("claim", "ig:article", article_iri("gone"))),
    ("claim-evidence", without("claim", "ig:evidence")),
    ("claim-wording", also("claim", "ig:wording", NamedNode("x:nothing"))),
    ("claim-attribution", also("claim", "ig:saidBy", NamedNode("x:nobody"))),
    ("claim-because", also("claim", "ig:because", claim_iri("0000000000000000"))),
    ("claim-run", without("claim", "prov:wasGeneratedBy")),
    ("claim-start", also("claim", "ig:eventStart", typed("2023", "gYear"))),
    ("claim-start", also("claim", "ig:eventStart", typed("2023-02-30x", "date"))),
    ("evidence-quote", without("evidence", "oa:exact")),
    ("evidence-quote", instead("evidence", "oa:exact", Literal(""))),
    ("evidence-start", instead("evidence", "oa:start", typed("50", "integer"))),
    ("evidence-start", instead("evidence", "oa:start", typed("-1", "integer"))),
    ("evidence-end", without("evidence", "oa:end")),
    ("wording-source", without("wording", "oa:hasSource")),
    ("wording-span", without("wording", "oa:hasSelector")),
    ("wording-rank", instead("wording", "ig:rank", typed("0", "integer"))),
    ("wording-sentence", without("wording", "ig:sentence")),
    ("article-origin", without("article", "ig:origin")),
    ("article-digest", instead("article", "ig:textSha256", Literal("abc"))),
    ("article-length", without("article", "ig:textLength")),
    ("article-publisher", also("article", "schema:publisher", source_iri("Nobody"))),
    ("article-headline", also("article", "schema:headline", Literal("Another"))),
    (
        "article-published-start",
        instead("article", "ig:publishedStart", typed("2024-01-01", "date")),
    ),
    ("article-published-precision", instead("article", "ig:publishedPrecision", ig("hour"))),
    ("source-name", without("source", "skos:prefLabel")),
    ("source-reliability", also("source", "ig:reliability", Literal("G"))),
    ("source-credibility", also("source", "ig:credibility", typed("7", "integer"))),
    ("actor-code", also("actor", "ig:code", Literal("ALG"))),
    ("actor-code", instead("actor", "ig:code", Literal("Algeria"))),
    ("actor-label", without("actor", "skos:prefLabel")),
    ("actor-label", also("actor", "skos:prefLabel", Literal("Algérie", language="en"))),
    ("actor-unit", also("actor", "org:unitOf", NOBODY)),
    ("run-extractor", without("run", "prov:wasAssociatedWith")),
    ("run-time", also("run", "prov:endedAtTime", typed("2023-01-01T00:00:00Z", "dateTime"))),
    ("extractor-name", without("extractor", "ig:extractorName")),
    ("extractor-version", without("extractor", "schema:softwareVersion")),
]


@pytest.mark.parametrize(
    ("rule", "seed"), FAULTS, ids=[f"{rule}-{i}" for i, (rule, _) in enumerate(FAULTS)]
)
def test_both_checkers_find_a_seeded_fault_and_agree(
    rule: str, seed: Callable[[set[Quad]], set[Quad]]
) -> None:
    quads = seed(good())
    found = check_builtin(quads)
    assert rule in {name for _, name in found}
    assert found == check_pyshacl(quads)


def rules_of(quads: set[Quad]) -> set[str]:
    return {finding.rule for finding in validate_quads(quads, text_of)}


def test_a_direct_triple_without_a_claim() -> None:
    quads = good() | {Quad(actor_iri("MAR"), ig("opposes"), actor_iri("DZA"))}
    (finding,) = validate_quads(quads, text_of)
    assert str(finding) == (
        "actor:MAR: A direct triple has a claim, of its actors or of roles of its states, "
        "that is asserted and not rejected. "
        "actor:MAR ig:opposes actor:DZA has none. [direct-has-claim]"
    )


@pytest.mark.parametrize(
    "seed",
    [
        instead("claim", "ig:modality", ig("possible")),
        instead("claim", "ig:review", ig("rejected")),
    ],
)
def test_a_direct_triple_whose_claim_does_not_hold(
    seed: Callable[[set[Quad]], set[Quad]],
) -> None:
    assert "direct-has-claim" in rules_of(seed(good()))


@pytest.mark.parametrize("code", ["MLI:MIL", "MLI"])
def test_an_asserted_claim_without_the_triple_of_its_actors_or_their_states(code: str) -> None:
    quads = good() - {Quad(actor_iri(code), ig("distancesFrom"), actor_iri("DZA"))}
    (finding,) = validate_quads(quads, text_of)
    assert finding.rule == "claim-has-direct"
    triple = f"{compact(actor_iri(code).value)} ig:distancesFrom actor:DZA"
    assert finding.message.endswith(f"{triple} is not there.")


@pytest.mark.parametrize(
    ("who", "whom"),
    [
        ("MLI:GOV", "DZA"),  # no claim of this role
        ("MLI", "DZA:GOV"),  # a state and a role, which no claim names
        ("DZA", "MLI"),  # the other way round
    ],
)
def test_a_triple_that_rolling_up_does_not_make(who: str, whom: str) -> None:
    quads = good() | {Quad(actor_iri(who), ig("distancesFrom"), actor_iri(whom))}
    assert rules_of(quads) == {"direct-has-claim"}


def test_a_claim_within_one_state_needs_no_triple_of_the_state_with_itself() -> None:
    inner = replace(DISTANCE, subject="MLI:MIL", object="MLI:OPP")
    quads = {*claim_quads(inner, "en"), *article_quads(ARTICLE)}
    for actor in describe_actors([inner], STATES):
        quads.update(actor_quads(actor))
    assert validate_quads(quads, text_of) == ()


def test_a_role_that_is_no_unit_of_its_state() -> None:
    unit = Quad(actor_iri("MLI:MIL"), expand("org:unitOf"), actor_iri("MLI"))
    (finding,) = validate_quads(good() - {unit}, text_of)
    assert finding.rule == "actor-state"
    assert finding.message.endswith("MLI:MIL is not of actor:MLI.")


def test_a_quote_that_is_not_in_the_text() -> None:
    quads = instead("evidence", "oa:exact", Literal("Something else", language="en"))(good())
    (finding,) = validate_quads(quads, text_of)
    assert finding.rule == "evidence-text"
    assert "'The Malian junta has distanced itself from Algiers'" in finding.message


def test_offsets_that_are_not_those_of_the_iri() -> None:
    assert "evidence-iri" in rules_of(instead("evidence", "oa:end", typed("49", "integer"))(good()))


def test_a_text_that_changed_since() -> None:
    found = validate_quads(good(), lambda _: TEXT + " ")
    assert {finding.rule for finding in found} == {"article-text"}


def test_a_text_that_is_gone() -> None:
    found = validate_quads(good(), lambda _: None)
    assert [finding.message.endswith("It is not here.") for finding in found] == [True]


def test_without_texts_offsets_are_not_checked() -> None:
    assert validate_quads(good()) == ()


def test_a_term_that_the_ontology_lacks() -> None:
    quads = also("actor", "ig:friendliness", Literal("much"))(good())
    assert rules_of(quads) == {"term-defined"}


def test_a_claim_whose_iri_is_not_made_from_its_content() -> None:
    other = claim_iri("0123456789abcdef")
    quads = {
        Quad(other, q.predicate, q.object) if q.subject == NODES["claim"] else q for q in good()
    }
    assert rules_of(quads) == {"claim-id"}


def test_an_actor_whose_iri_is_not_made_from_its_code() -> None:
    assert "actor-iri" in rules_of(instead("actor", "ig:code", Literal("ALG"))(good()))


def test_two_actors_with_one_code() -> None:
    assert "actor-unique" in rules_of(instead("actor", "ig:code", Literal("FRA"))(good()))


def test_a_claim_that_cannot_be_read_back() -> None:
    assert "claim-readable" in rules_of(instead("wording", "ig:rank", Literal("first"))(good()))


def test_a_quote_from_another_article() -> None:
    other = Article(text="Another article.")
    quads = good() | set(article_quads(other))
    assert "evidence-article" in rules_of(
        instead("wording", "oa:hasSource", article_iri(other.id))(quads)
    )


def test_rules_are_sentences() -> None:
    for message in [*RULES.values(), *(shape.message for shape in load_shapes())]:
        assert message.endswith(".")
        assert message[0].isupper()


def test_a_file_is_checked_by_its_suffix(tmp_path: Path) -> None:
    for name in ("trig", "ttl", "nt", "nq", "jsonld"):
        formats = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads"}
        path = tmp_path / f"claims.{name}"
        path.write_bytes(serialise_quads(good(), formats.get(name, name)))
        assert validate_file(path, text_of) == ()


def test_a_file_that_is_no_rdf_is_one_finding(tmp_path: Path) -> None:
    path = tmp_path / "claims.ttl"
    path.write_text("this is no Turtle")
    (finding,) = validate_file(path)
    assert finding.rule == "syntax"
    assert finding.subject == str(path)


def test_pyshacl_is_asked_for_by_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(MissingExtraError, match=r"influence-graph\[shacl\]"):
        validate_quads(good(), engine="pyshacl")


def test_a_constraint_that_the_built_in_checker_lacks_is_refused() -> None:
    shapes = b"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <x:> .
    :S a sh:NodeShape ; sh:targetClass :C ; sh:property :p .
    :p sh:path :q ; sh:message "Fine." ; sh:equals :r ."""
    with pytest.raises(OntologyError, match="unknown constraint equals"):
        read_shapes(shapes)
