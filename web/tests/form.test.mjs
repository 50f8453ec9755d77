import assert from "node:assert/strict";
import test from "node:test";
import { inCapitals } from "../lib/capitals.js";
import { dateInWords, readDate } from "../lib/entry.js";
import { isTable, MOST_ROWS, readTable } from "../lib/paste.js";
import { byStrokes } from "../lib/strokes.js";

const column = (label, key, type = "文本") => ({ label, key, type, options: [] });
const PEOPLE = [column("姓名", "name"), column("性别", "gender"), column("岗位（职务）", "post"), column("入会日期", "date", "日期")];

test("日子的几种写法都认，认不出来的原样", () => {
  for (const text of ["2026-04-28", "2026-4-28", "2026.4.28", "2026/04/28", "20260428", "2026年4月28日", " 2026 年 4 月 28 日 ", "２０２６年４月２８日"]) assert.equal(readDate(text), "2026-04-28", text);
  for (const text of ["", "明天", "2026-02-30", "2026-13-01", "4月28日", "2026-04", "<b>"]) assert.equal(readDate(text), text);
  assert.equal(dateInWords("2026-04-08"), "2026年4月8日");
  assert.equal(dateInWords("2026-02-30"), "");
});

test("金额的大写", () => {
  assert.equal(inCapitals("1050.30"), "壹仟零伍拾元叁角整");
  assert.equal(inCapitals("２０，０００"), "贰万元整");
  assert.equal(inCapitals("20,000"), "贰万元整");
  for (const text of ["", "abc", "=1+1"]) assert.equal(inCapitals(text), "");
});

test("从 Excel 复制来的：照次序对列，日期改成规矩的写法", () => {
  const { rows, headed } = readTable("甲\t男\t操作工\t2026/3/20\r\n乙\t女\t\t\r\n\r\n", PEOPLE);
  assert.deepEqual(rows, [{ name: "甲", gender: "男", post: "操作工", date: "2026-03-20" }, { name: "乙", gender: "女" }]);
  assert.equal(headed, false);
});

test("第一行是表头：照表头对列，次序不一样也对得上，多的列说出来", () => {
  const { rows, headed, unknown } = readTable("序号\t岗位\t姓名\t身份证号\n1\t操作工\t甲\t110\n", PEOPLE);
  assert.deepEqual([rows, headed, unknown], [[{ post: "操作工", name: "甲" }], true, ["身份证号"]]);
});

test("没有表头、头一列是序号：序号不要", () => {
  const { rows } = readTable("1\t甲\t男\t操作工\t2026-03-20\n2\t乙\t女\t质检\t2026-03-21", PEOPLE);
  assert.deepEqual(rows.map((row) => [row.name, row.gender]), [["甲", "男"], ["乙", "女"]]);
});

test("引号里的换行、制表符是格子里的字；不成对的引号当平常的字", () => {
  const { rows } = readTable('"甲\n乙"\t"他说""好"""\n丙"丁\t"戊', PEOPLE);
  assert.deepEqual(rows.map((row) => [row.name, row.gender]), [["甲\n乙", '他说"好"'], ['丙"丁', '"戊']]);
});

test("18 位数字、公式、怪字原样；太多的数出来", () => {
  const { rows, cut } = readTable(`=HYPERLINK("x")\t123456789012345678\n${"<b>\t𠮷\n".repeat(MOST_ROWS)}`, PEOPLE);
  assert.deepEqual([rows.length, cut, rows[0], rows[1]], [MOST_ROWS, 1, { name: '=HYPERLINK("x")', gender: "123456789012345678" }, { name: "<b>", gender: "𠮷" }]);
  assert.deepEqual(readTable("", PEOPLE).rows, []);
  assert.deepEqual(readTable("\t\t\n\n", PEOPLE).rows, []);
});

test("像不像一片表格", () => {
  assert.deepEqual(["甲\t乙", "甲\n乙", "甲", "甲\n", ""].map(isTable), [true, true, false, false, false]);
});

test("按姓氏笔画：画数相同的比起笔；表里没有的姓放最后、说出来；同姓的不乱", () => {
  const names = ["梁晚晴", "周既明", "林若谷", "沈青岚", "何知远", "田小满", "王砚秋", "丁禾生"];
  const sorted = byStrokes([...names].reverse(), (name) => name);
  assert.deepEqual(sorted.rows, ["丁禾生", "王砚秋", "田小满", "何知远", "沈青岚", "林若谷", "周既明", "梁晚晴"]);
  assert.deepEqual(sorted.unknown, []);
  const odd = byStrokes(["𠮷某", "王二", "", "某人", "丁一"], (name) => name);
  assert.deepEqual([odd.rows, odd.unknown], [["丁一", "王二", "𠮷某", "", "某人"], ["𠮷", "某"]]);
});
