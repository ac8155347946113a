"""The records that the stages exchange.

All are frozen, hold plain Python values only, and order nothing by hash. Offsets count
code points of ``Article.text`` and are half-open: ``text[start:end]``.
"""

from __future__ import annotations

from influence_graph.model.actors import Actor, ActorName, Office
from influence_graph.model.articles import Article, Source
from influence_graph.model.claims import MODALITIES, Attribution, Claim, Evidence, Modality, Review
from influence_graph.model.codes import ROLES, actor_local_name, roll_up, state_of
from influence_graph.model.relations import Relation
from influence_graph.model.sentences import Mention, Sentence, Token
from influence_graph.model.times import Precision, TimeSpan

__all__ = [
    "MODALITIES",
    "ROLES",
    "Actor",
    "ActorName",
    "Article",
    "Attribution",
    "Claim",
    "Evidence",
    "Mention",
    "Modality",
    "Office",
    "Precision",
    "Relation",
    "Review",
    "Sentence",
    "Source",
    "TimeSpan",
    "Token",
    "actor_local_name",
    "roll_up",
    "state_of",
]
