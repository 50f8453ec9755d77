import assert from "node:assert/strict";
import test from "node:test";
import { openCasebook } from "../lib/casebook.js";
import { dump } from "../lib/casefile.js";
import { blankCase, setValue } from "../lib/cases.js";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const PREFIX = "jianjia:v1:";

function open(session = new FakeStorage(), device = new FakeStorage()) {
  let tick = 0;
  const now = () => new Date(Date.UTC(2026, 10, 29, 8, 0, (tick += 1))).toISOString();
  const book = openCasebook({ session: openStore(() => session), device: openStore(() => device) }, now);
  const put = (key, value) => {
    book.change((kept, at) => setValue(kept, "", key, value, at));
    book.flush();
  };
  return { book, put, session, device };
}
const caseKeys = (area) => [...area.entries.keys()].filter((key) => key.startsWith(`${PREFIX}case:`));
const stored = (area) => caseKeys(area).map((key) => JSON.parse(area.entries.get(key)).profile);

test("没填过什么都不存；填了只在这个标签页里", () => {
  const { book, put, session, device } = open();
  assert.equal(book.blank, true);
  book.flush();
  assert.deepEqual([caseKeys(session), caseKeys(device)], [[], []]);
  put("unit_name", "甲公司");
  assert.deepEqual([stored(session), caseKeys(device), book.place], [[{ unit_name: "甲公司" }], [], "session"]);
});

test("换一页（同一个标签页）接着填；新开的标签页没有", () => {
  const { put, session, device } = open();
  put("unit_name", "甲公司");
  assert.equal(open(session, device).book.now.profile.unit_name, "甲公司");
  assert.equal(open(new FakeStorage(), device).book.blank, true);
});

test("勾了存在设备上：挪过去，标签页里不再留；去掉勾：挪回来，设备上不再有", () => {
  const { book, put, session, device } = open();
  put("unit_name", "甲公司");
  assert.equal(book.keep(true), true);
  assert.deepEqual([caseKeys(session), stored(device), book.place], [[], [{ unit_name: "甲公司" }], "device"]);
  put("chair", "乙");
  assert.equal(open(new FakeStorage(), device).book.now.profile.chair, "乙");
  book.keep(false);
  assert.deepEqual([stored(session), caseKeys(device)], [[{ unit_name: "甲公司", chair: "乙" }], []]);
});

test("设备满了：存不过去就还在标签页里，一样不丢", () => {
  const device = new FakeStorage();
  device.quota = 10;
  const { book, put, session } = open(new FakeStorage(), device);
  put("unit_name", "甲公司");
  assert.equal(book.keep(true), false);
  assert.deepEqual([stored(session), book.onDevice, book.place], [[{ unit_name: "甲公司" }], false, "session"]);
});

test("两处都不让存：留在内存里，说得出来", () => {
  for (const failing of [["setItem"], ["getItem"], ["getItem", "setItem", "removeItem"]]) {
    const session = new FakeStorage();
    const device = new FakeStorage();
    for (const each of failing) {
      session.failing.add(each);
      device.failing.add(each);
    }
    const { book, put } = open(session, device);
    put("unit_name", "甲公司");
    assert.deepEqual([book.now.profile.unit_name, book.place], ["甲公司", "memory"]);
    put("chair", "乙");
    assert.equal(book.now.profile.chair, "乙");
  }
  const none = openCasebook({ session: openStore(() => null), device: openStore(() => null) });
  none.change((kept, at) => setValue(kept, "", "chair", "乙", at));
  none.flush();
  assert.deepEqual([none.now.profile.chair, none.place], ["乙", "memory"]);
});

test("几件事各填各的；打开哪件，刷新还是哪件", () => {
  const { book, put, session, device } = open();
  put("unit_name", "甲公司");
  const first = book.now.id;
  book.open("");
  assert.equal(book.blank, true);
  put("unit_name", "乙公司");
  assert.equal(book.list().length, 2);
  book.open(first);
  const again = open(session, device).book;
  assert.equal(again.now.profile.unit_name, "甲公司");
  assert.deepEqual(again.list().map((each) => each.profile.unit_name).sort(), ["乙公司", "甲公司"].sort());
});

