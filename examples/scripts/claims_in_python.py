"""Ask a workspace from Python: who moved away from whom, in whose words.

Run::

    influence-graph build examples/articles -o demo
    python claims_in_python.py demo
"""

from __future__ import annotations

import sys

from influence_graph import Workspace, query, why

AWAY = """
SELECT DISTINCT ?who ?whom WHERE {
  VALUES ?relation { ig:distancesFrom ig:distrusts ig:opposes ig:sanctions }
  ?who ?relation ?whom .
  ?who a ig:State . ?whom a ig:State .
}
ORDER BY ?who ?whom
"""


def main(folder: str) -> None:
    """Print each pair with the quotes behind it."""
    workspace = Workspace(folder)
    names = {code: actor.label("en") for code, actor in workspace.actors.items()}
    signs = {name: relation.sign for name, relation in workspace.relations.items()}
    for row in query(workspace, AWAY).rows():
        one, other = (row[name].removeprefix("actor:") for name in ("who", "whom"))
        print(f"{names[one]} moved away from {names[other]}:")
        for reason in why(workspace, one, other):
            claim, article = reason.claim, reason.article
            mine = claim.subject.partition(":")[0] == one
            if mine and signs[claim.relation] < 0 and claim.modality == "asserted":
                day = claim.time or (article.published if article else None)
                title = article.title if article else "?"
                quote = " ".join(claim.evidence[0].quote.split())
                print(f"  {day.iso() if day else 'undated'}  {claim.relation}: “{quote}”")
                print(f"              in: {title}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "demo")
