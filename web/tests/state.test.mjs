import assert from "node:assert/strict";
import test from "node:test";
import { clear, closePeriod, dropPeriod } from "../lib/clear.js";
import {
  blank, dump, isEmpty, isUntouched, markOf, MAX_NOTE, progress,
  restore, SCHEMA, setAnchor, setMark, setName, setRoles, tick,
} from "../lib/state.js";

const stateOf = (run, id) => markOf(run, id).state;
const isDone = (run, id) => markOf(run, id).state === "done";

const LIST = "branch/founding";
const AT = "2026-11-20T08:30:00.000Z";
const LATER = "2026-11-21T00:00:00.000Z";
const run = (...ids) => ids.reduce((so, id) => tick(so, id, true, AT, "2026-11-20"), blank(LIST, "1"));
const stored = (changes) => JSON.stringify({ app: "jianjia", schema: SCHEMA, list: LIST, run: "1", items: {}, ...changes });
const read = (text) => restore(text, [LIST], "1");
const back = (changes) => read(stored(changes));
const mark = (id, changes, so = blank(LIST, "1")) => setMark(so, id, changes, AT);

/** 每一栏都填上的一次办理。 */
function full() {
  let so = run("BR-FD-01");
  so = setMark(so, "BR-FD-02", { state: "waiting", for: "上一级工会", since: "2026-11-18", note: "周三回话", text: "查清有没有工会" }, AT);
  so = setMark(so, "BR-FD-03", { state: "na", reason: "没有党组织", evidence: "missing", points: 3.5 }, AT);
  so = setName(setAnchor(setRoles(so, ["筹备组组长", "组织委员"]), "大会日", "2027-01-10", AT), "甲分厂", AT);
  so = closePeriod(so, "2026-Q4", "2026 年第四季度", AT);
  so = setMark(so, "BR-FD-04", { state: "done", date: "2026-11-20", evidence: "have" }, AT);
  return { ...so, title: "筹建工会清单", created: AT, contentVersion: "abcd1234" };
}

test("每一栏存出去再读回来一模一样", () => {
  assert.deepEqual(read(dump(full())), { value: full(), lost: 0, newer: false });
  assert.deepEqual(read(dump(full(), { exported: AT, address: "https://x/", progress: { done: 1, total: 2 } }, 1)).value, full());
});

test("存的格式写明来源、版本、哪份清单、哪次办理", () => {
  assert.deepEqual(JSON.parse(dump(run("BR-FD-01"))), {
    app: "jianjia", schema: 2, list: LIST, run: "1", title: "", name: "", created: "", contentVersion: "",
    anchors: {}, roles: [], items: { "BR-FD-01": { state: "done", at: AT, date: "2026-11-20" } }, periods: {}, times: {},
  });
});

test("改动不碰原来的记录", () => {
  const before = full();
  const text = dump(before);
  clear(closePeriod(setName(setAnchor(tick(before, "BR-FD-09", true, LATER), "领证日", "2027-03-01", LATER), "乙", LATER), "2027-Q1", "一季度", LATER), LATER);

  assert.equal(dump(before), text);
});

test("取消勾选也留下时刻，办的日子去掉，合并才分得出先后", () => {
  assert.deepEqual(tick(run("BR-FD-01"), "BR-FD-01", false, LATER).items.get("BR-FD-01"), { state: "todo", at: LATER });
});

test("钟拨回去过，后写的时刻也不会更早", () => {
  const again = tick(run("BR-FD-01"), "BR-FD-01", false, "1999-01-01T00:00:00.000Z").items.get("BR-FD-01");

  assert.equal(again.at, "2026-11-20T08:30:00.001Z");
});

test("换了状态，别的状态的几栏还在，换回来不用重填", () => {
  const waiting = mark("BR-FD-01", { state: "waiting", for: "街道", since: "2026-11-18", note: "记" });
  const again = setMark(tick(waiting, "BR-FD-01", true, LATER, "2026-11-21"), "BR-FD-01", { state: "waiting" }, LATER);
  const { for: whom, since, note } = again.items.get("BR-FD-01");

  assert.deepEqual([whom, since, note], ["街道", "2026-11-18", "记"]);
});

test("不是编号的名字一律不收，也污染不了原型", () => {
  for (const id of ["__proto__", "constructor", "toString", "", "br-fd-01", "BR 01", "B".repeat(40)]) {
    assert.equal(tick(blank(LIST, "1"), id, true, AT).items.size, 0, id);
    assert.equal(isDone(blank(LIST, "1"), id), false, id);
  }
  const text = `{"app":"jianjia","schema":2,"list":"${LIST}","run":"1","__proto__":{"polluted":1},"anchors":{"__proto__":"2027-01-10"},` +
    `"items":{"__proto__":{"state":"done","polluted":1},"constructor":{"state":"done"},"toString":{"state":"done"}}}`;
  const found = read(text);

  assert.deepEqual([found.value.items.size, found.value.anchors.size, found.lost, {}.polluted], [0, 0, 5, undefined]);
});

test("页面上没有的编号不算进度，存回去时也不丢", () => {
  const found = read(dump(run("BR-FD-01", "BR-FD-99"))).value;

  assert.deepEqual(progress([{ id: "BR-FD-01", level: "must" }], found).must, { done: 1, total: 1, waiting: 0, na: 0 });
  assert.ok(isDone(read(dump(found)).value, "BR-FD-99"));
});

