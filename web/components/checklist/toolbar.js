/** 按钮：打印、打印空白表、清空重来。清空不问，给 15 秒撤销。 */

import { el } from "../../lib/dom.js";
import { printPage } from "./print.js";

const UNDO_MS = 15000;

/**
 * @param {object} actions
 * @param {() => boolean} actions.clear 没有可清的为假
 * @param {() => void} actions.undo
 * @param {boolean} actions.readOnly
 */
export function toolbar({ clear, undo, readOnly }) {
  const said = el("span", { class: "jj-said", role: "status" });
  const undoButton = button("撤销", () => {
    undo();
    // 按钮要收起来了，焦点不能掉。
    clearButton.focus();
    settle("已恢复");
    wait();
  });
  const clearButton = button("清空重来", () => {
    if (clear()) {
      said.textContent = "已清空";
      undoButton.hidden = false;
    } else if (undoButton.hidden) {
      said.textContent = "没有勾选，不用清空";
    }
    wait();
  });
  undoButton.hidden = true;
  clearButton.disabled = readOnly;
  let timer = 0;

  /** @param {string} text */
  const settle = (text) => {
    clearTimeout(timer);
    said.textContent = text;
    undoButton.hidden = true;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (document.activeElement === undoButton ? wait() : settle("")), UNDO_MS);
  };

  return el(
    "div",
    { class: "jj-toolbar" },
    button("打印", () => printPage("progress")),
    button("打印空白表", () => printPage("blank")),
    clearButton,
    el("span", { class: "jj-undo" }, said, undoButton),
  );
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const node = el("button", { type: "button", class: "jj-button" }, text);
  node.addEventListener("click", act);
  return node;
}
