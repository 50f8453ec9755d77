/**
 * 不声不响丢东西的事一次也不许有。
 *
 * 随机的一千串动作：打勾、写备注、两个标签页、导入、清空和撤销、刷新、清单改版、存满又腾出、存坏、崩溃。
 * 旁边另记一本账：每一项最后一次写的是什么。每一步之后，账上的东西要么存着，要么网页正说着“没有存下”，
 * 要么在原样另存的那一份里。
 */
import assert from "node:assert/strict";
import test from "node:test";
import { plan, receive } from "../components/checklist/exchange.js";
import { openSession } from "../components/checklist/session.js";
import { merge, revert } from "../lib/merge.js";
import { blank, clear, dump, isMarked, restore, setMark, tick } from "../lib/state.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";
import { random } from "./random.mjs";

const LIST = "branch/founding";
const KEY = `jianjia:v1:run:${LIST}:1`;
const IDS = Array.from({ length: 6 }, (_, i) => `BR-FD-0${i + 1}`);
const seen = (mark) => (mark && isMarked(mark) ? JSON.stringify([mark.state, mark.note || "", mark.for || "", mark.reason || ""]) : "");

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
  /** 账：事项 → 最后写的样子。
   * @type {Map<string, string>} */
  let book = new Map();
  const log = [];
  /** 有过没存下的：两个标签页可能各记各的。 */
  let apart = false;
  let [last, stored] = [/** @type {string | null} */ (null), blank(LIST, "1")];

  /** 改了哪几项，账上就改哪几项。 */
  const write = (tab, alter) => {
    let before = blank(LIST, "1");
    tab.change((run) => alter((before = run)));
    for (const id of IDS) {
      const mark = tab.kept.run.items.get(id);
      if (JSON.stringify(mark) !== JSON.stringify(before.items.get(id))) book.set(id, seen(mark));
    }
  };

  const steps = {
    tick: (tab) => write(tab, (run) => tick(run, rng.pick(IDS), rng.chance(0.7), now(), "2026-11-20")),
    note: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { note: `备注${rng.below(1000)}${"长".repeat(rng.below(30))}` }, now())),
    wait: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { state: "waiting", for: "街道" }, now())),
    na: (tab) => write(tab, (run) => setMark(run, rng.pick(IDS), { state: "na", reason: "没有" }, now())),
    import: (tab) => {
      const other = [1, 2, 3].reduce((run) => setMark(run, rng.pick(IDS), { state: rng.pick(["done", "todo"]), note: rng.pick(["", "外来的"]) }, now()), blank(LIST, "zz"));
      const text = rng.chance(0.2) ? dump(other).slice(0, -9) : dump(other);
      const incoming = receive(text, [LIST]);
      const before = tab.kept.run;
      if ("problem" in incoming) return;
      write(tab, (run) => plan(run, incoming, now()).next);
      const after = tab.kept.run;
      if (rng.chance(0.3)) write(tab, (run) => revert(before, after, run, now()));
    },
    clear: (tab) => {
      tab.kept.refresh();
      const before = tab.kept.run;
      write(tab, (run) => clear(run, now()));
      const after = tab.kept.run;
      if (rng.chance(0.7)) write(tab, (run) => revert(before, after, run, now()));
    },
    reload: () => {
      // 没存下的会随刷新丢掉，可是网页一直在说；账也从存着的重记。
      if (tabs.some((tab) => tab.kept.pending)) return;
      tabs[rng.below(2)] = open();
    },
    edit: () => {
      version = IDS.filter(() => rng.chance(0.7));
      if (!tabs.some((tab) => tab.kept.pending)) reopen();
    },
    full: () => {
      area.quota = rng.chance(0.5) ? 0 : Infinity;
    },
    free: () => {
      area.quota = Infinity;
      for (const tab of tabs) tab.kept.retry();
    },
    event: () => tabs.forEach((tab) => tab.kept.refresh()),
    corrupt: () => {
      const text = area.getItem(KEY);
      if (text === null || area.quota < Infinity || tabs.some((tab) => tab.kept.pending)) return;
      const bad = text.slice(0, rng.below(text.length));
      area.entries.set(KEY, bad);
      reopen();
      assert.ok([...area.entries].some(([name, value]) => name.includes(":corrupt:") && value === bad), "坏的那份没有原样另存");
      book = new Map(IDS.map((id) => [id, ""]));
    },
    crash: () => {
      if (tabs.some((tab) => tab.kept.pending)) return;
      reopen();
    },
  };

  for (let i = 0; i < 12; i += 1) {
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
    apart = apart || unsaved.length > 0;
    const all = unsaved.reduce((run, tab) => merge(run, tab.kept.run), stored);
    assert.ok(tabs.every(({ kept: { pending, saved } }) => pending === !saved));
    for (const [id, want] of book) {
      const found = all.items.get(id);
      // 两个标签页都有没存下的，合起来备注只会多、不会少。
      const [state, note] = want ? JSON.parse(want) : ["todo", ""];
      const more = (found ? found.state : "todo") === state && ((found && found.note) || "").includes(note);
      const ok = apart ? more : seen(found) === want;
      if (!ok) assert.fail(`种子 ${seed}，${log.join(" ")}：${id} 应当是 ${state} ${want}，却是 ${seen(found)}`);
    }
  }
}

test("一千串随机的动作，没有一样不声不响地丢", () => {
  const counts = new Map();
  for (let seed = 1; seed <= 1000; seed += 1) for (const name of play(seed)) counts.set(name, (counts.get(name) || 0) + 1);

  assert.ok([...counts.values()].every((count) => count > 400), JSON.stringify([...counts]));
});
