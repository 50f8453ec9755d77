/** 版面块 → 纯文字：一段一行，表格一行一行，格子之间用制表符。复制全文用它。 */

import { textOf } from "./blocks.js";
import { strip } from "./values.js";

/** @param {import("./blocks.js").Flow} flow */
export function plainText(flow) {
  /** @type {string[]} */
  const lines = [];
  for (const block of flow.blocks) {
    if (block.kind === "paragraph") lines.push(said(block));
    else for (const row of block.rows) lines.push(row.cells.map((cell) => cell.paragraphs.map(said).filter(Boolean).join(" ")).join("\t"));
  }
  return lines.filter(strip).map((line) => `${line}\n`).join("");
}

/** @param {import("./blocks.js").Paragraph} paragraph */
function said(paragraph) {
  return textOf(paragraph.runs).replace(/\n/g, "").replace(/\t/g, " ").replace(/^[ 　]+|[ 　]+$/g, "");
}
