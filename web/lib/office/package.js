/** 各部分 → .docx。和 `scripts/jianjia/office/package.py` 写出同样的字节。 */

import { beside } from "./margin.js";
import { PARTS } from "./parts.js";
import { documentXml } from "./wordml.js";
import { zip } from "./zip.js";

/**
 * @param {import("./blocks.js").Flow} flow
 * @returns {Uint8Array}
 */
export function docx(flow) {
  // 换行统一，免得在 Windows 上检出后字节不同。
  return zip(PARTS.map(([name, text]) => [name, name === "word/document.xml" ? documentXml(beside(flow)) : text.replace(/\r\n/g, "\n")]));
}
