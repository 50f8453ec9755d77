/** 打分的结果：合计、等次、两张图、先补哪几项、和上次比。分数框在 points.js。 */

import { change, firstToMend, grade, percent, radar, rate, rule, score, sections } from "../../lib/assess.js";
import { button, el, fill, say } from "../../lib/dom.js";
import { markOf } from "../../lib/state.js";
import { barChart, radarChart } from "./charts.js";
import { scored } from "./points.js";
import { desk, tableNode } from "./sheets.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("../../lib/state.js").Mark} Mark
 * @typedef {import("../../lib/state.js").Period} Period
 * @typedef {import("./points.js").Scored} Scored
 * @typedef {import("../../lib/assess.js").Score & { title: string, now: number | null, was: number | null }} Line 表的一行：一个部分，或者合计
 *
 * @typedef {object} Report
 * @property {string} headline
 * @property {readonly Line[]} lines 最后一行是合计
 * @property {string} rules
 * @property {[string, Period] | undefined} last
 * @property {readonly Element[]} figures
 */

/** @type {import("./panels.js").Panel} */
export function assess(inside, { context }) {
  const items = scored(context);
  const total = el("p", { class: "jj-score-total", role: "status" });
  const body = el("div");
  const table = desk(context);
  inside.append(total, body, el("div", { class: "jj-row" }, button("评分表", () => table.show(() => scorePaper(context, items)))), table.node);
  return {
    show(run) {
      const { headline: words, rules, figures, lines, last } = report(context, items, run);
      say(total, words);
      fill(
        body,
        ...(rules ? [el("p", { class: "jj-score-rule" }, `等次怎么定：${rules}。`)] : []),
        ...(figures.length ? [el("div", { class: "jj-charts" }, ...figures), ...lastTime(last).map((line) => el("p", { class: "jj-score-rule" }, `${line}变化按得分率算，单位是百分点。`)), scoreTable(lines, last), mendList(items, run)] : []),
      );
      table.draw();
    },
  };
}

/**
 * @param {{ readonly items: ReadonlyMap<string, Mark> }} run
 * @returns {import("../../lib/assess.js").Points}
 */
export function pointsOf(run) {
  return (id) => {
    const { state, points } = markOf(run, id);
    return state === "na" ? null : points;
  };
}

/**
 * 没删掉的各期，新的在前。
 *
 * @param {Run} run
 * @returns {[string, Period][]}
 */
export function past(run) {
  return [...run.periods].filter(([, period]) => !period.gone).sort(([one], [two]) => (one < two ? 1 : -1));
}

/**
 * @param {Context} context
 * @param {readonly Scored[]} items
 * @param {Run} run
 * @returns {Report}
 */
function report(context, items, run) {
  const all = score(items, pointsOf(run));
  const [last] = past(run);
  const before = last && pointsOf(last[1]);
  /** @param {readonly Scored[]} some */
  const was = (some) => (before ? rate(score(some, before)) : null);
  const lines = sections(items, pointsOf(run)).map((part) => (
    { ...part, now: rate(part), was: was(items.filter((item) => item.section === part.title)) }
  ));
  const figures = [];
  if (all.rated && lines.length >= 3 && lines.length <= 12) figures.push(radarChart(lines, radar));
  if (all.rated) figures.push(barChart(lines));
  return {
    headline: headline(all, context.grades), figures, last,
    lines: [...lines, { title: "合计", ...all, now: rate(all), was: was(items) }],
    rules: rule(context.grades),
  };
}

/**
 * 得 83.5 / 100 分，得分率 83.5%，“良好”。没评完的，说清还差几项。
 *
 * @param {import("../../lib/assess.js").Score} all
 * @param {import("../../lib/assess.js").Grades} grades
 */
function headline(all, grades) {
  if (!all.rated) return `一项还没评，共 ${all.total} 项。在每一项下面填得分。`;
  const done = all.rated === all.total;
  const level = grade(all, grades);
  const words = Object.keys(grades).length ? `，${done ? "" : "照现在是"}${level ? `“${level}”` : "够不上等次"}` : "";
  return `${done ? "" : `评了 ${all.rated} / ${all.total} 项，`}得 ${all.got} / ${all.full} 分，得分率 ${percent(rate(all))}${words}。${done ? "" : "评完才算数。"}`;
}

/** @param {[string, Period] | undefined} last */
function lastTime(last) {
  return last ? [`上次：${last[1].name}，图里的虚线、细条。`] : [];
}

/**
 * @param {readonly Line[]} lines
 * @param {[string, Period] | undefined} last
 */
function scoreTable(lines, last) {
  const head = ["部分", "得分", "得分率", ...(last ? ["上次", "变化"] : [])];
  const rows = lines.map((line) => [
    line.title,
    `${line.got}/${line.full}${line.rated < line.total ? `，评了 ${line.rated} / ${line.total} 项` : ""}`,
    percent(line.now),
    ...(last ? [percent(line.was), change(line.now, line.was)] : []),
  ]);
  const node = tableNode(head, rows);
  node.classList.add("jj-score-table");
  return node;
}

/**
 * 丢分最多的几项，和它们字段里的链接（指南、制度、范本）。
 *
 * @param {readonly Scored[]} items
 * @param {Run} run
 */
function mendList(items, run) {
  const found = firstToMend(items, pointsOf(run));
  if (!found.length) return el("p", {}, "评过的都是满分。");
  const rows = found.map(({ item, lost }) => {
    const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (item.item.querySelectorAll("dd a[href]"))]
      .filter((link) => !link.closest('[data-field="依据"]'))
      .slice(0, 3)
      .map((link) => el("a", { href: link.getAttribute("href") || "" }, link.textContent || ""));
    return el("li", {}, el("a", { href: `#${item.item.id}` }, item.text), ` 丢 ${lost} 分`, ...(links.length ? ["，看", ...links.flatMap((link, i) => (i ? ["、", link] : [link]))] : []));
  });
  return el("div", { class: "jj-mend" }, el("p", {}, "先补哪几项"), el("ol", {}, ...rows));
}

/**
 * @param {Context} context
 * @param {readonly Scored[]} items
 */
function scorePaper(context, items) {
  const { run } = context;
  const { headline: result, figures, rules, last, lines } = report(context, items, run);
  const now = pointsOf(run);
  const before = last ? pointsOf(last[1]) : null;
  /** @param {number | null | undefined} value */
  const said = (value) => (value === null ? "不适用" : value === undefined ? "" : String(value));
  const detail = items.map((item) => {
    const { state, reason, note } = markOf(run, item.id);
    return [item.section, item.id, item.text, String(item.full), said(now(item.id)), ...(before ? [said(before(item.id))] : []), (state === "na" && reason) || note || ""];
  });
  const sums = lines.map((row) => [row.title === "合计" ? "合计" : `${row.title}合计`, "", "", String(row.full), String(row.got), ...(before ? [percent(row.was)] : []), `得分率 ${percent(row.now)}`]);
  return {
    paper: {
      title: "评分表",
      notes: [run.name ? `${context.title}（${run.name}）` : context.title, result, ...(rules ? [`等次怎么定：${rules}。`] : []), ...lastTime(last)],
      head: ["部分", "编号", "评什么", "满分", "得分", ...(last ? ["上次"] : []), "说明"],
      rows: [...detail, ...sums],
      widths: [7, 6, 14, 3, 3, ...(last ? [4] : []), 9],
      none: "",
      foot: ["评分人（签名）：　　　　　　　　复核人（签名）：　　　　　　　　年　　月　　日"],
    },
    figures,
  };
}

