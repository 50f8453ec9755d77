import assert from "node:assert/strict";
import test from "node:test";
import { openStore } from "../lib/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const KEY = "jianjia:v1:run:a/b:1";
const NAME = "run:a/b:1";
const ASIDE = `${KEY}:corrupt:2026-11-20T00:00:00.000Z`;
const now = () => "2026-11-20T00:00:00.000Z";
const open = (area) => openStore(() => area, now);
/** “读得懂”就是以 ok 开头；lossy 丢一项，newer 是新版本。 */
const restore = (text) => /^(ok|lossy|newer)/.test(text) ? { value: text, lost: text === "lossy" ? 1 : 0, newer: text === "newer" } : null;

test("存下的读得回来，键带前缀", () => {
  const area = new FakeStorage();

  assert.equal(open(area).save(NAME, "ok"), true);
  assert.deepEqual([...area.entries], [[KEY, "ok"]]);
  assert.deepEqual(open(area).load(NAME, restore), { value: "ok", source: "stored" });
});

test("没存过就是空的，读不会写", () => {
  const area = new FakeStorage();

  assert.deepEqual(open(area).load(NAME, restore), { value: null, source: "empty" });
  assert.equal(area.writes, 0);
});

test("写时抛错、写了不算，都报没存下", () => {
  const failing = new FakeStorage();
  failing.failing.add("setItem");
  const forgetful = new FakeStorage();
  forgetful.forgetful = true;

  assert.deepEqual([open(failing).save(NAME, "ok"), open(forgetful).save(NAME, "ok")], [false, false]);
});

test("装满时报没存下，原来存的还在；腾出地方又能存", () => {
  const area = new FakeStorage({ [KEY]: "ok" });
  const store = open(area);
  area.quota = KEY.length + 5;

  assert.equal(store.save(NAME, "ok 长得多的一份"), false);
  assert.equal(area.entries.get(KEY), "ok");
  area.quota = Infinity;
  assert.equal(store.save(NAME, "ok 长得多的一份"), true);
});

test("取存储就抛错、取到空的、读时抛错，都只是读不了", () => {
  const throwing = new FakeStorage({ [KEY]: "ok" });
  throwing.failing.add("getItem");
  const stores = [openStore(() => { throw new Error("SecurityError"); }), open(null), open(undefined), open(throwing)];
  for (const store of stores) {
    assert.deepEqual(store.load(NAME, restore), { value: null, source: "unreadable" });
    assert.equal(store.save(NAME, "ok"), false);
  }
});

test("读不出原来存了什么，就不去覆盖它", () => {
  const area = new FakeStorage({ [KEY]: "ok 旧" });
  area.failing.add("getItem");
  const store = open(area);
  store.load(NAME, restore);
  area.failing.clear();

  assert.equal(store.save(NAME, "ok 新"), false);
  assert.equal(area.entries.get(KEY), "ok 旧");
});

test("整份读不懂的搬到一边，原样留着", () => {
  const area = new FakeStorage({ [KEY]: "{bad" });

  assert.deepEqual(open(area).load(NAME, restore), { value: null, source: "broken" });
  assert.deepEqual([...area.entries], [[ASIDE, "{bad"]]);
});

test("只有几项读不懂的，另存一份，读得懂的照用", () => {
  const area = new FakeStorage({ [KEY]: "lossy" });

  assert.deepEqual(open(area).load(NAME, restore), { value: "lossy", source: "broken" });
  assert.deepEqual([...area.entries], [[KEY, "lossy"], [ASIDE, "lossy"]]);
});

test("坏的搬不动时原地不动，也不许覆盖", () => {
  const area = new FakeStorage({ [KEY]: "{bad" });
  area.quota = KEY.length + 5;
  const store = open(area);

  assert.equal(store.load(NAME, restore).source, "unreadable");
  area.quota = Infinity;
  assert.equal(store.save(NAME, "ok"), false);
  assert.deepEqual([...area.entries], [[KEY, "{bad"]]);
});

test("更新版本写的一个字节也不改", () => {
  const area = new FakeStorage({ [KEY]: "newer" });
  const store = open(area);

  assert.deepEqual(store.load(NAME, restore), { value: "newer", source: "newer" });
  assert.equal(store.save(NAME, "ok"), false);
  assert.deepEqual([[...area.entries], area.writes], [[[KEY, "newer"]], 0]);
});

test("读的办法自己出错，也不连累网页", () => {
  const explode = () => { throw new RangeError("Maximum call stack size exceeded"); };

  assert.equal(open(new FakeStorage({ [KEY]: "ok" })).load(NAME, explode).source, "unreadable");
});

test("别人的键从来不碰", () => {
  const foreign = { "/.__palette": "{bad", "jianjia:v0:run:a/b:1": "x", "uqkb:v2:a": "y", [`${KEY}0`]: "z" };
  const area = new FakeStorage({ ...foreign, [KEY]: "{bad" });
  const store = open(area);
  store.load(NAME, restore);
  store.save(NAME, "ok");

  for (const [key, text] of Object.entries(foreign)) assert.equal(area.entries.get(key), text);
});

test("另存的列得出来，拿得走，删得掉；清除只清本站的", () => {
  const area = new FakeStorage({ [KEY]: "{bad", "/.__palette": "{}", "jianjia:v1:profile": "x" });
  const store = open(area);
  store.load(NAME, restore);
  const [aside] = store.asides();
  assert.deepEqual([aside.why, aside.when, store.read(aside.name)], ["corrupt", "2026-11-20T00:00:00.000Z", "{bad"]);
  store.save(NAME, "ok");
  assert.deepEqual(store.names().sort(), ["profile", NAME]);
  store.remove(aside.name);
  assert.deepEqual(store.asides(), []);
  assert.equal(store.wipe(), true);

  assert.deepEqual([...area.entries], [["/.__palette", "{}"]]);
});

test("没有存储时，列、读、删、清都不出错", () => {
  const store = open(null);

  assert.deepEqual([store.names(), store.asides(), store.read(NAME), store.remove(NAME)], [[], [], null, false]);
  assert.equal(store.nameOf(null), "");
});
