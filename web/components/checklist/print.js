/** 打印：带进度的、空白的，和页末一行日期、网址。空白表只改样子，不动勾选。 */

import { plain, today } from "../../lib/dates.js";
import { el, pageAddress } from "../../lib/dom.js";

/** @param {"progress" | "blank"} kind */
export function printPage(kind) {
  const { dataset } = document.documentElement;
  dataset.print = kind;
  // 有的手机刚弹出打印窗口就报“打完了”，晚一点再还原，免得空白表印出勾来。
  window.addEventListener("afterprint", () => setTimeout(() => delete dataset.print, 1000), { once: true });
  window.print();
}

export function printNote() {
  const note = el("p", { class: "jj-print-note" });
  const write = () => {
    note.textContent = [`打印于 ${plain(today())}`, pageAddress()].filter(Boolean).join("　网址：");
  };
  write();
  window.addEventListener("beforeprint", write);
  return note;
}
