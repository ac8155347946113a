// Rules of the page's logic, with values derived by hand.
import assert from "node:assert/strict";
import { test } from "node:test";

import { reachOf } from "./charts.js";
import { cell, table } from "./csv.js";
import { join } from "./data.js";
import { fold } from "./folding.js";
import { fitLine, seatGuests } from "./guests.js";
import { roomFor, shortLabel, wrapLabel } from "./looks.js";
import { middle, monthOf, monthText, roughly, spanText } from "./months.js";
import { placeIn } from "./moving.js";
import { pinnedTo, readNotes, writeNotes } from "./notes.js";
import { shortestPath } from "./paths.js";
import { scores, stanceOf, summarise, wilson } from "./scoring.js";
import { fromHash, initialState, toHash } from "./state.js";
import { findTriads } from "./triads.js";
import { facets, seen } from "./view.js";

const RAW = {
  limits: { top: 40, links: 150, actorsMost: 300, linksMost: 1500, quotes: 20 },
  actors: [{ id: "MLI", en: "Mali", i: 1 }, { id: "a,b >", en: "Odd", i: 0.5 }, { id: "FRA", en: "France", i: 0.2 }],
  links: [{ s: 0, t: 1, c: [0, 1] }, { s: 2, t: 0, c: [2] }],
  claims: [
    { r: 0, e: 0, m: "asserted", v: 0.5, a: 0, d: ["2022-01-01", "2022-01-31"] },
    { r: 1, e: 1, m: "denied", v: 0, a: 1, d: ["2023-06-05", "2023-06-05"] },
    { r: 1, e: 2, m: "reported", v: -0.3, a: 0 },
  ],
  relations: [{ id: "aids", kind: "material", sign: 1 }, { id: "accuses", kind: "verbal", sign: -1 }],
  articles: [{ publisher: "Gazette" }, {}],
  shifts: [],
};

test("months count from the year 0", () => {
  assert.equal(monthOf("2022-03-15"), 2022 * 12 + 2);
  assert.equal(monthText(monthOf("2022-03-15")), "2022-03");
  assert.equal(monthText(monthOf("0999-12-01")), "0999-12");
});

test("a claim counts on the middle day", () => {
  assert.equal(middle("2022-01-01", "2022-12-31"), "2022-07-02");
  assert.equal(middle("2022-01-05", "2022-01-05"), "2022-01-05");
});

test("a time is shown as exactly as it is dated", () => {
  assert.equal(spanText(["2022-01-01", "2022-12-31"], "year"), "2022");
  assert.equal(spanText(["2022-02-01", "2022-02-28"], "month"), "2022-02");
  assert.equal(spanText(["2022-02-01", "2022-03-28"], "span"), "2022-02-01 – 2022-03-28");
});

test("several claims of one event count once, the strongest", () => {
  const claims = [{ e: 1, v: 0.2, m: "asserted" }, { e: 1, v: 0.5, m: "reported" }, { e: 2, v: -0.1, m: "asserted" }];
  assert.deepEqual([...scores(claims).values()], [0, 0.5, -0.1]);
  const sum = summarise(claims);
  assert.equal(sum.positive, 0.5);
  assert.equal(sum.negative, 0.1);
  assert.equal(sum.net, 0.4);
});

test("contested: both signs, the minority at least a fifth", () => {
  assert.equal(stanceOf(0.8, 0.2), "contested");
  assert.equal(stanceOf(0.81, 0.19), "supportive");
  assert.equal(stanceOf(0, 1), "adverse");
  assert.equal(stanceOf(0, 0), "none");
});

test("the interval of a share of few events is wide", () => {
  const [low, high] = wilson(1, 2);
  assert.ok(Math.abs(low - 0.0945) < 0.001 && Math.abs(high - 0.9055) < 0.001);
  assert.deepEqual(wilson(0, 0), [0, 1]);
});

test("the window runs over the dated claims; undated ones are seen only in the whole of it", () => {
  const data = join(RAW);
  const state = initialState(data);
  assert.deepEqual([data.first, data.last].map(monthText), ["2022-01", "2023-06"]);
  assert.equal(seen(data, state).claims, 3);
  assert.equal(seen(data, { ...state, from: data.first + 1 }).claims, 1);
});

