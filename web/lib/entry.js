/** 人打的字 → 照规矩的写法：日子的几种写法都认，认不出来的原样留着，由校验去说。 */

import { isDate } from "./dates.js";

const DATE = /^(\d{4})(?:\s*[年./\-－]\s*)(\d{1,2})(?:\s*[月./\-－]\s*)(\d{1,2})\s*日?$/;
const PACKED = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * 2026年4月28日、2026.4.28、2026/4/28、20260428 → 2026-04-28；不是日历上有的日子，原样。
 *
 * @param {string} text
 */
export function readDate(text) {
  const said = narrow(text).trim();
  const m = DATE.exec(said) || PACKED.exec(said);
  if (!m) return text;
  const [, year = "", month = "", day = ""] = m;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(iso) ? iso : text;
}

/**
 * 全角数字改成半角。
 *
 * @param {string} text
 */
export function narrow(text) {
  return text.replace(/[０-９．／]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/**
 * 2026-04-28 → 2026年4月28日；认不出来为空。
 *
 * @param {string} date
 */
export function dateInWords(date) {
  if (!isDate(date)) return "";
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
