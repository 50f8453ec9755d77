import assert from "node:assert/strict";
import test from "node:test";
import { blank, bringBack, dump, isDone, isEmpty, progress, restore, SCHEMA, tick } from "../lib/state.js";

const LIST = "branch/founding";
const AT = "2026-11-20T08:30:00.000Z";
const run = (...ids) => ids.reduce((so, id) => tick(so, id, true, AT), blank(LIST, "1"));
const stored = (changes) => JSON.stringify({ app: "jianjia", schema: 1, list: LIST, run: "1", items: {}, ...changes });
const back = (changes) => restore(stored(changes), LIST, "1");

test("存出去再读回来一模一样", () => {
  const before = tick(run("BR-FD-01", "BR-FD-02"), "BR-FD-02", false, "2026-11-21T00:00:00.000Z");

  assert.deepEqual(restore(dump(before), LIST, "1"), { value: before, lost: 0, newer: false });
});

test("存的格式写明来源、版本、哪份清单、哪次办理", () => {
  assert.deepEqual(JSON.parse(dump(run("BR-FD-01"))), {
    app: "jianjia", schema: SCHEMA, list: LIST, run: "1", items: { "BR-FD-01": { done: true, at: AT } },
  });
});

test("勾选不改动原来的记录", () => {
  const before = run("BR-FD-01");
  const after = tick(before, "BR-FD-02", true, AT);

  assert.deepEqual([isDone(before, "BR-FD-02"), isDone(after, "BR-FD-02")], [false, true]);
});

test("取消勾选也留下时刻，以后合并才分得出先后", () => {
  const later = "2026-11-21T00:00:00.000Z";

  assert.deepEqual(tick(run("BR-FD-01"), "BR-FD-01", false, later).items.get("BR-FD-01"), { done: false, at: later });
});

test("不是编号的名字一律不收，也污染不了原型", () => {
  for (const id of ["__proto__", "constructor", "toString", "", "br-fd-01", "BR 01", "B".repeat(40)]) {
    assert.equal(tick(blank(LIST, "1"), id, true, AT).items.size, 0, id);
    assert.equal(isDone(blank(LIST, "1"), id), false, id);
  }
  const text = `{"app":"jianjia","schema":1,"list":"${LIST}","run":"1","items":{"__proto__":{"done":true,"polluted":1},"constructor":{"done":true}}}`;
  const found = restore(text, [LIST], "1");

  assert.deepEqual([found.value.items.size, found.lost, {}.polluted], [0, 2, undefined]);
});

test("页面上没有的编号不算进度，存回去时也不丢", () => {
  const found = restore(dump(run("BR-FD-01", "BR-FD-99")), LIST, "1").value;

  assert.deepEqual(progress([{ id: "BR-FD-01", level: "must" }], found).must, { done: 1, total: 1 });
  assert.ok(isDone(restore(dump(found), LIST, "1").value, "BR-FD-99"));
});

test("整份读不懂的不猜", () => {
  const garbage = ["", "{bad", "null", "[]", '"x"', "NaN", "1", "[".repeat(10000), "x".repeat(2 ** 20 + 1)];
  const wrong = [{ app: "别的" }, { schema: 0 }, { schema: "1" }, { schema: 1.5 }, { list: "finance/audit" }, { run: "2" }, { items: [] }, { items: null }];
  for (const text of [...garbage, ...wrong.map(stored)]) assert.equal(restore(text, [LIST], "1"), null, text.slice(0, 80));
});

test("单个事项坏了只丢这一个，并数出来", () => {
  const items = { "BR-FD-01": { done: true, at: AT }, "BR-FD-02": { done: "true", at: AT }, "BR-FD-03": null, "BR-FD-04": true };
  const found = back({ items });

  assert.deepEqual([[...found.value.items.keys()], found.lost], [["BR-FD-01"], 3]);
});

test("时刻坏了不丢勾选，当作很早以前记的", () => {
  for (const at of [undefined, 0, "昨天", "2026-13-40T00:00:00.000Z", "<img src=x>"]) {
    const found = back({ items: { "BR-FD-01": { done: true, at } } });

    assert.deepEqual([found.value.items.get("BR-FD-01"), found.lost], [{ done: true, at: "1970-01-01T00:00:00.000Z" }, 0]);
  }
});

test("超过两千项的部分不收", () => {
  const items = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`AA-BB-${i}`, { done: true, at: AT }]));
  const found = back({ items });

  assert.deepEqual([found.value.items.size, found.lost], [2000, 100]);
});

test("更新版本写的标明只许看，认得出的勾选照样显示", () => {
  const found = back({ schema: SCHEMA + 1, items: { "BR-FD-01": { done: true, at: AT, note: "等批复" } } });

  assert.deepEqual([found.newer, isDone(found.value, "BR-FD-01")], [true, true]);
  assert.equal(back({ schema: 99, items: undefined, list: undefined }).newer, true);
});

test("进度分必办和建议来数", () => {
  const items = [
    { id: "BR-FD-01", level: "must" }, { id: "BR-FD-02", level: "must" },
    { id: "BR-FD-03", level: "should" },
  ];

  assert.deepEqual(progress(items, run("BR-FD-02", "BR-FD-03")), { must: { done: 1, total: 2 }, should: { done: 1, total: 1 } });
});

test("撤销清空恢复得一字不差", () => {
  const before = tick(run("BR-FD-02", "BR-FD-01", "BR-FD-99"), "BR-FD-02", false, AT);

  assert.equal(dump(bringBack(before, blank(LIST, "1"))), dump(before));
});

test("清空以后又勾的，撤销清空时保留", () => {
  const both = bringBack(run("BR-FD-01"), run("BR-FD-05"));

  assert.deepEqual([isDone(both, "BR-FD-01"), isDone(both, "BR-FD-05")], [true, true]);
});

test("只剩取消过的勾选，也算没有勾选", () => {
  assert.equal(isEmpty(tick(run("BR-FD-01"), "BR-FD-01", false, AT)), true);
  assert.equal(isEmpty(run("BR-FD-01")), false);
});
