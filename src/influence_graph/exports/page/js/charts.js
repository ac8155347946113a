// Small charts of the right column.
import { svg } from "./dom.js";

// Columns with a label beneath; low and high are the ends of an interval.
export function columns(values, label, top) {
  const width = 320;
  const step = Math.min(64, width / values.length);
  return svg("svg", { viewBox: `0 0 ${width} 84`, width: "100%", role: "img", "aria-label": label },
    values.map(({ name, value, low, high, text, colour }, i) => {
      const x = i * step + step / 2;
      const y = (share) => 64 - 46 * (share / top);
      const wide = Math.min(30, step * 0.6);
      return [
        value === null ? null : svg("rect", { x: x - wide / 2, y: y(value), width: wide, height: Math.max(64 - y(value), 1), fill: colour ?? "var(--bar)", rx: 2 }),
        low === undefined || value === null ? null : svg("path", { d: `M${x} ${y(low)}V${y(high)}M${x - 4} ${y(low)}h8M${x - 4} ${y(high)}h8`, stroke: "var(--text)", fill: "none", "stroke-width": 1.2 }),
        text ? svg("text", { x, y: (high === undefined ? y(value ?? 0) : y(high)) - 4, "text-anchor": "middle", "font-size": 10, fill: "var(--text)", text }) : null,
        svg("text", { x, y: 78, "text-anchor": "middle", "font-size": 10.5, fill: "var(--quiet)", text: name }),
      ];
    }));
}

// The ends of the axis of a chart around zero: whole numbers that hold every value and interval.
export function reachOf(values) {
  const most = Math.max(...values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value].map(Math.abs)));
  return Math.max(1, Math.ceil(most));
}

// Points around a zero line, joined in the order of time.
export function points(values, label) {
  const width = 320;
  const step = Math.min(64, (width - 24) / values.length);
  const most = reachOf(values);
  const x = (i) => 24 + i * step + step / 2;
  const y = (value) => 44 - 36 * (value / most);
  return svg("svg", { viewBox: `0 0 ${width} 104`, width: "100%", role: "img", "aria-label": label },
    [most, 0, -most].map((value) => svg("text", { x: 18, y: y(value) + 3.5, "text-anchor": "end", "font-size": 10, fill: "var(--quiet)", text: value > 0 ? `+${value}` : String(value).replace("-", "\u2212") })),
    svg("path", { d: `M24 ${y(0)}H${width}`, stroke: "var(--quiet)", "stroke-width": 0.8, "stroke-dasharray": "2 2" }),
    svg("path", { d: values.map(({ value }, i) => `${i ? "L" : "M"}${x(i)} ${y(value)}`).join(""), stroke: "var(--text)", fill: "none", "stroke-width": 1.4 }),
    values.map(({ name, value, low, high }, i) => [
      low === null ? null : svg("path", { d: `M${x(i)} ${y(low)}V${y(high)}M${x(i) - 4} ${y(low)}h8M${x(i) - 4} ${y(high)}h8`, stroke: "var(--text)", fill: "none", "stroke-width": 1.2 }),
      svg("circle", { cx: x(i), cy: y(value), r: 4, fill: value > 0 ? "var(--plus)" : value < 0 ? "var(--minus)" : "var(--both)" }),
      svg("text", { x: x(i), y: 98, "text-anchor": "middle", "font-size": 10.5, fill: "var(--quiet)", text: name }),
    ]));
}
