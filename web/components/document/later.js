/** 在线填写一份文书：左边填，右边就是印出来的样子；哪里不对、还差什么，随时说。 */

import { valuesOf, waive } from "../../lib/cases.js";
import { button, el, fill, flag, isInApp, say } from "../../lib/dom.js";
import { openPage } from "../../lib/office/index.js";
import { boundField, follow } from "../form/binder.js";
import { sharedBook } from "../form/book.js";
import { casebar, fillSample } from "../form/casebar.js";
import { checksBox, faultsOf } from "../form/checks.js";
import { leaveGuard } from "../form/guard.js";
import { outputs } from "../form/outputs.js";
import { drawPaper } from "../form/paper.js";
import { sections } from "../form/sections.js";

/** 还差的最多列几样。 */
const MOST_MISSING = 6;

/** @type {any} */ (window).jianjia.load("document-later", open);

/**
 * @param {HTMLElement} inside
 * @param {object} from
 * @param {any} from.data
 * @param {() => void} from.closed 收起以后
 * @returns {{ show: () => void }}
 */
function open(inside, { data, closed }) {
  const page = openPage(data);
  const { document: { slug, checks, layout }, specs } = page;
  const book = sharedBook();
  /** @type {Record<string, any>} */
  let all = {};

  const sample = () => {
    const found = page.sample();
    const shared = specs.filter((spec) => spec.source !== "own").map((spec) => spec.key);
    /** @type {Record<string, any>} */
    const profile = {};
    /** @type {Record<string, any>} */
    const own = {};
    for (const key of Object.keys(found)) (shared.includes(key) ? profile : own)[key] = found[key];
    return { profile, forms: { [slug]: own }, matter: "" };
  };
  const bar = casebar(book, { sample });
  const form = sections(page, (spec) => boundField(book, spec, { slug, prefix: "jj-f-", all: () => all, specs: () => specs }));
  const desk = checksBox(checks, {
    waivers: () => book.now.waivers,
    waive(check, reason) {
      book.change((now, at) => waive(now, check, reason, at));
      book.flush();
    },
    labelOf: form.labelOf,
    jump: form.jump,
  });
  const checksPart = el("section", { class: "jj-fillin-checks", "aria-label": "核对", tabindex: "-1" }, el("p", { class: "jj-sub" }, "核对"), desk.node);
  const paper = el("div", { class: "jj-paper", tabindex: "0", role: "region", "aria-label": "印出来的样子", "data-layout": layout });
  const blank = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".jj-download a"));
  /** @type {import("../../lib/office/expr.js").Verdict[]} */
  let verdicts = [];
  const out = outputs({
    opened: page,
    all: () => (calculate(), all),
    sample: () => book.now.sample,
    faults: () => faultsOf(verdicts, book.now.waivers).length,
    showFaults() {
      checksPart.scrollIntoView({ block: "center" });
      checksPart.focus();
    },
    blank: blank ? blank.href : "",
  }, book.flush);

  const status = el("p", { class: "jj-fillin-status", role: "status" });
  const missingBox = el("div", { class: "jj-missing" });
  const look = button("看样子", () => paper.scrollIntoView({ block: "start" }), { class: "jj-button jj-look" });
  const main = isInApp() ? button("复制全文", async () => say(status, (await out.copy()) ? "已复制全文" : "复制不了，请到下面长按文字复制")) : button("下载 Word", out.word, { class: "jj-button jj-button--main" });
  const sticky = el("div", { class: "jj-fillin-bar" }, status, look, main);
  const close = button("收起", () => {
    book.flush();
    hide();
  });

  fill(inside, el("section", { class: "jj-fillin", "aria-label": "在线填写" },
    el("div", { class: "jj-fillin-head" }, el("h2", { class: "jj-fillin-title", tabindex: "-1" }, "在线填写"), close),
    bar.node,
    el("div", { class: "jj-fillin-columns" },
      el("div", { class: "jj-fillin-form" }, missingBox, form.node, checks.length ? checksPart : "", el("section", { "aria-label": "拿走" }, el("p", { class: "jj-sub" }, "拿走"), out.node)),
      el("div", { class: "jj-fillin-paper" }, paper)),
    sticky));
  const hide = () => {
    inside.hidden = true;
    flag(document.documentElement, "filling", false);
    closed();
  };
  const show = () => {
    inside.hidden = false;
    flag(document.documentElement, "filling", true);
    const heading = /** @type {HTMLElement} */ (inside.querySelector(".jj-fillin-title"));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  };

  const calculate = () => {
    all = page.derive(valuesOf(book.now, slug));
    verdicts = page.check(all);
  };
  const draw = () => {
    calculate();
    bar.show();
    form.show(all);
    desk.show(verdicts);
    drawPaper(paper, page.flow(all, { sample: book.now.sample }));
    const missing = page.unfilled(all);
    const faults = faultsOf(verdicts, book.now.waivers).length;
    const bad = form.bad();
    say(status, [missing.length ? `还差 ${missing.length} 项` : "都填了", bad ? `${bad} 项要看看` : "", faults ? `${faults} 处要改` : ""].filter(Boolean).join("，"));
    const shown = missing.slice(0, MOST_MISSING);
    const text = `${missing.length} ${shown.map((spec) => spec.key).join()}`;
    if (missingBox.dataset.keys !== text && !missingBox.contains(document.activeElement)) {
      missingBox.dataset.keys = text;
      fill(missingBox, ...(shown.length ? [el("span", {}, "还差："), ...shown.map((spec) => button(spec.label, () => form.jump(spec.key), { class: "jj-button jj-button--small" })), missing.length > shown.length ? `等 ${missing.length} 项` : ""] : []));
    }
    leaveGuard(book);
  };
  // 示例是一件一件补的：打开的是示例，这份文书的还没有，就补上。
  if (book.now.sample) fillSample(book, sample());
  follow(book, inside, draw);
  draw();
  show();
  return { show };
}
