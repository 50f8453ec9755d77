/** 表格：逐行重复展开，合并的格子归并，列宽、行高、字的排法算好。和 `scripts/jianjia/office/tables.py` 一模一样。 */

import { measure, paragraph } from "./blocks.js";
import { isLabel, make } from "./cells.js";
import { columns, eased, held } from "./fitting.js";
import { TALL } from "./layouts.js";

/**
 * @typedef {import("./payload.js").TablePart} TablePart
 * @typedef {import("./payload.js").TableRow} TableRow
 * @typedef {import("./payload.js").Cell} Source
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./layouts.js").Layout} Layout
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./fill.js").Record_} Record_
 * @typedef {import("./blocks.js").Table} Table
 * @typedef {{ readonly cells: readonly Source[], readonly header: boolean, readonly record: Record_ | null }} Line
 *   要印的一行：出自哪一行，重复到第几条记录。
 * @typedef {{ readonly row: number, readonly column: number }} Home 归并到哪一格
 */

/**
 * 先照写的列宽排一遍，看哪一列放不下短内容，让一让再排一遍。
 *
 * @param {TablePart} part
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Table}
 */
export function build(part, layout, filler) {
  const lines = expanded(part, layout, filler);
  const first = columns(part.widths, measure(layout.sheet));
  const grid = gridOf(lines, first.length);
  let rows = rowsOf(grid, lines, first, layout, filler);
  const widths = eased(first, rows, layout.cellChar);
  if (widths.some((width, i) => width !== first[i])) rows = rowsOf(grid, lines, widths, layout, filler);
  return { kind: "table", style: "Grid", widths, rows: held(rows, widths, layout.cellChar) };
}

/**
 * @param {ReturnType<typeof gridOf>} grid
 * @param {readonly Line[]} lines
 * @param {readonly number[]} widths
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {import("./blocks.js").Row[]}
 */
function rowsOf(grid, lines, widths, layout, filler) {
  return lines.map((line, r) => {
    const made = cellsOf(grid, r, line, widths, layout, filler);
    const tall = made.some((cell) => cell.tall);
    return { cells: made.map((cell) => cell.cell), height: tall ? TALL : layout.rowHeight, header: line.header, split: tall };
  });
}

/**
 * 连着几行按同一张明细表重复的，算一组，一条记录印一组。
 *
 * @param {TablePart} part
 * @param {Layout} layout
 * @param {Filler} filler
 * @returns {Line[]}
 */
export function expanded(part, layout, filler) {
  const heads = headsOf(part, layout);
  const rows = filler.rows(part.rows);
  /** @type {Line[]} */
  const out = [];
  for (let i = 0; i < rows.length; ) {
    const { cells, repeat } = /** @type {TableRow} */ (rows[i]);
    let stop = i + 1;
    if (repeat) {
      while (stop < rows.length && /** @type {TableRow} */ (rows[stop]).repeat === repeat) stop += 1;
      for (const record of filler.records(repeat)) {
        for (const row of rows.slice(i, stop)) out.push({ cells: row.cells, header: false, record });
      }
    } else out.push({ cells, header: i < heads, record: null });
    i = stop;
  }
  return out;
}

/**
 * 头几行是表头：台账逐行重复的那行以上都是；别的表，第一行各格都是栏目名的是。
 *
 * @param {TablePart} part
 * @param {Layout} layout
 */
function headsOf(part, layout) {
  const heads = part.heads || 0;
  if (layout.ledger) return Math.max(part.rows.findIndex((row) => row.repeat), 0, heads);
  const first = part.rows[0];
  return heads || (part.rows.length > 1 && first && isHead(first) ? 1 : 0);
}

/** @param {TableRow} row */
function isHead(row) {
  return !row.repeat && row.cells.every((cell) => isLabel(typeof cell === "string" ? [] : cell));
}

/**
 * 各格的内容，和它归并到哪一格。
 *
 * @param {readonly Line[]} lines
 * @param {number} count
 */
export function gridOf(lines, count) {
  const cells = lines.map((line) => Array.from({ length: count }, (_, c) => line.cells[c] || []));
  /** @type {Home[][]} */
  const homes = [];
  cells.forEach((row, r) => {
    /** @type {Home[]} */
    const found = [];
    row.forEach((cell, c) => {
      const left = found[c - 1];
      const above = homes[r - 1];
      if (cell === "←" && left) found.push(left);
      else if (cell === "↑" && above) found.push(/** @type {Home} */ (above[c]));
      else found.push({ row: r, column: c });
    });
    homes.push(found);
  });

  /**
   * 从这一格往右，几列归并到同一格。
   *
   * @param {number} r
   * @param {number} c
   */
  const span = (r, c) => {
    const row = homes[r] || [];
    let stop = c;
    while (stop < row.length && row[stop] === row[c]) stop += 1;
    return stop - c;
  };

  /**
   * 这一格是不是归并到同一列、第 `home` 行的那一格。
   *
   * @param {number} r
   * @param {number} c
   * @param {number} home
   */
  const isHome = (r, c, home) => {
    const found = (homes[r] || [])[c];
    return found !== undefined && found.row === home && found.column === c;
  };

  return {
    cells,
    span,

    /**
     * 这一格并入上面的格子，而且左右对得齐；对不齐的各印各的空格子。
     *
     * @param {number} r
     * @param {number} c
     */
    follows(r, c) {
      const home = /** @type {Home} */ ((homes[r] || [])[c]);
      return home.row < r && home.column === c && span(home.row, home.column) === span(r, c);
    },

    /**
     * 下面有格子并进来。
     *
     * @param {number} r
     * @param {number} c
     */
    opens: (r, c) => isHome(r + 1, c, r),

    isHome,
  };
}

/**
 * 一行的各格。
 *
 * @param {ReturnType<typeof gridOf>} grid
 * @param {number} r
 * @param {Line} line
 * @param {readonly number[]} widths
 * @param {Layout} layout
 * @param {Filler} filler
 */
function cellsOf(grid, r, line, widths, layout, filler) {
  /** @type {import("./cells.js").Made[]} */
  const out = [];
  for (let c = 0; c < widths.length; ) {
    const span = grid.span(r, c);
    if (grid.follows(r, c)) {
      out.push({ cell: { paragraphs: [paragraph(layout.cell)], span, merge: "continue", align: "center" }, tall: false });
    } else {
      const width = widths.slice(c, c + span).reduce((a, b) => a + b, 0);
      const cell = (grid.cells[r] || [])[c];
      const place = { span, width, merge: grid.opens(r, c) ? "restart" : "", header: line.header };
      out.push(make(cell === undefined || typeof cell === "string" ? [] : cell, place, line.record, layout, filler));
    }
    c += span;
  }
  return out;
}
