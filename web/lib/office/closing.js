/** 文件的收尾：附件说明、落款、纪要的出席名单。和 `scripts/jianjia/office/closing.py` 一模一样。 */

import { measure, merged, paragraph, run, textOf, width } from "./blocks.js";
import { isRef, isWhen } from "./fill.js";
import { HALF, indents } from "./signing.js";
import { strip } from "./values.js";

/**
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./layouts.js").Manner} Manner
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./blocks.js").Run} Run
 * @typedef {import("./blocks.js").Paragraph} Paragraph
 */

/** 附件不多的，附件说明不拆在两页。 */
const FEW = 6;
export const ATTENDANCE = ["出席：", "列席：", "请假：", "缺席：", "记录："];

/**
 * 附件说明：左空二字，几个附件的编号，回行和名称首字对齐，名称后面没有标点。
 *
 * @param {readonly Inline[]} names
 * @param {Filler} filler
 * @returns {Paragraph[]}
 */
export function attachments(names, filler) {
  const made = names.map((name) => bare(merged(filler.runs(name)))).filter((runs) => strip(textOf(runs)));
  if (made.length === 1) return [paragraph("AttachmentNote", merged([run("附件："), .../** @type {Run[]} */ (made[0])]), { left: 500, hanging: 300 })];
  const number = width(`${made.length}.`) * HALF + HALF;
  return made.map((runs, i) => {
    const label = i ? `${i + 1}.\t` : "附件：1.\t";
    return paragraph("AttachmentNote", merged([run(label), ...runs]), {
      left: 500 + number, hanging: i ? number : 300 + number, keep: made.length <= FEW && i < made.length - 1,
    });
  });
}

/**
 * 落款。最后一行有日期的是成文日期；各行同页。
 *
 * @param {readonly Inline[]} lines
 * @param {Manner} manner
 * @param {Filler} filler
 * @returns {Paragraph[]}
 */
export function signature(lines, { layout, sealed }, filler) {
  const all = lines.map((line) => merged(filler.runs(line, { hand: true })));
  const last = all[all.length - 1];
  const dated = last !== undefined && strip(textOf(last)) !== "" && isDated(/** @type {Inline} */ (lines[lines.length - 1]), filler);
  const made = all.filter((runs) => strip(textOf(runs)));
  const widths = made.map((runs) => width(textOf(runs)));
  const date = dated ? Number(widths.pop()) : 0;
  const rights = indents(widths, date, sealed, Math.floor((measure(layout.sheet) * 2) / layout.sheet.char));
  return made.map((runs, i) => paragraph(layout.sign, runs, { right: rights[i], keep: i < made.length - 1 }));
}

/**
 * 出席、请假、列席：左空二字，名称黑体，回行和姓名首字对齐。
 *
 * @param {readonly Run[]} runs
 * @returns {Paragraph}
 */
export function attendance([first, ...rest]) {
  const { text, style } = /** @type {Run} */ (first);
  return paragraph("Attendance", merged([run(text.slice(0, 3), "Hei"), run(text.slice(3), style), ...rest]), { left: 500, hanging: 300 });
}

/** @param {readonly Run[]} runs */
function bare(runs) {
  const last = runs[runs.length - 1];
  return last ? [...runs.slice(0, -1), run(last.text.replace(/[。；，]+$/, ""), last.style)] : [];
}

/**
 * 有日期类型的填写项，或者写着年月日。
 *
 * @param {Inline} inline
 * @param {Filler} filler
 */
function isDated(inline, filler) {
  return hasDate(inline, filler) || inline.some((item) => typeof item === "string" && item.includes("年") && item.includes("月"));
}

/**
 * @param {Inline} inline
 * @param {Filler} filler
 * @returns {boolean}
 */
function hasDate(inline, filler) {
  return inline.some((item) => {
    if (isWhen(item)) return hasDate(item.then, filler) || hasDate(item.other || [], filler);
    return isRef(item) && filler.typeOf(item) === "日期";
  });
}
