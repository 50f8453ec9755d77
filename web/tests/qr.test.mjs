import assert from "node:assert/strict";
import test from "node:test";
import { correction, generate, mode } from "lean-qr";
import { qrMatrix } from "../lib/qr.js";
import { random } from "./random.mjs";

const rng = random(7);
const LETTERS = "https://例.示/checklists?#jj=0123ABC二维码𠮷";
const some = (length) => Array.from({ length }, () => rng.pick([...LETTERS])).join("");

/** 整套的库画的，同样的版、同样的掩模。 */
function oracle(text, mask) {
  const code = generate(mode.bytes(new TextEncoder().encode(text)), { mask, minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L });
  return Array.from({ length: code.size }, (_, y) => Array.from({ length: code.size }, (_, x) => code.get(x, y)));
}

const bytes = (text) => new TextEncoder().encode(text).length;
/** 各版刚好放满的长度，和多一个就要换版的。 */
const EDGES = [1, 17, 18, 32, 33, 53, 54, 78, 79, 106, 107, 134, 135, 154, 155, 192, 193, 230];

test("每一版、每种掩模，都跟整套的库一格不差", () => {
  EDGES.forEach((length, i) => {
    const text = "a".repeat(length);
    assert.deepEqual(qrMatrix(text, i % 8), oracle(text, i % 8), `${length} 个字节`);
  });
  for (let i = 0; i < 24; i += 1) {
    const text = some(rng.below(60));
    if (bytes(text) <= 230) assert.deepEqual(qrMatrix(text, i % 8), oracle(text, i % 8), text);
  }
});

test("不指定掩模，挑的是八种里的一种；太长的不画", () => {
  const text = "https://example.org/checklists/branch/founding/#jj=JJ1NBX1H5301018CQQER";
  const picked = JSON.stringify(qrMatrix(text));
  assert.ok(Array.from({ length: 8 }, (_, mask) => JSON.stringify(qrMatrix(text, mask))).includes(picked));
  assert.equal(qrMatrix("a".repeat(231)), null);
});
