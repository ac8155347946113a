// How things look: colours of both themes, shapes, sizes, ends of lines.
export const THEMES = {
  light: { plus: "#0072b2", minus: "#c2510a", both: "#707070", text: "#1c2430", quiet: "#566070", ground: "#fbfbf9", outline: "#2b3644", none: "#ffffff", accent: "#2a5b8c" },
  dark: { plus: "#56b4e9", minus: "#f28e3c", both: "#b5b5b5", text: "#e8ecf1", quiet: "#a3adba", ground: "#10141b", outline: "#dfe5ec", none: "#ffffff", accent: "#7fb5e6" },
};

// Paul Tol's light palette, told apart also by the colour-blind.
export const BLOC_COLOURS = ["#44bb99", "#99ddff", "#ffaabb", "#eedd88", "#bbcc33", "#ee8866", "#77aadd", "#aaaa00"];
const MORE_BLOCS = "#dddddd";

export const SIGNS = {
  supportive: { glyph: "+", colour: "plus", end: "arrow" },
  adverse: { glyph: "−", colour: "minus", end: "bar" },
  contested: { glyph: "±", colour: "both", end: "diamond" },
  none: { glyph: "0", colour: "both", end: "arrow" },
};

export const SHAPES = ["state", "organisation", "group", "other"];

export function blocColour(bloc, theme) {
  if (bloc < 0) return THEMES[theme].none;
  return BLOC_COLOURS[bloc] ?? MORE_BLOCS;
}

export function nodeSize(actor) {
  return 9 + 30 * Math.sqrt(actor.i);
}

const WIDEST = 9;

export function linkWidth(summary) {
  return Math.min(1.3 + 2.1 * Math.sqrt(summary.total), WIDEST);
}

// A label as at most two short lines, as the places were computed for.
export function wrapLabel(label, most = 18) {
  const lines = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= most) lines[last] += ` ${word}`;
    else if (lines.length === 2) {
      lines[1] = `${lines[1].slice(0, most - 1).trimEnd()}…`;
      break;
    } else lines.push(word);
  }
  return lines.map((line) => (line.length <= most ? line : `${line.slice(0, most - 1)}…`));
}

const FULL = 12;

// The label for the map: an organisation's acronym where its name is long.
export function shortLabel(actor, label, language = "en") {
  const short = actor.short?.[language];
  if (short && label.length > FULL && short.length * 2 <= label.length) return short;
  const cut = wrapLabel(label).some((line) => line.endsWith("…"));
  const found = /^(?:IGO|NSAG|ORG):([A-Z0-9-]{2,18})$/.exec(actor.id);
  return cut && found ? found[1] : label;
}

// Which labels find room, the first ones first, at the first of their boxes that is free:
// [left, top, right, bottom]. Returns the box of each label shown, by id.
export function roomFor(labels, obstacles) {
  const taken = [];
  const shown = new Map();
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  for (const { id, boxes, always } of labels) {
    const free = (box) => !taken.some((other) => meets(box, other)) &&
      !obstacles.some((other) => other.id !== id && meets(box, other.box));
    const box = boxes.find(free) ?? (always ? boxes[0] : null);
    if (box) {
      shown.set(id, box);
      taken.push(box);
    }
  }
  return shown;
}
