import assert from "node:assert/strict";
import test from "node:test";
import { encode } from "../components/checklist/code.js";
import { plan, receive } from "../components/checklist/exchange.js";
import { blank, dump, markOf, setMark, setName, tick } from "../lib/state.js";

const stateOf = (run, id) => markOf(run, id).state;

const LIST = "branch/founding";
const AT = "2026-11-20T08:30:00.000Z";
const LATER = "2026-11-21T08:30:00.000Z";
const empty = blank(LIST, "1");
const one = { ...setName(setMark(tick(empty, "BR-FD-01", true, AT, "2026-11-20"), "BR-FD-02", { state: "waiting", for: "街道", note: "记" }, AT), "甲分厂", AT), title: "筹建工会清单", created: AT };
const file = (changes = {}) => JSON.stringify({ ...JSON.parse(dump(one)), ...changes });
const why = (text) => receive(text, [LIST]).problem || "收了";

test("导出的文件收得回来，一样不差；夹在聊天里、带 BOM 的也行", () => {
  for (const text of [dump(one), dump(one, { exported: AT, address: "https://x/" }, 1), `\ufeff${dump(one)}`, `老王你看：\n${dump(one, {}, 1)}\n收到回我`]) {
    const found = receive(text, [LIST]);
    assert.deepEqual([found.kind, found.run, found.lost, found.old], ["file", one, 0, false]);
  }
});

test("收不下的，每一种都说得清为什么", () => {
  assert.match(why(""), /空的/);
  assert.match(why("   \n"), /空的/);
  assert.match(why("你好"), /没有进度/);
  assert.match(why("{bad"), /没有进度/);
  assert.match(why('{"app":"jianjia",'), /不完整/);
  assert.match(why(dump(one).slice(0, 200)), /不完整/);
  assert.match(why('{"app":"别的","schema":1,"items":{}}'), /不是建家手册/);
  assert.match(why(file({ schema: 3 })), /更新版本/);
  assert.match(why(file({ list: "finance/audit", title: "经审清单" })), /“经审清单”的进度/);
  assert.match(why(file({ items: [] })), /没有事项/);
  assert.match(why(file({ items: null })), /没有事项/);
  assert.match(why(file({ items: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`AA-BB-${i}`, { state: "done", at: AT }])) })), /2000 个/);
  assert.match(why("x".repeat(2 ** 20 + 1)), /太大/);
  assert.match(why(encode("finance/audit", one.items)), /别的清单/);
  assert.match(why(encode(LIST, one.items).slice(0, -2)), /少了字/);
});

test("同一个键写了两次的不收：分不清哪个对", () => {
  const text = dump(one).replace('"items":{', '"items":{"BR-FD-01":{"state":"todo","at":"2026-11-20T08:30:00.000Z"},');

  assert.match(why(text), /重复/);
  assert.equal(receive(dump(setMark(one, "BR-FD-03", { note: '引号"和"冒号":{}\\' }, AT)), [LIST]).lost, 0);
});

test("污染原型的名字进不来，数得出丢了几处", () => {
  const text = dump(one).replace('"items":{', '"items":{"__proto__":{"state":"done","polluted":true},"constructor":{"prototype":{"polluted":true}},');
  const found = receive(text, [LIST]);

  assert.deepEqual([found.lost, [...found.run.items.keys()], {}.polluted], [2, ["BR-FD-01", "BR-FD-02"], undefined]);
});

test("旧格式的文件收得下，说是旧的", () => {
  const found = receive(JSON.stringify({ app: "jianjia", schema: 1, list: LIST, run: "1", items: { "BR-FD-01": { done: true, at: AT } } }), [LIST]);

  assert.deepEqual([found.old, stateOf(found.run, "BR-FD-01")], [true, "done"]);
});

test("旧名的清单导出的文件、短码也收", () => {
  const old = { ...one, list: "home/founding" };

  assert.equal(receive(dump(old), [LIST, "home/founding"]).kind, "file");
  assert.equal(receive(encode("home/founding", one.items), [LIST, "home/founding"]).kind, "code");
});

test("先算出会改什么，不动原来的；知道的事项、这一版没有的事项都列出来", () => {
  const mine = tick(empty, "BR-FD-03", true, AT);
  const before = dump(mine);
  const found = plan(mine, receive(dump(setMark(one, "ZZ-ZZ-99", { state: "done" }, AT)), [LIST]), LATER);

  assert.deepEqual(found.changes.map(({ id }) => id), ["BR-FD-01", "BR-FD-02", "ZZ-ZZ-99"]);
  assert.equal(dump(mine), before);
});

test("一样的文件再导一次，没有要改的", () => {
  assert.deepEqual(plan(one, receive(dump(one), [LIST]), LATER).changes, []);
});

test("短码只往前推：不退回、不盖掉；两边不一样的说出来", () => {
  let mine = setMark(empty, "BR-FD-01", { state: "waiting", for: "街道", note: "记" }, AT);
  mine = setMark(mine, "BR-FD-02", { state: "na", reason: "没有" }, AT);
  mine = tick(mine, "BR-FD-03", true, AT, "2026-11-20");
  let theirs = tick(tick(empty, "BR-FD-01", true, AT), "BR-FD-02", true, AT);
  theirs = setMark(setMark(theirs, "BR-FD-04", { state: "na", reason: "x" }, AT), "BR-FD-05", { state: "waiting" }, AT);
  const { next, kept, changes } = plan(mine, receive(`短码 ${encode(LIST, theirs.items)}`, [LIST]), LATER);

  assert.deepEqual(["01", "02", "03", "04", "05"].map((n) => stateOf(next, `BR-FD-${n}`)), ["done", "na", "done", "na", "waiting"]);
  assert.deepEqual([kept, changes.length, next.items.get("BR-FD-01").note, next.items.get("BR-FD-04").reason], [["BR-FD-02"], 3, "记", "短码转来，没写理由"]);
});
