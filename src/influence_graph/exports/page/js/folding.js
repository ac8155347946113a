// Blocs as one node each: what lies between them is summed, what lies within is folded away.
import { summarise } from "./scoring.js";

export function groupOf(data, actor, folded) {
  const { b } = data.actors[actor];
  return folded.has(b) ? `b${b}` : actor;
}

// The view with blocs folded: actors are numbers or "b3", links between them are bundles. A bloc
// holds all its members, also those that the map has no room for.
export function fold(data, view, folded) {
  if (!folded.size) return view;
  const open = new Set(view.actors);
  const bundles = new Map();
  const blocs = new Set();
  for (const summary of view.summaries.values()) {
    const s = groupOf(data, summary.link.s, folded);
    const t = groupOf(data, summary.link.t, folded);
    for (const end of [s, t]) if (typeof end === "string") blocs.add(end);
    if (s === t || (typeof s === "number" && typeof t === "number")) continue;
    if ([s, t].some((end) => typeof end === "number" && !open.has(end))) continue;
    const key = `${s} ${t}`;
    if (!bundles.has(key)) bundles.set(key, { s, t, parts: [] });
    bundles.get(key).parts.push(summary);
  }
  const bundled = [...bundles].map(([key, { s, t, parts }]) => Object.assign(
    summarise(parts.flatMap(({ claims }) => claims)),
    { link: { number: key, s, t }, parts: parts.sort((a, b) => b.total - a.total) },
  ));
  const free = (actor) => groupOf(data, actor, folded) === actor;
  const actors = [...[...blocs].sort(), ...view.actors.filter(free)];
  const links = [...bundled, ...view.links.filter(({ link }) => free(link.s) && free(link.t))];
  return { ...view, actors, links };
}
