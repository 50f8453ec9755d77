import assert from "node:assert/strict";
import test from "node:test";
import { crc32 } from "node:zlib";
import { csv, xlsx, zip } from "../lib/sheet.js";

const HARD = ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", "0012", "110101199001011234", "甲,乙", '说"好"', "两\n行", " 空格 ", "<&>'", "]]>", "_x0041_", "𠮷😀", ""];

/** 另写的一个小读法。 */
function readCsv(text) {
  assert.ok(text.startsWith("\ufeff"));
  const rows = [[""]];
  let quoted = false;
  const chars = [...text.slice(1)];
  for (let i = 0; i < chars.length; i += 1) {
    const row = rows[rows.length - 1];
    const char = chars[i];
    if (quoted && char === '"' && chars[i + 1] === '"') (row[row.length - 1] += '"'), (i += 1);
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && char === "\r" && chars[i + 1] === "\n") rows.push([""]), (i += 1);
    else row[row.length - 1] += char;
  }
  return rows.slice(0, -1);
}

/** 拆开只存不压的压缩包，校验值也核。 */
function unzip(data) {
  const view = Buffer.from(data);
  const files = new Map();
  let at = view.readUInt32LE(view.length - 6);
  for (let n = view.readUInt16LE(view.length - 12); n > 0; n -= 1) {
    assert.equal(view.readUInt32LE(at), 0x02014b50);
    const [crc, size, length, offset] = [view.readUInt32LE(at + 16), view.readUInt32LE(at + 20), view.readUInt16LE(at + 28), view.readUInt32LE(at + 42)];
    const name = view.toString("utf8", at + 46, at + 46 + length);
    assert.equal(view.readUInt32LE(offset), 0x04034b50);
    const body = view.subarray(offset + 30 + length, offset + 30 + length + size);
    if (crc32) assert.equal(crc32(body), crc);
    files.set(name, body.toString("utf8"));
    at += 46 + length;
  }
  return files;
}

const unescape = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replace(/_x005F_/g, "_");

test("csv：有 BOM，读回来一样，像公式的加单引号", () => {
  const [row] = readCsv(csv([HARD]));
  assert.deepEqual(row, HARD.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)));
});

test("xlsx：每个格子都是文字，读回来一样", () => {
  const files = unzip(xlsx({ name: "表", rows: [HARD, HARD] }));
  const sheet = files.get("xl/sheet.xml");
  const found = [...sheet.matchAll(/<row r="2">(.*)<\/row>/gs)][0][1];
  const cells = [...found.matchAll(/<c r="([A-Z]+)2" s="1"(?: t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t><\/is)?><\/c>/gs)];
  assert.deepEqual(cells.map((m) => unescape(m[2] || "")), HARD);
  assert.doesNotMatch(sheet, /<f>|<v>/);
});

test("xlsx：一样的表写出来一样，没有时间", () => {
  const sheet = { name: "表", rows: [["甲"], ["乙"]] };
  assert.deepEqual(xlsx(sheet), xlsx(sheet));
});

test("xlsx：工作表名去掉不许用的字，不空", () => {
  for (const name of ["", "a[]:*?/\\b", "长".repeat(40), "'引号'", "\u0001", "&<"]) {
    const book = unzip(xlsx({ name, rows: [["甲"]] })).get("xl/workbook.xml");
    const found = unescape(/<sheet name="([^"]*)"/.exec(book)[1]);
    assert.ok(found && found.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(found), name);
  }
});

test("xlsx：第 27 列是 AA，控制字符和超长的字不写坏文件", () => {
  const sheet = unzip(xlsx({ name: "表", rows: [Array(30).fill("甲"), ["\u0000\u000b\ud83d", "字".repeat(40000)]] })).get("xl/sheet.xml");
  assert.match(sheet, /<c r="AA1"/);
  assert.match(sheet, /<c r="AD1"/);
  assert.match(sheet, /preserve">  �</);
  assert.ok(!/[\u0000-\u0008]/.test(sheet));
  assert.equal(sheet.match(/字+/)[0].length, 32767);
});

test("压缩包：文件名和内容都在，校验值对", () => {
  const files = unzip(zip([["甲.txt", "内容"], ["b/c.xml", ""]]));
  assert.deepEqual([...files], [["甲.txt", "内容"], ["b/c.xml", ""]]);
});
