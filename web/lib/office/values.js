/** 填的内容怎么印：日期、金额、人员名单、多行文字。和 `scripts/jianjia/office/values.py` 一模一样。 */

/**
 * @typedef {import("./payload.js").Spec} Spec
 * @typedef {import("./payload.js").Column} Column
 * @typedef {import("./payload.js").Values} Values
 */

const DATE = /^([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?$/;
const NUMBER = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;
const ILLEGAL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]/gu;
/** Python 的 strip 去掉的那些空白；JavaScript 的 trim 差了几个。 */
const EDGES = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

/** 值是一行行记录的类型。 */
export const TABULAR = ["人员表", "明细表"];

/** @param {string} text */
export function strip(text) {
  return text.replace(EDGES, "");
}

/**
 * 换行统一成 `\n`；去掉 XML 不许有的控制字符和落单的代理项。
 *
 * @param {string} text
 */
export function clean(text) {
  return text.replace(/\r\n?/g, "\n").replace(ILLEGAL, "");
}

/**
 * 没填：空值、空白、空表。零算填了，“否”算没填。
 *
 * @param {unknown} value
 */
export function isMissing(value) {
  if (typeof value === "string") return strip(value) === "";
  return value === undefined || value === null || value === false || (Array.isArray(value) && !value.length);
}

/**
 * 一个值 → 印出来的字。
 *
 * @param {unknown} value
 * @param {string} kind 填写项的类型
 */
export function text(value, kind) {
  if (isMissing(value)) return "";
  if (value === true) return "是";
  const plain = strip(clean(String(value)));
  if (kind === "日期") return date(plain);
  return kind === "金额" ? money(plain) : plain;
}

/**
 * `2026-04-08` → 2026年4月8日，月日不补零；只有年月的就印年月。
 *
 * @param {string} iso
 */
function date(iso) {
  const m = DATE.exec(iso);
  if (!m) return iso;
  return `${m[1]}年${Number(m[2])}月${m[3] === undefined ? "" : `${Number(m[3])}日`}`;
}

/**
 * 两位小数，四舍五入；按字面算，不经过浮点数。
 *
 * @param {string} number
 */
function money(number) {
  const m = NUMBER.exec(number);
  if (!m) return number;
  const decimals = `${m[3] || ""}000`;
  let cents = `${m[2]}${decimals.slice(0, 2)}`;
  if (decimals.charAt(2) >= "5") cents = increased(cents);
  cents = cents.replace(/^0+(?=[0-9]{3})/, "");
  return `${m[1]}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

/**
 * 一串数字加一；再长也不走样。
 *
 * @param {string} digits
 */
function increased(digits) {
  const kept = digits.replace(/9+$/, "");
  const nines = digits.length - kept.length;
  const head = kept ? kept.slice(0, -1) + String(Number(kept.slice(-1)) + 1) : "1";
  return head + "0".repeat(nines);
}

/**
 * 明细表的各行；一行只是一个字串的，当作没有分列。
 *
 * @param {unknown} value
 * @returns {Array<Readonly<Record<string, unknown>>>}
 */
export function records(value) {
  if (!Array.isArray(value)) return [];
  return value.map((row) => (typeof row === "object" && row !== null && !Array.isArray(row) ? row : { "": row }));
}

/**
 * 叫 `label` 的一列；没有登记的，名称就是键。
 *
 * @param {Spec} spec
 * @param {string} label
 * @returns {Column}
 */
export function column(spec, label) {
  return spec.columns.find((c) => c.label === label) || { label, key: label, type: "文本", options: [] };
}

/**
 * @param {Readonly<Record<string, unknown>>} row
 * @param {Column} col
 */
export function entry(row, col) {
  return text(Object.prototype.hasOwnProperty.call(row, col.key) ? row[col.key] : row[""], col.type);
}

/**
 * 一列连成一串：甲、乙、丙。没说哪一列的，取姓名，没有姓名取第一列。
 *
 * @param {ReadonlyArray<Readonly<Record<string, unknown>>>} rows
 * @param {Spec} spec
 * @param {string} label
 */
export function names(rows, spec, label) {
  const first = spec.columns.find((c) => c.key === "name") || spec.columns[0] || { label: "姓名", key: "name", type: "文本", options: [] };
  const col = label ? column(spec, label) : first;
  return rows.map((row) => entry(row, col)).filter(Boolean).join("、");
}
