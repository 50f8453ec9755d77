/** 填的东西认不出来时对人说的一句话；没有毛病、没填的是空。和 `scripts/jianjia/office/complaint.py` 一模一样。 */

import { typed } from "./expr.js";
import { cell, isRow } from "./formula/functions.js";
import { clean, isMissing, strip, TABULAR } from "./values.js";

/**
 * @typedef {{ readonly label: string, readonly type: string, readonly options: readonly string[], readonly columns?: readonly import("./payload.js").Column[] }} Field
 */

/** 一项最多填这么多字。 */
const LONGEST = 10000;
const MOST_ROWS = 500;
/** 话里最多照抄这么多字。 */
const SHOWN = 20;
const YEAR = /[[［(（【]\s*[0-9]{4}\s*[\]］)）】]/;
const SERIAL = /〔[0-9]{4}〕\s*(?:第|0)/;

/**
 * @param {Field} spec 填写项，或者明细表的一列
 * @param {unknown} value
 * @returns {string}
 */
export function complaint(spec, value) {
  if (isMissing(value)) return "";
  if (TABULAR.includes(spec.type)) return tableComplaint(spec.columns || [], value);
  if (typeof value === "boolean" || typeof value === "object") return "这里要填一段字";
  const kept = clean(String(value));
  const text = strip(kept);
  const chars = Array.from(text);
  const shown = `“${chars.slice(0, SHOWN).join("")}${chars.length > SHOWN ? "…" : ""}”`;
  if (chars.length > LONGEST) return `太长了，最多 ${LONGEST} 字，现在 ${chars.length} 字`;
  const whole = spec.type === "整数";
  if ((whole || spec.type === "小数" || spec.type === "金额") && typed(spec, text) === undefined) return `${shown}不是${whole ? "整数" : "数"}，请只写数字`;
  if (spec.type === "日期" && text && typed(spec, text) === undefined) return `${shown}不是日历上有的日子，请写成 2026-04-28`;
  if (spec.type === "单选" && spec.options.length && !spec.options.includes(text)) return `${shown}不在选项里，只能选：${spec.options.join("、")}`;
  if (/[字文]号$/.test(spec.label)) {
    if (YEAR.test(text)) return "年份要用六角括号，写成 〔2026〕";
    if (SERIAL.test(text)) return "顺序号前面不加“第”，也不补零，写成 〔2026〕1号";
  }
  return kept.length < String(value).replace(/\r\n/g, "\n").length ? "有看不见的字符，印出来时会去掉" : "";
}

/**
 * @param {readonly import("./payload.js").Column[]} columns
 * @param {unknown} value
 */
function tableComplaint(columns, value) {
  if (!Array.isArray(value)) return "这里要一行一行地填";
  if (value.length > MOST_ROWS) return `太多了，最多 ${MOST_ROWS} 行，现在 ${value.length} 行`;
  for (const [i, row] of value.entries()) {
    for (const column of columns) {
      const said = isRow(row) ? complaint(column, cell(row, column.key)) : "";
      if (said) return `第 ${i + 1} 行“${column.label}”：${said}`;
    }
  }
  return "";
}
