// The canvas: vis-network shows what pyvis wrote; each repaint brings colours, ends and widths.
import { announce, byId, el, replace, svg } from "./dom.js";
import { parse } from "./data.js";
import { blocColour, linkWidth, nodeSize, roomFor, SIGNS, THEMES, wrapLabel } from "./looks.js";
import { seatGuests } from "./guests.js";
import { groupOf } from "./folding.js";
import { blocName } from "./panel.js";
import { middleOf } from "./drawing.js";
import { makeGlider, placeIn } from "./moving.js";
import { panAsPicture } from "./panning.js";
import { say, shortOf } from "./words.js";

const LABEL = 12.5;
const FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const FAINT = 0.14;
const BUTTONS = 40;
const HEAVY = 100;

function shade(colour, opacity) {
  const part = (from) => parseInt(colour.slice(from, from + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${opacity})`;
}

function blocSize(members) {
  return 16 + 5 * Math.sqrt(members.length);
}

function rank(id) {
  return typeof id === "number" ? id : -1;
}

// vis-network works hard for each item it is told of: it is told of those that look different.
function teller(set) {
  const known = new Map();
  return (items) => {
    const news = items.filter((item) => {
      const look = JSON.stringify(item);
      if (known.get(item.id) === look) return false;
      known.set(item.id, look);
      return true;
    });
    if (news.length) set.update(news);
  };
}

export function makeMap(data, choose, hoverText) {
  const nodes = new vis.DataSet(parse("data-nodes"));
  const edges = new vis.DataSet(parse("data-edges"));
  const tellLooks = teller(nodes);
  const tellLabels = teller(nodes);
  const tellEdges = teller(edges);
  let shownNodes = new Set();
  let shownEdges = new Set();
  const nodeView = new vis.DataView(nodes, { filter: (item) => shownNodes.has(item.id) });
  const edgeView = new vis.DataView(edges, { filter: (item) => shownEdges.has(item.id) });
  const options = JSON.parse(parse("data-options"));
  const place = byId("map");
  const network = new vis.Network(place, { nodes: nodeView, edges: edgeView }, options);
  // Where everybody stands now, and where in the whole period.
  const places = new Map();
  const home = new Map();
  const glide = makeGlider(network);
  data.blocs.forEach((members, bloc) => nodes.add({ id: `b${bloc}`, shape: "hexagon", size: blocSize(members), label: " " }));

  // What stands at a place: an actor, or a bloc with all its members.
  function thing(id) {
    if (typeof id === "number") return data.actors[id];
    const bloc = Number(id.slice(1));
    return { id, en: blocName(data, bloc), b: bloc, size: blocSize(data.blocs[bloc]) };
  }
  const sizeOf = (id) => (typeof id === "number" ? nodeSize(data.actors[id]) : blocSize(data.blocs[Number(id.slice(1))]));
  let far = false;
  let last = null;
  let focus = null;
  let foldedBefore = "";

  const seated = new Set();

  function setPlaces(wantFar) {
    far = wantFar;
    seated.clear();
    for (const actor of data.actors) {
      const at = (wantFar ? actor.far : actor.at) ?? actor.far ?? actor.at;
      places.set(actor.number, at);
    }
    data.blocs.forEach((members, bloc) => {
      const known = members.map((number) => places.get(number)).filter(Boolean);
      const mean = (i) => known.reduce((sum, at) => sum + at[i], 0) / Math.max(known.length, 1);
      places.set(`b${bloc}`, [mean(0), mean(1)]);
    });
    for (const [id, at] of places) home.set(id, at);
    nodes.update([...places].map(([id, [x, y]]) => ({ id, x, y })));
  }
  setPlaces(false);

  // To the places of a month while the window plays, else home.
  function follow(month) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const moves = [];
    for (const actor of data.actors) {
      if (!actor.years || far) continue;
      const from = places.get(actor.number);
      const to = month === null ? home.get(actor.number) : placeIn(actor, month, data.firstYear);
      if (Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]) > 0.5) moves.push([actor.number, from, to]);
    }
    if (!moves.length) return;
    for (const [id, , to] of moves) places.set(id, to);
    nodes.update(moves.map(([id, , [x, y]]) => ({ id, x, y })));
    glide(moves);
  }

  // Returns whether someone new came.
  function seat(shown) {
    const isGuest = (id) => typeof id === "number" && !far && !data.actors[id].at && data.actors[id].far;
    const guests = shown.filter((id) => isGuest(id) && !seated.has(id));
    if (!guests.length) return false;
    const hosts = data.actors.filter((actor) => actor.at && actor.far);
    const taken = shown.filter((id) => !isGuest(id) || seated.has(id)).map((id) => places.get(id));
    seatGuests(guests.map((id) => data.actors[id]), hosts, taken).forEach((at, i) => {
      places.set(guests[i], at);
      home.set(guests[i], at);
      seated.add(guests[i]);
    });
    nodes.update(guests.map((id) => ({ id, x: places.get(id)[0], y: places.get(id)[1] })));
    return true;
  }

  const context = document.createElement("canvas").getContext("2d");
  context.font = `${LABEL}px ${FACE}`;

  // Labels keep their size on the screen; those without room wait for a nearer look.
  function setLabels() {
    if (!last) return;
    const scale = Math.round(network.getScale() * 1e4) / 1e4;
    const theme = THEMES[last.theme];
    const labels = [];
    const obstacles = [];
    for (const number of last.view.actors) {
      const actor = thing(number);
      const lines = wrapLabel(shortOf(actor));
      const at = places.get(number);
      const size = sizeOf(number) * scale;
      const x = at[0] * scale;
      const y = at[1] * scale;
      const half = Math.max(...lines.map((line) => context.measureText(line).width), 8) / 2 + 2;
      const top = y + size + 1;
      const tall = lines.length * LABEL * 1.2 + 4;
      const above = y - size - 3 - tall;
      labels.push({
        id: number, lines, always: focus?.has(number),
        boxes: [[x - half, top, x + half, top + tall], [x - half, above, x + half, above + tall]],
      });
      obstacles.push({ id: number, box: [x - size, y - size, x + size, y + size] });
    }
    labels.sort((a, b) => Number(b.always ?? 0) - Number(a.always ?? 0) || rank(a.id) - rank(b.id));
    const shown = roomFor(labels, obstacles);
    const size = Math.min(LABEL / scale, 60);
    tellLabels(labels.map(({ id, lines, boxes }) => {
      const faint = focus && !focus.has(id);
      const up = shown.get(id) === boxes[1] ? (boxes[1][1] - boxes[0][1]) / scale : 0;
      return {
        id,
        label: shown.has(id) ? lines.join("\n") : " ",
        font: {
          size, face: FACE, vadjust: up, strokeWidth: 3 / scale, strokeColor: theme.ground,
          color: faint ? shade(theme.text, 0.3) : theme.text,
        },
      };
    }));
    last.labels = [...shown].map(([id, box]) => ({ id, box }));
  }

  let waiting = 0;
  function labelsSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(setLabels, 90);
  }

  // Whoever may come while the window plays is to be in the picture from its start.
  function fitAll(top) {
    const ids = data.actors.slice(0, top).map(({ number }) => number);
    if (!last.folded.size) fit(true, ids);
  }

  function fit(animate, ids = last.view.actors) {
    if (!ids.length) return;
    const xs = ids.map((id) => places.get(id));
    const box = place.getBoundingClientRect();
    if (box.width < 10) return;
    const around = ids.map((id, i) => {
      const actor = thing(id);
      const lines = wrapLabel(shortOf(actor));
      const half = Math.max(...lines.map((line) => context.measureText(line).width), 8) / 2;
      return { x: xs[i][0], y: xs[i][1], size: sizeOf(id), half: Math.min(half, box.width / 6), tall: lines.length * LABEL * 1.2 + 6 };
    });
    // Labels keep their size on the screen: the scale that fits them is found step by step.
    let scale = 1;
    let left, right, top, bottom;
    for (let i = 0; i < 8; i++) {
      left = Math.min(...around.map(({ x, size, half }) => x - Math.max(size, half / scale)));
      right = Math.max(...around.map(({ x, size, half }) => x + Math.max(size, half / scale)));
      top = Math.min(...around.map(({ y, size }) => y - size));
      bottom = Math.max(...around.map(({ y, size, tall }) => y + size + tall / scale));
      scale = Math.min((box.width - 28 - BUTTONS) / Math.max(right - left, 1), (box.height - 44) / Math.max(bottom - top, 1), 1.5);
    }
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    network.moveTo({
      position: { x: (left + right) / 2 + BUTTONS / 2 / scale, y: (top + bottom) / 2 + 6 / scale },
      scale,
      animation: animate && !quiet ? { duration: 350 } : false,
    });
    setLabels();
    if (animate) setTimeout(setLabels, 400);
  }

  function focusOf(selection, path) {
    if (path) {
      const links = last.pathLinks ?? new Set();
      const steps = last.view.links.map(({ link }) => link).filter(({ number }) => links.has(number));
      return { nodes: new Set([...path, ...steps.flatMap(({ s, t }) => [s, t])]), links };
    }
    if (!selection) return null;
    const group = (end) => (typeof end === "number" ? groupOf(data, end, last.folded) : end);
    if (selection.kind !== "actor") {
      const [s, t] = [group(selection.s), group(selection.t)];
      return { nodes: new Set([s, t]), links: new Set(last.view.links.filter(({ link }) => link.s === s && link.t === t).map(({ link }) => link.number)) };
    }
    const centre = group(selection.actor);
    const links = last.view.links.map(({ link }) => link).filter(({ s, t }) => s === centre || t === centre);
    return { nodes: new Set([centre, ...links.flatMap(({ s, t }) => [s, t])]), links: new Set(links.map(({ number }) => number)) };
  }

  function paint(view, state, theme, pathLinks, month) {
    const first = !last;
    const wantFar = state.top > Math.min(data.limits.top, data.actors.length);
    const colours = THEMES[theme];
    last = { view, theme, pathLinks, folded: state.folded };
    if (wantFar !== far) setPlaces(wantFar);
    else if (!first) follow(month);
    const came = seat(view.actors);
    const focused = focusOf(state.selection, state.path);
    focus = focused?.nodes ?? null;
    const before = shownNodes.size;
    shownNodes = new Set(view.actors);
    shownEdges = new Set(view.links.map(({ link }) => link.number));
    tellLooks(view.actors.map((number) => {
      const actor = thing(number);
      const faint = focus && !focus.has(number);
      const picked = state.selection?.kind === "actor" && state.selection.actor === number;
      const fill = blocColour(actor.b, theme);
      return {
        id: number,
        opacity: 1,
        borderWidth: picked ? 3.5 : 1.4,
        color: {
          background: faint ? shade(fill, theme === "dark" ? 0.2 : 0.3) : fill,
          border: faint ? shade(colours.outline, 0.25) : picked ? colours.accent : colours.outline,
        },
      };
    }));
    tellEdges(view.links.map((summary) => {
      const sign = SIGNS[summary.stance];
      const chosen = focused?.links.has(summary.link.number);
      const faint = focused && !chosen;
      const only = focused?.links.size === 1 && chosen;
      return {
        id: summary.link.number,
        from: summary.link.s,
        to: summary.link.t,
        width: linkWidth(summary) * (only ? 1.5 : 1),
        dashes: summary.asserted ? false : [6, 4],
        color: { color: shade(colours[sign.colour], faint ? FAINT : 0.92), hover: colours[sign.colour], inherit: false },
        arrows: { to: { enabled: true, type: sign.end, scaleFactor: sign.end === "bar" ? 0.62 : 0.5 } },
      };
    }));
    nodeView.refresh();
    edgeView.refresh();
    const folding = [...state.folded].sort().join();
    if (first || (before === 0 && shownNodes.size) || folding !== foldedBefore || came) fit(!first && came);
    else setLabels();
    foldedBefore = folding;
  }

  network.on("click", (event) => {
    const [node] = event.nodes;
    const [edge] = event.edges;
    if (typeof node === "string") choose({ kind: "bloc", bloc: Number(node.slice(1)) });
    else if (event.nodes.length) choose({ kind: "actor", actor: node });
    else if (typeof edge === "string") {
      const { link } = last.view.links.find((summary) => summary.link.number === edge);
      choose({ kind: "bundle", s: link.s, t: link.t });
    } else if (event.edges.length) {
      const link = data.links[event.edges[0]];
      choose({ kind: "link", s: link.s, t: link.t });
    } else choose(null);
  });
  panAsPicture(network, place, () => shownEdges.size > HEAVY);
  network.on("zoom", labelsSoon);
  network.on("dragEnd", (event) => {
    for (const id of event.nodes) {
      const at = network.getPosition(id);
      places.set(id, [at.x, at.y]);
      home.set(id, [at.x, at.y]);
      if (typeof id === "number") data.actors[id].years = null;
    }
    if (event.nodes.length) setLabels();
  });
  const tip = byId("tip");
  const hide = () => {
    tip.hidden = true;
    place.firstElementChild.style.cursor = "default";
  };
  const show = (text, event) => {
    replace(tip, ...text);
    tip.hidden = false;
    const x = Math.min(event.pointer.DOM.x + 14, place.clientWidth - tip.offsetWidth - 6);
    tip.style.left = `${Math.max(x, 4)}px`;
    tip.style.top = `${Math.max(Math.min(event.pointer.DOM.y + 14, place.clientHeight - tip.offsetHeight - 6), 4)}px`;
    place.firstElementChild.style.cursor = "pointer";
  };
  network.on("hoverNode", (event) => show(hoverText.actor(event.node), event));
  network.on("hoverEdge", (event) => show(hoverText.link(event.edge), event));
  for (const type of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(type, hide);

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    setLabels();
  }
  function pan(dx, dy) {
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: at.x + dx / scale, y: at.y + dy / scale } });
  }
  function setButtons() {
    const icon = (d) => svg("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
      svg("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 1.6 }));
    const button = (name, d, run) => el("button", { type: "button", title: say(name), "aria-label": say(name), on: { click: run } }, icon(d));
    replace(byId("zoom"),
      button("zoomIn", "M8 3v10M3 8h10", () => zoom(1.3)),
      button("zoomOut", "M3 8h10", () => zoom(1 / 1.3)),
      button("zoomFit", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", () => { fit(true); announce(say("zoomFit")); }));
  }
  let width = 0;
  new ResizeObserver(() => {
    const box = place.getBoundingClientRect();
    if (box.width < 10 || Math.abs(box.width - width) < 2) return;
    width = box.width;
    network.setSize("100%", "100%");
    network.redraw();
    if (last) fit(false);
  }).observe(place);

  function onScreen() {
    const scale = network.getScale();
    return {
      scale,
      labels: (last?.labels ?? []).map(({ id, box }) => {
        const [x, y] = places.get(id);
        const at = network.canvasToDOM({ x, y });
        return { id, box: [box[0] - x * scale + at.x, box[1] - y * scale + at.y, box[2] - x * scale + at.x, box[3] - y * scale + at.y] };
      }),
      nodes: (last?.view.actors ?? []).map((id) => {
        const at = network.canvasToDOM({ x: places.get(id)[0], y: places.get(id)[1] });
        return { id, x: at.x, y: at.y, size: sizeOf(id) * scale };
      }),
      links: (last?.view.links ?? []).map(({ link }) => {
        const [x, y] = middleOf(places.get(link.s), places.get(link.t));
        const at = network.canvasToDOM({ x, y });
        return { s: thing(link.s).id, t: thing(link.t).id, x: at.x, y: at.y };
      }),
    };
  }
  function canvas() {
    return place.querySelector("canvas");
  }
  return { paint, fit, fitAll, zoom, pan, setButtons, places: home, onScreen, canvas, network };
}
