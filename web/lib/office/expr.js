/**
 * 填写项里自动算的、文书校验、正文里的条件，和 `scripts/jianjia/expr.py` 一模一样。
 *
 * 没填的不出错：算不出来的值是 null，校验是“还说不准”，条件当作不成立。
 */

import { isDate } from "../dates.js";
import { isRow, tables } from "./formula/functions.js";
import { Dec, isInt, plain, read, toDec } from "./formula/numbers.js";
import { run } from "./formula/run.js";
import { clean, isMissing, strip, TABULAR } from "./values.js";

/**
 * @typedef {import("./payload.js").Spec} Spec
 * @typedef {import("./payload.js").Column} Column
 * @typedef {import("./payload.js").Values} Values
 * @typedef {import("./payload.js").Check} Check
 * @typedef {import("./payload.js").Bands} Bands
 * @typedef {"pass" | "fail" | "unknown" | "manual"} State
 *   通过、没通过、还没填全说不准、没有算式要人来核。
 * @typedef {{ readonly id: string, readonly level: "error" | "warn", readonly state: State, readonly says: string, readonly keys: readonly string[] }} Verdict
 * @typedef {ReturnType<typeof openEngine>} Engine
 */

/** 值里的这个键列出自动算的、但由人改写了的那些键；它们照写的算。 */
export const OWN = "_own";

const ISO = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;
const TEXTS = ["文本", "多行文本", "单选", "时间"];
const NUMBERS = ["整数", "小数", "金额"];

/**
 * 算式的算法，连同名额档次。算式都是语法树，由建站时读好。
 *
 * @param {Bands} bands
 */
export function openEngine(bands) {
  const table = tables(bands);

  /**
   * 全部的值，带类型，自动算的已经算好。
   *
   * @param {readonly Spec[]} specs
   * @param {Values} values
   */
  const full = (specs, values) => {
    const known = byKey(specs);
    const get = solver(known, values, (node, scope) => run(node, scope, table));
    for (const key of known.keys()) get(key);
    return get;
  };

  return {
    /**
     * 原来的值，加上自动算的；算不出来的是 null。自动算的键原来有值也不算数，除非列在 OWN 里。
     *
     * @param {readonly Spec[]} specs
     * @param {Values} values
     * @returns {Record<string, any>}
     */
    derive(specs, values) {
      const get = full(specs, values);
      /** @type {Record<string, any>} */
      const out = { ...values };
      for (const [key, spec] of byKey(specs)) if (spec.derive !== null) out[key] = shown(get(key));
      return out;
    },

    /**
     * 逐条校验。
     *
     * @param {readonly Check[]} checks
     * @param {Values} values
     * @param {readonly Spec[]} specs
     * @returns {Verdict[]}
     */
    check(checks, values, specs) {
      const get = full(specs, values);
      return checks.map(({ id, level, says, keys, expr }) => ({ id, level, says, keys, state: stateOf(expr, (node) => run(node, get, table)) }));
    },

    /**
     * 一个算式的结果（文字、整数、真假、列表），算不出来是 null。
     *
     * @param {any} node 语法树
     * @param {Values} values
     * @param {readonly Spec[]} [specs]
     */
    result: (node, values, specs = []) => shown(run(node, full(specs, values), table)),

    /**
     * 算条件的函数：同一份文书的许多条件，值只认一遍。
     *
     * @param {readonly Spec[]} specs
     * @param {Values} values
     * @returns {(node: any) => boolean}
     */
    condition(specs, values) {
      const get = full(specs, values);
      return (node) => run(node, get, table) === true;
    },
  };
}

/**
 * @param {any} expr
 * @param {(node: any) => any} value
 * @returns {State}
 */
function stateOf(expr, value) {
  if (expr === null || expr === undefined) return "manual";
  const found = value(expr);
  return typeof found === "boolean" ? (found ? "pass" : "fail") : "unknown";
}

/**
 * 一边算一边记；算式要用别的自动算的，先算那一个。转回自己的算不出来。
 *
 * @param {ReadonlyMap<string, Spec>} specs
 * @param {Values} values
 * @param {(node: any, scope: (name: string) => any) => any} value
 */
