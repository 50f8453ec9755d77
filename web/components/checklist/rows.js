/** 从网页读出清单的事项：编号、级别、责任、时限、留存、分值、方框、所在阶段的小标题。 */

import { isItemId } from "../../lib/state.js";

/**
 * @typedef {import("../../lib/state.js").Item & {
 *   readonly text: string,
 *   readonly role: string,
 *   readonly due: { anchor: string, amount: number, unit: string, within: boolean } | null,
 *   readonly dueText: string,
 *   readonly evidence: string,
 *   readonly basis: string,
 *   readonly points: string,
 *   readonly same: boolean,
 *   readonly item: HTMLElement,
 *   readonly box: HTMLInputElement,
 *   readonly stage: HTMLElement | null,
 *   readonly stageTitle: string,
 * }} Row
 *   `role` 责任，几个角色用顿号隔开；`due` 算得出日子的时限；`dueText` 时限的原话；
 *   `evidence` 留存的原话；`points` 分值的原话；`same` 在几张清单里出现。
 */

/**
 * 没有方框、编号不合规的事项不算，留在网页上照样能读。
 *
 * @param {HTMLElement} root
 * @returns {Row[]}
 */
export function readRows(root) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {HTMLElement | null} */
  let stage = null;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("h2, [data-item]"))) {
    if (node.tagName === "H2") {
      stage = node;
      continue;
    }
    const { item: id = "", level, role = "", due, evidence = "", points = "", same } = node.dataset;
    const box = node.querySelector("input");
    if (!box || !isItemId(id)) continue;
    rows.push({
      id, role, evidence, points, box, stage,
      level: level === "should" ? "should" : "must",
      text: textOf(node.querySelector("label")),
      due: readJson(due, null),
      dueText: field(node, "时限"),
      basis: field(node, "依据"),
      same: same === "1",
      item: node,
      stageTitle: textOf(stage),
    });
  }
  return rows;
}

/**
 * @template T
 * @param {string | undefined} text
 * @param {T} otherwise
 * @returns {any | T}
 */
export function readJson(text, otherwise) {
  try {
    return text ? JSON.parse(text) : otherwise;
  } catch (error) {
    return otherwise;
  }
}

/**
 * @param {HTMLElement} node
 * @param {string} name
 */
function field(node, name) {
  return textOf(node.querySelector(`[data-field="${name}"] dd`));
}

/**
 * 去掉 Material 的“¶”和标签（法定、已核原文）的字。
 *
 * @param {Element | null} node
 */
function textOf(node) {
  if (!node) return "";
  const copy = /** @type {Element} */ (node.cloneNode(true));
  for (const extra of copy.querySelectorAll(".headerlink, .jj-chip, .jj-stage-count")) extra.remove();
  return (copy.textContent || "").replace(/\s+/g, " ").trim();
}
