import assert from "node:assert/strict";
import test from "node:test";
import { clear, closePeriod, dropPeriod } from "../lib/clear.js";
import { merge } from "../lib/merge.js";
import { revert, tooLong } from "../lib/revert.js";
import { blank, dump, isMarked, setAnchor, setMark, setName, setRoles, tick } from "../lib/state.js";
import { random } from "./random.mjs";

const at = (minute) => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString();
const empty = blank("branch/founding", "1");
const seen = (run) => [...run.items].filter(([, mark]) => isMarked(mark)).map(([id, { at: _, ...rest }]) => [id, rest]).sort();

function randomRun(rng) {
  let run = empty;
  for (let i = 0; i < rng.below(12); i += 1) {
    const id = `BR-FD-0${1 + rng.below(6)}`;
    const when = at(rng.below(50));
    run = rng.pick([
      () => tick(run, id, rng.chance(0.7), when, "2026-11-20"),
      () => setMark(run, id, { state: "waiting", for: rng.pick(["甲", "乙"]) }, when),
      () => setMark(run, id, { note: rng.pick(["记", "问过了", "周三回话", ""]) }, when),
      () => setAnchor(run, "大会日", `2027-01-${10 + rng.below(10)}`, when),
      () => setName(run, rng.pick(["甲分厂", "乙分厂"]), when),
      () => closePeriod(run, `2026-${rng.below(3)}`, "期", when),
      () => dropPeriod(run, `2026-${rng.below(3)}`, when),
    ])();
  }
  return { ...run, created: at(rng.below(9)) };
}

test("谁并谁都一样，并两遍跟并一遍一样：随机两百对", () => {
  const rng = random(11);
  const sorted = (run) => JSON.stringify(JSON.parse(dump(run)), (_, value) => (value && value.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value));
  for (let i = 0; i < 200; i += 1) {
    const [one, two] = [randomRun(rng), randomRun(rng)];
    const both = merge(one, two);

    assert.equal(sorted(merge(two, one)), sorted(both));
    assert.equal(sorted(merge(both, two)), sorted(both));
    assert.equal(sorted(merge(one, both)), sorted(both));
  }
});

test("一项谁后写听谁的，别的项各留各的", () => {
  const one = tick(tick(empty, "BR-FD-01", true, at(1)), "BR-FD-02", true, at(5));
  const two = tick(tick(empty, "BR-FD-01", false, at(2)), "BR-FD-03", true, at(3));
  const { items } = merge(one, two);

  assert.deepEqual(["01", "02", "03"].map((n) => items.get(`BR-FD-${n}`).state), ["todo", "done", "done"]);
});

test("两边都写了备注，两段都留；一段包着另一段的只留长的", () => {
  const note = (text, minute) => setMark(empty, "BR-FD-01", { note: text }, at(minute));
  const of = (one, two) => merge(one, two).items.get("BR-FD-01").note;

  assert.equal(of(note("问过王主任", 1), note("周三回话", 2)), "周三回话\n问过王主任");
  assert.equal(of(note("问过", 1), note("问过王主任", 2)), "问过王主任");
  assert.equal(of(note("问过王主任", 1), tick(empty, "BR-FD-01", true, at(2))), "问过王主任");
});

test("清空以后，早先的备注不会又冒出来", () => {
  const before = setMark(empty, "BR-FD-01", { note: "记", state: "done" }, at(1));

  assert.deepEqual(seen(merge(clear(before, at(2)), before)), []);
});

test("合起来超过两千字的说得出是哪几项", () => {
  const [one, two] = ["甲", "乙"].map((letter, i) => setMark(empty, "BR-FD-01", { note: letter.repeat(1500) }, at(i)));

  assert.deepEqual([tooLong(one, two), tooLong(one, one), merge(one, two).items.get("BR-FD-01").note.length], [["BR-FD-01"], [], 2000]);
});

test("名称、起算日谁后改听谁的；我的角色不跟别人走", () => {
  const one = setRoles(setAnchor(setName(empty, "甲", at(5)), "大会日", "2027-01-10", at(1)), ["组织委员"]);
  const two = setRoles(setAnchor(setName(empty, "乙", at(4)), "大会日", "", at(2)), ["工会主席"]);
  const both = merge(one, two);

  assert.deepEqual([both.name, both.anchors.get("大会日"), both.roles], ["甲", "", ["组织委员"]]);
});

test("撤销退回改动，那以后又改的保留；随机两百次", () => {
  const rng = random(13);
  for (let i = 0; i < 200; i += 1) {
    const [before, other] = [randomRun(rng), randomRun(rng)];
    const after = merge(before, other);
    const back = revert(before, after, after, at(59));
    assert.deepEqual([seen(back), back.name, [...back.anchors].filter(([, date]) => date)], [seen(before), before.name, [...before.anchors].filter(([, date]) => date)]);

    const since = tick(after, "BR-FD-09", true, at(58), "2026-11-21");
    assert.equal(revert(before, after, since, at(59)).items.get("BR-FD-09").state, "done");
  }
});

test("撤销也是后写的：再跟别人并，不会又变回去", () => {
  const before = tick(empty, "BR-FD-01", true, at(1));
  const other = tick(empty, "BR-FD-01", false, at(2));
  const after = merge(before, other);
  const back = revert(before, after, after, at(3));

  assert.equal(merge(back, other).items.get("BR-FD-01").state, "done");
});
