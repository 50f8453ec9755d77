/**
 * 短码：整张清单办到哪一步，压成一串能在聊天里粘贴的字。
 *
 * 按编号里的序号排成位图，一项两位，不管它在网页上排第几，所以清单改版也认得。
 * JJ ＋ 版本（1 字）＋ 清单（3 字）＋ 每种编号一段（编号开头、起止序号、状态）＋ 校验（6 字）。
 * 校验用 bech32 的办法：89 字以内错四个字以内一定查得出。字母表是 Crockford 的，没有 I、L、O、U。
 */

import { STATES } from "../../lib/state.js";

/** @typedef {import("../../lib/state.js").State} State */

/**
 * @typedef {{ ok: true, states: Map<string, State> } | { ok: false, why: "none" | "damaged" | "newer" | "list" }} Decoded
 *   none 里面没有短码；damaged 少了字、错了字；newer 更新的版本写的；list 是别的清单的。
 */

const VERSION = 1;
const MARK = "JJ";
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK = 6;
const TARGET = 0x4a4a01;
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** 再长的不是短码。 */
const MOST = 1000;
const ID = /^([A-Z])([A-Z])-([A-Z])([A-Z])-(\d{2,3})$/;

/** 进不了短码的编号。
 *
 * @param {string} id
 */
export function fits(id) {
  return ID.test(id);
}

/**
 * @param {string} list
 * @param {Iterable<readonly [string, { readonly state: State }]>} marks 编号、记录；未办的可以不写
 */
export function encode(list, marks) {
  /** @type {Map<string, number[]>} 编号开头 → 各序号的状态 */
  const groups = new Map();
  for (const [id, { state }] of marks) {
    if (state === "todo" || !fits(id)) continue;
    const group = groups.get(id.slice(0, 5)) || [];
    group[Number(id.slice(6))] = STATES.indexOf(state);
    groups.set(id.slice(0, 5), group);
  }
  let bits = binary(VERSION, 5) + binary(listHash(list), 15);
  for (const [prefix, group] of [...groups].sort()) {
    const first = group.findIndex((state) => state !== undefined);
    for (const letter of prefix.replace("-", "")) bits += binary(letter.charCodeAt(0) - 65, 5);
    bits += binary(first, 10) + binary(group.length - first, 10);
    for (let i = first; i < group.length; i += 1) bits += binary(group[i] || 0, 2);
    bits = bits.padEnd(fives(bits.length), "0");
  }
  const data = (bits.match(/.{5}/g) || []).map((five) => parseInt(five, 2));
  const check = polymod([...data, 0, 0, 0, 0, 0, 0]) ^ TARGET;
  return MARK + [...data, ...[25, 20, 15, 10, 5, 0].map((shift) => (check >> shift) & 31)].map((symbol) => ALPHABET[symbol]).join("");
}

/**
 * 从一段话里找出短码，读出来。空格、短横、大小写、全角不管；I、L 当 1，O 当 0。
 *
 * @param {string} text
 * @param {string} list
 * @returns {Decoded}
 */
export function decode(text, list) {
  const found = candidates(text);
  if (!found.length) return { ok: false, why: "none" };
  const data = found.map(symbolsOf).find((symbols) => polymod(symbols) === TARGET);
  if (!data) return { ok: false, why: "damaged" };
  const bits = data.slice(0, -CHECK).map((symbol) => binary(symbol, 5)).join("");
  let at = 0;
  /** @param {number} width */
  const read = (width) => parseInt(bits.slice(at, (at += width)), 2);

  if (read(5) !== VERSION) return { ok: false, why: "newer" };
  if (read(15) !== listHash(list)) return { ok: false, why: "list" };
  /** @type {Map<string, State>} */
  const states = new Map();
  while (at < bits.length) {
    const [a, b, c, d] = [0, 0, 0, 0].map(() => String.fromCharCode(65 + read(5)));
    const first = read(10);
    const end = first + read(10);
    // 校验对得上、里面却不成样子：不是这里编的。
    if (!(at + (end - first) * 2 <= bits.length)) return { ok: false, why: "damaged" };
    for (let i = first; i < end; i += 1) {
      const state = STATES[read(2)] || "todo";
      if (state !== "todo") states.set(`${a}${b}-${c}${d}-${String(i).padStart(2, "0")}`, state);
    }
    at = fives(at);
  }
  return { ok: true, states };
}

/** @param {string} text */
export function hasCode(text) {
  return candidates(text).length > 0;
}

/**
 * 像短码的几串：每个 JJ 后面连着的字母数字，和把夹着的空格、短横接起来的。
 *
 * @param {string} text
 */
function candidates(text) {
  /** @type {string[]} */
  const found = [];
  text.normalize("NFKC").toUpperCase().replace(/JJ([0-9A-Z]+)((?:[\s\u200b-]+[0-9A-Z]+)*)/g, (whole, head, tail) => {
    found.push(head, head + tail.replace(/[^0-9A-Z]/g, ""));
    return whole;
  });
  return found.filter((code) => code.length >= 4 + CHECK && code.length <= MOST);
}

/** @param {string} code */
function symbolsOf(code) {
  return [...code.replace(/[IL]/g, "1").replace(/O/g, "0")].map((letter) => ALPHABET.indexOf(letter));
}

/** @param {readonly number[]} symbols */
function polymod(symbols) {
  let value = 1;
  for (const symbol of symbols) {
    // U 不在字母表里，找出来是 -1，校验自然对不上。
    if (symbol < 0) return -1;
    const top = value >>> 25;
    value = ((value & 0x1ffffff) << 5) ^ symbol;
    GENERATOR.forEach((factor, i) => {
      if ((top >> i) & 1) value ^= factor;
    });
  }
  return value;
}

/**
 * 清单路径的 15 位校验值（FNV-1a 折起来）。
 *
 * @param {string} list
 */
function listHash(list) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < list.length; i += 1) hash = Math.imul(hash ^ list.charCodeAt(i), 0x01000193);
  return ((hash >>> 17) ^ hash) & 0x7fff;
}

/**
 * @param {number} value
 * @param {number} width
 */
function binary(value, width) {
  return value.toString(2).padStart(width, "0");
}

/** @param {number} length */
function fives(length) {
  return Math.ceil(length / 5) * 5;
}
