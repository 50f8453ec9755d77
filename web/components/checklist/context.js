/** 工作台和各个面板之间的接缝：一次办理的现状、怎么改、改了怎么知道。 */

import { readJson } from "./rows.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("./rows.js").Row} Row
 *
 * @typedef {object} Context
 * @property {HTMLElement} root 清单的容器 [data-checklist]
 * @property {string} list 清单的路径，如 branch/founding
 * @property {string} title
 * @property {string} type procedure 办事步骤、periodic 定期检查、assessment 评估打分
 * @property {string} version 清单是哪一版：编号和文字的短校验值
 * @property {Record<string, string>} anchors 起算日：名称 → 说明
 * @property {Record<string, number>} grades 评估等次 → 最低得分率（百分数）
 * @property {boolean} readOnly 存档是更新的版本写的，只许看
 * @property {Run} run 现在打开的这次办理；跟 read() 一样
 * @property {() => Run} read
 * @property {(alter: (run: Run, at: string) => Run) => void} change
 *   改并存下：先重读存档，再改；*at* 是现在的时刻，交给 setMark、setAnchor 之类
 * @property {(listener: (run: Run) => void) => void} on
 *   每次有变化（这里改的、别的标签页改的、换了一次办理）都叫一遍；工作台装好以后才登记的，马上也叫一遍
 * @property {() => readonly Row[]} items
 */

/**
 * @param {HTMLElement} root
 * @param {readonly Row[]} rows
 * @param {{ read: () => Run, change: (alter: (run: Run) => Run) => void, readOnly: () => boolean }} kept
 */
export function makeContext(root, rows, kept) {
  /** @type {((run: Run) => void)[]} */
  const listeners = [];
  let told = false;
  const { checklist = "", title = "", type = "procedure", version = "", anchors, grades } = root.dataset;
  /** @type {Context} */
  const context = {
    root, title, type, version,
    list: checklist,
    anchors: readJson(anchors, {}),
    grades: readJson(grades, {}),
    get readOnly() {
      return kept.readOnly();
    },
    get run() {
      return kept.read();
    },
    read: kept.read,
    change(alter) {
      if (kept.readOnly()) return;
      const at = new Date().toISOString();
      kept.change((run) => alter(run, at));
      tell();
    },
    on(listener) {
      listeners.push(listener);
      if (told) attempt(listener);
    },
    items: () => rows,
  };

  /**
   * 一处出错不连累别处。
   *
   * @param {(run: Run) => void} listener
   */
  const attempt = (listener) => {
    try {
      listener(kept.read());
    } catch (error) {
      console.error(error);
    }
  };
  const tell = () => {
    told = true;
    listeners.forEach(attempt);
  };
  return { context, tell };
}
