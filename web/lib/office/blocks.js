/**
 * 版面块：一份 Word 文件里有什么、各在哪里。和 `scripts/jianjia/office/blocks.py` 一模一样。
 *
 * 页面、列宽、行高用缇（1/20 磅）；缩进用百分之一字。
 *
 * @typedef {{ readonly text: string, readonly style: string }} Run
 *   同样样子的一串字；`style`：`Field` 待填、`Hei` 黑体、`Kai` 楷体，空为随段落。
 * @typedef {{
 *   readonly kind: "paragraph", readonly style: string, readonly runs: readonly Run[], readonly left: number, readonly hanging: number,
 *   readonly right: number, readonly keep: boolean, readonly fresh: boolean, readonly ragged: boolean, readonly note: string,
 * }} Paragraph
 *   一段。`keep` 与下段同页；`fresh` 另起一页；`ragged` 右边不撑齐；`note` 不空的，旁边有批注，印在右边一栏。
 * @typedef {{ readonly paragraphs: readonly Paragraph[], readonly span: number, readonly merge: string, readonly align: string }} Cell
 * @typedef {{ readonly cells: readonly Cell[], readonly height: number, readonly header: boolean, readonly split: boolean }} Row
 * @typedef {{ readonly kind: "table", readonly widths: readonly number[], readonly rows: readonly Row[], readonly style: "Grid" | "Margin" }} Table
 *   `style`：`Grid` 外粗内细，`Margin` 左边条文、右边批注。
 * @typedef {{
 *   readonly width: number, readonly height: number, readonly top: number, readonly right: number, readonly bottom: number, readonly left: number,
 *   readonly footer_distance: number, readonly footer: "official" | "letter" | "centre" | "", readonly char: number, readonly grid: number,
 *   readonly sample: boolean, readonly draft: boolean, readonly gutter: number,
 * }} Sheet 纸张、页边和页码；`sample` 在每页右上角印“示例”，`draft` 印“草稿”（有“示例”的只印“示例”）；`gutter` 不是零的，左右各印一份，中间空这么宽、画一道线，印好裁成两张
 * @typedef {Paragraph | Table} Block
 * @typedef {{ readonly sheet: Sheet, readonly blocks: readonly Block[] }} Flow 一份文件：版面和依次排下来的块
 */

import { strip } from "./values.js";

/**
 * @param {string} text
 * @param {string} [style]
 * @returns {Run}
 */
export function run(text, style = "") {
  return { text, style };
}

/**
 * @param {string} style
 * @param {readonly Run[]} [runs]
 * @param {Partial<Paragraph>} [more]
 * @returns {Paragraph}
 */
export function paragraph(style, runs = [], more = {}) {
  return { style, runs, left: 0, hanging: 0, right: 0, keep: false, fresh: false, ragged: false, note: "", kind: "paragraph", ...more };
}

/**
 * 版心宽；左右各印一份的，是一份的宽。
 *
 * @param {Sheet} sheet
 */
export function measure({ width: paper, left, right, gutter }) {
  return gutter ? Math.floor((paper - left - right - gutter) / 2) : paper - left - right;
}

/**
 * 相邻、样子相同的合成一串，空的去掉。
 *
 * @param {readonly Run[]} runs
 * @returns {Run[]}
 */
export function merged(runs) {
  /** @type {Run[]} */
  const out = [];
  for (const each of runs) {
    if (!each.text) continue;
    const last = out[out.length - 1];
    if (last && last.style === each.style) out[out.length - 1] = run(last.text + each.text, each.style);
    else out.push(each);
  }
  return out;
}

/** @param {readonly Run[]} runs */
export function textOf(runs) {
  return runs.map((each) => each.text).join("");
}

/**
 * 按换行拆开；空行去掉。
 *
 * @param {readonly Run[]} runs
 * @returns {Run[][]}
 */
export function linesOf(runs) {
  /** @type {Run[][]} */
  const lines = [[]];
  for (const each of runs) {
    each.text.split("\n").forEach((piece, i) => {
      if (i) lines.push([]);
      /** @type {Run[]} */ (lines[lines.length - 1]).push(run(piece, each.style));
    });
  }
  return lines.filter((line) => strip(textOf(line))).map(merged);
}

/**
 * 占几个半字：半角字符一个，其余两个。
 *
 * @param {string} text
 */
export function width(text) {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    count += code <= 0x7f ? 1 : 2;
    // 成对的代理项是一个字。
    if (code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i += 1;
  }
  return count;
}
