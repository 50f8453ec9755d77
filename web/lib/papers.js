/**
 * 交差用的表：未办表、签收表、日程表、卷皮、卷内目录、缺件表，都由清单的记录排出来。
 *
 * 这里只定每张表有哪些字；印出来、存成 Excel、复制成一段话，用的是同一份。
 */

import { readDeadline, urgencyInWords } from "./calendar.js";
import { inTable, inWords, plain } from "./dates.js";
import { kept, materials, tally } from "./evidence.js";
import { isOpen } from "./state.js";

/**
 * @typedef {object} Paper
 * @property {string} title
 * @property {readonly string[]} notes 表上面的几行
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows
 * @property {readonly number[]} widths 各列的宽，按汉字数
 * @property {string} none 一行也没有时说什么
 * @property {readonly string[]} foot 表下面的几行，如签名
 * @property {boolean} [landscape]
 * @property {boolean} [cover] 卷皮：印满一页，字大
 *
 * @typedef {import("./state.js").Run} Run
 * @typedef {{ readonly id: string, readonly text: string, readonly role: string, readonly dueText: string, readonly evidence: string, readonly due: unknown, readonly stageTitle: string }} Item
 *
 * @typedef {object} Source
 * @property {string} title 清单的标题
 * @property {readonly Item[]} items
 * @property {Run} run
 * @property {ReadonlyMap<string, { readonly date: string, readonly mark: string }>} due 编号 → 哪天到期、日子要不要标待核
 * @property {string} today
 */

const SIGN = ["", ""];

