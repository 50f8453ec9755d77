/** 把东西带走：复制到剪贴板，下载成文件。 */

import { el } from "./dom.js";
import { safeName } from "./office/filename.js";

/**
 * 复制；两种办法都不行为假。
 *
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // 没有 https、U 盘打开、旧内核，都没有 clipboard。
    return copyOld(text);
  }
}

/** @param {string} text */
function copyOld(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = el("textarea", { class: "jj-offscreen", "aria-hidden": "true", tabindex: "-1" });
  area.value = text;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch (error) {
    return false;
  } finally {
    area.remove();
    if (focused) focused.focus();
  }
}

/**
 * 下载一个文件；名称里各种系统不认的字去掉。
 *
 * @param {string} name 带扩展名
 * @param {BlobPart} data
 * @param {string} type
 */
export function download(name, data, type) {
  const dot = name.lastIndexOf(".");
  const safe = safeName(name.slice(0, dot), name.slice(dot));
  const link = el("a", { href: URL.createObjectURL(new Blob([data], { type })), download: safe });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
