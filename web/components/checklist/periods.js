/** 定期检查、评估：做完一次存成一期，清单从头再用；以前各期随时能看。 */

import { grade, percent, rate, score } from "../../lib/assess.js";
import { closePeriod, dropPeriod } from "../../lib/clear.js";
import { isDate, plain, today } from "../../lib/dates.js";
import { button, el, fill } from "../../lib/dom.js";
import { revert } from "../../lib/revert.js";
import { isEmpty, isMarked, markOf, MAX_FEW, MAX_PERIODS } from "../../lib/state.js";
import { past, pointsOf } from "./assess.js";
import { scored } from "./points.js";
import { tableNode } from "./sheets.js";
import { undoBox } from "./undo.js";
import { inWords } from "../../lib/words.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("../../lib/state.js").Period} Period
 */

/** @type {import("./panels.js").Panel} */
export function periods(inside, { context }) {
  const word = context.type === "assessment" ? "这次评估" : "这一期";
  const date = el("input", { type: "date", class: "jj-input", autocomplete: "off" });
  const name = el("input", { type: "text", class: "jj-input", maxlength: String(MAX_FEW), autocomplete: "off", placeholder: "例：2026 年第四季度" });
  const undo = undoBox(() => close);
  /**
   * @param {(run: Run, at: string) => Run} alter
   * @param {string} words
   */
  const act = (alter, words) => {
    const before = context.run;
    context.change(alter);
    const after = context.run;
    undo.tell(words, () => context.change((run, at) => revert(before, after, run, at)));
  };
  const close = button(`结束${word}`, () => {
    const day = isDate(date.value) ? date.value : today();
    const { run } = context;
    if (isEmpty(run)) undo.tell("还没有记录，不用结束");
    else if (run.periods.size >= MAX_PERIODS) undo.tell("存满了，请导出后另开一次办理");
    else {
      act((before, at) => closePeriod(before, freeKey(before, day), name.value.trim() || plain(day), at), "已存成一期，清单从头再用");
      name.value = "";
    }
  });
  const list = el("div", { class: "jj-periods" });
  for (const control of [date, name, close]) control.disabled = context.readOnly;
  date.value = today();
  inside.append(
    el("p", {}, "做完了存成一期，清单从头再用；以前各期在下面。"),
    el("div", { class: "jj-period-form" }, el("label", {}, "日期", date), el("label", {}, "名称", name), close),
    undo.node, list,
  );
  let drawn = "";
  return {
    show(run) {
      const kept = past(run);
      // 各期没变就不重画，正看着的不会合上。
      const now = JSON.stringify(kept.map(([key, period]) => [key, period.at]));
      if (now === drawn) return;
      drawn = now;
      fill(list, ...kept.map(([key, period]) => {
        const drop = button("删去这一期", () => act((before, at) => dropPeriod(before, key, at), "已删去"));
        drop.disabled = context.readOnly;
        return el("details", { class: "jj-period" }, el("summary", {}, periodTitle(context, key, period)), periodTable(context, period), drop);
      }));
    },
  };
}

/**
 * 一天存几期的，键后面加序号。
 *
 * @param {Run} run
 * @param {string} date
 */
function freeKey(run, date) {
  let key = date;
  for (let n = 2; run.periods.has(key); n += 1) key = `${date}-${n}`;
  return key;
}

/**
 * @param {Context} context
 * @param {string} key
 * @param {Period} period
 */
function periodTitle(context, key, period) {
  const day = key.slice(0, 10);
  const when = isDate(day) && plain(day) !== period.name ? `，${plain(day)}` : "";
  const items = scored(context);
  if (items.length) {
    const all = score(items, pointsOf(period));
    const level = grade(all, context.grades);
    return `${period.name}${when}：得分率 ${percent(rate(all))}${level && `，${level}`}`;
  }
  const done = [...period.items.values()].filter((mark) => mark.state === "done").length;
  return `${period.name}${when}：已办 ${done} 项`;
}

/**
 * 这一期记过的，按清单的次序；清单里已经没有的排在后面，照记的时候的文字。
 *
 * @param {Context} context
 * @param {Period} period
 */
function periodTable(context, period) {
  const rows = context.items();
  const here = new Set(rows.map((row) => row.id));
  const all = [
    ...rows.map((row) => ({ id: row.id, text: row.text })),
    ...[...period.items].filter(([id]) => !here.has(id)).map(([id, mark]) => ({ id, text: mark.text || id })),
  ];
  const marked = all.map(({ id, text }) => ({ text, mark: markOf(period, id) })).filter(({ mark }) => isMarked(mark));
  const body = marked.map(({ text, mark }) => {
    const points = mark.points !== undefined && mark.state !== "na" ? `${mark.points} 分` : "";
    return [text, [inWords(mark, today()), points, mark.note].filter(Boolean).join("；")];
  });
  return tableNode(["事项", "情况"], body, [1, 1]);
}
