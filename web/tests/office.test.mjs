import assert from "node:assert/strict";
import test from "node:test";
import { crc32 as reference } from "node:zlib";
import { openEngine } from "../lib/office/expr.js";
import { chinese } from "../lib/office/formula/functions.js";
import { openLoader, PATIENCE_MS } from "../lib/office/load.js";
import { fullSpec } from "../lib/office/payload.js";
import { text } from "../lib/office/values.js";
import { crc32, zip } from "../lib/office/zip.js";
import { load } from "./office_bundle.mjs";

// 和 Python 对字节、对算式的，在 tests/office/test_twin.py、test_expr.py；这里只看浏览器自己的。

const { complaint, openPack, openPage, safeName } = await load("office/index.js");
const BANDS = { committee: [{ from: 25, to: 200, low: 3, high: 7 }], delegates: [] };
const DOCUMENT = {
  slug: "qingshi", title: "请示", file: "请示.docx", address: "templates/branch/qingshi", layout: "公文",
  usage: [["份数", "两份；一份留存"]],
  specs: [
    { key: "n", label: "人数", type: "整数" },
    { key: "rate", label: "比例", derive: ["call", "pct", "n", 168] },
    { key: "rows", label: "名单", type: "明细表", columns: [{ key: "name", label: "姓名" }], rows: 2, required: false },
  ],
  needs: ["unit", "n", "rows"],
  parts: [
    { part: "title", inline: ["关于建会的请示"] },
    { part: "para", inline: [["单位"], "有", ["人数"], "人，占", ["比例"], "。", { when: { "=": [">=", "n", 25] }, then: ["应当建会。"] }] },
    { part: "table", widths: [1, 3], rows: [{ cells: [["序号"], ["姓名"]] }, { cells: [[["序号"]], [["名单", "姓名"]]], repeat: "名单" }], heads: 1 },
  ],
  checks: [{ id: "V01", level: "error", says: "人数太多", keys: ["n"], expr: ["<=", "n", 168] }],
};
const UNIT = { key: "unit", label: "单位", source: "profile", example: "示例公司" };
const PAGE = { document: { ...DOCUMENT, specs: [UNIT, ...DOCUMENT.specs] }, bands: BANDS };
const PACK = { id: "founding", title: "建会文书包", documents: [DOCUMENT, { ...DOCUMENT, slug: "b", file: "乙.docx" }], specs: [UNIT], steps: [], checks: [], bands: BANDS };