test("整份读不懂的不猜", () => {
  const garbage = ["", "{bad", "null", "[]", '"x"', "NaN", "1", "[".repeat(10000), "x".repeat(2 ** 20 + 1)];
  const wrong = [{ app: "别的" }, { schema: -1 }, { schema: "1" }, { schema: 1.5 }, { list: "finance/audit" }, { run: "2" }, { items: [] }, { items: null }];
  for (const text of [...garbage, ...wrong.map(stored)]) assert.equal(read(text), null, text.slice(0, 80));
});

test("旧名下的存档认得", () => {
  assert.ok(isDone(restore(dump(run("BR-FD-01")), ["home/founding", LIST], "1").value, "BR-FD-01"));
});

test("单个事项坏了只丢这一个，并数出来", () => {
  const items = { "BR-FD-01": { state: "done", at: AT }, "BR-FD-02": { state: "maybe", at: AT }, "BR-FD-03": null, "BR-FD-04": 7 };
  const found = back({ items });

  assert.deepEqual([[...found.value.items.keys()], found.lost], [["BR-FD-01"], 3]);
});

test("一栏写坏了，别的栏照收，并数出来", () => {
  const bad = { state: "done", at: AT, date: "2027-02-30", for: 7, points: "3", evidence: "也许", colour: "red", note: "x".repeat(MAX_NOTE + 5) };
  const found = back({ items: { "BR-FD-01": bad }, anchors: { 大会日: "2027-13-01", "<b>": "2027-01-01" }, roles: "主席", extra: 1 });

  assert.deepEqual(found.value.items.get("BR-FD-01"), { state: "done", at: AT, note: "x".repeat(MAX_NOTE) });
  assert.deepEqual([found.value.anchors.size, found.value.roles, found.lost], [0, [], 10]);
});

test("时刻坏了不丢记录，当作很早以前记的", () => {
  for (const at of [undefined, 0, "昨天", "2026-13-40T00:00:00.000Z", "<img src=x>"]) {
    const found = back({ items: { "BR-FD-01": { state: "done", at } } });

    assert.deepEqual([found.value.items.get("BR-FD-01"), found.lost], [{ state: "done", at: "1970-01-01T00:00:00.000Z" }, 0]);
  }
});

test("超过两千项的部分不收", () => {
  const items = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`AA-BB-${i}`, { state: "done", at: AT }]));
  const found = back({ items });

  assert.deepEqual([found.value.items.size, found.lost], [2000, 100]);
});

test("第 1 版的勾选读得懂，说明是旧格式", () => {
  const found = back({ schema: 1, items: { "BR-FD-01": { done: true, at: AT }, "BR-FD-02": { done: false, at: AT } } });

  assert.deepEqual([found.old, found.lost, stateOf(found.value, "BR-FD-01"), stateOf(found.value, "BR-FD-02")], [1, 0, "done", "todo"]);
});

test("第 0 版只有是和否，没写哪次办理，也读得懂", () => {
  const found = back({ schema: 0, run: undefined, items: { "BR-FD-01": true, "BR-FD-02": false } });

  assert.deepEqual([found.old, isDone(found.value, "BR-FD-01"), isDone(found.value, "BR-FD-02")], [0, true, false]);
});

test("更新版本写的标明只许看，认得出的照样显示", () => {
  const found = back({ schema: SCHEMA + 1, items: { "BR-FD-01": { state: "done", at: AT, mood: "好" } } });

  assert.deepEqual([found.newer, isDone(found.value, "BR-FD-01")], [true, true]);
  assert.equal(back({ schema: 99, items: undefined, list: undefined }).newer, true);
});

test("进度分必办和建议来数，不适用的不算在内", () => {
  const items = ["01", "02", "03", "04"].map((n) => ({ id: `BR-FD-${n}`, level: "must" })).concat({ id: "BR-FD-05", level: "should" });
  let so = run("BR-FD-02", "BR-FD-05");
  so = setMark(so, "BR-FD-03", { state: "waiting" }, AT);
  so = setMark(so, "BR-FD-04", { state: "na", reason: "没有" }, AT);

  assert.deepEqual(progress(items, so), {
    must: { done: 1, total: 3, waiting: 1, na: 1 }, should: { done: 1, total: 1, waiting: 0, na: 0 },
  });
});

test("清空只清事项，名称、日子、各期存档都在", () => {
  const so = clear(full(), LATER);

  assert.deepEqual([isEmpty(so), so.name, so.anchors.get("大会日"), so.periods.size], [true, "甲分厂", "2027-01-10", 1]);
});

test("改回未办、又没有备注，算没记过；有备注的算记过", () => {
  assert.equal(isEmpty(tick(run("BR-FD-01"), "BR-FD-01", false, AT)), true);
  assert.equal(isEmpty(mark("BR-FD-01", { note: "问过了" })), false);
  assert.deepEqual([isUntouched(blank(LIST, "1")), isUntouched(setName(blank(LIST, "1"), "甲", AT))], [true, false]);
});

test("一期结束，记录存起来，清单从头再用；删掉的一期留个记号", () => {
  const so = closePeriod(run("BR-FD-01"), "2026-11", "十一月", LATER);

  assert.deepEqual([isEmpty(so), so.periods.get("2026-11").items.get("BR-FD-01").state], [true, "done"]);
  assert.equal(dropPeriod(so, "2026-11", LATER).periods.get("2026-11").gone, true);
  assert.equal(closePeriod(so, "__proto__", "坏", LATER), so);
});

test("起算日只收真有的日子，空的是清掉", () => {
  const so = setAnchor(blank(LIST, "1"), "大会日", "2027-01-10", AT);

  assert.equal(setAnchor(so, "大会日", "2027-02-30", AT), so);
  assert.equal(setAnchor(so, "<script>", "2027-01-01", AT), so);
  assert.equal(setAnchor(so, "大会日", "", AT).anchors.get("大会日"), "");
});
