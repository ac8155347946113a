"""Load the GraphML of a workspace into networkx: how two actors stood to each other, year by year.

Run::

    python graphml_in_networkx.py demo/graph.graphml MLI DZA
"""

from __future__ import annotations

import sys
from collections import defaultdict

import networkx as nx


def main(path: str, one: str, other: str) -> None:
    """Print the most opposed and most friendly pairs, and one pair by year."""
    graph = nx.read_graphml(path, force_multigraph=True)  # an edge is a claim, its key the id
    print(f"{graph.number_of_nodes()} actors, {graph.number_of_edges()} claims")
    names = nx.get_node_attributes(graph, "label")

    # `valence` = sign x strength x confidence, from -1 (conflict) to 1 (cooperation).
    balance: dict[tuple[str, str], float] = defaultdict(float)
    for source, target, claim in graph.edges(data=True):
        if claim["modality"] == "asserted":
            balance[tuple(sorted((source, target)))] += claim["valence"]
    ordered = sorted(balance, key=lambda pair: (balance[pair], pair))
    for title, pairs in (("Most opposed", ordered[:5]), ("Closest", ordered[::-1][:5])):
        print(f"\n{title}:")
        for pair in pairs:
            print(f"  {balance[pair]:+.2f}  {names[pair[0]]} and {names[pair[1]]}")

    if one not in graph or other not in graph:
        print(f"\nNo claim names {one if one not in graph else other}.")
        return
    print(f"\n{names[one]} and {names[other]}, claims by year:")
    years: dict[str, list[str]] = defaultdict(list)
    for source, target in ((one, other), (other, one)):
        for claim in graph.get_edge_data(source, target, default={}).values():
            sign = "+" if claim["sign"] > 0 else "-"
            years[claim.get("start", "undated")[:4]].append(
                f"{sign} {names[source]} {claim['label']} {names[target]} ({claim['modality']})"
            )
    for year in sorted(years):
        print(f"  {year}")
        for line in sorted(years[year]):
            print(f"    {line}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    defaults = ["demo/graph.graphml", "MLI", "DZA"]
    main(*arguments, *defaults[len(arguments) :])
