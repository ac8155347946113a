// Choosing two actors, and the way between them.
import { el } from "./dom.js";
import { shortestPath } from "./paths.js";
import { labelOf, say } from "./words.js";

export function makeRoutes(data, find) {
  function form(start, goal) {
    if (data.actors.length < 2) return null;
    const chooser = (id, label, chosen) => {
      const names = [...data.actors].slice(0, 300).sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
      const select = el("select", { id, "aria-label": label }, el("option", { value: "", text: label }),
        names.map((actor) => el("option", { value: String(actor.number), text: labelOf(actor).slice(0, 60) })));
      select.value = chosen === undefined ? "" : String(chosen);
      return select;
    };
    const from = chooser("path-from", say("pathFrom"), start);
    const to = chooser("path-to", say("pathTo"), goal);
    const run = () => {
      if (from.value !== "" && to.value !== "" && from.value !== to.value) find(Number(from.value), Number(to.value));
    };
    return [el("h3", { text: say("pathTitle") }), el("div", { class: "pair" }, el("div", { class: "both-fields" }, from, to),
      el("button", { type: "button", id: "path-go", text: say("pathGo"), on: { click: run } }))];
  }
  function between(view, start, goal) {
    return shortestPath([...view.summaries.values()], start, goal);
  }
  return { form, between };
}
