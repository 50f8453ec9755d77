/** 文书里的表 → 表格文件：一个标题一个工作表，数是数，日期是日期。和 `scripts/jianjia/office/ledger.py` 一模一样。 */

import { linesOf, measure, textOf } from "./blocks.js";
import { lone } from "./fill.js";
import { columns } from "./fitting.js";
import { read } from "./formula/numbers.js";
import { expanded, gridOf } from "./tables.js";
import { clean, strip } from "./values.js";
import { cell } from "./xlsx.js";

/**
 * @typedef {import("./payload.js").Part} Part
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./payload.js").TablePart} TablePart
 * @typedef {import("./layouts.js").Layout} Layout
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./tables.js").Line} Line
 * @typedef {import("./xlsx.js").Cell} Cell
 * @typedef {import("./xlsx.js").Kind} Kind
 * @typedef {import("./xlsx.js").Sheet} Sheet
 */

/** 填写项的类型 → 格子的种类；别的都是文字。 @type {Readonly<Record<string, Kind>>} */
const KINDS = { 整数: "number", 小数: "decimal", 金额: "money", 日期: "date" };
/** 一个五号字多宽（缇）。 */
const HANZI = 220;
/** 冻住的行再多，小屏幕上就看不见下面了。 */
const MOST_FROZEN = 8;

/**
 * @param {readonly Part[]} parts
 * @param {string} title 标题里没有固定的字时工作表的名称
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Sheet[]}
 */
export function sheets(parts, title, layout, filler) {
  /** @type {Array<{ name: string, parts: Part[] }>} */
  const groups = [];
  for (const part of filler.parts(parts)) {
    if (part.part === "title" || !groups.length) {
      const fixed = part.part === "title" ? part.inline.filter((item) => typeof item === "string").join("") : "";
      groups.push({ name: strip(fixed) || title, parts: [] });
    }
    const last = groups[groups.length - 1];
    if (last) last.parts.push(part);
  }
  return groups.map((group) => sheet(group.name, group.parts, layout, filler));
}

/**
 * @param {string} name
 * @param {readonly Part[]} parts
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Sheet}
 */
function sheet(name, parts, layout, filler) {
  /** @type {readonly number[]} */
  let main = [];
  for (const part of parts) if (part.part === "table" && part.widths.length > main.length) main = part.widths;
  if (!main.length) main = [1, 1, 1, 1, 1, 1];
  /** @type {Cell[][]} */
  const rows = [];
  /** @type {[number, number]} */
  let head = [0, 0];
  for (const part of parts) {
    if (part.part !== "table") {
      for (const [text, kind] of lines(part, filler)) rows.push(across(text, kind, main.length));
      continue;
    }
    const found = expanded(part, layout, filler);
    const body = found.findIndex((line) => !line.header);
    const heads = body < 0 ? found.length : body;
    if (!head[0] && heads && part.rows.some((row) => row.repeat)) head = [rows.length + 1, rows.length + heads];
    rows.push(...table(part, found, main, filler));
  }
  return {
    name,
    rows,
    widths: columns(main, measure(layout.sheet)).map((twips) => Math.max(Math.floor(twips / HANZI) - 1, 2)),
    frozen: head[1] <= MOST_FROZEN ? head[1] : 0,
    repeat: head,
    landscape: layout.sheet.width > layout.sheet.height,
  };
}

/**
 * 整行并成一格。
 *
 * @param {string} text
 * @param {Kind} kind
 * @param {number} count
 */
function across(text, kind, count) {
  return [cell(text, kind, count), ...covered(count - 1, kind)];
}

/**
 * 并掉的格子。
 *
 * @param {number} count
 * @param {Kind} [kind]
 */
function covered(count, kind) {
  return Array.from({ length: count }, () => cell("", kind));
}

/**
 * 表格以外的要素，一行一行：字、是标题还是说明。
 *
 * @param {Part} part
 * @param {Filler} filler
 * @returns {Array<[string, Kind]>}
 */