/**
 * 只印没办完的。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function todoPaper(source) {
  const open = source.items.filter((item) => isOpen(state(source, item)));
  return {
    ...base(source, "未办事项表"),
    notes: [...about(source), `还有 ${open.length} 项没办完。`],
    head: ["办", "编号", "事项", "责任", "应办日", "留存", "备注"],
    rows: open.map((item) => ["□", item.id, item.text, item.role, when(source, item), item.evidence, waiting(source, item)]),
    widths: [2, 6, 15, 6, 7, 9, 8],
    none: "没有未办的事项。",
    landscape: true,
  };
}

/**
 * 一项一签：谁办的、谁复核的。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function signPaper(source) {
  const items = source.items.filter((item) => state(source, item) !== "na");
  return {
    ...base(source, "签收表"),
    head: ["编号", "事项", "责任", "应办日", "办结日", "经办人", "复核人"],
    rows: items.map((item) => [item.id, item.text, item.role, when(source, item), doneOn(source, item), ...SIGN]),
    widths: [6, 17, 7, 7, 7, 7, 7],
    none: "没有要签的事项。",
    foot: ["负责人（签名）：　　　　　　　　年　　月　　日"],
    landscape: true,
  };
}

/**
 * 日程表：按日子排。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function timetable(source) {
  const order = new Map(source.items.map((item, i) => [item.id, i]));
  const items = source.items.filter((item) => source.due.has(item.id) && state(source, item) !== "na");
  /** @param {Item} item */
  const key = (item) => `${(source.due.get(item.id) || { date: "" }).date} ${String(order.get(item.id)).padStart(5, "0")}`;
  const rows = items.map((item) => ({ item, key: key(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    ...base(source, "日程表"),
    notes: [...about(source), [...source.run.anchors].filter(([, date]) => date).map(([name, date]) => `${name}：${inWords(date)}`).join("；")].filter(Boolean),
    head: ["应办日", "编号", "事项", "责任", "情况"],
    rows: rows.map(({ item }) => {
      const { date, mark } = source.due.get(item.id) || { date: "", mark: "" };
      return [`${inTable(date)}${mark && ` ${mark}`}`, item.id, item.text, item.role, progressOf(source, item, date)];
    }),
    widths: [9, 6, 15, 7, 10],
    none: "还没有排得出日子的事项，先填起算日。",
  };
}

/**
 * 缺件表：办了可是材料没收好的。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function missingPaper(source) {
  const items = source.items.filter((item) => item.evidence && kept(source.run.items.get(item.id)) === "missing");
  return {
    ...base(source, "缺件表"),
    head: ["编号", "缺的材料", "事项", "责任", "办结日", "补齐（签名、日期）"],
    rows: items.map((item) => [item.id, materials(item.evidence).join("、"), item.text, item.role, doneOn(source, item), ""]),
    widths: [6, 12, 12, 6, 6, 9],
    none: "办完的事项，材料都收好了。",
  };
}

/**
 * 卷内目录：收好的材料一件一行，次序照清单。文号、责任者、页号要看着原件写，留空。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function indexPaper(source) {
  const rows = [];
  for (const item of source.items) {
    if (!item.evidence || kept(source.run.items.get(item.id)) !== "have") continue;
    for (const name of materials(item.evidence)) {
      rows.push([String(rows.length + 1), "", "", name, doneOn(source, item), "", item.id]);
    }
  }
  return {
    ...base(source, "卷内目录"),
    head: ["顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"],
    rows,
    widths: [4, 7, 8, 14, 6, 4, 6],
    none: "还没有收好的材料。收好一项，在它的“留存”那里打勾。",
  };
}

/**
 * 卷皮。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function coverPaper(source) {
  const count = tally(source.items, (id) => source.run.items.get(id));
  const dates = source.items.map((item) => (kept(source.run.items.get(item.id)) === "have" ? doneOn(source, item) : "")).filter(Boolean).sort();
  const [first = "", last = ""] = [dates[0], dates[dates.length - 1]];
  const lacking = count.missing + count.later;
  return {
    ...base(source, "卷皮"),
    notes: [],
    head: ["项目", "内容"],
    rows: [
      ["全宗名称", ""],
      ["案卷题名", `${source.run.name}${source.title.replace(/清单$/, "")}材料`],
      ["起止日期", first && (first === last ? plain(first) : `${plain(first)}至${plain(last)}`)],
      ["件数", `${count.have} 件`],
      ["页数", ""],
      ["保管期限", ""],
      ["档号", ""],
      ["立卷人、日期", ""],
      ["检查人、日期", ""],
      ["备考", lacking ? `清单上列的还有 ${lacking} 件没有入卷，其中事项已办、材料没收好的 ${count.missing} 件，见缺件表。` : "清单上列的材料已全部入卷。"],
    ],
    widths: [8, 28],
    none: "",
    cover: true,
  };
}

/**
 * 一段可以粘贴到聊天里的话。
 *
 * @param {Paper} paper
 */
export function paperText(paper) {
  const lines = paper.rows.map((row) => row.filter((cell) => cell && cell !== "□").join("　"));
  return [paper.title, ...paper.notes, ...(lines.length ? lines : [paper.none])].join("\n");
}

/**
 * @param {Source} source
 * @param {string} title
 */
function base(source, title) {
  return { title, notes: about(source), foot: [], landscape: false };
}

/** @param {Source} source */
function about({ title, run }) {
  return [run.name ? `${title}（${run.name}）` : title];
}

/**
 * @param {Source} source
 * @param {Item} item
 */
function state({ run }, item) {
  const mark = run.items.get(item.id);
  return mark ? mark.state : "todo";
}

/**
 * 应办日；排不出日子的写时限的原话。
 *
 * @param {Source} source
 * @param {Item} item
 */
function when(source, item) {
  const due = source.due.get(item.id);
  if (due) return `${due.date}${due.mark && ` ${due.mark}`}`;
  return readDeadline(item.due) ? "" : item.dueText;
}

/**
 * @param {Source} source
 * @param {Item} item
 */
function doneOn({ run }, item) {
  const mark = run.items.get(item.id);
  return mark && mark.state === "done" ? mark.date || "" : "";
}

/**
 * @param {Source} source
 * @param {Item} item
 */
function waiting({ run }, item) {
  const mark = run.items.get(item.id);
  if (!mark) return "";
  const wait = mark.state === "waiting" ? ["等待", mark.for, mark.since && `${mark.since} 起`].filter(Boolean).join(" ") : "";
  return [wait, mark.note].filter(Boolean).join("；");
}

/**
 * @param {Source} source
 * @param {Item} item
 * @param {string} date
 */
function progressOf(source, item, date) {
  if (state(source, item) === "done") return ["已办", doneOn(source, item)].filter(Boolean).join(" ");
  const late = date < source.today ? urgencyInWords(date, source.today) : "";
  return [late, waiting(source, item)].filter(Boolean).join("；");
}
