/**
 * 压缩包，只存不压、时间写死：同样的内容每次得到同样的字节，和 Python 的 zipfile 写出来的一样。
 */

/** 解开以后只有自己能改；和 `scripts/jianjia/office/package.py` 一样。 */
const MODE = 0o600 << 16;

/** @typedef {{ readonly data: Uint8Array, readonly crc: number }} Sealed 编好、验过的内容：许多包里都有的，只做一次 */

/**
 * @param {string | Uint8Array} content
 * @returns {Sealed}
 */
export function seal(content) {
  const data = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { data, crc: crc32(data) };
}

/**
 * @param {ReadonlyArray<readonly [name: string, content: string | Uint8Array | Sealed]>} files
 * @returns {Uint8Array}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const label = encoder.encode(name);
    const { data, crc } = typeof content === "string" || content instanceof Uint8Array ? seal(content) : content;
    // 版本 2.0，名字里有汉字的写明是 UTF-8，不压，时间固定在 1980-01-01。
    const flags = label.length > name.length ? 0x800 : 0;
    const common = [[20, 2], [flags, 2], [0, 4], [0x21, 2], [crc, 4], [data.length, 4], [data.length, 4], [label.length, 2], [0, 2]];
    const head = bytes([[0x04034b50, 4], ...common]);
    directory.push(bytes([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [MODE, 4], [offset, 4]]), label);
    parts.push(head, label, data);
    offset += head.length + label.length + data.length;
  }
  const size = lengthOf(directory);
  const end = bytes([[0x06054b50, 4], [0, 4], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return join([...parts, ...directory, end]);
}

/** @param {number[][]} fields 每项：值、占几个字节；低位在前 */
function bytes(fields) {
  const out = [];
  for (const [value = 0, size = 0] of fields) for (let i = 0; i < size; i += 1) out.push((value >>> (8 * i)) & 255);
  return Uint8Array.from(out);
}

/** @param {readonly Uint8Array[]} parts */
function lengthOf(parts) {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** @param {readonly Uint8Array[]} parts */
function join(parts) {
  const out = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** 校验用的表，头一回用到才算；几十份文书一位一位地算太慢。 */
const table = new Int32Array(256);

/** @param {Uint8Array} data */
export function crc32(data) {
  for (let n = 0; n < 256 && !table[255]; n += 1) {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    table[n] = value;
  }
  let crc = -1;
  const { length } = data;
  for (let i = 0; i < length; i += 1) crc = (crc >>> 8) ^ /** @type {number} */ (table[(crc ^ /** @type {number} */ (data[i])) & 255]);
  return (crc ^ -1) >>> 0;
}
