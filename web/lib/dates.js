/**
 * 日子：全用“2027-01-10”这样的文字，按公历数天。
 *
 * 不经过本地时间：换时区、夏令时、跨零点都不会差一天。只有“今天”要问这台设备。
 */

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DAY_MS = 86400000;
/** 早于它、晚于它的都当写错了。 */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/**
 * 真有这一天（2027-02-30 不是）。
 *
 * @param {unknown} value
 * @returns {value is string}
 */
export function isDate(value) {
  const parts = typeof value === "string" ? SHAPE.exec(value) : null;
  if (!parts) return false;
  const year = Number(parts[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR && fromDay(toDay(parts[0])) === parts[0];
}

/**
 * 1970-01-01 起的第几天。
 *
 * @param {string} date
 */
export function toDay(date) {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** @param {number} day */
export function fromDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * @param {string} date
 * @param {number} days
 */
export function addDays(date, days) {
  return fromDay(toDay(date) + days);
}

/**
 * 到期月的对应日；没有对应日的（1 月 31 日后一个月）是那个月的月末，见《民法典》第二百零二条。
 *
 * @param {string} date
 * @param {number} months
 */
export function addMonths(date, months) {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const first = Date.UTC(Math.floor(count / 12), ((count % 12) + 12) % 12, 1);
  const last = new Date(Date.UTC(Math.floor(count / 12), ((count % 12) + 12) % 12 + 1, 0)).getUTCDate();
  return new Date(first + (Math.min(day, last) - 1) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * 从 *from* 到 *to* 隔几天；*to* 在前为负。
 *
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return toDay(to) - toDay(from);
}

/**
 * 星期几：0 是周日。
 *
 * @param {string} date
 */
export function weekday(date) {
  return (((toDay(date) + 4) % 7) + 7) % 7;
}

/**
 * 这台设备上的今天。
 *
 * @param {Date} [now]
 */
export function today(now = new Date()) {
  return fromDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS);
}

/**
 * 2027 年 1 月 10 日（周日）
 *
 * @param {string} date
 */
export function inWords(date) {
  return `${plain(date)}（${WEEKDAYS[weekday(date)]}）`;
}

/**
 * 2027-01-10 周日，表格里用
 *
 * @param {string} date
 */
export function inTable(date) {
  return `${date} ${WEEKDAYS[weekday(date)]}`;
}

/**
 * 2027 年 1 月 10 日
 *
 * @param {string} date
 */
export function plain(date) {
  const [year, month, day] = date.split("-").map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}
