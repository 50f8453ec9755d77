/**
 * 文书：浏览器里的入口。不碰页面，只认 `scripts/jianjia/export/payload.py` 写的数据。
 *
 * ```js
 * const page = openPage(payload);                 // assets/office/<名称>.js 里的数据
 * const all = page.derive(values);                // 原来的值，加上自动算的
 * page.check(all);                                // pass、fail、unknown（没填全说不准）、manual（没有算式，人来核）
 * page.unfilled(all);                             // 必填而没填的填写项
 * page.flow(all);                                 // 版面块，画预览用；null 是空白件
 * page.docx(all); page.xlsx(all); page.text(all); // 字节、字节、文字
 * page.docx(all, { sample, draft, notes });       // 每页印“示例”、印“草稿”；制度的讲解版
 *
 * const pack = openPack(payload);                 // assets/packs/<名称>.js 里的数据
 * pack.derive(profile); pack.check(profile);
 * pack.zip(profile, forms);                       // forms：文书的 slug → 自有的值
 * pack.documents[0].docx(pack.documents[0].derive({ ...profile, ...own }));
 * ```
 *
 * 值：键 → 文字、整数、一行行记录（键 → 文字或整数）。日期写 2026-04-28，金额、小数写成文字（“1234.50”）；
 * 整数写成文字也认（“36”“３６”“1,036”）。没填的不写、写空文字、null 都行。不要放浮点数。
 * 填的认不出来（“36人”“2026-02-30”）：`complaint(spec, value)` 是一句中文；照样印得出来，只是算不了。
 * 自动算的由人改写了的，把键列进值里的 `_own`（`{ union_name: "…", _own: ["union_name"] }`），就照写的算、照写的印。
 */

import { openDocument, sampleOf } from "./document.js";
import { openEngine } from "./expr.js";
import { packSteps, packZip } from "./pack.js";
import { fullDocument, fullSpec } from "./payload.js";

export { complaint } from "./complaint.js";
export { safeName } from "./filename.js";
export { openLoader } from "./load.js";

/**
 * @typedef {import("./payload.js").Spec} Spec
 * @typedef {import("./payload.js").Values} Values
 * @typedef {import("./payload.js").Step} Step
 * @typedef {import("./payload.js").Check} Check
 * @typedef {import("./expr.js").Verdict} Verdict
 * @typedef {import("./document.js").Opened} Opened
 * @typedef {ReturnType<typeof openPack>} Pack
 */

/**
 * 一页文书或制度。
 *
 * @param {any} payload
 * @returns {Opened}
 */
export function openPage(payload) {
  return openDocument(fullDocument(payload.document), [], payload.bands);
}

/**
 * 一个文书包：档案的填写项、步骤、校验，和照次序排好的文书。
 *
 * @param {any} payload
 */
export function openPack(payload) {
  /** @type {readonly Spec[]} */
  const specs = payload.specs.map(fullSpec);
  /** @type {readonly Check[]} */
  const checks = payload.checks;
  const engine = openEngine(payload.bands);
  /** @type {readonly Opened[]} */
  const documents = payload.documents.map((/** @type {any} */ document) => openDocument(fullDocument(document), specs, payload.bands));
  /** @param {readonly string[] | undefined} only */
  const chosen = (only) => documents.filter(({ document }) => !only || only.includes(document.slug));
  return {
    id: /** @type {string} */ (payload.id),
    title: /** @type {string} */ (payload.title),
    steps: /** @type {readonly Step[]} */ (payload.steps),

    /** 档案的填写项。各文书自有的在 `documents[i].document.specs`。 */
    specs,
    checks,
    documents,

    /**
     * 档案的值，加上自动算的。
     *
     * @param {Values} profile
     */
    derive: (profile) => engine.derive(specs, profile),

    /**
     * 全包的校验，只看档案。
     *
     * @param {Values} profile
     * @returns {Verdict[]}
     */
    check: (profile) => engine.check(checks, profile, specs),

    /** 示例的值（虚构的单位）：档案的，和各文书自有的（slug → 值）。 */
    sample: () => ({
      profile: sampleOf(specs),
      forms: Object.assign({}, ...documents.map(({ document }) => ({ [document.slug]: sampleOf(document.specs) }))),
    }),

    /**
     * 整包打成 .zip，第一个是目录。
     *
     * @param {Values | null} profile null 是一包空白件
     * @param {Readonly<Record<string, Values>>} [forms] 文书的 slug → 自有的值
     * @param {{ readonly sample?: boolean, readonly only?: readonly string[] }} [options]
     *   `sample` 在每页右上角印“示例”；`only` 只要这几份（slug），次序不变，重新编号
     * @returns {Uint8Array}
     */
    zip(profile, forms = {}, { sample = false, only } = {}) {
      return packZip(payload.title, chosen(only), ({ document }) => profile && { ...profile, ...forms[document.slug] }, { sample });
    },

    /**
     * 同上，一份一份地做：每做完一份停一下，报做了几份，最后给出字节。
     *
     * @param {Values | null} profile
     * @param {Readonly<Record<string, Values>>} [forms]
     * @param {{ readonly sample?: boolean, readonly draft?: boolean, readonly only?: readonly string[] }} [options]
     */
    zipping(profile, forms = {}, { sample = false, draft = false, only } = {}) {
      return packSteps(payload.title, chosen(only), ({ document }) => profile && { ...profile, ...forms[document.slug] }, { sample, draft });
    },
  };
}
