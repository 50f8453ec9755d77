/**
 * 一份清单的一次办理（run）：每个事项办到哪一步、备注，加上这次办理的名称、起算日、我的角色、各期存档。
 *
 * 纯函数，不碰网页和存储。存着的、导入的，都只从 restore() 进来，只从 dump() 出去。
 * 记录按事项编号存，不按位置；页面上没有的编号照样留着，清单改版、新旧页面并存都不丢。
 * 改的时候都写明 *at*（现在的时刻）：合并两台手机、两个标签页的记录时，后写的为准。
 */

import { isDate } from "./dates.js";

/**
 * @typedef {"todo" | "done" | "waiting" | "na"} State 未办、已办、等待、不适用
 *
 * @typedef {object} Mark 一个事项的记录
 * @property {State} state
 * @property {string} at 最后一次改它的时刻；改回未办、删掉备注也记
 * @property {string} [text] 记的时候事项是怎么写的；清单改了字，就看得出来
 * @property {string} [date] 哪天办的
 * @property {string} [for] 等谁
 * @property {string} [since] 从哪天起等
 * @property {string} [reason] 为什么不适用
 * @property {string} [note] 备注，最多 2,000 字
 * @property {number} [points] 得分
 * @property {"have" | "missing"} [evidence] 留存的东西在不在卷里
 * @property {boolean} [gone] 清空时清掉的；合并时，早先的备注不会又冒出来
 *   状态改了，别的状态的几栏照样留着（点错了改回来不用重填）；显示时只看当前状态的。
 *
 * @typedef {object} Period 定期检查、评估的一期存档
 * @property {string} at
 * @property {string} name 例：2026 年第四季度
 * @property {boolean} [gone] 删掉了；留个记号，合并时才不会又冒出来
 * @property {ReadonlyMap<string, Mark>} items
 *
 * @typedef {object} Run
 * @property {string} list 清单的路径，如 branch/founding
 * @property {string} id 这台设备上的编号，一次办理一个
 * @property {string} title 清单的标题
 * @property {string} name 这次办理的名称，如 甲分厂；没取名为空
 * @property {string} created 开始的时刻；两台设备上一样的就是同一次办理。还没记过东西为空
 * @property {string} contentVersion 最后一次改动时，清单是哪一版
 * @property {ReadonlyMap<string, string>} anchors 起算日：名称 → 2027-01-10；清掉的为空字符串
 * @property {readonly string[]} roles 我负责的角色
 * @property {ReadonlyMap<string, Mark>} items 事项编号 → 记录
 * @property {ReadonlyMap<string, Period>} periods 期的键（如 2026-Q4）→ 存档
 * @property {ReadonlyMap<string, string>} times 名称、起算日各是什么时候改的
 *
 * @typedef {{ readonly id: string, readonly level: "must" | "should" }} Item
 * @typedef {{ readonly done: number, readonly total: number, readonly waiting: number, readonly na: number }} Count
 *   `total` 不含不适用的。
 */

/** 存储格式的版本；改了格式就加一，并让 restore() 继续读得懂旧的。 */
export const SCHEMA = 2;
export const MAX_NOTE = 2000;
/** 存档、导入的文件最多这么多字。 */
export const MAX_TEXT = 1024 * 1024;

const APP = "jianjia";
export const MAX_ITEMS = 2000;
/** 最多存几期，删去的也占一个。 */
export const MAX_PERIODS = 60;
/** 名称、起算日、角色都不多。 */
export const MAX_FEW = 40;
/** 只认大写编号，`__proto__`、`constructor` 之类的名字也就进不来。 */
const ITEM_ID = /^[A-Z][A-Z0-9-]{1,31}$/;
/** 期的键，如 2026-Q4。 */
export const PERIOD_KEY = /^[0-9A-Za-z][0-9A-Za-z-]{0,31}$/;
/** 起算日、角色的名称：汉字、字母、数字和括号。 */
const NAME = /^[\u3400-\u9fffA-Za-z0-9（）()]{1,20}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const LONG_AGO = "1970-01-01T00:00:00.000Z";
/**
 * 短码里也按这个次序写，不能改。
 *
 * @type {readonly State[]}
 */
