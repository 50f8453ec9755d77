/** 金额的大写，和文书里印的是同一个算法。 */

import { typed } from "./office/expr.js";
import { tables } from "./office/formula/functions.js";

const CAPITALS = tables({ committee: [], delegates: [] }).cn_money;

/**
 * 1050.30 → 壹仟零伍拾元叁角整；认不出来、没填为空。
 *
 * @param {string} text
 * @returns {string}
 */
export function inCapitals(text) {
  const value = typed({ type: "金额" }, text);
  return (value !== undefined && CAPITALS && CAPITALS[1](value)) || "";
}
