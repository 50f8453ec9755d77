/** 一个分数：最细到 0.1 分（“每人 0.6 分”这样的才填得进去）。合计按 0.1 分的整数算，不会冒出 83.49999。 */

export const UNIT = 10;

/**
 * 读一个分数；不在 0 到满分之间、不止一位小数为 null。
 *
 * @param {string} text
 * @param {number} full
 */
export function readPoints(text, full) {
  const value = Number(text.trim() || NaN);
  return value >= 0 && value <= full && Math.abs(value * UNIT - Math.round(value * UNIT)) < 1e-9 ? value : null;
}
