"""What is written is read again by the tools that people use."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import warnings
import zipfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from influence_graph.exports import WRITERS, with_positions, write_graph
from influence_graph.exports.normalize import flatten

from .builders import HOSTILE, ClaimGraph, claims, hostile

igraph = pytest.importorskip("igraph")

_texts = st.text(max_size=20)
_values = st.one_of(
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.floats(allow_nan=False, allow_infinity=False),
    _texts,
    st.none(),
)
_attributes = st.dictionaries(
    st.sampled_from(("label", "weight", "note", "id", "x", "start")), _values
)


@st.composite
def _graphs(draw: st.DrawFn) -> ClaimGraph:
    graph: ClaimGraph = nx.MultiDiGraph()
    names = draw(
        st.lists(st.text("abc<&\"' é\n\t", min_size=1, max_size=4), min_size=1, unique=True)
    )
    for name in names:
        graph.add_node(name, **draw(_attributes))
    for number in range(draw(st.integers(0, 6))):
        ends = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        key = graph.add_edge(*ends, key=f"k{number}")
        graph.edges[*ends, key].update(draw(_attributes))
    return graph


def _written(graph: nx.Graph[Any], name: str) -> bytes:
    stream = io.BytesIO()
    WRITERS[name](graph, stream)
    return stream.getvalue()


def _plain(graph: nx.Graph[Any]) -> tuple[dict[str, Any], dict[tuple[str, str, str], Any]]:
    flat = flatten(graph)
    return (
        {node.id: node.attributes for node in flat.nodes},
        {(edge.source, edge.target, edge.id): edge.attributes for edge in flat.edges},
    )


@given(_graphs())
@settings(deadline=None)
def test_networkx_reads_every_attribute_of_the_graphml(graph: ClaimGraph) -> None:
    nodes, edges = _plain(graph)
    read = nx.parse_graphml(_written(graph, "graphml").decode(), force_multigraph=True)
    assert dict(read.nodes(data=True)) == nodes
    assert {(u, v, k): d for u, v, k, d in read.edges(keys=True, data=True)} == edges  # type: ignore[call-overload]


@given(_graphs())
@settings(deadline=None)
def test_networkx_reads_every_attribute_of_the_gexf(graph: ClaimGraph) -> None:
    nodes, edges = _plain(graph)
    read = nx.read_gexf(io.BytesIO(_written(graph, "gexf")))
    for name, attributes in nodes.items():
        data = dict(read.nodes[name])
        data.pop("viz", None)
        label = data.pop("label")
        assert str(attributes.get("label", name)) in (label, _python(label))
        placed = all(isinstance(a.get(axis), float) for a in nodes.values() for axis in "xy")
        left_out = {"label", *(("x",) if placed else ())}
        assert data == {n: v for n, v in attributes.items() if n not in left_out}
    for u, v, data in read.edges(data=True):
        attributes = dict(edges[u, v, data["id"]])
        attributes.pop("label", None)
        found = {n: value for n, value in data.items() if n not in ("id", "label")}
        assert found == pytest.approx(attributes) if not attributes else found == attributes
    assert read.number_of_edges() == len(edges)


def _python(label: str) -> str:
    return {"true": "True", "false": "False"}.get(label, label)


@given(_graphs())
@settings(deadline=None, max_examples=40)
def test_igraph_reads_every_attribute_of_the_graphml(graph: ClaimGraph) -> None:
    nodes, edges = _plain(graph)
    # Its parser turns an ampersand in an id into "&#38;", whoever wrote it.
    assume(not any("&" in name for name in nodes))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = _igraph(_written(graph, "graphml"))
    assert sorted(vertex["id"] for vertex in read.vs) == sorted(nodes)
    for vertex in read.vs:
        for name, value in nodes[vertex["id"]].items():
            assert vertex[name] == value
    # It also gives edges the ids of nodes; the order is that of the file.
    for edge, (ends, attributes) in zip(read.es, edges.items(), strict=True):
        assert (read.vs[edge.source]["id"], read.vs[edge.target]["id"]) == ends[:2]
        for name, value in attributes.items():
            assert edge[name] == value


def _igraph(content: bytes) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.graphml"
        path.write_bytes(content)
        return igraph.Graph.Read_GraphML(str(path))


def test_igraph_reads_the_claims_with_their_ids_and_types() -> None:
    read = _igraph(_written(claims(), "graphml"))
    assert read.is_directed()
    assert read.es["claim"] == ["c3", "c1", "c2"]
    assert read.es["weight"] == [0.8, 0.8, 0.8]
    assert set(read.vs["label"]) == {"Mali", "Algeria", "France"}
    assert read["level"] == "state"


def test_positions_are_written_where_gephi_reads_them() -> None:
    graph = with_positions(claims(), {"MLI": (1.0, 2.0), "DZA": (3.0, 4.0), "FRA": (5.0, 6.0)})
    read = nx.parse_graphml(_written(graph, "graphml").decode())
    assert (read.nodes["MLI"]["x"], read.nodes["MLI"]["y"]) == (1.0, 2.0)
    gexf = nx.read_gexf(io.BytesIO(_written(graph, "gexf")))
    assert gexf.nodes["MLI"]["viz"]["position"] == {"x": 1.0, "y": 2.0, "z": 0.0}
    document = json.loads(_written(graph, "cytoscape"))
    assert document["elements"]["nodes"][2]["position"] == {"x": 1.0, "y": 2.0}


def test_gexf_has_the_time_of_each_edge() -> None:
    content = _written(claims(), "gexf").decode()
    assert 'mode="dynamic" timeformat="date"' in content
    assert 'start="2023-02-01" end="2023-02-28"' in content


def test_csv_has_the_headers_that_gephi_wants() -> None:
    with zipfile.ZipFile(io.BytesIO(_written(claims(), "csv"))) as archive:
        assert archive.namelist() == ["nodes.csv", "edges.csv"]
        nodes = list(csv.DictReader(io.StringIO(archive.read("nodes.csv").decode())))
        edges = list(csv.DictReader(io.StringIO(archive.read("edges.csv").decode())))
    assert [row["Id"] for row in nodes] == ["DZA", "FRA", "MLI"]
    assert list(edges[0])[:6] == ["Source", "Target", "Type", "Weight", "Id", "Label"]
    assert [(e["Source"], e["Target"], e["Type"], e["Weight"], e["Id"]) for e in edges] == [
        ("DZA", "FRA", "Directed", "0.8", "c3"),
        ("MLI", "DZA", "Directed", "0.8", "c1"),
        ("MLI", "DZA", "Directed", "0.8", "c2"),
    ]


def test_csv_runs_no_formula() -> None:
    for name in ("nodes-csv", "edges-csv"):
        text = _written(hostile(), name).decode()
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+@" and cell]
        assert any(cell == "'" + HOSTILE for cell in cells)


def test_cytoscape_json_has_elements_with_their_ids() -> None:
    elements = json.loads(_written(claims(), "cytoscape"))["elements"]
    assert elements["nodes"][0]["data"]["name"] == "Algeria"
    edge = elements["edges"][1]["data"]
    assert (edge["id"], edge["source"], edge["target"]) == ("c1", "MLI", "DZA")
    assert edge["interaction"] == "distancesFrom"


@pytest.mark.parametrize("name", sorted(WRITERS))
@pytest.mark.parametrize("graph", [nx.MultiDiGraph(), nx.Graph(), hostile()])
def test_every_format_takes_empty_and_hostile_graphs(name: str, graph: nx.Graph[Any]) -> None:
    assert _written(graph, name)


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_writing_changes_nothing_and_ignores_the_order_of_insertion(name: str) -> None:
    graph = claims()
    backwards: ClaimGraph = nx.MultiDiGraph(**graph.graph)
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for u, v, key, data in reversed(list(graph.edges(keys=True, data=True))):
        backwards.add_edge(u, v, key=key, **dict(reversed(data.items())))
    assert _written(graph, name) == _written(backwards, name)
    assert list(graph.edges(keys=True, data=True)) == list(claims().edges(keys=True, data=True))


def test_a_file_is_written_at_once_or_not_at_all(tmp_path: Any) -> None:
    path = tmp_path / "graph.graphml"
    write_graph(claims(), path, "graphml")
    good = path.read_bytes()
    broken: nx.Graph[Any] = nx.Graph()
    broken.add_nodes_from([1, "1"])
    with pytest.raises(Exception, match="two nodes"):
        write_graph(broken, path, "graphml")
    assert path.read_bytes() == good
    assert [p.name for p in tmp_path.iterdir()] == ["graph.graphml"]


def test_an_unknown_format_names_the_known_ones(tmp_path: Any) -> None:
    with pytest.raises(Exception, match="graphml"):
        write_graph(claims(), tmp_path / "g", "docx")
