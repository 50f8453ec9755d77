import assert from "node:assert/strict";
import test from "node:test";
import { inWords } from "../components/checklist/progress.js";

const words = (mustDone, must, shouldDone, should, waiting = 0, na = 0) =>
  inWords({ must: { done: mustDone, total: must, waiting, na }, should: { done: shouldDone, total: should, waiting: 0, na: 0 } });

test("进度用一句话说清还差几项", () => {
  assert.equal(words(3, 24, 1, 4), "必办 3 / 24，还差 21 项必办；建议 1 / 4");
});

test("在等的、不适用的另说", () => {
  assert.equal(words(3, 22, 1, 4, 2, 2), "必办 3 / 22，还差 19 项必办（2 项在等）；建议 1 / 4；不适用 2 项");
});

test("必办都办完了就说办完了", () => {
  assert.equal(words(24, 24, 0, 4), "必办 24 / 24，都办完了；建议 0 / 4");
});

test("没有的那一级不提", () => {
  assert.deepEqual([words(0, 5, 0, 0), words(0, 0, 1, 4)], ["必办 0 / 5，还差 5 项必办", "建议 1 / 4"]);
});
