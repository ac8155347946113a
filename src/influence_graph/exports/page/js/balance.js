// Triads: where the friend of a friend is a friend, and where not.
import { nameOf, toneOf } from "./cards.js";
import { byId, el, replace, svg } from "./dom.js";
import { findTriads } from "./triads.js";
import { count, percent, say, signed } from "./words.js";

const TRIADS_MOST = 24;

function triangle(triad) {
  const at = [[30, 8], [54, 48], [6, 48]];
  return svg("svg", { width: 60, height: 56, viewBox: "0 0 60 56", "aria-hidden": "true" },
    triad.pairs.map((pair, i) => {
      const [a, b] = [at[i], at[(i + 1) % 3]];
      const plus = pair.net > 0;
      return svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], stroke: `var(--${plus ? "plus" : "minus"})`, "stroke-width": 3, "stroke-dasharray": plus ? null : "5 3" });
    }),
    at.map(([cx, cy]) => svg("circle", { cx, cy, r: 5, fill: "var(--bar)" })));
}

export function paintBalance(data, view, go) {
  const triads = findTriads(view.links);
  const unbalanced = triads.filter(({ balanced }) => !balanced);
  const balanced = triads.filter((triad) => triad.balanced);
  const card = (triad) => el("li", { class: "triad" }, triangle(triad), el("ul", {}, triad.pairs.map((pair) => {
    const link = [...pair.links].sort((a, b) => b.claims.length - a.claims.length)[0];
    const stance = pair.net > 0 ? "supportive" : "adverse";
    return el("li", {}, el("button", { type: "button", class: "row", on: { click: () => go({ kind: "link", s: link.s, t: link.t }) } },
      el("span", { class: `glyph ${toneOf(stance)}-text`, text: pair.net > 0 ? "+" : "−" }),
      el("span", { class: "name" }, nameOf(data.actors[pair.a]), " – ", nameOf(data.actors[pair.b])),
      el("span", { class: "value", text: signed(pair.net) })));
  })));
  const part = (title, list) => (list.length ? [el("h3", { text: title }), el("ul", { class: "triads" }, list.slice(0, TRIADS_MOST).map(card))] : null);
  replace(byId("view-balance"),
    el("h2", { text: say("balanceTitle") }),
    el("p", { class: "quiet", text: say("balanceText") }),
    el("p", { text: triads.length
      ? say("balanceCounts", { all: count(triads.length, "triad"), balanced: balanced.length, share: percent(balanced.length / triads.length), unbalanced: unbalanced.length })
      : say("noTriads") }),
    part(say("unbalanced", { n: unbalanced.length }), unbalanced),
    part(say("balanced", { n: balanced.length }), balanced),
    Math.max(unbalanced.length, balanced.length) > TRIADS_MOST ? el("p", { class: "quiet", text: say("triadsMore", { n: TRIADS_MOST }) }) : null);
}
