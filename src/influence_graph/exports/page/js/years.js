// One small map per year, every actor at the place that it has in the whole period.
import { byId, el, replace } from "./dom.js";
import { drawMap } from "./drawing.js";
import { nodeSize, roomFor, wrapLabel } from "./looks.js";
import { yearsOf, yearView } from "./panel.js";
import { say, shortOf } from "./words.js";

const FONT = 38;

function labelsWithRoom(data, view, places) {
  const labels = [];
  const obstacles = [];
  for (const number of [...view.active].sort((a, b) => a - b)) {
    const actor = data.actors[number];
    const [x, y] = places.get(number);
    const size = nodeSize(actor) * 1.1;
    const lines = wrapLabel(shortOf(actor));
    const half = Math.max(...lines.map((line) => line.length), 1) * FONT * 0.31;
    labels.push({ id: number, boxes: [[x - half, y + size, x + half, y + size + 4 + lines.length * FONT * 1.2]] });
    obstacles.push({ id: number, box: [x - size, y - size, x + size, y + size] });
  }
  return [...roomFor(labels, obstacles).keys()];
}

export function paintYears(data, state, theme, places, open) {
  const place = byId("view-years");
  const years = yearsOf(data).filter((year) => yearView(data, state, year).links.length);
  const whole = Array.from({ length: Math.min(state.top, data.actors.length) }, (_, i) => i);
  replace(place,
    el("p", { class: "quiet", text: say(years.length ? "yearsText" : "noDates") }),
    el("div", { class: "years" }, years.map((year) => {
      const view = yearView(data, state, year);
      const by = (stance) => view.links.filter((summary) => summary.stance === stance).length;
      const chip = (stance, tone, glyph) => el("span", { class: `chip ${tone}`, title: say(stance), text: `${glyph} ${by(stance)}` });
      const label = say("yearLabel", { year, a: by("supportive"), b: by("adverse"), c: by("contested") });
      return el("figure", { class: "year" },
        el("div", { class: "head" }, el("strong", { text: year }),
          chip("supportive", "plus", "+"), chip("adverse", "minus", "−"), chip("contested", "both", "±"),
          el("button", { type: "button", text: say("openYear"), "aria-label": `${say("openYear")} ${year}`, on: { click: () => open(year) } })),
        drawMap(data, view, { places, theme, title: label, small: true, ghosts: whole, labels: labelsWithRoom(data, view, places) }));
    })));
}
