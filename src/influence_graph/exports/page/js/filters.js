// The left column: search, filters with their counts, what to show, notes.
import { byId, el, own, replace } from "./dom.js";
import { FILTERS, filtered } from "./state.js";
import { facets } from "./view.js";
import { decimal, labelOf, say, word } from "./words.js";

const FOUND = 8;

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function namesOf(actor) {
  return [actor.en, actor.fr ?? "", actor.id, ...Object.values(actor.short ?? {})];
}

// Actors by any label or code, then claims by their words.
export function search(data, query) {
  const wanted = folded(query.trim());
  if (wanted.length < 2) return { actors: [], claims: [] };
  const has = (text) => text && folded(text).includes(wanted);
  const starts = (actor) => namesOf(actor).some((text) => folded(text).startsWith(wanted));
  const actors = data.actors.filter((actor) => namesOf(actor).some(has));
  actors.sort((a, b) => Number(starts(b)) - Number(starts(a)) || a.number - b.number);
  return { actors: actors.slice(0, FOUND), claims: data.claims.filter((claim) => has(claim.q)).slice(0, FOUND) };
}

function labelFor(data, name, key) {
  if (name === "source") return key || say("noSource");
  if (name === "relation") return labelOf(data.relations.find((relation) => relation.id === key) ?? { en: key });
  return word(name === "kind" ? "kinds" : "modalities", key);
}

function orderOf(name, counts) {
  const keys = [...counts.keys()];
  const order = name === "modality" ? ["asserted", "reported", "planned", "possible", "denied"] : ["verbal", "material", "stance", "influence"];
  if (name === "modality" || name === "kind") {
    const rank = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    return keys.sort((a, b) => rank(a) - rank(b));
  }
  return keys.sort((a, b) => counts.get(b) - counts.get(a) || a.localeCompare(b));
}

export function makeFilters(data, get, change, choose, notes) {
  const place = byId("filters");
  let boxes = [];

  function group(name) {
    const counts = facets(data, get())[name];
    const keys = orderOf(name, counts);
    if (keys.length < 2 && name !== "modality" && name !== "kind") return null;
    const rows = keys.map((key) => {
      const box = el("input", {
        type: "checkbox",
        on: {
          change: () => change((state) => {
            if (box.checked) state.off[name].delete(key);
            else state.off[name].add(key);
          }),
        },
      });
      const n = el("span", { class: "n" });
      const row = el("label", { class: "check" }, box, el("span", { class: "name" }, own(labelFor(data, name, key))), n);
      boxes.push({ name, key, box, n, row });
      return row;
    });
    const title = say(`filter_${name}`);
    if (keys.length > 8) {
      return el("fieldset", {}, el("details", { open: name !== "relation" }, el("summary", { text: title }), rows));
    }
    return el("fieldset", {}, el("legend", { text: title }), rows);
  }

  function toggle(name, label) {
    const box = el("input", { type: "checkbox", id: `show-${name}`, on: { change: () => change((state) => { state[name] = box.checked; }) } });
    boxes.push({ flag: name, box });
    return el("label", { class: "check" }, box, el("span", { class: "name", text: say(label) }));
  }

  function foldToggle() {
    if (!data.blocs.length) return null;
    const box = el("input", { type: "checkbox", id: "show-folded", on: { change: () => change((state) => {
      state.folded = new Set(box.checked ? data.blocs.keys() : []);
    }) } });
    boxes.push({ fold: box });
    return el("label", { class: "check" }, box, el("span", { class: "name", text: say("foldBlocs") }));
  }

  function searchBox() {
    const results = el("div", { class: "results", id: "results", role: "listbox", hidden: true });
    let picked = -1;
    const pick = (step) => {
      const rows = [...results.querySelectorAll("button")];
      if (!rows.length) return;
      picked = (picked + step + rows.length) % rows.length;
      rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === picked)));
      rows[picked].scrollIntoView({ block: "nearest" });
    };
    const show = () => {
      const found = search(data, input.value);
      picked = -1;
      const take = (selection, claim) => () => {
        results.hidden = true;
        choose(selection, claim);
      };
      const actors = found.actors.map((actor) => el("button", {
        type: "button", role: "option", on: { click: take({ kind: "actor", actor: actor.number }) },
      }, own(labelOf(actor)), actor.number >= get().top ? el("span", { class: "quiet", text: ` · ${say("notOnMap")}` }) : null));
      const claims = found.claims.map((claim) => el("button", {
        type: "button", role: "option", on: { click: take({ kind: "link", s: claim.link.s, t: claim.link.t }, claim) },
      }, "“", own(claim.q.length > 110 ? `${claim.q.slice(0, 109)}…` : claim.q), "”"));
      const none = !actors.length && !claims.length;
      results.hidden = input.value.trim().length < 2;
      replace(results, actors, claims, none ? el("p", { class: "quiet", text: say("foundNone") }) : null);
    };
    const input = el("input", {
      type: "search", id: "search", placeholder: say("searchHint"), autocomplete: "off", "aria-controls": "results",
      on: {
        input: show,
        keydown: (event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            pick(event.key === "ArrowDown" ? 1 : -1);
            event.preventDefault();
          } else if (event.key === "Enter") {
            const rows = results.querySelectorAll("button");
            rows[Math.max(picked, 0)]?.click();
          } else if (event.key === "Escape") {
            input.value = "";
            results.hidden = true;
            input.blur();
            event.stopPropagation();
          }
        },
      },
    });
    return el("div", { role: "search" }, el("label", { class: "field", for: "search", text: say("search") }), input, results);
  }

  function topSlider() {
    const most = Math.min(data.limits.actorsMost, data.actors.length);
    if (most <= 10) return null;
    const number = el("output", { for: "top" });
    const input = el("input", {
      type: "range", id: "top", min: 5, max: most, step: 1,
      on: {
        input: () => { number.textContent = input.value; },
        change: () => change((state) => { state.top = Number(input.value); }),
      },
    });
    boxes.push({ slider: input, number });
    return el("fieldset", {}, el("label", { class: "field", for: "top", text: say("topActors") }), el("div", { class: "slider" }, input, number));
  }

  function build() {
    boxes = [];
    const groups = FILTERS.map(group);
    const reset = el("button", {
      type: "button", class: "wide", id: "reset", text: say("reset"),
      on: {
        click: () => change((state) => {
          for (const name of FILTERS) state.off[name].clear();
          Object.assign(state, { contested: false, idle: false, from: data.first, to: data.last });
        }),
      },
    });
    boxes.push({ reset });
    replace(place,
      searchBox(), groups,
      el("fieldset", {}, el("legend", { text: say("show") }), toggle("contested", "contestedOnly"), toggle("idle", "idleActors"), foldToggle()),
      topSlider(), reset, notes.controls());
  }

  function paint(state) {
    const counts = facets(data, state);
    for (const item of boxes) {
      if (item.fold) {
        item.fold.checked = state.folded.size > 0;
        item.fold.indeterminate = state.folded.size > 0 && state.folded.size < data.blocs.length;
      } else if (item.slider) {
        item.slider.value = state.top;
        item.number.textContent = state.top;
      } else if (item.reset) item.reset.disabled = !filtered(state, data) && !state.idle;
      else if (item.flag) item.box.checked = state[item.flag];
      else {
        const n = counts[item.name].get(item.key) ?? 0;
        item.box.checked = !state.off[item.name].has(item.key);
        item.n.textContent = decimal(n, 0);
        item.row.classList.toggle("none", n === 0);
      }
    }
  }

  return { build, paint };
}
