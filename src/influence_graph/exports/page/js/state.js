// What the reader chose. One object; every change goes through `change`.
import { monthOf, monthText } from "./months.js";

export const TABS = ["map", "matrix", "years", "claims", "balance"];
export const FILTERS = ["kind", "relation", "modality", "source"];

export function initialState(data) {
  return {
    tab: "map",
    selection: null,
    off: { kind: new Set(), relation: new Set(), modality: new Set(), source: new Set() },
    folded: new Set(),
    contested: false,
    idle: false,
    top: Math.min(data.limits.top, data.actors.length),
    from: data.first,
    to: data.last,
    theme: null,
    language: null,
    sort: ["date", -1],
    path: null,
  };
}

export function filtered(state, data) {
  return (
    FILTERS.some((name) => state.off[name].size > 0) ||
    state.contested || state.from !== data.first || state.to !== data.last
  );
}

function selectionText(selection, data) {
  const code = (number) => encodeURIComponent(data.actors[number].id);
  if (selection.kind === "actor") return code(selection.actor);
  return `${code(selection.s)},${code(selection.t)}`;
}

// The state as the part of an address after "#": only what is not as at first.
export function toHash(state, data) {
  const parts = [];
  if (state.tab !== "map") parts.push(`tab=${state.tab}`);
  if (state.selection && state.selection.kind !== "bundle") parts.push(`sel=${selectionText(state.selection, data)}`);
  if (state.path) parts.push(`path=${state.path.map((number) => encodeURIComponent(data.actors[number].id)).join(",")}`);
  if (state.from !== data.first) parts.push(`from=${monthText(state.from)}`);
  if (state.to !== data.last) parts.push(`to=${monthText(state.to)}`);
  if (state.top !== initialState(data).top) parts.push(`top=${state.top}`);
  for (const name of FILTERS) {
    if (state.off[name].size) parts.push(`no-${name}=${[...state.off[name]].map(encodeURIComponent).join(",")}`);
  }
  if (state.folded.size) parts.push(`folded=${[...state.folded].join(",")}`);
  if (state.contested) parts.push("contested=1");
  if (state.theme) parts.push(`theme=${state.theme}`);
  if (state.language) parts.push(`lang=${state.language}`);
  return parts.join("&");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readSelection(text, data) {
  const found = text.split(",").map((code) => data.byCode.get(decoded(code)));
  if (found.some((actor) => !actor)) return null;
  if (found.length === 1) return { kind: "actor", actor: found[0].number };
  const [s, t] = found.map((actor) => actor.number);
  return found.length === 2 && data.link(s, t) ? { kind: "link", s, t } : null;
}

function readPath(text, data) {
  const found = text.split(",").map((code) => data.byCode.get(decoded(code))?.number);
  return found.length === 2 && found[0] !== found[1] && !found.includes(undefined) ? found : null;
}

// Read such a text; what makes no sense is left out.
export function fromHash(hash, data) {
  const state = initialState(data);
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name, value = ""] = part.split(/=(.*)/s);
    if (name === "tab" && TABS.includes(value)) state.tab = value;
    else if (name === "sel") state.selection = readSelection(value, data);
    else if (name === "path") state.path = readPath(value, data);
    else if ((name === "from" || name === "to") && /^\d{4}-\d{2}$/.test(value)) {
      state[name] = Math.min(Math.max(monthOf(value), data.first), data.last);
    } else if (name === "top" && /^\d{1,4}$/.test(value)) {
      state.top = Math.min(Math.max(Number(value), 1), data.limits.actorsMost, data.actors.length);
    } else if (name.startsWith("no-") && FILTERS.includes(name.slice(3))) {
      state.off[name.slice(3)] = new Set(value.split(",").map(decoded));
    } else if (name === "folded") {
      state.folded = new Set(value.split(",").map(Number).filter((bloc) => data.blocs[bloc]));
    } else if (name === "contested") state.contested = value === "1";
    else if (name === "theme" && ["light", "dark"].includes(value)) state.theme = value;
    else if (name === "lang" && ["en", "fr"].includes(value)) state.language = value;
  }
  if (state.from > state.to) [state.from, state.to] = [state.to, state.from];
  return state;
}
