/**
 * 给 Python 的测试用：一行一件事（JSON），一行一个答案。Python 算一遍、这里算一遍，两边要一样。
 */

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { load } from "./office_bundle.mjs";

const { complaint, openPack, openPage, safeName } = await load("office/index.js");
const { openEngine } = await load("office/expr.js");
const { fullSpec } = await load("office/payload.js");
const { workbook } = await load("office/xlsx.js");
const { zip } = await load("office/zip.js");

/** @param {Uint8Array} data */
const digest = (data) => createHash("sha256").update(data).digest("hex");

/** @type {any} */
let kept;

const JOBS = {
  /** 一页：空白的（values 是 null）、填好的，文件、表格、校验。 */
  page({ payload, values }) {
    const page = openPage(payload);
    const all = values && page.derive(values);
    return {
      all,
      docx: digest(page.docx(all)),
      xlsx: page.document.kind === "template" && digest(page.xlsx(all)),
      notes: page.document.kind === "policy" && digest(page.docx(all, { notes: true })),
      verdicts: all && page.check(all).map(({ id, state }) => [id, state]),
      unfilled: all && page.unfilled(all).map((spec) => spec.label),
    };
  },

  /** 同一页的纯文字、版面块、印着“示例”“草稿”的文件。 */
  look({ payload, values }) {
    const page = openPage(payload);
    const all = values && page.derive(values);
    return { text: page.text(all), flow: page.flow(all), sample: digest(page.docx(all, { sample: true })), draft: digest(page.docx(all, { draft: true })) };
  },

  pack({ payload, profile, forms, options }) {
    const pack = openPack(payload);
    const all = profile && pack.derive(profile);
    return { all, zip: digest(pack.zip(profile, forms, options)), verdicts: all && pack.check(all).map(({ id, state }) => [id, state]) };
  },

  /** 示例。 */
  sample: ({ payload }) => openPack(payload).sample(),

  /** 记住几个算式，后面一份份的值都用它们算。 */
  keep({ bands, specs = [], nodes }) {
    kept = { engine: openEngine(bands), specs: specs.map(fullSpec), nodes };
  },

  formulas: ({ values }) => kept.nodes.map((node) => kept.engine.result(node, values, kept.specs)),

  xlsx: ({ sheets }) => digest(workbook(sheets)),
  complaints: ({ cases }) => cases.map(([spec, value]) => complaint(fullSpec(spec), value)),
  names: ({ names }) => names.map((name) => safeName(name, ".docx")),
  zip: ({ files }) => digest(zip(files)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { job, ...rest } = JSON.parse(line);
  let answer;
  try {
    answer = { ok: JOBS[job](rest) };
  } catch (error) {
    answer = { error: String(error && error.stack) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
