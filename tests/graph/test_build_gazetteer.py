"""The script that makes ``graph/actors.ttl``: what it writes, and which rows it refuses."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).parents[2] / "tools"


def _tool(name: str) -> Any:
    sys.path.insert(0, str(TOOLS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(TOOLS))


builder = _tool("build_gazetteer")
tables = _tool("gazetteer_tables")


class TestBadTables:
    HEADER = "\t".join(tables.COLUMNS["organisations"].split())

    def _row(self, code: str, kind: str = "igo", part_of: str = "", start: str = "") -> str:
        cells = [code, kind, "", "Name " + code, "Nom " + code, *[""] * 8, part_of, start, "", ""]
        return "\t".join(cells)

    def _error(self, folder: Path, *rows: str) -> str:
        text = "\n".join(["# comment", self.HEADER, *rows, ""])
        (folder / "organisations.tsv").write_text(text, encoding="utf-8")
        with pytest.raises(tables.TableError) as caught:
            builder.Gazetteer(folder)
        return str(caught.value)

    def test_missing_tables_are_empty(self, tmp_path: Path) -> None:
        assert builder.Gazetteer(tmp_path).blocks == {}

    def test_code_said_twice(self, tmp_path: Path) -> None:
        error = self._error(tmp_path, self._row("IGO:AU"), self._row("IGO:AU"))
        assert error.startswith("organisations.tsv:4: 'IGO:AU' gives the same IRI")

    def test_two_codes_with_one_iri(self, tmp_path: Path) -> None:
        error = self._error(tmp_path, self._row("IGO:AU"), self._row("NSAG:AU"))
        assert error.startswith("organisations.tsv:4: 'NSAG:AU' gives the same IRI as 'IGO:AU'")

    def test_unknown_reference(self, tmp_path: Path) -> None:
        error = self._error(tmp_path, self._row("ORG:X", "company", part_of="FRA"))
        assert error == "organisations.tsv:3: no table has the code 'FRA'"

    def test_unknown_kind(self, tmp_path: Path) -> None:
        assert self._error(tmp_path, self._row("ORG:X", "club")).startswith("organisations.tsv:3:")

    def test_impossible_date(self, tmp_path: Path) -> None:
        error = self._error(tmp_path, self._row("IGO:X", start="2023-02-30"))
        assert error.startswith("organisations.tsv:3: '2023-02-30' is not a date")

    def test_missing_cell(self, tmp_path: Path) -> None:
        assert self._error(tmp_path, "IGO:X\tigo").startswith("organisations.tsv:3: 2 cells")

    def test_circle_of_parts(self, tmp_path: Path) -> None:
        rows = [self._row("IGO:X", part_of="IGO:Y"), self._row("IGO:Y", part_of="IGO:X")]
        assert "part of itself" in self._error(tmp_path, *rows)

    def test_a_name_of_two_actors_becomes_ambiguous(self, tmp_path: Path) -> None:
        cells = [["IGO:X", "igo", "", "A", "B", "XY"], ["IGO:Y", "igo", "", "C", "D", "XY"]]
        lines = ["\t".join(row + [""] * 11) for row in cells]
        text = "\n".join([self.HEADER, *lines, ""])
        (tmp_path / "organisations.tsv").write_text(text, encoding="utf-8")
        turtle = builder.Gazetteer(tmp_path).turtle()
        assert turtle.count('ig:ambiguousName "XY"@en') == 2


class TestOffices:
    HEADER = "\t".join(tables.COLUMNS["offices"].split())

    def _graph(self, folder: Path, *rows: str) -> Any:
        """Build from one organisation, one state and these offices."""
        organisations = "\t".join(["IGO:EU", "igo", "", "European Union", "Union", *[""] * 12])
        state = dict.fromkeys(tables.COLUMNS["states"].split(), "")
        state |= {"code": "FRA", "status": "un_member", "name_en": "France", "name_fr": "France"}
        for name, row in (("organisations", organisations), ("states", "\t".join(state.values()))):
            header = "\t".join(tables.COLUMNS[name].split())
            (folder / f"{name}.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
        (folder / "memberships.tsv").write_text(
            "organisation\tstate\tstart\tend\nIGO:EU\tFRA\t1993-11-01\t\n", encoding="utf-8"
        )
        text = "\n".join([self.HEADER, *rows, ""])
        (folder / "offices.tsv").write_text(text, encoding="utf-8")
        return builder.Gazetteer(folder)

    def test_a_person_with_two_offices_is_one_actor(self, tmp_path: Path) -> None:
        graph = self._graph(
            tmp_path,
            "Anne Dupont\tanne-dupont\tA. Dupont\tf\tFRA\tHOS\t2010-01\t2014-05-06\t",
            "Anne Dupont\tanne-dupont\t\tf\tIGO:EU\tHEAD\t2015\t\t",
        )
        assert graph.blocks["actor:PERSON-ANNE-DUPONT"].turtle() == (
            "actor:PERSON-ANNE-DUPONT a ig:Actor , ig:Person ;\n"
            '  ig:code "PERSON:ANNE-DUPONT" ;\n'
            '  skos:prefLabel "Anne Dupont"@en , "Anne Dupont"@fr ;\n'
            '  skos:altLabel "A. Dupont"@en , "A. Dupont"@fr ;\n'
            "  schema:gender schema:Female .\n"
        )
        assert graph.blocks["office:anne-dupont-FRA-HOS-2010-01"].turtle() == (
            "office:anne-dupont-FRA-HOS-2010-01 a org:Membership ;\n"
            "  org:member actor:PERSON-ANNE-DUPONT ;\n"
            "  org:organization actor:FRA ;\n"
            "  org:role ig:HeadOfState ;\n"
            '  schema:startDate "2010-01"^^xsd:gYearMonth ;\n'
            '  schema:endDate "2014-05-06"^^xsd:date .\n'
        )
        assert "office:anne-dupont-EU-HEAD-2015" in graph.blocks

    def test_a_membership_of_a_state(self, tmp_path: Path) -> None:
        graph = self._graph(tmp_path)
        assert graph.blocks["membership:EU-FRA-1993-11-01"].turtle() == (
            "membership:EU-FRA-1993-11-01 a org:Membership ;\n"
            "  org:member actor:FRA ;\n"
            "  org:organization actor:EU ;\n"
            "  org:role ig:Member ;\n"
            '  schema:startDate "1993-11-01"^^xsd:date .\n'
        )

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ("A B\ta-b\t\tm\tFRA\tHOS\t2012\t2011\t", "ends (2011) before it starts (2012)"),
            ("A B\ta-b\t\tm\tFRA\tKING\t2012\t\t", "role must be one of"),
            ("A B\ta-b\t\tx\tFRA\tHOS\t2012\t\t", "gender must be m or f"),
            ("A B\tA B\t\tm\tFRA\tHOS\t2012\t\t", "is no slug"),
            ("A B\ta-b\t\tm\tDEU\tHOS\t2012\t\t", "no table has the code 'DEU'"),
        ],
    )
    def test_bad_rows_are_named(self, tmp_path: Path, row: str, message: str) -> None:
        with pytest.raises(tables.TableError) as caught:
            self._graph(tmp_path, row)
        assert str(caught.value).startswith("offices.tsv:2: ")
        assert message in str(caught.value)

    def test_one_person_has_one_gender(self, tmp_path: Path) -> None:
        with pytest.raises(tables.TableError, match=r"offices\.tsv:3: .* another name or gender"):
            self._graph(
                tmp_path,
                "A B\ta-b\t\tm\tFRA\tHOS\t2012\t2013\t",
                "A B\ta-b\t\tf\tFRA\tHOG\t2014\t\t",
            )
