/** 各部分 → .docx。和 `scripts/jianjia/office/package.py` 写出同样的字节。 */

import { beside } from "./margin.js";
import { PARTS } from "./parts.js";
import { documentXml } from "./wordml.js";
import { seal, zip } from "./zip.js";

/**
 * 固定不变的部分编一次码、算一次校验值，整包几十份都用它。换行统一，免得在 Windows 上检出后字节不同。
 *
 * @type {Map<string, import("./zip.js").Sealed>}
 */
const fixed = new Map();

/**
 * @param {import("./blocks.js").Flow} flow
 * @returns {Uint8Array}
 */
export function docx(flow) {
  return zip(PARTS.map(([name, text]) => [name, name === "word/document.xml" ? documentXml(beside(flow)) : sealed(name, text)]));
}

/**
 * @param {string} name
 * @param {string} text
 */
function sealed(name, text) {
  const found = fixed.get(name) || seal(text.replace(/\r\n/g, "\n"));
  fixed.set(name, found);
  return found;
}
