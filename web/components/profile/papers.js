/** 这一包的文书：哪些可出，哪些还差几项；点开填它自己的几项，单独拿走。 */

import { valuesOf, waive } from "../../lib/cases.js";
import { button, el, fill, flag, say } from "../../lib/dom.js";
import { isMissing } from "../../lib/office/values.js";
import { boundField } from "../form/binder.js";
import { checksBox, faultsOf } from "../form/checks.js";
import { outputs } from "../form/outputs.js";
import { drawPaper } from "../form/paper.js";
import { reach } from "../form/sections.js";

/**
 * @typedef {import("../../lib/casebook.js").Casebook} Casebook
 * @typedef {import("../../lib/office/index.js").Pack} Pack
 * @typedef {import("../../lib/office/document.js").Opened} Opened
 * @typedef {{ readonly jump: (key: string) => void, readonly labelOf: (key: string) => string }} Form 档案那张表
 */

const MOST_MISSING = 8;

/**
 * @param {Casebook} book
 * @param {Pack} pack
 * @param {import("./index.js").Matter} matter
 * @param {Form} form
 */
export function papers(book, pack, matter, form) {
  const items = pack.documents.map((opened, i) => paperItem(book, opened, i + 1, matter.links.get(opened.document.slug), form));
  return {
    node: el("ol", { class: "jj-papers" }, ...items.map((item) => item.node)),
    /** 一项不差的（slug）。 */
    ready: () => items.filter((item) => item.missing === 0).map((item) => item.slug),
    show() {
      for (const item of items) item.show();
    },
  };
}

/**
 * @param {Casebook} book
 * @param {Opened} opened
 * @param {number} number
 * @param {{ readonly page: string, readonly blank: string } | undefined} links
 * @param {Form} form
 */
function paperItem(book, opened, number, links, form) {
  const { document: { slug, title, specs, needs, checks } } = opened;
  const state = el("span", { class: "jj-paper-state" });
  const box = el("details", { class: "jj-section jj-paper-item", "data-slug": slug }, el("summary", {}, el("span", {}, `${String(number).padStart(2, "0")} ${title}`), state));
  /** @type {null | { show: () => void }} */
  let inside = null;

  /** 点开才造：28 份一起造，手机上要等。 */
  const build = () => {
    /** @type {Record<string, any>} */
    let all = {};
    /** @type {import("../../lib/office/expr.js").Verdict[]} */
    let verdicts = [];
    const fields = specs.filter((spec) => spec.derive !== null || needs.includes(spec.key)).map((spec) => boundField(book, spec, { slug, prefix: `jj-${slug}-`, all: () => all, specs: () => opened.specs }));
    /** @param {string} key */
    const own = (key) => fields.find((each) => each.spec.key === key);
    const jump = (/** @type {string} */ key) => {
      const found = own(key);
      if (found) reach(found);
      else form.jump(key);
    };
    const labelOf = (/** @type {string} */ key) => own(key)?.spec.label || form.labelOf(key);
    const desk = checksBox(checks, {
      waivers: () => book.now.waivers,
      waive(check, reason) {
        book.change((now, at) => waive(now, check, reason, at));
        book.flush();
      },
      labelOf,
      jump,
    });
    const calculate = () => {
      all = opened.derive(valuesOf(book.now, slug));
      verdicts = opened.check(all);
    };
    const missingBox = el("div", { class: "jj-missing" });
    const checksPart = el("div", { tabindex: "-1" }, desk.node);
    const paper = el("div", { class: "jj-paper", tabindex: "0", role: "region", "aria-label": `${title}印出来的样子` });
    paper.hidden = true;
    const look = button("看样子", () => {
      paper.hidden = !paper.hidden;
      say(look, paper.hidden ? "看样子" : "收起样子");
      show();
    });
    const out = outputs({
      opened,
      all: () => (calculate(), all),
      sample: () => book.now.sample,
      faults: () => faultsOf(verdicts, book.now.waivers).length,
      showFaults: () => checksPart.focus(),
      blank: links ? links.blank : "",
    }, book.flush);
    const link = links ? el("a", { href: links.page }, "使用说明：怎么用、报给谁、盖什么章") : "";
    box.append(missingBox, ...fields.map((each) => each.node), checksPart, out.node, el("div", { class: "jj-row" }, look), paper, el("p", { class: "jj-hint" }, link));
    const show = () => {
      calculate();
      for (const each of fields) each.show();
      desk.show(verdicts.filter(({ state: found }) => found !== "manual"));
      const missing = opened.unfilled(all);
      const shown = missing.filter((spec) => !own(spec.key)).slice(0, MOST_MISSING);
      const text = shown.map((spec) => spec.key).join();
      if (missingBox.dataset.keys !== text) {
        missingBox.dataset.keys = text;
        fill(missingBox, ...(shown.length ? [el("span", {}, "档案里还差："), ...shown.map((spec) => button(spec.label, () => form.jump(spec.key), { class: "jj-button jj-button--small" }))] : []));
      }
      if (!paper.hidden) drawPaper(paper, opened.flow(all, { sample: book.now.sample }));
    };
    return { show };
  };

  const item = {
    slug,
    node: el("li", {}, box),
    missing: -1,
    show() {
      const values = valuesOf(book.now, slug);
      item.missing = opened.unfilled(values).length;
      const own = specs.filter((spec) => spec.derive === null && spec.required && needs.includes(spec.key) && isMissing(values[spec.key])).length;
      say(state, item.missing ? `还差 ${item.missing} 项${own && own < item.missing ? `，其中它自己的 ${own} 项` : ""}` : "可出");
      flag(box, "ready", item.missing === 0);
      if (inside && box.open) inside.show();
    },
  };
  box.addEventListener("toggle", () => {
    if (!box.open) return;
    if (!inside) inside = build();
    inside.show();
  });
  return item;
}
