// PNG, SVG and CSV files, and the printed page.
import { table } from "./csv.js";
import { byId, el, own, replace, save } from "./dom.js";
import { drawMap } from "./drawing.js";
import { legendItems } from "./legend.js";
import { THEMES } from "./looks.js";
import { drawMatrix } from "./matrix.js";
import { claimRows, claimsTable } from "./table.js";
import { labelOf, say } from "./words.js";

function nameFor(ending) {
  const title = byId("title").textContent.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase();
  return `${title.slice(0, 60) || "influence-graph"}.${ending}`;
}

function picture(context, attributes) {
  return drawMap(context.data, context.view, { places: context.map.places, theme: context.theme, title: byId("title").textContent, ...attributes });
}

export function saveSvg(context) {
  const root = context.state.tab === "matrix"
    ? drawMatrix(context.data, context.view, context.theme, byId("title").textContent)
    : picture(context, { width: 1200, ground: true });
  root.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  save(nameFor("svg"), new XMLSerializer().serializeToString(root), "image/svg+xml");
}

export function savePng(context) {
  const from = context.map.canvas();
  const to = document.createElement("canvas");
  to.width = from.width;
  to.height = from.height;
  const brush = to.getContext("2d");
  brush.fillStyle = THEMES[context.theme].ground;
  brush.fillRect(0, 0, to.width, to.height);
  brush.drawImage(from, 0, 0);
  to.toBlob((blob) => save(nameFor("png"), blob));
}

export function claimsCsv(context) {
  const { data } = context;
  const head = ["date", "end", "precision", "from", "from_code", "relation", "to", "to_code", "sign", "adds", "modality", "confidence", "attribution", "because", "quote", "publisher", "title", "published", "url", "claim"];
  const rows = claimRows(data, context.state, context.view).map(({ claim, value }) => [
    claim.d?.[0], claim.d?.[1], claim.p, labelOf(data.actors[claim.link.s]), data.actors[claim.link.s].id, claim.relation.id,
    labelOf(data.actors[claim.link.t]), data.actors[claim.link.t].id, claim.sign, value, claim.m, claim.c, claim.by, claim.why, claim.q,
    claim.article.publisher, claim.article.title, claim.article.published, claim.article.url, claim.id,
  ]);
  return table([head, ...rows]);
}

export function saveCsv(context) {
  save(nameFor("csv"), claimsCsv(context), "text/csv;charset=utf-8");
}

export function fillPrint(context) {
  const light = { ...context, theme: "light" };
  replace(byId("print"),
    el("h1", {}, own(byId("title").textContent)),
    el("p", {}, byId("counts").textContent),
    picture(light, {}),
    el("div", { class: "legend" }, legendItems(context.data, context.view, "light")),
    claimsTable(context.data, claimRows(context.data, { ...context.state, sort: ["date", 1] }, context.view)),
    el("p", {}, say("printNote")));
}
