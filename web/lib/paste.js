/** 从 Excel、WPS 表格复制来的一片（制表符分列）→ 一行行记录。只读文字，不碰网页。 */

import { readDate } from "./entry.js";

/**
 * @typedef {import("./office/payload.js").Column} Column
 * @typedef {Record<string, string>} Row
 * @typedef {object} Pasted
 * @property {readonly Row[]} rows
 * @property {boolean} headed 第一行是表头，已经跳过、照它对列
 * @property {readonly string[]} unknown 表头里有、这张表里没有的列，不要
 * @property {number} cut 太多了、没有收的行数
 */

/** 明细表最多这么多行，再多 Word 里也排不成样子。 */
export const MOST_ROWS = 500;

/** 第一列常是序号，印的时候自己会编。 */
const NUMBER = /^(序号|编号|No\.?|№)$/i;

/**
 * 像不像一片表格：有制表符，或者不止一行。
 *
 * @param {string} text
 */
export function isTable(text) {
  return /\t|\n[^]*\S/.test(text.replace(/[\r\n]+$/, ""));
}

/**
 * @param {string} text
 * @param {readonly Column[]} columns
 * @returns {Pasted}
 */
export function readTable(text, columns) {
  const lines = cells(text).filter((line) => line.some((cell) => cell.trim()));
  const [first = []] = lines;
  const labels = first.map((cell) => cell.trim());
  const known = labels.map((label) => columns.find((column) => same(column.label, label)));
  // 有两列对得上（只有一列的，这一列对得上），就当第一行是表头。
  const headed = known.filter(Boolean).length >= Math.min(2, columns.length, labels.length) && lines.length > 0 && labels.length > 0;
  const plan = headed ? known : planned(lines, columns);
  const body = headed ? lines.slice(1) : lines;
  const rows = body.slice(0, MOST_ROWS).map((line) => {
    /** @type {Row} */
    const row = {};
    plan.forEach((column, i) => {
      const said = (line[i] || "").trim();
      if (column && said) row[column.key] = column.type === "日期" ? readDate(said) : said;
    });
    return row;
  });
  return {
    rows: rows.filter((row) => Object.keys(row).length),
    headed,
    unknown: headed ? labels.filter((label, i) => label && !known[i] && !NUMBER.test(label)) : [],
    cut: Math.max(body.length - MOST_ROWS, 0),
  };
}

/**
 * 没有表头：照次序对；头一列全是 1、2、3 而又多出一列的，是序号，不要。
 *
 * @param {readonly (readonly string[])[]} lines
 * @param {readonly Column[]} columns
 */
function planned(lines, columns) {
  const widest = Math.max(0, ...lines.map((line) => line.length));
  const numbered = widest > columns.length && lines.every((line, i) => (line[0] || "").trim() === String(i + 1));
  return numbered ? [undefined, ...columns] : columns;
}

/**
 * @param {string} label
 * @param {string} said
 */
function same(label, said) {
  /** @param {string} text */
  const bare = (text) => text.replace(/[\s（(][^]*$/, "");
  return label === said || (bare(said) !== "" && bare(label) === bare(said));
}

/**
 * 拆成格子；引号里的换行、制表符是格子里的字，两个引号算一个。
 *
 * @param {string} text
 * @returns {string[][]}
 */
function cells(text) {
  /** @type {string[][]} */
  const lines = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    let m = cell.exec(text);
    if (!m) {
      // 引号不成对的，当平常的字。
      const plain = /([^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
      plain.lastIndex = at;
      const found = /** @type {RegExpExecArray} */ (plain.exec(text));
      m = /** @type {RegExpExecArray} */ (/** @type {unknown} */ ([found[0], undefined, found[1], found[2]]));
      cell.lastIndex = plain.lastIndex;
    }
    const line = /** @type {string[]} */ (lines[lines.length - 1]);
    line.push(m[1] === undefined ? m[2] || "" : m[1].replace(/""/g, '"'));
    if (m[3] !== "\t" && m[3]) lines.push([]);
  }
  return lines;
}