test("删了能撤销；全清了也能撤销", () => {
  const { book, put, session } = open();
  put("unit_name", "甲公司");
  book.keep(true);
  const { id } = book.now;
  book.open("");
  put("unit_name", "乙公司");
  const back = book.remove(book.now.id);
  assert.deepEqual([caseKeys(session), book.now.id], [[], id]);
  back();
  assert.deepEqual([stored(session), book.now.profile.unit_name], [[{ unit_name: "乙公司" }], "乙公司"]);
  const undo = book.removeAll();
  assert.deepEqual([book.list(), book.blank], [[], true]);
  undo();
  assert.equal(book.list().length, 2);
  assert.equal(book.list().find((each) => each.id === id).device, true);
});

test("两个标签页同时改同一件：各改各的格子都在", () => {
  const device = new FakeStorage();
  const one = open(new FakeStorage(), device);
  one.put("unit_name", "甲公司");
  one.book.keep(true);
  const two = open(new FakeStorage(), device);
  one.book.change((kept, at) => setValue(kept, "", "chair", "乙", at));
  two.put("host", "丙");
  one.book.flush();
  assert.deepEqual(stored(device), [{ unit_name: "甲公司", host: "丙", chair: "乙" }]);
  two.book.refresh();
  assert.equal(two.book.now.profile.chair, "乙");
});

test("别的标签页删掉的，这里跟着没有；没存下的不丢", () => {
  const device = new FakeStorage();
  const one = open(new FakeStorage(), device);
  one.put("unit_name", "甲公司");
  one.book.keep(true);
  const two = open(new FakeStorage(), device);
  const key = caseKeys(device)[0];
  one.book.remove(one.book.now.id);
  two.book.heard(key, true);
  assert.deepEqual([two.book.list(), two.book.blank], [[], true]);
  two.book.heard("别的键", true);
  assert.equal(two.book.blank, true);
});

test("系统把存着的清掉了：以内存为准，再改就存回去", () => {
  const { book, put, session } = open();
  put("unit_name", "甲公司");
  session.entries.clear();
  book.refresh();
  assert.equal(book.now.profile.unit_name, "甲公司");
  put("chair", "乙");
  assert.deepEqual(stored(session), [{ unit_name: "甲公司", chair: "乙" }]);
});

test("读不懂的另存在一边，不删；更新的版本写的只许看，一个字节不动", () => {
  const device = new FakeStorage({ [`${PREFIX}case:bad`]: "{bad", [`${PREFIX}case:new`]: dump({ ...blankCase("new"), profile: { unit_name: "甲" } }).replace('"schema":1', '"schema":99') });
  const before = device.entries.get(`${PREFIX}case:new`);
  const { book, put } = open(new FakeStorage(), device);
  assert.equal(book.broken, true);
  assert.ok([...device.entries.keys()].some((key) => key.includes("case:bad:corrupt:")));
  book.open("new");
  assert.equal(book.readOnly, true);
  put("unit_name", "乙");
  assert.equal(book.now.profile.unit_name, "甲");
  assert.equal(device.entries.get(`${PREFIX}case:new`), before);
});

test("新开的标签页接着设备上最后改过的一件；示例不算", () => {
  const device = new FakeStorage();
  const { book, put } = open(new FakeStorage(), device);
  put("unit_name", "甲公司");
  book.keep(true);
  book.add(blankCase("smp", { sample: true, created: "2026-12-01T00:00:00.000Z", changed: "2026-12-01T00:00:00.000Z", profile: { unit_name: "示例" } }), true);
  assert.equal(open(new FakeStorage(), device).book.now.profile.unit_name, "甲公司");
});
