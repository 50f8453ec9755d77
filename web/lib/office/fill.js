/** 一行字怎么印：填写项换成内容或待填的标记，条件取一边。和 `scripts/jianjia/office/fill.py` 一模一样。 */

import { run } from "./blocks.js";
import { cell } from "./formula/functions.js";
import * as show from "./values.js";

/**
 * @typedef {import("./payload.js").Spec} Spec
 * @typedef {import("./payload.js").Values} Values
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./payload.js").Test} Test
 * @typedef {import("./payload.js").Part} Part
 * @typedef {import("./payload.js").TableRow} TableRow
 * @typedef {import("./blocks.js").Run} Run
 * @typedef {readonly [label: string, column?: string]} Ref
 * @typedef {{ readonly label: string, readonly number: number, readonly row: Readonly<Record<string, unknown>> }} Record_
 *   逐行重复时正在印的一行：哪张表、第几行、各列的值。
 * @typedef {{ readonly run: Run, readonly value: boolean }} Piece `value` 为真的是填写项的内容，折行时不拆开
 * @typedef {ReturnType<typeof openFiller>} Filler
 * @typedef {{ readonly hand?: boolean, readonly room?: string, readonly record?: Record_ | null }} How
 *   `hand` 为真的地方（表格、落款）没有内容的，日期和冒号后面留空手填，别的标出缺什么；`room` 不空的一律照它留空。
 */

/** 该有内容而没有填。 */
const UNDERLINE = "＿＿＿＿";
/** “名称：”后面留给手写的空。 */
export const ROOM = "　　　　　　";
const GAP = "　　";
const DATE = "　　年　月　日";
/** 空白件里两支之间的字。 */
const OR = "【或】";
const NUMBER = "序号";
const DEFAULT_TIMES = 5;
const MOST_TIMES = 500;

/**
 * @param {readonly Spec[]} specs
 * @param {Values | null} values null 是空白件
 * @param {(node: any) => boolean} evaluate 算条件的函数
 */
