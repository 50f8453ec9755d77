/**
 * 二维码（ISO/IEC 18004）：字节方式、L 级纠错、1 到 9 版，放得下 230 个字节，够一个网址加一段短码。
 *
 * 自己写是为了轻：整套的库是它的两倍多。测试拿整套的库逐格对过。
 */

/**
 * 各版：每块几个数据码字、几个纠错码字，分几块，校正图形在哪几行（都从 6 起，另写的是后面的）。
 *
 * @type {readonly (readonly [number, number, number, readonly number[]])[]}
 */
const VERSIONS = [
  [19, 7, 1, []], [34, 10, 1, [18]], [55, 15, 1, [22]], [80, 20, 1, [26]], [108, 26, 1, [30]],
  [68, 18, 2, [34]], [78, 20, 2, [22, 38]], [97, 24, 2, [24, 42]], [116, 30, 2, [26, 46]],
];
/** 版本信息，7 版起才有。 */
const VERSION_BITS = [0x07c94, 0x085bc, 0x09a99];
/** 格式信息：L 级，八种掩模。 */
const FORMAT_BITS = [0x77c4, 0x72f3, 0x7daa, 0x789d, 0x662f, 0x6318, 0x6c41, 0x6976];
/** @type {readonly ((x: number, y: number) => number)[]} 算出来是 0 的格子反色 */
const MASKS = [
  (x, y) => (x + y) % 2, (_, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2, (x, y) => (x * y) % 2 + (x * y) % 3,
  (x, y) => ((x * y) % 2 + (x * y) % 3) % 2, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2,
];

/**
 * @param {string} text
 * @param {number} [mask] 用哪种掩模；不写就挑最好认的
 * @returns {boolean[][] | null} 一行一行的格子，黑的为真；太长为 null
 */
export function qrMatrix(text, mask) {
  const bytes = [...new TextEncoder().encode(text)];
  const at = VERSIONS.findIndex(([data, , blocks]) => bytes.length + 2 <= data * blocks);
  const version = VERSIONS[at];
  if (!version) return null;
  const words = codewords(bytes, version);
  const all = (mask === undefined ? MASKS.map((_, i) => i) : [mask]).map((each) => draw(at, version[3], words, each));
  const scores = all.map(penalty);
  return all[scores.indexOf(Math.min(...scores))] || null;
}

/**
 * 数据码字和纠错码字，各块交错着排。
 *
 * @param {readonly number[]} bytes
 * @param {readonly [number, number, number, ...unknown[]]} version
 */
function codewords(bytes, [data, check, blocks]) {
  /** @type {number[]} */
  const words = [];
  // 方式占半个字节，后面的都错开半个。
  let half = 4;
  for (const byte of [bytes.length, ...bytes, 0]) {
    words.push((half << 4) | (byte >> 4));
    half = byte & 15;
  }
  while (words.length < data * blocks) words.push(236, 17);
  const split = Array.from({ length: blocks }, (_, i) => words.slice(i * data, i * data + data));
  /** @param {number[][]} parts */
  const weave = (parts) => (parts[0] || []).flatMap((_, i) => parts.map((part) => part[i] || 0));
  return [...weave(split), ...weave(split.map((part) => remainder(part, check)))];
}

/**
 * 里德—所罗门码的余式。
 *
 * @param {readonly number[]} data
 * @param {number} count
 */
function remainder(data, count) {
  const divisor = [...Array(count - 1).fill(0), 1];
  for (let i = 0, root = 1; i < count; i += 1, root = times(root, 2)) {
    divisor.forEach((factor, j) => {
      divisor[j] = times(factor, root) ^ (divisor[j + 1] || 0);
    });
  }
  return data.reduce((rest, byte) => {
    const lead = byte ^ (rest[0] || 0);
    return divisor.map((factor, j) => (rest[j + 1] || 0) ^ times(factor, lead));
  }, /** @type {number[]} */ (Array(count).fill(0)));
}

/**
 * 256 元域里的乘法。
 *
 * @param {number} one
 * @param {number} other
 */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((other >> bit) & 1) * one);
  return product;
}

/**
 * @param {number} at 第几版，从 0 数
 * @param {readonly number[]} extra
 * @param {readonly number[]} words
 * @param {number} mask
 */
function draw(at, extra, words, mask) {
  const size = 21 + 4 * at;
  /** @type {(boolean | undefined)[][]} 没画的还空着 */
  const grid = Array.from({ length: size }, () => Array(size));
  /** @param {number} x @param {number} y @param {unknown} dark */
  const set = (x, y, dark) => {
    const row = grid[y];
    if (row && x >= 0 && x < size) row[x] = Boolean(dark);
  };
  /** 一圈套一圈的方块；*light* 是白的几圈。
   *
   * @param {number} cx @param {number} cy @param {number} reach @param {readonly number[]} light
   */
  const rings = (cx, cy, reach, light) => {
    for (let y = -reach; y <= reach; y += 1) {
      for (let x = -reach; x <= reach; x += 1) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const [near, far] = [3, size - 4];
  for (const [x = 0, y = 0] of [[near, near], [far, near], [near, far]]) rings(x, y, 4, [2, 4]);
  const lines = extra.length ? [6, ...extra] : [];
  const last = lines.length - 1;
  lines.forEach((x, i) => lines.forEach((y, j) => {
    // 三个角上有定位图形。
    if ((i || j) && (i || j !== last) && (j || i !== last)) rings(x, y, 2, [1]);
  }));
  for (let i = 0; i < 15; i += 1) {
    const bit = ((FORMAT_BITS[mask] || 0) >> i) & 1;
    if (i < 8) {
      set(8, i < 6 ? i : i + 1, bit);
      set(size - 1 - i, 8, bit);
    } else {
      set(i < 9 ? 7 : 14 - i, 8, bit);
      set(8, size - 15 + i, bit);
    }
  }
  set(8, size - 8, 1);
  for (let i = 0; at > 5 && i < 18; i += 1) {
    const bit = ((VERSION_BITS[at - 6] || 0) >> i) & 1;
    const [x, y] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(x, y, bit);
    set(y, x, bit);
  }
  // 从右下角起，两列两列地上下折返，碰到画好的跳过。
  const inverted = /** @type {(x: number, y: number) => number} */ (MASKS[mask]);
  let n = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    // 竖的定时线占一列，左边的列整个让一格。
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if ((grid[y] || [])[x] !== undefined) continue;
        const bit = ((words[n >> 3] || 0) >> (7 - (n & 7))) & 1;
        set(x, y, bit ^ Number(!inverted(x, y)));
        n += 1;
      }
    }
  }
  return /** @type {boolean[][]} */ (grid);
}

/**
 * 有多难认：长条、大块、像定位图形的，都要扣分。
 *
 * @param {boolean[][]} grid
 */
function penalty(grid) {
  let score = 0;
  const rows = grid.map((row) => row.map(Number).join(""));
  const columns = grid.map((_, x) => grid.map((row) => Number(row[x])).join(""));
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) || []) score += run.length - 2;
    score += 40 * (line.match(/1011101(?=0000)|(?:0000)(?=1011101)/g) || []).length;
  }
  rows.forEach((row, y) => [...row].forEach((cell, x) => {
    const two = row.slice(x, x + 2);
    if (two === cell + cell && (rows[y + 1] || "").slice(x, x + 2) === two) score += 3;
  }));
  return score;
}
