// Actors by actors, grouped by bloc: row acts on column.
import { toneOf } from "./cards.js";
import { byId, el, own, replace } from "./dom.js";
import { blocColour, shortLabel, SIGNS } from "./looks.js";
import { labelOf, say, signed } from "./words.js";

export function matrixOrder(data, view) {
  const group = (number) => (data.actors[number].b < 0 ? Infinity : data.actors[number].b);
  return [...view.active].sort((a, b) => group(a) - group(b) || a - b);
}

export function paintMatrix(data, state, view, theme, go) {
  const place = byId("view-matrix");
  const order = matrixOrder(data, view);
  const cells = new Map(view.links.map((summary) => [`${summary.link.s} ${summary.link.t}`, summary]));
  const most = Math.max(1e-9, ...view.links.map(({ total }) => total));
  const name = (number) => {
    const label = shortLabel(data.actors[number], labelOf(data.actors[number]));
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
