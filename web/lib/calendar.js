/**
 * 时限：起算日 → 每个事项的最后一天，日历天、工作日、月、年都算。
 *
 * 工作日要看放假表。表由 `data/calendar/` 登记，页面里带着；哪一年没有表、表没核过，跟着结果一起说出来。
 */

import { addDays, addMonths, daysBetween, isDate, weekday } from "./dates.js";

/**
 * @typedef {"日" | "工作日" | "月" | "年"} Unit
 * @typedef {{ readonly anchor: string, readonly amount: number, readonly unit: Unit, readonly within: boolean }} Deadline
 *   和 Python 里的 Deadline 一样：`amount` 早于起算日为负；`within` 是“…内”。
 *
 * @typedef {{
 *   readonly off: ReadonlyMap<string, string>,
 *   readonly work: ReadonlySet<string>,
 *   readonly arranged: boolean,
 *   readonly check: string,
 * }} Year
 *   一年的放假表：放假的日子和节名、补班的日子；`arranged` 为假是只有法定节日、没有调休；
 *   `check` 是没核过原文时要标的字（待核、转引）。
 * @typedef {ReadonlyMap<number, Year>} Calendar
 *
 * @typedef {{ readonly date: string, readonly from: string, readonly years: readonly number[] }} Due
 *   `date` 最后一天；`from` 非空时从这天起才能办；`years` 是数工作日时翻过哪几年的放假表。
 * @typedef {"overdue" | "today" | "soon" | "later"} Urgency
 */

/** 还剩这么多天就算快到期。 */
export const SOON_DAYS = 7;

/** 再多的工作日不是时限，是写错了。 */
const MAX_AMOUNT = 5000;
/** @type {readonly string[]} */
const UNITS = ["日", "工作日", "月", "年"];

/**
 * 页面里带的放假表；读不懂的那一年跳过，当作没有登记。
 *
 * @param {string} text
 * @returns {Calendar}
 */
export function readCalendar(text) {
  /** @type {Map<number, Year>} */
  const years = new Map();
  try {
    for (const [year, found] of Object.entries(JSON.parse(text || "{}"))) {
      if (!found || typeof found !== "object") continue;
      const { off, work, arranged, check } = found;
      years.set(Number(year), {
        off: new Map(Object.entries(off || {})),
        work: new Set(Array.isArray(work) ? work : []),
        arranged: arranged !== false,
        check: String(check || ""),
      });
    }
  } catch (error) {
    years.clear();
  }
  return years;
}

/**
 * 网页上带的时限；写坏的当作算不出日子。
 *
 * @param {unknown} found
 * @returns {Deadline | null}
 */
export function readDeadline(found) {
  const { anchor, amount, unit, within } = /** @type {Partial<Deadline>} */ (found || {});
  if (typeof anchor !== "string" || typeof amount !== "number" || !unit || !UNITS.includes(unit)) return null;
  return Number.isInteger(amount) && Math.abs(amount) <= MAX_AMOUNT ? { anchor, amount, unit, within: within === true } : null;
}

/**
 * @param {string} date
 * @param {Calendar} calendar
 */
export function isWorkday(date, calendar) {
  const year = calendar.get(Number(date.slice(0, 4)));
  if (year && year.work.has(date)) return true;
  if (year && year.off.has(date)) return false;
  return weekday(date) % 6 !== 0;
}

/**
 * 起算日不算，一天天数过去，数够 *count* 个工作日；负的往前数。
 *
 * @param {string} date
 * @param {number} count
 * @param {Calendar} calendar
 * @returns {{ date: string, years: number[] }}
 */
export function addWorkdays(date, count, calendar) {
  const step = count < 0 ? -1 : 1;
  /** @type {Set<number>} */
  const years = new Set();
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step);
    years.add(Number(date.slice(0, 4)));
    if (isWorkday(date, calendar)) left -= 1;
  }
  return { date, years: [...years].sort() };
}

