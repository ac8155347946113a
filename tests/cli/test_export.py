"""``export``: every format holds the same claims."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from influence_graph.rdf.reading import claims_from_quads

from .conftest import CLAIMS, Run

RDF = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
}
GRAPHS = ("graphml", "gexf", "csv", "nodes-csv", "edges-csv", "cytoscape")
STATES = {"DZA", "FRA", "MAR", "MLI", "NER", "ORG:FRONT-X"}


@pytest.mark.parametrize("name", RDF)
def test_each_rdf_format_gives_the_claims_back(run: Run, made: Path, name: str) -> None:
    result = run("export", made, "--format", name)
    claims = claims_from_quads(parse(result.stdout_bytes, format=RDF[name]))
    assert claims == tuple(sorted(CLAIMS, key=lambda claim: claim.id))


def test_graphml_is_read_by_networkx(run: Run, made: Path) -> None:
    data = run("export", made, "--format", "graphml").stdout_bytes
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert set(graph) == STATES
    assert isinstance(graph, nx.MultiDiGraph)
    assert {key for _, _, key in graph.edges(keys=True)} == {claim.id for claim in CLAIMS}


def test_gexf_is_read_by_networkx(run: Run, made: Path) -> None:
    data = run("export", made, "--format", "gexf").stdout_bytes
    graph = nx.read_gexf(io.BytesIO(data))
    assert set(graph) == STATES
    assert graph.number_of_edges() == len(CLAIMS)


def test_tables_have_a_row_a_node_and_a_row_a_claim(run: Run, made: Path) -> None:
    nodes = list(csv.DictReader(io.StringIO(run("export", made, "--format", "nodes-csv").stdout)))
    edges = list(csv.DictReader(io.StringIO(run("export", made, "--format", "edges-csv").stdout)))
    assert {row["Id"] for row in nodes} == STATES
    assert {row["claim"] for row in edges} == {claim.id for claim in CLAIMS}


def test_csv_is_both_tables_in_one_archive(run: Run, made: Path, tmp_path: Path) -> None:
    target = tmp_path / "made.zip"
    assert run("export", made, "--format", "csv", "-o", target).exit_code == 0
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == ["edges.csv", "nodes.csv"]


def test_cytoscape_is_json_with_its_elements(run: Run, made: Path) -> None:
    found = json.loads(run("export", made, "--format", "cytoscape").stdout)["elements"]
    assert len(found["nodes"]) == len(STATES)
    assert len(found["edges"]) == len(CLAIMS)


def test_roles_stay_apart_at_the_level_of_actors(run: Run, made: Path) -> None:
    data = run("export", made, "--format", "graphml", "--level", "actor").stdout_bytes
    assert {"MLI:MIL", "DZA:GOV"} <= set(nx.read_graphml(io.BytesIO(data)))


def test_a_window_leaves_out_what_lies_outside(run: Run, made: Path) -> None:
    data = run("export", made, "--format", "graphml", "--to", "2023-12").stdout_bytes
    assert nx.read_graphml(io.BytesIO(data)).number_of_edges() == 4


def test_aggregated_there_is_one_edge_an_ordered_pair(run: Run, made: Path) -> None:
    data = run("export", made, "--format", "graphml", "--aggregate").stdout_bytes
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    pairs = [(one, other) for one, other in graph.edges()]
    assert len(pairs) == len(set(pairs))
    assert ("MLI", "DZA") in pairs


@pytest.mark.parametrize("name", [*RDF, *GRAPHS])
def test_a_file_has_the_bytes_of_standard_output(
    run: Run, made: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "out"
    result = run("export", made, "--format", name, "-o", target)
    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    assert target.read_bytes() == run("export", made, "--format", name).stdout_bytes


def test_an_unknown_format_lists_the_known_ones(run: Run, made: Path) -> None:
    result = run("export", made, "--format", "docx")
    assert (result.exit_code, result.stdout) == (1, "")
    for name in (*RDF, *GRAPHS):
        assert name in result.stderr


def test_the_help_names_every_format(run: Run) -> None:
    told = run("export", "--help").stdout
    for name in (*RDF, *GRAPHS):
        assert name in told


def test_a_format_must_be_named(run: Run, made: Path) -> None:
    assert run("export", made).exit_code == 2
