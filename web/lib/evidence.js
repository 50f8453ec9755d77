/** 留存：每个事项该留的材料，收齐了没有；办完了能排成卷内目录，缺的列成缺件表。 */

import { markOf } from "./state.js";

/**
 * @typedef {"have" | "missing" | "later" | "na"} Kept
 *   收好了；办了（或者说了缺）可是没收好；还没办到；不适用。
 */

/**
 * 一句“留存”里的几样材料，用顿号、分号隔开；逗号后面多是说明，括号、书名号、引号里的顿号也不拆。
 *
 * @param {string} text
 */
export function materials(text) {
  const found = [];
  let depth = 0;
  let name = "";
  for (const char of text) {
    if ("（(《“".includes(char)) depth += 1;
    if ("）)》”".includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && "、；;".includes(char)) {
      found.push(name);
      name = "";
    } else name += char;
  }
  return [...found, name].map((each) => each.trim()).filter(Boolean);
}

/**
 * @param {import("./state.js").Mark} mark
 * @returns {Kept}
 */
export function kept(mark) {
  if (mark.state === "na") return "na";
  if (mark.evidence === "have") return "have";
  return mark.evidence === "missing" || mark.state === "done" ? "missing" : "later";
}

/**
 * 各有几件（按材料数，不按事项数）。
 *
 * @param {ReadonlyArray<{ readonly id: string, readonly evidence: string }>} items
 * @param {Pick<import("./state.js").Run, "items">} run
 */
export function tally(items, run) {
  const count = { have: 0, missing: 0, later: 0, na: 0 };
  for (const item of items) count[kept(markOf(run, item.id))] += materials(item.evidence).length;
  return count;
}
