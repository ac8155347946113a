"""From claims to a signed multigraph: every claim an edge, its key the claim's id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import networkx as nx

from influence_graph.errors import MeasureError, OntologyError
from influence_graph.model import (
    Actor,
    Article,
    Claim,
    Modality,
    Relation,
    Source,
    TimeSpan,
    roll_up,
    state_of,
)
from influence_graph.network.events import assign_events
from influence_graph.network.weights import MODALITY_WEIGHTS, claim_weight, strength

if TYPE_CHECKING:
    ClaimGraph: TypeAlias = nx.MultiDiGraph[str]
else:
    ClaimGraph = nx.MultiDiGraph

__all__ = ["ClaimGraph", "Level", "is_official", "project"]

Level: TypeAlias = Literal["actor", "state"]
"""``actor``: as coded; ``state``: roles and branches rolled up to whom they act for."""

_OFFICIAL_ROLES = frozenset({"", "GOV", "MIL"})
_OFFICIAL_KINDS = frozenset({"State", "Government", "Military", "Person"})
_KIND_OF_ROLE = {
    "": "State",
    "GOV": "Government",
    "MIL": "Military",
    "OPP": "Opposition",
    "CVL": "CivilSociety",
    "MED": "Media",
    "BUS": "Business",
    "JUD": "Judiciary",
}
_ROLE_LABELS = {
    "GOV": ("government", "gouvernement"),
    "MIL": ("military", "armée"),
    "OPP": ("opposition", "opposition"),
    "CVL": ("civil society", "société civile"),
    "MED": ("media", "médias"),
    "BUS": ("business", "entreprises"),
    "JUD": ("judiciary", "justice"),
}
_NAMED_IN_FULL = frozenset({"State", "Person", "People"})
"""Kinds whose acronyms no reader expects on a map: the United States are not the "U.S.A."."""
_KIND_OF_PREFIX = {
    "IGO": "InternationalOrganization",
    "NSAG": "NonStateArmedGroup",
    "PERSON": "Person",
}


def project(
    claims: Iterable[Claim],
    *,
    relations: Mapping[str, Relation],
    actors: Mapping[str, Actor] | None = None,
    articles: Mapping[str, Article] | None = None,
    sources: Mapping[str, Source] | None = None,
    level: Level = "actor",
    modalities: Mapping[Modality, float] = MODALITY_WEIGHTS,
    official_only: bool = False,
    window: tuple[date | None, date | None] | None = None,
) -> ClaimGraph:
    """Return the signed multigraph of the claims.

    Every claim that is not rejected is one edge from its subject to its object, also where the
    relation is symmetric; measures count a symmetric one in both directions. The order of the
    claims does not matter: nodes and edges are added in the order of their codes and ids.

    Parameters
    ----------
    claims : iterable of Claim
        The claims; one that comes twice is one, with the evidence of both.
    relations : Mapping of str to Relation
        The relations of the ontology, by name.
    actors : Mapping of str to Actor, optional
        The known actors, by code. Another role of a known state is labelled after it
        (``Mali (military)``); anyone else with the code, and provisional.
    articles : Mapping of str to Article, optional
        The articles, by id: for titles, publishers, and the date of undated claims.
    sources : Mapping of str to Source, optional
        The analyst's grades, by name of the publisher.
    level : {"actor", "state"}
        At the level of states, roles count as their state, branches as whom they act for, and
        claims within one state are left out.
    modalities : Mapping of str to float
        Weight of each modality, 0 to 1.
    official_only : bool
        Keep only states, governments, armed forces, persons and international organisations.
    window : (date or None, date or None), optional
        First and last day; kept are claims whose time overlaps it, and no undated ones.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are actor codes with ``label``, ``label_en``, ``label_fr``, ``kind``, ``state``
        (where there is one), ``provisional``, and ``short_en``, ``short_fr`` (the acronym of
        an organisation in that language). Edges have

        - ``claim`` (its id once more: igraph 1.0 reads other ids for edges);
        - ``relation``, ``relation_en``, ``relation_fr``, ``label``, ``family``, ``mode``,
          ``symmetric``, ``sign`` (+1, -1), ``intensity`` (Goldstein, -10 to 10);
        - ``modality``, ``confidence``, ``weight`` (>= 0; `claim_weight`), ``strength``
          (0.1 to 1), ``valence`` (sign x strength x weight), ``review``, ``extractor``,
          ``entry``, ``reasons``;
        - ``start``, ``end`` (ISO dates), ``precision``, ``dated`` (``event`` or
          ``publication``), ``event`` (id shared by claims that tell the same event);
        - ``subject``, ``object`` (codes as claimed), ``quote``, ``evidence`` (number of
          quotes), ``quotes`` (where there are several: all, the first one first, as a JSON
          array), ``attribution``, ``attribution_actor``, ``because``, ``because_claim``;
        - ``article`` (id), ``title``, ``url``, ``publisher``, ``published``.

        What is not known is left out, never None, so that every writer of networkx takes it.

    Raises
    ------
    OntologyError
        A claim has a relation that the ontology does not define.
    MeasureError
        The window ends before it starts, or a modality's weight is negative.
    """
    actors, articles, sources = actors or {}, articles or {}, sources or {}
    if window and window[0] and window[1] and window[0] > window[1]:
        raise MeasureError(f"the window ends before it starts: {window[0]} > {window[1]}")
    if any(weight < 0 for weight in modalities.values()):
        raise MeasureError("a modality's weight is negative: use 0 to leave it out")
    edges: list[tuple[str, str, str, dict[str, Any]]] = []
    for claim in _merged(claims):
        if claim.review == "rejected":
            continue
        if official_only and not all(
            is_official(code, actors.get(code)) for code in (claim.subject, claim.object)
        ):
            continue
        relation = relations.get(claim.relation)
        if relation is None:
            raise OntologyError(
                f"claim {claim.id} has the relation {claim.relation!r}, which the ontology does "
                "not define: add it to ontology/influence.ttl or correct the claim"
            )
        subject, target = (
            (_rolled_up(claim.subject, actors), _rolled_up(claim.object, actors))
            if level == "state"
            else (claim.subject, claim.object)
        )
        if subject == target:
            continue
        article = articles.get(claim.article)
        source = sources.get(article.publisher or "") if article else None
        time = _time(claim, article)
        if window and not _overlaps(time, window):
            continue
        weight = claim_weight(claim, source, modalities)
        edges.append(
            (subject, target, claim.id, _attributes(claim, relation, article, time, weight))
        )
    edges.sort(key=lambda edge: edge[:3])
    assign_events(edges)
    graph: ClaimGraph = nx.MultiDiGraph(level=level)
    for code in sorted({code for edge in edges for code in edge[:2]}):
        graph.add_node(code, **_node(code, actors))
    for subject, target, key, data in edges:
        graph.add_edge(subject, target, key=key, **data)
    return graph


def is_official(code: str, actor: Actor | None = None) -> bool:
    """Tell whether an actor speaks for a state or an international organisation.

    Examples
    --------
    >>> is_official("MLI:MIL"), is_official("MLI:CVL"), is_official("NSAG:JNIM")
    (True, False, False)
    """
    if state_of(code):
        return code[4:] in _OFFICIAL_ROLES
    kind = actor.kind if actor else _kind(code)
    return kind in _OFFICIAL_KINDS or kind == "InternationalOrganization"


def _merged(claims: Iterable[Claim]) -> list[Claim]:
    """Return each claim once, by id; one that comes twice keeps the surer one's words first."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.id, []).append(claim)
    merged = []
    for same in found.values():
        best, *rest = sorted(same, key=lambda c: (-c.confidence, repr(c)))
        merged.append(best.with_evidence(e for other in rest for e in other.evidence))
    return merged


