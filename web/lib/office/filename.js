/** 下载时的文件名；Windows 不许用的字去掉。和 `scripts/jianjia/office/__init__.py` 里的 safe_name 一模一样。 */

const FORBIDDEN = /[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const LONGEST = 80;

/**
 * @param {string} text
 * @param {string} extension 连点一起写，如 `.zip`
 */
export function safeName(text, extension) {
  const name = Array.from(text.replace(FORBIDDEN, "")).slice(0, LONGEST).join("").replace(/^[ .]+|[ .]+$/g, "");
  return (!name || RESERVED.test(name) ? `文书${name}` : name) + extension;
}