test("filters count what the other filters leave", () => {
  const data = join(RAW);
  const state = initialState(data);
  state.off.kind.add("verbal");
  const counts = facets(data, state);
  assert.equal(counts.kind.get("verbal"), 2);
  assert.equal(counts.modality.get("denied"), 0);
  assert.equal(counts.modality.get("asserted"), 1);
});

test("the address keeps the state, whatever the codes hold", () => {
  const data = join(RAW);
  const state = initialState(data);
  Object.assign(state, { tab: "years", selection: { kind: "link", s: 0, t: 1 }, from: data.first + 2, theme: "dark", contested: true });
  state.off.source.add("A,b&c=d");
  const again = fromHash(`#${toHash(state, data)}`, data);
  assert.deepEqual(again, { ...state, sort: again.sort });
});

test("an address without sense gives the first state", () => {
  const data = join(RAW);
  assert.deepEqual(fromHash("#tab=<b>&sel=Q&from=x&to=99&no-kind&top=a&%", data), { ...initialState(data), off: { ...initialState(data).off, kind: new Set([""]) } });
});

test("a path takes few steps, then much weight", () => {
  const link = (s, t, total) => ({ link: { s, t }, total });
  const links = [link(0, 1, 1), link(1, 3, 1), link(0, 2, 5), link(3, 2, 5), link(0, 4, 9)];
  assert.deepEqual(shortestPath(links, 0, 3).map(({ to }) => to), [2, 3]);
  assert.equal(shortestPath(links, 0, 7), null);
  assert.equal(shortestPath(links, 0, 0), null);
});

test("a triad is balanced where the product of its signs is positive", () => {
  const link = (s, t, net) => ({ link: { s, t }, net, total: Math.abs(net) });
  const triads = findTriads([link(0, 1, 1), link(1, 2, -1), link(2, 0, -1), link(2, 3, 1), link(3, 1, 1)]);
  assert.deepEqual(triads.map(({ actors, balanced }) => [actors, balanced]), [[[0, 1, 2], true], [[1, 2, 3], false]]);
});

test("a cell that would begin a formula gets an apostrophe, a number stays", () => {
  assert.equal(cell("=1+1"), "'=1+1");
  assert.equal(cell(" @x"), "' @x");
  assert.equal(cell("-0.5"), "-0.5");
  assert.equal(cell('+cmd,"x"'), '"\'+cmd,""x"""');
  assert.equal(cell(null), "");
  assert.equal(table([["a", "b"], [1, "c\nd"]]), '\uFEFFa,b\r\n1,"c\nd"\r\n');
});

test("labels take the first free box, the first ones first", () => {
  const labels = [{ id: 1, boxes: [[0, 0, 10, 10]] }, { id: 2, boxes: [[5, 5, 15, 15], [20, 0, 30, 10]] }, { id: 3, boxes: [[5, 5, 15, 15]] }];
  assert.deepEqual([...roomFor(labels, []).keys()], [1, 2]);
  assert.deepEqual(roomFor(labels, []).get(2), [20, 0, 30, 10]);
  assert.deepEqual([...roomFor(labels, [{ id: 9, box: [0, 0, 3, 3] }]).keys()], [2]);
});

test("labels break as the places were computed for", () => {
  assert.deepEqual(wrapLabel("Alliance of Sahel States"), ["Alliance of Sahel", "States"]);
  assert.deepEqual(wrapLabel("an endless name of an organisation that nobody knows"), ["an endless name of", "an organisation…"]);
  assert.equal(shortLabel({ id: "IGO:ECOWAS" }, "Economic Community of West African States"), "ECOWAS");
});

test("an acronym stands for a long name in the reader's language", () => {
  const actor = { id: "IGO:ECOWAS", short: { en: "ECOWAS", fr: "CEDEAO" } };
  assert.equal(shortLabel(actor, "Communauté économique des États", "fr"), "CEDEAO");
  assert.equal(shortLabel(actor, "Economic Community", "en"), "ECOWAS");
  assert.equal(shortLabel({ id: "NSAG:POLISARIO", short: { en: "POLISARIO" } }, "Polisario Front", "en"), "Polisario Front");
  assert.equal(shortLabel({ id: "ORG:AES", short: { en: "AES" } }, "Sahel states", "en"), "Sahel states");
});

test("a date is rough where the article does not tell the month", () => {
  assert.equal(roughly({}), false);
  assert.equal(roughly({ d: ["2023-01-01", "2023-03-31"] }), false);
  assert.equal(roughly({ d: ["2023-01-01", "2023-12-31"] }), true);
  assert.equal(roughly({ d: ["2023-01-09", "2023-01-09"], pub: 1 }), true);
});

