/**
 * 一件事（case）：在办的建会、换届、职代会、集体协商各是一件，填过的东西都在里面。
 *
 * 纯函数，不碰网页和存储；存成文字、读回来在 casefile.js。
 * 只存填的，不存自动算的：存着一个自动算的键，就是由人改写了它。
 */

import { OWN } from "./office/expr.js";
import { isMissing } from "./office/values.js";
import { isRecord, later } from "./state.js";

/**
 * @typedef {Readonly<Record<string, any>>} Values 键 → 文字、整数、一行行记录
 *
 * @typedef {object} Case
 * @property {string} id 这台设备上的编号
 * @property {string} name 例：甲公司建会；没取名为空
 * @property {string} matter 哪个文书包：founding、reelection……；还没选为空
 * @property {boolean} sample 示例（虚构的单位），印出来带“示例”字样
 * @property {string} created 开始的时刻；还没填过东西为空
 * @property {string} changed 最后一次改的时刻
 * @property {Values} profile 各文书共用的
 * @property {Readonly<Record<string, Values>>} forms 文书 → 它自有的
 * @property {Readonly<Record<string, string>>} waivers 校验编号 → 为什么照样可以；人核过的写“核过”
 */

export const MAX_NAME = 40;
export const MAX_REASON = 200;
/** 人核过、没有别的话要说的。 */
export const CONFIRMED = "核过";
export const MAX_KEYS = 500;
const MAX_ROWS = 1000;
/** 比一项许填的多留一倍：填长了的照样留着，让人自己改短。 */
const MAX_VALUE = 20000;
/** 键、文书、校验编号、文书包各长什么样；都不以下划线开头，`__proto__` 进不来。 */
export const SHAPES = {
  key: /^[a-z][a-z0-9_]{0,47}$/,
  slug: /^[a-z0-9][a-z0-9-]{0,79}$/,
  check: /^[A-Z][A-Z0-9]{0,15}$/,
  matter: /^([a-z][a-z-]{0,30})?$/,
};

/**
 * @param {string} id
 * @param {Partial<Case>} [more]
 * @returns {Case}
 */
export function blankCase(id, more = {}) {
  return { name: "", matter: "", sample: false, created: "", changed: "", profile: {}, forms: {}, waivers: {}, ...more, id };
}

// —— 改 ——

/**
 * 填、改、清掉一项；一样的不算改。
 *
 * @param {Case} kept
 * @param {string} slug 哪份文书自有的；公用的为空
 * @param {string} key
 * @param {unknown} value
 * @param {string} at
 * @returns {Case}
 */
export function setValue(kept, slug, key, value, at) {
  const found = isMissing(value) ? undefined : readValue(value);
  if (!SHAPES.key.test(key) || (slug && !SHAPES.slug.test(slug)) || found === null) return kept;
  const before = (slug ? kept.forms[slug] : kept.profile) || {};
  if (JSON.stringify(before[key]) === JSON.stringify(found)) return kept;
  const { [key]: _, ...rest } = before;
  const values = found === undefined ? rest : { ...rest, [key]: found };
  if (!slug) return touched({ ...kept, profile: values }, at);
  return touched({ ...kept, forms: { ...kept.forms, [slug]: values } }, at);
}

/**
 * 写明理由放行一条校验，或者记下人核过；理由为空是收回。
 *
 * @param {Case} kept
 * @param {string} check
 * @param {string} reason
 * @param {string} at
 * @returns {Case}
 */
export function waive(kept, check, reason, at) {
  const said = reason.trim().slice(0, MAX_REASON);
  if (!SHAPES.check.test(check) || (kept.waivers[check] || "") === said) return kept;
  const { [check]: _, ...rest } = kept.waivers;
  return touched({ ...kept, waivers: said ? { ...rest, [check]: said } : rest }, at);
}

/**
 * @param {Case} kept
 * @param {string} name
 * @param {string} at
 */
export function rename(kept, name, at) {
  return touched({ ...kept, name: name.trim().slice(0, MAX_NAME) }, at);
}

/**
 * @param {Case} kept
 * @param {string} matter
 * @param {string} at
 */
export function setMatter(kept, matter, at) {
  return SHAPES.matter.test(matter) && matter !== kept.matter ? touched({ ...kept, matter }, at) : kept;
}

/**
 * 填过的都清掉；名称和办什么事留着。
 *
 * @param {Case} kept
 * @param {string} at
 */
export function emptied(kept, at) {
  return touched({ ...kept, sample: false, profile: {}, forms: {}, waivers: {} }, at);
}

/**
 * 另存一份。
 *
 * @param {Case} kept
 * @param {string} id
 * @param {string} at
 * @returns {Case}
 */
