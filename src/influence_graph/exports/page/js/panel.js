// The right column: the overview, or all that stands behind an actor or a link.
import { bar, claimCard, linkRow, nameOf, toneOf } from "./cards.js";
import { columns, points } from "./charts.js";
import { byId, el, own, replace } from "./dom.js";
import { SIGNS } from "./looks.js";
import { scores, wilson } from "./scoring.js";
import { seen } from "./view.js";
import { count, decimal, labelOf, noteOf, percent, say, shortOf, signed, word } from "./words.js";

function section(title, ...content) {
  return [el("h3", { text: title }), ...content];
}

function listOf(data, summaries, go, options) {
  const most = Math.max(...summaries.map(({ total }) => total), 1e-9);
  return el("ul", {}, summaries.map((summary) => linkRow(data, summary, go, { ...options?.(summary), share: summary.total / most })));
}

export function yearsOf(data) {
  const years = [];
  if (!data.dated) return years;
  for (let year = Math.floor(data.first / 12); year <= Math.floor(data.last / 12); year++) years.push(year);
  return years;
}

// How much one dealt with whom in each year: partners, as a part of the most of that year.
function reachByYear(data, actor) {
  return yearsOf(data).map((year) => {
    const partners = new Map();
    for (const claim of data.claims) {
      if (claim.v === 0 || !claim.day || Number(claim.day.slice(0, 4)) !== year) continue;
      for (const [one, other] of [[claim.link.s, claim.link.t], [claim.link.t, claim.link.s]]) {
        if (!partners.has(one)) partners.set(one, new Set());
        partners.get(one).add(other);
      }
    }
    return { name: String(year), value: partners.get(actor)?.size ?? 0, text: String(partners.get(actor)?.size ?? 0) };
  }).filter(({ value }) => value > 0);
}

// Events of both directions in each year: the cooperative share with its interval.
function toneByYear(data, a, b) {
  const links = [data.link(a, b), data.link(b, a)].filter(Boolean);
  return yearsOf(data).map((year) => {
    const events = new Map();
    for (const claim of links.flatMap(({ claims }) => claims)) {
      if (claim.v === 0 || !claim.day || Number(claim.day.slice(0, 4)) !== year) continue;
      events.set(claim.e, claim.sign);
    }
    const n = events.size;
    const positive = [...events.values()].filter((sign) => sign > 0).length;
    if (!n) return { value: null };
    const [low, high] = wilson(positive, n);
    return { name: String(year), value: positive / n, low, high, text: `${positive}/${n}`, colour: positive * 2 > n ? "var(--plus)" : positive * 2 < n ? "var(--minus)" : "var(--both)" };
  }).filter(({ value }) => value !== null);
}

function nearLabel(near) {
  return `${say("nearByYear")}: ${near.map(({ name, value }) => `${name} ${signed(value)}`).join(", ")}`;
}

