/** 表格怎样放得好看：短内容不折行，小表不拆在两页，大表不剩孤零零一行。和 `scripts/jianjia/office/fitting.py` 一模一样。 */

import { linesOf, measure, textOf, width } from "./blocks.js";

/**
 * @typedef {import("./blocks.js").Cell} Cell
 * @typedef {import("./blocks.js").Row} Row
 */

/** 一格左右留白共多宽。 */
export const MARGIN = 170;
/** 不超过这么多半字的内容（姓名、日期、编号）不该折行。 */
const BRIEF = 13;
/** 不超过这么多半字的栏目名不该折行；再长的可以折成两行。 */
const TIGHT = 4;
/** 让出去以后，一列至少还剩原来的百分之几。 */
const KEPT = 75;
/** 不超过 10 厘米高的表算小表。 */
const SMALL = 5700;
/** 大表跨页，最后一页至少有这么多行。 */
const TOGETHER = 3;

/**
 * 按比例分版心的宽；累计着舍入，合起来分毫不差。
 *
 * @param {readonly number[]} shares
 * @param {number} whole
 */
export function columns(shares, whole) {
  const total = Math.max(sum(shares), 1);
  let before = 0;
  let edge = 0;
  return shares.map((share) => {
    before += share;
    const next = Math.floor((whole * before) / total);
    const wide = next - edge;
    edge = next;
    return wide;
  });
}

// —— 列宽 ——

/**
 * 放不下短内容的列，从有余的列里匀一点来；合起来不变。
 *
 * @param {readonly number[]} widths
 * @param {readonly Row[]} rows
 * @param {number} char
 */
export function eased(widths, rows, char) {
  const needs = widths.map(() => 0);
  for (const row of rows) {
    let at = 0;
    for (const cell of row.cells) {
      if (cell.span === 1 && cell.merge !== "continue") needs[at] = Math.max(needs[at] || 0, need(cell, row.header, char));
      at += cell.span;
    }
  }
  const least = (/** @type {number} */ i) => needs[i] || 0;
  const lack = widths.map((wide, i) => Math.max(least(i) - wide, 0));
  const spare = widths.map((wide, i) => Math.max(wide - Math.max(least(i), Math.floor((wide * KEPT) / 100)), 0));
  const moved = Math.min(sum(lack), sum(spare));
  const gained = columns(lack, moved);
  const lost = columns(spare, moved);
  return widths.map((wide, i) => wide + (gained[i] || 0) - (lost[i] || 0));
}

/**
 * 不折行（栏目名不折成三行）要多宽；本来就要折行的长内容不算。
 *
 * @param {Cell} cell
 * @param {boolean} header
 * @param {number} char
 */
function need({ paragraphs }, header, char) {
  let least = 0;
  for (const { runs } of paragraphs) {
    let wide = width(textOf(runs));
    if (header && wide > TIGHT) wide = Math.max(Math.floor((wide + 3) / 4) * 2, TIGHT);
    if (wide <= BRIEF) least = Math.max(least, wide);
  }
  return least ? Math.floor((least * char + 1) / 2) + MARGIN : 0;
}

// —— 换页 ——

/**
 * 小表整张同页；大表的最后几行同页。
 *
 * @param {readonly Row[]} rows
 * @param {readonly number[]} widths
 * @param {number} char
 */
export function held(rows, widths, char) {
  const start = tall(rows, widths, char) <= SMALL ? 0 : Math.max(rows.length - TOGETHER, 0);
  return rows.map((row, r) => (start <= r && r < rows.length - 1 ? kept(row) : row));
}

/**
 * 这一行和下一行（下一段）同页。
 *
 * @param {Row} row
 * @returns {Row}
 */
export function kept(row) {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((p) => ({ ...p, keep: true })) })) };
}

/**
 * 票里的样式 → 一行高、一个字宽；没写的用 `OTHER`。
 *
 * @type {Readonly<Record<string, readonly [number, number]>>}
 */
const LINE = { FormTitle: [640, 440], FormRight: [440, 240], FormHead: [560, 240], Seam: [120, 2], End: [20, 2] };
/** @type {readonly [number, number]} */
const OTHER = [300, 210];
const UNDER_TITLE = 200;

/**
 * 每一面（另起一页的各算一面）都放得下，不会流到下一面去；票用的，只认票里有的样式。
 *
 * @param {import("./blocks.js").Flow} flow
 */
export function fits({ sheet, blocks }) {
  const room = sheet.height - sheet.top - sheet.bottom;
  let used = 0;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      const [line, char] = LINE[block.style] || OTHER;
      if (block.fresh) used = 0;
      const texts = linesOf(block.runs).map(textOf);
      used += line * sum((texts.length ? texts : [""]).map((text) => Math.max(Math.ceil((width(text) * char) / (measure(sheet) * 2)), 1)));
      if (block.style === "FormTitle") used += UNDER_TITLE;
    } else used += tall(block.rows, block.widths, 320);
    if (used * 20 > room * 19) return false;
  }
  return true;
}

/**
 * 估一估有多高。
 *
 * @param {readonly Row[]} rows
 * @param {readonly number[]} widths
 * @param {number} char
 */
export function tall(rows, widths, char) {
  let total = 0;
  for (const row of rows) {
    let at = 0;
    let most = row.height;
    for (const { paragraphs, span } of row.cells) {
      const room = Math.max(sum(widths.slice(at, at + span)) - MARGIN, char);
      const lines = sum(paragraphs.map(({ runs }) => Math.max(Math.ceil((width(textOf(runs)) * char) / (room * 2)), 1)));
      most = Math.max(most, Math.floor((lines * char * 8) / 5));
      at += span;
    }
    total += most;
  }
  return total;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
