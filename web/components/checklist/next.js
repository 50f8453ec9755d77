/** 接下来做哪几项：过期的、快到期的、等得太久的在前，其余照清单的次序。 */

import { urgency, urgencyInWords } from "../../lib/calendar.js";
import { markOf } from "../../lib/state.js";
import { waited, WAIT_DAYS } from "../../lib/words.js";
import { addDays } from "../../lib/dates.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {{ readonly id: string, readonly level: "must" | "should" }} Item
 */

export const MOST = 3;

/**
 * 只看必办的；必办都办完了，再看建议的。
 *
 * @template {Item} T
 * @param {readonly T[]} items
 * @param {Run} run
 * @param {(id: string) => string} due 到期日；算不出为空
 * @param {string} today
 * @returns {{ item: T, why: string }[]}
 */
export function nextUp(items, run, due, today) {
  const [must, should] = ["must", "should"].map((level) => {
    const found = items.filter((item) => item.level === level).map((item, order) => ({ ...rank(item.id, run, due(item.id), today), item, order }));
    return found.filter(({ urgent }) => urgent >= 0).sort((a, b) => a.urgent - b.urgent || (a.date > b.date ? 1 : a.date < b.date ? -1 : a.order - b.order));
  });
  return (must && must.length ? must : should || []).slice(0, MOST).map(({ item, why }) => ({ item, why }));
}

/**
 * `urgent` 小的在前：0 过期，1 快到期、等得太久，2 其余；-1 不用做。
 *
 * @param {string} id
 * @param {Run} run
 * @param {string} date
 * @param {string} today
 */
function rank(id, run, date, today) {
  const mark = markOf(run, id);
  const { state, since } = mark;
  const none = { urgent: -1, date: "", why: "" };
  if (state === "done" || state === "na") return none;
  const how = date ? urgency(date, today) : "later";
  const why = date ? urgencyInWords(date, today) : "";
  if (state === "waiting") {
    const ask = since ? addDays(since, WAIT_DAYS) : "";
    return ask && ask <= today ? { urgent: how === "overdue" ? 0 : 1, date: ask, why: waited(mark, today) } : none;
  }
  if (how === "overdue") return { urgent: 0, date, why };
  if (how === "later") return { urgent: 2, date: "", why };
  return { urgent: 1, date, why };
}
