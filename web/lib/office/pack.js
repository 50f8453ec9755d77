/** 整包文书：照次序编号的 .docx，连同目录，打成一个 .zip。和 `scripts/jianjia/export/packs.py` 写出同样的字节。 */

import { contents, USAGE } from "./contents.js";
import { docx } from "./package.js";
import { zip } from "./zip.js";

/**
 * @typedef {import("./document.js").Opened} Opened
 * @typedef {import("./payload.js").Values} Values
 */

/**
 * @param {string} title
 * @param {readonly Opened[]} documents
 * @param {(document: Opened) => Values | null} valuesOf 这份文书的全部值，没算的也行；null 是空白件
 * @param {{ readonly sample?: boolean, readonly draft?: boolean }} [options] 在每页右上角印“示例”、印“草稿”
 * @returns {Uint8Array}
 */
export function packZip(title, documents, valuesOf, options = {}) {
  const steps = packSteps(title, documents, valuesOf, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * 同上，做完一份停一下，报做了几份：网页要趁空画进度、接着响应。
 *
 * @param {string} title
 * @param {readonly Opened[]} documents
 * @param {(document: Opened) => Values | null} valuesOf
 * @param {{ readonly sample?: boolean, readonly draft?: boolean }} [options]
 * @returns {Generator<number, Uint8Array, void>}
 */
export function* packSteps(title, documents, valuesOf, options = {}) {
  /** @type {Array<readonly [string, Uint8Array]>} */
  const files = [];
  const entries = [];
  for (const [i, opened] of documents.entries()) {
    const given = valuesOf(opened);
    const values = given && opened.derive(given);
    const { document } = opened;
    files.push([`${String(i + 1).padStart(2, "0")} ${document.file}`, opened.docx(values, options)]);
    const usage = USAGE.map((name) => (document.usage.find((line) => line[0] === name) || ["", ""])[1]);
    entries.push({ title: document.title, usage, unfilled: values && opened.unfilled(values).map((spec) => spec.label) });
    yield i + 1;
  }
  return zip([["00 目录.docx", docx(contents(title, entries))], ...files]);
}
