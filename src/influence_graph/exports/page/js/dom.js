// Elements are made here, from text and attributes only: no string becomes markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
    else if (name === "text") node.textContent = value;
    else if (name === "value" || name === "checked" || name === "disabled") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

export function byId(id) {
  return document.getElementById(id);
}

export function replace(node, ...children) {
  node.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// A text of an article or a name: its direction stays its own.
export function own(text) {
  return el("bdi", { text });
}

// A link to a source; only the web, and it learns nothing of the page.
export function outside(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return own(text);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return own(text);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, own(text));
}

export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
}

const STOPS = "button, a, input, select, textarea, summary";

function nameOfStop(node) {
  return node.getAttribute("aria-label") ?? node.textContent;
}

// Run what makes parts of the page anew, and leave the keyboard where it was: on the same thing
// where there is one again, else on the part (the right column may have another subject now).
export function keepFocus(run) {
  const active = document.activeElement;
  const part = active?.closest?.(".right, .scroll");
  const subject = () => part.querySelector("h2")?.textContent;
  const stops = () => [...part.querySelectorAll(STOPS)];
  const named = () => stops().filter((node) => nameOfStop(node) === nameOfStop(active));
  const before = part && { subject: subject(), stop: stops().indexOf(active), many: stops().length, twin: named().indexOf(active) };
  run();
  if (!part || active.isConnected) return;
  let found = null;
  if (subject() === before.subject) found = named()[before.twin] ?? (stops().length === before.many ? stops()[before.stop] : null);
  (found ?? part).focus({ preventScroll: true });
}

export function announce(text) {
  byId("live").textContent = text;
}
