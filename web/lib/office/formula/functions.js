/**
 * 算式里能用的函数，和 `scripts/jianjia/formula/functions.py` 一模一样，次序也一样。
 *
 * 参数先按种类看过，种类不对就算不出来（undefined）。种类：`n` 数、`i` 整数、`s` 文字、`d` 日期、
 * `l` 列表、`r` 明细表、`a` 什么都行；`*` 最后一种可以有任意个，`?` 最后一个可以不写。
 */

import { addDays, addMonths, daysBetween, isDate, weekday } from "../../dates.js";
import { add, compare, Dec, divide, isInt, isNumber, LARGEST, multiply, PLACES, plain, quotient, read, rounded, toDec } from "./numbers.js";

/**
 * @typedef {import("./numbers.js").Num} Num
 * @typedef {Readonly<Record<string, any>>} Row
 * @typedef {{ readonly from: number, readonly to?: number | null, readonly low: number, readonly high: number }} Band
 * @typedef {{ readonly committee: readonly Band[], readonly delegates: readonly Band[] }} Bands 名额档次
 * @typedef {(...values: any[]) => any} Fn
 * @typedef {Readonly<Record<string, readonly [kinds: string, fn: Fn]>>} Table
 */

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const UNITS = ["", "拾", "佰", "仟"];
const SECTIONS = ["", "万", "亿", "万亿"];
const VOTES = ["agree", "disagree", "abstain"];
const TIE = "得票相等，要就票数相等的人再次投票";
const ASSEMBLY = "开会员大会";

// —— 数 ——

/** @type {Fn} */
function pct(a, b) {
  if (toDec(b).n === 0) return "—";
  const top = multiply(a, 100);
  const found = top === undefined ? undefined : quotient(top, b, 1);
  if (found === undefined) return undefined;
  const text = plain(found);
  return text.includes(".") ? `${text}%` : `${text}.0%`;
}

/**
 * @param {readonly any[]} values
 * @returns {Num | undefined}
 */
function sum(values) {
  /** @type {Num | undefined} */
  let total = 0;
  for (const value of values) {
    if (total === undefined || !isNumber(value)) return undefined;
    total = add(total, value);
  }
  return total;
}

/**
 * 参数是一个列表的，在列表里找。
 *
 * @param {readonly any[]} values
 * @param {number} sign
 */
function extreme(values, sign) {
  const found = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  /** @type {Num | undefined} */
  let best;
  for (const value of found) {
    if (!isNumber(value)) return undefined;
    const order = best === undefined ? -1 : compare(best, value);
    if (order === undefined) return undefined;
    if (best === undefined || order * sign < 0) best = value;
  }
  return best;
}

/**
 * 一万以内的整数写成中文数字：102 → 一百零二，12 → 十二。
 *
 * @param {number} n
 */
export function chinese(n) {
  if (n === 0) return "零";
  let out = "";
  let zero = false;
  for (const [unit, char] of /** @type {const} */ ([[1000, "千"], [100, "百"], [10, "十"], [1, ""]])) {
    const digit = Math.floor(n / unit);
    n %= unit;
    if (digit) out += (zero && out ? "零" : "") + "零一二三四五六七八九".charAt(digit) + char;
    zero = !digit;
  }
  return out.startsWith("一十") ? out.slice(1) : out;
}

/**
 * 人民币大写：壹仟零伍拾元叁角整。
 *
 * @type {Fn}
 */
function cnMoney(amount) {
  const cents = rounded(amount, 2);
  if (cents === undefined) return undefined;
  const value = toDec(cents);
  const total = Math.abs(value.n) * 10 ** (2 - value.s);
  if (total > LARGEST) return undefined;
  const sign = value.n < 0 ? "负" : "";
  const rest = total % 100;
  const yuan = (total - rest) / 100;
  let text = yuan ? `${bigDigits(yuan)}元` : "";
  if (!rest) return `${sign}${text || "零元"}整`;
  const jiao = Math.floor(rest / 10);
  const fen = rest % 10;
  if (jiao) text += `${DIGITS.charAt(jiao)}角`;
  else if (text) text += "零";
  text += fen ? `${DIGITS.charAt(fen)}分` : "整";
  return sign + text;
}

