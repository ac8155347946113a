"""The ontology defines what is used, documents it in two languages, and agrees with the scheme."""

from __future__ import annotations

import ast
import csv
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from influence_graph.errors import OntologyError
from influence_graph.model import MODALITIES, ROLES, Precision, Relation, Review
from influence_graph.rdf import ontology
from influence_graph.rdf.namespaces import PREFIXES
from influence_graph.rdf.ontology import (
    defined_terms,
    load_actor_kinds,
    load_ontology_graph,
    load_relations,
    read_relations,
)
from influence_graph.rdf.shapes import load_shapes
from influence_graph.resources import resource

IG = PREFIXES["ig"]
HEADER = URIRef("https://w3id.org/influence-graph/ontology")


@cache
def graph() -> Graph:
    return load_ontology_graph()


def own_terms() -> list[URIRef]:
    return sorted({s for s in graph().subjects() if isinstance(s, URIRef) and s.startswith(IG)})


def texts(subject: Node, predicate: URIRef) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for text in graph().objects(subject, predicate):
        assert isinstance(text, Literal)
        found[text.language or ""].append(str(text))
    return found


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: term.removeprefix(IG))
def test_each_term_has_one_label_and_definition_in_english_and_french(term: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        found = texts(term, predicate)
        assert {language: len(found[language]) for language in sorted(found)} == {"en": 1, "fr": 1}
    assert (term, RDFS.isDefinedBy, HEADER) in graph()


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: term.removeprefix(IG))
def test_each_term_has_a_type_and_refers_to_defined_terms_only(term: URIRef) -> None:
    assert list(graph().objects(term, RDF.type))
    for value in graph().objects(term):
        if isinstance(value, URIRef) and value.startswith(IG):
            assert str(value) in defined_terms()


def test_it_has_a_version() -> None:
    assert list(graph().objects(HEADER, OWL.versionInfo)) == [Literal("0.1.0")]


def test_it_uses_no_owl_that_needs_a_reasoner() -> None:
    used = {term for triple in graph() for term in triple if str(term).startswith(str(OWL))}
    assert used <= {
        OWL.Ontology,
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.AnnotationProperty,
        OWL.NamedIndividual,
        OWL.SymmetricProperty,
        OWL.inverseOf,
        OWL.versionInfo,
    }


# The relations


def scheme(shared: Path) -> dict[str, tuple[int, bool]]:
    """Relations of the annotation scheme: sign, and whether they are symmetric."""
    text = (shared / "eval" / "ANNOTATION.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+)(\*?) \| ([+−]) \|", text, re.MULTILINE)
    return {name: (1 if sign == "+" else -1, bool(star)) for name, star, sign in rows}


def test_the_relations_are_those_of_the_annotation_scheme_in_its_order(shared: Path) -> None:
    wanted = scheme(shared)
    assert len(wanted) == 22
    assert {r.name: (r.sign, r.symmetric) for r in load_relations()} == wanted
    assert [relation.name for relation in load_relations()] == list(wanted)


