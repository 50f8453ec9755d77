import assert from "node:assert/strict";
import test from "node:test";
import { calendarFile } from "../lib/ics.js";

const AT = "2026-11-20T08:30:00.000Z";
const event = (more) => ({ uid: "br-fd-01.1@jianjia", date: "2027-01-10", title: "开大会", ...more });
/** 另写的一个小读法：拆开折行，去掉转写，数事件。 */
const read = (text) => {
  const events = [];
  for (const line of text.replace(/\r\n /g, "").split("\r\n")) {
    if (line === "BEGIN:VEVENT") events.push({});
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) || [];
    const last = events[events.length - 1];
    if (last && name && !(name in last)) last[name] = value.replace(/\\([\\;,nN])/g, (_, c) => (c.toLowerCase() === "n" ? "\n" : c));
  }
  return events;
};
const one = (more) => read(calendarFile("清单", [event(more)], AT))[0];

const HARD = [
  "逗号, 分号; 反斜杠\\ 换行\n第二行", "BEGIN:VEVENT\r\nEND:VCALENDAR", "😀".repeat(100), "很长的汉字".repeat(60), "a".repeat(300), "\\n 不是换行",
  "👨‍👩‍👧‍👦🇨🇳", " 前后空格 ", "",
];

test("转写过的字，读回来一样", () => {
  for (const title of HARD) assert.equal(one({ title }).SUMMARY, title.replace(/\r\n/g, "\n"));
});

test("每行不超过 75 个字节，折在字与字之间", () => {
  const text = calendarFile(HARD.join(""), HARD.map((title, i) => event({ uid: `${i}@x`, title, note: title })), AT);
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/.test(line));
  }
  assert.equal(text.replace(/\r\n/g, "").match(/[\r\n]/), null);
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
});

test("全天事件，第二天结束，月末、闰日也对", () => {
  for (const [date, next] of [["2027-01-31", "20270201"], ["2028-02-29", "20280301"], ["1970-01-01", "19700102"], ["2099-12-31", "21000101"]]) {
    const { DTSTART, DTEND } = one({ date });
    assert.deepEqual([DTSTART, DTEND], [date.replaceAll("-", ""), next]);
  }
});

test("同一件事的编号不变，再导出的序号更大", () => {
  const first = one({});
  const later = read(calendarFile("清单", [event({ date: "2027-02-10" })], "2026-11-21T08:30:00.000Z"))[0];
  assert.equal(first.UID, later.UID);
  assert.ok(Number(later.SEQUENCE) > Number(first.SEQUENCE));
  assert.equal(first.DTSTAMP, "20261120T083000Z");
});

test("前一天提醒；网址只收 http 的", () => {
  const text = calendarFile("清单", [event({ url: "javascript:alert(1)" })], AT);
  assert.match(text, /BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:开大会\r\nTRIGGER:-PT15H\r\nEND:VALARM/);
  assert.doesNotMatch(text, /URL/);
  assert.equal(one({ url: "https://example.org/a/#br-fd-01" }).URL, "https://example.org/a/#br-fd-01");
});

test("控制字符、落单的半个字不让整份文件坏掉", () => {
  assert.equal(one({ title: "甲\u0000乙\u001f丙\t丁\ud83d戊\ude00" }).SUMMARY, "甲 乙 丙 丁�戊�");
});

test("500 件也只要一会儿", () => {
  const events = Array.from({ length: 500 }, (_, i) => event({ uid: `${i}@x`, note: "备注".repeat(50) }));
  assert.equal(read(calendarFile("清单", events, AT)).length, 500);
});
