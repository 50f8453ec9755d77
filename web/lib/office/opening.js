/** 文件的开头：红头（发文机关标志）、版头（发文字号、签发人）和标题。和 `scripts/jianjia/office/opening.py` 一模一样。 */

import { measure, merged, paragraph, run, textOf, width } from "./blocks.js";
import { isRef } from "./fill.js";
import { fold } from "./titles.js";
import { strip } from "./values.js";

/**
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./layouts.js").Layout} Layout
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./blocks.js").Run} Run
 * @typedef {import("./blocks.js").Paragraph} Paragraph
 */

/** 标题用二号字，一个字宽 22 磅。 */
const TITLE_CHAR = 440;
const SIGNER = "签发人：";
/**
 * 发文机关标志：不超过几个半字的用哪种字号，一行放得下；再长的用最小的。
 *
 * @type {ReadonlyArray<readonly [most: number, style: string]>}
 */
const SIZES = [[24, "Red1"], [34, "Red2"], [40, "Red3"]];

/**
 * 发文机关标志。函是信函格式：不加“文件”，下面一道红双线；别的加“文件”，红线在发文字号下面。
 *
 * @param {Inline} issuer
 * @param {Filler} filler
 * @param {boolean} letter
 * @returns {Paragraph[]}
 */
export function redHead(issuer, filler, letter) {
  const text = textOf(filler.runs(issuer)).replace(/\n/g, "") + (letter ? "" : "文件");
  const size = SIZES.find(([most]) => width(text) <= most);
  const name = paragraph(letter ? "LetterName" : "RedName", [run(text, size ? size[1] : "Red4")]);
  return letter ? [name, paragraph("LetterLine")] : [name];
}

/**
 * 版头，一行一段。上行文的签发人和文号同在一行，文号居左、签发人居右，各空一字。
 *
 * @param {readonly Inline[]} lines
 * @param {Layout} layout
 * @param {Filler} filler
 * @param {boolean} upward
 * @returns {Paragraph[]}
 */
export function head(lines, layout, filler, upward) {
  const made = lines
    .filter((line) => wanted(line, filler))
    .map((line) => merged(filler.runs(line, { hand: layout.hand })))
    .filter((runs) => strip(textOf(runs)));
  if (!upward || layout.hand) return made.map((runs) => paragraph(layout.head, runs));
  const signers = made.filter((runs) => textOf(runs).startsWith(SIGNER));
  const numbers = made.filter((runs) => !textOf(runs).startsWith(SIGNER));
  return Array.from({ length: Math.max(signers.length, numbers.length) }, (_, i) => {
    const signer = signers[i];
    return paragraph("HeadUp", merged([...(numbers[i] || []), ...(signer ? [run("\t"), ...signed(signer)] : [])]));
  });
}

/**
 * 标题；一行放不下的按意思折行。没有字的不印。
 *
 * @param {Inline} inline
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Paragraph[]}
 */
export function title(inline, layout, filler) {
  const runs = fold(filler.pieces(inline), Math.floor((measure(layout.sheet) * 2) / TITLE_CHAR));
  return strip(textOf(runs)) ? [paragraph(layout.title, merged(runs))] : [];
}

/**
 * 空白件都印；填过的，一行里的填写项全都选填又没填，就不印这一行。
 *
 * @param {Inline} line
 * @param {Filler} filler
 */
function wanted(line, filler) {
  const refs = line.filter(isRef);
  return filler.blank || !refs.length || refs.some((ref) => filler.said(ref) || filler.required(ref));
}

/**
 * “签发人：”仿宋，姓名楷体。
 *
 * @param {readonly Run[]} runs
 */
function signed([first, ...rest]) {
  const name = first ? first.text.slice(SIGNER.length) : "";
  return merged([run(SIGNER), run(name, "Kai"), ...rest.map((each) => run(each.text, each.style || "Kai"))]);
}
