import assert from "node:assert/strict";
import test from "node:test";
import { matches, rolesOf } from "../components/checklist/filter.js";
import { nextUp } from "../components/checklist/next.js";
import { offers } from "../components/checklist/shared.js";
import { inWords, oldText } from "../lib/words.js";
import { blank, setMark, setRoles, tick } from "../lib/state.js";

const AT = "2026-11-20T08:30:00.000Z";
const LATER = "2026-11-21T08:30:00.000Z";
const TODAY = "2026-11-20"; // 星期五
const empty = blank("branch/founding", "1");
const item = (n, level = "must", role = "筹备组组长") => ({ id: `BR-FD-0${n}`, level, role });
const items = [1, 2, 3, 4, 5].map((n) => item(n)).concat(item(6, "should"));
const next = (run, due = {}) => nextUp(items, run, (id) => due[id] || "", TODAY).map(({ item: { id }, why }) => `${id.slice(-1)} ${why}`.trim());

test("接下来做：什么日子都没填，照清单的次序给三项必办的", () => {
  assert.deepEqual(next(empty), ["1", "2", "3"]);
  assert.deepEqual(next(tick(empty, "BR-FD-02", true, AT)), ["1", "3", "4"]);
});

test("过期的在最前，快到期的其次，再照次序", () => {
  assert.deepEqual(next(empty, { "BR-FD-05": "2026-11-17", "BR-FD-04": "2026-11-22", "BR-FD-01": "2027-01-10" }), [
    "5 已过期 3 天", "4 快到了，还有 2 天", "1 还有 51 天",
  ]);
});

test("等着的不用做；等了十四天的提醒去问", () => {
  const waiting = (since) => setMark(empty, "BR-FD-03", { state: "waiting", for: "街道", since }, AT);

  assert.deepEqual(next(waiting("2026-11-18")), ["1", "2", "4"]);
  assert.deepEqual(next(waiting("2026-11-01")), ["3 已等 19 天，该问一声了", "1", "2"]);
});

test("必办都办完了，给建议的；全办完了就没有", () => {
  const done = [1, 2, 3, 4, 5].reduce((run, n) => tick(run, `BR-FD-0${n}`, true, AT), empty);

  assert.deepEqual([next(done), next(tick(done, "BR-FD-06", true, AT))], [["6"], []]);
});

test("只看未办、等待、我负责、本周到期", () => {
  let run = setRoles(tick(empty, "BR-FD-01", true, AT), ["组织委员"]);
  run = setMark(run, "BR-FD-02", { state: "waiting" }, AT);
  const has = (filter, n, due = "", role = "筹备组组长") => matches(filter, item(n, "must", role), run, due, TODAY);

  assert.deepEqual([has("all", 1), has("todo", 1), has("todo", 2), has("todo", 3), has("waiting", 2)], [true, false, false, true, true]);
  assert.deepEqual([has("mine", 3), has("mine", 3, "", "筹备组组长、组织委员"), has("mine", 3, "", "组织委员会")], [false, true, false]);
  assert.deepEqual([has("week", 3, "2026-11-22"), has("week", 3, "2026-11-23"), has("week", 3, "2026-10-01"), has("week", 1, "2026-11-22"), has("week", 3)], [true, false, true, false, false]);
  assert.deepEqual(rolesOf({ role: "工会主席、 经审委员，会员" }), ["工会主席", "经审委员", "会员"]);
});

test("现状用一句话说", () => {
  assert.equal(inWords({ state: "todo", at: "" }, TODAY), "");
  assert.equal(inWords({ state: "done", at: AT, date: "2026-11-18" }, TODAY), "已办，11 月 18 日");
  assert.equal(inWords({ state: "done", at: AT, date: "2025-12-31" }, TODAY), "已办，2025 年 12 月 31 日");
  assert.equal(inWords({ state: "waiting", at: AT, for: "街道总工会", since: "2026-11-16" }, TODAY), "等街道总工会，从 11 月 16 日起，已等 4 天");
  assert.equal(inWords({ state: "waiting", at: AT }, TODAY), "等待");
  assert.equal(inWords({ state: "na", at: AT, reason: "没有党组织" }, TODAY), "不适用：没有党组织");
});

test("事项改了字，记过的看得出来；没记过的不打扰", () => {
  const mark = { state: "done", at: AT, text: "数清职工" };

  assert.deepEqual([oldText(mark, "数清职工和会员"), oldText(mark, "数清职工"), oldText({ ...mark, state: "todo" }, "别的")], ["数清职工", "", ""]);
});

test("别的清单里办过的，这里没办才问；在这里动过以后，别处再办才再问", () => {
  const other = { ...tick(blank("branch/elections", "1"), "BR-FD-01", true, AT, "2026-11-20"), title: "换届清单" };
  const asked = (run, others = [other]) => offers([{ id: "BR-FD-01" }, { id: "BR-FD-02" }], run, others).map(({ id, date }) => `${id} ${date}`);

  assert.deepEqual(asked(empty), ["BR-FD-01 2026-11-20"]);
  assert.deepEqual(asked(tick(empty, "BR-FD-01", true, AT)), []);
  assert.deepEqual(asked(setMark(empty, "BR-FD-01", { state: "na", reason: "x" }, AT)), []);
  assert.deepEqual(asked(setMark(empty, "BR-FD-01", {}, LATER)), []);
  assert.deepEqual(asked(setMark(empty, "BR-FD-01", {}, AT), [tick(other, "BR-FD-01", true, LATER, "2026-11-21")]), ["BR-FD-01 2026-11-21"]);
});