test("notes come back as they went, and nothing else comes in", () => {
  const notes = new Map([["actor MLI", "<b>x</b>"], ["link A > B", " "]]);
  assert.deepEqual([...readNotes(writeNotes(notes))], [["actor MLI", "<b>x</b>"]]);
  assert.throws(() => readNotes("{}"));
  assert.throws(() => readNotes('"x"'));
  assert.deepEqual([...readNotes('{"format":"influence-graph-notes","notes":{"a":1,"b":"c"}}')], [["b", "c"]]);
});

test("a note leads to what it is pinned to, if the page has it", () => {
  const data = { byCode: new Map([["MLI", { number: 0 }], ["FRA", { number: 1 }]]), link: (s, t) => s === 0 && t === 1 };
  assert.deepEqual(pinnedTo("actor FRA", data), { kind: "actor", actor: 1 });
  assert.deepEqual(pinnedTo("link MLI > FRA", data), { kind: "link", s: 0, t: 1 });
  for (const key of ["actor X", "link FRA > MLI", "link MLI > X", "link MLI", "MLI", ""]) assert.equal(pinnedTo(key, data), null);
});

test("an actor glides from the middle of one year to that of the next", () => {
  const actor = { years: [[0, 0], [100, -40]] };
  assert.deepEqual(placeIn(actor, 2020 * 12, 2020), [0, 0]);
  assert.deepEqual(placeIn(actor, 2020 * 12 + 6, 2020), [0, 0]);
  assert.deepEqual(placeIn(actor, 2021 * 12, 2020), [50, -20]);
  assert.deepEqual(placeIn(actor, 2021 * 12 + 6, 2020), [100, -40]);
  assert.deepEqual(placeIn(actor, 2030 * 12, 2020), [100, -40]);
});

test("a folded bloc holds its members' links outward, and none within", () => {
  const data = { actors: [{ b: 0 }, { b: 0 }, { b: -1 }, { b: 0 }] };
  const claim = (e, v) => ({ e, v, m: "asserted" });
  const summary = (number, s, t, claims) => ({ link: { number, s, t }, claims, total: 1 });
  const summaries = new Map([
    [0, summary(0, 0, 1, [claim(0, 1)])], [1, summary(1, 0, 2, [claim(1, 0.5)])],
    [2, summary(2, 3, 2, [claim(2, -0.5)])], [3, summary(3, 2, 0, [claim(3, 0.2)])],
  ]);
  const view = { summaries, actors: [0, 1, 2], links: [summaries.get(0), summaries.get(1), summaries.get(3)] };
  const folded = fold(data, view, new Set([0]));
  assert.deepEqual(folded.actors, ["b0", 2]);
  assert.deepEqual(folded.links.map(({ link, net, stance }) => [link.number, net, stance]), [["b0 2", 0, "contested"], ["2 b0", 0.2, "supportive"]]);
  assert.equal(fold(data, view, new Set()), view);
});

test("guests sit where the map of all has them, apart from those who are there", () => {
  assert.deepEqual(fitLine([[0, 10], [10, 30]]), [2, 10]);
  assert.deepEqual(fitLine([]), [1, 0]);
  const hosts = [{ at: [0, 0], far: [0, 0] }, { at: [200, 100], far: [400, 200] }];
  assert.deepEqual(seatGuests([{ far: [-400, -200] }], hosts, [[0, 0], [200, 100]]), [[-200, -100]]);
  const [x, y] = seatGuests([{ far: [0, 0] }], hosts, [[0, 0], [200, 100]])[0];
  assert.ok(Math.abs(x) >= 110 || Math.abs(y) >= 88);
});

test("the axis of a chart around zero holds values and intervals in whole numbers", () => {
  assert.equal(reachOf([{ value: 0.2, low: null, high: null }]), 1);
  assert.equal(reachOf([{ value: 0.2, low: -1.3, high: 0.4 }]), 2);
});

test("nearness is that of the pair in either order", () => {
  const data = join({ ...RAW, near: [{ a: 0, b: 2, y: [["2022", 0.5, 0.1, 0.9]] }] });
  assert.deepEqual(data.nearness(2, 0), [{ name: "2022", value: 0.5, low: 0.1, high: 0.9 }]);
  assert.deepEqual(data.nearness(0, 1), []);
});