/** 压缩包里的文件名。 */
function names(data) {
  const view = Buffer.from(data);
  const found = [];
  let at = view.readUInt32LE(view.length - 6);
  for (let n = view.readUInt16LE(view.length - 12); n > 0; n -= 1) {
    const length = view.readUInt16LE(at + 28);
    found.push(view.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length;
  }
  return found;
}

test("一页：算、查、缺什么、全文", () => {
  const page = openPage(PAGE);
  const all = page.derive({ unit: "示例公司", n: "149", rows: [{ name: "甲" }] });
  assert.equal(all.rate, "88.7%");
  assert.deepEqual(page.check(all).map((v) => [v.id, v.state]), [["V01", "pass"]]);
  assert.deepEqual(page.check({ n: 200 }).map((v) => v.state), ["fail"]);
  assert.deepEqual(page.check({}).map((v) => v.state), ["unknown"]);
  assert.deepEqual(page.unfilled(page.derive({ n: 1 })).map((spec) => spec.label), ["单位"]);
  assert.equal(page.text(all), "关于建会的请示\n示例公司有149人，占88.7%。应当建会。\n序号\t姓名\n1\t甲\n");
  assert.equal(page.text(null).includes("【单位】有【人数】人"), true);
  assert.deepEqual(page.sample(), { unit: "示例公司" });
});

test("同样的值，同样的字节；给的值不会被改", () => {
  const page = openPage(PAGE);
  const values = Object.freeze({ unit: "甲", n: 30, rows: Object.freeze([Object.freeze({ name: "乙" })]) });
  const all = Object.freeze(page.derive(values));
  assert.deepEqual(page.docx(all), page.docx(all));
  assert.deepEqual(page.xlsx(all), page.xlsx(all));
  assert.notDeepEqual(page.docx(all), page.docx(all, { sample: true }));
});

test("奇怪的键名不会碰到对象自带的东西", () => {
  const page = openPage(PAGE);
  const values = JSON.parse('{"__proto__":{"n":9},"constructor":1,"unit":"甲","rows":[{"__proto__":"x","name":"乙"}]}');
  assert.equal(page.derive(values).rate, null);
  assert.equal({}.n, undefined);
  assert.equal(openEngine(BANDS).result("toString", {}, []), null);
  assert.equal(openEngine(BANDS).result(["call", "constructor", 1], {}, []), null);
});

test("整包：编号、目录、挑几份", () => {
  const pack = openPack(PACK);
  const forms = { qingshi: { n: 30 } };
  assert.deepEqual(names(pack.zip({ unit: "甲" }, forms)), ["00 目录.docx", "01 请示.docx", "02 乙.docx"]);
  assert.deepEqual(names(pack.zip(null, {}, { only: ["b"] })), ["00 目录.docx", "01 乙.docx"]);
  const { zip: detached } = pack;
  assert.deepEqual(detached(null), pack.zip(null));
});

test("填错的，说一句中文", () => {
  assert.equal(complaint(fullSpec({ key: "n", label: "人数", type: "整数" }), "三"), "“三”不是整数，请只写数字");
  assert.equal(complaint(fullSpec({ key: "n", label: "人数", type: "整数" }), "３６"), "");
});

test("文件名", () => {
  assert.equal(safeName('甲/乙:"丙"', ".zip"), "甲乙丙.zip");
});

test("再大的金额也不走样", () => {
  assert.equal(text("99999999999999999999.995", "金额"), "100000000000000000000.00");
  assert.equal(text("0.005", "金额"), "0.01");
  assert.equal(text("007", "金额"), "7.00");
  assert.equal(text("2026-04-08", "日期"), "2026年4月8日");
  assert.equal(chinese(110), "一百一十");
});

test("压缩包的校验值对", () => {
  const data = new TextEncoder().encode("建家手册".repeat(1000));
  if (reference) assert.equal(crc32(data), reference(data));
  assert.equal(zip([]).length, 22);
});

test("取数据：来过的不再取，几处同时要只取一次，取不到说一句中文", async () => {
  const scope = {};
  const inserted = [];
  const failures = [];
  let late = () => {};
  const get = openLoader(scope, (address, failed) => (inserted.push(address), failures.push(failed)), (act, ms) => (assert.equal(ms, PATIENCE_MS), (late = act)));
  const [a, b] = [get("office/x", "x.js"), get("office/x", "x.js")];
  scope.jianjia.load("office/x", { n: 1 });
  assert.deepEqual(await Promise.all([a, b]), [{ n: 1 }, { n: 1 }]);
  assert.deepEqual(await openLoader(scope, () => assert.fail())("office/x", "x.js"), { n: 1 });
  assert.deepEqual(inserted, ["x.js"]);

  const broken = get("office/y", "y.js");
  failures[1]();
  await assert.rejects(broken, /没有取到/);
  const again = get("office/y", "y.js");
  assert.equal(inserted.length, 3);
  late();
  await assert.rejects(again, /没有取到/);
});

test("一份一份地打包，报做了几份，字节同一次做完的", () => {
  const many = openPack({ ...PACK, documents: Array.from({ length: 28 }, (_, i) => ({ ...DOCUMENT, slug: `d${i}`, file: `${i}.docx` })) });
  const steps = many.zipping({ unit: "甲" }, {});
  const counted = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) counted.push(step.value);
  assert.deepEqual(counted, Array.from({ length: 28 }, (_, i) => i + 1));
  assert.deepEqual(step.value, many.zip({ unit: "甲" }, {}));
});
