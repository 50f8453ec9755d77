import assert from "node:assert/strict";
import test from "node:test";
import { dump, MAX_TEXT, readFile, restore } from "../lib/casefile.js";
import { blankCase, CONFIRMED, copied, count, emptied, isEmpty, nextTerm, rename, setMatter, setValue, valuesOf, waive } from "../lib/cases.js";
import { random } from "./random.mjs";

const AT = "2026-11-29T08:00:00.000Z";
const LATER = "2026-11-29T09:00:00.000Z";
const made = (more = {}) => blankCase("c1", { created: AT, changed: AT, ...more });
const file = (more) => JSON.stringify({ app: "jianjia", kind: "case", schema: 1, id: "x", profile: { unit_name: "甲公司" }, ...more });

test("填、改、清掉；一样的不算改，没填的不占地方", () => {
  const one = setValue(blankCase("c1"), "", "unit_name", "甲公司", AT);
  assert.deepEqual([one.profile, one.created, one.changed], [{ unit_name: "甲公司" }, AT, AT]);
  assert.equal(setValue(one, "", "unit_name", "甲公司", LATER), one);
  const two = setValue(one, "jh-qingshi", "doc_date", "2026-04-28", LATER);
  assert.deepEqual(two.forms, { "jh-qingshi": { doc_date: "2026-04-28" } });
  assert.equal(count(two), 2);
  assert.deepEqual(setValue(two, "jh-qingshi", "doc_date", "  ", LATER).forms, { "jh-qingshi": {} });
  assert.deepEqual(setValue(one, "", "unit_name", "", LATER).profile, {});
  assert.equal(setValue(one, "", "n", 0, LATER).profile.n, 0);
});

test("只收文字、整数、一行行记录；键不合规矩的不收", () => {
  const one = made();
  for (const value of [1.5, NaN, true, {}, [[1]], [{ a: {} }], () => 1, Symbol("x"), "长".repeat(20001)]) assert.equal(setValue(one, "", "key", value, AT), one);
  for (const key of ["__proto__", "_own", "A", "a-b", "", "a".repeat(60)]) assert.equal(setValue(one, "", key, "甲", AT), one);
  assert.equal(setValue(one, "../x", "key", "甲", AT), one);
  assert.deepEqual(setValue(one, "", "rows", [{ name: "甲", n: 3 }], AT).profile.rows, [{ name: "甲", n: 3 }]);
});

test("时刻只往前走：设备的钟拨回去，后写的也还是后写的", () => {
  const one = setValue(made({ changed: LATER }), "", "unit_name", "甲", AT);
  assert.ok(one.changed > LATER);
});

test("放行要写理由，收回就没有；人核过的记“核过”", () => {
  const one = waive(made(), "V06", " 上级工会已经同意 ", AT);
  assert.deepEqual(one.waivers, { V06: "上级工会已经同意" });
  assert.equal(waive(one, "V06", "上级工会已经同意", LATER), one);
  assert.deepEqual(waive(one, "V06", " ", LATER).waivers, {});
  assert.deepEqual(waive(one, "V05", CONFIRMED, LATER).waivers.V05, "核过");
  assert.equal(waive(one, "__proto__", "x", LATER), one);
});

test("交给文书的值：公用的加它自有的；存着的自动项就是改写过的", () => {
  const one = made({ profile: { unit_name: "甲公司", union_name: "甲公司工会联合委员会" }, forms: { a: { doc_no: "1" }, b: { doc_no: "2" } } });
  assert.deepEqual(valuesOf(one, "a"), { unit_name: "甲公司", union_name: "甲公司工会联合委员会", doc_no: "1", _own: ["unit_name", "union_name", "doc_no"] });
  assert.deepEqual(valuesOf(one)._own, ["unit_name", "union_name"]);
});

test("存了读回来一样；导出的也一样", () => {
  const one = waive(setValue(made({ name: "甲公司建会", matter: "founding", sample: true, profile: { a: "1", 𠮷: 1 } }), "x", "k", [{ name: "<b>" }], AT), "V06", "同意", AT);
  const clean = { ...one, profile: { a: "1" } };
  assert.deepEqual(restore(dump(clean), "c1"), { value: clean, lost: 0, newer: false });
  assert.deepEqual(readFile(dump(clean, { exported: AT, address: "https://x/" }, 1), "c9"), { kept: { ...clean, id: "c9" }, lost: 0 });
  assert.deepEqual(readFile(`\ufeff${dump(clean)}`, "c1").kept, clean);
});

test("不认得的键原样留着；不认得的样子数出来", () => {
  const found = readFile(file({ profile: { unit_name: "甲", future_key: "新版的", bad: { a: 1 }, Bad: "x" }, forms: { "new-paper": { k: "v" }, "..": {} } }), "c1");
  assert.deepEqual(found.kept.profile, { unit_name: "甲", future_key: "新版的" });
  assert.deepEqual(found.kept.forms, { "new-paper": { k: "v" } });
  assert.equal(found.lost, 3);
});