export const STATES = ["todo", "done", "waiting", "na"];
/** 几栏各最多多少字。 */
export const LENGTHS = { text: 300, for: 100, reason: 200, note: MAX_NOTE };
/** 存档里一次办理以外的几栏，和一个事项长短不限的几栏；别的都不认得。 */
const MORE = ["app", "schema", "run", "progress", "exported", "address"];
const MARK = ["state", "done", "at", "date", "since", "points", "evidence", "gone"];

/** @param {string} id */
export function isItemId(id) {
  return ITEM_ID.test(id);
}

/**
 * @param {string} list
 * @param {string} id
 * @returns {Run}
 */
export function blank(list, id) {
  return {
    list, id, title: "", name: "", created: "", contentVersion: "",
    anchors: new Map(), roles: [], items: new Map(), periods: new Map(), times: new Map(),
  };
}

// —— 改 ——

/**
 * 改一个事项的几栏；没提到的栏不动，写 undefined 或空字符串是删掉。
 *
 * @param {Run} run
 * @param {string} id
 * @param {Partial<Mark>} changes
 * @param {string} at
 * @returns {Run}
 */
export function setMark(run, id, changes, at) {
  if (!isItemId(id)) return run;
  const old = markOf(run, id);
  const made = readMark({ ...old, ...changes, gone: undefined, at: later(at, old.at) }, () => {});
  return made ? { ...run, items: new Map(run.items).set(id, made) } : run;
}

/**
 * 打勾、去掉勾。写明办了还是没办，而不是“反过来”：另一个标签页可能已经改过。
 *
 * @param {Run} run
 * @param {string} id
 * @param {boolean} done
 * @param {string} at
 * @param {string} [date] 哪天办的
 */
export function tick(run, id, done, at, date = "") {
  return setMark(run, id, done ? { state: "done", date } : { state: "todo", date: "" }, at);
}

/**
 * 填、改、清掉一个起算日。
 *
 * @param {Run} run
 * @param {string} name
 * @param {string} date 2027-01-10；空的是清掉
 * @param {string} at
 * @returns {Run}
 */
export function setAnchor(run, name, date, at) {
  if (!NAME.test(name) || (date && !isDate(date))) return run;
  return { ...run, anchors: new Map(run.anchors).set(name, date), times: touch(run, `anchor:${name}`, at) };
}

/**
 * @param {Run} run
 * @param {string} name
 * @param {string} at
 * @returns {Run}
 */
export function setName(run, name, at) {
  return { ...run, name: name.trim().slice(0, MAX_FEW), times: touch(run, "name", at) };
}

/**
 * @param {Run} run
 * @param {readonly string[]} roles
 * @returns {Run}
 */
export function setRoles(run, roles) {
  return { ...run, roles: [...new Set(roles)].filter((role) => NAME.test(role)).slice(0, MAX_FEW) };
}

// —— 看 ——

/** @type {Mark} */
const UNMARKED = { state: "todo", at: "" };

/**
 * 一个事项的记录；没记过的是一条空的。
 *
 * @param {Pick<Run, "items">} run 一次办理，或者存下的一期
 * @param {string} id
 */
export function markOf(run, id) {
  return run.items.get(id) || UNMARKED;
}

/**
 * 这条记录里有没有东西：改回未办、又没有备注的，等于没记过。
 *
 * @param {Mark} mark
 */
export function isMarked(mark) {
  return mark.state !== "todo" || Boolean(mark.note || mark.evidence || mark.points !== undefined);
}

/**
 * 还没了结：未办、等待。
 *
 * @param {string} state
 */
export function isOpen(state) {
  return state === "todo" || state === "waiting";
}

/** @param {Run} run */
export function isEmpty(run) {
  return ![...run.items.values()].some(isMarked);
}

/** 这次办理一点东西都没记过：连名称、日子也没有。
 *
 * @param {Run} run
 */
export function isUntouched(run) {
  return isEmpty(run) && !run.name && !run.periods.size && ![...run.anchors.values()].some(Boolean);
}

