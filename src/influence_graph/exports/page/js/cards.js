// One claim as a card, and rows that lead to links and actors.
import { el, outside, own, replace, svg } from "./dom.js";
import { SIGNS } from "./looks.js";
import { spanText } from "./months.js";
import { count, decimal, labelOf, percent, say, shortOf, signed, word } from "./words.js";

const TONES = { supportive: "plus", adverse: "minus", contested: "both", none: "both" };

export function toneOf(stance) {
  return TONES[stance];
}

function citation(data, claim) {
  const { article } = claim;
  const about = [article.publisher, article.title && `“${article.title}”`, article.published, article.url].filter(Boolean).join(", ");
  const who = `${labelOf(data.actors[claim.link.s])} – ${labelOf(claim.relation)} – ${labelOf(data.actors[claim.link.t])}`;
  return `“${claim.q}”\n${about}\n${who} (${word("modalities", claim.m)}, ${decimal(claim.c)}), ${claim.id}`;
}

// An actor by its short name; the full one on a longer look.
export function nameOf(actor) {
  const name = own(shortOf(actor));
  if (shortOf(actor) !== labelOf(actor)) name.setAttribute("title", labelOf(actor));
  return name;
}

// Who tells the same event: leads to that claim.
function toldBy(claim, goTo) {
  const { article, link } = claim;
  const name = own(article.publisher ?? article.title ?? say("noSource"));
  const about = [article.title, article.published].filter(Boolean).join(", ");
  return claim.id === undefined ? name : el("button", {
    type: "button", class: "plain", title: about || null, on: { click: () => goTo({ kind: "link", s: link.s, t: link.t }, claim) },
  }, name);
}

export function claimCard(data, claim, value, goTo) {
  const tone = claim.v === 0 ? "both" : claim.sign > 0 ? "plus" : "minus";
  const card = el("article", { class: `card ${tone}`, id: `claim-${claim.number}` });
  const { article } = claim;
  const when = claim.d ? spanText(claim.d, claim.p) : say("undated");
  const source = article.publisher ?? article.title ?? say("noSource");
  const title = article.title && article.publisher ? article.title : null;
  const cite = el("button", {
    type: "button", text: say("cite"),
    on: {
      click: () => {
        const known = card.querySelector(".cite");
        if (known) {
          known.remove();
          return;
        }
        const area = el("textarea", { class: "cite", readonly: true, "aria-label": say("cite"), value: citation(data, claim) });
        card.append(area);
        area.focus();
        area.select();
        navigator.clipboard?.writeText(area.value).catch(() => {});
      },
    },
  });
  const from = [claim.sc, claim.oc].some(Boolean)
    ? say("codedAs", { a: claim.sc ?? data.actors[claim.link.s].id, b: claim.oc ?? data.actors[claim.link.t].id })
    : null;
  const twins = data.tellers(claim);
  const cause = claim.bc === undefined ? null : data.claims[claim.bc];
  replace(card,
    el("div", { class: "head" },
      el("span", {}, el("strong", { text: when }), claim.pub ? el("span", { class: "quiet", text: ` ${say("publishedThen")}` }) : null),
      el("strong", { class: `${tone}-text`, text: value === 0 ? "0" : signed(value) })),
    el("div", {}, own(labelOf(claim.relation))),
    [claim.q, ...(claim.qs ?? [])].map((quote) => el("blockquote", { dir: "auto", text: `“${quote}”` })),
    el("div", { class: "meta" }, article.url ? outside(article.url, source) : own(source), title ? [" · ", own(title)] : null,
      article.published ? ` · ${article.published}` : null),
    claim.by ? el("div", { class: "meta" }, `${say("saidBy")} `, own(claim.by)) : null,
    claim.why ? el("div", { class: "meta" }, `${say("because")} `, own(`“${claim.why}”`)) : null,
    cause ? el("div", { class: "meta" }, el("button", {
      type: "button", on: { click: () => goTo({ kind: "link", s: cause.link.s, t: cause.link.t }, cause) },
    }, `${say("causeClaim")} `, own(labelOf(data.actors[cause.link.s])), ` → `, own(labelOf(data.actors[cause.link.t])))) : null,
    claim.m === "denied" ? el("div", { class: "meta", text: say("deniedNote") }) : value === 0 && claim.v !== 0
      ? el("div", { class: "meta", text: say("sameEvent") }) : null,
    twins.length ? el("div", { class: "meta" }, `${say("alsoToldBy")} `, twins.map((other, i) => [i ? ", " : null, toldBy(other, goTo)])) : null,
    from ? el("div", { class: "meta" }, own(from)) : null,
    el("div", { class: "foot" },
      el("span", { class: "chip", text: word("modalities", claim.m) }),
      claim.rev ? el("span", { class: "chip", text: word("reviews", claim.rev) }) : null,
      el("span", { title: claim.rs ?? "" }, `${say("confidence")} ${percent(claim.c)} `, meter(claim.c)),
      cite),
  );
  return card;
}

function meter(share) {
  const inner = el("i");
  inner.style.width = `${Math.round(share * 100)}%`;
  return el("span", { class: "meter", "aria-hidden": "true" }, inner);
}

export function bar(share, colour, width = 110) {
  const length = Math.max(2, Math.round(share * width));
  return svg("svg", { class: "bars", width, height: 8, "aria-hidden": "true" },
    svg("rect", { x: width - length, y: 0, width: length, height: 8, rx: 2, fill: colour }));
}

export function linkRow(data, summary, go, options = {}) {
  const { s, t } = summary.link;
  const sign = SIGNS[summary.stance];
  const tone = TONES[summary.stance];
  const short = (number) => nameOf(data.actors[number]);
  const name = options.seenFrom === undefined
    ? [short(s), " → ", short(t)]
    : options.seenFrom === s ? ["→ ", short(t)] : ["← ", short(s)];
  const value = options.value ?? count(summary.claims.length, "claim");
  return el("li", {}, el("button", { type: "button", class: "row", on: { click: () => go({ kind: "link", s, t }) } },
    el("span", { class: `glyph ${tone}-text`, text: sign.glyph, title: say(summary.stance) }),
    el("span", { class: "name" }, name),
    el("span", { class: "value", text: value }),
    bar(options.share ?? 0, `var(--${tone === "both" ? "both" : tone})`, 64)));
}