function solver(specs, values, value) {
  /** @type {Map<string, any>} */
  const known = new Map();
  /** @type {Set<string>} */
  const busy = new Set();
  for (const key of Object.keys(values)) if (!specs.has(key)) known.set(key, native(values[key]));
  const own = Array.isArray(values[OWN]) ? values[OWN] : [];
  for (const [key, spec] of specs) {
    const found = typed(spec, values[key]);
    if (spec.derive === null) known.set(key, found === undefined ? blank(spec) : found);
    else if (own.includes(key) && found !== undefined) known.set(key, found);
  }
  /** @param {string} key */
  const get = (key) => {
    const spec = specs.get(key);
    if (spec && !known.has(key) && !busy.has(key)) {
      busy.add(key);
      known.set(key, typed(spec, value(spec.derive, get)));
    }
    return known.get(key);
  };
  return get;
}

/**
 * 键 → 填写项；后来的盖过先来的，所以本文书自有的要放在后面。
 *
 * @param {readonly Spec[]} specs
 * @returns {Map<string, Spec>}
 */
export function byKey(specs) {
  return new Map(specs.map((spec) => [spec.key, spec]));
}

// —— 认类型 ——

/**
 * 一个值按填写项（或一列）的类型来认；认不出来的当没填（undefined）。
 *
 * @param {{ readonly type: string, readonly columns?: readonly Column[] }} spec
 * @param {any} value
 */
export function typed(spec, value) {
  if (TABULAR.includes(spec.type)) {
    const rows = Array.isArray(value) ? value.map((row) => typedRow(spec.columns || [], row)).filter(Boolean) : [];
    return rows.length ? rows : undefined;
  }
  if (value instanceof Dec) value = plain(value);
  if (typeof value === "boolean" || typeof value === "object" || isMissing(value)) return undefined;
  const said = strip(clean(String(value)));
  if (NUMBERS.includes(spec.type)) return typedNumber(said, spec.type);
  return spec.type === "日期" ? typedDate(said) : said || undefined;
}

/**
 * 选填而没填的：文字当作空，表当作没有一行；数和日期还是算不出来。
 *
 * @param {Spec} spec
 */
function blank(spec) {
  if (spec.required || NUMBERS.includes(spec.type) || spec.type === "日期") return undefined;
  return TABULAR.includes(spec.type) ? [] : "";
}

/**
 * 一行；没写字的格子是空文字，没填的数和日期没有；全空的没有这一行。
 *
 * @param {readonly Column[]} columns
 * @param {any} row
 */
function typedRow(columns, row) {
  const first = columns[0];
  if (!isRow(row)) row = first ? { [first.key]: row } : {};
  /** @type {Record<string, any>} */
  const out = {};
  let written = false;
  for (const column of columns) {
    const found = typed(column, row[column.key]);
    if (found !== undefined) {
      written = true;
      out[column.key] = found;
    } else if (TEXTS.includes(column.type)) out[column.key] = "";
  }
  return written ? out : undefined;
}

/**
 * 全角数字、千分位的逗号都认。
 *
 * @param {string} said
 * @param {string} kind
 */
function typedNumber(said, kind) {
  const narrow = said.replace(/[０-９．－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const found = read(narrow.replace(/[,，](?=[0-9]{3})/g, ""));
  if (found === undefined) return undefined;
  if (kind !== "整数") return toDec(found);
  if (found instanceof Dec) return found.s === 0 ? found.n : undefined;
  return found;
}

/** @param {string} said */
function typedDate(said) {
  const m = ISO.exec(said);
  const iso = m ? `${m[1]}-${String(m[2]).padStart(2, "0")}-${String(m[3]).padStart(2, "0")}` : "";
  return isDate(iso) ? iso : undefined;
}

/**
 * 没有登记的值照它自己的样子认。
 *
 * @param {any} value
 * @returns {any}
 */
function native(value) {
  if (typeof value === "number") return isInt(value) ? value : read(String(value));
  if (Array.isArray(value)) return value.map(native);
  if (!isRow(value)) return value === null ? undefined : value;
  /** @type {Record<string, any>} */
  const out = {};
  for (const key of Object.keys(value)) out[key] = native(value[key]);
  return out;
}

/**
 * 带类型的值 → 能存、能印的：小数写成文字，算不出来的是 null。
 *
 * @param {any} value
 * @returns {any}
 */
function shown(value) {
  if (value === undefined) return null;
  if (value instanceof Dec) return plain(value);
  if (Array.isArray(value)) return value.map(shown);
  if (!isRow(value)) return value;
  /** @type {Record<string, any>} */
  const out = {};
  for (const key of Object.keys(value)) out[key] = shown(value[key]);
  return out;
}
