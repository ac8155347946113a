// Actors by actors, grouped by bloc: row acts on column.
import { toneOf } from "./cards.js";
import { byId, el, own, replace, svg } from "./dom.js";
import { blocColour, SIGNS, THEMES } from "./looks.js";
import { labelOf, say, shortOf, signed } from "./words.js";

export function matrixOrder(data, view) {
  const group = (number) => (data.actors[number].b < 0 ? Infinity : data.actors[number].b);
  return [...view.active].sort((a, b) => group(a) - group(b) || a - b);
}

function mixed(colour, ground, share) {
  const part = (text, from) => parseInt(text.slice(from, from + 2), 16);
  return `rgb(${[1, 3, 5].map((i) => Math.round(part(colour, i) * share + part(ground, i) * (1 - share))).join(",")})`;
}

// The matrix as a vector picture.
export function drawMatrix(data, view, theme, title) {
  const colours = THEMES[theme];
  const order = matrixOrder(data, view);
  const [cell, margin] = [20, 190];
  const size = margin + order.length * cell + 20;
  const at = new Map(order.map((number, i) => [number, margin + i * cell]));
  const most = Math.max(1e-9, ...view.links.map(({ total }) => total));
  const label = (number) => shortOf(data.actors[number]).slice(0, 26);
  const text = { "font-size": 12, fill: colours.text };
  return svg("svg", {
    viewBox: `0 0 ${size} ${size}`, width: size, height: size, role: "img", "aria-label": title,
    "font-family": "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  },
  svg("rect", { width: size, height: size, fill: colours.ground }),
  order.map((number) => [
    svg("text", { ...text, x: margin - 8, y: at.get(number) + 14, "text-anchor": "end", text: label(number) }),
    svg("text", { ...text, transform: `translate(${at.get(number) + 14} ${margin - 8}) rotate(-90)`, text: label(number) }),
  ]),
  order.map((s) => order.filter((t) => t !== s).map((t) => svg("rect", {
    x: at.get(t), y: at.get(s), width: cell - 1, height: cell - 1, fill: colours.text, opacity: 0.06,
  }))),
  view.links.map(({ link, stance, total }) => {
    const share = 0.3 + 0.7 * Math.sqrt(total / most);
    const colour = colours[SIGNS[stance].colour];
    return [
      svg("rect", { x: at.get(link.t), y: at.get(link.s), width: cell - 1, height: cell - 1, fill: mixed(colour, colours.ground, share) }),
      svg("text", { ...text, fill: share > 0.72 ? colours.ground : colours.text, x: at.get(link.t) + 9.5, y: at.get(link.s) + 14, "text-anchor": "middle", text: SIGNS[stance].glyph }),
    ];
  }));
}

export function paintMatrix(data, state, view, theme, go) {
  const place = byId("view-matrix");
  const order = matrixOrder(data, view);
  const cells = new Map(view.links.map((summary) => [`${summary.link.s} ${summary.link.t}`, summary]));
  const most = Math.max(1e-9, ...view.links.map(({ total }) => total));
  const name = (number) => {
    const label = shortOf(data.actors[number]);
    return own(label.length > 24 ? `${label.slice(0, 23).trimEnd()}…` : label);
  };
  const cell = (s, t) => {
    if (s === t) return el("td", { class: "self" });
    const summary = cells.get(`${s} ${t}`);
    if (!summary) return el("td");
    const sign = SIGNS[summary.stance];
    const label = `${labelOf(data.actors[s])} → ${labelOf(data.actors[t])}: ${say(summary.stance)}, ${signed(summary.net)}`;
    const strong = summary.total / most;
    const button = el("button", { type: "button", title: label, "aria-label": label, text: sign.glyph, on: { click: () => go({ kind: "link", s, t }) } });
    const share = 30 + 70 * Math.sqrt(strong);
    const colour = `var(--${toneOf(summary.stance)})`;
    button.style.background = `color-mix(in srgb, ${colour} ${share.toFixed(0)}%, var(--canvas))`;
    button.style.color = share > 72 ? "var(--page)" : "var(--text)";
    if (state.selection?.kind === "link" && state.selection.s === s && state.selection.t === t) button.style.outline = "2px solid var(--accent)";
    return el("td", {}, button);
  };
  const dot = (number) => {
    const mark = el("span", { class: "dot", "aria-hidden": "true" });
    mark.style.background = blocColour(data.actors[number].b, theme);
    return mark;
  };
  replace(place,
    el("p", { class: "quiet", text: say(order.length ? "matrixText" : "nothingShown") }),
    order.length ? el("table", { class: "matrix" },
      el("thead", {}, el("tr", {}, el("td"), order.map((t) => el("th", { scope: "col", title: labelOf(data.actors[t]) }, el("div", {}, name(t)))))),
      el("tbody", {}, order.map((s) => el("tr", {}, el("th", { scope: "row", title: labelOf(data.actors[s]) }, name(s), dot(s)), order.map((t) => cell(s, t)))))) : null);
}
