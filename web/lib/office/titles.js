/**
 * 标题折行：一行放不下时按意思断开，排成梯形或菱形。和 `scripts/jianjia/office/titles.py` 一模一样。
 *
 * 把标题切成不能再拆的小段，列出每一种断法，各记一个“别扭分”，取最低的；同分取先断的。
 */

import { run, textOf, width } from "./blocks.js";

/**
 * @typedef {import("./blocks.js").Run} Run
 * @typedef {import("./fill.js").Piece} Piece
 * @typedef {readonly [text: string, whole: boolean]} Token 一小段字；是不是填写项、书名这样自成一体的
 */

/** 标题里不拆开的词，长的在前。 */
const WORDS =
  "经费审查委员会|会员代表大会|职工代表大会|女职工委员会|劳动争议调解|工会委员会|" +
  "合理化建议|工会小组|会员大会|全体会议|有限公司|集体协商|集体合同|工资专项|民主评议|" +
  "民主管理|厂务公开|劳动保护|劳动竞赛|技能竞赛|困难职工|法律援助|建议名单|建议人选|" +
  "推荐名单|选举结果|选举办法|换届选举|筹备工作|基层工会|工作报告|工作方案|管理办法|" +
  "实施办法|实施细则|议事规则|候选人|筹备组|委员会|登记表|申请表|申请书|审批表|" +
  "汇总表|报告单|花名册|责任书|协议书|关于|同意|成立|筹建|建立|设立|召开|进行|" +
  "印发|开展|调整|延期|换届|选举|差额|等额|公示|公告|通知|通报|请示|批复|报告|" +
  "决议|决定|纪要|方案|办法|制度|规定|规则|细则|草案|工会|单位|公司|会员|职工|" +
  "代表|委员|主席|名额|分配|名册|选票|名单|人选|经费|工作|组织|情况|大会|会议";

const WORD = `第[一二三四五六七八九十百零0-9]+[届次章条号年]|[0-9][0-9.%年月日—〔〕-]{0,15}|[A-Za-z]{1,15}|${WORDS}|[^\\n]`;
const TOKEN = `《[^《》]*》|“[^“”]*”|（[^（）]*）|【[^【】]*】|${WORD}`;
const NOT_FIRST = "的等、，。；：！？）》”】〕";
const NOT_LAST = "（《“【〔";
/** 跟着前面的单位名称走，不另起一行。 */
const ATTACHED = ["工会", "工会委员会", "委员会", "筹备组"];
/** 跟着后面的走。 */
const JOINING = ["和", "及", "与"];
const MOST_LINES = 4;

/**
 * 标题的各段 → 加了换行的各段。`capacity` 是一行放几个半字。
 *
 * @param {readonly Piece[]} given
 * @param {number} capacity
 * @returns {Run[]}
 */
export function fold(given, capacity) {
  const pieces = given.map(({ run: { text, style }, value }) => ({ run: run(text.replace(/\n/g, ""), style), value }));
  const runs = pieces.map((piece) => piece.run);
  if (width(textOf(runs)) <= capacity) return runs;
  const lines =
    best(tokens(pieces, capacity), capacity) ||
    best(tokens(runs.map((each) => ({ run: each, value: false })), capacity), capacity) ||
    greedy(textOf(runs), capacity);
  /** @type {number[]} */
  const cuts = [];
  for (const line of lines.slice(0, -1)) cuts.push((cuts[cuts.length - 1] || 0) + count(line));
  return cut(runs, cuts);
}

/** @param {string} text */
function count(text) {
  return Array.from(text).length;
}

/**
 * 在全文的第几个字之后换行。
 *
 * @param {readonly Run[]} runs
 * @param {readonly number[]} cuts
 */
function cut(runs, cuts) {
  let at = 0;
  return runs.map(({ text, style }) => {
    let out = "";
    for (const char of text) {
      at += 1;
      out += cuts.includes(at) ? `${char}\n` : char;
    }
    return run(out, style);
  });
}

/**
 * 不能再拆的小段。填写项的内容、书名号里的字不拆；比一行还长的只好拆成词。
 *
 * @param {readonly Piece[]} pieces
 * @param {number} capacity
 * @returns {Token[]}
 */
