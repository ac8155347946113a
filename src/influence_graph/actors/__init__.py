"""Sentences + gazetteer -> Mentions: who is meant by which words."""

from influence_graph.actors.lexicon import AgentLexicon, load_agents
from influence_graph.actors.resolver import ActorResolver, Resolution

__all__ = ["ActorResolver", "AgentLexicon", "Resolution", "load_agents"]
