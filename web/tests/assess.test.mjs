import assert from "node:assert/strict";
import test from "node:test";
import { change, firstToMend, grade, percent, radar, rate, rule, score, sections } from "../lib/assess.js";
import { readPoints } from "../lib/points.js";

const items = [["A", 10, "一"], ["B", 5, "一"], ["C", 5, "二"], ["D", 20, "二"], ["E", 10, "三"]].map(([id, full, section]) => ({ id, full, section }));
const of = (object) => (id) => object[id];
const GRADES = { 合格: 60, 优秀: 90, 良好: 75 };

test("分数：0 到满分，最多一位小数", () => {
  assert.deepEqual(["0", "3", "3.5", "0.6", "4.7", " 5 ", "5.0"].map((t) => readPoints(t, 5)), [0, 3, 3.5, 0.6, 4.7, 5, 5]);
  for (const bad of ["", " ", "5.1", "-1", "3.25", "三", "NaN", "Infinity", "1e9"]) assert.equal(readPoints(bad, 5), null, bad);
});

test("没评的不当零分，不适用的不算进满分", () => {
  assert.deepEqual(score(items, of({ A: 8, B: 0, C: null })), { got: 8, full: 15, rated: 2, total: 4 });
  assert.deepEqual(sections(items, of({ A: 8, C: null })).map((s) => [s.title, s.got, s.full, s.rated, s.total]), [["一", 8, 10, 1, 2], ["二", 0, 0, 0, 1], ["三", 0, 0, 0, 1]]);
});

test("部分的合计加起来就是总数", () => {
  let seed = 7;
  const next = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  for (let turn = 0; turn < 500; turn += 1) {
    const points = Object.fromEntries(items.map((item) => [item.id, [undefined, null, next(item.full * 10 + 1) / 10][next(3)]]));
    const total = score(items, of(points));
    const parts = sections(items, of(points));
    for (const key of ["got", "full", "rated", "total"]) assert.equal(Math.round(parts.reduce((sum, part) => sum + part[key], 0) * 10), Math.round(total[key] * 10));
    assert.ok(total.got >= 0 && total.got <= total.full);
    const mend = firstToMend(items, of(points), 99);
    assert.equal(Math.round(mend.reduce((sum, each) => sum + each.lost, 0) * 10), Math.round((total.full - total.got) * 10));
  }
});

test("满分改小了，以现在的满分为限", () => {
  assert.equal(score(items, of({ B: 9 })).got, 5);
  assert.deepEqual(firstToMend(items, of({ B: 9 })), []);
});

test("等次：压线算上，小数不误判", () => {
  assert.deepEqual([[90, 100], [89.5, 100], [75, 100], [60, 100], [59.5, 100], [0, 0]].map(([got, full]) => grade({ got, full }, GRADES)), ["优秀", "良好", "良好", "合格", "", ""]);
  assert.equal(grade({ got: 4.5, full: 5 }, GRADES), "优秀");
  assert.equal(grade(score(Array.from({ length: 10 }, (_, i) => ({ id: String(i), full: 1, section: "" })), () => 0.6), { 合格: 60 }), "合格");
  assert.equal(grade({ got: 269.5, full: 300 }, { 优秀: 90 }), "");
});

test("规则照高到低说", () => {
  assert.equal(rule(GRADES), "优秀：得分率 90% 及以上；良好：75% 及以上；合格：60% 及以上；60% 以下不评等次");
  assert.equal(rule({ 甲: 80, 乙: 0 }), "甲：得分率 80% 及以上；乙：80% 以下");
});

test("得分率只舍不入", () => {
  assert.deepEqual([{ got: 89.96, full: 100 }, { got: 1, full: 3 }, { got: 5, full: 5 }, { got: 0, full: 0 }].map((s) => percent(rate(s))), ["89.9%", "33.3%", "100%", "—"]);
});

test("先补丢分最多的，一样多的照次序", () => {
  assert.deepEqual(firstToMend(items, of({ A: 5, B: 0, C: 0, D: 20, E: null }), 2).map(({ item, lost }) => [item.id, lost]), [["A", 5], ["B", 5]]);
});

test("和上次比", () => {
  assert.deepEqual([change(80, 75.5), change(60, 75), change(70, 70.04), change(null, 3), change(3, null)], ["升 4.5", "降 15", "持平", "", ""]);
});

test("雷达图：满分在圆周上，没评的在圆心，第一根轴朝上", () => {
  const points = radar([100, 50, null, 100], 100);
  assert.deepEqual(points, [{ x: 0, y: -100 }, { x: 50, y: 0 }, { x: 0, y: 0 }, { x: -100, y: 0 }]);
});
