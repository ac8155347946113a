"""Text -> parsed sentences."""

from influence_graph.nlp.languages import detect_language, foreign_language
from influence_graph.nlp.parsing import parse_text, parse_texts
from influence_graph.nlp.pipelines import LANGUAGES, load_pipeline

__all__ = [
    "LANGUAGES",
    "detect_language",
    "foreign_language",
    "load_pipeline",
    "parse_text",
    "parse_texts",
]
