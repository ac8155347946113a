// The keyboard, and the window that explains it.
import { byId, el, replace } from "./dom.js";
import { say } from "./words.js";

const HELP = [
  ["/", "key_search"], ["n p", "key_links"], ["a A", "key_actors"], ["[ ]", "key_window"], ["{ }", "key_width"], ["Space", "key_play"],
  ["1 – 5", "key_tabs"], ["← ↑ → ↓", "key_pan"], ["+ − 0", "key_zoom"], ["Esc", "key_escape"], ["?", "key_help"],
];

export function showHelp() {
  const dialog = byId("help");
  replace(dialog,
    el("h2", { text: say("helpTitle") }),
    say("helpText").map((text) => el("p", { text })),
    el("dl", {}, HELP.map(([key, name]) => [el("dt", {}, el("kbd", { text: key })), el("dd", { text: say(name) })])),
    el("button", { type: "button", text: say("close"), on: { click: () => dialog.close() } }));
  dialog.showModal();
}

export function listenToKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    const { target } = event;
    const typing = target.matches?.("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      if (typing) target.blur();
      else actions.escape();
      return;
    }
    if (typing) return;
    const pressing = target.matches?.("button, a, summary, input");
    const onTab = target.matches?.("[role=tab]");
    if (event.key === " " && pressing) return;
    if (event.key.startsWith("Arrow") && (onTab || !target.closest?.("#map, body") || target.closest?.(".left, .right, .scroll"))) return;
    const run = actions.keys[event.key];
    if (!run) return;
    event.preventDefault();
    run(event);
  });
}
