"""Write ``graph/actors.ttl`` from the tables of facts in ``graph/tables``.

Usage::

    python tools/build_gazetteer.py            # write graph/actors.ttl
    python tools/build_gazetteer.py --check    # exit 1 if the file is not what the tables give

Same tables, same bytes. Every name gets a language tag; a value of the tables that belongs to
both languages is written twice. What the columns mean: ``graph/tables/README.md``.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from datetime import date
from pathlib import Path

from gazetteer_tables import Row, TableError, read_names, read_tables
from gazetteer_turtle import BASE, NAME_PROPERTIES, PREFIXES, Block, literal

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))  # the script runs from a checkout that is not installed

from influence_graph.model import actor_local_name  # noqa: E402

TABLES = ROOT / "graph" / "tables"
TARGET = ROOT / "graph" / "actors.ttl"
VERSION = "0.1.0"
LANGUAGES = ("en", "fr")
STATUSES = ("un_member", "observer", "other")
ORGANISATION_CLASSES = {
    "igo": "ig:InternationalOrganization",
    "ngo": "ig:Organization",
    "company": "ig:Company",
    "party": "ig:PoliticalParty",
    "media": "ig:Media",
    "organisation": "ig:Organization",
}
OFFICE_ROLES = {
    "HOS": "ig:HeadOfState",
    "HOG": "ig:HeadOfGovernment",
    "FM": "ig:ForeignMinister",
    "DM": "ig:DefenceMinister",
    "OPP": "ig:OppositionLeader",
    "HEAD": "ig:Head",
    "SPOX": "ig:Spokesperson",
    "MEMBER": "ig:Member",
}
STATE_ROLES = {
    "GOV": ("ig:Government", "government", "gouvernement"),
    "MIL": ("ig:Military", "military", "armée"),
    "OPP": ("ig:Opposition", "opposition", "opposition"),
    "CVL": ("ig:CivilSociety", "civil society", "société civile"),
    "MED": ("ig:Media", "media", "médias"),
    "BUS": ("ig:Business", "business", "entreprises"),
    "JUD": ("ig:Judiciary", "judiciary", "justice"),
}
NAME_PREDICATES = {
    "name": "skos:prefLabel",
    "alias": "skos:altLabel",
    "acronym": "ig:acronym",
    "capital": "ig:capital",
    "seat": "ig:seatOfPower",
    "city": "ig:city",
    "adj": "ig:demonym",
    "noun": "ig:inhabitant",
    "members": "ig:memberName",
    "prefix": "ig:combiningForm",
    "ambiguous": "ig:ambiguousName",
    "not_actor": "ig:excludedName",
}
DIRECTIONS = {
    "N": "ig:northernNeighbour",
    "S": "ig:southernNeighbour",
    "E": "ig:easternNeighbour",
    "W": "ig:westernNeighbour",
}
_CODE = re.compile(r"(?:[A-Z]{3}|(?:IGO|NSAG|ORG):[A-Z0-9][A-Z0-9+-]*)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_QID = re.compile(r"Q[1-9][0-9]*")
_STATE_CODE = re.compile(r"[A-Z]{3}|ORG:[A-Z-]+")  # ORG: where ISO 3166-1 has no code
_NEIGHBOUR = re.compile(r"(.+?)(?::([NESW]{1,2}))?$")


def tagged(values: list[str], row: Row) -> list[str]:
    """Return literals of values such as ``fr:Grenade``; without a tag, in both languages."""
    out: list[str] = []
    for value in values:
        language, colon, text = value.partition(":")
        if colon and language in LANGUAGES:
            if not text:
                raise row.fail(f"no text after {value!r}")
            out.append(literal(text, language))
        else:
            out.extend(literal(value, each) for each in LANGUAGES)
    return out


def dated(value: str, row: Row) -> str:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as a typed literal."""
    parts = value.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdecimal() for part in parts):
        raise row.fail(f"{value!r} is not a date: YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError as error:
        raise row.fail(f"{value!r} is not a date: {error}") from error
    return literal(value, datatype=("xsd:gYear", "xsd:gYearMonth", "xsd:date")[len(parts) - 1])


class Gazetteer:
    """The actors of all tables, checked against each other.

    Parameters
    ----------
    folder : Path
        The folder of the tables. A missing table counts as empty.

    Raises
    ------
    TableError
        A row is wrong, two rows have one code or IRI, or a code that a row names is unknown.
    """

    def __init__(self, folder: Path = TABLES) -> None:
        self._places: dict[str, Row] = {}
        self._labels: dict[str, tuple[str, str]] = {}
        self.blocks: dict[str, Block] = {}
        tables = read_tables(folder)
        states, groups = tables["states"], tables["groups"]
        organisations = tables["organisations"] + tables["institutions"]
        for row in (*states, *organisations, *groups):
            self._register(row)
        for row in states:
            self._state(row)
        for row in organisations:
            self._organisation(row)
        for row in groups:
            self._group(row)
        for row in tables["offices"]:
            self._office(row)
        for language, rows in read_names(folder).items():
            for row in rows:
                self._names_in(language, row)
        self._mark_shared_names()
        for row in tables["memberships"]:
            self._membership(row)

    def turtle(self) -> str:
        """Return the whole file: header, actors, then memberships, each sorted by IRI."""
        header = [f"@prefix {name}: <{iri}> ." for name, iri in sorted(PREFIXES.items())]
        about = Block(f"<{BASE}actors>", ["owl:Ontology"])
        about.add("dcterms:title", literal("Gazetteer of political actors", "en"))
        about.add("dcterms:title", literal("Répertoire des acteurs politiques", "fr"))
        about.add("dcterms:license", "<https://www.apache.org/licenses/LICENSE-2.0>")
        about.add("owl:versionInfo", literal(VERSION))
        made = (
            "# Made by tools/build_gazetteer.py from graph/tables: edit the tables, not this file."
        )
        blocks = [self.blocks[subject].turtle() for subject in sorted(self.blocks)]
        return "\n".join([made, *header, "", about.turtle(), *blocks])

    def _mark_shared_names(self) -> None:
        """Mark each form that two actors have as ambiguous, unless one is part of the other."""
        holders: dict[str, list[Block]] = {}
        for block in self.blocks.values():
            forms = (item for name in NAME_PROPERTIES for item in block.objects.get(name, ()))
            for form in dict.fromkeys(forms):
                holders.setdefault(form, []).append(block)
        for form, blocks in holders.items():
            if len({self._whole(block) for block in blocks}) > 1:
                for block in blocks:
                    block.add("ig:ambiguousName", form)

    def _whole(self, block: Block) -> str:
        """Return the IRI of what an actor is part of in the end, its own if of nothing."""
        seen = [block.subject]
        while above := block.objects.get("org:unitOf"):
            block = self.blocks[above[0]]
            if block.subject in seen:
                raise TableError(f"organisations.tsv: {block.subject} is part of itself")
            seen.append(block.subject)
        return block.subject

    def _register(self, row: Row) -> None:
        code = row.one("code")
        name = actor_local_name(code)
        if not _CODE.fullmatch(code):
            raise row.fail(f"{code!r} is no actor code: DZA, IGO:UN, NSAG:JNIM, ORG:MAK")
        other = self._places.get(name)
        if other is not None:
            place = f"{other.table}:{other.line}"
            raise row.fail(f"{code!r} gives the same IRI as {other.one('code')!r} ({place})")
        self._places[name] = row
        if not row.one("name_en") or not row.one("name_fr"):
            raise row.fail("name_en and name_fr are needed")
        self._labels[name] = (row.many("name_en")[0], row.many("name_fr")[0])

    def _reference(self, code: str, row: Row) -> str:
        """Return the IRI of an actor named by its code; a state's role gets a block of its own."""
        name = actor_local_name(code)
        if name in self._places:
            return f"actor:{name}"
        state, _, role = code.partition(":")
        if state in self._places and role in STATE_ROLES:
            kind, *words = STATE_ROLES[role]
            block = Block(f"actor:{name}", ["ig:Actor", kind])
            block.add("ig:code", literal(code))
            for language, label, word in zip(LANGUAGES, self._labels[state], words, strict=True):
                block.add("skos:prefLabel", literal(f"{label} ({word})", language))
            block.add("org:unitOf", f"actor:{state}")
            self.blocks[block.subject] = block
            return block.subject
        raise row.fail(f"no table has the code {code!r}")

    def _actor(self, row: Row, kind: str) -> Block:
        """Start the block of an actor with what all tables have."""
        code = row.one("code")
        block = Block(f"actor:{actor_local_name(code)}", ["ig:Actor", kind])
        block.add("ig:code", literal(code))
        for language in LANGUAGES:
            first, *others = row.many(f"name_{language}")
            block.add("skos:prefLabel", literal(first, language))
            for alias in (*others, *row.many(f"alias_{language}")):
                if alias != first:
                    block.add("skos:altLabel", literal(alias, language))
        self.blocks[block.subject] = block
        return block

    def _close(self, block: Block, row: Row) -> None:
        """End the block of an actor with what all tables have."""
        for column, predicate in (
            ("active_from", "schema:foundingDate"),
            ("active_to", "schema:dissolutionDate"),
        ):
            if row.cells.get(column):
                block.add(predicate, dated(row.one(column), row))
        wikidata = row.one("wikidata")
        if wikidata:
            if not _QID.fullmatch(wikidata):
                raise row.fail(f"{wikidata!r} is no Wikidata id")
            block.add("skos:exactMatch", f"wd:{wikidata}")

    def _names(self, block: Block, predicate: str, row: Row, column: str) -> None:
        """Add the values of ``column_en`` and ``column_fr``."""
        for language in LANGUAGES:
            values = row.many(f"{column}_{language}")
            block.add(predicate, *(literal(value, language) for value in values))

    def _names_in(self, language: str, row: Row) -> None:
        """Add the names of an actor in one more language."""
        block = self.blocks.get(f"actor:{actor_local_name(row.one('code'))}")
        if block is None:
            raise row.fail(f"no table has the code {row.one('code')!r}")
        name = row.many("name")
        if len(name) != 1:
            raise row.fail("one name is needed; others are aliases")
        if literal(name[0], language) in block.objects.get("skos:prefLabel", ()):
            raise row.fail(f"{row.one('code')!r} has its names in an earlier row")
        for column, predicate in NAME_PREDICATES.items():
            values = row.many("adj" if column == "noun" and not row.one("noun") else column)
            block.add(predicate, *(literal(value, language) for value in values))

    def _state(self, row: Row) -> None:
        code = row.one("code")
        if not _STATE_CODE.fullmatch(code):
            raise row.fail(f"{code!r} is no alpha-3 code, nor ORG: and a name")
        if row.one("status") not in STATUSES:
            raise row.fail(f"status must be one of {', '.join(STATUSES)}")
        block = self._actor(row, "ig:State")
        self._names(block, "ig:acronym", row, "acronym")
        self._names(block, "ig:capital", row, "capital")
        block.add("ig:capital", *tagged(row.many("capital_alias"), row))
        self._names(block, "ig:seatOfPower", row, "seat")
        self._names(block, "ig:demonym", row, "adj")
        self._names(block, "ig:inhabitant", row, "noun")
        self._names(block, "ig:combiningForm", row, "prefix")
        block.add("ig:ambiguousName", *tagged(row.many("ambiguous"), row))
        block.add("ig:excludedName", *tagged(row.many("not_actor"), row))
        block.add("ig:status", literal(row.one("status")))
        block.add("ig:region", *(literal(region, "en") for region in row.many("groups")))
        for value in row.many("neighbours"):
            found = _NEIGHBOUR.match(value)
            if found is None:
                raise row.fail("a neighbour without code")
            target = self._reference(found[1], row)
            block.add("ig:neighbour", target)
            for letter in found[2] or "":
                block.add(DIRECTIONS[letter], target)
        self._close(block, row)

    def _organisation(self, row: Row) -> None:
        if row.one("kind") not in ORGANISATION_CLASSES:
            raise row.fail(f"kind must be one of {', '.join(ORGANISATION_CLASSES)}")
        block = self._actor(row, ORGANISATION_CLASSES[row.one("kind")])
        self._names(block, "ig:acronym", row, "acronym")
        self._names(block, "ig:seatOfPower", row, "seat")
        self._names(block, "ig:city", row, "city")
        if row.one("part_of"):
            block.add("org:unitOf", self._reference(row.one("part_of"), row))
        self._close(block, row)

    def _group(self, row: Row) -> None:
        block = self._actor(row, "ig:NonStateArmedGroup")
        block.add("ig:acronym", *tagged(row.many("acronym"), row))
        self._names(block, "ig:memberName", row, "members")
        block.add("ig:activeIn", *(self._reference(code, row) for code in row.many("state")))
        block.add("ig:people", *(literal(people, "en") for people in row.many("people")))
        self._close(block, row)

    def _office(self, row: Row) -> None:
        slug, role = row.one("person_id"), row.one("role")
        if not _SLUG.fullmatch(slug):
            raise row.fail(f"{slug!r} is no slug: lower-case ASCII words joined by hyphens")
        if role not in OFFICE_ROLES or role == "MEMBER":
            raise row.fail(f"role must be one of {', '.join(OFFICE_ROLES)}")
        if row.one("gender") not in ("m", "f"):
            raise row.fail("gender must be m or f")
        gender = "schema:Male" if row.one("gender") == "m" else "schema:Female"
        code = f"PERSON:{slug.upper()}"
        person = self.blocks.get(f"actor:{actor_local_name(code)}")
        if person is None:
            person = Block(f"actor:{actor_local_name(code)}", ["ig:Actor", "ig:Person"])
            person.add("ig:code", literal(code))
            person.add("skos:prefLabel", *tagged([row.one("person")], row))
            person.add("skos:altLabel")
            person.add("schema:gender", gender)
            self.blocks[person.subject] = person
        labels = person.objects["skos:prefLabel"]
        if tagged([row.one("person")], row) != labels or person.objects["schema:gender"] != [
            gender
        ]:
            raise row.fail(f"{slug!r} has another name or gender in an earlier row")
        aliases = tagged(row.many("alias"), row)
        person.add("skos:altLabel", *(alias for alias in aliases if alias not in labels))
        parts = (slug, actor_local_name(row.one("code")), role, row.one("start"))
        node = "office:" + "-".join(part for part in parts if part)
        self._relation(node, person.subject, row.one("code"), role, row)

    def _membership(self, row: Row) -> None:
        member = self._reference(row.one("state"), row)
        codes = (row.one("organisation"), row.one("state"))
        parts = (*map(actor_local_name, codes), row.one("start"))
        node = "membership:" + "-".join(part for part in parts if part)
        self._relation(node, member, codes[0], "MEMBER", row)

    def _relation(self, subject: str, member: str, code: str, role: str, row: Row) -> None:
        """Add the node of an office or membership."""
        start, end = row.one("start"), row.one("end")
        if subject in self.blocks:
            raise row.fail(f"{subject} was said in an earlier row")
        block = Block(subject, ["org:Membership"])
        block.add("org:member", member)
        block.add("org:organization", self._reference(code, row))
        block.add("org:role", OFFICE_ROLES[role])
        if start:
            block.add("schema:startDate", dated(start, row))
        if end:
            block.add("schema:endDate", dated(end, row))
            if end < start[: len(end)]:
                raise row.fail(f"ends ({end}) before it starts ({start})")
        self.blocks[subject] = block


def write_atomic(path: Path, text: str) -> None:
    """Write a text file in one step: a reader sees the old file or the new one."""
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)  # noqa: PTH105 - the name of the habit: temp + os.replace


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args(arguments)
    try:
        gazetteer = Gazetteer()
    except TableError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    text = gazetteer.turtle()
    if options.check:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print("up to date" if same else f"{TARGET.name} is not what the tables give")
        return 0 if same else 1
    write_atomic(TARGET, text)
    print(f"{TARGET.relative_to(ROOT)}: {len(gazetteer.blocks)} nodes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
