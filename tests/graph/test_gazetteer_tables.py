"""The tables of facts, and ``graph/actors.ttl`` made from them."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from influence_graph.model import actor_local_name
from influence_graph.rdf.gazetteer import read_actors
from influence_graph.rdf.ontology import load_m49_subregions

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"
TABLES = ROOT / "graph" / "tables"
ACTORS = ROOT / "graph" / "actors.ttl"
ONTOLOGY = ROOT / "ontology" / "influence.ttl"
BASE = "https://w3id.org/influence-graph/"

OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}
EXCLAVE = {("LTU", "RUS"), ("POL", "RUS")}  # Kaliningrad lies west of its neighbour, Russia east
FRENCH_FEMININES = {
    "ien": "ienne",
    "éen": "éenne",
    "ais": "aise",
    "ois": "oise",
    "ain": "aine",
    "and": "ande",
    "gnol": "gnole",
    "ol": "ole",
    "ar": "are",
    "oui": "ouie",
}


def _tool(name: str) -> Any:
    sys.path.insert(0, str(TOOLS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(TOOLS))


tables = _tool("gazetteer_tables")


@pytest.fixture(scope="module")
def states() -> dict[str, Any]:
    """The rows of states.tsv by code."""
    return {row.one("code"): row for row in tables.read_tables(TABLES)["states"]}


@pytest.fixture(scope="module")
def members(states: dict[str, Any]) -> dict[str, Any]:
    return {code: row for code, row in states.items() if row.one("status") == "un_member"}


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(parse(path=str(ACTORS)))


def _surface_forms(row: Any) -> Iterator[tuple[str, str]]:
    """Every name of a state with its language, once."""
    seen = set()
    for language in ("en", "fr"):
        columns = ("name", "acronym", "alias", "capital", "seat", "adj", "noun", "prefix")
        for column in columns:
            seen |= {(language, form) for form in row.many(f"{column}_{language}")}
    seen |= set(_tagged(row.many("capital_alias")))
    yield from sorted(seen)


def _tagged(values: list[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        language, colon, form = value.partition(":")
        if colon and language in ("en", "fr"):
            yield language, form
        else:
            yield from (("en", value), ("fr", value))


class TestStates:
    def test_all_193_members_of_the_united_nations(self, members: dict[str, Any]) -> None:
        assert len(members) == 193

    def test_observers_are_the_holy_see_and_palestine(self, states: dict[str, Any]) -> None:
        observers = {code for code, row in states.items() if row.one("status") == "observer"}
        assert observers == {"VAT", "PSE"}

    @pytest.mark.parametrize(
        "code",
        ["TWN", "XKX", "ESH", "HKG", "GRL", "PRI", "NCL"],
    )
    def test_other_territories_that_act(self, states: dict[str, Any], code: str) -> None:
        assert states[code].one("status") == "other"

    @pytest.mark.parametrize(
        "name",
        ["SOMALILAND", "TRANSNISTRIA", "NORTHERN-CYPRUS", "ABKHAZIA", "SOUTH-OSSETIA", "KARABAKH"],
    )
    def test_what_declared_itself_a_state_and_has_no_iso_code_is_an_organisation(
        self, states: dict[str, Any], name: str
    ) -> None:
        assert states[f"ORG:{name}"].one("kind") == "disputed_state"

    @pytest.mark.parametrize("column", ["name", "capital", "adj", "noun"])
    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_members_have(self, members: dict[str, Any], column: str, language: str) -> None:
        assert [c for c, row in members.items() if not row.one(f"{column}_{language}")] == []

    def test_members_have_wikidata_ids(self, members: dict[str, Any]) -> None:
        assert len({row.one("wikidata") for row in members.values()} - {""}) == 193

    def test_the_first_region_is_the_m49_subregion(self, members: dict[str, Any]) -> None:
        known = set(load_m49_subregions())
        assert {row.many("groups")[0] for row in members.values()} <= known

    def test_algeria(self, states: dict[str, Any]) -> None:
        row = states["DZA"]
        assert row.many("adj_fr") == ["algérien", "algérienne", "algériens", "algériennes"]
        assert row.many("noun_fr") == ["Algérien", "Algérienne", "Algériens", "Algériennes"]
        assert row.many("noun_en") == ["Algerian", "Algerians"]
        assert row.many("neighbours") == (
            ["ESH:W", "LBY:E", "MAR:W", "MLI:S", "MRT:SW", "NER:SE", "TUN:E"]
        )

    def test_niger_and_nigeria_share_no_form(self, states: dict[str, Any]) -> None:
        niger, nigeria = (set(_surface_forms(states[code])) for code in ("NER", "NGA"))
        assert niger & nigeria == set()


class TestFrenchForms:
    def test_each_masculine_has_its_feminine(self, states: dict[str, Any]) -> None:
        missing = []
        for code, row in states.items():
            forms = row.many("adj_fr")
            for form, (ending, feminine) in product(forms, FRENCH_FEMININES.items()):
                if "-et-" in form or "-néo-" in form:  # both halves agree, the rule sees one
                    continue
                if form.endswith(ending) and form[: -len(ending)] + feminine not in forms:
                    missing.append((code, form))
        assert missing == []

    def test_each_singular_has_its_plural(self, states: dict[str, Any]) -> None:
        unchanged = {"burkinabè", "lao", "mosotho"}  # invariable, or a plural of another shape
        missing = []
        for code, row in states.items():
            forms = row.many("adj_fr")
            for form in forms:
                plurals = {form + "s", form.removesuffix("l") + "ux"}
                singular = form[-1] not in "sxz" and " " not in form and "-et-" not in form
                composed = form.startswith(("papouan", "papouane")) or form == "basotho"
                if singular and not composed and form not in unchanged:
                    missing += [(code, form)] if plurals.isdisjoint(forms) else []
        assert missing == []

    def test_inhabitants_have_capitals_and_adjectives_have_none(
        self, states: dict[str, Any]
    ) -> None:
        for row in states.values():
            assert all(form[0].islower() for form in row.many("adj_fr"))
            assert all(form[0].isupper() for form in row.many("noun_fr"))

    def test_combining_forms_end_with_a_hyphen(self, states: dict[str, Any]) -> None:
        columns = ("prefix_fr", "prefix_en")
        forms = [form for row in states.values() for name in columns for form in row.many(name)]
        assert [form for form in forms if not form.endswith("-")] == []


class TestAmbiguity:
    def test_a_form_of_two_states_is_declared_by_both(self, states: dict[str, Any]) -> None:
        holders: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, row in states.items():
            for form in _surface_forms(row):
                holders[form].append(code)
        declared = {(c, f) for c, row in states.items() for f in _tagged(row.many("ambiguous"))}
        undeclared = [
            (form, codes)
            for form, codes in sorted(holders.items())
            if len(codes) > 1 and not all((code, form) in declared for code in codes)
        ]
        assert undeclared == []

    def test_an_ambiguous_form_is_a_form_of_the_state(self, states: dict[str, Any]) -> None:
        for code, row in states.items():
            assert set(_tagged(row.many("ambiguous"))) <= set(_surface_forms(row)), code

    def test_an_excluded_phrase_contains_a_form_of_the_state(self, states: dict[str, Any]) -> None:
        strange = []
        for code, row in states.items():
            forms = [form.lower().rstrip("-") for _, form in _surface_forms(row)]
            for phrase in row.many("not_actor"):
                text = phrase.partition(":")[2].lower()
                if not any(form in text for form in forms):
                    strange.append((code, phrase))
        assert strange == []

    def test_an_excluded_phrase_names_no_actor(self, quads: list[Quad]) -> None:
        names = {f"{BASE}ontology#acronym"} | {
            f"http://www.w3.org/2004/02/skos/core#{label}" for label in ("prefLabel", "altLabel")
        }
        excluded = {q.object for q in quads if q.predicate.value.endswith("#excludedName")}
        states_named = {
            q.object
            for q in quads
            if q.predicate.value in names
            and isinstance(q.subject, NamedNode)
            and len(q.subject.value.rpartition("/")[2]) == 3
        }
        assert excluded & states_named == {
            Literal("French Sudan", language="en"),
            Literal("Soudan français", language="fr"),
        }  # the old name of Mali, which is not Sudan


class TestInstitutions:
    def test_each_acts_for_a_state(self, states: dict[str, Any]) -> None:
        rows = tables.read_tables(TABLES)["institutions"]
        assert len(rows) >= 100
        assert {row.one("part_of").partition(":")[0] for row in rows} <= set(states)


class TestNeighbours:
    def test_neighbourhood_is_mutual(self, states: dict[str, Any]) -> None:
        sides = _sides(states)
        assert [pair for pair in sides if pair[::-1] not in sides] == []

    def test_sides_agree(self, states: dict[str, Any]) -> None:
        """If B lies north of A, then A lies south of B, or at least not on another side."""
        sides = _sides(states)
        wrong = []
        for (a, b), side in sides.items():
            back = {OPPOSITE[letter] for letter in sides[b, a]}
            if tuple(sorted((a, b))) not in EXCLAVE and set(side) and not set(side) & back:
                wrong.append((a, b))
        assert wrong == []

    @pytest.mark.parametrize(
        ("code", "count"),
        [("CHN", 16), ("RUS", 16), ("BRA", 10), ("DEU", 9), ("COD", 9), ("FRA", 8), ("MLI", 7)],
    )
    def test_counts(self, states: dict[str, Any], code: str, count: int) -> None:
        """With Hong Kong and Macau, Abkhazia and South Ossetia; without France overseas."""
        assert len(states[code].many("neighbours")) == count


def _sides(states: dict[str, Any]) -> dict[tuple[str, str], str]:
    found = {}
    for code, row in states.items():
        for value in row.many("neighbours"):
            neighbour, _, side = value.rpartition(":")
            if neighbour in ("", "ORG"):  # no side is given
                neighbour, side = value, ""
            found[code, neighbour] = side
    return found


class TestBuilt:
    def test_the_file_is_what_the_tables_give(self) -> None:
        environment = os.environ | {"PYTHONHASHSEED": "7"}
        command = [sys.executable, str(TOOLS / "build_gazetteer.py"), "--check"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "up to date\n", "")

    def test_it_has_no_blank_nodes(self, quads: list[Quad]) -> None:
        nodes = [*(q.subject for q in quads), *(q.object for q in quads)]
        assert all(isinstance(node, NamedNode | Literal) for node in nodes)

    def test_the_ontology_defines_every_term(self, quads: list[Quad]) -> None:
        ontology = parse(path=str(ONTOLOGY), format=RdfFormat.TURTLE)
        defined = {q.subject for q in ontology}
        terms = {t for q in quads for t in (q.predicate, q.object) if isinstance(t, NamedNode)}
        used = {term for term in terms if term.value.startswith(f"{BASE}ontology#")}
        assert used - defined == set()

    def test_iris_follow_from_codes(self, quads: list[Quad]) -> None:
        for quad in quads:
            if quad.predicate.value == f"{BASE}ontology#code":
                assert isinstance(quad.object, Literal)
                name = actor_local_name(quad.object.value)
                assert quad.subject == NamedNode(f"{BASE}actor/{name}")

    def test_a_wikidata_item_is_one_actor(self, quads: list[Quad]) -> None:
        matched = [q.object for q in quads if q.predicate.value.endswith("#exactMatch")]
        assert len(set(matched)) == len(matched)

    def test_no_state_is_also_an_organisation(self) -> None:
        named: dict[str, list[str]] = defaultdict(list)
        for rows in tables.read_tables(TABLES).values():
            for row in rows:
                if "name_en" in row.cells:
                    named[row.many("name_en")[0]].append(f"{row.table}:{row.line}")
        both = {n: p for n, p in named.items() if len(p) > 1 and any("states" in x for x in p)}
        assert both == {}

    def test_the_reader_reads_it(self) -> None:
        actors = {actor.code: actor for actor in read_actors(ACTORS.read_bytes())}
        algeria = actors["DZA"]
        assert (algeria.kind, algeria.region) == ("State", "Northern Africa")
        assert algeria.neighbours["MLI"] == "S"
        assert algeria.labels == {"en": "Algeria", "es": "Argelia", "fr": "Algérie"}
