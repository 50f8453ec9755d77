/** 收进来以前先看、以后能撤：哪些备注会截短，怎么把一次改动退回去。 */

import { emptied } from "./clear.js";
import { key } from "./merge.js";
import { later, markOf, MAX_NOTE } from "./state.js";

/** @typedef {import("./state.js").Run} Run */

/**
 * 两段备注合起来放不下，要截掉一截的事项；导入前要说出来。
 *
 * @param {Run} mine
 * @param {Run} other
 */
export function tooLong(mine, other) {
  return [...other.items].filter(([id, mark]) => {
    const [one, two] = [markOf(mine, id).note || "", mark.note || ""];
    return one.length + two.length >= MAX_NOTE && !one.includes(two) && !two.includes(one);
  }).map(([id]) => id);
}

/**
 * 撤销：把 *before* 到 *after* 的改动退回去；那以后又改过的保留。退回也是一次改动，时刻写 *at*。
 *
 * @param {Run} before
 * @param {Run} after
 * @param {Run} now
 * @param {string} at
 * @returns {Run}
 */
export function revert(before, after, now, at) {
  const items = new Map(now.items);
  for (const [id, mark] of now.items) {
    const old = before.items.get(id);
    if (!same(mark, after.items.get(id)) || same(old, mark)) continue;
    items.set(id, old ? { ...old, at: later(at, mark.at) } : emptied(mark, at));
  }
  for (const [id, mark] of before.items) if (!items.has(id)) items.set(id, mark);
  const periods = new Map(now.periods);
  for (const [key, period] of now.periods) {
    const old = before.periods.get(key);
    if (same(old, period) || !same(period, after.periods.get(key))) continue;
    const gone = { name: period.name, gone: true, items: new Map() };
    periods.set(key, { ...(old || gone), at: later(at, period.at) });
  }
  const anchors = new Map(now.anchors);
  const times = new Map(now.times);
  for (const [name, date] of now.anchors) {
    const old = before.anchors.get(name) || "";
    if (date !== after.anchors.get(name) || old === date) continue;
    anchors.set(name, old);
    times.set(`anchor:${name}`, later(at, times.get(`anchor:${name}`)));
  }
  const name = now.name === after.name ? before.name : now.name;
  if (name !== now.name) times.set("name", later(at, times.get("name")));
  return { ...now, items, periods, anchors, times, name };
}

/**
 * @param {object | undefined} one
 * @param {object | undefined} two
 */
function same(one, two) {
  return one === two || (one !== undefined && two !== undefined && key(one) === key(two));
}
