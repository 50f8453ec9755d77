/** 合并两份记录：一个事项谁后写听谁的，备注两边都留。 */

import { MAX_NOTE } from "./state.js";

/**
 * @typedef {import("./state.js").Mark} Mark
 * @typedef {import("./state.js").Run} Run
 */

/**
 * 同一次办理的两份记录并成一份；谁并谁，结果一样。`list`、`id`、我的角色跟 *mine*。
 *
 * @param {Run} mine
 * @param {Run} other
 * @returns {Run}
 */
export function merge(mine, other) {
  const times = union(mine.times, other.times, (one, two) => (one > two ? one : two));
  /**
   * @param {string} what
   * @param {string} one
   * @param {string} two
   */
  const newer = (what, one, two) => {
    const [at, than] = [mine.times.get(what) || "", other.times.get(what) || ""];
    return at === than ? (one > two ? one : two) : at > than ? one : two;
  };
  /** @type {Map<string, string>} */
  const anchors = new Map();
  for (const name of [...mine.anchors.keys(), ...other.anchors.keys()]) {
    anchors.set(name, newer(`anchor:${name}`, mine.anchors.get(name) || "", other.anchors.get(name) || ""));
  }
  return {
    ...mine, times, anchors,
    title: mine.title || other.title,
    name: newer("name", mine.name, other.name),
    created: [mine.created, other.created].filter(Boolean).sort()[0] || "",
    roles: mine.roles.length ? mine.roles : other.roles,
    items: union(mine.items, other.items, mergeMarks),
    periods: union(mine.periods, other.periods, (one, two) => (order(one, two) ? one : two)),
  };
}

/**
 * @param {Mark} one
 * @param {Mark} two
 * @returns {Mark}
 */
function mergeMarks(one, two) {
  const [last, first] = order(one, two) ? [one, two] : [two, one];
  if (last.gone) return last;
  const note = bothNotes(last.note || "", first.note || "");
  return note ? { ...last, note } : last;
}

/**
 * 两边的备注都留：一段里已经有另一段的，只留长的。
 *
 * @param {string} last
 * @param {string} first
 */
function bothNotes(last, first) {
  if (last.includes(first)) return last;
  if (first.includes(last)) return first;
  return `${last}\n${first}`.slice(0, MAX_NOTE);
}

/**
 * *one* 后写；时刻一样的，按内容定一个次序，谁并谁都一样。
 *
 * @param {{ at: string }} one
 * @param {{ at: string }} two
 */
function order(one, two) {
  return one.at === two.at ? key(one) >= key(two) : one.at > two.at;
}

/**
 * 内容的一串字，用来比一样不一样。
 *
 * @param {object} value
 */
export function key(value) {
  return JSON.stringify(Object.entries(value).map(([name, part]) => [name, part instanceof Map ? [...part] : part]).sort());
}

/**
 * @template T
 * @param {ReadonlyMap<string, T>} mine
 * @param {ReadonlyMap<string, T>} other
 * @param {(one: T, two: T) => T} choose
 * @returns {Map<string, T>}
 */
function union(mine, other, choose) {
  const both = new Map(mine);
  for (const [name, value] of other) {
    const own = mine.get(name);
    both.set(name, own === undefined ? value : choose(own, value));
  }
  return both;
}
