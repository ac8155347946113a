// Load a workspace into Neo4j 5.
//
//   influence-graph export demo --format nodes-csv -o nodes.csv
//   influence-graph export demo --format edges-csv -o edges.csv
//
// Put both files into the import folder of the database and run this file with cypher-shell.
// An actor is a node (:Actor), a claim is a relationship [:CLAIM]; running it again adds nothing.

CREATE CONSTRAINT actor_code IF NOT EXISTS FOR (a:Actor) REQUIRE a.code IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (a:Actor {code: row.Id})
SET a.name = row.Label, a.kind = row.kind, a.provisional = row.provisional = 'true';

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
MATCH (a:Actor {code: row.Source}), (b:Actor {code: row.Target})
MERGE (a)-[c:CLAIM {id: row.claim}]->(b)
SET c.relation = row.relation, c.sign = toInteger(row.sign), c.valence = toFloat(row.valence),
    c.modality = row.modality, c.confidence = toFloat(row.confidence),
    c.start = CASE row.start WHEN '' THEN null ELSE date(row.start) END,
    c.quote = row.quote, c.article = row.article, c.title = row.title;

// Who moved away from Algeria, in whose words?
MATCH (who:Actor)-[c:CLAIM]->(:Actor {code: 'DZA'})
WHERE c.sign < 0 AND c.modality = 'asserted'
RETURN who.name, c.relation, c.start, c.quote
ORDER BY c.start;
