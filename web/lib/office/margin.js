/**
 * 讲解版：有批注的段排成左右两栏，左边条文，右边批注，一条一行。和 `scripts/jianjia/office/margin.py` 一模一样。
 *
 * 用表格而不用 Word 的批注：手机上、LibreOffice 打印都看得见。
 */

import { measure, merged, paragraph, run } from "./blocks.js";

/**
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./blocks.js").Cell} Cell
 * @typedef {import("./blocks.js").Flow} Flow
 * @typedef {import("./blocks.js").Paragraph} Paragraph
 * @typedef {import("./blocks.js").Row} Row
 */

/** 讲解版的右页边，15 毫米：腾出地方给批注。 */
const RIGHT = 850;
/** 条文一栏的宽：一行二十字少一点。 */
const TEXT = 6300;
const ROW = 400;
/** 章名、标题、附件记号不进两栏。 */
const OUTSIDE = ["Chapter", "Title", "AttachmentMark"];

/**
 * @param {Flow} flow
 * @returns {Flow}
 */
export function beside(flow) {
  if (!flow.blocks.some((block) => block.kind === "paragraph" && block.note)) return flow;
  const sheet = { ...flow.sheet, right: RIGHT };
  const widths = [TEXT, measure(sheet) - TEXT];
  /** @type {Block[]} */
  const out = [];
  let inside = false;
  for (const block of flow.blocks) {
    if (block.kind === "table") {
      out.push(paragraph("Seam"), block);
      continue;
    }
    if (OUTSIDE.includes(block.style) || block.fresh) inside = false;
    else inside = inside || block.note !== "";
    if (!inside) {
      out.push(block);
      continue;
    }
    const last = out[out.length - 1];
    if (last && last.kind === "table" && last.style === "Margin") out[out.length - 1] = { ...last, rows: put(last.rows, block) };
    else {
      if (last && last.kind === "table") out.push(paragraph("Seam"));
      out.push({ kind: "table", style: "Margin", widths, rows: put([], block) });
    }
  }
  return { sheet, blocks: out };
}

/**
 * 有批注的另起一行，没有的接着上一行的条文。
 *
 * @param {readonly Row[]} rows
 * @param {Paragraph} given
 * @returns {Row[]}
 */
function put(rows, given) {
  const plain = { ...given, note: "" };
  const last = rows[rows.length - 1];
  if (given.note || !last) {
    const cells = [cell([plain]), cell(given.note.split("\n").map(line))];
    return [...rows, { cells, height: ROW, header: false, split: true }];
  }
  const [text, note] = /** @type {[Cell, Cell]} */ (last.cells);
  return [...rows.slice(0, -1), { ...last, cells: [{ ...text, paragraphs: [...text.paragraphs, plain] }, note] }];
}

/**
 * @param {readonly Paragraph[]} paragraphs
 * @returns {Cell}
 */
function cell(paragraphs) {
  return { paragraphs, span: 1, merge: "", align: "top" };
}

/**
 * 批注一行：“名称：”用黑体。
 *
 * @param {string} text
 */
function line(text) {
  const at = text.indexOf("：") + 1;
  const name = at ? text.slice(0, at) : text;
  return paragraph("MarginNote", merged([run(name, "Hei"), run(text.slice(name.length))]));
}
