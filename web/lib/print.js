/** 只印一样东西：复印一份放到网页最外层，别的全收起来，印完拿走。 */

import { el } from "./dom.js";

/**
 * @param {readonly Node[]} parts
 * @param {Readonly<Record<string, string>>} [flags] 写在外层的 data-：landscape 横排、bare 不留页脚
 */
export function printOnly(parts, flags = {}) {
  const copy = el("div", { class: "jj-print-root md-typeset" }, ...parts);
  for (const [name, value] of Object.entries(flags)) copy.dataset[name] = value;
  const { dataset } = document.documentElement;
  for (const old of document.querySelectorAll(".jj-print-root")) old.remove();
  document.body.append(copy);
  dataset.print = "paper";
  // 有的手机刚弹出打印窗口就报“打完了”，晚一点再还原。
  window.addEventListener("afterprint", () => {
    setTimeout(() => {
      if (dataset.print === "paper") delete dataset.print;
      copy.remove();
    }, 1000);
  }, { once: true });
  window.print();
}