export function makePanel(data, get, go, change, notes, paths) {
  const place = byId("panel");

  function outsideWindow(number) {
    return [
      el("p", { class: "quiet", text: say("nothingHere", { n: count(number, "claim") }) }),
      el("div", { class: "actions" }, el("button", {
        type: "button", text: say("showAll"),
        on: { click: () => change((state) => {
          Object.assign(state, { from: data.first, to: data.last, contested: false });
          for (const off of Object.values(state.off)) off.clear();
        }) },
      })),
    ];
  }

  function overview(view) {
    const shown = view.actors.map((number) => data.actors[number]).slice(0, 7);
    const links = [...view.links].sort((a, b) => b.total - a.total);
    const contested = links.filter(({ stance }) => stance === "contested");
    const { totals } = data;
    if (!data.claims.length) {
      return [el("h2", { text: say("overview") }), el("p", { class: "quiet", text: say("emptyGraph") })];
    }
    return [
      el("h2", { text: say("overview") }),
      el("p", { class: "quiet", text: say("overviewText") }),
      el("p", { class: "quiet", text: say("madeOf", {
        claims: count(totals.claims, "claim"), articles: count(totals.articles, "article"), publishers: count(totals.publishers, "publisher"),
      }) }),
      section(say("mostInfluential"), el("ul", {}, shown.map((actor) => el("li", {}, el("button", {
        type: "button", class: "row", on: { click: () => go({ kind: "actor", actor: actor.number }) },
      }, el("span", { class: "name" }, nameOf(actor)), bar(actor.i, "var(--bar)"), el("span", { class: "value", text: decimal(actor.i) })))))),
      links.length ? section(say("strongestLinks"), listOf(data, links.slice(0, 7), go, (summary) => ({ value: signed(summary.net) }))) : null,
      contested.length ? section(say("contestedLinks", { n: contested.length }), listOf(data, contested.slice(0, 7), go, (summary) => ({ value: `+${decimal(summary.positive)} / −${decimal(summary.negative)}` }))) : null,
      data.shifts.length ? section(say("shifts"), el("ul", {}, data.shifts.map((shift) => shiftRow(shift)))) : null,
      paths.form(),
    ];
  }

  function shiftRow(shift) {
    const toward = shift.after[0] / shift.after[1] > shift.before[0] / shift.before[1];
    return el("li", {}, el("button", { type: "button", class: "row", on: { click: () => showShift(shift) } },
      el("span", { class: `glyph ${toward ? "plus" : "minus"}-text`, text: toward ? "▲" : "▼" }),
      el("span", { class: "name" }, nameOf(data.actors[shift.a]), " – ", nameOf(data.actors[shift.b])),
      el("span", { class: "value", text: `${shift.before.join("/")} → ${shift.after.join("/")} · ${shift.on.slice(0, 7)}` })));
  }

  function showShift(shift) {
    const link = data.link(shift.a, shift.b) ?? data.link(shift.b, shift.a);
    if (!link) return;
    const claims = shift.c.map((number) => data.claims[number]);
    const after = claims.find((claim) => claim.id && claim.day >= shift.on);
    const target = after?.link ?? link;
    go({ kind: "link", s: target.s, t: target.t }, after, shift);
  }

  function linkPanel(selection, view) {
    const link = data.link(selection.s, selection.t);
    const source = data.actors[selection.s];
    const target = data.actors[selection.t];
    const name = el("h2", {}, own(labelOf(source)), " → ", own(labelOf(target)));
    const reverse = data.link(selection.t, selection.s);
    const summary = view.summaries.get(link.number);
    const back = reverse ? el("button", { type: "button", id: "reverse", on: { click: () => go({ kind: "link", s: selection.t, t: selection.s }) } },
      "⇄ ", nameOf(target), " → ", nameOf(source), ` (${reverse.claims.length})`) : null;
    const ends = el("div", { class: "actions" }, [source, target].map((actor) => el("button", {
      type: "button", on: { click: () => go({ kind: "actor", actor: actor.number }) },
    }, nameOf(actor))), back);
    if (!summary) return [name, outsideWindow(link.claims.length), ends];
    const values = scores(summary.claims);
    const worded = summary.claims.filter((claim) => claim.id);
    const ordered = [...worded].sort((a, b) => (a.day ?? "9").localeCompare(b.day ?? "9") || a.number - b.number);
    const sources = new Set(summary.claims.map((claim) => claim.article.publisher ?? claim.article.id)).size;
    const hidden = summary.claims.length - worded.length;
    const years = toneByYear(data, selection.s, selection.t);
    const near = data.nearness(selection.s, selection.t);
    const outsideNow = link.claims.length - summary.claims.length;
    return [
      name,
      el("div", { class: "chips" },
        el("span", { class: `chip ${toneOf(summary.stance)}`, text: `${SIGNS[summary.stance].glyph} ${say(summary.stance)}` }),
        el("span", { class: "chip", text: `${say("net")} ${signed(summary.net)}` }),
        el("span", { class: "chip", text: count(summary.claims.length, "claim") }),
        el("span", { class: "chip", text: count(sources, "source") }),
        summary.asserted ? null : el("span", { class: "chip", text: say("notAsserted") })),
      section(say("whyHere"), arithmetic(summary, values)),
      ends,
      years.length ? section(say("toneByYear"), columns(years, say("toneByYear"), 1), el("p", { class: "quiet", text: say("toneNote") })) : null,
      near.length ? section(say("nearByYear"), points(near, nearLabel(near)), el("p", { class: "quiet", text: say("nearNote") })) : null,
      notes.field(`link ${source.id} > ${target.id}`),
      section(say("claimsOldest"), ordered.map((claim) => claimCard(data, claim, values.get(claim), go))),
      hidden ? el("p", { class: "quiet", text: say("moreClaims", { n: hidden }) }) : null,
      outsideNow ? outsideWindow(outsideNow) : null,
    ];
  }

  function nameOfEnd(end) {
    return own(typeof end === "number" ? labelOf(data.actors[end]) : blocName(data, Number(end.slice(1))));
  }

  function bundlePanel(selection, folded) {
    const name = el("h2", {}, nameOfEnd(selection.s), " → ", nameOfEnd(selection.t));
    const bundle = folded.links.find(({ link }) => link.s === selection.s && link.t === selection.t);
    if (!bundle?.parts) return [name, el("p", { class: "quiet", text: say("nothingShown") })];
    return [
      name,
      el("div", { class: "chips" },
        el("span", { class: `chip ${toneOf(bundle.stance)}`, text: `${SIGNS[bundle.stance].glyph} ${say(bundle.stance)}` }),
        el("span", { class: "chip", text: `${say("net")} ${signed(bundle.net)}` }),
        el("span", { class: "chip", text: count(bundle.claims.length, "claim") })),
      section(count(bundle.parts.length, "link"), listOf(data, bundle.parts, go, (summary) => ({ value: signed(summary.net) }))),
    ];
  }

  function arithmetic(summary, values) {
    const rows = [...values].filter(([claim]) => claim.id).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0].number - b[0].number).slice(0, 8);
    const rest = [...values].filter(([claim]) => !rows.some(([other]) => other === claim));
    const restSum = rest.reduce((sum, [, value]) => sum + value, 0);
    return el("div", { class: "box" },
      el("p", {}, `${say("arithmetic")} `, el("strong", { text: `+${decimal(summary.positive)}` }), ` ${say("supportive")}, `,
        el("strong", { text: `−${decimal(summary.negative)}` }), ` ${say("adverse")}.`),
      el("table", { class: "sums" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col", text: say("relation") }), el("th", { scope: "col", text: say("strength") }), el("th", { scope: "col", text: say("weight") }), el("th", { scope: "col", text: say("adds") }))),
        el("tbody", {}, rows.map(([claim, value]) => el("tr", {},
          el("td", {}, own(labelOf(claim.relation))), el("td", { text: decimal(claim.relation.strength) }),
          el("td", { text: `× ${decimal(claim.w)}` }), el("td", { text: value === 0 ? "0" : signed(value) }))),
        rest.length ? el("tr", {}, el("td", { colspan: 3, text: say("others", { n: rest.length }) }), el("td", { text: signed(restSum) })) : null),
        el("tfoot", {}, el("tr", {}, el("td", { colspan: 3, text: say("net") }), el("td", { text: signed(summary.net) })))),
      el("p", { class: "quiet", text: say("weightNote") }),
      summary.stance === "contested" ? el("p", { class: "quiet", text: say("contestedNote", { share: percent(Math.min(summary.positive, summary.negative) / summary.total) }) }) : null,
      remarks(values).map((relation) => el("p", { class: "quiet remark" }, el("strong", {}, own(labelOf(relation))), " · ", own(noteOf(relation)))));
  }

  // What the sums hold of relations that count otherwise than their names say.
  function remarks(values) {
    const counted = [...values].filter(([, value]) => value !== 0).map(([claim]) => claim.relation);
    return [...new Set(counted)].filter(noteOf);
  }

  function actorPanel(selection, view) {
    const actor = data.actors[selection.actor];
    const all = actor.links.map((link) => view.summaries.get(link.number)).filter(Boolean);
    all.sort((a, b) => b.total - a.total);
    const by = (stance) => all.filter((summary) => summary.stance === stance);
    const bloc = actor.b >= 0 ? blocName(data, actor.b) : say("noBloc");
    const years = reachByYear(data, actor.number);
    const most = Math.max(1, ...years.map(({ value }) => value));
    const lists = ["supportive", "adverse", "contested", "none"].map((stance) => {
      const found = by(stance);
      return found.length ? section(say(`${stance}Links`, { n: found.length }), listOf(data, found, go, () => ({ seenFrom: actor.number }))) : null;
    });
    return [
      el("h2", {}, own(labelOf(actor)), shortOf(actor) === labelOf(actor) ? null : [" (", own(shortOf(actor)), ")"]),
      el("div", { class: "chips" },
        el("span", { class: "chip", text: word("actorKinds", actor.kind) }),
        el("span", { class: "chip" }, own(bloc)),
        el("span", { class: "chip", text: say("influenceRank", { i: decimal(actor.i), rank: actor.number + 1 }) }),
        el("span", { class: "chip" }, own(actor.id)),
        actor.new ? el("span", { class: "chip", text: say("provisional") }) : null),
      years.length ? section(say("reachByYear"), columns(years, say("reachByYear"), most)) : null,
      all.length ? lists : outsideWindow(actor.links.reduce((sum, link) => sum + link.claims.length, 0)),
      notes.field(`actor ${actor.id}`),
      paths.form(actor.number),
    ];
  }

  function pathPanel(state, view) {
    const [start, goal] = state.path;
    const steps = paths.between(view, start, goal);
    const names = [own(labelOf(data.actors[start])), " … ", own(labelOf(data.actors[goal]))];
    if (!steps) return [el("h2", {}, names), el("p", { class: "quiet", text: say("noPath") }), paths.form(start, goal)];
    return [
      el("h2", {}, names),
      el("p", { id: "path-way" }, [start, ...steps.map(({ to }) => to)].map((number, i) => [i ? " – " : null, nameOf(data.actors[number])])),
      el("p", { class: "quiet", text: say("pathText", { n: count(steps.length, "step") }) }),
      steps.map(({ link }) => {
        const values = scores(link.claims);
        const best = link.claims.filter((claim) => claim.id).sort((a, b) => Math.abs(values.get(b)) - Math.abs(values.get(a)))[0];
        return el("div", { class: "step" }, el("ul", {}, linkRow(data, link, go, { value: signed(link.net), share: 1 })),
          best ? claimCard(data, best, values.get(best), go) : null);
      }),
      paths.form(start, goal),
    ];
  }

  function paint(state, view, folded) {
    const content = state.path ? pathPanel(state, view)
      : state.selection?.kind === "link" ? linkPanel(state.selection, view)
      : state.selection?.kind === "bundle" ? bundlePanel(state.selection, folded)
      : state.selection?.kind === "actor" ? actorPanel(state.selection, view)
      : overview(view);
    const close = state.selection || state.path ? el("button", {
      type: "button", id: "close", class: "close", text: "×", title: say("backToOverview"), "aria-label": say("backToOverview"), on: { click: () => go(null) },
    }) : null;
    replace(place, close, content.flat(3));
  }

  return { paint, showShift };
}

// A bloc is named by its most influential members.
export function blocName(data, bloc) {
  const members = data.blocs[bloc];
  const named = members.slice(0, 2).map((number) => shortOf(data.actors[number])).join(", ");
  return members.length > 2 ? say("blocMore", { named, n: members.length - 2 }) : named;
}


export function yearView(data, state, year) {
  const part = { ...state, from: Math.max(year * 12, data.first), to: Math.min(year * 12 + 11, data.last), selection: null, path: null, idle: false };
  return seen(data, part);
}
