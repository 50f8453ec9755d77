/** 版面块 → 网页上的一张纸，和建站时 `scripts/jianjia/site/render/paper.py` 画的一样。 */

import { el, fill } from "../../lib/dom.js";

/**
 * @typedef {import("../../lib/office/blocks.js").Flow} Flow
 * @typedef {import("../../lib/office/blocks.js").Block} Block
 * @typedef {import("../../lib/office/blocks.js").Paragraph} Paragraph
 * @typedef {import("../../lib/office/blocks.js").Row} Row
 * @typedef {import("../../lib/office/blocks.js").Run} Run
 * @typedef {import("../../lib/office/blocks.js").Table} Table
 */

/** 缩进用全角空格排，不用 style 属性：网站的安全策略不许写它。 */
const SPACE = "　";

/**
 * @param {HTMLElement} paper
 * @param {Flow} flow
 */
export function drawPaper(paper, flow) {
  const nodes = document.createDocumentFragment();
  for (const block of flow.blocks) nodes.append(...(block.kind === "paragraph" ? paragraph(block) : [table(block)]));
  fill(paper, nodes);
  if (flow.sheet.width > flow.sheet.height) paper.dataset.landscape = "true";
  const mark = flow.sheet.sample ? "示例" : flow.sheet.draft ? "草稿" : "";
  if (mark) paper.dataset.mark = mark;
  else delete paper.dataset.mark;
}

/** @param {Paragraph} p */
function paragraph(p) {
  const left = SPACE.repeat(Math.max(Math.round((p.left - p.hanging) / 100), 0));
  const right = SPACE.repeat(Math.round(p.right / 100));
  const node = el("p", { "data-style": p.style }, left, ...runs(p.runs), right);
  return p.fresh ? [el("hr", { class: "jj-p-break" }), node] : [node];
}

/** @param {readonly Run[]} found */
function runs(found) {
  /** @type {Node[]} */
  const out = [];
  for (const { text, style } of found) {
    const said = document.createDocumentFragment();
    text.replace(/\t/g, SPACE + SPACE).split("\n").forEach((line, i) => said.append(...(i ? [el("br")] : []), line));
    out.push(style ? el("span", { "data-run": style }, said) : said);
  }
  return out;
}

/** @param {Table} made */
function table(made) {
  const total = made.widths.reduce((sum, width) => sum + width, 0) || 1;
  const columns = made.widths.map((width) => el("col", { width: `${Math.round((100 * width) / total)}%` }));
  const node = el("table", { class: "jj-p-table" }, el("colgroup", {}, ...columns));
  made.rows.forEach((row, i) => node.append(tableRow(made.rows, row, i)));
  return node;
}

/**
 * @param {readonly Row[]} rows
 * @param {Row} row
 * @param {number} i
 */
function tableRow(rows, row, i) {
  const node = el("tr");
  let column = 0;
  for (const cell of row.cells) {
    if (cell.merge !== "continue") {
      const made = el(row.header ? "th" : "td");
      const down = depth(rows, i, column);
      if (cell.span > 1) made.setAttribute("colspan", String(cell.span));
      if (down > 1) made.setAttribute("rowspan", String(down));
      cell.paragraphs.forEach((p, n) => made.append(...(n ? [el("br")] : []), ...runs(p.runs)));
      node.append(made);
    }
    column += cell.span;
  }
  return node;
}

/**
 * 这一格往下并了几行。
 *
 * @param {readonly Row[]} rows
 * @param {number} i
 * @param {number} column
 */
function depth(rows, i, column) {
  let down = 1;
  for (let row = rows[i + down]; row && mergeAt(row, column) === "continue"; row = rows[i + down]) down += 1;
  return down;
}

/**
 * @param {Row} row
 * @param {number} column
 */
function mergeAt(row, column) {
  let at = 0;
  for (const cell of row.cells) {
    if (at === column) return cell.merge;
    at += cell.span;
  }
  return "";
}