export function openFiller(specs, values, evaluate) {
  const byLabel = new Map(specs.map((spec) => [spec.label, spec]));
  /** @param {string} key */
  const valueOf = (key) => (values ? cell(values, key) : undefined);

  /**
   * 条件成不成立：填写项看填了没有，算式交给 `evaluate`。
   *
   * @param {Test} test
   * @param {Record_ | null} [record]
   */
  const holds = (test, record = null) => {
    if (typeof test !== "string") return evaluate(test["="]);
    const at = test.indexOf(".");
    return said(at < 0 ? [test] : [test.slice(0, at), test.slice(at + 1)], record) !== "";
  };

  /**
   * 填写项的内容；空白件和没填的都是空。
   *
   * @param {Ref} ref
   * @param {Record_ | null} [record]
   */
  const said = ([label, col = ""], record = null) => {
    if (record && label === NUMBER && !col) return String(record.number);
    const spec = byLabel.get(label);
    if (!values || !spec) return "";
    if (record && col && record.label === label) return show.entry(record.row, show.column(spec, col));
    const value = valueOf(spec.key);
    if (col || show.TABULAR.includes(spec.type)) return show.names(show.records(value), spec, col);
    return show.text(value, spec.type);
  };

  /**
   * 填写项（或明细表一列）的类型；没有登记的算文本。
   *
   * @param {Ref} ref
   */
  const typeOf = ([label, col = ""]) => {
    const spec = byLabel.get(label);
    if (!spec) return "文本";
    return col ? show.column(spec, col).type : spec.type;
  };

  /**
   * 条件取一边；空白件两边都印，让人划去一边。
   *
   * @param {Inline} inline
   * @param {Record_ | null} record
   * @returns {Array<string | Ref>}
   */
  const chosen = (inline, record) => {
    /** @type {Array<string | Ref>} */
    const out = [];
    for (const item of inline) {
      if (isWhen(item)) {
        const other = item.other || [];
        if (values) out.push(...chosen(holds(item.when, record) ? item.then : other, record));
        else out.push(...chosen(item.then, record), ...(item.then.length && other.length ? ["／"] : []), ...chosen(other, record));
      } else if (!isRepeat(item)) out.push(item);
    }
    return out;
  };

  /**
   * @param {Inline} inline
   * @param {How} [how]
   * @returns {Piece[]}
   */
  const pieces = (inline, { hand = false, room = "", record = null } = {}) => {
    /** @type {Piece[]} */
    const out = [];
    for (const item of chosen(inline, record)) {
      if (typeof item === "string") {
        out.push({ run: run(item), value: false });
        continue;
      }
      const words = said(item, record);
      const last = out[out.length - 1];
      let made = run(UNDERLINE);
      if (words) made = run(words);
      else if (hand && typeOf(item) === "日期") made = run(DATE);
      else if (room || (hand && last && asks(last.run.text))) made = run(room || ROOM);
      else if (hand && record) made = run(GAP);
      else if (!values) made = run(`【${item[1] ? `${item[0]}.${item[1]}` : item[0]}】`, "Field");
      out.push({ run: made, value: true });
    }
    return out;
  };

  /**
   * 按数重复印几遍：填的数，没填看示例，再没有印五遍。
   *
   * @param {Spec | undefined} spec
   */
  const times = (spec) => {
    for (const value of spec ? [valueOf(spec.key), spec.example] : []) {
      const words = show.text(value, "整数");
      if (/^[0-9]+$/.test(words)) return Math.min(Number(words), MOST_TIMES);
    }
    return DEFAULT_TIMES;
  };

  /**
   * 整段的条件取一支；空白件两支都印，中间写“或”，让人划去一支。
   *
   * @param {readonly Part[]} parts
   * @returns {Part[]}
   */
  const choose = (parts) => {
    /** @type {Part[]} */
    const out = [];
    for (const part of parts) {
      if (part.part !== "choice") out.push(part);
      else if (values) out.push(...choose(holds(part.test) ? part.then : part.other || []));
      else {
        const other = part.other || [];
        out.push(...choose(part.then));
        if (part.then.length && other.length) out.push({ part: "para", inline: [OR] });
        out.push(...choose(other));
      }
    }
    return out;
  };

  return {
    blank: !values,
    said,
    typeOf,
    pieces,
    parts: choose,

    /**
     * @param {Inline} inline
     * @param {How} [how]
     * @returns {Run[]}
     */
    runs: (inline, how) => pieces(inline, how).map((piece) => piece.run),

    /**
     * 合了条件的表格行；空白件全印。
     *
     * @param {readonly TableRow[]} rows
     */
    rows: (rows) => rows.filter((row) => !row.test || !values || holds(row.test)),

    /**
     * 填写项原来填的，没有变成印出来的样子；表格程序里的数和日期用它。
     *
     * @param {Ref} ref
     * @param {Record_ | null} [record]
     * @returns {unknown}
     */
    raw([label, col = ""], record = null) {
      const spec = byLabel.get(label);
      if (!values || !spec) return undefined;
      if (record && col && record.label === label) return cell(record.row, show.column(spec, col).key);
      return col ? undefined : valueOf(spec.key);
    },

    /**
     * 单选的各项；别的类型没有。
     *
     * @param {Ref} ref
     * @returns {readonly string[]}
     */
    options([label, col = ""]) {
      const spec = byLabel.get(label);
      if (!spec) return [];
      return col ? show.column(spec, col).options : spec.options;
    },

    /** @param {Ref} ref */
    required([label]) {
      const spec = byLabel.get(label);
      return !spec || spec.required;
    },

    /**
     * 逐行重复的各行。没有内容的，印几行空的。
     *
     * @param {string} label
     * @returns {Record_[]}
     */
    records(label) {
      const spec = byLabel.get(label);
      /** @type {Array<Readonly<Record<string, unknown>>>} */
      let rows;
      if (spec && show.TABULAR.includes(spec.type)) {
        rows = show.records(valueOf(spec.key));
        if (!rows.length) rows = empty(Math.max(spec.rows, 1));
      } else rows = empty(times(spec));
      return rows.map((row, i) => ({ label, number: i + 1, row }));
    },
  };
}

/** @param {number} count */
function empty(count) {
  return Array.from({ length: count }, () => ({}));
}

/**
 * @param {import("./payload.js").Item} item
 * @returns {item is import("./payload.js").When}
 */
export function isWhen(item) {
  return typeof item === "object" && "when" in item;
}

/**
 * @param {import("./payload.js").Item} item
 * @returns {item is { readonly repeat: string }}
 */
function isRepeat(item) {
  return typeof item === "object" && "repeat" in item;
}

/**
 * @param {import("./payload.js").Item} item
 * @returns {item is Ref}
 */
export function isRef(item) {
  return Array.isArray(item);
}

/**
 * 一格里单独一个填写项。
 *
 * @param {Inline} inline
 * @returns {Ref | null}
 */
export function lone(inline) {
  const items = inline.filter((item) => !(typeof item === "string" && !show.strip(item)));
  const first = items[0];
  return items.length === 1 && first !== undefined && isRef(first) ? first : null;
}

/**
 * 刚说到“名称：”。
 *
 * @param {string} text
 */
function asks(text) {
  return /[：:]$/.test(text.replace(/[ 　]+$/, ""));
}
