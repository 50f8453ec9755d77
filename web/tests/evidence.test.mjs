import assert from "node:assert/strict";
import test from "node:test";
import { kept, materials, tally } from "../lib/evidence.js";

test("一句留存拆成几样，括号里的顿号不拆", () => {
  assert.deepEqual(materials("请示留底、签收回执"), ["请示留底", "签收回执"]);
  assert.deepEqual(materials("问答记录（时间、答话人、答复）、当地表样"), ["问答记录（时间、答话人、答复）", "当地表样"]);
  assert.deepEqual(materials("《甲、乙》；丙，写进丁"), ["《甲、乙》", "丙，写进丁"]);
  assert.deepEqual(materials("括号没配对）、乙"), ["括号没配对）", "乙"]);
  assert.deepEqual([materials(""), materials("、；")], [[], []]);
});

test("办了没收好的是缺，没办的是还没到", () => {
  const cases = [[{ state: "todo" }, "later"], [{ state: "waiting" }, "later"], [{ state: "done" }, "missing"],
    [{ state: "done", evidence: "have" }, "have"], [{ state: "todo", evidence: "have" }, "have"], [{ state: "todo", evidence: "missing" }, "missing"], [{ state: "na", evidence: "have" }, "na"]];
  for (const [mark, want] of cases) assert.equal(kept(mark), want, JSON.stringify(mark));
});

test("按材料数，不按事项数", () => {
  const items = [{ id: "A", evidence: "甲、乙" }, { id: "B", evidence: "丙" }, { id: "C", evidence: "" }];
  const marks = new Map([["A", { state: "done", evidence: "have" }], ["B", { state: "done" }]]);
  assert.deepEqual(tally(items, { items: marks }), { have: 2, missing: 1, later: 0, na: 0 });
});
