"""A denial answers whoever made the charge."""

from __future__ import annotations

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
