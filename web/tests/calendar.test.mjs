import assert from "node:assert/strict";
import test from "node:test";
import {
  addWorkdays, caveats, due, dueDate, isWorkday, holiday, mark, readCalendar, readDeadline, urgency, urgencyInWords,
} from "../lib/calendar.js";
import { addDays, fromDay, toDay } from "../lib/dates.js";

const TABLE = {
  2026: {
    off: { "2026-10-01": "国庆节", "2026-10-02": "国庆节", "2026-10-03": "国庆节", "2026-10-04": "国庆节", "2026-10-05": "国庆节", "2026-10-06": "国庆节", "2026-10-07": "国庆节" },
    work: ["2026-09-20", "2026-10-10"], arranged: true, check: "转引",
  },
  2027: { off: { "2027-01-01": "元旦" }, work: [], arranged: false, check: "" },
};
const calendar = readCalendar(JSON.stringify(TABLE));
const none = readCalendar("{}");
const anchors = (object) => new Map(Object.entries(object));
const deadline = (text) => {
  const [anchor, amount, unit, within] = text.split("|");
  return { anchor, amount: Number(amount), unit, within: within === "内" };
};
const at = (text, start, table = calendar) => dueDate(readDeadline(deadline(text)), anchors({ 大会日: start }), table);

test("工作日：周末不算，放假不算，补班的周末算", () => {
  assert.deepEqual(["2026-10-01", "2026-10-08", "2026-10-10", "2026-10-11", "2026-09-20", "2026-09-19"].map((d) => isWorkday(d, calendar)), [false, true, true, false, true, false]);
  assert.deepEqual([holiday("2026-10-01", calendar), holiday("2026-10-11", calendar), holiday("2030-10-01", calendar)], ["国庆节", "", ""]);
});

test("往前、往后数工作日，和一天天数的一样", () => {
  const naive = (date, count) => {
    const step = Math.sign(count);
    let left = Math.abs(count);
    while (left) {
      date = addDays(date, step);
      const dow = new Date(`${date}T12:00:00Z`).getUTCDay();
      const { off = {}, work = [] } = TABLE[date.slice(0, 4)] || {};
      if (work.includes(date) || (!(date in off) && dow !== 0 && dow !== 6)) left -= 1;
    }
    return date;
  };
  for (let day = toDay("2026-08-25"); day < toDay("2027-02-10"); day += 1) {
    const date = fromDay(day);
    for (const count of [-40, -10, -5, -1, 1, 3, 5, 7, 22]) {
      if (addWorkdays(date, count, calendar).date !== naive(date, count)) assert.fail(`${date} ${count}`);
    }
  }
});

test("没有放假表时，五个工作日就是一个星期", () => {
  for (let day = toDay("2099-01-01"); day < toDay("2099-03-01"); day += 1) {
    const date = fromDay(day);
    const dow = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (dow % 6) assert.equal(addWorkdays(date, 5, none).date, addDays(date, 7), date);
  }
});

test("大会日前 5 个工作日：起算日不算", () => {
  // 10 月 14 日是周三；往前：13、12、10（补班）、9、8。
  assert.equal(at("大会日|-5|工作日", "2026-10-14").date, "2026-10-08");
  assert.equal(at("大会日|-6|工作日", "2026-10-14").date, "2026-09-30");
});

test("天、月、年、当天、之内", () => {
  assert.equal(at("大会日|-15|日", "2027-01-10").date, "2026-12-26");
  assert.equal(at("大会日|60|日|内", "2027-01-10").date, "2027-03-11");
  assert.equal(at("大会日|0|日", "2027-01-10").date, "2027-01-10");
  assert.equal(at("大会日|3|月|内", "2026-11-30").date, "2027-02-28");
  assert.equal(at("大会日|-1|月", "2027-03-31").date, "2027-02-28");
  assert.equal(at("大会日|5|年", "2028-02-29").date, "2033-02-28");
  assert.deepEqual(at("大会日|-30|日|内", "2027-03-31"), { date: "2027-03-31", from: "2027-03-01", years: [] });
});

test("写坏的时限、没填和填坏的起算日，都当算不出来", () => {
  const bad = [undefined, null, "", 3, [], {}, { anchor: 3, amount: 1, unit: "日" }, { anchor: "大会日", amount: "1", unit: "日" }, { anchor: "大会日", amount: 1 }];
  for (const each of bad) assert.equal(readDeadline(each), null, JSON.stringify(each));
  for (const text of ["大会日|x|日", "大会日|1.5|日", "大会日|3|周", "大会日|99999|日"]) assert.equal(readDeadline(deadline(text)), null, text);
  for (const start of ["", "2027-02-30", "昨天"]) assert.equal(at("大会日|1|日", start), null, start);
  assert.equal(dueDate(deadline("toString|1|日"), anchors({}), none), null);
  assert.equal(at("大会日|5|年", "2198-01-01"), null);
});

test("按日子排，同一天的照清单的次序", () => {
  const items = ["大会日|0|日", "", "大会日|-3|日", "批复日|1|日", "大会日|-3|日"].map((text, i) => ({ id: i, due: text ? deadline(text) : null }));
  assert.deepEqual(due(items, anchors({ 大会日: "2027-01-10" }), none).map((each) => each.item.id), [2, 4, 0]);
});

test("过期、今天、快到、以后，都用字说", () => {
  const now = "2026-12-31";
  const cases = [["2026-12-28", "overdue", "已过期 3 天"], ["2026-12-31", "today", "今天到期"], ["2027-01-07", "soon", "快到了，还有 7 天"], ["2027-01-08", "later", "还有 8 天"]];
  for (const [date, kind, words] of cases) assert.deepEqual([urgency(date, now), urgencyInWords(date, now)], [kind, words]);
});

test("用到没登记、不全、没核过的放假表，要说出来", () => {
  assert.deepEqual(caveats([2028], calendar), ["2028 年放假安排还没有登记，工作日只扣了周末。"]);
  assert.match(caveats([2027], calendar)[0], /只登记了法定节日/);
  assert.match(caveats([2026, 2026], calendar).join(), /^2026 年的放假调休还是“转引”/);
  assert.deepEqual([mark([2026], calendar), mark([2028, 2026], calendar), mark([2027], calendar), mark([], calendar)], ["转引", "待核", "待核", ""]);
});

test("跨年的，两年都要说", () => {
  assert.deepEqual(at("大会日|-5|工作日", "2027-01-05").years, [2026, 2027]);
  // 起算日那一天不数，它那一年也就没有翻。
  assert.deepEqual(at("大会日|-2|工作日", "2027-01-01").years, [2026]);
});

test("读不懂的放假表当没有，不抛错", () => {
  for (const text of ["", "{bad", "null", "[]", '{"2026": 3}', '{"2026": {"off": null, "work": "x"}}']) assert.doesNotThrow(() => readCalendar(text).get(2026), text);
  assert.ok(isWorkday("2026-10-01", readCalendar("{bad")));
});

test("换时区、夏令时，算出来的日子都一样", () => {
  const before = process.env.TZ;
  const all = (zone) => {
    process.env.TZ = zone;
    return Array.from({ length: 120 }, (_, n) => at(`大会日|${(n - 60) * 3}|${n % 2 ? "日" : "工作日"}`, "2026-03-31").date).join();
  };
  const [first, ...rest] = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12"].map(all);
  process.env.TZ = before || "";
  for (const other of rest) assert.equal(other, first);
});
