// Notes that the reader pins to an actor or a link; kept in a file of the reader's own.
import { announce, el, own, replace, save } from "./dom.js";
import { count, say, shortOf } from "./words.js";

const LONGEST = 20000;

// Read the notes of a file; whatever is not a text under a text is left out.
export function readNotes(text) {
  const found = JSON.parse(text);
  const notes = new Map();
  if (found?.format !== "influence-graph-notes" || typeof found.notes !== "object") throw new Error("no notes");
  for (const [key, note] of Object.entries(found.notes ?? {})) {
    if (typeof note === "string") notes.set(key, note.slice(0, LONGEST));
  }
  return notes;
}

export function writeNotes(notes) {
  const sorted = Object.fromEntries([...notes].filter(([, note]) => note.trim()).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: "influence-graph-notes", version: 1, notes: sorted }, null, 2)}\n`;
}

// What a note is pinned to: the selection that its key names, or null where the page lacks it.
export function pinnedTo(key, data) {
  const number = (code) => data.byCode.get(code)?.number;
  if (key.startsWith("actor ")) {
    const actor = number(key.slice(6));
    return actor === undefined ? null : { kind: "actor", actor };
  }
  if (!key.startsWith("link ")) return null;
  const [s, t] = key.slice(5).split(" > ").map(number);
  return s !== undefined && t !== undefined && data.link(s, t) ? { kind: "link", s, t } : null;
}

export function makeNotes(repaint, data, go) {
  let notes = new Map();
  let saved = true;
  let status = null;
  const list = el("ul");
  window.addEventListener("beforeunload", (event) => {
    if (!saved && notes.size) event.preventDefault();
  });

  function nameOfPin(key, pin) {
    if (!pin) return own(key);
    const label = (number) => own(shortOf(data.actors[number]));
    return pin.kind === "actor" ? label(pin.actor) : [label(pin.s), " → ", label(pin.t)];
  }

  function tell() {
    if (!status) return;
    status.textContent = notes.size ? count(notes.size, "note") : say("notesNone");
    replace(list, [...notes.keys()].sort().map((key) => {
      const pin = pinnedTo(key, data);
      return el("li", {}, el("button", { type: "button", class: "row", disabled: !pin, title: notes.get(key).slice(0, 300), on: { click: () => go(pin) } },
        el("span", { class: "name" }, nameOfPin(key, pin))));
    }));
  }

  function controls() {
    status = el("p", { class: "quiet", id: "notes-count" });
    const file = el("input", {
      type: "file", accept: ".json,application/json", hidden: true, id: "notes-file",
      on: {
        change: async () => {
          try {
            notes = new Map([...notes, ...readNotes(await file.files[0].text())]);
            announce(say("notesRead"));
          } catch {
            announce(say("notesBad"));
            status.textContent = say("notesBad");
            return;
          } finally {
            file.value = "";
          }
          tell();
          repaint();
        },
      },
    });
    tell();
    return el("fieldset", {}, el("legend", { text: say("notes") }), status, list, el("div", { class: "actions" },
      el("button", { type: "button", text: say("notesSave"), on: { click: () => {
        save("notes.json", writeNotes(notes), "application/json");
        saved = true;
      } } }),
      el("button", { type: "button", text: say("notesLoad"), on: { click: () => file.click() } }), file));
  }

  function field(key) {
    const area = el("textarea", {
      rows: 2, "aria-label": say("note"), placeholder: say("noteHint"), value: notes.get(key) ?? "", maxlength: LONGEST,
      on: {
        input: () => {
          if (area.value.trim()) notes.set(key, area.value);
          else notes.delete(key);
          saved = false;
          tell();
        },
      },
    });
    return el("details", { open: notes.has(key), class: "note" }, el("summary", { text: say("note") }), area);
  }

  return { controls, field };
}
