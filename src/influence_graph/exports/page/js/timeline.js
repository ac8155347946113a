// The time strip: a histogram of months, two handles, shifts, and a moving window.
import { byId, el, own, replace, svg } from "./dom.js";
import { count, labelOf, monthName, say } from "./words.js";

const HEIGHT = 56;
const MIDDLE = 36;
const WIDE = 1000;
// Bars of claims whose month the article does not tell are lighter.
const ROUGH = 0.45;

export function makeTimeline(data, get, change, showShift) {
  const place = byId("time");
  let timer = null;
  let parts = null;

  function bins(claims) {
    const found = new Map();
    for (const claim of claims) {
      if (claim.month === null || claim.v === 0) continue;
      const bin = found.get(claim.month) ?? { up: 0, down: 0, roughUp: 0, roughDown: 0 };
      const side = claim.sign > 0 ? "up" : "down";
      bin[claim.rough ? (side === "up" ? "roughUp" : "roughDown") : side] += 1;
      found.set(claim.month, bin);
    }
    return found;
  }

  function histogram(claims, state) {
    const span = data.last - data.first + 1;
    const step = WIDE / span;
    const counts = bins(claims);
    const most = Math.max(1, ...[...counts.values()].flatMap(({ up, down, roughUp, roughDown }) => [up + roughUp, down + roughDown]));
    const unit = Math.min(7, 19 / most);
    const root = svg("svg", { viewBox: `0 0 ${WIDE} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const x = (month) => (month - data.first) * step;
    root.append(svg("rect", { x: x(state.from), y: 0, width: (state.to - state.from + 1) * step, height: HEIGHT, fill: "var(--soft)" }));
    for (const [month, { up, down, roughUp, roughDown }] of counts) {
      const inside = state.from <= month && month <= state.to;
      const bar = { x: x(month) + step * 0.1, width: Math.max(step * 0.8, 1.5) };
      const draw = (number, y, fill, share) => {
        if (number) root.append(svg("rect", { ...bar, y, height: number * unit, fill, opacity: inside ? share : share * 0.3 }));
      };
      draw(up, MIDDLE - up * unit, "var(--plus)", 1);
      draw(roughUp, MIDDLE - (up + roughUp) * unit, "var(--plus)", ROUGH);
      draw(down, MIDDLE, "var(--minus)", 1);
      draw(roughDown, MIDDLE + down * unit, "var(--minus)", ROUGH);
    }
    root.append(svg("line", { x1: 0, x2: WIDE, y1: MIDDLE, y2: MIDDLE, stroke: "var(--quiet)", "stroke-width": 1, "vector-effect": "non-scaling-stroke" }));
    for (let month = Math.ceil(data.first / 12) * 12; month <= data.last; month += 12) {
      root.append(svg("line", { x1: x(month), x2: x(month), y1: 0, y2: HEIGHT, stroke: "var(--line)", "vector-effect": "non-scaling-stroke" }));
    }
    return root;
  }

  function yearLabels() {
    const span = data.last - data.first + 1;
    const years = [];
    const every = Math.max(1, Math.ceil((span / 12) * 44 / Math.max(place.clientWidth - 250, 150)));
    for (let month = Math.ceil(data.first / 12) * 12; month <= data.last - span * 0.03; month += 12 * every) {
      const label = el("span", { class: "year-label quiet", text: Math.floor(month / 12) });
      label.style.left = `${((month - data.first) / span) * 100}%`;
      years.push(label);
    }
    return years;
  }

  function setWindow(from, to) {
    change((state) => {
      state.from = Math.max(data.first, Math.min(from, data.last));
      state.to = Math.max(state.from, Math.min(to, data.last));
    });
  }

  function build() {
    stop();
    if (!data.dated) {
      replace(place, el("p", { class: "quiet", text: say("noDates") }));
      parts = null;
      return;
    }
    const handle = (name, label) => el("input", {
      type: "range", min: data.first, max: data.last, step: 1, "aria-label": say(label), id: `handle-${name}`,
      on: {
        input: (event) => {
          const value = Number(event.target.value);
          const state = get();
          if (name === "from") setWindow(Math.min(value, state.to), state.to);
          else setWindow(state.from, Math.max(value, state.from));
        },
      },
    });
    const from = handle("from", "windowStart");
    const to = handle("to", "windowEnd");
    const span = data.last - data.first + 1;
    const marks = el("div", { class: "marks" }, data.shifts.map((shift) => {
      const month = Number(shift.on.slice(0, 4)) * 12 + Number(shift.on.slice(5, 7)) - 1;
      const text = say("shiftMark", { a: labelOf(data.actors[shift.a]), b: labelOf(data.actors[shift.b]), on: shift.on });
      const mark = el("button", { type: "button", title: text, "aria-label": text, text: "◆", on: { click: () => showShift(shift) } });
      mark.style.left = `${((month - data.first + 0.5) / span) * 100}%`;
      return mark;
    }));
    const play = el("button", { type: "button", class: "play", id: "play", on: { click: toggle } });
    const track = el("div", { class: "track" }, el("div", { class: "picture" }), yearLabels(), marks, from, to);
    const when = el("div", { class: "when" });
    replace(place, play, track, when);
    parts = { from, to, play, track, when };
    setPlay();
  }

  function setPlay() {
    if (!parts) return;
    const name = timer ? "pause" : "play";
    parts.play.setAttribute("aria-label", say(name));
    parts.play.setAttribute("title", say(name));
    replace(parts.play, svg("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" },
      svg("path", { d: timer ? "M3 2h3v10H3zM8 2h3v10H8z" : "M3 1l10 6-10 6z", fill: "currentColor" })));
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    setPlay();
  }

  function toggle() {
    if (timer) {
      stop();
      return;
    }
    if (!data.dated) return;
    const width = Math.min(12, Math.max(1, Math.ceil((data.last - data.first + 1) / 3)));
    let end = get().from === data.first && get().to === data.last ? data.first + width - 1 : get().to;
    const size = get().from === data.first && get().to === data.last ? width : get().to - get().from + 1;
    const step = () => {
      if (end > data.last) {
        stop();
        setWindow(data.first, data.last);
        return;
      }
      setWindow(end - size + 1, end);
      end += 1;
    };
    timer = setInterval(step, 650);
    setPlay();
    step();
  }

  function paint(state, claims) {
    if (!parts) return;
    parts.from.value = state.from;
    parts.to.value = state.to;
    parts.from.setAttribute("aria-valuetext", monthName(state.from));
    parts.to.setAttribute("aria-valuetext", monthName(state.to));
    // The handle that can still move lies on top where both meet.
    parts.from.style.zIndex = state.from > (data.first + data.last) / 2 ? 2 : 1;
    const old = parts.track.querySelector(".picture, svg");
    old.replaceWith(histogram(claims, state));
    const months = state.to - state.from + 1;
    const whole = state.from === data.first && state.to === data.last;
    const rough = claims.filter((claim) => claim.rough && state.from <= claim.month && claim.month <= state.to).length;
    const undated = data.claims.filter((claim) => claim.month === null).length;
    replace(parts.when,
      el("strong", {}, months === 1 ? own(monthName(state.from)) : own(`${monthName(state.from)} – ${monthName(state.to)}`)),
      el("span", { class: "quiet", text: whole ? count(months, "month") : say("ofMonths", { n: count(months, "month"), all: data.last - data.first + 1 }) }),
      rough ? el("span", { class: "quiet", title: say("roughHint"), text: say("roughIn", { n: count(rough, "claim") }) }) : null,
      undated ? el("span", { class: "quiet", text: say(whole ? "undatedIn" : "undatedOut", { n: count(undated, "undated") }) }) : null);
  }

  return { build, paint, toggle, stop, setWindow, playing: () => timer !== null };
}
