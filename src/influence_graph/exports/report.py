"""The report: what a graph says, in plain words, with the sentences behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Any

from influence_graph.errors import ExportError
from influence_graph.exports.phrases import PHRASES, decimal, moment
from influence_graph.exports.protocols import Link, Measured, Segment, Triad
from influence_graph.exports.tallies import partners, years
from influence_graph.exports.voice import Voice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["report", "write_report"]

_ACTORS = 5
_BLOCS = 8
_TIES = 5
_QUOTES = 2
_MOVES = 12
_ROWS = 15
_ZONES = 8
_PAIRS = 5
_MOVING = ("alignsWith", "distancesFrom")


def write_report(
    graph: nx.MultiDiGraph[str],
    measures: Measured,
    links: Sequence[Link],
    stream: IO[bytes],
    *,
    languages: Sequence[str] = ("en", "fr"),
) -> None:
    """Write the report as Markdown, UTF-8; the same graph gives the same bytes.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        Claims as edges, as `influence_graph.network.project` returns it.
    measures : Measures
        What `influence_graph.metrics.measure` returns for the graph.
    links : sequence of DyadSummary
        What `influence_graph.network.dyads` returns for the graph.
    stream : binary file
        Where to write.
    languages : sequence of str
        ``en`` and ``fr``, in the order of the parts.

    Raises
    ------
    ExportError
        A language that the report does not know.
    """
    stream.write(report(graph, measures, links, languages=languages).encode())


def report(
    graph: nx.MultiDiGraph[str],
    measures: Measured,
    links: Sequence[Link],
    *,
    languages: Sequence[str] = ("en", "fr"),
) -> str:
    """Return the report as Markdown; parameters as for `write_report`.

    Text of articles and names of actors are escaped: they show as they are, and do nothing.
    """
    for language in languages:
        if language not in PHRASES:
            known = ", ".join(sorted(PHRASES))
            raise ExportError(f"no report in {language!r}: use one of {known}")
    parts = [_Report(graph, measures, links, language).lines() for language in languages]
    return "\n---\n\n".join("\n".join(part) + "\n" for part in parts)


class _Report(Voice):
    """One language's part of the report."""

    def __init__(
        self,
        graph: nx.MultiDiGraph[str],
        measures: Measured,
        links: Sequence[Link],
        language: str,
    ) -> None:
        super().__init__(graph, language)
        self.measures = measures
        self.links = links
        self.partners = partners(self.claims)

    def lines(self) -> list[str]:
        """Return the lines of the part."""
        totals = self.measures.totals
        lines = [f"# {self.words['title']}", ""]
        if not totals.claims:
            return [*lines, self.words["empty"]]
        period = (
            self.say(
                "from_to",
                first=moment(totals.first, self.language),
                last=moment(totals.last, self.language),
            )
            if totals.first and totals.last
            else self.words["undated"]
        )
        lines += [
            self.say(
                "made" if totals.publishers else "made_no_publishers",
                claims=self.count(totals.claims, "claim"),
                articles=self.count(totals.articles, "article"),
                publishers=self.count(totals.publishers, "publisher"),
                actors=self.count(totals.actors, "actor"),
                period=period,
            ),
            self.words["modest"],
            "",
        ]
        sections: tuple[tuple[str, Callable[[], list[str]]], ...] = (
            ("influence", self.influence),
            ("blocs", self.blocs),
            ("ties", self.ties),
            ("shifts", self.shifts),
            ("contested", self.contested),
            ("limits", self.limits),
        )
        for name, section in sections:
            lines += [f"## {self.words[name]}", "", *section(), ""]
        return lines[:-1]

    def influence(self) -> list[str]:
        """Return who deals with how many, what articles say of influence, shares of ties."""
        lines = [self.words["reach_why"], ""]
        rows = [actor for actor in self.measures.ranking if self.partners.get(actor)]
        for number, actor in enumerate(rows[:_ACTORS], start=1):
            near = self.partners[actor]
            events = {event: sign for signs in near.values() for event, sign in signs.items()}
            most = sorted(near, key=lambda other: (-len(near[other]), self.name(other)))[:3]
            row = self.say(
                "reach_row",
                actor=self.name(actor),
                partners=self.count(len(near), "partner"),
                events=self.count(len(events), "event"),
                positive=sum(sign > 0 for sign in events.values()),
                negative=sum(sign < 0 for sign in events.values()),
                most=", ".join(f"{self.name(other)} ({len(near[other])})" for other in most),
            )
            lines.append(f"{number}. {row}")
        said = [key for key, (_, _, data) in self.claims.items() if self.told(data, "influence")]
        lines += ["", self.words["said" if said else "said_none"]]
        lines += self.listed(said, _MOVES)
        zones = self.measures.zones[:_ZONES]
        least = self.measures.min_events
        lines += [
            "",
            self.say("zones", least=least) if zones else self.say("zones_none", least=least),
        ]
        for zone in zones:
            row = self.say(
                "zone_row",
                over=self.name(zone.over),
                actor=self.name(zone.actor),
                share=self.percent(zone.share.value),
                low=self.percent(zone.share.low),
                high=self.percent(zone.share.high),
                n=zone.share.n,
            )
            lines.append(f"- {row}{self.mark(zone.share.few)}")
        return lines + self.trends()

    def trends(self) -> list[str]:
        """Return the shares of ties that grew or shrank for sure, or that none did."""
        trends = self.measures.trends
        if not trends:
            return []
        day = moment(trends[0].split, self.language)
        sure = [row for row in trends if row.trend.verdict != "unclear"]
        if not sure:
            return ["", self.say("trends_none", shares=len(trends), day=day)]
        lines = ["", self.say("trends", day=day)]
        for row in sure[:_ZONES]:
            text = self.say(
                f"trend_{row.trend.verdict}",
                over=self.name(row.over),
                actor=self.name(row.actor),
                before=self.percent(row.trend.before.value),
                after=self.percent(row.trend.after.value),
            )
            lines.append(f"- {text}")
        return lines

    def blocs(self) -> list[str]:
        """Return the blocs, how firm they are, and what does not fit two camps."""
        found = self.measures.blocs
        if not found.members:
            return [self.say("blocs_none", n=found.events)]
        lines = []
        if len(found.members) == 1 and not found.alone:
            lines.append(self.words["bloc_one"])
        else:
            for number, members in enumerate(found.members[:_BLOCS], start=1):
                names = self.names(self.ranked(members), _ROWS)
                lines.append("- " + self.say("bloc_row", number=number, members=names))
            if len(found.members) > _BLOCS:
                lines.append(f"- {self.say('and_more', n=len(found.members) - _BLOCS)}")
            if found.alone:
                names = self.names(self.ranked(found.alone), _ROWS)
                lines.append("- " + self.say("bloc_alone", members=names))
        quality = self.say("bloc_quality", q=decimal(found.modularity, self.language))
        if found.stability is not None and len(found.members) + len(found.alone) > 1:
            firm = "stable" if found.stability >= 0.8 else "loose"
            name = firm if found.stability >= 0.5 else "unstable"
            quality += " " + self.say(name, score=decimal(found.stability, self.language))
        lines += ["", quality]
        balanced, unbalanced = self.measures.triads
        if balanced + unbalanced:
            lines += [
                "",
                self.say(
                    "balance",
                    triads=self.count(balanced + unbalanced, "triad"),
                    balanced=balanced,
                    frustrated=self.measures.frustration.frustrated,
                    edges=self.measures.frustration.edges,
                ),
            ]
        if self.measures.unbalanced:
            lines += ["", self.words["unbalanced"]]
            lines += [f"- {self.triad(triad)}" for triad in self.measures.unbalanced[:3]]
        return lines

    def ties(self) -> list[str]:
        """Return the strongest links of each sign, with quotes, and the tone of pairs."""
        lines = [self.words["tie_why"]]
        for stance in ("supportive", "adverse"):
            lines += ["", f"### {self.words[stance]}", ""]
            kept = [tie for tie in self.links if tie.stance == stance]
            kept.sort(key=lambda tie: (-abs(tie.net), tie.source, tie.target))
            if not kept:
                lines.append(self.words["none"])
            for number, tie in enumerate(kept[:_TIES], start=1):
                row = self.say(
                    "tie_row",
                    source=self.name(tie.source),
                    target=self.name(tie.target),
                    net=decimal(tie.net, self.language, signed=True),
                    events=self.count(tie.events, "event"),
                    articles=self.count(tie.articles, "article"),
                )
                lines.append(f"{number}. {row}")
                strong = [key for key in tie.claims if tie.scores[key]][:_QUOTES]
                lines += [f"   - {self.claim(key, actors=False)}" for key in strong]
        lines.append("")
        scored = sorted(self.measures.dyads, key=lambda dyad: (-dyad.tone.n, dyad.tone.value))
        least = self.measures.min_events
        if not scored:
            return [*lines, self.say("tone_none", least=least)]
        lines += [self.say("tone", least=least), ""]
        lines += [self.words["tone_head"], "|---|---|---|---|---|---|"]
        for dyad in scored[:_ROWS]:
            score = dyad.tone
            low, value, high = (
                decimal(x, self.language, signed=True) for x in (score.low, score.value, score.high)
            )
            pair = f"{self.name(dyad.a)} – {self.name(dyad.b)}{self.mark(score.few)}"
            place = dyad.alignment
            near = decimal(place.value, self.language, signed=True) if place else "–"
            lines.append(
                f"| {pair} | {value} | {low} … {high} | {near} | {score.positive} |"
                f" {score.negative} |"
            )
        return lines

    def shifts(self) -> list[str]:
        """Return changes that the events carry, and moves that articles name."""
        lines = []
        found = [shift for shift in self.measures.shifts if shift.verdict == "shift"]
        for shift in found[:_ROWS]:
            for before, after in shift.changes:
                row = self.say(
                    "shift_row",
                    a=self.name(shift.a),
                    b=self.name(shift.b),
                    before=before.positive,
                    n_before=before.n,
                    until=moment(before.end, self.language),
                    after=after.positive,
                    n_after=after.n,
                    since=moment(after.start, self.language),
                    share_before=self.percent(before.share),
                    share_after=self.percent(after.share),
                )
                lines.append(f"- {row}")
                lines += self.sides(before, after)
        if not found:
            lines.append(self.words["shifts_none"])
        steady = [s for s in self.measures.shifts if s.verdict == "steady"]
        if steady:
            pairs = self.some([f"{self.name(s.a)} – {self.name(s.b)} ({s.n})" for s in steady], 6)
            lines += ["", self.say("shifts_steady", pairs=pairs)]
        few = [s for s in self.measures.shifts if s.verdict == "too few"]
        if few:
            such = ", ".join(f"{self.name(s.a)} – {self.name(s.b)} ({s.n})" for s in few[:3])
            pairs = self.count(len(few), "pair")
            lines += ["", self.say("shifts_few", pairs=pairs, such=such)]
        lines += self.by_year()
        moves = [
            key
            for key, (_, _, data) in self.claims.items()
            if data.get("relation") in _MOVING and float(data.get("weight", 1)) > 0
        ]
        if moves:
            lines += ["", self.words["said_moves"], *self.listed(moves, _MOVES)]
        return lines

    def contested(self) -> list[str]:
        """Return links with both signs, and what is denied."""
        lines = []
        kept = [tie for tie in self.links if tie.stance == "contested"]
        if kept:
            lines += [self.words["contested_why"], ""]
        kept.sort(key=lambda tie: (-tie.positive - tie.negative, tie.source, tie.target))
        for tie in kept[:_TIES]:
            row = self.say(
                "contested_row",
                source=self.name(tie.source),
                target=self.name(tie.target),
                positive=decimal(tie.positive, self.language),
                negative=decimal(tie.negative, self.language),
            )
            lines.append(f"- {row}")
            for sign in (1, -1):
                keys = [key for key in tie.claims if tie.scores[key] * sign > 0][:1]
                lines += [f"  - {self.claim(key, actors=False)}" for key in keys]
        denied = [k for k, (_, _, data) in self.claims.items() if data.get("modality") == "denied"]
        if denied:
            lines += ["", self.words["denied"], *self.listed(denied, _TIES)]
        return lines or [self.words["contested_none"]]

    def limits(self) -> list[str]:
        """Return what the data cannot tell."""
        totals = self.measures.totals
        rows = [data for _, _, data in self.claims.values()]
        claims = self.count(totals.claims, "claim")
        unreviewed = sum(data.get("review", "unreviewed") == "unreviewed" for data in rows)
        asserted = sum(data.get("modality", "asserted") == "asserted" for data in rows)
        by_article = sum(data.get("dated") == "publication" for data in rows)
        pairs = [len(signs) for near in self.partners.values() for signs in near.values()]
        events = self.count(totals.events, "event")
        lines = [
            self.say("limit_programme", unreviewed=unreviewed, claims=claims),
            self.say("limit_modality", asserted=asserted, claims=claims),
            self.say("limit_pairs", enough=sum(n >= 5 for n in pairs) // 2, all=len(pairs) // 2),
        ]
        if totals.publishers == 1:
            lines.append(self.words["limit_publishers"])
        if by_article:
            lines.append(self.say("limit_publication", n=by_article, claims=claims))
        if totals.undated:
            lines.append(self.say("limit_undated", n=totals.undated, events=events))
        unknown = [n for n in self.measures.ranking if self.graph.nodes[n].get("provisional")]
        if unknown:
            lines.append(self.say("limit_provisional", actors=self.names(unknown, _ROWS)))
        lines += [self.words["limit_cause"], self.words["limit_silence"]]
        return [f"- {line}" for line in lines]

    def ranked(self, nodes: Sequence[Any]) -> list[Any]:
        """Return actors in the order of the ranking."""
        wanted = set(nodes)
        return [node for node in self.measures.ranking if node in wanted]

    def by_year(self) -> list[str]:
        """Return the events a year of the pairs with the most, without a verdict."""
        rows = [
            (pair, counts)
            for pair, counts in years(self.claims).items()
            if len(counts) > 1 and sum(map(sum, counts.values())) > 2
        ]
        lines = ["", self.words["years"]] if rows else []
        for (a, b), counts in rows[:_PAIRS]:
            told = ", ".join(f"{year} +{plus} −{minus}" for year, (plus, minus) in counts.items())
            colon = " :" if self.language == "fr" else ":"
            lines.append(f"- {self.name(a)} – {self.name(b)}{colon} {told}")
        return lines

    def sides(self, before: Segment, after: Segment) -> list[str]:
        """Return a quote from each side of a change: the last before, the first after."""
        lines = []
        for name, keys in (("before", before.claims[-1:]), ("after", after.claims[:1])):
            side = self.words[f"shift_{name}"]
            lines += [f"  - {side} — {self.claim(key)}" for key in keys]
        return lines

    def triad(self, triad: Triad) -> str:
        """Return what is odd about a triad."""
        one, two, three = (self.name(node) for node in triad.nodes)
        if sum(triad.signs) < 0:
            return self.say("triad_none", one=one, two=two, hub=three)
        # The actor that is not part of the one hostile pair.
        order = {0: (three, one, two), 1: (two, one, three), 2: (one, two, three)}
        hub, first, second = order[triad.signs.index(-1)]
        return self.say("triad_two", hub=hub, one=first, two=second)
