/** 交接：读别人给的文件、短码，先算出会改什么，再由人决定；读不懂的说清为什么，什么也不改。 */

import { merge } from "../../lib/merge.js";
import { tooLong } from "../../lib/revert.js";
import { isMarked, markOf, MAX_ITEMS, MAX_TEXT, parse, readRun, SCHEMA, setMark } from "../../lib/state.js";
import { decode, hasCode } from "./code.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {import("../../lib/state.js").State} State
 * @typedef {{ problem: string }} Refused
 * @typedef {{ kind: "file", run: Run, lost: number, old: boolean }} FromFile
 * @typedef {{ kind: "code", states: Map<string, State> }} FromCode
 */

const REASON = "短码转来，没写理由";
const AGAIN = "请对方重新导出或复制一次。";

/**
 * @param {string} text 文件的内容，或者粘贴的一段话
 * @param {readonly string[]} lists 这张清单的路径，现在的在最前，后面是旧名
 * @returns {FromFile | FromCode | Refused}
 */
export function receive(text, lists) {
  const plain = text.replace(/^\ufeff/, "").trim();
  if (!plain) return { problem: "里面是空的。" };
  if (plain.length > MAX_TEXT) return { problem: "太大了，不会是这里导出的进度。" };
  const start = plain.indexOf("{");
  if (start >= 0 && /"app"/.test(plain)) return receiveFile(whole(plain.slice(start)), lists);
  if (hasCode(plain)) return receiveCode(plain, lists);
  return { problem: "这里面没有进度：既不是导出的文件，也没有短码。" };
}

/**
 * 去掉后面跟着的话；没有写完的原样，让人看出不完整。
 *
 * @param {string} text
 */
function whole(text) {
  const end = text.lastIndexOf("}") + 1;
  return end && !text.slice(end).includes('"') ? text.slice(0, end) : text;
}

/**
 * @param {string} text
 * @param {readonly string[]} lists
 * @returns {FromFile | Refused}
 */
function receiveFile(text, lists) {
  const data = parse(text);
  if (!data) {
    const own = /"app":\s*"jianjia"/.test(text);
    return { problem: own ? `文件不完整，或者被改坏了，读不出来。${AGAIN}` : "这不是建家手册导出的文件。" };
  }
  if (data.schema > SCHEMA) return { problem: "这个文件是更新版本的手册导出的，这一版读不懂。请先刷新网页，或者打开新版手册再导入。" };
  if (!lists.includes(String(data.list))) {
    return { problem: `这是“${String(data.title || "别的清单").slice(0, 100)}”的进度，请到那张清单里导入。` };
  }
  if (repeats(text, data)) return { problem: `文件里有重复的项，分不清哪个对，没有导入。${AGAIN}` };
  const count = typeof data.items === "object" && data.items && !Array.isArray(data.items) ? Object.keys(data.items).length : -1;
  if (count < 0) return { problem: `文件里没有事项，读不出来。${AGAIN}` };
  if (count > MAX_ITEMS) return { problem: `文件里的事项超过 ${MAX_ITEMS} 个，不会是这里导出的。` };
  const { run, lost } = readRun(data, lists[0] || "", String(data.run || ""));
  return { kind: "file", run, lost, old: data.schema < SCHEMA };
}

/**
 * @param {string} text
 * @param {readonly string[]} lists
 * @returns {FromCode | Refused}
 */
function receiveCode(text, lists) {
  const tries = lists.map((list) => decode(text, list));
  const found = tries.find((one) => one.ok) || tries[0];
  if (found && found.ok) return { kind: "code", states: found.states };
  const why = found ? found.why : "damaged";
  if (why === "newer") return { problem: "这段短码是更新版本的手册生成的，这一版读不懂。请先刷新网页。" };
  if (why === "list") return { problem: "这段短码是别的清单的，请到那张清单里粘贴。" };
  return { problem: `短码少了字或者错了字，读不出来。${AGAIN}` };
}

/**
 * JSON 里同一个键写了两次，JSON.parse 只留后一个，不声不响：数一数原文和读出来的键是不是一样多。
 *
 * @param {string} text
 * @param {unknown} data
 */
function repeats(text, data) {
  let written = 0;
  text.replace(/"(?:[^"\\]|\\.)*"(\s*:)?/g, (whole, colon) => {
    if (colon) written += 1;
    return whole;
  });
  return written !== countKeys(data);
}

/**
 * @param {unknown} data
 * @returns {number}
 */
function countKeys(data) {
  if (typeof data !== "object" || data === null) return 0;
  const inside = Object.values(data).reduce((sum, value) => sum + countKeys(value), 0);
  return inside + (Array.isArray(data) ? 0 : Object.keys(data).length);
}

/**
 * @typedef {object} Plan
 * @property {Run} next 照办以后的样子
 * @property {{ id: string, from: import("../../lib/state.js").Mark | undefined, to: import("../../lib/state.js").Mark }[]} changes
 * @property {string[]} kept 两边说法不同、保留本机的（短码没有时刻，不能判断谁后写）
 * @property {string[]} cut 两边备注合起来太长、要截短的
 */

/**
 * @param {Run} run
 * @param {FromFile | FromCode} incoming
 * @param {string} at
 * @returns {Plan}
 */
export function plan(run, incoming, at) {
  const { next, kept } = incoming.kind === "file" ? { next: merge(run, incoming.run), kept: [] } : forward(run, incoming.states, at);
  const changes = [];
  for (const [id, to] of next.items) {
    const from = run.items.get(id);
    if (changed(from, to)) changes.push({ id, from, to });
  }
  return { next, changes, kept, cut: incoming.kind === "file" ? tooLong(run, incoming.run) : [] };
}

/**
 * 短码只往前推：未办的照短码记，等待的可以变成已办；本机已经记了的不退回。
 *
 * @param {Run} run
 * @param {Map<string, State>} states
 * @param {string} at
 */
function forward(run, states, at) {
  /** @type {string[]} */
  const kept = [];
  let next = run;
  for (const [id, state] of states) {
    const mine = markOf(run, id).state;
    if (mine === state) continue;
    if (mine === "todo" || (mine === "waiting" && state === "done")) {
      next = setMark(next, id, state === "na" ? { state, reason: REASON } : { state }, at);
    } else kept.push(id);
  }
  return { next, kept };
}

/**
 * 看得见的几栏有没有变；只有时刻变了不算。
 *
 * @param {import("../../lib/state.js").Mark | undefined} from
 * @param {import("../../lib/state.js").Mark} to
 */
function changed(from, to) {
  if (!from) return isMarked(to);
  const fields = /** @type {const} */ (["state", "date", "for", "since", "reason", "note", "points", "evidence"]);
  return fields.some((field) => from[field] !== to[field]);
}
