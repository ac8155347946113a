// What the page was given, with each claim joined to its link, relation and article.
import { byId } from "./dom.js";
import { middle, monthOf, roughly } from "./months.js";

export function join(raw) {
  const claims = raw.claims.map((claim, number) => {
    const day = claim.d ? middle(claim.d[0], claim.d[1]) : null;
    return {
      ...claim,
      number,
      day,
      rough: roughly(claim),
      month: day ? monthOf(day) : null,
      relation: raw.relations[claim.r],
      article: raw.articles[claim.a],
      sign: raw.relations[claim.r].sign,
    };
  });
  const links = raw.links.map((link, number) => ({
    number,
    s: link.s,
    t: link.t,
    claims: link.c.map((index) => claims[index]),
  }));
  const byPair = new Map();
  for (const link of links) {
    byPair.set(`${link.s} ${link.t}`, link);
    for (const claim of link.claims) claim.link = link;
  }
  const near = new Map((raw.near ?? []).map(({ a, b, y }) => [`${a} ${b}`, y.map(([name, value, low, high]) => ({ name, value, low, high }))]));
  const byEvent = new Map();
  for (const claim of claims) byEvent.set(claim.e, [...(byEvent.get(claim.e) ?? []), claim]);
  const actors = raw.actors.map((actor, number) => ({ ...actor, number, links: [] }));
  for (const link of links) {
    actors[link.s].links.push(link);
    actors[link.t].links.push(link);
  }
  const byCode = new Map(actors.map((actor) => [actor.id, actor]));
  let first = Infinity;
  let last = -Infinity;
  for (const { month } of claims) {
    if (month === null) continue;
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  return {
    ...raw, actors, links, claims, byCode,
    dated: first <= last,
    first: first <= last ? first : 0,
    last: first <= last ? last : 0,
    tellers: (claim) => byEvent.get(claim.e).filter((other) => other !== claim),
    link: (s, t) => byPair.get(`${s} ${t}`) ?? null,
    nearness: (s, t) => near.get(`${s} ${t}`) ?? near.get(`${t} ${s}`) ?? [],
  };
}

export function parse(id) {
  return JSON.parse(byId(id).textContent);
}
