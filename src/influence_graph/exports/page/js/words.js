// The interface in the reader's language, numbers and names with it.
import { shortLabel } from "./looks.js";

let spoken = {};
let tongue = "en";

export function setWords(all, chosen) {
  const wanted = chosen === "auto" ? (navigator.language ?? "en").slice(0, 2) : chosen;
  tongue = all[wanted] ? wanted : "en";
  spoken = all[tongue];
  document.documentElement.setAttribute("lang", tongue);
  return tongue;
}

export function say(name, values) {
  const text = spoken[name] ?? name;
  return values ? text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? "")) : text;
}

// "1 claim", "2 claims": the texts hold both forms, the first for one (in French also for none).
export function count(number, noun) {
  const [one, many] = say("nouns")[noun];
  const single = tongue === "fr" ? Math.abs(number) < 2 : number === 1;
  return `${new Intl.NumberFormat(tongue).format(number)} ${single ? one : many}`;
}

export function decimal(number, digits = 2) {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tongue, format).format(number).replace("-", "−");
}

export function signed(number, digits = 2) {
  return `${number > 0 ? "+" : ""}${decimal(number, digits)}`;
}

export function percent(share) {
  return new Intl.NumberFormat(tongue, { style: "percent" }).format(share);
}

export function labelOf(thing) {
  return (tongue === "fr" && thing.fr) || thing.en;
}

export function noteOf(relation) {
  return tongue === "fr" ? relation.noteFr : relation.noteEn;
}

// The name where room is short: an acronym in the reader's language, if there is one.
export function shortOf(actor) {
  return shortLabel(actor, labelOf(actor), tongue);
}

export function monthName(month, style = "short") {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return new Intl.DateTimeFormat(tongue, { month: style, year: "numeric", timeZone: "UTC" }).format(date);
}

export function word(group, name) {
  return say(group)[name] ?? name;
}
