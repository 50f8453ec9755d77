/** 落款排在哪里：GB/T 9704—2012 第 7.3.5 条。和 `scripts/jianjia/office/signing.py` 一模一样。 */

/** 半个字，以百分之一字计。 */
export const HALF = 50;

/**
 * 署名各行和日期的右缩进（百分之一字）。宽度都以半字计，`line` 是一行放几个半字。
 *
 * @param {readonly number[]} names
 * @param {number} date
 * @param {boolean} sealed
 * @param {number} line
 * @returns {number[]} 署名各行，最后一个是日期的
 */
export function indents(names, date, sealed, line) {
  const longest = Math.min(Math.max(0, ...names), line);
  if (sealed) {
    const axis = Math.max(400 + Math.floor(((date || longest) * HALF) / 2), Math.floor((longest * HALF) / 2));
    return [...names, date].map((n) => floor(axis - Math.floor((n * HALF) / 2)));
  }
  const wide = longest >= date + 4;
  const right = wide ? Math.min(200, (line - longest) * HALF) : (date + 8 - longest) * HALF;
  const last = wide ? right - 200 + (longest - date) * HALF : 200;
  return [...names.map((n) => floor(right + (longest - n) * HALF)), floor(last)];
}

/** @param {number} indent */
function floor(indent) {
  return Math.max(indent, 0);
}
