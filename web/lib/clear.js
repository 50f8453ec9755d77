/** 从头再用：清空，结束一期、删去一期。记录不真的删掉，留个记号：合并时，早先的才不会又冒出来。 */

import { later, MAX_FEW, PERIOD_KEY } from "./state.js";

/**
 * @typedef {import("./state.js").Mark} Mark
 * @typedef {import("./state.js").Run} Run
 */

/**
 * 这一期结束：事项的记录存成一期，清单从头再用。
 *
 * @param {Run} run
 * @param {string} key 期的键，如 2026-Q4
 * @param {string} name
 * @param {string} at
 * @returns {Run}
 */
export function closePeriod(run, key, name, at) {
  if (!PERIOD_KEY.test(key)) return run;
  const old = run.periods.get(key);
  const period = { at: later(at, old && old.at), name: name.slice(0, MAX_FEW), items: run.items };
  return { ...clear(run, at), periods: new Map(run.periods).set(key, period) };
}

/**
 * @param {Run} run
 * @param {string} key
 * @param {string} at
 * @returns {Run}
 */
export function dropPeriod(run, key, at) {
  const old = run.periods.get(key);
  if (!old) return run;
  const gone = { at: later(at, old.at), name: old.name, gone: true, items: new Map() };
  return { ...run, periods: new Map(run.periods).set(key, gone) };
}

/**
 * 清空重来：每个事项都改回未办，备注也清掉；名称、起算日、各期存档不动。
 *
 * @param {Run} run
 * @param {string} at
 * @returns {Run}
 */
export function clear(run, at) {
  /** @type {Map<string, Mark>} */
  const items = new Map();
  for (const [id, mark] of run.items) items.set(id, emptied(mark, at));
  return { ...run, items };
}

/**
 * @param {Mark} mark
 * @param {string} at
 * @returns {Mark}
 */
export function emptied(mark, at) {
  return { state: "todo", at: later(at, mark.at), gone: true };
}
