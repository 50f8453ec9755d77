/**
 * 一份文书的数据长什么样。由 `scripts/jianjia/export/payload.py` 在建站时写成，省掉的键在这里补齐。
 *
 * @typedef {{ readonly label: string, readonly key: string, readonly type: string, readonly options: readonly string[] }} Column
 *
 * @typedef {{
 *   readonly key: string, readonly label: string, readonly type: string, readonly required: boolean,
 *   readonly derive: any, readonly options: readonly string[], readonly columns: readonly Column[], readonly rows: number,
 *   readonly example: any, readonly note: string, readonly source: "own" | "profile" | "congress",
 *   readonly step: string, readonly group: string, readonly sensitive: boolean,
 * }} Spec
 *   一个填写项。`derive` 不空的是自动算的（语法树）；`rows` 是空白件里明细表印几行；
 *   `source`：own 本文书自有，profile 来自单位档案，congress 来自职代会档案。
 *
 * @typedef {Readonly<Record<string, any>>} Values
 *   键 → 填的值：文字、整数、一行行记录（键 → 文字或整数）。日期是 2026-04-28，金额、小数写成文字。
 *
 * @typedef {string | { readonly "=": any }} Test 填写项名称（填了才要），或者算式（语法树）
 * @typedef {string | readonly [label: string, column?: string] | When | { readonly repeat: string }} Item
 * @typedef {{ readonly when: Test, readonly then: Inline, readonly other?: Inline }} When
 * @typedef {readonly Item[]} Inline 一行字：文字、填写项、条件
 * @typedef {"←" | "↑" | Inline} Cell 表格一格
 * @typedef {{ readonly cells: readonly Cell[], readonly repeat?: string, readonly test?: Test }} TableRow
 *
 * @typedef {{ readonly part: "title", readonly inline: Inline, readonly attachment?: string }
 *   | { readonly part: "to" | "note", readonly inline: Inline }
 *   | { readonly part: "para", readonly inline: Inline, readonly level?: number, readonly bold?: boolean }
 *   | { readonly part: "head" | "sign" | "attachments", readonly lines: readonly Inline[] }
 *   | TablePart | Choice
 *   | { readonly part: "break" }} Part 文书正文的一个要素
 * @typedef {{ readonly part: "table", readonly widths: readonly number[], readonly rows: readonly TableRow[], readonly heads?: number }} TablePart
 * @typedef {{ readonly part: "choice", readonly test: Test, readonly then: readonly Part[], readonly other?: readonly Part[] }} Choice
 *
 * @typedef {{ readonly number: number, readonly parts: readonly Part[], readonly note?: string }} Article `note` 是讲解版里的批注
 * @typedef {{ readonly inline: Inline, readonly mark?: string, readonly articles: readonly Article[], readonly parts: readonly Part[] }} Chapter
 *   制度的一章。有条文的，`inline` 是去了章号的章名；`mark` 不空的是附件，`inline` 是附件标题。
 *
 * @typedef {{ readonly id: string, readonly level: "error" | "warn", readonly says: string, readonly expr: any, readonly keys: readonly string[], readonly waive?: string }} Check
 *   `waive` 不空的，写明理由可以放行；它是理由的样子
 *
 * @typedef {{
 *   readonly slug: string, readonly kind: "template" | "policy", readonly title: string, readonly address: string, readonly file: string,
 *   readonly layout: string, readonly landscape: boolean, readonly minutes: boolean, readonly upward: boolean, readonly sealed: boolean, readonly red: boolean,
 *   readonly genre: string, readonly step: string, readonly usage: ReadonlyArray<readonly [name: string, text: string]>,
 *   readonly parts: readonly Part[], readonly chapters: readonly Chapter[], readonly inline: Inline,
 *   readonly specs: readonly Spec[], readonly needs: readonly string[], readonly checks: readonly Check[],
 * }} Document
 *   一份文书或制度。`needs` 是它直接间接用到的、要人填的键；`usage` 是使用说明，纯文字。
 *
 * @typedef {import("./formula/functions.js").Bands} Bands
 * @typedef {{ readonly document: Document, readonly bands: Bands }} PagePayload 一页文书的数据
 * @typedef {{ readonly id: string, readonly name: string, readonly makes: string }} Step
 * @typedef {{
 *   readonly id: string, readonly title: string, readonly documents: readonly Document[], readonly specs: readonly Spec[],
 *   readonly steps: readonly Step[], readonly checks: readonly Check[], readonly bands: Bands,
 * }} PackPayload
 *   一个文书包：`specs` 是档案（单位档案、职代会档案）里这个包用得着的，`documents` 里的只有自有的填写项。
 */

/**
 * 补齐省掉的键。
 *
 * @param {any} spec
 * @returns {Spec}
 */
export function fullSpec(spec) {
  return {
    type: "文本", required: true, derive: null, options: [], rows: 0, example: null, note: "", source: "own", step: "", group: "", sensitive: false,
    ...spec,
    columns: (spec.columns || []).map((/** @type {any} */ column) => ({ type: "文本", options: [], ...column })),
  };
}

/**
 * @param {any} document
 * @returns {Document}
 */
export function fullDocument(document) {
  return {
    kind: "template", landscape: false, minutes: false, upward: false, sealed: false, red: false, genre: "", step: "",
    usage: [], parts: [], chapters: [], inline: [], needs: [], checks: [],
    ...document,
    specs: (document.specs || []).map(fullSpec),
  };
}
