// Three actors that all deal with each other: balanced where the product of the signs is positive.
export function pairSigns(summaries) {
  const pairs = new Map();
  for (const summary of summaries) {
    const { s, t } = summary.link;
    const key = s < t ? `${s} ${t}` : `${t} ${s}`;
    const pair = pairs.get(key) ?? { a: Math.min(s, t), b: Math.max(s, t), net: 0, total: 0, links: [] };
    pair.net += summary.net;
    pair.total += summary.total;
    pair.links.push(summary.link);
    pairs.set(key, pair);
  }
  return [...pairs.values()].filter((pair) => Math.abs(pair.net) > 1e-9);
}

export function findTriads(summaries) {
  const near = new Map();
  for (const pair of pairSigns(summaries)) {
    for (const [one, other] of [[pair.a, pair.b], [pair.b, pair.a]]) {
      if (!near.has(one)) near.set(one, new Map());
      near.get(one).set(other, pair);
    }
  }
  const found = [];
  for (const a of [...near.keys()].sort((x, y) => x - y)) {
    const later = [...near.get(a).keys()].filter((b) => b > a).sort((x, y) => x - y);
    for (let i = 0; i < later.length; i++) {
      for (let j = i + 1; j < later.length; j++) {
        const across = near.get(later[i]).get(later[j]);
        if (!across) continue;
        const pairs = [near.get(a).get(later[i]), across, near.get(a).get(later[j])];
        found.push({
          actors: [a, later[i], later[j]],
          pairs,
          balanced: pairs.filter((pair) => pair.net < 0).length % 2 === 0,
          weight: Math.min(...pairs.map((pair) => Math.abs(pair.net))),
        });
      }
    }
  }
  return found.sort((x, y) => y.weight - x.weight);
}
