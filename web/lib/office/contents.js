/** 文书包的目录：每份文书什么时候用、报给谁、几份、盖什么章、下一步、还有什么没填。和 `scripts/jianjia/office/contents.py` 一模一样。 */

import { measure, paragraph, run } from "./blocks.js";
import { columns } from "./fitting.js";
import { layoutOf } from "./layouts.js";

/**
 * @typedef {{ readonly title: string, readonly usage: readonly string[], readonly unfilled: readonly string[] | null }} Entry
 *   目录的一行。`unfilled` 是没填的填写项；空白件为 null。
 */

const HEAD = ["序号", "文书", "什么时候用", "报给谁", "份数", "盖章", "下一步", "还没填的"];
const SHARES = [5, 15, 17, 10, 10, 10, 16, 13];
/** 目录里要的几样使用说明。 */
export const USAGE = ["什么时候用", "报给谁", "份数", "盖章", "下一步"];
/** 没填的太多，列几样就够了。 */
const MOST_LABELS = 12;

/**
 * @param {string} title
 * @param {readonly Entry[]} entries
 * @returns {import("./blocks.js").Flow}
 */
export function contents(title, entries) {
  const { sheet, title: style, flush, rowHeight } = layoutOf("表格", true);
  const missing = entries.some((entry) => entry.unfilled && entry.unfilled.length);
  const note = `共${entries.length}份，照办事的先后编号，文件名前面的数字就是序号。${missing ? "“还没填的”补齐以后再打印、再签名。" : ""}`;
  /**
   * 序号居中，别的靠左。
   *
   * @param {readonly string[]} texts
   * @param {boolean} header
   */
  const row = (texts, header) => ({
    height: rowHeight,
    header,
    split: false,
    cells: texts.map((text, i) => ({
      paragraphs: [paragraph(header ? "CellHead" : i ? "CellText" : "Cell", text ? [run(text)] : [], { keep: header })],
      span: 1,
      merge: "",
      align: "center",
    })),
  });
  return {
    sheet,
    blocks: [
      paragraph(style, [run(`${title}目录`)]),
      paragraph(flush, [run(note)]),
      {
        kind: "table",
        style: "Grid",
        widths: columns(SHARES, measure(sheet)),
        rows: [row(HEAD, true), ...entries.map((entry, i) => row([String(i + 1), entry.title, ...entry.usage.map(first), said(entry.unfilled)], false))],
      },
      paragraph("End"),
    ],
  };
}

/**
 * 头一句；全文在网页上。
 *
 * @param {string} text
 */
function first(text) {
  return text.split(/[；。]/)[0] || "";
}

/**
 * 没填的列出来；太多的只列前几样。
 *
 * @param {readonly string[] | null} unfilled
 */
function said(unfilled) {
  if (!unfilled) return "空白件";
  if (!unfilled.length) return "都填了";
  const more = unfilled.length > MOST_LABELS ? `等${unfilled.length}项` : "";
  return unfilled.slice(0, MOST_LABELS).join("、") + more;
}
