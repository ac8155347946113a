// What colours, ends, shapes and sizes mean.
import { byId, el, own, replace } from "./dom.js";
import { sampleLine, sampleShape } from "./drawing.js";
import { blocColour, SHAPES } from "./looks.js";
import { blocName } from "./panel.js";
import { say } from "./words.js";

export function legendItems(data, view, theme) {
  const stances = ["supportive", "adverse", "contested"];
  const items = stances.map((stance) => el("span", {}, sampleLine(stance, theme), say(`legend_${stance}`)));
  if (view.links.some(({ asserted }) => !asserted)) items.push(el("span", {}, sampleLine("supportive", theme, true), say("legend_dashed")));
  const actors = view.actors.map((number) => data.actors[number]);
  const shapes = SHAPES.filter((shape) => actors.some((actor) => actor.shape === shape));
  for (const shape of shapes) items.push(el("span", {}, sampleShape(shape, "none", theme), say(`shape_${shape}`)));
  const blocs = [...new Set(actors.map(({ b }) => b))].filter((bloc) => bloc >= 0).sort((a, b) => a - b);
  const named = blocs.slice(0, 8);
  for (const bloc of named) items.push(el("span", {}, sampleShape("state", blocColour(bloc, theme), theme), own(blocName(data, bloc))));
  if (blocs.length > named.length) items.push(el("span", {}, sampleShape("state", blocColour(99, theme), theme), say("otherBlocs")));
  if (blocs.length && actors.some(({ b }) => b < 0)) items.push(el("span", {}, sampleShape("state", blocColour(-1, theme), theme), say("noBloc")));
  return items;
}

export function paintLegend(data, view, theme) {
  replace(byId("legend"), legendItems(data, view, theme), el("span", { class: "quiet", text: say("legend_size") }));
}
