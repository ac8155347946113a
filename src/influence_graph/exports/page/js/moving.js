// While the window plays, actors glide between the places of the years.
const GLIDE = 550;

// The place of an actor in the middle of a window; a year's own place is that of its middle.
export function placeIn(actor, month, firstYear) {
  const last = actor.years.length - 1;
  const time = Math.min(Math.max(month / 12 - firstYear - 0.5, 0), last);
  const before = Math.min(Math.floor(time), last);
  const after = Math.min(before + 1, last);
  const share = time - before;
  return [0, 1].map((i) => actor.years[before][i] * (1 - share) + actor.years[after][i] * share);
}

// moves: [id, from, to]; what already stands at `to` in the data is drawn on its way there.
export function makeGlider(network) {
  let round = 0;
  return (moves) => {
    round += 1;
    const mine = round;
    const start = performance.now();
    const step = (now) => {
      if (mine !== round) return;
      const time = Math.min(Math.max((now - start) / GLIDE, 0), 1);
      const share = time * time * (3 - 2 * time);
      for (const [id, from, to] of moves) {
        const node = network.body.nodes[id];
        if (node) Object.assign(node, { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share });
      }
      network.redraw();
      if (time < 1) requestAnimationFrame(step);
    };
    step(start);
  };
}