/**
 * 数一数 *items* 里办了几项；页面上没有的编号不算。
 *
 * @param {readonly Item[]} items
 * @param {Run} run
 * @returns {{ must: Count, should: Count }}
 */
export function progress(items, run) {
  /** @param {Item["level"]} level */
  const count = (level) => {
    const states = items.filter((item) => item.level === level).map((item) => markOf(run, item.id).state);
    /** @param {State} state */
    const of = (state) => states.filter((found) => found === state).length;
    return { done: of("done"), total: states.length - of("na"), waiting: of("waiting"), na: of("na") };
  };
  return { must: count("must"), should: count("should") };
}

// —— 存和读 ——

/**
 * @param {Run} run
 * @param {Record<string, unknown>} [more] 一起写上的：导出的时刻、网址、进度；读的时候不看
 * @param {number} [indent]
 * @returns {string}
 */
export function dump(run, more = {}, indent = 0) {
  const { list, id, title, name, created, contentVersion, roles } = run;
  const periods = new Map([...run.periods].map(([key, period]) => [key, { ...period, items: plain(period.items) }]));
  const data = {
    app: APP, schema: SCHEMA, ...more, list, run: id, title, name, created, contentVersion,
    anchors: plain(run.anchors), roles, items: plain(run.items), periods: plain(periods), times: plain(run.times),
  };
  return JSON.stringify(data, null, indent);
}

/**
 * 读存着的文字。整份读不懂、不是这一次办理的为 null；`lost` 是丢下的处数；`newer` 表示是更新的版本写的，
 * 只许看；`old` 是旧格式的版本号，改写前要留一份。
 *
 * @param {string} text
 * @param {readonly string[]} lists 这份清单的路径，现在的在最前，后面是旧名
 * @param {string} id
 * @returns {import("./store.js").Restored<Run> | null}
 */
export function restore(text, lists, id) {
  const data = parse(text);
  if (!data) return null;
  const newer = data.schema > SCHEMA;
  // 第 0 版一份清单只有一次办理，没写编号。
  const own = lists.includes(String(data.list)) && (data.run === id || (data.schema === 0 && data.run === undefined));
  if (!newer && (!own || !isRecord(data.items))) return null;
  const { run, lost } = readRun(data, lists[0] || "", id);
  return { value: run, lost, newer, ...(data.schema < SCHEMA ? { old: data.schema } : {}) };
}

/**
 * @param {string} text
 * @returns {(Record<string, unknown> & { schema: number }) | null} 是本站的记录，版本另看
 */
export function parse(text) {
  if (text.length > MAX_TEXT) return null;
  try {
    const data = JSON.parse(text);
    const own = isRecord(data) && data.app === APP && Number.isInteger(data.schema) && Number(data.schema) >= 0;
    return own ? /** @type {Record<string, unknown> & { schema: number }} */ (data) : null;
  } catch (error) {
    return null;
  }
}

/**
 * 逐栏读，只收认得的；不认得的、写错的数出来（`lost`），由叫它的人决定另存还是拒收。
 *
 * @param {Record<string, unknown>} data
 * @param {string} list
 * @param {string} id
 * @returns {{ run: Run, lost: number }}
 */
export function readRun(data, list, id) {
  let lost = 0;
  const bad = () => {
    lost += 1;
  };
  const anchors = readMap(data.anchors, NAME, MAX_FEW, (value) => (value === "" || isDate(value) ? value : null), bad);
  const periods = readMap(data.periods, PERIOD_KEY, MAX_PERIODS, (value) => readPeriod(value, bad), bad);
  const times = readMap(data.times, /^(name|anchor:.{1,20})$/, 2 * MAX_FEW, (value) => (isTime(value) ? value : null), bad);
  const roles = data.roles === undefined ? [] : Array.isArray(data.roles) ? data.roles : (bad(), []);
  const run = {
    list, id, anchors, periods, times,
    title: readText(data.title, 100, bad) || "",
    name: readText(data.name, MAX_FEW, bad) || "",
    created: isTime(data.created) ? data.created : "",
    contentVersion: readText(data.contentVersion, 100, bad) || "",
    roles: roles.filter((role) => (typeof role === "string" && NAME.test(role)) || bad()),
    items: readMap(data.items, ITEM_ID, MAX_ITEMS, (value) => readMark(value, bad), bad),
  };
  for (const name of Object.keys(data)) if (![...Object.keys(run), ...MORE].includes(name)) bad();
  return { run, lost };
}