/**
 * 四位一节，节里节间的零各只读一个。
 *
 * @param {number} n
 */
function bigDigits(n) {
  let text = "";
  let zero = false;
  for (let k = 3; k >= 0; k -= 1) {
    const section = Math.floor(n / 10000 ** k) % 10000;
    for (let unit = 3; unit >= 0; unit -= 1) {
      const digit = Math.floor(section / 10 ** unit) % 10;
      if (digit) text += (zero && text ? "零" : "") + DIGITS.charAt(digit) + UNITS[unit];
      zero = !digit;
    }
    if (section) {
      text += SECTIONS[k];
      // “万亿”后面还有亿的，只在亿上写一次“亿”。
      if (k === 3 && Math.floor(n / 10 ** 8) % 10000) text = text.slice(0, -1);
    }
  }
  return text;
}

// —— 日子 ——

/** @type {Fn} */
function dateAdd(date, n, unit) {
  if (unit !== "day" && unit !== "month" && unit !== "year") return undefined;
  // 再多就出了认得的年份，日历也数不了。
  if (Math.abs(n) > 200000) return undefined;
  const found = unit === "day" ? addDays(date, n) : addMonths(date, unit === "year" ? n * 12 : n);
  return isDate(found) ? found : undefined;
}

/** @type {Fn} */
function workdays(start, end) {
  const days = Math.max(daysBetween(start, end) + 1, 0);
  const rest = days % 7;
  let count = ((days - rest) / 7) * 5;
  for (let i = 0; i < rest; i += 1) if ((weekday(start) + i) % 7 % 6 !== 0) count += 1;
  return count;
}

/** @type {Fn} */
function lastDay(rows, start, days) {
  let latest = "";
  for (const row of rows) {
    const date = cell(row, start);
    const count = cell(row, days);
    if (!isDate(date) || !isInt(count)) return undefined;
    const end = dateAdd(date, count - 1, "day");
    if (end === undefined) return undefined;
    if (end > latest) latest = end;
  }
  return latest || undefined;
}

// —— 列表和明细表 ——

/**
 * 只认行里自己的键，`constructor` 之类的不算。
 *
 * @param {Row} row
 * @param {string} key
 */
export function cell(row, key) {
  return Object.prototype.hasOwnProperty.call(row, key) ? row[key] : undefined;
}

/** @param {unknown} value */
function isEmpty(value) {
  return value === undefined || value === null || value === "";
}

/**
 * 一列，空的不算。
 *
 * @param {readonly Row[]} rows
 * @param {string} key
 */
function col(rows, key) {
  return rows.map((row) => cell(row, key)).filter((value) => !isEmpty(value));
}

/** @type {Fn} */
function sumProduct(rows, a, b) {
  const products = [];
  for (const row of rows) {
    const x = cell(row, a);
    const y = cell(row, b);
    if (isEmpty(x) || isEmpty(y)) continue;
    products.push(isNumber(x) && isNumber(y) ? multiply(x, y) : undefined);
  }
  return sum(products);
}

/** @type {Fn} */
function avg(rows, key) {
  const values = col(rows, key);
  const whole = sum(values);
  return whole === undefined || !values.length ? undefined : quotient(whole, values.length, 1);
}

/** @type {Fn} */
function names(people) {
  if (typeof people === "string") return people;
  if (!Array.isArray(people)) return undefined;
  const found = people.map((p) => (isRow(p) ? cell(p, "name") || "" : p));
  return found.every((p) => typeof p === "string") ? found.filter(Boolean).join("、") : undefined;
}

/** @type {Fn} */
function overlap(a, b) {
  return a.filter((/** @type {any} */ x) => b.some((/** @type {any} */ y) => same(x, y)));
}

/** @type {Fn} */
function plus(...values) {
  return /** @type {any[]} */ ([]).concat(...values);
}

/** @type {Fn} */
function split(text, mark) {
  return (mark ? text.split(mark) : [text]).filter(Boolean);
}

