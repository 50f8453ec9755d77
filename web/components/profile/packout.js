/** 整包拿走：编好号的 Word 和目录，打成一个 .zip；做一份报一份，页面照样能用。微信里给空白件的网址。 */

import { valuesOf } from "../../lib/cases.js";
import { button, el, fill, isInApp, say } from "../../lib/dom.js";
import { download } from "../../lib/files.js";
import { OWN } from "../../lib/office/expr.js";
import { safeName } from "../../lib/office/index.js";
import { takeout } from "../checklist/takeout.js";
import { titleOf } from "../form/casebar.js";

const ZIP = "application/zip";
/** 连着做这么久，就停一下让页面喘口气。 */
const BREATH_MS = 12;
const IN_APP = "这里是微信、QQ 自带的浏览器，下载没有反应。可以在上面各份文书里“复制全文”；要整包的 Word，点右上角“…”选“在浏览器打开”，再用“导出、导入”把填的带过去。";

/**
 * @param {import("../../lib/casebook.js").Casebook} book
 * @param {import("../../lib/office/index.js").Pack} pack
 * @param {import("./index.js").Matter} matter
 * @param {object} state
 * @param {() => readonly string[]} state.ready 一项不差的文书
 * @param {() => number} state.faults
 * @param {() => void} state.showFaults
 */
export function packOut(book, pack, matter, { ready, faults, showFaults }) {
  const total = pack.documents.length;
  const said = el("p", { class: "jj-app-said", role: "status" });
  const bar = el("progress", { class: "jj-progress-bar", max: String(total), "aria-label": "做到第几份" });
  bar.hidden = true;
  const gate = el("div", { class: "jj-gate", role: "region", "aria-label": "先改再出", tabindex: "-1" });
  gate.hidden = true;

  /**
   * @param {readonly string[] | undefined} only
   * @param {string} start 文件名的开头
   * @param {boolean} [draft] 每页印“草稿”
   */
  const make = async (only, start, draft = false) => {
    gate.hidden = true;
    book.flush();
    const { now } = book;
    /** @type {Record<string, any>} */
    const forms = {};
    for (const slug of Object.keys(now.forms)) forms[slug] = { ...now.forms[slug], [OWN]: valuesOf(now, slug)[OWN] };
    const count = only ? only.length : total;
    bar.max = count;
    bar.value = 0;
    bar.hidden = false;
    whole.disabled = part.disabled = true;
    try {
      const steps = pack.zipping(valuesOf(now), forms, { sample: now.sample, draft, ...(only ? { only } : {}) });
      const data = await pump(steps, (done) => {
        bar.value = done;
        say(said, `正在做第 ${Math.min(done + 1, count)} 份，一共 ${count} 份`);
      });
      const name = safeName(`${start}${pack.title}-${titleOf(now, "").replace(/[（(][^]*$/, "")}`, ".zip");
      download(name, /** @type {BlobPart} */ (data), ZIP);
      say(said, `${count} 份和目录，已交给浏览器下载：${name}`);
    } catch (error) {
      console.error(error);
      say(said, "没有做成，请刷新页面再试；填的内容还在。");
    } finally {
      bar.hidden = true;
      show();
    }
  };

  /** @param {() => readonly string[] | undefined} only */
  const guarded = (only) => () => {
    const start = book.now.sample ? "示例 " : "";
    const found = faults();
    if (!found) {
      void make(only(), start);
      return;
    }
    gate.hidden = false;
    fill(gate, el("p", {}, `还有 ${found} 处不合规定，先改了再出。`), el("div", { class: "jj-row" },
      button("去改", () => {
        gate.hidden = true;
        showFaults();
      }),
      button("先出一份草稿", () => void make(only(), `${start}草稿 `, true))));
    gate.focus();
  };

  const whole = button(`下载整包（${total} 份，.zip）`, guarded(() => undefined), { class: "jj-button jj-button--main" });
  const part = button("", guarded(ready));
  const node = el("div", { class: "jj-outputs" });
  if (isInApp()) {
    const address = el("input", { type: "text", readonly: "", value: matter.blank, "aria-label": "一包空白件的网址" });
    node.append(el("p", { class: "jj-hint" }, "一包空白件的网址，发到电脑上打开："), el("div", { class: "jj-address" }, address, takeout({ text: () => matter.blank, copyLabel: "复制网址" })), el("p", { class: "jj-hint" }, IN_APP));
  } else {
    node.append(el("div", { class: "jj-row" }, whole, part), gate, bar, said, el("p", { class: "jj-hint" }, "没填的地方留成空白，第一个文件“00 目录”里列着每份还差什么、报给谁、几份、盖什么章。"));
  }

  const show = () => {
    const found = ready().length;
    whole.disabled = bar.hidden === false;
    part.disabled = bar.hidden === false;
    say(part, `只要可出的 ${found} 份`);
    part.hidden = !found || found === total;
  };
  return { node, show };
}

/**
 * 一步一步做，做久了让一让。
 *
 * @template T
 * @param {Generator<number, T, void>} steps
 * @param {(done: number) => void} tell
 * @returns {Promise<T>}
 */
async function pump(steps, tell) {
  let since = Date.now();
  let step = steps.next();
  while (!step.done) {
    if (Date.now() - since > BREATH_MS) {
      tell(step.value);
      await new Promise((resolve) => setTimeout(resolve));
      since = Date.now();
    }
    step = steps.next();
  }
  return step.value;
}
