/** 一格里的字：印什么、居中还是靠左、格子要多高。和 `scripts/jianjia/office/cells.py` 一模一样。 */

import { linesOf, paragraph, run, textOf, width } from "./blocks.js";
import { isWhen, lone, ROOM } from "./fill.js";
import { MARGIN } from "./fitting.js";

/**
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./layouts.js").Layout} Layout
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./fill.js").Record_} Record_
 * @typedef {import("./blocks.js").Cell} Cell
 * @typedef {{ readonly span: number, readonly width: number, readonly merge: string, readonly header: boolean }} Place
 *   这一格横跨几列、多宽、是不是竖着并了几行的头一格、是不是表头。
 * @typedef {{ readonly cell: Cell, readonly tall: boolean }} Made `tall`：这一行要高到写得下意见
 */

/** 几个半字以内的文字只是单位、括号，空白件里和它同格的填写项留空手填。 */
const SHORT = 4;
/** 栏目名最多几个半字。 */
const LABEL = 40;
const STAMP = /签章|盖章|签名|签字/;
const DAY = /年[　 ]*[0-9]*月[　 ]*[0-9]*日/;

/**
 * @param {Inline} inline
 * @param {Place} place
 * @param {Record_ | null} record
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Made}
 */
export function make(inline, place, record, layout, filler) {
  const capacity = Math.floor(((place.width - MARGIN) * 2) / layout.cellChar);
  let runs = runsOf(inline, place, record, filler, capacity);
  const said = textOf(runs);
  const approval = !place.header && STAMP.test(said) && DAY.test(said);
  if (approval) runs = runs.map((each) => run(each.text.replace(/。　　/g, "。\n"), each.style));
  const lines = linesOf(runs);
  const field = lone(inline);
  const prose = field !== null && !record && filler.typeOf(field) === "多行文本";
  const long = lines.length > 1 || lines.some((line) => width(textOf(line)) > capacity);
  const paragraphs = lines.map((line, i) => {
    const sign = approval && i === lines.length - 1;
    const left = (prose || long) && !isLabel(inline);
    const suffix = place.header ? "Head" : sign ? "Right" : left ? "Text" : "";
    return paragraph(layout.cell + suffix, line, { keep: place.header });
  });
  const align = approval ? "bottom" : prose && lines.length ? "top" : "center";
  const body = paragraphs.length ? paragraphs : [paragraph(layout.cell)];
  return { cell: { paragraphs: body, span: place.span, merge: place.merge, align }, tall: approval || prose };
}

/**
 * 栏目名：不长、不成句的固定文字；折行了也居中。
 *
 * @param {Inline} inline
 */
export function isLabel(inline) {
  if (!inline.length || !inline.every((item) => typeof item === "string")) return false;
  const text = inline.join("");
  return width(text) <= LABEL && !/[。，]/.test(text);
}

/**
 * 单独一个填写项，没有内容就空着；表头和竖着并了几行的（照片之类）印名称。
 *
 * @param {Inline} inline
 * @param {Place} place
 * @param {Record_ | null} record
 * @param {Filler} filler
 * @param {number} capacity
 */
function runsOf(inline, place, record, filler, capacity) {
  const field = lone(inline);
  if (!field) {
    const fixed = literal(inline);
    const room = fixed <= SHORT ? ROOM.slice(0, Math.max(Math.floor((capacity - fixed) / 2), 1)) : "";
    return filler.runs(inline, { hand: true, room, record });
  }
  if (filler.said(field, record) || (filler.blank && place.header)) return filler.runs(inline, { record });
  return place.merge && !record ? [run(field[0])] : [];
}

/**
 * 固定的文字有几个半字；条件只看前一半。
 *
 * @param {Inline} inline
 * @returns {number}
 */
function literal(inline) {
  return inline.reduce((total, item) => total + (typeof item === "string" ? width(item) : isWhen(item) ? literal(item.then) : 0), 0);
}
