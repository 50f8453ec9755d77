import assert from "node:assert/strict";
import test from "node:test";
import { clear } from "../lib/clear.js";
import { revert } from "../lib/revert.js";
import { findRuns, moveRuns, openRun } from "../lib/runs.js";
import { dump, markOf, setMark, tick } from "../lib/state.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const isDone = (run, id) => markOf(run, id).state === "done";

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

test("清空再撤销，一项不少", () => {
  const area = new FakeStorage();
  const kept = open(area);
  tickIt(kept, "BR-FD-02");
  kept.change((run) => setMark(run, "BR-FD-01", { state: "waiting", for: "街道", note: "记" }, AT));
  const before = kept.run;
  kept.change((run) => clear(run, AT));
  const after = kept.run;
  assert.deepEqual(done(open(area), "BR-FD-01", "BR-FD-02"), [false, false]);
  kept.change((run) => revert(before, after, run, AT));

  const { for: whom, note, state } = open(area).run.items.get("BR-FD-01");
  assert.deepEqual([state, whom, note, ...done(open(area), "BR-FD-02")], ["waiting", "街道", "记", true]);
});

test("旧格式的，第一次改写前原样留一份；只是看看不写", () => {
  const text = JSON.stringify({ app: "jianjia", schema: 1, list: "branch/founding", run: "1", items: { "BR-FD-01": { done: true, at: AT } } });
  const area = new FakeStorage({ [KEY]: text });
  const kept = open(area);
  assert.equal(area.writes, 0);
  tickIt(kept, "BR-FD-02");

  assert.deepEqual([area.entries.get(`${KEY}:old:1`), ...done(open(area), "BR-FD-01", "BR-FD-02")], [text, true, true]);
});

test("旧格式的留不下一份，就不改写它", () => {
  const text = JSON.stringify({ app: "jianjia", schema: 1, list: "branch/founding", run: "1", items: { "BR-FD-01": { done: true, at: AT } } });
  const area = new FakeStorage({ [KEY]: text });
  const kept = open(area);
  area.quota = KEY.length + text.length + 10;
  tickIt(kept, "BR-FD-02");

  assert.deepEqual([kept.saved, area.entries.get(KEY), ...done(kept, "BR-FD-01", "BR-FD-02")], [false, text, true, true]);
});

test("没存下的时候，别的标签页存了别的事项，腾出地方后两边都在", () => {
  const area = new FakeStorage();
  const [one, other] = [open(area), open(area)];
  tickIt(one, "BR-FD-01");
  area.quota = 0;
  tickIt(one, "BR-FD-02");
  area.quota = Infinity;
  tickIt(other, "BR-FD-03");
  one.retry();

  assert.deepEqual([one.pending, ...done(open(area), "BR-FD-01", "BR-FD-02", "BR-FD-03")], [false, true, true, true]);
});

test("没有改动就不写", () => {
  const area = new FakeStorage();
  open(area).change((run) => run);

  assert.equal(area.writes, 0);
});

test("另存的、别的清单的，分得清", () => {
  const area = new FakeStorage({
    [KEY]: "a", [`${KEY}:corrupt:2026-11-20T00:00:00.000Z`]: "b", [`${KEY}:old:1`]: "c",
    "jianjia:v1:run:finance/audit:x1y2z3": "d", "jianjia:v1:profile": "e", "/.__palette": "f",
  });

  assert.deepEqual(findRuns(openStore(() => area)).map(({ list, id }) => `${list} ${id}`), ["branch/founding 1", "finance/audit x1y2z3"]);
});

test("清单改了名，旧名下的几次办理都搬过来；编号撞了的换个编号", () => {
  const area = new FakeStorage();
  const store = openStore(() => area);
  for (const id of ["1", "b2"]) openRun(store, "home/old", id).change((run) => tick(run, `BR-FD-0${id === "1" ? 1 : 2}`, true, AT));
  openRun(store, "branch/founding", "b2").change((run) => tick(run, "BR-FD-09", true, AT));
  moveRuns(store, ["branch/founding", "home/old"]);

  assert.deepEqual(done(open(area), "BR-FD-01"), [true]);
  const runs = findRuns(store);
  assert.deepEqual(runs.map(({ list }) => list), ["branch/founding", "branch/founding", "branch/founding"]);
  const moved = runs.find(({ id }) => id !== "1" && id !== "b2");
  assert.deepEqual(done(openRun(store, "branch/founding", moved.id), "BR-FD-02"), [true]);
  assert.deepEqual(done(openRun(store, "branch/founding", "b2"), "BR-FD-09"), [true]);
});

test("别的标签页清除了本机数据，这里也清空；没存下的不清", () => {
  const area = new FakeStorage();
  const kept = open(area);
  tickIt(kept, "BR-FD-01");
  openStore(() => area).wipe();
  kept.forget();
  assert.deepEqual(done(kept, "BR-FD-01"), [false]);
  area.quota = 0;
  tickIt(kept, "BR-FD-02");
  kept.forget();

  assert.deepEqual(done(kept, "BR-FD-02"), [true]);
  assert.ok(dump(kept.run).includes("BR-FD-02"));
});
