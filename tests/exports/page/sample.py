# ruff: noqa: E501 - a table is read line by line
"""A graph small enough to know by heart, one whose every text is hostile, and a large one."""

from __future__ import annotations

import io
import math
from typing import Any

import networkx as nx

from influence_graph.exports.html import write_page
from influence_graph.metrics import measure
from influence_graph.network import ClaimGraph, dyads

ACTORS = {
    "MLI": ("Mali", "Mali", "State"),
    "DZA": ("Algeria", "Algérie", "State"),
    "FRA": ("France", "France", "State"),
    "RUS": ("Russia", "Russie", "State"),
    "NER": ("Niger", "Niger", "State"),
    "IGO:ECOWAS": (
        "Economic Community of West African States",
        "Communauté économique des États de l'Afrique de l'Ouest",
        "InternationalOrganization",
    ),
    "NSAG:JNIM": ("JNIM", "JNIM", "NonStateArmedGroup"),
}
RELATIONS = {
    "accuses": ("accuses", "accuse", "event", "verbal", -1, 0.5),
    "assaults": ("assaults", "agresse", "event", "material", -1, 0.9),
    "aids": ("aids", "aide", "event", "material", 1, 0.7),
    "supports": ("supports", "soutient", "stance", "stance", 1, 0.4),
}
# subject, relation, object, first day, last day, modality, publisher, quote
CLAIMS = (
    ("MLI", "accuses", "FRA", "2021-09-25", "2021-09-25", "asserted", "Sahel Wire", "Bamako accused Paris of desertion."),
    ("MLI", "accuses", "FRA", "2022-08-15", "2022-08-15", "asserted", "Paris Quotidien", "A letter accused France of arming jihadists."),
    ("FRA", "accuses", "MLI", "2022-08-17", "2022-08-17", "reported", "Paris Quotidien", "Paris called the letter an insult."),
    ("RUS", "aids", "MLI", "2022-01-10", "2022-01-10", "asserted", "Sahel Wire", "Moscow delivered four helicopters."),
    ("RUS", "aids", "MLI", "2023-03-01", "2023-03-31", "asserted", "Moscow Bulletin", "Wheat arrived in March."),
    ("RUS", "supports", "NER", "2024-04-12", "2024-04-12", "reported", "Moscow Bulletin", "Instructors landed in Niamey."),
    ("DZA", "supports", "MLI", "2021-11-01", "2021-11-30", "asserted", "Gazette", "Algiers backed the transition."),
    ("DZA", "accuses", "MLI", "2024-01-25", "2024-01-25", "asserted", "Gazette", "Algiers deplored the end of the accord."),
    ("MLI", "accuses", "DZA", "2025-04-07", "2025-04-07", "asserted", "Sahel Wire", "Bamako accused Algiers of shielding terrorists."),
    ("MLI", "assaults", "NSAG:JNIM", "2023-06-01", "2023-06-30", "asserted", "Sahel Wire", "The army struck a camp."),
    ("NSAG:JNIM", "assaults", "MLI", "2024-09-17", "2024-09-17", "asserted", "Sahel Wire", "Gunmen attacked the airport."),
    ("IGO:ECOWAS", "accuses", "NER", "2023-07-30", "2023-07-30", "asserted", "Lagos Herald", "The bloc condemned the coup."),
    ("FRA", "supports", "NER", "2022-05-05", "2022-05-05", "denied", "Paris Quotidien", "Paris denied backing Niamey."),
    ("FRA", "aids", "NER", None, None, "possible", "Paris Quotidien", "France may send aid."),
    ("NER", "supports", "MLI", "2023-09-16", "2023-09-16", "asserted", "Sahel Wire", "Niamey and Bamako signed a pact."),
)  # fmt: skip

HOSTILE = (
    "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1> =1+1 "
    "\"'` ${window.pwned=1} {{7*7}} \u202eevil\u202c 🦊 \u0627\u0644\u062c\u0632\u0627\u0626\u0631 "
)


def sample() -> ClaimGraph:
    """Seven actors, fifteen claims, eleven links."""
    graph: ClaimGraph = nx.MultiDiGraph(level="state")
    for code in sorted(ACTORS):
        english, french, kind = ACTORS[code]
        graph.add_node(code, label=english, label_en=english, label_fr=french, kind=kind)
    weights = {"asserted": 1.0, "reported": 0.6, "planned": 0.4, "possible": 0.3, "denied": 0.0}
    for number, (s, relation, t, first, last, modality, publisher, quote) in enumerate(CLAIMS):
        english, french, family, mode, sign, strength = RELATIONS[relation]
        weight = 0.8 * weights[modality]
        data: dict[str, Any] = {
            "claim": f"c{number}", "relation": relation, "relation_en": english,
            "relation_fr": french, "label": english, "family": family, "mode": mode,
            "symmetric": False, "sign": sign, "intensity": 10 * sign * strength,
            "modality": modality, "confidence": 0.8, "weight": weight, "strength": strength,
            "valence": round(sign * strength * weight, 6), "review": "unreviewed",
            "quote": quote, "evidence": 1, "subject": s, "object": t,
            "article": f"article-{publisher}", "title": f"News of {publisher}",
            "publisher": publisher, "url": f"https://example.org/{number}",
            "published": last or "2022-01-01", "event": f"e{number}",
        }  # fmt: skip
        if first and last:
            data |= {"start": first, "end": last, "precision": "day", "dated": "event"}
        graph.add_edge(s, t, key=f"c{number}", **data)
    graph.edges["MLI", "FRA", "c1"]["because"] = "the airspace was violated"
    graph.edges["MLI", "FRA", "c1"]["attribution"] = "the foreign minister"
    return graph


