/** 做完了能撤销：一句话和一个“撤销”按钮，一直留到用掉或者又做了别的；不限时间。 */

import { button, el, say } from "../../lib/dom.js";

/** @param {() => HTMLElement} next 撤销以后焦点去哪里 */
export function undoBox(next) {
  /** @type {null | (() => void)} */
  let back = null;
  const said = el("span", { class: "jj-said", role: "status" });
  const undo = button("撤销", () => {
    if (back) back();
    tell("已撤销");
    // 按钮要收起来了，焦点不能掉。
    next().focus();
  });
  undo.hidden = true;

  /**
   * @param {string} text
   * @param {null | (() => void)} [how] 怎么撤销；不写就没得撤
   */
  const tell = (text, how = null) => {
    back = how;
    undo.hidden = !how;
    say(said, text);
  };
  return { node: el("span", { class: "jj-undo" }, said, undo), tell, focus: () => undo.focus() };
}
