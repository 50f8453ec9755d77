/**
 * 照着语法树算，和 `scripts/jianjia/formula/run.py` 一模一样。算不出来的是 undefined，从不出错。
 *
 * 语法树由建站时的 `scripts/jianjia/formula/syntax.py` 读成，写在数据里；这里不带读法。
 */

import { accepts, cell, isRow, same } from "./functions.js";
import { add, compare, divide, isInt, isNumber, multiply, read, remainder } from "./numbers.js";

/**
 * @typedef {any} Node 语法树的一节，见 syntax.py
 * @typedef {(name: string) => any} Scope 变量名 → 值；没有的是 undefined
 * @typedef {import("./functions.js").Table} Table
 */

/** 文字、列表最长。 */
const LONGEST = 100000;
const MACROS = ["filter", "map", "all", "exists", "exists_one"];

/**
 * @param {Node} node
 * @param {Scope} scope
 * @param {Table} table
 * @returns {any}
 */
export function run(node, scope, table) {
  if (typeof node === "string") return scope(node);
  if (!Array.isArray(node)) return node;
  const [op, a, b, c] = node;
  if (MACROS.includes(op)) return each(op, run(a, scope, table), b, c, scope, table);
  if (op === "and" || op === "or") return logic(op === "or", run(a, scope, table), () => run(b, scope, table));
  if (op === "if") {
    const test = run(a, scope, table);
    return typeof test === "boolean" ? run(test ? b : c, scope, table) : undefined;
  }
  if (op === "s") return a;
  if (op === "num") return read(a);
  if (op === "get" || op === "has") {
    const row = run(a, scope, table);
    const found = isRow(row) ? cell(row, b) : undefined;
    return op === "get" ? found : isRow(row) && found !== undefined && found !== null && found !== "";
  }
  const values = node.slice(op === "call" ? 2 : 1).map((child) => run(child, scope, table));
  if (values.some((value) => value === undefined || value === null)) return undefined;
  if (op === "list") return values;
  if (op === "call") {
    const [kinds, fn] = cell(table, a) || ["", null];
    return fn && accepts(kinds, values) ? fn(...values) : undefined;
  }
  return operate(op, values[0], values[1]);
}

/**
 * `want` 是“有它就定了”的那个值。
 *
 * @param {boolean} want
 * @param {any} left
 * @param {() => any} next
 */
function logic(want, left, next) {
  if (left === want) return want;
  const right = next();
  if (right === want) return want;
  return typeof left === "boolean" && typeof right === "boolean" ? !want : undefined;
}

/**
 * 逐个看：在原来的变量之外，添一个临时的名字。
 *
 * @param {string} op
 * @param {any} values
 * @param {string} name
 * @param {Node} body
 * @param {Scope} scope
 * @param {Table} table
 */
function each(op, values, name, body, scope, table) {
  if (!Array.isArray(values)) return undefined;
  const found = values.map((value) => run(body, (key) => (key === name ? value : scope(key)), table));
  if (op === "map") return found.some((x) => x === undefined || x === null) ? undefined : found;
  const sure = found.every((x) => typeof x === "boolean");
  if (op === "all" || op === "exists") {
    const want = op === "exists";
    return found.includes(want) ? want : sure ? !want : undefined;
  }
  if (!sure) return undefined;
  const kept = values.filter((_, i) => found[i]);
  return op === "filter" ? kept : kept.length === 1;
}

/**
 * @param {string} op
 * @param {any} a
 * @param {any} b
 */
function operate(op, a, b) {
  if (op === "not") return typeof a === "boolean" ? !a : undefined;
  if (op === "neg") return isNumber(a) ? multiply(a, -1) : undefined;
  if (op === "==" || op === "!=") return same(a, b) === (op === "==");
  if (op === "in") return Array.isArray(b) ? b.some((x) => same(a, x)) : undefined;
  if (op === "at") return Array.isArray(a) && isInt(b) && b >= 0 && b < a.length ? a[b] : undefined;
  if (op === "<" || op === "<=" || op === ">" || op === ">=") return ordered(op, a, b);
  if (isNumber(a) && isNumber(b)) {
    if (op === "+" || op === "-") return add(a, b, op === "+" ? 1 : -1);
    if (op === "*") return multiply(a, b);
    return op === "/" ? divide(a, b) : remainder(a, b);
  }
  if (op !== "+") return undefined;
  if (typeof a === "string" && typeof b === "string") return a.length + b.length <= LONGEST ? a + b : undefined;
  return Array.isArray(a) && Array.isArray(b) && a.length + b.length <= LONGEST ? a.concat(b) : undefined;
}

/**
 * @param {string} op
 * @param {any} a
 * @param {any} b
 */
function ordered(op, a, b) {
  const order = orderOf(a, b);
  if (order === undefined) return undefined;
  if (op === "<") return order < 0;
  if (op === "<=") return order <= 0;
  return op === ">" ? order > 0 : order >= 0;
}

/**
 * @param {any} a
 * @param {any} b
 */
function orderOf(a, b) {
  if (isNumber(a) && isNumber(b)) return compare(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return typeof a === "string" && typeof b === "string" ? compareTexts(a, b) : undefined;
}

/**
 * 按字的编码比，生僻字也和 Python 里一样。
 *
 * @param {string} a
 * @param {string} b
 */
function compareTexts(a, b) {
  const x = Array.from(a);
  const y = Array.from(b);
  const i = x.findIndex((char, at) => char !== y[at]);
  if (i < 0) return x.length - y.length;
  return y[i] === undefined ? 1 : Number(String(x[i]).codePointAt(0)) - Number(String(y[i]).codePointAt(0));
}
