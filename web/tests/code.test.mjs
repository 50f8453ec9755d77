import assert from "node:assert/strict";
import test from "node:test";
import { decode, encode, fits, hasCode } from "../components/checklist/code.js";
import { random } from "./random.mjs";

const LIST = "branch/founding";
const STATES = ["todo", "done", "waiting", "na"];
const ids = (prefix, count) => Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(2, "0")}`);
const marks = (pairs) => new Map(pairs.map(([id, state]) => [id, { state }]));
const some = (rng, names) => names.map((id) => [id, rng.pick(STATES)]);
const kept = (pairs) => new Map(pairs.filter(([, state]) => state !== "todo"));

test("一百项的清单，短码不超过六十个字，什么状态都一样", () => {
  for (const state of ["done", "waiting", "na"]) {
    assert.ok(encode(LIST, marks(ids("BR-FD", 100).map((id) => [id, state]))).length <= 60, state);
  }
  assert.equal(encode(LIST, marks(ids("BR-FD", 54).map((id) => [id, "done"]))).length, 42);
});

test("编出来再读回去一样：随机的清单、状态、几种编号，两百次", () => {
  const rng = random(20261120);
  for (let i = 0; i < 200; i += 1) {
    const prefixes = ["BR-FD", "BR-EL", "ZZ-AA", "AA-ZZ"].slice(0, 1 + rng.below(4));
    const pairs = prefixes.flatMap((prefix) => some(rng, ids(prefix, rng.below(rng.pick([3, 60, 130])))));
    const found = decode(encode(LIST, marks(pairs)), LIST);

    assert.deepEqual([found.ok, [...found.states].sort()], [true, [...kept(pairs)].sort()]);
  }
});

test("错一个字、两个字、少一个字、多一个字，都读不出来，不会错记", () => {
  const rng = random(7);
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const good = encode(LIST, marks(some(rng, ids("BR-FD", 54))));
  const damaged = (text) => assert.notEqual(decode(text, LIST).ok, true, text);
  for (let i = 2; i < good.length; i += 1) {
    for (const letter of alphabet) if (letter !== good[i]) damaged(good.slice(0, i) + letter + good.slice(i + 1));
    damaged(good.slice(0, i) + good.slice(i + 1));
    damaged(good.slice(0, i) + rng.pick(alphabet) + good.slice(i));
  }
  for (let i = 0; i < 500; i += 1) {
    const letters = [...good];
    for (let n = 0; n < 2 + rng.below(3); n += 1) letters[2 + rng.below(good.length - 2)] = rng.pick(alphabet);
    if (letters.join("") !== good) damaged(letters.join(""));
  }
});

test("截断的、乱写的、超长的，都不出错", () => {
  const rng = random(9);
  const good = encode(LIST, marks(some(rng, ids("BR-FD", 54))));
  for (let i = 0; i < good.length; i += 1) assert.notEqual(decode(good.slice(0, i), LIST).ok, true);
  for (const text of ["", "JJ", "JJJJJJJJJJJJ", "你好", "%E0%A4%A", "JJ" + "Z".repeat(100000), "<img src=x onerror=alert(1)>", "JJ1U1U1U1U1U1U1U"]) {
    assert.notEqual(decode(text, LIST).ok, true, text.slice(0, 20));
  }
});

test("夹在聊天里、换行、空格、短横、小写、全角、看错 O 和 I，都读得出来", () => {
  const pairs = [["BR-FD-01", "done"], ["BR-FD-10", "waiting"], ["BR-FD-40", "na"]];
  const code = encode(LIST, marks(pairs));
  const wide = [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join("");
  const forms = [
    `【筹建工会清单·甲分厂】办理进度 2026-11-20：${code}\n打开 https://example.org/checklists/branch/founding/ ，在“交接和备份”里粘贴这段话。`,
    code.toLowerCase(), code.replace(/(.{5})/g, "$1-"), code.replace(/(.{8})/g, "$1 \n"), wide, code.replace(/0/g, "O").replace(/1/g, "I"),
    `我这边办完了 ${code} 你接着办`, `https://example.org/checklists/branch/founding/#jj=${code}`, `${code}。`,
  ];
  for (const text of forms) {
    const found = decode(text, LIST);
    assert.deepEqual([found.ok, found.ok && [...found.states]], [true, pairs], text);
  }
});

test("别的清单的、更新版本的，说得清是哪一种", () => {
  assert.equal(decode(encode("finance/audit", marks([["BR-FD-01", "done"]])), LIST).why, "list");
  assert.equal(decode("没有短码", LIST).why, "none");
  assert.equal(hasCode("没有短码"), false);
});

test("一项都没办，也有短码；编号不合规的进不去", () => {
  assert.deepEqual([...decode(encode(LIST, marks([])), LIST).states], []);
  assert.deepEqual([fits("BR-FD-100"), fits("BR-FD-1"), fits("OLD-1")], [true, false, false]);
});
