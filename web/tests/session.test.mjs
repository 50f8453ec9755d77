import assert from "node:assert/strict";
import test from "node:test";
import { openSession } from "../components/checklist/session.js";
import { keptRuns } from "../components/home/peek.js";
import { markOf, setName, tick } from "../lib/state.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const isDone = (run, id) => markOf(run, id).state === "done";

const LIST = "branch/founding";
let minute = 0;
const now = () => new Date(Date.UTC(2026, 10, 20, 8, (minute += 1))).toISOString();
const items = ["01", "02", "03"].map((n) => ({ id: `BR-FD-${n}`, level: "must", text: `事项 ${n}` }));
const open = (area, wanted = "", page = {}) => openSession(openStore(() => area), { lists: [LIST], title: "筹建工会清单", version: "v1", items, ...page }, wanted, now);
const doIt = (session, id) => session.change((run) => tick(run, id, true, now(), "2026-11-20"));

test("记的时候写上开始的时刻、标题、版本、当时的文字、进度", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  const { created, title, contentVersion, items: marks } = session.kept.run;

  assert.deepEqual([Boolean(created), title, contentVersion, marks.get("BR-FD-01").text], [true, "筹建工会清单", "v1", "事项 01"]);
  const [{ changed, ...seen }] = keptRuns(() => area);
  assert.deepEqual([seen, changed >= created], [{ list: LIST, id: "1", title: "筹建工会清单", name: "", done: 1, total: 3 }, true]);
});

test("几次办理各记各的，打开的是最近改过的那次", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  const first = session.kept.run.id;
  assert.ok(session.create((run) => setName(run, "乙分厂", now())));
  doIt(session, "BR-FD-02");
  const second = session.kept.run.id;

  assert.notEqual(first, second);
  assert.deepEqual([open(area).kept.run.id, open(area, first).kept.run.id], [second, first]);
  assert.deepEqual([isDone(open(area, first).kept.run, "BR-FD-02"), isDone(open(area, second).kept.run, "BR-FD-01")], [false, false]);
  assert.deepEqual(session.all().map(({ name, done, total }) => `${name} ${done}/${total}`), ["乙分厂 1/3", " 1/3"]);
});

test("删掉的一次放得回来，一个字不差", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  session.create((run) => setName(run, "乙", now()));
  doIt(session, "BR-FD-02");
  const [id, text] = [session.kept.run.id, area.entries.get(`jianjia:v1:${session.kept.name}`)];
  const back = session.remove();
  assert.deepEqual([session.kept.run.id, session.all().length], ["1", 1]);
  back();

  assert.deepEqual([session.kept.run.id, area.entries.get(`jianjia:v1:run:${LIST}:${id}`)], [id, text]);
});

test("删掉以后同一个编号又记了东西，放回来不盖掉它", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  const back = session.remove();
  doIt(session, "BR-FD-02");
  back();

  assert.deepEqual([isDone(session.kept.run, "BR-FD-01"), session.all().length], [true, 2]);
  assert.ok(isDone(open(area, "1").kept.run, "BR-FD-02"));
});

test("存不下就不另开，还在原来那次", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  area.quota = 10;

  assert.equal(session.create((run) => run), false);
  assert.deepEqual([session.kept.run.id, isDone(session.kept.run, "BR-FD-01")], ["1", true]);
});

test("清单改版：挪了、加了、删了、改了字，勾选都跟着编号走", () => {
  const area = new FakeStorage();
  const session = open(area);
  doIt(session, "BR-FD-01");
  doIt(session, "BR-FD-02");
  const edited = [{ id: "BR-FD-04", level: "must", text: "新加的" }, { id: "BR-FD-02", level: "should", text: "事项二，改了字" }];
  const again = open(area, "", { items: edited, version: "v2" });
  const { items: marks } = again.kept.run;

  assert.deepEqual([marks.get("BR-FD-01").text, marks.get("BR-FD-02").text, isDone(again.kept.run, "BR-FD-04")], ["事项 01", "事项 02", false]);
  doIt(again, "BR-FD-04");
  assert.ok(isDone(open(area).kept.run, "BR-FD-01"));
});

test("别的办理存坏了，列的时候跳过，也不动它", () => {
  const area = new FakeStorage({ [`jianjia:v1:run:${LIST}:bad1`]: "{bad" });
  const session = open(area);

  assert.deepEqual(session.all(), []);
  assert.equal(area.entries.get(`jianjia:v1:run:${LIST}:bad1`), "{bad");
});

test("首页列出各次办理：最近改过的在前；另存的、读不懂的、别人的不列，读不了也不出错", () => {
  const area = new FakeStorage({ "jianjia:v1:run:finance/audit:1": "{bad", "jianjia:v1:casebook": "{}", "别人的": "1" });
  doIt(open(area), "BR-FD-01");
  open(area).create((run) => setName(run, "乙分厂", now()));
  area.entries.set(`jianjia:v1:run:${LIST}:1:corrupt:${now()}`, area.getItem(`jianjia:v1:run:${LIST}:1`));

  assert.deepEqual(keptRuns(() => area).map(({ name }) => name), ["乙分厂", ""]);
  area.failing.add("getItem");
  assert.deepEqual(keptRuns(() => area), []);
  assert.deepEqual(keptRuns(() => null), []);
});