/** @type {Fn} */
function join(values, mark = "") {
  const found = values.map(textOf);
  return found.includes(undefined) ? undefined : found.filter(Boolean).join(mark);
}

// —— 选举 ——

/** @type {Fn} */
function elected(votes, seats, least) {
  if (votes.some((/** @type {Row} */ row) => !isInt(cell(row, "agree"))) || seats < 0) return undefined;
  const able = votes.filter((/** @type {Row} */ row) => row.agree >= least);
  if (able.length <= seats) return able;
  if (seats === 0) return [];
  const ranked = able.map((/** @type {Row} */ row) => row.agree).sort((/** @type {number} */ a, /** @type {number} */ b) => b - a);
  const line = ranked[seats - 1];
  return ranked[seats] === line ? TIE : able.filter((/** @type {Row} */ row) => row.agree >= line);
}

/** @type {Fn} */
function rowsSumTo(votes, n) {
  /** @type {any[][]} */
  const marks = votes.map((/** @type {Row} */ row) => VOTES.map((key) => cell(row, key)).filter((value) => !isEmpty(value)));
  if (marks.some((found) => !found.length || !found.every(isInt))) return undefined;
  return marks.every((found) => found.reduce((a, b) => a + b, 0) === n);
}

/** @type {Fn} */
function largestRemainder(rows, key, seats) {
  /** @type {number[]} */
  const weights = rows.map((/** @type {Row} */ row) => cell(row, key));
  if (!weights.every((n) => isInt(n) && n >= 0) || seats < 0) return undefined;
  const all = weights.reduce((a, b) => a + b, 0);
  if (all === 0 || all * Math.max(seats, 1) > LARGEST) return undefined;
  const given = weights.map(() => 0);
  /** @param {number} i */
  const weight = (i) => /** @type {number} */ (weights[i]);
  let open = weights.map((_, i) => i).filter(weight);
  let left = seats;
  while (open.length) {
    const whole = open.reduce((a, i) => a + weight(i), 0);
    let spare = left;
    for (const i of open) {
      given[i] = (weight(i) * left - ((weight(i) * left) % whole)) / whole;
      spare -= /** @type {number} */ (given[i]);
    }
    // 零头大的在前，一样大的次序不变；旧浏览器的排序不保证次序，所以写明。
    const ranked = open.slice().sort((a, b) => ((weight(b) * left) % whole) - ((weight(a) * left) % whole) || a - b);
    for (const i of ranked.slice(0, spare)) given[i] = /** @type {number} */ (given[i]) + 1;
    const none = open.filter((i) => given[i] === 0);
    if (!seats || !none.length) break;
    for (const i of none) given[i] = 1;
    open = open.filter((i) => !none.includes(i));
    left = Math.max(left - none.length, 0);
  }
  return given;
}

// —— 名额档次 ——

/**
 * @param {readonly Band[]} bands
 * @param {number} members
 */
function bandOf(bands, members) {
  return bands.find((band) => band.from <= members && (isEmpty(band.to) || members <= Number(band.to)));
}

/**
 * 函数名 → [参数的种类，函数]。
 *
 * @param {Bands} bands
 * @returns {Table}
 */
export function tables(bands) {
  /** @param {Band} band */
  const range = (band) => `${band.low}—${band.high}人`;
  return {
    ...FUNCTIONS,
    seats_range: ["i", (members) => {
      const band = bandOf(bands.committee, members);
      return band && range(band);
    }],
    delegates_range: ["i", (members) => {
      const band = bandOf(bands.delegates, members);
      return band ? range(band) : members > 0 ? ASSEMBLY : undefined;
    }],
    in_seat_range: ["ii", (members, seats) => {
      const band = bandOf(bands.committee, members);
      return band !== undefined && band.low <= seats && seats <= band.high;
    }],
    in_delegate_range: ["ii", (members, seats) => {
      const band = bandOf(bands.delegates, members);
      return band ? band.low <= seats && seats <= band.high : seats === 0;
    }],
  };
}

// —— CEL 自己的 ——

