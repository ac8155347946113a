// Notes that the reader pins to an actor or a link; kept in a file of the reader's own.
import { announce, el, save } from "./dom.js";
import { count, say } from "./words.js";

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

export function makeNotes(repaint) {
  let notes = new Map();
  let status = null;

  function tell() {
    if (status) status.textContent = notes.size ? count(notes.size, "note") : say("notesNone");
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
    return el("fieldset", {}, el("legend", { text: say("notes") }), status, el("div", { class: "actions" },
      el("button", { type: "button", text: say("notesSave"), on: { click: () => save("notes.json", writeNotes(notes), "application/json") } }),
      el("button", { type: "button", text: say("notesLoad"), on: { click: () => file.click() } }), file));
  }

  function field(key) {
    const area = el("textarea", {
      rows: 2, "aria-label": say("note"), placeholder: say("noteHint"), value: notes.get(key) ?? "", maxlength: LONGEST,
      on: {
        input: () => {
          if (area.value.trim()) notes.set(key, area.value);
          else notes.delete(key);
          tell();
        },
      },
    });
    return el("details", { open: notes.has(key), class: "note" }, el("summary", { text: say("note") }), area);
  }

  return { controls, field };
}
