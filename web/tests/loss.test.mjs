/**
 * 不声不响丢东西的事一次也不许有。
 *
 * 随机的一千串动作：打勾、写备注、取名、填日子、结束一期、两个标签页、导入、清空和撤销、刷新、清单改版、
 * 存满又腾出、写了不算、存坏、崩溃。旁边另记一本账：每样东西最后一次写的是什么。
 * 每一步之后，账上的东西要么存着，要么网页正说着“没有存下”，要么在原样另存的那一份里。
 */
import assert from "node:assert/strict";
import test from "node:test";
import { plan, receive } from "../components/checklist/exchange.js";
import { openSession } from "../components/checklist/session.js";
import { clear, closePeriod } from "../lib/clear.js";
import { merge } from "../lib/merge.js";
import { revert } from "../lib/revert.js";
import { blank, dump, isMarked, restore, setAnchor, setMark, setName, tick } from "../lib/state.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";
import { random } from "./random.mjs";

const LIST = "branch/founding";
const KEY = `jianjia:v1:run:${LIST}:1`;
const IDS = Array.from({ length: 6 }, (_, i) => `BR-FD-0${i + 1}`);
const STEPS = 8;

/** 一条记录里要紧的几栏；没记过的为空。 */
const seen = (mark) => (mark && isMarked(mark) ? JSON.stringify([mark.state, mark.note || "", mark.for || "", mark.reason || ""]) : "");

/** 一次办理里要记进账的：各事项、名称、起算日、各期。 */
function ledger(run) {
  const book = new Map(IDS.map((id) => [id, seen(run.items.get(id))]));
  book.set("名称", run.name).set("大会日", run.anchors.get("大会日") || "");
  for (const [key, period] of run.periods) book.set(`期 ${key}`, period.gone ? "" : JSON.stringify([...period.items].map(([id, mark]) => [id, seen(mark)])));
  return book;
}