/**
 * 一行记录。
 *
 * @param {unknown} value
 * @returns {value is Row}
 */
export function isRow(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Dec);
}

/**
 * 相等：数按大小，别的种类也要一样。
 *
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
export function same(a, b) {
  if (isNumber(a) && isNumber(b)) return compare(a, b) === 0;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (isRow(a) && isRow(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], cell(b, key)));
  }
  return a === b;
}

/** @type {Fn} */
function size(value) {
  if (typeof value === "string") return Array.from(value).length;
  return Array.isArray(value) ? value.length : undefined;
}

/** @param {any} value */
export function textOf(value) {
  if (typeof value === "boolean") return value ? "true" : "false";
  if (isNumber(value)) return plain(value);
  return typeof value === "string" ? value : undefined;
}

/** @type {Fn} */
function int(value) {
  const found = typeof value === "string" ? read(value) : value;
  if (isInt(found)) return found;
  if (!(value instanceof Dec)) return undefined;
  const unit = 10 ** value.s;
  const whole = (Math.abs(value.n) - (Math.abs(value.n) % unit)) / unit;
  return (value.n < 0 ? -whole : whole) + 0;
}

/** @type {Fn} */
function double(value) {
  const found = typeof value === "string" ? read(value) : value;
  return isNumber(found) ? toDec(found) : undefined;
}

/** @type {Table} */
const FUNCTIONS = {
  size: ["a", size],
  string: ["a", textOf],
  int: ["a", int],
  double: ["a", double],
  contains: ["ss", (text, part) => text.includes(part)],
  startsWith: ["ss", (text, part) => text.startsWith(part)],
  endsWith: ["ss", (text, part) => text.endsWith(part)],
  ceil_div: ["ii", (a, b) => (b === 0 ? undefined : Number(divide(a, b)) + (a % b !== 0 && a < 0 === b < 0 ? 1 : 0))],
  pct: ["nn", pct],
  round: ["ni?", (value, places = 0) => (places >= 0 && places <= PLACES ? rounded(value, places) : undefined)],
  sum: ["l", sum],
  min: ["a*", (...values) => extreme(values, -1)],
  max: ["a*", (...values) => extreme(values, 1)],
  cn_num: ["i", (n) => (n >= 1 && n <= 99 ? chinese(n) : undefined)],
  cn_money: ["n", cnMoney],
  date_add: ["dis", dateAdd],
  days_between: ["dd", daysBetween],
  workdays: ["dd", workdays],
  last_day: ["rss", lastDay],
  col: ["rs", col],
  total: ["rs", (rows, key) => sum(col(rows, key))],
  sum_product: ["rss", sumProduct],
  avg: ["rs", avg],
  count_if: ["rsa", (rows, key, value) => rows.filter((/** @type {Row} */ row) => same(cell(row, key), value)).length],
  names: ["a", names],
  overlap: ["ll", overlap],
  plus: ["a*", plus],
  split: ["ss", split],
  join: ["ls?", join],
  elected: ["rii", elected],
  rows_sum_to: ["ri", rowsSumTo],
  largest_remainder: ["rsi", largestRemainder],
};

/** @type {Readonly<Record<string, (value: any) => boolean>>} */
const KINDS = {
  a: () => true,
  n: isNumber,
  i: isInt,
  s: (value) => typeof value === "string",
  d: isDate,
  l: Array.isArray,
  r: (value) => Array.isArray(value) && value.every(isRow),
};

/**
 * 参数的个数和种类对不对。
 *
 * @param {string} kinds
 * @param {readonly any[]} values
 */
export function accepts(kinds, values) {
  const plainKinds = kinds.replace(/[?*]$/, "");
  const most = kinds.endsWith("*") ? Infinity : plainKinds.length;
  const least = plainKinds.length - (kinds.endsWith("?") ? 1 : 0);
  if (values.length < least || values.length > most) return false;
  return values.every((value, i) => {
    const test = KINDS[plainKinds.charAt(Math.min(i, plainKinds.length - 1))];
    return test !== undefined && test(value);
  });
}