def _rolled_up(code: str, actors: Mapping[str, Actor]) -> str:
    seen = {code}
    while (actor := actors.get(code)) and actor.acts_for and actor.acts_for not in seen:
        code = actor.acts_for
        seen.add(code)
    return roll_up(code)


def _time(claim: Claim, article: Article | None) -> tuple[date, date, str, str] | None:
    """Return start, end, precision and what they date; an open side ends at publication.

    Where only the tense of the verb tells, the claim is dated by its article, as one without time.
    """
    published = article.published if article else None
    stated = claim.stated_time
    if stated and (stated.start or stated.end):
        start, end = stated.start, stated.end
        last = _last_day(published)
        if end is None and start is not None:
            end = max(start, last) if last else start
        if start is None:
            start = end
        return start, end, stated.precision, "event"  # type: ignore[return-value]
    last = _last_day(published)
    if published is None or last is None:
        return None
    return published.start or last, last, published.precision, "publication"


def _last_day(span: TimeSpan | None) -> date | None:
    return (span.end or span.start) if span else None


def _overlaps(
    time: tuple[date, date, str, str] | None, window: tuple[date | None, date | None]
) -> bool:
    if time is None:
        return False
    first, last = window
    return (last is None or time[0] <= last) and (first is None or first <= time[1])