/**
 * 不早于上一次：设备的钟拨回去过，后写的也还是后写的。
 *
 * @param {string} at
 * @param {string} [before]
 */
export function later(at, before) {
  return before && before >= at ? new Date(Date.parse(before) + 1).toISOString() : at;
}

/**
 * @param {Run} run
 * @param {string} what
 * @param {string} at
 */
function touch(run, what, at) {
  return new Map(run.times).set(what, later(at, run.times.get(what)));
}

/** @param {ReadonlyMap<string, unknown>} map */
function plain(map) {
  const object = Object.create(null);
  for (const [key, value] of map) object[key] = value;
  return object;
}

/**
 * @template T
 * @param {unknown} stored
 * @param {RegExp} key
 * @param {number} most
 * @param {(value: unknown) => T | null} read
 * @param {() => void} bad
 * @returns {Map<string, T>}
 */
function readMap(stored, key, most, read, bad) {
  /** @type {Map<string, T>} */
  const found = new Map();
  if (!isRecord(stored)) {
    if (stored !== undefined) bad();
    return found;
  }
  for (const name of Object.keys(stored)) {
    const value = key.test(name) && found.size < most ? read(stored[name]) : null;
    if (value === null) bad();
    else found.set(name, value);
  }
  return found;
}

/**
 * @param {unknown} stored
 * @param {() => void} bad
 * @returns {Mark | null}
 */
function readMark(stored, bad) {
  // 第 0 版只记办没办。
  const old = typeof stored === "boolean" ? { done: stored } : stored;
  if (!isRecord(old)) return null;
  const state = typeof old.done === "boolean" ? (old.done ? "done" : "todo") : old.state;
  if (!STATES.includes(/** @type {State} */ (state))) return null;
  // 时刻坏了不值得丢掉记录，当作很早以前记的。
  /** @type {Mark} */
  const mark = { state: /** @type {State} */ (state), at: isTime(old.at) ? old.at : LONG_AGO };
  for (const [name, most] of /** @type {[keyof typeof LENGTHS, number][]} */ (Object.entries(LENGTHS))) {
    const value = readText(old[name], most, bad);
    if (value) mark[name] = value;
  }
  for (const name of /** @type {const} */ (["date", "since"])) {
    const value = old[name];
    if (isDate(value)) mark[name] = value;
    else if (value) bad();
  }
  const { points, evidence } = old;
  if (typeof points === "number" && points >= 0 && points <= 1000) mark.points = points;
  else if (points !== undefined) bad();
  if (evidence === "have" || evidence === "missing") mark.evidence = evidence;
  else if (evidence) bad();
  if (old.gone === true) mark.gone = true;
  if (Object.keys(old).some((name) => ![...Object.keys(LENGTHS), ...MARK].includes(name))) bad();
  return mark;
}

/**
 * @param {unknown} stored
 * @param {() => void} bad
 * @returns {Period | null}
 */
function readPeriod(stored, bad) {
  if (!isRecord(stored)) return null;
  const items = readMap(stored.items, ITEM_ID, MAX_ITEMS, (value) => readMark(value, bad), bad);
  /** @type {Period} */
  const period = { at: isTime(stored.at) ? stored.at : LONG_AGO, name: readText(stored.name, MAX_FEW, bad) || "", items };
  if (stored.gone === true) period.gone = true;
  return period;
}

/**
 * @param {unknown} value
 * @param {number} most
 * @param {() => void} bad
 */
function readText(value, most, bad) {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value.length > most) bad();
  return typeof value === "string" ? value.slice(0, most) : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isTime(value) {
  return typeof value === "string" && TIME.test(value) && !Number.isNaN(Date.parse(value));
}
