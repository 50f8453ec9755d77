/** 版面块 → WordprocessingML。只写，不做决定。和 `scripts/jianjia/office/wordml.py` 一模一样。 */

import { paragraph as block } from "./blocks.js";
import { clean } from "./values.js";

/**
 * @typedef {import("./blocks.js").Flow} Flow
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./blocks.js").Sheet} Sheet
 * @typedef {import("./blocks.js").Paragraph} Paragraph
 * @typedef {import("./blocks.js").Table} Table
 * @typedef {import("./blocks.js").Row} Row
 * @typedef {import("./blocks.js").Cell} Cell
 * @typedef {import("./blocks.js").Run} Run
 */

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>';
const TAIL = "</w:body></w:document>\n";

/** 页脚种类 → 用哪几个页脚（种类、关系名）。 */
const FOOTERS = {
  official: [["default", "odd"], ["even", "even"]],
  letter: [["default", "odd"], ["even", "even"], ["first", "letter"]],
  centre: [["default", "centre"], ["even", "centre"]],
  "": [],
};

const OPENED = "</w:pPr>";
/** 换到下一栏，写在每一面第一段的开头；左栏、右栏各一份。 */
const COLUMN = '<w:r><w:br w:type="column"/></w:r>';

/**
 * 整个 `word/document.xml`。
 *
 * @param {Flow} flow
 */
export function documentXml({ sheet, blocks }) {
  const xml = (/** @type {readonly Block[]} */ found) => found.map((block) => (block.kind === "table" ? table(block, sheet) : paragraph(block, sheet))).join("");
  const halves = () => sides(blocks).map(xml).map((side, i) => (i ? moved(side) : side) + moved(side)).join("");
  const moved = (/** @type {string} */ side) => side.replace(OPENED, OPENED + COLUMN);
  const body = sheet.gutter ? halves() : xml(blocks);
  return HEAD + body + section(sheet) + TAIL;
}

/**
 * 每一面的块：另起一页的地方断开；换面由换栏管，不再另起一页；换栏要写在段里，所以表格前面垫一段。
 *
 * @param {readonly Block[]} blocks
 */
function sides(blocks) {
  /** @type {Block[][]} */
  const out = [[]];
  for (const block of blocks) {
    const last = /** @type {Block[]} */ (out[out.length - 1]);
    const fresh = block.kind === "paragraph" && block.fresh;
    const plain = fresh ? { ...block, fresh: false } : block;
    if (fresh && last.length) out.push([plain]);
    else last.push(plain);
  }
  return out.map((side) => (side[0] && side[0].kind === "table" ? [block("Seam"), ...side] : side));
}

/**
 * 纸张、页边、页脚、网格。
 *
 * @param {Sheet} sheet
 */
function section(sheet) {
  const footers = FOOTERS[sheet.footer].map(([kind, name]) => `<w:footerReference w:type="${kind}" r:id="${name}"/>`).join("");
  const kinds = sheet.sample || sheet.draft ? ["default", "even", ...(sheet.footer === "letter" ? ["first"] : [])] : [];
  const headers = kinds.map((kind) => `<w:headerReference w:type="${kind}" r:id="${sheet.sample ? "sample" : "draft"}"/>`).join("");
  const turned = sheet.width > sheet.height ? ' w:orient="landscape"' : "";
  const size = `<w:pgSz w:w="${sheet.width}" w:h="${sheet.height}"${turned}/>`;
  const margins =
    `<w:pgMar w:top="${sheet.top}" w:right="${sheet.right}" w:bottom="${sheet.bottom}"` +
    ` w:left="${sheet.left}" w:header="851" w:footer="${sheet.footer_distance}" w:gutter="0"/>`;
  const columns = sheet.gutter ? `<w:cols w:num="2" w:space="${sheet.gutter}" w:sep="1"/>` : "";
  const first = sheet.footer === "letter" ? "<w:titlePg/>" : "";
  const grid = sheet.grid ? `<w:docGrid w:type="lines" w:linePitch="${sheet.grid}"/>` : "";
  return `<w:sectPr>${headers}${footers}${size}${margins}${columns}${first}${grid}</w:sectPr>`;
}

/**
 * @param {Paragraph} p
 * @param {Sheet} sheet
 */
function paragraph(p, sheet) {
  const style = `<w:pStyle w:val="${p.style}"/>`;
  const keep = p.keep ? "<w:keepNext/>" : "";
  const fresh = p.fresh ? "<w:pageBreakBefore/>" : "";
  const ragged = p.ragged ? '<w:jc w:val="left"/>' : "";
  return `<w:p><w:pPr>${style}${keep}${fresh}${indent(p, sheet)}${ragged}</w:pPr>${p.runs.map(runXml).join("")}</w:p>`;
}

/**
 * 公文的右缩进连字数一起写；别的只写缇，各家对“字”有多宽、悬挂算不算在内说法不一。
 *
 * @param {Paragraph} p
 * @param {Sheet} sheet
 */
function indent(p, sheet) {
  if (p.hanging) return `<w:ind w:left="${twips(p.left, sheet.char)}" w:hanging="${twips(p.hanging, sheet.char)}"/>`;
  if (!p.right) return "";
  const chars = sheet.grid ? `w:rightChars="${p.right}" ` : "";
  return `<w:ind ${chars}w:right="${twips(p.right, sheet.char)}"/>`;
}

/**
 * 百分之一字 → 缇，四舍五入。
 *
 * @param {number} hundredths
 * @param {number} char
 */
function twips(hundredths, char) {
  return Math.floor((hundredths * char + 50) / 100);
}

/** @param {Run} run */
function runXml({ text, style }) {
  return `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ""}${textXml(text)}</w:r>`;
}

/**
 * 换行是段内换行，制表符是制表位。
 *
 * @param {string} text
 */
function textXml(text) {
  const lines = clean(text).split("\n").map((line) =>
    line.split("\t").map((piece) => (piece ? `<w:t xml:space="preserve">${escape(piece)}</w:t>` : "")).join("<w:tab/>"),
  );
  return lines.join("<w:br/>");
}

/** @param {string} text */
function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * @param {Table} given
 * @param {Sheet} sheet
 */
function table({ widths, rows, style }, sheet) {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${total(widths)}"` +
    ' w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowXml(row, widths, sheet)).join("")}</w:tbl>`
  );
}

/**
 * @param {Row} row
 * @param {readonly number[]} widths
 * @param {Sheet} sheet
 */
function rowXml(row, widths, sheet) {
  const whole = row.split ? "" : "<w:cantSplit/>";
  const header = row.header ? "<w:tblHeader/>" : "";
  let at = 0;
  const cells = row.cells.map((cell) => {
    const width = total(widths.slice(at, at + cell.span));
    at += cell.span;
    return cellXml(cell, width, sheet);
  });
  return `<w:tr><w:trPr>${whole}<w:trHeight w:val="${row.height}" w:hRule="atLeast"/>${header}</w:trPr>${cells.join("")}</w:tr>`;
}

/**
 * @param {Cell} cell
 * @param {number} width
 * @param {Sheet} sheet
 */
function cellXml(cell, width, sheet) {
  const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : "";
  const merge = cell.merge ? `<w:vMerge w:val="${cell.merge}"/>` : "";
  const size = `<w:tcW w:w="${width}" w:type="dxa"/>`;
  const body = cell.paragraphs.map((p) => paragraph(p, sheet)).join("");
  return `<w:tc><w:tcPr>${size}${span}${merge}<w:vAlign w:val="${cell.align}"/></w:tcPr>${body}</w:tc>`;
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
