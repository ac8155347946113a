// Puts the page together: one state, one repaint.
import { listenToKeys, showHelp } from "./keys.js";
import { makeTimeline } from "./timeline.js";
import { makeFilters } from "./filters.js";
import { makeMap } from "./map.js";
import { blocName, makePanel } from "./panel.js";
import { makeNotes } from "./notes.js";
import { makeRoutes } from "./routes.js";
import { paintBalance } from "./balance.js";
import { paintClaims } from "./table.js";
import { paintLegend } from "./legend.js";
import { paintMatrix } from "./matrix.js";
import { paintYears } from "./years.js";
import { pairText } from "./drawing.js";
import { claimsCsv, fillPrint, saveCsv, savePng, saveSvg } from "./downloads.js";
import { announce, byId, el, keepFocus, own, replace, svg } from "./dom.js";
import { join, parse } from "./data.js";
import { fold } from "./folding.js";
import { fromHash, TABS, toHash } from "./state.js";
import { seen } from "./view.js";
import { count, decimal, labelOf, say, setWords, signed } from "./words.js";

const raw = parse("data-graph");
const texts = parse("data-words");
const data = join(raw);
let state = fromHash(readHash(), data);
let view = null;
let language = "en";
let moment = null;

function readHash() {
  try {
    return location.hash;
  } catch {
    return "";
  }
}

