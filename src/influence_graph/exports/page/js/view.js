// What is to be seen: the claims that pass the filters, and the links and actors that they make.
import { FILTERS } from "./state.js";
import { summarise } from "./scoring.js";

export const KEYS = {
  kind: (claim) => claim.relation.kind,
  relation: (claim) => claim.relation.id,
  modality: (claim) => claim.m,
  source: (claim) => claim.article.publisher ?? "",
};

// A claim without a date is seen only in the whole period.
export function inWindow(claim, state, data) {
  if (claim.month === null) return state.from === data.first && state.to === data.last;
  return state.from <= claim.month && claim.month <= state.to;
}

function passes(claim, state, except) {
  return FILTERS.every((name) => name === except || !state.off[name].has(KEYS[name](claim)));
}

// The values of each filter with the number of claims in the window that pass the other filters.
export function facets(data, state) {
  const found = {};
  for (const name of FILTERS) {
    const counts = new Map();
    for (const claim of data.claims) {
      const key = KEYS[name](claim);
      const here = inWindow(claim, state, data) && passes(claim, state, name);
      counts.set(key, (counts.get(key) ?? 0) + (here ? 1 : 0));
    }
    found[name] = counts;
  }
  return found;
}

function chosenActors(data, state) {
  const shown = new Set();
  for (let i = 0; i < Math.min(state.top, data.actors.length); i++) shown.add(i);
  const near = (number) => {
    shown.add(number);
    const links = [...data.actors[number].links].slice(0, 30);
    for (const link of links) shown.add(link.s).add(link.t);
  };
  const { selection } = state;
  if (selection?.kind === "actor") near(selection.actor);
  if (selection?.kind === "link") shown.add(selection.s).add(selection.t);
  for (const number of state.path ?? []) shown.add(number);
  return shown;
}

// Links with their sums; `room` is how many the map takes.
export function seen(data, state) {
  const summaries = new Map();
  let claims = 0;
  for (const link of data.links) {
    const kept = link.claims.filter((claim) => inWindow(claim, state, data) && passes(claim, state));
    if (!kept.length) continue;
    const summary = { ...summarise(kept), link };
    if (state.contested && summary.stance !== "contested") continue;
    summaries.set(link.number, summary);
    claims += kept.length;
  }
  const wanted = chosenActors(data, state);
  const among = [...summaries.values()]
    .filter(({ link }) => wanted.has(link.s) && wanted.has(link.t))
    .sort((a, b) => b.total - a.total || a.link.number - b.link.number);
  const opening = Math.min(data.limits.top, data.actors.length);
  const room = state.top <= opening ? data.limits.links : data.limits.linksMost;
  const chosen = state.selection?.kind === "link" ? data.link(state.selection.s, state.selection.t) : null;
  const links = among.slice(0, room);
  const extra = chosen && summaries.get(chosen.number);
  if (extra && !links.includes(extra)) links.push(extra);
  const active = new Set(links.flatMap(({ link }) => [link.s, link.t]));
  const actors = [...wanted].filter((number) => active.has(number) || state.idle).sort((a, b) => a - b);
  return {
    summaries,
    links,
    actors,
    active,
    mapClaims: links.reduce((sum, { claims: list }) => sum + list.length, 0),
    claims,
    leftActors: new Set([...summaries.values()].flatMap(({ link }) => [link.s, link.t]).filter((n) => !actors.includes(n))).size,
    leftLinks: summaries.size - links.length,
  };
}
