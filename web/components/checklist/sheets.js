/** 交差用的表：看得见，打印得出，存得成 Excel、CSV，复制得走。 */

import { due, mark } from "../../lib/calendar.js";
import { today } from "../../lib/dates.js";
import { button, el, fill, isInApp, pageAddress, say } from "../../lib/dom.js";
import { tally } from "../../lib/evidence.js";
import { download } from "../../lib/files.js";
import { coverPaper, indexPaper, missingPaper, paperText, signPaper, todoPaper } from "../../lib/papers.js";
import { printOnly } from "../../lib/print.js";
import { csv, xlsx } from "../../lib/sheet.js";
import { calendarOf } from "./due.js";
import { inAppHint } from "./inapp.js";
import { takeout } from "./takeout.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/papers.js").Paper} Paper
 * @typedef {{ readonly paper: Paper, readonly figures?: readonly Element[] }} Shown `figures` 是表上面的图
 */

/** 这几栏里的字不拆开换行；应办日太长时，后面的“待核”整个换到下一行。 */
const WHOLE = ["编号", "应办日", "办结日", "日期"];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @type {import("./panels.js").Panel} */
export function sheets(inside, { context }) {
  const table = desk(context);
  const rows = context.items().filter((row) => row.evidence);
  const sum = el("p", { class: "jj-kept-sum", role: "status" });
  /**
   * @param {string} name
   * @param {(source: import("../../lib/papers.js").Source) => Paper} make
   */
  const choice = (name, make) => button(name, () => table.show(() => ({ paper: make(sourceOf(context)) })));
  inside.append(el("div", { class: "jj-row" }, choice("未办表", todoPaper), choice("签收表", signPaper)));
  if (rows.length) {
    inside.append(sum, el("div", { class: "jj-row" }, choice("卷内目录", indexPaper), choice("缺件表", missingPaper), choice("卷皮", coverPaper)));
  }
  inside.append(...inAppHint(), table.node);
  return {
    show(run) {
      const { have, missing, later } = tally(rows, run);
      say(sum, `材料共 ${have + missing + later} 件：收好 ${have} 件，事项办了没收好 ${missing} 件，还没办到 ${later} 件。收好一项，在它的“留存”那里打勾。`);
      table.draw();
    },
  };
}

/**
 * @param {Context} context
 * @returns {import("../../lib/papers.js").Source}
 */
export function sourceOf(context) {
  const { run } = context;
  const calendar = calendarOf();
  const dates = due(context.items(), run.anchors, calendar);
  return {
    title: context.title,
    items: context.items(),
    run,
    due: new Map(dates.map(({ item, date, years }) => [item.id, { date, mark: mark(years, calendar) }])),
    today: today(),
  };
}

/**
 * 一张表的台面：先看，再打印、下载、复制。记录变了，表跟着变。
 *
 * @param {Context} context
 */
export function desk(context) {
  const body = el("div", { class: "jj-desk-body" });
  /** @type {null | (() => Shown)} */
  let make = null;
  /** @returns {Shown} */
  const made = () => /** @type {() => Shown} */ (make)();
  /** @param {string} extension */
  const name = (extension) => `${[made().paper.title, context.title, context.run.name, today()].filter(Boolean).join(" ")}.${extension}`;
  // 微信、QQ 里打印、下载都没有反应。
  /** @param {HTMLElement} node */
  const outside = (node) => (isInApp() ? [] : [node]);
  const node = el("div", { class: "jj-desk" },
    el("div", { class: "jj-row" },
      ...outside(button("打印这张表", () => printPaper(made()))),
      takeout({
        text: () => paperText(made().paper),
        copyLabel: "复制文字",
        fileLabel: "下载 Excel 表",
        file: () => name("xlsx"),
        data: () => {
          const { paper } = made();
          return /** @type {BlobPart} */ (xlsx({ name: paper.title, rows: [paper.head, ...paper.rows], widths: paper.widths, landscape: paper.landscape }));
        },
        type: XLSX,
      }),
      ...outside(button("下载 CSV", () => {
        const { paper } = made();
        download(name("csv"), csv([paper.head, ...paper.rows]), "text/csv;charset=utf-8");
      })),
      button("收起这张表", () => {
        make = null;
        draw();
      })),
    body);
  const draw = () => {
    node.hidden = !make;
    if (make) fill(body, paperNode(make()));
  };
  draw();
  return {
    node, draw,
    /** @param {() => Shown} next */
    show(next) {
      make = next;
      draw();
      const heading = /** @type {HTMLElement | null} */ (body.querySelector(".jj-sheet-title"));
      if (heading) heading.focus();
    },
  };
}

/** @param {Shown} shown */
function paperNode({ paper, figures = [] }) {
  return el(
    "div",
    { class: "jj-sheet-page" },
    el("p", { class: "jj-sheet-title", tabindex: "-1", role: "heading", "aria-level": "2" }, paper.title),
    ...paper.notes.map((line) => el("p", { class: "jj-sheet-note" }, line)),
    ...(figures.length ? [el("div", { class: "jj-charts" }, ...figures)] : []),
    paper.rows.length ? tableNode(paper.head, paper.rows, paper.widths) : el("p", {}, paper.none),
    ...paper.foot.map((line) => el("p", { class: "jj-sheet-foot" }, line)),
  );
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly number[]} [widths]
 */
export function tableNode(head, rows, widths = []) {
  const total = widths.reduce((sum, width) => sum + width, 0);
  /** @param {string} label */
  const cell = (label) => ({ "data-label": label, class: WHOLE.includes(label) ? "jj-whole" : "" });
  const table = el(
    "table",
    { class: "jj-sheet" },
    el("colgroup", {}, ...widths.map((width) => el("col", { width: `${Math.round((width / total) * 1000) / 10}%` }))),
    el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((text, i) => el("td", cell(head[i] || ""), text))))),
  );
  return el("div", { class: "jj-sheet-wrap" }, table);
}

/** @param {Shown} shown */
function printPaper(shown) {
  const { landscape, cover } = shown.paper;
  const from = ["打印于 " + today(), pageAddress()].filter(Boolean).join("　");
  printOnly([paperNode(shown), el("p", { class: "jj-sheet-from" }, from)], { ...(landscape && { landscape: "" }), ...(cover && { cover: "" }) });
}
