/** 进度：顶上的进度条和一句话，各阶段小标题旁边的计数，没存下时的警告。 */

import { el, flag, say } from "../../lib/dom.js";
import { progress } from "../../lib/state.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("./rows.js").Row} Row
 */

/**
 * 例：必办 3 / 24，还差 21 项必办（2 项在等）；建议 1 / 4；不适用 1 项
 *
 * @param {ReturnType<typeof progress>} counts
 */
export function inWords({ must, should }) {
  const left = must.total - must.done;
  const waiting = must.waiting ? `（${must.waiting} 项在等）` : "";
  const na = must.na + should.na;
  const parts = [];
  if (must.total) parts.push(`必办 ${must.done} / ${must.total}，${left ? `还差 ${left} 项必办${waiting}` : "都办完了"}`);
  if (should.total) parts.push(`建议 ${should.done} / ${should.total}`);
  if (na) parts.push(`不适用 ${na} 项`);
  return parts.join("；");
}

/**
 * @param {HTMLElement} root
 * @param {readonly Row[]} rows
 */
export function progressBar(root, rows) {
  const bar = el("progress", { class: "jj-progress-bar", "aria-label": `${root.dataset.title || "清单"}的进度` });
  const words = el("span", { role: "status", "aria-live": "polite" });
  const name = el("span", { class: "jj-progress-name" });
  const alert = el("p", { class: "jj-alert", role: "alert" });
  const node = /** @type {HTMLElement} */ (root.querySelector("[data-progress]")) || root.insertBefore(el("div"), root.firstChild);
  node.className = "jj-progress";
  node.append(el("p", { class: "jj-progress-text" }, name, words), bar, alert);
  return {
    node,
    /**
     * @param {Run} run
     * @param {string} warning 没存下时要说的话
     */
    show(run, warning) {
      const counts = progress(rows, run);
      const main = counts.must.total ? counts.must : counts.should;
      bar.max = main.total || 1;
      bar.value = main.done;
      say(name, run.name);
      say(words, inWords(counts));
      say(alert, warning);
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
        const [done, total] = [must.done + should.done, must.total + should.total];
        say(stage.label, total ? `已办 ${done} / ${total}` : "都不适用");
        flag(stage.label, "done", done === total);
      }
    },
  };
}
