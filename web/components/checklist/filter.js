/** 只看一部分事项：未办、等待、我负责、本周到期。 */

import { addDays, weekday } from "../../lib/dates.js";
import { isOpen, markOf } from "../../lib/state.js";

/** @typedef {"all" | "todo" | "waiting" | "mine" | "week"} Filter */

/** @type {readonly (readonly [Filter, string])[]} */
export const FILTERS = [["all", "全部"], ["todo", "未办"], ["waiting", "等待"], ["mine", "我负责"], ["week", "本周到期"]];

/**
 * @param {Filter} filter
 * @param {{ readonly id: string, readonly role: string }} item
 * @param {import("../../lib/state.js").Run} run
 * @param {string} due
 * @param {string} today
 */
export function matches(filter, item, run, due, today) {
  const { state } = markOf(run, item.id);
  if (filter === "todo" || filter === "waiting") return state === filter;
  if (filter === "mine") return rolesOf(item).some((role) => run.roles.includes(role));
  // 一周从周一到周日；过期还没办的也算在内。
  if (filter === "week") return isOpen(state) && Boolean(due) && due <= addDays(today, (7 - weekday(today)) % 7);
  return true;
}

/** @param {{ readonly role: string }} item */
export function rolesOf({ role }) {
  return role.split(/[、，,]/).map((name) => name.trim()).filter(Boolean);
}