function tokens(pieces, capacity) {
  /** @type {Token[]} */
  const out = [];
  for (const { run: { text }, value } of pieces) {
    const whole = value && width(text) <= capacity;
    for (const token of whole ? [text] : text.match(new RegExp(TOKEN, "gu")) || []) {
      if (width(token) > capacity) for (const word of token.match(new RegExp(WORD, "gu")) || []) out.push([word, false]);
      else if (token) out.push([token, whole || "《“（【".includes(token.charAt(0))]);
    }
  }
  return out;
}

/**
 * 最不别扭的断法；断成四行还放不下的没有。
 *
 * @param {readonly Token[]} parts
 * @param {number} capacity
 * @returns {string[] | null}
 */
function best(parts, capacity) {
  /** @type {string[] | null} */
  let found = null;
  let least = Infinity;
  const widths = parts.map(([text]) => width(text));
  for (let lines = 2; lines <= MOST_LINES; lines += 1) {
    if (total(widths) > lines * capacity) continue;
    for (const [way, cost] of ways(parts, widths, 0, lines, capacity)) {
      const awkward = cost + shape(way.map(width)) + 8 * lines;
      if (awkward < least) [least, found] = [awkward, way];
    }
  }
  return found;
}

/**
 * 从第 `start` 段起排成 `lines` 行的各种断法，连同断处的别扭分。
 *
 * @param {readonly Token[]} parts
 * @param {readonly number[]} widths
 * @param {number} start
 * @param {number} lines
 * @param {number} capacity
 * @returns {Array<[string[], number]>}
 */
function ways(parts, widths, start, lines, capacity) {
  /** @type {Array<[string[], number]>} */
  const out = [];
  let line = "";
  let used = 0;
  let left = total(widths.slice(start));
  for (let i = start; i < parts.length; i += 1) {
    const here = /** @type {Token} */ (parts[i]);
    const next = parts[i + 1];
    line += here[0];
    used += Number(widths[i]);
    left -= Number(widths[i]);
    if (used > capacity) break;
    if (!next) {
      if (lines === 1) out.push([[line], 0]);
    } else if (lines > 1 && left <= (lines - 1) * capacity) {
      // 余下的几行放不下的，不必再试。
      const cost = breaking(here, next);
      if (cost < 0) continue;
      for (const [rest, more] of ways(parts, widths, i + 1, lines - 1, capacity)) out.push([[line, ...rest], cost + more]);
    }
  }
  return out;
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

/**
 * 在两段之间断开有多别扭；负数是不许断。
 *
 * @param {Token} before
 * @param {Token} after
 */
function breaking([before, beforeWhole], [after, afterWhole]) {
  const last = before.charAt(before.length - 1);
  if (NOT_FIRST.includes(after.charAt(0)) || NOT_LAST.includes(last)) return -1;
  if (ATTACHED.includes(after) || JOINING.includes(before)) return 6;
  if (after === "关于" || last === "、") return 0;
  if (before === "关于" || before === "的" || JOINING.includes(after) || beforeWhole || afterWhole) return 1;
  return count(before) > 1 && count(after) > 1 ? 2 : 6;
}

/**
 * 上下等宽、中间凹进去、末行太短、长短悬殊的，都不好看。
 *
 * @param {readonly number[]} widths
 */
function shape(widths) {
  const first = widths[0] || 0;
  const last = widths[widths.length - 1] || 0;
  const spread = Math.max(...widths) - Math.min(...widths);
  let cost = Math.floor(spread / 4);
  if (spread <= 2) cost += 3;
  if (last < 10) cost += 10;
  const middle = widths.slice(1, -1);
  if (middle.length && Math.min(...middle) < Math.min(first, last)) cost += 8;
  return cost;
}

/**
 * 实在太长的，排满一行算一行。
 *
 * @param {string} text
 * @param {number} capacity
 */
function greedy(text, capacity) {
  const lines = [""];
  for (const char of text) {
    if (width(lines[lines.length - 1] + char) > capacity) lines.push("");
    lines[lines.length - 1] += char;
  }
  return lines;
}
