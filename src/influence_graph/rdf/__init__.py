"""The graph: ontology, gazetteer, mapping of records to RDF, store, SPARQL, validation."""
