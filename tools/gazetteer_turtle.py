"""Turtle, written so that people can read it and each change is one line of a diff."""

from __future__ import annotations

from dataclasses import dataclass, field

BASE = "https://w3id.org/influence-graph/"
PREFIXES = {
    "actor": f"{BASE}actor/",
    "dcterms": "http://purl.org/dc/terms/",
    "ig": f"{BASE}ontology#",
    "membership": f"{BASE}membership/",
    "office": f"{BASE}office/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
NAME_PROPERTIES = (
    "skos:prefLabel",
    "skos:altLabel",
    "ig:acronym",
    "ig:capital",
    "ig:seatOfPower",
    "ig:demonym",
    "ig:inhabitant",
    "ig:memberName",
    "ig:combiningForm",
)
"""Properties that give a name which needs no context by itself."""

PREDICATES = (
    "ig:code",
    *NAME_PROPERTIES,
    "ig:city",
    "ig:ambiguousName",
    "ig:excludedName",
    "ig:status",
    "ig:region",
    "ig:neighbour",
    "ig:northernNeighbour",
    "ig:southernNeighbour",
    "ig:easternNeighbour",
    "ig:westernNeighbour",
    "ig:activeIn",
    "ig:people",
    "org:unitOf",
    "org:member",
    "org:organization",
    "org:role",
    "schema:gender",
    "schema:foundingDate",
    "schema:dissolutionDate",
    "schema:startDate",
    "schema:endDate",
    "dcterms:title",
    "dcterms:license",
    "owl:versionInfo",
    "skos:exactMatch",
)
"""All properties of the gazetteer, in the order in which a block names them."""


@dataclass
class Block:
    """The statements about one subject."""

    subject: str
    classes: list[str]
    objects: dict[str, list[str]] = field(default_factory=dict)

    def add(self, predicate: str, *objects: str) -> None:
        """Add objects that are not there yet."""
        known = self.objects.setdefault(predicate, [])
        for item in objects:
            if item not in known:
                known.append(item)

    def turtle(self) -> str:
        """Return the block in Turtle; one predicate a line, its objects sorted."""
        lines = [f"{self.subject} a {' , '.join(self.classes)}"]
        for predicate in sorted(self.objects, key=PREDICATES.index):
            objects = sorted(self.objects[predicate], key=_literal_order)
            if objects:
                lines.append(f"  {predicate} {' , '.join(objects)}")
        return " ;\n".join(lines) + " .\n"


def literal(text: str, language: str | None = None, datatype: str | None = None) -> str:
    """Return a Turtle literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if language:
        return f'"{escaped}"@{language}'
    return f'"{escaped}"^^{datatype}' if datatype else f'"{escaped}"'


def _literal_order(item: str) -> tuple[str, str]:
    """Sort literals by language first, so that each language stays together."""
    body, at, language = item.rpartition("@")
    return (language, body) if at and item.startswith('"') else ("", item)