export function copied(kept, id, at) {
  return { ...kept, id, name: `${kept.name || "未取名"}（复印件）`.slice(0, MAX_NAME), created: at, changed: at };
}

/** 换届要留下的两步：单位、上级、会员；筹备组随第一届选出就撤销了，不带。 */
const KEPT_STEPS = ["before", "joined"];
const PREPARATION = "筹备组";

/**
 * 照一件建会（换届）的档案开始下一次换届：单位、小组、会员留着，届次加一，候选人、票数、批复清空；
 * 上一届的届次和任期填进换届请示这些文书的“本届”。
 *
 * @param {Case} kept
 * @param {readonly { readonly key: string, readonly step: string, readonly group: string, readonly source: string }[]} specs 档案的填写项
 * @param {Values} all 连自动算的在内
 * @param {Readonly<Record<string, readonly string[]>>} own 文书 → 它自有的键
 * @param {string} id
 * @param {string} at
 * @returns {Case}
 */
export function nextTerm(kept, specs, all, own, id, at) {
  const term = Number(all.term_no);
  /** @type {Record<string, any>} */
  const profile = {};
  for (const { key, step, group, source } of specs) {
    const stays = source === "profile" && KEPT_STEPS.includes(step) && (group !== PREPARATION || key.startsWith("contact_"));
    if (stays && kept.profile[key] !== undefined) profile[key] = kept.profile[key];
  }
  if (Number.isInteger(term)) profile.term_no = term + 1;
  const before = { this_term_no: Number.isInteger(term) ? term : undefined, this_term_start: all.term_start, this_term_end: all.term_end };
  /** @type {Record<string, Values>} */
  const forms = {};
  for (const [slug, keys] of Object.entries(own)) {
    /** @type {Record<string, any>} */
    const carried = {};
    for (const [key, value] of Object.entries(before)) if (keys.includes(key) && !isMissing(value)) carried[key] = value;
    if (Object.keys(carried).length) forms[slug] = carried;
  }
  const unit = typeof profile.unit_short === "string" ? profile.unit_short : "";
  return blankCase(id, { name: `${unit}换届`.slice(0, MAX_NAME), matter: "reelection", sample: kept.sample, created: at, changed: at, profile, forms });
}

/**
 * @param {Case} kept
 * @param {string} at
 * @returns {Case}
 */
function touched(kept, at) {
  const changed = later(at, kept.changed);
  return { ...kept, created: kept.created || changed, changed };
}

// —— 看 ——

/**
 * 交给文书的值：公用的和它自有的，改写过的自动项照改写的。
 *
 * @param {Case} kept
 * @param {string} [slug]
 * @returns {Record<string, any>}
 */
export function valuesOf(kept, slug = "") {
  const values = { ...kept.profile, ...(slug ? kept.forms[slug] : {}) };
  return { ...values, [OWN]: Object.keys(values) };
}

/** 一样都没填过。
 *
 * @param {Case} kept
 */
export function isEmpty(kept) {
  return !count(kept);
}

/** 填了几项。
 *
 * @param {Case} kept
 */
export function count(kept) {
  return [kept.profile, ...Object.values(kept.forms)].reduce((sum, values) => sum + Object.keys(values).length, 0);
}

// —— 认样子 ——

/**
 * @template T
 * @param {unknown} stored
 * @param {RegExp} shape
 * @param {number} most
 * @param {(value: unknown) => T | null} accept
 * @param {() => void} bad
 * @returns {Record<string, T>}
 */
export function readMap(stored, shape, most, accept, bad) {
  /** @type {Record<string, T>} */
  const found = {};
  if (!isRecord(stored)) {
    if (stored !== undefined) bad();
    return found;
  }
  Object.keys(stored).forEach((key, i) => {
    const value = shape.test(key) && i < most ? accept(stored[key]) : null;
    if (value === null) bad();
    else found[key] = value;
  });
  return found;
}

/**
 * 认得的样子：文字、整数、一行行记录。
 *
 * @param {unknown} value
 * @returns {any} 不认得为 null
 */
export function readValue(value) {
  if (!Array.isArray(value)) return readCell(value);
  if (value.length > MAX_ROWS) return null;
  const rows = value.map((row) => {
    if (!isRecord(row)) return null;
    let lost = 0;
    const found = readMap(row, SHAPES.key, MAX_KEYS, readCell, () => {
      lost += 1;
    });
    return lost ? null : found;
  });
  return rows.includes(null) ? null : rows;
}

/** @param {unknown} value */
function readCell(value) {
  if (typeof value === "string") return value.length <= MAX_VALUE ? value : null;
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}