function lines(part, filler) {
  const kind = part.part === "title" ? "title" : "note";
  /** @type {Array<[string, Kind]>} */
  const out = [];
  for (const inline of inlines(part)) {
    for (const line of linesOf(filler.runs(inline, { hand: kind === "note" }))) out.push([clean(textOf(line)), kind]);
  }
  return out;
}

/**
 * @param {Part} part
 * @returns {readonly Inline[]}
 */
function inlines(part) {
  if (part.part === "head" || part.part === "sign") return part.lines;
  if (part.part === "title" || part.part === "para" || part.part === "to") return [part.inline];
  if (part.part === "note") return [["（", ...part.inline, "）"]];
  return part.part === "attachments" ? part.lines.map((name, i) => [`附件${i + 1}：`, ...name]) : [];
}

/**
 * @param {TablePart} part
 * @param {readonly Line[]} found
 * @param {readonly number[]} main 工作表各列的宽；列少的表，一格占几列，格线尽量对得上
 * @param {Filler} filler
 */
function table(part, found, main, filler) {
  const own = part.widths.length;
  const shares = fitted(part.widths, main);
  const grid = gridOf(found, own);
  return found.map((line, r) => {
    /** @type {Cell[]} */
    const row = [];
    for (let c = 0; c < own; ) {
      const span = grid.span(r, c);
      const wide = total(shares.slice(c, c + span));
      if (grid.follows(r, c)) row.push(cell());
      else {
        const source = (grid.cells[r] || [])[c];
        const [value, kind, choices] = said(source === undefined || typeof source === "string" ? [] : source, line, filler);
        row.push(cell(value, line.header ? "head" : kind, wide, down(grid, r, c, found.length), line.header ? [] : choices));
      }
      row.push(...covered(wide - 1));
      c += span;
    }
    return row;
  });
}

/**
 * 窄表的各列各占宽表的几列：每条格线落到最近的一条上，每列至少一列。
 *
 * @param {readonly number[]} own
 * @param {readonly number[]} main
 * @returns {number[]}
 */
function fitted(own, main) {
  const edges = [0];
  for (let i = 1; i < own.length; i += 1) {
    const want = total(own.slice(0, i)) * total(main);
    let best = Number(edges[i - 1]) + 1;
    /** @param {number} j */
    const off = (j) => Math.abs(total(main.slice(0, j)) * total(own) - want);
    for (let j = best + 1; j <= main.length - own.length + i; j += 1) if (off(j) < off(best)) best = j;
    edges.push(best);
  }
  return [...edges, main.length].slice(1).map((edge, i) => edge - Number(edges[i]));
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

/**
 * 这一格往下并了几行。
 *
 * @param {ReturnType<typeof gridOf>} grid
 * @param {number} r
 * @param {number} c
 * @param {number} stop
 */
function down(grid, r, c, stop) {
  let rows = 1;
  while (r + rows < stop && grid.isHome(r + rows, c, r) && grid.follows(r + rows, c)) rows += 1;
  return rows;
}

/**
 * 一格里的字、种类、可选的各项：单独一个填写项的，数和日期照原样，没填的格子也等着填数和日期。
 *
 * @param {Inline} inline
 * @param {Line} line
 * @param {Filler} filler
 * @returns {[string, Kind, readonly string[]]}
 */
function said(inline, line, filler) {
  const field = lone(inline);
  if (!field) return [strip(clean(textOf(filler.runs(inline, { hand: true, record: line.record })))), "text", []];
  let text = filler.said(field, line.record);
  if (!text && filler.blank && line.header) [text] = field;
  if (line.record && field[0] === "序号" && !field[1]) return [text, "number", []];
  const kind = KINDS[filler.typeOf(field)] || "text";
  if (kind === "text") return [text, kind, filler.options(field)];
  const raw = strip(clean(String(filler.raw(field, line.record))));
  const exact = kind === "date" ? raw.length === 10 : read(raw) !== undefined;
  return text && !exact ? [text, "text", []] : [text && raw, kind, []];
}
