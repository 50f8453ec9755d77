/** 一个事项现在怎样，用一句话说。 */

import { daysBetween } from "./dates.js";
import { isMarked } from "./state.js";

/**
 * @typedef {import("./state.js").Mark} Mark
 * @typedef {import("./state.js").State} State
 */

/** @type {Record<State, string>} */
export const STATE_NAMES = { todo: "未办", done: "已办", waiting: "等待", na: "不适用" };

/** 等了这么多天还没有回音，就该问一声了（十个工作日）。 */
export const WAIT_DAYS = 14;

/**
 * 已办，11 月 20 日；等上一级工会，从 11 月 20 日起，第 4 天；不适用：没有党组织
 *
 * @param {Mark} mark
 * @param {string} today
 */
export function inWords(mark, today) {
  if (mark.state === "todo") return "";
  if (mark.state === "done") return ["已办", mark.date && day(mark.date, today)].filter(Boolean).join("，");
  if (mark.state === "na") return `不适用：${mark.reason || "没写理由"}`;
  return [
    mark.for ? `等${mark.for}` : "等待",
    mark.since && `从 ${day(mark.since, today)}起`,
    waited(mark, today),
  ].filter(Boolean).join("，");
}

/**
 * 已等 4 天；已等 15 天，该问一声了
 *
 * @param {Mark} mark
 * @param {string} today
 */
export function waited(mark, today) {
  const days = mark.since ? daysBetween(mark.since, today) : 0;
  if (days < 1) return "";
  return `已等 ${days} 天${days >= WAIT_DAYS ? "，该问一声了" : ""}`;
}

/**
 * 11 月 20 日；不是今年的带上年
 *
 * @param {string} date
 * @param {string} today
 */
export function day(date, today) {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? "" : `${year} 年 `}${month} 月 ${dayOfMonth} 日`;
}

/**
 * 记的时候的文字跟现在不一样了，返回原来的；没改过为空。
 *
 * @param {Mark} mark
 * @param {string} text
 */
export function oldText(mark, text) {
  return isMarked(mark) && mark.text && mark.text !== text ? mark.text : "";
}