function play(seed) {
  const rng = random(seed);
  const area = new FakeStorage();
  let clock = Date.UTC(2026, 10, 20);
  const now = () => new Date((clock += 1000)).toISOString();
  let version = IDS.slice(0, 5);
  const open = () => openSession(openStore(() => area, now), {
    lists: [LIST], title: "筹建", version: version.join(), items: version.map((id) => ({ id, level: "must", text: `事项 ${id}` })),
  }, "1", now);
  const tabs = [open(), open()];
  const reopen = () => tabs.splice(0, 2, open(), open());
  const pending = () => tabs.some((tab) => tab.kept.pending);
  /** 账：什么 → 最后写的样子。 */
  let book = ledger(blank(LIST, "1"));
  /** 上一次两边都存下时的账：崩溃了，至少回到这里。 */
  let safe = new Map(book);
  const log = [];
  /** 有过没存下的：两个标签页可能各记各的。 */
  let apart = false;
  let [last, stored] = [/** @type {string | null} */ (null), blank(LIST, "1")];

  /** 改了哪几样，账上就改哪几样。 */
  const write = (tab, alter) => {
    let before = blank(LIST, "1");
    tab.change((run) => alter((before = run)));
    const [was, is] = [ledger(before), ledger(tab.kept.run)];
    for (const [what, value] of is) if (value !== was.get(what)) book.set(what, value);
    // 又写了一遍同样的，也算最后写的。
    const { items, times } = tab.kept.run;
    for (const id of IDS) if (JSON.stringify(before.items.get(id)) !== JSON.stringify(items.get(id))) book.set(id, is.get(id));
    for (const [what, time] of [["名称", "name"], ["大会日", "anchor:大会日"]]) if (before.times.get(time) !== times.get(time)) book.set(what, is.get(what));
  };
  /** 改了，有时再撤销。 */
  const perhapsUndone = (tab, alter, chance) => {
    tab.kept.refresh();
    const before = tab.kept.run;
    write(tab, alter);
    const after = tab.kept.run;
    if (rng.chance(chance)) write(tab, (run) => revert(before, after, run, now()));
  };

  const steps = {
    tick: (tab) => write(tab, (run) => tick(run, rng.pick(IDS), rng.chance(0.7), now(), "2026-11-20")),
    note: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { note: `备注${rng.below(1000)}${"长".repeat(rng.below(30))}` }, now())),
    wait: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { state: "waiting", for: "街道" }, now())),
    na: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { state: "na", reason: "没有" }, now())),
    name: (tab) => write(tab, (run) => setName(run, `第${rng.below(9)}分厂`, now())),
    anchor: (tab) => write(tab, (run) => setAnchor(run, "大会日", rng.chance(0.2) ? "" : `2027-01-1${rng.below(9)}`, now())),
    period: (tab) => perhapsUndone(tab, (run) => closePeriod(run, `2026-Q${run.periods.size}`, "一期", now()), 0.5),
    clear: (tab) => perhapsUndone(tab, (run) => clear(run, now()), 0.7),
    import: (tab) => {
      const other = [1, 2, 3].reduce((run) => setMark(run, rng.pick(IDS), { state: rng.pick(["done", "todo"]), note: rng.pick(["", "外来的"]) }, now()), blank(LIST, "zz"));
      const incoming = receive(rng.chance(0.2) ? dump(other).slice(0, -9) : dump(other), [LIST]);
      if (!("problem" in incoming)) perhapsUndone(tab, (run) => plan(run, incoming, now()).next, 0.3);
    },
    reload: () => {
      // 没存下的会随刷新丢掉，浏览器先问过；这里当人留下了。
      if (!pending()) tabs[rng.below(2)] = open();
    },
    edit: () => {
      version = IDS.filter(() => rng.chance(0.7));
      if (!pending()) reopen();
    },
    full: () => {
      const used = [...area.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
      area.quota = rng.pick([0, used, used + 40, Infinity]);
    },
    forgetful: () => {
      area.forgetful = rng.chance(0.5);
    },
    free: () => {
      area.quota = Infinity;
      area.forgetful = false;
      for (const tab of tabs) tab.kept.retry();
    },
    event: () => tabs.forEach((tab) => tab.kept.refresh()),
    corrupt: () => {
      const text = area.getItem(KEY);
      if (text === null || area.quota < Infinity || area.forgetful || pending()) return;
      const bad = text.slice(0, rng.below(text.length));
      area.entries.set(KEY, bad);
      reopen();
      assert.ok([...area.entries].some(([name, value]) => name.includes(":corrupt:") && value === bad), "坏的那份没有原样另存");
      book = ledger(tabs[0].kept.run);
    },
    crash: () => {
      const lost = pending();
      reopen();
      if (!lost) return;
      // 说过没存下的可以没了；别的一样不少，也不会变成谁也没写过的样子。
      const found = ledger(tabs[0].kept.run);
      for (const [what, value] of found) {
        if (!same(what, value, book.get(what)) && !same(what, value, safe.get(what))) fail(what, safe.get(what), value);
      }
      book = found;
    },
  };

  for (let i = 0; i < STEPS; i += 1) {
    const name = rng.pick(Object.keys(steps));
    log.push(name);
    steps[name](rng.pick(tabs));
    check();
  }
  return log;

  /** 账上有的，存着、或者在说“没有存下”的标签页里。 */
  function check() {
    const text = area.getItem(KEY);
    if (text !== last) stored = (text && restore(text, [LIST], "1").value) || blank(LIST, "1");
    last = text;
    const unsaved = tabs.filter((tab) => tab.kept.pending);
    assert.ok(tabs.every(({ kept }) => kept.pending === !kept.saved));
    apart = apart || unsaved.length > 0;
    const found = ledger(unsaved.reduce((run, tab) => merge(run, tab.kept.run), stored));
    for (const [what, want] of book) if (!same(what, found.get(what) || "", want)) fail(what, want, found.get(what));
    if (!unsaved.length) safe = new Map(book);
  }

  /** 两个标签页都有过没存下的，合起来备注只会多、不会少；同一样东西听后写的。 */
  function same(what, is, want) {
    if (is === want || !apart) return is === want;
    if (!what.startsWith("BR-")) return Boolean(is) || !want;
    const [state, note] = want ? JSON.parse(want) : ["todo", ""];
    const [stateIs, noteIs] = is ? JSON.parse(is) : ["todo", ""];
    return stateIs === state && noteIs.includes(note);
  }

  function fail(what, want, is) {
    assert.fail(`种子 ${seed}，${log.join(" ")}：${what} 应当是 ${want}，却是 ${is}`);
  }
}

test("一千串随机的动作，没有一样不声不响地丢", () => {
  const counts = new Map();
  for (let seed = 1; seed <= 1000; seed += 1) for (const name of play(seed)) counts.set(name, (counts.get(name) || 0) + 1);

  assert.ok([...counts.values()].every((count) => count > 400), JSON.stringify([...counts]));
});