/**
 * @param {Deadline} deadline
 * @param {ReadonlyMap<string, string>} anchors 起算日：名称 → 日子
 * @param {Calendar} calendar
 * @returns {Due | null} 起算日没填为 null
 */
export function dueDate({ anchor, amount, unit, within }, anchors, calendar) {
  const start = anchors.get(anchor);
  if (!isDate(start)) return null;
  const end = count(start, amount, unit, calendar);
  // 推出了表示得了的年份，不如不说。
  if (!isDate(end.date)) return null;
  // “届满日前 30 天内”：那 30 天里都能办，最迟到届满日。
  if (within && amount < 0) return { date: start, from: end.date, years: end.years };
  return { date: end.date, from: "", years: end.years };
}

/**
 * 全部算得出日子的事项，按日子排；同一天的照清单的次序。
 *
 * @template {{ readonly due: unknown }} T
 * @param {readonly T[]} items
 * @param {ReadonlyMap<string, string>} anchors 起算日：名称 → 日子
 * @param {Calendar} calendar
 * @returns {Array<Due & { readonly item: T }>}
 */
export function due(items, anchors, calendar) {
  const found = [];
  for (const item of items) {
    const deadline = readDeadline(item.due);
    const at = deadline && dueDate(deadline, anchors, calendar);
    if (at) found.push({ item, ...at });
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * @param {string} date
 * @param {string} now
 * @returns {Urgency}
 */
export function urgency(date, now) {
  const left = daysBetween(now, date);
  if (left < 0) return "overdue";
  if (left === 0) return "today";
  return left <= SOON_DAYS ? "soon" : "later";
}

/**
 * 已过期 3 天；今天到期；快到了，还有 5 天；还有 20 天
 *
 * @param {string} date
 * @param {string} now
 */
export function urgencyInWords(date, now) {
  const left = daysBetween(now, date);
  if (left < 0) return `已过期 ${-left} 天`;
  if (left === 0) return "今天到期";
  return `${left <= SOON_DAYS ? "快到了，" : ""}还有 ${left} 天`;
}

/**
 * 这天放的是什么假；不放假、只是周末的为空。
 *
 * @param {string} date
 * @param {Calendar} calendar
 */
export function holiday(date, calendar) {
  const year = calendar.get(Number(date.slice(0, 4)));
  return (year && year.off.get(date)) || "";
}

/**
 * 数工作日用到的放假表里，没核过原文的标什么字；都核过为空。
 *
 * @param {readonly number[]} years
 * @param {Calendar} calendar
 */
export function mark(years, calendar) {
  const marks = years.map((year) => {
    const table = calendar.get(year);
    return table && table.arranged ? table.check : "待核";
  });
  return marks.find((text) => text === "待核") || marks.find(Boolean) || "";
}

/**
 * 放假表有什么不全的，一年一句。
 *
 * @param {readonly number[]} years
 * @param {Calendar} calendar
 */
export function caveats(years, calendar) {
  const lines = [];
  for (const year of [...new Set(years)].sort()) {
    const table = calendar.get(year);
    if (!table) lines.push(`${year} 年放假安排还没有登记，工作日只扣了周末。`);
    else if (!table.arranged) lines.push(`${year} 年只登记了法定节日，调休和补班还没有登记，工作日可能差一两天。`);
    else if (table.check) lines.push(`${year} 年的放假调休还是“${table.check}”，请对一遍国务院办公厅的通知。`);
  }
  return lines;
}

/**
 * @param {string} start
 * @param {number} amount
 * @param {Unit} unit
 * @param {Calendar} calendar
 * @returns {{ date: string, years: readonly number[] }}
 */
function count(start, amount, unit, calendar) {
  if (unit === "工作日") return addWorkdays(start, amount, calendar);
  if (unit === "日") return { date: addDays(start, amount), years: [] };
  return { date: addMonths(start, unit === "年" ? amount * 12 : amount), years: [] };
}
