/** 打分：每项填得几分，合计、等次、两张图、先补哪几项、和上次比。 */

import { change, firstToMend, grade, percent, radar, rate, readPoints, rule, score, sections } from "../../lib/assess.js";
import { today } from "../../lib/dates.js";
import { button, el, fill, say } from "../../lib/dom.js";
import { setMark } from "../../lib/state.js";
import { barChart, radarChart } from "./charts.js";
import { desk, tableNode } from "./sheets.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("../../lib/state.js").Mark} Mark
 * @typedef {import("../../lib/state.js").Period} Period
 * @typedef {import("./rows.js").Row & import("../../lib/assess.js").Rated} Scored
 * @typedef {import("../../lib/assess.js").Score & { title: string, now: number | null, was: number | null }} Line 表的一行：一个部分，或者合计
 *
 * @typedef {object} Report
 * @property {string} headline
 * @property {readonly Line[]} lines 最后一行是合计
 * @property {string} rules
 * @property {[string, Period] | undefined} last
 * @property {readonly Element[]} figures
 */

/**
 * 给每个打分的事项装上分数框；不等展开面板。
 *
 * @param {Context} context
 */
export function points(context) {
  const inputs = scored(context).map((item) => pointsInput(context, item));
  context.on((run) => {
    for (const input of inputs) input.show(run);
  });
}

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
        ...(figures.length ? [el("div", { class: "jj-charts" }, ...figures), scoreTable(lines, last), mendList(items, run)] : []),
      );
      table.draw();
    },
  };
}

/** @param {Context} context */
export function scored(context) {
  return /** @type {Scored[]} */ (
    context.items().map((row) => ({ ...row, full: parseFloat(row.points) || 0, section: row.stageTitle || "全部" })).filter((row) => row.full > 0)
  );
}

/**
 * @param {Context} context
 * @param {Scored} item
 */
function pointsInput(context, item) {
  const id = `${item.item.id}-points`;
  const input = el("input", { type: "number", inputmode: "decimal", id, class: "jj-input jj-points-input", min: "0", max: String(item.full), step: "any", autocomplete: "off" });
  const said = el("span", { class: "jj-points-said", role: "alert" });
  const label = el("label", { for: id }, "得分", el("span", { class: "jj-offscreen" }, `：${item.text}`));
  const node = el("p", { class: "jj-points" }, label, input, el("span", {}, `满分 ${item.full}`), said);
  const head = item.item.querySelector(".jj-item-head");
  if (head) head.after(node);
  else item.item.append(node);
  input.addEventListener("change", () => {
    const empty = !input.value && !input.validity.badInput;
    const points = empty ? undefined : readPoints(input.value, item.full);
    say(said, points === null ? `要在 0 到 ${item.full} 之间，最多一位小数；没有存。` : "");
    input.setAttribute("aria-invalid", String(points === null));
    if (points === null) return;
    // 打了分就是评过了；分数删掉，就是没评。
    context.change((run, at) => setMark(run, item.id, { points, state: points === undefined ? "todo" : "done", date: today(), text: item.text }, at));
  });
  return {
    /** @param {Run} run */
    show(run) {
      const mark = run.items.get(item.id);
      const na = Boolean(mark) && pointsOf(run)(item.id) === null;
      const value = !na && mark && mark.points !== undefined ? String(mark.points) : "";
      if (document.activeElement !== input && input.value !== value) {
        input.value = value;
        say(said, "");
      }
      input.disabled = context.readOnly || na;
    },
  };
}

/**
 * @param {{ readonly items: ReadonlyMap<string, Mark> }} run
 * @returns {import("../../lib/assess.js").Points}
 */
export function pointsOf(run) {
  return (id) => {
    const mark = run.items.get(id);
    return mark && mark.state === "na" ? null : mark && mark.points;
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

/**
 * @param {readonly Line[]} lines
 * @param {[string, Period] | undefined} last
 */
function scoreTable(lines, last) {
  const head = ["部分", "得分", "得分率", ...(last ? [`上次（${last[1].name}）`, "变化，百分点"] : [])];
  const rows = lines.map((line) => [
    line.title,
    `${line.got} / ${line.full}${line.rated < line.total ? `，评了 ${line.rated} / ${line.total} 项` : ""}`,
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
    const mark = run.items.get(item.id);
    return [item.section, item.id, item.text, String(item.full), said(now(item.id)), ...(before ? [said(before(item.id))] : []), (mark && ((mark.state === "na" && mark.reason) || mark.note)) || ""];
  });
  const sums = lines.map((row) => [row.title === "合计" ? "合计" : `${row.title}合计`, "", "", String(row.full), String(row.got), ...(before ? [percent(row.was)] : []), `得分率 ${percent(row.now)}`]);
  return {
    paper: {
      title: "评分表",
      notes: [run.name ? `${context.title}（${run.name}）` : context.title, result, ...(rules ? [`等次怎么定：${rules}。`] : []), ...(last ? [`上次：${last[1].name}`] : [])],
      head: ["部分", "编号", "评什么", "满分", "得分", ...(last ? ["上次"] : []), "说明"],
      rows: [...detail, ...sums],
      widths: [7, 6, 14, 3, 3, ...(last ? [4] : []), 9],
      none: "",
      foot: ["评分人（签名）：　　　　　　　　复核人（签名）：　　　　　　　　年　　月　　日"],
    },
    figures,
  };
}

