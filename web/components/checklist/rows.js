/** 从网页读出清单的事项：编号、级别、方框、所在阶段的小标题。 */

import { isItemId } from "../../lib/state.js";

/**
 * @typedef {import("../../lib/state.js").Item & {
 *   readonly item: HTMLElement,
 *   readonly box: HTMLInputElement,
 *   readonly stage: HTMLElement | null,
 * }} Row
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
    const id = node.dataset.item || "";
    const box = node.querySelector("input");
    if (!box || !isItemId(id)) continue;
    rows.push({ id, level: node.dataset.level === "should" ? "should" : "must", item: node, box, stage });
  }
  return rows;
}
