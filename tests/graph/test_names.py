"""Names of actors in further languages: ``graph/tables/names_LANGUAGE.tsv``."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from influence_graph.rdf.gazetteer import load_actors

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "graph" / "tables"


def _tool(name: str) -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


tables, builder = _tool("gazetteer_tables"), _tool("build_gazetteer")


def spanish() -> dict[str, Any]:
    return {row.one("code"): row for row in tables.read_names(TABLES)["es"]}


def test_every_member_of_the_united_nations_has_its_spanish_name_and_adjective() -> None:
    rows = spanish()
    for row in tables.read_tables(TABLES)["states"]:
        if row.one("status") in ("un_member", "observer"):
            names = rows[row.one("code")]
            assert names.one("name")
            assert names.one("adj")


def test_spanish_adjectives_have_masculine_and_feminine_singular_and_plural() -> None:
    assert spanish()["DEU"].many("adj") == ["alemán", "alemana", "alemanes", "alemanas"]
    for row in spanish().values():
        forms = row.many("adj")
        assert not forms or any(form.endswith("s") for form in forms)


def test_inhabitants_are_called_as_the_adjective_where_no_noun_is_given() -> None:
    russia = next(actor for actor in load_actors() if actor.code == "RUS")
    found = {(n.text, n.kind) for n in russia.names if n.language == "es"}
    assert found >= {("ruso", "demonym"), ("ruso", "inhabitant"), ("Moscú", "capital")}


def test_name_of_two_states_is_ambiguous() -> None:
    both = [a for a in load_actors() for n in a.names if n.text == "congoleño" and n.ambiguous]
    assert {actor.code for actor in both} == {"COD", "COG"}


HEADER = "\t".join(tables.NAME_COLUMNS.split())


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (["QQQ\tNada"], "no table has the code 'QQQ'"),
        (["DZA"], "one name is needed"),
        (["DZA\tA|B"], "one name is needed"),
        (["DZA\tArgelia", "DZA\tArgelia"], "has its names in an earlier row"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: list[str], says: str) -> None:
    states = (TABLES / "states.tsv").read_text("utf-8").splitlines()
    algeria = [line.rpartition("\t")[0] + "\t" for line in states if line.startswith("DZA\t")]
    header = next(line for line in states if line.startswith("code\t"))
    (tmp_path / "states.tsv").write_text("\n".join([header, *algeria]), "utf-8")
    wide = [row + "\t" * (HEADER.count("\t") - row.count("\t")) for row in rows]
    (tmp_path / "names_xx.tsv").write_text("\n".join([HEADER, *wide]), "utf-8")
    with pytest.raises(tables.TableError, match=rf"names_xx\.tsv:\d+: .*{says}"):
        builder.Gazetteer(tmp_path)
