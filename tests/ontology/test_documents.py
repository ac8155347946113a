"""The documents say what the ontology and the library say."""

from __future__ import annotations

import re
from pathlib import Path

from influence_graph.rdf.lexing import check_read_only
from influence_graph.rdf.library import list_queries
from influence_graph.rdf.namespaces import PREFIXES
from influence_graph.rdf.ontology import defined_terms, load_actor_kinds, load_relations
from influence_graph.rdf.store import Store
from influence_graph.rdf.validate import RULES


def read(root: Path, name: str) -> str:
    return (root / "docs" / name).read_text(encoding="utf-8")


def test_each_relation_stands_with_sign_intensity_and_symmetry(root: Path) -> None:
    rows = dict(
        re.findall(r"^\| `(\w+)`(.*)$", read(root, "ontology.md").replace("−", "-"), re.MULTILINE)
    )
    for relation in load_relations():
        row = rows[relation.name]
        assert f"| {'+' if relation.sign > 0 else '-'} | {relation.intensity:+.1f} |" in row
        assert row.startswith("*") == relation.symmetric
        assert (relation.plover or "–") in row


def test_each_kind_of_actor_and_each_rule_is_there(root: Path) -> None:
    text = read(root, "ontology.md")
    for kind in load_actor_kinds():
        assert f"`ig:{kind.name}`" in text
    for rule, meaning in RULES.items():
        assert f"| `{rule}` | {meaning} |" in text


def test_each_term_that_the_documents_use_is_defined(root: Path) -> None:
    for name in ("ontology.md", "sparql.md"):
        used = re.findall(r"(?<![\w-])ig:([A-Za-z]\w*)", read(root, name))
        assert {PREFIXES["ig"] + term for term in used} <= defined_terms(), name


def test_each_named_query_is_listed_with_its_title_and_parameters(root: Path) -> None:
    text = read(root, "sparql.md")
    for query in list_queries():
        names = ", ".join(f"`{parameter.name}`" for parameter in query.parameters)
        assert f"| `{query.name}` | {query.title} | {names} |" in text


def test_each_query_of_the_document_can_be_asked(root: Path) -> None:
    with Store.memory() as store:
        for block in re.findall(r"```sparql\n(.*?)```", read(root, "sparql.md"), re.DOTALL):
            for query in re.split(r"(?m)^(?=SELECT)", block):
                if query.strip():
                    check_read_only(query)
                    store.query(query)