def shifting() -> ClaimGraph:
    """Mali and France: friends until 2022, then not."""
    graph: ClaimGraph = nx.MultiDiGraph(level="state")
    for code in ("FRA", "MLI"):
        graph.add_node(code, label=ACTORS[code][0], label_en=ACTORS[code][0], kind="State")
    for i in range(24):
        relation = "aids" if i < 12 else "accuses"
        english, french, family, mode, sign, strength = RELATIONS[relation]
        day = f"{2020 + i // 6 + (i >= 12)}-{1 + 2 * (i % 6):02d}-15"
        graph.add_edge(
            "MLI", "FRA", key=f"c{i:02d}", relation=relation, relation_en=english,
            relation_fr=french, family=family, mode=mode, sign=sign, strength=strength,
            modality="asserted", confidence=1.0, weight=1.0, valence=sign * strength, start=day,
            end=day, precision="day", quote=f"Sentence {i}.", article=f"a{i}", title=f"Title {i}",
            publisher="Gazette", evidence=1,
        )  # fmt: skip
    return graph


def hostile(text: str = HOSTILE) -> ClaimGraph:
    """Return the sample with every text replaced by a hostile one, codes and keys included."""
    graph: ClaimGraph = nx.MultiDiGraph(level=text)
    for code in ("A", "B", "C"):
        graph.add_node(
            f"{code} {text}", label=text, label_en=text + code, label_fr=text + code, kind=text
        )
    nodes = list(graph)
    for number, (s, t) in enumerate(((0, 1), (1, 0), (1, 2))):
        names = (
            "relation", "relation_en", "relation_fr", "label", "family", "mode", "modality",
            "quote", "article", "title", "publisher", "published", "attribution", "because",
            "because_claim", "reasons", "entry", "review", "precision", "subject", "object",
        )  # fmt: skip
        addresses = ("javascript:window.pwned=1", "data:text/html,x", f"https://e.org/{text}")
        data: dict[str, Any] = {name: text + str(number) for name in names}
        data |= {
            "url": addresses[number], "sign": 1, "weight": float("nan"), "valence": 0.5 - number,
            "confidence": float("inf"), "start": "2023-02-01", "end": "2023-02-01",
        }  # fmt: skip
        graph.add_edge(nodes[s], nodes[t], key=text + str(number), **data)
    return graph


def large(actors: int = 300, links: int = 1500, claims: int = 2700) -> ClaimGraph:
    """Return a graph of that size with the same structure each time."""
    graph: ClaimGraph = nx.MultiDiGraph(level="state")
    for i in range(actors):
        graph.add_node(f"ORG:A{i}", label=f"Actor number {i}", kind="Organization")
    names = list(RELATIONS)
    for i in range(claims):
        k = i % links
        s = (k * 7919) % actors
        s = s if k % 3 else s % 30
        t = (s + 1 + (k * 104729) % (actors - 1)) % actors
        english, french, family, mode, sign, strength = RELATIONS[names[(i * 31 + s) % 4]]
        day = f"{2015 + i % 10}-{1 + i % 12:02d}-15"
        graph.add_edge(
            f"ORG:A{s}", f"ORG:A{t}", key=f"c{i}", relation=names[(i * 31 + s) % 4],
            relation_en=english, relation_fr=french, family=family, mode=mode, sign=sign,
            strength=strength, modality="asserted", confidence=0.7, weight=0.7,
            valence=round(sign * strength * 0.7, 4), start=day, end=day, precision="day",
            quote=f"A sentence of some length that tells what actor {s} did to actor {t}.",
            article=f"a{i % 300}", title=f"Article {i % 300}", publisher=f"Paper {i % 12}",
            url=f"https://example.org/{i % 300}", evidence=1,
        )  # fmt: skip
    return graph


def page_of(graph: ClaimGraph, **options: Any) -> bytes:
    """Return the page of a graph."""
    finite = graph.copy()
    for *_, data in finite.edges(data=True):
        data["weight"] = data["weight"] if math.isfinite(data["weight"]) else 1.0
    measures = measure(finite, resamples=0)
    stream = io.BytesIO()
    write_page(
        graph,
        stream,
        influence=measures.influence,
        blocs=measures.blocs,
        links=dyads(graph),
        shifts=measures.shifts,
        **options,
    )
    return stream.getvalue()
