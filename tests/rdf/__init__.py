"""Tests of the graph: mapping, store, queries, validation."""
