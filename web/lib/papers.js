/**
 * 交差用的表：未办表、签收表、日程表、卷皮、卷内目录、缺件表，都由清单的记录排出来。
 *
 * 这里只定每张表有哪些字；印出来、存成 Excel、复制成一段话，用的是同一份。
 */

import { urgencyInWords } from "./calendar.js";
import { inTable, inWords as dateInWords, plain } from "./dates.js";
import { kept, materials, tally } from "./evidence.js";
import { isOpen, markOf } from "./state.js";
import { inWords } from "./words.js";

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
 * @property {ReadonlyMap<string, { readonly date: string, readonly mark: string }>} due 编号 → 哪天到期、日子要不要标待核；照日子排
 * @property {string} today
 */

/**
 * 一行一个事项的表里，各列多宽（汉字数）、填什么；没写怎么填的空着，等人手写。
 *
 * @typedef {readonly [width: number, write?: (source: Source, item: Item) => string]} Column
 * @type {Readonly<Record<string, Column>>}
 */
const COLUMNS = {
  办: [2, () => "□"],
  编号: [6, (_, { id }) => id],
  事项: [15, (_, { text }) => text],
  责任: [6, (_, { role }) => role],
  应办日: [9, dueOn],
  办结日: [7, doneOn],
  情况: [10, progress],
  留存: [9, (_, { evidence }) => evidence],
  缺的材料: [12, (_, { evidence }) => materials(evidence).join("、")],
  经办人: [7],
  复核人: [7],
  "补齐（签名、日期）": [9],
};

/**
 * 只印没办完的。
 *
 * @param {Source} source
 * @returns {Paper}
 */
export function todoPaper(source) {
  const open = source.items.filter((item) => isOpen(stateOf(source, item)));
  return {
    ...list(source, "未办事项表", open, ["办", "编号", "事项", "责任", "应办日", "留存", "情况"]),
    notes: [...about(source), `截至 ${plain(source.today)}，还有 ${open.length} 项没办完。`],
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
  const items = source.items.filter((item) => stateOf(source, item) !== "na");
  return {
    ...list(source, "签收表", items, ["编号", "事项", "责任", "应办日", "办结日", "经办人", "复核人"]),
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
  const order = [...source.due.keys()];
  const items = source.items.filter((item) => source.due.has(item.id) && stateOf(source, item) !== "na")
    .sort((one, two) => order.indexOf(one.id) - order.indexOf(two.id));
  const anchors = [...source.run.anchors].filter(([, date]) => date).map(([name, date]) => `${name}：${dateInWords(date)}`).join("；");
  return {
    ...list(source, "日程表", items, ["应办日", "编号", "事项", "责任", "情况"]),
    notes: [...about(source), ...(anchors ? [anchors] : []), `情况截至 ${plain(source.today)}。`],
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
  const items = source.items.filter((item) => item.evidence && kept(markOf(source.run, item.id)) === "missing");
  return {
    ...list(source, "缺件表", items, ["编号", "缺的材料", "事项", "责任", "办结日", "补齐（签名、日期）"]),
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
  const held = source.items.filter((item) => item.evidence && kept(markOf(source.run, item.id)) === "have");
  const rows = held.flatMap((item) => materials(item.evidence).map((name) => ["", "", name, doneOn(source, item), "", item.id]));
  return {
    ...base(source, "卷内目录"),
    head: ["顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"],
    rows: rows.map((row, i) => [String(i + 1), ...row]),
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
  const { have, missing, later } = tally(source.items, source.run);
  const dates = source.items.filter((item) => kept(markOf(source.run, item.id)) === "have").map((item) => doneOn(source, item)).filter(Boolean).sort();
  const [first = "", last = ""] = [dates[0], dates[dates.length - 1]];
  const lacking = missing + later;
  return {
    ...base(source, "卷皮"),
    notes: [],
    head: ["项目", "内容"],
    rows: [
      ["全宗名称", ""],
      ["案卷题名", `${source.run.name}${source.title.replace(/清单$/, "")}材料`],
      ["起止日期", first && (first === last ? plain(first) : `${plain(first)}至${plain(last)}`)],
      ["件数", `${have} 件`],
      ...["页数", "保管期限", "档号", "立卷人、日期", "检查人、日期"].map((name) => [name, ""]),
      ["备考", lacking ? `清单上列的还有 ${lacking} 件没有入卷，其中事项已办、材料没收好的 ${missing} 件，见缺件表。` : "清单上列的材料已全部入卷。"],
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
 * 一行一个事项的表。
 *
 * @param {Source} source
 * @param {string} title
 * @param {readonly Item[]} items
 * @param {readonly string[]} head
 */
function list(source, title, items, head) {
  const columns = head.map((name) => COLUMNS[name] || /** @type {Column} */ ([0]));
  return {
    ...base(source, title), head,
    rows: items.map((item) => columns.map(([, write = () => ""]) => write(source, item))),
    widths: columns.map(([width]) => width),
  };
}

/**
 * @param {Source} source
 * @param {string} title
 */
function base(source, title) {
  return { title, notes: about(source), foot: [] };
}

/** @param {Source} source */
function about({ title, run }) {
  return [run.name ? `${title}（${run.name}）` : title];
}

/**
 * @param {Source} source
 * @param {Item} item
 */
function stateOf({ run }, { id }) {
  return markOf(run, id).state;
}

/**
 * 应办日；排不出日子的写时限的原话，起算日还没填的空着。
 *
 * @param {Source} source
 * @param {Item} item
 */
function dueOn(source, item) {
  const due = source.due.get(item.id);
  if (due) return `${inTable(due.date)}${due.mark && ` ${due.mark}`}`;
  return item.due ? "" : item.dueText;
}

/**
 * @param {Source} source
 * @param {Item} item
 */
function doneOn({ run }, { id }) {
  const { state, date } = markOf(run, id);
  return (state === "done" && date) || "";
}

/**
 * 过期几天、办到哪一步、备注。
 *
 * @param {Source} source
 * @param {Item} item
 */
function progress({ run, due, today }, { id }) {
  const mark = markOf(run, id);
  const { date } = due.get(id) || { date: "" };
  const late = date && date < today && isOpen(mark.state) ? urgencyInWords(date, today) : "";
  return [late, inWords(mark, today), mark.note].filter(Boolean).join("；");
}
