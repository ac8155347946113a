// The map as a vector picture: for the years, for print and for the SVG file.
import { own, svg } from "./dom.js";
import { blocColour, linkWidth, nodeSize, SIGNS, THEMES, wrapLabel } from "./looks.js";
import { labelOf, shortOf } from "./words.js";

const ROUNDNESS = 0.115;
const number = (value) => Math.round(value * 10) / 10;

export function shapeOf(shape, x, y, size, attributes) {
  if (shape === "state") return svg("circle", { cx: number(x), cy: number(y), r: number(size), ...attributes });
  if (shape === "organisation") {
    return svg("rect", { x: number(x - size), y: number(y - size), width: number(2 * size), height: number(2 * size), ...attributes });
  }
  const corners = shape === "group"
    ? [[0, -1.1], [1.05, 0.75], [-1.05, 0.75]]
    : [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]];
  const points = corners.map(([dx, dy]) => `${number(x + dx * size)},${number(y + dy * size)}`).join(" ");
  return svg("polygon", { points, ...attributes });
}

// The end of a line: arrow, bar or diamond, at a point, looking along (ux, uy).
export function endOf(kind, x, y, ux, uy, size, colour) {
  const at = (along, across) => `${number(x + along * ux - across * uy)},${number(y + along * uy + across * ux)}`;
  if (kind === "bar") {
    const [x1, y1] = at(0, size * 0.85).split(",");
    const [x2, y2] = at(0, -size * 0.85).split(",");
    return svg("line", { x1, y1, x2, y2, stroke: colour, "stroke-width": number(size * 0.38) });
  }
  const points = kind === "diamond"
    ? [at(0, 0), at(-size * 0.8, size * 0.55), at(-size * 1.6, 0), at(-size * 0.8, -size * 0.55)]
    : [at(0, 0), at(-size * 1.5, size * 0.6), at(-size * 1.5, -size * 0.6)];
  return svg("polygon", { points: points.join(" "), fill: colour });
}

function curve(from, to, gapFrom, gapTo) {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const bend = [(from[0] + to[0]) / 2 + ROUNDNESS * dy, (from[1] + to[1]) / 2 - ROUNDNESS * dx];
  const unit = (a, b) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  };
  const out = unit(from, bend);
  const into = unit(bend, to);
  const start = [from[0] + out[0] * gapFrom, from[1] + out[1] * gapFrom];
  const end = [to[0] - into[0] * gapTo, to[1] - into[1] * gapTo];
  return { start, bend, end, into };
}

// The point halfway along a curved line, as the canvas and the picture draw it.
export function middleOf(from, to) {
  const { bend } = curve(from, to, 0, 0);
  return [0, 1].map((i) => (from[i] + 2 * bend[i] + to[i]) / 4);
}

// options: places (Map of actor to [x, y]), theme, width, height, labels, ghosts, small
export function drawMap(data, view, options) {
  const theme = THEMES[options.theme];
  const scaleNode = options.small ? 1.1 : 1;
  const shown = [...view.active].filter((actor) => options.places.has(actor));
  const all = options.ghosts ?? shown;
  const xs = all.map((actor) => options.places.get(actor));
  const [margin, side] = options.small ? [90, 170] : [75, 75];
  const left = Math.min(...xs.map(([x]) => x), 0) - side;
  const top = Math.min(...xs.map(([, y]) => y), 0) - margin;
  const wide = Math.max(...xs.map(([x]) => x), 0) + side - left;
  const tall = Math.max(...xs.map(([, y]) => y), 0) + margin - top;
  const root = svg("svg", {
    viewBox: [left, top, wide, tall].map(number).join(" "),
    width: options.width, height: options.height, class: "picture", role: "img", "aria-label": options.title,
    "font-family": "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  });
  if (options.ground) {
    root.append(svg("rect", { x: left, y: top, width: wide, height: tall, fill: theme.ground }));
  }
  for (const actor of options.ghosts ?? []) {
    if (view.active.has(actor)) continue;
    const [x, y] = options.places.get(actor);
    root.append(svg("circle", { cx: x, cy: y, r: 7, fill: theme.both, opacity: 0.3 }));
  }
  const thick = options.small ? 1.6 : 1;
  for (const summary of view.links) {
    const { s, t } = summary.link;
    if (!options.places.has(s) || !options.places.has(t)) continue;
    const sign = SIGNS[summary.stance];
    const colour = theme[sign.colour];
    const width = linkWidth(summary) * thick;
    const { start, bend, end, into } = curve(
      options.places.get(s), options.places.get(t),
      nodeSize(data.actors[s]) * scaleNode, nodeSize(data.actors[t]) * scaleNode + 3,
    );
    const tip = sign.end === "bar" ? 0 : 6 * thick;
    root.append(
      svg("path", {
        d: `M${number(start[0])} ${number(start[1])}Q${number(bend[0])} ${number(bend[1])} ${number(end[0] - into[0] * tip)} ${number(end[1] - into[1] * tip)}`,
        fill: "none", stroke: colour, "stroke-width": number(width),
        "stroke-dasharray": summary.asserted ? null : `${number(6 * thick)} ${number(4 * thick)}`,
      }),
      endOf(sign.end, end[0], end[1], into[0], into[1], (5 + width * 0.9) * (options.small ? 1.4 : 1), colour),
    );
  }
  const font = options.small ? 38 : 18;
  const labelled = new Set(options.labels ?? shown);
  for (const who of shown) {
    const actor = data.actors[who];
    const [x, y] = options.places.get(who);
    const size = nodeSize(actor) * scaleNode;
    root.append(shapeOf(actor.shape, x, y, size, {
      fill: blocColour(actor.b, options.theme), stroke: theme.outline, "stroke-width": options.small ? 2 : 1.3,
    }));
  }
  for (const who of shown) {
    if (!labelled.has(who)) continue;
    const actor = data.actors[who];
    const [x, y] = options.places.get(who);
    const lines = wrapLabel(shortOf(actor));
    const baseline = y + nodeSize(actor) * scaleNode + font + 2;
    root.append(svg("text", {
      "text-anchor": "middle", "font-size": font, fill: theme.text, "paint-order": "stroke",
      stroke: theme.ground, "stroke-width": font / 4, "stroke-linejoin": "round",
    }, lines.map((line, i) => svg("tspan", { x: number(x), y: number(baseline + i * font * 1.2), text: line }))));
  }
  return root;
}

// A small sample of a line or a shape, for the legend.
export function sampleLine(stance, theme, dashed) {
  const sign = SIGNS[stance];
  const colour = THEMES[theme][sign.colour];
  const end = sign.end === "bar" ? 31 : 34;
  return svg("svg", { width: 36, height: 12, viewBox: "0 0 36 12", "aria-hidden": "true" },
    svg("path", { d: `M1 6H${sign.end === "bar" ? 31 : 27}`, stroke: colour, "stroke-width": 2.4, "stroke-dasharray": dashed ? "5 3" : null }),
    endOf(sign.end, end, 6, 1, 0, 6, colour));
}

export function sampleShape(shape, fill, theme) {
  return svg("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" },
    shapeOf(shape, 7, 7, 5, { fill, stroke: THEMES[theme].outline, "stroke-width": 1.2 }));
}

export function pairText(data, s, t, arrow = "→") {
  return [own(labelOf(data.actors[s])), ` ${arrow} `, own(labelOf(data.actors[t]))];
}
