"""A denial answers whoever made the charge."""

from __future__ import annotations

from influence_graph.extraction.events import EventMemory, PastEvent
from influence_graph.extraction.grammar import load_grammar
from influence_graph.model import Article
from influence_graph.pipeline.reading import Reader


def claims(text: str) -> list[str]:
    found = Reader().read(Article(text=text, language="en")).claims
    return [f"{c.subject} {c.relation} {c.object}" for c in found]


def test_denial_of_a_role_rejects_whoever_made_the_charge() -> None:
    text = "Sudan accused Kenya of the raid. Kenya denied any role."
    assert claims(text) == ["SDN accuses KEN", "KEN rejects SDN"]


def test_denial_without_a_charge_rejects_nobody() -> None:
    assert claims("Sudan praised Kenya. Kenya denied any role.") == ["SDN supports KEN"]


def test_actors_of_acts_are_remembered_for_a_paragraph() -> None:
    memory = EventMemory(load_grammar("en"), {})
    memory.add(PastEvent("accuses", "SDN", "KEN", 1))
    assert memory.actors(1) == set()
    assert memory.actors(7) == {"SDN", "KEN"}
    assert memory.actors(8) == set()
