// All claims as a sortable table: what the canvas shows, for every reader.
import { nameOf } from "./cards.js";
import { byId, el, outside, own, replace } from "./dom.js";
import { spanText } from "./months.js";
import { scores } from "./scoring.js";
import { count, decimal, labelOf, say, signed, word } from "./words.js";

const ROWS_MOST = 400;

const COLUMNS = [
  ["date", (data, row) => row.claim.day ?? ""],
  ["from", (data, row) => labelOf(data.actors[row.claim.link.s])],
  ["relation", (data, row) => labelOf(row.claim.relation)],
  ["to", (data, row) => labelOf(data.actors[row.claim.link.t])],
  ["adds", (data, row) => row.value],
  ["modality", (data, row) => word("modalities", row.claim.m)],
  ["quote", (data, row) => row.claim.q ?? ""],
  ["sourceColumn", (data, row) => row.claim.article.publisher ?? ""],
];

export function claimRows(data, state, view) {
  const rows = [];
  for (const summary of view.links) {
    for (const [claim, value] of scores(summary.claims)) rows.push({ claim, value });
  }
  const [name, way] = state.sort;
  const key = COLUMNS.find(([column]) => column === name)[1];
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b));
  return rows.sort((a, b) => way * compare(key(data, a), key(data, b)) || a.claim.number - b.claim.number);
}

export function claimsTable(data, rows, options = {}) {
  const head = COLUMNS.map(([name]) => {
    const sorted = options.state?.sort[0] === name ? options.state.sort[1] : 0;
    const content = options.sortBy
      ? el("button", { type: "button", text: `${say(name)}${sorted ? (sorted > 0 ? " ▲" : " ▼") : ""}`, on: { click: () => options.sortBy(name) } })
      : say(name);
    return el("th", { scope: "col", "aria-sort": sorted ? (sorted > 0 ? "ascending" : "descending") : null }, content);
  });
  return el("table", { class: "claims" },
    el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, rows.map(({ claim, value }) => {
      const { link, article } = claim;
      const tone = claim.v === 0 ? "both" : claim.sign > 0 ? "plus" : "minus";
      const source = article.publisher ?? article.title ?? "";
      return el("tr", {},
        el("td", { class: "date", text: claim.d ? spanText(claim.d, claim.p) : "–" }),
        el("td", {}, nameOf(data.actors[link.s])),
        el("td", {}, options.go
          ? el("button", { type: "button", class: "open", on: { click: () => options.go({ kind: "link", s: link.s, t: link.t }, claim) } }, own(labelOf(claim.relation)))
          : own(labelOf(claim.relation))),
        el("td", {}, nameOf(data.actors[link.t])),
        el("td", { class: `number ${tone}-text`, text: value === 0 ? "0" : signed(value) }),
        el("td", { text: word("modalities", claim.m) }),
        el("td", { class: "quote", dir: "auto", text: claim.q ? `“${claim.q}”` : "" }),
        el("td", {}, article.url ? outside(article.url, source) : own(source)));
    })));
}

export function paintClaims(data, state, view, go, sortBy) {
  const rows = claimRows(data, state, view);
  replace(byId("view-claims"),
    el("p", { class: "quiet", text: rows.length ? say("claimsText", { n: count(rows.length, "claim") }) : say("nothingShown") }),
    rows.length ? claimsTable(data, rows.slice(0, ROWS_MOST), { state, go, sortBy }) : null,
    rows.length > ROWS_MOST ? el("p", { class: "quiet", text: say("tableMore", { n: decimal(rows.length - ROWS_MOST, 0) }) }) : null);
}
