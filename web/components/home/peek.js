/** 存着的各次办理：不整份读存档，只看首页要用的几样；看不懂的跳过。 */

import { RUN_NAME } from "../../lib/runs.js";
import { isRecord, isTime, parse } from "../../lib/state.js";
import { PREFIX } from "../../lib/store.js";

/** @typedef {{ list: string, id: string, title: string, name: string, done: number, total: number, changed: string }} Kept */

/**
 * 最近改过的在前；取不到、读不了都当没有。
 *
 * @param {() => import("../../lib/store.js").Area | null} reach
 * @returns {Kept[]}
 */
export function keptRuns(reach) {
  /** @type {Kept[]} */
  const found = [];
  try {
    const area = reach();
    for (let i = 0; area && i < area.length; i += 1) {
      const key = area.key(i) || "";
      const [, list = "", id = ""] = (key.startsWith(PREFIX) && RUN_NAME.exec(key.slice(PREFIX.length))) || [];
      const run = list && peek(area.getItem(key) || "");
      if (run && run.changed) found.push({ ...run, list, id });
    }
  } catch (error) {
    // 浏览器不让读：首页就不说。
  }
  return found.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}

/** @param {string} text */
function peek(text) {
  const data = parse(text);
  if (!data || !isRecord(data.items)) return null;
  const { done, total } = isRecord(data.progress) ? data.progress : { done: 0, total: 0 };
  /** @param {unknown} value */
  const said = (value) => (typeof value === "string" ? value.slice(0, 100) : "");
  const times = Object.values(data.items).map((mark) => (isRecord(mark) && isTime(mark.at) ? mark.at : ""));
  return {
    title: said(data.title), name: said(data.name),
    done: Number(done) || 0, total: Number(total) || 0,
    changed: times.reduce((one, other) => (one > other ? one : other), isTime(data.created) ? data.created : ""),
  };
}
