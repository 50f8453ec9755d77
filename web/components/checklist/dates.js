/** 日子：填起算日；排出了几项、几项快到期；日历文件；日程表。 */

import { caveats, mark, urgency } from "../../lib/calendar.js";
import { isDate, today } from "../../lib/dates.js";
import { button, el, fill, isInApp, pageAddress, say } from "../../lib/dom.js";
import { calendarFile } from "../../lib/ics.js";
import { paperText, timetable } from "../../lib/papers.js";
import { isOpen, markOf, setAnchor } from "../../lib/state.js";
import { calendarOf } from "./due.js";
import { inAppHint } from "./inapp.js";
import { desk, sourceOf } from "./sheets.js";
import { takeout } from "./takeout.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {ReturnType<ReturnType<typeof import("./due.js").dueList>["of"]>} Dues 算得出日子的事项，按日子排
 */

const BAD_DATE = "这个日子不对，没有存。";
const ICS_NOTE = "日历会在前一天上午九点提醒。改了起算日再下载一次，旧日子会换掉。";

/** @type {import("./panels.js").Panel} */
export function dates(inside, { context, dues }) {
  const inputs = Object.keys(context.anchors).map((name) => anchorInput(context, name));
  const summary = el("p", { class: "jj-dates-sum", role: "status" });
  const warn = el("ul", { class: "jj-dates-warn" });
  const table = desk(context);
  inside.append(
    el("p", {}, "填上知道的日子，别的先空着；只存在这台设备上。"),
    el("div", { class: "jj-anchors" }, ...inputs.map((input) => input.node)),
    summary, warn,
    el("div", { class: "jj-row" },
      button("日程表", () => table.show(() => ({ paper: timetable(sourceOf(context)) }))),
      takeout({
        text: () => paperText(timetable(sourceOf(context))),
        copyLabel: "复制日程",
        fileLabel: "下载日历（.ics）",
        file: () => `${fullName(context)}日程.ics`,
        data: () => calendarText(context, dues.of(context.run)),
        type: "text/calendar;charset=utf-8",
      })),
    ...(isInApp() ? inAppHint() : [el("p", { class: "jj-hint" }, ICS_NOTE)]),
    table.node,
  );
  return {
    show(run) {
      const list = dues.of(run);
      const lines = caveats(list.flatMap((each) => each.years), calendarOf());
      fill(warn, ...lines.map((line) => el("li", {}, line)));
      warn.hidden = !lines.length;
      for (const input of inputs) input.show(run);
      say(summary, sumUp(list, run, today(), context));
      table.draw();
    },
  };
}

/**
 * @param {Context} context
 * @param {string} name
 */
function anchorInput(context, name) {
  const id = `jj-anchor-${Object.keys(context.anchors).indexOf(name)}`;
  const input = el("input", { type: "date", id, class: "jj-input", "aria-describedby": `${id}-why`, autocomplete: "off", min: "1900-01-01", max: "2199-12-31" });
  const said = el("p", { class: "jj-dates-bad", role: "alert" });
  input.disabled = context.readOnly;
  input.addEventListener("change", () => {
    // 打到一半的日子，输入框报空；那不是清掉。
    if (input.validity.badInput) return;
    const good = !input.value || isDate(input.value);
    say(said, good ? "" : BAD_DATE);
    if (good) context.change((run, at) => setAnchor(run, name, input.value, at));
  });
  return {
    node: el("div", { class: "jj-anchor" }, el("label", { for: id }, name), input, el("p", { id: `${id}-why` }, context.anchors[name] || ""), said),
    /** @param {Run} run */
    show(run) {
      const value = run.anchors.get(name) || "";
      if (document.activeElement !== input && input.value !== value) input.value = value;
    },
  };
}

/**
 * 排出 32 项的日子：2 项已过期，1 项今天到期，3 项七天内到期。填了“领证日”，还能排出 4 项。
 *
 * @param {Dues} list
 * @param {Run} run
 * @param {string} now
 * @param {Context} context
 */
function sumUp(list, run, now, context) {
  const open = list.filter((each) => isOpen(markOf(run, each.item.id).state));
  /** @param {string} kind */
  const count = (kind) => open.filter((each) => urgency(each.date, now) === kind).length;
  const urgent = [["overdue", "已过期"], ["today", "今天到期"], ["soon", "七天内到期"]]
    .filter(([kind = ""]) => count(kind))
    .map(([kind = "", words]) => `${count(kind)} 项${words}`);
  /** @param {string} name */
  const waits = (name) => (run.anchors.get(name) ? 0 : context.items().filter((row) => row.due && row.due.anchor === name).length);
  const more = Object.keys(context.anchors).filter(waits).map((name) => `“${name}”再排 ${waits(name)} 项`);
  const parts = [];
  if (list.length) parts.push(`排出了 ${list.length} 项的日子${urgent.length ? `：${urgent.join("，")}` : open.length ? "，眼下没有到期的" : "，都办完了"}。`);
  if (more.length) parts.push(`填了${more.join("、")}。`);
  return parts.join("");
}

/** @param {Context} context */
function fullName(context) {
  const { name } = context.run;
  return name ? `${context.title}（${name}）` : context.title;
}

/**
 * @param {Context} context
 * @param {Dues} list
 */
function calendarText(context, list) {
  const { run } = context;
  const calendar = calendarOf();
  const address = pageAddress();
  // 两台设备上是同一次办理的，日历里也是同一件事。
  const which = run.created.replace(/\D/g, "") || run.id;
  const events = list
    .filter(({ item }) => isOpen(markOf(run, item.id).state))
    .map(({ item, date, years }) => ({
      uid: `${item.id}.${which}.${context.list.replace("/", ".")}@jianjia`.toLowerCase(),
      date,
      title: item.text,
      note: [
        fullName(context),
        `${item.id}　时限：${item.dueText}`,
        item.role && `责任：${item.role}`,
        item.evidence && `留存：${item.evidence}`,
        mark(years, calendar) && "放假安排待核，请再对一遍",
      ].filter(Boolean).join("\n"),
      url: address && `${address}#${item.item.id}`,
    }));
  return calendarFile(fullName(context), events, new Date().toISOString());
}
