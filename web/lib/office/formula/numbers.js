/**
 * 不走样的数：整数，或者“多少个 10 的负几次方”的小数。金额、比率都不经过浮点数。
 *
 * 和 `scripts/jianjia/formula/numbers.py` 一模一样；超出 2 的 53 次方的算不出来（undefined）。
 */

/** `n` 除以 10 的 `s` 次方；末尾不留零。 */
export class Dec {
  /**
   * @param {number} n
   * @param {number} s
   */
  constructor(n, s) {
    this.n = n;
    this.s = s;
  }
}

/** @typedef {number | Dec} Num */

export const LARGEST = Number.MAX_SAFE_INTEGER;
/** 小数除法保留几位。 */
export const PLACES = 6;
const TEXT = /^(-?)([0-9]{1,15})(?:\.([0-9]{1,6}))?$/;

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isInt(value) {
  return typeof value === "number" && Number.isSafeInteger(value);
}

/**
 * @param {unknown} value
 * @returns {value is Num}
 */
export function isNumber(value) {
  return isInt(value) || value instanceof Dec;
}

/**
 * 负零写成零。
 *
 * @param {number} n
 */
function fit(n) {
  return Number.isSafeInteger(n) ? n + 0 : undefined;
}

/**
 * @param {number} n
 * @param {number} s
 */
export function dec(n, s) {
  while (s > 0 && n % 10 === 0) {
    n /= 10;
    s -= 1;
  }
  return Number.isSafeInteger(n) ? new Dec(n + 0, s) : undefined;
}

/**
 * `-12`、`3.50` → 数；有小数点的是小数。
 *
 * @param {string} text
 * @returns {Num | undefined}
 */
export function read(text) {
  const m = TEXT.exec(text);
  if (!m) return undefined;
  const places = m[3] === undefined ? 0 : m[3].length;
  const digits = `${m[2]}${m[3] || ""}`;
  const n = Number(digits) * (m[1] ? -1 : 1);
  return m[3] === undefined ? n + 0 : decOf(digits, m[1] ? -1 : 1, places);
}

/**
 * 末尾的零先在文字上去掉，二十几位的数字才不走样。
 *
 * @param {string} digits
 * @param {number} sign
 * @param {number} s
 */
function decOf(digits, sign, s) {
  let kept = digits;
  while (s > 0 && kept.endsWith("0")) {
    kept = kept.slice(0, -1);
    s -= 1;
  }
  const n = Number(kept || "0");
  return Number.isSafeInteger(n) ? new Dec(sign * n + 0, s) : undefined;
}

/** @param {Num} value */
export function plain(value) {
  if (!(value instanceof Dec)) return String(value);
  const digits = String(Math.abs(value.n)).padStart(value.s + 1, "0");
  const sign = value.n < 0 ? "-" : "";
  return value.s ? `${sign}${digits.slice(0, -value.s)}.${digits.slice(-value.s)}` : sign + digits;
}

/** @param {Num} value */
export function toDec(value) {
  return value instanceof Dec ? value : new Dec(value, 0);
}

/**
 * 两个数换成同样的位数。
 *
 * @param {Num} a
 * @param {Num} b
 * @returns {[number, number, number] | undefined}
 */
function aligned(a, b) {
  const x = toDec(a);
  const y = toDec(b);
  const s = Math.max(x.s, y.s);
  const m = fit(x.n * 10 ** (s - x.s));
  const n = fit(y.n * 10 ** (s - y.s));
  return m === undefined || n === undefined ? undefined : [m, n, s];
}

/**
 * @param {Num} a
 * @param {Num} b
 * @param {number} [sign]
 * @returns {Num | undefined}
 */
export function add(a, b, sign = 1) {
  if (isInt(a) && isInt(b)) return fit(a + sign * b);
  const both = aligned(a, b);
  const n = both && fit(both[0] + sign * both[1]);
  return both && n !== undefined ? dec(n, both[2]) : undefined;
}

/**
 * @param {Num} a
 * @param {Num} b
 * @returns {Num | undefined}
 */
export function multiply(a, b) {
  const x = toDec(a);
  const y = toDec(b);
  const n = fit(x.n * y.n);
  return n === undefined || (isInt(a) && isInt(b)) ? n : dec(n, x.s + y.s);
}

/**
 * 整数除整数得整数，向零取整；有小数的除到六位，四舍五入。除以零算不出来。
 *
 * @param {Num} a
 * @param {Num} b
 * @returns {Num | undefined}
 */
export function divide(a, b) {
  if (!(isInt(a) && isInt(b))) return quotient(a, b, PLACES);
  return b === 0 ? undefined : (a - (a % b)) / b + 0;
}

/**
 * 商，四舍五入到 `places` 位；多除一位再舍，正好够判断。
 *
 * @param {Num} a
 * @param {Num} b
 * @param {number} places
 * @returns {Num | undefined}
 */
export function quotient(a, b, places) {
  const x = toDec(a);
  const y = toDec(b);
  const by = Math.abs(y.n);
  if (by === 0 || by > Math.floor(LARGEST / 10)) return undefined;
  let r = Math.abs(x.n) % by;
  let q = (Math.abs(x.n) - r) / by;
  let s = x.s - y.s;
  for (; s <= places; s += 1) {
    const left = (r * 10) % by;
    q = q * 10 + (r * 10 - left) / by;
    r = left;
    if (q > LARGEST) return undefined;
  }
  const found = dec(x.n < 0 !== y.n < 0 ? -q : q, s);
  return found && rounded(found, places);
}

/**
 * 整数的余数，正负同被除数。
 *
 * @param {Num} a
 * @param {Num} b
 */
export function remainder(a, b) {
  return isInt(a) && isInt(b) && b !== 0 ? (a % b) + 0 : undefined;
}

/**
 * 小于零、等于零、大于零。
 *
 * @param {Num} a
 * @param {Num} b
 */
export function compare(a, b) {
  const both = aligned(a, b);
  return both && Math.sign(both[0] - both[1]);
}

/**
 * 四舍五入到几位小数，正负都往远离零的一边进。
 *
 * @param {Num} value
 * @param {number} places
 * @returns {Num | undefined}
 */
export function rounded(value, places) {
  if (!(value instanceof Dec) || value.s <= places) return value;
  const unit = 10 ** (value.s - places);
  const r = Math.abs(value.n) % unit;
  const q = (Math.abs(value.n) - r) / unit + (r * 2 >= unit ? 1 : 0);
  return dec(value.n < 0 ? -q : q, places);
}
