"""Load the GraphML of a workspace into igraph: who is central, and which camps cooperate.

Run::

    pip install igraph
    python graphml_in_igraph.py demo/graph.graphml
"""

from __future__ import annotations

import sys

import igraph


def main(path: str) -> None:
    """Print the actors by PageRank and the camps."""
    graph = igraph.Graph.Read_GraphML(path)
    print(f"{graph.vcount()} actors, {graph.ecount()} claims")

    # An edge is a claim. `sign` tells cooperation from conflict, `weight` is never negative.
    friendly = graph.subgraph_edges(
        graph.es.select(sign_eq=1, modality_eq="asserted"), delete_vertices=False
    )
    ties = friendly.as_undirected(combine_edges={"weight": "sum"})

    print("\nCooperation, by PageRank:")
    rank = ties.pagerank(weights="weight")
    for vertex in sorted(ties.vs, key=lambda v: (-rank[v.index], v["id"]))[:8]:
        print(f"  {rank[vertex.index]:.3f}  {vertex['label']}")

    print("\nCamps that cooperate among themselves:")
    together = ties.induced_subgraph(ties.vs.select(_degree_gt=0))
    camps = together.community_fastgreedy(weights="weight").as_clustering()
    for camp in sorted(camps, key=len, reverse=True):
        print("  " + ", ".join(sorted(together.vs[i]["label"] for i in camp)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "demo/graph.graphml")