def _attributes(
    claim: Claim,
    relation: Relation,
    article: Article | None,
    time: tuple[date, date, str, str] | None,
    weight: float,
) -> dict[str, Any]:
    first = claim.evidence[0]
    quotes = list(dict.fromkeys(evidence.quote for evidence in claim.evidence))
    power = strength(relation)
    known: dict[str, Any] = {
        "claim": claim.id,
        "relation": relation.name,
        "relation_en": relation.labels.get("en", relation.name),
        "relation_fr": relation.labels.get("fr") or relation.labels.get("en", relation.name),
        "label": relation.labels.get("en", relation.name),
        "family": relation.family,
        "mode": relation.mode,
        "symmetric": relation.symmetric,
        "sign": 1 if relation.sign > 0 else -1,
        "intensity": float(relation.intensity),
        "modality": claim.modality,
        "confidence": float(claim.confidence),
        "weight": weight,
        "strength": power,
        "valence": round((1 if relation.sign > 0 else -1) * power * weight, 6),
        "subject": claim.subject,
        "object": claim.object,
        "quote": first.quote,
        "evidence": len(claim.evidence),
        "quotes": json.dumps(quotes, ensure_ascii=False) if len(quotes) > 1 else None,
        "article": claim.article,
        "review": claim.review,
        "extractor": claim.extractor,
        "entry": first.entry or None,
        "reasons": "; ".join(claim.reasons) or None,
        "attribution": claim.attribution.text if claim.attribution else None,
        "attribution_actor": claim.attribution.actor if claim.attribution else None,
        "because": claim.because,
        "because_claim": claim.because_claim,
    }
    if time:
        known |= {
            "start": time[0].isoformat(),
            "end": time[1].isoformat(),
            "precision": time[2],
            "dated": time[3],
        }
    if article:
        known |= {
            "title": article.title,
            "url": article.url,
            "publisher": article.publisher,
            "published": article.published.iso() if article.published else None,
        }
    return {name: value for name, value in known.items() if value is not None}


def _acronym(actor: Actor | None, language: str) -> str | None:
    """Return the acronym by which readers of a language know an organisation.

    Of several: in another language than English one that is not English too (AQMI, not AQIM),
    then the one in the code, then capitals.
    """
    if actor is None or actor.kind in _NAMED_IN_FULL or state_of(actor.code):
        return None
    acronyms = [name for name in actor.names if name.kind == "acronym"]
    english = {n.text.casefold() for n in acronyms if n.language == "en" != language}
    tail = actor.code.rpartition(":")[2]
    return min(
        (n.text for n in acronyms if n.language in (language, "mul")),
        key=lambda t: (t.casefold() in english, t != tail, not t.isupper(), len(t), t),
        default=None,
    )


def _kind(code: str) -> str:
    if state_of(code):
        return _KIND_OF_ROLE[code[4:]]
    return _KIND_OF_PREFIX.get(code.partition(":")[0], "Organization")


def _node(code: str, actors: Mapping[str, Actor]) -> dict[str, Any]:
    actor, state = actors.get(code), actors.get(state_of(code) or "")
    english = french = code
    if actor:
        english, french = actor.label("en"), actor.label("fr")
    elif state and code[4:] in _ROLE_LABELS:
        role = _ROLE_LABELS[code[4:]]
        english, french = f"{state.label('en')} ({role[0]})", f"{state.label('fr')} ({role[1]})"
    known: dict[str, Any] = {
        "label": english,
        "label_en": english,
        "label_fr": french,
        "kind": actor.kind if actor else _kind(code),
        "state": state_of(code),
        "provisional": actor.provisional if actor else state is None,
        "short_en": _acronym(actor, "en"),
        "short_fr": _acronym(actor, "fr"),
    }
    return {name: value for name, value in known.items() if value is not None}
