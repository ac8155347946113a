// The way from one actor to another over links of any direction: fewest steps, then most weight.
export function shortestPath(links, start, goal) {
  const near = new Map();
  for (const link of links) {
    for (const [one, other] of [[link.link.s, link.link.t], [link.link.t, link.link.s]]) {
      if (!near.has(one)) near.set(one, []);
      near.get(one).push([other, link]);
    }
  }
  const best = new Map([[start, { weight: 0, from: null, link: null }]]);
  let level = [start];
  while (level.length && !best.has(goal)) {
    const next = new Map();
    for (const node of level) {
      for (const [other, link] of near.get(node) ?? []) {
        if (best.has(other)) continue;
        const weight = best.get(node).weight + link.total;
        const known = next.get(other);
        if (!known || weight > known.weight) next.set(other, { weight, from: node, link });
      }
    }
    for (const [node, step] of next) best.set(node, step);
    level = [...next.keys()].sort((a, b) => a - b);
  }
  if (!best.has(goal) || start === goal) return null;
  const steps = [];
  for (let node = goal; node !== start; node = best.get(node).from) {
    steps.unshift({ from: best.get(node).from, to: node, link: best.get(node).link });
  }
  return steps;
}