test("原型污染的键进不来，也伤不到别处", () => {
  const text = '{"app":"jianjia","kind":"case","schema":1,"id":"c1","__proto__":{"polluted":1},"profile":{"__proto__":{"polluted":1},"constructor":"甲"},"forms":{"__proto__":{"polluted":"1"},"a":{"__proto__":"x"}},"waivers":{"__proto__":"x"}}';
  const { kept, lost } = readFile(text, "c1");
  assert.equal({}.polluted, undefined);
  assert.equal(kept.polluted, undefined);
  assert.deepEqual([Object.keys(kept.profile), Object.keys(kept.forms), Object.keys(kept.waivers), lost], [["constructor"], ["a"], [], 5]);
  assert.equal({}.polluted, undefined);
});

test("不收的都说为什么", () => {
  const said = (text) => readFile(text, "c1").problem || "";
  assert.match(said(""), /空的/);
  assert.match(said("你好"), /不是这里导出/);
  assert.match(said("{bad"), /坏了/);
  assert.match(said("null"), /不是这里导出/);
  assert.match(said("[]"), /坏了/);
  assert.match(said('{"app":"other","kind":"case","schema":1}'), /不是这里导出/);
  assert.match(said(file({ schema: 99 })), /更新版本/);
  assert.match(said(file({ schema: "1" })), /不是这里导出/);
  assert.match(said('{"app":"jianjia","schema":2,"list":"branch/founding","items":{}}'), /清单/);
  assert.match(said(file({ profile: "x" })), /一项也读不出来/);
  assert.match(said("x".repeat(MAX_TEXT + 1)), /太大/);
  assert.match(said(`{"a":${"[".repeat(10000)}`), /坏了/);
});

test("存着的：别的编号、坏的不认；更新的版本锁住", () => {
  assert.equal(restore(dump(made()), "c2"), null);
  for (const text of ["", "null", "[]", '"x"', "{bad", '{"app":"jianjia","kind":"run","schema":1}']) assert.equal(restore(text, "c1"), null);
  const newer = restore(file({ id: "c1", schema: 99, future: {} }), "c1");
  assert.equal(newer.newer, true);
  assert.equal(newer.value.profile.unit_name, "甲公司");
});

test("改名、换事、复印、清掉", () => {
  const one = made({ name: "甲", matter: "founding", profile: { a: "1" }, waivers: { V06: "x" } });
  assert.equal(rename(one, ` ${"字".repeat(50)} `, AT).name, "字".repeat(40));
  assert.equal(setMatter(one, "reelection", AT).matter, "reelection");
  assert.equal(setMatter(one, "<b>", AT), one);
  const two = copied(one, "c2", LATER);
  assert.deepEqual([two.id, two.name, two.profile, two.created], ["c2", "甲（复印件）", { a: "1" }, LATER]);
  assert.deepEqual(isEmpty(emptied(one, AT)), true);
  assert.equal(emptied(one, AT).name, "甲");
});

test("开始换届：单位和小组留着，届次加一，候选人、票数、筹备组清掉，上一届的任期带进换届请示", () => {
  const spec = (key, step, group = "") => ({ key, step, group, source: "profile" });
  const specs = [spec("unit_name", "before", "单位"), spec("prep_members", "before", "筹备组"), spec("contact_person", "before", "筹备组"), spec("groups", "joined", "会员"),
    spec("term_no", "prepare"), spec("committee_candidates", "prepare"), spec("chair", "meeting"), spec("reply_no", "approved")];
  const one = made({
    matter: "founding",
    profile: { unit_name: "甲公司", unit_short: "甲", prep_members: [{ name: "甲" }], contact_person: "乙", groups: [{ group: "一组" }], term_no: 1, committee_candidates: [{ name: "丙" }], chair: "丁", reply_no: "1号" },
  });
  const all = { ...one.profile, term_start: "2026-04-28", term_end: "2031-04-27" };
  const next = nextTerm(one, specs, all, { "hj-qingshi": ["this_term_no", "this_term_start", "this_term_end"], "hj-fangan": ["this_term_no"], "hj-x": [] }, "c2", LATER);
  assert.deepEqual(next.profile, { unit_name: "甲公司", contact_person: "乙", groups: [{ group: "一组" }], term_no: 2 });
  assert.deepEqual(next.forms, { "hj-qingshi": { this_term_no: 1, this_term_start: "2026-04-28", this_term_end: "2031-04-27" }, "hj-fangan": { this_term_no: 1 } });
  assert.deepEqual([next.id, next.matter, next.sample], ["c2", "reelection", false]);
  assert.equal(one.profile.term_no, 1);
});

test("乱写的存档绝不抛错，读出来的都合规矩", () => {
  const { pick, chance } = random(7);
  const value = (deep) => pick([null, true, 1, 1.5, "", "甲", "<b>", "__proto__", ...(deep > 2 ? [] : [[value(deep + 1)], { name: value(deep + 1), __x: value(deep + 1) }])]);
  for (let i = 0; i < 500; i += 1) {
    const data = { app: "jianjia", kind: "case", schema: 1, id: "c1" };
    for (const key of ["name", "matter", "profile", "forms", "waivers", "created", "sample", "extra"]) if (chance(0.7)) data[key] = value(0);
    const { value: kept } = restore(JSON.stringify(data), "c1");
    assert.deepEqual(restore(dump(kept), "c1"), { value: kept, lost: 0, newer: false });
  }
});
