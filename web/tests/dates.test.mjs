import assert from "node:assert/strict";
import test from "node:test";
import { addDays, addMonths, daysBetween, fromDay, inWords, isDate, today, toDay, weekday } from "../lib/dates.js";

test("真有这一天才算日子", () => {
  for (const good of ["1900-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2099-12-31", "2199-12-31"]) assert.ok(isDate(good), good);
  const bad = ["2027-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "1899-12-31",
    "2200-01-01", "0000-00-00", "", " 2026-01-01", "2026-01-01T00:00", null, undefined, 20260101, {}];
  for (const each of bad) assert.ok(!isDate(each), String(each));
});

test("数过三个世纪，不多不少，星期也对得上", () => {
  const first = toDay("1900-01-01");
  const last = toDay("2199-12-31");
  assert.equal(last - first + 1, 109573);
  for (let day = first; day <= last; day += 13) {
    const date = fromDay(day);
    // 十三天看一天，星期和日子的各种搭配都轮得到；逐天断言太慢，不对的才断言。
    if (toDay(date) !== day || weekday(date) !== (day - first + 1) % 7 || (day % 11 === 0 && !isDate(date))) assert.fail(date);
  }
});

test("加几天再减几天，回到原处", () => {
  for (const date of ["1970-01-01", "2024-02-29", "2026-12-31", "2099-03-01"]) {
    for (const days of [0, 1, 28, 59, 60, 365, 366, 1461, 9999]) {
      assert.equal(addDays(addDays(date, days), -days), date);
      assert.equal(daysBetween(date, addDays(date, days)), days);
    }
  }
});

test("几个月后是那个月的对应日，没有的是月末", () => {
  const cases = [
    ["2026-01-31", 1, "2026-02-28"], ["2028-01-31", 1, "2028-02-29"], ["2026-03-31", -1, "2026-02-28"], ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"], ["2026-08-31", 3, "2026-11-30"], ["2028-02-29", 12, "2029-02-28"], ["2028-02-29", 48, "2032-02-29"],
    ["1970-01-31", -11, "1969-02-28"], ["2026-05-31", 0, "2026-05-31"],
  ];
  for (const [date, months, want] of cases) assert.equal(addMonths(date, months), want, `${date} ${months}`);
});

test("几个月后总落在要的那个月里，日子不大于原来的", () => {
  for (let day = toDay("2027-01-01"); day < toDay("2029-03-02"); day += 1) {
    const date = fromDay(day);
    for (const months of [-25, -1, 1, 3, 12, 36]) {
      const [year, month, dom] = addMonths(date, months).split("-").map(Number);
      const [y, m, d] = date.split("-").map(Number);
      if (year * 12 + month !== y * 12 + m + months || dom > d) assert.fail(`${date} ${months}`);
    }
  }
});

test("今天看这台设备的日历，不看格林尼治的", () => {
  assert.equal(today(new Date(2026, 10, 20, 0, 0, 1)), "2026-11-20");
  assert.equal(today(new Date(2026, 10, 20, 23, 59, 59)), "2026-11-20");
});

test("写给人看的日子", () => {
  assert.equal(inWords("2027-01-10"), "2027 年 1 月 10 日（周日）");
  assert.equal(inWords("1970-01-01"), "1970 年 1 月 1 日（周四）");
});
