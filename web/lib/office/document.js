/** 一份文书或制度：算、查、排、做成文件。 */

import { openEngine } from "./expr.js";
import { openFiller } from "./fill.js";
import { fits } from "./fitting.js";
import { build } from "./flow.js";
import { HALVED, layoutOf } from "./layouts.js";
import { sheets } from "./ledger.js";
import { docx } from "./package.js";
import { plainText } from "./plain.js";
import { build as buildPolicy } from "./policy.js";
import { isMissing } from "./values.js";
import { workbook } from "./xlsx.js";

/**
 * @typedef {import("./payload.js").Document} Document
 * @typedef {import("./payload.js").Spec} Spec
 * @typedef {import("./payload.js").Values} Values
 * @typedef {import("./payload.js").Bands} Bands
 * @typedef {import("./blocks.js").Flow} Flow
 * @typedef {import("./expr.js").Verdict} Verdict
 * @typedef {ReturnType<typeof openDocument>} Opened
 * @typedef {{ readonly sample?: boolean, readonly draft?: boolean, readonly notes?: boolean }} Options
 *   `sample` 在每页右上角印“示例”，`draft` 印“草稿”；`notes` 是制度的讲解版
 */

/**
 * @param {Document} document
 * @param {readonly Spec[]} shared 公用的填写项；数据里已经有的不用再给
 * @param {Bands} bands
 */
export function openDocument(document, shared, bands) {
  const engine = openEngine(bands);
  const specs = [...shared, ...document.specs];
  const byKey = new Map(specs.map((spec) => [spec.key, spec]));
  const layout = layoutOf(document.layout, document.landscape);
  /** @param {Values | null} values */
  const filler = (values) => openFiller(specs, values, values ? engine.condition(specs, values) : () => false);

  /**
   * @param {Values | null} values
   * @param {Options} [options]
   * @returns {Flow}
   */
  const flow = (values, { sample = false, draft = false, notes = false } = {}) => {
    const made = document.kind === "policy" ? buildPolicy(document, filler(values), notes) : laid(filler(values));
    return sample || draft ? { ...made, sheet: { ...made.sheet, sample, draft } } : made;
  };

  /**
   * 半张纸放得下的票，一张纸印两份。
   *
   * @param {import("./fill.js").Filler} filled
   */
  const laid = (filled) => {
    const { minutes, upward, sealed, red } = document;
    const small = HALVED[document.layout];
    const half = small && build(document.parts, { layout: small, minutes, upward, sealed, red }, filled);
    return half && fits(half) ? half : build(document.parts, { layout, minutes, upward, sealed, red }, filled);
  };

  return {
    document,

    /** 用得着的全部填写项，公用的在前。 */
    specs,

    /** 排成版面块；null 是空白件。网页上的预览照它画。值要连自动算的一起给（`derive` 的结果）。 */
    flow,

    /**
     * 原来的值，加上自动算的（键 → 文字或整数，算不出来的是 null）。
     *
     * @param {Values} values
     */
    derive: (values) => engine.derive(specs, values),

    /**
     * 这份文书的校验。
     *
     * @param {Values} values
     * @returns {Verdict[]}
     */
    check: (values) => engine.check(document.checks, values, specs),

    /**
     * 必填而没填的填写项。
     *
     * @param {Values} values
     * @returns {Spec[]}
     */
    unfilled: (values) =>
      document.needs
        .map((key) => byKey.get(key))
        .filter(/** @returns {spec is Spec} */ (spec) => spec !== undefined && spec.required && isMissing(values[spec.key])),

    /**
     * @param {Values | null} values null 是空白件
     * @param {Options} [options]
     */
    docx: (values, options) => docx(flow(values, options)),

    /**
     * 台账、表格做成 .xlsx；制度没有。
     *
     * @param {Values | null} values
     */
    xlsx: (values) => workbook(sheets(document.parts, document.title, layout, filler(values))),

    /**
     * 复制全文用的纯文字。
     *
     * @param {Values | null} values
     */
    text: (values) => plainText(flow(values)),

    /** 示例的值（虚构的单位）：键 → 值，不含自动算的。 */
    sample: () => sampleOf(specs),
  };
}

/**
 * 各填写项的示例。
 *
 * @param {readonly Spec[]} specs
 * @returns {Record<string, any>}
 */
export function sampleOf(specs) {
  /** @type {Record<string, any>} */
  const out = {};
  for (const { key, derive, example } of specs) if (derive === null && !isMissing(example)) out[key] = example;
  return out;
}
