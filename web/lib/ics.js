/** 日历文件（.ics，RFC 5545）：每个时限一个全天事件，前一天上午九点提醒。 */

import { addDays } from "./dates.js";

/**
 * @typedef {object} Event
 * @property {string} uid 同一件事永远同一个，再次导入是更新，不是多出一份
 * @property {string} date
 * @property {string} title
 * @property {string} [note]
 * @property {string} [url]
 */

const MAX_OCTETS = 75;
/** 前一天上午九点：整天的事件从零点起算，往前 15 小时。 */
const ALARM = "-PT15H";

/**
 * @param {string} name
 * @param {readonly Event[]} events
 * @param {string} at 此刻，如 2026-11-20T08:30:00.000Z
 */
export function calendarFile(name, events, at) {
  const stamp = `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;
  // 后导出的序号大，日历程序才肯拿新日子换旧日子。
  const sequence = Math.max(0, Math.floor(Date.parse(at) / 60000)) || 0;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//jianjia//ZH",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
  ];
  for (const { uid, date, title, note, url } of events) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${date.replace(/-/g, "")}`,
      `DTEND;VALUE=DATE:${addDays(date, 1).replace(/-/g, "")}`,
      `SUMMARY:${escapeText(title)}`,
    );
    if (note) lines.push(`DESCRIPTION:${escapeText(note)}`);
    if (url && /^https?:\/\/[!-~]+$/.test(url)) lines.push(`URL:${url}`);
    lines.push(
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escapeText(title)}`,
      `TRIGGER:${ALARM}`,
      "END:VALARM",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR", "");
  return lines.map(fold).join("\r\n");
}

/** @param {string} text */
function escapeText(text) {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // 控制字符和落单的半个字写不进 UTF-8，日历程序会整份拒收。
      .replace(/[\x00-\x09\x0b-\x1f\x7f]/g, " ")
      .replace(/[\ud800-\udfff]/gu, "\ufffd")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n")
  );
}

/**
 * 一行最多 75 个字节，折在字与字之间；续行以空格开头，空格也算一个字节。
 *
 * @param {string} line
 */
function fold(line) {
  let out = "";
  let used = 0;
  for (const char of line) {
    const size = octets(char);
    if (used + size > MAX_OCTETS) {
      out += "\r\n ";
      used = 1;
    }
    out += char;
    used += size;
  }
  return out;
}

/** @param {string} char 一个完整的字 */
function octets(char) {
  const code = char.codePointAt(0) || 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
