/** 应办日：照起算日排出每个事项哪天到期，写在“时限”后面；快到、过期用字说。填起算日的面板在 dates.js。 */

import { due, holiday, mark, readCalendar, urgency, urgencyInWords } from "../../lib/calendar.js";
import { inWords } from "../../lib/dates.js";
import { el, fill } from "../../lib/dom.js";
import { isOpen, markOf } from "../../lib/state.js";

/**
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("../../lib/calendar.js").Due} Due
 */

/** @type {{ text: string, calendar: import("../../lib/calendar.js").Calendar }} */
let known = { text: "", calendar: new Map() };

/** 页面里带的放假表；只有用得着工作日的清单才带。 */
export function calendarOf() {
  const block = document.querySelector("script[data-calendar]");
  const text = (block && block.textContent) || "";
  if (text !== known.text) known = { text, calendar: readCalendar(text) };
  return known.calendar;
}

/**
 * 算得出日子的事项，按日子排；起算日没变就不重排，每打一个勾都要问它。
 *
 * @param {readonly Row[]} rows
 */
export function dueList(rows) {
  /** @type {ReturnType<typeof due<Row>>} */
  let list = [];
  /** @type {Map<string, Due>} */
  let found = new Map();
  let drawn = "";
  return {
    /** @param {Run} run */
    of(run) {
      const anchors = JSON.stringify([...run.anchors]);
      if (anchors !== drawn) {
        drawn = anchors;
        list = due(rows, run.anchors, calendarOf());
        found = new Map(list.map((each) => [each.item.id, each]));
      }
      return list;
    },
    /** @param {string} id */
    at: (id) => found.get(id),
    /**
     * 哪天到期；算不出为空。
     *
     * @param {string} id
     */
    date: (id) => (found.get(id) || { date: "" }).date,
  };
}

/**
 * 时限后面的一行：哪天到期，还有几天。样子没变就不动。
 *
 * @param {readonly Row[]} rows
 * @param {ReturnType<typeof dueList>} dues
 */
export function dueBadges(rows, dues) {
  const badges = rows.filter((row) => row.due).map((row) => {
    const node = el("span", { class: "jj-due" });
    node.hidden = true;
    (row.item.querySelector('[data-field="时限"] dd') || row.item).append(node);
    return { id: row.id, node, drawn: "" };
  });
  return {
    /**
     * @param {Run} run
     * @param {string} now
     */
    show(run, now) {
      dues.of(run);
      for (const badge of badges) {
        const at = dues.at(badge.id);
        const open = isOpen(markOf(run, badge.id).state);
        const next = at ? `${at.from}${at.date}${open}${now}` : "";
        if (next === badge.drawn) continue;
        badge.drawn = next;
        badge.node.hidden = !at;
        if (at) draw(badge.node, at, open, now);
      }
    },
  };
}

/**
 * @param {HTMLElement} node
 * @param {Due} at
 * @param {boolean} open 还没了结
 * @param {string} now
 */
function draw(node, { date, from, years }, open, now) {
  const calendar = calendarOf();
  const rest = holiday(date, calendar);
  const check = mark(years, calendar);
  node.dataset.urgency = open ? urgency(date, now) : "closed";
  fill(
    node,
    el("time", { datetime: date }, `${from ? `${inWords(from)}至` : ""}${inWords(date)}`),
    rest && `，${rest}放假`,
    el("b", {}, open ? ` ${urgencyInWords(date, now)}` : ""),
    ...(check ? [el("span", { class: "jj-chip jj-chip--memory" }, check)] : []),
  );
}