// In the sandboxed frame of a notebook there is no address to keep.
function writeHash() {
  try {
    const hash = toHash(state, data);
    if (`#${hash}` !== location.hash && (hash || location.hash)) {
      history.replaceState(null, "", hash ? `#${hash}` : location.href.replace(/#.*/s, ""));
    }
  } catch {
    // nothing to keep
  }
}

function theme() {
  return state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

function change(edit) {
  edit(state);
  repaint();
}

function go(selection, claim) {
  if (selection?.kind === "bloc") {
    change((now) => now.folded.delete(selection.bloc));
    announce(blocName(data, selection.bloc));
    return;
  }
  change((now) => {
    now.selection = selection;
    now.path = null;
  });
  if (claim) mark(claim);
  else byId("panel").scrollTop = 0;
  if (!selection) announce(say("overview"));
  else if (selection.kind === "actor") announce(labelOf(data.actors[selection.actor]));
  else if (selection.kind === "bundle") announce(say("links"));
  else announce(`${labelOf(data.actors[selection.s])} → ${labelOf(data.actors[selection.t])}`);
}

function mark(claim) {
  const card = byId(`claim-${claim.number}`);
  if (!card) return;
  card.classList.add("marked");
  card.scrollIntoView({ block: "center" });
}

const notes = makeNotes(() => repaint(), data, go);
const routes = makeRoutes(data, (start, goal) => change((now) => {
  Object.assign(now, { path: [start, goal], selection: null });
}));
const panel = makePanel(data, () => state, go, change, notes, routes);
const timeline = makeTimeline(data, () => state, change, (shift) => panel.showShift(shift));
const filters = makeFilters(data, () => state, change, go, notes);
const map = makeMap(data, go, {
  actor: (number) => typeof number === "string" ? [own(blocName(data, Number(number.slice(1)))), ` · ${say("openBloc")}`] : [own(labelOf(data.actors[number])), ` · ${say("influence")} ${decimal(data.actors[number].i)}`],
  link: (number) => {
    if (typeof number === "string") return [say("bundle")];
    const link = data.links[number];
    const summary = view.summaries.get(number);
    return [...pairText(data, link.s, link.t), summary ? ` · ${signed(summary.net)} · ${count(summary.claims.length, "claim")}` : ""];
  },
});

function context() {
  return { data, state, view, theme: theme(), map };
}

function pathLinks() {
  if (!state.path) return null;
  const steps = routes.between(view, ...state.path) ?? [];
  return new Set(steps.map(({ link }) => link.link.number));
}

function showPath() {
  const steps = state.path ? routes.between(view, ...state.path) ?? [] : [];
  if (!steps.length) return;
  const nodes = new Set(steps.flatMap(({ from, to }) => [from, to]));
  for (const node of nodes) if (!view.actors.includes(node)) view.actors.push(node);
  for (const { link } of steps) if (!view.links.includes(link)) view.links.push(link);
}

function paintCounts() {
  const parts = [
    count(view.actors.length, "actor"), count(view.links.length, "link"),
    say("claimsOf", { n: decimal(view.mapClaims, 0), all: count(data.totals.claims, "claim") }),
  ];
  byId("counts").textContent = parts.join(" · ");
  const left = [];
  if (data.totals.actors > view.actors.length && view.leftActors) left.push(count(view.leftActors, "actor"));
  if (view.leftLinks) left.push(count(view.leftLinks, "link"));
  byId("left-out").textContent = left.length ? say("leftOut", { what: left.join(", ") }) : "";
  byId("left-out").hidden = !left.length;
}

function paintTabs() {
  for (const name of TABS) {
    const chosen = state.tab === name;
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    byId(`view-${name}`).hidden = !chosen;
  }
  byId("legend").hidden = state.tab === "claims" || state.tab === "balance";
}

function repaint() {
  keepFocus(paintAll);
}

function paintAll() {
  const now = theme();
  document.documentElement.setAttribute("data-theme", now);
  view = seen(data, state);
  if (state.path) showPath();
  const folded = fold(data, view, state.path ? new Set() : state.folded);
  paintTabs();
  paintCounts();
  filters.paint(state);
  timeline.paint(state, [...seen(data, { ...state, from: data.first, to: data.last }).summaries.values()].flatMap(({ claims }) => claims));
  const starting = timeline.playing() && !moment;
  if (timeline.playing()) moment = { from: state.from, to: state.to };
  else if (moment && (moment.from !== state.from || moment.to !== state.to)) moment = null;
  if (state.tab === "map") map.paint(folded, state, now, pathLinks(), moment && (moment.from + moment.to + 1) / 2);
  if (state.tab === "map" && starting) map.fitAll(state.top);
  else if (state.tab === "matrix") paintMatrix(data, state, view, now, go);
  else if (state.tab === "years") paintYears(data, state, now, map.places, openYear);
  else if (state.tab === "claims") paintClaims(data, state, view, go, sortBy);
  else paintBalance(data, view, go);
  paintLegend(data, view, now);
  panel.paint(state, view, folded);
  const empty = byId("map-empty");
  empty.hidden = view.links.length > 0 || view.actors.length > 0;
  if (!empty.hidden) replace(empty, el("p", { text: say(data.claims.length ? "nothingShown" : "emptyGraph") }));
  byId("map").setAttribute("aria-label", say("mapLabel", { actors: count(view.actors.length, "actor"), links: count(view.links.length, "link") }));
  byId("map").setAttribute("role", "application");
  writeHash();
}

function openYear(year) {
  change((now) => Object.assign(now, { tab: "map", from: Math.max(year * 12, data.first), to: Math.min(year * 12 + 11, data.last) }));
  announce(String(year));
}

function sortBy(name) {
  change((now) => {
    now.sort = [name, now.sort[0] === name ? -now.sort[1] : 1];
  });
}

function openTab(name, focus) {
  change((now) => { now.tab = name; });
  if (focus) byId(`tab-${name}`).focus();
  announce(say(`tab_${name}`));
}

function buildHeader() {
  replace(byId("tabs"), TABS.map((name) => el("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `view-${name}`, text: say(`tab_${name}`),
    on: {
      click: () => openTab(name),
      keydown: (event) => {
        const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (way) openTab(TABS[(TABS.indexOf(name) + way + TABS.length) % TABS.length], true);
      },
    },
  })));
  byId("tabs").setAttribute("aria-label", say("views"));
  const button = (id, text, run, label) => el("button", { type: "button", id, text, title: label ?? null, "aria-label": label ?? null, on: { click: run } });
  const half = svg("svg", { width: 15, height: 15, viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("circle", { cx: 8, cy: 8, r: 6.5, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }),
    svg("path", { d: "M8 1.5a6.5 6.5 0 0 1 0 13z", fill: "currentColor" }));
  const themeButton = button("theme", "", () => change((now) => { now.theme = theme() === "dark" ? "light" : "dark"; }), say("theme"));
  themeButton.append(half);
  const other = language === "fr" ? "en" : "fr";
  replace(byId("tools"),
    button("save-png", "PNG", takePicture, say("savePng")), button("save-svg", "SVG", () => saveSvg(context()), say("saveSvg")),
    button("save-csv", "CSV", () => saveCsv(context()), say("saveCsv")), button("do-print", say("print"), () => window.print()),
    button("language", other.toUpperCase(), () => setLanguage(other), say("otherLanguage")), themeButton, button("help-open", "?", showHelp, say("helpTitle")));
}

// The canvas shows what its own tab painted last.
function takePicture() {
  if (state.tab !== "map") openTab("map");
  requestAnimationFrame(() => requestAnimationFrame(() => savePng(context())));
}

function setLanguage(chosen) {
  state.language = chosen;
  build();
}

function build() {
  language = setWords(texts, state.language ?? data.language);
  if (!data.title) {
    byId("title").textContent = say("untitled");
    document.title = say("untitled");
  }
  byId("filters").setAttribute("aria-label", say("filters"));
  byId("panel").setAttribute("aria-label", say("details"));
  buildHeader();
  filters.build();
  timeline.build();
  map.setButtons();
  repaint();
}

function step(list, current, way) {
  const at = list.findIndex(current);
  return list[at < 0 ? (way > 0 ? 0 : list.length - 1) : (at + way + list.length) % list.length];
}

function nextLink(way) {
  const { selection } = state;
  const found = step(view.links, ({ link }) => selection?.kind === "link" && link.s === selection.s && link.t === selection.t, way);
  if (found) go({ kind: "link", s: found.link.s, t: found.link.t });
}

function nextActor(way) {
  const found = step(view.actors, (actor) => state.selection?.kind === "actor" && state.selection.actor === actor, way);
  if (found !== undefined) go({ kind: "actor", actor: found });
}

function moveWindow(way) {
  const whole = state.from === data.first && state.to === data.last;
  const width = whole ? 12 : state.to - state.from + 1;
  const from = whole ? (way > 0 ? data.first : data.last - width + 1) : state.from + way;
  const start = Math.max(data.first, Math.min(from, data.last - width + 1));
  timeline.setWindow(start, start + width - 1);
}

function widen(way) {
  timeline.setWindow(state.from - way, state.to + way);
}

listenToKeys({
  escape: () => {
    if (timeline.playing()) timeline.stop();
    else go(null);
  },
  keys: {
    "/": () => byId("search").focus(),
    n: () => nextLink(1), p: () => nextLink(-1), a: () => nextActor(1), A: () => nextActor(-1),
    "[": () => moveWindow(-1), "]": () => moveWindow(1), "{": () => widen(-1), "}": () => widen(1),
    " ": () => timeline.toggle(), "?": showHelp,
    ...Object.fromEntries(TABS.map((name, i) => [String(i + 1), () => openTab(name)])),
    ArrowLeft: () => map.pan(-60, 0), ArrowRight: () => map.pan(60, 0), ArrowUp: () => map.pan(0, -60), ArrowDown: () => map.pan(0, 60),
    "+": () => map.zoom(1.25), "=": () => map.zoom(1.25), "-": () => map.zoom(0.8), 0: () => map.fit(true),
  },
});
window.addEventListener("hashchange", () => {
  const before = state.language;
  state = fromHash(readHash(), data);
  if (state.language !== before) build();
  else repaint();
});
window.addEventListener("beforeprint", () => fillPrint(context()));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => repaint());
build();

// For tests and for scripts of the reader: what is on the screen, and the table as text.
window.influenceGraph = {
  onScreen: () => map.onScreen(),
  csv: () => claimsCsv(context()),
  view: () => ({ actors: view.actors.map((number) => data.actors[number].id), links: view.links.length, claims: view.mapClaims }),
  select: go,
};
document.documentElement.setAttribute("data-ready", "");
