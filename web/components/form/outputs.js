/** 一份文书拿走的几种办法。有要改的，先去改；确要先出的，出草稿。微信里复制全文和空白件的网址在前，不放按了没反应的按钮。 */

import { button, el, fill, isInApp, say } from "../../lib/dom.js";
import { copyText, download } from "../../lib/files.js";
import { printOnly } from "../../lib/print.js";
import { takeout } from "../checklist/takeout.js";
import { drawPaper } from "./paper.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const IN_APP = "这里是微信、QQ 自带的浏览器，下载、打印没有反应。可以复制全文发出去；要 Word，点右上角“…”选“在浏览器打开”（那边要重新填，或者把这一件导出再导入）。";
const DRAFT = "草稿 ";

/**
 * @typedef {import("../../lib/office/document.js").Opened} Opened
 * @typedef {import("../../lib/office/payload.js").Values} Values
 *
 * @typedef {object} Source
 * @property {Opened} opened
 * @property {() => Values} all 连自动算的
 * @property {() => boolean} sample
 * @property {() => number} faults 要改而没改的有几处
 * @property {() => void} showFaults
 * @property {string} blank 空白件的网址
 */

/** 表格做成 .xlsx 才有用的版式。 */
const SHEETS = ["台账", "表格"];

/**
 * @param {Source} source
 * @param {() => void} [leaving] 交出去以前先存一下
 */
export function outputs(source, leaving = () => {}) {
  const { opened } = source;
  const { document: { file, kind, layout, landscape } } = opened;
  const said = el("span", { class: "jj-said", role: "status" });
  const gate = el("div", { class: "jj-gate", role: "region", "aria-label": "先改再出", tabindex: "-1" });
  gate.hidden = true;
  /** @param {boolean} draft */
  const options = (draft) => ({ sample: source.sample(), draft });
  const prefix = () => (source.sample() ? "示例 " : "");
  const text = () => `${source.sample() ? "（示例，单位和人名是虚构的）\n" : ""}${opened.text(source.all())}`;

  /**
   * @param {(name: string, draft: boolean) => void} act 参数是文件名的开头、是不是草稿
   */
  const guarded = (act) => () => {
    leaving();
    const faults = source.faults();
    gate.hidden = !faults;
    if (!faults) {
      act(prefix(), false);
      return;
    }
    fill(gate, el("p", {}, `还有 ${faults} 处不合规定，先改了再出。`), el("div", { class: "jj-row" },
      button("去改", () => {
        gate.hidden = true;
        source.showFaults();
      }),
      button("先出一份草稿", () => {
        gate.hidden = true;
        act(prefix() + DRAFT, true);
      })));
    gate.focus();
  };

  /** @param {string} name @param {Uint8Array} data @param {string} type */
  const give = (name, data, type) => {
    download(name, /** @type {BlobPart} */ (data), type);
    say(said, `已交给浏览器下载：${name}`);
  };
  const word = guarded((start, draft) => give(start + file, opened.docx(source.all(), options(draft)), DOCX));
  const sheet = guarded((start) => give(start + file.replace(/\.docx$/, ".xlsx"), opened.xlsx(source.all()), XLSX));
  const print = guarded((_, draft) => {
    const paper = el("div", { class: "jj-paper", "data-layout": layout });
    drawPaper(paper, opened.flow(source.all(), options(draft)));
    printOnly([paper], landscape ? { landscape: "" } : {});
  });

  const copy = takeout({ text, copyLabel: "复制全文" });
  const row = el("div", { class: "jj-row" });
  const node = el("div", { class: "jj-outputs" }, row, gate);
  if (isInApp()) {
    row.append(copy);
    const address = el("input", { type: "text", readonly: "", value: source.blank, "aria-label": "空白件的网址" });
    node.append(el("div", { class: "jj-address" }, el("span", { class: "jj-hint" }, "空白件（Word）的网址，发到电脑上打开："), address, takeout({ text: () => source.blank, copyLabel: "复制网址" })), el("p", { class: "jj-hint" }, IN_APP));
  } else {
    row.append(button("下载 Word", word, { class: "jj-button jj-button--main" }));
    if (kind === "policy") {
      row.append(button("下载讲解版", guarded((start, draft) => give(`${start}讲解版 ${file}`, opened.docx(source.all(), { ...options(draft), notes: true }), DOCX))));
    }
    if (SHEETS.includes(layout)) row.append(button("下载表格（Excel）", sheet));
    row.append(copy, button("打印", print));
  }
  row.append(said);
  return { node, word, copy: () => copyText(text()) };
}
