import assert from "node:assert/strict";
import test from "node:test";
import { openRun } from "../lib/runs.js";
import { blank, bringBack, isDone, tick } from "../lib/state.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const KEY = "jianjia:v1:run:branch/founding:1";
const AT = "2026-11-20T08:30:00.000Z";
const open = (area) => openRun(openStore(() => area), "branch/founding");
const tickIt = (kept, id, done = true) => kept.change((run) => tick(run, id, done, AT));
const done = (kept, ...ids) => ids.map((id) => isDone(kept.run, id));

test("勾选在下次打开时还在", () => {
  const area = new FakeStorage();
  tickIt(open(area), "BR-FD-01");

  assert.deepEqual(done(open(area), "BR-FD-01", "BR-FD-02"), [true, false]);
});

test("只是打开看看，什么也不写", () => {
  const area = new FakeStorage();
  open(area).refresh();

  assert.equal(area.writes, 0);
});

test("两个标签页各勾各的，都留下", () => {
  const area = new FakeStorage();
  const [one, other] = [open(area), open(area)];
  tickIt(one, "BR-FD-01");
  tickIt(other, "BR-FD-02");

  assert.deepEqual(done(open(area), "BR-FD-01", "BR-FD-02"), [true, true]);
});

test("没有存储时勾选留在内存里，并说没存下", () => {
  const kept = open(null);
  assert.equal(kept.saved, false);
  tickIt(kept, "BR-FD-01");
  tickIt(kept, "BR-FD-02");

  assert.deepEqual([kept.saved, ...done(kept, "BR-FD-01", "BR-FD-02")], [false, true, true]);
});

test("装满以后勾的留在内存里，腾出地方时一起存下", () => {
  const area = new FakeStorage();
  const kept = open(area);
  tickIt(kept, "BR-FD-01");
  area.quota = 0;
  tickIt(kept, "BR-FD-02");
  assert.deepEqual([kept.saved, ...done(kept, "BR-FD-01", "BR-FD-02")], [false, true, true]);
  area.quota = Infinity;
  tickIt(kept, "BR-FD-03");

  assert.deepEqual([kept.saved, ...done(open(area), "BR-FD-01", "BR-FD-02", "BR-FD-03")], [true, true, true, true]);
});

test("开着网页时存档被系统清掉，下一次勾选把它补回来", () => {
  const area = new FakeStorage();
  const kept = open(area);
  tickIt(kept, "BR-FD-01");
  area.entries.clear();
  tickIt(kept, "BR-FD-02");

  assert.deepEqual(done(open(area), "BR-FD-01", "BR-FD-02"), [true, true]);
});

test("存档坏了从头记，坏的那份留着", () => {
  const area = new FakeStorage({ [KEY]: "{bad" });
  const kept = open(area);
  tickIt(kept, "BR-FD-01");

  assert.deepEqual([kept.source, kept.saved, open(area).source], ["broken", true, "stored"]);
  assert.ok([...area.entries].some(([key, text]) => key.startsWith(`${KEY}:corrupt:`) && text === "{bad"));
});

test("存档坏了一部分，好的部分马上写回，不会越存越多", () => {
  const items = { "BR-FD-01": { done: true, at: AT }, constructor: { done: true } };
  const area = new FakeStorage({ [KEY]: JSON.stringify({ app: "jianjia", schema: 1, list: "branch/founding", run: "1", items }) });
  open(area);
  const again = open(area);

  assert.deepEqual([again.source, ...done(again, "BR-FD-01"), area.entries.size], ["stored", true, 2]);
});

test("新版本的存档只看不写", () => {
  const text = '{"app":"jianjia","schema":99,"items":{"BR-FD-01":{"done":true}}}';
  const area = new FakeStorage({ [KEY]: text });
  const kept = open(area);
  tickIt(kept, "BR-FD-02");

  assert.deepEqual([kept.source, kept.saved, area.entries.get(KEY)], ["newer", false, text]);
});

test("清空再撤销，存档一个字节不差", () => {
  const area = new FakeStorage();
  const kept = open(area);
  tickIt(kept, "BR-FD-02");
  tickIt(kept, "BR-FD-01");
  const [text, before] = [area.entries.get(KEY), kept.run];
  kept.change((run) => blank(run.list, run.id));
  assert.deepEqual(done(open(area), "BR-FD-01", "BR-FD-02"), [false, false]);
  kept.change((run) => bringBack(before, run));

  assert.equal(area.entries.get(KEY), text);
});
