/** 进度：顶上的进度条和一句话，各阶段小标题旁边的计数，没存下时的警告。 */

import { el } from "../../lib/dom.js";
import { progress } from "../../lib/state.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("./rows.js").Row} Row
 */

const NOT_SAVED = "这个浏览器不让保存，关掉页面勾选就没了；可以先打印。";

/**
 * 例：必办 3 / 24，还差 21 项；建议 1 / 4
 *
 * @param {ReturnType<typeof progress>} counts
 */
export function inWords({ must, should }) {
  const left = must.total - must.done;
  const parts = [];
  if (must.total) parts.push(`必办 ${must.done} / ${must.total}，${left ? `还差 ${left} 项` : "都办完了"}`);
  if (should.total) parts.push(`建议 ${should.done} / ${should.total}`);
  return parts.join("；");
}

/**
 * @param {HTMLElement} root
 * @param {readonly Row[]} rows
 */
export function progressBar(root, rows) {
  const bar = el("progress", { class: "jj-progress-bar", "aria-label": `${root.dataset.title || "清单"}的进度` });
  const words = el("p", { class: "jj-progress-text", role: "status", "aria-live": "polite" });
  const alert = el("p", { class: "jj-alert", role: "alert" });
  const node = /** @type {HTMLElement} */ (root.querySelector("[data-progress]")) || root.insertBefore(el("div"), root.firstChild);
  node.className = "jj-progress";
  node.append(words, bar, alert);
  return {
    node,
    /**
     * @param {Run} run
     * @param {boolean} saved
     */
    show(run, saved) {
      const counts = progress(rows, run);
      const main = counts.must.total ? counts.must : counts.should;
      bar.max = main.total;
      bar.value = main.done;
      set(words, inWords(counts));
      set(alert, saved ? "" : NOT_SAVED);
    },
  };
}

/** @param {readonly Row[]} rows */
export function stageCounts(rows) {
  const stages = [...new Set(rows.map((row) => row.stage))].map((stage) => {
    const label = el("span", { class: "jj-stage-count" });
    // 放在 Material 的“¶”前面：它平时看不见，但占着位置。
    if (stage) stage.insertBefore(label, stage.querySelector(".headerlink"));
    return { label, rows: rows.filter((row) => row.stage === stage) };
  });
  return {
    /** @param {Run} run */
    show(run) {
      for (const stage of stages) {
        const { must, should } = progress(stage.rows, run);
        const done = must.done + should.done;
        set(stage.label, `已办 ${done} / ${stage.rows.length}`);
        stage.label.dataset.state = done === stage.rows.length ? "done" : "todo";
      }
    },
  };
}

/**
 * 没变就不动，读屏软件才不会重念。
 *
 * @param {HTMLElement} node
 * @param {string} text
 */
function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