def test_intensities_are_means_over_the_codes_of_the_table(shared: Path) -> None:
    values: dict[str, dict[str, Decimal]] = defaultdict(dict)
    with (shared / "reference" / "cameo_map.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["relation"]:
                values[row["relation"]][row["cameo"]] = Decimal(row["goldstein_icews"])
    for relation in load_relations():
        codes = values.get(relation.name, {})
        assert relation.cameo == tuple(codes)
        if codes:
            mean = sum(codes.values(), Decimal(0)) / len(codes)
            assert Decimal(str(relation.intensity)) == mean.quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_only_relations_without_cameo_codes_have_a_value_of_the_project() -> None:
    for relation in load_relations():
        source = graph().value(URIRef(IG + relation.name), URIRef(IG + "goldsteinSource"))
        wanted = "cameoMeanScale" if relation.cameo else "projectScale"
        assert source == URIRef(IG + wanted)


def test_intensity_has_the_sign_of_its_relation_and_lies_on_the_scale() -> None:
    for relation in load_relations():
        assert relation.intensity * relation.sign > 0
        assert -10 <= relation.intensity <= 10


def test_the_hierarchy_says_the_sign() -> None:
    for relation in load_relations():
        above = set(graph().transitive_objects(URIRef(IG + relation.name), RDFS.subPropertyOf))
        if relation.family != "influence":
            wanted = "cooperativeRelation" if relation.sign > 0 else "conflictualRelation"
            assert URIRef(IG + wanted) in above
        assert URIRef(IG + "relation") in above


def test_the_sixteen_events_are_the_types_of_plover() -> None:
    events = [relation for relation in load_relations() if relation.family == "event"]
    assert len({relation.plover for relation in events}) == 16
    assert {relation.mode for relation in events} == {"verbal", "material"}
    assert {r.mode for r in load_relations() if r.family != "event"} == {"stance"}


def test_a_sign_that_the_name_hides_is_explained_in_both_languages() -> None:
    notes = {relation.name: relation.notes for relation in load_relations() if relation.notes}
    assert {"retreatsFrom", "requestsOf"} <= notes.keys()
    assert all(set(note) == {"en", "fr"} for note in notes.values())


def test_relations_come_as_records() -> None:
    distance = {relation.name: relation for relation in load_relations()}["distancesFrom"]
    assert distance == Relation(
        name="distancesFrom",
        sign=-1,
        intensity=-4.0,
        symmetric=False,
        family="stance",
        mode="stance",
        labels={"en": "distances itself from", "fr": "prend ses distances avec"},
    )


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("nonsense", "not Turtle"),
        ("ig:likes a ig:Relation .", "likes must be below exactly one of"),
        ("ig:likes a ig:Relation ; rdfs:subPropertyOf ig:stanceRelation .", "needs one sign"),
        (
            "ig:likes a ig:Relation ; rdfs:subPropertyOf ig:stanceRelation ;"
            ' ig:sign "very" ; ig:goldstein 1 .',
            "likes: invalid literal",
        ),
    ],
)
def test_a_broken_relation_is_named(turtle: str, message: str) -> None:
    prefixes = f"@prefix ig: <{IG}> . @prefix rdfs: <{RDFS}> .\n"
    with pytest.raises(OntologyError, match=message):
        read_relations((prefixes + turtle).encode(), "test.ttl")


# The values of the records


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("Modality", MODALITIES),
        ("Precision", get_args(Precision)),
        ("ReviewStatus", get_args(Review)),
    ],
)
def test_the_values_of_a_record_are_individuals(kind: str, values: tuple[str, ...]) -> None:
    found = {str(s).removeprefix(IG) for s in graph().subjects(RDF.type, URIRef(IG + kind))}
    assert found == set(values)


def test_each_role_of_a_code_is_a_kind_of_actor() -> None:
    assert {kind.role for kind in load_actor_kinds() if kind.role} == set(ROLES)


# Every term that is used is defined


def used_in(text: str) -> set[str]:
    return {IG + name for name in re.findall(r"(?<![\w-])ig:([A-Za-z]\w*)", text)}


def test_each_term_of_the_code_is_defined() -> None:
    missing = set()
    for path in sorted(Path(ontology.__file__).parent.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        names = {
            node.args[0].value
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "ig"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        }
        used = {IG + str(name) for name in names if name} | used_in(text)
        missing |= {(path.name, iri) for iri in used if iri not in defined_terms()}
    assert not missing


def test_each_term_of_the_queries_is_defined() -> None:
    folder = Path(ontology.__file__).parent / "queries"
    for path in sorted(folder.glob("*.rq")):
        assert used_in(path.read_text(encoding="utf-8")) <= defined_terms(), path.name


@pytest.mark.parametrize("name", ["graph/actors.ttl", "ontology/shapes.ttl"])
def test_each_term_of_the_data_is_defined(name: str) -> None:
    found = Graph().parse(data=resource(name).read_bytes(), format="turtle")
    used = {str(t) for triple in found for t in triple if str(t).startswith(IG)}
    assert used
    assert used <= defined_terms()


def test_the_shapes_allow_exactly_the_values_of_the_records() -> None:
    allowed = {
        shape.name: {str(t).strip("<>").removeprefix(IG) for t in values}
        for shape in load_shapes()
        for name, values in shape.constraints
        if name == "in"
    }
    assert allowed["claim-relation"] == {relation.name for relation in load_relations()}
    assert allowed["claim-modality"] == set(MODALITIES)
    assert allowed["claim-review"] == set(get_args(Review))
    assert allowed["claim-precision"] == set(get_args(Precision))
    assert allowed["article-published-precision"] == set(get_args(Precision))
    roles = {str(s).removeprefix(IG) for s in graph().subjects(RDF.type, URIRef(IG + "Role"))}
    assert allowed["membership-role"] == roles
