/**
 * 打分：每项得几分、每部分多少、评什么等次、先补哪几项、和上次比。
 *
 * 不适用的不算进满分；没评的不当零分，只按评过的算，并说清还差几项。
 */

import { UNIT } from "./points.js";

/**
 * @typedef {{ readonly id: string, readonly full: number, readonly section: string }} Rated 一个打分项
 * @typedef {(id: string) => number | null | undefined} Points 得分；没评为 undefined，不适用为 null
 *
 * @typedef {object} Score
 * @property {number} got
 * @property {number} full 评过的那些项的满分
 * @property {number} rated 评了几项
 * @property {number} total 要评几项，不适用的不算
 *
 * @typedef {Readonly<Record<string, number>>} Grades 等次 → 最低得分率（百分数）
 */

/**
 * @param {readonly Rated[]} items
 * @param {Points} points
 * @returns {Score}
 */
export function score(items, points) {
  let got = 0;
  let full = 0;
  let rated = 0;
  let total = 0;
  for (const item of items) {
    const value = points(item.id);
    if (value === null) continue;
    total += 1;
    if (value === undefined) continue;
    rated += 1;
    full += item.full;
    // 清单改过、满分变小了的，以现在的满分为限。
    got += Math.min(value, item.full);
  }
  return { got: tidy(got), full: tidy(full), rated, total };
}

/**
 * 按部分合计，次序照清单。
 *
 * @param {readonly Rated[]} items
 * @param {Points} points
 * @returns {Array<Score & { readonly title: string }>}
 */
export function sections(items, points) {
  const titles = [...new Set(items.map((item) => item.section))];
  return titles.map((title) => ({ title, ...score(items.filter((item) => item.section === title), points) }));
}

/**
 * 得分率，百分数；一项都没评为 null。
 *
 * @param {Pick<Score, "got" | "full">} score
 */
export function rate({ got, full }) {
  return full > 0 ? (got / full) * 100 : null;
}

/**
 * 85.5%；没评为“—”
 *
 * @param {number | null} value
 */
export function percent(value) {
  // 只舍不入：89.96% 不能印成 90%，那是另一个等次。
  return value === null ? "—" : `${Math.floor(value * 10 + 1e-6) / 10}%`;
}

/**
 * 够得上的最高等次；都够不上为空。
 *
 * @param {Pick<Score, "got" | "full">} score
 * @param {Grades} grades
 */
export function grade({ got, full }, grades) {
  if (!full) return "";
  // 用整数的乘法比，压线的不会因为小数误差差一点点。
  const reached = ranked(grades).find(([, least]) => Math.round(got * UNIT) * 100 >= least * Math.round(full * UNIT));
  return reached ? reached[0] : "";
}

/**
 * 优秀：得分率 90% 及以上；合格：60% 及以上；60% 以下不评等次。最低一等从 0 起的，说“待建：60% 以下”。
 *
 * @param {Grades} grades
 */
export function rule(grades) {
  const order = ranked(grades);
  /** 上一等的最低得分率。 */
  let above = 0;
  const parts = order.map(([name, least], i) => {
    const range = least || !i ? `${i ? "" : "得分率 "}${least}% 及以上` : `${above}% 以下`;
    above = least;
    return `${name}：${range}`;
  });
  return [...parts, ...(above ? [`${above}% 以下不评等次`] : [])].join("；");
}

/**
 * 评过的里面丢分最多的几项；一样多的照清单的次序。
 *
 * @template {Rated} T
 * @param {readonly T[]} items
 * @param {Points} points
 * @param {number} [most]
 * @returns {Array<{ readonly item: T, readonly lost: number }>}
 */
export function firstToMend(items, points, most = 5) {
  return items
    .map((item) => ({ item, lost: lostOn(item, points(item.id)) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, most);
}

/**
 * 和上次比，升降几个百分点；有一次没评为空。
 *
 * @param {number | null} now
 * @param {number | null} before
 */
export function change(now, before) {
  if (now === null || before === null) return "";
  const diff = Math.round((now - before) * 10) / 10;
  if (!diff) return "持平";
  return `${diff > 0 ? "升" : "降"} ${Math.abs(diff)}`;
}

/**
 * 雷达图的点：第一根轴朝上，顺时针。*values* 是 0 到 100，没评的当圆心。
 *
 * @param {ReadonlyArray<number | null>} values
 * @param {number} radius
 * @returns {Array<{ readonly x: number, readonly y: number }>}
 */
export function radar(values, radius) {
  return values.map((value, i) => {
    const angle = (i / values.length) * 2 * Math.PI;
    const length = ((value || 0) / 100) * radius;
    return { x: round(Math.sin(angle) * length), y: round(-Math.cos(angle) * length) };
  });
}

/**
 * @param {Rated} item
 * @param {number | null | undefined} value
 */
function lostOn(item, value) {
  return typeof value === "number" ? tidy(item.full - value) : 0;
}

/** @param {number} points */
function tidy(points) {
  return Math.round(points * UNIT) / UNIT;
}

/** @param {Grades} grades */
function ranked(grades) {
  return Object.entries(grades).sort((a, b) => b[1] - a[1]);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10 + 0;
}
