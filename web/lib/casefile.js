/**
 * 一件事 ↔ 文字：存着的、导入的，都只从 restore()、readFile() 进来，只从 dump() 出去。
 *
 * 不认得的键（新版手册加的、文书改了名的）原样留着；不认得的样子（不是文字、整数、一行行记录）数出来，由叫它的人决定另存还是拒收。
 */

import { blankCase, isEmpty, MAX_KEYS, MAX_NAME, MAX_REASON, readMap, readValue, SHAPES } from "./cases.js";
import { isRecord, isTime, MAX_TEXT as MAX_RUN } from "./state.js";

/** @typedef {import("./cases.js").Case} Case */

/** 存储格式的版本；改了格式就加一，并让 read() 继续读得懂旧的。 */
export const SCHEMA = 1;
/** 存档、导入的文件最多这么多字。 */
export const MAX_TEXT = 2 * MAX_RUN;

const APP = "jianjia";
const KIND = "case";
const MAX_FORMS = 200;
const KNOWN = new Set(["app", "kind", "schema", "id", "name", "matter", "sample", "created", "changed", "profile", "forms", "waivers", "exported", "address"]);

/**
 * @param {Case} kept
 * @param {Record<string, unknown>} [more] 一起写上的：导出的时刻、网址；读的时候不看
 * @param {number} [indent]
 */
export function dump(kept, more = {}, indent = 0) {
  const { id, name, matter, sample, created, changed, profile, forms, waivers } = kept;
  return JSON.stringify({ app: APP, kind: KIND, schema: SCHEMA, ...more, id, name, matter, sample, created, changed, profile, forms, waivers }, null, indent);
}

/**
 * 读存着的文字。整份读不懂、不是这一件的为 null。
 *
 * @param {string} text
 * @param {string} id
 * @returns {import("./store.js").Restored<Case> | null}
 */
export function restore(text, id) {
  const data = parse(text);
  if (!data || data.kind !== KIND || (data.id !== id && Number(data.schema) <= SCHEMA)) return null;
  return { ...read(data, id), newer: Number(data.schema) > SCHEMA };
}

/**
 * 读导入的文字；不收的，`problem` 说为什么。
 *
 * @param {string} text
 * @param {string} id 收下以后的编号
 * @returns {{ readonly kept: Case, readonly lost: number } | { readonly problem: string }}
 */
export function readFile(text, id) {
  if (!text.trim()) return { problem: "文件是空的，或者太大了。" };
  if (text.length > MAX_TEXT) return { problem: "文件太大了，不是这里导出的。" };
  const data = parse(text);
  if (!data) return { problem: /^\s*[{[]/.test(text) ? "文件坏了，或者不是这里导出的。请让对方重新导出一次。" : "这不是这里导出的文件。" };
  if (data.kind !== KIND) {
    return { problem: data.list ? "这是清单的办理进度，请到那张清单的“交接和备份”里导入。" : "这是手册里别的东西导出的文件，这里收不了。" };
  }
  if (Number(data.schema) > SCHEMA) return { problem: "文件是更新版本的手册导出的，这一版读不了。请刷新页面，或者打开新版手册再导入。" };
  const { value, lost } = read(data, id);
  if (isEmpty(value) && lost) return { problem: "文件里的内容一项也读不出来。" };
  return { kept: value, lost };
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parse(text) {
  if (text.length > MAX_TEXT) return null;
  try {
    const data = JSON.parse(text.replace(/^\ufeff/, ""));
    return isRecord(data) && data.app === APP && Number.isInteger(data.schema) && Number(data.schema) >= 1 ? data : null;
  } catch (error) {
    return null;
  }
}

/**
 * @param {Record<string, unknown>} data
 * @param {string} id
 * @returns {{ value: Case, lost: number }}
 */
function read(data, id) {
  let lost = 0;
  const bad = () => {
    lost += 1;
    return "";
  };
  for (const key of Object.keys(data)) if (!KNOWN.has(key)) bad();
  /** @param {unknown} value @param {number} most */
  const text = (value, most) => (typeof value === "string" && value.length <= most ? value : value === undefined ? "" : bad());
  const matter = text(data.matter, 32);
  const value = blankCase(id, {
    name: text(data.name, MAX_NAME),
    matter: SHAPES.matter.test(matter) ? matter : bad(),
    sample: data.sample === true,
    created: isTime(data.created) ? data.created : "",
    changed: isTime(data.changed) ? data.changed : "",
    profile: readMap(data.profile, SHAPES.key, MAX_KEYS, readValue, bad),
    forms: readMap(data.forms, SHAPES.slug, MAX_FORMS, (own) => (isRecord(own) ? readMap(own, SHAPES.key, MAX_KEYS, readValue, bad) : null), bad),
    waivers: readMap(data.waivers, SHAPES.check, MAX_KEYS, (reason) => (typeof reason === "string" && reason.length <= MAX_REASON ? reason : null), bad),
  });
  return { value, lost };
}
