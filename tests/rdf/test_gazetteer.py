"""The gazetteer is read as it stands: names with their kinds, offices with their days."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph.errors import OntologyError
from influence_graph.model import Actor, ActorName, Office
from influence_graph.rdf.gazetteer import (
    load_actors,
    load_excluded_names,
    load_region_names,
    read_actors,
)
from influence_graph.rdf.validate import validate_quads
from influence_graph.resources import resource

HEAD = """
@prefix actor: <https://w3id.org/influence-graph/actor/> .
@prefix ig: <https://w3id.org/influence-graph/ontology#> .
@prefix office: <https://w3id.org/influence-graph/office/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
actor:MLI a ig:Actor , ig:State ; ig:code "MLI" ; skos:prefLabel "Mali"@en , "Mali"@fr .
actor:DZA a ig:Actor , ig:State ; ig:code "DZA" ; skos:prefLabel "Algeria"@en .
"""


def read(turtle: str) -> dict[str, Actor]:
    return {actor.code: actor for actor in read_actors((HEAD + turtle).encode())}


def test_actors_come_in_order_of_their_codes() -> None:
    assert list(read("")) == ["DZA", "MLI"]


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("skos:altLabel", "name"),
        ("ig:acronym", "acronym"),
        ("ig:capital", "capital"),
        ("ig:seatOfPower", "seat"),
        ("ig:city", "city"),
        ("ig:demonym", "demonym"),
        ("ig:inhabitant", "inhabitant"),
        ("ig:memberName", "member"),
        ("ig:combiningForm", "combining"),
    ],
)
def test_each_kind_of_name(term: str, kind: str) -> None:
    found = read(f'actor:MLI {term} "X"@fr .')["MLI"].names
    assert found[-1] == ActorName(text="X", kind=kind, language="fr")


def test_a_label_is_a_name_too() -> None:
    assert read("")["DZA"].names == (ActorName(text="Algeria", kind="name", language="en"),)


def test_a_name_is_ambiguous_in_the_language_that_is_said() -> None:
    names = read('actor:MLI ig:ambiguousName "Mali"@fr .')["MLI"].names
    assert {(name.language, name.ambiguous) for name in names} == {("en", False), ("fr", True)}


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2020-08-18", "2021-05-24", date(2020, 8, 18), date(2021, 5, 24)),
        ("2020-08", "2021-02", date(2020, 8, 1), date(2021, 2, 28)),
        ("2020", "2024", date(2020, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_month_or_year_stands_for_all_its_days(
    start: str, end: str, first: date, last: date
) -> None:
    kinds = {10: "date", 7: "gYearMonth", 4: "gYear"}
    actors = read(f"""
    actor:p a ig:Actor , ig:Person ; ig:code "PERSON:P" ; schema:gender schema:Female .
    office:o a org:Membership ; org:member actor:p ; org:organization actor:MLI ;
      org:role ig:HeadOfState ; schema:startDate "{start}"^^xsd:{kinds[len(start)]} ;
      schema:endDate "{end}"^^xsd:{kinds[len(end)]} .""")
    person = actors["PERSON:P"]
    assert person.offices == (
        Office(organization="MLI", role="HeadOfState", start=first, end=last),
    )
    assert (person.kind, person.gender) == ("Person", "f")


def test_neighbours_lie_on_one_or_two_sides() -> None:
    actors = read(
        "actor:MLI ig:neighbour actor:DZA ; ig:northernNeighbour actor:DZA ;"
        " ig:easternNeighbour actor:DZA ."
    )
    assert actors["MLI"].neighbours == {"DZA": "NE"}


def test_the_subregion_of_the_united_nations_comes_before_other_regions() -> None:
    assert read('actor:MLI ig:region "Sahel"@en , "Western Africa"@en .')["MLI"].region == (
        "Western Africa"
    )


def test_a_branch_of_a_state_has_the_kind_of_its_role() -> None:
    actors = read('actor:MLI-MIL a ig:Actor ; ig:code "MLI:MIL" ; org:unitOf actor:MLI .')
    assert (actors["MLI:MIL"].kind, actors["MLI:MIL"].acts_for) == ("Military", "MLI")


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("nonsense", "not Turtle"),
        ('actor:MLI ig:code "MAL" .', "two codes"),
        ('actor:X ig:code "MLI" .', "two actors have the code MLI"),
        ("actor:MLI org:unitOf actor:X .", "names X, which has no ig:code"),
        ('actor:MLI schema:foundingDate "soon" .', "no date: 'soon'"),
        ("office:o org:member actor:MLI .", "needs org:organization and org:role"),
    ],
)
def test_what_is_broken_is_named(turtle: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read(turtle)


def test_the_shipped_gazetteer_breaks_no_rule() -> None:
    quads = parse(resource("graph/actors.ttl").read_bytes(), format=RdfFormat.TURTLE)
    assert validate_quads(quads) == ()


def test_the_shipped_gazetteer_knows_the_actors_of_the_seed() -> None:
    names = {
        (name.text, name.kind): actor.code
        for actor in load_actors()
        for name in actor.names
        if name.language == "fr"
    }
    assert names["Alger", "capital"] == "DZA"
    assert names["malienne", "demonym"] == "MLI"
    assert names["CEDEAO", "acronym"] == "IGO:ECOWAS"


def test_phrases_that_only_look_like_actors() -> None:
    assert "Vienna Convention" in load_excluded_names()["en"]


def test_regions_list_their_states() -> None:
    assert {"MLI", "NER", "BFA"} <= set(load_region_names()["Western Africa"])


def test_it_loads_in_well_under_half_a_second() -> None:
    script = (
        "import time, influence_graph.rdf.gazetteer as g;"
        "t = time.process_time(); g.load_actors(); print(time.process_time() - t)"
    )
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert float(done.stdout) < 0.5
