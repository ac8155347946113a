"""Tests of the ontology and the shapes."""
